/** A repair on the map: ground that changes hands, borders as drawn (dashed) and as they become (solid); all of it, or one operation alone. Pure. */
import type { Feature, MultiLineString, Position } from 'geojson';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

export interface ShownRepair {
  /** Address of its tiles, with `{z}`, `{x}` and `{y}`. */
  tiles: string;
  /** Id of the operation that is shown alone; null: all. */
  operation: string | null;
  /** Keys of its units. */
  units: readonly string[];
  /** The other unit's line rules. */
  turned: boolean;
  /** Whether the tiles know the borders that come of it. */
  isAfterKnown: boolean;
  /** Before and after side by side, and not on each other. */
  isSwiped: boolean;
}

/** Where before ends and after begins, as a share of the map from its left; and on which side before is. */
export interface Swipe {
  at: number;
  before: 'west' | 'east';
}

export const REPAIR_SOURCE = 'repair';
/** Deepest zoom of the tiles. */
const MAX_ZOOM = 18;
export const SIDES = ['before', 'after'] as const;
export type Side = (typeof SIDES)[number];
/** What of a side is left of it where the other begins; filled by `createSwipe`. */
export const sideSource = (side: Side): string => `repair-${side}`;

const inside = (units: readonly string[]): ExpressionSpecification => ['in', ['get', 'key'], ['literal', [...units]]];

/** Of the lines in the tiles; null: those of all units. */
export const linesFilter = ({ operation, units }: Pick<ShownRepair, 'operation' | 'units'>): FilterSpecification | null =>
  operation === null ? null : (inside(units) as FilterSpecification);

export function repairSources(repair: ShownRepair | null | undefined): Record<string, SourceSpecification> {
  if (!repair) return {};
  const empty = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } satisfies SourceSpecification;
  return {
    [REPAIR_SOURCE]: { type: 'vector', tiles: [repair.tiles], maxzoom: MAX_ZOOM },
    ...(repair.isSwiped ? Object.fromEntries(SIDES.map((side) => [sideSource(side), empty])) : {}),
  };
}

export function repairLayers(repair: ShownRepair | null | undefined, palette: Palette): LayerSpecification[] {
  if (!repair) return [];
  const { operation, turned, isAfterKnown, isSwiped } = repair;
  const isFilled: ExpressionSpecification = ['==', ['get', 'what'], 'filled'];
  const ground = { source: REPAIR_SOURCE, 'source-layer': 'pieces' };
  const chosen: FilterSpecification = [
    'all',
    ['==', ['get', 'turned'], turned ? 1 : 0],
    ...(operation === null ? [] : [['==', ['get', 'op'], operation] satisfies ExpressionSpecification]),
  ];
  const color: ExpressionSpecification = ['case', isFilled, palette.accent, palette.warning];
  const lines = linesFilter(repair);
  const line = (side: Side, paint: object): LayerSpecification => ({
    id: `repair-${side}`,
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: paint as never,
    ...(isSwiped ? { source: sideSource(side) } : { source: REPAIR_SOURCE, 'source-layer': side, ...(lines ? { filter: lines } : {}) }),
  });
  // Lines are in tiles that are asked for only where a layer wants them.
  const asks = (side: Side): LayerSpecification => ({
    id: `repair-${side}-tiles`,
    type: 'line',
    source: REPAIR_SOURCE,
    'source-layer': side,
    paint: { 'line-opacity': 0 },
  });
  const isShown = (side: Side) => side === 'before' || isAfterKnown;
  return [
    { id: 'repair-ground', type: 'fill', ...ground, filter: chosen, paint: { 'fill-color': color, 'fill-opacity': 0.5, 'fill-antialias': false } },
    // A sliver of a metre is a line from afar.
    {
      id: 'repair-edge',
      type: 'line',
      ...ground,
      filter: chosen,
      paint: { 'line-color': color, 'line-width': operation === null ? 1.5 : 1, 'line-opacity': 0.8 },
    },
    // Of all operations together the lines would be all borders.
    ...(operation === null
      ? []
      : [
          ...(isSwiped ? SIDES.filter(isShown).map(asks) : []),
          line('before', { 'line-color': palette.ink, 'line-width': 2, 'line-dasharray': [2.5, 1.5] }),
          ...(isShown('after') ? [line('after', { 'line-color': palette.accentStrong, 'line-width': 2.5 })] : []),
        ]),
  ];
}

/** The parts of lines on one side of a meridian. */
export function clipLines(lines: readonly (readonly Position[])[], lon: number, keep: Swipe['before']): Position[][] {
  const isIn = ([x]: Position) => (keep === 'west' ? x! <= lon : x! >= lon);
  return lines.flatMap((line) => {
    const parts: Position[][] = [];
    let part: Position[] = [];
    const end = () => {
      if (part.length > 1) parts.push(part);
      part = [];
    };
    line.forEach((point, i) => {
      const last = line[i - 1];
      if (last && isIn(last) !== isIn(point)) {
        const share = (lon - last[0]!) / (point[0]! - last[0]!);
        const cut = [lon, last[1]! + share * (point[1]! - last[1]!)];
        part.push(cut);
        if (!isIn(point)) end();
      }
      if (isIn(point)) part.push(point);
    });
    end();
    return parts;
  });
}

/** Lines of features as one side of the swipe shows them. */
export function sideOf(features: readonly { geometry: unknown }[], lon: number, keep: Swipe['before']): Feature<MultiLineString> {
  const lines = features.flatMap(({ geometry }): Position[][] => {
    const { type, coordinates } = geometry as { type: string; coordinates: unknown };
    return type === 'LineString' ? [coordinates as Position[]] : type === 'MultiLineString' ? (coordinates as Position[][]) : [];
  });
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: clipLines(lines, lon, keep) } };
}
