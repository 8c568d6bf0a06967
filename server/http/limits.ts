/**
 * What connections may take, so that those for tiles are free: how many there are, in all and from one network; how long a head and a body
 * take; how slowly an answer is read. Decision 0029.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../log.ts';
import { CACHE } from './cache.ts';
import { networkOf } from './network.ts';

export interface ConnectionLimits {
  /** Open at the same time, and from one network; the second is not looked at behind a proxy, from which all come. */
  connections: number;
  connectionsEach: number;
  /** Requests whose body is on its way, and from one network. */
  bodies: number;
  bodiesEach: number;
  /** For the head of a request, and for a body that is no upload. */
  headMs: number;
  bodyMs: number;
  /** For the rest of a body once it was answered. */
  answeredMs: number;
  /** Of an upload, and of an answer that waits to be read: bytes in each of these periods. */
  windowMs: number;
  windowBytes: number;
  /** How often all this is looked at. */
  lookMs: number;
}

export const LIMITS: ConnectionLimits = {
  connections: 4000,
  connectionsEach: 1000,
  bodies: 512,
  bodiesEach: 64,
  headMs: 15_000,
  bodyMs: 30_000,
  answeredMs: 10_000,
  // A field office on a line of 8 kbit/s passes; one that stands still for so long goes on later, where it was cut (tus).
  windowMs: 60_000,
  windowBytes: 8_000,
  lookMs: 2000,
};

export interface GuardDeps {
  limits: ConnectionLimits;
  /** Whether files come with it, which may take as long as their line is slow. */
  isUpload: (request: IncomingMessage) => boolean;
  /** Whether all connections come from proxies. */
  behindProxy: boolean;
  log: Pick<Log, 'debug' | 'warn'>;
}

/** Bytes that went one way, looked at from time to time. */
interface Flow {
  bytes: number;
  since: number;
}
interface Body {
  request: IncomingMessage;
  response: ServerResponse;
  upload: boolean;
  begun: number;
  answered: number | null;
  flow: Flow;
}

export interface Guard {
  /** Asked of each request before anybody answers it; false where it was refused here. */
  admit(request: IncomingMessage, response: ServerResponse): boolean;
}

/** Begins with the next connection. */
export function guardConnections(server: Server, { limits, isUpload, behindProxy, log }: GuardDeps): Guard {
  const sockets = new Map<Socket, Flow>();
  const networks = createCounts();
  const bodies = new Set<Body>();
  const bodiesOf = createCounts();

  server.headersTimeout = limits.headMs;
  // Bodies have their own rule here, which knows uploads.
  server.requestTimeout = 0;
  server.maxConnections = limits.connections;

  server.on('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    if (networks.add(network) > limits.connectionsEach && !behindProxy) {
      networks.remove(network);
      socket.destroy();
      return;
    }
    sockets.set(socket, { bytes: 0, since: performance.now() });
    socket.once('close', () => {
      sockets.delete(socket);
      networks.remove(network);
    });
  });

  function admit(request: IncomingMessage, response: ServerResponse): boolean {
    const { headers, socket } = request;
    if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return true;
    const network = networkOf(socket.remoteAddress ?? '');
    if (bodies.size >= limits.bodies) return refuse(response, 503, 'busy.server', 'The server is too busy at the moment. Try again in a minute.');
    if (bodiesOf.add(network) > limits.bodiesEach && !behindProxy) {
      bodiesOf.remove(network);
      return refuse(response, 429, 'busy.address', 'Too many requests from your network are in progress. Try again in a minute.');
    }
    const now = performance.now();
    const body: Body = { request, response, upload: isUpload(request), begun: now, answered: null, flow: { bytes: socket.bytesRead, since: now } };
    bodies.add(body);
    const done = () => {
      if (bodies.delete(body)) bodiesOf.remove(network);
      request.off('end', done);
      socket.off('close', done);
    };
    request.once('end', done);
    socket.once('close', done);
    return true;
  }

  function lookAtBody(body: Body, now: number): void {
    const { request, response, upload, begun, flow } = body;
    if (request.complete) return;
    // Who was answered before all was sent, such as a stranger who uploads, has a moment to read the answer.
    if (response.writableFinished) body.answered ??= now;
    if (body.answered !== null && now - body.answered > limits.answeredMs) return void request.socket.destroy();
    // What has come and was not taken yet waits for us.
    if (request.readableLength > 0) flow.since = now;
    const late = upload ? stands(flow, request.socket.bytesRead, now, limits) : now - begun > limits.bodyMs;
    if (!late) return;
    log.debug({ path: request.url?.split('?')[0], upload }, 'Request:TooSlow');
    refuse(
      response,
      408,
      'request.slow',
      'The request arrived too slowly and was stopped. Send it again; an upload in parts continues where it was interrupted.',
    );
  }

  const timer = setInterval(() => {
    const now = performance.now();
    for (const body of bodies) lookAtBody(body, now);
    for (const [socket, flow] of sockets) {
      const taken = takenOf(socket);
      if (socket.writableLength === 0 || taken === undefined) flow.since = now;
      else if (stands(flow, taken, now, limits)) socket.destroy();
    }
  }, limits.lookMs);
  timer.unref();
  server.once('close', () => clearInterval(timer));
  return { admit };
}

/**
 * Bytes that the system has taken of what was written. The socket itself counts a buffer when it is taken whole, and a large one may be
 * on its way for minutes; its handle knows what is left of it, as Node's own time limit of sockets does.
 */
function takenOf(socket: Socket): number | undefined {
  const { _handle: handle } = socket as Socket & { _handle?: { bytesWritten?: number; writeQueueSize?: number } | null };
  if (handle?.bytesWritten === undefined || handle.writeQueueSize === undefined) return undefined;
  return handle.bytesWritten - handle.writeQueueSize;
}

/** Whether less went than must in a period; a new one begins with enough bytes, however soon. */
function stands(flow: Flow, bytes: number, now: number, { windowMs, windowBytes }: ConnectionLimits): boolean {
  if (bytes - flow.bytes >= windowBytes) Object.assign(flow, { bytes, since: now });
  return now - flow.since > windowMs;
}

/** The connection ends with it: the rest of the body is not waited for. */
function refuse(response: ServerResponse, status: 408 | 429 | 503, code: string, detail: string): false {
  const { socket } = response;
  const end = () => socket?.destroySoon();
  if (response.headersSent) {
    end();
    return false;
  }
  const title = { 408: 'Too slow', 429: 'Too often', 503: 'Not available now' }[status];
  const body = JSON.stringify({ type: `/problems/${code}`, title, status, detail, instance: '' });
  response.writeHead(status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': CACHE.never,
    Connection: 'close',
    ...(status === 408 ? {} : { 'Retry-After': '60' }),
  });
  response.end(body, end);
  return false;
}

function createCounts() {
  const counts = new Map<string, number>();
  return {
    add(key: string): number {
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
    remove(key: string): void {
      const count = counts.get(key) ?? 0;
      if (count <= 1) counts.delete(key);
      else counts.set(key, count - 1);
    },
  };
}
