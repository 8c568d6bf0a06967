/** OGC API Features over HTTP: only what was published, and of that what the one who asks may receive; pages are those of the site. */
import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { OGC_TEXTS, ogcRoutes as routes } from '../contract/ogc/routes.ts';
import { toDatasetKind, toIso3, type DatasetId, type DatasetKind, type VersionTag } from '../contract/ids.ts';
import { toAddress } from '../contract/paths.ts';
import type { CachePolicy } from '../contract/route.ts';
import { NotFoundError } from '../errors.ts';
import { CACHE, matchesEtag } from '../http/cache.ts';
import { wantsPage } from '../http/problemPage.ts';
import { ADMITTED, requireAdmission, type Admit } from '../http/request.ts';
import { encodingFor, keepPrivate, policyOf } from '../http/send.ts';
import { page, reply, SENT, serve, type Served } from '../http/serve.ts';
import { problemText } from '../words/problems.ts';
import type { Collection } from './collections.ts';
import { addressOf, collectionDocument, CONFORMANCE, createCollectionsDocument, landingPage, queryablesDocument, schemaDocument } from './documents.ts';
import type { CollectionRef } from './ids.ts';
import { GEOJSON_TYPE, linkHeader, OPENAPI_TYPE, SCHEMA_TYPE, selfAndPage, type Link } from './links.ts';
import { ogcOpenApi } from './openapi.ts';
import { readItemsQuery, selectRows } from './query.ts';
import type { Ogc, OgcDeps } from './service.ts';
import { writeFeatures, type Source, type Wanted } from './stream.ts';

export interface ServeOgcDeps {
  ogc: Ogc;
  datasets: { findCurrent: (id: DatasetId) => Promise<VersionTag | undefined> };
  objects: OgcDeps['objects'];
  version: string;
  /** Absent: everybody may receive everything that is public. */
  admit?: Admit | undefined;
  mayClose: (kind: DatasetKind) => boolean;
}

/** Who asks for fewer looks first, as GDAL does with ten, and then follows `next` for all: that goes on in whole pages. */
const FEW = 100;

/** Fast rather than small: pages of features are large, and asked for once. */
const GZIP_LEVEL = 3;

interface Part {
  rows: number[];
  source: Source;
  wanted: Wanted;
  /** Before and after the features. */
  head: string;
  tail: string;
  end?: Uint8Array | undefined;
  links: Link[];
  /** What the answer is made from. */
  stamp: string;
  cache: CachePolicy;
}

export function serveOgc({ ogc, datasets, objects, version, admit = async () => ADMITTED, mayClose }: ServeOgcDeps): Served[] {
  const writeCollections = createCollectionsDocument();
  /** @throws HiddenError as of a collection that there never was, ForbiddenError `data.restricted` */
  async function requireOpen(request: Request, response: Response, dataset: DatasetId): Promise<void> {
    const admission = await admit(request, dataset);
    if (admission !== ADMITTED) keepPrivate(response);
    if (!admission.isAdmitted && admission.hidden) throw new NotFoundError('collection.unknown', problemText('collection.unknown'));
    requireAdmission(dataset, admission);
  }

  /** null: answered already, by the way to the version that is current. */
  async function find(request: Request, response: Response, base: string, id: string): Promise<Collection | null> {
    const ref = ogc.parse(id);
    await requireOpen(request, response, ref.dataset);
    if (ref.version === 'current') return redirectToCurrent(request, response, base, ref, id);
    const found = await ogc.find(ref);
    if (found.content.of === 'counts') await requireOpen(request, response, found.content.boundaries.dataset);
    return found;
  }

  async function redirectToCurrent(request: Request, response: Response, base: string, ref: CollectionRef, id: string): Promise<null> {
    const current = await datasets.findCurrent(ref.dataset);
    const found = current && (await ogc.find({ ...ref, version: current }));
    if (!found) throw new NotFoundError('collection.unknown', problemText('collection.unknown'));
    const after = request.path.slice(request.path.indexOf(id) + id.length);
    const query = request.originalUrl.indexOf('?');
    // Whole: QGIS follows no address that is relative.
    goTo(response, `${addressOf(base, found.id)}${after}${query < 0 ? '' : request.originalUrl.slice(query)}`);
    return null;
  }

  /** How long what is made of the data may be kept; `minute` of what is said of them. */
  const cacheOf = ({ content, version: { dataset } }: Collection): CachePolicy =>
    content.of !== 'file' || mayClose(toDatasetKind(dataset)) ? 'minute' : 'immutable';

  const isHtml = (request: Request, response: Response, f: 'json' | 'html' | undefined): boolean => {
    response.vary('Accept');
    return f === 'html' || (f === undefined && wantsPage(request));
  };
  const goTo = (response: Response, address: string) => {
    response.setHeader('Cache-Control', CACHE[policyOf(response, 'minute')]);
    response.redirect(302, address);
    return SENT;
  };
  /** The pages of the site that show the same. */
  const pageOf = (base: string, { version: { dataset, version: tag } }: Collection) => `${base}/c/${toIso3(dataset)}/${dataset}?version=${tag}`;
  const json = (body: { links: Link[] }, cache?: CachePolicy) =>
    reply(body as never, { ...(cache ? { cache } : {}), headers: { Link: linkHeader(body.links) } });

  /** Sends features as they are read; nobody waits for the last one to get the first. */
  async function sendFeatures(request: Request, response: Response, part: Part): Promise<typeof SENT> {
    const { rows, source, wanted, head, tail, end, links, cache } = part;
    const policy = policyOf(response, cache);
    response.setHeader('Content-Type', GEOJSON_TYPE);
    response.setHeader('Cache-Control', CACHE[policy]);
    response.setHeader('Link', linkHeader(links));
    response.vary('Accept-Encoding');
    if (policy !== 'never') {
      const etag = `W/"${createHash('sha256').update(`${part.stamp}\n${head}\n${tail}`).digest('base64url').slice(0, 22)}"`;
      response.setHeader('ETag', etag);
      if (matchesEtag(request.get('if-none-match'), etag)) {
        response.status(304).end();
        return SENT;
      }
    }
    if (source.geometry.of === 'file') await objects.ensure(source.geometry.key);
    const isPacked = encodingFor(request) !== null && /\bgzip\b/.test(request.get('accept-encoding') ?? '');
    if (isPacked) response.setHeader('Content-Encoding', 'gzip');
    if (request.method === 'HEAD') {
      response.end();
      return SENT;
    }
    const out = isPacked ? createGzip({ level: GZIP_LEVEL }) : response;
    if (out !== response) out.pipe(response);
    await sendPieces(out, response, head, writeFeatures(objects, source, rows, wanted, end), tail);
    return SENT;
  }

  /** The address of a page of items: what was asked, from another place on. */
  function pageAddress(href: string, asked: Readonly<Record<string, unknown>>, offset: number): string {
    const query = new URLSearchParams(
      Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'offset' && entry[0] !== 'f'),
    );
    if (offset > 0) query.set('offset', String(offset));
    const text = query.toString();
    return `${href}/items${text ? `?${text}` : ''}`;
  }

  return [
    serve(routes.getOgcLanding, ({ query: { f }, request, response, base }) =>
      isHtml(request, response, f) ? goTo(response, `${base}/`) : json(landingPage(base, OGC_TEXTS)),
    ),
    serve(routes.getOgcConformance, ({ query: { f }, request, response, base }) =>
      isHtml(request, response, f) ? goTo(response, `${base}${toAddress('showDocs')}`) : { conformsTo: CONFORMANCE },
    ),
    serve(routes.getOgcApi, ({ query: { f }, request, response, base }) =>
      isHtml(request, response, f)
        ? goTo(response, `${base}${toAddress('showDocs')}`)
        : page(JSON.stringify(ogcOpenApi(base, version, OGC_TEXTS)), OPENAPI_TYPE),
    ),

    serve(routes.listCollections, async ({ query: { f }, request, response, base }) => {
      if (isHtml(request, response, f)) return goTo(response, `${base}/`);
      const found = await ogc.list(async (dataset) => {
        const admission = await admit(request, dataset);
        // Others are told of fewer.
        if (admission !== ADMITTED) keepPrivate(response);
        return admission.isAdmitted;
      });
      const { text, links } = writeCollections(base, found, OGC_TEXTS.title);
      return page(text, 'application/json', { headers: { Link: linkHeader(links) } });
    }),

    serve(routes.getCollection, async ({ params, query: { f }, request, response, base }) => {
      const collection = await find(request, response, base, params.collection);
      if (!collection) return SENT;
      if (isHtml(request, response, f)) return goTo(response, pageOf(base, collection));
      const { source } = await ogc.open(collection);
      return json(collectionDocument(base, collection, source.rows.bbox));
    }),

    ...(
      [
        [routes.getCollectionSchema, schemaDocument],
        [routes.getQueryables, queryablesDocument],
      ] as const
    ).map(([route, write]) =>
      serve(route, async ({ params, query: { f }, request, response, base }) => {
        const collection = await find(request, response, base, params.collection);
        if (!collection) return SENT;
        if (isHtml(request, response, f)) return goTo(response, pageOf(base, collection));
        const { source } = await ogc.open(collection);
        return page(JSON.stringify(write(base, collection, source.rows)), SCHEMA_TYPE, { cache: cacheOf(collection) });
      }),
    ),

    serve(routes.listItems, async ({ params, query: { f }, request, response, base }) => {
      const collection = await find(request, response, base, params.collection);
      if (!collection) return SENT;
      const { source, stamp } = await ogc.open(collection);
      const asked = request.query as Record<string, unknown>;
      const query = readItemsQuery(asked, source.rows);
      if (isHtml(request, response, f)) return goTo(response, pageOf(base, collection));
      const matched = selectRows(source.rows, query);
      const rows = matched.slice(query.offset, query.offset + query.limit);
      const href = addressOf(base, collection.id);
      const title = collection.id;
      const after = query.offset + rows.length;
      const link = (rel: string, offset: number): Link => ({ rel, href: pageAddress(href, asked, offset), type: GEOJSON_TYPE, title });
      const links = [
        ...selfAndPage(pageAddress(href, asked, query.offset), title, GEOJSON_TYPE),
        { rel: 'collection', href, type: 'application/json', title },
        ...(after < matched.length && rows.length > 0
          ? [{ ...link('next', after), href: pageAddress(href, query.limit < FEW ? { ...asked, limit: undefined } : asked, after) }]
          : []),
        ...(query.offset > 0 ? [link('prev', Math.max(0, query.offset - query.limit))] : []),
      ];
      const head = `{"type":"FeatureCollection","numberMatched":${matched.length},"numberReturned":${rows.length},"links":${JSON.stringify(links)},"features":[\n`;
      return sendFeatures(request, response, { rows, source, wanted: query, head, tail: '\n]}\n', links, stamp, cache: cacheOf(collection) });
    }),

    serve(routes.getItem, async ({ params, query: { f }, request, response, base }) => {
      const collection = await find(request, response, base, params.collection);
      if (!collection) return SENT;
      const { source, stamp } = await ogc.open(collection);
      const row = source.rows.ids.indexOf(params.feature);
      if (row < 0) throw new NotFoundError('collection.feature', problemText('collection.feature'));
      const { dataset, version: tag } = collection.version;
      if (isHtml(request, response, f))
        return goTo(
          response,
          collection.level === null
            ? pageOf(base, collection)
            : `${base}/c/${toIso3(dataset)}?version=${tag}&unit=${collection.level}:${encodeURIComponent(params.feature)}`,
        );
      const href = addressOf(base, collection.id);
      const links = [
        ...selfAndPage(`${href}/items/${encodeURIComponent(params.feature)}`, params.feature, GEOJSON_TYPE),
        { rel: 'collection', href, type: 'application/json', title: collection.id },
      ];
      const end = Buffer.from(`,"links":${JSON.stringify(links)}}`);
      return sendFeatures(request, response, {
        rows: [row],
        source,
        wanted: { properties: null, geometry: true },
        head: '',
        tail: '\n',
        end,
        links,
        stamp: `${stamp} ${href} ${params.feature}`,
        cache: cacheOf(collection),
      });
    }),
  ];
}

/** Each piece is on its way before the next but one is made, in whose place it lies; who goes away ends it. */
async function sendPieces(out: Writable, response: Response, head: string, pieces: AsyncIterable<Uint8Array>, tail: string): Promise<void> {
  let leave = () => {};
  const left = new Promise<void>((resolve) => (leave = resolve));
  response.once('close', leave);
  const write = (piece: string | Uint8Array) => Promise.race([left, new Promise<void>((resolve) => out.write(piece, () => resolve()))]);
  try {
    let before = write(head);
    for await (const piece of pieces) {
      if (response.destroyed) return;
      const now = write(piece);
      await before;
      before = now;
    }
    out.end(tail);
  } catch (error) {
    // A cut answer must not pass for a whole one.
    if (out !== response) out.destroy();
    throw error;
  } finally {
    response.off('close', leave);
  }
}
