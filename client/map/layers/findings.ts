/** Places of a report on the map: areas, lines and points, and a dot for each so that a sliver of a square metre is seen from afar. Pure. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { FindingItem, Severity } from '../../../server/contract/finding.ts';
import { unroll, type Bbox } from '../camera.ts';
import type { Palette } from '../palette.ts';

export interface ShownFindings {
  data: FeatureCollection;
  selected: string | null;
}

export const FINDING_SOURCE = 'findings';
/** Those that answer to a click, topmost first. */
export const FINDING_LAYERS = ['finding-dot', 'finding-line', 'finding-fill'];
const SELECTED_SOURCE = 'finding-selected';

/** Features of one item, each with its id: the area or line, if it has one, and its point. */
export function toFindingFeatures(item: FindingItem, severity: Severity): Feature[] {
  const properties = { id: item.id, severity: item.accepted ? 'accepted' : severity };
  const geometries: Geometry[] = [];
  if (item.overlay) geometries.push(item.overlay);
  if (item.at) geometries.push({ type: 'Point', coordinates: item.at });
  return geometries.map((geometry) => ({ type: 'Feature', properties, geometry }));
}

/** What to look at for one item: its box with some ground around it. null where it has no place. */
export function boxOfItem({ bbox, at }: FindingItem): Bbox | null {
  const [west, south, east, north] = unroll(bbox ?? (at ? [at[0], at[1], at[0], at[1]] : [NaN, NaN, NaN, NaN]));
  if (Number.isNaN(west)) return null;
  // 200 m, so that a point or a sliver is seen with its neighbours.
  const least = 0.002;
  const [x, y] = [Math.max((east - west) * 0.5, least), Math.max((north - south) * 0.5, least)];
  return [west - x, south - y, east + x, north + y];
}

export function findingSources(findings: ShownFindings | null | undefined): Record<string, SourceSpecification> {
  if (!findings) return {};
  const chosen = findings.data.features.filter(({ properties }) => properties?.['id'] === findings.selected);
  return {
    [FINDING_SOURCE]: { type: 'geojson', data: findings.data },
    [SELECTED_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: chosen } },
  };
}

export function findingLayers(findings: ShownFindings | null | undefined, palette: Palette): LayerSpecification[] {
  if (!findings) return [];
  const color: ExpressionSpecification = ['match', ['get', 'severity'], 'error', palette.error, 'warning', palette.warning, palette.ink2];
  const source = FINDING_SOURCE;
  // Where thousands lie on each other, what is worst is on top.
  const rank: ExpressionSpecification = ['match', ['get', 'severity'], 'error', 2, 'warning', 1, 0];
  const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
  return [
    {
      id: 'finding-fill',
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      layout: { 'fill-sort-key': rank },
      paint: { 'fill-color': color, 'fill-opacity': 0.35 },
    },
    {
      id: 'finding-line',
      type: 'line',
      source,
      filter: ['!', isPoint],
      layout: { 'line-join': 'round', 'line-cap': 'round', 'line-sort-key': rank },
      paint: { 'line-color': color, 'line-width': 2 },
    },
    {
      id: 'finding-dot',
      type: 'circle',
      source,
      filter: isPoint,
      layout: { 'circle-sort-key': rank },
      paint: {
        'circle-color': color,
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 3, 10, 5, 14, 7],
        // Close by, the area itself speaks.
        'circle-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.85, 14, 0.35],
        'circle-stroke-color': palette.mapLand,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'finding-chosen-line',
      type: 'line',
      source: SELECTED_SOURCE,
      filter: ['!', isPoint],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.accentStrong, 'line-width': 4 },
    },
    {
      id: 'finding-chosen-dot',
      type: 'circle',
      source: SELECTED_SOURCE,
      filter: isPoint,
      paint: { 'circle-color': 'transparent', 'circle-radius': 13, 'circle-stroke-color': palette.accentStrong, 'circle-stroke-width': 3 },
    },
  ];
}
