/** Names and titles that the server gives where nobody gave one, which pages say in the reader's own words. */
import type { AppointmentRole } from './groups/groups.ts';
import type { Role } from './people/people.ts';

/** Who acts by the command line: so it is recorded, and no member can be called so (server/people/accounts.ts). */
export const COMMAND_LINE = 'command line';

/** Where strangers are told what somebody held in the place of a name (server/people/told.ts), as data. */
export interface ToldStaff {
  /** Its word is `staff.<code>`. */
  code: AppointmentRole | Role | 'command-line';
  /** The short name of the group; null where it is not told, or there is none. */
  group: string | null;
}
const STAFF: Record<AppointmentRole | Role, true> = {
  chair: true,
  'co-chair': true,
  coordinator: true,
  'co-coordinator': true,
  imo: true,
  alternate: true,
  secretariat: true,
  member: true,
  observer: true,
  admin: true,
};

/** `imo, GIS` → what it says; null of a name. */
export function readStaff(text: string): ToldStaff | null {
  if (text === COMMAND_LINE) return { code: 'command-line', group: null };
  const [code, ...group] = text.split(', ');
  return Object.hasOwn(STAFF, code!) ? { code: code as ToldStaff['code'], group: group.length > 0 ? group.join(', ') : null } : null;
}

/** Of versions: English, as catalogues of data have them. */
const ENDINGS = {
  boundaries: ' – subnational administrative boundaries',
  population: ': subnational population statistics',
  presence: ': operational presence (3W)',
  indicators: ': humanitarian indicators',
} as const;

/** @param country its name in English */
export const defaultTitle = (of: keyof typeof ENDINGS, country: string): string => `${country}${ENDINGS[of]}`;

/** @param names what the country may be called in such a title */
export const isDefaultTitle = (title: string, names: readonly string[]): boolean =>
  Object.values(ENDINGS).some((ending) => names.some((name) => title === `${name}${ending}`));
