/** GEOS as the proof asks it. A wrapper of its own, so that it shares nothing with the repair or its checks. */
import initGeos from 'geos-wasm';
import type { GeometryColumn } from '../../contract/admin.ts';

type Rings = Float64Array[];
/** Polygons in degrees. */
export type Polygons = Rings[];

/** Coordinates are compared on the grid of the checks: what differs by less is the same. */
const GRID = 1e8;
/** Overlays are made on a grid a tenth of that, so that they never fail. */
const OVERLAY_GRID = 1e-9;

export class ProofGeos {
  readonly #geos: Awaited<ReturnType<typeof initGeos>>;

  private constructor(geos: Awaited<ReturnType<typeof initGeos>>) {
    this.#geos = geos;
  }

  static async create(): Promise<ProofGeos> {
    return new ProofGeos(await initGeos());
  }

  isValid(geometry: GeometryColumn, row: number): boolean {
    const pointer = this.#build(geometry, [row]);
    if (!pointer) return false;
    return this.#free(this.#saysValid(pointer), pointer);
  }

  /** The reason rather than isValid, which besides its answer prints a notice for each fault. */
  #saysValid(pointer: number): boolean {
    const words: unknown = this.#geos.GEOSisValidReason(pointer);
    return (typeof words === 'number' ? this.#text(words) : String(words)) === 'Valid Geometry';
  }

  /** What a has outside b. Invalid outlines are read by their structure. */
  difference(a: GeometryColumn, rowA: number, b: GeometryColumn, rowB: number): Polygons {
    const p = this.#valid(a, rowA);
    const q = this.#valid(b, rowB);
    if (!p) return this.#free([], q);
    if (!q) return this.#free(this.#read(p), p);
    const result = this.#geos.GEOSDifferencePrec(p, q, OVERLAY_GRID);
    const polygons = result ? this.#read(result) : [];
    return this.#free(polygons, p, q, result);
  }

  /** Ground that at least one of the rows covers. */
  union(geometry: GeometryColumn, rows: number[]): Polygons {
    const parts = rows.map((row) => this.#valid(geometry, row)).filter((pointer) => pointer !== 0);
    if (parts.length === 0) return [];
    const collection = this.#collect(parts);
    const result = this.#geos.GEOSUnaryUnionPrec(collection, OVERLAY_GRID);
    const polygons = this.#read(result);
    return this.#free(polygons, collection, result);
  }

  /** Which of the rows have borders that do not match their neighbours'. */
  unmatched(geometry: GeometryColumn, rows: number[]): number[] {
    const drawn = rows.filter((row) => geometry.rows[row] !== geometry.rows[row + 1]);
    const parts = drawn.map((row) => this.#build(geometry, [row], true));
    const usable = parts.filter((pointer) => pointer !== 0);
    if (usable.length === 0) return [];
    const { Module } = this.#geos;
    const collection = this.#collect(usable);
    const out = Module['_malloc'](4);
    this.#geos.GEOSCoverageIsValid(collection, 0, out);
    const edges = new DataView(Module.HEAPU8.buffer).getUint32(out, true);
    Module['_free'](out);
    const bad: number[] = [];
    // One geometry for each polygon of the collection, empty where all its edges match.
    const known = drawn.filter((_, i) => parts[i] !== 0);
    if (edges) for (let i = 0; i < known.length; i++) if (!this.#geos.GEOSisEmpty(this.#geos.GEOSGetGeometryN(edges, i))) bad.push(known[i]!);
    return this.#free(bad, collection, edges);
  }

  #free<T>(answer: T, ...pointers: number[]): T {
    for (const pointer of pointers) if (pointer) this.#geos.GEOSGeom_destroy(pointer);
    return answer;
  }

  /** A collection that owns its parts. */
  #collect(parts: number[]): number {
    const { Module } = this.#geos;
    const list = Module['_malloc'](4 * parts.length);
    const view = new DataView(Module.HEAPU8.buffer);
    parts.forEach((pointer, i) => view.setUint32(list + 4 * i, pointer, true));
    const collection = this.#geos.GEOSGeom_createCollection(7, list, parts.length);
    Module['_free'](list);
    return collection;
  }

  #valid(geometry: GeometryColumn, row: number): number {
    if (geometry.rows[row] === geometry.rows[row + 1]) return 0;
    const pointer = this.#build(geometry, [row]);
    if (!pointer || this.#saysValid(pointer)) return pointer;
    const params = this.#geos.GEOSMakeValidParams_create();
    this.#geos.GEOSMakeValidParams_setMethod(params, this.#geos.GEOSMakeValidMethods.GEOS_MAKE_VALID_STRUCTURE);
    const repaired = this.#geos.GEOSMakeValidWithParams(pointer, params);
    this.#geos.GEOSMakeValidParams_destroy(params);
    return this.#free(repaired || 0, pointer);
  }

  /** A MultiPolygon through WKB; on the grid of the checks where `onGrid`. 0 where GEOS cannot hold the rings. */
  #build({ rows, polygons, rings, coords }: GeometryColumn, [row]: [number], onGrid = false): number {
    const { Module } = this.#geos;
    const [first, last] = [rows[row]!, rows[row + 1]!];
    const size = 9 + 9 * (last - first) + 4 * (polygons[last]! - polygons[first]!) + 16 * (rings[polygons[last]!]! - rings[polygons[first]!]!);
    const buffer = Module['_malloc'](size);
    const view = new DataView(Module.HEAPU8.buffer, buffer, size);
    let at = 0;
    const head = (type: number, count: number) => {
      view.setUint8(at, 1);
      view.setUint32(at + 1, type, true);
      view.setUint32(at + 5, count, true);
      at += 9;
    };
    head(6, last - first);
    for (let p = first; p < last; p++) {
      head(3, polygons[p + 1]! - polygons[p]!);
      for (let r = polygons[p]!; r < polygons[p + 1]!; r++) {
        view.setUint32(at, rings[r + 1]! - rings[r]!, true);
        at += 4;
        for (let i = 2 * rings[r]!; i < 2 * rings[r + 1]!; i++, at += 8) view.setFloat64(at, onGrid ? Math.round(coords[i]! * GRID) / GRID : coords[i]!, true);
      }
    }
    try {
      return this.#geos.GEOSGeomFromWKB_buf(buffer, size) || 0;
    } catch {
      return 0;
    } finally {
      Module['_free'](buffer);
    }
  }

  #read(geometry: number): Polygons {
    const geos = this.#geos;
    const type = geos.GEOSGeomTypeId(geometry);
    if (type === 3) {
      if (geos.GEOSisEmpty(geometry)) return [];
      const rings = [this.#readRing(geos.GEOSGetExteriorRing(geometry))];
      for (let i = 0; i < geos.GEOSGetNumInteriorRings(geometry); i++) rings.push(this.#readRing(geos.GEOSGetInteriorRingN(geometry, i)));
      return [rings];
    }
    if (type < 6) return [];
    const found: Polygons = [];
    for (let i = 0; i < geos.GEOSGetNumGeometries(geometry); i++) found.push(...this.#read(geos.GEOSGetGeometryN(geometry, i)));
    return found;
  }

  #readRing(ring: number): Float64Array {
    const { Module } = this.#geos;
    const count = this.#geos.GEOSGetNumCoordinates(ring);
    const buffer = Module['_malloc'](16 * count);
    this.#geos.GEOSCoordSeq_copyToBuffer(this.#geos.GEOSGeom_getCoordSeq(ring), buffer, 0, 0);
    const values = new Float64Array(2 * count);
    values.set(new Float64Array(Module.HEAPU8.buffer, buffer, 2 * count));
    Module['_free'](buffer);
    return values;
  }

  #text(pointer: number): string {
    const text = this.#geos.Module.UTF8ToString(pointer);
    this.#geos.GEOSFree(pointer);
    return text;
  }
}
