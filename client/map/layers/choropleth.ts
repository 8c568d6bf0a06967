/** Units in the colour of their class, or in the look that says why there is no number. Pure. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PATTERNS, type PatternLook } from '../../../server/contract/maps/looks.ts';
import { ramp } from '../../../server/contract/maps/palette.ts';
import type { Breaks } from '../legend.ts';
import type { Palette } from '../palette.ts';
import { patternImage } from '../patterns.ts';

/** Values are set by feature-state `value`; classes come from the legend's own break table. */
export interface ShownChoropleth {
  level: number;
  breaks: Breaks;
  colors?: readonly string[];
  /** Units without a number have a look, set by feature-state `look`: their kinds of emptiness differ. */
  looks?: boolean | readonly PatternLook[];
}

const LOOK: ExpressionSpecification = ['coalesce', ['feature-state', 'look'], ''];
/** A unit with a number of which more is possible, or that is of a part of it, has its class and the pattern over it. */
const isLook = (look: PatternLook): ExpressionSpecification =>
  look === 'possible'
    ? ['any', ['==', LOOK, look], ['boolean', ['feature-state', 'more'], false]]
    : look === 'partial'
      ? ['boolean', ['feature-state', 'part'], false]
      : ['==', LOOK, look];

export function choroplethLayers(
  choropleth: ShownChoropleth | null | undefined,
  palette: Palette,
  { source, layerOf }: { source: string; layerOf: (level: number) => string },
): LayerSpecification[] {
  if (!choropleth || (choropleth.breaks.length < 2 && !choropleth.looks)) return [];
  const { level, breaks } = choropleth;
  const colors = choropleth.colors?.length ? choropleth.colors : ramp(Math.max(1, breaks.length - 1));
  const value: ExpressionSpecification = ['feature-state', 'value'];
  const steps = breaks.slice(1, -1).flatMap((from, i) => [from, colors[i + 1] ?? colors.at(-1)!]);
  const classes = (steps.length ? ['step', ['to-number', value], colors[0]!, ...steps] : colors[0]!) as ExpressionSpecification;
  return [
    {
      id: 'choropleth',
      type: 'fill',
      source,
      'source-layer': layerOf(level),
      paint: {
        'fill-color': ['case', ['==', ['typeof', value], 'number'], classes, ['==', LOOK, 'zero'], palette.mapLand, palette.mapEmpty],
        'fill-antialias': false,
      },
    },
    // A pattern cannot depend on feature-state, but its opacity can: one layer for each look that is a pattern.
    ...(choropleth.looks === true ? PATTERNS : choropleth.looks || []).map((look): LayerSpecification => ({
      id: `choropleth-${look}`,
      type: 'fill',
      source,
      'source-layer': layerOf(level),
      paint: { 'fill-pattern': patternImage(look, palette), 'fill-opacity': ['case', isLook(look), 1, 0], 'fill-antialias': false },
    })),
  ];
}
