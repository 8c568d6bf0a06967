/** Findings built from measured places: items with codes, rows, place and a clause, worst first. */
import type { FeatureTable } from '../contract/admin.ts';
import type { Clause, Finding, FindingItem, Severity } from '../contract/finding.ts';
import { MAX_ITEMS, SEVERITIES } from '../contract/finding.ts';
import { asClause, clause } from '../words/clauses.ts';
import { makeFinding, type FindingCode, type ItemDraft } from '../words/findings.ts';
import type { Measured } from '../geometry/overlay/measure.ts';
import { itemId } from './check.ts';

/** An item of a table: told apart by `key`, about rows and codes where `more` says which. */
export const item = (code: string, key: string | number, detail: string | Clause, more: Partial<ItemDraft> = {}): ItemDraft => ({
  id: `${code}/${key}`,
  pcodes: [],
  rows: [],
  clause: asClause(detail),
  ...more,
});

/** P-codes of rows, empty ones left out. */
export function codesOf(table: FeatureTable, rows: number[]): string[] {
  return [...new Set(rows.map((row) => table.units[row]!.pcode as string).filter(Boolean))];
}

/** The unit as a sentence names it: its code, or its name, or its record. */
export function nameOf(table: FeatureTable, row: number): string | Clause {
  const unit = table.units[row]!;
  return unit.pcode || unit.names[0]?.name || clause('record', { row: table.source.rowNumber[row]! });
}

/** An item about rows of a table. `about` adds place, measures and overlay. */
export function makeItem(code: string, table: FeatureTable, rows: number[], detail: Clause, about: Partial<Omit<ItemDraft, 'clause'>> = {}): ItemDraft {
  const pcodes = codesOf(table, rows);
  const numbers = rows.map((row) => table.source.rowNumber[row]!);
  const unit = rows[0] === undefined ? undefined : table.units[rows[0]];
  const place: Partial<FindingItem> = {};
  // A unit without geometry has a centre by form only.
  const drawn = rows[0] !== undefined && table.geometry.rows[rows[0]]! < table.geometry.rows[rows[0] + 1]!;
  if (!about.at && unit && drawn && Number.isFinite(unit.center[0] + unit.center[1]) && Number.isFinite(unit.bbox[0]))
    Object.assign(place, { at: unit.center, bbox: unit.bbox });
  const at = about.at ?? place.at;
  return { id: itemId(code, table.level, pcodes, at, numbers), pcodes, rows: numbers, clause: detail, ...place, ...about };
}

export function placeOf({ at, bbox, areaM2, widthM }: Measured): Pick<FindingItem, 'at' | 'bbox' | 'areaM2' | 'widthM'> {
  return {
    at: [round(at[0], 7), round(at[1], 7)],
    bbox: bbox.map((value) => round(value, 7)) as Measured['bbox'],
    areaM2: round(areaM2, 4),
    widthM: round(widthM, 4),
  };
}

/** The findings of one code: one for each severity, worst first. `make` is asked only for the items that are listed. */
export function bySeverity<T>(
  code: FindingCode,
  table: FeatureTable,
  faults: T[],
  severityOf: (fault: T) => Severity,
  make: (fault: T) => ItemDraft,
  params: (faults: T[]) => Record<string, string | number> = () => ({}),
): Finding[] {
  return SEVERITIES.flatMap((severity) => {
    const own = faults.filter((fault) => severityOf(fault) === severity);
    if (own.length === 0) return [];
    return [makeFinding(code, severity, table.level, own.slice(0, MAX_ITEMS).map(make), params(own), own.length)];
  });
}

export function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
