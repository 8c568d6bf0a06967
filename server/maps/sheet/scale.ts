/** The scale of a sheet: a bar that is true along the middle parallel, and how far from true it is elsewhere. */
import { scaleAlong } from './projection.ts';
import type { SheetView } from './shapes.ts';

export interface SheetScale {
  /** Of the bar. */
  km: number;
  /** Points. */
  width: number;
  /** The scale as 1 : n, in two figures. */
  ratio: number;
  /** How much longer or shorter than the bar says a distance may be elsewhere: 0.05 is 5 %. */
  error: number;
}

/** Beyond this a scale in numbers would be false precision. */
export const TRUE_ENOUGH = 0.05;
const POINTS_A_METRE = 72 / 0.0254;

/** @param most points that the bar may take; never more than a third of the map's width */
export function scaleOf(view: SheetView, most: number): SheetScale {
  const { projection, box } = view;
  const [west, south, east, north] = box;
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const own = scaleAlong(projection, middle.lon, middle.lat);
  const pointsPerKm = 1000 * view.scale * own;
  const room = Math.min(most, view.width / 3) / pointsPerKm;
  const power = 10 ** Math.floor(Math.log10(room));
  const km = ([5, 2, 1].find((step) => step * power <= room) ?? 1) * power;
  const others = [south, middle.lat, north].flatMap((lat) => [west, middle.lon, east].map((lon) => scaleAlong(projection, lon, lat)));
  // Equal in area: what is longer from west to east is shorter from south to north.
  const error = Math.max(...others.flatMap((each) => [Math.abs(each / own - 1), Math.abs(1 / each / own - 1)]));
  return { km, width: km * pointsPerKm, ratio: Number((POINTS_A_METRE / (view.scale * own)).toPrecision(2)), error };
}
