/** Layers over the boundaries, as the looks of the contract say: what pictures draw too (server/maps/overlays/draw.ts). Pure. */
import type { Geometry } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { BASE_OPACITY, FILLED, hatchOf, LEAST_RADIUS, LINE, lineLook, OLD_DASH, OUTLINE, toPoint } from '../../../server/contract/maps/overlayLooks.ts';
import { layerToken } from '../../../server/contract/maps/palette.ts';
import type { LayerColour, LayerShape, LayerSymbol } from '../../../server/contract/overlays/layer.ts';
import type { Palette } from '../palette.ts';
import { hatchImage, SYMBOL_RADIUS, symbolImage } from '../patterns.ts';

/** Names in features and tiles: those of the contract, which says them with all of its checks (`FEATURE_KEYS`, `TILE_LAYER`; a test compares). */
export const KEYS = { id: '_id', name: '_name', entry: '_entry', size: '_size' } as const;
export const TILE_LAYER = 'features';
export const TOLD = { layer: 'told', key: 'hidden' } as const;

export interface ShownOverlay {
  /** Of its dataset. */
  id: string;
  shape: LayerShape;
  /** In the order of the legend. */
  entries: readonly { symbol: LayerSymbol; colour: LayerColour }[];
  /** The largest number that symbols are sized by; null where all are of one size. */
  most: number | null;
  /** For orientation: weaker, below everything that is read. */
  isBase: boolean;
  /** Past its last day. */
  isOld: boolean;
  minZoom: number;
  /** One file, or tiles; absolute addresses. */
  from: { geojson: string | Geometry } | { tiles: string; minzoom: number; maxzoom: number };
}

const sourceId = ({ id }: ShownOverlay) => `overlay:${id}`;
/** Ids of layers of the style that a pointer meets. */
export const isOverlayLayer = (id: string): boolean => id.startsWith('overlay:') && !id.endsWith(':edge') && !id.endsWith(':told');
/** Which overlay a layer of the style is of. */
export const overlayOf = (id: string): string => id.split(':')[1]!;

export function overlaySources(overlays: readonly ShownOverlay[] | undefined): Record<string, SourceSpecification> {
  return Object.fromEntries(
    (overlays ?? []).map((overlay): [string, SourceSpecification] => {
      const { from } = overlay;
      const source: SourceSpecification =
        'geojson' in from
          ? { type: 'geojson', data: from.geojson, promoteId: KEYS.id }
          : { type: 'vector', tiles: [from.tiles], minzoom: from.minzoom, maxzoom: from.maxzoom, promoteId: KEYS.id };
      return [sourceId(overlay), source];
    }),
  );
}

/** @param base those for orientation, or the others; the first of them lies below the others */
export function overlayLayers(overlays: readonly ShownOverlay[] | undefined, base: boolean, palette: Palette, font: string[]): LayerSpecification[] {
  return (overlays ?? []).filter(({ isBase }) => isBase === base).flatMap((overlay) => [...layersOf(overlay, palette), ...toldLayers(overlay, palette, font)]);
}

function commonOf(overlay: ShownOverlay) {
  return {
    source: sourceId(overlay),
    ...('tiles' in overlay.from ? { 'source-layer': TILE_LAYER } : {}),
    ...(overlay.minZoom > 0 ? { minzoom: overlay.minZoom } : {}),
  };
}

function layersOf(overlay: ShownOverlay, palette: Palette): LayerSpecification[] {
  return overlay.shape === 'points' ? [pointLayer(overlay, palette)] : overlay.entries.flatMap((_, at) => shapeLayers(overlay, at, palette)).toReversed();
}

/** Largest radius, in pixels, by zoom; of symbols of one size their radius. */
const SIZED = [4, 8, 7, 16, 10, 30, 14, 48] as const;
const PLAIN = [4, 2.4, 7, 3.4, 10, 5, 14, 7] as const;

function pointLayer(overlay: ShownOverlay, palette: Palette): LayerSpecification {
  const { most, isOld, isBase, entries } = overlay;
  const imageOf = ({ symbol, colour }: (typeof entries)[number]) => {
    const own = palette[layerToken(colour)];
    return symbolImage(toPoint(symbol), isOld ? [palette.mapLand, own] : [own, palette.mapLand]);
  };
  const image: ExpressionSpecification | string =
    entries.length === 1
      ? imageOf(entries[0]!)
      : ([
          'match',
          ['get', KEYS.entry],
          ...entries.slice(0, -1).flatMap((entry, at) => [at, imageOf(entry)]),
          imageOf(entries.at(-1)!),
        ] as unknown as ExpressionSpecification);
  const share: ExpressionSpecification | number = most === null ? 1 : ['sqrt', ['/', ['max', 0, ['min', most, ['coalesce', ['get', KEYS.size], 0]]], most]];
  const size = (radius: number): ExpressionSpecification | number =>
    typeof share === 'number' ? radius / SYMBOL_RADIUS : ['/', ['max', LEAST_RADIUS, ['*', radius, share]], SYMBOL_RADIUS];
  const stops = most === null ? PLAIN : SIZED;
  const steps = [0, 2, 4, 6].flatMap((i) => [stops[i]!, size(stops[i + 1]!)]);
  return {
    id: `${sourceId(overlay)}:points`,
    type: 'symbol',
    ...commonOf(overlay),
    layout: {
      'icon-image': image,
      'icon-size': ['interpolate', ['linear'], ['zoom'], ...steps] as ExpressionSpecification,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      // Smaller ones lie on larger ones.
      ...(most === null ? {} : { 'symbol-sort-key': ['-', 0, ['coalesce', ['get', KEYS.size], 0]] as ExpressionSpecification }),
    },
    paint: { 'icon-opacity': isBase ? BASE_OPACITY : 1 },
  };
}

/** What one entry of the legend looks like. */
function shapeLayers(overlay: ShownOverlay, at: number, palette: Palette): LayerSpecification[] {
  const { shape, isOld, isBase, entries } = overlay;
  const { symbol, colour: name } = entries[at]!;
  const colour = palette[layerToken(name)];
  const filter: FilterSpecification = at === entries.length - 1 ? ['>=', ['coalesce', ['get', KEYS.entry], at], at] : ['==', ['get', KEYS.entry], at];
  const id = (part: string) => `${sourceId(overlay)}:${at}:${part}`;
  const common = { ...commonOf(overlay), filter };
  const opacity = isBase ? BASE_OPACITY : 1;
  const line = (part: string, color: string, width: number, dash: readonly number[] = []): LayerSpecification => ({
    id: id(part),
    type: 'line',
    ...common,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': ['interpolate', ['linear'], ['zoom'], 4, width * 0.7, 8, width, 13, width * 1.8],
      'line-opacity': opacity,
      ...(dash.length > 0 ? { 'line-dasharray': [...dash] } : {}),
    },
  });
  // Later ones are drawn above; the list is turned round as a whole, so from above here.
  if (shape === 'lines') {
    const { width, dash, isDouble } = lineLook(symbol, isOld);
    return [
      ...(isDouble ? [line('free:edge', palette.mapLand, LINE.free)] : []),
      line('line', colour, width, dash),
      ...(isBase ? [] : [line('around:edge', palette.mapLand, LINE.edge)]),
    ];
  }
  const hatch = hatchOf(symbol, isOld);
  const fill: LayerSpecification = {
    id: id('area'),
    type: 'fill',
    ...common,
    // What is only outlined is met by a pointer too.
    paint: hatch
      ? { 'fill-pattern': hatchImage(hatch, colour), 'fill-opacity': opacity }
      : { 'fill-color': colour, 'fill-opacity': symbol === 'outlined' ? 0 : FILLED * opacity, 'fill-antialias': false },
  };
  return [line('outline:edge', colour, OUTLINE, isOld ? OLD_DASH : []), fill];
}

/** How many of a tile are not shown. */
function toldLayers(overlay: ShownOverlay, palette: Palette, font: string[]): LayerSpecification[] {
  if ('geojson' in overlay.from) return [];
  return [
    {
      id: `${sourceId(overlay)}:told`,
      type: 'symbol',
      source: sourceId(overlay),
      'source-layer': TOLD.layer,
      layout: { 'text-field': ['concat', '+', ['to-string', ['get', TOLD.key]]], 'text-font': font, 'text-size': 11 },
      paint: { 'text-color': palette.ink2, 'text-halo-color': palette.mapLand, 'text-halo-width': 1.4 },
    },
  ];
}
