/** `codmap verify`: every file that the database names, read through and compared; archives opened by the `pmtiles` package, which is not ours. */
import type { Source } from 'pmtiles';
import type { Fault, ObjectChecks, RecordedArtifact } from '../store/objects/checks.ts';
import { readArchive, TileError } from '../tiles/readArchive.ts';
import { checksumOf, type CheckedObjects } from '../store/objects/checked.ts';

export interface VerifyFault {
  dataset: string;
  version: string;
  file: string;
  key: string;
  /** `row`: the database says another size or checksum than key and bytes have; `archive`: not readable as PMTiles; `tile`: one of its tiles. */
  fault: Fault | 'row' | 'archive' | 'tile';
  detail: string;
}

export interface Verification {
  deep: boolean;
  /** Distinct objects read, and their bytes. */
  objects: number;
  bytes: number;
  archives: number;
  /** Tiles read and unpacked; 0 unless deep. */
  tiles: number;
  /** What is wrong with the database file itself. */
  database: string[];
  faults: VerifyFault[];
}

export interface VerifierDeps {
  checks: Pick<ObjectChecks, 'listArtifacts'>;
  checked: Pick<CheckedObjects, 'inspect' | 'readRange'>;
  /** @returns what is wrong with it; deep looks at every page. */
  checkDatabase: (deep: boolean) => Promise<string[]>;
  onProgress: (done: number, total: number) => void;
}

export async function verify({ checks, checked, checkDatabase, onProgress }: VerifierDeps, deep: boolean): Promise<Verification> {
  const result: Verification = { deep, objects: 0, bytes: 0, archives: 0, tiles: 0, database: await checkDatabase(deep), faults: [] };
  const byKey = Map.groupBy(await checks.listArtifacts(), ({ key }) => key);
  for (const [key, rows] of byKey) {
    onProgress(result.objects++, byKey.size);
    let bytes = 0;
    const fault = await checked.inspect(key, async (part) => void (bytes += part));
    result.bytes += bytes;
    const fail = (row: RecordedArtifact, fault: VerifyFault['fault'], detail: string) =>
      result.faults.push({ dataset: row.dataset, version: row.version, file: row.file, key, fault, detail });
    for (const row of rows) {
      if (fault === 'missing') fail(row, fault, 'There is no such file.');
      else if (fault === 'damaged') fail(row, fault, `Its ${bytes} bytes do not have the checksum ${checksumOf(key)}.`);
      else if (row.sha256 !== checksumOf(key)) fail(row, 'row', `The database says the checksum is ${row.sha256}.`);
      else if (row.bytes !== bytes) fail(row, 'row', `It has ${bytes} bytes; the database says ${row.bytes}.`);
    }
    const archive = rows.find(({ kind }) => kind === 'pmtiles');
    if (fault !== null || !archive) continue;
    result.archives++;
    try {
      result.tiles += await readArchive(toSource(checked, key), { tiles: deep ? 'all' : 'none' });
    } catch (error) {
      fail(archive, error instanceof TileError ? 'tile' : 'archive', (error as Error).message);
    }
  }
  onProgress(byKey.size, byKey.size);
  return result;
}

const toSource = (checked: Pick<CheckedObjects, 'readRange'>, key: string): Source => ({
  getKey: () => key,
  getBytes: async (offset, length) => ({ data: Uint8Array.from(await checked.readRange(key, offset, length)).buffer }),
});
