/** `<compare-map>`: the version and the one that it is compared with on one map, side by side. There when it is asked for. */
import { LitElement, html, nothing, type PropertyDeclarations } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { TileJson, UnitAnswer, VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { columnOfLanguage, languagesOnMap } from '../../i18n/names.ts';
import { createUnits } from '../../kit/units.ts';
import { Comparison, type ComparisonHost } from '../../kit/versions/changes/comparison.ts';
import type { ChangeWords } from '../../kit/versions/changes/row.ts';
import type { ChosenChange } from '../../kit/versions/changes/view.ts';
import type { App } from '../../kit/view.ts';
import { boxOfTiles, joinBoxes, rangesOfTiles, type Bbox } from '../../map/camera.ts';
import type { PointedUnit } from '../../map/controller.ts';
import '../../map/stage.ts';
import type { MapStage, StageMap, StageStatus } from '../../map/stage.ts';
import { icon } from '../../ui/icon.ts';
import './compare.css';

export class CompareMap extends LitElement implements ComparisonHost {
  static override properties: PropertyDeclarations = {
    app: { attribute: false },
    t: { attribute: false },
    version: { attribute: false },
    from: { attribute: false },
    change: { attribute: false },
    tilejson: { state: true },
    status: { state: true },
    marked: { state: true },
  };
  declare app: App;
  declare t: ChangeWords;
  /** The later version. */
  declare version: VersionAnswer;
  declare from: string | null;
  /** What is looked at; another object for each choice. */
  declare change: ChosenChange | null;
  declare private tilejson: TileJson | null;
  declare private status: StageStatus;
  declare private marked: { level: number; pcodes: readonly string[] } | null;
  private readonly aborts = new AbortController();
  private readonly stage = createRef<MapStage>();
  private readonly comparison = new Comparison(this);
  /** The same object while nothing changes, so that the map is not styled anew. */
  private shown: StageMap | null = null;
  private shownOf: unknown[] = [];
  private told: ChosenChange | null = null;

  constructor() {
    super();
    this.tilejson = this.marked = this.from = this.change = null;
    this.status = 'still';
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  get signal(): AbortSignal {
    return this.aborts.signal;
  }

  changed(): void {
    this.requestUpdate();
  }

  showUnits(level: number, pcodes: readonly string[], beside: readonly UnitAnswer['bbox'][]): void {
    this.marked = { level, pcodes };
    const units = createUnits({ api: this.app.api, version: this.version, signal: this.signal, changed: () => {} });
    void units.ask(pcodes).then(() => {
      const [first, ...others] = [...units.boxesOf(pcodes, level), ...beside] as Bbox[];
      if (first && this.marked?.pcodes === pcodes) this.stage.value?.fit(joinBoxes([first, ...others]));
    });
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('version') && this.version.tilejson) {
      this.tilejson = this.marked = null;
      this.app.api.getTileJson(this.version.tilejson, this.signal).then(
        (tilejson) => (this.tilejson = tilejson),
        () => {},
      );
    }
    if (changed.has('from')) {
      this.marked = null;
      void this.comparison.open(this.version.dataset, this.from);
    }
    this.drawMap();
  }

  protected override updated(): void {
    if (this.status !== 'live') return;
    this.stage.value?.setSwipe(this.comparison.swipe);
    // Only a map that is there can go somewhere.
    if (this.change === this.told || !this.change) return;
    this.told = this.change;
    void this.comparison.choose(this.change);
  }

  private drawMap(): void {
    const { tilejson, version, marked, app } = this;
    const { drawing } = this.comparison;
    const shownOf = [tilejson, marked, app.language, drawing?.tilejson, drawing?.highlighted[0]];
    if (this.shown && shownOf.every((part, i) => part === this.shownOf[i])) return;
    this.shownOf = shownOf;
    this.shown = tilejson && {
      levels: rangesOfTiles(version.levels, tilejson),
      level: marked?.level ?? null,
      nameColumn: columnOfLanguage(languagesOnMap(tilejson), app.language),
      selected: null,
      highlighted: marked ? [marked] : [],
      compared: drawing,
    };
  }

  override render() {
    const { t, app, tilejson, shown, status, comparison, version } = this;
    if (!tilejson || !shown) return html`<span class="spinner"></span>`;
    const tool = (text: string, sign: 'plus' | 'minus' | 'fit', run: (stage: MapStage) => void) =>
      html`<button class="icon-button" aria-label=${text} @click=${() => this.stage.value && run(this.stage.value)}>${icon(sign)}</button>`;
    return html`<map-stage
        ${ref(this.stage)}
        sided
        .api=${app.api}
        .tilejson=${tilejson}
        .box=${boxOfTiles(tilejson)}
        .shown=${shown}
        .tooltip=${(unit: PointedUnit) => ({ title: unit.names.find(Boolean) ?? unit.pcode, lang: '', lines: [unit.pcode] })}
        label=${t('unitChange.map.label', { from: this.from ?? '', to: version.version })}
        @map-status=${(event: CustomEvent<StageStatus>) => (this.status = event.detail)}
      ></map-stage>
      <div class="compare-tools" role="group" aria-label=${t('map.zoom')}>
        ${tool(t('map.zoom-in'), 'plus', (stage) => stage.zoomBy(1))} ${tool(t('map.zoom-out'), 'minus', (stage) => stage.zoomBy(-1))}
        ${tool(t('map.fit'), 'fit', (stage) => stage.fit())}
      </div>
      ${status === 'no-webgl' || status === 'failed' ? html`<p class="notice compare-note">${t('unitChange.map.no-webgl')}</p>` : status === 'live' ? comparison.renderOver(version.version) : nothing}`;
  }
}

customElements.define('compare-map', CompareMap);
