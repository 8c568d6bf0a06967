/**
 * The groups of one unit divided by one weight, in whole persons: every group keeps its sum, and whatever added up before still does — women and men to
 * both sexes, ages to all ages. Rounding each group by itself would break that. Pure.
 */
import { apportion } from '../../contract/boundaries/apportion.ts';
import type { PopulationGroup } from '../../contract/population/population.ts';

/** How the groups of a level add up. Indices of groups. */
export interface GroupSums {
  /** All ages, by sex; undefined where the level has none. */
  all: Partial<Record<PopulationGroup['sex'], number>>;
  /** Bands that do not overlap, the narrowest there are, by sex. */
  bands: Record<PopulationGroup['sex'], number[]>;
  /** Wider bands with the narrow ones that make them up. */
  wider: { group: number; of: number[] }[];
  /** Groups that are no sex × age. */
  others: number[];
}

export function findSums(groups: readonly PopulationGroup[]): GroupSums {
  const sums: GroupSums = { all: {}, bands: { f: [], m: [], t: [] }, wider: [], others: [] };
  const end = (g: number) => groups[g]!.ageTo ?? 999;
  for (const sex of ['f', 'm', 't'] as const) {
    const own = groups.flatMap((group, g) => (group.sex === sex && group.other === null ? [g] : []));
    sums.all[sex] = own.find((g) => groups[g]!.ageFrom === null);
    const aged = own.filter((g) => groups[g]!.ageFrom !== null);
    for (const g of aged.toSorted((a, b) => end(a) - groups[a]!.ageFrom! - (end(b) - groups[b]!.ageFrom!) || groups[a]!.ageFrom! - groups[b]!.ageFrom!)) {
      const from = groups[g]!.ageFrom!;
      const inside = sums.bands[sex].filter((band) => groups[band]!.ageFrom! <= end(g) && end(band) >= from);
      if (inside.length === 0) sums.bands[sex].push(g);
      else sums.wider.push({ group: g, of: inside });
    }
    sums.bands[sex].sort((a, b) => groups[a]!.ageFrom! - groups[b]!.ageFrom!);
  }
  sums.others = groups.flatMap(({ other }, g) => (other === null ? [] : [g]));
  return sums;
}

/** Of the band of both sexes, those of women and men of the same ages. */
const pairOf = (groups: readonly PopulationGroup[], { bands }: GroupSums, band: number): [f: number, m: number] | null => {
  const { ageFrom, ageTo } = groups[band]!;
  const find = (sex: 'f' | 'm') => bands[sex].find((g) => groups[g]!.ageFrom === ageFrom && groups[g]!.ageTo === ageTo);
  const [f, m] = [find('f'), find('m')];
  return f === undefined || m === undefined ? null : [f, m];
};

/**
 * `parts[k][g]`: of group g, those of part k; null where the group is not known.
 * @param row one value for each group, of one unit
 * @param weights of the parts; none is negative, one at least is not 0
 */
export function divideRow(row: readonly (number | null)[], weights: readonly number[], groups: readonly PopulationGroup[], sums: GroupSums): (number | null)[][] {
  // What is no whole number of persons is divided into thousandths of one.
  const scale = row.every((value) => value === null || Number.isInteger(value)) ? 1 : 1000;
  const whole = row.map((value) => (value === null ? null : Math.round(value * scale)));
  const parts = new Map<number, number[]>();
  const known = (group: number | undefined): number | null => (group === undefined ? null : (whole[group] ?? null));
  const place = (group: number | undefined, divided: number[]): void => {
    if (group !== undefined && known(group) !== null && !parts.has(group)) parts.set(group, divided);
  };
  const add = (list: readonly number[]): number[] => weights.map((_, k) => list.reduce((sum, g) => sum + parts.get(g)![k]!, 0));
  const total = (list: readonly number[]): number | null =>
    list.length === 0 ? null : list.reduce<number | null>((sum, g) => (sum === null || known(g) === null ? null : sum + known(g)!), 0);
  /** Nobody knows of the sum, or it is this. */
  const agrees = (group: number | undefined, sum: number) => known(group) === null || known(group) === sum;
  const spreadInto = (list: readonly number[], totals: readonly number[]): void => {
    const cells = spread(
      list.map((g) => known(g)!),
      totals,
    );
    list.forEach((g, i) => place(g, cells[i]!));
  };
  const { all, bands, wider, others } = sums;
  // Below zero is a fault of the file, and adds up to nothing.
  if (whole.some((value) => value !== null && value < 0)) whole.forEach((value, g) => value !== null && place(g, apportion(value, weights)!));
  const [women, men] = [total(bands.f), total(bands.m)];
  if (women !== null && men !== null && agrees(all.f, women) && agrees(all.m, men) && agrees(all.t, women + men)) {
    spreadInto([...bands.f, ...bands.m], apportion(women + men, weights)!);
    place(all.f, add(bands.f));
    place(all.m, add(bands.m));
    place(all.t, add([...bands.f, ...bands.m]));
    for (const band of bands.t) {
      const pair = pairOf(groups, sums, band);
      if (pair && known(band) === known(pair[0])! + known(pair[1])!) place(band, add(pair));
    }
  } else {
    if (known(all.t) !== null) place(all.t, apportion(known(all.t)!, weights)!);
    const sexes = [all.f, all.m].filter((g) => g !== undefined);
    if (sexes.length === 2 && known(all.t) !== null && total(sexes) === known(all.t)) spreadInto(sexes, parts.get(all.t!)!);
    for (const g of sexes) if (known(g) !== null) place(g, apportion(known(g)!, weights)!);
    for (const sex of ['f', 'm', 't'] as const) {
      const sum = total(bands[sex]);
      if (sum !== null && known(all[sex]) === sum) spreadInto(bands[sex], parts.get(all[sex]!)!);
    }
  }
  for (const g of [...bands.f, ...bands.m, ...bands.t, ...others]) if (known(g) !== null) place(g, apportion(known(g)!, weights)!);
  for (const { group, of } of wider) {
    const spans = of.length > 0 && span(of, groups) === span([group], groups) && total(of) !== null && total(of) === known(group);
    if (known(group) !== null) place(group, spans ? add(of) : apportion(known(group)!, weights)!);
  }
  return weights.map((_, k) => row.map((value, g) => (value === null ? null : parts.get(g)![k]! / scale)));
}

/** First and last age; '' where there is a hole between. */
function span(list: readonly number[], groups: readonly PopulationGroup[]): string {
  const bands = list.map((g) => groups[g]!).toSorted((a, b) => a.ageFrom! - b.ageFrom!);
  if (bands.some(({ ageFrom }, i) => i > 0 && ageFrom !== (bands[i - 1]!.ageTo ?? 999) + 1)) return '';
  return `${bands[0]!.ageFrom} ${bands.at(-1)!.ageTo ?? ''}`;
}

/**
 * Whole numbers for each row and part, so that each row adds to its own number and each part to its total. What rounding leaves of a row goes to where most
 * is owed by then, so that no sum of rows is off by more than one or two.
 * @param totals add to the sum of the rows
 */
export function spread(rows: readonly number[], totals: readonly number[]): number[][] {
  const sum = totals.reduce((all, total) => all + total, 0);
  if (sum === 0) return rows.map((row) => totals.map((_, k) => (k === 0 ? row : 0)));
  const owed = totals.map(() => 0);
  const cells = rows.map((row) => {
    const exact = totals.map((total) => (row * total) / sum);
    const cell = exact.map(Math.floor);
    exact.forEach((value, k) => (owed[k]! += value - cell[k]!));
    const rest = row - cell.reduce((all, value) => all + value, 0);
    const order = owed.map((value, k) => ({ value, k })).toSorted((a, b) => b.value - a.value || a.k - b.k);
    for (const { k } of order.slice(0, rest)) {
      cell[k]!++;
      owed[k]!--;
    }
    return cell;
  });
  // Of three parts and more one may end with one too many and another with one too few.
  const over = totals.map((total, k) => cells.reduce((all, cell) => all + cell[k]!, 0) - total);
  for (let from = over.findIndex((value) => value > 0); from >= 0; from = over.findIndex((value) => value > 0)) {
    const to = over.findIndex((value) => value < 0);
    const cell = cells.find((each) => each[from]! > 0)!;
    cell[from]!--;
    cell[to]!++;
    over[from]!--;
    over[to]!++;
  }
  return cells;
}
