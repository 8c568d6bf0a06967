/** What a layer looks like, in a box beside its words. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { CELL, patternPath } from '../../../server/contract/maps/looks.ts';
import { FILLED, hatchOf, LINE, lineLook, OUTLINE, symbolPath, toPoint } from '../../../server/contract/maps/overlayLooks.ts';
import type { LegendEntry, LayerSummary } from '../../../server/contract/overlays/layer.ts';
import { layerToken, propertyOf } from '../../../server/contract/maps/palette.ts';

const [WIDTH, HEIGHT] = [26, 18];

export function layerSwatch(
  { shape, isOld }: Pick<LayerSummary, 'shape' | 'isOld'>,
  { symbol, colour: name }: Pick<LegendEntry, 'symbol' | 'colour'>,
): TemplateResult {
  const colour = `var(${propertyOf(layerToken(name))})`;
  return html`<svg class="layer-swatch" width=${WIDTH} height=${HEIGHT} viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${shape === 'points' ? point(symbol, colour, isOld) : shape === 'lines' ? line(symbol, colour, isOld) : area(symbol, colour, isOld)}
  </svg>`;
}

const land = 'var(--map-land)';

const point = (symbol: LegendEntry['symbol'], colour: string, isOld: boolean) =>
  svg`<path d=${symbolPath(toPoint(symbol), WIDTH / 2, HEIGHT / 2, 5.5)} fill=${isOld ? land : colour} stroke=${isOld ? colour : land} stroke-width="1" />`;

function line(symbol: LegendEntry['symbol'], colour: string, isOld: boolean) {
  const { width, dash, isDouble } = lineLook(symbol, isOld);
  const d = `M0 ${HEIGHT / 2}h${WIDTH}`;
  return svg`<path d=${d} stroke=${colour} stroke-width=${width} stroke-dasharray=${dash.map((length) => length * width).join(' ') || nothing} />
    ${isDouble ? svg`<path d=${d} stroke=${land} stroke-width=${LINE.free} />` : nothing}`;
}

function area(symbol: LegendEntry['symbol'], colour: string, isOld: boolean) {
  const hatch = hatchOf(symbol, isOld);
  const pattern = hatch && patternPath(hatch, Math.ceil(WIDTH / CELL), Math.ceil(HEIGHT / CELL));
  return svg`${pattern ? svg`<path d=${pattern.d} stroke=${colour} stroke-width=${pattern.width} stroke-linecap="round" />` : nothing}
    <rect x="0.7" y="0.7" width=${WIDTH - 1.4} height=${HEIGHT - 1.4} fill=${hatch || symbol === 'outlined' ? 'none' : colour} fill-opacity=${FILLED} stroke=${colour} stroke-width=${OUTLINE} />`;
}
