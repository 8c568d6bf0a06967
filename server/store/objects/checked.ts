/**
 * Objects as they are served: only bytes that are those of their checksum, which every key holds. An object is read through once; its SHA-256
 * is compared, and checksums of its blocks are kept. Every later reading is judged block by block, and a file that was written or replaced since
 * is read through anew. So a damaged, swapped or missing file is an error before or while it is read, never an answer. Decision 0022.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { NotFoundError, UnavailableError } from '../../errors.ts';
import type { Fault, ObjectCheck, ObjectChecks } from './checks.ts';
import type { ObjectStore } from './objects.ts';

/** A tile of usual size lies in one or two; checksums of 300 MB are 37 kB. */
export const BLOCK = 32 << 10;
/** Objects whose checksums are kept in memory. */
const MAX_KNOWN = 5000;

/** What a file system answers where it cannot give what was written. */
const LOST = new Set(['EIO', 'EUCLEAN', 'EBADMSG', 'ENODATA']);

/** Hex digits of a SHA-256 as a part of a key: `uploads/{sha256}`, `datasets/{id}/{sha256}/{file}`. */
const CHECKSUM = /(?:^|\/)([0-9a-f]{64})(?:\/|$)/;

export interface CheckedObjectsDeps {
  objects: ObjectStore;
  checks: Pick<ObjectChecks, 'find' | 'record'>;
  now: () => Date;
  /** Told of each fault once, and of what is well again. */
  onChange?: (key: string, fault: Fault | null) => void;
}

export interface CheckedObjects {
  /**
   * Resolves where the object is there with its bytes; costs one look at the file where it was read before.
   * @param bytes what a version says of its size.
   * @throws UnavailableError `object.missing`, `object.damaged`
   */
  ensure(key: string, bytes?: number): Promise<void>;
  read(key: string): Promise<Uint8Array>;
  readRange(key: string, offset: number, length: number): Promise<Uint8Array>;
  /** After `ensure`. A stream that meets damage ends with an error, so that a cut answer cannot pass for a whole one. */
  stream(key: string, offset: number, length: number): Readable;
  /**
   * Reads the object through, whatever is known of it, and records what was found.
   * @param pace waited for after each part, with its bytes: for a reading that must not disturb.
   */
  inspect(key: string, pace?: (bytes: number) => Promise<void>): Promise<Fault | null>;
  /** What another process found counts from now on: what is known of these in memory is asked of the database again. */
  forget(keys: string[]): void;
}

/** What is known of each object, found out where it is not. */
function createKnowledge({ objects, checks, now, onChange = () => {} }: CheckedObjectsDeps) {
  const known = new Map<string, ObjectCheck>();
  const reading = new Map<string, Promise<ObjectCheck>>();

  function remember(key: string, check: ObjectCheck): ObjectCheck {
    known.delete(key);
    known.set(key, check);
    if (known.size > MAX_KNOWN) known.delete(known.keys().next().value!);
    return check;
  }

  async function find(key: string): Promise<ObjectCheck | undefined> {
    const inMemory = known.get(key);
    if (inMemory) return inMemory;
    const recorded = await checks.find(key);
    return recorded && remember(key, recorded);
  }

  async function readThrough(key: string, pace?: (bytes: number) => Promise<void>): Promise<ObjectCheck> {
    const before = await find(key);
    const check = await inspectObject(objects, key, pace);
    remember(key, check);
    // Nothing is lost where the database is busy or its disk full: the next reading records it.
    await checks.record(key, check, now().toISOString()).catch(() => undefined);
    if ((before?.fault ?? null) !== check.fault) onChange(key, check.fault);
    return check;
  }

  /** However many ask, it is read through once. @throws UnavailableError where it has a fault */
  async function readOnce(key: string): Promise<ObjectCheck> {
    let pending = reading.get(key);
    if (!pending) reading.set(key, (pending = readThrough(key).finally(() => reading.delete(key))));
    return sound(key, await pending);
  }

  async function ensure(key: string, bytes?: number): Promise<ObjectCheck> {
    const head = await objects.head(key);
    const before = await find(key);
    const standing = head ? before?.stamp === head.stamp : before?.fault === 'missing';
    const check = before && standing ? sound(key, before) : await readOnce(key);
    if (bytes !== undefined && bytes !== check.bytes) throw unavailable(key, 'damaged');
    return check;
  }
  return { known, readThrough, readOnce, ensure };
}

function sound(key: string, check: ObjectCheck): ObjectCheck {
  if (check.fault !== null) throw unavailable(key, check.fault);
  return check;
}

/** Objects of which no wrong byte is given out (decision 0022). Throws UnavailableError `object.missing` or `object.damaged`, NotFoundError `object.unknown` where no such key was ever stored. */
export function createCheckedObjects(deps: CheckedObjectsDeps): CheckedObjects {
  const { objects } = deps;
  const { known, readThrough, readOnce, ensure } = createKnowledge(deps);

  /** Whole blocks around the range, each judged; `undefined` where one of them is not what it was. */
  async function readBlocks(key: string, check: ObjectCheck, offset: number, length: number): Promise<Uint8Array | undefined> {
    const first = Math.floor(offset / BLOCK);
    const end = Math.min(Math.ceil((offset + length) / BLOCK) * BLOCK, check.bytes);
    if (offset >= end) return new Uint8Array(0);
    const bytes = await objects.readRange(key, first * BLOCK, end - first * BLOCK);
    if (bytes.length !== end - first * BLOCK || !isSound(bytes, check.blocks, first)) return undefined;
    return bytes.subarray(offset - first * BLOCK, Math.min(offset + length, check.bytes) - first * BLOCK);
  }

  async function readRange(key: string, offset: number, length: number): Promise<Uint8Array> {
    const before = known.get(key);
    const check = before?.fault === null ? before : await ensure(key);
    const bytes = await readBlocks(key, check, offset, length).catch(() => undefined);
    if (bytes) return bytes;
    // The file changed since it was read through, or its disk is failing: reading it through decides which.
    const again = await readBlocks(key, await readOnce(key), offset, length);
    if (!again) throw unavailable(key, 'damaged');
    return again;
  }

  return {
    async ensure(key, bytes) {
      await ensure(key, bytes);
    },
    async read(key) {
      const { bytes } = await ensure(key);
      return readRange(key, 0, bytes);
    },
    readRange,
    stream(key, offset, length) {
      if (length === 0) return Readable.from([]);
      const parts = async function* () {
        yield* judged(objects, key, known.get(key) ?? (await ensure(key)), offset, length);
      };
      return Readable.from(parts(), { objectMode: false });
    },
    async inspect(key, pace) {
      return (await readThrough(key, pace)).fault;
    },
    forget(keys) {
      for (const key of keys) known.delete(key);
    },
  };
}

const isSound = (bytes: Uint8Array, blocks: Uint32Array, first: number): boolean => {
  for (let at = 0, i = first; at < bytes.length; at += BLOCK, i++) if (crc32(bytes.subarray(at, at + BLOCK)) !== blocks[i]) return false;
  return true;
};

/** A range as it is read from the file, each block judged before it goes on. */
async function* judged(objects: ObjectStore, key: string, check: ObjectCheck, offset: number, length: number): AsyncGenerator<Uint8Array> {
  const first = Math.floor(offset / BLOCK);
  const end = Math.min(Math.ceil((offset + length) / BLOCK) * BLOCK, check.bytes);
  let at = first * BLOCK;
  let rest: Uint8Array = new Uint8Array(0);
  for await (const part of objects.stream(key, at, end - at) as AsyncIterable<Uint8Array>) {
    const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
    const whole = at + bytes.length === end ? bytes.length : bytes.length - (bytes.length % BLOCK);
    const ready = bytes.subarray(0, whole);
    if (!isSound(ready, check.blocks, at / BLOCK)) throw unavailable(key, 'damaged');
    const from = Math.max(0, offset - at);
    const to = Math.min(whole, offset + length - at);
    if (to > from) yield ready.subarray(from, to);
    at += whole;
    rest = bytes.subarray(whole);
  }
  if (at !== end) throw unavailable(key, 'damaged');
}

/** One pass over the bytes. A file that changes meanwhile is judged by what was read, under the stamp from before. */
async function inspectObject(objects: ObjectStore, key: string, pace?: (bytes: number) => Promise<void>): Promise<ObjectCheck> {
  const expected = checksumOf(key);
  const nothing = { stamp: '', bytes: 0, blocks: new Uint32Array(0) };
  const head = await objects.head(key);
  if (!head) return { ...nothing, fault: 'missing' };
  const hash = createHash('sha256');
  const blocks = new Uint32Array(Math.ceil(head.bytes / BLOCK));
  let bytes = 0;
  try {
    for await (const part of objects.stream(key, 0, head.bytes) as AsyncIterable<Uint8Array>) {
      hash.update(part);
      for (let at = 0; at < part.length;) {
        const end = Math.min(part.length, at + BLOCK - ((bytes + at) % BLOCK));
        const i = Math.floor((bytes + at) / BLOCK);
        blocks[i] = crc32(part.subarray(at, end), blocks[i]);
        at = end;
      }
      bytes += part.length;
      await pace?.(part.length);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { ...nothing, fault: 'missing' };
    // A disk that cannot give the bytes has lost them. Anything else (too many open files, no memory) says nothing about them.
    if (code && LOST.has(code)) return { ...nothing, stamp: head.stamp, fault: 'damaged' };
    throw error;
  }
  return { stamp: head.stamp, bytes: head.bytes, blocks, fault: hash.digest('hex') === expected ? null : 'damaged' };
}

/** @throws NotFoundError for a key without a checksum: nothing that is served has one. */
export function checksumOf(key: string): string {
  const found = CHECKSUM.exec(key)?.[1];
  if (found === undefined) throw new NotFoundError('object.unknown', `There is no object ${key}.`);
  return found;
}

/** Bytes of an object, compared with the checksum in its key, where nothing is known of it: in threads and on the command line. */
export async function readWhole(objects: Pick<ObjectStore, 'read'>, key: string): Promise<Uint8Array> {
  const bytes = await objects.read(key).catch((error: unknown) => {
    throw error instanceof NotFoundError ? unavailable(key, 'missing') : error;
  });
  if (createHash('sha256').update(bytes).digest('hex') !== checksumOf(key)) throw unavailable(key, 'damaged');
  return bytes;
}

/** The error of an object that is named and cannot be given out; `key` says which, `fault` why. */
export function unavailable(key: string, fault: Fault): UnavailableError {
  const file = key.split('/').at(-1)!;
  return fault === 'missing'
    ? new UnavailableError('object.missing', `The file ${file} is missing from the store. The people who run this server must restore it from a backup.`, {
        details: { status: fault },
      })
    : new UnavailableError(
        'object.damaged',
        `The file ${file} in the store is damaged, so it is not served. The people who run this server must restore it from a backup.`,
        { details: { status: fault } },
      );
}
