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

/** null: they do not see the entry at all. */
export function seenBy(audience: Audience, { person, appointments }: OwnEntry): Seen | null {
  const { record } = person;
  const sees = (visibility: Visibility) => WIDTHS.indexOf(visibility) >= WIDTHS.indexOf(audience);
  const held = appointments.filter(({ state }) => state === 'active');
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
