/** Coordination of a country: who leads and sits in which group, what is missing, and where an organisation works. As a list, and drawn where there is room. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { toAddress } from '../../../server/contract/paths.ts';
import { signInHref } from '../../kit/address.ts';
import { pageHeader } from '../../kit/header.ts';
import { View } from '../../kit/view.ts';
import { workgroupNav } from '../../kit/workgroup/nav.ts';
import { icon } from '../../ui/icon.ts';
import type { GroupChanges } from './edit/changes.ts';
import { OrganisationFinder, renderFilters } from './filters.ts';
import { renderGaps } from './gaps.ts';
import { renderClosed, renderList } from './list.ts';
import { CoordinationModel } from './model.ts';
import { GLOBAL, importPath, webhooksPath } from '../../kit/workgroup/place.ts';
import type { Structure } from './structure.ts';
import type { CoordinationKey } from './words.ts';
import './page.css';

/** From here on there is room for the chart. */
const WIDE = '(min-width: 62.5rem)';

class CoordinationView extends View<CoordinationKey> {
  static override properties: PropertyDeclarations = { wide: { state: true }, printing: { state: true } };
  /** There is room for the chart. */
  declare private wide: boolean;
  declare private printing: boolean;
  private readonly model = new CoordinationModel(this);
  private readonly finder = new OrganisationFinder(this.model);
  private readonly changes = createRef<GroupChanges>();
  private readonly media = matchMedia(WIDE);
  private readonly onMedia = () => (this.wide = this.media.matches);
  private readonly print = matchMedia('print');
  private readonly onPrint = () => (this.printing = this.print.matches);

  constructor() {
    super();
    this.wide = this.media.matches;
    this.printing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.media.addEventListener('change', this.onMedia);
    this.print.addEventListener('change', this.onPrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.media.removeEventListener('change', this.onMedia);
    this.print.removeEventListener('change', this.onPrint);
  }

  private get isDrawn(): boolean {
    // Paper takes the list where the code of the chart has not arrived.
    return (this.printing && customElements.get('group-chart') !== undefined) || (this.wide && this.model.state.view === 'chart');
  }

  protected override willUpdate(): void {
    // Code that only wide screens need, beside the text that all do.
    if (this.isDrawn || this.printing) void import('./chart/view.ts').then(() => this.printing && this.requestUpdate());
  }

  protected override updated(): void {
    this.app.setTitle(this.heading);
  }

  private get heading(): string {
    const { t, model } = this;
    if (model.scope === GLOBAL) return t('coordination.global');
    return t('coordination.of', { country: model.country });
  }

  override render() {
    const { t, app, model } = this;
    const { structure } = model;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'coordination')}
      <main id="content" class="coordination" tabindex="-1">
        ${model.scope === GLOBAL ? nothing : html`<nav class="coordination-way small" aria-label=${t('nav.breadcrumb')}><a href=${app.href(`/c/${model.scope.toLowerCase()}`)}>${t('coordination.map', { country: model.country })}</a></nav>`}
        <div class="coordination-head">
          <div>
            <h1 tabindex="-1">${this.heading}</h1>
            ${structure ? html`<p class="muted">${this.counts(structure)}</p>` : nothing}
          </div>
          ${structure ? this.renderActions(structure) : nothing}
        </div>
        ${structure ? this.renderStructure(structure) : this.renderWait()}
      </main>`;
  }

  private counts({ answer, byId, closed }: Structure): string {
    const { t } = this;
    const groups = byId.size - closed.length;
    return t(groups === 0 ? 'coordination.lead' : 'coordination.counts', { groups, organisations: answer.organisations.length, date: answer.today });
  }

  private renderWait(): TemplateResult {
    const { t, app, model } = this;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return model.error
      ? this.failed(model.error, () => void model.load(), { notFound: t('coordination.missing', { scope: model.scope }), back })
      : this.loading(t('coordination.loading'));
  }

  private renderActions({ answer, byId }: Structure): TemplateResult {
    const { t, app, model } = this;
    const params = { scope: model.scope };
    const { may } = answer;
    return html`<div class="coordination-actions">
      ${
        may.manage
          ? html`<button class="button button-primary" @click=${() => void this.openNew()}>${icon('plus', 18)} ${t('coordination.new')}</button>
              <a class="button" href=${app.href(importPath(model.scope))}>${icon('table', 18)} ${t('coordination.import')}</a>`
          : nothing
      }
      ${may.edit.length > 0 ? html`<a class="button" href=${app.href(webhooksPath(model.scope))}>${icon('bell', 18)} ${t('coordination.webhooks')}</a>` : nothing}
      ${
        byId.size > 0
          ? html`<details class="menu">
                <summary class="button">${icon('download', 18)} ${t('coordination.downloads')}</summary>
                <ul>
                  <li>
                    <a href=${toAddress('getStructureCsv', params, { lang: app.language })} download
                      >CSV <span class="muted small">${t('coordination.downloads.csv')}</span></a
                    >
                  </li>
                  <li>
                    <a href=${toAddress('getStructure', params, { lang: app.language })} download="groups-${model.scope}.json"
                      >JSON <span class="muted small">${t('coordination.downloads.json')}</span></a
                    >
                  </li>
                  <li>
                    <a href=${toAddress('getStructureJsonld', params)} download
                      >JSON-LD <span class="muted small">${t('coordination.downloads.jsonld')}</span></a
                    >
                  </li>
                </ul>
              </details>
              <button class="button coordination-print" @click=${() => void this.printChart()}>${icon('file', 18)} ${t('coordination.print')}</button>`
          : nothing
      }
    </div>`;
  }

  private async printChart(): Promise<void> {
    await import('./chart/view.ts');
    this.printing = true;
    await this.updateComplete;
    window.print();
  }

  private async openNew(): Promise<void> {
    await import('./edit/changes.ts');
    await this.changes.value?.open({ kind: 'new-group', parent: null });
  }

  private renderStructure(structure: Structure): TemplateResult {
    const { t, app, model } = this;
    if (structure.byId.size === 0)
      return html`<div class="state">
          ${icon('layers', 40)}
          <h2>${t('coordination.empty')}</h2>
          <p>${t(structure.answer.may.manage ? 'coordination.empty.manage' : 'coordination.empty.detail')}</p>
          ${structure.answer.may.join ? nothing : html`<a class="button" href=${signInHref(app)}>${t('coordination.signin')}</a>`}
        </div>
        ${this.renderChanges(structure)}`;
    const { found } = model;
    return html`${renderGaps(model, structure)} ${renderFilters(model, structure, this.finder, this.wide ? this.renderSwitch() : nothing)}
      ${found?.size === 0 ? html`<p class="state" role="status">${t('coordination.none')}</p>` : nothing}
      ${
        this.isDrawn
          ? html`<group-chart .app=${app} .t=${t} .structure=${structure} .found=${found} .href=${(group: string) => model.groupHref(group)}></group-chart>`
          : renderList(model, structure)
      }
      ${renderClosed(model, structure)}
      <p class="small muted coordination-foot">${t('coordination.source', { date: structure.answer.today })}</p>
      ${this.renderChanges(structure)}`;
  }

  private renderSwitch(): TemplateResult {
    const { t, model } = this;
    const choice = (view: 'chart' | 'list', text: string) =>
      html`<button class="choice-chip" aria-pressed=${model.state.view === view} @click=${() => model.change({ view })}>
        ${icon(view === 'chart' ? 'share' : 'list', 16)} ${text}
      </button>`;
    return html`<div class="chips coordination-view" role="group" aria-label=${t('coordination.view')}>
      ${choice('chart', t('coordination.view.chart'))} ${choice('list', t('coordination.view.list'))}
    </div>`;
  }

  private renderChanges(structure: Structure): TemplateResult | typeof nothing {
    const { app, t, model } = this;
    if (!structure.answer.may.manage) return nothing;
    return html`<group-changes
      ${ref(this.changes)}
      .app=${app}
      .scope=${model.scope}
      .structure=${structure}
      .loading=${t('coordination.loading')}
      @changed=${(event: CustomEvent<string | null>) => (event.detail ? app.navigate(model.groupHref(event.detail)) : void model.load())}
    ></group-changes>`;
  }
}

customElements.define('coordination-view', CoordinationView);
