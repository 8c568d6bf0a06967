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

/** Pages of the working group, in the order of what somebody new looks for. */
export const SECTIONS = ['start', 'coordination', 'contacts', 'documents', 'calendar', 'schedule', 'assessments', 'indicators', 'sharing'] as const;
export type Section = (typeof SECTIONS)[number];

/** The address of a section: `/c/tgo/documents`, and `/global-documents` above all countries. */
export function sectionPath(scope: string, section: Section): string {
  if (section === 'coordination') return structurePath(scope);
  // The map of indicators has the shorter address.
  if (section === 'indicators' && scope !== GLOBAL) return PAGES.indicatorList.replace(':iso3', scope.toLowerCase());
  return scope === GLOBAL ? `/global-${section}` : `/c/${scope.toLowerCase()}/${section}`;
}

/** The page of one meeting on one day. */
export const meetingPath = (scope: string, meeting: string, day: string): string => `${sectionPath(scope, 'calendar')}/${encodeURIComponent(meeting)}/${day}`;

/** The page of one document; of one of its versions. */
export function documentPath(scope: string, document: string, version: string | null = null): string {
  const path = `${sectionPath(scope, 'documents')}/${encodeURIComponent(document)}`;
  return version === null ? path : `${path}?version=${version}`;
}

/** Where a document is written, or its draft. */
export const writePath = (scope: string, document: string | null): string => {
  const documents = sectionPath(scope, 'documents');
  return document === null ? `${documents}-new` : `${documents}/${encodeURIComponent(document)}/write`;
};

/** The page of focal points. */
export const focalPointsPath = (scope: string): string => `${sectionPath(scope, 'contacts')}/focal-points`;

/** The page on which a contact list is read. */
export const contactsImportPath = (scope: string): string => PAGES.contactsImport.replace(':iso3', scope.toLowerCase());

/** The page of webhooks of a scope. */
export const webhooksPath = (scope: string): string => pathIn(scope, PAGES.webhooks, PAGES.globalWebhooks);
