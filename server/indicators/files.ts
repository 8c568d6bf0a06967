/** Values of a version as one table: a row for each value as it was read, with area, indicator and where in the source it stands. Pure. */
import type { AdminLevel } from '../contract/ids.ts';
import type { IndicatorData } from '../contract/indicators/data.ts';
import { FLAGS } from '../contract/indicators/terms.ts';
import type { ExportColumn, ExportValue } from '../formats/columns.ts';
import { writeCsv, writeXlsx } from '../formats/tables/write.ts';

/** @param level of the units; null: all, with areas that are no unit */
export function valueColumns(data: IndicatorData, level: AdminLevel | null): ExportColumn[] {
  const { series, areas, indicators, values, sheets } = data;
  const rows = values.series.map((_, i) => i).filter((i) => level === null || areas[values.area[i]!]!.unitLevel === level);
  const of = (name: string, value: (i: number) => ExportValue, type: 'text' | 'number' = 'text'): ExportColumn => ({ name, type, values: rows.map(value) });
  const seriesOf = (i: number) => series[values.series[i]!]!;
  const areaOf = (i: number) => areas[values.area[i]!]!;
  const indicatorOf = (i: number) => indicators[seriesOf(i).indicator]!;
  return [
    of('indicator', (i) => indicatorOf(i).code),
    of('indicator_title', (i) => indicatorOf(i).title['en'] ?? ''),
    of('sector', (i) => indicatorOf(i).sector),
    of('measure', (i) => indicatorOf(i).measure),
    of('population_status', (i) => seriesOf(i).status),
    of('type', (i) => seriesOf(i).type),
    of('phase', (i) => seriesOf(i).phase),
    of('category', (i) => seriesOf(i).dimensions.category ?? null),
    of('sex', (i) => seriesOf(i).dimensions.sex ?? null),
    of('age', (i) => seriesOf(i).dimensions.age ?? null),
    of('group', (i) => seriesOf(i).dimensions.group ?? null),
    of('analysis', (i) => seriesOf(i).analysis),
    of('period_start', (i) => (seriesOf(i).period ?? data.period)?.start ?? null),
    of('period_end', (i) => (seriesOf(i).period ?? data.period)?.end ?? null),
    of('admin_level', (i) => areaOf(i).unitLevel, 'number'),
    of('pcode', (i) => areaOf(i).pcode),
    of('area', (i) => areaOf(i).name),
    of('area_stated', (i) =>
      areaOf(i)
        .stated.map(({ code, name }) => [code, name].filter(Boolean).join(' '))
        .join(' / '),
    ),
    of('not_placed', (i) => areaOf(i).reason),
    of('value', (i) => values.value[i]!, 'number'),
    of('flag', (i) => FLAGS[values.flag[i]!]!),
    of('sheet', (i) => sheets[values.sheet[i]!]!.sheet),
    of('row', (i) => values.row[i]!, 'number'),
    of('column', (i) => values.column[i]! + 1, 'number'),
  ];
}

export const writeValuesCsv = (data: IndicatorData, level: AdminLevel | null): Uint8Array => writeCsv(valueColumns(data, level));
export const writeValuesXlsx = (data: IndicatorData, level: AdminLevel | null): Promise<Uint8Array> =>
  writeXlsx([{ name: 'values', columns: valueColumns(data, level) }]);
