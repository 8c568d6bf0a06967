/** The earlier drawing of a country, of which a map shows the same beside its own. */
import type { LayerSpecification } from 'maplibre-gl';
import type { TileJson } from '../../../server/contract/datasets/api.ts';
import type { HighlightedUnits } from './highlight.ts';

export const BEFORE_SOURCE = 'cod-before';

export interface ComparedMap {
  tilejson: TileJson;
  nameColumn: number;
  highlighted?: readonly HighlightedUnits[];
}

/** The same layer of the earlier drawing. */
export const beforeId = (id: string) => `before-${id}`;
export const asBefore = (layer: LayerSpecification): LayerSpecification => ({ ...layer, id: beforeId(layer.id), source: BEFORE_SOURCE }) as LayerSpecification;

/** What the same map shows of the earlier drawing, at the same zooms: units as they were called, and nothing that was counted on the later one. */
export const toBefore = <Shown extends object>(shown: Shown, { nameColumn, highlighted = [] }: ComparedMap) => ({
  ...shown,
  nameColumn,
  highlighted,
  selected: null,
  choropleth: null,
  coarse: null,
  printed: null,
});
