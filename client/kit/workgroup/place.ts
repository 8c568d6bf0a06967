/** Whose structure a page shows, and the addresses of its pages. Pure. */
import { PAGES } from '../../../server/contract/paths.ts';

/** The structure above all countries. */
export const GLOBAL = 'global';

/** ISO3 in upper case, or `global`. */
export function scopeOf(params: Readonly<Record<string, string>>): string {
  const iso3 = params['iso3'] ?? GLOBAL;
  return iso3.toLowerCase() === GLOBAL ? GLOBAL : iso3.toUpperCase();
}

const pathIn = (scope: string, country: string, global: string): string => (scope === GLOBAL ? global : country.replace(':iso3', scope.toLowerCase()));

/** The page of all groups of a scope. */
export const structurePath = (scope: string): string => pathIn(scope, PAGES.coordination, PAGES.global);

/** The page of one group. */
export const groupPath = (scope: string, group: string): string => pathIn(scope, PAGES.group, PAGES.globalGroup).replace(':group', encodeURIComponent(group));

/** The page on which a spreadsheet is read into the structure. */
export const importPath = (scope: string): string => PAGES.structureImport.replace(':iso3', scope.toLowerCase());

/** Pages of the working group of a country, in the order of what somebody new looks for. Named by the last part of their paths, `/c/:iso3/documents`. */
export const SECTIONS = ['start', 'coordination', 'contacts', 'documents', 'calendar', 'sharing'] as const;
export type Section = (typeof SECTIONS)[number];

/** The address of a section of a scope. */
export const sectionPath = (scope: string, section: Section): string =>
  section === 'coordination' ? structurePath(scope) : `/c/${scope.toLowerCase()}/${section}`;
