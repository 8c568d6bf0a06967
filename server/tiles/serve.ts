/**
 * Tiles, in front of Express on the same http server: its stack costs four times the tile itself (reference figures in
 * bench/RESULTS.md, "Serving"). A hit parses the path by hand, searches one typed array and writes headers made beforehand.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzip } from 'node:zlib';
import { isPublic } from '../contract/datasets/dataset.ts';
import { datasetId, versionTag, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { UnavailableError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Archive, ArchiveInfo, Archives } from './archives.ts';
import { acceptsEncoding, CACHE, matchesEtag } from '../http/cache.ts';
import { ADMITTED, type Admit } from '../http/request.ts';
import type { Metrics } from '../http/metrics.ts';

export interface ServedTile {
  bytes: Uint8Array;
  /** Name, value, name, value …: what writeHead takes without copying. */
  headers: string[];
}

export interface TilesDeps {
  archives: Archives<ServedTile>;
  findTiles: (dataset: DatasetId, version: VersionTag) => Promise<{ publishedAt: string | null; key: string; sha256: string } | undefined>;
  findCurrent: (dataset: DatasetId) => Promise<VersionTag | undefined>;
  /** Whether the one who asks may receive the dataset at all, which is asked for each tile of what not everybody may. */
  admit: Admit;
  /** Another number whenever what that depends on has changed. */
  sensitivityAt: (now: number) => number;
  /** Whether the one who asks may see a draft. */
  mayReadDraft: (request: IncomingMessage, dataset: DatasetId) => Promise<boolean>;
  metrics: Metrics;
  log: Log;
  /** Address of this server where it is configured: QGIS follows none that is relative. */
  publicUrl?: string | null;
}

interface Entry {
  archive: Archive<ServedTile>;
  /** Not for everybody, so never kept: neither here nor in a cache. */
  closed: boolean;
  revision: number;
  minZoom: number;
  maxZoom: number;
  /** When the catalogue is asked again, on the clock of the process: a version may be gone from it, after a restore. */
  until: number;
}

export const TILE_TYPE = 'application/vnd.mapbox-vector-tile';
const MAX_ZOOM = 26;
const MAX_ENTRIES = 64;
const ENTRY_MS = 60_000;
const SLASH = 47;
const ZERO = 48;

/** What every tile answer says, success or not. Few on purpose: each header is checked and copied for each tile. */
const COMMON = ['Access-Control-Allow-Origin', '*', 'X-Content-Type-Options', 'nosniff'];

/** ETag of an entry of an archive: the archive's checksum and the entry's number, so it is known before anything is read. */
const toEtag = (sha16: string, index: number) => `"${sha16}-${index.toString(36)}"`;

/** Artifact keys end in `/{sha256}/{file}`; the first 16 hex digits tell archives apart. */
const toSha16 = (key: string) => key.split('/').at(-2)?.slice(0, 16) ?? key;

/** Made once for each tile held in memory. Passed to `createArchives`. */
export function prepareTile(bytes: Uint8Array, index: number, info: ArchiveInfo): ServedTile {
  const headers = [
    'Content-Type',
    TILE_TYPE,
    'Content-Length',
    String(bytes.length),
    'ETag',
    toEtag(toSha16(info.key), index),
    'Cache-Control',
    CACHE.immutable,
    'Vary',
    'Accept-Encoding',
    ...COMMON,
  ];
  if (info.gzip) headers.push('Content-Encoding', 'gzip');
  return { bytes, headers };
}

/** A draft, or what is shared with some, is for those who may see it, so no cache in between keeps it. */
const toPrivate = (headers: string[]) => headers.map((value) => (value === CACHE.immutable ? CACHE.never : value));

export interface TilePath {
  /** `{dataset}/{version}`. */
  key: string;
  z: number;
  x: number;
  y: number;
}

export function isTilePath(url: string): boolean {
  return url.startsWith('/tiles/') && (url.endsWith('.mvt') || url.includes('.mvt?'));
}

/** `/tiles/{dataset}/{version}/{z}/{x}/{y}.mvt` without regular expressions; undefined for anything else, such as `01`, `-1`, `1e3`. */
export function parseTilePath(url: string): TilePath | undefined {
  const datasetEnd = url.indexOf('/', 7);
  const versionEnd = datasetEnd < 0 ? -1 : url.indexOf('/', datasetEnd + 1);
  if (versionEnd < 0) return undefined;
  let at = versionEnd + 1;
  const number = (end: number) => {
    const from = at;
    let value = 0;
    let code = url.charCodeAt(at);
    while (code >= ZERO && code <= ZERO + 9) {
      value = value * 10 + code - ZERO;
      code = url.charCodeAt(++at);
    }
    const length = at - from;
    // One spelling for each tile: caches in between know it by its address.
    if (code !== end || length === 0 || length > 9 || (length > 1 && url.charCodeAt(from) === ZERO)) return -1;
    at++;
    return value;
  };
  const z = number(SLASH);
  if (z < 0) return undefined;
  const x = number(SLASH);
  if (x < 0) return undefined;
  const y = number(46 /* . */);
  if (y < 0) return undefined;
  if (!url.startsWith('mvt', at) || (url.length > at + 3 && url.charCodeAt(at + 3) !== 63) /* ? */) return undefined;
  return { key: url.slice(7, versionEnd), z, x, y };
}

function writeProblem(response: ServerResponse, status: number, code: string, detail: string, details?: Record<string, unknown>): void {
  const title =
    status === 404
      ? 'Not found'
      : status === 405
        ? 'Method not allowed'
        : status === 401
          ? 'Sign in first'
          : status === 403
            ? 'Not allowed'
            : 'Not available now';
  const body = JSON.stringify({ type: `/problems/${code}`, title, status, detail, instance: '', ...(details ? { details } : {}) });
  response.writeHead(status, [
    'Content-Type',
    'application/problem+json; charset=utf-8',
    'Content-Length',
    String(Buffer.byteLength(body)),
    'Cache-Control',
    CACHE.never,
    ...COMMON,
  ]);
  response.end(body);
}

export type TileHandler = (request: IncomingMessage, response: ServerResponse) => void;

export function createTileHandler({ archives, findTiles, findCurrent, admit, sensitivityAt, mayReadDraft, metrics, log, publicUrl }: TilesDeps): TileHandler {
  /** Open archives by `{dataset}/{version}`; a version's archive never changes. */
  const entries = new Map<string, Entry>();
  const counts = metrics.tiles;
  const refusesGzip = new Map<string, boolean>();

  const problem = (response: ServerResponse, status: number, code: string, detail: string, details?: Record<string, unknown>) => {
    counts[status === 404 ? 'notFound' : 'failed']++;
    writeProblem(response, status, code, detail, details);
  };

  const wantsPlain = (header: string | undefined): boolean => {
    if (header === undefined) return false;
    let refuses = refusesGzip.get(header);
    if (refuses === undefined) {
      refuses = !acceptsEncoding(header, 'gzip');
      if (refusesGzip.size < 100) refusesGzip.set(header, refuses);
    }
    return refuses;
  };

  const send = (request: IncomingMessage, response: ServerResponse, entry: Entry, tile: ServedTile) => {
    counts.ok++;
    if (entry.archive.info.gzip && wantsPlain(request.headers['accept-encoding'])) {
      gunzip(tile.bytes, (error, plain) => {
        if (error) return fail(response, error);
        // Another representation needs another strong tag.
        const headers = tile.headers.slice(0, -2).map((value, i, all) => (all[i - 1] === 'ETag' ? value.replace(/"$/, 'p"') : value));
        headers[3] = String(plain.length);
        counts.bytes += plain.length;
        response.writeHead(200, entry.closed ? toPrivate(headers) : headers);
        response.end(request.method === 'HEAD' ? undefined : plain);
      });
      return;
    }
    counts.bytes += tile.bytes.length;
    response.writeHead(200, entry.closed ? toPrivate(tile.headers) : tile.headers);
    response.end(request.method === 'HEAD' ? undefined : tile.bytes);
  };

  const fail = (response: ServerResponse, error: unknown) => {
    const known = error instanceof UnavailableError;
    // What is missing or damaged was said once, when it was found.
    if (known) log.debug({ err: error }, 'Tile:Failed');
    else log.error({ err: error }, 'Tile:Failed');
    if (response.headersSent) response.destroy();
    else if (known) problem(response, 503, error.code, error.message, error.details);
    else
      problem(
        response,
        503,
        'archive.damaged',
        'The tile archive cannot be read at the moment. Try again; if that does not help, the dataset must be uploaded again.',
      );
  };

  const answer = (request: IncomingMessage, response: ServerResponse, entry: Entry, path: TilePath) => {
    const { z, x, y } = path;
    if (z < entry.minZoom || z > entry.maxZoom)
      return problem(response, 404, 'tile.outside-zooms', `This archive has zoom levels ${entry.minZoom} to ${entry.maxZoom}.`);
    const side = 2 ** z;
    if (x >= side || y >= side) return problem(response, 404, 'tile.unknown', 'There is no such tile at this zoom level.');
    const { archive } = entry;
    const index = archive.find(z, x, y);
    if (index < 0) {
      counts.empty++;
      response.writeHead(204, ['Cache-Control', entry.closed ? CACHE.never : CACHE.immutable, ...COMMON]);
      response.end();
      return;
    }
    const asked = request.headers['if-none-match'];
    if (asked !== undefined) {
      const plain = archive.info.gzip && wantsPlain(request.headers['accept-encoding']);
      const etag = toEtag(toSha16(archive.info.key), index);
      const own = plain ? etag.replace(/"$/, 'p"') : etag;
      if (matchesEtag(asked, own)) {
        counts.notModified++;
        response.writeHead(304, ['ETag', own, 'Cache-Control', entry.closed ? CACHE.never : CACHE.immutable, 'Vary', 'Accept-Encoding', ...COMMON]);
        response.end();
        return;
      }
    }
    const cached = archive.peek(index);
    if (cached) return send(request, response, entry, cached);
    archives.tile(archive, index).then(
      (tile) => send(request, response, entry, tile),
      (error: unknown) => {
        entries.delete(path.key);
        fail(response, error);
      },
    );
  };

  /** @param hidden says of it what is said of what there never was */
  const refuse = (response: ServerResponse, dataset: DatasetId, tag: string, hidden: boolean) => {
    if (!hidden) return problem(response, 403, 'data.restricted', `${dataset} is not shared with everybody. Sign in as somebody who may receive it.`);
    if (tag === 'current') return problem(response, 404, 'version.none-current', `No version of ${dataset} has been published yet.`);
    return problem(response, 404, 'version.unknown', 'There is no such version of this dataset, or it has no tiles.');
  };

  /** First tile of a version, a draft, or something unknown: the catalogue is asked. */
  const resolve = async (request: IncomingMessage, response: ServerResponse, path: TilePath) => {
    const [id, tag] = path.key.split('/') as [string, string];
    const dataset = datasetId.safeParse(id);
    if (!dataset.success) return problem(response, 404, 'dataset.unknown', 'There is no such dataset here.');
    const revision = sensitivityAt(performance.now());
    const admission = await admit(request, dataset.data);
    if (!admission.isAdmitted) return refuse(response, dataset.data, tag, admission.hidden);
    if (tag === 'current') {
      const current = await findCurrent(dataset.data);
      if (!current) return refuse(response, dataset.data, tag, true);
      counts.redirected++;
      const { z, x, y } = path;
      response.writeHead(302, [
        'Location',
        `${publicUrl ?? ''}/tiles/${dataset.data}/${current}/${z}/${x}/${y}.mvt`,
        'Cache-Control',
        admission === ADMITTED ? CACHE.minute : CACHE.never,
        'Content-Length',
        '0',
        ...COMMON,
      ]);
      response.end();
      return;
    }
    const version = versionTag.safeParse(tag);
    const found = version.success ? await findTiles(dataset.data, version.data) : undefined;
    if (!found || (!isPublic(found) && !(await mayReadDraft(request, dataset.data)))) return refuse(response, dataset.data, tag, true);
    const archive = await archives.open(found.key);
    const entry: Entry = {
      archive,
      closed: !isPublic(found) || admission !== ADMITTED,
      revision,
      minZoom: archive.info.minZoom,
      maxZoom: archive.info.maxZoom,
      until: performance.now() + ENTRY_MS,
    };
    // A draft is looked up each time: its readers are few, and it may be published by then. So is what not everybody may receive.
    if (!entry.closed) {
      const oldest = entries.keys().next().value;
      if (entries.size >= MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
      entries.set(path.key, entry);
    }
    answer(request, response, entry, path);
  };

  return (request, response) => {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      if (method === 'OPTIONS') {
        response.writeHead(204, [
          'Access-Control-Allow-Methods',
          'GET, HEAD',
          'Access-Control-Allow-Headers',
          'If-None-Match, Range',
          'Access-Control-Max-Age',
          '86400',
          ...COMMON,
        ]);
        response.end();
        return;
      }
      request.resume();
      return problem(response, 405, 'route.method', 'Tiles can only be read with GET and HEAD.');
    }
    const path = parseTilePath(request.url!);
    if (!path || path.z > MAX_ZOOM) return problem(response, 404, 'tile.unknown', 'A tile is at /tiles/{dataset}/{version}/{z}/{x}/{y}.mvt.');
    const entry = entries.get(path.key);
    const now = performance.now();
    if (entry && entry.until > now && entry.revision === sensitivityAt(now)) return answer(request, response, entry, path);
    resolve(request, response, path).catch((error: unknown) => fail(response, error));
  };
}
