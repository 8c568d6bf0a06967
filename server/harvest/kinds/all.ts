/** Every kind of source: how it is fetched, and what an address of it must look like. */
import type { SourceKind } from '../../contract/harvest/harvest.ts';
import { fetchArcgis, toLayerUrl } from './arcgis.ts';
import { fetchCkan, toPackageUrl } from './ckan.ts';
import { fetchFile, fetchSheet, toSheetUrl } from './file.ts';
import { fetchActivityInfo, fetchKobo, toKoboUrl, toRowsUrl } from './forms.ts';
import type { FetchKind } from './kind.ts';
import { fetchOgc, toItemsUrl } from './ogc.ts';

export const KINDS: Record<SourceKind, { fetch: FetchKind; toUrl: (given: string) => URL }> = {
  file: { fetch: fetchFile, toUrl: (given) => new URL(given) },
  ckan: { fetch: fetchCkan, toUrl: toPackageUrl },
  arcgis: { fetch: fetchArcgis, toUrl: toLayerUrl },
  sheet: { fetch: fetchSheet, toUrl: toSheetUrl },
  kobo: { fetch: fetchKobo, toUrl: (given) => toKoboUrl(given).url },
  activityinfo: { fetch: fetchActivityInfo, toUrl: toRowsUrl },
  ogc: { fetch: fetchOgc, toUrl: toItemsUrl },
};
