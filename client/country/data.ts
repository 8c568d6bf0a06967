/** What the country page needs first, fetched side by side. */
import type { Api } from '../kit/api.ts';
import { toAddress } from '../../server/contract/paths.ts';
import type { DatasetAnswer, TileJson, VersionAnswer } from '../../server/contract/datasets/api.ts';
import { parseCountryState } from './state.ts';
import { BOUNDARIES, datasetOf } from '../kit/kinds.ts';

export interface CountryData {
  dataset: Promise<DatasetAnswer>;
  version: Promise<VersionAnswer>;
  tilejson: Promise<TileJson>;
}

export function fetchCountry(api: Api, params: Record<string, string>, query: URLSearchParams): CountryData {
  const id = datasetOf(BOUNDARIES, params['iso3'] ?? '');
  const version = parseCountryState(query).version ?? 'current';
  const data = {
    dataset: api.getDataset(id),
    version: api.getVersion(id, version),
    tilejson: api.getTileJson(toAddress('getTilejson', { dataset: id, version })),
  };
  // The page awaits each where it needs it; until then a failure must not count as unhandled.
  for (const promise of Object.values(data)) promise.catch(() => undefined);
  return data;
}
