/** Objects by key: artifacts (content-addressed, so never rewritten) and uploads. One interface; a folder and a memory double. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
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
}

const KEY = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/i;
const TEMPORARY = '.tmp-';

/** Keys are made by this program, yet a fault elsewhere must not become a path outside the store. */
function checkKey(key: string): string {
  if (!KEY.test(key) || key.length > 500) throw new NotFoundError('object.unknown', `There is no object ${JSON.stringify(key.slice(0, 100))}.`);
  return key;
}

const notFound = (key: string, cause?: unknown) => new NotFoundError('object.unknown', `There is no object ${key}.`, { cause });
const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

export class FileObjects implements ObjectStore {
  readonly #root: string;
  constructor(root: string) {
    this.#root = root;
  }

  #path(key: string): string {
    return join(this.#root, ...checkKey(key).split('/'));
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.#write(
      async function* () {
        yield bytes;
      },
      () => this.#path(key),
    );
  }

  async putNew(key: string, bytes: Uint8Array): Promise<boolean> {
    const path = this.#path(key);
    const temporary = `${TEMPORARY}${randomUUID()}`;
    await this.#write(
      async function* () {
        yield bytes;
      },
      () => join(this.#root, temporary),
    );
    const from = join(this.#root, temporary);
    await mkdir(dirname(path), { recursive: true });
    try {
      // Some network folders know no second name for a file; a copy that must be new does there.
      await link(from, path).catch((error: unknown) => {
        if (isTaken(error)) throw error;
        return copyFile(from, path, constants.COPYFILE_EXCL);
      });
      return true;
    } catch (error) {
      if (isTaken(error)) return false;
      throw error;
    } finally {
      await rm(from, { force: true });
    }
  }

  async putStream(prefix: string, stream: AsyncIterable<Uint8Array>, limit: number): Promise<StoredObject> {
    const hash = createHash('sha256');
    let bytes = 0;
    let key = '';
    await this.#write(
      async function* () {
        for await (const part of stream) {
          bytes += part.length;
          if (bytes > limit) throw tooLarge(limit);
          hash.update(part);
          yield part;
        }
        key = `${prefix}/${hash.digest('hex')}`;
      },
      () => this.#path(key),
    );
    return { key, sha256: key.slice(prefix.length + 1), bytes };
  }

  /** Temporary file, fsync, rename, fsync of the folder: the name appears only over complete bytes. */
  async #write(parts: () => AsyncIterable<Uint8Array>, target: () => string): Promise<void> {
    const temporary = join(this.#root, `${TEMPORARY}${randomUUID()}`);
    await mkdir(this.#root, { recursive: true });
    const file = await open(temporary, 'wx', 0o640);
    try {
      for await (const part of parts()) await file.writeFile(part);
      await file.sync();
      await file.close();
      const path = target();
      await mkdir(dirname(path), { recursive: true });
      await rename(temporary, path);
      const folder = await open(dirname(path), 'r');
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async read(key: string): Promise<Uint8Array> {
    return await readFile(this.#path(key)).catch((error: unknown) => {
      throw isMissing(error) ? notFound(key, error) : error;
    });
  }

  async readRange(key: string, offset: number, length: number): Promise<Uint8Array> {
    const file = await open(this.#path(key), 'r').catch((error: unknown) => {
      throw isMissing(error) ? notFound(key, error) : error;
    });
    try {
      const into = Buffer.allocUnsafeSlow(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await file.read(into, filled, length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return into.subarray(0, filled);
    } finally {
      await file.close();
    }
  }

  stream(key: string, offset: number, length: number): Readable {
    return length === 0 ? Readable.from([]) : createReadStream(this.#path(key), { start: offset, end: offset + length - 1 });
  }

  async openSource(key: string): Promise<ObjectSource> {
    return openFileSource(this.#path(key));
  }

  async head(key: string): Promise<ObjectHead | undefined> {
    return await stat(this.#path(key), { bigint: true }).then(
      // The time of the last change cannot be set by hand, as that of the contents can.
      ({ size, mtime, mtimeNs, ctimeNs, ino }) => ({ bytes: Number(size), modifiedAt: mtime, stamp: [ino, size, mtimeNs, ctimeNs].join('-') }),
      (error: unknown) => {
        if (isMissing(error)) return undefined;
        throw error;
      },
    );
  }

  async move(key: string, to: string): Promise<boolean> {
    const target = this.#path(to);
    await mkdir(dirname(target), { recursive: true });
    return await rename(this.#path(key), target).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw error;
      },
    );
  }

  async delete(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  async *list(prefix: string): AsyncIterable<string> {
    const folder = prefix === '' ? this.#root : this.#path(prefix);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.startsWith(TEMPORARY)) continue;
      yield relative(this.#root, join(entry.parentPath, entry.name)).split(sep).join('/');
    }
  }

  /** Writes something and removes it. @throws where nothing can be written. */
  async probe(): Promise<void> {
    const path = join(this.#root, `${TEMPORARY}${randomUUID()}`);
    const file = await open(path, 'wx', 0o640);
    try {
      await file.writeFile('codmap');
      await file.sync();
    } finally {
      await file.close();
      await rm(path, { force: true });
    }
  }

  /** Removes what a killed process left half written, `olderThan` milliseconds ago. @returns how many files. */
  async sweepTemporary(now: number, olderThan: number): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.#root).catch(() => [])) {
      if (!name.startsWith(TEMPORARY)) continue;
      const path = join(this.#root, name);
      const entry = await stat(path).catch(() => undefined);
      if (!entry || now - entry.mtimeMs < olderThan) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }
}

/** A file on disk as bytes by position. @throws the file system's own error. */
export function openFileSource(path: string): ObjectSource {
  const descriptor = openSync(path, 'r');
  return {
    size: fstatSync(descriptor).size,
    read: (into, position) => (into.length === 0 ? 0 : readSync(descriptor, into, 0, into.length, position)),
    close: () => closeSync(descriptor),
  };
}

function tooLarge(limit: number): TooLargeError {
  return new TooLargeError(
    'upload.too-large',
    `The upload is larger than the ${Math.round(limit / 1e6)} MB allowed here. Zip it, or raise CODMAP_MAX_UPLOAD_MB.`,
  );
}

/** For tests and for stores that live no longer than the process. */
export class MemoryObjects implements ObjectStore {
  readonly #objects = new Map<string, { bytes: Uint8Array; modifiedAt: Date; stamp: string }>();

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.#objects.set(checkKey(key), { bytes: bytes.slice(), modifiedAt: new Date(), stamp: randomUUID() });
  }
  async putNew(key: string, bytes: Uint8Array): Promise<boolean> {
    if (this.#objects.has(checkKey(key))) return false;
    await this.put(key, bytes);
    return true;
  }
  async putStream(prefix: string, stream: AsyncIterable<Uint8Array>, limit: number): Promise<StoredObject> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of stream) {
      size += part.length;
      if (size > limit) throw tooLarge(limit);
      parts.push(part);
    }
    const bytes = Buffer.concat(parts);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.put(`${prefix}/${sha256}`, bytes);
    return { key: `${prefix}/${sha256}`, sha256, bytes: bytes.length };
  }
  #get(key: string) {
    const found = this.#objects.get(checkKey(key));
    if (!found) throw notFound(key);
    return found;
  }
  async read(key: string): Promise<Uint8Array> {
    return this.#get(key).bytes.slice();
  }
  async readRange(key: string, offset: number, length: number): Promise<Uint8Array> {
    return this.#get(key).bytes.slice(offset, offset + length);
  }
  stream(key: string, offset: number, length: number): Readable {
    return Readable.from([Buffer.from(this.#get(key).bytes.slice(offset, offset + length))]);
  }
  async openSource(key: string): Promise<ObjectSource> {
    const { bytes } = this.#get(key);
    return {
      size: bytes.length,
      read(into, position) {
        const part = bytes.subarray(position, position + into.length);
        into.set(part);
        return part.length;
      },
      close() {},
    };
  }
  async head(key: string): Promise<ObjectHead | undefined> {
    const found = this.#objects.get(checkKey(key));
    return found && { bytes: found.bytes.length, modifiedAt: found.modifiedAt, stamp: found.stamp };
  }
  async move(key: string, to: string): Promise<boolean> {
    const found = this.#objects.get(checkKey(key));
    if (!found) return false;
    this.#objects.set(checkKey(to), { ...found, stamp: randomUUID() });
    this.#objects.delete(key);
    return true;
  }
  async delete(key: string): Promise<void> {
    this.#objects.delete(checkKey(key));
  }
  async *list(prefix: string): AsyncIterable<string> {
    for (const key of this.#objects.keys()) if (prefix === '' || key.startsWith(`${prefix}/`)) yield key;
  }
}
