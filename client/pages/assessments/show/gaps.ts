/** Units that nobody assessed, with the people in them, in a sentence that can be said in a meeting, and as a list. */
import { html, type TemplateResult } from 'lit';
import type { GapsAnswer } from '../../../../server/contract/assessments/coverage.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import '../../../ui/table.ts';
import type { Column } from '../../../ui/table.ts';
import type { AssessmentsModel } from '../model.ts';
import { sectorText } from '../words.ts';
import { dayField, renderUnitChoices } from './filters.ts';

type Gap = GapsAnswer['gaps'][number];

export function renderGaps(model: AssessmentsModel): TemplateResult {
  const { t, gaps, state } = model;
  const since = dayField(t('assess.gaps.since'), state.since, (day) => model.change({ since: day }));
  return html`${renderUnitChoices(model, since)}
  ${renderPart(t as never, gaps, t('assess.loading'), () => void model.reload(), (answer) => renderList(model, answer))}`; // prettier-ignore
}

function renderList(model: AssessmentsModel, answer: GapsAnswer): TemplateResult {
  const { t, state } = model;
  const { version, gaps, people, since, units, withoutAny, population } = answer;
  if (version === null) return html`<p class="muted">${t('assess.map.no-boundaries')}</p>`;
  if (gaps.length === 0) return html`<p class="assess-said">${t('assess.gaps.none')}</p>`;
  const sector = state.sector === null ? 'any' : sectorText(t, state.sector);
  const values = { units: gaps.length, level: answer.level, sector, since };
  void model.units?.ask(gaps.map(({ pcode }) => pcode));
  const source =
    population === null
      ? t('assess.gaps.no-population')
      : t('assess.gaps.population', { dataset: population.dataset, version: population.version, year: population.year ?? 'none' });
  const carried = population?.carriedFrom ? ` ${t('assess.gaps.carried', { version: population.carriedFrom })}` : '';
  return html`<p class="assess-gaps-said">${people === null ? t('assess.gaps.said.unknown', values) : t('assess.gaps.said', { ...values, people })}</p>
    <p class="small muted">${t('assess.gaps.of', { units, without: withoutAny.units })} ${source}${carried}</p>
    <div class="assess-scroll" tabindex="0" role="region" aria-label=${t('assess.tab.gaps')}>${renderTable(model, answer)}</div>`;
}

function renderTable(model: AssessmentsModel, { gaps, level, population }: GapsAnswer): TemplateResult {
  const { t, app } = model;
  const columns: Column<Gap>[] = [
    {
      key: 'unit',
      label: t('assess.unit'),
      header: true,
      value: ({ pcode, name }) => model.unitName(pcode, level, name),
      cell: ({ pcode, name }) => html`<bdi>${model.unitName(pcode, level, name)}</bdi> <bdi class="small muted">${pcode}</bdi>`,
    },
    ...(population === null
      ? []
      : [
          {
            key: 'people',
            label: t('assess.gaps.people'),
            numeric: true,
            first: 'descending' as const,
            value: (gap: Gap) => gap.population,
            cell: (gap: Gap) => (gap.population === null ? '–' : app.format.number(gap.population)),
          },
        ]),
    { key: 'last', label: t('assess.gaps.last'), value: ({ last }) => last, cell: ({ last }) => (last === null ? '–' : app.format.date(last)) },
    { key: 'above', label: t('assess.gaps.above'), value: ({ above }) => (above ? 1 : 0), cell: ({ above }) => (above ? t('assess.gaps.above.yes') : '–') },
  ];
  return html`<cod-table
    .columns=${columns}
    .rows=${gaps}
    .rowId=${({ pcode }: Gap) => pcode}
    caption=${t('assess.tab.gaps')}
    .more=${(shown: number, total: number) => t('assess.more', { shown, total })}
  ></cod-table>`;
}
