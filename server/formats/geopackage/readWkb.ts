/** Well-known binary (OGC 06-103r4 §8, ISO 13249-3, and the flags of EWKB) into flat arrays. Used by GeoPackage and GeoParquet. */
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { GeometryWriter } from '../builder.ts';

/** Collections inside collections; deeper nesting is no boundary and only costs stack. */
const MAX_DEPTH = 8;

export class WkbReader {
  /** A third or fourth coordinate was met and left out. */
  hasZ = false;
  readonly #builder: GeometryWriter;
  #view: DataView = new DataView(new ArrayBuffer(0));
  #at = 0;
  #little = true;

  constructor(builder: GeometryWriter) {
    this.#builder = builder;
  }

  /** Appends one row. Throws RangeError where the bytes end before the geometry does. */
  readRow(bytes: Uint8Array): void {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = 0;
    this.#builder.endRow(this.#geometry(0));
  }

  #geometry(depth: number): (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND] {
    if (depth > MAX_DEPTH) throw new RangeError('geometry collections nested too deeply');
    const outer = this.#little;
    this.#little = this.#view.getUint8(this.#at++) === 1;
    const code = this.#uint();
    if (code & 0x20000000) this.#uint(); // EWKB: an SRID follows
    const iso = Math.floor((code & 0x0fffffff) / 1000);
    const z = (code & 0x80000000) !== 0 || iso === 1 || iso === 3;
    const m = (code & 0x40000000) !== 0 || iso === 2 || iso === 3;
    if (z) this.hasZ = true;
    const stride = 16 + (z ? 8 : 0) + (m ? 8 : 0);
    const kind = this.#body((code & 0x0fffffff) % 1000, stride, depth);
    this.#little = outer;
    return kind;
  }

  #body(type: number, stride: number, depth: number): (typeof GEOMETRY_KIND)[keyof typeof GEOMETRY_KIND] {
    switch (type) {
      case 1:
        this.#vertices(1, stride, true);
        this.#builder.endRing(false);
        this.#builder.endPolygon();
        return GEOMETRY_KIND.point;
      case 2:
        this.#vertices(this.#count(stride), stride, false);
        this.#builder.endRing(false);
        this.#builder.endPolygon();
        return GEOMETRY_KIND.line;
      case 3: {
        const rings = this.#count(4);
        for (let r = 0; r < rings; r++) {
          this.#vertices(this.#count(stride), stride, false);
          this.#builder.endRing(true);
        }
        this.#builder.endPolygon();
        return GEOMETRY_KIND.polygon;
      }
      case 4:
      case 5:
      case 6: {
        const parts = this.#count(5);
        for (let p = 0; p < parts; p++) this.#geometry(depth + 1);
        return type === 4 ? GEOMETRY_KIND.point : type === 5 ? GEOMETRY_KIND.line : GEOMETRY_KIND.polygon;
      }
      default:
        // Collections, curves, surfaces: no boundary, and the column says so.
        return GEOMETRY_KIND.other;
    }
  }

  #uint(): number {
    const value = this.#view.getUint32(this.#at, this.#little);
    this.#at += 4;
    return value;
  }

  /** A stated count, refused before anything is allocated when the bytes left cannot hold that many of `size`. */
  #count(size: number): number {
    const count = this.#uint();
    if (count * size > this.#view.byteLength - this.#at) throw new RangeError(`${count} parts are stated, the bytes left hold fewer`);
    return count;
  }

  #vertices(count: number, stride: number, skipEmpty: boolean): void {
    if (count * stride > this.#view.byteLength - this.#at) throw new RangeError('the geometry ends too early');
    this.#builder.reserve(count);
    for (let v = 0; v < count; v++, this.#at += stride) {
      const x = this.#view.getFloat64(this.#at, this.#little);
      // An empty point is written as NaN NaN.
      if (skipEmpty && Number.isNaN(x)) continue;
      this.#builder.vertex(x, this.#view.getFloat64(this.#at + 8, this.#little));
    }
  }
}
