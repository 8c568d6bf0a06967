/** Units and borders of a level in points of a printed page, from shared arcs: each border is projected and simplified once, so neighbours stay glued. */
import type { FeatureTable } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { Coverage } from '../../geometry/coverage.ts';
import { outlines } from '../../geometry/levels.ts';
import { NEVER } from '../../tiles/slicing/simplify.ts';
import { tenth } from '../render/drawing.ts';
import { createSides, drawArcs, FINE, tableOfArcs, type DrawnArcs } from './draw/arcs.ts';
import { Pen } from './draw/pen.ts';
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

/** Points: what may be left out of a line; a dot of a printer with 300 to the inch. Of many units half as much again: their borders are as thin. */
const TOLERANCE = 0.24;
const MANY = 800;
const OF_MANY = 0.36;
/** With so many rings the coast of each island is small, and a strong line would be all that is seen of it. */
const ISLANDS = 1500;
/** Square points: a ring smaller than this is a speck that no printer draws; a unit that has nothing larger is a dot. */
const SPECK = 0.3;

/** Of what is painted in one fill: its outline, not that of each unit. */
export interface SheetArea {
  /** Beside other fills; borders are drawn above it. */
  inner: string;
  /** Islands, whose coast is drawn with them. */
  islands: string;
  /** Units too small for anything else. */
  dots: string;
}

export interface SheetShapes {
  areas: SheetArea[];
  /** Borders by the highest level that they part; `outer`: of the country, without islands that are drawn with their coast. */
  lines: { level: AdminLevel; outer: boolean; d: string }[];
  /** Of lines that are drawn thinner, since there are many. */
  isFine: boolean;
  /** The outline of one unit. */
  outlineOf: (row: number) => string;
}

/** @param fillOf of each unit, a number from 0 below `fills` */
export function drawSheetShapes(
  table: FeatureTable,
  parents: ReadonlyMap<AdminLevel, (string | null)[]>,
  coverage: Coverage,
  view: SheetView,
  { fillOf, fills }: { fillOf: Int32Array; fills: number },
): SheetShapes {
  const isMany = table.units.length > MANY;
  const isFine = isMany || table.geometry.rings.length > ISLANDS;
  const drawn = drawArcs(coverage, view, isMany ? OF_MANY : TOLERANCE);
  const withCoast = new Uint8Array(coverage.left.length);
  const areas = [...outlines(tableOfArcs(coverage), coverage.levels[0]!, fillOf, fills)].map((rings) => drawArea(rings, coverage, drawn, isFine, withCoast));
  const dots = dotsOf(table, coverage, drawn, view);
  return {
    areas: areas.map((area, fill) => ({ ...area, dots: dots.filter(({ row }) => fillOf[row] === fill).map(({ d }) => d).join('') })), // prettier-ignore
    lines: drawLines(coverage, table.level, parents, drawn, withCoast),
    isFine,
    outlineOf: (row) => dots.find((dot) => dot.row === row)?.d ?? ringsOfRow(coverage, row).map((ring) => drawRing(ring, drawn).d).join(''), // prettier-ignore
  };
}

/** Fills that touch nothing but the sea are drawn with their coast, where coasts are many and would be half of the file. */
function drawArea(rings: number[][], { left, right }: Coverage, drawn: DrawnArcs, isFine: boolean, withCoast: Uint8Array): Omit<SheetArea, 'dots'> {
  const own = rings.map((ring) => ({ ...drawRing(ring, drawn), ring })).filter(({ area, d }) => d !== '' && Math.abs(area) >= SPECK);
  const holes = own.filter(({ area }) => area > 0);
  let [inner, islands] = ['', ''];
  for (const { d, ring, area, box } of own) {
    const isIsland =
      isFine &&
      area < 0 &&
      ring.every((signed) => left[signed >>> 1]! < 0 || right[signed >>> 1]! < 0) &&
      !holes.some((hole) => hole.box[0] <= box[2] && hole.box[2] >= box[0] && hole.box[1] <= box[3] && hole.box[3] >= box[1]);
    if (!isIsland) inner += d;
    else {
      islands += d;
      for (const signed of ring) withCoast[signed >>> 1] = 1;
    }
  }
  return { inner, islands };
}

/** Nothing where it is beyond an edge of the map. Shells are negative, since y runs down. */
export function drawRing(
  ring: readonly number[],
  { x, y, offsets, keep, beyond }: DrawnArcs,
): { d: string; area: number; box: [number, number, number, number] } {
  const nothing = { d: '', area: 0, box: [0, 0, 0, 0] as [number, number, number, number] };
  if (ring.reduce((sides, signed) => sides & beyond[signed >>> 1]!, 15) !== 0) return nothing;
  const pen = new Pen();
  let area = 0;
  let [firstX, firstY, lastX, lastY, count] = [0, 0, 0, 0, 0];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const signed of ring) {
    const [arc, back] = [signed >>> 1, (signed & 1) === 1];
    const [first, end] = [offsets[arc]!, offsets[arc + 1]! - 1];
    for (let step = 0; step <= end - first; step++) {
      const v = back ? end - step : first + step;
      if (keep[v] === NEVER) continue;
      const [nextX, nextY] = [x[v]! / FINE, y[v]! / FINE];
      if (count++ === 0) {
        pen.move(nextX, nextY);
        [firstX, firstY] = [nextX, nextY];
      } else {
        pen.line(nextX, nextY);
        area += lastX * nextY - nextX * lastY;
      }
      [lastX, lastY] = [nextX, nextY];
      [left, top, right, bottom] = [Math.min(left, nextX), Math.min(top, nextY), Math.max(right, nextX), Math.max(bottom, nextY)];
    }
  }
  area += lastX * firstY - firstX * lastY;
  pen.close();
  return count > 2 ? { d: pen.d, area: area / 2, box: [left, top, right, bottom] } : nothing;
}

function ringsOfRow({ levels }: Coverage, row: number): number[][] {
  const { arcs, rings, polygons, rows } = levels[0]!;
  const own: number[][] = [];
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) own.push([...arcs.subarray(rings[ring], rings[ring + 1])]);
  return own;
}

/** Units whose rings are all specks. */
function dotsOf({ units, geometry }: FeatureTable, coverage: Coverage, drawn: DrawnArcs, view: SheetView): { row: number; d: string }[] {
  const { polygons, rows } = coverage.levels[0]!;
  const dots: { row: number; d: string }[] = [];
  for (let row = 0; row < rows.length - 1; row++) {
    const unit = units[row]!;
    const count = polygons[rows[row + 1]!]! - polygons[rows[row]!]!;
    // Of larger ones one ring at least is seen: areas are true.
    if (geometry.kinds[row] !== GEOMETRY_KIND.polygon || unit.areaSqKm * 1e6 * view.scale ** 2 > 2 * SPECK * count) continue;
    const [x, y] = view.place(unit.center[0], unit.center[1]);
    if (x < -1 || y < -1 || x > view.width + 1 || y > view.height + 1) continue;
    if (ringsOfRow(coverage, row).some((ring) => Math.abs(drawRing(ring, drawn).area) >= SPECK)) continue;
    dots.push({ row, d: `M${tenth(x - 0.6)} ${tenth(y)}a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0Z` });
  }
  return dots;
}

function drawLines(
  { left, right }: Coverage,
  level: AdminLevel,
  parents: ReadonlyMap<AdminLevel, (string | null)[]>,
  { x, y, offsets, keep, beyond }: DrawnArcs,
  withCoast: Uint8Array,
): SheetShapes['lines'] {
  const uppers = [...parents.keys()].filter((each) => each < level).sort((a, b) => a - b);
  const pens = new Map<string, { level: AdminLevel; outer: boolean; pen: Pen }>();
  for (let arc = 0; arc < left.length; arc++) {
    const [a, b] = [left[arc]!, right[arc]!];
    if (a === b || beyond[arc] !== 0 || withCoast[arc] !== 0) continue;
    const outer = a < 0 || b < 0;
    if (outer && isSpeck(arc, x, y, offsets)) continue;
    const parted = outer ? 0 : (uppers.find((each) => parents.get(each)![a] !== parents.get(each)![b]) ?? level);
    const key = `${parted}${outer}`;
    let entry = pens.get(key);
    if (!entry) pens.set(key, (entry = { level: parted, outer, pen: new Pen() }));
    let begun = false;
    for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) {
      if (keep[v] === NEVER) continue;
      if (begun) entry.pen.line(x[v]! / FINE, y[v]! / FINE);
      else entry.pen.move(x[v]! / FINE, y[v]! / FINE);
      begun = true;
    }
  }
  return [...pens.values()]
    .map(({ level: each, outer, pen }) => ({ level: each, outer, d: pen.d }))
    .sort((a, b) => b.level - a.level || Number(a.outer) - Number(b.outer));
}

/** The coast of an islet that is not drawn. */
function isSpeck(arc: number, x: Int32Array, y: Int32Array, offsets: Uint32Array): boolean {
  const [first, end] = [offsets[arc]!, offsets[arc + 1]! - 1];
  if (x[first] !== x[end] || y[first] !== y[end]) return false;
  let area = 0;
  for (let v = first; v < end; v++) area += x[v]! * y[v + 1]! - x[v + 1]! * y[v]!;
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
    points.forEach(({ x, y }, at) => (at === 0 ? pen.move(x / FINE, y / FINE) : pen.line(x / FINE, y / FINE)));
    if (closed) pen.close();
    d += pen.d;
  }
  return d;
}
