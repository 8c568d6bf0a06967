/** Checks of phases that should add up, of keys that repeat, of periods that overlap, and of what changed since the version before. */
import type { Check } from '../../checks/check.ts';
import type { IndicatorData } from '../../contract/indicators/data.ts';
import { clause } from '../../words/clauses.ts';
import { finding, type ItemDraft } from '../../words/findings.ts';
import { item } from '../../checks/items.ts';
import { areaCodes, areaName, groupSeries, restOf, seriesName, type IndicatorContext } from './context.ts';

/** Phases are rounded one by one: sums may be off by so much of the population. */
const ROUNDING = 0.01;
const SINGLE = ['1', '2', '3', '4', '5'] as const;
/** Periods that are listed. */
const MAX_PAIRS = 200;

export const keyCheck: Check<IndicatorContext> = {
  id: 'V5',
  spec: 'Codmap: a repeated key is told and never added; phases add up to all within 1 %',
  run: (context) => [...phases(context), ...repeats(context), ...overlaps(context)],
};

/** Of each area and analysis: phases 1 to 5 against all, 3+ against 3, 4 and 5. Of a repeated key the first row counts. */
function phases({ data }: IndicatorContext) {
  const groups = groupSeries(data, (at) => {
    const { phase, indicator } = data.series[at]!;
    return phase !== null && data.indicators[indicator]!.measure === 'people' ? `${indicator} ${restOf(data, at)}` : null;
  });
  const groupOf = new Map([...groups.entries()].flatMap(([key, own]) => own.map((at) => [at, key] as const)));
  const found = new Map<string, { area: number; at: number; row: number; values: Map<string, number> }>();
  const { series, area, value, row } = data.values;
  for (let i = 0; i < series.length; i++) {
    const at = series[i]!;
    const key = groupOf.get(at);
    if (key === undefined || value[i] === null) continue;
    const id = `${area[i]} ${key}`;
    let own = found.get(id);
    if (!own) found.set(id, (own = { area: area[i]!, at, row: row[i]!, values: new Map() }));
    const { phase } = data.series[at]!;
    if (!own.values.has(phase!)) own.values.set(phase!, value[i]!);
  }
  const all: ItemDraft[] = [];
  const plus: ItemDraft[] = [];
  for (const [id, { area: at, at: first, row: line, values }] of found) {
    const whole = values.get('all');
    const parts = SINGLE.map((phase) => values.get(phase));
    const sum = (list: readonly (number | undefined)[]) => list.reduce<number>((total, each) => total + (each ?? 0), 0);
    const told = (code: string, is: string, given: number, of: number) =>
      item(code, id, clause('indicators.sums', { unit: areaName(data, at), what: `${seriesName(data, first)} ${is}`, parts: given, whole: of }), {
        pcodes: areaCodes(data, at),
        rows: [line],
      });
    if (whole !== undefined && parts.some((each) => each !== undefined) && Math.abs(sum(parts) - whole) > ROUNDING * whole)
      all.push(told('indicators.phases-sum', '1–5', sum(parts), whole));
    const severe = values.get('3+');
    const three = parts.slice(2);
    const tolerance = ROUNDING * (whole ?? severe ?? 0);
    if (severe !== undefined && three.some((each) => each !== undefined) && Math.abs(sum(three) - severe) > tolerance)
      plus.push(told('indicators.phase3-sum', '3+', sum(three), severe));
  }
  return [...finding('indicators.phases-sum', 'warning', null, all), ...finding('indicators.phase3-sum', 'warning', null, plus)];
}

/** Rows that have area and series of another row. Of files whose rows are parts of units there are none. */
function repeats({ data }: IndicatorContext) {
  if (data.repeats === 'sites') return [];
  const first = new Map<string, number>();
  const rows = new Map<string, ItemDraft>();
  const { series, area, row, sheet } = data.values;
  for (let i = 0; i < series.length; i++) {
    const at = area[i]!;
    const { pcode, unitLevel, stated } = data.areas[at]!;
    const place = pcode === null ? JSON.stringify(stated) : `${unitLevel} ${pcode}`;
    const key = `${place} ${series[i]}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row[i]!);
      continue;
    }
    const line = `${sheet[i]}/${row[i]}`;
    if (before !== row[i] && !rows.has(line))
      rows.set(
        line,
        item(
          'indicators.repeated-key',
          line,
          clause('indicators.repeat', { row: row[i]!, first: before, unit: areaName(data, at), what: seriesName(data, series[i]!) }),
          { pcodes: areaCodes(data, at), rows: [row[i]!] },
        ),
      );
  }
  return finding('indicators.repeated-key', 'warning', null, [...rows.values()]);
}

function overlaps({ data }: IndicatorContext) {
  const groups = groupSeries(data, (at) => {
    const { indicator, status, phase, type, dimensions, period } = data.series[at]!;
    return period === null || phase === null || phase !== 'all' || data.indicators[indicator]!.measure !== 'people'
      ? null
      : JSON.stringify([indicator, status, type, dimensions]);
  });
  const items: ItemDraft[] = [];
  for (const group of groups.values())
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        const [one, other] = [data.series[a]!.period!, data.series[b]!.period!];
        const isSame = one.start === other.start && one.end === other.end;
        if (!isSame && one.start <= other.end && other.start <= one.end && items.length < MAX_PAIRS)
          items.push(
            item(
              'indicators.period-overlap',
              `${a}/${b}`,
              clause('indicators.periods', { what: seriesName(data, a), a: [one.start, one.end], b: [other.start, other.end] }),
            ),
          );
      }
  return finding('indicators.period-overlap', 'info', null, items);
}

/** A value three times that of the version before, or a third, is looked at. */
const FOLD = 3;
/** Small numbers jump. */
const LEAST = 100;

export const beforeCheck: Check<IndicatorContext> = {
  id: 'V6',
  spec: 'Codmap: changes beyond threefold are told before they are published',
  run: ({ data, previous }) => {
    if (!previous) return [];
    const keyOf = (of: IndicatorData, at: number) => {
      const { indicator, status, type, phase, dimensions } = of.series[at]!;
      return JSON.stringify([of.indicators[indicator]!.code, status, type, phase, dimensions]);
    };
    const read = (of: IndicatorData) => {
      const sums = new Map<string, { at: number; area: number; value: number; latest: string }>();
      const { series, area, value } = of.values;
      for (let i = 0; i < series.length; i++) {
        const { pcode, unitLevel } = of.areas[area[i]!]!;
        if (pcode === null || value[i] === null) continue;
        const at = series[i]!;
        const key = `${unitLevel} ${pcode} ${keyOf(of, at)}`;
        const latest = of.series[at]!.period?.start ?? '';
        const own = sums.get(key);
        if (!own || latest > own.latest) sums.set(key, { at, area: area[i]!, value: value[i]!, latest });
        else if (of.repeats === 'sites') own.value += value[i]!;
      }
      return sums;
    };
    const before = read(previous);
    const items = [...read(data)].flatMap(([key, { at, area, value }]) => {
      const was = before.get(key)?.value;
      const isIndex = data.indicators[data.series[at]!.indicator]!.measure === 'index';
      if (was === undefined || isIndex || Math.max(was, value) < LEAST) return [];
      const isFar = value > was * FOLD || was > value * FOLD;
      return isFar
        ? [
            item(
              'indicators.changed',
              key,
              clause('indicators.change', { unit: areaName(data, area), what: seriesName(data, at), before: was, after: value }),
              { pcodes: areaCodes(data, area) },
            ),
          ]
        : [];
    });
    return finding('indicators.changed', 'warning', null, items, { version: previous.dataset ?? '' });
  },
};
