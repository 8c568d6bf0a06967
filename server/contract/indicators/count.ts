/**
 * Values by unit at a level, and what may be added to what: the rules of truth (docs/indicators.md) that hold in the browser as on the server. Pure.
 */
import type { AdminLevel } from '../ids.ts';
import type { IndicatorData, MeasuredIndicator, Series } from './data.ts';
import { FLAGS, type Flag } from './terms.ts';

/** Units by level, with their parents: what roll-up goes by. */
export interface CountedLevels {
  levels: readonly { level: AdminLevel; units: readonly { pcode: string; parentPcode: string | null }[] }[];
}

export interface UnitValue {
  /** Unrounded; null where nothing is known. */
  value: number | null;
  flag: Flag;
  /** Of a sum over units below: how many of them have a value. `count` < `of` is partial, and is never shown as the whole. null of values as stated. */
  parts: { count: number; of: number } | null;
}

export interface UnitValues {
  level: AdminLevel;
  /** By P-code; units of which the file says nothing are absent. */
  byPcode: Map<string, UnitValue>;
  /** Level at which the file states the values; null where it states none at this level or below. */
  from: AdminLevel | null;
  /** Why nothing was rolled up, where values are stated below only. */
  kept: 'not-additive' | 'no-denominator' | null;
  /** Areas that are no unit: how many, and their sum; null of what cannot be added. */
  apart: { areas: number; noData: number; sum: number | null };
}

const flagAt = (data: IndicatorData, i: number): Flag => FLAGS[data.values.flag[i]!]!;

/** What rows say of one unit: parts of it are added, of repeated keys none is taken unless they agree. */
function together(values: readonly UnitValue[], isAdded: boolean): UnitValue {
  const [first] = values;
  if (values.length === 1) return first!;
  const known = values.filter(({ value }) => value !== null);
  if (known.length === 0) return first!;
  if (isAdded) {
    const value = known.reduce((sum, each) => sum + each.value!, 0);
    const flag = known.some((each) => each.flag === 'estimated') ? 'estimated' : value === 0 ? 'zero' : 'given';
    return { value, flag, parts: known.length < values.length ? { count: known.length, of: values.length } : null };
  }
  const isSame = known.every(({ value }) => value === known[0]!.value);
  return isSame ? known[0]! : { value: null, flag: 'conflict', parts: null };
}

/** Values of a series as the file states them: by level, then by P-code. */
export function statedValues(data: IndicatorData, series: number): { placed: Map<AdminLevel, Map<string, UnitValue>>; apart: UnitValues['apart'] } {
  const { measure, additive } = indicatorOf(data, series);
  const lists = new Map<AdminLevel, Map<string, UnitValue[]>>();
  const mapped = new Map<AdminLevel, Map<string, UnitValue[]>>();
  const put = (to: typeof lists, level: AdminLevel, pcode: string, value: UnitValue) => {
    const own = to.get(level) ?? new Map<string, UnitValue[]>();
    to.set(level, own);
    own.set(pcode, [...(own.get(pcode) ?? []), value]);
  };
  const apart = { areas: new Set<number>(), noData: 0, sum: 0 };
  for (let i = 0; i < data.values.series.length; i++) {
    if (data.values.series[i] !== series) continue;
    const at = data.values.area[i]!;
    const area = data.areas[at]!;
    const value = data.values.value[i]!;
    if (area.pcode !== null) put(lists, area.unitLevel!, area.pcode, { value, flag: flagAt(data, i), parts: null });
    else if (area.shares.length > 0)
      for (const { pcode, level, share } of area.shares)
        put(mapped, level, pcode, {
          value: value === null ? null : additive ? value * share : value,
          flag: value === null ? 'noData' : 'estimated',
          parts: null,
        });
    else {
      apart.areas.add(at);
      if (value === null) apart.noData++;
      else apart.sum += value;
    }
  }
  const placed = new Map<AdminLevel, Map<string, UnitValue>>();
  const isAdded = data.repeats === 'sites' && additive;
  for (const [level, own] of lists) placed.set(level, new Map([...own].map(([pcode, values]) => [pcode, together(values, isAdded)])));
  for (const [level, own] of mapped) {
    const units = placed.get(level) ?? new Map<string, UnitValue>();
    placed.set(level, units);
    // What the file states of a unit itself holds over what was mapped to it.
    for (const [pcode, values] of own) if (!units.has(pcode)) units.set(pcode, together(values, additive));
  }
  const isSum = measure === 'people' || measure === 'things';
  return { placed, apart: { areas: apart.areas.size, noData: apart.noData, sum: isSum ? apart.sum : null } };
}

const indicatorOf = (data: IndicatorData, series: number): MeasuredIndicator => data.indicators[data.series[series]!.indicator]!;

/** Codes of units at a deeper level, by the unit of `level` that holds them. */
function unitsBelow({ levels }: CountedLevels, level: AdminLevel, from: AdminLevel): Map<string, string[]> {
  const parents = new Map(levels.map((each) => [each.level, new Map(each.units.map(({ pcode, parentPcode }) => [pcode, parentPcode]))]));
  const below = new Map<string, string[]>();
  for (const pcode of parents.get(from)?.keys() ?? []) {
    let above: string | null | undefined = pcode;
    for (let at = from; at > level && above; at--) above = parents.get(at)?.get(above);
    if (above) below.set(above, [...(below.get(above) ?? []), pcode]);
  }
  return below;
}

/**
 * Values of one series at a level. As the file states them where it does; else rolled up, which only what is additive over units is, and a sum of
 * some units says of how many. A share is made of numerator and denominator at that level, and is not rolled up without them.
 */
export function unitValues(data: IndicatorData, series: number, level: AdminLevel, levels: CountedLevels): UnitValues {
  const { measure, additive } = indicatorOf(data, series);
  const { placed, apart } = statedValues(data, series);
  const own = placed.get(level);
  const { numerator, denominator } = data.series[series]!;
  if (measure === 'share' && numerator !== null && denominator !== null) {
    const [above, below] = [unitValues(data, numerator, level, levels), unitValues(data, denominator, level, levels)];
    return { level, byPcode: divide(above, below), from: above.from, kept: null, apart };
  }
  const from = [...placed.keys()]
    .filter((each) => each > level && [...placed.get(each)!.values()].some(({ value }) => value !== null))
    .toSorted((a, b) => a - b)[0];
  const result = (byPcode: UnitValues['byPcode'], kept: UnitValues['kept'] = null): UnitValues => ({
    level,
    byPcode,
    from: own ? level : (from ?? null),
    kept,
    apart,
  });
  if (from === undefined) return result(own ?? new Map());
  if (!additive) return result(own ?? new Map(), measure === 'share' || measure === 'rate' ? 'no-denominator' : 'not-additive');
  const values = placed.get(from)!;
  const byPcode = new Map<string, UnitValue>();
  for (const [pcode, below] of unitsBelow(levels, level, from)) {
    const known = below.flatMap((each) => values.get(each) ?? []);
    const given = known.filter(({ value }) => value !== null);
    if (known.length === 0) continue;
    const flag = given.length === 0 ? 'noData' : given.some((each) => each.flag === 'estimated') ? 'estimated' : 'given';
    const value = given.length === 0 ? null : given.reduce((sum, each) => sum + each.value!, 0);
    // A unit whose own rows were incomplete does not make the sum above it complete.
    const whole = given.filter(({ parts }) => parts === null).length;
    byPcode.set(pcode, { value, flag: value === 0 ? 'zero' : flag, parts: { count: whole, of: below.length } });
  }
  for (const [pcode, value] of own ?? []) if (value.value !== null || !byPcode.has(pcode)) byPcode.set(pcode, value);
  return result(byPcode);
}

function divide(above: UnitValues, below: UnitValues): Map<string, UnitValue> {
  const shares = new Map<string, UnitValue>();
  for (const [pcode, { value, flag, parts }] of above.byPcode) {
    const whole = below.byPcode.get(pcode);
    const isKnown = value !== null && whole !== undefined && whole.value !== null && whole.value > 0;
    shares.set(pcode, isKnown ? { value: value / whole.value!, flag, parts: parts ?? whole.parts } : { value: null, flag: 'noData', parts: null });
  }
  return shares;
}

/** Whether a sum over units below has a value of all of them. */
export const isWhole = ({ parts }: Pick<UnitValue, 'parts'>): boolean => parts === null || parts.count >= parts.of;

export interface ClassShares {
  /** People in units of each class, by the least value of the class. */
  people: Map<number, number>;
  total: number;
  /** Share of people in class 3 and worse; null where nobody lives in units with a class. */
  worst: number | null;
  /** Units of which both class and people are known, of all. */
  parts: { count: number; of: number };
  /** Units whose value is no whole class: means of the source itself, counted in the class below. */
  fractional: number;
}

/** From here on a class counts as severe: severity 3 of JIAF, phase 3 of IPC. */
const SEVERE = 3;

/** An ordered class at a level above that of its values: by the people who live in units of each class, never by a mean. @param people by P-code of the stated level */
export function classShares(
  data: IndicatorData,
  series: number,
  level: AdminLevel,
  levels: CountedLevels,
  people: ReadonlyMap<string, number>,
): Map<string, ClassShares> {
  const { placed } = statedValues(data, series);
  const from = [...placed.keys()].filter((each) => each >= level).toSorted((a, b) => a - b)[0];
  const shares = new Map<string, ClassShares>();
  if (from === undefined) return shares;
  for (const [pcode, below] of unitsBelow(levels, level, from)) {
    const own: ClassShares = { people: new Map(), total: 0, worst: null, parts: { count: 0, of: below.length }, fractional: 0 };
    for (const each of below) {
      const value = placed.get(from)!.get(each)?.value;
      const living = people.get(each);
      if (value === null || value === undefined || living === undefined) continue;
      const is = Math.floor(value);
      own.people.set(is, (own.people.get(is) ?? 0) + living);
      own.total += living;
      own.parts.count++;
      if (is !== value) own.fractional++;
    }
    const severe = [...own.people].reduce((sum, [is, living]) => sum + (is >= SEVERE ? living : 0), 0);
    if (own.total > 0) shares.set(pcode, { ...own, worst: severe / own.total });
  }
  return shares;
}

/** Why two series may not be added. */
export const NOT_ADDED = ['indicator', 'sector', 'status', 'phase', 'group', 'type', 'period', 'measure'] as const;
export type NotAdded = (typeof NOT_ADDED)[number];

/** null: they are apart from each other, and are of the same people otherwise. `a` and `b` are indexes of series. */
export function mayAdd(data: IndicatorData, a: number, b: number): NotAdded | null {
  const [one, other] = [data.series[a]!, data.series[b]!];
  const [first, second] = [data.indicators[one.indicator]!, data.indicators[other.indicator]!];
  if (!first.additive || !second.additive) return 'measure';
  if (first.sector !== second.sector) return 'sector';
  if (one.indicator !== other.indicator) return 'indicator';
  if (one.status !== other.status) return 'status';
  if (one.type !== other.type) return 'type';
  if (one.analysis !== other.analysis || !isSamePeriod(one, other)) return 'period';
  const isApart = one.phase !== other.phase && isSinglePhase(one.phase) && isSinglePhase(other.phase);
  if (one.phase !== other.phase && !isApart) return 'phase';
  return isApart ? (isSameGroup(one, other) ? null : 'group') : overlap(one, other);
}

const isSinglePhase = (phase: Series['phase']): boolean => phase !== null && /^[1-5]$/.test(phase);
const isSamePeriod = ({ period: a }: Series, { period: b }: Series): boolean => a?.start === b?.start && a?.end === b?.end;
const isSameGroup = (a: Series, b: Series): boolean => JSON.stringify(a.dimensions) === JSON.stringify(b.dimensions);

/** Women and men are apart where all else is the same; other groups may overlap. */
function overlap(a: Series, b: Series): NotAdded | null {
  const { sex: one, ...rest } = a.dimensions;
  const { sex: other, ...others } = b.dimensions;
  const isBySex = one !== undefined && other !== undefined && one !== other;
  return isBySex && rest.category === undefined && JSON.stringify(rest) === JSON.stringify(others) ? null : 'group';
}
