/** Whether tables are population (COD-PS) or presence (3W), by what their columns hold; names of files say nothing sure. */
import type { DatasetKind } from '../../contract/ids.ts';
import { roleOfPopulationColumn } from '../normalize/populationColumns.ts';
import type { UploadFile } from '../read/raw.ts';
import type { RawTable } from '../read/rawTable.ts';
import { readTables } from '../read/table.ts';

const PRESENCE_TAG = /^#(org|sector|activity|subsector|service|modality)\b/;
const PRESENCE_HEADING =
  /\b(organi[sz]ations?|organisme|organización|organizacion|partner|partenaire|socio|donor|donante|bailleur|agency|agence|ngo|ong|cluster|sector|secteur|acteur|implement\w*|منظمة)\b/i;

/** `cod-ps` where a visible table has codes and numbers of people, `3w` where one has organisations and sectors; null where it is neither. */
export function findTableKind(tables: RawTable[]): Extract<DatasetKind, 'cod-ps' | '3w'> | null {
  let population = 0;
  let presence = 0;
  for (const table of tables) {
    if (table.hidden) continue;
    const roles = table.columns.map((column) => roleOfPopulationColumn(column.name, column.hxl));
    const groups = roles.filter((role) => role.is === 'group' && role.group.other === null).length;
    const isCoded = roles.some((role) => role.is === 'pcode');
    const marks = table.columns.filter((column) => (column.hxl !== null && PRESENCE_TAG.test(column.hxl)) || PRESENCE_HEADING.test(column.name)).length;
    // A 3W may count people reached, a population table never names partners.
    if (marks >= 2 || (marks === 1 && groups === 0)) presence += table.rows;
    else if (groups > 0 && isCoded) population += table.rows;
  }
  if (population === 0 && presence === 0) return null;
  return population >= presence ? 'cod-ps' : '3w';
}

/**
 * The kind of an upload of tables only: population unless its tables say 3W.
 * @throws InputError where a file cannot be read as a table
 */
export async function detectTableKind(files: UploadFile[]): Promise<Extract<DatasetKind, 'cod-ps' | '3w'>> {
  const tables = await Promise.all(files.map((file) => readTables(file, { onUnknownEncoding: 'assume' })));
  return findTableKind(tables.flat()) ?? 'cod-ps';
}
