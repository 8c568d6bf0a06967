/** A draft of a layer as the page of drafts shows it: what was read and what became of each row, where it lies, what its columns hold, what is asked. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LayerAnswer, LayerColumnRole, LayerSaid } from '../../../../server/contract/overlays/layer.ts';
import { ApiProblem } from '../../../kit/api.ts';
import { ColumnsTab } from '../../../kit/columns/tab.ts';
import { readColumns, type DraftOf, type DraftPage, type DraftPart, type DraftStep } from '../../../kit/draft.ts';
import { toShownOverlay } from '../../../country/overlays/shown.ts';
import type { ShownOverlay } from '../../../map/layers/overlays.ts';
import { renderAbout } from './about.ts';
import { layerColumns } from './columns.ts';
import { renderRead } from './ledger.ts';
import { previewsOf, renderPreviews } from './preview.ts';
import '../../../country/overlays/overlays.css';
import './draft.css';

export class LayerDraft implements DraftPart {
  readonly page: DraftPage;
  readonly painting = null;
  /** What is known of the version. */
  layer: LayerAnswer | null = null;
  /** What a person says of the layer, and has not yet sent. */
  said: LayerSaid = {};
  private readonly tab: ColumnsTab<LayerColumnRole>;
  private drawn: ShownOverlay | null = null;

  constructor(page: DraftPage) {
    this.page = page;
    this.tab = new ColumnsTab(page, layerColumns, () => ({
      count: Object.keys(this.said).length,
      body: {},
      overlay: this.said,
      renderTable: () => html``,
      isDoubtful: () => false,
    }));
  }

  async load({ version }: DraftOf): Promise<void> {
    const { page } = this;
    const { api } = page.app;
    const params = { id: version.dataset, version: version.version };
    this.said = {};
    this.tab.load(version, await readColumns(page, version));
    this.layer = await api.call('getLayer', { params, signal: page.signal });
    page.changed();
    if (this.layer.served === 'counts' && !page.may('draft.read')) return;
    const source = await api.call('getLayerTilejson', { params, signal: page.signal }).catch((error: unknown) => {
      // Whoever is given counts only has no map of it.
      if (error instanceof ApiProblem && error.status === 403) return null;
      throw error;
    });
    this.drawn = source && toShownOverlay(this.layer, source);
    page.changed();
  }

  /** The layer as it was read; or, while an answer to where it lies is being chosen, where its first rows lie by each answer. */
  get overlays(): readonly ShownOverlay[] {
    const previews = previewsOf(this.tab.questions, this.tab.chosenOf);
    return previews.length > 0 ? previews.map(({ overlay }) => overlay) : this.drawn ? [this.drawn] : [];
  }

  say(said: Partial<LayerSaid>): void {
    this.said = { ...this.said, ...said };
    this.page.changed();
  }

  steps(): DraftStep[] {
    return this.tab.steps();
  }

  render(): TemplateResult {
    return this.layer ? renderRead(this.page, this.layer) : html`<p role="status" class="muted">${this.page.t('draft.loading')}</p>`;
  }

  renderColumns(): TemplateResult {
    const { page, layer } = this;
    const previews = previewsOf(this.tab.questions, this.tab.chosenOf);
    const about = layer && page.may('upload.create') ? renderAbout({ page, layer, said: this.said, say: (said) => this.say(said) }) : nothing;
    return html`${renderPreviews(page, previews)} ${this.tab.render(about)}`;
  }

  showLevel(): void {}
  legend = () => null;
  linesOf = (): string[] => [];
}
