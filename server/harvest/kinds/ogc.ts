/** A collection of OGC API Features: its items, page by page by the links that it gives, on the same server. */
import { fault } from '../faults.ts';
import { askJson, countOf, createVisits, fileName, isObject, textOf, toBytes, type JsonObject } from './ask.ts';
import { nextOf } from './forms.ts';
import type { Fetched, FetchContext } from './kind.ts';
import { Records, requireSame, toCollection } from './records.ts';

const PAGE = '1000';
const GEOJSON = 'application/geo+json, application/json;q=0.8';

/** `…/collections/ID` or `…/collections/ID/items`. */
export function toItemsUrl(given: string): URL {
  const url = new URL(given);
  const [, path] = /^(.*\/collections\/[^/]{1,200})(\/items)?\/?$/.exec(url.pathname) ?? [];
  if (!path) throw fault('harvest.address');
  const to = new URL(`${path}/items${url.search}`, url.origin);
  if (!to.searchParams.has('limit')) to.searchParams.set('limit', PAGE);
  return to;
}

const nextLink = ({ links }: JsonObject): string | null => {
  const link = Array.isArray(links) ? links.filter(isObject).find(({ rel }) => rel === 'next') : undefined;
  return textOf(link?.['href']);
};

/** The kind `ogc`. */
export async function fetchOgc(context: FetchContext): Promise<Fetched> {
  const url = toItemsUrl(context.source.url);
  const records = new Records(context.bytes);
  const visit = createVisits();
  let counted: number | null = null;
  for (let next: URL | null = url; next !== null;) {
    visit(next);
    const { json } = await askJson(context, next, GEOJSON);
    if (!isObject(json) || !Array.isArray(json['features'])) throw fault('harvest.answer');
    const now = countOf(json['numberMatched']);
    requireSame(counted, now);
    counted = now ?? counted;
    const fresh = records.add(json['features'], (feature) => feature['id']);
    // A server that repeats itself would lead on for ever.
    if (json['features'].length > 0 && fresh === 0) throw fault('harvest.pages');
    next = nextOf(nextLink(json), next, url.origin);
  }
  const file = await context.store(toBytes(toCollection(records.take(counted))), fileName(context.source.name, 'geojson'));
  return { is: 'files', status: 200, files: [file], etag: null, modified: null, counted, resource: null };
}
