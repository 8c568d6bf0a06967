/** In which unit of a level a point lies, and how far it is from a unit: for points that come by the thousand, few of them near a border. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { pointToPolygonDistance } from '@turf/point-to-polygon-distance';
import Flatbush from 'flatbush';
import type { MultiPolygon } from 'geojson';
import type { AdminUnit, FeatureTable, GeometryColumn } from '../contract/admin.ts';
import { GEOMETRY_KIND } from '../contract/admin.ts';
import { coordinatesOf } from './coordinates.ts';
import { rowBbox } from './ring.ts';

export interface PointLocator {
  /** The unit that holds the point, on its border too; of several that overlap there the first. null where none does. Degrees. */
  at(lon: number, lat: number): AdminUnit | null;
  /** Kilometres from the point to the unit's border; 0 inside it, Infinity for a unit without geometry. */
  km(unit: AdminUnit, lon: number, lat: number): number;
}

export function createPointLocator({ units, geometry }: Pick<FeatureTable, 'units' | 'geometry'>): PointLocator {
  const rows: number[] = [];
  const boxes: (readonly [number, number, number, number])[] = [];
  for (let row = 0; row < units.length; row++) {
    const box = geometry.kinds[row] === GEOMETRY_KIND.polygon ? rowBbox(geometry, row) : null;
    if (!box) continue;
    rows.push(row);
    boxes.push(box);
  }
  const index = boxes.length === 0 ? null : new Flatbush(boxes.length);
  for (const box of boxes) index!.add(...box);
  index?.finish();
  const rowOf = new Map(rows.map((row) => [units[row]!.pcode as string, row]));
  // Shapes become objects only where a point comes near them.
  const shapes = new Map<number, MultiPolygon>();
  const shapeOf = (row: number) => {
    let shape = shapes.get(row);
    if (!shape) shapes.set(row, (shape = toMultiPolygon(geometry, row)));
    return shape;
  };
  return {
    at(lon, lat) {
      const near = (index?.search(lon, lat, lon, lat) ?? []).map((i) => rows[i]!).sort((a, b) => a - b);
      const row = near.find((each) => booleanPointInPolygon([lon, lat], shapeOf(each)));
      return row === undefined ? null : units[row]!;
    },
    km(unit, lon, lat) {
      const row = rowOf.get(unit.pcode);
      return row === undefined ? Infinity : Math.max(0, pointToPolygonDistance([lon, lat], shapeOf(row)));
    },
  };
}

/** Without rings that are no more than a line. */
const toMultiPolygon = (geometry: GeometryColumn, row: number): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: coordinatesOf(geometry, row)
    .map((shape) => shape.filter((points) => points.length >= 4))
    .filter((shape) => shape.length > 0),
});
