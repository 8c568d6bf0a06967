/** One fetch of a source, to stored files and what they are; nothing is decided here. */
import type { Came } from '../contract/harvest/harvest.ts';
import { hashOfFiles } from '../catalogue/datasets.ts';
import type { JobFile } from '../jobs/queue.ts';
import type { HarvestDeps } from './deps.ts';
import { fault } from './faults.ts';
import { KINDS } from './kinds/all.ts';
import type { Fetchable } from './kinds/kind.ts';
import { toHeaders, unsealSecret } from './secret.ts';
import type { StoredSource } from './rows.ts';

/** Of all pages of a source together. */
const MOST_MS = 45 * 60_000;
/** Of records, which are in memory until all are there. */
const MOST_RECORDS = 256_000_000;

export type Brought =
  | { is: 'unchanged'; status: number }
  | { is: 'files'; status: number; files: JobFile[]; bytes: number; sha256: string; etag: string | null; modified: string | null; came: Came };

export type Fetching = ReturnType<typeof createFetching>;

export function createFetching({ egress, uploads, objects, names, secret }: Pick<HarvestDeps, 'egress' | 'uploads' | 'objects' | 'names' | 'secret'>) {
  return {
    /** @throws InputError `harvest.secret` */
    headersOf({ id, auth, secret: sealed }: Pick<StoredSource, 'id' | 'auth' | 'secret'>): Record<string, string> {
      if (sealed === null) return {};
      const said = unsealSecret(sealed, id, secret);
      if (said === null) throw fault('harvest.secret');
      return toHeaders(auth, said);
    },

    /** @throws CodmapError `outside.*`, `harvest.*` */
    async bring(source: Fetchable, secrets: Record<string, string>, signal: AbortSignal): Promise<Brought> {
      const stored: JobFile[] = [];
      const isFile = source.kind === 'file' || source.kind === 'ckan' || source.kind === 'sheet';
      const bytes = isFile ? uploads.maxBytes : Math.min(uploads.maxBytes, MOST_RECORDS);
      try {
        const fetched = await KINDS[source.kind].fetch({
          source,
          egress,
          secrets,
          bytes,
          signal: AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)]),
          async store(stream, name) {
            const { key, bytes: size, sha256 } = await uploads.store(stream, bytes);
            const file = { name, key, bytes: size, sha256 };
            stored.push(file);
            return file;
          },
        });
        if (fetched.is === 'unchanged') return fetched;
        const { files, counted, resource, ...rest } = fetched;
        if (files.every((file) => file.bytes === 0)) throw fault('harvest.empty');
        const came: Came = { files: files.map(({ name, bytes: size }) => ({ name, bytes: size })), parts: [], counted, resource };
        return { ...rest, files, bytes: files.reduce((sum, file) => sum + file.bytes, 0), sha256: hashOfFiles(files), came };
      } catch (error) {
        await this.drop(stored);
        throw error;
      }
    },

    /** Files that became nothing; others may have the same bytes. */
    async drop(files: readonly JobFile[], but: readonly JobFile[] = []): Promise<void> {
      const kept = new Set(but.map(({ key }) => key));
      for (const { key } of files) if (!kept.has(key) && (await names.isFree(key))) await objects.delete(key);
    },
  };
}
