/** The data schedule of a country: what is due and from whom, the grid of core data, and what its custodians change. */
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { ScheduleAnswer } from '../../../server/contract/schedule/schedule.ts';
import { pageHeader } from '../../kit/header.ts';
import { View } from '../../kit/view.ts';
import { nameOf } from '../../kit/workgroup/names.ts';
import { workgroupNav } from '../../kit/workgroup/nav.ts';
import { zoneName } from '../../kit/workgroup/when.ts';
import { icon } from '../../ui/icon.ts';
import { renderDue } from './due.ts';
import type { Change } from './edit/change.ts';
import type { ScheduleChanges } from './edit/changes.ts';
import { renderEntryPanel } from './entry.ts';
import { renderGrid } from './grid.ts';
import { ScheduleModel, type ScheduleHost } from './model.ts';
import { renderProposal } from './proposal.ts';
import type { SourceAction } from './sources/action.ts';
import { renderSources } from './sources/list.ts';
import { NOBODY } from './state.ts';
import { stateText, STATES, type ScheduleKey } from './words.ts';
import './page.css';

class ScheduleView extends View<ScheduleKey> implements ScheduleHost {
  private readonly model = new ScheduleModel(this);
  private readonly changes = createRef<ScheduleChanges>();
  private readonly sourceChanges = createRef<HTMLElement & { open(action: SourceAction): Promise<void> }>();

  protected override updated(): void {
    this.app.setTitle(this.t('schedule.of', { country: this.model.country }));
  }

  openChange(change: Change): void {
    void import('./edit/changes.ts').then(() => this.changes.value?.open(change));
  }

  openSource(action: SourceAction): void {
    void import('./sources/changes.ts').then(() => this.sourceChanges.value?.open(action));
  }

  showEntry(): void {
    void this.updateComplete.then(() => this.querySelector('.series-entry')?.scrollIntoView({ block: 'start' }));
  }

  override render() {
    const { t, app, model } = this;
    const { value, error } = model.answer;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'schedule')}
      <main id="content" class="deadlines" tabindex="-1">
        <div class="deadlines-head">
          <div>
            <h1 tabindex="-1">${t('schedule.of', { country: model.country })}</h1>
            <p class="muted no-print">${t('schedule.lead')}</p>
            ${value ? html`<p class="small muted">${t('schedule.zone', { date: value.today, zone: zoneName(value.zone) })}</p>` : nothing}
          </div>
          ${value ? this.renderActions(value) : nothing}
        </div>
        ${
          value
            ? this.renderShown(value)
            : error
              ? this.failed(error, () => void model.load(), { notFound: t('schedule.missing', { scope: model.scope }), back })
              : this.loading(t('schedule.loading'))
        }
        <schedule-changes
          ${ref(this.changes)}
          .app=${app}
          .t=${t}
          .model=${model}
          @changed=${() => void model.reload()}
          @removed=${() => this.afterRemoval()}
        ></schedule-changes>
        <source-changes ${ref(this.sourceChanges)} .app=${app} .t=${t} .model=${model} @changed=${() => void model.reload()}></source-changes>
      </main>`;
  }

  private afterRemoval(): void {
    this.model.change({ entry: null });
    void this.model.load();
  }

  private renderActions({ entries, may }: ScheduleAnswer): TemplateResult {
    const { t, model } = this;
    const canAdd = may.all || may.record.length > 0;
    return html`<div class="deadlines-actions no-print">
      ${canAdd ? html`<button class="button button-primary" @click=${() => this.openChange({ kind: 'add', series: 'own' })}>${icon('plus', 18)} ${t('schedule.add')}</button>` : nothing}
      ${
        entries.length === 0
          ? nothing
          : html`<a class="button" href=${model.fileAddress('getScheduleCalendar')}>${icon('calendar', 18)} ${t('schedule.ics')}</a>
              <a class="button" href=${model.fileAddress('getScheduleCsv')}>${icon('table', 18)} ${t('schedule.csv')}</a>
              <button class="button" @click=${() => window.print()}>${icon('file', 18)} ${t('schedule.print')}</button>`
      }
    </div>`;
  }

  private renderShown(answer: ScheduleAnswer): TemplateResult {
    const { t, model } = this;
    if (answer.proposal) return renderProposal(model, answer.proposal);
    const hint = answer.may.see ? nothing : html`<p class="small muted">${t('schedule.public')}</p>`;
    if (answer.entries.length === 0)
      return html`<div class="state">
          ${icon('calendar', 40)}
          <h2>${t('schedule.empty', { country: model.country })}</h2>
        </div>
        ${hint}`;
    return html`${this.renderFilters(answer)} ${renderDue(model, answer)} ${renderEntryPanel(model)} ${renderGrid(model, answer)} ${renderSources(model)}
    ${hint}`;
  }

  private renderFilters({ groups, entries }: ScheduleAnswer): TemplateResult {
    const { t, app, model } = this;
    const { custodian, state } = model.state;
    const named = groups
      .filter(({ id }) => id === custodian || entries.some(({ group }) => group === id))
      .map((group): [string, string] => [group.id, nameOf(group, app.language)])
      .toSorted((a, b) => a[1].localeCompare(b[1], app.language));
    const valueOf = (event: Event) => (event.target as HTMLSelectElement).value || null;
    const select = (label: string, all: string, chosen: string | null, options: readonly (readonly [string, string])[], take: (value: string | null) => void) =>
      html`<label
        ><span class="small muted">${label}</span>
        <select class="select" @change=${(event: Event) => take(valueOf(event))}>
          <option value="" .selected=${chosen === null}>${all}</option>
          ${options.map(([id, text]) => html`<option value=${id} .selected=${chosen === id}>${text}</option>`)}
        </select></label
      >`;
    return html`<div class="deadlines-filters no-print">
      ${select(t('schedule.filter.group'), t('schedule.filter.group.all'), custodian, [...named, [NOBODY, t('schedule.nobody')]], (value) => model.change({ custodian: value }))}
      ${select(
        t('schedule.filter.state'),
        t('schedule.filter.state.all'),
        state,
        STATES.map((each) => [each, stateText(t, each)] as const),
        (value) => model.change({ state: STATES.find((each) => each === value) ?? null }),
      )}
    </div>`;
  }
}

customElements.define('schedule-view', ScheduleView);
