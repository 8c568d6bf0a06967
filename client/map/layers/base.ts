/**
 * The archive of tiles that whoever runs the server has put below the maps: its land, water, roads and places in our own colours, for the layers
 * that the schemas of Protomaps, OpenMapTiles and Shortbread have; of others every line and area. Pure.
 */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { BaseMap } from '../../../server/contract/maps/ground.ts';
import type { Palette } from '../palette.ts';

const BASE = 'base';
export const BASE_PROTOCOL = 'base';

/** Layers by what they show; names of the three schemas. */
const LAND = new Set(['earth', 'land']);
const WATER = new Set(['water', 'ocean', 'water_polygons']);
const STREAMS = new Set(['waterway', 'water_lines', 'physical_line', 'water']);
const ROADS = new Set(['roads', 'transportation', 'streets', 'transit']);
const BORDERS = new Set(['boundaries', 'boundary']);
const PLACES = new Set(['places', 'place', 'place_labels']);
/** Known, and not drawn: they would hide the country or say what it says itself. */
const SILENT = new Set(['landuse', 'landcover', 'natural', 'buildings', 'building', 'pois', 'poi', 'housenumber', 'mask', 'street_labels', 'transportation_name', 'water_name', 'mountain_peak', 'aerodrome_label', 'globallandcover', 'park', 'aeroway', 'sites', 'addresses', 'land_cover', 'bridges', 'dam_lines', 'dam_polygons', 'pier_lines', 'pier_polygons', 'ferries', 'aerialways', 'public_transport', 'boundary_labels', 'streets_polygons_labels', 'street_polygons', 'water_lines_labels', 'water_polygons_labels', 'physical_point', 'streets_labels', 'streets_labels_points']); // prettier-ignore

export function baseSources(base: BaseMap | null | undefined): Record<string, SourceSpecification> {
  if (!base) return {};
  const { href, minzoom, maxzoom, bounds } = base;
  return { [BASE]: { type: 'vector', tiles: [`${BASE_PROTOCOL}://${href}/{z}/{x}/{y}`], minzoom, maxzoom, bounds } };
}

const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];

/** Land, below the country. */
export const baseLand = (base: BaseMap | null | undefined, palette: Palette): LayerSpecification[] =>
  (base?.layers ?? [])
    .filter((id) => LAND.has(id))
    .map((id) => ({
      id: `base-land-${id}`,
      type: 'fill',
      source: BASE,
      'source-layer': id,
      filter: isArea,
      paint: { 'fill-color': palette.mapBeyond, 'fill-antialias': false },
    }));

/** Water, roads and borders, on the country and below what is counted of it. */
export function baseLines(base: BaseMap | null | undefined, palette: Palette): LayerSpecification[] {
  const layer = (id: string, what: string, filter: ExpressionSpecification, color: string, width: number, dash?: number[]): LayerSpecification => ({
    id: `base-${what}-${id}`,
    type: 'line',
    source: BASE,
    'source-layer': id,
    filter,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': color,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, width * 0.5, 14, width * 3],
      ...(dash ? { 'line-dasharray': dash } : {}),
    },
  });
  return (base?.layers ?? []).flatMap((id): LayerSpecification[] => {
    const drawn: LayerSpecification[] = [];
    if (WATER.has(id)) drawn.push({ id: `base-water-${id}`, type: 'fill', source: BASE, 'source-layer': id, filter: isArea, paint: { 'fill-color': palette.mapGround, 'fill-antialias': false } }); // prettier-ignore
    if (STREAMS.has(id)) drawn.push(layer(id, 'stream', isLine, palette.mapCoast, 0.8));
    if (ROADS.has(id)) drawn.push(layer(id, 'road', isLine, palette.control, 0.7));
    if (BORDERS.has(id)) drawn.push(layer(id, 'border', isLine, palette.mapAbroad, 0.7, [4, 2]));
    const isKnown = [LAND, WATER, STREAMS, ROADS, BORDERS, PLACES, SILENT].some((known) => known.has(id));
    if (!isKnown) drawn.push(layer(id, 'other', ['any', isLine, isArea], palette.control, 0.7));
    return drawn;
  });
}

/** Whether it names places, so that the ground need not. */
export const hasPlaces = (base: BaseMap | null | undefined): boolean => (base?.layers ?? []).some((id) => PLACES.has(id));

/** Places, in the language of the page where the archive has it. */
export function basePlaces(base: BaseMap | null | undefined, locale: string, palette: Palette, font: string[]): LayerSpecification[] {
  const [language] = locale.split('-');
  const name: ExpressionSpecification = ['coalesce', ['get', `name:${language}`], ['get', `name_${language}`], ['get', 'name']];
  return (base?.layers ?? [])
    .filter((id) => PLACES.has(id))
    .map((id) => ({
      id: `base-places-${id}`,
      type: 'symbol',
      source: BASE,
      'source-layer': id,
      // Countries and regions have their names already.
      filter: [
        'all',
        isPoint,
        ['!', ['in', ['coalesce', ['get', 'kind'], ['get', 'class'], ''], ['literal', ['country', 'region', 'state', 'continent', 'county']]]],
      ],
      layout: {
        'text-field': name,
        'text-font': font,
        'text-size': 11,
        'text-padding': 6,
        'symbol-sort-key': ['coalesce', ['get', 'sort_rank'], ['get', 'rank'], 0],
      },
      paint: { 'text-color': palette.ink2, 'text-halo-color': palette.mapBeyond, 'text-halo-width': 1.4 },
    }));
}
