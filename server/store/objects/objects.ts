/** Objects by key: artifacts (content-addressed, so never rewritten) and uploads. What each implementation must be; the suite is test/store/objects.test.ts. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { NotFoundError, TooLargeError } from '../../errors.ts';

export interface StoredObject {
  key: string;
  sha256: string;
  bytes: number;
}

export interface ObjectHead {
  bytes: number;
  modifiedAt: Date;
  /** Another text whenever the object was written, replaced or moved; the same text says that it was not. */
  stamp: string;
}

/** Bytes by position, read synchronously: what readers in a worker thread work on. */
export interface ObjectSource {
  size: number;
  read(into: Uint8Array, position: number): number;
  close(): void;
}

export interface ObjectStore {
  /** Where it is, for the sentences that people read. */
  readonly where: string;
  /** Whole or not at all: a reader never sees half an object, also after a power cut. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** As `put`, where nothing has the key yet: of two writers one succeeds. @returns whether it was this one. */
  putNew(key: string, bytes: Uint8Array): Promise<boolean>;
  /** Stores a stream under `{prefix}/{sha256}`, hashing as it goes. @throws TooLargeError beyond `limit` bytes; nothing stays behind. */
  putStream(prefix: string, stream: AsyncIterable<Uint8Array>, limit: number): Promise<StoredObject>;
  read(key: string): Promise<Uint8Array>;
  /** At most `length` bytes from `offset`; fewer at the end of the object. */
  readRange(key: string, offset: number, length: number): Promise<Uint8Array>;
  /** The same as a stream, for answers that need not be in memory. */
  stream(key: string, offset: number, length: number): Readable;
  openSource(key: string): Promise<ObjectSource>;
  head(key: string): Promise<ObjectHead | undefined>;
  /** Gives an object another key, over whatever had that one; its time stays. @returns false where there is none. */
  move(key: string, to: string): Promise<boolean>;
  /** No error where there is none. */
  delete(key: string): Promise<void>;
  list(prefix: string): AsyncIterable<string>;
  /** Makes the place, where it is not there yet. */
  prepare(): Promise<void>;
  /** Writes something and removes it. @throws where nothing can be written. */
  probe(): Promise<void>;
  /** Bytes that can still be written; null where nobody can say. */
  freeBytes(): Promise<number | null>;
  /** Removes what a killed process left half written, `olderThan` milliseconds ago. @returns how many objects. */
  sweepTemporary(now: number, olderThan: number): Promise<number>;
}

const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i;

/** Keys are made by this program, yet a fault elsewhere must not become a path outside the store. @throws NotFoundError `object.unknown` */
export function checkKey(key: string): string {
  if (!KEY.test(key) || key.length > 500) throw new NotFoundError('object.unknown', `There is no object ${JSON.stringify(key.slice(0, 100))}.`);
  return key;
}

/** The error of a key under which nothing is stored: NotFoundError `object.unknown`. */
export const notFound = (key: string, cause?: unknown) => new NotFoundError('object.unknown', `There is no object ${key}.`, { cause });

/** The error of a stream that goes on beyond `limit` bytes: TooLargeError `upload.too-large`. */
export function tooLarge(limit: number): TooLargeError {
  return new TooLargeError(
    'upload.too-large',
    `The upload is larger than the ${Math.round(limit / 1e6)} MB allowed here. Zip it, or raise CODMAP_MAX_UPLOAD_MB.`,
  );
}

/** Puts a file of a dataset under the key that every such file has: by checksum, so that the same bytes are the same object. */
export async function putFile(objects: Pick<ObjectStore, 'put'>, dataset: string, file: string, bytes: Uint8Array): Promise<StoredObject> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `datasets/${dataset}/${sha256}/${file}`;
  await objects.put(key, bytes);
  return { key, sha256, bytes: bytes.length };
}
