/** Small multiples: one little map for each cluster or organisation, all with the same classes. */
import { LitElement, html, nothing, svg, type TemplateResult } from 'lit';
import { boxOfTiles } from '../../map/camera.ts';
import { classOf } from '../../map/legend.ts';
import { lookFill, lookPatterns, type Look } from '../../map/legendView.ts';
import { drawShapes, type Shapes } from '../../map/shapes.ts';
import type { Matrix } from './count.ts';
import type { Tally } from './tally.ts';
import { isAbort } from '../../kit/view.ts';
import { distinctNames, lookText, sectorText } from './words.ts';
import type { PresenceModel } from './model.ts';

const SIZE = { width: 200, height: 170 };

type Of = 'clusters' | 'organisations';

export function renderMultiples(model: PresenceModel, tally: Tally, of: Of): TemplateResult {
  return html`<presence-multiples .model=${model} .tally=${tally} .of=${of}></presence-multiples>`;
}

class PresenceMultiples extends LitElement {
  static override properties = {
    model: { attribute: false },
    tally: { attribute: false },
    of: { attribute: false },
    shapes: { state: true },
    failed: { state: true },
  };
  declare model: PresenceModel;
  declare tally: Tally;
  declare of: Of;
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
    const crossed = this.of === 'clusters' ? tally.clusters() : tally.each().matrix;
    if (!shapes || !crossed) return html`<p class="table-wait" role="status">${model.say('presence.loading')}</p>`;
    const { clusters, totals } = crossed;
    const names = this.of === 'organisations' ? distinctNames(model.columns!.organisations) : null;
    const nameOf = (code: string) => names?.get(code) ?? sectorText(model, code);
    const order = clusters.map((_, i) => i).sort((a, b) => (totals[b]!.count || 0) - (totals[a]!.count || 0));
    return html`${lookPatterns()}
      <ul class="multiples">
        ${order.map((i) => html`<li>${this.renderOne(crossed, shapes, i, nameOf)}</li>`)}
      </ul>`;
  }

  private renderOne({ clusters, cells, totals }: Matrix, shapes: Shapes, column: number, nameOf: (code: string) => string) {
    const { model, tally } = this;
    const code = clusters[column]!;
    const { unknownLook } = model;
    const { breaks, colors } = tally.cellClasses(this.of);
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
    const { organisations, units } = totals[column]!;
    const areas = model.say('presence.areas.n', { count: units });
    const byCluster = this.of === 'clusters';
    const facts = !byCluster
      ? areas
      : Number.isNaN(organisations)
        ? [lookText(model, unknownLook), areas].join(' · ')
        : model.say('presence.multiples.facts', { organisations, units });
    const { sectors } = tally.definition;
    const chosen = sectors.length === 1 && sectors[0] === code;
    const choose = () => (byCluster ? model.define({ sectors: chosen ? [] : [code] }) : model.showOrganisation(code));
    return html`<button class="multiple" aria-pressed=${byCluster ? chosen : nothing} @click=${choose}>
      <svg viewBox="0 0 ${SIZE.width} ${SIZE.height}" aria-hidden="true">
        ${[...paths].map(([key, d]) => svg`<path d=${d} class="unit" fill=${key.startsWith('#') ? key : lookFill(key as Look)} />`)}
      </svg>
      <b><bdi>${nameOf(code)}</bdi></b
      ><span class="small muted">${facts}</span>
    </button>`;
  }
}

customElements.define('presence-multiples', PresenceMultiples);
