/** A row of districts with planted faults, as GeoJSON: an overlap of 33 m, a gap of 2 m, an overlap of 223 m. */

/** West and east of each district, in degrees; all from the equator to 0.1° north. */
const SPANS: [west: number, east: number][] = [
  [10, 10.1],
  [10.0997, 10.2],
  [10.2, 10.3],
  [10.30002, 10.4],
  [10.398, 10.5],
];
export const DISTRICTS = ['Alta', 'Bua', 'Cana', 'Dorm', 'Elm'];
export const CODES = DISTRICTS.map((_, row) => `XN0${row + 1}`);

/** @param change moves sides of districts; @param order of the rows */
export function plantedGeojson({ change = (spans) => spans, order = [0, 1, 2, 3, 4], names = DISTRICTS }: Partial<Planted> = {}): string {
  const spans = change(SPANS.map(([west, east]) => [west, east]));
  const features = order.map((row) => {
    const [west, east] = spans[row]!;
    const ring = [[west, 0], [east, 0], [east, 0.1], [west, 0.1], [west, 0]]; // prettier-ignore
    return { type: 'Feature', properties: { ADM1_PCODE: CODES[row], ADM1_EN: names[row] }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

interface Planted {
  change: (spans: [number, number][]) => [number, number][];
  order: number[];
  names: string[];
}
