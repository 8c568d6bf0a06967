/** The country page: the map fills the window, panels float over it. The address holds the whole state. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type commonMessages from '../messages/en/common.ts';
import type countryMessages from '../messages/en/country.ts';
import type { MapSpec } from '../../server/contract/map.ts';
import type { DatasetAnswer, TileJson, UnitAnswer, UnitDetail, VersionAnswer } from '../../server/contract/api.ts';
import { boxOfTiles, type Bbox, type Padding } from '../map/camera.ts';
import type { PointedUnit } from '../map/controller.ts';
import { toLevelRanges, type LevelRange } from '../map/levels.ts';
import '../map/stage.ts';
import type { MapStage, StageMap, StageMove, StageStatus } from '../map/stage.ts';
import { EMPTY_STATE, formatCountryState, parseCountryState, type CountryState, type UnitRef } from '../state.ts';
import '../ui/combobox.ts';
import type { Option } from '../ui/combobox.ts';
import { icon } from '../ui/icon.ts';
import '../ui/panel.ts';
import type { Snap } from '../ui/panel.ts';
import { View, isAbort } from '../view.ts';
import { fetchCountry, type CountryData } from './country-data.ts';
import { renderStatus, sourceLine } from './country-notes.ts';
import { renderOverview } from './country-overview.ts';
import { renderUnit } from './country-unit.ts';
import { UnitSearch } from './country-search.ts';
import { renderTools, renderZoom } from './country-tools.ts';
import { BOUNDARIES, toSpec, type SharedData } from './share-spec.ts';
import { columnOfLanguage, countryName, shownName } from './names.ts';
import './country.css';

export type CountryKey = keyof typeof countryMessages | keyof typeof commonMessages;

const QUIET_MS = 10_000;
const WIDE = '(min-width: 48rem)';

export class CountryView extends View<CountryKey> {
  static override properties: PropertyDeclarations = {
    state: { state: true },
    catalogue: { state: true },
    version: { state: true },
    tilejson: { state: true },
    error: { state: true },
    unit: { state: true },
    unitError: { state: true },
    regions: { state: true },
    mapLevel: { state: true },
    mapStatus: { state: true },
    snap: { state: true },
    wide: { state: true },
  };
  declare state: CountryState;
  declare catalogue: DatasetAnswer | null;
  declare version: VersionAnswer | null;
  declare tilejson: TileJson | null;
  declare error: unknown;
  declare unit: UnitDetail | null;
  declare unitError: unknown;
  /** Units of the first level: the index that is there before, and without, the map. */
  declare regions: UnitAnswer[] | null;
  declare mapLevel: number;
  declare mapStatus: StageStatus;
  declare snap: Snap;
  /** Panels float beside the map; otherwise they are sheets over it. */
  declare wide: boolean;
  private unitAbort = new AbortController();
  readonly stage = createRef<MapStage>();
  ranges: LevelRange[] = [];
  private quietUntil = 0;
  private readonly finder = new UnitSearch(
    this,
    () =>
      this.version && {
        api: this.app.api,
        dataset: this.version.dataset,
        version: this.version.version,
        language: this.language,
        levelLabel: (level) => this.t('level.n', { level }),
        failed: () => this.app.toast(this.t('state.failed')),
      },
  );
  private readonly media = matchMedia(WIDE);
  private readonly onMedia = () => (this.wide = this.media.matches);

  constructor() {
    super();
    this.state = EMPTY_STATE;
    this.catalogue = this.version = this.tilejson = this.error = this.unit = this.unitError = this.regions = null;
    this.mapLevel = 1;
    this.mapStatus = 'still';
    this.snap = 'peek';
    this.wide = this.media.matches;
  }

  get id3(): string {
    return (this.params['iso3'] ?? '').toUpperCase();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.media.addEventListener('change', this.onMedia);
    this.state = parseCountryState(this.query);
    if (this.state.unit) this.snap = 'half';
    void this.load((this.data as CountryData | undefined) ?? fetchCountry(this.app.api, this.params, this.query));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.media.removeEventListener('change', this.onMedia);
    this.unitAbort.abort();
  }

  private async load(data: CountryData): Promise<void> {
    this.error = null;
    data.dataset.then((answer) => (this.catalogue = answer)).catch(() => undefined);
    try {
      const [version, tilejson] = await Promise.all([data.version, data.tilejson]);
      this.ranges = toRanges(version, tilejson);
      this.mapLevel = this.ranges[0]?.level ?? 0;
      this.version = version;
      this.tilejson = tilejson;
    } catch (error) {
      if (!isAbort(error)) this.error = error;
      return;
    }
    this.opened();
    void this.loadRegions();
    if (this.state.unit) void this.loadUnit(this.state.unit, !this.state.view);
  }

  /** Version and tiles are known: pages that lay values over the map fetch them now. */
  protected opened(): void {}

  protected reload(): void {
    void this.load(fetchCountry(this.app.api, this.params, new URLSearchParams(location.search)));
  }

  private async loadRegions(): Promise<void> {
    const level = this.ranges[0]?.level;
    if (level === undefined) return;
    const answer = await this.app.api.getUnits(this.version!.dataset, this.version!.version, { level, limit: 500 }).catch(() => null);
    this.regions = answer?.units ?? [];
  }

  /** The address changed by going back or forward. */
  private followQuery(): void {
    const before = this.state;
    const next = parseCountryState(this.query);
    if (formatCountryState(next).toString() === formatCountryState(before).toString()) return;
    this.state = next;
    if (this.state.version !== before.version) return this.reload();
    if (JSON.stringify(this.state.view) !== JSON.stringify(before.view)) this.stage.value?.jump(this.state.view);
    if (JSON.stringify(this.state.unit) !== JSON.stringify(before.unit)) {
      if (this.state.unit) void this.loadUnit(this.state.unit, false);
      else this.unit = null;
    }
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('query') && this.hasUpdated) this.followQuery();
    const name = this.name;
    this.app.setTitle(this.unit ? `${shownName(this.unit, this.language).text}, ${name}` : name);
  }

  get name(): string {
    return countryName(this.catalogue ? [this.catalogue] : [], this.app.language, this.id3);
  }

  /** Language of the names: the reader's wish for the map, else the page's. */
  get language(): string {
    const { names } = this.state;
    return names && names !== 'pcode' ? names : this.app.language;
  }

  /** Changes the state and writes it into the address. */
  change(patch: Partial<CountryState>, push = false): void {
    this.state = { ...this.state, ...patch };
    this.app.setQuery(formatCountryState(this.state, new URLSearchParams(location.search)), push);
  }

  /** An address of this page with another unit: what a link in a list points to. */
  unitHref(unit: UnitRef): string {
    const query = formatCountryState({ ...this.state, unit, view: null }, new URLSearchParams(location.search));
    return `?${query.toString().replaceAll('%3A', ':')}`;
  }

  /** @param fit whether the map goes there */
  selectUnit(unit: UnitRef | null, fit: boolean, event?: Event): void {
    event?.preventDefault();
    if (unit?.pcode === this.state.unit?.pcode && unit?.level === this.state.unit?.level) {
      if (fit && this.unit) this.stage.value?.fit(this.unit.bbox);
      return;
    }
    this.change({ unit }, true);
    if (!unit) {
      this.unit = null;
      void this.focusPanel();
      return;
    }
    if (this.snap === 'peek') this.snap = 'half';
    void this.loadUnit(unit, fit);
  }

  /** What had the focus may be gone with the old content; the heading of the new one says where the reader is. A map keeps its focus. */
  private async focusPanel(): Promise<void> {
    const active = document.activeElement;
    if (active && active !== document.body && !active.closest('.country-side')) return;
    await this.updateComplete;
    this.querySelector<HTMLElement>('cod-panel h1')?.focus({ preventScroll: true });
  }

  async loadUnit({ pcode, level }: UnitRef, fit: boolean): Promise<void> {
    this.unitAbort.abort();
    this.unitAbort = new AbortController();
    this.unitError = null;
    const { dataset, version } = this.version!;
    try {
      this.unit = await this.app.api.getUnit(dataset, version, pcode, level, this.unitAbort.signal);
    } catch (error) {
      if (isAbort(error)) return;
      this.unit = null;
      this.unitError = error;
      return;
    }
    void this.focusPanel();
    if (fit || (this.mapStatus === 'live' && !this.stage.value?.isVisible(this.unit.center))) this.stage.value?.fit(this.unit.bbox);
  }

  private choose(option: Option): void {
    const unit = this.finder.find(option);
    if (unit) this.selectUnit({ level: unit.level, pcode: unit.pcode }, true);
  }

  /** Languages by name column of the tiles. */
  get tileLanguages(): string[] {
    return this.tilejson?.languages ?? this.version?.languages ?? [];
  }

  protected toShown(): StageMap {
    const languages = this.tileLanguages;
    return {
      levels: this.ranges,
      level: this.state.level,
      nameColumn: this.state.names === 'pcode' ? -1 : columnOfLanguage(languages, this.language),
      selected: this.state.unit,
    };
  }

  private shownMemo: { key: string; value: StageMap } | null = null;
  /** The same object while nothing changed, so that the stage does not rebuild its style. */
  private get shown(): StageMap {
    const value = this.toShown();
    const key = JSON.stringify(value);
    if (this.shownMemo?.key !== key) this.shownMemo = { key, value };
    return this.shownMemo.value;
  }

  private get padding(): Padding {
    if (!this.wide) return { top: 120, right: 28, bottom: this.snap === 'peek' ? 176 : Math.round(innerHeight / 2) + 16, left: 28 };
    const [start, end] = [400, 96];
    const bottom = this.state.table ? Math.round(innerHeight * 0.45) + 68 : 72;
    return this.app.direction === 'rtl' ? { top: 80, right: start, bottom, left: end } : { top: 80, right: end, bottom, left: start };
  }

  private describe = ({ level, pcode, names }: PointedUnit) => {
    const languages = this.tileLanguages;
    const column = columnOfLanguage(languages, this.language);
    const at = names[column] ? column : names.findIndex(Boolean);
    const lines = [`${this.t('level.n', { level })} · ${pcode || this.t('unit.no-code')}`, ...this.pointedLines(level, pcode)];
    const other = names.find((name, i) => i !== at && name && name !== names[at]);
    if (other) lines.unshift(other);
    return { title: names[at] ?? pcode, lang: languages[at] ?? '', lines };
  };

  /** What a page with values says of a unit under the pointer. */
  protected pointedLines(_level: number, _pcode: string): string[] {
    return [];
  }

  private mapMove({ camera, level, byReader }: StageMove): void {
    this.mapLevel = level;
    if (byReader) this.change({ view: camera });
  }

  /** Many tiles fail together; one message for all of them. */
  private mapError(): void {
    const now = performance.now();
    if (now < this.quietUntil) return;
    this.quietUntil = now + QUIET_MS;
    this.app.toast(this.t('map.tiles-failed'));
  }

  protected mapChanged(status: StageStatus): void {
    this.mapStatus = status;
    // A link to a unit without a view leads to the unit.
    if (status === 'live' && this.unit && !this.state.view) this.stage.value?.fit(this.unit.bbox);
  }

  /** Choosing a level by hand: auto again with null. */
  setLevel(level: number | null): void {
    // The map answers with the level that it shows now.
    this.change({ level });
  }

  setVersion(version: string): void {
    this.unit = null;
    this.change({ version: version === this.catalogue?.current ? null : version, unit: null }, true);
    this.reload();
  }

  /** What the map shows beside boundaries; pages with values say which. */
  protected sharedData(): SharedData {
    return BOUNDARIES;
  }

  async share(): Promise<void> {
    const { openShare } = await import('./share.ts');
    await openShare(this.app, { spec: this.toSpec('current'), pinned: this.pin(this.toSpec(this.version!.version)) });
  }

  /** What is shown as a map of its own, on this version of the boundaries where the reader chose none. */
  protected toSpec(version: string): MapSpec {
    const { state, app, stage, name: title, language: names } = this;
    const about = { title, lang: app.language, names, state, level: state.level ?? this.mapLevel, dataset: this.version!.dataset };
    return toSpec({ ...about, size: stage.value ?? document.body, version: state.version ?? version }, this.sharedData());
  }

  /** The same with the version of the values too. */
  protected pin(spec: MapSpec): MapSpec {
    return spec;
  }

  async toggleTable(): Promise<void> {
    if (!this.state.table) await import('./units-table.ts');
    this.change({ table: !this.state.table }, true);
  }

  override render() {
    const { t, app } = this;
    if (this.error) {
      const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
      return html`<main class="country-failed" id="content">
        ${this.failed(this.error, () => this.reload(), { notFound: t('country.missing', { country: this.id3 }), back })}
      </main>`;
    }
    return html`<a class="skip" href="#panel">${t('nav.skip')}</a>
      <main class="country" id="content" ?data-table=${this.state.table}>
        ${this.renderStage()}
        <div class="country-side">
          <div class="country-top">
            <a class="icon-button" href=${app.href('/')} aria-label=${t('nav.home')} title=${t('nav.home')}>${icon('home')}</a>
            <cod-combobox
              .label=${t('search.label')}
              .placeholder=${t('search.placeholder')}
              .clear=${t('search.clear')}
              .note=${this.finder.options.length ? '' : t('search.none')}
              .options=${this.finder.options}
              .busy=${this.finder.busy || !this.version}
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
            .snap=${this.snap}
            @snap=${(event: CustomEvent<Snap>) => (this.snap = event.detail)}
          >
            ${this.version ? this.renderPanel() : this.loading(t('country.loading'))}
          </cod-panel>
        </div>
        ${renderTools(this)} ${renderZoom(this)}
        <p class="country-source small">${sourceLine(this)}</p>
        ${this.state.table && this.version ? this.renderTable() : nothing} ${renderStatus(this)}
      </main>`;
  }

  protected renderPanel(): TemplateResult {
    return this.state.unit ? renderUnit(this) : renderOverview(this);
  }

  private renderStage() {
    const { version, tilejson } = this;
    if (!version || !tilejson) return html`<div class="country-map country-wait"></div>`;
    return html`<map-stage
      ${ref(this.stage)}
      class="country-map"
      .api=${this.app.api}
      .tilejson=${tilejson}
      .box=${(version.bbox ?? boxOfTiles(tilejson)) as Bbox}
      .camera=${this.state.view}
      .padding=${this.padding}
      .shown=${this.shown}
      .label=${this.t('map.label', { country: this.name })}
      .tooltip=${this.describe}
      @unit-select=${(event: CustomEvent<PointedUnit | null>) => {
        const { detail } = event;
        this.selectUnit(detail?.pcode ? { level: detail.level, pcode: detail.pcode } : null, false);
      }}
      @map-move=${(event: CustomEvent<StageMove>) => this.mapMove(event.detail)}
      @map-error=${() => this.mapError()}
      @map-status=${(event: CustomEvent<StageStatus>) => this.mapChanged(event.detail)}
    ></map-stage>`;
  }

  protected renderTable(): TemplateResult {
    return html`<units-table
      class="country-table"
      .app=${this.app}
      .t=${this.t}
      .datasetId=${this.version!.dataset}
      .version=${this.version!.version}
      .level=${this.state.level ?? this.mapLevel}
      .language=${this.language}
      .languages=${this.version!.languages}
      .selected=${this.state.unit}
      .country=${this.name}
      @unit-hover=${(event: CustomEvent<UnitRef | null>) => this.stage.value?.hover(event.detail)}
      @unit-choose=${(event: CustomEvent<UnitRef>) => this.selectUnit(event.detail, true)}
      @table-close=${() => void this.toggleTable()}
    ></units-table>`;
  }

  protected override firstUpdated(): void {
    if (this.state.table) void import('./units-table.ts').then(() => this.requestUpdate());
  }
}

function toRanges(version: VersionAnswer, tilejson: TileJson): LevelRange[] {
  const available = new Map(tilejson.vector_layers.filter(({ id }) => /^adm\d$/.test(id)).map(({ id, minzoom }) => [Number(id.slice(3)), minzoom]));
  return toLevelRanges(version.levels, (version.bbox ?? boxOfTiles(tilejson)) as Bbox, available);
}

customElements.define('country-view', CountryView);
