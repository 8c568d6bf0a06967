/** Units of one level as small SVG paths, cut from the same tiles as the map: for small multiples, where a live map each would be too much. */
import type { Api } from '../kit/api.ts';
import type { TileJson } from '../../server/contract/datasets/api.ts';
import { TILE, boxOfTiles, fitCamera, tilesInView, type Bbox, type Size } from './camera.ts';
import { mercatorX, mercatorY } from './levels.ts';
import { readTile } from './mvt.ts';
import { tileHref, toPath } from './still.ts';
import { layerOfLevel, pcodeColumn } from './style.ts';

export interface Shapes {
  size: Size;
  /** Path data by P-code. */
  paths: ReadonlyMap<string, string>;
}

const MARGIN = { top: 2, right: 2, bottom: 2, left: 2 };

/** @throws what the API throws; a tile that is not there is only empty */
export async function drawShapes(api: Api, tilejson: TileJson, level: number, box: Bbox, size: Size, signal?: AbortSignal): Promise<Shapes> {
  const name = layerOfLevel(level);
  const layer = tilejson.vector_layers.find(({ id }) => id === name);
  const camera = fitCamera(box, size, MARGIN);
  const minzoom = Math.max(tilejson.minzoom, layer?.minzoom ?? 0);
  const addresses = tilesInView(camera, size, minzoom, tilejson.maxzoom, boxOfTiles(tilejson));
  const tiles = await Promise.all(
    addresses.map(async (address) => ({ address, bytes: await api.getTile(tileHref(tilejson.tiles[0] ?? '', address), signal) })),
  );
  const world = TILE * 2 ** camera.zoom;
  const left = mercatorX(camera.lon) * world - size.width / 2;
  const top = mercatorY(camera.lat) * world - size.height / 2;
  const paths = new Map<string, string>();
  for (const { address, bytes } of tiles) {
    const found = bytes && readTile(bytes, (id) => id === name).get(name);
    if (!found) continue;
    const side = world / 2 ** address.z;
    for (const { parts, properties } of found.features) {
      const pcode = properties[pcodeColumn(level)];
      if (typeof pcode !== 'string') continue;
      const path = parts.map((part) => toPath(part, side / found.extent, address.x * side - left, address.y * side - top, true)).join('');
      paths.set(pcode, (paths.get(pcode) ?? '') + path);
    }
  }
  return { size, paths };
}
