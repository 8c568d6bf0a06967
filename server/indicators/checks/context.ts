/** What checks of indicators are given, and what several of them look up. */
import type { AdminLevel, Iso3 } from '../../contract/ids.ts';
import type { IndicatorData } from '../../contract/indicators/data.ts';
import type { Shared } from '../../checks/check.ts';
import type { ReadTable } from '../columns/read.ts';
import type { Normalized } from '../normalize/data.ts';

export interface IndicatorContext {
  data: IndicatorData;
  normalized: Normalized;
  reads: readonly ReadTable[];
  country: Iso3;
  previous: IndicatorData | null;
  /** The year in the name of the file. */
  yearOf: { year: number; from: string } | null;
  boundaries: { levels: readonly { level: AdminLevel; units: readonly unknown[] }[] } | null;
}

/** What is called a value of a series: its code, of whom, which phase and category. */
export function seriesName(data: IndicatorData, at: number): string {
  const { indicator, status, phase, type, dimensions, analysis } = data.series[at]!;
  const { code } = data.indicators[indicator]!;
  const of = [status === 'all' ? '' : status, phase ?? '', type === 'observed' ? '' : type, dimensions.category ?? dimensions.group ?? '', analysis ?? ''];
  return [code, ...of.filter(Boolean)].join(' ');
}

/** Name and code of an area. */
export const areaName = ({ areas }: IndicatorData, at: number): string => [areas[at]!.name, areas[at]!.pcode ?? ''].filter(Boolean).join(' ');
export const areaCodes = ({ areas }: IndicatorData, at: number): string[] => (areas[at]!.pcode === null ? [] : [areas[at]!.pcode as string]);

export interface Cell {
  value: number;
  row: number;
}

/** Of each area the first value of each series. */
export function firstValues({ data }: Pick<IndicatorContext, 'data'>, shared: Shared): Map<number, Map<number, Cell>> {
  return shared('firstValues', () => {
    const byArea = new Map<number, Map<number, Cell>>();
    const { series, area, value, row } = data.values;
    for (let i = 0; i < series.length; i++) {
      const own = value[i]!;
      if (own === null) continue;
      let values = byArea.get(area[i]!);
      if (!values) byArea.set(area[i]!, (values = new Map()));
      if (!values.has(series[i]!)) values.set(series[i]!, { value: own, row: row[i]! });
    }
    return byArea;
  });
}

/** Series that are the same but for what `differ` leaves out of their key: pairs of one and another status, sector or phase. */
export function groupSeries(data: IndicatorData, key: (at: number) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const at of data.series.keys()) {
    const own = key(at);
    if (own !== null) groups.set(own, [...(groups.get(own) ?? []), at]);
  }
  return groups;
}

/** All that tells series apart but indicator, status and phase. */
export function restOf({ series }: IndicatorData, at: number): string {
  const { type, period, analysis, dimensions } = series[at]!;
  return JSON.stringify([type, period, analysis, dimensions]);
}
