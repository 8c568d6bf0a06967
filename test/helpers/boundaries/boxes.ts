/** Small countries of rectangles, a tenth of a degree to the step. */
import type { Feature } from 'geojson';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { AdminLevel } from '../../../server/contract/ids.ts';
import { equalAreaKm2 } from '../../../server/geometry/ring.ts';
import { toTable } from '../boundaryTables.ts';

/** Code, parent, west, south, east, north; optional name. */
export type BoxUnit = [pcode: string, parent: string | null, west: number, south: number, east: number, north: number, name?: string];

/** @param offset in degrees, of every corner that is not on the outline of the whole: another hand drew it */
export function boxTable(level: AdminLevel, units: BoxUnit[], offset = 0): FeatureTable {
  const [left, top] = [Math.max(...units.map((unit) => unit[4])), Math.max(...units.map((unit) => unit[5]))];
  const moved = (value: number, most: number) => value / 10 + (value > 0 && value < most ? offset : 0);
  const features = units.map(([pcode, parent, west, south, east, north, name = pcode]): Feature => {
    const [w, s, e, n] = [moved(west, left), moved(south, top), moved(east, left), moved(north, top)];
    return { type: 'Feature', properties: { pcode, parent, name }, geometry: { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] } }; // prettier-ignore
  });
  const table = toTable(level, features);
  return { ...table, units: table.units.map((unit, row) => ({ ...unit, areaSqKm: equalAreaKm2(table.geometry, row) })) };
}
