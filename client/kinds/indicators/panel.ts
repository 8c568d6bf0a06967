/** The panel of the page of indicators: what is shown, its definition, its legend, what is not on the map, the files. */
import { html, nothing, type TemplateResult } from 'lit';
import type { OfferedSeries } from '../../../server/contract/indicators/api.ts';
import type { DatasetId } from '../../../server/contract/ids.ts';
import { renderClassControls, renderPrint, renderSelect, renderSymbols, renderSymbolsHint } from '../../country/classControls.ts';
import { renderLayers } from '../../country/layers.ts';
import { sourceLine } from '../../country/notes.ts';
import { noneOfDay } from '../../country/time.ts';
import { renderUnit } from '../../country/unit.ts';
import { INDICATORS, slugOf } from '../../kit/kinds.ts';
import { noneCurrent } from '../../kit/versions/states.ts';
import { isRestricted } from '../../kit/view.ts';
import { renderCircleKey } from '../../map/layers/circleKey.ts';
import { classEntries, renderLegend, type LegendEntry } from '../../map/legendView.ts';
import { icon } from '../../ui/icon.ts';
import { renderDefinition } from './definition.ts';
import { renderFiles } from './files.ts';
import { groupKey, others, stateOf, timeKey } from './series.ts';
import { UNPUBLISHED, type IndicatorsModel } from './model.ts';
import type { Painted } from './painted.ts';
import { MEASURES, fromPeriod, type Measure } from './state.ts';
import {
  classText,
  emptyText,
  EMPTY_LOOKS,
  groupText,
  indicatorText,
  measureText,
  numberText,
  phaseText,
  statusText,
  timeText,
  titleParts,
  valueText,
} from './words.ts';

export function renderIndicators(model: IndicatorsModel): TemplateResult {
  return html`<div slot="head" class="panel-head">
      <div class="panel-title"><h1 tabindex="-1">${model.country.name}</h1></div>
      ${renderLayers(model.country, INDICATORS)}
    </div>
    <div class="panel-body">${renderBody(model)}</div>`;
}

export function renderIndicatorsUnit(model: IndicatorsModel): TemplateResult {
  const { unit } = model.country.state;
  const { painted } = model;
  const own =
    painted && painted.answer.level === unit!.level
      ? html`<p class="own-number"><b class="number">${valueText(model, painted, unit!.pcode)}</b> <span class="muted small">${headline(model)}</span></p>`
      : nothing;
  return renderUnit(model.country, html`${own} ${renderBody(model)}`);
}

function headline(model: IndicatorsModel): string {
  const { series, painted } = model;
  if (!series) return '';
  const level = painted ? model.t('level.n', { level: painted.answer.level }) : '';
  return [...titleParts(model, series), timeText(model, series), level].filter(Boolean).join(' · ');
}

function renderBody(model: IndicatorsModel): TemplateResult {
  const { say, painted, offered } = model;
  if (isRestricted(model.dataError)) return html`<p class="state muted" role="alert">${model.dataError.message}</p>`;
  const none = noneCurrent(model);
  if (none) return none;
  const ofDay = noneOfDay(model.country, model.dataError);
  if (ofDay) return html`<div class="state" role="alert">${ofDay}</div>`;
  const list = html`<p><a href=${model.app.href(`/c/${model.country.id3.toLowerCase()}/indicators/list`)}>${say('indicators.list')}</a></p>`;
  if (model.dataError === UNPUBLISHED)
    return html`<div class="state">
      <h2>${say('indicators.unpublished')}</h2>
      ${list}
    </div>`;
  if (model.dataError)
    return html`<div class="state" role="alert">
      <h2>${say('indicators.failed')}</h2>
      <button class="button button-primary" @click=${() => model.reload()}>${model.t('state.retry')}</button>
      ${list}
    </div>`;
  if (!offered) return html`<p role="status" class="muted">${say('indicators.loading')}</p>`;
  if (!model.series) return html`<p class="notice">${icon('info', 18)} <span>${say('indicators.none')}</span></p>`;
  return html`<section class="shown">
    <h2>${headline(model)}</h2>
    ${renderChoices(model, model.series)} ${renderRefusal(model)} ${painted ? renderShown(model, painted) : nothing}
    ${painted || model.refusal ? nothing : html`<p role="status" class="muted">${say('indicators.loading')}</p>`} ${renderDefinition(model)}
    ${renderFiles(model)}
    <p class="panel-source small muted">${sourceLine(model.country)}</p>
  </section>`;
}

/** Why nothing is shown: what is asked would be no truth. The sentence is the server's. */
function renderRefusal(model: IndicatorsModel): TemplateResult | typeof nothing {
  const { refusal } = model;
  if (!refusal) return nothing;
  const deepest = Math.max(...(model.series?.levels ?? []));
  const text = refusal instanceof Error ? refusal.message : '';
  return html`<div class="notice" role="alert">
    ${icon('info', 18)}
    <div>
      <p>${text}</p>
      ${
        Number.isFinite(deepest) && deepest !== model.dataLevel
          ? html`<button class="button" @click=${() => model.country.setLevel(deepest)}>${model.say('indicators.to-level', { level: deepest })}</button>`
          : html`<button class="button" @click=${() => model.reload()}>${model.t('state.retry')}</button>`
      }
    </div>
  </div>`;
}

const unique = <T>(items: readonly T[], key: (item: T) => string): T[] => [...new Map(items.map((item) => [key(item), item])).values()];

/** A choice where there is one. */
function renderChoice(label: string, value: string, options: readonly (readonly [string, string])[], choose: (value: string) => void, wide = false) {
  return options.length < 2 ? nothing : renderSelect(label, value, options, choose, wide);
}

function renderChoices(model: IndicatorsModel, own: OfferedSeries): TemplateResult {
  const { say, chosen, offered, country } = model;
  const { series, indicators } = offered!;
  const used = indicators.filter(({ code }) => series.some(({ indicator }) => indicator === code));
  const ofIndicator = series.filter(({ indicator }) => indicator === own.indicator);
  return html`<div class="controls">
    ${renderChoice(
      say('indicators.source'),
      model.datasetId,
      model.sources.map((id) => [id, sourceText(model, id)]),
      (id) => model.set({ source: slugOf(id), data: null }),
      true,
    )}
    ${renderSelect(
      say('indicators.indicator'),
      own.indicator,
      used.map((each) => [each.code, indicatorText(model, each)]),
      (indicator) => model.choose({ indicator }),
      true,
    )}
    ${renderChoice(
      say('indicators.status'),
      own.status,
      unique(ofIndicator, ({ status }) => status).map(({ status }) => [status, statusText(model, status)]),
      (status) => model.choose({ status }),
    )}
    ${renderChoice(
      say('indicators.phase'),
      own.phase ?? '',
      unique(ofIndicator, ({ phase }) => phase ?? '').map(({ phase }) => [phase ?? '', phase === null ? '–' : phaseText(model, phase)]),
      (phase) => model.choose({ phase }),
    )}
    ${renderChoice(
      say('indicators.time'),
      timeKey(own),
      unique(ofIndicator, timeKey).map((each) => [timeKey(each), timeText(model, each)]),
      (key) => {
        const { type, period, analysis } = ofIndicator.find((each) => timeKey(each) === key)!;
        model.choose({ type, period: fromPeriod(period), analysis: analysis ?? '' });
      },
      true,
    )}
    ${renderChoice(
      say('indicators.group'),
      groupKey(own),
      unique(ofIndicator, groupKey).map((each) => [groupKey(each), groupText(model, each)]),
      (key) => {
        const { sex, age, group, disability, category } = stateOf(ofIndicator.find((each) => groupKey(each) === key)!);
        model.choose({ sex, age, group, disability, category });
      },
      true,
    )}
    ${renderChoice(
      say('indicators.measure'),
      chosen.measure,
      measuresOf(model, own).map((measure) => [measure, measureText(model, measure)]),
      (measure) => model.set({ measure: measure as Measure, breaks: [] }),
      true,
    )}
    ${renderPeople(model)} ${renderCompare(model, own)}
    ${model.isCount ? renderSymbols({ t: model.t, state: country.state, change: (circles) => country.change({ circles }) }) : nothing} ${renderClasses(model)}
    ${renderPrint({ t: model.t, state: country.state, change: (print) => country.change({ print }) })}
  </div>`;
}

/** A source by what its publisher calls it in its address. */
const sourceText = (model: IndicatorsModel, id: DatasetId) => slugOf(id) || model.say('indicators.source.main');

/** What can be made of a series: no share without its whole, no phase without the five. */
function measuresOf({ offered, isChange }: IndicatorsModel, own: OfferedSeries): Measure[] {
  const { series, indicators, populations } = offered!;
  const indicator = indicators.find(({ code }) => code === own.indicator)!;
  const isCount = indicator.measure === 'people' || indicator.measure === 'things';
  const alike = (status: string, phase: string | null) => series.some((each) => each.indicator === own.indicator && each.status === status && each.phase === phase && timeKey(each) === timeKey(own)); // prettier-ignore
  const can: Record<Measure, boolean> = {
    value: true,
    own:
      isCount &&
      (own.phase !== null
        ? own.phase !== 'all' && alike(own.status, 'all')
        : own.status !== 'all' && (alike('all', null) || indicators.some(({ code }) => code.startsWith('POPULATION')))),
    inNeed: isCount && own.status !== 'INN' && own.status !== 'all' && alike('INN', own.phase),
    population: indicator.measure === 'people' && populations.length > 0,
    severe: indicator.measure === 'index' && populations.length > 0,
    phase: indicator.measure === 'people' && (['1', '2', '3', '4', '5'] as const).every((phase) => alike(own.status, phase)),
  };
  return isChange ? ['value'] : MEASURES.filter((measure) => can[measure]);
}

/** Which population is divided by, and how far it is from the values. */
function renderPeople(model: IndicatorsModel): TemplateResult | typeof nothing {
  const { say, chosen, offered, painted } = model;
  if (chosen.measure !== 'population' && chosen.measure !== 'severe') return nothing;
  const denominator = painted?.answer.denominator;
  const options = offered!.populations.map(({ version, year }) => [version, [year ?? '', version].filter(Boolean).join(' · ')] as const);
  const gap = denominator?.gap;
  return html`${renderSelect(say('indicators.people'), chosen.people ?? '', [['', say('indicators.people.same')], ...options], (people) => model.set({ people: people === '' ? null : (people as NonNullable<typeof chosen.people>) }))}
  ${
    denominator?.year
      ? html`<p class="control-wide small muted">
          ${gap ? say('indicators.people.gap', { year: String(denominator.year), gap }) : say('indicators.people.of', { year: String(denominator.year) })}
        </p>`
      : nothing
  }`;
}

/** Another period of the same version, or another version. */
function renderCompare(model: IndicatorsModel, own: OfferedSeries): TemplateResult | typeof nothing {
  const { say, chosen, offered, versions, source } = model;
  const times = others(offered!.series, own, 'time').filter((each) => timeKey(each) !== timeKey(own) && each.type === own.type);
  const earlier = versions.filter(({ version, status }) => version !== source?.version && (status === 'current' || status === 'superseded'));
  if (times.length === 0 && earlier.length === 0) return nothing;
  const value = chosen.before ? `v:${chosen.before}` : chosen.beforePeriod || chosen.beforeAnalysis ? `t:${chosen.beforePeriod}|${chosen.beforeAnalysis}` : '';
  return renderSelect(
    say('indicators.compare'),
    value,
    [
      ['', say('indicators.compare.none')],
      ...times.map((each) => [`t:${fromPeriod(each.period)}|${each.analysis ?? ''}`, timeText(model, each)] as const),
      ...earlier.map(({ version }) => [`v:${version}`, say('indicators.compare.version', { version })] as const),
    ],
    (next) => {
      const [period = '', analysis = ''] = next.startsWith('t:') ? next.slice(2).split('|') : [];
      model.set({
        before: next.startsWith('v:') ? (next.slice(2) as NonNullable<typeof chosen.before>) : null,
        beforePeriod: period,
        beforeAnalysis: analysis,
        measure: 'value',
        breaks: [],
      });
    },
    true,
  );
}

/** Classes of an index are no choice. */
function renderClasses(model: IndicatorsModel): TemplateResult | typeof nothing {
  const { painted, chosen } = model;
  if (!painted || painted.isFixed || model.circles) return nothing;
  return renderClassControls({
    t: model.t,
    chosen,
    level: painted.answer.level,
    inner: painted.breaks.slice(1, -1),
    choose: (patch) => model.set({ held: null, ...patch }),
  });
}

function renderShown(model: IndicatorsModel, painted: Painted): TemplateResult {
  const { say, country, app } = model;
  const { answer } = painted;
  const hasSectors = answer.indicator.sector !== null && !model.isChange && answer.measure !== 'phase';
  const open = (split: 'none' | 'sectors') => {
    model.set({ split, held: model.chosen.held });
    if (!country.state.table) void country.toggleTable();
  };
  return html`${renderValuesLegend(model, painted)} ${renderApart(model, painted)}
    <p class="actions">
      <button class="button" aria-pressed=${country.state.table && model.chosen.split === 'none'} @click=${() => open('none')}>
        ${icon('table', 18)} ${model.t('table.open')}
      </button>
      ${
        hasSectors
          ? html`<button class="button" aria-pressed=${country.state.table && model.chosen.split === 'sectors'} @click=${() => open('sectors')}>
              ${icon('map', 18)} ${say('indicators.sectors')}
            </button>`
          : nothing
      }
    </p>
    ${answer.total === null ? nothing : html`<p class="small">${say('indicators.total', { total: app.format.number(Math.round(answer.total)) })}</p>`}
    ${
      answer.national === null || answer.national === answer.total
        ? nothing
        : html`<p class="small muted">${say('indicators.national', { n: app.format.number(Math.round(answer.national)) })}</p>`
    }`;
}

function renderValuesLegend(model: IndicatorsModel, { answer, legend, shown, partial, breaks, isFixed }: Painted): TemplateResult {
  const { circles, isCount, country } = model;
  const write = (value: number) => numberText(model, answer, value);
  const range = ({ from, to }: { from: number; to: number }) =>
    !Number.isFinite(from) ? `≤ ${write(to)}` : !Number.isFinite(to) ? `${write(from)}+` : from === to ? write(from) : `${write(from)} – ${write(to)}`;
  const classes = classEntries(legend.rows, (row) =>
    isFixed ? classText(model, answer, answer.classes[breaks.indexOf(row.from)] ?? answer.classes.at(-1)!) : range(row),
  );
  const empty = EMPTY_LOOKS.map((look): LegendEntry => ({
    label: emptyText(model, look),
    count: [...shown.values()].filter((each) => each === look).length,
    look,
  }));
  const list = renderLegend(
    [
      ...(circles ? [] : classes),
      ...(legend.zero > 0 ? [{ label: emptyText(model, 'zero'), count: legend.zero, look: 'zero' as const }] : []),
      ...(partial.size > 0 ? [{ label: model.say('indicators.legend.partial'), count: partial.size, look: 'partial' as const }] : []),
      ...empty.filter(({ count }) => count),
    ],
    (units) => model.t('table.count', { count: units }),
    (count) => model.say('indicators.of', { count, total: legend.total }),
  );
  const hint = isCount && !circles ? renderSymbolsHint(model.t, (next) => country.change({ circles: next })) : nothing;
  return html`${renderCircleKey(circles, write)} ${list} ${hint}`;
}

/** What is no unit: how many areas, and how many people by themselves. */
function renderApart(model: IndicatorsModel, { answer }: Painted): TemplateResult | typeof nothing {
  const { say, app } = model;
  const { notPlaced, notPlacedTotal, fractional } = answer;
  return html`${
    notPlaced.length === 0
      ? nothing
      : html`<p class="small">
          ${say('indicators.apart', { areas: notPlaced.length, hasSum: notPlacedTotal === null ? 'no' : 'yes', sum: app.format.number(Math.round(notPlacedTotal ?? 0)) })}
        </p>`
  }
  ${fractional > 0 ? html`<p class="small muted">${say('indicators.fractional', { count: fractional })}</p>` : nothing}`;
}
