/** The heart: one coverage of shared arcs that every level reads. */
import type { FeatureTable, GeometryColumn } from '../contract/admin.ts';
import { GEOMETRY_KIND } from '../contract/admin.ts';
import type { AdminLevel } from '../contract/ids.ts';
import { buildArcs } from './arcs.ts';
import { dissolve, type ArcPolygons } from './levels.ts';
import { DEGREE_GRID, internVertices } from './vertices.ts';

/**
 * Arcs of the base level (the deepest complete one). An arc runs between two nodes and is stored once.
 * Arc a owns vertices `offsets[a] … offsets[a+1]` of `x`, `y`.
 * Units are numbered by their row in the base level's published table; -1 is outside.
 */
export interface Coverage {
  base: AdminLevel;
  /** Degrees × 10^7 as integers (1.1 cm): neighbours that differ by float noise share a vertex. */
  x: Int32Array;
  y: Int32Array;
  offsets: Uint32Array;
  /** Unit on the left and on the right of each arc, in its stored direction. Where units overlap there are several; one of them is named. */
  left: Int32Array;
  right: Int32Array;
  /** Base level first, then those given to buildCoverage in their order. */
  levels: CoverageLevel[];
}

/** Rings of one level as signed arcs: `arc << 1 | reversed`. Nesting as in GeometryColumn. */
export interface CoverageLevel extends ArcPolygons {
  level: AdminLevel;
  /** Unit of this level that each base unit belongs to. */
  unitOfBase: Int32Array;
}

/** An upper level: to which of its units each base row belongs; -1 where its parent is not known. */
export interface UpperLevel {
  level: AdminLevel;
  unitOfBase: Int32Array;
  /** Units of this level; those without children come out empty. */
  units: number;
}

/** Finds the shared arcs of the base level and dissolves the upper levels on them. Never throws on dirty geometry. */
export function buildCoverage(base: Pick<FeatureTable, 'level' | 'geometry'>, uppers: UpperLevel[]): Coverage {
  const interned = internVertices([base.geometry], DEGREE_GRID);
  const { table, rings } = buildArcs(interned);
  const own: ArcPolygons = { arcs: rings.arcs, rings: rings.offsets, polygons: interned.polygons, rows: interned.rows };
  const rows = own.rows.length - 1;
  const levels: CoverageLevel[] = [
    { level: base.level, unitOfBase: Int32Array.from({ length: rows }, (_, row) => row), ...own },
    ...uppers.map(({ level, unitOfBase, units }) => ({ level, unitOfBase, ...dissolve(table, own, unitOfBase, units) })),
  ];
  return { base: base.level, x: table.x, y: table.y, offsets: table.offsets, ...findSides(table.count, own), levels };
}

/** Which row lies left and right of each arc. */
export function findSides(arcs: number, { arcs: signed, rings, polygons, rows }: ArcPolygons): { left: Int32Array; right: Int32Array } {
  const left = new Int32Array(arcs).fill(-1);
  const right = new Int32Array(arcs).fill(-1);
  for (let row = 0; row < rows.length - 1; row++) {
    for (let i = rings[polygons[rows[row]!]!]!; i < rings[polygons[rows[row + 1]!]!]!; i++) (signed[i]! & 1 ? right : left)[signed[i]! >>> 1] = row;
  }
  return { left, right };
}

/** Polygons of one level in degrees: closed rings, shells counter-clockwise, holes clockwise (RFC 7946). One row for each unit. */
export function dissolveLevel(coverage: Coverage, level: AdminLevel): GeometryColumn {
  const found = coverage.levels.find((one) => one.level === level);
  if (!found) throw new Error(`The coverage has no level ${level}`);
  const { offsets } = coverage;
  const { arcs, rings } = found;
  const ends = new Uint32Array(rings.length);
  for (let ring = 0; ring < rings.length - 1; ring++) {
    // Arcs meet in their end vertices, which are written once; the closing one makes up for it.
    let vertices = 1;
    for (let i = rings[ring]!; i < rings[ring + 1]!; i++) vertices += offsets[(arcs[i]! >>> 1) + 1]! - offsets[arcs[i]! >>> 1]! - 1;
    ends[ring + 1] = ends[ring]! + vertices;
  }
  const coords = new Float64Array(2 * ends[rings.length - 1]!);
  let at = 0;
  for (let ring = 0; ring < rings.length - 1; ring++) {
    const start = at;
    for (let i = rings[ring]!; i < rings[ring + 1]!; i++) {
      const arc = arcs[i]! >>> 1;
      const first = offsets[arc]!;
      const last = offsets[arc + 1]! - 1;
      if (arcs[i]! & 1) for (let v = last; v > first; v--) at = write(coords, at, coverage, v);
      else for (let v = first; v < last; v++) at = write(coords, at, coverage, v);
    }
    coords[at++] = coords[start]!;
    coords[at++] = coords[start + 1]!;
  }
  const kinds = Uint8Array.from({ length: found.rows.length - 1 }, (_, row) =>
    found.rows[row]! < found.rows[row + 1]! ? GEOMETRY_KIND.polygon : GEOMETRY_KIND.none,
  );
  return { kinds, coords, rings: ends, polygons: found.polygons, rows: found.rows };
}

function write(coords: Float64Array, at: number, { x, y }: Coverage, vertex: number): number {
  // Division, not multiplication by 1e-7: it gives the decimal the source wrote.
  coords[at] = x[vertex]! / 1e7;
  coords[at + 1] = y[vertex]! / 1e7;
  return at + 2;
}
