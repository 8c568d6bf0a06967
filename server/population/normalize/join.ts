/** Population levels joined to a gazetteer by P-code, each repair named; names only ever suggest. cod.md §3.3. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import { foldName } from '../../matching/fold.ts';
import { findPcode, nearPcodes } from '../../matching/pcodes.ts';
import type { PcodeIndex, PcodeMatch } from '../../matching/pcodes.ts';
import type { LevelJoin, PopulationLevel } from './model.ts';

/** Suggestions are made for this many unknown codes; a level of which more are unknown is another country or another version. */
const MAX_SUGGESTED = 500;

/** Joins one level. `units` are the boundaries' units of that level, `index` their codes. */
export function joinLevel(population: PopulationLevel, units: AdminUnit[], index: PcodeIndex): LevelJoin {
  const { level, codes } = population;
  const matches = codes.map((code) => findPcode(index, code, level));
  // A repair never takes a code that another row has exactly, nor one that two different spellings are repaired to.
  const exact = new Set(matches.flatMap((match) => (match && match.repairs.length === 0 ? [match.pcode] : [])));
  const repairedFrom = new Map<Pcode, Set<string>>();
  for (const [unit, match] of matches.entries()) {
    if (!match || match.repairs.length === 0) continue;
    const from = repairedFrom.get(match.pcode) ?? new Set();
    repairedFrom.set(match.pcode, from.add(codes[unit]!));
  }
  const isSure = (match: PcodeMatch) => match.repairs.length === 0 || (!exact.has(match.pcode) && repairedFrom.get(match.pcode)!.size === 1);
  const join: LevelJoin = { level, pcodes: [], repaired: [], unknown: [], missing: [], matched: 0 };
  const found = new Set<string>();
  for (const [unit, match] of matches.entries()) {
    if (match && isSure(match)) {
      join.pcodes.push(match.pcode);
      found.add(match.pcode);
      if (match.repairs.length > 0) join.repaired.push({ unit, pcode: match.pcode, repairs: match.repairs });
    } else {
      join.pcodes.push(null);
      if (codes[unit] !== '') join.unknown.push({ unit, near: match ? [match.pcode] : [], sameName: [] });
    }
  }
  join.matched = found.size;
  join.missing = units.filter((unit) => unit.pcode !== '' && !found.has(unit.pcode));
  suggest(population, join, index);
  return join;
}

function suggest(population: PopulationLevel, join: LevelJoin, index: PcodeIndex): void {
  const byName = new Map<string, Pcode[]>();
  for (const unit of join.missing) {
    for (const { name } of unit.names) {
      const key = foldName(name);
      if (key !== '') byName.set(key, [...new Set([...(byName.get(key) ?? []), unit.pcode])]);
    }
  }
  for (const entry of join.unknown.slice(0, MAX_SUGGESTED)) {
    const name = foldName(population.names[entry.unit]!);
    entry.sameName = (name === '' ? undefined : byName.get(name))?.slice(0, 3) ?? [];
    if (entry.near.length === 0) entry.near = nearPcodes(index, population.codes[entry.unit]!, join.level);
  }
}

/**
 * Units as they are published: one for each code. Rows that repeat a code are parts of one unit and are added up, unless they are the same row twice
 * (then counted once); check Q7 reports both as errors. Order of first occurrence. A group is null for a unit where any part is.
 */
export function publishLevel(
  population: PopulationLevel,
  join: LevelJoin | null,
): { pcodes: string[]; rows: number[]; values: Float64Array[]; total: number | null } {
  const { pcodes, rows } = distinctUnits(population, join);
  const values = population.values.map((source) => Float64Array.from(rows, (parts) => parts.reduce((sum, unit) => sum + source[unit]!, 0)));
  return { pcodes, rows: rows.map((parts) => parts[0]!), values, total: totalOf(population, values) };
}

/** Units by code, each with the rows that are its parts; a row that only repeats another of the same code is in none. */
export function distinctUnits(population: PopulationLevel, join: LevelJoin | null): { pcodes: string[]; rows: number[][] } {
  const target = new Map<string, number>();
  const pcodes: string[] = [];
  const rows: number[][] = [];
  for (let unit = 0; unit < population.codes.length; unit++) {
    const pcode = join?.pcodes[unit] ?? population.codes[unit]!;
    // Units without a code stay apart: nothing says that they are one.
    const known = pcode === '' ? undefined : target.get(pcode);
    if (known === undefined) {
      target.set(pcode, pcodes.length);
      pcodes.push(pcode);
      rows.push([unit]);
    } else if (!rows[known]!.some((other) => population.values.every((values) => Object.is(values[other], values[unit])))) rows[known]!.push(unit);
  }
  return { pcodes, rows };
}

/** Population of a level: the sum of `T_TL` over the units that have one, else of `F_TL` + `M_TL`; null where none has. */
function totalOf(population: PopulationLevel, values: Float64Array[]): number | null {
  const sumOf = (key: string) => {
    const g = population.groups.findIndex((group) => group.key === key);
    const known = g < 0 ? new Float64Array(0) : values[g]!.filter((value) => !Number.isNaN(value));
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  const both = [sumOf('F_TL'), sumOf('M_TL')];
  return sumOf('T_TL') ?? (both[0] !== null && both[1] !== null ? both[0]! + both[1]! : null);
}

/** Levels of the boundaries as the join wants them. */
export type BoundaryLevels = { level: AdminLevel; units: AdminUnit[] }[];
