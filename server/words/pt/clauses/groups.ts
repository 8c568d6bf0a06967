/** The structure of coordination: what is missing in it, and what people hold in groups. */
import type en from '../../en/clauses/groups.ts';

export default {
  'clause.gap.no-lead': '{group} não tem organização líder.',
  'clause.gap.no-imo': '{group} não tem ponto focal de gestão de informação.',
  'clause.gap.lead-ended': '{organisation} liderou {group} até {day, day}; ninguém lhe sucedeu.',
  'clause.gap.co-lead-ended': '{organisation} coliderou {group} até {day, day}; ninguém lhe sucedeu.',
  'clause.gap.imwg-chair-not-in-iccg': 'A presidência de {group} não é membro do ICCG.',
  'clause.gap.appointment-ending': '{group}: um mandato ({role}) termina em {day, day}.',
  'clause.gap.group-stale': '{group} não é atualizado desde {day, day}.',
  'clause.held.chair': 'a presidência',
  'clause.held.co-chair': 'a copresidência',
  'clause.held.coordinator': 'a coordenação',
  'clause.held.co-coordinator': 'a cocoordenação',
  'clause.held.imo': 'o ponto focal de IM',
  'clause.held.alternate': 'uma suplência',
  'clause.held.secretariat': 'o secretariado',
  'clause.held.member': 'um membro',
  'clause.held.observer': 'um observador',
} satisfies Record<keyof typeof en, string>;
