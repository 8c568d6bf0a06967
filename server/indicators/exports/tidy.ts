/** Indicators as tables of ours: tidy (a value a row), wide (a unit a row), with or without tags of HXL, and a workbook of both. */
import type { ExportColumn, ExportValue } from '../../formats/columns.ts';
import { toCsv, writeXlsx } from '../../formats/tables/write.ts';
import type { Series } from '../../contract/indicators/data.ts';
import { CHAIN_COLUMNS, chainOf, exportRows, titleIn, type ExportParts, type ExportRow } from './rows.ts';

type Row = ExportValue[];

/** Which tag a count of people has, by whom it counts. */
const TAG_OF_STATUS = { all: '#population', INN: '#inneed', TGT: '#targeted', AFF: '#affected', REA: '#reached' } as const;

/** The first nine are those of the command line, in their order. */
const TIDY: [heading: string, tag: string, of: (row: ExportRow, parts: ExportParts) => ExportValue][] = [
  ['indicator', '#indicator+code', ({ indicator }) => indicator.code],
  ['status', '#status+population', ({ series }) => series.status],
  ['level', '#meta+adm+level', ({ area }) => area.unitLevel],
  ['pcode', '#adm+code', ({ area }) => area.pcode],
  ['area', '#loc+name', ({ area }) => area.name],
  ['period_start', '#date+start', ({ series }) => series.period?.start ?? null],
  ['period_end', '#date+end', ({ series }) => series.period?.end ?? null],
  ['value', '#value+num', ({ value }) => value],
  ['flag', '#meta+flag', ({ flag }) => flag],
  ['indicator_name', '#indicator+name', ({ indicator }) => titleIn(indicator, 'en')],
  ['sector', '#sector+code', ({ indicator }) => indicator.sector],
  ['measure', '#meta+measure', ({ indicator }) => indicator.measure],
  ['unit', '#meta+unit', ({ indicator }) => indicator.unit],
  ['type', '#meta+observation', ({ series }) => series.type],
  ['analysis', '#meta+analysis', ({ series }) => series.analysis],
  ['phase', '#severity+v_ipc', ({ series }) => series.phase],
  ['sex', '#meta+sex', ({ series }) => series.dimensions.sex ?? null],
  ['age', '#meta+age', ({ series }) => series.dimensions.age ?? null],
  ['group', '#meta+group', ({ series }) => series.dimensions.group ?? null],
  ['disability', '#meta+disability', ({ series }) => (series.dimensions.disability ? 'yes' : null)],
  ['category', '#meta+category', ({ series }) => series.dimensions.category ?? null],
  ['adm1_code', '#adm1+code', (row, { units }) => chainOf(row.area, units)[1]?.pcode ?? null],
  ['adm1_name', '#adm1+name', (row, { units }) => chainOf(row.area, units)[1]?.name ?? null],
  ['adm2_code', '#adm2+code', (row, { units }) => chainOf(row.area, units)[2]?.pcode ?? null],
  ['adm2_name', '#adm2+name', (row, { units }) => chainOf(row.area, units)[2]?.name ?? null],
  ['not_placed', '#meta+reason', ({ area }) => (area.pcode === null ? area.reason : null)],
  ['within', '#adm+code+within', ({ area }) => (area.pcode === null ? area.within : null)],
  ['cod_dataset', '#meta+boundaries', (_, { data }) => data.boundaries?.dataset ?? null],
  ['cod_version', '#meta+boundaries+version', (_, { data }) => data.boundaries?.version ?? null],
];

/** A value a row, those of areas that are no unit with them; values as they were read. @param hxl adds the row of tags */
export function writeTidyCsv(parts: ExportParts, hxl: boolean): Uint8Array {
  const rows = exportRows(parts.data);
  return toCsv([TIDY.map(([heading]) => heading), ...(hxl ? [TIDY.map(([, tag]) => tag)] : []), ...rows.map((row) => TIDY.map(([, , of]) => of(row, parts)))]);
}

/** `PEOPLE-FSC INN 2025-01-01/2025-12-31`, with all that tells it from others: no two columns have one name. */
export function columnName(series: Series, code: string): string {
  const { status, type, phase, period, analysis, dimensions } = series;
  const { sex, age, group, disability, category } = dimensions;
  const parts = [
    code,
    status === 'all' ? null : status,
    phase === null ? null : `phase ${phase}`,
    type === 'observed' ? null : type,
    category ?? null,
    group ?? null,
    sex ?? null,
    age ?? null,
    disability ? 'disability' : null,
    period && `${period.start}/${period.end}`,
    analysis,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' ');
}

/** The tag of HXL of a column of values: what is counted, and the indicator as an attribute where the tag alone does not say it. */
export function tagOf(row: Pick<ExportRow, 'series' | 'indicator'>): string {
  const { series, indicator } = row;
  const own = indicator.sector === null ? '' : `+${indicator.sector.toLowerCase()}`;
  if (series.phase !== null) return `#affected+${indicator.measure === 'share' ? 'pct' : 'num'}+phase${series.phase.replace('3+', '3plus')}`;
  if (indicator.measure === 'index') return `#severity+num${own}`;
  if (indicator.measure !== 'people') return `#value+num${own}`;
  return `${TAG_OF_STATUS[series.status]}${own}`;
}

const PLACE: [heading: string, tag: string][] = [
  ...CHAIN_COLUMNS,
  ['level', '#meta+adm+level'],
  ['pcode', '#adm+code'],
  ['area', '#loc+name'],
  ['not_placed', '#meta+reason'],
];

/** An area a row, a series a column: units first, areas that are none below them. Nothing stays empty. */
export function wideTable(parts: ExportParts): { head: string[]; tags: string[]; rows: Row[] } {
  const { data, units } = parts;
  const rows = exportRows(data);
  const columns = [...new Map(rows.map((row) => [row.at, row])).values()].toSorted((a, b) => a.at - b.at);
  const columnOf = new Map(columns.map(({ at }, i) => [at, PLACE.length + i]));
  const byArea = new Map<ExportRow['area'], Row>();
  for (const row of rows) {
    const { area } = row;
    let line = byArea.get(area);
    if (!line) {
      const chain = chainOf(area, units);
      const above = ([1, 2, 3] as const).flatMap((level) => [chain[level]?.pcode ?? null, chain[level]?.name ?? null]);
      line = [...above, area.unitLevel, area.pcode, area.name, area.pcode === null ? area.reason : null, ...columns.map(() => null)];
      byArea.set(area, line);
    }
    line[columnOf.get(row.at)!] = row.value;
  }
  const placed = [...byArea].toSorted(([a], [b]) => Number(a.pcode === null) - Number(b.pcode === null));
  return {
    head: [...PLACE.map(([heading]) => heading), ...columns.map(({ series, indicator }) => columnName(series, indicator.code))],
    tags: [...PLACE.map(([, tag]) => tag), ...columns.map(tagOf)],
    rows: placed.map(([, line]) => line),
  };
}

export function writeWideCsv(parts: ExportParts, hxl: boolean): Uint8Array {
  const { head, tags, rows } = wideTable(parts);
  return toCsv([head, ...(hxl ? [tags] : []), ...rows]);
}

const toColumns = (head: readonly string[], rows: readonly Row[]): ExportColumn[] =>
  head.map((name, i) => ({ name, type: 'mixed', values: rows.map((row) => row[i] ?? null) }));

/** Sheets: units with their values, values one a row, what the indicators are, and what the file is. @param notes lines of two texts, the last sheet */
export async function writeIndicatorsXlsx(parts: ExportParts, notes: readonly (readonly [string, string])[], rightToLeft = false): Promise<Uint8Array> {
  const wide = wideTable(parts);
  const rows = exportRows(parts.data);
  const tidy = rows.map((row) => TIDY.map(([, , of]) => of(row, parts)));
  const { indicators } = parts.data;
  const about = ['indicator', 'title', 'sector', 'kind', 'measure', 'unit', 'additive_over_units', 'time', 'direction', 'state'];
  const listed = indicators.map((each): Row => {
    const { code, sector, kind, measure, unit, additive, time, direction, state } = each;
    return [code, titleIn(each, 'en'), sector, kind, measure, unit, additive ? 'yes' : 'no', time, direction, state];
  });
  return writeXlsx(
    [
      { name: 'units', columns: toColumns(wide.head, wide.rows) },
      {
        name: 'values',
        columns: toColumns(
          TIDY.map(([heading]) => heading),
          tidy,
        ),
      },
      { name: 'indicators', columns: toColumns(about, listed) },
      {
        name: 'about',
        columns: toColumns(
          ['what', 'text'],
          notes.map((note) => [...note]),
        ),
      },
    ],
    { rightToLeft },
  );
}
