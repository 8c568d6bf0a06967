/** The flat arrays of a geometry as nested lists, as GeoJSON and the programs that take it want them. */
import type { GeometryColumn } from '../contract/admin.ts';

/** Parts of a row, each of rings (of a line or a point: one list), each of positions in degrees: `coordinates` of a MultiPolygon as they stand. */
export function coordinatesOf({ coords, rings, polygons, rows }: Omit<GeometryColumn, 'kinds'>, row: number): number[][][][] {
  const parts: number[][][][] = [];
  for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
    const part: number[][][] = [];
    for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++) {
      const positions: number[][] = [];
      for (let v = rings[ring]!; v < rings[ring + 1]!; v++) positions.push([coords[2 * v]!, coords[2 * v + 1]!]);
      part.push(positions);
    }
    parts.push(part);
  }
  return parts;
}
