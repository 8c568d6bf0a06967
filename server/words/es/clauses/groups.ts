/** The structure of coordination: what is missing in it, and what people hold in groups. */
import type en from '../../en/clauses/groups.ts';

export default {
  'clause.gap.no-lead': '{group} no tiene organización líder.',
  'clause.gap.no-imo': '{group} no tiene punto focal de gestión de la información.',
  'clause.gap.lead-ended': '{organisation} lideró {group} hasta el {day, day}; nadie ha tomado el relevo.',
  'clause.gap.co-lead-ended': '{organisation} colideró {group} hasta el {day, day}; nadie ha tomado el relevo.',
  'clause.gap.imwg-chair-not-in-iccg': 'La presidencia de {group} no es miembro del ICCG.',
  'clause.gap.appointment-ending': '{group}: un mandato ({role}) termina el {day, day}.',
  'clause.gap.group-stale': '{group} no se ha actualizado desde el {day, day}.',
  'clause.held.chair': 'la presidencia',
  'clause.held.co-chair': 'la copresidencia',
  'clause.held.coordinator': 'la coordinación',
  'clause.held.co-coordinator': 'la cocoordinación',
  'clause.held.imo': 'el punto focal de IM',
  'clause.held.alternate': 'una suplencia',
  'clause.held.secretariat': 'la secretaría',
  'clause.held.member': 'un miembro',
  'clause.held.observer': 'un observador',
} satisfies Record<keyof typeof en, string>;
