/**
 * Where a level has faults, from its free lines alone (coast, gaps, overlaps): a clean coverage costs one pass over its vertices. What
 * is found decides which units are looked at as a whole.
 */
import type { FeatureTable } from '../../../contract/admin.ts';
import type { RepairOptions } from '../../../contract/boundaries/repair.ts';
import type { EdgeSet } from '../../../geometry/overlay/edges.ts';
import { GRID } from '../../../geometry/overlay/edges.ts';
import { UnitLocator } from '../../../geometry/overlay/locate.ts';
import type { Slit } from '../../../geometry/overlay/slits.ts';
import { findSlits } from '../../../geometry/overlay/slits.ts';
import type { Arrangement } from './arrange.ts';
import { arrange } from './arrange.ts';
import { tailOf } from './faces.ts';
import type { KnownMeasures } from './shape.ts';
import { FaceShapes, isFilled, isNoise } from './shape.ts';

/** A slit may open to a lake as well as to the sea; smaller holes are mostly wedges, whose thin ends are no slits. */
export const LAKE_WIDTH_M = 1000;

/** A slit nearly as wide as is looked for ends where the tolerance ends, not where the ground does. */
const WEDGE = 0.8;

/** From this share of free lines on nearly every unit is in conflict, and all are looked at as a whole at once: nothing is arranged twice. */
const FREE_SHARE = 0.8;

export interface Conflicts {
  /** Rows that the repair must see whole. */
  inPlay: Uint8Array;
  /** Slits between two units that open to the outside. */
  slits: Slit[];
  /** Slits that may be no fault, and are left where there is no other. */
  wedges: Slit[];
  /** Is there anything to do? */
  any: boolean;
  /** The lines of all rows, and what was measured there, where all are in play. */
  ground?: { arrangement: Arrangement; shapes: FaceShapes };
}

/** `invalid` are rows whose outline crosses or touches itself. @throws InputError `repair.tangle` */
export function findConflicts(table: FeatureTable, edges: EdgeSet, invalid: number[], options: RepairOptions, known: KnownMeasures, outside = -1): Conflicts {
  if (isMostlyFree(edges)) {
    const conflicts = conflictsOf(table, edges, invalid, options, known, outside, 1);
    // What rounding tore apart shows among free lines only.
    if (conflicts.any) return conflicts;
  }
  return conflictsOf(table, edges, invalid, options, known, outside, 0);
}

/** Is most of what is drawn drawn by one row alone? */
function isMostlyFree({ left, right, count }: EdgeSet): boolean {
  let free = 0;
  for (let e = 0; e < count; e++) if (left[e]! < 0 || right[e]! < 0) free += 1;
  return free > FREE_SHARE * count;
}

/** `all` is 1 where all rows are looked at as a whole, 0 where none is. */
function conflictsOf(
  table: FeatureTable,
  edges: EdgeSet,
  invalid: number[],
  options: RepairOptions,
  known: KnownMeasures,
  outside: number,
  all: 0 | 1,
): Conflicts {
  const { geometry } = table;
  const arrangement = arrange(geometry, edges, new Uint8Array(geometry.kinds.length).fill(all));
  const { faces, covers } = arrangement;
  const owners = ownersOf(arrangement);
  const shapes = new FaceShapes(arrangement, known);
  const locator = new UnitLocator(table);
  const inPlay = new Uint8Array(geometry.kinds.length).fill(all);
  let any = false;
  const play = (rows: Iterable<number>) => {
    for (const row of rows) inPlay[row] = 1;
    any = true;
  };
  const isOpen = new Uint8Array(faces.count);
  isOpen[0] = 1;
  for (let face = 1; face < faces.count; face++) {
    const covered = covers[face]!.others + covers[face]!.rows.length;
    if (covered === 1) continue;
    const measured = shapes.measure(face);
    if (covered === 0) {
      const around = new Set<number>();
      for (let i = faces.starts[face]!; i < faces.starts[face + 1]!; i++) around.add(owners[faces.halves[i]! >> 1]!);
      around.delete(-1);
      if (measured.widthM > LAKE_WIDTH_M) isOpen[face] = 1;
      if (isNoise(measured) || !isFilled(measured, around, { widthM: options.widthM, outside })) continue;
      play(around);
    } else if (!isNoise(measured)) play(locator.near(...boxOf(arrangement, face)));
  }
  for (const row of invalid) {
    const [west, south, east, north] = locator.boxes.subarray(4 * row, 4 * row + 4) as unknown as [number, number, number, number];
    play([row, ...locator.near(west, south, east, north)]);
  }
  const torn = tornRows(arrangement);
  if (torn.size > 0) play(torn);
  const slits = options.slitWidthM > 0 ? slitsOf(arrangement, owners, isOpen, options.slitWidthM) : [];
  // Where two coasts meet at a sharp angle they run close for a while: by itself that is no fault.
  const counted = any ? slits : slits.filter(({ widthM }) => widthM <= WEDGE * options.slitWidthM);
  for (const { a, b } of counted) play([a, b]);
  const wedges = slits.filter((slit) => !counted.includes(slit));
  return { inPlay, slits: counted, wedges, any, ...(all ? { ground: { arrangement, shapes } } : {}) };
}

/** Row of each line that bounds one; −1 where several or none do. */
function ownersOf({ lines, uses, ground, noder }: Arrangement): Int32Array {
  const owners = new Int32Array(lines.count).fill(-1);
  const { ends, rows } = ground.others;
  for (let line = 0; line < lines.count; line++) {
    const ring = uses.list[uses.starts[line]!]! >> 1;
    if (uses.starts[line + 1] === uses.starts[line]! + 1 && ring >= 0) owners[line] = ground.rings.row[ring]!;
  }
  for (let i = 0; i < rows.length; i++) {
    noder.follow(ends[2 * i]!, ends[2 * i + 1]!, (_from, _to, half) => {
      const line = half >> 1;
      if (uses.starts[line + 1] === uses.starts[line]! + 1) owners[line] = rows[i]!;
    });
  }
  return owners;
}

/** Rows of lines that were free and meet another row's after noding: vertices that rounding tore apart, or that a neighbour lacks. */
function tornRows({ lines, uses, ground, noder }: Arrangement): Set<number> {
  const first = new Int32Array(lines.count).fill(-1);
  const torn = new Set<number>();
  const { ends, rows } = ground.others;
  for (let i = 0; i < rows.length; i++) {
    noder.follow(ends[2 * i]!, ends[2 * i + 1]!, (_from, _to, half) => {
      const line = half >> 1;
      if (uses.starts[line + 1] !== uses.starts[line]) return;
      if (first[line] === -1) first[line] = rows[i]!;
      else if (first[line] !== rows[i]) torn.add(first[line]!).add(rows[i]!);
    });
  }
  return torn;
}

function slitsOf({ lines, vertices, uses, faces }: Arrangement, owners: Int32Array, isOpen: Uint8Array, widthM: number): Slit[] {
  const tail = new Int32Array(lines.count);
  const head = new Int32Array(lines.count);
  const outside = new Uint8Array(lines.count);
  for (let e = 0; e < lines.count; e++) {
    // Directed with its row on the left; what is right of it is open or not.
    const back = uses.starts[e] === uses.starts[e + 1] ? 0 : uses.list[uses.starts[e]!]! & 1;
    tail[e] = back ? lines.hi[e]! : lines.lo[e]!;
    head[e] = back ? lines.lo[e]! : lines.hi[e]!;
    if (owners[e]! >= 0 && isOpen[faces.of[2 * e + 1 - back]!]) outside[e] = 1;
  }
  const { x, y, count: vertexCount } = vertices;
  const found = findSlits({ x, y, vertexCount, tail, head, owner: owners, count: lines.count, sameSide: [], unshared: [] }, outside);
  return found.filter(({ a, b, widthM: width }) => a !== b && width <= widthM);
}

/** West, south, east, north of a face in degrees. */
export function boxOf({ lines, vertices, faces }: Arrangement, face: number): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = faces.starts[face]!; i < faces.starts[face + 1]!; i++) {
    const v = tailOf(lines, faces.halves[i]!);
    const x = vertices.x[v]! / GRID;
    const y = vertices.y[v]! / GRID;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}
