/** The pages of the client: a view is one line here. */
import type { Api } from './api.ts';
import { fetchCountry } from './views/country-data.ts';

export interface Route {
  /** `:name` takes one part of the path. */
  path: string;
  /** Name of the custom element that the module defines. */
  element: string;
  load: () => Promise<unknown>;
  /** Message files beside `common`. */
  messages: string[];
  /** Begun together with the code, so that the two do not wait for each other. */
  data?: (api: Api, params: Record<string, string>, query: URLSearchParams) => unknown;
}

export const ROUTES: Route[] = [
  { path: '/', element: 'home-view', load: () => import('./views/home.ts'), messages: ['home'], data: (api) => api.getDatasets() },
  { path: '/c/:iso3', element: 'country-view', load: () => import('./views/country.ts'), messages: ['country'], data: fetchCountry },
  { path: '/c/:iso3/:dataset', element: 'dataset-view', load: () => import('./views/dataset.ts'), messages: ['dataset'] },
];

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
