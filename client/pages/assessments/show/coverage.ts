/** Coverage by unit: the map, its legend, what is known of the unit that was chosen, and the same as a table. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CoverageAnswer, UnitCoverage } from '../../../../server/contract/assessments/coverage.ts';
import { ageBreaks, MEASURES, shownOf, type Measure, type NoNumber } from '../../../../server/contract/assessments/measures.ts';
import { ramp } from '../../../../server/contract/maps/palette.ts';
import { renderPart } from '../../../kit/workgroup/part.ts';
import { classify, classOf, toLegend, type Breaks, type LegendRow } from '../../../map/legend.ts';
import { lookFill, renderLegend, type LegendEntry, type Look } from '../../../map/legendView.ts';
import '../../../ui/table.ts';
import { icon } from '../../../ui/icon.ts';
import type { Column } from '../../../ui/table.ts';
import type { AssessmentsModel } from '../model.ts';
import '../unitsMap.ts';
import { sectorText } from '../words.ts';
import { pick, renderUnitChoices } from './filters.ts';
import { regionChoice } from './region.ts';

const CLASSES = 5;
const LOOKS = { above: 'above', none: 'zero', never: 'not-reported' } as const satisfies Record<NoNumber, Look>;
const LOOK_WORDS = { above: 'assess.map.above', none: 'assess.map.none', never: 'assess.map.never' } as const satisfies Record<NoNumber, string>;

/** @param share opens the panel that shares the map, with its classes */
export function renderCoverage(model: AssessmentsModel, share: (breaks: readonly number[]) => void): TemplateResult {
  const { t, state, coverage } = model;
  const measures = MEASURES.map((measure): [string, string] => [measure, t(`assess.measure.${measure}`)]);
  const measure = pick(t('assess.map.measure'), measures, state.measure, (chosen) => model.change({ measure: chosen as Measure }));
  return html`${renderUnitChoices(model, measure)}
  ${renderPart(t as never, coverage, t('assess.loading'), () => void model.reload(), (answer) => renderShown(model, answer, share))}`; // prettier-ignore
}

/** Numbers of units, classes of them, and units without a number by why they have none. */
export function tally({ units, months }: Pick<CoverageAnswer, 'units' | 'months'>, measure: Measure) {
  const shown = new Map(units.map((unit) => [unit.pcode as string, shownOf(unit, measure)]));
  const numbers = [...shown.values()].filter((value) => typeof value === 'number');
  const breaks: Breaks = measure === 'age' ? (numbers.length > 0 ? ageBreaks(months, Math.max(...numbers)) : []) : classify(numbers, 'jenks', CLASSES);
  const without = (['none', 'never', 'above'] as const).flatMap((why) => {
    const count = [...shown.values()].filter((value) => value === why).length;
    return count > 0 ? [{ why, count }] : [];
  });
  return { shown, numbers, breaks, without };
}

/** What is old is pale; of counts, what is more is strong. */
const colours = (count: number, measure: Measure, dark: boolean): string[] => (measure === 'age' ? ramp(count, dark).toReversed() : ramp(count, dark));

function renderShown(model: AssessmentsModel, answer: CoverageAnswer, share: (breaks: readonly number[]) => void): TemplateResult {
  const { t, app, state, tilejson } = model;
  if (answer.version === null) return html`<p class="muted">${t('assess.map.no-boundaries')}</p>`;
  const { measure } = state;
  const { shown, numbers, breaks, without } = tally(answer, measure);
  const own = colours(Math.max(1, breaks.length - 1), measure, matchMedia('(prefers-color-scheme: dark)').matches);
  const fills = new Map([...shown].map(([pcode, value]) => [pcode, typeof value === 'number' ? own[classOf(value, breaks)]! : lookFill(LOOKS[value])]));
  const legend = toLegend(numbers, breaks, own);
  const rangeText = (row: LegendRow) => legendText(model, row, measure);
  const entries: LegendEntry[] = [
    ...legend.rows.filter(({ count }) => count > 0).map((row) => ({ label: rangeText(row), count: row.count, color: row.color })),
    ...without.map(({ why, count }) => ({ label: t(LOOK_WORDS[why]), count, look: LOOKS[why] as Look })),
  ];
  const chosen = answer.units.find(({ pcode }) => pcode === state.unit);
  const label = t('assess.map.label', { measure: t(`assess.measure.${measure}`), level: answer.level });
  void model.units?.ask(answer.units.map(({ pcode }) => pcode));
  return html`<section class="assess-map" aria-label=${label}>
      <div class="assess-map-main">
        ${regionChoice(model)}
        ${
          tilejson
            ? html`<units-map
                .app=${app}
                .tilejson=${tilejson}
                .level=${answer.level}
                .box=${model.region?.bbox ?? null}
                .fills=${fills}
                .chosen=${new Set(chosen ? [chosen.pcode] : [])}
                .nameOf=${(pcode: string) => unitLine(model, answer, pcode)}
                @unit-choose=${(event: CustomEvent<string>) => model.change({ unit: event.detail })}
              ></units-map>`
            : nothing
        }
        <p class="assess-said" role="status">${chosen ? unitSaid(model, chosen, answer.level) : html`<span class="muted">${t('assess.map.choose')}</span>`}</p>
      </div>
      <div class="assess-map-side">
        <h2>${t(`assess.measure.${measure}`)}</h2>
        ${renderLegend(entries, (count) => t('assess.map.units', { count }), app.format.number)} ${renderNotPlaced(model, answer)}
        <button class="button no-print" @click=${() => share(breaks)}>${icon('share', 18)} ${t('assess.map.share')}</button>
      </div>
    </section>
    <details class="fold">
      <summary>${icon('chevron', 14)} ${t('assess.map.table')}</summary>
      ${renderTable(model, answer)}
    </details>`;
}

function legendText({ t, app, state }: AssessmentsModel, { from, to, last }: LegendRow, measure: Measure): string {
  if (measure === 'age') {
    if (last && from >= state.months) return t('assess.map.stale');
    return t(from >= state.months ? 'assess.map.age.stale' : 'assess.map.age', { from, to: to - 1 });
  }
  const end = last ? to : to - 1;
  return end <= from ? app.format.number(from) : `${app.format.number(from)} – ${app.format.number(end)}`;
}

/** Placed and not placed are all, and each reason is said. */
function renderNotPlaced({ t }: AssessmentsModel, { placed, total, country, notPlaced, version }: CoverageAnswer): TemplateResult {
  const of = (why: CoverageAnswer['notPlaced'][number]['why']) => notPlaced.filter((each) => each.why === why).length;
  const [affected, unknown, none] = [of('affected'), of('unknown'), of('none')];
  const said = [
    t('assess.map.total', { placed, total }),
    country > 0 ? t('assess.map.country', { count: country }) : '',
    affected > 0 ? t('assess.map.affected', { count: affected }) : '',
    unknown > 0 ? t('assess.map.unknown', { count: unknown }) : '',
    none > 0 ? t('assess.map.not-placed', { count: none }) : '',
    t('assess.map.version', { version: version! }),
  ];
  return html`<p class="small muted">${said.filter(Boolean).join(' ')}</p>`;
}

/** What is known of a unit, in one sentence. */
function unitSaid(model: AssessmentsModel, unit: UnitCoverage, level: number): string {
  const { t, app } = model;
  const { assessments, represented, above, planned, last, months, missing } = unit;
  const parts = [
    t('assess.unit.count', { count: assessments }),
    assessments > 0 ? t('assess.unit.represented', { count: represented }) : '',
    above > 0 ? t('assess.unit.above', { count: above }) : '',
    planned > 0 ? t('assess.unit.planned', { count: planned }) : '',
    last === null ? t('assess.unit.never') : t('assess.unit.last', { day: last, months: months! }),
    missing.length > 0 ? t('assess.unit.missing', { sectors: missing.map((code) => sectorText(t, code)) }) : '',
  ];
  return `${model.unitName(unit.pcode, level, unit.name)}: ${app.format.comma(parts.filter(Boolean))}`;
}

function unitLine(model: AssessmentsModel, { units, level }: CoverageAnswer, pcode: string): string {
  const unit = units.find((each) => each.pcode === pcode);
  return unit ? unitSaid(model, { ...unit, missing: [] }, level) : pcode;
}

function renderTable(model: AssessmentsModel, { units, level }: CoverageAnswer): TemplateResult {
  const { t, app } = model;
  const columns: Column<UnitCoverage>[] = [
    {
      key: 'unit',
      label: t('assess.unit'),
      header: true,
      value: ({ pcode, name }) => model.unitName(pcode, level, name),
      cell: ({ pcode, name }) => html`<bdi>${model.unitName(pcode, level, name)}</bdi> <bdi class="small muted">${pcode}</bdi>`,
    },
    { key: 'assessments', label: t('assess.measure.assessments'), numeric: true, value: ({ assessments }) => assessments },
    { key: 'above', label: t('assess.gaps.above'), numeric: true, value: ({ above }) => above },
    { key: 'planned', label: t('assess.measure.planned'), numeric: true, value: ({ planned }) => planned },
    { key: 'last', label: t('assess.gaps.last'), value: ({ last }) => last, cell: ({ last }) => (last === null ? '' : app.format.date(last)) },
    { key: 'missing', label: t('assess.measure.missing'), numeric: true, value: ({ missing }) => missing.length },
  ];
  return html`<div class="assess-scroll" tabindex="0" role="region" aria-label=${t('assess.map.table')}>
    <cod-table
      .columns=${columns}
      .rows=${units}
      .rowId=${({ pcode }: UnitCoverage) => pcode}
      .selected=${model.state.unit}
      caption=${t('assess.map.table')}
      .more=${(shown: number, total: number) => t('assess.more', { shown, total })}
      @row-select=${(event: CustomEvent<UnitCoverage>) => model.change({ unit: event.detail.pcode })}
    ></cod-table>
  </div>`;
}
