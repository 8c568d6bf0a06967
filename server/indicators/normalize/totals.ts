/** Sums of what was read, by series and level: never of what cannot be added, never over levels. Pure. */
import type { AdminLevel } from '../../contract/ids.ts';
import type { IndicatorData, ValueTotal } from '../../contract/indicators/data.ts';

export function totalsOf(data: IndicatorData): ValueTotal[] {
  const totals = new Map<string, ValueTotal>();
  const { series, area, value } = data.values;
  for (let i = 0; i < series.length; i++) {
    const at = series[i]!;
    const { pcode, unitLevel } = data.areas[area[i]!]!;
    const level: AdminLevel | null = pcode === null ? null : unitLevel;
    const key = `${at} ${level}`;
    let total = totals.get(key);
    if (!total) {
      const { indicator, status, type, phase, period, analysis, dimensions } = data.series[at]!;
      const { code, measure } = data.indicators[indicator]!;
      const isSum = measure === 'people' || measure === 'things';
      total = { indicator: code, status, level, type, phase, period, analysis, dimensions, count: 0, noData: 0, sum: isSum ? 0 : null };
      totals.set(key, total);
    }
    const own = value[i]!;
    if (own === null) total.noData++;
    else {
      total.count++;
      if (total.sum !== null) total.sum += own;
    }
  }
  return [...totals.values()];
}
