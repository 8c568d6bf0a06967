/** Numbers written on the map, beside the names of their units or alone. Names of tiles cannot carry them: numbers come apart from tiles. Pure. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { FeatureCollection, Point } from 'geojson';
import type { Palette } from '../palette.ts';

export interface Printed {
  pcode: string;
  lon: number;
  lat: number;
  /** Empty where only numbers are shown. */
  name: string;
  /** Empty where there is none. */
  value: string;
}

export interface PrintedMap {
  level: number;
  data: FeatureCollection<Point, { pcode: string; name: string; value: string; rank: number }>;
}

export const PRINTED = 'printed';

/** @param places those first that are to be seen where there is no room for all */
export function toPrinted(level: number, places: readonly Printed[]): PrintedMap {
  return {
    level,
    data: {
      type: 'FeatureCollection',
      features: places
        .filter(({ name, value }) => name || value)
        .map(({ pcode, lon, lat, name, value }, rank) => ({
          type: 'Feature',
          properties: { pcode, name, value, rank },
          geometry: { type: 'Point', coordinates: [lon, lat] },
        })),
    },
  };
}

export function printedSources(printed: PrintedMap | null | undefined): Record<string, SourceSpecification> {
  return printed ? { [PRINTED]: { type: 'geojson', data: printed.data } } : {};
}

export function printedLayer(zooms: { minzoom?: number; maxzoom?: number }, font: string[], strong: string[], palette: Palette): LayerSpecification {
  const [name, value]: ExpressionSpecification[] = [
    ['get', 'name'],
    ['get', 'value'],
  ];
  const number = { 'text-font': ['literal', strong] as ExpressionSpecification, 'font-scale': 1.1 };
  return {
    id: PRINTED,
    type: 'symbol',
    source: PRINTED,
    ...zooms,
    layout: {
      'text-field': [
        'case',
        ['==', value!, ''],
        ['format', name!, {}],
        ['==', name!, ''],
        ['format', value!, number],
        ['format', name!, {}, '\n', {}, value!, number],
      ],
      'text-font': font,
      'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 10, 13.5],
      'text-max-width': 7,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.mapLand, 'text-halo-width': 1.4 },
  };
}
