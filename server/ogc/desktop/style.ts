/** The tiles of a version as a MapLibre style with absolute addresses: also OpenLayers and QGIS read it. No sprite; text in fonts that the client has. Pure. */
import { PALETTE } from '../../contract/maps/palette.ts';
import type { TileJson } from '../../contract/datasets/api.ts';

type Json = Record<string, unknown>;
export interface StyleOptions {
  /** Admin levels; absent: all that the tiles have. */
  levels?: readonly number[] | undefined;
  /** Language of names; absent or not there: as the source names them first. */
  lang?: string | undefined;
}

/** Width of a border in pixels by its level, at the zooms that follow. */
const WIDTHS: readonly (readonly [narrow: number, wide: number])[] = [
  [1.4, 2.6],
  [1, 2],
  [0.6, 1.4],
  [0.4, 1],
  [0.3, 0.8],
  [0.3, 0.6],
];
const ZOOMS = [4, 10] as const;
const SIZES: readonly number[] = [16, 14, 12, 11, 10, 10];
/** Zoom at which names of a level have room. */
const FROM: readonly number[] = [2, 5, 7, 8, 9, 9];
const SOURCE = 'cod';

/** Levels whose units the tiles have, the country first. */
export const levelsIn = ({ vector_layers: layers }: Pick<TileJson, 'vector_layers'>): number[] =>
  layers.flatMap(({ id }) => (/^adm\d$/.test(id) ? [Number(id.slice(3))] : [])).toSorted((a, b) => a - b);

export function toStyle(tilejson: TileJson, { levels, lang }: StyleOptions): Json {
  const { light } = PALETTE;
  const shown = levelsIn(tilejson).filter((level) => !levels || levels.includes(level));
  const deepest = shown.at(-1) ?? 0;
  const column = Math.max(0, (tilejson.languages ?? []).indexOf(lang ?? ''));
  const name = column > 0 ? ['coalesce', ['get', `name${column}`], ['get', 'name']] : ['get', 'name'];
  const { tiles, minzoom, maxzoom, bounds, attribution } = tilejson;
  return {
    version: 8,
    name: tilejson.name,
    sources: { [SOURCE]: { type: 'vector', tiles, minzoom, maxzoom, bounds, attribution } },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': light.mapBeyond } },
      {
        id: `fill-adm${deepest}`,
        type: 'fill',
        source: SOURCE,
        'source-layer': `adm${deepest}`,
        paint: { 'fill-color': light.mapLand, 'fill-outline-color': light.mapLand },
      },
      ...shown.toReversed().map((level) => ({
        id: `line-adm${level}`,
        type: 'line',
        source: SOURCE,
        'source-layer': 'lines',
        filter: ['==', ['get', 'level'], level],
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: {
          'line-color': level === 0 ? light.mapBorder : level === 1 ? light.mapOutline : light.mapLine,
          'line-width': ['interpolate', ['linear'], ['zoom'], ZOOMS[0], WIDTHS[level]![0], ZOOMS[1], WIDTHS[level]![1]],
        },
      })),
      ...shown.toReversed().map((level) => ({
        id: `label-adm${level}`,
        type: 'symbol',
        source: SOURCE,
        'source-layer': 'labels',
        minzoom: FROM[level],
        filter: ['==', ['get', 'level'], level],
        layout: { 'text-field': name, 'text-font': ['Noto Sans Regular'], 'text-size': SIZES[level], 'text-max-width': 8 },
        paint: { 'text-color': light.ink, 'text-halo-color': light.surface, 'text-halo-width': 1.5 },
      })),
    ],
  };
}
