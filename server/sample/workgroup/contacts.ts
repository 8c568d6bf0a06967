/** What the invented people are reached by, and what each has said about it: every case that a list of contacts knows is somebody here. */
import {
  CONSENT_TEXT,
  DEFAULT_VISIBILITY,
  type ConsentRecord,
  type ContactEntry,
  type DutyStation,
  type Entered,
  type FieldVisibility,
} from '../../contract/contacts/contacts.ts';
import type { Pcode } from '../../contract/ids.ts';

/** As groups keep it; what is not said is nothing. */
export interface InventedContact {
  given: string;
  family: string;
  dutyStation: DutyStation | null;
  languages: string[];
  contacts: ContactEntry[];
  visibility: FieldVisibility;
  namedInHistory: boolean;
  entered: Entered;
  enteredBy: string | null;
  enteredAt: string;
  confirmedAt: string | null;
  touchedAt: string;
  verifiedAt: string | null;
  verifiedBy: string | null;
  consents: ConsentRecord[];
}

/** Who stands for which case, by the order in which people are invented; the rest are as most people are. */
const CASES = { unconfirmed: 5, asked: 14, unanswered: 23, guarded: 4, publicEvery: 6 } as const;
const HOUR_MS = 3_600_000;
const BY = 'command line';

/** @param today YYYY-MM-DD; `place`: a unit of level 1, where the country has any */
export function inventContact(name: string, index: number, today: string, place: { pcode: string; name: string } | null): InventedContact {
  const at = (days: number) => new Date(Date.parse(`${today}T09:00:00Z`) + days * 24 * HOUR_MS).toISOString();
  const [given, family] = name.split(' ') as [string, string];
  const isPublic = index % CASES.publicEvery === 1;
  const isGuarded = index % 9 === CASES.guarded;
  const isUnconfirmed = index === CASES.unconfirmed;
  const entered = at(-60 - (index % 90));
  const touched = index === CASES.asked ? at(-190) : index === CASES.unanswered ? at(-220) : entered;
  const email = isPublic ? 'public' : isGuarded ? 'focal-points' : 'members';
  const contacts: ContactEntry[] = [
    entry('1', 'email', null, `${name.toLowerCase().replace(' ', '.')}@example.org`, true, email),
    // A country code that no country has.
    entry('2', 'phone', null, `+999 55 ${String(1000 + index * 37).slice(-4)}`, false, isGuarded ? 'nobody' : 'focal-points'),
    ...(index % 3 === 0 ? [entry('3', 'messenger', 'Signal', `+999 66 ${String(2000 + index * 53).slice(-4)}`, false, 'focal-points')] : []),
  ];
  const purposes = { members: true, 'focal-points-page': isPublic, 'partner-export': isPublic || index % 2 === 0 };
  return {
    given,
    family,
    dutyStation: place && { pcode: place.pcode as Pcode, name: place.name },
    languages: index % 4 === 0 ? ['fr', 'ar', 'en'] : ['fr', 'en'],
    contacts,
    visibility: isPublic ? { ...DEFAULT_VISIBILITY, name: 'public', role: 'public', organisation: 'public', jobTitle: 'public' } : DEFAULT_VISIBILITY,
    namedInHistory: index % 5 === 0,
    entered: isUnconfirmed ? 'on-behalf' : 'self',
    enteredBy: isUnconfirmed ? BY : null,
    enteredAt: isUnconfirmed ? at(-10) : touched < entered ? touched : entered,
    confirmedAt: isUnconfirmed ? null : touched,
    touchedAt: isUnconfirmed ? at(-10) : touched,
    verifiedAt: index % 4 === 2 ? at(-40) : null,
    verifiedBy: index % 4 === 2 ? BY : null,
    consents: isUnconfirmed ? [] : [{ at: touched, by: null, text: CONSENT_TEXT, language: 'fr', purposes }],
  };
}

const entry = (
  id: string,
  kind: ContactEntry['kind'],
  service: string | null,
  value: string,
  preferred: boolean,
  visibility: ContactEntry['visibility'],
): ContactEntry => ({
  id,
  kind,
  label: 'work',
  service,
  value,
  preferred,
  visibility,
});

/** End of the check-in of the n-th appointment: of one it is about to be over, of some nobody ever checked in. @param end its last day */
export function inventCheckIn(index: number, today: string, end: string | null): string | null {
  const in36Hours = new Date(Date.parse(`${today}T00:00:00Z`) + 36 * HOUR_MS).toISOString();
  if (index === 2) return in36Hours;
  if (index % 11 === 7) return null;
  const ahead = new Date(Date.parse(`${today}T16:00:00Z`) + (90 + (index % 200)) * 24 * HOUR_MS).toISOString();
  return end !== null && ahead.slice(0, 10) > end ? `${end}T16:00:00.000Z` : ahead;
}
