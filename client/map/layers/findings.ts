/** Places of a report on the map: areas, lines and points, and a dot for each so that a sliver of a square metre is seen from afar. Pure. */
import type { Feature, Geometry } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { FindingItem, Severity } from '../../../server/contract/finding.ts';
import { unroll, type Bbox } from '../camera.ts';
import type { Palette } from '../palette.ts';

export interface ShownFindings {
  /** Address of the tiles of the report, with `{z}`, `{x}` and `{y}`: they hold all occurrences that have a place. */
  tiles: string;
  passing: Passing;
  /** Features of the one that is looked at. */
  chosen: Feature[];
}

/** Which occurrences are drawn: what the list of findings says of itself, in what the tiles know. */
export interface Passing {
  /** Numbers of findings of which each occurrence may pass. */
  whole: readonly number[];
  /** Of others those that are named here, or whose P-codes hold this text (in lower case). */
  part: { findings: readonly number[]; items: readonly string[]; text: string } | null;
  accepted: boolean;
  pcode: string | null;
}

const FINDING_SOURCE = 'findings';
/** Deepest zoom of the tiles. */
const MAX_ZOOM = 18;
/** Those that answer to a click, topmost first. */
export const FINDING_LAYERS = ['finding-chosen-dot', 'finding-chosen-line', 'finding-chosen-fill', 'finding-dot', 'finding-line', 'finding-fill'];
const SELECTED_SOURCE = 'finding-selected';

/** Features of one item, each with its id and the number of its finding: the area or line, if it has one, and its point. */
export function toFindingFeatures(item: FindingItem, severity: Severity, finding: number): Feature[] {
  const properties = { id: item.id, finding, severity: item.accepted ? 'accepted' : severity };
  const geometries: Geometry[] = [];
  if (item.overlay) geometries.push(item.overlay);
  if (item.at) geometries.push({ type: 'Point', coordinates: item.at });
  return geometries.map((geometry) => ({ type: 'Feature', properties, geometry }));
}

/** A box with some ground around it. */
export function around(box: Bbox): Bbox {
  const [west, south, east, north] = unroll(box);
  // 200 m, so that a point or a sliver is seen with its neighbours.
  const least = 0.002;
  const [x, y] = [Math.max((east - west) * 0.5, least), Math.max((north - south) * 0.5, least)];
  return [west - x, south - y, east + x, north + y];
}

/** What to look at for one item: its box with some ground around it. null where it has no place. */
export function boxOfItem({ bbox, at }: FindingItem): Bbox | null {
  const box = bbox ?? (at ? ([at[0], at[1], at[0], at[1]] as const) : null);
  return box && around(box);
}

export function findingSources(findings: ShownFindings | null | undefined): Record<string, SourceSpecification> {
  if (!findings) return {};
  return {
    [FINDING_SOURCE]: { type: 'vector', tiles: [findings.tiles], maxzoom: MAX_ZOOM },
    [SELECTED_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: findings.chosen } },
  };
}

/** As a filter of MapLibre. */
export function toFilter({ whole, part, accepted, pcode }: Passing): ExpressionSpecification {
  const isOf = (findings: readonly number[]): ExpressionSpecification => ['in', ['get', 'finding'], ['literal', [...findings]]];
  const named: ExpressionSpecification[] = part
    ? [['all', isOf(part.findings), ['any', ['in', ['get', 'id'], ['literal', [...part.items]]], ['in', part.text, ['downcase', ['get', 'pcodes']]]]]]
    : [];
  return [
    'all',
    ['any', isOf(whole), ...named],
    ...(accepted ? [] : [['!=', ['get', 'severity'], 'accepted'] satisfies ExpressionSpecification]),
    ...(pcode === null ? [] : [['in', ` ${pcode} `, ['get', 'pcodes']] satisfies ExpressionSpecification]),
  ];
}

export function findingLayers(findings: ShownFindings | null | undefined, palette: Palette): LayerSpecification[] {
  if (!findings) return [];
  const color: ExpressionSpecification = ['match', ['get', 'severity'], 'error', palette.error, 'warning', palette.warning, palette.ink2];
  // Where thousands lie on each other, what is worst is on top.
  const rank: ExpressionSpecification = ['match', ['get', 'severity'], 'error', 2, 'warning', 1, 0];
  const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
  const passing = toFilter(findings.passing);
  const also = (filter: ExpressionSpecification): FilterSpecification => ['all', filter, passing];
  const places = { source: FINDING_SOURCE, 'source-layer': 'findings' };
  return [
    {
      id: 'finding-fill',
      type: 'fill',
      ...places,
      filter: also(['==', ['geometry-type'], 'Polygon']),
      layout: { 'fill-sort-key': rank },
      paint: { 'fill-color': color, 'fill-opacity': 0.35 },
    },
    {
      id: 'finding-line',
      type: 'line',
      ...places,
      filter: also(['!', isPoint]),
      layout: { 'line-join': 'round', 'line-cap': 'round', 'line-sort-key': rank },
      paint: { 'line-color': color, 'line-width': 2 },
    },
    {
      id: 'finding-dot',
      type: 'circle',
      ...places,
      filter: also(isPoint),
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
      id: 'finding-chosen-fill',
      type: 'fill',
      source: SELECTED_SOURCE,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': color, 'fill-opacity': 0.55 },
    },
    {
      id: 'finding-chosen-line',
      type: 'line',
      source: SELECTED_SOURCE,
      filter: ['!', isPoint],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': 3 },
    },
    {
      id: 'finding-chosen-dot',
      type: 'circle',
      source: SELECTED_SOURCE,
      filter: isPoint,
      paint: { 'circle-color': 'transparent', 'circle-radius': 13, 'circle-stroke-color': color, 'circle-stroke-width': 3 },
    },
  ];
}
