/** An archive of any maker → a MapLibre style. Pure. Layers are drawn alike, in the order in which the file names them; which are shown is the reader's choice. */
import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import type { Archive } from './open.ts';

const SOURCE = 'archive';

export interface ArchiveLook {
  palette: Palette;
  fonts: FontFacesSpecification;
  /** Ids of layers that are not shown. */
  hidden: ReadonlySet<string>;
}

export function archiveStyle(
  { type, minzoom, maxzoom, box, layers }: Omit<Archive, 'tiles'>,
  address: string,
  { palette, fonts, hidden }: ArchiveLook,
): StyleSpecification {
  const tiles = [`${address}/{z}/{x}/{y}`];
  const common = { tiles, minzoom, maxzoom, bounds: [...box] as [number, number, number, number] };
  const shown = layers.filter(({ id }) => !hidden.has(id));
  const all = (make: (layer: string, number: number, palette: Palette) => LayerSpecification) => shown.map(({ id }, number) => make(id, number, palette));
  return {
    version: 8,
    'font-faces': fonts,
    sources: { [SOURCE]: type === 'MVT' ? { type: 'vector', ...common } : { type: 'raster', tileSize: 256, ...common } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.mapGround } },
      // Areas below all lines, lines below all points: a country that lies over its districts would hide them.
      ...(type === 'MVT'
        ? [...all(area), ...all(outline), ...all(line), ...all(point), ...all(name)]
        : [{ id: 'pictures', type: 'raster', source: SOURCE } as const]),
    ],
  };
}

const of = (geometry: 'Point' | 'LineString' | 'Polygon') => ['==', ['geometry-type'], geometry] as ['==', unknown, string] as never;

const area = (layer: string, number: number, palette: Palette): LayerSpecification => ({
  id: `area ${number}`,
  type: 'fill',
  source: SOURCE,
  'source-layer': layer,
  filter: of('Polygon'),
  paint: { 'fill-color': palette.mapLand, 'fill-opacity': 0.7 },
});
const outline = (layer: string, number: number, palette: Palette): LayerSpecification => ({
  id: `outline ${number}`,
  type: 'line',
  source: SOURCE,
  'source-layer': layer,
  filter: of('Polygon'),
  paint: { 'line-color': palette.mapLine, 'line-width': 0.7 },
});
const line = (layer: string, number: number, palette: Palette): LayerSpecification => ({
  id: `line ${number}`,
  type: 'line',
  source: SOURCE,
  'source-layer': layer,
  filter: of('LineString'),
  layout: { 'line-join': 'round' },
  paint: { 'line-color': palette.mapOutline, 'line-width': 1 },
});
const point = (layer: string, number: number, palette: Palette): LayerSpecification => ({
  id: `point ${number}`,
  type: 'circle',
  source: SOURCE,
  'source-layer': layer,
  filter: ['all', of('Point'), ['!', ['has', 'name']]] as never,
  paint: { 'circle-radius': 3, 'circle-color': palette.accent, 'circle-stroke-color': palette.mapLand, 'circle-stroke-width': 1 },
});
/** Points that have a name are written, not dotted: labels of areas are such points. */
const name = (layer: string, number: number, palette: Palette): LayerSpecification => ({
  id: `name ${number}`,
  type: 'symbol',
  source: SOURCE,
  'source-layer': layer,
  filter: ['all', of('Point'), ['has', 'name']] as never,
  layout: {
    'text-field': ['to-string', ['get', 'name']],
    'text-font': ['Noto Sans Regular'],
    'text-size': 12,
    'symbol-sort-key': ['to-number', ['get', 'rank'], 0],
  },
  paint: { 'text-color': palette.ink, 'text-halo-color': palette.mapLand, 'text-halo-width': 1.5 },
});
