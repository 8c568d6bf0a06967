/**
 * Units of a deep level at zooms where the tiles do not hold them yet: drawn from simplified shapes that come once, until the tiles take over.
 * Pure.
 */
import type { FeatureCollection, Position } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { MapShapesAnswer } from '../../../server/contract/maps/map.ts';
import { PATTERNS } from '../../../server/contract/maps/looks.ts';
import type { Palette } from '../palette.ts';
import { PARTIAL, patternImage } from '../patterns.ts';

export interface CoarseMap {
  /** Each feature has `value`, a number, or `look`, why there is none; `more` where more than the number is possible. */
  data: FeatureCollection;
  /** From this zoom on the tiles hold the level. */
  until: number;
}

export const COARSE = 'coarse';

export function coarseSources(coarse: CoarseMap | null | undefined): Record<string, SourceSpecification> {
  return coarse ? { [COARSE]: { type: 'geojson', data: coarse.data, tolerance: 0.2 } } : {};
}

export function coarseLayers(
  coarse: CoarseMap | null | undefined,
  choropleth: { breaks: readonly number[]; colors?: readonly string[] } | null | undefined,
  palette: Palette,
): LayerSpecification[] {
  if (!coarse) return [];
  const value: ExpressionSpecification = ['get', 'value'];
  const colors = choropleth?.colors ?? [];
  const steps = (choropleth?.breaks ?? []).slice(1, -1).flatMap((from, i) => [from, colors[i + 1] ?? colors.at(-1) ?? palette.accent]);
  const first = colors[0] ?? palette.mapLand;
  const classes = (steps.length ? ['step', ['to-number', value], first, ...steps] : first) as ExpressionSpecification;
  return [
    {
      id: 'coarse-fill',
      type: 'fill',
      source: COARSE,
      maxzoom: coarse.until,
      paint: {
        'fill-color': choropleth ? ['case', ['has', 'value'], classes, ['==', ['get', 'look'], 'zero'], palette.mapLand, palette.mapEmpty] : palette.mapLand,
        'fill-antialias': false,
      },
    },
    // Neighbours of one class are still two units, as on the picture.
    { id: 'coarse-line', type: 'line', source: COARSE, maxzoom: coarse.until, paint: { 'line-color': palette.mapLine, 'line-width': 0.5 } },
    ...(choropleth ? PATTERNS : []).map((look): LayerSpecification => ({
      id: `coarse-${look}`,
      type: 'fill',
      source: COARSE,
      maxzoom: coarse.until,
      filter:
        look === 'possible' ? ['any', ['==', ['get', 'look'], look], ['has', 'more']] : look === 'partial' ? ['has', 'part'] : ['==', ['get', 'look'], look],
      paint: { 'fill-pattern': patternImage(look, palette), 'fill-antialias': false },
    })),
  ];
}

/** @param values by P-code: a number, or a look @param more codes of units of which more than the number is possible, or, as `PARTIAL`, whose number is of a part of them */
export function toCoarse(
  { scale, x, y, units }: MapShapesAnswer,
  values: ReadonlyMap<string, number | string> | null,
  until: number,
  more: ReadonlyMap<string, unknown> = new Map(),
): CoarseMap {
  const lon = (px: number) => (((px - x) / scale) * 180) / Math.PI;
  const lat = (py: number) => ((2 * Math.atan(Math.exp((y - py) / scale)) - Math.PI / 2) * 180) / Math.PI;
  return {
    until,
    data: {
      type: 'FeatureCollection',
      features: units.map(([pcode, path]) => {
        const value = values?.get(pcode);
        const known = value === undefined ? {} : typeof value === 'number' ? { value } : { look: value };
        const coordinates = toPolygons(path).map((rings) => rings.map((ring) => ring.map(([px, py]): Position => [lon(px!), lat(py!)])));
        return {
          type: 'Feature',
          properties: { pcode, ...known, ...(more.get(pcode) === PARTIAL ? { part: true } : more.has(pcode) ? { more: true } : {}) },
          geometry: { type: 'MultiPolygon', coordinates },
        };
      }),
    },
  };
}

/** Rings of `M x y l dx dy … Z` in pixels, closed. A ring that turns the other way than the first is a hole of the one before it. */
function toPolygons(path: string): Position[][][] {
  const polygons: Position[][][] = [];
  let outward = 0;
  for (const part of path.split('M').slice(1)) {
    const numbers = (part.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    let [px, py] = [numbers[0]!, numbers[1]!];
    const ring: Position[] = [[px, py]];
    for (let i = 2; i + 1 < numbers.length; i += 2) ring.push([(px += numbers[i]!), (py += numbers[i + 1]!)]);
    ring.push([...ring[0]!]);
    const turn = Math.sign(ring.slice(1).reduce((sum, [bx, by], i) => sum + ring[i]![0]! * by! - bx! * ring[i]![1]!, 0));
    if (turn === 0) continue;
    outward ||= turn;
    if (turn === outward || polygons.length === 0) polygons.push([ring]);
    else polygons.at(-1)!.push(ring);
  }
  return polygons;
}
