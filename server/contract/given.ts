/** Names and titles that the server gives where nobody gave one, which pages say in the reader's own words. */

/** Who acts by the command line: so it is recorded, and no member can be called so (server/people/accounts.ts). */
export const COMMAND_LINE = 'command line';

/** Of versions: English, as catalogues of data have them. */
const ENDINGS = {
  boundaries: ' – subnational administrative boundaries',
  population: ': subnational population statistics',
  presence: ': operational presence (3W)',
} as const;

/** @param country its name in English */
export const defaultTitle = (of: keyof typeof ENDINGS, country: string): string => `${country}${ENDINGS[of]}`;

/** @param names what the country may be called in such a title */
export const isDefaultTitle = (title: string, names: readonly string[]): boolean =>
  Object.values(ENDINGS).some((ending) => names.some((name) => title === `${name}${ending}`));
