/** Files that an ingest has stored before its version is recorded: where it fails they go at once, and do not wait for the collector. */
import type { ObjectStore, StoredObject } from '../store/objects/objects.ts';

/** A file that was not there before, as this ingest left it. */
export interface Part {
  key: string;
  stamp: string;
}

export interface PartStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** `sha256`: what the stream is known to hold, by which it is named. */
  putStream(prefix: string, stream: AsyncIterable<Uint8Array>, limit: number, sha256: string): Promise<StoredObject>;
}

/** The store, telling of each file that was not there before. Keys are checksums, so one that was there is the same file and another's. */
export function tellingParts(objects: ObjectStore, onStored: (part: Part) => void): PartStore {
  const tell = async (key: string): Promise<void> => {
    const head = await objects.head(key);
    if (head) onStored({ key, stamp: head.stamp });
  };
  return {
    async put(key, bytes) {
      const known = await objects.head(key);
      try {
        await objects.put(key, bytes);
      } finally {
        // Also where it failed: what was to make it last may have, after it had its name.
        if (!known) await tell(key);
      }
    },
    async putStream(prefix, stream, limit, sha256) {
      const key = `${prefix}/${sha256}`;
      const known = await objects.head(key);
      try {
        return await objects.putStream(prefix, stream, limit);
      } finally {
        if (!known) await tell(key);
      }
    },
  };
}

/** Removes what nothing names and nobody has written since; a file that another ingest stored too is left to it. */
export async function dropParts(
  parts: Iterable<Part>,
  objects: Pick<ObjectStore, 'head' | 'delete'>,
  isFree: (key: string) => Promise<boolean>,
): Promise<void> {
  for (const { key, stamp } of parts) {
    if (!(await isFree(key))) continue;
    const head = await objects.head(key);
    if (head?.stamp === stamp) await objects.delete(key);
  }
}
