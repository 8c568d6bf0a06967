/** Dates that need a word: zeros of a spreadsheet, years apart from all others, and columns of another calendar. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Calendar, DateColumn, OddDate } from '../../../server/contract/presence/dates.ts';
import type { PresenceReviewList } from '../../../server/contract/presence/presence.ts';
import type { ReviewKey, ReviewModel } from './model.ts';

const CALENDARS: [Calendar, ReviewKey][] = [
  ['gregorian', 'review.calendar.gregorian'],
  ['persian', 'review.calendar.persian'],
  ['ethiopic', 'review.calendar.ethiopic'],
  ['nepali', 'review.calendar.nepali'],
  ['buddhist', 'review.calendar.buddhist'],
  ['islamic', 'review.calendar.islamic'],
];

export function renderDates(model: ReviewModel, { dates }: PresenceReviewList): TemplateResult {
  const { t } = model;
  return html`<p class="small muted">${t('review.dates.help')}</p>
    <ul class="review-groups">
      ${dates.map((column) => renderColumn(model, column))}
    </ul>`;
}

function renderColumn(model: ReviewModel, column: DateColumn): TemplateResult {
  const { t } = model;
  const { heading, calendar, odd, samples } = column;
  const chosen = model.dates.get(heading)?.calendar ?? calendar;
  return html`<li class="review-group">
    <h3><bdi>${heading}</bdi></h3>
    <label class="small review-calendar"
      >${t('review.calendar')}
      <select
        class="select"
        ?disabled=${model.busy}
        @change=${(event: Event) => {
          const now = (event.target as HTMLSelectElement).value as Calendar;
          model.setCalendar(heading, now === calendar ? undefined : now);
        }}
      >
        ${CALENDARS.map(([id, key]) => html`<option value=${id} ?selected=${id === chosen}>${t(key)}</option>`)}
      </select></label
    >
    ${
      calendar === 'gregorian'
        ? nothing
        : html`<p class="small muted">
            ${samples.map(({ text, iso }) => html`<span class="review-sample"><bdi>${text}</bdi> = <bdi>${iso ?? '–'}</bdi></span> `)}
          </p>`
    }
    ${odd.map((date, i) => renderDate(model, heading, date, i))}
  </li>`;
}

function renderDate(model: ReviewModel, heading: string, { text, iso, why, rows, sampleRows, decision }: OddDate, i: number): TemplateResult {
  const { t, app } = model;
  const said = model.dates.get(heading)?.values?.[text];
  const stands = said === undefined ? decision : said;
  const name = `date-${heading}-${i}`;
  const choice = (label: string, meaning: string | null | undefined) =>
    html`<label
      ><input
        type="radio"
        name=${name}
        .checked=${stands === meaning}
        ?disabled=${model.busy}
        @change=${() => model.setDate(heading, text, meaning === decision ? undefined : meaning)}
      />
      <span>${label}</span></label
    >`;
  return html`<fieldset class="review-date">
    <legend><bdi>${text || iso}</bdi> · ${t(why === 'zero' ? 'review.date.zero' : 'review.date.far')}</legend>
    <p class="small muted">${t('review.date.rows', { count: rows, rows: app.format.list(sampleRows.slice(0, 5).map(String)) })}</p>
    <div class="review-choices">
      ${choice(t('review.date.none'), null)} ${choice(t('review.date.keep', { date: `\u2066${iso}\u2069` }), iso)}
      ${decision === undefined ? choice(t('review.date.open'), undefined) : nothing}
    </div>
  </fieldset>`;
}
