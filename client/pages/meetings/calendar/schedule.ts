/** The schedule of what goes on, as a table to print; and the actions of the groups. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../../../server/contract/meetings/actions.ts';
import type { MeetingsAnswer, ScheduleRow } from '../../../../server/contract/meetings/meetings.ts';
import { signInHref } from '../../../kit/address.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import { icon } from '../../../ui/icon.ts';
import { renderAction } from '../parts.ts';
import { dayText, firstWeekday, partsOf, repeatText, timeRange, weekdayOf, zoneName } from '../../../kit/workgroup/when.ts';
import type { CalendarModel } from './model.ts';
import { SHOWN_ACTIONS } from './state.ts';

/** By the weekday of the next one, then by its time; what meets every day first. */
function inOrder(rows: readonly ScheduleRow[], locale: string): ScheduleRow[] {
  const first = firstWeekday(locale);
  const key = ({ meeting, next }: ScheduleRow) => {
    const day = next?.local ?? meeting.start;
    const isDaily = meeting.rrule !== null && partsOf(meeting.rrule)['FREQ'] === 'DAILY';
    return `${meeting.rrule === null ? 9 : isDaily ? 0 : 1 + ((weekdayOf(day.slice(0, 10)) - first + 7) % 7)} ${day.slice(11)} ${day}`;
  };
  return rows.toSorted((a, b) => key(a).localeCompare(key(b)));
}

export function renderSchedule(model: CalendarModel, { schedule, groups, today }: MeetingsAnswer): TemplateResult {
  const { t, app } = model;
  const { locale } = app.format;
  if (schedule.length === 0)
    return html`<div class="state">
      ${icon('calendar', 40)}
      <h2>${t('calendar.schedule.none')}</h2>
    </div>`;
  const zones = [...new Set(schedule.map(({ meeting }) => meeting.zone))];
  const columns = ['day', 'time', 'group', 'meeting', 'place', 'mailbox', 'next'] as const;
  const mailboxOf = (id: string) => groups.find((group) => group.id === id)?.mailbox ?? null;
  return html`<div class="calendar-steps no-print">
      <button class="button" @click=${() => window.print()}>${icon('file', 18)} ${t('calendar.print')}</button>
    </div>
    <div class="schedule-scroll" tabindex="0" role="region" aria-labelledby="schedule-title">
      <table class="schedule">
        <caption id="schedule-title">
          <b>${t('calendar.schedule.caption', { place: model.place })}</b>
          <span>${t('calendar.schedule.as-of', { date: today, zone: zones.map(zoneName).join(', ') })}</span>
        </caption>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${t(`calendar.schedule.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${inOrder(schedule, locale).map(({ meeting, next }) => {
            const day = meeting.start.slice(0, 10);
            const mailbox = meeting.groups.map(mailboxOf).find((found) => found !== null) ?? null;
            return html`<tr>
              <th scope="row">${app.format.sentence(repeatText(t, meeting.rrule, day, meeting.rrule === null ? null : meeting.until, locale))}</th>
              <td class="number">
                <bdi>${next ? timeRange(next, meeting.zone, locale) : meeting.start.slice(11)}</bdi
                >${zones.length > 1 ? html` <span class="small muted"><bdi>${zoneName(meeting.zone)}</bdi></span>` : nothing}
              </td>
              <td>${meeting.groups.map((group, at) => html`${at > 0 ? ', ' : nothing}<bdi>${model.groupName(group)}</bdi>`)}</td>
              <td>${next ? html`<a href=${model.href(next.meeting, next.day)} dir="auto">${meeting.title}</a>` : html`<bdi>${meeting.title}</bdi>`}</td>
              <td dir="auto">${meeting.place ?? ''}</td>
              <td>${mailbox ? html`<a href="mailto:${mailbox}" dir="ltr">${mailbox}</a>` : nothing}</td>
              <td>${next ? dayText(next.local.slice(0, 10), locale) : nothing}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
}

export function renderActions(model: CalendarModel, { may }: MeetingsAnswer): TemplateResult {
  const { t, app, state } = model;
  if (!may.see)
    return html`<div class="state">
      ${icon('person', 40)}
      <p>${t('actions.signin')}</p>
      <a class="button button-primary" href=${signInHref(app)}>${t('calendar.signin')}</a>
    </div>`;
  return html`<div class="calendar-steps" role="group" aria-label=${t('actions.show')}>
      ${SHOWN_ACTIONS.map((shown) => html`<button class="choice-chip" aria-pressed=${state.actions === shown} @click=${() => model.change({ actions: shown })}>${t(`actions.show.${shown}`)}</button>`)}
    </div>
    ${renderPart(
      t as never,
      model.actions,
      t('calendar.loading'),
      () => void model.load(),
      ({ actions }) => {
        const open = actions.filter((action) => action.state === 'open');
        return html`<p role="status">${t('actions.count', { count: open.length, late: open.filter(({ overdue }) => overdue !== null).length })}</p>
          ${
            actions.length === 0
              ? html`<p class="muted">${t('actions.none')}</p>`
              : html`<ul class="actions-list">
                  ${actions.map((action) => renderOne(model, action))}
                </ul>`
          }`;
      },
    )}`;
}

function renderOne(model: CalendarModel, action: Action): TemplateResult {
  const { t, app } = model;
  const meeting = action.held ? model.href(action.held.meeting, action.held.day) : null;
  const open = () => model.host.openChange({ kind: 'change-action', action });
  const close = () => model.host.openChange({ kind: 'close-action', action });
  const buttons = model.may(action.group)
    ? html`${action.state === 'open' ? html`<button class="link" @click=${close}>${t('action.close')}</button>` : nothing}
        <button class="link" @click=${open}>${t('action.change')}</button>`
    : nothing;
  return renderAction(t, app, action, { about: model.groupName(action.group), meeting, buttons });
}
