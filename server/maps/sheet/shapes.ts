/** Units and borders of a level in points of a printed page, from shared arcs: each border is projected and simplified once, so neighbours stay glued. */
import type { FeatureTable } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { isUnsettled, type GroundLine } from '../../contract/maps/ground.ts';
import type { EdgeAt } from '../../ground/edges.ts';
import type { Coverage } from '../../geometry/coverage.ts';
import { firstZooms, NEVER } from '../../tiles/slicing/simplify.ts';
import { tenth } from '../render/drawing.ts';
import { convergence, extentOf, type Box, type Projection } from './projection.ts';

/** From degrees to points of the map's frame; y runs down. */
export interface SheetView {
  projection: Projection;
  box: Box;
  /** Points of the page for each metre on the ground. */
  scale: number;
  width: number;
  height: number;
  place: (lon: number, lat: number) => readonly [x: number, y: number];
}

/** Shows the box whole in a frame, in its middle, with a margin in points. */
export function fitSheet(projection: Projection, box: Box, { width, height }: { width: number; height: number }, margin: number): SheetView {
  const { minX, minY, maxX, maxY } = extentOf(projection, box);
  const scale = Math.min((width - 2 * margin) / Math.max(1, maxX - minX), (height - 2 * margin) / Math.max(1, maxY - minY));
  const [middleX, middleY] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const place = (lon: number, lat: number) => {
    const [x, y] = projection.project(lon, lat);
    return [width / 2 + (x - middleX) * scale, height / 2 - (y - middleY) * scale] as const;
  };
  return { projection, box, scale, width, height, place };
}

/** The box of degrees that is seen in the frame, along its middle lines. */
export function seenOn({ place, box: [west, south, east, north], width, height }: SheetView): [number, number, number, number] {
  const [lon0, lat0] = [(west + east) / 2, (south + north) / 2];
  /** The farthest value that is still in the frame. */
  const reach = (from: number, to: number, isIn: (value: number) => boolean): number => {
    let [inside, outside] = [from, to];
    for (let i = 0; i < 24; i++) {
      const middle = (inside + outside) / 2;
      if (isIn(middle)) inside = middle;
      else outside = middle;
    }
    return inside;
  };
  const isAcross = (lon: number) => Math.abs(place(lon, lat0)[0] - width / 2) <= width / 2;
  const isUp = (lat: number) => Math.abs(place(lon0, lat)[1] - height / 2) <= height / 2;
  return [reach(lon0, lon0 - 179, isAcross), reach(lat0, -89, isUp), reach(lon0, lon0 + 179, isAcross), reach(lat0, 89, isUp)];
}

/** How far north turns over the sheet, in degrees: the most at the corners of what is shown. */
export function turnOf({ projection, box: [west, south, east, north] }: SheetView): number {
  const turns = [
    [west, south],
    [west, north],
    [east, south],
    [east, north],
  ].map(([lon, lat]) => Math.abs(convergence(projection, lon!, lat!)));
  return Math.max(...turns);
}

/** 64ths of a point: integers for the simplifier, finer than any printer. */
const FINE = 64;
/** Points: what may be left out of a line; a dot of a printer with 300 to the inch. Of many units half as much again: their borders are as thin. */
const TOLERANCE = 0.24;
const MANY = 800;
const OF_MANY = 0.36;
/** Points beyond the edge of the map from which on nothing is drawn exactly. */
const BEYOND = 12;
/** Square points: a ring smaller than this is a speck that no printer draws; a unit keeps its largest. */
const SPECK = 0.3;
/** Degrees: an edge longer than this is bent by the projection, so it is drawn through points in between. */
const LONGEST = 0.5;
const GRID = 1e7;

/** The arcs in 64ths of a point, long edges divided. */
interface Drawn {
  x: Int32Array;
  y: Int32Array;
  offsets: Uint32Array;
  keep: Uint8Array;
}

function drawArcs({ x, y, offsets }: Coverage, view: SheetView, tolerance: number): Drawn {
  const { place } = view;
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
    for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) {
      const [lon, lat] = [x[v]! / GRID, y[v]! / GRID];
      if (v > offsets[arc]!) {
        const [lon0, lat0] = [x[v - 1]! / GRID, y[v - 1]! / GRID];
        const steps = Math.ceil(Math.max(Math.abs(lon - lon0), Math.abs(lat - lat0)) / LONGEST);
        for (let step = 1; step < steps; step++) add(lon0 + ((lon - lon0) * step) / steps, lat0 + ((lat - lat0) * step) / steps);
      }
      add(lon, lat);
    }
  }
  starts[arcs] = xs.length;
  const drawn = { x: Int32Array.from(xs), y: Int32Array.from(ys), offsets: starts };
  return { ...drawn, keep: dropBeyond({ ...drawn, keep: firstZooms({ count: arcs, ...drawn }, 0, tolerance * FINE) }, view) };
}

/**
 * Leaves out points beyond the edge of the map whose neighbours are beyond the same edge: a sheet of a region has the whole country around it, and
 * what is not seen of it would be most of the file. Lines between the points that stay run beyond that edge too.
 */
function dropBeyond({ x, y, offsets, keep }: Drawn, view: SheetView): Uint8Array {
  const sideOf = createSides(view);
  for (let arc = 0; arc < offsets.length - 1; arc++) {
    let before = -1;
    let [sidesBefore, own, at] = [0, 0, -1];
    for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) {
      if (keep[v] === NEVER) continue;
      const sides = sideOf(x[v]!, y[v]!);
      if (at >= 0 && before >= 0 && (sidesBefore & own & sides) !== 0) keep[at] = NEVER;
      else [before, sidesBefore] = [at, own];
      [at, own] = [v, sides];
    }
  }
  return keep;
}

/** Beyond which edges of the map a place is, in 64ths of a point: a bit for each. */
function createSides({ width, height }: SheetView): (x: number, y: number) => number {
  const [least, right, bottom] = [-BEYOND * FINE, (width + BEYOND) * FINE, (height + BEYOND) * FINE];
  return (x, y) => (x < least ? 1 : 0) | (x > right ? 2 : 0) | (y < least ? 4 : 0) | (y > bottom ? 8 : 0);
}

export interface SheetShapes {
  /** SVG path of each unit, in the order of the table; a unit too small for one has a dot. */
  units: string[];
  /** Borders by the highest level that they part; `outer`: of the country. */
  lines: { level: AdminLevel; outer: boolean; edge: GroundLine | null; d: string }[];
}

export function drawSheetShapes(
  table: FeatureTable,
  parents: ReadonlyMap<AdminLevel, (string | null)[]>,
  coverage: Coverage,
  view: SheetView,
  edgeAt?: EdgeAt,
): SheetShapes {
  const drawn = drawArcs(coverage, view, table.units.length > MANY ? OF_MANY : TOLERANCE);
  const units = table.units.map((unit, row) => {
    if (table.geometry.kinds[row] !== GEOMETRY_KIND.polygon) return '';
    return unitPath(coverage, row, drawn) || dotAt(view.place(unit.center[0], unit.center[1]));
  });
  return { units, lines: drawLines(coverage, table.level, parents, drawn, edgeAt) };
}

const dotAt = ([x, y]: readonly [number, number]) => `M${tenth(x - 0.6)} ${tenth(y)}a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0Z`;

/** Steps in tenths of a point: half the bytes of places. */
export class Pen {
  #d = '';
  #x = 0;
  #y = 0;
  /** In 64ths. */
  move(x: number, y: number): void {
    [this.#x, this.#y] = [Math.round((x * 10) / FINE), Math.round((y * 10) / FINE)];
    this.#d += `M${this.#x / 10} ${this.#y / 10}`;
  }
  line(x: number, y: number): void {
    const [nextX, nextY] = [Math.round((x * 10) / FINE), Math.round((y * 10) / FINE)];
    const [dx, dy] = [nextX - this.#x, nextY - this.#y];
    if (dx === 0 && dy === 0) return;
    this.#d += `l${dx / 10}${dy < 0 ? '' : ' '}${dy / 10}`;
    [this.#x, this.#y] = [nextX, nextY];
  }
  close(): void {
    this.#d += 'Z';
  }
  get d(): string {
    return this.#d;
  }
}

function unitPath({ levels }: Coverage, row: number, { x, y, offsets, keep }: Drawn): string {
  const { arcs, rings, polygons, rows } = levels[0]!;
  const made: { d: string; area: number }[] = [];
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    const pen = new Pen();
    let area = 0;
    let [firstX, firstY, lastX, lastY, count] = [0, 0, 0, 0, 0];
    for (let i = rings[ring]!; i < rings[ring + 1]!; i++) {
      const [arc, back] = [arcs[i]! >>> 1, (arcs[i]! & 1) === 1];
      const [first, last] = [offsets[arc]!, offsets[arc + 1]! - 1];
      for (let step = 0; step <= last - first; step++) {
        const v = back ? last - step : first + step;
        if (keep[v] === NEVER) continue;
        const [nextX, nextY] = [x[v]!, y[v]!];
        if (count++ === 0) {
          pen.move(nextX, nextY);
          [firstX, firstY] = [nextX, nextY];
        } else {
          pen.line(nextX, nextY);
          area += lastX * nextY - nextX * lastY;
        }
        [lastX, lastY] = [nextX, nextY];
      }
    }
    area += lastX * firstY - firstX * lastY;
    pen.close();
    if (count > 2) made.push({ d: pen.d, area: Math.abs(area) / 2 / FINE ** 2 });
  }
  const largest = Math.max(0, ...made.map(({ area }) => area));
  if (largest < SPECK) return '';
  return made
    .filter(({ area }) => area >= SPECK)
    .map(({ d }) => d)
    .join('');
}

function drawLines(
  { left, right, offsets: starts, x: lons, y: lats }: Coverage,
  level: AdminLevel,
  parents: ReadonlyMap<AdminLevel, (string | null)[]>,
  { x, y, offsets, keep }: Drawn,
  edgeAt: EdgeAt | undefined,
): SheetShapes['lines'] {
  const uppers = [...parents.keys()].filter((each) => each < level).sort((a, b) => a - b);
  const pens = new Map<string, Omit<SheetShapes['lines'][number], 'd'> & { pen: Pen }>();
  /** What most of a border arc is, by its middle: arcs end where neighbours do. */
  const edgeOf = (arc: number): GroundLine | null => {
    const middle = (starts[arc]! + starts[arc + 1]!) >> 1;
    return edgeAt?.(lons[middle]! / GRID, lats[middle]! / GRID) ?? null;
  };
  for (let arc = 0; arc < left.length; arc++) {
    const [a, b] = [left[arc]!, right[arc]!];
    if (a === b) continue;
    const outer = a < 0 || b < 0;
    if (outer && isSpeck(arc, x, y, offsets)) continue;
    const parted = outer ? 0 : (uppers.find((each) => parents.get(each)![a] !== parents.get(each)![b]) ?? level);
    // Only what is not agreed on is drawn apart.
    const found = outer ? edgeOf(arc) : null;
    const edge = isUnsettled(found) ? found : null;
    const key = `${parted}${outer}${edge}`;
    let entry = pens.get(key);
    if (!entry) pens.set(key, (entry = { level: parted, outer, edge, pen: new Pen() }));
    let begun = false;
    for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) {
      if (keep[v] === NEVER) continue;
      if (begun) entry.pen.line(x[v]!, y[v]!);
      else entry.pen.move(x[v]!, y[v]!);
      begun = true;
    }
  }
  return [...pens.values()]
    .map(({ level: each, outer, edge, pen }) => ({ level: each, outer, edge, d: pen.d }))
    .sort((a, b) => b.level - a.level || Number(a.outer) - Number(b.outer));
}

/** The coast of an islet that is not drawn. */
function isSpeck(arc: number, x: Int32Array, y: Int32Array, offsets: Uint32Array): boolean {
  const [first, last] = [offsets[arc]!, offsets[arc + 1]! - 1];
  if (x[first] !== x[last] || y[first] !== y[last]) return false;
  let area = 0;
  for (let v = first; v < last; v++) area += x[v]! * y[v + 1]! - x[v + 1]! * y[v]!;
  return Math.abs(area) / 2 / FINE ** 2 < SPECK;
}

/** Points that a line of the ground, which is background, may be off. */
const OF_GROUND = 0.5;

/** Lines and rings of degrees, of what is no unit: neighbours, lakes. Points nearer than the tolerance are one; what is beyond the map is left out. */
export function pathOf(lines: readonly (readonly (readonly [number, number])[])[], view: SheetView, closed: boolean): string {
  const { place, width, height } = view;
  const sideOf = createSides(view);
  // Neighbours reach far beyond the page; what lies there need not be exact.
  const within = (value: number, most: number) => Math.max(-most, Math.min(2 * most, value));
  let d = '';
  for (const line of lines) {
    const points: { x: number; y: number; sides: number }[] = [];
    // Beyond one edge as a whole: nothing of it is seen.
    let beyond = 15;
    for (const [lon, lat] of line) {
      const [px, py] = place(lon, lat);
      if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
      const [x, y] = [Math.round(within(px, width) * FINE), Math.round(within(py, height) * FINE)];
      const last = points.at(-1);
      if (last && Math.abs(x - last.x) < OF_GROUND * FINE && Math.abs(y - last.y) < OF_GROUND * FINE) continue;
      const sides = sideOf(x, y);
      beyond &= sides;
      const before = points.at(-2);
      if (last && before && (before.sides & last.sides & sides) !== 0) points.pop();
      points.push({ x, y, sides });
    }
    if (points.length < 2 || beyond !== 0) continue;
    const pen = new Pen();
    points.forEach(({ x, y }, at) => (at === 0 ? pen.move(x, y) : pen.line(x, y)));
    if (closed) pen.close();
    d += pen.d;
  }
  return d;
}
