/** Which units hold a place, read from the deepest tile of it: no question to the server but one tile, which the map asks for anyway. */
import type { TileJson } from '../../../server/contract/datasets/api.ts';
import type { Api } from '../../kit/api.ts';
import { mercatorX, mercatorY } from '../../map/levels.ts';
import { readTile, type TileFeature, type TileLayer } from '../../map/mvt.ts';
import { tileHref } from '../../map/still.ts';
import { nameColumn, pcodeColumn } from '../../map/style.ts';
import type { Place } from './coordinates.ts';

/** A unit at a place. */
export interface Holder {
  level: number;
  pcode: string;
  /** By name column. */
  names: (string | undefined)[];
  /** The place is so near to the border that the tile cannot tell on which side it is. */
  near: boolean;
}

/** Tiles are whole numbers, and borders in them are simplified by about as much. */
const UNSURE = 3;

/** The units that hold `place`, the deepest level first; none outside of the country. @throws as the API does */
export async function holdersOf(api: Api, tilejson: TileJson, place: Place, signal?: AbortSignal): Promise<Holder[]> {
  const side = 2 ** tilejson.maxzoom;
  const [x, y] = [mercatorX(place.lon) * side, mercatorY(place.lat) * side];
  const address = { z: tilejson.maxzoom, x: Math.floor(x), y: Math.floor(y) };
  const bytes = await api.getTile(tileHref(tilejson.tiles[0] ?? '', address), signal);
  const layers = bytes ? readTile(bytes, (layer) => /^adm[1-5]$/.test(layer)) : new Map<string, TileLayer>();
  return heldIn(layers, [x - address.x, y - address.y]);
}

/** Pure part of `holdersOf`. @param at where in the tile, 0 … 1 eastwards and southwards */
export function heldIn(layers: ReadonlyMap<string, TileLayer>, [x, y]: readonly [number, number]): Holder[] {
  const holders: Holder[] = [];
  for (const [name, { extent, features }] of layers) {
    const level = Number(name.slice('adm'.length));
    for (const feature of features) {
      const near = isNear(feature, x * extent, y * extent);
      if (near || isInside(feature, x * extent, y * extent)) holders.push({ level, ...toUnit(feature, level), near });
    }
  }
  return holders.filter(({ pcode }) => pcode !== '').sort((a, b) => b.level - a.level || Number(a.near) - Number(b.near));
}

function toUnit({ properties }: TileFeature, level: number): { pcode: string; names: (string | undefined)[] } {
  const text = (key: string) => (typeof properties[key] === 'string' ? properties[key] : undefined);
  return { pcode: text(pcodeColumn(level)) ?? '', names: [0, 1, 2, 3].map((column) => text(nameColumn(level, column))) };
}

/** Even-odd over all rings: holes are rings too. */
function isInside({ parts }: TileFeature, x: number, y: number): boolean {
  let inside = false;
  for (const part of parts)
    for (let i = 0, j = part.length - 2; i < part.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [part[i]!, part[i + 1]!, part[j]!, part[j + 1]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}

function isNear({ parts }: TileFeature, x: number, y: number): boolean {
  return parts.some((part) => {
    for (let i = 0, j = part.length - 2; i < part.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [part[i]!, part[i + 1]!, part[j]!, part[j + 1]!];
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
      if (Math.hypot(x - ax - t * dx, y - ay - t * dy) <= UNSURE) return true;
    }
    return false;
  });
}
