/** The one guard between readers and geometry: what no place on Earth can have as its coordinates goes no further. */
import { GEOMETRY_KIND } from '../contract/admin.ts';
import type { GeometryColumn } from '../contract/admin.ts';
import type { Finding } from '../contract/finding.ts';
import { clause } from '../words/clauses.ts';
import { makeFinding } from '../words/findings.ts';

/**
 * Of any coordinate system of the Earth, in its own units. Half its girth is 2.0 × 10^7 m or 6.6 × 10^7 ft, the longest zone prefix before an
 * easting (Gauss-Krüger and UTM with the zone in front) makes 6.0 × 10^7; ten times that leaves room for systems in decimetres.
 */
export const FARTHEST = 1e9;
/** Of degrees: as far as the grid of 10^-7 degrees reaches in 32 bits. What lies between ±180 and this is judged by checks G5 and G6. */
export const FARTHEST_DEGREES = 214;

/** Codes of the findings that tell of rows whose geometry was left out. */
export const IMPOSSIBLE = ['read.notFinite', 'read.notOnEarth'];

/** The column with the rows emptied that hold NaN, infinity or what is beyond `farthest`; the same object where there are none, as almost always. */
export function withoutImpossible(column: GeometryColumn, farthest: number, what: string, findings: Finding[]): GeometryColumn {
  const { coords } = column;
  const isPossible = (value: number) => value >= -farthest && value <= farthest;
  let bad = false;
  for (let i = 0; i < coords.length && !bad; i++) bad = !isPossible(coords[i]!);
  if (!bad) return column;
  const kinds = column.kinds.slice();
  const rows = new Uint32Array(column.rows.length);
  const polygons: number[] = [0];
  const rings: number[] = [0];
  const kept = new Float64Array(coords.length);
  const emptied: Record<'read.notFinite' | 'read.notOnEarth', number[]> = { 'read.notFinite': [], 'read.notOnEarth': [] };
  let used = 0;
  for (let row = 0; row < kinds.length; row++) {
    const from = column.rings[column.polygons[column.rows[row]!]!]!;
    const to = column.rings[column.polygons[column.rows[row + 1]!]!]!;
    const part = coords.subarray(2 * from, 2 * to);
    if (part.every(isPossible)) {
      for (let p = column.rows[row]!; p < column.rows[row + 1]!; p++) {
        for (let r = column.polygons[p]!; r < column.polygons[p + 1]!; r++) rings.push(used / 2 + column.rings[r + 1]! - from);
        polygons.push(rings.length - 1);
      }
      kept.set(part, used);
      used += part.length;
    } else {
      emptied[part.every(Number.isFinite) ? 'read.notOnEarth' : 'read.notFinite'].push(row + 1);
      kinds[row] = GEOMETRY_KIND.none;
    }
    rows[row + 1] = polygons.length - 1;
  }
  for (const [code, list] of Object.entries(emptied) as [keyof typeof emptied, number[]][]) {
    if (list.length === 0) continue;
    const items = list.map((row) => ({ id: `${code}:${what}:${row}`, pcodes: [], rows: [row], clause: clause('reading.row-of', { row, layer: what }) }));
    findings.push(makeFinding(code, 'error', null, items, { layer: what }));
  }
  return { kinds, coords: kept.slice(0, used), rings: Uint32Array.from(rings), polygons: Uint32Array.from(polygons), rows };
}
