/** Units by sector: counts, with the age of what is known on hover, by keyboard and by touch. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MatrixAnswer } from '../../../../server/contract/assessments/coverage.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import type { AssessmentsModel } from '../model.ts';
import { sectorText } from '../words.ts';
import { renderUnitChoices } from './filters.ts';

const SHOWN = 60;
type Cell = MatrixAnswer['cells'][number];

export function renderMatrix(model: AssessmentsModel): TemplateResult {
  const { t, matrix } = model;
  return html`${renderUnitChoices(model)}
    <p class="small muted">${t('assess.matrix.help')}</p>
    ${renderPart(t as never, matrix, t('assess.loading'), () => void model.reload(), (answer) => renderGrid(model, answer))}`; // prettier-ignore
}

/** Arrow keys go from cell to cell; one of them is reached by the tabulator. */
function move(event: KeyboardEvent): void {
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.parentElement as HTMLTableRowElement | null;
  if (!cell || !row) return;
  const rtl = getComputedStyle(row).direction === 'rtl';
  const step = { ArrowRight: [rtl ? -1 : 1, 0], ArrowLeft: [rtl ? 1 : -1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
  if (!step) return;
  event.preventDefault();
  const rows = [...row.parentElement!.children] as HTMLTableRowElement[];
  const next = rows[rows.indexOf(row) + step[1]!]?.cells[cell.cellIndex + step[0]!];
  if (next?.tagName !== 'TD') return;
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function renderGrid(model: AssessmentsModel, answer: MatrixAnswer): TemplateResult {
  const { t, pointed } = model;
  if (answer.version === null) return html`<p class="muted">${t('assess.map.no-boundaries')}</p>`;
  const cells = new Map(answer.cells.map((cell) => [`${cell.pcode} ${cell.sector}`, cell]));
  const units = answer.units.slice(0, model.rows);
  void model.units?.ask(units.map(({ pcode }) => pcode));
  return html`<p class="assess-said" role="status">${pointed ?? nothing}</p>
    <div class="assess-scroll" tabindex="0" role="region" aria-label=${t('assess.tab.matrix')}>
      <table class="assess-matrix" role="grid" @keydown=${move}>
        <thead>
          <tr>
            <th scope="col">${t('assess.unit')}</th>
            ${answer.sectors.map((code) => html`<th scope="col"><abbr title=${sectorText(t, code)}>${code}</abbr></th>`)}
          </tr>
        </thead>
        <tbody>
          ${units.map(({ pcode, name }, row) => {
            const shown = model.unitName(pcode, answer.level, name);
            return html`<tr>
              <th scope="row"><bdi>${shown}</bdi></th>
              ${answer.sectors.map((code, at) => renderCell(model, cells.get(`${pcode} ${code}`), shown, code, row === 0 && at === 0))}
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${
      answer.units.length > units.length
        ? html`<button class="button" @click=${() => model.showRows(model.rows + SHOWN * 5)}>
            ${t('assess.more', { shown: units.length, total: answer.units.length })}
          </button>`
        : nothing
    }`;
}

function renderCell(model: AssessmentsModel, cell: Cell | undefined, unit: string, code: string, isFirst: boolean): TemplateResult {
  const { t, app, state } = model;
  const age = cell?.last ? t('assess.matrix.age', { months: cell.months!, day: cell.last }) : t('assess.matrix.no-age');
  const said = t('assess.matrix.cell', { unit, sector: sectorText(t, code), count: cell?.assessments ?? 0, age: cell ? age : '' }).trim();
  const look = !cell ? 'none' : cell.months === null ? 'open' : cell.months >= state.months ? 'stale' : 'fresh';
  const tell = () => model.tell(said);
  return html`<td role="gridcell" data-look=${look} tabindex=${isFirst ? 0 : -1} aria-label=${said} @pointerenter=${tell} @focus=${tell} @click=${tell}>
    ${cell ? app.format.number(cell.assessments) : nothing}
  </td>`;
}
