/**
 * The people of each unit of a level in the units of the other version: summed from the units below where these add up to it in every group, else divided
 * by weight. So levels of a file that agreed with each other still do, and what is only in doubt below is exact above. Pure.
 */
import type { ChangedUnit } from '../../contract/boundaries/changes.ts';
import type { CarryMethod, RemainderReason } from '../../contract/population/carried.ts';
import type { PopulationGroup, PopulationLevelValues } from '../../contract/population/population.ts';
import { isTooFew, type Landing } from './landings.ts';
import { divideRow, findSums } from './rounding.ts';

/** People of one unit in one unit of the other version, group by group. */
export interface Portion {
  /** null: in none. */
  target: string | null;
  how: CarryMethod;
  values: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
  basis: string[];
  /** Where there is no target. */
  why?: RemainderReason;
  /** Of a remainder that is too few to be divided: the units in one of which these people are. */
  heirs?: string[];
}

/** What a unit of a level became: its row, and its portions, which add to it. */
export interface Carried {
  row: (number | null)[];
  portions: Portion[];
}

type Values = Pick<PopulationLevelValues, 'groups' | 'pcodes' | 'values'>;

export interface Below {
  groups: readonly PopulationGroup[];
  carried: ReadonlyMap<string, Carried>;
  /** Codes of the units of the level below that lie in a unit, by its code, in the old version. */
  childrenOf: ReadonlyMap<string, readonly string[]>;
  /** The unit of the level in which one of the level below lies, in the new version. */
  parentOf: (pcode: string) => string | null;
}

/** @param below the next deeper level of the file, where it has one */
export function portionsOf(level: Values, landings: ReadonlyMap<string, Landing>, below: Below | null): Map<string, Carried> {
  const { groups, pcodes, values } = level;
  const sums = findSums(groups);
  const total = totalOf(groups);
  /** Where each group of this level stands below; null where one is not there. */
  const at = below && groups.map(({ key }) => below.groups.findIndex((group) => group.key === key));
  return new Map(
    pcodes.map((pcode, i): [string, Carried] => {
      const row = values.map((group) => group[i] ?? null);
      const summed = below && at!.every((index) => index >= 0) ? sumBelow(pcode, row, below, at!) : null;
      if (summed) return [pcode, { row, portions: summed }];
      const landing = landings.get(pcode) ?? { how: 'remainder', parts: [], basis: null, why: 'not-in-boundaries' };
      const portions = divide(row, landing, total < 0 ? null : row[total]!, (weights) => divideRow(row, weights, groups, sums), sums.others);
      return [pcode, { row, portions }];
    }),
  );
}

/** The group of all people; −1 where there is none. */
export const totalOf = (groups: readonly PopulationGroup[]): number =>
  groups.findIndex(({ sex, ageFrom, other }) => sex === 't' && ageFrom === null && other === null);

const whole = (target: string, how: CarryMethod, row: (number | null)[]): Portion => ({ target, how, values: row, low: row, high: row, basis: [] });
const left = (row: (number | null)[], why: RemainderReason, heirs?: string[]): Portion => ({
  target: null,
  how: 'remainder',
  values: row,
  low: row,
  high: row,
  basis: [],
  why,
  ...(heirs ? { heirs } : {}),
});

function divide(
  row: (number | null)[],
  { how, parts, basis, why }: Landing,
  people: number | null,
  dividing: (weights: number[]) => (number | null)[][],
  others: readonly number[],
): Portion[] {
  if (how === 'remainder') return [left(row, why!)];
  if (how !== 'estimated') return [whole(parts[0]!.target!, how, row)];
  const heirs = parts.flatMap(({ target }) => target ?? []);
  const most = people ?? Math.max(0, ...row.map((value) => value ?? 0));
  if (isTooFew(most)) return [left(row, 'too-few', heirs)];
  const divided = dividing(parts.map(({ share }) => share.value));
  // A group that is no part of the whole is a count of its own, and few are not divided.
  const few = others.filter((g) => row[g] !== null && isTooFew(row[g]!) && row[g] !== 0);
  const portions = parts.map(({ target, share }, k): Portion => {
    const values = divided[k]!.map((value, g) => (value === null || few.includes(g) ? null : value));
    if (target === null) return left(values, 'no-ground');
    const ranged = (bound: 'low' | 'high') =>
      values.map((value, g) => {
        if (value === null) return null;
        const edge = Math.round(share[bound] * row[g]!);
        return bound === 'low' ? Math.min(value, edge) : Math.max(value, edge);
      });
    return { target, how, values, low: ranged('low'), high: ranged('high'), basis: basis === null ? [] : [basis] };
  });
  if (few.length === 0) return portions;
  return [...portions, left(row.map((value, g) => (few.includes(g) ? value : null)), 'too-few', heirs)]; // prettier-ignore
}

/** Portions of the units below put together; null where these are not all known or do not add up to the unit. */
function sumBelow(pcode: string, row: readonly (number | null)[], { carried, childrenOf, parentOf }: Below, at: readonly number[]): Portion[] | null {
  const children = childrenOf.get(pcode)?.map((code) => carried.get(code));
  if (!children?.length || children.includes(undefined)) return null;
  const known = children as Carried[];
  const adds = row.every(
    (value, g) => value !== null && known.every((child) => child.row[at[g]!] !== null) && value === add(known.map((child) => child.row[at[g]!]!)),
  );
  if (!adds) return null;
  const own = known.flatMap((child) => rise(child, parentOf)).map((portion) => ofGroups(portion, at));
  const joined = Map.groupBy(own, ({ target, why }) => target ?? `\0${why}`);
  return [...joined.values()].map(join);
}

/** What is in doubt among units that lie in one unit above is in no doubt there. */
function rise({ row, portions }: Carried, parentOf: (pcode: string) => string | null): Portion[] {
  const risen = portions.map((portion) => ({ portion, target: portion.target === null ? null : parentOf(portion.target) }));
  const ends = new Set(
    portions.flatMap(({ target, heirs = [], why }) => (target !== null ? [parentOf(target)] : why === 'too-few' ? heirs.map(parentOf) : [null])),
  );
  const [only] = ends;
  if (ends.size === 1 && only !== null && only !== undefined) {
    const how = portions.every((portion) => portion.how === 'near') ? 'near' : 'exact';
    return [whole(only, how, row)];
  }
  return risen.map(({ portion, target }): Portion => {
    if (portion.target === null) return { ...portion, heirs: [...new Set((portion.heirs ?? []).flatMap((heir) => parentOf(heir) ?? []))] };
    return target === null ? left(portion.values, 'no-ground') : { ...portion, target };
  });
}

const ofGroups = (portion: Portion, at: readonly number[]): Portion => ({
  ...portion,
  values: at.map((g) => portion.values[g]!),
  low: at.map((g) => portion.low[g]!),
  high: at.map((g) => portion.high[g]!),
});

const RANK: readonly CarryMethod[] = ['exact', 'near', 'estimated', 'remainder'];
export const worst = (hows: readonly CarryMethod[]): CarryMethod => RANK[Math.max(...hows.map((how) => RANK.indexOf(how)))]!;
const add = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);

/** Portions of one end: a group that one of them does not have counts as none of it there. */
function join(portions: readonly Portion[]): Portion {
  const [first] = portions as [Portion];
  if (portions.length === 1) return first;
  const sum = (key: 'values' | 'low' | 'high') =>
    first[key].map((_, g) => {
      const known = portions.flatMap((portion) => portion[key][g] ?? []);
      return known.length === 0 ? null : add(known);
    });
  const heirs = [...new Set(portions.flatMap((portion) => portion.heirs ?? []))];
  return {
    ...first,
    how: worst(portions.map(({ how }) => how)),
    values: sum('values'),
    low: sum('low'),
    high: sum('high'),
    basis: [...new Set(portions.flatMap(({ basis }) => basis))],
    ...(heirs.length > 0 ? { heirs } : {}),
  };
}

/** Codes below each unit of a level, by what the units of a version say of their parents. @param units by level */
export function childrenBetween(units: ReadonlyMap<number, readonly ChangedUnit[]>, level: number, deeper: number): Map<string, string[]> {
  const parentOf = parentsBetween(units, deeper, level);
  const children = new Map<string, string[]>();
  for (const { pcode } of units.get(deeper) ?? []) {
    const parent = parentOf(pcode);
    if (parent === null) continue;
    const known = children.get(parent);
    if (known) known.push(pcode);
    else children.set(parent, [pcode]);
  }
  return children;
}

export function parentsBetween(units: ReadonlyMap<number, readonly ChangedUnit[]>, from: number, to: number): (pcode: string) => string | null {
  const steps: Map<string, string | null>[] = [];
  for (let level = from; level > to; level--) steps.push(new Map((units.get(level) ?? []).map(({ pcode, parent }) => [pcode, parent])));
  return (pcode) => steps.reduce<string | null>((code, parents) => (code === null ? null : (parents.get(code) ?? null)), pcode);
}
