/** The table, class by class: a list that is read on a phone, and on wide screens in two columns. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ClassificationRow } from '../../../server/contract/sensitivity/sensitivity.ts';
import { CLASSES, countsText, typeText } from '../../kit/sensitivity/texts.ts';
import type { SharingModel } from './model.ts';

export function renderTable(model: SharingModel, edit: ((row: ClassificationRow) => void) | null): TemplateResult {
  const { t } = model;
  const rows = model.table?.rows ?? [];
  const used = CLASSES.map((is) => [is, rows.filter((row) => row.class === is)] as const).filter(([, own]) => own.length > 0);
  return html`${used.map(
    ([is, own]) =>
      html`<section class="sharing-class" data-class=${is} aria-labelledby="class-${is}">
        <header>
          <h2 id="class-${is}"><span class="class-mark" data-class=${is}>${t(`sharing.class.${is}`)}</span></h2>
          <p class="small muted">${t(`sharing.class.${is}.means`)}</p>
        </header>
        <ul class="sharing-rows">
          ${own.map((row) => renderRow(model, row, rows, edit))}
        </ul>
      </section>`,
  )}`;
}

function renderRow(
  model: SharingModel,
  row: ClassificationRow,
  rows: readonly ClassificationRow[],
  edit: ((row: ClassificationRow) => void) | null,
): TemplateResult {
  const { t } = model;
  const name = typeText(t, row.dataType, rows);
  const counts = countsText(t, row);
  const named = row.named.map((id) => model.groupName(id));
  return html`<li class="sharing-row">
    <div>
      <h3 dir="auto">${name}</h3>
      <p><b>${t(`sharing.audience.${row.audience}`)}</b>${named.length > 0 ? html` · ${t('sharing.named', { groups: named })}` : nothing}</p>
      ${counts ? html`<p class="small">${counts}</p>` : nothing} ${row.notes ? html`<p class="small" dir="auto">${row.notes}</p>` : nothing}
      ${row.examples.length > 0 ? html`<p class="small muted">${t('sharing.examples')} ${row.examples.map((example, i) => html`${i > 0 ? ' · ' : ''}<bdi>${example}</bdi>`)}</p>` : nothing}
    </div>
    ${edit ? html`<button class="button" aria-label=${t('sharing.edit.of', { name })} @click=${() => edit(row)}>${t('sharing.edit')}</button>` : nothing}
  </li>`;
}
