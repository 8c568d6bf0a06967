/**
 * The edges of two versions on one grid, each once, with the units of both versions on its two sides. Where both versions draw the same line
 * it is one edge; what only one of them draws has moved.
 */
import type { GeometryColumn } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import { VertexTable } from '../../geometry/overlay/edges.ts';
import { Work } from '../../geometry/work.ts';

/** Degrees × 10^7, 1.1 cm: float noise and rounding to seven digits stay below it. */
export const CHANGE_GRID = 1e7;

/** Edges of one vertex that are looked through before that is counted. */
const CROWD = 16;

/** Of each edge, from its lower vertex to its higher: old unit on the left, on the right, new unit on the left, on the right; −1 none. */
export class LabelledEdges {
  lo: Int32Array;
  hi: Int32Array;
  labels: Int32Array;
  count = 0;
  /** Number + 1 of the first edge of each lower vertex, and of the next edge of the same vertex; 0 ends. Memory that is never reached costs nothing. */
  #next: Int32Array;
  #first: Int32Array;
  readonly #work: Work;

  constructor(expected: number, vertices: number) {
    const size = Math.max(16, expected);
    this.lo = new Int32Array(size);
    this.hi = new Int32Array(size);
    this.labels = new Int32Array(4 * size);
    this.#next = new Int32Array(size);
    this.#first = new Int32Array(Math.max(16, vertices));
    this.#work = new Work('Comparing the borders of two versions', size, 64);
  }

  /** Adds what is known of the edge from one vertex to another; sides as seen on that way. @returns its number */
  add(from: number, to: number, oldLeft: number, oldRight: number, newLeft: number, newRight: number): number {
    const lo = Math.min(from, to);
    const hi = Math.max(from, to);
    if (hi >= this.#first.length) this.#first = widen(this.#first, hi + 1);
    let edge = this.#first[lo]! - 1;
    let steps = 0;
    for (; edge >= 0 && this.hi[edge] !== hi; steps++) edge = this.#next[edge]! - 1;
    if (steps > CROWD) this.#work.spend(steps);
    if (edge < 0) edge = this.#append(lo, hi);
    const turned = from === lo ? 0 : 1;
    this.#note(4 * edge + turned, oldLeft);
    this.#note(4 * edge + 1 - turned, oldRight);
    this.#note(4 * edge + 2 + turned, newLeft);
    this.#note(4 * edge + 3 - turned, newRight);
    return edge;
  }

  /** Does the old version (0) or the new one (1) draw the edge? */
  isDrawn(edge: number, version: 0 | 1): boolean {
    const at = 4 * edge + 2 * version;
    return this.labels[at]! >= 0 || this.labels[at + 1]! >= 0;
  }

  /** Drawn by one version only, or with one side open in either: only such edges can cross others. */
  isLoose(edge: number): boolean {
    for (const at of [4 * edge, 4 * edge + 2]) if (this.labels[at]! < 0 || this.labels[at + 1]! < 0) return true;
    return false;
  }

  /** Is it drawn by any version? */
  isAlive(edge: number): boolean {
    const at = 4 * edge;
    return this.labels[at]! >= 0 || this.labels[at + 1]! >= 0 || this.labels[at + 2]! >= 0 || this.labels[at + 3]! >= 0;
  }

  /** Nobody draws it any more. Its number stays. */
  kill(edge: number): void {
    this.labels.fill(-1, 4 * edge, 4 * edge + 4);
  }

  /** Borders between two units each, both of the old version or both of the new one. */
  areOfOneVersion(edge: number, other: number): boolean {
    const version = this.#versionOf(edge);
    return version !== 0 && version === this.#versionOf(other);
  }

  /** 1 old, 2 new, of an edge that one version draws between two units; else 0. */
  #versionOf(edge: number): number {
    const [old, now] = [this.isDrawn(edge, 0), this.isDrawn(edge, 1)];
    if (old === now) return 0;
    const at = 4 * edge + (old ? 0 : 2);
    return this.labels[at]! >= 0 && this.labels[at + 1]! >= 0 ? (old ? 1 : 2) : 0;
  }

  #append(lo: number, hi: number): number {
    if (this.count === this.lo.length) {
      const size = 2 * this.count;
      this.lo = widen(this.lo, size);
      this.hi = widen(this.hi, size);
      this.labels = widen(this.labels, 4 * size);
      this.#next = widen(this.#next, size);
    }
    const edge = this.count++;
    this.lo[edge] = lo;
    this.hi[edge] = hi;
    this.kill(edge);
    this.#next[edge] = this.#first[lo]!;
    this.#first[lo] = edge + 1;
    return edge;
  }

  /** Where units of one version overlap, the first of them counts. */
  #note(at: number, row: number): void {
    if (row >= 0 && (this.labels[at]! < 0 || row < this.labels[at]!)) this.labels[at] = row;
  }
}

function widen(array: Int32Array, size: number): Int32Array {
  const wide = new Int32Array(Math.max(size, 2 * array.length));
  wide.set(array);
  return wide;
}

/** New row of each old row that has the same outline, vertex by vertex on the grid and in the same order; −1 without. */
export function findSame(before: GeometryColumn, after: GeometryColumn): Int32Array {
  const same = new Int32Array(before.kinds.length).fill(-1);
  const keyOf = (column: GeometryColumn, row: number): string | null => {
    if (column.kinds[row] !== GEOMETRY_KIND.polygon || column.rows[row] === column.rows[row + 1]) return null;
    const start = column.rings[column.polygons[column.rows[row]!]!]!;
    const end = column.rings[column.polygons[column.rows[row + 1]!]!]!;
    const middle = (start + end) >> 1;
    const at = (v: number) => `${Math.round(column.coords[2 * v]! * CHANGE_GRID)},${Math.round(column.coords[2 * v + 1]! * CHANGE_GRID)}`;
    return end > start ? `${end - start};${at(start)};${at(middle)}` : null;
  };
  const rows = new Map<string, number[]>();
  for (let row = 0; row < after.kinds.length; row++) {
    const key = keyOf(after, row);
    if (key === null) continue;
    const known = rows.get(key);
    if (known) known.push(row);
    else rows.set(key, [row]);
  }
  for (let row = 0; row < before.kinds.length; row++) {
    const key = keyOf(before, row);
    const candidates = key === null ? undefined : rows.get(key);
    const found = candidates?.findIndex((other) => isSameOutline(before, row, after, other)) ?? -1;
    if (found >= 0) same[row] = candidates!.splice(found, 1)[0]!;
  }
  return same;
}

function isSameOutline(a: GeometryColumn, rowA: number, b: GeometryColumn, rowB: number): boolean {
  const firstA = a.polygons[a.rows[rowA]!]!;
  const firstB = b.polygons[b.rows[rowB]!]!;
  const rings = a.polygons[a.rows[rowA + 1]!]! - firstA;
  if (b.polygons[b.rows[rowB + 1]!]! - firstB !== rings) return false;
  const startA = a.rings[firstA]!;
  const startB = b.rings[firstB]!;
  for (let ring = 0; ring <= rings; ring++) if (a.rings[firstA + ring]! - startA !== b.rings[firstB + ring]! - startB) return false;
  const length = 2 * (a.rings[firstA + rings]! - startA);
  for (let i = 0; i < length; i++) {
    if (Math.round(a.coords[2 * startA + i]! * CHANGE_GRID) !== Math.round(b.coords[2 * startB + i]! * CHANGE_GRID)) return false;
  }
  return true;
}

/** Edges of all rows that are not left out, of both versions. Rings are wound as RFC 7946 says: the interior is on the left. */
export function labelEdges(
  before: GeometryColumn,
  after: GeometryColumn,
  leftOut: { before: (row: number) => boolean; after: (row: number) => boolean },
): { vertices: VertexTable; edges: LabelledEdges } {
  const expected = countVertices(before, leftOut.before) + countVertices(after, leftOut.after);
  const vertices = new VertexTable(expected);
  const edges = new LabelledEdges(expected, expected);
  addColumn(before, leftOut.before, vertices, (from, to, row) => edges.add(from, to, row, -1, -1, -1));
  addColumn(after, leftOut.after, vertices, (from, to, row) => edges.add(from, to, -1, -1, row, -1));
  return { vertices, edges };
}

function countVertices({ kinds, rows, polygons, rings }: GeometryColumn, isLeftOut: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < kinds.length; row++) if (!isLeftOut(row)) count += rings[polygons[rows[row + 1]!]!]! - rings[polygons[rows[row]!]!]!;
  return count;
}

function addColumn(
  { kinds, coords, rings, polygons, rows }: GeometryColumn,
  isLeftOut: (row: number) => boolean,
  vertices: VertexTable,
  add: (from: number, to: number, row: number) => void,
): void {
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.polygon || isLeftOut(row)) continue;
    for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
      let from = -1;
      for (let v = rings[ring]!; v < rings[ring + 1]!; v++) {
        const x = Math.round(coords[2 * v]! * CHANGE_GRID);
        const y = Math.round(coords[2 * v + 1]! * CHANGE_GRID);
        if (!Number.isFinite(x + y)) {
          from = -1;
          continue;
        }
        const to = vertices.add(x, y);
        if (from >= 0 && from !== to) add(from, to, row);
        from = to;
      }
    }
  }
}
