/** The calendar of a country: meetings as a list, a month or a schedule to print, and open actions. */
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { MeetingsAnswer } from '../../../../server/contract/meetings/meetings.ts';
import { pageHeader } from '../../../kit/header.ts';
import { View } from '../../../kit/view.ts';
import { nameOf } from '../../../kit/workgroup/names.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import { GLOBAL } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import type { Change } from '../edit/change.ts';
import type { MeetingChanges } from '../edit/changes.ts';
import type { MeetingsKey } from '../words.ts';
import { renderList, renderMonth } from './list.ts';
import { CalendarModel, type CalendarHost } from './model.ts';
import { renderActions, renderSchedule } from './schedule.ts';
import { VIEWS } from './state.ts';
import type { CalendarSubscribe } from './subscribe.ts';
import '../page.css';
import '../month.css';

class CalendarView extends View<MeetingsKey> implements CalendarHost {
  private readonly model = new CalendarModel(this);
  private readonly changes = createRef<MeetingChanges>();
  private readonly subscribing = createRef<CalendarSubscribe>();

  protected override updated(): void {
    this.app.setTitle(this.heading);
  }

  private get heading(): string {
    const { t, model } = this;
    return model.scope === GLOBAL ? t('calendar.global') : t('calendar.of', { country: model.country });
  }

  openChange(change: Change): void {
    void import('../edit/changes.ts').then(() => this.changes.value?.open(change));
  }

  override render() {
    const { t, app, model } = this;
    const { value, error } = model.answer;
    const back = html`<a class="button button-primary" href=${app.href('/')}>${t('nav.home')}</a>`;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'calendar')}
      <main id="content" class="meetings" tabindex="-1">
        <div class="meetings-head">
          <div>
            <h1 tabindex="-1">${this.heading}</h1>
            <p class="muted no-print">${t('calendar.lead')}</p>
          </div>
          ${value ? this.renderActionsBar(value) : nothing}
        </div>
        ${
          value
            ? html`${this.renderFilters(value)} ${this.renderShown(value)}`
            : error
              ? this.failed(error, () => void model.load(), { notFound: t('calendar.missing'), back })
              : this.loading(t('calendar.loading'))
        }
        <meeting-changes
          ${ref(this.changes)}
          .app=${app}
          .t=${t}
          .scope=${model.scope}
          .around=${value}
          @changed=${(event: CustomEvent<{ meeting: string; day: string } | null>) => this.afterChange(event.detail)}
        ></meeting-changes>
        <calendar-subscribe ${ref(this.subscribing)} .app=${app} .t=${t} .model=${model}></calendar-subscribe>
      </main>`;
  }

  private afterChange(made: { meeting: string; day: string } | null): void {
    if (made) this.app.navigate(this.model.href(made.meeting, made.day));
    else void this.model.load();
  }

  private renderActionsBar({ may }: MeetingsAnswer): TemplateResult {
    const { t } = this;
    const subscribe = () => void import('./subscribe.ts').then(() => this.subscribing.value?.open());
    return html`<div class="meetings-actions no-print">
      ${may.record.length > 0 ? html`<button class="button button-primary" @click=${() => this.openChange({ kind: 'plan' })}>${icon('plus', 18)} ${t('calendar.plan')}</button>` : nothing}
      <button class="button" @click=${subscribe}>${icon('calendar', 18)} ${t('calendar.subscribe')}</button>
    </div>`;
  }

  private renderFilters({ groups }: MeetingsAnswer): TemplateResult {
    const { t, app, model } = this;
    const { state } = model;
    const named = groups.map((group): [string, string] => [group.id, nameOf(group, app.language)]).toSorted((a, b) => a[1].localeCompare(b[1], app.language));
    const choose = (event: Event) => model.change({ group: (event.target as HTMLSelectElement).value || null });
    return html`<div class="meetings-filters no-print">
      <div class="meetings-views" role="group" aria-label=${t('calendar.view')}>
        ${VIEWS.map((view) => html`<button class="choice-chip" aria-pressed=${state.view === view} @click=${() => model.change({ view })}>${t(`calendar.view.${view}`)}</button>`)}
      </div>
      <label
        ><span class="small muted">${t('calendar.group')}</span>
        <select class="select" @change=${choose}>
          <option value="" .selected=${state.group === null}>${t('calendar.group.all')}</option>
          ${named.map(([id, text]) => html`<option value=${id} .selected=${state.group === id}>${text}</option>`)}
        </select></label
      >
    </div>`;
  }

  private renderShown(answer: MeetingsAnswer): TemplateResult {
    const { model } = this;
    switch (model.state.view) {
      case 'month':
        return renderMonth(model, answer);
      case 'schedule':
        return renderSchedule(model, answer);
      case 'actions':
        return renderActions(model, answer);
      default:
        return renderList(model, answer);
    }
  }
}

customElements.define('calendar-view', CalendarView);
