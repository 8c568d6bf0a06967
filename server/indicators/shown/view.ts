/** What is shown of indicators at a level: values, shares, phases and changes by unit, why a unit has none, and what is not on the map. Pure. */
import { classShares, isWhole, mayAdd, statedValues, type UnitValue } from '../../contract/indicators/count.ts';
import type { NotPlacedArea, ShownMeasure } from '../../contract/indicators/api.ts';
import type { MeasuredIndicator } from '../../contract/indicators/data.ts';
import type { IndicatorClass } from '../../contract/indicators/indicators.ts';
import { FLAGS, PHASES } from '../../contract/indicators/terms.ts';
import type { MapNumberStyle } from '../../contract/maps/map.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import type { Emptiness } from '../../contract/presence/measure.ts';
import { MeaninglessError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import { PHASE_CLASSES, phaseOf } from './phase.ts';
import { alike, denominatorOf, refAt, type IndicatorSource } from './source.ts';

export interface ViewAsked {
  /** By index; several are added. */
  series: readonly number[];
  level: AdminLevel;
  measure: ShownMeasure;
  /** Of a population, by P-code: of the level for `population`, of that of the values for `severe`. */
  people?: ReadonlyMap<string, number> | null;
}

export interface View {
  indicator: MeasuredIndicator;
  style: MapNumberStyle;
  counts: boolean;
  /** Of an index, or of phases that were worked out; empty of what has none. */
  classes: readonly IndicatorClass[];
  /** A number or why there is none, for every unit of the level. */
  values: Map<string, number | Emptiness>;
  partial: Map<string, readonly [known: number, of: number]>;
  /** null where units must not be added, or are not all known. */
  total: number | null;
  national: number | null;
  notPlaced: NotPlacedArea[];
  notPlacedTotal: number | null;
  /** How many areas with a value are no unit, whatever is shown of them. */
  apart: number;
  fractional: number;
}

/** @throws MeaninglessError `indicators.add-…` with the reason, `indicators.no-denominator`, `indicators.no-phases`, `indicators.not-rolled-up` */
export function viewOf(source: IndicatorSource, asked: ViewAsked): View {
  const { series, level, measure } = asked;
  refuseSums(source, series);
  const first = series[0]!;
  const indicator = source.data.indicators[source.data.series[first]!.indicator]!;
  const numbers = numbersOf(source, asked, indicator);
  if (![...numbers.values()].some(({ value }) => value !== null)) refuseLevel(source, series, level);
  const values = new Map<string, number | Emptiness>();
  const partial = new Map<string, readonly [number, number]>();
  const isKnownAbove = knownAbove(source, series, level);
  for (const { pcode } of source.unitsAt(level)) {
    const own = numbers.get(pcode);
    if (own && own.value !== null) {
      values.set(pcode, own.value);
      if (!isWhole(own)) partial.set(pcode, [own.parts!.count, own.parts!.of]);
    } else values.set(pcode, own ? emptinessOf(own) : isKnownAbove(pcode) ? 'aboveOnly' : 'notReported');
  }
  const isShare = measure !== 'value' && measure !== 'phase';
  const style: MapNumberStyle = isShare || (measure === 'value' && indicator.measure === 'share') ? 'percent' : 'number';
  const counts = measure === 'value' && (indicator.measure === 'people' || indicator.measure === 'things');
  const apart = notPlacedOf(source, series);
  const canAdd = counts && indicator.additive;
  return {
    indicator,
    style,
    counts,
    classes: measure === 'phase' ? PHASE_CLASSES : measure === 'value' ? indicator.classes : [],
    values,
    partial,
    total: canAdd ? totalOf(values) : null,
    national: measure === 'value' ? nationalOf(source, series) : null,
    notPlaced: counts ? apart : [],
    notPlacedTotal: canAdd && apart.length > 0 ? apart.reduce((sum, { value }) => sum + value, 0) : null,
    apart: apart.length,
    fractional: indicator.measure === 'index' ? [...values.values()].filter((value) => typeof value === 'number' && !Number.isInteger(value)).length : 0,
  };
}

/** @throws MeaninglessError `indicators.add-sectors` and the like */
function refuseSums({ data }: IndicatorSource, series: readonly number[]): void {
  for (const [i, a] of series.entries()) {
    for (const b of series.slice(i + 1)) {
      const reason = mayAdd(data, a, b);
      if (reason !== null) throw new MeaninglessError(`indicators.add-${reason}`, problemText(`indicators.add-${reason}`));
    }
  }
}

/** Nothing at this level, and something below that is not rolled up. @throws MeaninglessError `indicators.not-rolled-up` */
function refuseLevel(source: IndicatorSource, series: readonly number[], level: AdminLevel): void {
  if (series.some((own) => source.valuesAt(own, level).kept !== null))
    throw new MeaninglessError('indicators.not-rolled-up', problemText('indicators.not-rolled-up'));
}

function numbersOf(source: IndicatorSource, { series, level, measure, people }: ViewAsked, indicator: MeasuredIndicator): ReadonlyMap<string, UnitValue> {
  const first = series[0]!;
  if (measure === 'phase') return phases(source, first, level);
  if (measure === 'severe') return severe(source, first, level, people ?? new Map(), indicator);
  const own = sumOf(series.map((each) => source.valuesAt(each, level).byPcode));
  if (measure === 'value') return indicator.measure === 'share' ? scaled(own, 100) : own;
  if (indicator.measure !== 'people' && indicator.measure !== 'things') throw noDenominator(indicator.code);
  if (measure === 'population') return shareOf(own, people ? new Map([...people].map(([code, value]) => [code, whole(value)])) : new Map());
  const denominators = series.map((each) => denominatorOf(source, each, measure));
  // Phases are parts of one whole; the people of both sexes are not.
  const distinct = [...new Set(denominators)];
  if (distinct.some((each) => each < 0) || distinct.length > 1) throw noDenominator(indicator.code);
  return shareOf(own, source.valuesAt(distinct[0]!, level).byPcode);
}

const noDenominator = (indicator: string) =>
  new MeaninglessError('indicators.no-denominator', problemText('indicators.no-denominator'), { details: { indicator } });
const whole = (value: number): UnitValue => ({ value, flag: 'given', parts: null });

/** Only units of which every series has a value; what one has not is not nought. */
function sumOf(all: readonly ReadonlyMap<string, UnitValue>[]): ReadonlyMap<string, UnitValue> {
  if (all.length === 1) return all[0]!;
  const sums = new Map<string, UnitValue>();
  for (const pcode of new Set(all.flatMap((values) => [...values.keys()]))) {
    const own = all.map((values) => values.get(pcode));
    const missing = own.find((each) => !each || each.value === null);
    if (own.includes(undefined) || missing) sums.set(pcode, missing ?? NO_DATA);
    else {
      const parts = own.find((each) => !isWhole(each!))?.parts ?? null;
      sums.set(pcode, { value: own.reduce((sum, each) => sum + each!.value!, 0), flag: 'given', parts });
    }
  }
  return sums;
}

const scaled = (values: ReadonlyMap<string, UnitValue>, by: number): ReadonlyMap<string, UnitValue> =>
  new Map([...values].map(([pcode, own]) => [pcode, { ...own, value: own.value === null ? null : own.value * by }]));

/** In percent. Of a part and a whole that are not of the same units below nothing is said. */
function shareOf(parts: ReadonlyMap<string, UnitValue>, wholes: ReadonlyMap<string, UnitValue>): Map<string, UnitValue> {
  return new Map(
    [...parts].map(([pcode, part]): [string, UnitValue] => {
      const all = wholes.get(pcode);
      if (part.value === null) return [pcode, part];
      if (!all?.value || partText(part) !== partText(all)) return [pcode, NO_DATA];
      return [pcode, { ...part, value: (part.value / all.value) * 100 }];
    }),
  );
}

const NO_DATA: UnitValue = { value: null, flag: 'noData', parts: null };
const partText = (own: UnitValue) => (isWhole(own) ? '' : `${own.parts!.count}/${own.parts!.of}`);

/** Of the people in units with a class, in percent those in class 3 or worse: how severity is seen from above. */
function severe(source: IndicatorSource, series: number, level: AdminLevel, people: ReadonlyMap<string, number>, indicator: MeasuredIndicator) {
  if (indicator.measure !== 'index') throw noDenominator(indicator.code);
  const shares = classShares(source.data, series, level, source.counted, people);
  return new Map(
    [...shares].map(([pcode, { worst, parts }]): [string, UnitValue] => [pcode, { value: worst === null ? null : worst * 100, flag: 'given', parts }]),
  );
}

/** The deepest level at which a series has values as they were read; null where it has none on the boundaries. */
export function statedLevel({ data }: IndicatorSource, series: number): AdminLevel | null {
  const levels = [...statedValues(data, series).placed.keys()];
  return levels.length === 0 ? null : (Math.max(...levels) as AdminLevel);
}

/** @throws MeaninglessError `indicators.no-phases` */
function phases(source: IndicatorSource, series: number, level: AdminLevel): Map<string, UnitValue> {
  const own = PHASES.filter((phase) => /^[1-5]$/.test(phase)).map((phase) => alike(source, series, { phase }));
  const indicator = source.data.indicators[source.data.series[series]!.indicator]!;
  if (own.some((each) => each < 0))
    throw new MeaninglessError('indicators.no-phases', problemText('indicators.no-phases'), { details: { indicator: indicator.code } });
  const all = alike(source, series, { phase: 'all' });
  const byPhase = own.map((each) => source.valuesAt(each, level).byPcode);
  const wholes = all < 0 ? null : source.valuesAt(all, level).byPcode;
  return new Map(
    [...new Set(byPhase.flatMap((values) => [...values.keys()]))].map((pcode): [string, UnitValue] => {
      const units = byPhase.map((values) => values.get(pcode));
      const parts = units.find((unit) => unit && !isWhole(unit))?.parts ?? null;
      const value = phaseOf(
        units.map((unit) => unit?.value ?? null),
        wholes?.get(pcode)?.value ?? null,
      );
      return [pcode, { value, flag: value === null ? 'noData' : 'given', parts: value === null ? null : parts }];
    }),
  );
}

/** In doubt where rows contradict each other. */
const emptinessOf = ({ flag }: UnitValue): Emptiness => (flag === 'suppressed' ? 'withheld' : flag === 'conflict' ? 'notPlaced' : 'noData');

/** Whether a unit above has a value as it was read: what was summed from below is no news from above. */
function knownAbove(source: IndicatorSource, series: readonly number[], level: AdminLevel): (pcode: string) => boolean {
  const stated = series.map((each) => statedValues(source.data, each).placed);
  const parents = new Map(source.counted.levels.map((each) => [each.level, new Map(each.units.map(({ pcode, parentPcode }) => [pcode, parentPcode]))]));
  return (pcode) => {
    let above: string | null = pcode;
    for (let at = level; at > 1 && above !== null; at--) {
      above = parents.get(at)?.get(above) ?? null;
      const code = above;
      if (code !== null && stated.some((levels) => typeof levels.get((at - 1) as AdminLevel)?.get(code)?.value === 'number')) return true;
    }
    return false;
  };
}

/** null where any unit of the level is not known: a sum without it would look like all. Zero units are known. */
function totalOf(values: ReadonlyMap<string, number | Emptiness>): number | null {
  const numbers = [...values.values()].filter((value): value is number => typeof value === 'number');
  const isHidden = [...values.values()].some((value) => value === 'aboveOnly' || value === 'withheld');
  return numbers.length === 0 || isHidden ? null : numbers.reduce((sum, value) => sum + value, 0);
}

/** As the file states it for the whole country. */
function nationalOf({ data }: IndicatorSource, series: readonly number[]): number | null {
  let sum: number | null = null;
  for (const each of series) {
    const at = data.values.series.findIndex((own, i) => own === each && isNational(data.areas[data.values.area[i]!]!));
    const value = at < 0 ? null : data.values.value[at]!;
    if (value === null) return null;
    sum = (sum ?? 0) + value;
  }
  return sum;
}

const isNational = ({ unitLevel, level, pcode, reason }: IndicatorSource['data']['areas'][number]) =>
  unitLevel === 0 || (pcode === null && level === null && reason === null);

/** Areas that are no unit and were not divided among units, with what they hold. */
function notPlacedOf({ data }: IndicatorSource, series: readonly number[]): NotPlacedArea[] {
  const areas = new Map<number, number>();
  data.values.series.forEach((each, i) => {
    const value = data.values.value[i]!;
    const area = data.values.area[i]!;
    if (!series.includes(each) || value === null || FLAGS[data.values.flag[i]!] === 'conflict') return;
    const { pcode, shares } = data.areas[area]!;
    if (pcode === null && shares.length === 0 && !isNational(data.areas[area]!)) areas.set(area, (areas.get(area) ?? 0) + value);
  });
  return [...areas].map(([area, value]) => {
    const { name, level, within, reason } = data.areas[area]!;
    return { name, level, within, reason, value };
  });
}

/** The difference of two views of the same thing; units without a number on either side have none. */
export function changeOf(now: View, before: View): View {
  const values = new Map<string, number | Emptiness>();
  for (const [pcode, value] of now.values) {
    const was = before.values.get(pcode) ?? 'notReported';
    const isPart = now.partial.has(pcode) || before.partial.has(pcode);
    values.set(pcode, typeof value !== 'number' ? value : typeof was !== 'number' ? was : isPart && !samePart(now, before, pcode) ? 'noData' : value - was);
  }
  const totals = [now.total, before.total];
  return {
    ...now,
    style: now.style === 'percent' ? 'changeOfPercent' : 'change',
    counts: false,
    classes: [],
    values,
    partial: new Map([...now.partial].filter(([pcode]) => typeof values.get(pcode) === 'number')),
    total: totals.includes(null) ? null : totals[0]! - totals[1]!,
    national: null,
  };
}

/** A part of the one and another part of the other are not compared. */
const samePart = (now: View, before: View, pcode: string) => String(now.partial.get(pcode) ?? '') === String(before.partial.get(pcode) ?? '');

/** As they were found, with their period. */
export const refsOf = (source: IndicatorSource, series: readonly number[]) => series.map((each) => refAt(source, each));
