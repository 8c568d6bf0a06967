/**
 * Values of a series by unit: as they were read, or rolled up where that is true; and which series may be added. Pure; the one place where the rules of
 * truth are kept (nothing is not zero, never add what overlaps, shares from their parts).
 */
import type { AdminLevel } from '../ids.ts';
import type { IndicatorData, MeasuredIndicator, Series } from './data.ts';
import { dimensionsKey, samePeriod } from './series.ts';
import { FLAGS, type Flag } from './terms.ts';

/** Units of the boundaries by level, each with the code of the unit above it. */
export type UnitTree = ReadonlyMap<AdminLevel, readonly { pcode: string; parent: string | null }[]>;

export interface UnitValue {
  /** Unrounded; null with a flag that says why. */
  value: number | null;
  flag: Flag;
  /** Of a sum of units below of which some have no value: how many have one, of how many; null where it is whole, or was read as it is. */
  partial: readonly [known: number, of: number] | null;
}

/** Why two series are never added. */
export const ADD_REASONS = ['indicators', 'sectors', 'statuses', 'types', 'periods', 'phases', 'groups', 'measure'] as const;
export type AddReason = (typeof ADD_REASONS)[number];

/**
 * Whether values of two series may be added: null where they may. People are in need of several clusters at once, targeted people are in need, `3+` holds
 * 3, 4 and 5: only phases 1 to 5 and the two sexes part the same people, and only where all else is alike. A series is never added to itself.
 */
export function mayAdd(indicators: readonly MeasuredIndicator[], a: Series, b: Series): AddReason | null {
  const [one, other] = [indicators[a.indicator]!, indicators[b.indicator]!];
  if (one.sector !== other.sector) return 'sectors';
  if (one.code !== other.code) return 'indicators';
  if (one.measure !== 'people' && one.measure !== 'things') return 'measure';
  if (a.status !== b.status) return 'statuses';
  if (a.type !== b.type) return 'types';
  if (!samePeriod(a.period, b.period) || a.analysis !== b.analysis) return 'periods';
  const phases = [a.phase, b.phase];
  const [sexes, rest] = [[a.dimensions.sex, b.dimensions.sex], [a, b].map(({ dimensions }) => dimensionsKey({ ...dimensions, sex: undefined }))];
  if (phases[0] !== phases[1]) {
    if (phases.some((phase) => phase === null || !/^[1-5]$/.test(phase))) return 'phases';
    return sexes[0] === sexes[1] && rest[0] === rest[1] ? null : 'groups';
  }
  return sexes.every((sex) => sex !== undefined) && sexes[0] !== sexes[1] && rest[0] === rest[1] ? null : 'groups';
}

/** Cells of a series at the units that they are of, by level; sites of one unit added, a second row of one unit a conflict already. */
export function readValues({ values, areas, repeats }: IndicatorData, series: number): Map<AdminLevel, Map<string, UnitValue>> {
  const levels = new Map<AdminLevel, Map<string, UnitValue>>();
  const add = (level: AdminLevel, pcode: string, value: number | null, flag: Flag) => {
    const units = levels.get(level) ?? new Map<string, UnitValue>();
    levels.set(level, units);
    const known = units.get(pcode);
    if (!known) return void units.set(pcode, { value, flag, partial: null });
    if (known.flag === 'conflict' || value === null) return;
    if (known.value === null) return void units.set(pcode, { value, flag, partial: null });
    // Two areas that are one unit are parts of it; of a file whose units do not repeat, two values of one are none.
    if (repeats === 'sites') units.set(pcode, { value: known.value + value, flag: known.flag === 'zero' ? flag : known.flag, partial: null });
    else if (known.value !== value) units.set(pcode, { value: null, flag: 'conflict', partial: null });
  };
  for (const [i, at] of values.series.entries()) {
    if (at !== series) continue;
    const { pcode, unitLevel, shares } = areas[values.area[i]!]!;
    const [value, flag] = [values.value[i]!, FLAGS[values.flag[i]!]!];
    if (pcode !== null && unitLevel !== null) add(unitLevel, pcode, value, flag);
    // Divided among units by a person: estimates, which no other value of the unit is added to unless units repeat.
    else for (const { pcode: part, level, share } of shares) add(level, part, value === null ? null : value * share, value === null ? flag : 'estimated');
  }
  return levels;
}

/**
 * Values at a level: those read there; else, of what is additive over units, the sum of the units below, `partial` where some of them have none. A share is
 * worked out anew from its parts, and has no value above without them. An index is never rolled up by mean (`classShares`).
 */
export function unitValues(data: IndicatorData, series: number, level: AdminLevel, tree: UnitTree): Map<string, UnitValue> {
  const own = data.series[series]!;
  const { additive, measure } = data.indicators[own.indicator]!;
  const read = readValues(data, series);
  const here = new Map(read.get(level) ?? []);
  if (measure === 'share' && own.numerator !== null && own.denominator !== null) {
    const [parts, wholes] = [own.numerator, own.denominator].map((each) => unitValues(data, each, level, tree)) as [Map<string, UnitValue>, Map<string, UnitValue>];
    for (const [pcode, part] of parts) if (!here.has(pcode)) setShare(here, pcode, part, wholes.get(pcode));
    return here;
  }
  if (!additive || measure === 'index' || measure === 'share' || measure === 'rate') return here;
  const below = Math.min(...[...read.keys()].filter((each) => each > level)) as AdminLevel;
  if (!Number.isFinite(below)) return here;
  for (const [pcode, sum] of sumsAbove(read.get(below)!, below, level, tree)) if (!here.has(pcode)) here.set(pcode, sum);
  return here;
}

function setShare(here: Map<string, UnitValue>, pcode: string, part: UnitValue, whole: UnitValue | undefined): void {
  if (part.value === null || !whole?.value) return;
  here.set(pcode, { value: part.value / whole.value, flag: 'given', partial: part.partial ?? whole.partial });
}

/** By the code of the unit above: sums, and how many units below each have a value. */
function sumsAbove(values: ReadonlyMap<string, UnitValue>, from: AdminLevel, to: AdminLevel, tree: UnitTree): Map<string, UnitValue> {
  const aboveOf = ancestors(from, to, tree);
  const sums = new Map<string, { sum: number; known: number; of: number; isEstimated: boolean }>();
  for (const { pcode } of tree.get(from) ?? []) {
    const above = aboveOf.get(pcode);
    if (above === undefined) continue;
    const entry = sums.get(above) ?? { sum: 0, known: 0, of: 0, isEstimated: false };
    sums.set(above, entry);
    entry.of++;
    const value = values.get(pcode);
    if (!value || value.value === null) continue;
    entry.known++;
    entry.sum += value.value;
    entry.isEstimated ||= value.flag === 'estimated';
  }
  return new Map(
    [...sums].flatMap(([pcode, { sum, known, of, isEstimated }]): [string, UnitValue][] =>
      known === 0 ? [] : [[pcode, { value: sum, flag: isEstimated ? 'estimated' : sum === 0 ? 'zero' : 'given', partial: known < of ? [known, of] : null }]],
    ),
  );
}

/** The unit at an upper level of each unit of a lower one; units whose chain is broken have none. */
export function ancestors(from: AdminLevel, to: AdminLevel, tree: UnitTree): Map<string, string> {
  let above = new Map((tree.get(from) ?? []).map(({ pcode }) => [pcode, pcode]));
  for (let level = from; level > to; level--) {
    const parents = new Map((tree.get(level) ?? []).map(({ pcode, parent }) => [pcode, parent]));
    above = new Map([...above].flatMap(([pcode, at]) => (parents.get(at) == null ? [] : [[pcode, parents.get(at)!] as const])));
  }
  return above;
}

/**
 * Severity of upper units: of the people whose units below have a class, the share that lives in units of class `least` or worse. Units without a class or
 * without a number of people are not in it, and make it partial.
 * @param people by code of the units below
 */
export function classShares(
  values: ReadonlyMap<string, UnitValue>,
  people: ReadonlyMap<string, number>,
  least: number,
  { from, to, tree }: { from: AdminLevel; to: AdminLevel; tree: UnitTree },
): Map<string, UnitValue> {
  const above = ancestors(from, to, tree);
  const sums = new Map<string, { worse: number; all: number; known: number; of: number }>();
  for (const { pcode } of tree.get(from) ?? []) {
    const at = above.get(pcode);
    if (at === undefined) continue;
    const entry = sums.get(at) ?? { worse: 0, all: 0, known: 0, of: 0 };
    sums.set(at, entry);
    entry.of++;
    const [value, living] = [values.get(pcode)?.value ?? null, people.get(pcode) ?? null];
    if (value === null || living === null) continue;
    entry.known++;
    entry.all += living;
    if (value >= least) entry.worse += living;
  }
  return new Map(
    [...sums].flatMap(([pcode, { worse, all, known, of }]): [string, UnitValue][] =>
      all === 0 ? [] : [[pcode, { value: worse / all, flag: 'given', partial: known < of ? [known, of] : null }]],
    ),
  );
}

/** The share of the people that a phase or a worse one must hold for the area to be in it (IPC Technical Manual 3.1, protocol 2.6). */
const PHASE_SHARE = 0.2;

/** The most severe phase with at least a fifth of the people in it or worse. @param people in phases 1 to 5 @param whole of all phases; null: their sum */
export function phaseOf(people: readonly (number | null)[], whole: number | null): number | null {
  if (people.length !== 5 || people.some((value) => value === null)) return null;
  const numbers = people as readonly number[];
  const all = whole ?? numbers.reduce((sum, value) => sum + value, 0);
  if (!(all > 0)) return null;
  let worse = 0;
  for (let phase = 5; phase > 1; phase--) {
    worse += numbers[phase - 1]!;
    // Shares are published in steps of 5 %: what is a fifth as written is one as divided too.
    if (worse / all >= PHASE_SHARE - 1e-4) return phase;
  }
  return 1;
}
