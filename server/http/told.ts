/** What a thread apart is told of a request, and what it answers: values that can be sent between threads. Decision 0029. */
import type { FileHandle } from 'node:fs/promises';
import type { Request, Response } from 'express';
import type { ProblemDetails } from '../contract/datasets/api.ts';
import type { RouteName } from '../contract/paths.ts';
import type { CachePolicy, Permission } from '../contract/route.ts';
import type { Actor } from './request.ts';
import type { Encoding } from './send.ts';

/** A request without its connection. */
export interface Told {
  route: RouteName;
  /** Path and query, as asked. */
  url: string;
  /** Those that the answer depends on. */
  headers: Record<string, string>;
  /** As the schemas of the route read them. */
  params: unknown;
  query: unknown;
  body: unknown;
  actor: Actor | null;
  base: string;
  /** What of it may not be received, where the handler says so by itself. */
  closed: 'closed' | 'hidden' | null;
  /** What the one who asks may do to the dataset that the path names, of what handlers ask for; empty for strangers. */
  allowed: Permission[];
  encoding: Encoding | null;
}

/** What a handler did to the headers of the answer, in order. */
export type HeaderEdit = ['set', name: string, value: string] | ['remove', name: string] | ['vary', name: string];

export interface Answered {
  status: number;
  cache: CachePolicy;
  edits: HeaderEdit[];
  /** null: no body. */
  media: string | null;
  encoding: Encoding | null;
  /** Weak; null where the answer is not compared. */
  etag: string | null;
  body: Uint8Array<ArrayBuffer>;
}

/** The answer is a problem; `cause` is what the log is told where it is our fault. */
export interface Refused {
  problem: ProblemDetails;
  cause?: string;
}

/** As it is given to those who asked: where much waits for slow readers already, it lies in a file without a name. */
export interface AnsweredApart extends Omit<Answered, 'body'> {
  body: Uint8Array | OpenFile;
}
export interface OpenFile {
  file: FileHandle;
  bytes: number;
}

/**
 * Has a request answered in a thread apart and gives the answer to `send`, which may take as long as the reader takes.
 * @throws ProblemError what the thread refused, TooManyError and UnavailableError `busy.…` where there is too much to do.
 */
export type AskApart = (told: Told, request: Request, response: Response, send: (answered: AnsweredApart) => Promise<void>) => Promise<void>;
