/** Growing flat arrays: what every decoder writes to. No object for a vertex, a ring or a row. */
import type { ExtraColumn, GeometryColumn } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import { makeFinding } from '../messages/message.ts';
import { READ_MESSAGES } from '../messages/read.ts';
import type { Limits } from './limits.ts';
import { assertCount } from './limits.ts';

type Kind = (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND];

/**
 * Builds a GeometryColumn front to back: vertices, then `endRing`, then `endPolygon`, then `endRow`.
 * Rings of polygons are closed here when the source leaves them open (`closedRings` counts them).
 */
export class GeometryWriter {
  /** Rings that were open in the source and have been closed. */
  closedRings = 0;
  rowCount = 0;
  #coords: Float64Array<ArrayBuffer> = new Float64Array(1 << 12);
  #rings = new Uint32Array(1 << 8);
  #polygons = new Uint32Array(1 << 8);
  #rows = new Uint32Array(1 << 8);
  #kinds = new Uint8Array(1 << 8);
  /** Numbers in coords: twice the vertices. */
  #used = 0;
  #ringCount = 0;
  #polygonCount = 0;
  readonly #what: string;
  readonly #limits: Limits;

  constructor(what: string, limits: Limits) {
    this.#what = what;
    this.#limits = limits;
  }

  get vertexCount(): number {
    return this.#used / 2;
  }

  vertex(x: number, y: number): void {
    if (this.#used + 2 > this.#coords.length) this.reserve(1);
    this.#coords[this.#used++] = x;
    this.#coords[this.#used++] = y;
  }

  /** Makes room for `vertices` more; call it only for counts already checked against the bytes that are there. */
  reserve(vertices: number): void {
    const needed = this.#used + 2 * vertices;
    if (needed <= this.#coords.length) return;
    assertCount(this.#what, 'vertices', needed / 2, this.#limits);
    this.#coords = new Float64Array(this.#coords.buffer.transfer(8 * Math.max(needed, 2 * this.#coords.length)));
  }

  /** Room for as many vertices as the file can hold, where that is within the limit; whether it is over is seen as vertices come. */
  reserveUpTo(vertices: number): void {
    this.reserve(Math.min(Math.ceil(vertices), this.#limits.vertices));
  }

  /** Copies vertices `from … to` of a list of x, y pairs, backwards when `to < from` (then from-1 down to `to`). */
  copy(pairs: Float64Array, from: number, to: number): void {
    this.reserve(Math.abs(to - from));
    if (to >= from) {
      this.#coords.set(pairs.subarray(2 * from, 2 * to), this.#used);
      this.#used += 2 * (to - from);
      return;
    }
    for (let v = from - 1; v >= to; v--) {
      this.#coords[this.#used++] = pairs[2 * v]!;
      this.#coords[this.#used++] = pairs[2 * v + 1]!;
    }
  }

  /** Appends x, y pairs as they lie in a file: little-endian doubles, the order of every platform that Node runs on. */
  copyBytes(bytes: Uint8Array): void {
    this.reserve(bytes.length / 16);
    new Uint8Array(this.#coords.buffer, 8 * this.#used, bytes.length).set(bytes);
    this.#used += bytes.length / 8;
  }

  /** Ends the ring that holds the vertices since the last one; `close` for rings of polygons. An empty ring is not kept. */
  endRing(close: boolean): void {
    const start = this.#ringCount ? this.#rings[this.#ringCount - 1]! : 0;
    const end = this.#used / 2;
    if (end === start) return;
    if (close) {
      const x = this.#coords[2 * start]!;
      const y = this.#coords[2 * start + 1]!;
      // Number.isFinite: a ring of NaN never equals itself and is dealt with as a whole later.
      if (Number.isFinite(x) && Number.isFinite(y) && (x !== this.#coords[this.#used - 2] || y !== this.#coords[this.#used - 1])) {
        this.vertex(x, y);
        this.closedRings++;
      }
    }
    if (this.#ringCount === this.#rings.length) this.#rings = grown(this.#rings, new Uint32Array(2 * this.#ringCount));
    this.#rings[this.#ringCount++] = this.#used / 2;
  }

  /** Ends the polygon (or line, or point) of the rings since the last one. Without rings there is no polygon. */
  endPolygon(): void {
    const start = this.#polygonCount ? this.#polygons[this.#polygonCount - 1]! : 0;
    if (this.#ringCount === start) return;
    if (this.#polygonCount === this.#polygons.length) this.#polygons = grown(this.#polygons, new Uint32Array(2 * this.#polygonCount));
    this.#polygons[this.#polygonCount++] = this.#ringCount;
  }

  endRow(kind: Kind): void {
    if (this.rowCount === this.#kinds.length) {
      assertCount(this.#what, 'rows', this.rowCount + 1, this.#limits);
      this.#kinds = grown(this.#kinds, new Uint8Array(2 * this.rowCount));
      this.#rows = grown(this.#rows, new Uint32Array(2 * this.rowCount));
    }
    this.#kinds[this.rowCount] = kind;
    this.#rows[this.rowCount++] = this.#polygonCount;
  }

  /** What was changed on the way in. */
  findings(layer: string): Finding[] {
    return this.closedRings ? [makeFinding(READ_MESSAGES, 'read.ringClosed', 'info', null, [], { layer }, this.closedRings)] : [];
  }

  /** Ends the writing: the writer is empty of its arrays afterwards. */
  finish(): GeometryColumn {
    return {
      kinds: this.#kinds.slice(0, this.rowCount),
      // A little room at the end is left where it is: giving it back may copy everything.
      coords: this.#used > 0.875 * this.#coords.length ? this.#coords.subarray(0, this.#used) : new Float64Array(this.#coords.buffer.transfer(8 * this.#used)),
      rings: offsets(this.#rings, this.#ringCount),
      polygons: offsets(this.#polygons, this.#polygonCount),
      rows: offsets(this.#rows, this.rowCount),
    };
  }
}

function grown<T extends Uint32Array | Uint8Array>(old: T, next: T): T {
  next.set(old);
  return next;
}

/** Ends → offsets: a leading 0. */
function offsets(ends: Uint32Array, count: number): Uint32Array {
  const out = new Uint32Array(count + 1);
  out.set(ends.subarray(0, count), 1);
  return out;
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
