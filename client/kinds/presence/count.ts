/**
 * What the 3W page counts. One number is counted by the server's own functions (server/contract/presence/count.ts and measure.ts, which hold no schema),
 * so that a map and its printed copy cannot differ (decision 0013); here is what only the page needs beside it. Pure.
 */
import type { AdminLevel } from '../../../server/contract/ids.ts';
import type { MatrixAnswer } from '../../../server/contract/presence/api.ts';
import type { CountDefinition, PresenceColumns } from '../../../server/contract/presence/presence.ts';
import { ancestorsAt, countPresence, recount, selectPresence } from '../../../server/contract/presence/count.ts';
import { lookOf, type EmptyLook as Look } from '../../../server/contract/maps/looks.ts';
import type { Change, Counts, Measured } from '../../../server/contract/presence/measure.ts';
import { changeOf, measurePresence, possibleOf, ratioOf, rowsInDoubt } from '../../../server/contract/presence/measure.ts';

export { changeOf, countPresence, possibleOf, ratioOf, recount, rowsInDoubt };
export type { Change };

export type { Look };
/** A number, or why there is none (3w.md §4.2). */
export type UnitLook = number | Look;

/**
 * What each unit of the level looks like, for the count itself or what is made of it.
 * @param units codes of the units above, for each unit; the country last
 */
export function looksOf(count: Counts, units: ReadonlyMap<string, readonly string[]>, measured: Measured = { is: 'count' }): Map<string, UnitLook> {
  const looks = new Map<string, UnitLook>();
  const inside = Array.from(units, ([pcode, above]) => [pcode, above.slice(0, -1)] as const);
  for (const [pcode, value] of measurePresence(count, inside, measured)) looks.set(pcode, typeof value === 'number' ? value : lookOf(value));
  return looks;
}

export interface OrganisationRow {
  /** Index into `organisations`. */
  org: number;
  /** Codes, in the order of `clustersOf`. */
  clusters: string[];
  units: number;
  records: number;
}

/** Cluster of a sector: the one above it, else itself. Areas of responsibility count with their cluster, once. */
export function clusterOf({ code, parent }: PresenceColumns['sectors'][number]): string {
  return parent ?? code;
}

/** The clusters of the file, in its order. */
export function clustersOf({ sectors }: Pick<PresenceColumns, 'sectors'>): string[] {
  return [...new Set(sectors.map(clusterOf))];
}

/** For each entry whether it lies in `within` (a P-code and its level), or everywhere. */
function withinUnit(data: PresenceColumns, within: { level: number; pcode: string } | null): (entry: number) => boolean {
  if (!within) return () => true;
  const at = ancestorsAt(data.units, within.level as AdminLevel);
  const wanted = data.units.findIndex(({ pcode, level }) => pcode === within.pcode && level === within.level);
  return (entry) => {
    const unit = data.columns.unit[entry]!;
    return unit >= 0 && wanted >= 0 && at[unit] === wanted;
  };
}

/** Organisations of a unit, or of the country, with the clusters they work in and the number of units of `level` they are in. */
export function organisationsIn(
  data: PresenceColumns,
  definition: CountDefinition,
  level: AdminLevel,
  within: { level: number; pcode: string } | null,
): OrganisationRow[] {
  const isWithin = withinUnit(data, within);
  const at = ancestorsAt(data.units, level);
  const clusters = clustersOf(data);
  const bit = data.sectors.map((sector) => clusters.indexOf(clusterOf(sector)));
  const found = new Map<number, { clusters: Set<number>; units: Set<number>; records: number }>();
  for (const { entry, orgs, sectors } of selectPresence(data, definition).selected) {
    if (!isWithin(entry)) continue;
    const unit = data.columns.unit[entry]!;
    for (const org of orgs) {
      let row = found.get(org);
      if (!row) found.set(org, (row = { clusters: new Set(), units: new Set(), records: 0 }));
      for (const sector of sectors) row.clusters.add(bit[sector]!);
      if (unit >= 0 && at[unit]! >= 0) row.units.add(at[unit]!);
      row.records += data.columns.records[entry]!;
    }
  }
  return [...found].map(([org, row]) => ({
    org,
    clusters: [...row.clusters].sort((a, b) => a - b).map((i) => clusters[i]!),
    units: row.units.size,
    records: row.records,
  }));
}

/** Organisations of each unit of the level, by P-code: indices, in no order. One pass, for lists of all units at once. */
export function listsOf(data: PresenceColumns, definition: CountDefinition, level: AdminLevel): Map<string, number[]> {
  const at = ancestorsAt(data.units, level);
  const found = new Map<number, Set<number>>();
  for (const { entry, orgs } of selectPresence(data, definition).selected) {
    const own = data.columns.unit[entry]!;
    const unit = own < 0 ? -1 : at[own]!;
    if (unit < 0) continue;
    let list = found.get(unit);
    if (!list) found.set(unit, (list = new Set()));
    for (const org of orgs) list.add(org);
  }
  return new Map([...found].map(([unit, list]) => [data.units[unit]!.pcode, [...list]]));
}

export interface Matrix {
  /** Codes: clusters, and where it is the finest matrix areas of responsibility after theirs. */
  clusters: string[];
  /** For each code the cluster of an area of responsibility; null of a cluster. */
  parents: (string | null)[];
  /** By P-code: a number for each cluster, 0 where none, NaN where it is not known, or not given. Units without any record are left out. */
  cells: Map<string, Float64Array>;
  /** By cluster, over all records wherever they are placed; NaN as in cells. */
  totals: { count: number; organisations: number; units: number }[];
}

/** Clusters, each with its areas of responsibility after it where these are asked for. */
function crossed(data: PresenceColumns, finest: boolean): { code: string; parent: string | null }[] {
  return clustersOf(data).flatMap((cluster) => [
    { code: cluster, parent: null },
    ...(finest ? data.sectors.filter(({ code, parent }) => parent === cluster && code !== cluster).map(({ code }) => ({ code, parent: cluster })) : []),
  ]);
}

/**
 * Units of the level × clusters, by the definition's own unit of counting. Distinct organisations in each cell.
 * @param finest areas of responsibility have columns of their own, and count with their cluster too
 */
export function matrixOf(data: PresenceColumns, definition: CountDefinition, level: AdminLevel, finest = false): Matrix {
  const { columns, units, organisations } = data;
  const heads = crossed(data, finest);
  const clusters = heads.map(({ code }) => code);
  // Columns that a sector counts in: its cluster's, and its own.
  const column = data.sectors.map((sector) => [...new Set([clusters.indexOf(clusterOf(sector)), clusters.indexOf(sector.code)])].filter((at) => at >= 0));
  const at = ancestorsAt(units, level);
  const wide = clusters.length;
  const seen = new Set<number>();
  const orgs = organisations.length;
  const counts = new Float64Array((units.length + 1) * wide);
  const distinct = new Float64Array(wide);
  // People only: cells with records (1), and those of which one states its people (2).
  const stated = new Uint8Array(definition.unit === 'people' ? counts.length : 0);
  const touched = new Uint8Array(units.length);
  const sectorSets = data.sectorSets.map((list) => [...new Set(list.flatMap((sector) => column[sector]!))]);
  const wanted = definition.sectors.length === 0 ? null : new Set(definition.sectors);
  for (const { entry, orgs: own, sectors } of selectPresence(data, definition).selected) {
    const unit = columns.unit[entry]!;
    const place = unit < 0 ? -1 : at[unit]!;
    if (place >= 0) touched[place] = 1;
    const cells = wanted ? [...new Set(sectors.flatMap((sector) => column[sector]!))] : sectorSets[columns.sectors[entry]!]!;
    for (const cell of cells) {
      for (const org of own) {
        // Pairs of the country as a whole stand in the row after the last unit.
        for (const row of place >= 0 ? [place, units.length] : [units.length]) {
          const key = (row * wide + cell) * orgs + org;
          if (seen.has(key)) continue;
          seen.add(key);
          if (row === units.length) distinct[cell]!++;
          if (definition.unit === 'organisations') counts[row * wide + cell]!++;
        }
      }
      if (definition.unit === 'organisations') continue;
      const amount = definition.unit === 'activities' ? columns.records[entry]! : columns.people[entry]!;
      for (const row of place >= 0 ? [place, units.length] : [units.length]) {
        const at = row * wide + cell;
        if (amount !== null) counts[at]! += amount;
        if (definition.unit === 'people') stated[at]! |= amount === null ? 1 : 2;
      }
    }
  }
  stated.forEach((seen, at) => seen === 1 && (counts[at] = Number.NaN));
  const cells = new Map<string, Float64Array>();
  const areas = new Int32Array(wide);
  for (let unit = 0; unit < units.length; unit++) {
    if (!touched[unit]) continue;
    const row = counts.subarray(unit * wide, (unit + 1) * wide);
    cells.set(units[unit]!.pcode, row);
    for (let cell = 0; cell < wide; cell++) if (row[cell] !== 0) areas[cell]!++;
  }
  const totals = clusters.map((_, cell) => ({ count: counts[units.length * wide + cell]!, organisations: distinct[cell]!, units: areas[cell]! }));
  return { clusters, parents: heads.map(({ parent }) => parent), cells, totals };
}

/** The matrix of all sectors as the server tells it, of those that are asked for: of a sensitive dataset, whose withheld numbers are no numbers. */
export function matrixOfAnswer({ heads, units, counts, sectorTotals }: MatrixAnswer, asked: readonly string[], finest = false): Matrix {
  const kept = heads.flatMap(({ code, parent }, i) => {
    const isAsked = asked.length === 0 || asked.includes(code) || (parent !== null && asked.includes(parent));
    return isAsked && (finest || parent === null) ? [i] : [];
  });
  const numbers = counts.map((row) => Float64Array.from(kept, (i) => row[i] ?? Number.NaN));
  return {
    clusters: kept.map((i) => heads[i]!.code),
    parents: kept.map((i) => heads[i]!.parent),
    cells: new Map(units.map(({ pcode }, row) => [pcode, numbers[row]!])),
    totals: kept.map((i, at) => {
      const count = sectorTotals[i] ?? Number.NaN;
      return { count, organisations: count, units: numbers.filter((row) => row[at] !== 0).length };
    }),
  };
}

/** Days further than this from the middle one are no part of the list: a zero of a spreadsheet, in versions made before such were kept out, is 1899. */
const MONTHS_AROUND = 240;

/**
 * The months that records speak of, first to last, `2025-01`; from what is dated at both or one end. They span the days of the data: one that lies
 * decades from the middle of all others stretches the list to nowhere, and is left out of it.
 */
export function monthsOf({ periods }: Pick<PresenceColumns, 'periods'>): string[] {
  const days = periods
    .flat()
    .filter((day) => day !== null)
    .sort();
  if (days.length === 0) return [];
  const middle = days[days.length >> 1]!.slice(0, 7);
  const [least, most] = [shiftMonth(middle, -MONTHS_AROUND), shiftMonth(middle, MONTHS_AROUND)];
  const near = days.map((day) => day.slice(0, 7)).filter((month) => month >= least && month <= most);
  const months: string[] = [];
  for (let month = near[0]!; month <= near.at(-1)!; month = shiftMonth(month, 1)) months.push(month);
  return months;
}

export function shiftMonth(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export function lastDay(month: string): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** The period of the same number of months just before the one asked for; null where the asked one is open. */
export function previousPeriod({ from, to }: Pick<CountDefinition, 'from' | 'to'>): { from: string; to: string } | null {
  if (from === null || to === null) return null;
  const start = from.slice(0, 7);
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  const length = index(to.slice(0, 7)) - index(start) + 1;
  return { from: `${shiftMonth(start, -length)}-01`, to: lastDay(shiftMonth(start, -1)) };
}
