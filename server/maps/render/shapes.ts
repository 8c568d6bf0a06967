/** Units and boundary lines of one level in pixels, from shared arcs: every border is simplified once, so neighbours stay glued. */
import type { FeatureTable } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { GroundLine } from '../../contract/maps/ground.ts';
import { runsOf, type EdgeAt } from '../../ground/edges.ts';
import type { ArcPolygons } from '../../geometry/levels.ts';
import { buildCoverage } from '../../geometry/coverage.ts';
import type { Coverage } from '../../geometry/coverage.ts';

export { buildCoverage, type Coverage };
import { firstZooms, NEVER } from '../../tiles/slicing/simplify.ts';

/** West, south, east, north in degrees → a box in pixels. Web Mercator, as on the screen map. */
export interface View {
  box: [number, number, number, number];
  x: (lon: number) => number;
  y: (lat: number) => number;
  /** The way back. */
  lon: (x: number) => number;
  lat: (y: number) => number;
  /** Pixels of one radian of longitude, and where longitude 0 and the equator are. */
  scale: number;
  x0: number;
  y0: number;
}

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 360));

/** The view that shows `bbox` whole inside the frame, with a margin in pixels. */
export function fitView(bbox: readonly [number, number, number, number], frame: { x: number; y: number; width: number; height: number }, margin: number): View {
  const [west, south, east, north] = bbox;
  const [bottom, top] = [mercator(south), mercator(north)];
  const width = Math.max(((east - west) * Math.PI) / 180, 1e-9);
  const height = Math.max(top - bottom, 1e-9);
  const scale = Math.min((frame.width - 2 * margin) / width, (frame.height - 2 * margin) / height);
  const x0 = frame.x + frame.width / 2 - ((((west + east) / 2) * Math.PI) / 180) * scale;
  const y0 = frame.y + frame.height / 2 + ((bottom + top) / 2) * scale;
  return {
    box: [...bbox],
    x: (lon) => x0 + ((lon * Math.PI) / 180) * scale,
    y: (lat) => y0 - mercator(lat) * scale,
    lon: (x) => (((x - x0) / scale) * 180) / Math.PI,
    lat: (y) => ((2 * Math.atan(Math.exp((y0 - y) / scale)) - Math.PI / 2) * 180) / Math.PI,
    scale,
    x0,
    y0,
  };
}

export interface BorderLine {
  level: AdminLevel;
  outer: boolean;
  /** What an outer border is; null where the surroundings do not tell. */
  edge: GroundLine | null;
  d: string;
}

export interface Shapes {
  /** SVG path of each unit, in the order of the table; '' for a unit too small to have one: it then has a dot. */
  units: string[];
  /** Boundary lines by the highest level they part, outer border apart. */
  lines: BorderLine[];
}

/** The edge of one unit of any level, for a line above the map: points closer than a pixel are one. */
export function drawOutline({ geometry: { kinds, coords, rings, polygons, rows } }: FeatureTable, row: number, view: View): string {
  if (kinds[row] !== GEOMETRY_KIND.polygon) return '';
  let d = '';
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    const pen = new Pen();
    let [lastX, lastY] = [NaN, NaN];
    for (let at = rings[ring]!; at < rings[ring + 1]!; at++) {
      const [x, y] = [Math.round(view.x(coords[2 * at]!) * FINE), Math.round(view.y(coords[2 * at + 1]!) * FINE)];
      if (Math.abs(x - lastX) < FINE && Math.abs(y - lastY) < FINE) continue;
      if (Number.isNaN(lastX)) pen.move(x, y);
      else pen.line(x, y);
      [lastX, lastY] = [x, y];
    }
    pen.close();
    d += pen.d;
  }
  return d;
}

/** Sixteenths of a pixel: integers for the simplifier, finer than any eye. */
const FINE = 16;
/** Half a pixel: nobody sees what is left out. */
const TOLERANCE = 0.5;

export interface ShapeOptions {
  /** What may be left out of a line, in pixels. */
  tolerance?: number | undefined;
  /** Lines between units of the table itself; without them only those of the levels above, for those who stroke the units instead. */
  ownLines?: boolean;
  /** What the outline of the country is at a place. */
  edgeAt?: EdgeAt | undefined;
  /** Of the table, where it is known already. */
  coverage?: Coverage | undefined;
}

/** @param parents for each unit of the table its ancestors' codes by level, to tell a province line from a district line */
export function drawShapes(
  table: FeatureTable,
  parents: Map<AdminLevel, (string | null)[]>,
  view: View,
  { tolerance = TOLERANCE, ownLines = true, edgeAt, coverage = buildCoverage(table, []) }: ShapeOptions = {},
): Shapes {
  const own: ArcPolygons = coverage.levels[0]!;
  const count = coverage.offsets.length - 1;
  const x = Int32Array.from(coverage.x, (value) => Math.round(view.x(value / 1e7) * FINE));
  const y = Int32Array.from(coverage.y, (value) => Math.round(view.y(value / 1e7) * FINE));
  const keep = firstZooms({ count, offsets: coverage.offsets, x, y }, 0, tolerance * FINE);
  const cracks = cracksOf(coverage, own, { x, y, keep });
  const units = table.units.map((unit, row) => {
    if (table.geometry.kinds[row] !== GEOMETRY_KIND.polygon) return '';
    return (
      unitPath(own, row, coverage, { x, y, keep }, cracks, tolerance > TOLERANCE ? tolerance * FINE : 0) || dot(view.x(unit.center[0]), view.y(unit.center[1]))
    );
  });
  const lines = drawLines(coverage, table.level, parents, { x, y, keep }, cracks, edgeAt);
  // Those who stroke the units have its coast already.
  const isMore = ({ level, outer, edge }: BorderLine) => (outer ? edge !== null && edge !== 'coast' : level < table.level);
  return { units, lines: ownLines ? lines : lines.filter(isMore) };
}

const dot = (cx: number, cy: number) => `M${num(cx - 0.7)} ${num(cy)}a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0Z`;
const num = (value: number) => String(Math.round(value * 10) / 10);

/** Relative lines in tenths of a pixel: about half the bytes of absolute ones. */
class Pen {
  #d = '';
  #x = 0;
  #y = 0;
  move(x: number, y: number): void {
    this.#x = Math.round((x * 10) / FINE);
    this.#y = Math.round((y * 10) / FINE);
    this.#d += `M${this.#x / 10} ${this.#y / 10}`;
  }
  line(x: number, y: number): boolean {
    const nextX = Math.round((x * 10) / FINE);
    const nextY = Math.round((y * 10) / FINE);
    const dx = nextX - this.#x;
    const dy = nextY - this.#y;
    if (dx === 0 && dy === 0) return false;
    this.#d += `l${dx / 10}${dy < 0 ? '' : ' '}${dy / 10}`;
    this.#x = nextX;
    this.#y = nextY;
    return true;
  }
  close(): void {
    this.#d += 'Z';
  }
  get d(): string {
    return this.#d;
  }
}

interface DrawnPoints {
  x: Int32Array;
  y: Int32Array;
  keep: Uint8Array;
}

/** Pixels: a hole that is narrower shows nothing of what lies below, and two coasts. */
const NARROW = 0.5;
const isCrack = (ring: Uint32Array, cracks: Uint8Array) => ring.every((signed) => cracks[signed >>> 1] !== 0);

/** Arcs around cracks within one unit, as the joining of its parts leaves them: no lakes. */
function cracksOf({ left, right, offsets }: Coverage, { arcs, rings, polygons }: ArcPolygons, { x, y, keep }: DrawnPoints): Uint8Array {
  const cracks = new Uint8Array(offsets.length - 1);
  for (let polygon = 0; polygon < polygons.length - 1; polygon++)
    for (let ring = polygons[polygon]! + 1; ring < polygons[polygon + 1]!; ring++) {
      const own = arcs.subarray(rings[ring], rings[ring + 1]);
      // Where another unit lies in it, the hole is no fault.
      if (own.some((signed) => left[signed >>> 1]! >= 0 && right[signed >>> 1]! >= 0)) continue;
      let [area, length, px, py] = [0, 0, NaN, NaN];
      for (const signed of own) {
        const [arc, back] = [signed >>> 1, (signed & 1) === 1];
        const [first, last] = [offsets[arc]!, offsets[arc + 1]! - 1];
        for (let step = 0; step <= last - first; step++) {
          const v = back ? last - step : first + step;
          if (keep[v] === NEVER) continue;
          if (!Number.isNaN(px)) {
            area += px * y[v]! - x[v]! * py;
            length += Math.hypot(x[v]! - px, y[v]! - py);
          }
          [px, py] = [x[v]!, y[v]!];
        }
      }
      if (Math.abs(area) < NARROW * FINE * length) for (const signed of own) cracks[signed >>> 1] = 1;
    }
  return cracks;
}

/** @param speck rings that are smaller than this in both directions are left out where the unit has a larger one; in sixteenths of a pixel */
function unitPath(
  { arcs, rings, polygons, rows }: ArcPolygons,
  row: number,
  { offsets }: Coverage,
  { x, y, keep }: DrawnPoints,
  cracks: Uint8Array,
  speck: number,
): string {
  let path = '';
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    if (isCrack(arcs.subarray(rings[ring], rings[ring + 1]), cracks)) continue;
    const pen = new Pen();
    let corners = 0;
    let begun = false;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = rings[ring]!; i < rings[ring + 1]!; i++) {
      const arc = arcs[i]! >>> 1;
      const back = (arcs[i]! & 1) === 1;
      const first = offsets[arc]!;
      const last = offsets[arc + 1]! - 1;
      for (let step = 0; step <= last - first; step++) {
        const v = back ? last - step : first + step;
        if (keep[v] === NEVER) continue;
        [west, east, south, north] = [Math.min(west, x[v]!), Math.max(east, x[v]!), Math.min(south, y[v]!), Math.max(north, y[v]!)];
        if (!begun) {
          pen.move(x[v]!, y[v]!);
          begun = true;
        } else if (pen.line(x[v]!, y[v]!)) corners++;
      }
    }
    if (corners < 2 || (east - west < speck && north - south < speck)) continue;
    pen.close();
    path += pen.d;
  }
  return path;
}

function drawLines(
  { left, right, offsets, x: lons, y: lats }: Coverage,
  level: AdminLevel,
  parents: Map<AdminLevel, (string | null)[]>,
  { x, y, keep }: DrawnPoints,
  cracks: Uint8Array,
  edgeAt: EdgeAt | undefined,
): BorderLine[] {
  const uppers = [...parents.keys()].filter((each) => each < level).sort((a, b) => a - b);
  const pens = new Map<string, Omit<BorderLine, 'd'> & { pen: Pen }>();
  const penOf = (parted: AdminLevel, outer: boolean, edge: GroundLine | null): Pen => {
    const key = `${parted}${outer}${edge}`;
    let entry = pens.get(key);
    if (!entry) pens.set(key, (entry = { level: parted, outer, edge, pen: new Pen() }));
    return entry.pen;
  };
  for (let arc = 0; arc < left.length; arc++) {
    const [a, b] = [left[arc]!, right[arc]!];
    if (a === b || cracks[arc] !== 0) continue;
    const outer = a < 0 || b < 0;
    const parted = outer ? 0 : (uppers.find((each) => parents.get(each)![a] !== parents.get(each)![b]) ?? level);
    const first = offsets[arc]!;
    const end = offsets[arc + 1]! - first - 1;
    const runs = outer && edgeAt ? runsOf(end + 1, (i) => [lons[first + i]! / 1e7, lats[first + i]! / 1e7], edgeAt) : [{ kind: null, end }];
    let start = 0;
    for (const run of runs) {
      const pen = penOf(parted, outer, run.kind);
      pen.move(x[first + start]!, y[first + start]!);
      // Where the kind changes both lines end, whether the point is kept or not.
      for (let i = start + 1; i <= run.end; i++) if (i === run.end || keep[first + i] !== NEVER) pen.line(x[first + i]!, y[first + i]!);
      start = run.end;
    }
  }
  return [...pens.values()]
    .map(({ level: each, outer, edge, pen }) => ({ level: each, outer, edge, d: pen.d }))
    .sort((a, b) => b.level - a.level || Number(a.outer) - Number(b.outer));
}
