/** Tables that lie beside boundary files in an upload: gazetteers are kept for check S4; population and 3W are another upload, and that is said loudly. */
import type { Finding } from '../contract/finding.ts';
import type { AdminLevel, DatasetKind } from '../contract/ids.ts';
import { CodmapError } from '../errors.ts';
import { clause } from '../words/clauses.ts';
import { finding } from '../words/findings.ts';
import { matchColumns } from './normalize/columns.ts';
import type { TableKind } from '../kinds/kind.ts';
import type { RawLayer, UploadFile } from '../formats/raw.ts';
import { cellText } from '../formats/tables/rawTable.ts';
import { readTables } from '../formats/tables/table.ts';
import type { UploadContent } from '../formats/upload.ts';
import { findTableKind } from '../kinds/detectTable.ts';

/** Units of one level as a gazetteer lists them, by code; a code may have several spellings of its name, or none. */
export interface GazetteerLevel {
  /** `caf_cod_ab.xlsx, caf_admin2`. */
  table: string;
  level: AdminLevel;
  names: Map<string, string[]>;
}

export interface UploadTables {
  gazetteers: GazetteerLevel[];
  findings: Finding[];
}

/** `others` are the kinds that a table beside the boundaries may be of. One table after the other, and only codes and names are kept of it. A table that cannot be read is a finding: the boundaries are judged all the same. */
export async function readUploadTables({ ignored, tables }: Pick<UploadContent, 'ignored' | 'tables'>, others: TableKind[]): Promise<UploadTables> {
  const gazetteers: GazetteerLevel[] = [];
  const told = new Set<string>();
  const beside = new Map<DatasetKind, string[]>(others.map(({ id }) => [id, []]));
  const refused: { name: string; code: string }[] = [];
  for (const file of tables) {
    const judged = await judge(file, others);
    if (judged === null) continue;
    told.add(file.name);
    if ('refused' in judged) refused.push({ name: file.name, code: judged.refused });
    else if ('kind' in judged) beside.get(judged.kind)!.push(file.name);
    else gazetteers.push(...judged.gazetteers);
  }
  const items = (code: string, files: string[]) =>
    files.map((file) => ({ id: `${code}:${file}`, pcodes: [], rows: [], clause: clause('verbatim', { text: file }) }));
  return {
    gazetteers,
    findings: [
      ...others.flatMap(({ id, beside: code }) => {
        const named = beside.get(id)!;
        return finding(code, 'warning', null, items(code, named), { files: named.slice(0, 5).join(', ') });
      }),
      ...finding(
        'read.tableRefused',
        'warning',
        null,
        refused.map(({ name, code }) => ({
          id: `read.tableRefused:${name}`,
          pcodes: [],
          rows: [],
          clause: clause('reading.ignored', { file: name, why: clause('reading.refused', { code }) }),
        })),
      ),
      ...finding(
        'read.fileIgnored',
        'info',
        null,
        ignored
          .filter(({ name }) => !told.has(name))
          .map(({ name, reason }) => ({
            id: `read.fileIgnored:${name}`,
            pcodes: [],
            rows: [],
            clause: clause('reading.ignored', { file: name, why: reason }),
          })),
      ),
    ],
  };
}

/** null: a table of something else, which is listed among the documents. */
async function judge(file: UploadFile, others: TableKind[]): Promise<{ kind: DatasetKind } | { gazetteers: GazetteerLevel[] } | { refused: string } | null> {
  try {
    const tables = await readTables(file, { onUnknownEncoding: 'assume' });
    const kind = findTableKind(tables, others);
    if (kind !== null) return { kind };
    const gazetteers = tables.flatMap((table) =>
      table.hidden
        ? []
        : toGazetteers(
            table.format === 'csv' ? table.file : `${table.file}, ${table.sheet}`,
            table.columns.map(({ name, cells }) => ({ name, values: cells.map(cellText) })),
          ),
    );
    return gazetteers.length > 0 ? { gazetteers } : null;
  } catch (error) {
    if (!(error instanceof CodmapError)) throw error;
    return { refused: error.code };
  }
}

/** A table that a boundary file holds without shapes (GeoPackage, File Geodatabase). */
export function layerGazetteers({ file, layer, columns }: RawLayer): GazetteerLevel[] {
  return toGazetteers(
    `${file}, ${layer}`,
    columns.map(({ name, values }) => ({ name, values: values.map((value) => (value === null ? '' : String(value).trim())) })),
  );
}

/** A table lists the units of every level it has codes and names of; one of codes alone lists those of its deepest. */
function toGazetteers(table: string, columns: { name: string; values: string[] }[]): GazetteerLevel[] {
  const matched = matchColumns(columns.map(({ name }) => name));
  const coded = matched.flatMap(({ role, column }) => (role.is === 'pcode' ? [{ level: role.level, column }] : []));
  const deepest = Math.max(...coded.map(({ level }) => level));
  return coded.flatMap(({ level, column }) => {
    const named = matched.filter(({ role }) => role.is === 'name' && role.level === level).map((entry) => entry.column);
    if (named.length === 0 && level !== deepest) return [];
    const names = new Map<string, string[]>();
    for (const [row, code] of columns[column]!.values.entries()) {
      if (code === '') continue;
      const known = names.get(code) ?? [];
      for (const each of named) {
        const name = columns[each]!.values[row]!;
        if (name !== '' && !known.includes(name)) known.push(name);
      }
      names.set(code, known);
    }
    return names.size > 0 ? [{ table, level, names }] : [];
  });
}
