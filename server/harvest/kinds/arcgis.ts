/** A layer of an ArcGIS feature or map service: page by page in the order of its object ids, else by the ids themselves; all records that it counts, or none. */
import { fault } from '../faults.ts';
import { askJson, countOf, fileName, isObject, MOST_PAGES, textOf, toBytes, type Json, type JsonObject } from './ask.ts';
import { toFeature } from './esri.ts';
import type { Fetched, FetchContext } from './kind.ts';
import { Records, requireSame, toCollection } from './records.ts';

/** Ids in one address; servers take some 2,000 characters. */
const IDS = 150;
const DEFAULT_PAGE = 1000;

/** `…/FeatureServer/0` or `…/MapServer/3`. */
export function toLayerUrl(given: string): URL {
  const url = new URL(given);
  const [path] = /^.*\/(FeatureServer|MapServer)\/\d{1,6}(?=\/query\/?$|\/?$)/i.exec(url.pathname) ?? [];
  if (!path) throw fault('harvest.address');
  return new URL(path, url.origin);
}

interface Layer {
  url: URL;
  oid: string;
  page: number;
  format: 'geojson' | 'json';
  isPaged: boolean;
}

/** @throws InputError `harvest.answer`, `harvest.sign-in`: what ArcGIS calls an error it sends with the status of success */
async function ask(context: FetchContext, url: URL, query: Record<string, string>): Promise<JsonObject> {
  const to = new URL(url);
  for (const [name, value] of Object.entries(query)) to.searchParams.set(name, value);
  const { json } = await askJson(context, to);
  if (!isObject(json)) throw fault('harvest.answer');
  const { error } = json;
  if (isObject(error)) {
    const code = countOf(error['code']) ?? 0;
    throw [401, 403, 498, 499].includes(code) ? fault('harvest.sign-in', { status: code }) : fault('harvest.status', { status: code });
  }
  return json;
}

async function describe(context: FetchContext): Promise<Layer> {
  const url = toLayerUrl(context.source.url);
  const said = await ask(context, url, { f: 'json' });
  const fields = Array.isArray(said['fields']) ? said['fields'].filter(isObject) : [];
  const oid = textOf(said['objectIdField']) ?? textOf(fields.find(({ type }) => type === 'esriFieldTypeOID')?.['name']);
  if (oid === null) throw fault('harvest.answer');
  const advanced = said['advancedQueryCapabilities'];
  return {
    url: new URL(`${url.pathname}/query`, url.origin),
    oid,
    page: Math.min(Math.max(1, countOf(said['maxRecordCount']) ?? DEFAULT_PAGE), 10_000),
    // A list that is left out says nothing; the first page shows it.
    format: /geojson/i.test(textOf(said['supportedQueryFormats']) ?? 'geojson') ? 'geojson' : 'json',
    isPaged: isObject(advanced) ? advanced['supportsPagination'] !== false : true,
  };
}

const count = async (context: FetchContext, { url }: Layer): Promise<number> => {
  const counted = countOf((await ask(context, url, { where: '1=1', returnCountOnly: 'true', f: 'json' }))['count']);
  if (counted === null) throw fault('harvest.answer');
  return counted;
};

const WHOLE = { outFields: '*', returnGeometry: 'true', outSR: '4326' };

const featuresOf = ({ features }: JsonObject): Json[] => {
  if (!Array.isArray(features)) throw fault('harvest.answer');
  return features;
};
const idOf =
  ({ oid }: Layer) =>
  (feature: JsonObject): Json | undefined =>
    feature['id'] ?? (isObject(feature['properties']) ? feature['properties'][oid] : undefined);
const converted = ({ format }: Layer, features: Json[]): Json[] =>
  format === 'json' ? features.map((each) => (isObject(each) ? toFeature(each) : each)) : features;

/** Whether the answer was cut: at the top, or among the properties of the collection. */
const isCut = (answer: JsonObject): boolean => {
  const { exceededTransferLimit, properties } = answer;
  return exceededTransferLimit === true || (isObject(properties) && properties['exceededTransferLimit'] === true);
};

/** Until the server says that nothing is left out, and as long as it brings something new. */
async function readPages(context: FetchContext, layer: Layer, records: Records, counted: number): Promise<void> {
  for (let [offset, page] = [0, 0]; page < MOST_PAGES; page++) {
    const query = { where: '1=1', ...WHOLE, orderByFields: layer.oid, resultOffset: String(offset), resultRecordCount: String(layer.page), f: layer.format };
    const answer = await ask(context, layer.url, query);
    const features = featuresOf(answer);
    const fresh = records.add(converted(layer, features), idOf(layer));
    offset += features.length;
    if (features.length === 0 || fresh === 0) return;
    // Some services cut their pages and do not say so: what was counted says it.
    if (!isCut(answer) && (offset >= counted || features.length < layer.page)) return;
  }
  throw fault('harvest.pages');
}

/** Every id, then the records of so many at a time. */
async function readByIds(context: FetchContext, layer: Layer, records: Records): Promise<void> {
  const answer = await ask(context, layer.url, { where: '1=1', returnIdsOnly: 'true', f: 'json' });
  const ids = answer['objectIds'];
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'number')) throw fault('harvest.answer');
  const sorted = ids.toSorted((a, b) => a - b);
  const size = Math.min(IDS, layer.page);
  if (sorted.length > size * MOST_PAGES) throw fault('harvest.pages');
  for (let at = 0; at < sorted.length; at += size) {
    const query = { objectIds: sorted.slice(at, at + size).join(','), ...WHOLE, f: layer.format };
    records.add(converted(layer, featuresOf(await ask(context, layer.url, query))), idOf(layer));
  }
}

/** GeoJSON first; what a server does not know it says in many ways. */
async function readAll(context: FetchContext, layer: Layer, counted: number): Promise<Records> {
  const paged = new Records(context.bytes);
  if (layer.isPaged || counted <= layer.page) await readPages(context, layer, paged, counted);
  if (paged.size === counted) return paged;
  const chosen = new Records(context.bytes);
  await readByIds(context, layer, chosen);
  return chosen;
}

/** The kind `arcgis`. @throws InputError `harvest.incomplete` where other records came than are counted */
export async function fetchArcgis(context: FetchContext): Promise<Fetched> {
  const layer = await describe(context);
  const counted = await count(context, layer);
  let read: Records;
  try {
    read = await readAll(context, layer, counted);
  } catch (error) {
    const isOfFormat = error instanceof Error && 'code' in error && ['harvest.status', 'harvest.answer'].includes(String(error.code));
    if (layer.format === 'json' || !isOfFormat) throw error;
    read = await readAll(context, { ...layer, format: 'json' }, counted);
  }
  requireSame(counted, await count(context, layer));
  const features = read.take(counted);
  const file = await context.store(toBytes(toCollection(features)), fileName(context.source.name, 'geojson'));
  return { is: 'files', status: 200, files: [file], etag: null, modified: null, counted, resource: null };
}
