/** What goes out: JSON and text with ETag and compression, stored objects with byte ranges. */
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createGzip, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Artifact } from '../contract/datasets/dataset.ts';
import type { ObjectReader } from '../store/objects/reader.ts';
import { acceptsEncoding, CACHE, isKept, matchesEtag, toWeakEtag, type CachePolicy } from './cache.ts';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** From here on no cache may keep the answer, whatever the route says: not everyone may ask for it. */
export const keepPrivate = (response: Response): void => void (response.locals['private'] = true);
/** The caching of an answer: `never` once `keepPrivate` was said, else that of the route. */
export const policyOf = (response: Response, cache: CachePolicy): CachePolicy => (response.locals['private'] === true && isKept(cache) ? 'never' : cache);

/** Below this a compressed body saves less than one packet. */
const MIN_BYTES = 1024;
/** Kinds that are compressed already, or that clients read by ranges. */
const AS_STORED = /pmtiles|zip|parquet|geopackage|flatgeobuf|octet-stream|spreadsheet|image\/png/;
/** As small as an answer gets that somebody waits for. */
export const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

export type Encoding = 'br' | 'gzip';
/** A client that names no coding gets none: scripts without a header do not decompress. */
export function encodingFor(request: Pick<Request, 'headers'>): Encoding | null {
  const accepted = request.headers['accept-encoding'];
  if (accepted === undefined) return null;
  return acceptsEncoding(accepted, 'br') ? 'br' : acceptsEncoding(accepted, 'gzip') ? 'gzip' : null;
}
/** Whether compressing pays: `bytes` (uncompressed) are more than a packet holds, and the media type is none that is compressed already or read by ranges. */
export const isCompressible = (type: string, bytes: number): boolean => bytes >= MIN_BYTES && !AS_STORED.test(type);

/** Sends a whole body, compressed as the client allows, with a weak ETag where it may be kept; answers 304 where the client has it already. */
export async function sendText(request: Request, response: Response, text: string | Uint8Array, type: string, asked: CachePolicy, status = 200): Promise<void> {
  const cache = policyOf(response, asked);
  response.status(status);
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', CACHE[cache]);
  response.vary('Accept-Encoding');
  let body: Uint8Array = typeof text === 'string' ? Buffer.from(text) : text;
  if (status === 200 && isKept(cache)) {
    const etag = toWeakEtag(body);
    response.setHeader('ETag', etag);
    if (matchesEtag(request.get('if-none-match'), etag)) {
      response.status(304).removeHeader('Content-Type');
      response.end();
      return;
    }
  }
  const encoding = isCompressible(type, body.length) ? encodingFor(request) : null;
  if (encoding !== null) {
    body = encoding === 'br' ? await brotliAsync(body, BROTLI) : await gzipAsync(body);
    response.setHeader('Content-Encoding', encoding);
  }
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * A stored object as a download, given out only where its bytes are those of its checksum: strong ETag from its checksum, one byte range, gzip for text. Streams; nothing is held in memory.
 */
export async function sendObject(request: Request, response: Response, objects: ObjectReader, artifact: Artifact, cache: CachePolicy): Promise<void> {
  const { bytes, sha256, file, mediaType } = artifact;
  await objects.ensure(artifact.key, bytes);
  const etag = `"${sha256.slice(0, 32)}"`;
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Cache-Control', CACHE[policyOf(response, cache)]);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', etag);
  response.setHeader('Content-Disposition', toDisposition(file));
  if (matchesEtag(request.get('if-none-match'), etag)) {
    response.status(304).end();
    return;
  }
  const ifRange = request.get('if-range');
  const range = ifRange === undefined || ifRange === etag ? parseRange(request.get('range'), bytes) : undefined;
  if (range === 'unsatisfiable') {
    response.status(416).setHeader('Content-Range', `bytes */${bytes}`);
    response.removeHeader('Content-Disposition');
    response.end();
    return;
  }
  const compress = !range && !AS_STORED.test(mediaType) && bytes >= MIN_BYTES && request.get('accept-encoding') !== undefined;
  if (!AS_STORED.test(mediaType)) response.vary('Accept-Encoding');
  if (compress && acceptsEncoding(request.get('accept-encoding'), 'gzip')) {
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('ETag', `W/${etag}`);
    if (request.method === 'HEAD') return void response.end();
    await pipeline(objects.stream(artifact.key, 0, bytes), createGzip({ level: 6 }), response);
    return;
  }
  const [first, last] = range ?? [0, bytes - 1];
  if (range) response.status(206).setHeader('Content-Range', `bytes ${first}-${last}/${bytes}`);
  response.setHeader('Content-Length', last - first + 1);
  if (request.method === 'HEAD') return void response.end();
  await pipeline(objects.stream(artifact.key, first, last - first + 1), response);
}

/**
 * RFC 9110 §14.1.2, one range. Several ranges and other units give undefined: the whole is a permitted answer.
 * @returns first and last byte, inclusive.
 */
export function parseRange(header: string | undefined, size: number): [first: number, last: number] | 'unsatisfiable' | undefined {
  const match = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  if (match[1] === '') {
    const suffix = Math.min(Number(match[2]), size);
    return suffix === 0 ? 'unsatisfiable' : [size - suffix, size - 1];
  }
  const first = Number(match[1]);
  const last = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[2] !== '' && Number(match[2]) < first) return undefined;
  return first >= size ? 'unsatisfiable' : [first, last];
}

/** RFC 6266: an ASCII name for old clients, the true one in UTF-8. */
export function toDisposition(file: string): string {
  const ascii = file.normalize('NFKD').replace(/[^\w.\- ]/g, '_');
  const utf8 = encodeURIComponent(file).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
