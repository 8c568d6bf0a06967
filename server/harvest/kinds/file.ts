/** A file at an address; and a Google sheet, which is one. */
import { fault, faultOfStatus } from '../faults.ts';
import { askFile, fileName, refusingPages } from './ask.ts';
import type { Fetched, FetchContext } from './kind.ts';

/** By what is served, where neither address nor answer has an ending that says it. */
const ENDINGS: Record<string, string> = {
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/geo+json': 'geojson',
  'application/json': 'geojson',
  'application/zip': 'zip',
  'application/x-zip-compressed': 'zip',
  'application/geopackage+sqlite3': 'gpkg',
};
const KNOWN = /\.(csv|tsv|xlsx|xlsm|ods|fods|zip|geojson|json|topojson|gpkg|fgb|parquet|kml|kmz|gz)$/i;

/** The kind `file`. */
export async function fetchFile(context: FetchContext): Promise<Fetched> {
  return fetchFileAt(context, new URL(context.source.url));
}

/** @param withSecrets whether this is where they were meant for */
export async function fetchFileAt(
  context: FetchContext,
  url: URL,
  { name = null, withSecrets = true, resource = null }: { name?: string | null; withSecrets?: boolean; resource?: string | null } = {},
): Promise<Extract<Fetched, { is: 'files' }> | Extract<Fetched, { is: 'unchanged' }>> {
  const { etag, modified } = resource === null ? context.source : { etag: null, modified: null };
  const conditions = { ...(etag === null ? {} : { 'if-none-match': etag }), ...(modified === null ? {} : { 'if-modified-since': modified }) };
  const answer = await askFile(context, url, { accept: '*/*', ...conditions }, withSecrets);
  if (answer.status === 304 && Object.keys(conditions).length > 0) {
    answer.cancel();
    return { is: 'unchanged', status: 304 };
  }
  const refusal = faultOfStatus(answer.status);
  if (refusal) {
    answer.cancel();
    throw refusal;
  }
  const file = await context.store(refusingPages(answer.body), name ?? nameOf(context.source.name, url, answer.headers));
  return {
    is: 'files',
    status: answer.status,
    files: [file],
    etag: shortOf(answer.headers['etag']),
    modified: shortOf(answer.headers['last-modified']),
    counted: null,
    resource,
  };
}

const shortOf = (value: string | undefined): string | null => (value !== undefined && value.length <= 300 ? value : null);

/** As the other side calls it, where its ending says something. */
function nameOf(source: string, url: URL, headers: Record<string, string>): string {
  const [, quoted, bare] = /filename="([^"]{1,200})"|filename=([^;\s]{1,200})/i.exec(headers['content-disposition'] ?? '') ?? [];
  for (const text of [quoted ?? bare, url.pathname.split('/').at(-1)]) {
    const ending = text === undefined ? null : KNOWN.exec(decode(text));
    if (ending) return fileName(decode(text!).slice(0, -ending[0].length), ending[1]!.toLowerCase());
  }
  const media = headers['content-type']?.split(';')[0]!.trim().toLowerCase() ?? '';
  return fileName(source, ENDINGS[media] ?? 'csv');
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `/spreadsheets/d/ID/edit#gid=0` and `/spreadsheets/d/e/ID/pubhtml`, as they stand in the bar of a browser, as addresses of a CSV. */
export function toSheetUrl(given: string): URL {
  const url = new URL(given);
  const [, published, id] = /^\/spreadsheets\/d\/(e\/)?([\w-]{10,200})(\/|$)/.exec(url.pathname) ?? [];
  if (!id) throw fault('harvest.address');
  const gid = /(?:^|[#&?])gid=(\d{1,20})/.exec(`${url.search}${url.hash}`)?.[1];
  const to = new URL(published ? `/spreadsheets/d/e/${id}/pub?output=csv` : `/spreadsheets/d/${id}/export?format=csv`, url.origin);
  if (gid !== undefined) to.searchParams.set('gid', gid);
  if (published && gid !== undefined) to.searchParams.set('single', 'true');
  return to;
}

/** The kind `sheet`. */
export async function fetchSheet(context: FetchContext): Promise<Fetched> {
  // Sheets are made anew for each request: their headers say nothing of the content.
  const source = { ...context.source, etag: null, modified: null };
  const came = await fetchFileAt({ ...context, source }, toSheetUrl(source.url), { name: fileName(source.name, 'csv') });
  return came.is === 'files' ? { ...came, etag: null, modified: null } : came;
}
