/**
 * What was made from stored versions and can be made again: kept in memory, and in a folder where nothing that it was made from can be closed
 * or corrected. The folder may be deleted at any time. Its files are read and written synchronously, as is right in a thread that answers one
 * question at a time.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Results {
  /**
   * The result that `key` describes whole: whatever could change it must be in it.
   * @param lasting whether it may lie in the folder: only what everybody may see for good.
   */
  get<T extends string | Uint8Array>(key: unknown, lasting: boolean, make: () => T | Promise<T>): Promise<T>;
}

export interface ResultsOptions {
  /** Of results in memory. */
  memoryBytes?: number;
  folder?: {
    path: string;
    bytes: number;
    /** Another text for another version of the program, whose results are others. */
    stamp: string;
  };
}

const MEMORY_BYTES = 48 << 20;
/** A file is looked at as if it were read just now; noting each reading would be a write for each. */
const TOUCH_MS = 3600_000;
const TEXT = 1;
const BYTES = 0;
const HEAD = 33;
const TEMPORARY = 'new-';
/** A name of a file that nobody writes any more after this. */
const TEMPORARY_MS = 3600_000;

/** A keeper of results: `memoryBytes` in memory, and where `folder` is given up to its `bytes` on disk, oldest use first to go. Its functions throw nothing of the disk: what cannot be read or written there is made anew. */
export function createResults({ memoryBytes = MEMORY_BYTES, folder }: ResultsOptions = {}): Results {
  const memory = createMemory(memoryBytes);
  const disk = folder && openFolder(folder.path, folder.bytes);
  return {
    async get<T extends string | Uint8Array>(key: unknown, lasting: boolean, make: () => T | Promise<T>): Promise<T> {
      const name = createHash('sha256')
        .update(JSON.stringify([folder?.stamp, key]))
        .digest('hex');
      const known = memory.get(name) ?? (lasting ? disk?.read(name) : undefined);
      const value = (known as T | undefined) ?? (await make());
      memory.set(name, value);
      if (known === undefined && lasting) disk?.write(name, value);
      return value;
    },
  };
}

/** Least recently used goes first; a large one is still returned, and not kept: it would drive out many that are asked for more often. */
function createMemory(most: number) {
  const entries = new Map<string, string | Uint8Array>();
  let held = 0;
  const sizeOf = (value: string | Uint8Array) => (typeof value === 'string' ? 2 * value.length : value.length);
  return {
    get: (name: string) => entries.get(name),
    set(name: string, value: string | Uint8Array) {
      const before = entries.get(name);
      if (before !== undefined) held -= sizeOf(before);
      entries.delete(name);
      if (sizeOf(value) > most / 16) return;
      entries.set(name, value);
      held += sizeOf(value);
      for (const [old, entry] of entries) {
        if (held <= most) break;
        entries.delete(old);
        held -= sizeOf(entry);
      }
    },
  };
}

/** Each file: whether it is text, the SHA-256 of the rest, the rest. One that is not as it was written is made anew. */
function openFolder(path: string, most: number) {
  mkdirSync(path, { recursive: true });
  let written = 0;
  trim(path, most);

  return {
    read(name: string): string | Uint8Array | undefined {
      const file = join(path, name);
      try {
        const all = readFileSync(file);
        const rest = all.subarray(HEAD);
        if (!createHash('sha256').update(rest).digest().equals(all.subarray(1, HEAD))) return undefined;
        const now = Date.now();
        if (now - statSync(file).mtimeMs > TOUCH_MS) utimesSync(file, now / 1000, now / 1000);
        return all[0] === TEXT ? rest.toString('utf8') : new Uint8Array(rest);
      } catch {
        return undefined;
      }
    },
    /** Nothing is lost where the disk is full or the folder gone: it is made again when it is asked for. */
    write(name: string, value: string | Uint8Array): void {
      const rest = typeof value === 'string' ? Buffer.from(value) : value;
      if (rest.length > most / 8) return;
      const temporary = join(path, newFileName());
      try {
        writeFileSync(temporary, Buffer.concat([Uint8Array.of(typeof value === 'string' ? TEXT : BYTES), createHash('sha256').update(rest).digest(), rest]));
        renameSync(temporary, join(path, name));
      } catch {
        rmSync(temporary, { force: true });
        return;
      }
      written += HEAD + rest.length;
      if (written < most / 8) return;
      written = 0;
      trim(path, most);
    },
  };
}

/** Deletes what was used longest ago until an eighth of the room is free again for what comes. */
export function trim(path: string, most: number): void {
  const now = Date.now();
  const files = readdirSync(path).flatMap((name) => {
    try {
      const { size, mtimeMs } = statSync(join(path, name));
      return [{ name, size, mtimeMs }];
    } catch {
      // Another thread was quicker.
      return [];
    }
  });
  const [temporary, whole] = [files.filter(({ name }) => name.startsWith(TEMPORARY)), files.filter(({ name }) => !name.startsWith(TEMPORARY))];
  for (const { name, mtimeMs } of temporary) if (now - mtimeMs > TEMPORARY_MS) rmSync(join(path, name), { force: true });
  let bytes = whole.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= most - most / 8) return;
  for (const { name, size } of whole.toSorted((a, b) => a.mtimeMs - b.mtimeMs)) {
    if (bytes <= most - most / 4) break;
    rmSync(join(path, name), { force: true });
    bytes -= size;
  }
}

/** Of a file on its way in the folder, which is deleted where it is left behind. */
export const newFileName = () => `${TEMPORARY}${randomUUID()}`;
