/** The one door to other servers: see contract.ts for what it promises. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import { Agent, type Dispatcher } from 'undici';
import { CodmapError, InputError, UnavailableError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import { readAll, tooLarge, unpack } from './body.ts';
import { createConnect, dialTls, resolveBySystem, unreachable } from './connect.ts';
import type { Egress, EgressAnswer, EgressDeps, EgressRequest } from './contract.ts';
import { checkAddress, parseAllowedHosts, refused } from './hosts.ts';
import { createTurns, retryAfter } from './turns.ts';

export type * from './contract.ts';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Of hosts that are broken or busy: another try may be answered. */
const PASSING = new Set([429, 500, 502, 503, 504]);
/** No answer keeps a fetch waiting longer for its next try; whoever asked is told until when. */
const LONGEST_WAIT_MS = 30_000;
const FIRST_WAIT_MS = 1000;
const HEADERS_MS = 30_000;
/** Between two pieces of a body. */
const IDLE_MS = 30_000;
const HEADER_BYTES = 32_768;

/** @throws Error where the list of hosts holds what is no host name */
export function createEgress({ allowedHosts, userAgent, now, resolve = resolveBySystem, dial = dialTls(), sleep = sleepWith }: EgressDeps): Egress {
  const allowed = parseAllowedHosts(allowedHosts);
  const turns = createTurns(now);
  const agent = new Agent({
    connect: createConnect(resolve, dial),
    allowH2: false,
    connections: 1,
    pipelining: 1,
    keepAliveTimeout: 2000,
    keepAliveMaxTimeout: 5000,
    headersTimeout: HEADERS_MS,
    bodyTimeout: IDLE_MS,
    maxHeaderSize: HEADER_BYTES,
  });

  /** One request to one host, without redirects. */
  async function ask(url: URL, request: EgressRequest, withSecrets: boolean, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const headers = { ...request.headers, ...(withSecrets ? request.secrets : {}), 'user-agent': userAgent, 'accept-encoding': 'gzip, br' };
    try {
      return await agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: request.method ?? 'GET',
        headers,
        body: request.body ?? null,
        signal,
      });
    } catch (error) {
      throw toKnown(error, url.hostname, signal);
    }
  }

  /** Follows redirects. The turn at the host that answered is still held by the answer. */
  async function follow(start: URL, request: EgressRequest, signal: AbortSignal): Promise<EgressAnswer> {
    const most = Math.min(request.redirects ?? MAX_REDIRECTS, MAX_REDIRECTS);
    const hosts: string[] = [];
    let [url, secrets] = [start, true];
    for (;;) {
      const [at, host] = [url, url.host];
      hosts.push(at.hostname);
      turns.requireTurn(host);
      const release = await turns.take(host, signal).catch((error: unknown) => Promise.reject(toKnown(error, at.hostname, signal)));
      try {
        turns.requireTurn(host);
        const came = await ask(at, request, secrets, signal);
        const to = headerOf(came.headers, 'location');
        if (most === 0 || !REDIRECTS.has(came.statusCode) || to === undefined) return answerOf(came, { url: at, hosts, release, request, signal });
        discard(came);
        if (request.method === 'POST') throw refused('redirect', at.hostname);
        if (hosts.length > most) throw new InputError('outside.redirects', problemText('outside.redirects'), { details: { host: start.hostname } });
        url = checkAddress(URL.canParse(to, at) ? new URL(to, at) : to, allowed);
        secrets &&= url.origin === start.origin;
        release();
      } catch (error) {
        release();
        throw error;
      }
    }
  }

  return {
    check: (url) => checkAddress(url, allowed),

    async fetch(url, request) {
      const start = checkAddress(url, allowed);
      const clock = AbortSignal.timeout(request.limits.seconds * 1000);
      const signal = request.signal ? AbortSignal.any([clock, request.signal]) : clock;
      const attempts = request.attempts ?? 1;
      for (let tried = 1; ; tried++) {
        let wait = FIRST_WAIT_MS * 2 ** (tried - 1);
        try {
          const answer = await follow(start, request, signal);
          if (!PASSING.has(answer.status)) return answer;
          const asked = retryAfter(answer.headers['retry-after'], now());
          if (tried >= attempts || (asked ?? 0) > LONGEST_WAIT_MS) {
            if (asked !== null) turns.hush(answer.url.host, asked);
            return answer;
          }
          answer.cancel();
          wait = Math.max(asked ?? 0, wait);
        } catch (error) {
          if (!(error instanceof UnavailableError && error.code === 'outside.unreachable') || tried >= attempts) throw error;
        }
        await sleep(Math.min(wait, LONGEST_WAIT_MS), signal).catch((error: unknown) => Promise.reject(toKnown(error, start.hostname, signal)));
      }
    },

    close: () => agent.destroy(),
  };
}

interface Came {
  url: URL;
  hosts: string[];
  release: () => void;
  request: EgressRequest;
  signal: AbortSignal;
}

function answerOf(came: Dispatcher.ResponseData, { url, hosts, release, request, signal }: Came): EgressAnswer {
  const limit = request.limits.bytes;
  const stated = Number(headerOf(came.headers, 'content-length') ?? 0);
  if (stated > limit) {
    discard(came);
    throw tooLarge(limit);
  }
  // A body that nobody reads would keep its host to itself.
  signal.addEventListener('abort', release, { once: true });
  async function* body(): AsyncGenerator<Uint8Array> {
    try {
      yield* unpack(came.body as AsyncIterable<Uint8Array>, headerOf(came.headers, 'content-encoding') ?? '', limit);
    } catch (error) {
      throw toKnown(error, url.hostname, signal);
    } finally {
      discard(came);
      release();
    }
  }
  const once = body();
  return {
    status: came.statusCode,
    headers: Object.fromEntries(Object.keys(came.headers).map((name) => [name.toLowerCase(), headerOf(came.headers, name)!])),
    url,
    hosts,
    body: once,
    bytes: (most = limit) => readAll(once, Math.min(most, limit)),
    cancel() {
      discard(came);
      release();
    },
  };
}

/** The rest is not read: the connection goes with it. */
function discard({ body }: Dispatcher.ResponseData): void {
  body.on('error', () => {});
  body.destroy();
}

function headerOf(headers: Dispatcher.ResponseData['headers'], name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** What undici and the clock throw, in our words; what they say of addresses goes to the log by `cause`. */
function toKnown(error: unknown, host: string, signal: AbortSignal): unknown {
  if (error instanceof CodmapError) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof CodmapError) return cause;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (signal.aborted || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT')
    return new UnavailableError('outside.slow', problemText('outside.slow'), { cause: error, details: { host } });
  return unreachable(host, error);
}

const sleepWith = (milliseconds: number, signal: AbortSignal): Promise<void> => sleepFor(milliseconds, undefined, { signal });
