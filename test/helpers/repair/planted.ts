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

/** Metres by which notches reach into the neighbour or stop short of it. */
const NOTCHES = [0.4, 0.8, 3, 12, 30];
const M_PER_DEGREE = 111_320;

/**
 * A country of `side` × `side` units in which each of the 2 × side × (side - 1) borders has one fault in its middle: the unit on its west or south
 * reaches into the other there, or leaves a gap.
 */
export function notchedGeojson(side: number): string {
  const size = 0.05;
  let borders = 0;
  /** Along the side of a unit that begins at `from`, ends at `to` and has the other unit to the `outward` of it. */
  const notch = (from: [number, number], to: [number, number], outward: [number, number]): [number, number][] => {
    const border = borders++;
    const reach = ((border % 2 === 0 ? 1 : -1) * NOTCHES[border % NOTCHES.length]!) / M_PER_DEGREE;
    const at = (share: number, out: number): [number, number] =>
      [0, 1].map((i) => from[i]! + share * (to[i]! - from[i]!) + out * outward[i]!) as [number, number];
    return [at(0.48, 0), at(0.5, reach), at(0.52, 0)];
  };
  const features = Array.from({ length: side * side }, (_, i) => {
    const [column, row] = [i % side, Math.floor(i / side)];
    const [west, south, east, north] = [10 + column * size, row * size, 10 + (column + 1) * size, (row + 1) * size];
    const ring = [
      [west, south],
      [east, south],
      ...(column < side - 1 ? notch([east, south], [east, north], [1, 0]) : []),
      [east, north],
      ...(row < side - 1 ? notch([east, north], [west, north], [0, 1]) : []),
      [west, north],
      [west, south],
    ];
    const code = String(i + 1).padStart(4, '0');
    return { type: 'Feature', properties: { ADM1_PCODE: `CM${code}`, ADM1_EN: `Unit ${code}` }, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

interface Planted {
  change: (spans: [number, number][]) => [number, number][];
  order: number[];
  names: string[];
}
