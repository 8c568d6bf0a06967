/**
 * The groups of one unit divided by one weight, in whole persons: every group keeps its sum, and whatever added up before still does — women and men to
 * both sexes, ages to all ages. Rounding each group by itself would break that. Files are off by a person or two themselves: that stays as it was. Pure.
 */
import { apportion } from '../../contract/boundaries/apportion.ts';
import { SEXES, type PopulationGroup } from '../../contract/population/population.ts';

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
  for (const sex of SEXES) {
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

/** A row while it is divided. Values are whole: persons, or thousandths of them where the file has such. */
class Division {
  readonly parts = new Map<number, number[]>();
  private readonly values: readonly (number | null)[];
  private readonly weights: readonly number[];
  private readonly scale: number;

  constructor(row: readonly (number | null)[], weights: readonly number[]) {
    this.scale = row.every((value) => value === null || Number.isInteger(value)) ? 1 : 1000;
    this.values = row.map((value) => (value === null ? null : Math.round(value * this.scale)));
    this.weights = weights;
  }

  get isBelowZero(): boolean {
    return this.values.some((value) => value !== null && value < 0);
  }

  known(group: number | undefined): number | null {
    return group === undefined ? null : (this.values[group] ?? null);
  }

  /** null where one of them is not known, or there are none. */
  total(list: readonly number[]): number | null {
    return list.length === 0 ? null : list.reduce<number | null>((sum, g) => (sum === null || this.known(g) === null ? null : sum + this.known(g)!), 0);
  }

  apportion(total: number): number[] {
    return apportion(total, this.weights)!;
  }

  place(group: number | undefined, parts: number[]): void {
    if (group !== undefined && this.known(group) !== null && !this.parts.has(group)) this.parts.set(group, parts);
  }

  /** @param totals add to the sum of the groups */
  spread(list: readonly number[], totals: readonly number[]): void {
    const cells = spread(
      list.map((g) => this.known(g)!),
      totals,
    );
    list.forEach((g, i) => this.place(g, cells[i]!));
  }

  /** Whether a group is the sum of others but for what rounding explains. */
  isSum(group: number | undefined, list: readonly number[]): boolean {
    const sum = this.total(list);
    return this.known(group) !== null && sum !== null && Math.abs(this.known(group)! - sum) <= this.scale * Math.max(2, list.length);
  }

  /** As the sum of others, where it is and these are divided. */
  derive(group: number | undefined, list: readonly number[]): void {
    if (!this.isSum(group, list) || !list.every((g) => this.parts.has(g))) return;
    const sums = this.weights.map((_, k) => list.reduce((sum, g) => sum + this.parts.get(g)![k]!, 0));
    const shifted = shift(sums, this.known(group)! - this.total(list)!);
    if (shifted) this.place(group, shifted);
  }

  alone(group: number | undefined): void {
    if (this.known(group) !== null) this.place(group, this.apportion(this.known(group)!));
  }

  /** Every group that is known is divided by now. */
  toRows(): (number | null)[][] {
    return this.weights.map((_, k) => this.values.map((value, g) => (value === null ? null : this.parts.get(g)![k]! / this.scale)));
  }
}

/** What a file was off by before stays in the largest part, and nowhere else; null where that is not enough for it. */
function shift(parts: readonly number[], by: number): number[] | null {
  const largest = parts.indexOf(Math.max(...parts));
  return parts[largest]! + by < 0 ? null : parts.map((part, k) => (k === largest ? part + by : part));
}

/**
 * `parts[k][g]`: of group g, those of part k; null where the group is not known.
 * @param row one value for each group, of one unit
 * @param weights of the parts; none is negative, one at least is not 0
 */
export function divideRow(
  row: readonly (number | null)[],
  weights: readonly number[],
  groups: readonly PopulationGroup[],
  sums: GroupSums,
): (number | null)[][] {
  const division = new Division(row, weights);
  // Below zero is a fault of the file, and adds up to nothing.
  if (!division.isBelowZero) divideSums(division, groups, sums);
  row.forEach((_, g) => division.alone(g));
  return division.toRows();
}

function divideSums(division: Division, groups: readonly PopulationGroup[], sums: GroupSums): void {
  const { all, bands, wider } = sums;
  const sexes = [all.f, all.m].filter((g) => g !== undefined);
  const ages = [...bands.f, ...bands.m];
  if (bands.f.length > 0 && bands.m.length > 0 && division.total(ages) !== null) {
    division.spread(ages, division.apportion(division.total(ages)!));
    for (const sex of ['f', 'm'] as const) division.derive(all[sex], bands[sex]);
    for (const g of sexes) division.alone(g);
    division.derive(all.t, sexes.length === 2 && division.total(sexes) !== null ? sexes : ages);
  } else if (sexes.length === 2 && division.isSum(all.t, sexes)) {
    division.spread(sexes, division.apportion(division.total(sexes)!));
    division.derive(all.t, sexes);
  }
  for (const g of [all.t, ...sexes]) division.alone(g);
  for (const band of bands.t) division.derive(band, pairOf(groups, sums, band) ?? []);
  for (const sex of SEXES) {
    const sum = division.total(bands[sex]);
    if (sum === null || bands[sex].every((g) => division.parts.has(g))) continue;
    const own = all[sex];
    const within = own !== undefined && division.isSum(own, bands[sex]) ? shift(division.parts.get(own)!, sum - division.known(own)!) : null;
    division.spread(bands[sex], within ?? division.apportion(sum));
  }
  for (const { group, of } of wider) if (span(of, groups) === span([group], groups)) division.derive(group, of);
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
