/** The heart: one coverage of shared arcs that every level reads. */
import type { AdminLevel } from '../../contract/ids.ts';

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
  /** Unit on the left and on the right of each arc, in its stored direction. */
  left: Int32Array;
  right: Int32Array;
  levels: CoverageLevel[];
}

/** Rings of one level as signed arcs: `arc << 1 | reversed`. Nesting as in GeometryColumn. */
export interface CoverageLevel {
  level: AdminLevel;
  /** Unit of this level that each base unit belongs to. */
  unitOfBase: Int32Array;
  arcs: Uint32Array;
  rings: Uint32Array;
  polygons: Uint32Array;
  rows: Uint32Array;
}
