/** Levels laid out in one piece where the country lies on both sides of the antimeridian, for whoever draws them on a plane. */
import type { FeatureTable } from '../contract/admin.ts';
import { joinBoxes, unroll } from './box.ts';
import { unitBbox } from './ring.ts';

/** The same tables where nothing crosses; else copies with longitudes beyond 180, so that parts of a unit meet along it again. */
export function unrollTables(tables: FeatureTable[]): FeatureTable[] {
  const boxes = tables.map(({ units, geometry }) => units.map((_, row) => unitBbox(geometry, row)));
  const whole = joinBoxes(boxes.flat().filter((box) => box !== null));
  if (!whole || whole[0] <= whole[2]) return tables;
  // In the middle of the part of the Earth that the country does not reach.
  const cut = (whole[0] + whole[2]) / 2;
  const turn = (lon: number) => (lon < cut ? lon + 360 : lon);
  return tables.map((table, at) => ({
    ...table,
    geometry: { ...table.geometry, coords: table.geometry.coords.map((value, i) => (i % 2 === 0 ? turn(value) : value)) },
    units: table.units.map((unit, row) => {
      const [west, south, east, north] = unroll(boxes[at]![row] ?? unit.bbox);
      const by = turn(west) - west;
      return { ...unit, center: [turn(unit.center[0]), unit.center[1]], bbox: [west + by, south, east + by, north] };
    }),
  }));
}
