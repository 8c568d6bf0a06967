/**
 * What is published is valid. Rounding to the grid of 10^-7 degrees can make an outline touch or cross itself, dissolving units that overlap
 * gives parts that overlap, and an upload may hold invalid outlines to begin with. Such rows are made valid on the grid, and each is told.
 */
import Flatbush from 'flatbush';
import type { FeatureTable, GeometryColumn } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { FlatPolygons, Geos } from '../../geometry/overlay/geos.ts';
import { equalAreaKm2 } from '../../geometry/ring.ts';
import { Work } from '../../geometry/work.ts';
import { crossingsOf } from './crossings.ts';

/** 1.1 cm, the grid of the coverage and of every published file. */
const STEP = 1e-7;
const CELLS = 1e7;
/** A mended border gives its neighbours new vertices, which may ask for another round; in the last ones each row is made valid for itself. */
const ROUNDS = 4;
const LAST_ROUNDS = 4;
/** A vertex nearer to an edge than half the diagonal of a cell was rounded off it. */
const ON_EDGE = Math.SQRT1_2 + 0.01;

/** Crossings that are mended in one level, some seconds of work. A real layer has hundreds; a scribble of 2,000 vertices has 460,000. */
const CROSSINGS = 20_000;
/** New vertices near an edge, for each vertex of the level. */
const NEAR_EDGES = 2000;

/** A row whose outline was not valid on the grid. */
export interface MendedRow {
  row: number;
  /** GEOS's words for the first fault. */
  reason: string;
  at: [lon: number, lat: number] | null;
  beforeKm2: number;
  afterKm2: number;
}

/**
 * The same rows with valid outlines on the grid; the borders of their neighbours get the vertices that the mended ones got. An outline that
 * crosses itself more often than a level may is left as it is: the checks find it, in the upload and in what is published.
 */
export function mendOutlines(table: FeatureTable, geos: Geos): { geometry: GeometryColumn; mended: MendedRow[] } {
  let geometry = onGrid(table.geometry);
  const mended = new Map<number, MendedRow>();
  let suspects = [...geometry.kinds.keys()].filter((row) => isDrawn(geometry, row));
  let crossings = CROSSINGS;
  const work = new Work('Making outlines valid', geometry.coords.length / 2, NEAR_EDGES);
  for (let round = 0; round < ROUNDS + LAST_ROUNDS && suspects.length > 0; round++) {
    const before = { ...table, geometry };
    const valid = new Map<number, FlatPolygons>();
    for (const row of suspects) {
      const fault = geos.validity(before, row);
      if (!fault) continue;
      const own = crossingsOf(geometry, row, crossings);
      if (own > crossings) continue;
      crossings -= own;
      const polygons = geos.snapped(before, row, STEP);
      valid.set(
        row,
        polygons.map((rings) => rings.map(toGrid)).filter((rings) => rings.length > 0),
      );
      if (!mended.has(row)) mended.set(row, { row, ...fault, beforeKm2: equalAreaKm2(geometry, row), afterKm2: 0 });
    }
    if (valid.size === 0) break;
    const nodes = round < ROUNDS ? newEnds(geometry, valid) : [];
    geometry = replaceRows(geometry, valid);
    const touched = insertNodes(geometry, nodes, valid, work);
    geometry = replaceRows(geometry, touched);
    suspects = [...new Set([...valid.keys(), ...touched.keys()])].sort((a, b) => a - b);
  }
  const told = [...mended.values()].map((one) => ({ ...one, afterKm2: equalAreaKm2(geometry, one.row) }));
  return { geometry, mended: told.sort((a, b) => a.row - b.row) };
}

/** Lines and points of an upload are no outlines; checks tell of them. */
const isDrawn = ({ kinds, rows }: GeometryColumn, row: number): boolean => kinds[row] === GEOMETRY_KIND.polygon && rows[row]! < rows[row + 1]!;

/** All vertices on the grid, without those that repeat the one before and without rings that are no area any more. */
function onGrid(geometry: GeometryColumn): GeometryColumn {
  const { coords, rings, kinds } = geometry;
  const isOn = coords.every((value) => Math.round(value * CELLS) / CELLS === value);
  if (isOn && !repeats(coords, rings)) return geometry;
  const all = new Map<number, FlatPolygons>();
  for (const row of kinds.keys())
    if (isDrawn(geometry, row)) {
      const polygons = polygonsOf(geometry, row).map((parts) => {
        const kept = parts.map((ring) => withoutRepeats(toGrid(ring)));
        return kept[0]!.length < 8 ? [] : kept.filter((ring) => ring.length >= 8);
      });
      all.set(
        row,
        polygons.filter((parts) => parts.length > 0),
      );
    }
  return replaceRows(geometry, all);
}

const toGrid = (ring: Float64Array): Float64Array => ring.map((value) => Math.round(value * CELLS) / CELLS);

function repeats(coords: Float64Array, rings: Uint32Array): boolean {
  for (let ring = 0; ring + 1 < rings.length; ring++)
    for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) if (coords[2 * v] === coords[2 * v - 2] && coords[2 * v + 1] === coords[2 * v - 1]) return true;
  return false;
}

function withoutRepeats(ring: Float64Array): Float64Array {
  const kept: number[] = [];
  for (let i = 0; i < ring.length; i += 2) if (i === 0 || ring[i] !== kept.at(-2) || ring[i + 1] !== kept.at(-1)) kept.push(ring[i]!, ring[i + 1]!);
  return kept.length === ring.length ? ring : Float64Array.from(kept);
}

function polygonsOf({ coords, rings, polygons, rows }: GeometryColumn, row: number): FlatPolygons {
  return Array.from({ length: rows[row + 1]! - rows[row]! }, (_, p) => {
    const [first, last] = [polygons[rows[row]! + p]!, polygons[rows[row]! + p + 1]!];
    return Array.from({ length: last - first }, (__, r) => coords.slice(2 * rings[first + r]!, 2 * rings[first + r + 1]!));
  });
}

/** Shells counter-clockwise, holes clockwise (RFC 7946): GEOS hands them out the other way round. */
function wound(ring: Float64Array, isShell: boolean): Float64Array {
  let sum = 0;
  for (let i = 2; i < ring.length; i += 2) sum += (ring[i - 2]! - ring[0]!) * (ring[i + 1]! - ring[1]!) - (ring[i]! - ring[0]!) * (ring[i - 1]! - ring[1]!);
  if (sum > 0 === isShell) return ring;
  const turned = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) turned.set([ring[ring.length - 2 - i]!, ring[ring.length - 1 - i]!], i);
  return turned;
}

/** The column with some of its rows replaced. */
function replaceRows(geometry: GeometryColumn, replaced: Map<number, FlatPolygons>): GeometryColumn {
  if (replaced.size === 0) return geometry;
  const { kinds, coords, rings, polygons, rows } = geometry;
  const out: { coords: Float64Array[]; rings: number[]; polygons: number[]; rows: number[] } = { coords: [], rings: [0], polygons: [0], rows: [0] };
  let vertices = 0;
  const ring = (part: Float64Array) => {
    out.coords.push(part);
    vertices += part.length / 2;
    out.rings.push(vertices);
  };
  for (let row = 0; row < kinds.length; row++) {
    const own = replaced.get(row);
    if (own)
      for (const parts of own) {
        parts.forEach((part, at) => ring(wound(part, at === 0)));
        out.polygons.push(out.rings.length - 1);
      }
    else
      for (let p = rows[row]!; p < rows[row + 1]!; p++) {
        for (let r = polygons[p]!; r < polygons[p + 1]!; r++) ring(coords.subarray(2 * rings[r]!, 2 * rings[r + 1]!));
        out.polygons.push(out.rings.length - 1);
      }
    out.rows.push(out.polygons.length - 1);
  }
  const joined = new Float64Array(2 * vertices);
  let at = 0;
  for (const part of out.coords) {
    joined.set(part, at);
    at += part.length;
  }
  return {
    kinds: Uint8Array.from(kinds, (kind, row) => (replaced.has(row) && out.rows[row] === out.rows[row + 1] ? GEOMETRY_KIND.none : kind)),
    coords: joined,
    rings: Uint32Array.from(out.rings),
    polygons: Uint32Array.from(out.polygons),
    rows: Uint32Array.from(out.rows),
  };
}

const edgeKey = (ring: Float64Array, i: number): string => {
  const [a, b] = [`${ring[i]} ${ring[i + 1]}`, `${ring[i + 2]} ${ring[i + 3]}`];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
};

/** Ends of edges that the mended rows did not have before: x, y in degrees. */
function newEnds(before: GeometryColumn, valid: Map<number, FlatPolygons>): [number, number][] {
  const ends = new Map<string, [number, number]>();
  for (const [row, polygons] of valid) {
    const known = new Set<string>();
    for (const ring of polygonsOf(before, row).flat()) for (let i = 0; i + 3 < ring.length; i += 2) known.add(edgeKey(ring, i));
    for (const ring of polygons.flat())
      for (let i = 0; i + 3 < ring.length; i += 2) {
        if (known.has(edgeKey(ring, i))) continue;
        for (const at of [i, i + 2]) ends.set(`${ring[at]} ${ring[at + 1]}`, [ring[at]!, ring[at + 1]!]);
      }
  }
  return [...ends.values()];
}

/** The rows that get vertices where a mended border has one and theirs runs past it, so that both stay one line. */
function insertNodes(geometry: GeometryColumn, nodes: [number, number][], valid: Map<number, FlatPolygons>, work: Work): Map<number, FlatPolygons> {
  const touched = new Map<number, FlatPolygons>();
  if (nodes.length === 0) return touched;
  const index = new Flatbush(nodes.length);
  for (const [x, y] of nodes) index.add(x, y, x, y);
  index.finish();
  for (let row = 0; row < geometry.kinds.length; row++) {
    if (valid.has(row) || !isDrawn(geometry, row)) continue;
    const polygons = polygonsOf(geometry, row);
    if (!polygons.some(([shell]) => index.search(...boxOf(shell!)).length > 0)) continue;
    let isTouched = false;
    const noded = polygons.map((rings) =>
      rings.map((ring) => {
        const more = withNodes(ring, nodes, index, work);
        isTouched ||= more.length > ring.length;
        return more;
      }),
    );
    if (isTouched) touched.set(row, noded);
  }
  return touched;
}

function boxOf(ring: Float64Array): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    box[0] = Math.min(box[0], ring[i]! - STEP);
    box[1] = Math.min(box[1], ring[i + 1]! - STEP);
    box[2] = Math.max(box[2], ring[i]! + STEP);
    box[3] = Math.max(box[3], ring[i + 1]! + STEP);
  }
  return box;
}

function withNodes(ring: Float64Array, nodes: [number, number][], index: Flatbush, work: Work): Float64Array {
  const out: number[] = [];
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[i + 2]!, ring[i + 3]!];
    out.push(ax, ay);
    const near = index.search(Math.min(ax, bx) - STEP, Math.min(ay, by) - STEP, Math.max(ax, bx) + STEP, Math.max(ay, by) + STEP);
    work.spend(near.length);
    const found = near.flatMap((at) => onEdge(nodes[at]!, ax, ay, bx, by)).sort((p, q) => p.t - q.t);
    for (const { node } of found) out.push(...node);
  }
  out.push(ring.at(-2)!, ring.at(-1)!);
  return Float64Array.from(out);
}

function onEdge(node: [number, number], ax: number, ay: number, bx: number, by: number): { node: [number, number]; t: number }[] {
  const [px, py] = [(node[0] - ax) * CELLS, (node[1] - ay) * CELLS];
  const [dx, dy] = [(bx - ax) * CELLS, (by - ay) * CELLS];
  const square = dx * dx + dy * dy;
  const t = (px * dx + py * dy) / square;
  const isEnd = (node[0] === ax && node[1] === ay) || (node[0] === bx && node[1] === by);
  return !isEnd && t > 0 && t < 1 && Math.hypot(px - t * dx, py - t * dy) <= ON_EDGE ? [{ node, t }] : [];
}
