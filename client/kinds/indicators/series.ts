/** What a version offers, and which of it is shown: the choice of a reader made whole by what there is. Pure. */
import type { IndicatorsAnswer, OfferedSeries } from '../../../server/contract/indicators/api.ts';
import type { SeriesRef } from '../../../server/contract/indicators/series.ts';
import { fromPeriod, toPeriod, type SeriesState } from './state.ts';

/** Groups of people of a series as one text, for a choice. */
export const groupKey = ({ dimensions: { sex, age, group, disability, category } }: Pick<SeriesRef, 'dimensions'>): string =>
  [sex ?? '', age ?? '', group ?? '', disability ? '1' : '', category ?? ''].join('\u0000');

const groupOfState = ({ sex, age, group, disability, category }: SeriesState) => [sex, age, group, disability, category].join('\u0000');

/** When the values are of, as one text. */
export const timeKey = ({ type, period, analysis }: Pick<SeriesRef, 'type' | 'period' | 'analysis'>): string =>
  [type, fromPeriod(period), analysis ?? ''].join('\u0000');

/** Those that fit the choice best: what cannot be had is passed over, in the order of the parts. The latest of those that are left. */
export function chosenSeries({ series }: Pick<IndicatorsAnswer, 'series'>, state: SeriesState): OfferedSeries | null {
  let left = series;
  const narrow = (fits: (each: OfferedSeries) => boolean) => {
    const found = left.filter(fits);
    if (found.length > 0) left = found;
  };
  narrow(({ indicator }) => indicator === (state.indicator || firstIndicator(series)));
  if (state.status) narrow(({ status }) => status === state.status);
  narrow((each) => groupKey(each) === groupOfState(state));
  if (state.phase) narrow(({ phase }) => phase === state.phase);
  else narrow(({ phase }) => phase === null || phase === '3+');
  narrow(({ type }) => type === (state.type || 'observed'));
  if (state.period) narrow(({ period }) => fromPeriod(period) === state.period);
  if (state.analysis) narrow(({ analysis }) => analysis === state.analysis);
  // People in need say more than everybody does.
  if (!state.status) narrow(({ status }) => status === 'INN');
  return latest(left);
}

/** Of all sectors together before those of one; what has values before what has none. */
function firstIndicator(series: readonly OfferedSeries[]): string {
  const most = Math.max(0, ...series.map(({ values }) => values));
  const all = series.find(({ indicator, values }) => indicator.endsWith('-ALL') && values > 0);
  return (all ?? series.find(({ values }) => values === most) ?? series[0])?.indicator ?? '';
}

export function latest(series: readonly OfferedSeries[]): OfferedSeries | null {
  const end = ({ period }: OfferedSeries) => (period ? `${period.end} ${period.start}` : '');
  return series.reduce<OfferedSeries | null>((best, each) => (best === null || end(each) > end(best) ? each : best), null);
}

/** As the address has it, whole. */
export function stateOf({ indicator, status, type, phase, period, analysis, dimensions }: SeriesRef): SeriesState {
  const { sex = '', age = '', group = '', disability, category = '' } = dimensions;
  return {
    indicator,
    status,
    type,
    phase: phase ?? '',
    period: fromPeriod(period),
    analysis: analysis ?? '',
    sex,
    age,
    group,
    disability: disability ? '1' : '',
    category,
  };
}

/** The same as a map asks for it. The period stays open where the address leaves it open, so that a saved map follows the latest. */
export function refOf(series: SeriesRef, state: SeriesState): SeriesRef {
  const { indicator, status, type, phase, dimensions } = series;
  return {
    indicator,
    status,
    type,
    phase,
    dimensions,
    period: state.period ? toPeriod(state.period) : null,
    analysis: state.analysis || null,
  };
}

/** Series that differ from one in nothing but what is named. */
export function others(all: readonly OfferedSeries[], own: OfferedSeries, but: 'time' | 'phase' | 'group' | 'status'): OfferedSeries[] {
  const same = (each: OfferedSeries, part: typeof but) =>
    part === but ||
    (part === 'time'
      ? timeKey(each) === timeKey(own)
      : part === 'phase'
        ? each.phase === own.phase
        : part === 'group'
          ? groupKey(each) === groupKey(own)
          : each.status === own.status);
  return all.filter((each) => each.indicator === own.indicator && (['time', 'phase', 'group', 'status'] as const).every((part) => same(each, part)));
}
