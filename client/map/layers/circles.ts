/** Counts as circles on the live map: places and numbers come apart from tiles, the largest lie below. Pure. */
import type { FeatureCollection, Point } from 'geojson';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import { inOrder, mostRadius, radiusOf } from '../../../server/contract/maps/circles.ts';
import type { Palette } from '../palette.ts';

export interface CircleMap {
  level: number;
  /** The largest number and its radius in pixels, at every zoom: the key holds wherever the reader goes. */
  most: number;
  radius: number;
  data: FeatureCollection<Point, { pcode: string; value: number; radius: number }>;
}

const CIRCLES = 'circles';
/** As on pictures (server/maps/render/circles.ts). */
const OPACITY = 0.82;

/** @param placeOf longitude and latitude of a unit; of units without a place nothing is drawn */
export function toCircles(
  level: number,
  values: ReadonlyMap<string, number | string>,
  placeOf: (pcode: string) => readonly [number, number] | undefined,
  { width, height }: { width: number; height: number },
): CircleMap | null {
  const scale = mostRadius(values.values(), width, height);
  if (!scale) return null;
  const places = [...values].flatMap(([pcode, value]) => {
    const place = placeOf(pcode);
    return typeof value === 'number' && value > 0 && place ? [{ pcode, value, place }] : [];
  });
  return {
    level,
    ...scale,
    data: {
      type: 'FeatureCollection',
      features: places.toSorted(inOrder).map(({ pcode, value, place }) => ({
        type: 'Feature',
        properties: { pcode, value, radius: radiusOf(value, scale.most, scale.radius) },
        geometry: { type: 'Point', coordinates: [...place] },
      })),
    },
  };
}

export function circleSources(circles: CircleMap | null | undefined): Record<string, SourceSpecification> {
  return circles ? { [CIRCLES]: { type: 'geojson', data: circles.data } } : {};
}

export function circleLayers(
  circles: CircleMap | null | undefined,
  zooms: { minzoom?: number; maxzoom?: number } | null,
  palette: Palette,
): LayerSpecification[] {
  if (!circles || !zooms) return [];
  return [
    {
      id: CIRCLES,
      type: 'circle',
      source: CIRCLES,
      ...zooms,
      layout: { 'circle-sort-key': ['-', ['get', 'value']] },
      paint: {
        'circle-radius': ['get', 'radius'],
        'circle-color': palette.accent,
        'circle-opacity': OPACITY,
        'circle-stroke-color': palette.mapLand,
        'circle-stroke-width': 0.9,
      },
    },
  ];
}
