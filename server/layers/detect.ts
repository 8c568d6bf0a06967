/** Whether tables that are neither population nor 3W say where things are: then they are a layer. */
import type { UploadFile } from '../formats/raw.ts';
import { handOn } from '../formats/tables/handedOn.ts';
import { readTables } from '../formats/tables/table.ts';
import { columnOf, readLayerColumns } from './read/columns.ts';

/** @throws InputError where a file cannot be read as a table */
export async function looksLikeLayer(files: UploadFile[]): Promise<boolean> {
  for (const file of files) {
    const tables = await readTables(file, { onUnknownEncoding: 'assume' });
    handOn(file.source, tables);
    for (const table of tables) {
      const part = { ...table, rowNumber: (row: number) => table.rowNumbers[row]!, geometry: null, crs: null };
      const columns = readLayerColumns(part, { levels: [], said: [], remembered: [] });
      const has = (...roles: Parameters<typeof columnOf>[1][]) => roles.every((is) => columnOf(columns, is) >= 0);
      if (!table.hidden && (has('lat', 'lon') || has('point') || has('wkt'))) return true;
    }
  }
  return false;
}
