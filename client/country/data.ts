/** What the country page needs first, fetched side by side. */
import type { Api } from '../kit/api.ts';
import { toAddress } from '../../server/contract/paths.ts';
import type { AsOfAnswer } from '../../server/contract/datasets/asOf.ts';
import type { DatasetAnswer, TileJson, VersionAnswer } from '../../server/contract/datasets/api.ts';
import { parseCountryState } from './state.ts';
import { BOUNDARIES, datasetOf } from '../kit/kinds.ts';

export interface CountryData {
  /** Which version holds on the day that was asked for; null where none was. */
  asOf: Promise<AsOfAnswer | null>;
  dataset: Promise<DatasetAnswer>;
  version: Promise<VersionAnswer>;
  tilejson: Promise<TileJson>;
}

export function fetchCountry(api: Api, params: Record<string, string>, query: URLSearchParams): CountryData {
  const id = datasetOf(BOUNDARIES, params['iso3'] ?? '');
  const { version: chosen, date, known } = parseCountryState(query);
  const asOf = date ? api.call('getAsOf', { params: { id }, query: { date, ...(known ? { known } : {}) } }) : null;
  const tag = chosen ?? 'current';
  const getTiles = (version: string) => api.getTileJson(toAddress('getTilejson', { dataset: id, version }));
  const data = {
    asOf: Promise.resolve(asOf),
    dataset: api.getDataset(id),
    version: asOf ? asOf.then(({ version }) => api.getVersion(id, version)) : api.getVersion(id, tag),
    tilejson: asOf ? asOf.then(({ version }) => getTiles(version)) : getTiles(tag),
  };
  // The page awaits each where it needs it; until then a failure must not count as unhandled.
  for (const promise of Object.values(data)) promise.catch(() => undefined);
  return data;
}
