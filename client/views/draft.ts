/** A version as those see it who work on it: findings on the left, the map on the right, metadata, publishing. */
import type { FeatureCollection } from 'geojson';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type accountMessages from '../messages/en/account.ts';
import type commonMessages from '../messages/en/common.ts';
import type draftMessages from '../messages/en/draft.ts';
import type { TileJson, VersionAnswer } from '../../server/contract/api.ts';
import type { ExceptionBody, ExceptionsAnswer } from '../../server/contract/drafts.ts';
import type { FindingItem } from '../../server/contract/finding.ts';
import type { PointedUnit } from '../map/controller.ts';
import { boxOfItem, toFindingFeatures } from '../map/findings.ts';
import { boxOfTiles, joinBoxes } from '../map/camera.ts';
import { toLevelRanges } from '../map/levels.ts';
import '../map/stage.ts';
import type { MapStage, StageMap, StageStatus } from '../map/stage.ts';
import { icon } from '../ui/icon.ts';
import '../ui/tabs.ts';
import { View, isAbort } from '../view.ts';
import { createWork, type ShownReport, type User, type Work } from '../work.ts';
import { listFindings, NO_FILTER, type Filter, type Listed } from './draft-filter.ts';
import { renderFindings } from './draft-findings.ts';
import { renderFiles } from './draft-files.ts';
import './draft-dialogs.ts';
import './finding-items.ts';
import type { ReasonDialog } from './draft-dialogs.ts';
import './draft-metadata.ts';
import { findingBadges } from './facts.ts';
import { pageHeader } from './header.ts';
import './draft.css';

export type DraftKey = keyof typeof draftMessages | keyof typeof accountMessages | keyof typeof commonMessages;

/** Units that are asked for when an occurrence names many. */
const MAX_UNITS = 20;

export class DraftView extends View<DraftKey> {
  static override properties: PropertyDeclarations = {
    user: { state: true },
    version: { state: true },
    report: { state: true },
    register: { state: true },
    tilejson: { state: true },
    error: { state: true },
    filter: { state: true },
    chosen: { state: true },
    tab: { state: true },
    mapStatus: { state: true },
    pointed: { state: true },
    ground: { state: true },
  };
  declare user: User | null;
  declare version: VersionAnswer | null;
  declare report: ShownReport | null;
  declare register: ExceptionsAnswer['exceptions'];
  declare tilejson: TileJson | null;
  /** The boundaries on the map: the version's own, or for tables the current ones of the country. */
  declare private ground: VersionAnswer | null;
  declare private error: unknown;
  declare filter: Filter;
  /** Id of the item that is looked at. */
  declare chosen: string | null;
  declare private tab: string;
  declare private mapStatus: StageStatus;
  /** The unit of a chosen occurrence that has no place of its own. */
  declare private pointed: { level: number; pcode: string } | null;
  private readonly aborts = new AbortController();
  private readonly stage = createRef<MapStage>();
  private readonly dialog = createRef<ReasonDialog>();
  private shown: StageMap | null = null;
  private places: FeatureCollection = { type: 'FeatureCollection', features: [] };
  private asked = '';

  constructor() {
    super();
    this.user = this.version = this.report = this.tilejson = this.error = this.chosen = this.pointed = this.ground = null;
    this.register = [];
    this.filter = NO_FILTER;
    this.tab = 'findings';
    this.mapStatus = 'still';
  }

  get work(): Work {
    return createWork(this.app.api);
  }
  get datasetId(): never {
    return this.params['dataset'] as never;
  }
  get tag(): string {
    return this.version?.version ?? this.params['version']!;
  }

  may(permission: string): boolean {
    return this.user?.permissions.includes(permission) ?? false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.aborts.abort();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    // The sentences of the report come from the server, so another language is another report.
    const asked = this.app.language;
    if (asked !== this.asked) {
      const first = this.asked === '';
      this.asked = asked;
      if (first) this.chosen = this.query.get('item');
      void (first ? this.load() : this.loadReport());
    }
    // The same object while the list is the same, so that choosing an occurrence does not send every place to the map anew.
    if (changed.has('report') || changed.has('filter'))
      this.places = { type: 'FeatureCollection', features: this.listed.flatMap(({ item, finding }) => toFindingFeatures(item, finding.severity)) };
    if (['report', 'tilejson', 'filter', 'chosen', 'pointed', 'version'].some((name) => changed.has(name))) this.shown = this.toShown();
    this.app.setTitle(this.version ? `${this.version.dataset} ${this.version.version}` : '');
  }

  private async load(): Promise<void> {
    const { api } = this.app;
    const { signal } = this.aborts;
    this.error = null;
    try {
      [this.user, this.version] = await Promise.all([this.work.getSession(), api.getVersion(this.params['dataset']!, this.params['version']!, signal)]);
      await Promise.all([this.loadReport(), this.loadRegister()]);
      const iso3 = this.params['dataset']!.slice(-3);
      this.ground = this.version.tilejson ? this.version : await api.getVersion(`cod-ab-${iso3}`, 'current', signal).catch(() => null);
      if (this.ground?.tilejson) this.tilejson = await api.getTileJson(this.ground.tilejson, signal);
      const chosen = this.chosen && this.listed.find(({ item }) => item.id === this.chosen);
      if (chosen) void this.updateComplete.then(() => this.look(chosen.item));
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  private async loadReport(): Promise<void> {
    try {
      this.report = await this.work.getReport(this.params['dataset']!, this.tag, this.app.language, this.aborts.signal);
    } catch (error) {
      if (!isAbort(error)) this.error = error;
    }
  }

  async loadRegister(): Promise<void> {
    if (this.may('draft.read')) this.register = (await this.work.getExceptions(this.datasetId)).exceptions;
  }

  /** Every occurrence that the filter lets through. */
  get listed(): Listed[] {
    return this.report ? listFindings(this.report, this.filter) : [];
  }

  private toShown(): StageMap | null {
    const { ground, tilejson } = this;
    if (!ground || !tilejson) return null;
    const available = new Map(tilejson.vector_layers.flatMap(({ id, minzoom }) => (/^adm\d$/.test(id) ? [[Number(id.slice(3)), minzoom] as const] : [])));
    const { unit, level } = this.filter;
    return {
      levels: toLevelRanges(ground.levels, boxOfTiles(tilejson), available),
      level: level !== null && level > 0 && available.has(level) ? level : null,
      nameColumn: 0,
      selected: unit ?? this.pointed,
      findings: { data: this.places, selected: this.chosen },
    };
  }

  /** Zooms to an occurrence, marks it, and keeps it in the address, so that the address is a link to it. */
  choose(item: FindingItem): void {
    this.chosen = item.id;
    this.pointed = null;
    const query = new URLSearchParams(location.search);
    query.set('item', item.id);
    this.app.setQuery(query);
    this.look(item);
  }

  private look(item: FindingItem): void {
    const box = boxOfItem(item);
    if (box) this.stage.value?.fit(box);
    else void this.lookAtUnits(item);
    void this.updateComplete.then(() => this.querySelector('[data-chosen=true]')?.scrollIntoView({ block: 'nearest' }));
  }

  /** A fault of names or codes has no place of its own: its units are shown. */
  private async lookAtUnits({ id, pcodes }: FindingItem): Promise<void> {
    const level = this.listed.find(({ item }) => item.id === id)?.finding.level;
    if (level == null || !this.ground) return;
    const units = await Promise.all(
      pcodes
        .slice(0, MAX_UNITS)
        .map((pcode) => this.app.api.getUnit(this.ground!.dataset, this.ground!.version, pcode, level, this.aborts.signal).catch(() => null)),
    );
    const [first, ...others] = units.flatMap((unit) => (unit ? [unit.bbox] : []));
    if (!first || this.chosen !== id) return;
    this.stage.value?.fit(joinBoxes([first, ...others]));
    this.pointed = units[0] ? { level, pcode: units[0].pcode } : null;
  }

  private readonly chooseOnMap = (event: CustomEvent<string>): void => {
    const found = this.listed.find(({ item }) => item.id === event.detail);
    if (!found) return;
    this.tab = 'findings';
    this.choose(found.item);
  };

  private readonly chooseUnit = (event: CustomEvent<PointedUnit | null>): void => {
    const unit = event.detail;
    this.filter = { ...this.filter, unit: unit?.pcode ? { level: unit.level, pcode: unit.pcode, name: unit.names.find(Boolean) ?? '' } : null };
  };

  async accept(body: Omit<ExceptionBody, 'reason'>, words: string): Promise<void> {
    const { t } = this;
    const done = await this.dialog.value!.ask({
      heading: t('finding.accept.title'),
      lead: t('finding.accept.lead'),
      quote: words,
      action: t('finding.accept'),
      required: true,
      run: (reason) => this.work.acceptFindings(this.datasetId, this.tag, { ...body, reason }),
    });
    if (done) await this.refresh(done as VersionAnswer);
  }

  async undo(exception: string): Promise<void> {
    await this.work.undoException(this.datasetId, exception).catch((error: Error) => this.app.toast(error.message));
    await this.refresh(await this.app.api.getVersion(this.datasetId, this.tag));
  }

  async refresh(version: VersionAnswer): Promise<void> {
    this.version = version;
    await Promise.all([this.loadReport(), this.loadRegister()]);
  }

  private async publish(): Promise<void> {
    const { t } = this;
    const { publishable, errors } = this.version!.report;
    const done = await this.dialog.value!.ask({
      heading: t('draft.publish'),
      lead: publishable ? t('draft.ready') : errors ? t('draft.not-ready', { count: errors }) : t('draft.crashed'),
      action: t('draft.publish'),
      required: !publishable,
      run: (reason) => this.work.publish(this.datasetId, this.tag, reason),
    });
    if (!done) return;
    this.version = done as VersionAnswer;
    this.app.toast(t('draft.published', { version: this.tag }));
  }

  private async withdraw(): Promise<void> {
    const { t } = this;
    const done = await this.dialog.value!.ask({
      heading: t('draft.withdraw'),
      lead: t('draft.reason.hint'),
      action: t('draft.withdraw'),
      required: true,
      run: (reason) => this.work.withdraw(this.datasetId, this.tag, reason),
    });
    if (!done) return;
    this.version = done as VersionAnswer;
    this.app.toast(t('draft.withdrawn', { version: this.tag }));
  }

  override render() {
    const { t, version } = this;
    if (this.error || !version)
      return html`${pageHeader(this.app, t as never)}
        <main id="content" class="narrow" tabindex="-1">${this.error ? this.renderError() : this.loading(t('draft.loading'))}</main>`;
    return html`<div class="draft">
      ${pageHeader(this.app, t as never)}
      <main id="content" class="draft-main" tabindex="-1">
        <div class="draft-side">${this.renderHead(version)} ${this.renderTabs(version)}</div>
        <div class="draft-map">${this.renderMap()}</div>
      </main>
      <reason-dialog ${ref(this.dialog)} .t=${t} .app=${this.app}></reason-dialog>
    </div>`;
  }

  private renderError(): TemplateResult {
    const { t } = this;
    const back = html`<a class="button button-primary" href=${this.app.href('/signin', { next: location.pathname })}>${t('account.signin')}</a>`;
    return this.failed(this.error, () => void this.load(), { notFound: t('draft.missing'), back });
  }

  private renderHead(version: VersionAnswer): TemplateResult {
    const { t, app } = this;
    const country = version.dataset.slice(-3);
    return html`<header class="draft-head">
      <h1 tabindex="-1" dir="auto">${version.metadata.title || version.dataset}</h1>
      <p class="muted small">
        <bdi>${version.dataset}</bdi> · <bdi class="number">${version.version}</bdi> ·
        <span class="badge" data-status=${version.status}>${t(`status.${version.status}`)}</span>
        ${version.createdBy ? html`· ${t('draft.by', { name: version.createdBy })}` : nothing}
      </p>
      <p>${findingBadges(version.report, t as never)}</p>
      ${version.status === 'draft' ? nothing : html`<p class="small">${t('draft.old', { status: t(`status.${version.status}`) })}</p>`}
      ${version.reason ? html`<p class="small" dir="auto">${t('draft.reason')}: ${version.reason}</p>` : nothing}
      <p class="actions">
        ${
          this.may('version.publish') && version.status !== 'current' && version.status !== 'withdrawn'
            ? html`<button class="button button-primary" @click=${() => this.publish()}>${t('draft.publish')}</button>`
            : nothing
        }
        ${version.dataset.startsWith('3w-') ? html`<a class="button" href=${app.href(`/3w/${version.dataset}/review`, { version: version.version })}>${t('draft.review')}</a>` : nothing}
        ${version.status === 'current' ? html`<a class="button button-primary" href=${app.href(`/c/${country}`)}>${icon('map', 18)} ${t('draft.see')}</a>` : nothing}
        ${
          this.may('version.withdraw') && version.status !== 'withdrawn'
            ? html`<button class="button" @click=${() => this.withdraw()}>${t('draft.withdraw')}</button>`
            : nothing
        }
      </p>
    </header>`;
  }

  private renderTabs(version: VersionAnswer): TemplateResult {
    const { t } = this;
    const tabs = [
      { id: 'findings', label: t('draft.findings') },
      { id: 'metadata', label: t('meta.tab') },
      { id: 'files', label: t('draft.files') },
    ];
    return html`<cod-tabs
      .tabs=${tabs}
      .selected=${this.tab}
      label=${t('draft.parts')}
      @select-tab=${(event: CustomEvent<string>) => (this.tab = event.detail)}
    >
      <div slot="findings" class="draft-tab">${this.report ? renderFindings(this, this.report) : this.loading(t('draft.loading'))}</div>
      <div slot="metadata" class="draft-tab">
        <draft-metadata
          .app=${this.app}
          .t=${t}
          .version=${version}
          .editable=${version.status === 'draft' && this.may('metadata.write')}
          @saved=${(event: CustomEvent<VersionAnswer>) => (this.version = event.detail)}
        ></draft-metadata>
      </div>
      <div slot="files" class="draft-tab">${renderFiles(this, version)}</div>
    </cod-tabs>`;
  }

  private renderMap(): TemplateResult {
    const { t, tilejson, shown } = this;
    if (!this.ground && this.report) return html`<p class="state muted">${t('map.none')}</p>`;
    if (!tilejson || !shown) return this.loading(t('draft.loading'));
    return html`<map-stage
        ${ref(this.stage)}
        .api=${this.app.api}
        .tilejson=${tilejson}
        .box=${boxOfTiles(tilejson)}
        .shown=${shown}
        .tooltip=${(unit: PointedUnit) => ({ title: unit.names[0] ?? unit.pcode, lang: '', lines: [unit.pcode] })}
        label=${t('map.label')}
        @unit-select=${this.chooseUnit}
        @finding-select=${this.chooseOnMap}
        @map-status=${(event: CustomEvent<StageStatus>) => (this.mapStatus = event.detail)}
      ></map-stage>
      ${this.mapStatus === 'no-webgl' || this.mapStatus === 'failed' ? html`<p class="notice draft-note">${t('map.no-webgl')}</p>` : nothing}
      <div class="draft-zoom" role="group" aria-label=${t('map.zoom')}>
        <button class="icon-button" aria-label=${t('map.zoom-in')} @click=${() => this.stage.value?.zoomBy(1)}>${icon('plus')}</button>
        <button class="icon-button" aria-label=${t('map.zoom-out')} @click=${() => this.stage.value?.zoomBy(-1)}>${icon('minus')}</button>
        <button class="icon-button" aria-label=${t('map.fit')} title=${t('map.fit')} @click=${() => this.stage.value?.fit()}>${icon('fit')}</button>
      </div>`;
  }
}

customElements.define('draft-view', DraftView);
