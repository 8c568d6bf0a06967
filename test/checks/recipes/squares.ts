/** A square country of two provinces and four districts, and small things to do to it. */
import type { Feature, Geometry, Position } from 'geojson';

/** One metre in degrees, near enough at 5 degrees north. */
export const M = 1 / 111_000;

export type Layers = Record<string, Feature<Geometry | null>[]>;
export type Change = (layers: Layers) => void;
/** What is done to the square country; `country` where it stands for another one. */
export interface Case {
  changes: Change[];
  country?: string;
}
export type Cases = Record<string, Change[] | Case>;
/** By check: cases in which it finds something, and cases in which it must not. */
export type Recipes = Record<string, { faulty: Cases; sound: Cases }>;

export const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
export const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings });

export function unit(code: string, geometry: Geometry | null, more: Record<string, unknown> = {}): Feature<Geometry | null> {
  const level = code.length / 2 - 1;
  const properties: Record<string, unknown> = {};
  for (let at = level; at >= 0; at--) {
    const own = code.slice(0, 2 * at + 2);
    properties[`adm${at}_name`] = at === 0 ? 'Novara' : `Place ${own.slice(2)}`;
    properties[`adm${at}_pcode`] = own;
  }
  return { type: 'Feature', properties: { ...properties, valid_on: '2025-01-01', version: 'v01', lang: 'en', ...more }, geometry };
}

export function country(): Layers {
  const corner = (x: number, y: number): Position => [20 + x / 10, 5 + y / 10];
  const ring = (...points: [number, number][]) => polygon([...points, points[0]!].map(([x, y]) => corner(x, y)));
  return {
    admin0: [unit('XN', ring([0, 0], [1, 0], [2, 0], [2, 1], [2, 2], [1, 2], [0, 2], [0, 1]))],
    admin1: [unit('XN01', ring([0, 0], [1, 0], [1, 1], [1, 2], [0, 2], [0, 1])), unit('XN02', ring([1, 0], [2, 0], [2, 1], [2, 2], [1, 2], [1, 1]))],
    admin2: [
      unit('XN0101', ring([0, 0], [1, 0], [1, 1], [0, 1])),
      unit('XN0102', ring([0, 1], [1, 1], [1, 2], [0, 2])),
      unit('XN0201', ring([1, 0], [2, 0], [2, 1], [1, 1])),
      unit('XN0202', ring([1, 1], [2, 1], [2, 2], [1, 2])),
    ],
  };
}

export const set =
  (layer: string, row: number, geometry: Geometry | null): Change =>
  (layers) => {
    layers[layer]![row]!.geometry = geometry;
  };
export const add =
  (layer: string, code: string, geometry: Geometry | null, more: Record<string, unknown> = {}): Change =>
  (layers) => {
    layers[layer]!.push(unit(code, geometry, more));
  };
export const only =
  (...names: string[]): Change =>
  (layers) => {
    for (const name of Object.keys(layers)) if (!names.includes(name)) delete layers[name];
  };
export const move =
  (layer: string, shift: (at: Position) => Position): Change =>
  (layers) => {
    for (const feature of layers[layer]!) {
      if (feature.geometry?.type === 'Polygon') feature.geometry.coordinates = feature.geometry.coordinates.map((ring) => ring.map(shift));
    }
  };
export const part = (row: number, ...parts: Position[][]): Change => {
  return (layers) => {
    const { geometry } = layers['admin2']![row]!;
    if (geometry?.type === 'Polygon')
      layers['admin2']![row]!.geometry = { type: 'MultiPolygon', coordinates: [geometry.coordinates, ...parts.map((ring) => [ring])] };
  };
};
/** The north-eastern district with other vertices on its western and southern sides. */
export const northEast = (...side: Position[]): Geometry => polygon([[20.2, 5.1], [20.2, 5.2], [20.1, 5.2], ...side, [20.1, 5.1], [20.2, 5.1]]);
/** The north-western district with other vertices on its eastern side, southwards to northwards. */
export const northWest = (...side: Position[]): Geometry => polygon([[20, 5.1], [20.1, 5.1], ...side, [20.1, 5.2], [20, 5.2], [20, 5.1]]);
export const hole = (row: number, width: number, height: number): Change => {
  const [x, y] = [20.05 + (row >> 1) / 10, 5.05 + (row & 1) / 10];
  return (layers) => {
    const { geometry } = layers['admin2']![row]!;
    if (geometry?.type === 'Polygon') geometry.coordinates.push(box(x, y, x + width, y + height).toReversed());
  };
};
export const noChange: Change = () => {};
/** A bow tie of 200 m in the eastern side. */
export const bowTie = polygon([
  [20.1, 5.1],
  [20.2, 5.1],
  [20.2, 5.15],
  [20.198, 5.152],
  [20.2, 5.152],
  [20.198, 5.15],
  [20.2, 5.2],
  [20.1, 5.2],
  [20.1, 5.1],
]);
const reference = (ring: Position[]): Change => add('reference', 'XN', polygon(ring));
export const withReference =
  (ring: Position[]): Change =>
  (layers) => {
    layers['reference'] = [];
    reference(ring)(layers);
  };
export const rename =
  (layer: string, row: number, values: Record<string, unknown>): Change =>
  (layers) => {
    Object.assign(layers[layer]![row]!.properties!, values);
  };
