/** Opened files of an upload, and what is made of their bytes alone. Apart from ingest.ts, which loads every pipeline. */
import { createHash } from 'node:crypto';
import { InputError } from '../errors.ts';
import type { ObjectSource } from '../store/objects/objects.ts';

/** An uploaded file, opened. `key` where it is in the store already. */
export interface IngestFile {
  name: string;
  sha256: string;
  key?: string;
  source: ObjectSource;
}

const CHUNK = 1 << 20;

/** In pieces of a megabyte. @throws InputError where the file shrinks meanwhile */
export async function* chunksOf(source: ObjectSource): AsyncIterable<Uint8Array> {
  for (let at = 0; at < source.size;) {
    const into = new Uint8Array(Math.min(CHUNK, source.size - at));
    const got = source.read(into, at);
    if (got <= 0) throw new InputError('upload.changed', 'A file became shorter while it was read. Try again once nothing writes to it.');
    at += got;
    yield into.subarray(0, got);
  }
}

/** SHA-256 of an opened source, read in pieces. */
export async function hashSource(source: ObjectSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(source)) hash.update(chunk);
  return hash.digest('hex');
}
