/** Builds a GeometryColumn row by row in growing typed arrays. */
import type { GeometryColumn } from '../../contract/admin.ts';
import { GrowingUint32 } from '../../geometry/growing.ts';

/**
 * `coords` is written by its user directly (after `reserve`), because a call for each position costs as much as the position;
 * the others close what has been written so far.
 */
export class GeometryBuilder {
  coords: Float64Array<ArrayBuffer>;
  /** Positions written. */
  vertices = 0;
  readonly rings = new GrowingUint32();
  readonly polygons = new GrowingUint32();
  readonly rows = new GrowingUint32();
  #kinds = new Uint8Array(1024);

  constructor(capacity = 1 << 12) {
    this.coords = new Float64Array(2 * capacity);
    this.rings.push(0);
    this.polygons.push(0);
    this.rows.push(0);
  }

  /** Room for at least one more position. */
  grow(): void {
    // `transfer` frees the old bytes at once; waiting for the collector would hold both.
    this.coords = new Float64Array(this.coords.buffer.transfer(Math.ceil(this.coords.length * 0.75) * 2 * 8));
  }

  endRing(): void {
    this.rings.push(this.vertices);
  }

  endPolygon(): void {
    this.polygons.push(this.rings.length - 1);
  }

  endRow(kind: number): void {
    const row = this.rows.length - 1;
    if (row === this.#kinds.length) {
      const grown = new Uint8Array(row * 2);
      grown.set(this.#kinds);
      this.#kinds = grown;
    }
    this.#kinds[row] = kind;
    this.rows.push(this.polygons.length - 1);
  }

  /** Takes back whatever the present row has so far. */
  dropRow(): void {
    this.polygons.length = this.rows.array[this.rows.length - 1]! + 1;
    this.rings.length = this.polygons.array[this.polygons.length - 1]! + 1;
    this.vertices = this.rings.array[this.rings.length - 1]!;
  }

  finish(): GeometryColumn {
    return {
      kinds: this.#kinds.slice(0, this.rows.length - 1),
      coords: this.#finishCoords(),
      rings: this.rings.finish(),
      polygons: this.polygons.finish(),
      rows: this.rows.finish(),
    };
  }

  /** Exactly the positions; a buffer that is nearly full is cut without a copy, since its untouched end costs no memory. */
  #finishCoords(): Float64Array<ArrayBuffer> {
    const used = 2 * this.vertices;
    return used >= 0.8 * this.coords.length ? this.coords.subarray(0, used) : new Float64Array(this.coords.buffer.transfer(used * 8));
  }
}
