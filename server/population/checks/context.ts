/** What the checks of a COD-PS look at, and the tools that several of them share. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { Metadata } from '../../contract/datasets/dataset.ts';
import type { Clause, FindingItem, Severity } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { asClause, clause } from '../../words/clauses.ts';
import { finding } from '../../words/findings.ts';
import type { ItemDraft } from '../../words/findings.ts';
import type { LevelJoin, NormalizedPopulation, PopulationLevel } from '../normalize/model.ts';
import type { BoundaryLevels } from '../normalize/join.ts';

export interface PopulationContext {
  population: NormalizedPopulation;
  /** The boundaries it is joined to, and which version they are; null where the country has none here. */
  boundaries: { dataset: string; version: string; levels: BoundaryLevels } | null;
  /** The same units by level and P-code, for areas and places. */
  units: Map<AdminLevel, Map<string, AdminUnit>>;
  /** One for each level of the population that the boundaries have. */
  joins: LevelJoin[];
  metadata: Partial<Metadata> | null;
  /** ISO date of the run. */
  today: string;
  /** Population of the country from another source (Q12). */
  reference: { total: number; year: number; source: string } | null;
}

export function joinOf(context: PopulationContext, level: AdminLevel): LevelJoin | undefined {
  return context.joins.find((join) => join.level === level);
}

/** P-code of a unit for the map: as joined, else as written; none where the row has no code. */
export function pcodesOf(context: PopulationContext, level: PopulationLevel, unit: number): string[] {
  const pcode = joinOf(context, level.level)?.pcodes[unit] ?? level.codes[unit]!;
  return pcode === '' ? [] : [pcode];
}

/** An item about one unit; `key` tells two faults of one unit apart. */
export function unitItem(
  context: PopulationContext,
  level: PopulationLevel,
  unit: number,
  code: string,
  key: string,
  detail: string | Clause,
  values?: FindingItem['values'],
): ItemDraft {
  const pcodes = pcodesOf(context, level, unit);
  const row = level.rowNumbers[unit]!;
  const place = boundaryUnit(context, level.level, pcodes[0]);
  return {
    id: `${code}/${level.level}/${pcodes[0] ?? `#${row}`}${key === '' ? '' : `/${key}`}`,
    pcodes,
    rows: [row],
    clause: asClause(detail),
    ...(place ? { at: place.center, bbox: place.bbox } : {}),
    ...(values ? { values } : {}),
  };
}

export function boundaryUnit(context: PopulationContext, level: AdminLevel, pcode: string | undefined): AdminUnit | undefined {
  return pcode === undefined ? undefined : context.units.get(level)?.get(pcode);
}

export { finding };

/** How a unit is called in a detail: `Bo (SL0301)`. */
export function nameOf(level: PopulationLevel, unit: number): string | Clause {
  const code = level.codes[unit]!;
  const name = level.names[unit]!;
  return name === '' ? code || clause('row', { row: level.rowNumbers[unit]! }) : code === '' ? name : `${name} (${code})`;
}

export function column(level: PopulationLevel, key: string): Float64Array | undefined {
  const g = level.groups.findIndex((group) => group.key === key);
  return g < 0 ? undefined : level.values[g];
}

/** Numbers in sentences have at most two decimals. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Size of a difference against what is expected: within rounding, up to 2 %, or more (cod.md §3.4). `slack` is the rounding that the sum allows;
 * null where the two agree.
 */
export function judge(difference: number, expected: number, slack: number): Severity | null {
  const size = Math.abs(difference);
  if (size < 1e-6) return null;
  if (size <= Math.max(slack, 0.001 * Math.abs(expected))) return 'info';
  return size > 0.02 * Math.abs(expected) ? 'error' : 'warning';
}
