/**
 * The internet of a test: names with addresses, and servers on the loopback that answer for them. Addresses are judged as in the product; only the
 * connection to one that has been found public is led here, and each is written down.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Dial, EgressDeps, Resolve } from '../../../server/outside/egress/contract.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface World extends AsyncDisposable {
  /** Addresses to which a connection was opened. */
  dialled: string[];
  /** `METHOD host path`, as they came. */
  asked: string[];
  hosts: Record<string, { addresses: string[] | string[][]; handle: Handler }>;
  resolve: Resolve;
  dial: Dial;
  close(): Promise<void>;
}

export const PUBLIC = '93.184.215.14';

/** Several lists of addresses: one for each time that the name is asked for, the last one again and again. */
export async function startWorld(hosts: World['hosts'] = {}): Promise<World> {
  const times = new WeakMap<object, number>();
  const server = createServer((request, response) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    world.asked.push(`${request.method} ${request.headers.host} ${request.url}`);
    response.on('error', () => {});
    Promise.resolve(hosts[name]?.handle(request, response)).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const world: World = {
    dialled: [],
    asked: [],
    hosts,
    resolve: async (hostname) => {
      const { addresses } = hosts[hostname] ?? { addresses: [] };
      const time = times.get(addresses) ?? 0;
      times.set(addresses, time + 1);
      const given = Array.isArray(addresses[0]) ? (addresses as string[][])[Math.min(time, addresses.length - 1)]! : (addresses as string[]);
      if (given.length === 0) throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
      return given.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
    dial: async ({ address }) => {
      world.dialled.push(address);
      return new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket));
        socket.once('error', reject);
      });
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    [Symbol.asyncDispose]: () => world.close(),
  };
  return world;
}

/** What a fetch of the product is opened with, here. */
export const egressOf = (world: World, allowedHosts: string[], more: Partial<EgressDeps> = {}): EgressDeps => ({
  allowedHosts,
  userAgent: 'Codmap/test (+https://maps.example.org)',
  now: () => new Date('2026-12-01T00:00:00Z'),
  resolve: world.resolve,
  dial: world.dial,
  sleep: async () => {},
  ...more,
});
