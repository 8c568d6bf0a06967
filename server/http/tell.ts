/** The serving side of answers that are made in a thread apart: what it is told, and what it made goes out. */
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { datasetId } from '../contract/ids.ts';
import type { Permission, Route } from '../contract/route.ts';
import { CACHE, isKept, matchesEtag } from './cache.ts';
import { isAllowed, type Authorize } from './request.ts';
import { encodingFor, policyOf } from './send.ts';
import type { AnsweredApart, Told } from './told.ts';

/** What handlers ask for beside the permission of their route. */
const ASKED: Permission[] = ['draft.read', 'presence.decide', 'version.publish'];

/** What a thread must know to answer a request in place of this one: address, the headers that the answer depends on, which permissions the asker has. Never a cookie or a key. */
export async function tell(
  route: Route,
  asked: Pick<Told, 'params' | 'query' | 'body' | 'actor' | 'base' | 'closed'>,
  request: Request,
  authorize: Authorize,
): Promise<Told> {
  const allowed: Permission[] = [];
  // The address of a map does not say what it is of, but what is to be saved does.
  const { spec } = (asked.body ?? {}) as { spec?: { boundary?: { dataset?: unknown } } };
  const dataset = datasetId.safeParse(request.params['id']).data ?? datasetId.safeParse(spec?.boundary?.dataset).data;
  for (const permission of ASKED) {
    if (await isAllowed(authorize, request, permission, dataset)) allowed.push(permission);
  }
  const headers = (route.heavy ?? []).flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { route: route.name, url: request.originalUrl, headers: Object.fromEntries(headers), ...asked, allowed, encoding: encodingFor(request) };
}

/** Resolves when the reader has all of it, or has gone. */
export async function sendAnswered(request: Request, response: Response, { status, cache, edits, media, encoding, etag, body }: AnsweredApart): Promise<void> {
  if (response.destroyed) return;
  for (const [edit, name, value] of edits) {
    if (edit === 'set') response.setHeader(name, value);
    else if (edit === 'remove') response.removeHeader(name);
    else response.vary(name);
  }
  const policy = policyOf(response, cache);
  response.status(status);
  if (media === null) return void response.end();
  response.setHeader('Cache-Control', CACHE[policy]);
  response.vary('Accept-Encoding');
  if (etag !== null && isKept(policy)) {
    response.setHeader('ETag', etag);
    if (matchesEtag(request.get('if-none-match'), etag)) return void response.status(304).end();
  }
  response.setHeader('Content-Type', media);
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body instanceof Uint8Array ? body.length : body.bytes);
  if (request.method === 'HEAD') return void response.end();
  if (body instanceof Uint8Array) {
    // Until it was taken whole it counts as held.
    const ended = new Promise<void>((resolve) => response.once('close', resolve).once('finish', resolve));
    response.end(body);
    return ended;
  }
  // A reader who leaves in the middle is no fault.
  await pipeline(body.file.createReadStream({ autoClose: false, start: 0, end: body.bytes - 1 }), response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}
