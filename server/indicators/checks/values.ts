/** Checks of values: what is missing, and what contradicts what. Findings, never mending. */
import type { Check, Shared } from '../../checks/check.ts';
import { ALL_SECTORS } from '../../contract/indicators/indicators.ts';
import type { PopulationStatus } from '../../contract/indicators/terms.ts';
import { clause } from '../../words/clauses.ts';
import { finding, type FindingCode, type ItemDraft } from '../../words/findings.ts';
import { item } from '../../checks/items.ts';
import { areaCodes, areaName, firstValues, groupSeries, restOf, seriesName, type Cell, type IndicatorContext } from './context.ts';

export const missingCheck: Check<IndicatorContext> = {
  id: 'V3',
  spec: 'Codmap: nothing is not zero',
  run: ({ data, normalized }) => {
    const empty = new Map<number, number>();
    const odd: Record<'negative' | 'fractional' | 'class-outside', ItemDraft[]> = { negative: [], fractional: [], 'class-outside': [] };
    const { series, area, value, row, flag } = data.values;
    for (let i = 0; i < series.length; i++) {
      const at = series[i]!;
      const own = value[i]!;
      if (own === null) {
        if (flag[i] !== undefined) empty.set(at, (empty.get(at) ?? 0) + 1);
        continue;
      }
      const { measure, classes } = data.indicators[data.series[at]!.indicator]!;
      const told = (code: keyof typeof odd) =>
        odd[code].push(
          item(
            `indicators.${code}`,
            `${row[i]}/${at}`,
            clause('indicators.value', { unit: areaName(data, area[i]!), what: seriesName(data, at), value: own }),
            { pcodes: areaCodes(data, area[i]!), rows: [row[i]!] },
          ),
        );
      if (own < 0) told('negative');
      if (measure !== 'index') continue;
      if (!Number.isInteger(own)) told('fractional');
      const [first, last] = [classes[0]?.value, classes.at(-1)?.value];
      if (first !== undefined && last !== undefined && (own < first || own > last)) told('class-outside');
    }
    const shares = [...data.series.keys()].filter(
      (at) => data.indicators[data.series[at]!.indicator]!.measure === 'share' && data.series[at]!.denominator === null,
    );
    return [
      ...finding(
        'indicators.no-data',
        'info',
        null,
        [...empty].map(([at, count]) => item('indicators.no-data', at, clause('indicators.counted', { what: seriesName(data, at), count }))),
        {},
        [...empty.values()].reduce((sum, count) => sum + count, 0),
      ),
      ...finding(
        'indicators.not-number',
        'warning',
        null,
        normalized.texts.map(({ sheet, row: at, heading, text }) =>
          item('indicators.not-number', `${sheet}/${at}/${heading}`, clause('indicators.cell', { row: at, heading, text }), { rows: [at] }),
        ),
        {},
        normalized.notNumbers,
      ),
      ...finding(
        'indicators.percent',
        'info',
        null,
        normalized.percents.map((heading) => item('indicators.percent', heading, heading)),
      ),
      ...finding('indicators.negative', 'warning', null, odd.negative),
      ...finding('indicators.fractional', 'info', null, odd.fractional),
      ...finding('indicators.class-outside', 'warning', null, odd['class-outside']),
      ...finding(
        'indicators.no-denominator',
        'info',
        null,
        shares.map((at) => item('indicators.no-denominator', at, seriesName(data, at))),
      ),
    ];
  },
};

export const contradictionCheck: Check<IndicatorContext> = {
  id: 'V4',
  spec: 'Codmap: contradictions are told and never mended; sectors, statuses and phases are never added up',
  run: (context, shared) => [...needs(context, shared), ...statuses(context, shared), ...national(context)],
};

type Told = { code: FindingCode; area: number; a: number; b: number; x: Cell; y: Cell };

const toItem = ({ data }: IndicatorContext, { code, area, a, b, x, y }: Told): ItemDraft =>
  item(
    code,
    `${area}/${a}/${b}`,
    clause('indicators.above', { unit: areaName(data, area), a: seriesName(data, a), x: x.value, b: seriesName(data, b), y: y.value }),
    { pcodes: areaCodes(data, area), rows: [x.row] },
  );

/** In need against the population, sectors against all of them, and where the figure of all is missing. */
function needs(context: IndicatorContext, shared: Shared) {
  const { data } = context;
  const values = firstValues(context, shared);
  const above: Told[] = [];
  const clusters: Told[] = [];
  const missing: ItemDraft[] = [];
  const isNeed = (at: number) => data.series[at]!.status === 'INN' && data.indicators[data.series[at]!.indicator]!.code.startsWith('PEOPLE-');
  for (const [area, own] of values) {
    const byRest = Map.groupBy(
      [...own.keys()].filter((at) => isNeed(at) || data.indicators[data.series[at]!.indicator]!.code === 'POPULATION'),
      (at) => restOf(data, at),
    );
    for (const group of byRest.values()) {
      const final = group.find((at) => isNeed(at) && data.indicators[data.series[at]!.indicator]!.sector === ALL_SECTORS);
      const population = group.find((at) => data.indicators[data.series[at]!.indicator]!.code === 'POPULATION');
      const sectors = group.filter((at) => isNeed(at) && at !== final);
      const [top] = sectors.toSorted((a, b) => own.get(b)!.value - own.get(a)!.value);
      const most = final ?? top;
      if (most !== undefined && population !== undefined && own.get(most)!.value > own.get(population)!.value)
        above.push({ code: 'indicators.above-population', area, a: most, b: population, x: own.get(most)!, y: own.get(population)! });
      if (final !== undefined && top !== undefined && own.get(top)!.value > own.get(final)!.value)
        clusters.push({ code: 'indicators.cluster-above-final', area, a: top, b: final, x: own.get(top)!, y: own.get(final)! });
    }
  }
  // Rows whose cell of all sectors is empty, as the file has it.
  const { series, area, value, row } = data.values;
  for (let i = 0; i < series.length; i++)
    if (value[i] === null && isNeed(series[i]!) && data.indicators[data.series[series[i]!]!.indicator]!.sector === ALL_SECTORS)
      missing.push(item('indicators.final-missing', `${row[i]}`, areaName(data, area[i]!), { pcodes: areaCodes(data, area[i]!), rows: [row[i]!] }));
  const list = (told: Told[]) => told.map((each) => toItem(context, each));
  const hasSectors = data.series.some((_, at) => isNeed(at) && data.indicators[data.series[at]!.indicator]!.sector !== ALL_SECTORS);
  return [
    ...finding('indicators.above-population', 'warning', null, list(above)),
    ...finding('indicators.cluster-above-final', 'info', null, list(clusters)),
    ...finding('indicators.final-missing', 'info', null, hasSectors ? missing : []),
  ];
}

/** More targeted than in need or affected, more reached than targeted, of one indicator. */
function statuses(context: IndicatorContext, shared: Shared) {
  const { data } = context;
  const values = firstValues(context, shared);
  const groups = [...groupSeries(data, (at) => `${data.series[at]!.indicator} ${data.series[at]!.phase} ${restOf(data, at)}`).values()].filter(
    (group) => group.length > 1,
  );
  const targets: Told[] = [];
  const reached: Told[] = [];
  for (const group of groups) {
    const of = (status: PopulationStatus) => group.find((at) => data.series[at]!.status === status);
    const [need, affected, target, reach] = [of('INN'), of('AFF'), of('TGT'), of('REA')];
    for (const [area, own] of values) {
      const over = (into: Told[], code: FindingCode, a: number | undefined, b: number | undefined) => {
        const [x, y] = [a === undefined ? undefined : own.get(a), b === undefined ? undefined : own.get(b)];
        if (x && y && x.value > y.value) into.push({ code, area, a: a!, b: b!, x, y });
      };
      over(targets, 'indicators.target-above-need', target, need ?? affected);
      over(reached, 'indicators.reached-above-target', reach, target);
    }
  }
  return [
    ...finding(
      'indicators.target-above-need',
      'warning',
      null,
      targets.map((each) => toItem(context, each)),
    ),
    ...finding(
      'indicators.reached-above-target',
      'warning',
      null,
      reached.map((each) => toItem(context, each)),
    ),
  ];
}

/** From this difference on units and country disagree. */
const TOLERANCE = 0.005;

/** The country's own figure beside the sum of the units of one level, where all of them have values. */
function national({ data, boundaries }: IndicatorContext) {
  const sums = new Map<string, { at: number; level: number; sum: number; units: Set<string> }>();
  const whole = new Map<number, number>();
  const { series, area, value } = data.values;
  for (let i = 0; i < series.length; i++) {
    const own = value[i]!;
    const { pcode, unitLevel } = data.areas[area[i]!]!;
    const at = series[i]!;
    if (own === null || pcode === null || !data.indicators[data.series[at]!.indicator]!.additive) continue;
    if (unitLevel === 0) whole.set(at, own);
    else {
      const key = `${at} ${unitLevel}`;
      const sum = sums.get(key) ?? { at, level: unitLevel!, sum: 0, units: new Set() };
      sum.sum += own;
      sums.set(key, { ...sum, units: sum.units.add(pcode) });
    }
  }
  const items = [...sums.values()].flatMap(({ at, level, sum, units }) => {
    const total = whole.get(at);
    const all = boundaries?.levels.find((each) => each.level === level)?.units.length ?? 0;
    const isOff = total !== undefined && total > 0 && Math.abs(sum - total) > TOLERANCE * total;
    return isOff && units.size === all
      ? [
          item(
            'indicators.national-sum',
            `${at}/${level}`,
            clause('indicators.sums', { unit: `adm${level}`, what: seriesName(data, at), parts: sum, whole: total }),
          ),
        ]
      : [];
  });
  return finding('indicators.national-sum', 'warning', null, items);
}
