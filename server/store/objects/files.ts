/** Objects as files of one folder. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, constants } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { openFileSource } from './fileSource.ts';
import { checkKey, notFound, tooLarge, type ObjectHead, type ObjectSource, type ObjectStore, type StoredObject } from './objects.ts';

const TEMPORARY = '.tmp-';

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
const isTaken = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** Bytes that a stream reads at a time. */
const PIECE = 256 << 10;

export class FileObjects implements ObjectStore {
  readonly where: string;
  constructor(root: string) {
    this.where = root;
  }

  #path(key: string): string {
    return join(this.where, ...checkKey(key).split('/'));
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
      () => join(this.where, temporary),
    );
    const from = join(this.where, temporary);
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
    const temporary = join(this.where, `${TEMPORARY}${randomUUID()}`);
    await mkdir(this.where, { recursive: true });
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
    return length === 0 ? Readable.from([]) : createReadStream(this.#path(key), { start: offset, end: offset + length - 1, highWaterMark: PIECE });
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
    const folder = prefix === '' ? this.where : this.#path(prefix);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.startsWith(TEMPORARY)) continue;
      yield relative(this.where, join(entry.parentPath, entry.name)).split(sep).join('/');
    }
  }

  async prepare(): Promise<void> {
    await mkdir(this.where, { recursive: true });
  }

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.where);
    return bavail * bsize;
  }

  async probe(): Promise<void> {
    const path = join(this.where, `${TEMPORARY}${randomUUID()}`);
    const file = await open(path, 'wx', 0o640);
    try {
      await file.writeFile('codmap');
      await file.sync();
    } finally {
      await file.close();
      await rm(path, { force: true });
    }
  }

  async sweepTemporary(now: number, olderThan: number): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.where).catch(() => [])) {
      if (!name.startsWith(TEMPORARY)) continue;
      const path = join(this.where, name);
      const entry = await stat(path).catch(() => undefined);
      if (!entry || now - entry.mtimeMs < olderThan) continue;
      await rm(path, { force: true });
      removed++;
    }
    return removed;
  }
}
