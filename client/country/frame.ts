/** The frame of the country page: the map fills the window, panels float over it. A kind of data lays its values and its parts on it. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { boxOfTiles, paddingOf, type Bbox, type Padding } from '../map/camera.ts';
import type { PointedFeature, PointedUnit } from '../map/controller.ts';
import '../map/stage.ts';
import type { StageMap, StageMove, StageStatus } from '../map/stage.ts';
import '../ui/combobox.ts';
import type { Option } from '../ui/combobox.ts';
import { icon } from '../ui/icon.ts';
import '../ui/panel.ts';
import type { Snap } from '../ui/panel.ts';
import { View } from '../kit/view.ts';
import { renderPin, renderSaved, renderStatus, sourceLine } from './notes.ts';
import { createPlaceSearch } from './search/places.ts';
import { UnitSearch } from './search/search.ts';
import { renderOverlays } from './overlays/panel.ts';
import { renderPrinted } from './print/printed.ts';
import { renderAsOf, renderEnded, renderStates } from './time.ts';
import { renderTools, renderZoom } from './tools.ts';
import { columnOfLanguage, shownName } from '../i18n/names.ts';
import type { Kind } from './layer.ts';
import { CountryModel, type CountryHost, type CountryKey } from './model.ts';
import './frame.css';

const WIDE = '(min-width: 48rem)';

class CountryFrame extends View<CountryKey> implements CountryHost {
  static override properties: PropertyDeclarations = { wide: { state: true } };
  /** Panels float beside the map; otherwise they are sheets over it. */
  declare private wide: boolean;
  readonly model = new CountryModel(this);
  readonly kind: Kind;
  private readonly finder = new UnitSearch(this, () => {
    const { version, tilejson, language, tileLanguages: languages, name: country } = this.model;
    return (
      version && {
        api: this.app.api,
        dataset: version.dataset,
        version: version.version,
        language,
        levelLabel: (level) => this.t('level.n', { level }),
        similarLabel: this.t('search.similar'),
        failed: () => this.app.toast(this.t('state.failed')),
        ...(tilejson && {
          places: createPlaceSearch({ api: this.app.api, t: this.t, tilejson, extent: version.bbox ?? boxOfTiles(tilejson), country, languages, language }),
        }),
      }
    );
  });
  private readonly media = matchMedia(WIDE);
  private readonly onMedia = () => (this.wide = this.media.matches);
  private shownMemo: { key: string; value: StageMap } | null = null;

  constructor(lay: (country: CountryModel) => Kind) {
    super();
    this.wide = this.media.matches;
    this.kind = lay(this.model);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.media.addEventListener('change', this.onMedia);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.media.removeEventListener('change', this.onMedia);
  }

  protected override firstUpdated(): void {
    if (this.model.state.table) void this.loadTable().then(() => this.requestUpdate());
  }

  protected override updated(): void {
    const { unit, name, language, state } = this.model;
    const { title, period } = this.kind.layer;
    const { comma } = this.app.format;
    this.app.setTitle(state.unit ? (unit ? `${shownName(unit, language).text}, ${name}` : name) : comma([title, period].filter(Boolean)));
  }

  async loadTable(): Promise<unknown> {
    return this.kind.loadTable?.();
  }

  /** What had the focus may be gone with the old content; the heading of the new one says where the reader is. A map keeps its focus. */
  async focusPanel(): Promise<void> {
    const active = document.activeElement;
    if (active && active !== document.body && !active.closest('.country-side')) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>('cod-panel h1')?.focus({ preventScroll: true });
  }

  async focusTapped(): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>('.overlays-tapped h2')?.focus({ preventScroll: true });
  }

  private choose(option: Option): void {
    const found = this.finder.find(option);
    if (found) this.model.goTo(found.unit && { level: found.unit.level, pcode: found.unit.pcode }, found.place);
  }

  /** The same object while nothing changed, so that the stage does not rebuild its style. */
  private get shown(): StageMap {
    const value = this.kind.layer.lay(this.model.shown);
    const key = JSON.stringify(value);
    if (this.shownMemo?.key !== key) this.shownMemo = { key, value };
    return this.shownMemo.value;
  }

  private get padding(): Padding {
    const { snap, state } = this.model;
    return paddingOf({ wide: this.wide, snap, table: state.table, rtl: this.app.direction === 'rtl', height: innerHeight });
  }

  private readonly describe = ({ level, pcode, names }: PointedUnit) => {
    const { tileLanguages: languages, language } = this.model;
    const column = columnOfLanguage(languages, language);
    const at = names[column] ? column : names.findIndex(Boolean);
    const lines = [`${this.t('level.n', { level })} · ${pcode || this.t('unit.no-code')}`, ...this.kind.layer.linesOf(level, pcode)];
    const other = names.find((name, i) => i !== at && name && name !== names[at]);
    if (other) lines.unshift(other);
    return { title: names[at] ?? pcode, lang: languages[at] ?? '', lines };
  };

  override render() {
    const { t, app, model, kind } = this;
    if (model.error) {
      const ended = renderEnded(model);
      if (ended) return ended;
      const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
      return html`<main class="country-failed" id="content">
        ${this.failed(model.error, () => model.reload(), { notFound: t('country.missing', { country: model.id3 }), back })}
      </main>`;
    }
    return html`<a class="skip" href="#panel">${t('nav.skip')}</a>
      <main class="country" id="content" ?data-table=${model.state.table}>
        ${this.renderStage()}
        <div class="country-side">
          <div class="country-top">
            <a class="icon-button" href=${app.href('/')} aria-label=${t('nav.home')} title=${t('nav.home')}>${icon('home')}</a>
            <cod-combobox
              .label=${t('search.label')}
              .placeholder=${t('search.placeholder')}
              .clear=${t('search.clear')}
              .note=${this.finder.options.length ? '' : (this.finder.note ?? t('search.none'))}
              .options=${this.finder.options}
              .busy=${this.finder.busy || !model.version}
              @search=${(event: CustomEvent<string>) => this.finder.search(event.detail)}
              @choose=${(event: CustomEvent<Option>) => this.choose(event.detail)}
            ></cod-combobox>
          </div>
          <cod-panel
            id="panel"
            role="region"
            aria-label=${t('panel.label')}
            .grow=${t('panel.grow')}
            .shrink=${t('panel.shrink')}
            .snap=${model.snap}
            @snap=${(event: CustomEvent<Snap>) => model.setSnap(event.detail)}
          >
            ${renderSaved(model)} ${renderAsOf(model)} ${renderStates(model, kind.layer)} ${renderPin(model)} ${renderOverlays(model)}
            ${model.version ? kind.panel() : this.loading(t('country.loading'))}
          </cod-panel>
        </div>
        ${renderTools(model, { wide: this.wide, share: () => void kind.layer.share() })} ${renderZoom(model)}
        <p class="country-source small">${sourceLine(model)}</p>
        ${model.state.table && model.version ? kind.table() : nothing} ${renderStatus(model)} ${renderPrinted(model, kind.layer)}
      </main>`;
  }

  private renderStage() {
    const { model, kind } = this;
    const { version, tilejson } = model;
    if (!version || !tilejson) return html`<div class="country-map country-wait"></div>`;
    return html`<map-stage
      ${ref(model.stage)}
      class="country-map"
      .api=${this.app.api}
      .tilejson=${tilejson}
      .box=${(version.bbox ?? boxOfTiles(tilejson)) as Bbox}
      .camera=${model.camera}
      .padding=${this.padding}
      .shown=${this.shown}
      .label=${this.t('map.label', { country: model.name })}
      .tooltip=${this.describe}
      @unit-select=${(event: CustomEvent<PointedUnit | null>) => {
        const { detail } = event;
        model.selectUnit(detail?.pcode ? { level: detail.level, pcode: detail.pcode } : null, false);
      }}
      @feature-select=${(event: CustomEvent<PointedFeature[]>) => void model.tapFeatures(event.detail)}
      @map-move=${(event: CustomEvent<StageMove>) => model.mapMoved(event.detail)}
      @map-error=${() => model.mapFailed()}
      @map-status=${(event: CustomEvent<StageStatus>) => {
        model.mapChanged(event.detail);
        kind.layer.mapChanged();
      }}
    ></map-stage>`;
  }
}

/** Makes a country page of its own for a kind of data. */
export function defineCountryPage(element: string, lay: (country: CountryModel) => Kind): void {
  customElements.define(
    element,
    class extends CountryFrame {
      constructor() {
        super(lay);
      }
    },
  );
}
