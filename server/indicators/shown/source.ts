/** A version of indicators opened on its boundaries: its data, its units, and values by unit worked out once. */
import { unitValues, type CountedLevels, type UnitValues } from '../../contract/indicators/count.ts';
import type { IndicatorData, MeasuredIndicator, Series } from '../../contract/indicators/data.ts';
import { dimensionsKey, findSeries, refOf, samePeriod, type SeriesRef } from '../../contract/indicators/series.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../contract/ids.ts';
import { NotFoundError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import type { NamedUnits } from '../exports/rows.ts';

export interface IndicatorSource {
  dataset: DatasetId;
  version: VersionTag;
  data: IndicatorData;
  units: NamedUnits;
  counted: CountedLevels;
  /** Worked out once. @param series by index */
  valuesAt: (series: number, level: AdminLevel) => UnitValues;
  /** Units of a level, in the order of the boundaries. */
  unitsAt: (level: AdminLevel) => readonly { pcode: string; parentPcode: string | null }[];
}

export function openSource(version: { dataset: DatasetId; version: VersionTag }, data: IndicatorData, units: NamedUnits): IndicatorSource {
  const byLevel = new Map<AdminLevel, { pcode: string; parentPcode: string | null }[]>();
  for (const { level, pcode, parent } of units.values()) {
    const own = byLevel.get(level) ?? [];
    own.push({ pcode, parentPcode: parent });
    byLevel.set(level, own);
  }
  const counted = { levels: [...byLevel].map(([level, own]) => ({ level, units: own })) };
  const known = new Map<string, UnitValues>();
  return {
    ...version,
    data,
    units,
    counted,
    unitsAt: (level) => byLevel.get(level) ?? [],
    valuesAt(series, level) {
      const key = `${series} ${level}`;
      const values = known.get(key) ?? unitValues(data, series, level, counted);
      known.set(key, values);
      return values;
    },
  };
}

const codesOf = ({ indicators }: IndicatorData) => indicators.map(({ code }) => code);

/** @throws NotFoundError `indicators.series-unknown`: nothing would look like no data */
export function seriesAt({ dataset, version, data }: Pick<IndicatorSource, 'dataset' | 'version' | 'data'>, ref: SeriesRef): number {
  const found = findSeries(data.series, codesOf(data), ref);
  if (found >= 0) return found;
  throw new NotFoundError('indicators.series-unknown', problemText('indicators.series-unknown'), { details: { dataset, version, indicator: ref.indicator } });
}

export const refAt = ({ data }: Pick<IndicatorSource, 'data'>, series: number): SeriesRef => refOf(data.series[series]!, codesOf(data));

/** Series alike but for what is changed; -1 where there is none. */
export function alike({ data }: Pick<IndicatorSource, 'data'>, series: number, change: Partial<Pick<Series, 'phase' | 'status' | 'indicator'>>): number {
  const own = { ...data.series[series]!, ...change };
  return data.series.findIndex(
    (each) =>
      each.indicator === own.indicator &&
      each.status === own.status &&
      each.type === own.type &&
      each.phase === own.phase &&
      each.analysis === own.analysis &&
      samePeriod(each.period, own.period) &&
      dimensionsKey(each.dimensions) === dimensionsKey(own.dimensions),
  );
}

/**
 * What a series is a share of in its own file: the people of all phases; everybody of the same indicator; the population that the file states. -1: none.
 * `inNeed`: the people in need of the same sector.
 */
export function denominatorOf(source: Pick<IndicatorSource, 'data'>, series: number, of: 'own' | 'inNeed'): number {
  const { series: all, indicators } = source.data;
  const own = all[series]!;
  if (of === 'inNeed') return own.status === 'INN' ? -1 : alike(source, series, { status: 'INN' });
  if (own.phase !== null && own.phase !== 'all') return alike(source, series, { phase: 'all' });
  const everybody = own.status === 'all' ? -1 : alike(source, series, { status: 'all' });
  if (everybody >= 0) return everybody;
  const population = indicators.findIndex(({ code }) => code === 'POPULATION' || code === 'POPULATION-ALL');
  return population < 0 || population === own.indicator ? -1 : alike(source, series, { indicator: population, status: 'all' });
}

/** The same of other sectors, each with its own series; without the figure of all together. */
export function bySector({ data }: Pick<IndicatorSource, 'data'>, series: number, all: string): { sector: string; series: number }[] {
  const own = data.series[series]!;
  const stem = stemOf(data.indicators[own.indicator]!);
  return data.indicators.flatMap((indicator, i) => {
    if (indicator.sector === null || indicator.sector === all || stemOf(indicator) !== stem) return [];
    const found = alike({ data }, series, { indicator: i });
    return found < 0 ? [] : [{ sector: indicator.sector, series: found }];
  });
}

/** A code without its sector: `PEOPLE` of `PEOPLE-FSC`. */
const stemOf = ({ code, sector }: MeasuredIndicator) => (sector !== null && code.endsWith(`-${sector}`) ? code.slice(0, -sector.length - 1) : code);
