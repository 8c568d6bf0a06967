/** The page of one meeting: when and where, agenda and minutes, who took part, what was decided and what is to be done. */
import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { OccurrenceAnswer } from '../../../../server/contract/meetings/meetings.ts';
import { pageHeader } from '../../../kit/header.ts';
import { View } from '../../../kit/view.ts';
import { workgroupNav } from '../../../kit/workgroup/nav.ts';
import { GLOBAL, groupPath } from '../../../kit/workgroup/place.ts';
import { icon } from '../../../ui/icon.ts';
import type { Change } from '../edit/change.ts';
import type { MeetingChanges } from '../edit/changes.ts';
import { renderBadges, renderTime } from '../parts.ts';
import { dayText, repeatText } from '../../../kit/workgroup/when.ts';
import type { MeetingsKey } from '../words.ts';
import { MeetingModel, type MeetingHost } from './model.ts';
import { renderActions, renderAttendance, renderDecisions, renderPapers } from './sections.ts';
import '../page.css';

class MeetingView extends View<MeetingsKey> implements MeetingHost {
  private readonly model = new MeetingModel(this);
  private readonly changes = createRef<MeetingChanges>();

  protected override updated(): void {
    const { value } = this.model.answer;
    if (value) this.app.setTitle(`${value.meeting.title}, ${this.app.format.date(value.occurrence.local.slice(0, 10))}`);
  }

  openChange(change: Change): void {
    void import('../edit/changes.ts').then(() => this.changes.value?.open(change));
  }

  override render() {
    const { t, app, model } = this;
    const { value, error } = model.answer;
    const back = html`<a class="button button-primary" href=${model.calendarHref}>${t('meeting.back')}</a>`;
    return html`${pageHeader(app, t as never)} ${workgroupNav(app, t as never, model.scope, 'calendar', false)}
      <main id="content" class="meetings" tabindex="-1">
        ${value ? this.renderMeeting(value) : error ? this.failed(error, () => void model.load(), { notFound: t('meeting.missing'), back }) : this.loading(t('meeting.loading'))}
        <meeting-changes
          ${ref(this.changes)}
          .app=${app}
          .t=${t}
          .scope=${model.scope}
          .around=${value}
          @changed=${(event: CustomEvent<{ meeting: string; day: string } | 'gone' | null>) => this.afterChange(event.detail)}
        ></meeting-changes>
      </main>`;
  }

  private afterChange(done: { meeting: string; day: string } | 'gone' | null): void {
    const { model, app, params } = this;
    if (done === 'gone') app.navigate(model.calendarHref);
    else if (done && (done.meeting !== params['meeting'] || done.day !== params['day'])) app.navigate(model.href(done.meeting, done.day));
    else void model.load();
  }

  private renderMeeting(answer: OccurrenceAnswer): TemplateResult {
    const { t, app, model } = this;
    const { meeting, occurrence, previous, next } = answer;
    const day = occurrence.local.slice(0, 10);
    const root = model.scope === GLOBAL ? t('calendar.global') : t('calendar.of', { country: model.country });
    return html`<nav class="meetings-way small" aria-label=${t('nav.breadcrumb')}>
        <a href=${model.calendarHref}>${root}</a><span class="flip" aria-hidden="true">${icon('chevron', 12)}</span
        ><span aria-current="page" dir="auto">${meeting.title}</span>
      </nav>
      <div class="meetings-head">
        <div>
          <h1 tabindex="-1" dir="auto">${meeting.title}</h1>
          <p class="meeting-when"><b>${dayText(day, app.format.locale)}</b> ${renderTime(t, app, occurrence)} ${renderBadges(t, occurrence)}</p>
        </div>
        ${model.keeps ? this.renderButtons(answer) : nothing}
      </div>
      ${this.renderState(answer)}
      <div class="meeting-columns">
        <div class="meeting-main">
          ${renderPapers(model, answer)} ${renderDecisions(model, answer)} ${renderActions(model, answer)} ${renderAttendance(model, answer)}
        </div>
        <aside class="meeting-side" aria-label=${t('meeting.facts')}>${this.renderFacts(answer)}</aside>
      </div>
      ${
        previous || next
          ? html`<nav class="meeting-beside" aria-label=${t('meeting.repeats')}>
              ${previous ? html`<a href=${model.href(meeting.id, previous)}>${t('meeting.previous', { day: previous })}</a>` : nothing}
              ${next ? html`<a href=${model.href(meeting.id, next)}>${t('meeting.next', { day: next })}</a>` : nothing}
            </nav>`
          : nothing
      }`;
  }

  private renderState({ occurrence }: OccurrenceAnswer): TemplateResult | typeof nothing {
    const { t } = this;
    const { state, reason, day } = occurrence;
    if (state === 'planned') return nothing;
    const said = state === 'cancelled' ? t('meeting.is-cancelled') : t('meeting.is-moved', { day });
    return html`<p class="notice ${state === 'cancelled' ? 'notice-error' : 'notice-warning'}">
      ${icon('warning', 18)} <span>${said} ${reason ? html`<bdi>${reason}</bdi>` : nothing}</span>
    </p>`;
  }

  private renderFacts({ meeting, occurrence, may }: OccurrenceAnswer): TemplateResult {
    const { t, app, model } = this;
    const fact = (label: MeetingsKey, value: unknown) =>
      html`<div>
        <dt>${t(label)}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<dl class="facts card-box">
      ${fact(
        'meeting.groups',
        meeting.groups.map((id, at) => html`${at > 0 ? ', ' : nothing}<a href=${app.href(groupPath(model.scope, id))} dir="auto">${model.groupName(id)}</a>`),
      )}
      ${fact('meeting.where', occurrence.place ? html`<bdi>${occurrence.place}</bdi>` : html`<span class="muted">${t('meeting.no-place')}</span>`)}
      ${occurrence.link ? fact('meeting.join', html`<a href=${occurrence.link} rel="noopener nofollow" dir="ltr">${new URL(occurrence.link).host}</a>`) : may.see ? nothing : fact('meeting.join', html`<span class="muted">${t('meeting.join.members')}</span>`)}
      ${fact('meeting.repeats', repeatText(t, meeting.rrule, meeting.start.slice(0, 10), meeting.rrule === null ? null : meeting.until, app.format.locale))}
      ${fact('meeting.who-sees', t(`meeting.${meeting.visibility}`))}
      ${meeting.note ? fact('meeting.note', html`<span class="meeting-note" dir="auto">${meeting.note}</span>`) : nothing}
    </dl>`;
  }

  private renderButtons({ meeting, occurrence }: OccurrenceAnswer): TemplateResult {
    const { t } = this;
    const held = { meeting, occurrence };
    const repeats = meeting.rrule !== null;
    const isOff = meeting.status === 'cancelled';
    const isOver = Date.parse(occurrence.end) <= Date.now();
    const button = (
      kind: Exclude<Change['kind'], 'plan' | 'record' | 'change-action' | 'close-action' | 'change-decision' | 'delete-decision'>,
      label: MeetingsKey,
    ) => html`<button class="button" @click=${() => this.openChange({ kind, ...held })}>${t(label)}</button>`;
    if (isOff) return html`<div class="meetings-actions">${button('restore', 'meeting.restore')}</div>`;
    return html`<div class="meetings-actions">
      ${button('change-meeting', 'meeting.change')}
      ${repeats && occurrence.state !== 'cancelled' ? html`${isOver ? nothing : button('move-one', 'meeting.move-one')} ${button('cancel-one', 'meeting.cancel-one')}` : nothing}
      ${repeats && occurrence.state !== 'planned' ? button('put-back', 'meeting.put-back') : nothing}
      <details class="meeting-more">
        <summary class="button">${t('meeting.more')}</summary>
        <div>${button('cancel', repeats ? 'meeting.cancel-series' : 'meeting.cancel')} ${button('delete', 'meeting.delete')}</div>
      </details>
    </div>`;
  }
}

customElements.define('meeting-view', MeetingView);
