/**
 * How much of a feature lies in which unit: points whole, lines by length, areas by area, on the ellipsoid. What lies on no unit goes to the nearest
 * within five kilometres, and what is farther is outside the country. Pure.
 */
import type { GeometryColumn } from '../../contract/admin.ts';
import { boxOf, type Box } from '../../geometry/box.ts';
import { rowVertices } from '../../geometry/ring.ts';
import { metresOf, scaleAt } from '../../geometry/ellipsoid.ts';
import type { UnitIndex } from './units.ts';

/** How far from its boundaries a place still belongs to a country: coasts and borders are drawn differently by different hands. */
export const NEAR_M = 5000;

/** Amounts by row of the unit: 1 for a point, metres, square metres. `near`: what of them was placed as the nearest. `outside`: what no unit has. */
export interface Shares {
  units: Map<number, number>;
  near: Map<number, number>;
  outside: number;
}

export const noShares = (): Shares => ({ units: new Map(), near: new Map(), outside: 0 });
export const add = (to: Map<number, number>, row: number, amount: number) => void to.set(row, (to.get(row) ?? 0) + amount);

function place(index: UnitIndex, shares: Shares, x: number, y: number, amount: number): void {
  const row = index.at(x, y);
  if (row >= 0) return add(shares.units, row, amount);
  const nearest = index.nearest(x, y, NEAR_M);
  if (!nearest) shares.outside += amount;
  else {
    add(shares.units, nearest.row, amount);
    add(shares.near, nearest.row, amount);
  }
}

/** A feature of several points belongs to each unit in which one of them lies, by as many. */
export function sharePoints(index: UnitIndex, geometry: GeometryColumn, row: number): Shares {
  const shares = noShares();
  const [start, end] = rowVertices(geometry, row);
  for (let v = start; v < end; v++) place(index, shares, geometry.coords[2 * v]!, geometry.coords[2 * v + 1]!, 1);
  return shares;
}

/** Beside a line, to see on which units it has its sides. */
const BESIDE_M = 0.5;

/** By metres; along a border half to each side. */
export function shareLines(index: UnitIndex, geometry: GeometryColumn, row: number): Shares {
  const shares = noShares();
  const { coords, rings, polygons, rows } = geometry;
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    if (rings[ring + 1]! - rings[ring]! > 1) shareRun(index, coords, rings[ring]!, rings[ring + 1]! - 1, shares);
  }
  return shares;
}

/** Vertices `from` to `to`: as one where no border is near, else in halves. */
function shareRun(index: UnitIndex, coords: Float64Array, from: number, to: number, shares: Shares): void {
  const box = boxOf(coords, from, to + 1);
  const { kx, ky } = scaleAt(box[1]);
  const wide: Box = [box[0] - BESIDE_M / kx, box[1] - BESIDE_M / ky, box[2] + BESIDE_M / kx, box[3] + BESIDE_M / ky];
  if (!index.isCrossed(wide)) {
    let metres = 0;
    for (let v = from; v < to; v++) metres += metresOf(coords[2 * v]!, coords[2 * v + 1]!, coords[2 * v + 2]!, coords[2 * v + 3]!);
    const row = index.at(coords[2 * from]!, coords[2 * from + 1]!);
    if (row >= 0) return add(shares.units, row, metres);
    // Nothing is crossed, so that all of it is on no unit, but not all of it as far from one.
    if (to - from === 1) return shareWay(index, coords, from, shares);
  } else if (to - from === 1) return shareWay(index, coords, from, shares);
  const middle = (from + to) >> 1;
  shareRun(index, coords, from, middle, shares);
  shareRun(index, coords, middle, to, shares);
}

/** A way on no unit is looked at in parts of this length, since its one end may be near a unit and the other far. */
const STEP_M = 100;

function shareWay(index: UnitIndex, coords: Float64Array, v: number, shares: Shares): void {
  const [ax, ay, bx, by] = [coords[2 * v]!, coords[2 * v + 1]!, coords[2 * v + 2]!, coords[2 * v + 3]!];
  const whole = metresOf(ax, ay, bx, by);
  if (whole === 0) return;
  const cuts = [0, ...index.crossings(ax, ay, bx, by), 1];
  const { kx, ky } = scaleAt((ay + by) / 2);
  const [nx, ny] = [(-(by - ay) * ky) / whole, ((bx - ax) * kx) / whole];
  const [ox, oy] = [(nx * BESIDE_M) / kx, (ny * BESIDE_M) / ky];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [start, end] = [cuts[i]!, cuts[i + 1]!];
    if (end <= start) continue;
    const middle = (start + end) / 2;
    const [x, y] = [ax + (bx - ax) * middle, ay + (by - ay) * middle];
    const [left, right] = [index.at(x + ox, y + oy), index.at(x - ox, y - oy)];
    const metres = whole * (end - start);
    if (left >= 0 && right >= 0) {
      add(shares.units, left, metres / 2);
      add(shares.units, right, metres / 2);
      continue;
    }
    if (left >= 0 || right >= 0) {
      add(shares.units, Math.max(left, right), metres);
      continue;
    }
    const parts = Math.max(1, Math.ceil(metres / STEP_M));
    for (let part = 0; part < parts; part++) {
      const t = start + ((end - start) * (part + 0.5)) / parts;
      place(index, shares, ax + (bx - ax) * t, ay + (by - ay) * t, metres / parts);
    }
  }
}
