/** What others see of an entry, worked out by the same rules as the server's (docs/contacts.md); a test holds the two to one another. Pure. */
import type { Visibility } from '../../../../server/contract/contacts/contacts.ts';
import type { OwnEntry, OwnHeld } from '../../../../server/contract/contacts/own.ts';
import type { Person } from '../../../../server/contract/groups/people.ts';
import { WIDTHS } from '../../../kit/person/draft.ts';

export type Audience = Exclude<Visibility, 'nobody'>;
export const AUDIENCES: readonly Audience[] = ['public', 'members', 'focal-points'];

export interface Seen {
  name: string;
  organisation: string | null;
  jobTitle: string | null;
  station: string | null;
  languages: readonly string[];
  roles: OwnHeld[];
  contacts: Person['contacts'];
}

/** @param today YYYY-MM-DD @returns null where they do not see the entry at all */
export function seenBy(audience: Audience, { person, appointments }: OwnEntry, today: string): Seen | null {
  const { record } = person;
  // Who refused to be seen by all members is seen by focal points.
  const isRefused = record.consents.at(-1)?.purposes.members === false;
  const widthOf = (visibility: Visibility) => WIDTHS.indexOf(isRefused && visibility === 'members' ? 'focal-points' : visibility);
  const sees = (visibility: Visibility) => widthOf(visibility) >= WIDTHS.indexOf(audience);
  const held = appointments.filter(({ state, start }) => state === 'active' && (start === null || start <= today));
  if (record.state.hidden !== null || held.length === 0 || !sees(record.visibility.name)) return null;
  const { organisation, jobTitle, dutyStation, languages, role } = record.visibility;
  return {
    name: person.name,
    organisation: sees(organisation) ? person.organisation : null,
    jobTitle: sees(jobTitle) ? person.jobTitle : null,
    station: sees(dutyStation) ? (person.dutyStation?.name ?? null) : null,
    languages: sees(languages) ? (person.languages ?? []) : [],
    roles: sees(role) ? held : [],
    contacts: person.contacts.filter(({ visibility }) => sees(visibility)),
  };
}
