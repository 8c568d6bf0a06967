/** Assessments as a table; each a card on a narrow screen. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Assessment } from '../../../../server/contract/assessments/assessments.ts';
import type { AssessmentsModel } from '../model.ts';
import { UNFILTERED } from '../state.ts';
import { leadText, sectorText, titleOf, windowOf } from '../words.ts';

const COLUMNS = ['title', 'lead', 'sectors', 'where', 'when', 'status'] as const;
const LOOKS: Partial<Record<Assessment['status'], string>> = { planned: 'badge-warning', 'report-completed': 'badge-good' };

export function renderStatus({ t }: Pick<AssessmentsModel, 't'>, { status, state }: Pick<Assessment, 'status' | 'state'>): TemplateResult {
  return html`<span class="badge ${LOOKS[status] ?? ''}">${t(`assess.status.${status}`)}</span>
    ${state === 'confirmed' ? nothing : html`<span class="badge">${t(`assess.state.${state}`)}</span>`}`;
}

/** Newest first, those without a day last. */
const latestFirst = (list: readonly Assessment[]): Assessment[] =>
  list.toSorted((a, b) => (windowOf(b).start ?? '').localeCompare(windowOf(a).start ?? '') || a.id.localeCompare(b.id));

export function renderList(model: AssessmentsModel): TemplateResult {
  const { t } = model;
  const all = model.answer.value!.assessments;
  if (all.length === 0)
    return html`<p class="muted">
      ${t('assess.filter.none')} <button class="link" @click=${() => model.change({ ...UNFILTERED })}>${t('assess.filter.clear')}</button>
    </p>`;
  return html`<p class="small muted" role="status">${t('assess.found', { count: all.length })}</p>
    <table class="assess-table" role="table" aria-label=${t('assess.table')}>
      <thead role="rowgroup">
        <tr role="row">
          ${COLUMNS.map((column) => html`<th scope="col" role="columnheader">${t(`assess.column.${column}`)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${latestFirst(all).map((each) => renderRow(model, each))}
      </tbody>
    </table>`;
}

function renderRow(model: AssessmentsModel, each: Assessment): TemplateResult {
  const { t, app, state } = model;
  const { start, end } = windowOf(each);
  const cell = (column: (typeof COLUMNS)[number], content: unknown) =>
    html`<td role="cell" data-label=${t(`assess.column.${column}`)} ?data-empty=${content === '' || content === nothing}>${content}</td>`;
  const patch = { entry: each.id };
  return html`<tr role="row" aria-current=${state.entry === each.id ? 'true' : nothing}>
    <th scope="row" role="rowheader">
      <a href=${model.hrefOf(patch)} dir="auto" @click=${(event: MouseEvent) => model.follows(event, patch, '.assess-one')}>${titleOf(each, app.language)}</a>
    </th>
    ${cell('lead', leadText(each) === '' ? '' : html`<bdi>${leadText(each)}</bdi>`)}
    ${cell('sectors', app.format.comma(each.sectors.map((code) => sectorText(t, code))))} ${cell('where', whereText(model, each))}
    ${cell('when', start === null ? '' : app.format.period(start, end ?? start))} ${cell('status', renderStatus(model, each))}
  </tr>`;
}

/** Where it is, in few words: names of units, or how many. */
export function whereText(model: AssessmentsModel, { coverage }: Pick<Assessment, 'coverage'>): string {
  const { t, app } = model;
  if (coverage.of !== 'units') return t(`assess.covers.${coverage.of}`);
  if (coverage.areas.length > 3) return t('assess.covers.units', { count: coverage.areas.length });
  return app.format.comma(coverage.areas.map(({ pcode, unitLevel, level, name, code }) => (pcode && unitLevel === level ? model.unitName(pcode, level, name ?? '') : (name ?? code ?? '')))); // prettier-ignore
}
