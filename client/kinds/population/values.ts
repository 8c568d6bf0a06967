/** Values of a population level as map, legend, table and pyramid need them. Pure; a value that is not known stays null, never zero. */
import type { PopulationGroup, PopulationLevelValues } from '../../../server/contract/population/population.ts';
import { SEXES } from '../../kit/kinds.ts';

export { classBreaks, extent, roundBreak } from '../../map/classing.ts';

export type Sex = PopulationGroup['sex'];
export type Measure = 'people' | 'density';

/** `all`, `0-4`, `80+`, or the heading of a group that is no age band. The spelling of the API's `age`. */
export function ageKey({ ageFrom, ageTo, other }: PopulationGroup): string {
  if (other !== null) return other;
  if (ageFrom === null) return 'all';
  if (ageTo === null) return `${ageFrom}+`;
  return ageFrom === ageTo ? String(ageFrom) : `${ageFrom}-${ageTo}`;
}

/** Ages of which the level has values for this sex, youngest first, all ages at the head, other groups at the end. */
export function agesOf({ groups }: PopulationLevelValues, sex: Sex): string[] {
  const own = groups.filter((group) => group.sex === sex);
  const order = (group: PopulationGroup) => (group.other !== null ? 1000 : (group.ageFrom ?? -1));
  return [...new Set(own.sort((a, b) => order(a) - order(b)).map(ageKey))];
}

export function sexesOf({ groups }: PopulationLevelValues): Sex[] {
  return SEXES.filter((sex) => groups.some((group) => group.sex === sex));
}

/** Index of the group, or -1 where the level has none such. */
export function findGroup({ groups }: PopulationLevelValues, sex: Sex, age: string): number {
  return groups.findIndex((group) => group.sex === sex && ageKey(group) === age);
}

/**
 * One value for each unit of the level, in the order of `pcodes`.
 * @param areas km² by P-code, for densities; a unit without an area has no density
 */
export function valuesOf(level: PopulationLevelValues, group: number, measure: Measure, areas: ReadonlyMap<string, number>): (number | null)[] {
  const people = level.values[group];
  if (!people) return level.pcodes.map(() => null);
  if (measure === 'people') return people;
  return people.map((value, i) => {
    const area = areas.get(level.pcodes[i]!);
    return value === null || !area ? null : value / area;
  });
}

export interface Band {
  /** `0-4`, `80+`. */
  age: string;
  f: number | null;
  m: number | null;
}

export interface Pyramid {
  /** Youngest first. */
  bands: Band[];
  /** Sums over the bands; null where no band of that sex is known. */
  f: number | null;
  m: number | null;
  /** Units that go into it. */
  units: number;
}

/**
 * Ages by sex, summed over some units of the level, in bands that do not overlap. Where a file has both single years and five-year
 * bands, one that both sexes have goes before one of a single sex, and a narrower one before a wider one.
 */
export function toPyramid(level: PopulationLevelValues, pcodes: readonly string[]): Pyramid {
  const wanted = new Set(pcodes);
  const rows = level.pcodes.flatMap((code, i) => (wanted.has(code) ? [i] : []));
  const sum = (sex: Sex, age: string): number | null => {
    const values = level.values[findGroup(level, sex, age)];
    let total: number | null = null;
    for (const row of rows) {
      const value = values?.[row] ?? null;
      if (value !== null) total = (total ?? 0) + value;
    }
    return total;
  };
  const bands = disjointBands(level.groups).map((age) => ({ age, f: sum('f', age), m: sum('m', age) }));
  const total = (sex: 'f' | 'm') => bands.reduce<number | null>((all, band) => (band[sex] === null ? all : (all ?? 0) + band[sex]), null);
  return { bands, f: total('f'), m: total('m'), units: rows.length };
}

function disjointBands(groups: readonly PopulationGroup[]): string[] {
  const sexes = new Map<string, Set<Sex>>();
  const bands = new Map<string, PopulationGroup>();
  for (const group of groups) {
    if (group.other !== null || group.ageFrom === null || group.sex === 't') continue;
    const key = ageKey(group);
    bands.set(key, group);
    sexes.set(key, (sexes.get(key) ?? new Set<Sex>()).add(group.sex));
  }
  const width = ({ ageFrom, ageTo }: PopulationGroup) => (ageTo ?? 200) - ageFrom!;
  const lack = (group: PopulationGroup) => 2 - sexes.get(ageKey(group))!.size;
  const taken: PopulationGroup[] = [];
  for (const band of [...bands.values()].sort((a, b) => a.ageFrom! - b.ageFrom! || lack(a) - lack(b) || width(a) - width(b))) {
    const before = taken.at(-1);
    if (!before || (before.ageTo !== null && band.ageFrom! > before.ageTo)) taken.push(band);
  }
  return taken.map(ageKey);
}
