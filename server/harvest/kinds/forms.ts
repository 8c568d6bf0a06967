/** Forms: submissions of Kobo (API v2), records of ActivityInfo. A table comes of them. */
import { fault } from '../faults.ts';
import { askJson, countOf, createVisits, fileName, isObject, textOf, toBytes } from './ask.ts';
import { fetchFileAt } from './file.ts';
import type { Fetched, FetchContext } from './kind.ts';
import { Records, requireSame, toTable } from './records.ts';

const PAGE = 1000;

/** `/api/v2/assets/UID/…`, or `#/forms/UID/…` as it stands in the bar of a browser. A link of an export setting is a file. */
export function toKoboUrl(given: string): { url: URL; isFile: boolean } {
  const url = new URL(given);
  if (/^\/api\/v2\/assets\/\w{5,60}\/export-settings\/\w{5,60}\/data\.(csv|xlsx)$/.test(url.pathname))
    return { url: new URL(url.pathname, url.origin), isFile: true };
  const uid = /^\/api\/v2\/assets\/(\w{5,60})(\/data)?\/?$/.exec(url.pathname)?.[1] ?? /^#\/forms\/(\w{5,60})(\/|$)/.exec(url.hash)?.[1];
  if (!uid) throw fault('harvest.address');
  const to = new URL(`/api/v2/assets/${uid}/data/`, url.origin);
  for (const [name, value] of Object.entries({ format: 'json', start: '0', limit: String(PAGE) })) to.searchParams.set(name, value);
  return { url: to, isFile: false };
}

/** The kind `kobo`. */
export async function fetchKobo(context: FetchContext): Promise<Fetched> {
  const { url, isFile } = toKoboUrl(context.source.url);
  if (isFile) return fetchFileAt(context, url);
  const records = new Records(context.bytes);
  const visit = createVisits();
  let counted: number | null = null;
  for (let next: URL | null = url; next !== null;) {
    visit(next);
    const { json } = await askJson(context, next);
    if (!isObject(json) || !Array.isArray(json['results'])) throw fault('harvest.answer');
    const now = countOf(json['count']);
    if (now === null) throw fault('harvest.answer');
    requireSame(counted, now);
    counted = now;
    records.add(json['results'], (record) => record['_id'] ?? record['_uuid']);
    next = nextOf(textOf(json['next']), next, url.origin);
  }
  const file = await context.store(toBytes(toTable(records.take(counted))), fileName(context.source.name, 'csv'));
  return { is: 'files', status: 200, files: [file], etag: null, modified: null, counted, resource: null };
}

/** Pages are followed where the secret was meant for. @throws InputError `harvest.next-host` */
export function nextOf(next: string | null, from: URL, origin: string): URL | null {
  if (next === null) return null;
  if (!URL.canParse(next, from)) throw fault('harvest.answer');
  const url = new URL(next, from);
  if (url.origin !== origin) throw fault('harvest.next-host', { host: url.hostname });
  return url;
}

/** `/resources/form/ID/query/rows`, or `/app#form/ID/…` as it stands in the bar of a browser. */
export function toRowsUrl(given: string): URL {
  const url = new URL(given);
  const id = /^\/resources\/form\/([\w-]{3,60})(\/query\/rows)?\/?$/.exec(url.pathname)?.[1] ?? /^#form\/([\w-]{3,60})(\/|$)/.exec(url.hash)?.[1];
  if (!id) throw fault('harvest.address');
  return new URL(`/resources/form/${id}/query/rows?_truncate=false`, url.origin);
}

/** The kind `activityinfo`. */
export async function fetchActivityInfo(context: FetchContext): Promise<Fetched> {
  const { status, json } = await askJson(context, toRowsUrl(context.source.url));
  if (!Array.isArray(json)) throw fault('harvest.answer');
  const records = new Records(context.bytes);
  records.add(json, (record) => record['@id'] ?? record['_id']);
  const file = await context.store(toBytes(toTable(records.take(json.length))), fileName(context.source.name, 'csv'));
  return { is: 'files', status, files: [file], etag: null, modified: null, counted: null, resource: null };
}
