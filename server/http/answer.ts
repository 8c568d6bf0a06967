/** The thread's side of answers that are made apart: the handler of the route runs with what was told, and its answer is made ready to be sent. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import type { Permission, Route } from '../contract/route.ts';
import { ForbiddenError } from '../errors.ts';
import { isKept, toWeakEtag } from './cache.ts';
import { toProblem } from './problem.ts';
import type { Authorize } from './request.ts';
import { BROTLI, isCompressible, type Encoding } from './send.ts';
import { GivenUp, SENT, toWire, type Asked, type Served } from './serve.ts';
import type { Answered, HeaderEdit, Refused, Told } from './told.ts';

/** Compressed answers kept, since the same one is asked for again and again. */
const PACKED_BYTES = 32 << 20;

export interface AnswerDeps {
  served: readonly Served[];
  /** Whether somebody waits for the answer still. */
  isWanted: () => boolean;
}

/** What the one who asks may do is decided before; here it is looked up. */
const ALLOWED = new WeakMap<object, readonly Permission[]>();

/** For handlers in the thread. @throws ForbiddenError */
export const authorizeTold: Authorize = (request, permission) =>
  ALLOWED.get(request)?.includes(permission)
    ? Promise.resolve({ id: '', name: '' })
    : Promise.reject(new ForbiddenError('auth.forbidden', `Your account does not allow ${permission}. Ask an administrator of this server.`));

/** Answers what a thread is told, by the handlers of heavy routes. Each answer comes compressed and with its ETag; a refusal comes as the problem that a client would see, so nothing is thrown. */
export function createAnswerer({ served, isWanted }: AnswerDeps): (told: Told) => Promise<Answered | Refused> {
  const byName = new Map(served.filter(({ route }) => route.heavy).map((each) => [each.route.name, each]));
  const packed = new Map<string, Uint8Array>();
  let held = 0;

  function pack(bytes: Uint8Array, encoding: Encoding, etag: string): Uint8Array {
    const key = `${encoding} ${etag}`;
    let made = packed.get(key);
    if (made) packed.delete(key);
    else {
      made = encoding === 'br' ? brotliCompressSync(bytes, BROTLI) : gzipSync(bytes);
      held += made.length;
    }
    packed.set(key, made);
    for (const [old, { length }] of packed) {
      if (held <= PACKED_BYTES) break;
      packed.delete(old);
      held -= length;
    }
    return made;
  }

  const goOn = () => {
    if (!isWanted()) throw new GivenUp();
  };

  async function answer(told: Told): Promise<Answered> {
    const { route, handler } = byName.get(told.route)!;
    const edits: HeaderEdit[] = [];
    const request = toRequest(route, told);
    const { params, query, body, actor, base, closed } = told;
    const given = await handler({ params, query, body, actor, base, closed, request, response: toResponse(edits), goOn } as Asked<Route>);
    if (given === SENT) throw new Error(`${route.name} is heavy and answers by itself`);
    const wire = toWire(route, given as Exclude<typeof given, typeof SENT>);
    for (const [name, value] of Object.entries(wire.headers)) edits.push(['set', name, value]);
    const { status, cache, media } = wire;
    const common = { status, cache, edits, media };
    if (media === null) return { ...common, encoding: null, etag: null, body: new Uint8Array(0) };
    const bytes = typeof wire.body === 'string' ? Buffer.from(wire.body) : wire.body;
    const tag = toWeakEtag(bytes);
    const encoding = isCompressible(media, bytes.length) ? told.encoding : null;
    const out = encoding === null ? bytes : pack(bytes, encoding, tag);
    const etag = status === 200 && isKept(cache) ? tag : null;
    // A copy of its own, since what is handed over is gone from here, and what is kept stays.
    return { ...common, encoding, etag, body: new Uint8Array(out) };
  }

  return (told) =>
    answer(told).catch((error: unknown): Refused => {
      // The instance is filled in for each who asked.
      const problem = toProblem(error, '');
      return problem.status === 500 ? { problem, cause: error instanceof Error ? (error.stack ?? error.message) : String(error) } : { problem };
    });
}

/** Of a request only what handlers of heavy routes read. */
function toRequest(route: Route, { url, headers, allowed }: Told): Request {
  const request = { method: route.method.toUpperCase(), originalUrl: url, headers, get: (name: string) => headers[name.toLowerCase()] };
  ALLOWED.set(request, allowed);
  return request as unknown as Request;
}

function toResponse(edits: HeaderEdit[]): Response {
  const response = {
    locals: {},
    setHeader: (name: string, value: string | number) => void edits.push(['set', name, String(value)]),
    removeHeader: (name: string) => void edits.push(['remove', name]),
    vary: (name: string) => void edits.push(['vary', name]),
  };
  return response as unknown as Response;
}
