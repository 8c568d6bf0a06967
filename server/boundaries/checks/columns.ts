/** What attribute checks look at: the values of one level as they came, beside the unit they became. */
import type { Clause, FindingItem } from '../../contract/finding.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import { asClause } from '../../words/clauses.ts';
import type { ItemDraft } from '../../words/findings.ts';
import type { UploadedLevel } from '../normalize/model.ts';
import { itemId } from '../../checks/check.ts';

export type Cell = string | number | boolean | null;

/** Values of the source column taken for a standard one, in the order of the table's rows; undefined where the layer has none. */
export function rawColumn(level: UploadedLevel, standard: string): Cell[] | undefined {
  const match = level.columns.find((column) => column.standard === standard);
  const column = match && level.raw.columns.find(({ name }) => name === match.source);
  return column && Array.from(level.table.source.rowNumber, (rowNumber) => column.values[rowNumber - 1] ?? null);
}

/** One occurrence at some rows of a level: codes, row numbers and the place of the first row that has one. A text as detail is shown as it came. */
export function itemAt(level: UploadedLevel, code: string, indexes: number[], detail: string | Clause, values?: FindingItem['values']): ItemDraft {
  const { units, geometry, source } = level.table;
  const pcodes = [...new Set(indexes.map((index) => units[index]!.pcode as string).filter(Boolean))];
  const rows = indexes.map((index) => source.rowNumber[index]!);
  const placed = indexes.find((index) => geometry.kinds[index] === GEOMETRY_KIND.polygon);
  const unit = placed === undefined ? undefined : units[placed];
  // The row is part of the id: two cells of one unit may have the same fault.
  const item: ItemDraft = { id: `${itemId(code, level.level, pcodes)}#${rows[0] ?? 0}`, pcodes, rows, clause: asClause(detail) };
  if (unit) {
    item.at = unit.center;
    item.bbox = unit.bbox;
  }
  if (values) item.values = values;
  return item;
}

/** Value → how often, most frequent first; equal counts in the order of the values, so that reports are reproducible. */
export function tally<T extends string | number>(values: Iterable<T>): [value: T, count: number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
