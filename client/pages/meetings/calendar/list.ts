/** Meetings by day, and a month of them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MeetingsAnswer, Occurrence } from '../../../../server/contract/meetings/meetings.ts';
import { icon } from '../../../ui/icon.ts';
import { renderBadges, renderTime } from '../parts.ts';
import { addDays, addMonths, dayText, firstWeekday, monthText, timeRange, weekdayName, weeksOf } from '../../../kit/workgroup/when.ts';
import type { CalendarModel } from './model.ts';
import { LIST_DAYS } from './state.ts';

const dayOf = ({ local }: Pick<Occurrence, 'local'>): string => local.slice(0, 10);

export function renderList(model: CalendarModel, { occurrences, today, may }: MeetingsAnswer): TemplateResult {
  const { t, app, span } = model;
  const go = (days: number) => model.change({ from: addDays(span.from, days) });
  const byDay = [...Map.groupBy(occurrences, dayOf)];
  return html`<div class="calendar-steps">
      <button class="button" @click=${() => go(-LIST_DAYS)}>${t('calendar.earlier')}</button>
      <button class="button" ?disabled=${span.from === today} @click=${() => model.change({ from: null })}>${t('calendar.today')}</button>
      <button class="button" @click=${() => go(LIST_DAYS)}>${t('calendar.later')}</button>
      <p role="status">${t('calendar.found', { count: occurrences.length, period: app.format.period(span.from, span.to) })}</p>
    </div>
    ${
      byDay.length === 0
        ? html`<div class="state">
            ${icon('calendar', 40)}
            <h2>${t('calendar.none')}</h2>
            <p>${t('calendar.none.detail')}</p>
          </div>`
        : html`<ol class="calendar-days">
            ${byDay.map(
              ([day, held]) =>
                html`<li ?data-today=${day === today}>
                  <h2>${dayText(day, app.format.locale)}${day === today ? html` <span class="badge badge-good">${t('calendar.today')}</span>` : nothing}</h2>
                  <ul>
                    ${held.map((each) => renderEntry(model, each))}
                  </ul>
                </li>`,
            )}
          </ol>`
    }
    ${may.see ? nothing : html`<p class="small muted">${t('calendar.public')}</p>`}`;
}

function renderEntry(model: CalendarModel, occurrence: Occurrence): TemplateResult {
  const { t, app } = model;
  const { meeting, day, title, groups, place, state, reason } = occurrence;
  return html`<li class="meeting-entry" data-state=${state}>
    ${renderTime(t, app, occurrence)}
    <div>
      <p class="meeting-title"><a href=${model.href(meeting, day)} dir="auto">${title}</a> ${renderBadges(t, occurrence)}</p>
      <p class="small muted">
        ${groups.map((group, at) => html`${at > 0 ? ' · ' : nothing}<bdi>${model.groupName(group)}</bdi>`)}${place ? html` · <bdi>${place}</bdi>` : nothing}
      </p>
      ${reason ? html`<p class="small" dir="auto">${reason}</p>` : nothing}
    </div>
  </li>`;
}

/** A table of weeks; on a narrow page the days that have a meeting, one below the other. */
export function renderMonth(model: CalendarModel, { occurrences, today, may }: MeetingsAnswer): TemplateResult {
  const { t, app, state } = model;
  const { locale } = app.format;
  const month = (state.from ?? today).slice(0, 7);
  const first = firstWeekday(locale);
  const byDay = Map.groupBy(occurrences, dayOf);
  const go = (months: number) => model.change({ from: `${addMonths(month, months)}-01` });
  const inMonth = occurrences.filter((each) => dayOf(each).startsWith(month)).length;
  return html`<div class="calendar-steps">
      <button class="icon-button flip" aria-label=${t('calendar.month.previous')} @click=${() => go(-1)}>${icon('chevron')}</button>
      <h2 id="month-title">${app.format.sentence(monthText(month, locale))}</h2>
      <button class="icon-button next flip" aria-label=${t('calendar.month.next')} @click=${() => go(1)}>${icon('chevron')}</button>
      <button class="button" ?disabled=${month === today.slice(0, 7)} @click=${() => model.change({ from: null })}>${t('calendar.today')}</button>
      <p role="status">${t('calendar.found', { count: inMonth, period: monthText(month, locale) })}</p>
    </div>
    <table class="calendar-month" aria-labelledby="month-title">
      <thead>
        <tr>
          ${Array.from({ length: 7 }, (_, i) => (first + i) % 7).map((weekday) => html`<th scope="col"><abbr title=${weekdayName(weekday, locale)}>${weekdayName(weekday, locale, 'short')}</abbr></th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksOf(month, first).map(
          (week) =>
            html`<tr>
              ${week.map((day) => renderDay(model, day, byDay.get(day) ?? [], { isOther: !day.startsWith(month), isToday: day === today }))}
            </tr>`,
        )}
      </tbody>
    </table>
    ${may.see ? nothing : html`<p class="small muted">${t('calendar.public')}</p>`}`;
}

function renderDay(model: CalendarModel, day: string, held: Occurrence[], { isOther, isToday }: { isOther: boolean; isToday: boolean }): TemplateResult {
  const { app, t } = model;
  const { locale } = app.format;
  return html`<td ?data-other=${isOther} ?data-today=${isToday} ?data-empty=${held.length === 0}>
    <span class="month-day" aria-hidden=${held.length > 0 ? 'true' : nothing}
      ><span class="month-number number">${Number(day.slice(8))}</span><span class="month-name">${dayText(day, locale)}</span></span
    >
    ${
      held.length === 0
        ? nothing
        : html`<ul aria-label=${dayText(day, locale)}>
            ${held.map(
              (each) =>
                html`<li data-state=${each.state}>
                  <a href=${model.href(each.meeting, each.day)}
                    ><span class="number"><bdi>${timeRange({ ...each, end: each.start }, each.zone, locale)}</bdi></span> <bdi>${each.title}</bdi></a
                  >
                  ${each.state === 'planned' ? nothing : html`<span class="visually-hidden">${t(`calendar.state.${each.state}`)}</span>`}
                </li>`,
            )}
          </ul>`
    }
  </td>`;
}
