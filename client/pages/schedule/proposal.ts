/** What is offered to a country without a schedule, row by row with what each guess rests on. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProposedEntry } from '../../../server/contract/schedule/schedule.ts';
import type { ScheduleModel } from './model.ts';
import { dataText, frequencyText, seriesText } from './words.ts';

export function renderProposal(model: ScheduleModel, rows: readonly ProposedEntry[]): TemplateResult {
  const { t, chosen } = model;
  const add = () => void model.addChosen().catch((error: Error) => model.app.toast(error.message));
  return html`<section class="series-proposal" aria-labelledby="proposal-heading">
    <div class="notice">
      <p>
        <b id="proposal-heading">${t('schedule.proposal')}</b><br />
        ${t('schedule.proposal.detail')}
      </p>
    </div>
    <ul>
      ${rows.map((row) => renderRow(model, row))}
    </ul>
    <p class="actions">
      <button class="button button-primary" ?disabled=${chosen.size === 0} @click=${add}>${t('schedule.proposal.add', { count: chosen.size })}</button>
    </p>
  </section>`;
}

function renderRow(model: ScheduleModel, row: ProposedEntry): TemplateResult {
  const { t, chosen } = model;
  const { series, dataset, group, groupBy, frequency, frequencyBy, versions } = row;
  const choose = (event: Event) => model.choose(series, (event.target as HTMLInputElement).checked);
  const because = frequencyBy === 'versions' ? t('schedule.by.versions', { count: versions }) : t('schedule.by.usual');
  return html`<li>
    <label>
      <input type="checkbox" .checked=${chosen.has(series)} @change=${choose} />
      <span>
        <b>${seriesText(t, { series })}</b>
        ${dataset ? html`<span class="badge badge-good">${t('schedule.field.dataset')}: ${dataText(t, dataset)}</span>` : nothing}
        <span class="small"
          ><bdi>${group === null ? t('schedule.nobody') : model.groupName(group)}</bdi> <span class="muted">(${t(`schedule.by.${groupBy}`)})</span> ·
          ${frequencyText(t, frequency)} <span class="muted">(${because})</span></span
        >
      </span>
    </label>
  </li>`;
}
