/** Where the first rows of a layer lie by each answer to a question of coordinates, on the map and beside the words of the answer. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ColumnQuestion } from '../../../../server/contract/columns.ts';
import type { LayerColour, LayerSymbol } from '../../../../server/contract/overlays/layer.ts';
import { layerSwatch } from '../../../country/overlays/swatch.ts';
import type { DraftPage } from '../../../kit/draft.ts';
import type { ShownOverlay } from '../../../map/layers/overlays.ts';

export interface Preview {
  text: string;
  look: { symbol: LayerSymbol; colour: LayerColour };
  overlay: ShownOverlay;
}

const LOOKS = [
  { symbol: 'circle', colour: 'blue' },
  { symbol: 'triangle', colour: 'orange' },
  { symbol: 'square', colour: 'green' },
  { symbol: 'diamond', colour: 'purple' },
] as const;

/** Of the first question that has places: what was chosen alone, or each answer in a look of its own. */
export function previewsOf(questions: readonly ColumnQuestion<unknown>[], chosen: ReadonlyMap<string, number>): Preview[] {
  const question = questions.find(({ choices }) => choices.some(({ points }) => points && points.length > 0));
  if (!question) return [];
  const own = chosen.get(question.id);
  return question.choices.flatMap(({ text, points }, at): Preview[] => {
    if (!points || points.length === 0 || (own !== undefined && own !== at)) return [];
    const look = LOOKS[at % LOOKS.length]!;
    return [{ text, look, overlay: overlayOf(`preview-${at}`, points, look) }];
  });
}

const overlayOf = (id: string, points: readonly (readonly [number, number])[], look: Preview['look']): ShownOverlay => ({
  id,
  shape: 'points',
  entries: [look],
  most: null,
  isBase: false,
  isOld: false,
  minZoom: 0,
  from: { geojson: { type: 'MultiPoint', coordinates: points.map((point) => [...point]) } },
});

export function renderPreviews({ t }: DraftPage, previews: readonly Preview[]): TemplateResult | typeof nothing {
  if (previews.length === 0) return nothing;
  return html`<div class="layer-preview">
    <p class="small muted">${t('layer.preview')}</p>
    <ul class="overlays-legend">
      ${previews.map(({ text, look }) => html`<li>${layerSwatch({ shape: 'points', isOld: false }, look)}<span dir="auto">${text}</span></li>`)}
    </ul>
  </div>`;
}
