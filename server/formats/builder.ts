/** Growing flat arrays: what every decoder writes to. No object for a vertex, a ring or a row. */
import type { ExtraColumn, GeometryColumn } from '../contract/admin.ts';
import { GEOMETRY_KIND } from '../contract/admin.ts';
import type { Finding } from '../contract/finding.ts';
import { GrowingUint32 } from '../geometry/growing.ts';
import { makeFinding } from '../words/findings.ts';
import type { Limits } from './limits.ts';
import { assertCount } from './limits.ts';

export type GeometryKind = (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND];

/**
 * Builds a GeometryColumn front to back: vertices, then `endRing`, then `endPolygon`, then `endRow`.
 * Rings of polygons are closed here when the source leaves them open (`closedRings` counts them).
 * What is written so far is open to a decoder that must go back to it, or whose hot loop cannot afford a call for each vertex.
 */
export class GeometryWriter {
  /** Rings that were open in the source and have been closed. */
  closedRings = 0;
  /** Numbers x, y, x, y, …, the first `vertices` pairs of which are written. */
  coords: Float64Array<ArrayBuffer>;
  vertices = 0;
  /** Offsets as in GeometryColumn: a 0, then the end of each. */
  readonly rings = new GrowingUint32();
  readonly polygons = new GrowingUint32();
  readonly rows = new GrowingUint32();
  #kinds = new Uint8Array(1 << 8);
  readonly #what: string;
  readonly #limits: Pick<Limits, 'rows' | 'vertices'>;

  /** `capacity`: vertices that are expected; a wrong guess only costs a copy. */
  constructor(what: string, limits: Pick<Limits, 'rows' | 'vertices'>, capacity = 1 << 11) {
    this.#what = what;
    this.#limits = limits;
    this.coords = new Float64Array(2 * capacity);
    this.rings.push(0);
    this.polygons.push(0);
    this.rows.push(0);
  }

  get rowCount(): number {
    return this.rows.length - 1;
  }

  vertex(x: number, y: number): void {
    const at = 2 * this.vertices;
    if (at + 2 > this.coords.length) this.reserve(1);
    this.coords[at] = x;
    this.coords[at + 1] = y;
    this.vertices++;
  }

  /** Takes out vertex `at` where it is the same as the one before it, as the first of a curve that goes on. */
  dropIfRepeated(at: number): void {
    const { coords } = this;
    if (at === 0 || at >= this.vertices || coords[2 * at] !== coords[2 * at - 2] || coords[2 * at + 1] !== coords[2 * at - 1]) return;
    coords.copyWithin(2 * at, 2 * at + 2, 2 * this.vertices);
    this.vertices--;
  }

  /** Makes room for `vertices` more; call it only for counts already checked against the bytes that are there. */
  reserve(vertices: number): void {
    const needed = 2 * (this.vertices + vertices);
    if (needed <= this.coords.length) return;
    assertCount(this.#what, 'vertices', needed / 2, this.#limits);
    this.#resize(Math.max(needed, 2 * this.coords.length));
  }

  /** Room for as many vertices as the file can hold, where that is within the limit; whether it is over is seen as vertices come. */
  reserveUpTo(vertices: number): void {
    this.reserve(Math.min(Math.ceil(vertices), this.#limits.vertices));
  }

  /** Room for at least one more where `capacity` was guessed well: half as much again, and not counted against the limit. */
  grow(): void {
    this.#resize(2 * Math.ceil(0.75 * this.coords.length));
  }

  #resize(numbers: number): void {
    // `transfer` frees the old bytes at once; waiting for the collector would hold both.
    this.coords = new Float64Array(this.coords.buffer.transfer(8 * numbers));
  }

  /** Copies vertices `from … to` of a list of x, y pairs, backwards when `to < from` (then from-1 down to `to`). */
  copy(pairs: Float64Array, from: number, to: number): void {
    this.reserve(Math.abs(to - from));
    let at = 2 * this.vertices;
    this.vertices += Math.abs(to - from);
    if (to >= from) {
      this.coords.set(pairs.subarray(2 * from, 2 * to), at);
      return;
    }
    for (let v = from - 1; v >= to; v--) {
      this.coords[at++] = pairs[2 * v]!;
      this.coords[at++] = pairs[2 * v + 1]!;
    }
  }

  /** Appends x, y pairs as they lie in a file: little-endian doubles, the order of every platform that Node runs on. */
  copyBytes(bytes: Uint8Array): void {
    this.reserve(bytes.length / 16);
    new Uint8Array(this.coords.buffer, 16 * this.vertices, bytes.length).set(bytes);
    this.vertices += bytes.length / 16;
  }

  /** Ends the ring that holds the vertices since the last one; `close` for rings of polygons. An empty ring is not kept. */
  endRing(close: boolean): void {
    const start = this.rings.last;
    if (this.vertices === start) return;
    if (close) {
      const x = this.coords[2 * start]!;
      const y = this.coords[2 * start + 1]!;
      const last = 2 * this.vertices - 2;
      // Number.isFinite: a ring of NaN never equals itself and is dealt with as a whole later.
      if (Number.isFinite(x) && Number.isFinite(y) && (x !== this.coords[last] || y !== this.coords[last + 1])) {
        this.vertex(x, y);
        this.closedRings++;
      }
    }
    this.rings.push(this.vertices);
  }

  /** Ends the polygon (or line, or point) of the rings since the last one. Without rings there is no polygon. */
  endPolygon(): void {
    const rings = this.rings.length - 1;
    if (rings > this.polygons.last) this.polygons.push(rings);
  }

  endRow(kind: GeometryKind): void {
    const row = this.rowCount;
    if (row === this.#kinds.length) {
      assertCount(this.#what, 'rows', row + 1, this.#limits);
      const grown = new Uint8Array(2 * row);
      grown.set(this.#kinds);
      this.#kinds = grown;
    }
    this.#kinds[row] = kind;
    this.rows.push(this.polygons.length - 1);
  }

  /** Takes back whatever the present row has so far. */
  dropRow(): void {
    this.polygons.length = this.rows.last + 1;
    this.rings.length = this.polygons.last + 1;
    this.vertices = this.rings.last;
  }

  /** What was changed on the way in. */
  findings(layer: string): Finding[] {
    return this.closedRings ? [makeFinding('read.ringClosed', 'info', null, [], { layer }, this.closedRings)] : [];
  }

  /** Ends the writing: the writer is empty of its arrays afterwards. */
  finish(): GeometryColumn {
    const used = 2 * this.vertices;
    return {
      kinds: this.#kinds.slice(0, this.rowCount),
      // A little room at the end is left where it is: giving it back may copy everything.
      coords: used > 0.875 * this.coords.length ? this.coords.subarray(0, used) : new Float64Array(this.coords.buffer.transfer(8 * used)),
      rings: this.rings.finish(),
      polygons: this.polygons.finish(),
      rows: this.rows.finish(),
    };
  }
}

export type Cell = string | number | boolean | null;

/** Attribute columns of rows that come with their own keys (JSON, KML). Columns keep the order in which they are first met. */
export class ColumnsBuilder {
  readonly #columns = new Map<string, Cell[]>();
  readonly #what: string;
  readonly #limits: Limits;

  constructor(what: string, limits: Limits) {
    this.#what = what;
    this.#limits = limits;
  }

  has(name: string): boolean {
    return this.#columns.has(name);
  }

  set(row: number, name: string, value: unknown): void {
    let column = this.#columns.get(name);
    if (!column) {
      assertCount(this.#what, 'columns', this.#columns.size + 1, this.#limits);
      this.#columns.set(name, (column = []));
    }
    assertCount(this.#what, 'cells', row * this.#columns.size, this.#limits);
    while (column.length < row) column.push(null);
    column[row] = toCell(value);
  }

  finish(rows: number): ExtraColumn[] {
    return [...this.#columns].map(([name, values]) => {
      while (values.length < rows) values.push(null);
      return { name, values };
    });
  }
}

/** A source value as one of the four kinds of cell. Nested values become JSON text, dates ISO text, integers beyond 2^53 text. */
export function toCell(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case 'object':
      if (value === null) return null;
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().replace('T00:00:00.000Z', '');
      return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
    default:
      return null;
  }
}

/** Names made unique as `name`, `name_2`, …; says which were changed. */
export function uniqueNames(names: string[]): { names: string[]; renamed: [before: string, after: string][] } {
  const taken = new Set(names);
  const seen = new Set<string>();
  const renamed: [string, string][] = [];
  const unique = names.map((name) => {
    if (!seen.has(name)) {
      seen.add(name);
      return name;
    }
    let n = 2;
    while (taken.has(`${name}_${n}`)) n++;
    const next = `${name}_${n}`;
    taken.add(next);
    renamed.push([name, next]);
    return next;
  });
  return { names: unique, renamed };
}
