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

const ofScope = (page: string, scope: string): string => page.replace(':iso3', scope.toLowerCase());

/** The page of all groups of a scope. */
export const structurePath = (scope: string): string => pathIn(scope, PAGES.coordination, PAGES.global);

/** The page of one group. */
export const groupPath = (scope: string, group: string): string => pathIn(scope, PAGES.group, PAGES.globalGroup).replace(':group', encodeURIComponent(group));

/** The page on which a spreadsheet is read into the structure. */
export const importPath = (scope: string): string => ofScope(PAGES.structureImport, scope);

/** The page of all contacts, that of focal points, and that on which a contact list is read. */
export const contactsPath = (scope: string): string => ofScope(PAGES.contacts, scope);
export const focalPointsPath = (scope: string): string => ofScope(PAGES.focalPoints, scope);
export const contactsImportPath = (scope: string): string => ofScope(PAGES.contactsImport, scope);
