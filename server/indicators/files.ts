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

/** Columns of a row that its series and its area say; the rest is its own. */
const [OF_SERIES, OF_AREA] = [14, 5];
/** Rows that are written at once. */
const CHUNK = 20_000;

/** The same as a workbook has, RFC 4180. What series and areas say is written once each, however many values they have. */
export function writeValuesCsv(data: IndicatorData, level: AdminLevel | null): Uint8Array {
  const { values, areas, sheets } = data;
  const only = (of: Partial<IndicatorData['values']>): IndicatorData => ({ ...data, values: { ...EMPTY, ...of } });
  const lineOf = (columns: ExportColumn[]) => new TextDecoder().decode(writeCsv(columns)).trimEnd().split('\r\n');
  const zeros = (length: number) => Array.from({ length }, () => 0);
  // A row for each series, and for each area, of which only its own columns are taken.
  const blank = (length: number) => ({
    series: zeros(length),
    area: zeros(length),
    value: zeros(length),
    flag: zeros(length),
    sheet: zeros(length),
    row: zeros(length),
    column: zeros(length),
  });
  const linesOf = (length: number, key: 'series' | 'area', from: number, to: number): string[] => {
    if (length === 0) return [];
    const rows = only({ ...blank(length), [key]: Array.from({ length }, (_, i) => i) });
    return toLines(valueColumns(rows, null).slice(from, to));
  };
  const [ofSeries, ofArea] = [linesOf(data.series.length, 'series', 0, OF_SERIES), linesOf(areas.length, 'area', OF_SERIES, OF_SERIES + OF_AREA)];
  const names = toLines([{ name: '', type: 'text', values: sheets.map(({ sheet }) => sheet) }]);
  const [head] = lineOf(valueColumns(only({}), null));
  const parts: Uint8Array[] = [new TextEncoder().encode(`\uFEFF${head}\r\n`)];
  for (let start = 0; start < values.series.length; start += CHUNK) {
    let text = '';
    for (let i = start; i < Math.min(values.series.length, start + CHUNK); i++) {
      const area = values.area[i]!;
      if (level !== null && areas[area]!.unitLevel !== level) continue;
      text += `${ofSeries[values.series[i]!]!},${ofArea[area]!},${values.value[i] ?? ''},${FLAGS[values.flag[i]!]!},${names[values.sheet[i]!]!},${values.row[i]!},${values.column[i]! + 1}\r\n`;
    }
    parts.push(new TextEncoder().encode(text));
  }
  return Buffer.concat(parts);
}

const EMPTY: IndicatorData['values'] = { series: [], area: [], value: [], flag: [], sheet: [], row: [], column: [] };

/** Each row as it stands in a CSV; names of areas have no line breaks, which cells of tables lose when they are read. */
function toLines(columns: ExportColumn[]): string[] {
  return Array.from({ length: columns[0]!.values.length }, (_, row) => {
    const [, line = ''] = new TextDecoder()
      .decode(writeCsv(columns.map(({ name, type, values }) => ({ name: name || 'x', type, values: [values[row] ?? null] }))))
      .split(/\r\n/);
    return line;
  });
}
export const writeValuesXlsx = (data: IndicatorData, level: AdminLevel | null): Promise<Uint8Array> =>
  writeXlsx([{ name: 'values', columns: valueColumns(data, level) }]);
