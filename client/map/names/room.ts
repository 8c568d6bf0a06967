/** How much room a unit has for its name on the live map: a name is far wider than a small unit, and over it reads as that of a neighbour. Pure. */
import type { ExpressionSpecification } from 'maplibre-gl';

/** `rank` of labels in tiles: how often the Earth is halved to a unit of that area (server/tiles/layers.ts). */
const EARTH_KM2 = 510_065_622;
const AROUND_KM = 40_075;
const TILE = 512;
/** Radius of a unit's room as a share of the root of its area: that of a circle of the same area. */
const RADIUS = 0.56;
/** A name may be so many times as wide as half its unit, and stand on it: as on pictures (server/maps/render/labels.ts). */
export const OVER = 4.5;
/** A name that is no wider, in sizes of its letters, stands on any unit. */
export const SHORT = 3;
/** Width of a letter by the size of letters, as most are; and of a line before it is broken. */
const [LETTER, LINE] = [0.56, 7];

const roomAtNought = (lat: number): number => (RADIUS * Math.sqrt(EARTH_KM2) * TILE) / (AROUND_KM * Math.cos((lat * Math.PI) / 180));

/** About the radius of a unit, in pixels. */
export const roomOf = (rank: number, zoom: number, lat: number): number => roomAtNought(lat) * 2 ** (zoom - rank / 2);

/** Names of level 1 are larger. From zoom to size; between them in proportion. */
export const nameSizes = (level: number): readonly [zoom: number, size: number][] => [
  [4, level <= 1 ? 11.5 : 10.5],
  [10, level <= 1 ? 16 : 13],
];
export const sizeAt = (level: number, zoom: number): number => {
  const [[from, least], [to, most]] = nameSizes(level) as [[number, number], [number, number]];
  return least + (most - least) * Math.max(0, Math.min(1, (zoom - from) / (to - from)));
};

/** Which names stand on their unit; the others have theirs beside it (`leads.ts`). Filters know whole zooms only: half-way to the next. */
export function hasRoom(name: ExpressionSpecification, level: number, lat: number): ExpressionSpecification {
  const width: ExpressionSpecification = ['min', LINE, ['*', LETTER, ['length', name]]];
  const size: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], ...nameSizes(level).flat()];
  const room: ExpressionSpecification = ['*', roomAtNought(lat) * OVER, ['^', 2, ['-', ['+', ['zoom'], 0.5], ['/', ['coalesce', ['get', 'rank'], 0], 2]]]];
  return ['any', ['<=', width, SHORT], ['<=', ['*', width, size], room]];
}

/** Names that are hidden while the map stands still (`hidden.ts`). */
export const nameOpacity: ExpressionSpecification = ['case', ['boolean', ['feature-state', 'hidden'], false], 0, 1];
