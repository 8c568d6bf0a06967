/** Areas given by P-codes on the still picture of a country: the same tiles, and of them the units that the codes name. */
import type { TileJson } from '../../server/contract/datasets/api.ts';
import type { Api } from '../kit/api.ts';
import { TILE, boxOfTiles, tilesInView, type Camera, type Size, type TileAddress } from './camera.ts';
import { mercatorX, mercatorY } from './levels.ts';
import { readTile, type TileLayer } from './mvt.ts';
import { tileHref, toPath, toStill, type Still } from './still.ts';

export interface Area {
  id: string;
  pcodes: readonly string[];
}

export interface AreasPicture {
  still: Still;
  /** Path of each area that the tiles of this zoom hold, by its id. */
  paths: ReadonlyMap<string, string>;
}

const UNITS = /^adm[1-5]$/;

/** Fetches the tiles in view and draws them. A tile that fails is left out, as of the still picture. */
export async function drawAreas(
  api: Pick<Api, 'getTile'>,
  tilejson: TileJson,
  camera: Camera,
  size: Size,
  areas: readonly Area[],
  signal?: AbortSignal,
): Promise<AreasPicture> {
  const template = tilejson.tiles[0] ?? '';
  const addresses = tilesInView(camera, size, tilejson.minzoom, tilejson.maxzoom, boxOfTiles(tilejson));
  const tiles = await Promise.all(
    addresses.map(async (address) => {
      const bytes = await api.getTile(tileHref(template, address), signal).catch(() => null);
      return { address, layers: bytes ? readTile(bytes, (layer) => layer === 'adm0' || layer === 'lines' || UNITS.test(layer)) : new Map<string, TileLayer>() };
    }),
  );
  return { still: toStill(tiles, camera, size), paths: toAreas(tiles, camera, size, areas) };
}

/** Pure part of `drawAreas`. Codes are unique within their level only, so an area is that of the highest level which has its codes. */
export function toAreas(
  tiles: readonly { address: TileAddress; layers: ReadonlyMap<string, TileLayer> }[],
  camera: Camera,
  size: Size,
  areas: readonly Area[],
): ReadonlyMap<string, string> {
  const owners = new Map<string, string[]>();
  for (const { id, pcodes } of areas) for (const pcode of pcodes) owners.set(pcode, [...(owners.get(pcode) ?? []), id]);
  const drawn = new Map<string, string[]>();
  const levelOf = new Map<string, string>();
  for (const { address, layers } of tiles) {
    const { side, x0, y0 } = frameOf(address, camera, size);
    for (const name of [...layers.keys()].filter((each) => UNITS.test(each)).toSorted()) {
      const { extent, features } = layers.get(name)!;
      for (const { parts, properties } of features) {
        const pcode = String(properties[`${name}_pcode`] ?? '');
        if (!owners.has(pcode) || (levelOf.get(pcode) ?? name) !== name) continue;
        levelOf.set(pcode, name);
        const path = parts.map((part) => toPath(part, side / extent, x0, y0, true)).join('');
        for (const id of owners.get(pcode)!) drawn.set(id, [...(drawn.get(id) ?? []), path]);
      }
    }
  }
  return new Map([...drawn].map(([id, paths]) => [id, paths.join('')]));
}

/** How long the side of a tile is, and where its corner lies, in pixels of the picture. */
function frameOf({ z, x, y }: TileAddress, camera: Camera, size: Size): { side: number; x0: number; y0: number } {
  const world = TILE * 2 ** camera.zoom;
  const side = world / 2 ** z;
  return { side, x0: x * side - (mercatorX(camera.lon) * world - size.width / 2), y0: y * side - (mercatorY(camera.lat) * world - size.height / 2) };
}

/** Where a place lies on the picture, in pixels. */
export function toPixel(lon: number, lat: number, camera: Camera, size: Size): { x: number; y: number } {
  const world = TILE * 2 ** camera.zoom;
  // The short way round the Earth from what the picture looks at.
  const turn = Math.round((camera.lon - lon) / 360);
  return {
    x: (mercatorX(lon) + turn - mercatorX(camera.lon)) * world + size.width / 2,
    y: (mercatorY(lat) - mercatorY(camera.lat)) * world + size.height / 2,
  };
}
