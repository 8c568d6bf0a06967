/**
 * The still picture of a country: the very tiles that the live map will ask for next, drawn as SVG paths.
 * It costs no extra bytes, stands at first paint, and stays where there is no WebGL.
 */
import type { Api } from '../kit/api.ts';
import type { TileJson } from '../../server/contract/datasets/api.ts';
import { TILE, boxOfTiles, tilesInView, type Camera, type Size, type TileAddress } from './camera.ts';
import { mercatorX, mercatorY } from './levels.ts';
import { readTile, type TileLayer } from './mvt.ts';

export interface Still {
  size: Size;
  /** Path of the country's area, without an outline: tiles cut it. */
  land: string;
  /** Boundary lines by level, the outline of the country last. */
  lines: { level: number; path: string }[];
  labels: { x: number; y: number; pcode: string; names: (string | undefined)[] }[];
}

/** Drawn at first sight; deeper lines belong to the live map. */
const LEVELS = 1;

/** Fetches the tiles in view and draws them. A tile that fails is left out: the picture is a preview, the live map reports errors. */
export async function drawStill(api: Api, tilejson: TileJson, camera: Camera, size: Size, signal?: AbortSignal): Promise<Still> {
  const template = tilejson.tiles[0] ?? '';
  const addresses = tilesInView(camera, size, tilejson.minzoom, tilejson.maxzoom, boxOfTiles(tilejson));
  const tiles = await Promise.all(
    addresses.map(async (address) => {
      const bytes = await api.getTile(tileHref(template, address), signal).catch(() => null);
      return {
        address,
        layers: bytes ? readTile(bytes, (layer) => layer === 'adm0' || layer === 'lines' || layer === 'labels') : new Map<string, TileLayer>(),
      };
    }),
  );
  return toStill(tiles, camera, size);
}

export function tileHref(template: string, { z, x, y }: TileAddress): string {
  const side = 2 ** z;
  return template
    .replace('{z}', String(z))
    .replace('{x}', String(((x % side) + side) % side))
    .replace('{y}', String(y));
}

/** Pure part of `drawStill`. */
export function toStill(tiles: readonly { address: TileAddress; layers: Map<string, TileLayer> }[], camera: Camera, size: Size): Still {
  const still: Still = { size, land: '', lines: [], labels: [] };
  const lines = new Map<number, string[]>();
  const land: string[] = [];
  const world = TILE * 2 ** camera.zoom;
  const left = mercatorX(camera.lon) * world - size.width / 2;
  const top = mercatorY(camera.lat) * world - size.height / 2;
  for (const { address, layers } of tiles) {
    const side = world / 2 ** address.z;
    const [x0, y0] = [address.x * side - left, address.y * side - top];
    const draw = (parts: Int32Array[], scale: number, closed: boolean) => parts.map((part) => toPath(part, scale, x0, y0, closed)).join('');
    const adm0 = layers.get('adm0');
    for (const { parts } of adm0?.features ?? []) land.push(draw(parts, side / adm0!.extent, true));
    const lineLayer = layers.get('lines');
    for (const { parts, properties } of lineLayer?.features ?? []) {
      const level = Number(properties['level']);
      if (!(level <= LEVELS)) continue;
      const path = draw(parts, side / lineLayer!.extent, false);
      lines.set(level, [...(lines.get(level) ?? []), path]);
    }
    const labels = layers.get('labels');
    for (const { parts, properties } of labels?.features ?? []) {
      if (properties['level'] !== LEVELS || !parts[0]) continue;
      const scale = side / labels!.extent;
      const names = ['name', 'name1', 'name2', 'name3'].map((key) => properties[key] as string | undefined);
      still.labels.push({ x: x0 + parts[0][0]! * scale, y: y0 + parts[0][1]! * scale, pcode: String(properties['pcode'] ?? ''), names });
    }
  }
  still.land = land.join('');
  still.lines = [...lines].sort(([a], [b]) => b - a).map(([level, paths]) => ({ level, path: paths.join('') }));
  return still;
}

/** Of a letter of a label, and the height of its line, in pixels: as wide as most are. */
const [LETTER, LINE] = [7, 15];

/** What is written: of two names that would lie over each other the first, because nobody reads both. */
export function freeLabels(labels: Still['labels'], nameColumn: number): { x: number; y: number; text: string }[] {
  const taken: { x: number; y: number; half: number }[] = [];
  return labels.flatMap(({ x, y, names }) => {
    const text = names[nameColumn] ?? names.find(Boolean) ?? '';
    const half = (Array.from(text).length * LETTER) / 2;
    if (taken.some((other) => Math.abs(other.y - y) < LINE && Math.abs(other.x - x) < other.half + half)) return [];
    taken.push({ x, y, half });
    return [{ x, y, text }];
  });
}

/** Steps shorter than this, in tenths of a pixel, are left out: a country of ten thousand islands must draw at once. */
const STEP = 12;
/** Parts smaller than this in both directions are left out. */
const SPECK = 15;

/** Tenths of a pixel, relative moves: a picture, not data. */
export function toPath(part: Int32Array, scale: number, x0: number, y0: number, closed: boolean): string {
  const at = (value: number, origin: number) => Math.round((origin + value * scale) * 10);
  let [px, py] = [at(part[0]!, x0), at(part[1]!, y0)];
  let [minX, minY, maxX, maxY] = [px, py, px, py];
  let path = `M${px / 10} ${py / 10}l`;
  const last = part.length - 2;
  for (let i = 2; i < part.length; i += 2) {
    const [x, y] = [at(part[i]!, x0), at(part[i + 1]!, y0)];
    if (i !== last && Math.abs(x - px) + Math.abs(y - py) < STEP) continue;
    [minX, minY, maxX, maxY] = [Math.min(minX, x), Math.min(minY, y), Math.max(maxX, x), Math.max(maxY, y)];
    path += `${(x - px) / 10} ${(y - py) / 10} `;
    [px, py] = [x, y];
  }
  if (maxX - minX < SPECK && maxY - minY < SPECK) return '';
  return closed ? `${path}z` : path;
}
