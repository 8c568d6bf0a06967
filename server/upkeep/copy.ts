/** What backup and restore share: the shape of a backup, and copying objects with their checksums compared on the way. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { keysOfInput } from '../store/objectNames.ts';
import type { Database } from '../store/schema.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import { checksumOf } from '../store/objects/checked.ts';

/** A backup is a folder like that of a store, with this beside it once it is whole. */
export const MANIFEST = 'backup.json';
export const DATABASE = 'codmap.db';
export const OBJECTS = 'objects';
export const SECRET = 'secret';

export interface Manifest {
  store: string;
  /** When the database was copied: what was published later is not in it. */
  createdAt: string;
  /** Version of the program. */
  program: string;
  database: { sha256: string; bytes: number };
  objects: number;
  bytes: number;
  /** Objects that were missing or damaged in the store, and are not in the backup. */
  lost: string[];
}

export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export async function hashFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (parts: AsyncIterable<Uint8Array>) => {
    for await (const part of parts) {
      hash.update(part);
      bytes += part.length;
    }
  });
  return { sha256: hash.digest('hex'), bytes };
}

/** Keys that the database names: of versions of datasets and documents, of waiting uploads, and those that it keeps unnamed. */
export async function listNeeded(db: Database): Promise<{ key: string; optional: boolean }[]> {
  const artifacts = await db.selectFrom('artifact').select('object_key').distinct().execute();
  const documents = await db.selectFrom('document_object').select('object_key').distinct().execute();
  const jobs = await db.selectFrom('job').select('input').where('state', 'in', ['queued', 'running']).execute();
  const kept = await db.selectFrom('kept_object').select('object_key').execute();
  const repairs = await db.selectFrom('repair_object').select('object_key').execute();
  const needed = new Map<string, boolean>();
  // A repair in progress may be dropped meanwhile, and can be planned anew.
  for (const { object_key } of [...kept, ...repairs]) needed.set(object_key, true);
  // The files of an upload that is refused meanwhile are deleted, as they should be.
  for (const { input } of jobs) for (const key of keysOfInput(input)) needed.set(key, true);
  for (const { object_key } of [...artifacts, ...documents]) needed.set(object_key, false);
  return [...needed].map(([key, optional]) => ({ key, optional })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Whether the object is there with the bytes of its checksum, read through. @returns its size, undefined where it is not. */
export async function measure(objects: ObjectStore, key: string): Promise<number | undefined> {
  const head = await objects.head(key);
  if (!head) return undefined;
  const hash = createHash('sha256');
  for await (const part of objects.stream(key, 0, head.bytes) as AsyncIterable<Uint8Array>) hash.update(part);
  return hash.digest('hex') === checksumOf(key) ? head.bytes : undefined;
}

/** Copies one object unless it is there already; what does not have its checksum is not kept. @returns its size, undefined where it is lost. */
export async function copyObject(from: ObjectStore, to: ObjectStore, key: string): Promise<number | undefined> {
  const there = await measure(to, key);
  if (there !== undefined) return there;
  const head = await from.head(key);
  if (!head) return undefined;
  const stored = await to.putStream('copying', from.stream(key, 0, head.bytes) as AsyncIterable<Uint8Array>, Infinity);
  if (stored.sha256 === checksumOf(key)) {
    await to.move(stored.key, key);
    return stored.bytes;
  }
  await to.delete(stored.key);
  return undefined;
}
