/** The ground of a repair: everything in play in faces, gaps to be filled with vertices close enough for sharing out, slits bridged. */
import type { FeatureTable } from '../../../contract/admin.ts';
import type { RepairOptions } from '../../../contract/boundaries/repair.ts';
import type { EdgeSet } from '../../../geometry/overlay/edges.ts';
import { GRID } from '../../../geometry/overlay/edges.ts';
import { frameAt } from '../../../geometry/overlay/frame.ts';
import { UnitLocator } from '../../../geometry/overlay/locate.ts';
import type { Arrangement } from './arrange.ts';
import { arrange, settle } from './arrange.ts';
import { headOf, tailOf } from './faces.ts';
import type { Conflicts } from './find.ts';
import { LAKE_WIDTH_M, boxOf } from './find.ts';
import type { KnownMeasures } from './shape.ts';
import { FaceShapes, isFilled, isNoise } from './shape.ts';
import { isBefore } from './side.ts';
import { bridgeSlits } from './slits.ts';

/** Sharing out needs vertices this far apart along the sides of a gap, in metres: as far as it is wide, within these bounds. */
const LEAST_STEP_M = 100;
const GREATEST_STEP_M = 250;

/** What a face without cover is: not one (`none`), kept as it is, or filled as a gap or as a slit. */
export const HOLE = { none: 0, kept: 1, gap: 2, slit: 3 } as const;

export interface Prepared {
  arrangement: Arrangement;
  shapes: FaceShapes;
  /** HOLE of each face. */
  holes: Uint8Array;
  /** The row that is outside of the country (edge match); −1 where there is none. */
  outside: number;
}

/** @throws InputError `repair.tangle` */
export function prepare(table: FeatureTable, edges: EdgeSet, conflicts: Conflicts, options: RepairOptions, known: KnownMeasures, outside = -1): Prepared {
  const { geometry } = table;
  let arrangement = conflicts.ground?.arrangement ?? arrange(geometry, edges, conflicts.inPlay);
  // A unit that covers what units in play cover must be in play: rare, where invalid outlines hide each other.
  for (let more = strangers(table, arrangement, conflicts.inPlay); more.length > 0; more = strangers(table, arrangement, conflicts.inPlay)) {
    for (const row of more) conflicts.inPlay[row] = 1;
    arrangement = arrange(geometry, edges, conflicts.inPlay);
  }
  const shapes = conflicts.ground?.shapes ?? new FaceShapes(arrangement, known);
  const holes = classify(arrangement, shapes, options, outside);
  const dense = placeVertices(arrangement, shapes, holes);
  const bridged = conflicts.slits.length > 0 && bridgeSlits(arrangement, conflicts.slits, openOf(shapes, holes), options.slitWidthM);
  return dense || bridged ? again(geometry, { arrangement, shapes, holes, outside }, options, known) : { arrangement, shapes, holes, outside };
}

/** Faces after vertices and chords were added. What only got more vertices is what it was, and as wide. */
function again(geometry: FeatureTable['geometry'], before: Prepared, options: RepairOptions, known: KnownMeasures): Prepared {
  const arrangement = settle(geometry, before.arrangement.ground, before.arrangement.noder);
  const { faces, covers } = arrangement;
  const shapes = new FaceShapes(arrangement, known);
  const holes = new Uint8Array(faces.count);
  const isKnown = new Uint8Array(faces.count);
  const old = before.arrangement;
  for (let face = 1; face < old.faces.count; face++) {
    const { rows } = old.covers[face]!;
    if (rows.length === 1 || before.holes[face] === HOLE.kept) continue;
    const half = old.faces.halves[old.faces.starts[face]!]!;
    let now = -1;
    arrangement.noder.follow(tailOf(old.lines, half), headOf(old.lines, half), (_from, _to, own) => (now = faces.of[own]!));
    if (covers[now]!.rows.length !== rows.length) continue;
    holes[now] = before.holes[face]!;
    isKnown[now] = 1;
    shapes.carry(now, before.shapes.measure(face));
  }
  classify(arrangement, shapes, options, before.outside, holes, isKnown);
  return { arrangement, shapes, holes, outside: before.outside };
}

function strangers(table: FeatureTable, arrangement: Arrangement, inPlay: Uint8Array): number[] {
  let locator: UnitLocator | undefined;
  const found = new Set<number>();
  for (let face = 1; face < arrangement.faces.count; face++) {
    const { rows, others } = arrangement.covers[face]!;
    if (others === 0 || (others === 1 && rows.length === 0)) continue;
    locator ??= new UnitLocator(table);
    for (const row of locator.near(...boxOf(arrangement, face))) if (!inPlay[row]) found.add(row);
  }
  return [...found];
}

/** Rows on the other side of a face's lines. */
export function neighboursOf({ faces, covers }: Arrangement, face: number): number[] {
  const rows = new Set<number>();
  for (let i = faces.starts[face]!; i < faces.starts[face + 1]!; i++) for (const row of covers[faces.of[faces.halves[i]! ^ 1]!]!.rows) rows.add(row);
  return [...rows].sort((p, q) => p - q);
}

function classify(
  arrangement: Arrangement,
  shapes: FaceShapes,
  { widthM, slitWidthM, keepGaps }: RepairOptions,
  outside: number,
  holes = new Uint8Array(arrangement.faces.count),
  isKnown?: Uint8Array,
): Uint8Array {
  const { faces, covers, uses } = arrangement;
  holes[0] = HOLE.kept;
  for (let face = 1; face < faces.count; face++) {
    const { rows, others } = covers[face]!;
    if (rows.length > 0 || others !== 0 || isKnown?.[face]) continue;
    const neighbours = new Set(neighboursOf(arrangement, face));
    const measured = shapes.measure(face);
    let bridged = false;
    for (let i = faces.starts[face]!; i < faces.starts[face + 1]! && !bridged; i++) {
      const line = faces.halves[i]! >> 1;
      bridged = uses.starts[line] === uses.starts[line + 1];
    }
    // A face between chords alone is a piece of a slit all the same.
    if (bridged && measured.widthM <= slitWidthM) holes[face] = HOLE.slit;
    else if (neighbours.size === 0) holes[face] = HOLE.kept;
    else {
      const fills = isNoise(measured) || isFilled(measured, neighbours, { widthM, outside });
      holes[face] = fills && !keepGaps.some((place) => isIn(shapes, face, place)) ? HOLE.gap : HOLE.kept;
    }
  }
  return holes;
}

function isIn(shapes: FaceShapes, face: number, [lon, lat]: [number, number]): boolean {
  const [west, south, east, north] = shapes.measure(face).bbox;
  if (lon < west || lon > east || lat < south || lat > north) return false;
  let inside = false;
  for (const ring of shapes.rings(face)) {
    for (let i = 2; i < ring.length; i += 2) {
      const [ax, ay, bx, by] = [ring[i - 2]!, ring[i - 1]!, ring[i]!, ring[i + 1]!];
      if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/** The endless face and lakes. */
function openOf(shapes: FaceShapes, holes: Uint8Array): Uint8Array {
  return holes.map((hole, face) => (hole === HOLE.kept && (face === 0 || shapes.measure(face).widthM > LAKE_WIDTH_M) ? 1 : 0));
}

/** Vertices along the sides of gaps that several units share: without them a triangle is as long as the lines of a simplified file. */
function placeVertices(arrangement: Arrangement, shapes: FaceShapes, holes: Uint8Array): boolean {
  const { faces, lines, vertices, noder } = arrangement;
  let placed = false;
  for (let face = 1; face < faces.count; face++) {
    if (holes[face] !== HOLE.gap || neighboursOf(arrangement, face).length < 2) continue;
    const { widthM, at } = shapes.measure(face);
    if (widthM < 1) continue;
    const { kx, lat } = frameAt(at[0], at[1]);
    const [perX, perY] = [kx / GRID, kx / Math.cos((lat * Math.PI) / 180) / GRID];
    const step = Math.min(GREATEST_STEP_M, Math.max(LEAST_STEP_M, widthM));
    for (let i = faces.starts[face]!; i < faces.starts[face + 1]!; i++) {
      const half = faces.halves[i]!;
      const [tail, head] = [tailOf(lines, half), headOf(lines, half)];
      const { x, y } = vertices;
      const pieces = Math.ceil(Math.hypot((x[head]! - x[tail]!) * perX, (y[head]! - y[tail]!) * perY) / step);
      // What lies between two gaps is divided once.
      if (pieces < 2 || !noder.isWhole(tail, head)) continue;
      // From the lesser vertex, so that the same places come out whichever way the line runs.
      const [a, b] = isBefore(vertices, tail, head) ? [tail, head] : [head, tail];
      const [ax, ay, dx, dy] = [x[a]!, y[a]!, x[b]! - x[a]!, y[b]! - y[a]!];
      const points: number[] = [];
      for (let k = 1; k < pieces; k++) points.push(vertices.add(Math.round(ax + (dx * k) / pieces), Math.round(ay + (dy * k) / pieces)));
      noder.divide(a, b, points);
      placed = true;
    }
  }
  return placed;
}
