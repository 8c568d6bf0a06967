/** How far an activity is, in the words of English, French, Spanish and Arabic files. */
import type { ActivityStatus } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';

/** Order matters: "not started" before "started". */
const WORDS: [pattern: RegExp, status: ActivityStatus][] = [
  [
    /\b(on ?going|on going|en cours|en ejecucion|en curso|implementation|mise en oeuvre|active|actif|activo|deboursement|in progress)\b|جاري|قيد التنفيذ|مستمر/,
    'ongoing',
  ],
  [/\b(completed|complete|cloture|cloturee|termine|terminee|finalizada|finalizado|finished|acheve|closed|rapport|rapportage)\b|مكتمل|منجز|منتهي/, 'completed'],
  [
    /\b(planned|planifie|planifiee|prevu|planeada|planeado|planificada|planificado|pipeline|not started|pas commence|no iniciado|por iniciar|proposed)\b|مخطط|مقرر/,
    'planned',
  ],
  [/\b(suspended|suspendu|suspendue|suspendida|suspendido|on hold|cancelled|canceled|annule|annulee|cancelado|cancelada)\b|معلق|متوقف/, 'suspended'],
];

/** Without a word on status an activity counts as reported; the definition says so (3w.md §1.1). */
export function statusOf(text: string): ActivityStatus {
  const folded = foldName(text);
  return WORDS.find(([pattern]) => pattern.test(folded))?.[1] ?? 'unknown';
}
