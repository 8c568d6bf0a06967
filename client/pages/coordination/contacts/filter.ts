/** Which contacts the reader looks for. Pure. */
import type { Card } from '../../../../server/contract/contacts/contacts.ts';
import { fold, isAtHub } from '../filter.ts';
import type { Structure } from '../structure.ts';
import type { ContactState } from './state.ts';

/** What a card says of its organisation, and what its groups are. */
export interface Around {
  byId: Structure['byId'];
  /** All names of an organisation. */
  organisationTexts: (id: string) => string[];
}

/** Whether a card fits all that is looked for: group, hub and role have to be of one appointment. */
export function findCards(cards: readonly Card[], { group, hub, role, org, q }: ContactState, around: Around): Card[] {
  const wanted = fold(q);
  const fitsRole = (each: Card['roles'][number]) => {
    const own = around.byId.get(each.group);
    return (
      (group === null || each.group === group) && (role === null || each.role === role) && (hub === null || (own !== undefined && isAtHub(around, own, hub)))
    );
  };
  return cards.filter(
    (card) =>
      (org === null || card.organisation === org) &&
      ((group ?? hub ?? role) === null || card.roles.some(fitsRole)) &&
      (wanted === '' || says(card, around).some((text) => fold(text).includes(wanted))),
  );
}

const says = ({ name, given, family, jobTitle, organisation, dutyStation }: Card, { organisationTexts }: Around): string[] => [
  name,
  given ?? '',
  family ?? '',
  jobTitle ?? '',
  dutyStation?.name ?? '',
  ...(organisation === null ? [] : organisationTexts(organisation)),
];
