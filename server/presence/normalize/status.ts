/** How far an activity is, in the words of English, French, Spanish, Portuguese and Arabic files. */
import type { ActivityStatus } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';

/** Order matters: "not started" before "started". */
const WORDS: [pattern: RegExp, status: ActivityStatus][] = [
  // "Non réalisé" is anything but done.
  [
    /\b(not|non|pas|no|nao)( \p{L}+)? (completed|complete|realise|realisee|finalise|finalisee|acheve|achevee|termine|terminee|finalizad[oa]|concluid[oa]|terminad[oa])\b/u,
    'unknown',
  ],
  [
    /\b(on ?going|on going|en cours|en ejecucion|en curso|implementation|mise en oeuvre|active|actif|activo|deboursement|in progress|em curso|em andamento|em execucao|ativo)\b|جاري|قيد التنفيذ|مستمر/,
    'ongoing',
  ],
  [
    /\b(completed|complete|cloture|cloturee|termine|terminee|finalizada|finalizado|finished|acheve|achevee|realise|realisee|finalise|finalisee|closed|rapport|rapportage|concluido|concluida|terminado|terminada|implementado|implementada)\b|مكتمل|منجز|منتهي/,
    'completed',
  ],
  [
    /\b(planned|planifie|planifiee|prevu|planeada|planeado|planificada|planificado|pipeline|planejado|planejada|planeado|previsto|prevista|en attente|en attente de financement|not started|pas commence|no iniciado|por iniciar|proposed)\b|مخطط|مقرر/,
    'planned',
  ],
  [
    /\b(suspended|suspendu|suspendue|suspendida|suspendido|on hold|cancelled|canceled|annule|annulee|cancelado|cancelada|suspenso|suspensa|arrete|arretee)\b|معلق|متوقف/,
    'suspended',
  ],
];

/** Without a word on status an activity counts as reported; the definition says so (3w.md §1.1). */
export function statusOf(text: string): ActivityStatus {
  const folded = foldName(text);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? 'unknown';
}
