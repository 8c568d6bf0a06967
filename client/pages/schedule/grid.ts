/** The grid: every series of core data with its entries, and what is the country's own. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Entry, ScheduleAnswer, Series } from '../../../server/contract/schedule/schedule.ts';
import type { ScheduleModel } from './model.ts';
import { dayInZone, renderState } from './parts.ts';
import { GRID, heldText, seriesText, type Category } from './words.ts';

const COLUMNS = ['series', 'custodian', 'last', 'published', 'due', 'state', 'comment', 'sensitivity'] as const;

export function renderGrid(model: ScheduleModel, answer: ScheduleAnswer): TemplateResult {
  const { t } = model;
  const count = (state: 'complete' | 'incomplete' | 'none') => answer.grid.filter((each) => each.state === state).length;
  const categories: [Category, readonly Series[]][] = [...(Object.entries(GRID) as [Category, readonly Series[]][]), ['own', ['own']]];
  const parts = categories.map(([category, series]) => renderCategory(model, answer, category, series)).filter((part) => part !== nothing);
  const numbers = { filled: count('complete') + count('incomplete'), all: answer.grid.length, incomplete: count('incomplete'), missing: count('none') };
  return html`<section class="series-grid" aria-labelledby="grid-heading">
    <h2 id="grid-heading">${t('schedule.grid.heading')}</h2>
    <p>${t('schedule.grid.count', numbers)}</p>
    ${
      parts.length === 0
        ? html`<p class="muted">
            ${t('schedule.filter.none')}
            <button class="link" @click=${() => model.change({ custodian: null, state: null })}>${t('schedule.filter.clear')}</button>
          </p>`
        : html`<table class="series-table" role="table" aria-labelledby="grid-heading">
            <thead role="rowgroup">
              <tr role="row">
                ${COLUMNS.map((column) => html`<th scope="col" role="columnheader">${t(`schedule.column.${column}`)}</th>`)}
              </tr>
            </thead>
            ${parts}
          </table>`
    }
  </section>`;
}

/** With filters only entries are shown; without them also the series that nobody has entered. */
function renderCategory(model: ScheduleModel, answer: ScheduleAnswer, category: Category, series: readonly Series[]): TemplateResult | typeof nothing {
  const { t } = model;
  const rows = series.flatMap((each) => {
    const entries = model.shown.filter((entry) => entry.series === each);
    if (entries.length > 0) return entries.map((entry) => renderEntry(model, entry));
    const isEntered = answer.entries.some((entry) => entry.series === each);
    return model.isFiltered || isEntered || each === 'own' ? [] : [renderMissing(model, answer, each)];
  });
  if (rows.length === 0) return nothing;
  return html`<tbody role="rowgroup">
    <tr role="row" class="series-category">
      <th scope="rowgroup" role="rowheader" colspan=${COLUMNS.length}>${t(`schedule.category.${category}`)}</th>
    </tr>
    ${rows}
  </tbody>`;
}

function renderEntry(model: ScheduleModel, entry: Entry): TemplateResult {
  const { t, app } = model;
  const { zone } = model.answer.value!;
  const custodian = model.custodianOf(entry);
  const date = (day: string | null) => (day === null ? '' : app.format.date(day));
  const cell = (column: (typeof COLUMNS)[number], content: unknown) =>
    html`<td role="cell" data-label=${t(`schedule.column.${column}`)} ?data-empty=${content === '' || content === null}>${content}</td>`;
  return html`<tr role="row" aria-current=${model.state.entry === entry.id ? 'true' : nothing}>
    <th scope="row" role="rowheader">
      <a href=${model.hrefOf(entry.id)} @click=${(event: MouseEvent) => model.open(event, entry.id)}><bdi>${seriesText(t, entry)}</bdi></a>
      ${entry.visibility === 'members' ? html`<span class="badge">${t('calendar.members')}</span>` : nothing}
    </th>
    ${cell('custodian', custodian === '' ? html`<em>${t('schedule.nobody')}</em>` : html`<bdi>${custodian}</bdi>`)} ${cell('last', date(entry.lastData))}
    ${cell('published', date(entry.published && dayInZone(entry.published, zone)))} ${cell('due', date(entry.due?.day ?? null))}
    ${cell('state', renderState(t, entry.state))} ${cell('comment', commentOf(model, entry))}
    ${cell('sensitivity', entry.held === null ? '' : heldText(t, entry.held))}
  </tr>`;
}

function commentOf({ t }: ScheduleModel, { completeness, comment }: Entry): TemplateResult | string {
  const text = comment === null ? nothing : html`<span dir="auto">${comment}</span>`;
  if (completeness === 'incomplete') return html`<span class="badge badge-warning">${t('schedule.incomplete')}</span> ${text}`;
  return comment === null ? '' : html`${text}`;
}

function renderMissing(model: ScheduleModel, { may }: ScheduleAnswer, series: Series): TemplateResult {
  const { t } = model;
  const canAdd = may.all || may.record.length > 0;
  const name = seriesText(t, { series });
  return html`<tr role="row" class="series-missing">
    <th scope="row" role="rowheader">${name}</th>
    <td role="cell" colspan=${COLUMNS.length - 1}>
      <span class="muted">${t('schedule.grid.none')}</span>
      ${canAdd ? html`<button class="link no-print" aria-label=${`${t('schedule.add')}: ${name}`} @click=${() => model.host.openChange({ kind: 'add', series })}>${t('schedule.add')}</button>` : nothing}
    </td>
  </tr>`;
}
