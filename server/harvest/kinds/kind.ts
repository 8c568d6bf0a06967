/** What a kind of source is given, and what it brings. */
import type { JobFile } from '../../jobs/queue.ts';
import type { Egress } from '../../outside/egress/contract.ts';
import type { SourceKind } from '../../contract/harvest/harvest.ts';
import type { Came } from '../../contract/harvest/harvest.ts';

/** Of a source what it takes to fetch it. */
export interface Fetchable {
  kind: SourceKind;
  url: string;
  name: string;
  pick: string | null;
  /** Of what was fetched last; null: not asked for by condition. */
  etag: string | null;
  modified: string | null;
}

export interface FetchContext {
  source: Fetchable;
  egress: Egress;
  /** Headers that go to the host of the address only. */
  secrets: Record<string, string>;
  /** Of one file, and of all pages together. */
  bytes: number;
  /** Keeps a file as it streams in, under its checksum. */
  store(stream: AsyncIterable<Uint8Array>, name: string): Promise<JobFile>;
  signal: AbortSignal;
}

export type Fetched =
  /** The other side says so. */
  | { is: 'unchanged'; status: number }
  | { is: 'files'; status: number; files: JobFile[]; etag: string | null; modified: string | null; counted: Came['counted']; resource: Came['resource'] };

export type FetchKind = (context: FetchContext) => Promise<Fetched>;
