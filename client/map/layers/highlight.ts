/** Units that are spoken of: tinted, outlined and named, above the other boundaries. Pure. */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

/** Units of one level by P-code. */
export interface HighlightedUnits {
  level: number;
  pcodes: readonly string[];
  /** Called by name, and no more: their borders are drawn by something else. */
  isNamedOnly?: boolean;
}

const inside = (column: string, pcodes: readonly string[]): ExpressionSpecification => ['in', ['get', column], ['literal', [...pcodes]]];

/** Beside the names of the units those of the tiles would say the same once more. */
export function withoutHighlighted(level: number, highlighted: readonly HighlightedUnits[] | undefined): ExpressionSpecification[] {
  const own = highlighted?.find((units) => units.level === level);
  return own ? [['!', inside('pcode', own.pcodes)]] : [];
}

export interface HighlightStyle {
  source: string;
  /** Of a level in the tiles. */
  layerOf: (level: number) => string;
  pcodeOf: (level: number) => string;
  /** What a unit is called, of its own tile. */
  nameOf: (level: number) => ExpressionSpecification;
  font: string[];
  palette: Palette;
}

/** Lines and tints, below the places of findings. */
export function highlightLayers(
  highlighted: readonly HighlightedUnits[] | undefined,
  { source, layerOf, pcodeOf, palette }: HighlightStyle,
): LayerSpecification[] {
  return (highlighted ?? [])
    .filter(({ isNamedOnly }) => !isNamedOnly)
    .flatMap(({ level, pcodes }): LayerSpecification[] => {
      const common = { source, 'source-layer': layerOf(level), filter: inside(pcodeOf(level), pcodes) as FilterSpecification };
      return [
        { id: `highlight-fill-${level}`, type: 'fill', ...common, paint: { 'fill-color': palette.accent, 'fill-opacity': 0.14, 'fill-antialias': false } },
        {
          id: `highlight-line-${level}`,
          type: 'line',
          ...common,
          layout: { 'line-join': 'round' },
          paint: { 'line-color': palette.accentStrong, 'line-width': 2.2 },
        },
      ];
    });
}

/** Names, above everything. They are set where the unit is in view, which its own label in the tiles seldom is close by. */
export function highlightLabels(highlighted: readonly HighlightedUnits[] | undefined, style: HighlightStyle): LayerSpecification[] {
  const { source, layerOf, pcodeOf, nameOf, font, palette } = style;
  return (highlighted ?? []).map(({ level, pcodes }): LayerSpecification => ({
    id: `highlight-label-${level}`,
    type: 'symbol',
    source,
    'source-layer': layerOf(level),
    filter: inside(pcodeOf(level), pcodes) as FilterSpecification,
    layout: {
      'text-field': nameOf(level),
      'text-font': font,
      'text-size': 14,
      'text-max-width': 8,
      // A unit is in several tiles: not one name in each, side by side. Beside others each has its name.
      'text-padding': pcodes.length > 1 ? 8 : 40,
    },
    paint: { 'text-color': palette.accentStrong, 'text-halo-color': palette.mapLand, 'text-halo-width': 2 },
  }));
}
