/** What a form holds of a person, from what is kept and back to what is sent. Pure. */
import type { ContactEntry, FieldVisibility, PersonField, Visibility } from '../../../server/contract/contacts/contacts.ts';
import type { Person } from '../../../server/contract/groups/people.ts';

/** In the order of the contract, which the client may not import as a value. */
export const FIELDS: readonly PersonField[] = ['name', 'organisation', 'role', 'jobTitle', 'dutyStation', 'languages'];
/** From the fewest to everybody. */
export const WIDTHS: readonly Visibility[] = ['nobody', 'focal-points', 'members', 'public'];
export const KINDS: readonly ContactEntry['kind'][] = ['email', 'phone', 'messenger', 'other'];
export const LABELS: readonly ContactEntry['label'][] = ['work', 'personal'];
/** At most so many addresses and numbers. */
export const MOST_CONTACTS = 12;

/** Not sent where it is new: the server gives it one. */
export interface DraftContact {
  id: string | null;
  kind: ContactEntry['kind'];
  label: ContactEntry['label'];
  service: string;
  value: string;
  preferred: boolean;
  visibility: Visibility;
}

/** Texts as they are typed; '' where nothing is said. */
export interface PersonDraft {
  name: string;
  given: string;
  family: string;
  organisation: string;
  jobTitle: string;
  station: string;
  /** Of the unit of the boundaries, while its name stands as it was. */
  stationCode: string | null;
  /** Codes with commas between them. */
  languages: string;
  contacts: DraftContact[];
  visibility: FieldVisibility;
}

/** What holds until somebody says otherwise (§4.2 of the ground, docs/contacts.md). */
const FIRST: FieldVisibility = { name: 'members', organisation: 'members', role: 'members', jobTitle: 'members', dutyStation: 'members', languages: 'members' };
const firstOf = (kind: DraftContact['kind']): Visibility => (kind === 'email' ? 'members' : 'focal-points');

export const newContact = (kind: DraftContact['kind']): DraftContact => ({
  id: null,
  kind,
  label: 'work',
  service: '',
  value: '',
  preferred: false,
  visibility: firstOf(kind),
});

export const EMPTY_DRAFT: PersonDraft = {
  name: '',
  given: '',
  family: '',
  organisation: '',
  jobTitle: '',
  station: '',
  stationCode: null,
  languages: '',
  contacts: [newContact('email'), newContact('phone')],
  visibility: FIRST,
};

/** What is kept of a person, as the form shows it. */
export function draftOf(person: Person): PersonDraft {
  return {
    name: person.name,
    given: person.given ?? '',
    family: person.family ?? '',
    organisation: person.organisation ?? '',
    jobTitle: person.jobTitle ?? '',
    station: person.dutyStation?.name ?? '',
    stationCode: person.dutyStation?.pcode ?? null,
    languages: (person.languages ?? []).join(', '),
    contacts: person.contacts.map(({ service, ...contact }) => ({ ...contact, service: service ?? '' })),
    visibility: person.record?.visibility ?? FIRST,
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is sent. Entries without a value are none; the code of a place goes with its name. @param before what is kept, where there is something */
export function bodyOf(draft: PersonDraft, before: PersonDraft | null) {
  const station = orNull(draft.station);
  return {
    name: draft.name.trim(),
    given: orNull(draft.given),
    family: orNull(draft.family),
    organisation: orNull(draft.organisation),
    jobTitle: orNull(draft.jobTitle),
    dutyStation: station === null ? null : { pcode: before?.station === draft.station ? draft.stationCode : null, name: station },
    languages: draft.languages.split(/[\s,;،]+/).filter(Boolean),
    contacts: draft.contacts
      .filter(({ value }) => value.trim() !== '')
      .map(({ id, kind, label, service, value, preferred, visibility }) => ({
        ...(id === null ? {} : { id }),
        kind,
        label,
        service: kind === 'messenger' || kind === 'other' ? orNull(service) : null,
        value: value.trim(),
        preferred,
        visibility,
      })),
    visibility: draft.visibility,
  };
}

/** Only what was changed, so that what one does not see of a person is never overwritten; null where nothing was. */
export function changesOf(draft: PersonDraft, before: PersonDraft): Partial<ReturnType<typeof bodyOf>> | null {
  const kept = bodyOf(before, before);
  const changed = Object.entries(bodyOf(draft, before)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(kept[name as keyof typeof kept]));
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** The visibilities that may be chosen: all for oneself, for whoever enters another none wider than `widest`. */
export const widthsUpTo = (widest: Visibility): readonly Visibility[] => WIDTHS.slice(0, WIDTHS.indexOf(widest) + 1);

/** The last instant of a day, as a check-in is sent. */
export const endOfDay = (day: string): string => `${day}T23:59:59.000Z`;
/** Days between which a check-in may end: today, and a day less than twelve months ahead. */
export function checkInDays(at: string): { first: string; last: string } {
  const last = new Date(at);
  last.setUTCFullYear(last.getUTCFullYear() + 1);
  last.setUTCDate(last.getUTCDate() - 1);
  return { first: at.slice(0, 10), last: last.toISOString().slice(0, 10) };
}
