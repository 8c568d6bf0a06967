/** The page of a version for those who work on it: findings on the left, the map on the right, metadata, publishing. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import type { PointedPlace, PointedUnit } from '../../map/controller.ts';
import { boxOfTiles, type Padding } from '../../map/camera.ts';
import '../../map/stage.ts';
import type { StageMove, StageStatus } from '../../map/stage.ts';
import { DraftModel, type DraftHost, type DraftKey } from './model.ts';
import type { Question } from './question.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/tabs.ts';
import { View } from '../../kit/view.ts';
import { discard, withdraw } from './actions.ts';
import { rollBack } from './back/rollback.ts';
import { renderFindings } from './findings.ts';
import { renderFocus, renderMapTools } from './mapTools.ts';
import { renderFiles } from './files.ts';
import './dialogs.ts';
import './items.ts';
import type { ReasonDialog } from './dialogs.ts';
import './metadata.ts';
import { renderEndorsements, renderPersonal, renderRepaired, uploadBadges } from '../../kit/facts.ts';
import { signInHref } from '../../kit/address.ts';
import { pageHeader } from '../../kit/header.ts';
import { KINDS, countryOf, kindOf, LAYER, slugOf } from '../../kit/kinds.ts';
import '../../kit/versions/history.ts';
import { stateBanner, statusBadge } from '../../kit/versions/states.ts';
import { renderActors } from '../../kit/staff.ts';
import { ReviewModel } from './review/model.ts';
import { renderReview } from './review/tab.ts';
import { renderSteps } from './next.ts';
import { currentBeside, titleOf } from './title.ts';
import type { Translate } from '../../i18n/translate.ts';
import './page.css';

/** Pixels about the country, and what a legend takes of the map. */
const [MARGIN, LEGEND_ROOM] = [24, 220];
const isWide = (): boolean => matchMedia('(min-width: 48rem)').matches;

class DraftView extends View<DraftKey> implements DraftHost {
  static override properties: PropertyDeclarations = { mapStatus: { state: true } };
  declare private mapStatus: StageStatus;
  private readonly model = new DraftModel(this);
  private readonly review = new ReviewModel(this.model);
  private readonly dialog = createRef<ReasonDialog>();

  constructor() {
    super();
    this.mapStatus = 'still';
    this.model.review = this.review;
  }

  ask(question: Question): Promise<VersionAnswer | null> {
    return this.dialog.value!.ask(question);
  }

  revealChosen(): void {
    this.querySelector('[data-chosen=true]')?.scrollIntoView({ block: 'nearest' });
  }

  protected override updated(): void {
    const { version } = this.model;
    if (this.mapStatus === 'live') {
      this.model.map.paint(this.model.part?.painting ?? null);
      this.model.map.swipe(this.model.repairs?.swipe ?? this.model.comparison?.swipe ?? null);
    }
    this.app.setTitle(version ? `${version.dataset} ${version.version}` : '');
  }

  override render() {
    const { t } = this;
    const { version, error } = this.model;
    if (error || !version)
      return html`${pageHeader(this.app, t as never)}
        <main id="content" class="narrow" tabindex="-1">${error ? this.renderError(error) : this.loading(t('draft.loading'))}</main>`;
    return html`<div class="draft" data-turn=${this.model.repairs?.turn ?? nothing}>
      ${pageHeader(this.app, t as never)}
      <main id="content" class="draft-main" tabindex="-1">
        <div class="draft-side">${this.renderHead(version)} ${this.renderTabs(version)}</div>
        <div class="draft-map">${this.renderMap()}</div>
      </main>
      <reason-dialog ${ref(this.dialog)} .t=${t} .app=${this.app}></reason-dialog>
    </div>`;
  }

  private renderError(error: unknown): TemplateResult {
    const { t } = this;
    const back = html`<a class="button button-primary" href=${signInHref(this.app)}>${t('account.signin')}</a>`;
    return this.failed(error, () => void this.model.load(), { notFound: t('draft.missing'), back });
  }

  private renderHead(version: VersionAnswer): TemplateResult {
    const { t, app, model } = this;
    const country = countryOf(version.dataset);
    return html`<header class="draft-head">
      <h1 tabindex="-1" dir="auto">${titleOf(version, model.named, app.language, t as unknown as Translate)}</h1>
      <p class="muted small"><bdi>${version.dataset}</bdi> · <bdi class="number">${version.version}</bdi> · ${statusBadge(version.status, t as never)}</p>
      <p class="muted small">${renderActors(version, app, t as never)}</p>
      <p>${uploadBadges(version.report, t as never)}</p>
      ${model.tab === 'review' ? nothing : renderEndorsements(version, app, t as never)} ${renderRepaired(version, app, t as never)}
      ${renderPersonal(version, t as never)}
      ${version.status === 'current' ? html`<p class="small">${t('draft.old', { status: t('status.current') })}</p>` : nothing}
      ${version.status === 'draft' ? nothing : this.renderState(version)}
      ${version.reason ? html`<p class="small" dir="auto">${t('draft.reason')}: ${version.reason}</p>` : nothing}
      <p class="actions">
        ${renderSteps(model, version)}
        ${version.status === 'current' ? html`<a class="button button-primary" href=${app.href(`/c/${country}${KINDS[kindOf(version.dataset)].path}`, kindOf(version.dataset) === LAYER ? { layers: slugOf(version.dataset) } : {})}>${icon('map', 18)} ${t('draft.see')}</a>` : nothing}
        ${this.renderTaking(version)}
      </p>
    </header>`;
  }

  private renderState(version: VersionAnswer): TemplateResult | typeof nothing {
    const { app, t, model } = this;
    const current = currentBeside(version, model.named);
    // Of a draft the page itself is the way on.
    return stateBanner(
      version,
      app,
      t as never,
      version.publishedAt === null ? null : { version: current, href: app.href(`/drafts/${version.dataset}/${current}`) },
    );
  }

  /** What was never public is discarded; what was is withdrawn, and stays readable. */
  private renderTaking({ status, publishedAt, createdBy }: VersionAnswer): TemplateResult | typeof nothing {
    const { t, model } = this;
    if (publishedAt === null)
      return model.may('version.withdraw') || (model.may('upload.create') && createdBy === model.user?.name)
        ? html`${status === 'draft' ? html`<button class="link" @click=${() => withdraw(model)}>${t('draft.withdraw.draft')}</button>` : nothing}
            <button class="link" @click=${() => discard(model)}>${t('draft.discard')}</button>`
        : nothing;
    const back =
      status !== 'current' && model.may('version.publish')
        ? html`<button class="button ${status === 'superseded' ? 'button-primary' : ''}" @click=${() => rollBack(model)}>
            ${t('rollback.open', { version: model.tag })}
          </button>`
        : nothing;
    return model.may('version.withdraw') && status !== 'withdrawn'
      ? html`${back} <button class="button" @click=${() => withdraw(model)}>${t('draft.withdraw')}</button>`
      : back;
  }

  private renderTabs(version: VersionAnswer): TemplateResult {
    const { t, model } = this;
    const hasRepairs = KINDS[kindOf(version.dataset)].isRepaired === true && model.may('draft.read');
    const tabs = [
      ...(model.part?.render ? [{ id: 'overview', label: t('overview.tab') }] : []),
      { id: 'findings', label: t('draft.findings') },
      ...(hasRepairs ? [{ id: 'repair', label: t('repairs.tab') }] : []),
      ...(version.diff ? [{ id: 'changes', label: t('changes.tab') }] : []),
      ...(model.may('draft.read') ? [{ id: 'review', label: t('signoff.tab') }] : []),
      // There from the start: a tab that comes later would push others under the pointer.
      { id: 'columns', label: t('columns.tab') },
      { id: 'metadata', label: t('meta.tab') },
      { id: 'files', label: t('draft.files') },
      { id: 'history', label: t('history.title') },
    ];
    return html`<cod-tabs
      .tabs=${tabs}
      .selected=${model.tab}
      label=${t('draft.parts')}
      @select-tab=${(event: CustomEvent<string>) => model.showTab(event.detail)}
    >
      ${model.part?.render ? html`<div slot="overview" class="draft-tab">${model.tab === 'overview' ? model.part.render() : nothing}</div>` : nothing}
      <div slot="findings" class="draft-tab">${model.report ? renderFindings(model, model.report) : this.loading(t('draft.loading'))}</div>
      ${hasRepairs ? html`<div slot="repair" class="draft-tab">${model.tab === 'repair' ? (model.repairs?.render() ?? this.loading(t('draft.loading'))) : nothing}</div>` : nothing}
      ${version.diff ? html`<div slot="changes" class="draft-tab">${model.tab === 'changes' ? (model.part?.renderChanges?.() ?? this.loading(t('draft.loading'))) : nothing}</div>` : nothing}
      ${model.may('draft.read') ? html`<div slot="review" class="draft-tab">${model.tab === 'review' ? renderReview(this.review) : nothing}</div>` : nothing}
      <div slot="columns" class="draft-tab">${model.tab === 'columns' ? this.renderColumns() : nothing}</div>
      <div slot="metadata" class="draft-tab">
        <draft-metadata
          .app=${this.app}
          .t=${t}
          .version=${version}
          .editable=${version.status === 'draft' ? model.may('metadata.write') : version.publishedAt !== null && model.may('version.publish')}
          @saved=${(event: CustomEvent<VersionAnswer>) => model.setVersion(event.detail)}
        ></draft-metadata>
      </div>
      <div slot="files" class="draft-tab">${renderFiles(model, version)}</div>
      <div slot="history" class="draft-tab">
        ${
          model.tab === 'history'
            ? html`<version-history
                .app=${this.app}
                .t=${t}
                .about=${version.dataset}
                .version=${version.version}
                .key=${`${version.status} ${version.report?.accepted ?? ''}`}
                open
              ></version-history>`
            : nothing
        }
      </div>
    </cod-tabs>`;
  }

  private renderColumns(): TemplateResult {
    const { part, isRead } = this.model;
    if (!part && isRead) return html`<p class="state muted">${this.t('state.failed')}</p>`;
    return part ? part.renderColumns() : this.loading(this.t('draft.loading'));
  }

  private mapChanged(status: StageStatus): void {
    this.mapStatus = status;
    this.model.map.paint(this.model.part?.painting ?? null, true);
  }

  /** The legend stands open over the corner of a large map: the country is fitted beside it. */
  private legendRoom(): Padding {
    const { ground, version } = this.model;
    // Of boundaries nothing is painted.
    const room = ground !== version && isWide() ? LEGEND_ROOM : MARGIN;
    const isRtl = this.app.direction === 'rtl';
    return { top: MARGIN, bottom: MARGIN, left: isRtl ? MARGIN : room, right: isRtl ? room : MARGIN };
  }

  private renderLegend(): TemplateResult | typeof nothing {
    const legend = this.model.part?.legend();
    // On a phone the map is small, so the legend waits to be opened.
    return legend
      ? html`<details class="draft-legend" aria-label=${this.t('draft.legend')} ?open=${isWide()}>
          <summary>${icon('chevron', 14)} ${legend.title}</summary>
          ${legend.list}
        </details>`
      : nothing;
  }

  private renderMap(): TemplateResult {
    const { t, model } = this;
    const { tilejson, map: { shown, stage } } = model; // prettier-ignore
    if (!model.ground && model.report) return html`<p class="state muted">${t('map.none')}</p>`;
    if (!tilejson || !shown) return this.loading(t('draft.loading'));
    const isFlat = this.mapStatus === 'no-webgl' || this.mapStatus === 'failed';
    return html`<map-stage
        ${ref(stage)}
        sided
        .api=${this.app.api}
        .tilejson=${tilejson}
        .box=${boxOfTiles(tilejson)}
        .shown=${shown}
        .padding=${this.legendRoom()}
        .tooltip=${(unit: PointedUnit) => ({ title: unit.names[0] ?? unit.pcode, lang: '', lines: [unit.pcode, ...(model.part?.linesOf(unit.level, unit.pcode) ?? [])] })}
        @map-move=${(event: CustomEvent<StageMove>) => model.moved(event.detail)}
        label=${t('map.label')}
        @unit-select=${(event: CustomEvent<PointedUnit | null>) => model.chooseUnit(event.detail)}
        @finding-select=${(event: CustomEvent<PointedPlace>) => model.chooseOnMap(event.detail)}
        @map-status=${(event: CustomEvent<StageStatus>) => this.mapChanged(event.detail)}
      ></map-stage>
      ${this.renderLegend()} ${isFlat ? html`<p class="notice draft-note">${t('map.no-webgl')}</p>` : nothing} ${renderMapTools(model)}
      ${this.renderOver(isFlat)}`;
  }

  private renderOver(isFlat: boolean): TemplateResult | typeof nothing {
    const { repairs, comparison, tag } = this.model;
    if (repairs) return repairs.renderOver();
    // A picture that stands still shows one drawing.
    return comparison && !isFlat ? comparison.renderOver(tag) : renderFocus(this.model);
  }
}

customElements.define('draft-view', DraftView);
