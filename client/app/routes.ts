/** The pages of the client: a view is one line here. */
import { PAGES } from '../../server/contract/paths.ts';
import type { Language } from '../i18n/language.ts';
import type { Api } from '../kit/api.ts';
import { preloadMap } from '../map/preload.ts';
import { fetchCountry, type CountryData } from '../country/data.ts';
import { scopeOf } from '../kit/workgroup/place.ts';
// Almost every visit begins with one of these two: with them in the first file a slow line saves a round trip.
import '../country/page.ts';
import '../pages/home/page.ts';

export interface Route {
  /** `:name` takes one part of the path. */
  path: string;
  /** Name of the custom element that the module defines. */
  element: string;
  /** Absent where the code is in the first file. */
  load?: () => Promise<unknown>;
  /** Message files beside `common`. */
  messages: string[];
  /** The address of the page as it shows a saved map. */
  open?: (api: Api, map: string) => Promise<string>;
  /** Begun together with the code, so that the two do not wait for each other. */
  data?: (api: Api, params: Record<string, string>, query: URLSearchParams, language: Language) => unknown;
}

const open = async (api: Api, map: string): Promise<string> => (await import('./openSaved.ts')).openSaved(api, map);

export const ROUTES: Route[] = [
  { path: PAGES.home, element: 'home-view', messages: ['home'], data: (api) => api.getDatasets() },
  { path: PAGES.country, element: 'country-view', messages: ['country'], data: openCountry, open },
  {
    path: PAGES.population,
    element: 'population-view',
    load: () => import('../kinds/population/page.ts'),
    messages: ['country', 'population'],
    data: openCountry,
    open,
  },
  { path: PAGES.signIn, element: 'signin-view', load: () => import('../pages/people/signin.ts'), messages: ['account', 'people'] },
  { path: PAGES.join, element: 'join-view', load: () => import('../pages/people/signin.ts'), messages: ['account', 'people'] },
  { path: PAGES.members, element: 'members-view', load: () => import('../pages/people/members.ts'), messages: ['account', 'people'] },
  { path: PAGES.upload, element: 'upload-view', load: () => import('../pages/upload/page.ts'), messages: ['upload', 'account', 'review', 'columns'] },
  { path: PAGES.archive, element: 'archive-view', load: () => import('../pages/archive/page.ts'), messages: ['archive', 'country'] },
  {
    path: PAGES.draft,
    element: 'draft-view',
    load: () => import('../pages/draft/page.ts'),
    messages: [
      'country',
      'presence',
      'codes',
      'review',
      'columns',
      'draft',
      'history',
      'changes',
      'unitChanges',
      'repairs',
      'workgroup/signoff',
      'account',
      'workgroup/sharing',
      'indicators/page',
      'indicators/terms',
    ],
  },
  {
    path: PAGES.presence,
    element: 'presence-view',
    load: () => import('../kinds/presence/page.ts'),
    messages: ['country', 'presence', 'codes'],
    data: openCountry,
    open,
  },
  {
    path: PAGES.indicators,
    element: 'indicators-view',
    load: () => import('../kinds/indicators/page.ts'),
    messages: ['country', 'indicators/page', 'indicators/terms', 'codes'],
    data: openCountry,
    open,
  },
  {
    path: PAGES.indicatorList,
    element: 'indicator-list-view',
    load: () => import('../kinds/indicators/list/page.ts'),
    messages: ['indicators/page', 'indicators/list', 'indicators/terms', 'codes'],
  },
  { path: PAGES.review, element: 'review-view', load: () => import('../pages/review/page.ts'), messages: ['review', 'columns', 'codes'] },
  ...[PAGES.coordination, PAGES.global].map((path) => ({
    path,
    element: 'coordination-view',
    load: () => import('../pages/coordination/page.ts'),
    messages: ['coordination'],
    data: (api: Api, params: Record<string, string>, _: URLSearchParams, lang: Language) =>
      api.call('getStructure', { params: { scope: scopeOf(params) }, query: { lang } }),
  })),
  ...[PAGES.group, PAGES.globalGroup].map((path) => ({
    path,
    element: 'group-view',
    load: () => import('../pages/coordination/group/page.ts'),
    messages: ['coordination', 'codes', 'workgroup/papers', 'workgroup/series'],
    data: (api: Api, params: Record<string, string>, _: URLSearchParams, lang: Language) =>
      api.call('getGroup', { params: { scope: scopeOf(params), group: params['group']! }, query: { lang } }),
  })),
  {
    path: PAGES.start,
    element: 'start-view',
    load: () => import('../pages/coordination/start/page.ts'),
    messages: ['coordination', 'codes', 'workgroup/papers', 'workgroup/start'],
    data: (api: Api, params: Record<string, string>, _: URLSearchParams, lang: Language) =>
      api.call('getStructure', { params: { scope: scopeOf(params) }, query: { lang } }),
  },
  ...[PAGES.documents, PAGES.globalDocuments].map((path) => ({
    path,
    element: 'documents-view',
    load: () => import('../pages/documents/list/page.ts'),
    messages: ['workgroup/papers', 'workgroup/documents'],
    data: (api: Api, params: Record<string, string>, _: URLSearchParams, lang: Language) =>
      api.call('listDocuments', { params: { scope: scopeOf(params) }, query: { lang } }),
  })),
  ...[PAGES.document, PAGES.globalDocument].map((path) => ({
    path,
    element: 'document-view',
    load: () => import('../pages/documents/one/page.ts'),
    messages: ['workgroup/papers', 'workgroup/documents'],
    data: (api: Api, params: Record<string, string>, _: URLSearchParams, lang: Language) =>
      api.call('getDocument', { params: { scope: scopeOf(params), document: params['document']! }, query: { lang } }),
  })),
  ...[PAGES.newDocument, PAGES.writeDocument, PAGES.newGlobalDocument, PAGES.writeGlobalDocument].map((path) => ({
    path,
    element: 'write-document-view',
    load: () => import('../pages/documents/write/page.ts'),
    messages: ['workgroup/papers', 'workgroup/documents'],
  })),
  {
    path: PAGES.structureImport,
    element: 'structure-import-view',
    load: () => import('../pages/coordination/import/page.ts'),
    messages: ['coordination', 'workgroup/groupEdit', 'columns'],
  },
  ...[PAGES.calendar, PAGES.globalCalendar].map((path) => ({
    path,
    element: 'calendar-view',
    load: () => import('../pages/meetings/calendar/page.ts'),
    messages: ['workgroup/calendar', 'workgroup/meetings'],
  })),
  ...[PAGES.meeting, PAGES.globalMeeting].map((path) => ({
    path,
    element: 'meeting-view',
    load: () => import('../pages/meetings/one/page.ts'),
    messages: ['workgroup/calendar', 'workgroup/meetings'],
  })),
  ...[PAGES.contacts, PAGES.globalContacts].map((path) => ({
    path,
    element: 'contacts-view',
    load: () => import('../pages/coordination/contacts/page.ts'),
    messages: ['coordination', 'workgroup/contacts'],
  })),
  ...[PAGES.focalPoints, PAGES.globalFocalPoints].map((path) => ({
    path,
    element: 'focal-points-view',
    load: () => import('../pages/coordination/contacts/focal/page.ts'),
    messages: ['coordination', 'workgroup/contacts'],
  })),
  {
    path: PAGES.contactsImport,
    element: 'contacts-import-view',
    load: () => import('../pages/coordination/contacts/import/page.ts'),
    messages: ['coordination', 'workgroup/groupEdit', 'columns', 'workgroup/contactImport'],
  },
  { path: PAGES.entry, element: 'entry-view', load: () => import('../pages/people/own/page.ts'), messages: ['workgroup/contacts', 'workgroup/ownEntry'] },
  {
    path: PAGES.schedule,
    element: 'schedule-view',
    load: () => import('../pages/schedule/page.ts'),
    messages: ['workgroup/schedule', 'workgroup/sources', 'workgroup/series', 'workgroup/calendar', 'workgroup/sharing', 'workgroup/meetings'],
    data: (api: Api, params: Record<string, string>) => api.call('getSchedule', { params: { scope: params['iso3']!.toUpperCase() } }),
  },
  {
    path: PAGES.assessments,
    element: 'assessments-view',
    load: () => import('../pages/assessments/page.ts'),
    messages: ['codes', 'columns', 'workgroup/sharing', 'assessments/page', 'assessments/entry', 'assessments/import'],
    data: (api: Api, params: Record<string, string>, query: URLSearchParams, lang: Language) =>
      [...query.keys()].some((name) => name !== 'lang' && name !== 'tab')
        ? undefined
        : api.call('listAssessments', { params: { scope: params['iso3']!.toUpperCase() }, query: { lang } }),
    open,
  },
  { path: PAGES.pcode, element: 'pcode-view', load: () => import('../pages/pcode/page.ts'), messages: ['standards/pcode'] },
  { path: PAGES.news, element: 'news-view', load: () => import('../pages/news/page.ts'), messages: ['workgroup/news'] },
  { path: PAGES.unsubscribe, element: 'unsubscribe-view', load: () => import('../pages/news/unsubscribe.ts'), messages: ['workgroup/news'] },
  ...[PAGES.webhooks, PAGES.globalWebhooks].map((path) => ({
    path,
    element: 'webhooks-view',
    load: () => import('../pages/webhooks/page.ts'),
    messages: ['workgroup/webhooks'],
  })),
  {
    path: PAGES.sharing,
    element: 'sharing-view',
    load: () => import('../pages/sharing/page.ts'),
    messages: ['workgroup/sharing'],
    data: (api: Api, params: Record<string, string>, _: URLSearchParams, lang: Language) =>
      api.call('getSharing', { params: { scope: params['iso3']!.toUpperCase() }, query: { lang } }),
  },
  {
    path: PAGES.dataset,
    element: 'dataset-view',
    load: () => import('../pages/dataset/page.ts'),
    messages: ['dataset', 'history', 'unitChanges', 'repairs', 'workgroup/sharing', 'standards/made'],
  },
];

/** The map's code is long on its way, so it sets out with the data. */
function openCountry(api: Api, params: Record<string, string>, query: URLSearchParams): CountryData {
  const data = fetchCountry(api, params, query);
  preloadMap();
  return data;
}

/** The first route that fits, with the named parts of the path. */
export function matchRoute(routes: readonly Route[], pathname: string): { route: Route; params: Record<string, string> } | null {
  const parts = split(pathname);
  for (const route of routes) {
    const pattern = split(route.path);
    if (pattern.length !== parts.length) continue;
    const params: Record<string, string> = {};
    if (pattern.every((part, i) => (part.startsWith(':') ? (params[part.slice(1)] = parts[i]!) : part === parts[i]))) return { route, params };
  }
  return null;
}

function split(path: string): string[] {
  return path.split('/').filter(Boolean).map(decode);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
