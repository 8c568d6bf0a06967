/**
 * A slow line in front of a server, for measuring pages: every byte of every connection shares one rate, every answer waits one
 * round trip, a new connection waits another. The browser's own throttling is not used, because it leaves workers, which fetch
 * the tiles, unthrottled.
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Transfer {
  path: string;
  /** Bytes of the body as sent (compressed). */
  bytes: number;
  /** Unix time in ms at which the last byte was sent. */
  end: number;
}

export interface SlowLink {
  url: string;
  /** Since the last `reset`, in order of their end. */
  transfers: Transfer[];
  reset(): void;
  close(): Promise<void>;
}

export interface LinkOptions {
  bitsPerSecond: number;
  roundTripMs: number;
  /** Answers some paths itself (a page to compare with); others go to `target`. */
  local?: (path: string) => { type: string; body: Buffer; encoding?: string } | undefined;
}

/** About one network packet. */
const CHUNK = 1460;

export async function openSlowLink(target: string, { bitsPerSecond, roundTripMs, local }: LinkOptions): Promise<SlowLink> {
  const bytesPerMs = bitsPerSecond / 8 / 1000;
  const transfers: Transfer[] = [];
  const seen = new WeakSet<Socket>();
  let free = 0;
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Waits for this chunk's turn on the shared line. */
  async function take(bytes: number): Promise<void> {
    free = Math.max(free, performance.now()) + bytes / bytesPerMs;
    const wait = free - performance.now();
    // Timers are exact to about a millisecond; shorter debts are paid with the next chunk.
    if (wait > 2) await sleep(wait);
  }

  async function answer(
    path: string,
    response: ServerResponse,
    status: number,
    headers: Record<string, unknown>,
    body: AsyncIterable<Buffer> | Iterable<Buffer>,
  ) {
    response.writeHead(status, headers as Record<string, string>);
    let bytes = 0;
    for await (const piece of body) {
      for (let at = 0; at < piece.length; at += CHUNK) {
        const chunk = piece.subarray(at, at + CHUNK);
        await take(chunk.length);
        bytes += chunk.length;
        if (!response.write(chunk)) await new Promise((resolve) => response.once('drain', resolve));
      }
    }
    response.end();
    transfers.push({ path, bytes, end: performance.timeOrigin + performance.now() });
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const fresh = !seen.has(incoming.socket);
    seen.add(incoming.socket);
    await sleep(fresh ? 2 * roundTripMs : roundTripMs);
    const path = incoming.url!;
    const own = local?.(path.split('?')[0]!);
    if (own) {
      const headers = { 'content-type': own.type, ...(own.encoding ? { 'content-encoding': own.encoding } : {}) };
      return answer(path, response, 200, headers, [own.body]);
    }
    const upstream = await new Promise<IncomingMessage>((resolve, reject) => {
      const { hostname, port } = new URL(target);
      request({ hostname, port, path, method: incoming.method, headers: { ...incoming.headers, host: incoming.headers.host } }, resolve)
        .on('error', reject)
        .end();
    });
    await answer(path, response, upstream.statusCode!, upstream.headers, upstream);
  }

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    transfers,
    reset() {
      transfers.length = 0;
      free = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
