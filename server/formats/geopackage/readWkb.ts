/** Well-known binary (OGC 06-103r4 §8, ISO 13249-3, and the flags of EWKB) into flat arrays. Used by GeoPackage and GeoParquet. */
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import { makeFinding } from '../../words/findings.ts';
import type { GeometryKind, GeometryWriter } from '../builder.ts';
import { ARC_DEGREES, addArc } from './arcs.ts';

/** Collections inside collections; deeper nesting is no boundary and only costs stack. */
const MAX_DEPTH = 8;

const KIND_OF_CONTAINER: Partial<Record<number, GeometryKind>> = {
  4: GEOMETRY_KIND.point,
  5: GEOMETRY_KIND.line,
  6: GEOMETRY_KIND.polygon,
  11: GEOMETRY_KIND.line,
  12: GEOMETRY_KIND.polygon,
  15: GEOMETRY_KIND.polygon,
  16: GEOMETRY_KIND.polygon,
};

export class WkbReader {
  /** A third or fourth coordinate was met and left out. */
  hasZ = false;
  /** Rows with curves, which were drawn out as short straight lines. */
  curved = 0;
  #hasArc = false;
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
    this.#hasArc = false;
    const kind = this.#geometry(0);
    // A part that is no polygon cannot be stepped over without knowing where it ends, so nothing of such a row is kept.
    if (kind === GEOMETRY_KIND.other) this.#builder.dropRow();
    else if (this.#hasArc) this.curved++;
    this.#builder.endRow(kind);
  }

  /** What was altered in reading. */
  findings(what: string): Finding[] {
    if (this.curved === 0) return [];
    return [makeFinding('read.curves', 'info', null, [], { file: what, degrees: ARC_DEGREES, count: this.curved }, this.curved)];
  }

  #geometry(depth: number): GeometryKind {
    const { type, stride, outer } = this.#head(depth);
    const kind = this.#body(type, stride, depth);
    this.#little = outer;
    return kind;
  }

  /** Byte order, type and size of a vertex; `outer` is the byte order of what holds it. */
  #head(depth: number): { type: number; stride: number; outer: boolean } {
    if (depth > MAX_DEPTH) throw new RangeError('geometry collections nested too deeply');
    const outer = this.#little;
    this.#little = this.#view.getUint8(this.#at++) === 1;
    const code = this.#uint();
    if (code & 0x20000000) this.#uint(); // EWKB: an SRID follows
    const iso = Math.floor((code & 0x0fffffff) / 1000);
    const z = (code & 0x80000000) !== 0 || iso === 1 || iso === 3;
    const m = (code & 0x40000000) !== 0 || iso === 2 || iso === 3;
    if (z) this.hasZ = true;
    return { type: (code & 0x0fffffff) % 1000, stride: 16 + (z ? 8 : 0) + (m ? 8 : 0), outer };
  }

  #body(type: number, stride: number, depth: number): GeometryKind {
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
      // A triangle is a polygon of one ring.
      case 17:
      case 3: {
        const rings = this.#count(4);
        for (let r = 0; r < rings; r++) {
          this.#vertices(this.#count(stride), stride, false);
          this.#builder.endRing(true);
        }
        this.#builder.endPolygon();
        return GEOMETRY_KIND.polygon;
      }
      case 8:
      case 9:
        this.#curve(type, stride, depth);
        this.#builder.endRing(false);
        this.#builder.endPolygon();
        return GEOMETRY_KIND.line;
      case 10: {
        const rings = this.#count(5);
        for (let r = 0; r < rings; r++) {
          const head = this.#head(depth + 1);
          this.#curve(head.type, head.stride, depth + 1);
          this.#little = head.outer;
          this.#builder.endRing(true);
        }
        this.#builder.endPolygon();
        return GEOMETRY_KIND.polygon;
      }
      // Multi-point, multi-line, multi-polygon, collection, multi-curve, multi-surface, polyhedral surface, TIN: parts of one kind are that kind.
      case 4:
      case 5:
      case 6:
      case 7:
      case 11:
      case 12:
      case 15:
      case 16:
        return this.#parts(depth, KIND_OF_CONTAINER[type] ?? GEOMETRY_KIND.none);
      default:
        return GEOMETRY_KIND.other;
    }
  }

  /** @param empty what it is without parts */
  #parts(depth: number, empty: GeometryKind): GeometryKind {
    const parts = this.#count(5);
    let kind: GeometryKind = GEOMETRY_KIND.none;
    for (let p = 0; p < parts; p++) {
      const part = this.#geometry(depth + 1);
      if (part === GEOMETRY_KIND.none) continue;
      if (part === GEOMETRY_KIND.other || (kind !== GEOMETRY_KIND.none && kind !== part)) return GEOMETRY_KIND.other;
      kind = part;
    }
    return kind === GEOMETRY_KIND.none ? empty : kind;
  }

  /** A line string, a string of arcs, or a chain of both, each of which begins where the one before ends. */
  #curve(type: number, stride: number, depth: number): void {
    if (type === 2) return this.#vertices(this.#count(stride), stride, false);
    if (type === 8) return this.#arcs(this.#count(stride), stride);
    if (type !== 9) throw new RangeError(`a curve of type ${type}`);
    const parts = this.#count(5);
    for (let p = 0; p < parts; p++) {
      const head = this.#head(depth + 1);
      if (head.type === 9) throw new RangeError('a chain of curves within another');
      const before = this.#builder.vertices;
      this.#curve(head.type, head.stride, depth + 1);
      this.#little = head.outer;
      if (p > 0) this.#builder.dropIfRepeated(before);
    }
  }

  /** Each arc goes from one vertex over the next to the one after. */
  #arcs(count: number, stride: number): void {
    if (count > 0 && count % 2 === 0) throw new RangeError(`arcs of ${count} vertices`);
    const pairs: number[] = [];
    for (let v = 0; v < count; v++, this.#at += stride)
      pairs.push(this.#view.getFloat64(this.#at, this.#little), this.#view.getFloat64(this.#at + 8, this.#little));
    if (count === 0) return;
    this.#hasArc = true;
    this.#builder.vertex(pairs[0]!, pairs[1]!);
    for (let at = 0; at + 5 < pairs.length; at += 4) addArc(this.#builder, pairs.slice(at, at + 6));
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
