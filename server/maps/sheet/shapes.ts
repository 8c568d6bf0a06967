/** Units and borders of a level in points of a printed page, from shared arcs: each border is projected and simplified once, so neighbours stay glued. */
import type { FeatureTable } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { EdgeAt } from '../../ground/edges.ts';
import type { Coverage } from '../../geometry/coverage.ts';
import { outlines } from '../../geometry/levels.ts';
import { firstZooms, NEVER } from '../../tiles/slicing/simplify.ts';
import { tenth } from '../render/drawing.ts';
import { createSides, drawArcs, FINE, tableOfArcs, type DrawnArcs } from './draw/arcs.ts';
import { drawBorders, type Border } from './draw/borders.ts';
import { Pen } from './draw/pen.ts';
import { isGap, pathOfRing, ringsOfRow, sizeOf, SPECK, type RingSize } from './draw/rings.ts';
import { convergence, extentOf, type Box, type Projection } from './projection.ts';
import type { SheetView } from './draw/view.ts';

export type { SheetView } from './draw/view.ts';
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

/** Points: what may be left out of a line; a dot of a printer with 300 to the inch. Of many units half as much again: their borders are as thin. */
const TOLERANCE = 0.24;
const MANY = 800;
const OF_MANY = 0.36;
/** With so many rings the coast of each island is small, and a strong line would be all that is seen of it. */
const ISLANDS = 1500;
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
  /** Without islands that are drawn with their coast. */
  lines: Border[];
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
  edgeAt?: EdgeAt,
): SheetShapes {
  const isMany = table.units.length > MANY;
  const isFine = isMany || table.geometry.rings.length > ISLANDS;
  const drawn = drawArcs(coverage, view, isMany ? OF_MANY : TOLERANCE);
  const withCoast = new Uint8Array(coverage.left.length);
  const areas = [...outlines(tableOfArcs(coverage), coverage.levels[0]!, fillOf, fills)].map((rings) => drawArea(rings, coverage, drawn, isFine, withCoast));
  const dots = dotsOf(table, coverage, drawn, view);
  return {
    areas: areas.map((area, fill) => ({ ...area, dots: dots.filter(({ row }) => fillOf[row] === fill).map(({ d }) => d).join('') })), // prettier-ignore
    lines: drawBorders(coverage, table.level, parents, drawn, withCoast, edgeAt),
    isFine,
    outlineOf: (row) => dots.find((dot) => dot.row === row)?.d ?? ringsOfRow(coverage, row).map((ring) => pathOfRing(ring, drawn)).join(''), // prettier-ignore
  };
}

/** Fills that touch nothing but the sea are drawn with their coast, where coasts are many and would be half of the file. */
function drawArea(rings: number[][], { left, right }: Coverage, drawn: DrawnArcs, isFine: boolean, withCoast: Uint8Array): Omit<SheetArea, 'dots'> {
  const own = rings.map((ring) => ({ ring, ...sizeOf(ring, drawn) })).filter((each) => Math.abs(each.area) >= SPECK && (each.area < 0 || !isGap(each)));
  const holes = own.filter(({ area }) => area > 0);
  const isIn = (hole: RingSize, shell: RingSize) => hole.box[0] <= shell.box[2] && hole.box[2] >= shell.box[0] && hole.box[1] <= shell.box[3] && hole.box[3] >= shell.box[1]; // prettier-ignore
  let [inner, islands] = ['', ''];
  for (const each of own) {
    const isOuter = isFine && each.area < 0 && each.ring.every((signed) => left[signed >>> 1]! < 0 || right[signed >>> 1]! < 0);
    if (isOuter && !holes.some((hole) => isIn(hole, each))) {
      islands += pathOfRing(each.ring, drawn);
      for (const signed of each.ring) withCoast[signed >>> 1] = 1;
    } else inner += pathOfRing(each.ring, drawn);
  }
  return { inner, islands };
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
    if (ringsOfRow(coverage, row).some((ring) => Math.abs(sizeOf(ring, drawn).area) >= SPECK)) continue;
    dots.push({ row, d: `M${tenth(x - 0.6)} ${tenth(y)}a.6.6 0 1 0 1.2 0a.6.6 0 1 0-1.2 0Z` });
  }
  return dots;
}

/** Points that a line of the ground, which is background, may be off. */
const OF_GROUND = 0.5;

/**
 * Lines and rings of degrees, of what is no unit: neighbours, lakes. What is beyond the map is left out, and so are rings that no printer draws.
 * @param tolerance points that a line may be off
 */
export function pathOf(lines: readonly (readonly (readonly [number, number])[])[], view: SheetView, closed: boolean, tolerance = OF_GROUND): string {
  const { place, width, height } = view;
  const sideOf = createSides(view);
  // Neighbours reach far beyond the page; what lies there need not be exact.
  const within = (value: number, most: number) => Math.max(-most, Math.min(2 * most, value));
  const pen = new Pen();
  for (const line of lines) {
    const points: { x: number; y: number; sides: number }[] = [];
    // Beyond one edge as a whole: nothing of it is seen.
    let beyond = 15;
    for (const [lon, lat] of line) {
      const [px, py] = place(lon, lat);
      if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
      const [x, y] = [Math.round(within(px, width) * FINE), Math.round(within(py, height) * FINE)];
      const last = points.at(-1);
      if (last?.x === x && last.y === y) continue;
      const sides = sideOf(x, y);
      beyond &= sides;
      const before = points.at(-2);
      if (last && before && (before.sides & last.sides & sides) !== 0) points.pop();
      points.push({ x, y, sides });
    }
    if (points.length < 2 || beyond !== 0) continue;
    const [x, y] = [Int32Array.from(points, (point) => point.x), Int32Array.from(points, (point) => point.y)];
    const isRing = closed || (x[0] === x.at(-1) && y[0] === y.at(-1));
    if (isRing && Math.abs(areaOf(x, y)) < SPECK * FINE ** 2) continue;
    const keep = firstZooms({ count: 1, offsets: Uint32Array.of(0, x.length), x, y }, 0, tolerance * FINE);
    let begun = false;
    for (let at = 0; at < x.length; at++) {
      if (keep[at] === NEVER) continue;
      if (begun) pen.line(x[at]! / FINE, y[at]! / FINE);
      else pen.move(x[at]! / FINE, y[at]! / FINE);
      begun = true;
    }
    if (closed) pen.close();
  }
  return pen.d;
}

function areaOf(x: Int32Array, y: Int32Array): number {
  let twice = 0;
  for (let at = 0; at < x.length; at++) {
    const next = (at + 1) % x.length;
    twice += x[at]! * y[next]! - x[next]! * y[at]!;
  }
  return twice / 2;
}
