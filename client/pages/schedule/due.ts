/** What is due in the next thirty days, and from whom: first on the page. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DueItem, Entry, ScheduleAnswer } from '../../../server/contract/schedule/schedule.ts';
import { renderFolded } from '../../kit/workgroup/folded.ts';
import { dayText } from '../../kit/workgroup/when.ts';
import { renderState } from './parts.ts';
import type { ScheduleModel } from './model.ts';
import { seriesText, stepText } from './words.ts';

/** The rest stands behind a fold. */
const SHOWN = 12;

export function renderDue(model: ScheduleModel, { due, today }: ScheduleAnswer): TemplateResult {
  const { t } = model;
  const shown = new Map(model.shown.map((entry) => [entry.id, entry]));
  const items = due.flatMap((item) => (shown.has(item.entry) ? [renderItem(model, item, shown.get(item.entry)!, today)] : []));
  return html`<section class="series-due" aria-labelledby="due-heading">
    <h2 id="due-heading">${t('schedule.due.heading')}</h2>
    ${items.length === 0 ? html`<p class="muted">${t('schedule.due.none')}</p>` : renderFolded(items, { shown: SHOWN, more: (count) => t('schedule.due.more', { count }), look: 'series-due-list' })}
  </section>`;
}

function renderItem(model: ScheduleModel, { day, step, state, covered }: DueItem, entry: Entry, today: string): TemplateResult {
  const { t, app } = model;
  const custodian = model.custodianOf(entry);
  return html`<li data-late=${step === null && day < today ? 'yes' : 'no'}>
    <span class="series-day">${day < today ? t('schedule.due.was', { day }) : app.format.sentence(dayText(day, app.format.locale))}</span>
    <span class="series-what">
      <a href=${model.hrefOf(entry.id)} @click=${(event: MouseEvent) => model.open(event, entry.id)}><bdi>${seriesText(t, entry)}</bdi></a>
      ${step ? html`<span>${stepText(t, step)}</span>` : nothing}
    </span>
    <span class="series-who">${custodian === '' ? html`<em>${t('schedule.nobody')}</em>` : html`<bdi>${custodian}</bdi>`}</span>
    <span class="series-about small">
      ${step ? nothing : renderState(t, state === 'fresh' ? 'coming' : state)}
      ${covered ? html`<span class="muted">${t('schedule.due.about', { period: app.format.period(covered.from, covered.to) })}</span>` : nothing}
    </span>
  </li>`;
}
