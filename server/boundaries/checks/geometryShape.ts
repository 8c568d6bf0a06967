/** Shapes that no unit has: crumbs, triangles, repeated vertices, copies. */
import type { GeometryColumn } from '../../contract/admin.ts';
import { GEOMETRY_KIND } from '../../contract/admin.ts';
import type { Severity } from '../../contract/finding.ts';
import { frameAt } from '../../geometry/overlay/frame.ts';
import { measure } from '../../geometry/overlay/measure.ts';

/** Parts narrower or smaller than this are no land; narrower than MICRO_DEGREES they are not even drawn (cod.md G11). */
const SMALL_WIDTH_M = 1;
const SMALL_AREA_M2 = 100;
const MICRO_DEGREES = 1e-8;
/** A longer outline is no crumb, however thin; it would be slow to measure and is found by other checks. */
const MAX_VERTICES = 2000;

export interface MicroPart {
  row: number;
  areaM2: number;
  widthM: number;
  at: [number, number];
  severity: Severity;
}

/** Shells of a row with at most four coordinates, the closing one included. */
export function triangles({ kinds, rows, polygons, rings }: GeometryColumn, row: number): number {
  let count = 0;
  for (let polygon = rows[row]!; kinds[row] === GEOMETRY_KIND.polygon && polygon < rows[row + 1]!; polygon++) {
    const shell = polygons[polygon]!;
    if (shell < polygons[polygon + 1]! && rings[shell + 1]! - rings[shell]! <= 4) count += 1;
  }
  return count;
}

/** How many vertices of each row are the same as the one before. */
export function repeatedVertices({ kinds, rows, polygons, rings, coords }: GeometryColumn): Uint32Array {
  const counts = new Uint32Array(kinds.length);
  for (let row = 0; row < kinds.length; row++) {
    for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
      for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) {
        if (coords[2 * v] === coords[2 * v - 2] && coords[2 * v + 1] === coords[2 * v - 1]) counts[row]! += 1;
      }
    }
  }
  return counts;
}

export function findMicroParts({ kinds, rows, polygons, rings, coords }: GeometryColumn): MicroPart[] {
  const found: MicroPart[] = [];
  for (let row = 0; row < kinds.length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.polygon) continue;
    for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
      const shell = polygons[polygon]!;
      if (shell === polygons[polygon + 1] || rings[shell + 1]! - rings[shell]! > MAX_VERTICES) continue;
      const ring = coords.subarray(2 * rings[shell]!, 2 * rings[shell + 1]!);
      if (!mayBeSmall(ring)) continue;
      const { areaM2, widthM, at } = measure([[ring]]);
      if (areaM2 >= SMALL_AREA_M2 && widthM >= SMALL_WIDTH_M) continue;
      found.push({ row, areaM2, widthM, at, severity: widthM / 111_320 <= MICRO_DEGREES ? 'error' : 'warning' });
    }
  }
  return found.sort((p, q) => p.areaM2 - q.areaM2 || p.row - q.row);
}

/** The inscribed circle is at least 2A/P wide, so most parts are settled by their area and perimeter. */
function mayBeSmall(ring: Float64Array): boolean {
  if (ring.length < 2 || !ring.every(Number.isFinite)) return false;
  const { kx, lat } = frameAt(ring[0]!, ring[1]!);
  const ky = kx / Math.cos((lat * Math.PI) / 180);
  let area = 0;
  let perimeter = 0;
  for (let i = 2; i < ring.length; i += 2) {
    const ax = (ring[i - 2]! - ring[0]!) * kx;
    const ay = (ring[i - 1]! - ring[1]!) * ky;
    const bx = (ring[i]! - ring[0]!) * kx;
    const by = (ring[i + 1]! - ring[1]!) * ky;
    area += (ax * by - bx * ay) / 2;
    perimeter += Math.hypot(bx - ax, by - ay);
  }
  // Generous by a third, because this frame is not equal-area.
  return Math.abs(area) < SMALL_AREA_M2 * 1.3 || (2 * Math.abs(area)) / perimeter < SMALL_WIDTH_M * 1.3;
}

/** Groups of rows with the same vertices, whatever the order of parts or the first vertex. */
export function findDuplicateGeometries(geometry: GeometryColumn): number[][] {
  const { kinds, rows, polygons, rings, coords } = geometry;
  const groups = Map.groupBy(
    [...kinds.keys()].filter((row) => kinds[row] === GEOMETRY_KIND.polygon),
    (row) => {
      const first = rings[polygons[rows[row]!]!]!;
      const last = rings[polygons[rows[row + 1]!]!]!;
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (let v = first; v < last; v++) {
        box[0] = Math.min(box[0]!, coords[2 * v]!);
        box[1] = Math.min(box[1]!, coords[2 * v + 1]!);
        box[2] = Math.max(box[2]!, coords[2 * v]!);
        box[3] = Math.max(box[3]!, coords[2 * v + 1]!);
      }
      return first === last ? `empty ${row}` : `${last - first} ${box.join(' ')}`;
    },
  );
  return [...groups.values()].flatMap((alike) => {
    if (alike.length < 2) return [];
    const same = Map.groupBy(alike, (row) => signature(geometry, row));
    return [...same.values()].filter((copies) => copies.length > 1);
  });
}

function signature({ rows, polygons, rings, coords }: GeometryColumn, row: number): string {
  const parts: string[] = [];
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    const points: string[] = [];
    for (let v = rings[ring]!; v < rings[ring + 1]! - 1; v++) points.push(`${coords[2 * v]},${coords[2 * v + 1]}`);
    parts.push(points.sort().join(' '));
  }
  return parts.sort().join('|');
}
