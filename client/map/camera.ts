/** Where to look so that a box fits a window, and which tiles that takes. Pure: the still picture and the live map use the same answer. */
import type { TileJson } from '../../server/contract/datasets/api.ts';
import { mercatorX, mercatorY, toLevelRanges, type LevelRange, type LevelUnits } from './levels.ts';

export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** MapLibre's world is this many pixels wide at zoom 0. */
export const TILE = 512;

/** A box over the antimeridian comes with `west > east`; it is unrolled eastwards. */
export function unroll([west, south, east, north]: Bbox): Bbox {
  return [west, south, east < west ? east + 360 : east, north];
}

/** What the tiles hold, in the least box. */
export function boxOfTiles({ bbox, bounds }: Pick<TileJson, 'bbox' | 'bounds'>): Bbox {
  return bbox ?? bounds;
}

/** Levels that the tiles hold, with the zooms at which each is shown. */
export function rangesOfTiles(levels: readonly LevelUnits[], tilejson: TileJson, box: Bbox = boxOfTiles(tilejson)): LevelRange[] {
  const available = new Map(tilejson.vector_layers.flatMap(({ id, minzoom }) => (/^adm\d$/.test(id) ? [[Number(id.slice(3)), minzoom] as const] : [])));
  return toLevelRanges(levels, box, available);
}

/** The least box of all, the short way around the Earth from the first one. */
export function joinBoxes([first, ...others]: readonly [Bbox, ...Bbox[]]): Bbox {
  return others.reduce((whole, box) => {
    const [west, south, east, north] = unroll(box);
    const by = 360 * Math.round(((whole[0] + whole[2]) / 2 - (west + east) / 2) / 360);
    return [Math.min(whole[0], west + by), Math.min(whole[1], south), Math.max(whole[2], east + by), Math.max(whole[3], north)];
  }, unroll(first));
}

/** Centre and zoom that show the whole box within the part of the window that no panel covers. */
export function fitCamera(bbox: Bbox, { width, height }: Size, padding: Padding, maxZoom = 14): Camera {
  const [west, south, east, north] = unroll(bbox);
  const [x0, x1, y0, y1] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)];
  const roomX = Math.max(40, width - padding.left - padding.right);
  const roomY = Math.max(40, height - padding.top - padding.bottom);
  const scale = Math.min(roomX / Math.max(x1 - x0, 1e-9), roomY / Math.max(y1 - y0, 1e-9));
  const zoom = Math.max(0, Math.min(maxZoom, Math.log2(scale / TILE)));
  const world = TILE * 2 ** zoom;
  const x = (x0 + x1) / 2 + (padding.right - padding.left) / 2 / world;
  const y = (y0 + y1) / 2 + (padding.bottom - padding.top) / 2 / world;
  return { lon: (x - Math.floor(x)) * 360 - 180, lat: toLatitude(y), zoom };
}

export function toLatitude(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** The tiles that MapLibre will ask for at this camera, clipped to the bounds of the archive. */
export function tilesInView(camera: Camera, { width, height }: Size, minzoom: number, maxzoom: number, bounds: Bbox): TileAddress[] {
  const z = Math.max(minzoom, Math.min(maxzoom, Math.floor(camera.zoom)));
  const world = TILE * 2 ** camera.zoom;
  const side = 2 ** z;
  const [west, south, east, north] = unroll(bounds);
  const range = (low: number, high: number, limitLow: number, limitHigh: number) => [
    Math.floor(Math.max(low, limitLow) * side),
    Math.min(Math.floor(Math.min(high, limitHigh) * side), Math.ceil(Math.min(high, limitHigh) * side) - 1),
  ];
  const [cx, cy] = [mercatorX(camera.lon), mercatorY(camera.lat)];
  // On the turn of the Earth that the camera looks at.
  const turn = Math.round(cx - (mercatorX(west) + mercatorX(east)) / 2);
  const [x0, x1] = range(cx - width / 2 / world, cx + width / 2 / world, mercatorX(west) + turn, mercatorX(east) + turn) as [number, number];
  const [y0, y1] = range(cy - height / 2 / world, cy + height / 2 / world, mercatorY(north), mercatorY(south)) as [number, number];
  const tiles: TileAddress[] = [];
  for (let y = Math.max(0, y0); y <= Math.min(side - 1, y1); y++) for (let x = x0; x <= x1; x++) tiles.push({ z, x, y });
  return tiles;
}

export interface Covered {
  /** Panels float beside the map; otherwise they are sheets over it. */
  wide: boolean;
  snap: 'peek' | 'half' | 'full';
  /** The wide view is open over the lower part of the map. */
  table: boolean;
  rtl: boolean;
  /** Of the window, in pixels. */
  height: number;
}

/** What of the window panels cover on the page of a country. Search and tools above; the panel at the side, or as much of the sheet as is out; the source line below. */
const WIDE = { top: 76, start: 392, end: 72, bottom: 60 };
const NARROW = { top: 120, side: 16, peek: 168 };

export function paddingOf({ wide, snap, table, rtl, height }: Covered): Padding {
  if (!wide) return { top: NARROW.top, right: NARROW.side, bottom: snap === 'peek' ? NARROW.peek : Math.round(height / 2) + 16, left: NARROW.side };
  const { top, start, end } = WIDE;
  const bottom = table ? Math.round(height * 0.45) + WIDE.bottom : WIDE.bottom;
  return rtl ? { top, right: start, bottom, left: end } : { top, right: end, bottom, left: start };
}
