/** The shapes of a boundary dataset: units, their geometry column by column, and the gazetteer. */
import type { AdminLevel, Pcode } from './ids.ts';

/**
 * Geometries of many rows in flat arrays, so that a worker can transfer them.
 * Row i owns polygons `rows[i] … rows[i+1]`, polygon p owns rings `polygons[p] … polygons[p+1]` (the first is the shell),
 * ring r owns vertices `rings[r] … rings[r+1]`; vertex v is `coords[2v]`, `coords[2v+1]` (x or lon, y or lat).
 * Polygon rings are stored closed (first vertex repeated), as in GeoJSON.
 * Lines and points use the same nesting: a line is a polygon of one open ring, a point a ring of one vertex.
 */
export interface GeometryColumn {
  /** `GEOMETRY_KIND` of each row. */
  kinds: Uint8Array;
  coords: Float64Array;
  rings: Uint32Array;
  polygons: Uint32Array;
  rows: Uint32Array;
}

/** `other` is a geometry that is no point, line or polygon, such as a mixed collection; it has no coordinates here. */
export const GEOMETRY_KIND = { none: 0, point: 1, line: 2, polygon: 3, other: 4 } as const;

export interface Name {
  /** BCP 47, as the file declares it; `und` where nothing declares it. */
  lang: string;
  name: string;
}

export interface AdminUnit {
  level: AdminLevel;
  /** Empty where the source has none: rows are kept, the check says so. */
  pcode: Pcode;
  parentPcode: Pcode | null;
  /** In the order of `lang`, `lang1`, `lang2`, `lang3`; the first is the name shown by default. */
  names: Name[];
  /** ISO dates; null where the source gives none. */
  validOn: string | null;
  validTo: string | null;
  /** EPSG:6933 (equal area). */
  areaSqKm: number;
  /** Centre of the maximum inscribed circle, so inside the unit. */
  center: [lon: number, lat: number];
  bbox: [west: number, south: number, east: number, north: number];
}

/** A value column that is kept as it came. */
export interface ExtraColumn {
  name: string;
  values: (string | number | boolean | null)[];
}

/** One admin level. Row i of every column is the same unit. WGS 84, 2D, RFC 7946 winding. */
export interface FeatureTable {
  level: AdminLevel;
  units: AdminUnit[];
  geometry: GeometryColumn;
  /** Columns that the specification does not name, kept after the standard ones. */
  extra: ExtraColumn[];
  /** Where each row came from; `rowNumber` is 1-based as a person counts records in the source layer. */
  source: { file: string; layer: string; rowNumber: Uint32Array };
}

/** The P-code and name hierarchy without geometry. */
export interface Gazetteer {
  levels: { level: AdminLevel; units: AdminUnit[] }[];
}
