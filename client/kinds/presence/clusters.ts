/** Small multiples: one little map for each cluster, all with the classes of the large one, never rescaled. */
import { LitElement, html, svg, type TemplateResult } from 'lit';
import { boxOfTiles } from '../../map/camera.ts';
import { classOf } from '../../map/legend.ts';
import { lookFill, lookPatterns, type Look } from '../../map/legendView.ts';
import { drawShapes, type Shapes } from '../../map/shapes.ts';
import type { Matrix } from './count.ts';
import type { Tally } from './tally.ts';
import { isAbort } from '../../kit/view.ts';
import { lookText, sectorText } from './words.ts';
import type { PresenceModel } from './model.ts';

const SIZE = { width: 200, height: 170 };

export function renderClusters(model: PresenceModel, tally: Tally): TemplateResult {
  return html`<presence-clusters .model=${model} .tally=${tally}></presence-clusters>`;
}

class PresenceClusters extends LitElement {
  static override properties = { model: { attribute: false }, tally: { attribute: false }, shapes: { state: true }, failed: { state: true } };
  declare model: PresenceModel;
  declare tally: Tally;
  declare private shapes: Shapes | null;
  declare private failed: boolean;
  private drawn = -1;
  private aborts = new AbortController();

  constructor() {
    super();
    this.shapes = null;
    this.failed = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
    this.drawn = -1;
  }

  protected override willUpdate(): void {
    if (this.drawn !== this.tally.level) void this.draw(this.tally.level);
  }

  private async draw(level: number): Promise<void> {
    this.drawn = level;
    this.aborts.abort();
    this.aborts = new AbortController();
    const { tilejson, version } = this.model.country;
    try {
      this.shapes = await drawShapes(this.model.app.api, tilejson!, level, version!.bbox ?? boxOfTiles(tilejson!), SIZE, this.aborts.signal);
      this.failed = false;
    } catch (error) {
      if (!isAbort(error)) this.failed = true;
    }
  }

  override render() {
    const { model, tally, shapes } = this;
    if (this.failed) return html`<p class="table-wait" role="alert">${model.say('presence.failed')}</p>`;
    const crossed = tally.clusters();
    if (!shapes || !crossed) return html`<p class="table-wait" role="status">${model.say('presence.loading')}</p>`;
    const { clusters, totals } = crossed;
    const order = clusters.map((_, i) => i).sort((a, b) => (totals[b]!.count || 0) - (totals[a]!.count || 0));
    return html`${lookPatterns()}
      <ul class="multiples">
        ${order.map((i) => html`<li>${this.renderOne(crossed, shapes, i)}</li>`)}
      </ul>`;
  }

  private renderOne({ clusters, cells, totals }: Matrix, shapes: Shapes, column: number) {
    const { model, tally } = this;
    const code = clusters[column]!;
    const { unknownLook } = model;
    const { breaks, colors } = tally.cellClasses();
    // One path for each class: a dozen little maps of two thousand units stay light.
    const paths = new Map<string, string>();
    for (const [pcode, path] of shapes.paths) {
      const count = cells.get(pcode)?.[column] ?? 0;
      const at = Number.isNaN(count) ? -1 : classOf(count, breaks);
      const look = tally.looks.get(pcode) ?? 'not-reported';
      // An area with other clusters is reported on, and has none of this one.
      const key = at >= 0 ? colors[at]! : Number.isNaN(count) ? unknownLook : typeof look === 'number' ? 'zero' : look;
      paths.set(key, (paths.get(key) ?? '') + path);
    }
    const name = sectorText(model, code);
    const { organisations, units } = totals[column]!;
    const facts = Number.isNaN(organisations)
      ? [lookText(model, unknownLook), model.say('presence.areas.n', { count: units })].join(' · ')
      : model.say('presence.multiples.facts', { organisations, units });
    const chosen = tally.definition.sectors.length === 1 && tally.definition.sectors[0] === code;
    return html`<button class="multiple" aria-pressed=${chosen} @click=${() => model.define({ sectors: chosen ? [] : [code] })}>
      <svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" aria-hidden="true">
        ${[...paths].map(([key, d]) => svg`<path d=${d} class="unit" fill=${key.startsWith('#') ? key : lookFill(key as Look)} />`)}
      </svg>
      <b>${name}</b><span class="small muted">${facts}</span>
    </button>`;
  }
}

customElements.define('presence-clusters', PresenceClusters);
