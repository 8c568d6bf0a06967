/** The few questions put to GEOS: is a unit valid, what do two units share, what does one have outside another. */
import initGeos from 'geos-wasm';
import type { FeatureTable } from '../../contract/admin.ts';
import { joinParts } from './join.ts';

/** Polygons in degrees: each a list of closed rings x, y, x, y, … */
export type FlatPolygons = Float64Array[][];

export interface Validity {
  /** GEOS's own words: `Self-intersection`, `Ring Self-intersection`, … */
  reason: string;
  at: [lon: number, lat: number] | null;
}

const VALID = 'Valid Geometry';
/** Geometries kept for the next question, in vertices: 3 million are about 60 MB. */
const KEPT_VERTICES = 3_000_000;

interface Kept {
  pointer: number;
  vertices: number;
  repaired: boolean;
}

/** Rows are all that is asked of a table. */
type Drawn = Pick<FeatureTable, 'geometry'>;

export class Geos {
  #geos: Awaited<ReturnType<typeof initGeos>>;
  #kept = new Map<Drawn, Map<number, Kept>>();
  #vertices = 0;

  private constructor(geos: Awaited<ReturnType<typeof initGeos>>) {
    this.#geos = geos;
  }

  static async create(): Promise<Geos> {
    return new Geos(await initGeos());
  }

  /** null where the unit is valid; asked in raw degrees, as every other GEOS-based tool does. */
  validity(table: Drawn, row: number): Validity | null {
    const pointer = this.#build(table, row);
    if (pointer === 0) return { reason: 'Rings that are not closed or have too few points', at: null };
    const words = this.#reason(pointer);
    this.#geos.GEOSGeom_destroy(pointer);
    if (words === VALID) return null;
    const match = /^(.*?)\s*\[\s*(\S+)\s+(\S+?)\s*\]$/.exec(words);
    return match ? { reason: match[1]!, at: [Number(match[2]), Number(match[3])] } : { reason: words, at: null };
  }

  /** The reason rather than isValid, which besides its answer prints a notice for each fault. */
  #reason(pointer: number): string {
    const text: unknown = this.#geos.GEOSisValidReason(pointer);
    return typeof text === 'number' ? this.#readText(text) : String(text);
  }

  /** What row a of table A and row b of table B have in common: polygons only. */
  intersection(tableA: Drawn, a: number, tableB: Drawn, b: number): FlatPolygons {
    return this.#overlay((p, q) => this.#geos.GEOSIntersection(p, q), tableA, a, tableB, b);
  }

  /** What row a of table A has outside row b of table B. */
  difference(tableA: Drawn, a: number, tableB: Drawn, b: number): FlatPolygons {
    return this.#overlay((p, q) => this.#geos.GEOSDifference(p, q), tableA, a, tableB, b);
  }

  /** The unit itself, valid. */
  polygons(table: Drawn, row: number): FlatPolygons {
    const pointer = this.#valid(table, row);
    return pointer === 0 ? [] : this.#read(pointer);
  }

  /**
   * The unit as a valid one with every vertex on a grid of `step` degrees: each part made valid by structure, parts that meet united, then rounded so that
   * edges which come together on the grid are noded there. Parts may meet on the grid that did not before. Empty where nothing of it is left.
   */
  snapped(table: Drawn, row: number, step: number): FlatPolygons {
    const geos = this.#geos;
    const owned: number[] = [];
    const parts: number[] = [];
    for (let p = table.geometry.rows[row]!; p < table.geometry.rows[row + 1]!; p++) {
      const built = this.#build(table, row, p);
      if (built === 0) continue;
      owned.push(built);
      const valid = this.#reason(built) === VALID ? built : this.#repair(built);
      if (valid === 0) continue;
      if (valid !== built) owned.push(valid);
      parts.push(...this.#polygonsIn(valid));
    }
    const polygons: FlatPolygons = [];
    for (const joined of joinParts(geos, parts)) {
      const rounded = geos.GEOSGeom_setPrecision(joined, step, 0);
      polygons.push(...this.#read(rounded || joined));
      if (rounded) geos.GEOSGeom_destroy(rounded);
      geos.GEOSGeom_destroy(joined);
    }
    for (const pointer of owned) geos.GEOSGeom_destroy(pointer);
    return polygons;
  }

  /** Whether a unit just compared had to be made valid first. */
  isRepaired(table: Drawn, row: number): boolean {
    return this.#kept.get(table)?.get(row)?.repaired ?? false;
  }

  /** Frees all geometries. */
  clear(): void {
    for (const rows of this.#kept.values()) for (const { pointer } of rows.values()) this.#geos.GEOSGeom_destroy(pointer);
    this.#kept.clear();
    this.#vertices = 0;
  }

  #overlay(operation: (a: number, b: number) => number, tableA: Drawn, a: number, tableB: Drawn, b: number): FlatPolygons {
    if (this.#vertices > KEPT_VERTICES) this.clear();
    const p = this.#valid(tableA, a);
    const q = this.#valid(tableB, b);
    if (p === 0 || q === 0) return [];
    const result = operation(p, q);
    // The heuristics inside GEOS have all failed then; a fault of ours, and the check says that it broke off.
    if (!result) throw new Error(`GEOS could not overlay row ${a + 1} and row ${b + 1}`);
    const polygons = this.#read(result);
    this.#geos.GEOSGeom_destroy(result);
    return polygons;
  }

  /** The unit, made valid where it is not: a crossing of its own must not hide its overlaps. */
  #valid(table: Drawn, row: number): number {
    let rows = this.#kept.get(table);
    if (!rows) this.#kept.set(table, (rows = new Map()));
    const known = rows.get(row);
    if (known) return known.pointer;
    let pointer = this.#build(table, row);
    const repaired = pointer !== 0 && this.#reason(pointer) !== VALID;
    if (repaired) {
      const valid = this.#repair(pointer);
      this.#geos.GEOSGeom_destroy(pointer);
      pointer = valid;
    }
    const { rows: parts, polygons, rings } = table.geometry;
    const vertices = rings[polygons[parts[row + 1]!]!]! - rings[polygons[parts[row]!]!]!;
    rows.set(row, { pointer, vertices, repaired });
    this.#vertices += vertices;
    return pointer;
  }

  /** By structure: shells and holes keep their meaning, and it takes a fifth of the time of rebuilding from lines. */
  #repair(pointer: number): number {
    const params = this.#geos.GEOSMakeValidParams_create();
    this.#geos.GEOSMakeValidParams_setMethod(params, this.#geos.GEOSMakeValidMethods.GEOS_MAKE_VALID_STRUCTURE);
    const repaired = this.#geos.GEOSMakeValidWithParams(pointer, params);
    this.#geos.GEOSMakeValidParams_destroy(params);
    return repaired || 0;
  }

  /** The polygons of a geometry, which stay its own. */
  #polygonsIn(geometry: number): number[] {
    const geos = this.#geos;
    if (geos.GEOSisEmpty(geometry)) return [];
    const type = geos.GEOSGeomTypeId(geometry);
    if (type === 3) return [geometry];
    if (type < 6) return [];
    return Array.from({ length: geos.GEOSGetNumGeometries(geometry) }, (_, i) => this.#polygonsIn(geos.GEOSGetGeometryN(geometry, i))).flat();
  }

  /** Of one polygon of the row, or of all. 0 where GEOS cannot hold the rings at all, such as a ring of two points. */
  #build(table: Drawn, row: number, polygon?: number): number {
    const { rows, polygons, rings, coords } = table.geometry;
    const { Module } = this.#geos;
    const first = polygon ?? rows[row]!;
    const last = polygon === undefined ? rows[row + 1]! : polygon + 1;
    let size = 9;
    for (let p = first; p < last; p++) size += 9 + 4 * (polygons[p + 1]! - polygons[p]!) + 16 * (rings[polygons[p + 1]!]! - rings[polygons[p]!]!);
    const buffer = Module['_malloc'](size);
    const bytes = new Uint8Array(Module.HEAPU8.buffer, buffer, size);
    const view = new DataView(Module.HEAPU8.buffer, buffer, size);
    let at = 0;
    const head = (type: number, parts: number) => {
      view.setUint8(at, 1);
      view.setUint32(at + 1, type, true);
      view.setUint32(at + 5, parts, true);
      at += 9;
    };
    head(6, last - first);
    for (let p = first; p < last; p++) {
      head(3, polygons[p + 1]! - polygons[p]!);
      for (let r = polygons[p]!; r < polygons[p + 1]!; r++) {
        view.setUint32(at, rings[r + 1]! - rings[r]!, true);
        const part = coords.subarray(2 * rings[r]!, 2 * rings[r + 1]!);
        bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at + 4);
        at += 4 + part.byteLength;
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

  #read(geometry: number): FlatPolygons {
    const geos = this.#geos;
    const type = geos.GEOSGeomTypeId(geometry);
    if (type === 3) {
      if (geos.GEOSisEmpty(geometry)) return [];
      const rings = [this.#readRing(geos.GEOSGetExteriorRing(geometry))];
      for (let i = 0; i < geos.GEOSGetNumInteriorRings(geometry); i++) rings.push(this.#readRing(geos.GEOSGetInteriorRingN(geometry, i)));
      return [rings];
    }
    if (type < 6) return [];
    const result: FlatPolygons = [];
    for (let i = 0; i < geos.GEOSGetNumGeometries(geometry); i++) result.push(...this.#read(geos.GEOSGetGeometryN(geometry, i)));
    return result;
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

  #readText(pointer: number): string {
    const { Module } = this.#geos;
    const text = Module.UTF8ToString(pointer);
    this.#geos.GEOSFree(pointer);
    return text;
  }
}
