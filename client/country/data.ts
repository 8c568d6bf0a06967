/** What the country page needs first, fetched side by side. */
import type { Api } from '../kit/api.ts';
import type { DatasetAnswer, TileJson, VersionAnswer } from '../../server/contract/datasets/api.ts';
import { parseCountryState } from './state.ts';

export interface CountryData {
  dataset: Promise<DatasetAnswer>;
  version: Promise<VersionAnswer>;
  tilejson: Promise<TileJson>;
}

export function boundaryId(iso3: string): string {
  return `cod-ab-${iso3.toLowerCase()}`;
}

export function fetchCountry(api: Api, params: Record<string, string>, query: URLSearchParams): CountryData {
  const id = boundaryId(params['iso3'] ?? '');
  const version = parseCountryState(query).version ?? 'current';
  const data = { dataset: api.getDataset(id), version: api.getVersion(id, version), tilejson: api.getTileJson(`/tiles/${id}/${version}.json`) };
  // The page awaits each where it needs it; until then a failure must not count as unhandled.
  for (const promise of Object.values(data)) promise.catch(() => undefined);
  return data;
}
