/** The wide view of indicators: values as rows linked with the map, areas that are no unit summed apart, or a small map for each sector. */
import { html, nothing, type TemplateResult } from 'lit';
import type { UnitAnswer } from '../../../server/contract/datasets/api.ts';
import type { NotPlacedArea } from '../../../server/contract/indicators/api.ts';
import { toAddress } from '../../../server/contract/paths.ts';
import { createCompare } from '../../i18n/language.ts';
import { shownName } from '../../i18n/names.ts';
import { icon } from '../../ui/icon.ts';
import '../../ui/table.ts';
import type { Column } from '../../ui/table.ts';
import type { IndicatorsModel } from './model.ts';
import type { Painted } from './painted.ts';
import { numberText, valueText } from './words.ts';

interface Row {
  pcode: string;
  unit: UnitAnswer | undefined;
  value: number | null;
  text: string;
  part: string;
}

export function renderIndicatorsTable(model: IndicatorsModel): TemplateResult {
  const { t, painted, title, chosen } = model;
  return html`<section aria-label=${title}>
    <header>
      <h2>${title}</h2>
      <span class="muted small number" role="status">${painted ? t('table.count', { count: painted.shown.size }) : ''}</span>
      <button class="icon-button" aria-label=${t('table.close')} title=${t('table.close')} @click=${() => void model.country.toggleTable()}>
        ${icon('close')}
      </button>
    </header>
    <div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
      ${!painted ? html`<p class="table-wait" role="status">${model.say('indicators.loading')}</p>` : chosen.split === 'sectors' ? renderSectors(model, title) : html`${renderRows(model, painted, title)} ${renderNotPlaced(model, painted)}`}
    </div>
  </section>`;
}

/** Drawn by the server, as they are shared: one legend, one set of classes. */
function renderSectors(model: IndicatorsModel, title: string): TemplateResult {
  const spec = model.sectorsSpec();
  if (!spec || model.source?.status === 'draft') return html`<p class="table-wait">${model.say('indicators.sectors.none')}</p>`;
  const query = { width: 1400, height: 1000, dark: model.isDark ? '1' : '0', lang: model.app.language, spec: JSON.stringify(spec) };
  return html`<p class="table-wait small muted">${model.say('indicators.sectors.note')}</p>
    <img class="indicator-sectors" alt=${title} width="1400" height="1000" src=${toAddress('previewSvg', {}, query)} />`;
}

function renderRows(model: IndicatorsModel, painted: Painted, caption: string): TemplateResult {
  const { country, app, t } = model;
  const { level } = painted.answer;
  return html`<cod-table
    .caption=${caption}
    .columns=${columns(model, painted)}
    .rows=${rowsOf(model, painted)}
    .rowId=${(row: Row) => row.pcode}
    .selected=${country.state.unit?.level === level ? country.state.unit.pcode : null}
    .compare=${createCompare(app.language)}
    .more=${(shown: number, total: number) => t('table.more', { shown: app.format.number(shown), total: app.format.number(total) })}
    @row-hover=${({ detail }: CustomEvent<Row | null>) => country.stage.value?.hover(detail && { level, pcode: detail.pcode })}
    @row-select=${({ detail }: CustomEvent<Row>) => country.selectUnit({ level, pcode: detail.pcode }, true)}
  ></cod-table>`;
}

const cache = new WeakMap<Painted, Row[]>();

/** The same rows while the same is shown: the table keeps its page and order. */
function rowsOf(model: IndicatorsModel, painted: Painted): Row[] {
  const known = cache.get(painted);
  if (known) return known;
  const units = model.units.get(painted.answer.level)!;
  const rows = [...painted.shown.keys()].map((pcode): Row => {
    const part = painted.partial.get(pcode);
    const value = painted.byPcode.get(pcode) ?? null;
    return {
      pcode,
      unit: units.get(pcode),
      value,
      text: valueText(model, { ...painted, partial: new Map() }, pcode),
      part: part ? model.say('indicators.partial', { known: part[0], of: part[1] }) : '',
    };
  });
  cache.set(painted, rows);
  return rows;
}

function columns(model: IndicatorsModel, { partial }: Painted): Column<Row>[] {
  const { t, say, country } = model;
  const name = ({ unit, pcode }: Row) => (unit ? shownName(unit, country.language) : { text: pcode, lang: '' });
  return [
    {
      key: 'name',
      label: t('table.name'),
      header: true,
      value: (row) => name(row).text,
      cell: (row) => html`<button class="link"><bdi lang=${name(row).lang}>${name(row).text}</bdi></button>`,
    },
    { key: 'pcode', label: t('unit.pcode'), value: ({ pcode }) => pcode, cell: ({ pcode }) => html`<bdi class="number">${pcode}</bdi>` },
    { key: 'value', label: say('indicators.value'), numeric: true, value: ({ value }) => value, cell: ({ text }) => text },
    ...(partial.size > 0 ? [{ key: 'part', label: say('indicators.part'), value: ({ part }: Row) => part } satisfies Column<Row>] : []),
  ];
}

/** Areas of the source that are no unit, with why, and their sum by itself. */
function renderNotPlaced(model: IndicatorsModel, { answer }: Painted): TemplateResult | typeof nothing {
  const { say, app } = model;
  const { notPlaced, notPlacedTotal } = answer;
  if (notPlaced.length === 0) return nothing;
  const row = ({ name, reason, within, value }: NotPlacedArea) =>
    html`<tr>
      <th scope="row"><bdi>${name || '–'}</bdi></th>
      <td>${reason ? say(`indicators.reason.${reason}`) : ''}</td>
      <td>${within ? html`<bdi class="number">${within}</bdi>` : ''}</td>
      <td class="number numeric">${numberText(model, answer, value)}</td>
    </tr>`;
  return html`<section class="indicator-apart">
    <h3>${say('indicators.not-on-map')}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('indicators.area')}</th>
          <th scope="col">${say('indicators.reason')}</th>
          <th scope="col">${say('indicators.within')}</th>
          <th scope="col" class="numeric">${say('indicators.value')}</th>
        </tr>
      </thead>
      <tbody>
        ${notPlaced.toSorted((a, b) => b.value - a.value).map(row)}
      </tbody>
      ${
        notPlacedTotal === null
          ? nothing
          : html`<tfoot>
              <tr>
                <th scope="row" colspan="3">${say('indicators.apart.total')}</th>
                <td class="number numeric">${app.format.number(Math.round(notPlacedTotal))}</td>
              </tr>
            </tfoot>`
      }
    </table>
  </section>`;
}
