/** Which names of this server are believed in a `Host` header: links, embeds and the comparison of origins are made from it. */
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface KnownHosts {
  /** Whether a `Host` header names this server. None at all, as HTTP/1.0 may send, names nobody. */
  knows(header: string | undefined): boolean;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const WILDCARDS = ['0.0.0.0', '::'];
/** What is asked by probes, by whatever name they have for the machine; nothing in their answers is made from it. */
const PROBES = new Set(['/healthz', '/readyz']);

/** Name without port, small letters, without the dot of the root; null where the header is no host at all. */
export function hostNameOf(header: string): string | null {
  const [, name] = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header) ?? [];
  return name ? name.toLowerCase().replace(/\.$/, '') : null;
}

/** The configured name, the names of the loopback, and those that the server listens on: the machine's own name, and its addresses where it listens on all. */
export function knownHosts({ publicUrl, host }: { publicUrl: string | null; host: string }): KnownHosts {
  const names = new Set([...LOOPBACK, hostname().toLowerCase()]);
  if (publicUrl) names.add(new URL(publicUrl).hostname.toLowerCase());
  if (!WILDCARDS.includes(host)) names.add(isIP(host) === 6 ? `[${host.toLowerCase()}]` : host.toLowerCase());
  return {
    knows(header) {
      if (header === undefined) return true;
      const name = hostNameOf(header);
      if (name === null) return false;
      if (names.has(name)) return true;
      if (!WILDCARDS.includes(host)) return false;
      // Addresses come and go, and are asked for by somebody unknown at most.
      const address = name.replace(/^\[|\]$/g, '');
      return isIP(address) !== 0 && Object.values(networkInterfaces()).some((list) => list?.some((own) => own.address === address));
    },
  };
}

/** RFC 9110 §15.5.20: the request was meant for another server, or whoever runs this one has not said its name. */
export function isMisdirected(hosts: KnownHosts, request: IncomingMessage): boolean {
  return !hosts.knows(request.headers.host) && !PROBES.has(request.url!.split('?')[0]!);
}

/** Answers 421 (RFC 9110 §15.5.20) as a problem document, before anything else is looked at; `id` names the request in the log. */
export function answerMisdirected(request: IncomingMessage, response: ServerResponse, id: string): void {
  const shown = (request.headers.host ?? '').slice(0, 100);
  const body = JSON.stringify({
    type: '/problems/host.unknown',
    title: 'Misdirected request',
    status: 421,
    detail: `This server was called by a name it does not know: ${JSON.stringify(shown)}. If it is its name, the person who runs the server should set CODMAP_PUBLIC_URL to the address that people use, for example https://maps.example.org, and have the proxy hand the Host header on.`,
    instance: id,
  });
  response.writeHead(421, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
