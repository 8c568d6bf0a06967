/** A repair on the map: ground that changes hands, borders as drawn (dashed) and as they become (solid); all of it, or one operation alone. Pure. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { onSide, type Side } from '../swipe.ts';

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

export const REPAIR_SOURCE = 'repair';
/** Deepest zoom of the tiles. */
const MAX_ZOOM = 18;

const inside = (units: readonly string[]): ExpressionSpecification => ['in', ['get', 'key'], ['literal', [...units]]];

/** Of the lines in the tiles; null: those of all units. */
export const linesFilter = ({ operation, units }: Pick<ShownRepair, 'operation' | 'units'>): FilterSpecification | null =>
  operation === null ? null : (inside(units) as FilterSpecification);

export function repairSources(repair: ShownRepair | null | undefined): Record<string, SourceSpecification> {
  if (!repair) return {};
  return { [REPAIR_SOURCE]: { type: 'vector', tiles: [repair.tiles], maxzoom: MAX_ZOOM } };
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
    source: REPAIR_SOURCE,
    'source-layer': side,
    ...(lines ? { filter: lines } : {}),
  });
  const sided = (side: Side, paint: object) => (isSwiped ? onSide(side, [line(side, paint)]) : [line(side, paint)]);
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
          ...sided('before', { 'line-color': palette.ink, 'line-width': 2, 'line-dasharray': [2.5, 1.5] }),
          ...(isShown('after') ? sided('after', { 'line-color': palette.accentStrong, 'line-width': 2.5 }) : []),
        ]),
  ];
}
