/** Of which kind tables are: each kind says what it would take of them. */
import type { DatasetKind } from '../contract/ids.ts';
import type { TableKind } from './kind.ts';
import type { UploadFile } from '../formats/raw.ts';
import type { RawTable } from '../formats/tables/rawTable.ts';
import { handOn } from '../formats/tables/handedOn.ts';
import { readTables } from '../formats/tables/table.ts';

/** The kind that takes most rows of the visible tables, the earlier of `kinds` where two take as many; null where none takes any. */
export function findTableKind(tables: RawTable[], kinds: TableKind[]): DatasetKind | null {
  const taken = new Map<DatasetKind, number>(kinds.map(({ id }) => [id, 0]));
  for (const table of tables) {
    if (table.hidden) continue;
    const [best] = kinds.map(({ id, claim }) => ({ id, ...(claim(table) ?? { strength: 0, rows: 0 }) })).toSorted((a, b) => b.strength - a.strength);
    if (best) taken.set(best.id, taken.get(best.id)! + best.rows);
  }
  const [most] = [...taken].toSorted(([, a], [, b]) => b - a);
  return most && most[1] > 0 ? most[0] : null;
}

/**
 * The kind of an upload of tables only; what was read of it waits for its pipeline.
 * @throws InputError where a file cannot be read as a table
 */
export async function detectTableKind(files: UploadFile[], kinds: TableKind[]): Promise<DatasetKind | null> {
  const tables = await Promise.all(files.map((file) => readTables(file, { onUnknownEncoding: 'assume' })));
  files.forEach(({ source }, i) => handOn(source, tables[i]!));
  return findTableKind(tables.flat(), kinds);
}
