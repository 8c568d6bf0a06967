/** Borders in points of a page: each is projected and simplified once, so that neighbours stay glued; what lies beyond the page is a few straight lines. */
import type { ArcTable } from '../../../geometry/arcs.ts';
import type { Coverage } from '../../../geometry/coverage.ts';
import { firstZooms, NEVER } from '../../../tiles/slicing/simplify.ts';
import type { SheetView } from './view.ts';

/** Parts of a point: integers for the simplifier, finer than any printer. */
export const FINE = 64;
/** Points beyond the edge of the map from which on nothing is drawn exactly. */
const BEYOND = 12;
/** Degrees: an edge longer than this is bent by the projection, so it is drawn through points in between. */
const LONGEST = 0.5;
/** Of a coverage: steps to the degree. */
export const GRID = 1e7;

/** The arcs in 64ths of a point, long edges divided. */
export interface DrawnArcs {
  x: Int32Array;
  y: Int32Array;
  offsets: Uint32Array;
  /** NEVER where a point is left out. */
  keep: Uint8Array;
  /** Of each arc: beyond which edges of the map all of it lies, a bit for each. */
  beyond: Uint8Array;
}

/** Of the page before: sheets of a series often show the same. */
const last = new WeakMap<Coverage, { key: string; drawn: DrawnArcs }>();

export function drawArcs(coverage: Coverage, view: SheetView, tolerance: number): DrawnArcs {
  const { kind, lon0, lat0, parallels } = view.projection;
  const key = JSON.stringify([kind, lon0, lat0, parallels, view.box, view.width, view.height, view.scale, tolerance]);
  const known = last.get(coverage);
  if (known?.key === key) return known.drawn;
  const drawn = project(coverage, view, tolerance);
  last.set(coverage, { key, drawn });
  return drawn;
}

function project(coverage: Coverage, view: SheetView, tolerance: number): DrawnArcs {
  const { x, y, offsets } = coverage;
  const { place } = view;
  const isNear = windowOf(view, boxesOf(coverage));
  const arcs = offsets.length - 1;
  const xs: number[] = [];
  const ys: number[] = [];
  const starts = new Uint32Array(arcs + 1);
  const add = (lon: number, lat: number) => {
    const [px, py] = place(lon, lat);
    xs.push(Math.round(px * FINE));
    ys.push(Math.round(py * FINE));
  };
  for (let arc = 0; arc < arcs; arc++) {
    starts[arc] = xs.length;
    const [first, end] = [offsets[arc]!, offsets[arc + 1]!];
    // Far from the page only its ends matter, where others go on: between them it stays on the same side.
    const step = isNear(arc) ? 1 : Math.max(1, end - 1 - first);
    for (let v = first; v < end; v += step) {
      const [lon, lat] = [x[v]! / GRID, y[v]! / GRID];
      if (v > first && step === 1) {
        const [lon0, lat0] = [x[v - 1]! / GRID, y[v - 1]! / GRID];
        const steps = Math.ceil(Math.max(Math.abs(lon - lon0), Math.abs(lat - lat0)) / LONGEST);
        for (let part = 1; part < steps; part++) add(lon0 + ((lon - lon0) * part) / steps, lat0 + ((lat - lat0) * part) / steps);
      }
      add(lon, lat);
    }
  }
  starts[arcs] = xs.length;
  const drawn = { x: Int32Array.from(xs), y: Int32Array.from(ys), offsets: starts };
  const keep = firstZooms({ count: arcs, ...drawn }, 0, tolerance * FINE);
  return { ...drawn, keep, beyond: dropBeyond({ ...drawn, keep }, view) };
}

/**
 * Leaves out points beyond the edge of the map whose neighbours are beyond the same edge: a sheet of a region has the whole country around it, and
 * what is not seen of it would be most of the file. Lines between the points that stay run beyond that edge too.
 */
function dropBeyond({ x, y, offsets, keep }: Omit<DrawnArcs, 'beyond'>, view: SheetView): Uint8Array {
  const sideOf = createSides(view);
  const beyond = new Uint8Array(offsets.length - 1).fill(15);
  for (let arc = 0; arc < offsets.length - 1; arc++) {
    let before = -1;
    let [sidesBefore, own, at] = [0, 0, -1];
    for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) {
      if (keep[v] === NEVER) continue;
      const sides = sideOf(x[v]!, y[v]!);
      beyond[arc]! &= sides;
      if (at >= 0 && before >= 0 && (sidesBefore & own & sides) !== 0) keep[at] = NEVER;
      else [before, sidesBefore] = [at, own];
      [at, own] = [v, sides];
    }
  }
  return beyond;
}

/** Beyond which edges of the map a place is, in 64ths of a point: a bit for each. */
export function createSides({ width, height }: Pick<SheetView, 'width' | 'height'>): (x: number, y: number) => number {
  const [least, right, bottom] = [-BEYOND * FINE, (width + BEYOND) * FINE, (height + BEYOND) * FINE];
  return (x, y) => (x < least ? 1 : 0) | (x > right ? 2 : 0) | (y < least ? 4 : 0) | (y > bottom ? 8 : 0);
}

const boxes = new WeakMap<Coverage, Int32Array>();
/** West, south, east, north of each arc, on the grid. */
function boxesOf(coverage: Coverage): Int32Array {
  const known = boxes.get(coverage);
  if (known) return known;
  const { x, y, offsets } = coverage;
  const made = new Int32Array(4 * (offsets.length - 1));
  for (let arc = 0; arc < offsets.length - 1; arc++) {
    let [west, south, east, north] = [2 ** 31 - 1, 2 ** 31 - 1, -(2 ** 31), -(2 ** 31)];
    for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) {
      west = Math.min(west, x[v]!);
      east = Math.max(east, x[v]!);
      south = Math.min(south, y[v]!);
      north = Math.max(north, y[v]!);
    }
    made.set([west, south, east, north], 4 * arc);
  }
  boxes.set(coverage, made);
  return made;
}

const METRES_A_DEGREE = 110_000;
/** What is seen is no box of degrees: so much more may be. */
const SPARE = 1.4;
/** Whether an arc may be seen, by degrees: most of a country is far from the sheet of one of its regions. */
function windowOf({ box: [west, south, east, north], width, height, scale }: SheetView, of: Int32Array): (arc: number) => boolean {
  const reachY = ((height / scale) * SPARE) / 2 / METRES_A_DEGREE;
  const lat = Math.min(85, Math.max(Math.abs(south), Math.abs(north)) + reachY);
  const reachX = ((width / scale) * SPARE) / 2 / METRES_A_DEGREE / Math.cos((lat * Math.PI) / 180);
  const [lon0, lat0] = [(west + east) / 2, (south + north) / 2];
  const [least, most] = [(lon0 - reachX) * GRID, (lon0 + reachX) * GRID];
  const [lowest, highest] = [(lat0 - reachY) * GRID, (lat0 + reachY) * GRID];
  return (arc) => of[4 * arc]! <= most && of[4 * arc + 2]! >= least && of[4 * arc + 1]! <= highest && of[4 * arc + 3]! >= lowest;
}

const tables = new WeakMap<Coverage, ArcTable>();
/** The arcs with numbers of the places where they meet. */
export function tableOfArcs(coverage: Coverage): ArcTable {
  const known = tables.get(coverage);
  if (known) return known;
  const { x, y, offsets } = coverage;
  const count = offsets.length - 1;
  const ids = new Map<string, number>();
  const idOf = (v: number) => {
    const key = `${x[v]} ${y[v]}`;
    const id = ids.get(key) ?? ids.size;
    ids.set(key, id);
    return id;
  };
  const from = Int32Array.from({ length: count }, (_, arc) => idOf(offsets[arc]!));
  const to = Int32Array.from({ length: count }, (_, arc) => idOf(offsets[arc + 1]! - 1));
  const made = { count, offsets, x, y, from, to, vertices: ids.size };
  tables.set(coverage, made);
  return made;
}
