/** The structure of coordination: what is missing in it, and what people hold in groups. */
import type en from '../../en/clauses/groups.ts';

export default {
  'clause.gap.no-lead': '{group} n’a pas de chef de file.',
  'clause.gap.no-imo': '{group} n’a pas de point focal pour la gestion de l’information.',
  'clause.gap.lead-ended': '{organisation} a été chef de file de {group} jusqu’au {day, day} ; personne ne lui a succédé.',
  'clause.gap.co-lead-ended': '{organisation} a été co-chef de file de {group} jusqu’au {day, day} ; personne ne lui a succédé.',
  'clause.gap.imwg-chair-not-in-iccg': 'La présidence de {group} n’est pas membre de l’ICCG.',
  'clause.gap.appointment-ending': '{group} : un mandat ({role}) se termine le {day, day}.',
  'clause.gap.group-stale': '{group} n’a pas été mis à jour depuis le {day, day}.',
  'clause.held.chair': 'la présidence',
  'clause.held.co-chair': 'la coprésidence',
  'clause.held.coordinator': 'la coordination',
  'clause.held.co-coordinator': 'la co-coordination',
  'clause.held.imo': 'le point focal IM',
  'clause.held.alternate': 'une suppléance',
  'clause.held.secretariat': 'le secrétariat',
  'clause.held.member': 'un membre',
  'clause.held.observer': 'un observateur',
} satisfies Record<keyof typeof en, string>;
