/**
 * Outlines as vertex numbers on a grid of 10^-8 degrees (1.1 mm), the grid of the topology checks. Everything that a repair decides
 * is decided on whole numbers; coordinates are looked up again when outlines are written, so a vertex that stays keeps its bytes.
 */
import type { GeometryColumn } from '../../../contract/admin.ts';
import type { EdgeSet } from '../../../geometry/overlay/edges.ts';
import { GRID, VertexTable } from '../../../geometry/overlay/edges.ts';

/** Rings of the rows in play. Ring k owns `ids[starts[k] … starts[k + 1]]`, without the closing vertex and without one twice in a row. */
export interface GridRings {
  count: number;
  /** Row, polygon and ring of the geometry column that ring k is. */
  row: Int32Array;
  polygon: Int32Array;
  ring: Int32Array;
  starts: Int32Array;
  ids: Int32Array;
  /** Vertex of the geometry column that each entry of `ids` is. */
  source: Int32Array;
}

/** Lines of rows that are not in play, as far as they bound what is: `ends` holds from, to (interior on the left), …; `rows` whose they are. */
export interface OtherLines {
  ends: Int32Array;
  rows: Int32Array;
}

export interface Ground {
  vertices: VertexTable;
  /** Vertices before this number were drawn; noding makes more. */
  drawn: number;
  rings: GridRings;
  others: OtherLines;
}

/** Reads the rings of the rows in play and the free lines of the others; vertices nearer than rounding are one afterwards. */
export function collectGround(geometry: GeometryColumn, edges: EdgeSet, inPlay: Uint8Array): Ground {
  const vertices = new VertexTable(1 << 12);
  const rings = collectRings(geometry, inPlay, vertices);
  const others = collectOthers(edges, inPlay, vertices);
  const welded = weld(vertices);
  compact(rings, welded);
  for (let i = 0; i < others.ends.length; i++) others.ends[i] = welded[others.ends[i]!]!;
  return { vertices, drawn: vertices.count, rings, others };
}

function collectRings({ kinds, coords, rings, polygons, rows }: GeometryColumn, inPlay: Uint8Array, vertices: VertexTable): GridRings {
  let ringCount = 0;
  let vertexCount = 0;
  const each = (visit: (row: number, polygon: number, ring: number) => void) => {
    for (let row = 0; row < kinds.length; row++) {
      if (!inPlay[row] || kinds[row] !== 3) continue;
      for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++)
        for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++) visit(row, polygon, ring);
    }
  };
  each((_row, _polygon, ring) => {
    ringCount += 1;
    vertexCount += rings[ring + 1]! - rings[ring]!;
  });
  const result: GridRings = {
    count: ringCount,
    row: new Int32Array(ringCount),
    polygon: new Int32Array(ringCount),
    ring: new Int32Array(ringCount),
    starts: new Int32Array(ringCount + 1),
    ids: new Int32Array(vertexCount),
    source: new Int32Array(vertexCount),
  };
  let k = 0;
  let at = 0;
  each((row, polygon, ring) => {
    result.row[k] = row;
    result.polygon[k] = polygon;
    result.ring[k] = ring;
    for (let v = rings[ring]!; v < rings[ring + 1]! - 1; v++) {
      result.ids[at] = vertices.add(Math.round(coords[2 * v]! * GRID), Math.round(coords[2 * v + 1]! * GRID));
      result.source[at++] = v;
    }
    result.starts[++k] = at;
  });
  return result;
}

/** Lines between two rows out of play cancel; what is left closes the ground that they cover. */
function collectOthers({ x, y, lo, hi, left, right, balance, count }: EdgeSet, inPlay: Uint8Array, vertices: VertexTable): OtherLines {
  const ends: number[] = [];
  const rows: number[] = [];
  const add = (from: number, to: number, row: number) => {
    ends.push(vertices.add(x[from]!, y[from]!), vertices.add(x[to]!, y[to]!));
    rows.push(row);
  };
  for (let e = 0; e < count; e++) {
    const l = left[e]! >= 0 && !inPlay[left[e]!] ? left[e]! : -1;
    const r = right[e]! >= 0 && !inPlay[right[e]!] ? right[e]! : -1;
    const [a, b] = [lo[e]!, hi[e]!];
    if (l >= 0 && r >= 0) {
      // Several rows on one side: all lie on each other there, and their surplus is kept.
      for (let n = balance[e]!; n > 0; n--) add(a, b, l);
      for (let n = balance[e]!; n < 0; n++) add(b, a, r);
    } else if (l >= 0) for (let n = Math.max(1, Math.abs(balance[e]!)); n > 0; n--) add(a, b, l);
    else if (r >= 0) for (let n = Math.max(1, Math.abs(balance[e]!)); n > 0; n--) add(b, a, r);
  }
  return { ends: Int32Array.from(ends), rows: Int32Array.from(rows) };
}

/**
 * One vertex for those that touch on the grid, so for what rounding has torn apart: at most 1.6 mm. A drawn vertex (before `drawn`)
 * stands for one that noding made, else the least of them (x, then y), whatever the order of rows. `up` says who stands for whom already.
 */
export function weld(vertices: VertexTable, drawn = Infinity, up?: Int32Array): Int32Array {
  const { x, y, count } = vertices;
  const to = Int32Array.from({ length: count }, (_, v) => (up && v < up.length ? up[v]! : v));
  const root = (v: number) => {
    let at = v;
    while (to[at] !== at) at = to[at] = to[to[at]!]!;
    return at;
  };
  // Those before `known` were joined with each other already; a new one is next to any of eight.
  const known = up?.length ?? 0;
  const crowd = crowdOf(vertices);
  for (let v = known; v < count; v++) {
    if (isAlone(crowd, x[v]!, y[v]!)) continue;
    for (let k = known > 0 ? 0 : NEXT.length / 2; k < NEXT.length; k += 2) {
      const w = vertices.find(x[v]! + NEXT[k]!, y[v]! + NEXT[k + 1]!);
      if (w < 0) continue;
      const p = root(v);
      const q = root(w);
      if (p === q) continue;
      const first = p < drawn === q < drawn ? x[p]! < x[q]! || (x[p] === x[q] && y[p]! < y[q]!) : p < drawn;
      if (first) to[q] = p;
      else to[p] = q;
    }
  }
  for (let v = 0; v < count; v++) to[v] = root(v);
  return to;
}

/** Side of a square in which nearly every vertex is alone, in grid steps. */
const SQUARE = 64;

/** How many vertices (2 stands for more) fall on each number that a square is mixed into: at least as many as are in the square. */
function crowdOf({ x, y, count }: VertexTable): Uint8Array {
  const crowd = new Uint8Array(1 << Math.max(8, Math.ceil(Math.log2(4 * count + 1))));
  for (let v = 0; v < count; v++) {
    const at = squareOf(x[v]!, y[v]!) & (crowd.length - 1);
    if (crowd[at]! < 2) crowd[at]! += 1;
  }
  return crowd;
}

/** Certainly none other within a step: alone in its square, and not at its edge. */
function isAlone(crowd: Uint8Array, x: number, y: number): boolean {
  const [dx, dy] = [x - SQUARE * Math.floor(x / SQUARE), y - SQUARE * Math.floor(y / SQUARE)];
  return dx > 0 && dx < SQUARE - 1 && dy > 0 && dy < SQUARE - 1 && crowd[squareOf(x, y) & (crowd.length - 1)] === 1;
}

function squareOf(x: number, y: number): number {
  const h = Math.imul(Math.floor(x / SQUARE), 0x9e37_79b1) ^ Math.imul(Math.floor(y / SQUARE), 0x85eb_ca77);
  return Math.imul(h ^ (h >>> 15), 0x2c1b_3c6d) >>> 7;
}

/** Follows welds that noding has made since. */
export function reweld({ rings, others }: Ground, welded: Int32Array): void {
  compact(rings, welded);
  for (let i = 0; i < others.ends.length; i++) others.ends[i] = welded[others.ends[i]!]!;
}

/** Steps to the vertices around one; the second half, for all vertices, meets each two once. */
const NEXT = Int8Array.of(-1, 1, -1, 0, -1, -1, 0, -1, 1, -1, 1, 0, 1, 1, 0, 1);

/** Numbers vertices by their weld and drops those that repeat the one before. */
function compact(rings: GridRings, welded: Int32Array): void {
  const { starts, ids, source } = rings;
  let at = 0;
  let start = 0;
  for (let k = 0; k < rings.count; k++) {
    const end = starts[k + 1]!;
    const first = at;
    for (let i = start; i < end; i++) {
      const id = welded[ids[i]!]!;
      if (at > first && ids[at - 1] === id) continue;
      ids[at] = id;
      source[at++] = source[i]!;
    }
    while (at > first + 1 && ids[at - 1] === ids[first]) at--;
    start = end;
    starts[k + 1] = at;
  }
  rings.ids = ids.subarray(0, at);
  rings.source = source.subarray(0, at);
}
