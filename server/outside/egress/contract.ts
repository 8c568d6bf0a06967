/**
 * Fetching from other servers: what every request to the outside passes through. Webhooks and harvests each open one with the hosts that the
 * administrator allows them; nothing else in the product opens a connection.
 */
import type { Socket } from 'node:net';
import type { LookupAddress } from 'node:dns';

export interface EgressDeps {
  /** `data.humdata.org`, `*.humdata.org` (names below it), each with `:PORT` where it is not 443. No address, no single label. None: nothing is fetched. */
  allowedHosts: readonly string[];
  /** Such as `Codmap/0.2.0 (+https://maps.example.org)`: whom to write to. */
  userAgent: string;
  now: () => Date;
  /** Asked once for each connection, and what it says is what is connected to. Left out: the system's resolver. */
  resolve?: Resolve;
  /** For tests: opens the connection to an address that has been judged. Nothing in the configuration sets it. */
  dial?: Dial;
  /** For tests: what waits. */
  sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** For tests: who answers for names, and how they are reached. Nothing of the configuration sets it. */
export type Internet = Partial<Pick<EgressDeps, 'resolve' | 'dial' | 'sleep'>>;

export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

/** A connected socket, over TLS in the product; `hostname` is whose certificate is asked for. */
export type Dial = (to: { address: string; port: number; hostname: string; signal: AbortSignal }) => Promise<Socket>;

export interface EgressLimits {
  /** As they come, and again as they are unpacked. */
  bytes: number;
  /** From the call to the last byte, redirects and waiting for the host included. */
  seconds: number;
}

export interface EgressRequest {
  method?: 'GET' | 'POST';
  /** Sent to every host of the chain. */
  headers?: Record<string, string>;
  /** Sent to the host of the address only (scheme, name and port); a redirect to another one drops them for good. */
  secrets?: Record<string, string>;
  body?: Uint8Array | string;
  limits: EgressLimits;
  /** At most 5; a POST is never redirected. 0: a redirect is an answer like any other. Default 5. */
  redirects?: number;
  /** Tries in all, where the host is busy or broken (429, 5xx, a connection that breaks before the answer). Waits as long as `Retry-After` says, 30 s at most. Default 1. */
  attempts?: number;
  signal?: AbortSignal;
}

export interface EgressAnswer {
  status: number;
  /** Names in lower case; repeated ones joined. */
  headers: Record<string, string>;
  /** Where the answer came from, after redirects. It may hold a secret that the other side put there. */
  url: URL;
  /** Hosts on the way. */
  hosts: string[];
  /** Unpacked, once. The host is free for the next fetch when it has been read to its end, or cancelled. @throws CodmapError `outside.*` */
  body: AsyncIterable<Uint8Array>;
  /** The whole body in memory, at most `limit` bytes. */
  bytes(limit?: number): Promise<Uint8Array>;
  cancel(): void;
}

export interface Egress {
  /**
   * One answer, whatever its status; redirects are followed. One fetch for each host at a time: another one waits for the end of its body.
   * @throws CodmapError `outside.refused` (address, scheme, port, host or what its name leads to), `outside.unreachable`, `outside.slow`, `outside.large`,
   * `outside.encoding`, `outside.redirects`, `outside.wait` (the host asked for time: `details.until`)
   */
  fetch(url: string | URL, request: EgressRequest): Promise<EgressAnswer>;
  /** What can be said of an address without asking anybody. @throws as `fetch` */
  check(url: string | URL): URL;
  close(): Promise<void>;
}
