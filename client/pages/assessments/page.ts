/** The assessments of a country: what is known of them, where nobody has asked, and how a new one is registered. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ListAnswer } from '../../../server/contract/assessments/routes.ts';
import { pageHeader } from '../../kit/header.ts';
import { View } from '../../kit/view.ts';
import { workgroupNav } from '../../kit/workgroup/nav.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/tabs.ts';
import './links.ts';
import { AssessmentsModel, type AssessmentsHost } from './model.ts';
import { renderCoverage } from './show/coverage.ts';
import { renderDownloads } from './show/downloads.ts';
import { renderFilters } from './show/filters.ts';
import { renderGaps } from './show/gaps.ts';
import { renderList } from './show/list.ts';
import { renderMatrix } from './show/matrix.ts';
import { renderNotices } from './show/notices.ts';
import { renderOne } from './show/one.ts';
import type { Bbox } from '../../map/camera.ts';
import { toSpec } from './spec.ts';
import { TABS, type Tab } from './state.ts';
import { titleOf, type AssessmentKey } from './words.ts';
import './page.css';

/** Of a link: what stands after # in the address that was given out. */
const SECRET = /^#([A-Za-z0-9_-]{20,})$/;

class AssessmentsView extends View<AssessmentKey> implements AssessmentsHost {
  private readonly model = new AssessmentsModel(this);
  /** Of drawings: the form draws itself anew whenever the page does, since what it reads of the model comes later than it. */
  private turn = 0;
  private readonly secret = SECRET.exec(location.hash)?.[1] ?? null;

  protected override updated(): void {
    this.app.setTitle(this.t('assess.of', { country: this.model.country }));
  }

  show(selector: string): void {
    void this.updateComplete.then(() => this.querySelector(selector)?.scrollIntoView({ block: 'start' }));
  }

  override render() {
    const { t, app, model } = this;
    const { value, error } = model.answer;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'assessments')}
      <main id="content" class="assess" tabindex="-1">
        ${
          value
            ? this.renderShown(value)
            : html`<h1 tabindex="-1">${t('assess.of', { country: model.country })}</h1>
                ${error ? this.failed(error, () => void model.load(), { notFound: t('assess.missing', { scope: model.scope }), back }) : this.loading(t('assess.loading'))}`
        }
      </main>`;
  }

  private renderShown(answer: ListAnswer): TemplateResult {
    const { t, model, secret } = this;
    const { doing } = model.state;
    if (secret !== null) return this.renderEntry(t('assess.form.new'), secret);
    if (doing === 'new' && answer.may.enter) return this.renderEntry(t('assess.form.new'), null);
    if (doing === 'import' && model.keeps) return this.renderDoing(t('assess.import.title'), this.renderImport());
    if (doing === 'links' && model.keeps)
      return this.renderDoing(t('assess.links'), html`<assessment-links .app=${this.app} .t=${t} scope=${model.scope}></assessment-links>`);
    const changed = doing === null ? null : (model.find(doing) ?? (model.opened.value?.assessment.id === doing ? model.opened.value.assessment : null));
    if (changed?.may) return this.renderEntry(t('assess.form.change', { title: titleOf(changed, this.app.language) }), null, changed);
    return this.renderRegistry(answer);
  }

  private renderDoing(title: string, content: TemplateResult): TemplateResult {
    const { t, model } = this;
    const patch = { doing: null };
    return html`<p class="no-print"><a href=${model.hrefOf(patch)} @click=${(event: MouseEvent) => model.follows(event, patch)}>${t('assess.form.back')}</a></p>
      <h1 tabindex="-1" dir="auto">${title}</h1>
      ${content}`;
  }

  private renderEntry(title: string, secret: string | null, record: ListAnswer['assessments'][number] | null = null): TemplateResult {
    const { model } = this;
    void import('./entry/entry.ts');
    const entry = html`<assessment-entry
      .model=${model}
      .turn=${this.turn++}
      .secret=${secret}
      .record=${record}
      @left=${() => model.change({ doing: null }, true)}
      @kept=${(event: CustomEvent<string>) => this.kept(event.detail)}
    ></assessment-entry>`;
    return secret === null ? this.renderDoing(title, entry) : html`<h1 tabindex="-1">${title}</h1>${entry}`; // prettier-ignore
  }

  private renderImport(): TemplateResult {
    const { model } = this;
    void import('./import/import.ts');
    return html`<assessment-import .model=${model} @left=${() => model.change({ doing: null }, true)}></assessment-import>`;
  }

  /** @param entry the record; '' of one that came by a link, whose page is left with its secret */
  private kept(entry: string): void {
    if (entry === '') return this.app.navigate(this.app.href(location.pathname));
    void this.model.reload();
    this.model.change({ doing: null, entry }, true);
    this.show('.assess-one');
  }

  private renderRegistry(answer: ListAnswer): TemplateResult {
    const { t, model } = this;
    const isEmpty = answer.assessments.length === 0 && model.waiting.length === 0;
    return html`<div class="assess-head">
        <div>
          <h1 tabindex="-1">${t('assess.of', { country: model.country })}</h1>
          <p class="muted no-print">${t('assess.lead')}</p>
        </div>
        ${this.renderActions(answer)}
      </div>
      ${
        isEmpty && Object.keys(model.filters).length === 0
          ? html`<div class="state">
              ${icon('list', 40)}
              <h2>${t('assess.empty', { country: model.country })}</h2>
              <p>${t('assess.empty.detail')}</p>
            </div>`
          : html`${renderNotices(model)} ${renderOne(model)} ${renderFilters(model)} ${this.renderTabs()}`
      }`;
  }

  private renderActions({ may, assessments }: ListAnswer): TemplateResult {
    const { t, app, model } = this;
    const link = (doing: string, text: string, look = '') => {
      const patch = { doing };
      return html`<a class="button ${look}" href=${model.hrefOf(patch)} @click=${(event: MouseEvent) => model.follows(event, patch)}>${text}</a>`;
    };
    return html`<div class="assess-buttons no-print">
      ${may.enter ? link('new', t('assess.enter'), 'button-primary') : html`<a class="button" href=${app.href('/signin', { next: location.pathname })}>${t('assess.sign-in')}</a>`}
      ${model.keeps ? html`${link('import', t('assess.import'))} ${link('links', t('assess.links'))}` : nothing}
      ${assessments.length > 0 ? renderDownloads(model) : nothing}
    </div>`;
  }

  private async share(breaks: readonly number[]): Promise<void> {
    const { t, app, model } = this;
    const { state, level } = model;
    const title = t('assess.map.title', { measure: t(`assess.measure.${state.measure}`), country: model.country }).replace(/[\u200e\u200f\u2066-\u2069]/g, '');
    const spec = toSpec({ title, lang: app.language, dataset: model.boundaries, level, state, breaks, box: (model.region?.bbox as Bbox | undefined) ?? null });
    const { openShare } = await import('../share/panel.ts');
    await openShare(app, { spec, pinned: null, map: state.map, kept: (map) => model.change({ map }) });
  }

  private renderTabs(): TemplateResult {
    const { t, model } = this;
    const { tab } = model.state;
    const draw: Record<Tab, () => TemplateResult> = {
      list: () => renderList(model),
      map: () => renderCoverage(model, (breaks) => void this.share(breaks)),
      matrix: () => renderMatrix(model),
      gaps: () => renderGaps(model),
    };
    return html`<cod-tabs
      label=${t('assess.tabs')}
      selected=${tab}
      .tabs=${TABS.map((id) => ({ id, label: t(`assess.tab.${id}`) }))}
      @select-tab=${(event: CustomEvent<Tab>) => model.change({ tab: event.detail })}
    >
      <div slot=${tab} class="assess-view">${draw[tab]()}</div>
    </cod-tabs>`;
  }
}

customElements.define('assessments-view', AssessmentsView);
