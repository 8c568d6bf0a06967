/** Upper levels are published as the deepest complete level makes them, so that borders of all levels coincide: how far that moves what was drawn. */
import Flatbush from 'flatbush';
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { LevelCount } from '../../contract/datasets/dataset.ts';
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { makeItem, nameOf, round } from '../../checks/items.ts';
import { frameAt, toX, toY } from '../../geometry/overlay/frame.ts';
import { clause } from '../../words/clauses.ts';
import { makeFinding } from '../../words/findings.ts';
import type { NormalizedBoundaries } from '../normalize/model.ts';
import { rowsOfUnits } from '../normalize/units.ts';

/** Less is what rounding and a vertex more or less do. */
const LEAST_M = 1;
/** Half the side of the first box in which the nearest border is looked for, in degrees. */
const FIRST_REACH = 1e-6;

export interface Shift {
  row: number;
  metres: number;
  at: [lon: number, lat: number];
}

export interface LevelShift {
  level: AdminLevel;
  table: FeatureTable;
  /** Units whose two drawings lie more than a metre apart, furthest first. */
  shifts: Shift[];
}

/** How far the drawing of each uploaded upper level lies from the one that is joined from the base level. */
export function findLevelShifts({ levels, deepestComplete }: NormalizedBoundaries, joined: FeatureTable[]): LevelShift[] {
  return levels.flatMap(({ level, table }) => {
    const made = joined.find((one) => one.level === level);
    if (level >= deepestComplete || !made) return [];
    const rowOf = new Map(Array.from(made.source.rowNumber, (number, row) => [number, row] as const));
    // A unit in several rows is several drawings of it: which of them moved, nobody can tell.
    const several = new Set(rowsOfUnits(table.units).flatMap((rows) => (rows.length > 1 ? rows : [])));
    const shifts = findShifts(table.geometry, made.geometry, (row) => (several.has(row) ? -1 : (rowOf.get(table.source.rowNumber[row]!) ?? -1)));
    return [{ level, table, shifts }];
  });
}

/** One finding for each upper level whose two drawings differ: which of them is published, and its units, furthest first. */
export function shiftFindings(levels: readonly LevelShift[], base: AdminLevel, kept: ReadonlySet<AdminLevel>): Finding[] {
  return levels.flatMap(({ level, table, shifts }) => {
    if (shifts.length === 0) return [];
    const isKept = kept.has(level);
    const code = isKept ? 'normalize.level-as-uploaded' : 'normalize.level-dissolved';
    const items = shifts.map(({ row, metres, at }) =>
      makeItem(code, table, [row], clause(isKept ? 'reading.lies-apart' : 'reading.moves', { unit: nameOf(table, row), distance: metres }), {
        at,
        bbox: [...at, ...at],
        lengthM: round(metres, 1),
      }),
    );
    return [makeFinding(code, 'info', level, items, { base, distance: shifts[0]!.metres })];
  });
}

/** The same in figures, for the version. */
export function drawingsOf(
  levels: readonly LevelShift[],
  from: AdminLevel,
  kept: ReadonlySet<AdminLevel>,
): Map<AdminLevel, NonNullable<LevelCount['drawing']>> {
  return new Map(
    levels.map(({ level, shifts }) => [
      level,
      { is: kept.has(level) ? ('uploaded' as const) : ('joined' as const), from, apartM: round(shifts[0]?.metres ?? 0, 1) },
    ]),
  );
}

/**
 * How far the outline of each uploaded row lies from that of its published row at the furthest vertex of either, where that is more than a
 * metre. `rowOf` is the published row, or -1 where there is none.
 */
export function findShifts(uploaded: GeometryColumn, published: GeometryColumn, rowOf: (row: number) => number): Shift[] {
  const shifts: Shift[] = [];
  for (let row = 0; row < uploaded.kinds.length; row++) {
    const made = rowOf(row);
    if (made < 0) continue;
    const [was, is] = [new Edges(uploaded, row), new Edges(published, made)];
    if (was.count === 0 || is.count === 0) continue;
    const worst: Shift = { row, metres: 0, at: [0, 0] };
    for (const [from, to] of [
      [was, is],
      [is, was],
    ] as const) {
      from.eachVertex((lon, lat) => {
        const metres = to.distance(lon, lat);
        if (metres > worst.metres) Object.assign(worst, { metres, at: [lon, lat] });
      });
    }
    if (worst.metres > LEAST_M) shifts.push(worst);
  }
  return shifts.sort((a, b) => b.metres - a.metres || a.row - b.row);
}

/** The edges of one row, found by place. */
class Edges {
  readonly count: number;
  readonly #coords: Float64Array;
  /** First vertex of each edge. */
  readonly #first: Uint32Array;
  readonly #index: Flatbush;

  constructor({ kinds, coords, rings, polygons, rows }: GeometryColumn, row: number) {
    const first: number[] = [];
    const last = kinds[row] === GEOMETRY_KIND.polygon ? polygons[rows[row + 1]!]! : 0;
    for (let ring = polygons[rows[row]!]!; ring < last; ring++) for (let v = rings[ring]!; v + 1 < rings[ring + 1]!; v++) first.push(v);
    this.count = first.length;
    this.#coords = coords;
    this.#first = Uint32Array.from(first);
    this.#index = new Flatbush(Math.max(1, first.length));
    for (const v of first) {
      const [ax, ay, bx, by] = [coords[2 * v]!, coords[2 * v + 1]!, coords[2 * v + 2]!, coords[2 * v + 3]!];
      this.#index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    if (first.length === 0) this.#index.add(0, 0, 0, 0);
    this.#index.finish();
  }

  eachVertex(visit: (lon: number, lat: number) => void): void {
    for (const v of this.#first) visit(this.#coords[2 * v]!, this.#coords[2 * v + 1]!);
  }

  /** Metres to the nearest edge. */
  distance(lon: number, lat: number): number {
    const frame = frameAt(lon, lat);
    for (let reach = FIRST_REACH; ; reach *= 8) {
      const found = this.#index.search(lon - reach, lat - reach, lon + reach, lat + reach);
      let least = Infinity;
      for (const edge of found) least = Math.min(least, this.#distanceTo(this.#first[edge]!, frame));
      // An edge outside the box may be nearer than the corners of the box, but no nearer than its sides.
      if (least <= sideOf(reach, lat) || (found.length > 0 && found.length === this.count)) return least;
      if (reach > 720) return least;
    }
  }

  #distanceTo(v: number, frame: ReturnType<typeof frameAt>): number {
    const c = this.#coords;
    const [ax, ay] = [toX(frame, c[2 * v]!), toY(frame, c[2 * v + 1]!)];
    const [dx, dy] = [toX(frame, c[2 * v + 2]!) - ax, toY(frame, c[2 * v + 3]!) - ay];
    const square = dx * dx + dy * dy;
    const t = square > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square)) : 0;
    return Math.hypot(ax + t * dx, ay + t * dy);
  }
}

const sideOf = (degrees: number, lat: number): number => degrees * 110_000 * Math.cos((Math.min(89, Math.abs(lat)) * Math.PI) / 180);
