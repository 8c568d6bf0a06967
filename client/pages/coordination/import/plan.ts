/** What an import would change, what it asks, and what became of each row. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SheetChange, SheetDoubt } from '../../../../server/contract/sheets.ts';
import { renderFolded } from '../../../kit/workgroup/folded.ts';
import { icon } from '../../../ui/icon.ts';
import type { AnySheet, ImportKey, SheetModel } from './sheetModel.ts';

type Sheet = SheetModel<{ is: string }, AnySheet>;

/** Of each list; the others are folded. */
const SHOWN = 40;

function rowsText({ t, app }: Sheet, rows: readonly number[]): string {
  const shown = rows.slice(0, 5).map((row) => app.format.number(row));
  return t('import.rows', { count: rows.length, list: shown, more: rows.length - shown.length });
}

/** Questions, the open ones first. */
export function renderDoubts(model: Sheet, { doubts, appliedAt }: AnySheet): TemplateResult | typeof nothing {
  const { t } = model;
  if (doubts.length === 0 || appliedAt !== null) return nothing;
  return html`<section class="card-box" aria-labelledby="doubts-title">
    <h2 id="doubts-title">${t('import.doubts', { count: model.openDoubts })}</h2>
    <p class="small muted">${t('import.doubts.help')}</p>
    <ul class="questions">
      ${doubts.toSorted((a, b) => Number(a.answer !== null) - Number(b.answer !== null)).map((doubt) => renderDoubt(model, doubt))}
    </ul>
  </section>`;
}

function renderDoubt(model: Sheet, { id, text, rows, written, choices, answer }: SheetDoubt<string>): TemplateResult {
  const { t, busy } = model;
  return html`<li class="question" ?data-decided=${answer !== null}>
    <p class="question-text" dir="auto">${text}</p>
    <p class="small muted">${written ? html`<bdi>${written}</bdi> · ` : nothing}${rowsText(model, rows)}</p>
    <div class="question-choices" role="group" aria-label=${text}>
      ${choices.map((choice) => {
        const isChosen = choice.answer === answer;
        return html`<button
          class="button"
          aria-pressed=${isChosen}
          ?disabled=${busy}
          @click=${() => void model.say({ doubts: { [id]: isChosen ? null : choice.answer } })}
        >
          ${isChosen ? icon('check', 16) : nothing} <span dir="auto">${choice.text}</span>
        </button>`;
      })}
    </div>
    ${answer === null ? nothing : html`<p class="small">${t('import.answered')}</p>`}
  </li>`;
}

/** What the sheet would change, by kind of change; each may be left out. */
export function renderChanges(model: Sheet, { changes, appliedAt }: AnySheet): TemplateResult {
  const { t } = model;
  const groups = Map.groupBy(changes, ({ does }) => does);
  return html`<section class="card-box" aria-labelledby="changes-title">
    <h2 id="changes-title">${t('import.changes', { count: changes.length })}</h2>
    ${changes.length === 0 ? html`<p class="muted">${t('import.changes.none')}</p>` : nothing}
    ${[...groups].map(([does, list]) => {
      const items = list.map((change) => renderChange(model, change, appliedAt !== null));
      return html`<h3>${t(`import.does.${does}` as ImportKey, { count: list.length })}</h3>
        ${renderFolded(items, { shown: SHOWN, look: 'import-changes', more: (count) => t('coordination.gaps.more', { count }) })}`;
    })}
  </section>`;
}

function renderChange(model: Sheet, { id, text, rows, taken }: SheetChange<string>, isApplied: boolean): TemplateResult {
  return html`<li>
    <label
      ><input
        type="checkbox"
        .checked=${taken}
        ?disabled=${model.busy || isApplied}
        @change=${(event: Event) => void model.take(id, (event.target as HTMLInputElement).checked)}
      />
      <span dir="auto">${text}</span></label
    >
    <span class="small muted">${rowsText(model, rows)}</span>
  </li>`;
}

/** Every row of the sheet, and why it is where it is. */
export function renderLedger(model: Sheet, { ledger, changes }: AnySheet): TemplateResult {
  const { t, app } = model;
  const textOf = new Map(changes.map(({ id, text }) => [id, text]));
  return html`<details class="group-fold fold">
    <summary>${icon('chevron', 14)} ${t('import.ledger', { count: ledger.length })}</summary>
    <div class="import-ledger" tabindex="0" role="region" aria-label=${t('import.ledger', { count: ledger.length })}>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('import.ledger.row')}</th>
            <th scope="col">${t('import.ledger.outcome')}</th>
            <th scope="col">${t('import.ledger.why')}</th>
          </tr>
        </thead>
        <tbody>
          ${ledger.map(
            ({ row, outcome, text, changes: own }) =>
              html`<tr data-outcome=${outcome}>
                <th scope="row" class="number">${app.format.number(row)}</th>
                <td>${t(`import.row.${outcome}`)}</td>
                <td dir="auto">
                  ${text}${own.flatMap((id) => textOf.get(id) ?? []).map((said) => html`<span class="small muted import-said" dir="auto">${said}</span>`)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
