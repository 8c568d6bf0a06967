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
  /** What was said of each row: it is asked five times. */
  readonly #valid = new WeakMap<GeometryColumn, Map<number, boolean>>();

  private constructor(geos: Awaited<ReturnType<typeof initGeos>>) {
    this.#geos = geos;
  }

  static async create(): Promise<ProofGeos> {
    return new ProofGeos(await initGeos());
  }

  isValid(geometry: GeometryColumn, row: number): boolean {
    const pointer = this.#known(geometry, row) === undefined ? this.#build(geometry, row) : 0;
    return this.#free(this.#isValid(geometry, row, pointer), pointer);
  }

  #known(geometry: GeometryColumn, row: number): boolean | undefined {
    return this.#valid.get(geometry)?.get(row);
  }

  #isValid(geometry: GeometryColumn, row: number, pointer: number): boolean {
    let known = this.#valid.get(geometry);
    if (!known) this.#valid.set(geometry, (known = new Map()));
    let valid = known.get(row);
    if (valid === undefined) known.set(row, (valid = pointer !== 0 && this.#saysValid(pointer)));
    return valid;
  }

  /** The reason rather than isValid, which besides its answer prints a notice for each fault. */
  #saysValid(pointer: number): boolean {
    const words: unknown = this.#geos.GEOSisValidReason(pointer);
    return (typeof words === 'number' ? this.#text(words) : String(words)) === 'Valid Geometry';
  }

  /** What a has outside b. Invalid outlines are read by their structure. Polygons of valid rows lie apart: those that both have say nothing. */
  difference(a: GeometryColumn, rowA: number, b: GeometryColumn, rowB: number): Polygons {
    if (a.rows[rowA] === a.rows[rowA + 1]) return [];
    const same = this.isValid(a, rowA) && (b.rows[rowB] === b.rows[rowB + 1] || this.isValid(b, rowB)) ? samePolygons(a, rowA, b, rowB) : NONE;
    const p = same.a.size > 0 ? this.#build(a, rowA, false, same.a) : this.#make(a, rowA);
    const q = same.b.size > 0 ? this.#build(b, rowB, false, same.b) : this.#make(b, rowB);
    if (!p) return this.#free([], q);
    if (!q) return this.#free(this.#read(p), p);
    const result = this.#geos.GEOSDifferencePrec(p, q, OVERLAY_GRID);
    const polygons = result ? this.#read(result) : [];
    return this.#free(polygons, p, q, result);
  }

  /** Ground that at least one of the rows covers. */
  union(geometry: GeometryColumn, rows: number[]): Polygons {
    const parts = rows.map((row) => this.#make(geometry, row)).filter((pointer) => pointer !== 0);
    if (parts.length === 0) return [];
    const collection = this.#collect(parts);
    const result = this.#geos.GEOSUnaryUnionPrec(collection, OVERLAY_GRID);
    const polygons = this.#read(result);
    return this.#free(polygons, collection, result);
  }

  /** Which of the rows have borders that do not match their neighbours'. */
  unmatched(geometry: GeometryColumn, rows: number[]): number[] {
    const drawn = rows.filter((row) => geometry.rows[row] !== geometry.rows[row + 1]);
    const parts = drawn.map((row) => this.#build(geometry, row, true));
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

  /** The row as GEOS can overlay it. */
  #make(geometry: GeometryColumn, row: number): number {
    if (geometry.rows[row] === geometry.rows[row + 1]) return 0;
    const pointer = this.#build(geometry, row);
    if (!pointer || this.#isValid(geometry, row, pointer)) return pointer;
    const params = this.#geos.GEOSMakeValidParams_create();
    this.#geos.GEOSMakeValidParams_setMethod(params, this.#geos.GEOSMakeValidMethods.GEOS_MAKE_VALID_STRUCTURE);
    const repaired = this.#geos.GEOSMakeValidWithParams(pointer, params);
    this.#geos.GEOSMakeValidParams_destroy(params);
    return this.#free(repaired || 0, pointer);
  }

  /** A MultiPolygon through WKB, without polygons `but`; on the grid of the checks where `onGrid`. 0 where GEOS cannot hold the rings, or there are none. */
  #build({ rows, polygons, rings, coords }: GeometryColumn, row: number, onGrid = false, but: ReadonlySet<number> = new Set()): number {
    const { Module } = this.#geos;
    const [first, last] = [rows[row]!, rows[row + 1]!];
    if (but.size > 0 && but.size === last - first) return 0;
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
    head(6, last - first - but.size);
    for (let p = first; p < last; p++) {
      if (but.has(p)) continue;
      head(3, polygons[p + 1]! - polygons[p]!);
      for (let r = polygons[p]!; r < polygons[p + 1]!; r++) {
        view.setUint32(at, rings[r + 1]! - rings[r]!, true);
        at += 4;
        for (let i = 2 * rings[r]!; i < 2 * rings[r + 1]!; i++, at += 8) view.setFloat64(at, onGrid ? Math.round(coords[i]! * GRID) / GRID : coords[i]!, true);
      }
    }
    try {
      return this.#geos.GEOSGeomFromWKB_buf(buffer, at) || 0;
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

const NONE = { a: new Set<number>(), b: new Set<number>() };

/** Polygons that two rows have in common, vertex by vertex: their numbers in either. */
function samePolygons(a: GeometryColumn, rowA: number, b: GeometryColumn, rowB: number): { a: Set<number>; b: Set<number> } {
  const found = { a: new Set<number>(), b: new Set<number>() };
  const byStart = new Map<string, number[]>();
  const startOf = ({ coords, rings, polygons }: GeometryColumn, polygon: number) => {
    const first = rings[polygons[polygon]!]!;
    return `${coords[2 * first]} ${coords[2 * first + 1]} ${rings[polygons[polygon + 1]!]! - first}`;
  };
  for (let polygon = b.rows[rowB]!; polygon < b.rows[rowB + 1]!; polygon++) {
    const name = startOf(b, polygon);
    const known = byStart.get(name);
    if (known) known.push(polygon);
    else byStart.set(name, [polygon]);
  }
  for (let polygon = a.rows[rowA]!; polygon < a.rows[rowA + 1]!; polygon++) {
    const other = byStart.get(startOf(a, polygon))?.find((candidate) => !found.b.has(candidate) && isSamePolygon(a, polygon, b, candidate));
    if (other === undefined) continue;
    found.a.add(polygon);
    found.b.add(other);
  }
  return found;
}

function isSamePolygon(a: GeometryColumn, p: number, b: GeometryColumn, q: number): boolean {
  const [first, other] = [a.polygons[p]!, b.polygons[q]!];
  const count = a.polygons[p + 1]! - first;
  if (b.polygons[q + 1]! - other !== count) return false;
  const shift = b.rings[other]! - a.rings[first]!;
  for (let ring = 1; ring <= count; ring++) if (b.rings[other + ring]! - a.rings[first + ring]! !== shift) return false;
  for (let i = 2 * a.rings[first]!; i < 2 * a.rings[first + count]!; i++) if (a.coords[i] !== b.coords[i + 2 * shift]) return false;
  return true;
}
