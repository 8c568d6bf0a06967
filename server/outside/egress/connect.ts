/** The hook of undici that opens connections: the name is resolved once, every address is judged, and what was judged is what is connected to. */
import { lookup } from 'node:dns/promises';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { buildConnector } from 'undici';
import { UnavailableError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import { isPublicAddress } from './addresses.ts';
import type { Dial, Resolve } from './contract.ts';
import { refused } from './hosts.ts';

const CONNECT_MS = 10_000;
/** Addresses of a name that are tried, one after the other. */
const TRIED = 4;

/** All addresses, in the order of the resolver. */
export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** To the very address, over TLS, with the certificate of the name; `ca` is for tests. */
export const dialTls =
  (ca?: string, to: (address: string, port: number) => { host: string; port: number } = (host, port) => ({ host, port })): Dial =>
  ({ address, port, hostname, signal }) =>
    new Promise((resolve, reject) => {
      const socket = connectTls({ ...to(address, port), servername: hostname, ALPNProtocols: ['http/1.1'], ...(ca ? { ca } : {}) });
      const stop = () => socket.destroy(new Error('Connecting took too long'));
      signal.addEventListener('abort', stop, { once: true });
      const settle = (done: () => void) => {
        signal.removeEventListener('abort', stop);
        socket.off('error', fail);
        done();
      };
      const fail = (error: Error) => settle(() => reject(error));
      socket.once('error', fail);
      socket.once('secureConnect', () => settle(() => resolve(socket)));
    });

/** One private address among those of a name refuses them all: whoever mixes them has something in mind, or a resolver that should be mended. */
export function createConnect(resolve: Resolve, dial: Dial): buildConnector.connector {
  async function open(hostname: string, port: number): Promise<Socket> {
    const found = await resolve(hostname).catch((error: unknown) => Promise.reject(unreachable(hostname, error)));
    if (found.length === 0) throw unreachable(hostname);
    if (!found.every(({ address }) => isPublicAddress(address))) throw refused('network', hostname);
    let last: unknown;
    for (const { address } of found.slice(0, TRIED)) {
      try {
        return await dial({ address, port, hostname, signal: AbortSignal.timeout(CONNECT_MS) });
      } catch (error) {
        last = error;
      }
    }
    throw unreachable(hostname, last);
  }
  async function hand({ hostname, port, protocol }: buildConnector.Options, callback: buildConnector.Callback): Promise<void> {
    let socket: Socket;
    try {
      // Nothing of ours asks for another one; a second look costs nothing.
      if (protocol !== 'https:') throw refused('scheme');
      socket = await open(hostname, Number(port || 443));
    } catch (error) {
      return callback(error as Error, null);
    }
    return callback(null, socket);
  }
  return (to, callback) => void hand(to, callback);
}

/** With the host; what was said of it goes to the log by `cause`. */
export const unreachable = (host: string, cause?: unknown): UnavailableError =>
  new UnavailableError('outside.unreachable', problemText('outside.unreachable'), { cause, details: { host } });
