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
  /** Boundaries of units of this level and those above; '' where they were not asked for. */
  lines: string;
}

const MARGIN = { top: 2, right: 2, bottom: 2, left: 2 };

/**
 * @param withLines boundaries besides: tiles cut units, and an outline would show where
 * @throws what the API throws; a tile that is not there is only empty
 */
export async function drawShapes(api: Api, tilejson: TileJson, level: number, box: Bbox, size: Size, signal?: AbortSignal, withLines = false): Promise<Shapes> {
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
  const lines: string[] = [];
  for (const { address, bytes } of tiles) {
    const layers = bytes && readTile(bytes, (id) => id === name || (withLines && id === 'lines'));
    const side = world / 2 ** address.z;
    const [x0, y0] = [address.x * side - left, address.y * side - top];
    const drawn = layers && layers.get('lines');
    for (const { parts, properties } of drawn?.features ?? [])
      if (Number(properties['level']) <= level) lines.push(...parts.map((part) => toPath(part, side / drawn!.extent, x0, y0, false)));
    const found = layers && layers.get(name);
    if (!found) continue;
    for (const { parts, properties } of found.features) {
      const pcode = properties[pcodeColumn(level)];
      if (typeof pcode !== 'string') continue;
      const path = parts.map((part) => toPath(part, side / found.extent, x0, y0, true)).join('');
      paths.set(pcode, (paths.get(pcode) ?? '') + path);
    }
  }
  return { size, paths, lines: lines.join('') };
}
