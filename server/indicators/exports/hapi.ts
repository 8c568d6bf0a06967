/** Indicators in the column shapes of HDX HAPI v2: needs, food security, displaced people; a row of HXL tags on request. What HAPI has no place for stands behind its columns. */
import { toCsv } from '../../formats/tables/write.ts';
import type { ExportValue } from '../../formats/columns.ts';
import { ALL_SECTORS } from '../../contract/indicators/indicators.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { categoryOf, chainOf, exportRows, statedName, type ExportParts, type ExportRow } from './rows.ts';

export const HAPI_SHAPES = ['needs', 'food-security', 'idps'] as const;
export type HapiShape = (typeof HAPI_SHAPES)[number];

type Column = [heading: string, tag: string, of: (row: ExportRow, parts: HapiParts) => ExportValue];

export interface HapiParts extends ExportParts {
  sectors: CodeTable;
}

/** Of a severity phase of IPC, in the words of HAPI. */
const IPC_TYPES = { observed: 'current', projected1: 'first projection', projected2: 'second projection', target: '', baseline: '' } as const;

const unitAt =
  (level: 1 | 2) =>
  (row: ExportRow, { units }: HapiParts) =>
    chainOf(row.area, units)[level];

/** Both flags on response plans are not known here, and stay empty. */
const PLACE: Column[] = [
  ['location_code', '#country+code', (_, { country }) => country],
  ['has_hrp', '', () => null],
  ['in_gho', '', () => null],
  ['provider_admin1_name', '#adm1+name+provider', ({ area }) => statedName(area, 1) ?? (area.level === 1 ? area.name : null)],
  ['provider_admin2_name', '#adm2+name+provider', ({ area }) => statedName(area, 2) ?? (area.level === 2 ? area.name : null)],
  ['admin1_code', '#adm1+code', (row, parts) => unitAt(1)(row, parts)?.pcode ?? null],
  ['admin1_name', '#adm1+name', (row, parts) => unitAt(1)(row, parts)?.name ?? null],
  ['admin2_code', '#adm2+code', (row, parts) => unitAt(2)(row, parts)?.pcode ?? null],
  ['admin2_name', '#adm2+name', (row, parts) => unitAt(2)(row, parts)?.name ?? null],
  ['admin_level', '#meta+adm+level', ({ area }) => (area.unitLevel === null ? null : Math.min(2, area.unitLevel))],
];
const PERIOD: Column[] = [
  ['reference_period_start', '#date+start', ({ series }) => series.period?.start ?? null],
  ['reference_period_end', '#date+end', ({ series }) => series.period?.end ?? null],
];
/** HAPI goes down to adm2: the very unit stands here, and the version of the boundaries. */
const END: Column[] = [
  ['warning', '#meta+warning', ({ area, value }) => (area.pcode === null ? `not placed: ${area.reason ?? ''}` : (value ?? 0) < 0 ? 'negative value' : null)],
  ['error', '#meta+error', ({ flag }) => (flag === 'conflict' ? 'rows of one key say different values' : null)],
  ['unit_code', '#adm+code+deepest', ({ area }) => area.pcode],
  ['unit_level', '#meta+adm+level+deepest', ({ area }) => area.unitLevel],
  ['area', '#loc+name', ({ area }) => area.name],
  ['flag', '#meta+flag', ({ flag }) => flag],
  ['indicator_code', '#indicator+code', ({ indicator }) => indicator.code],
  ['cod_dataset', '#meta+boundaries', (_, { data }) => data.boundaries?.dataset ?? null],
  ['cod_version', '#meta+boundaries+version', (_, { data }) => data.boundaries?.version ?? null],
];

const COLUMNS: Record<HapiShape, Column[]> = {
  needs: [
    ...PLACE,
    ['sector_code', '#sector+code', (row, { sectors }) => sectorOf(row, sectors)],
    ['category', '#meta+category', ({ series }) => categoryOf(series)],
    ['population_status', '#meta+status', ({ series }) => series.status],
    ['population', '#population', ({ value }) => value],
    ...PERIOD,
    ...END,
  ],
  'food-security': [
    ...PLACE,
    ['ipc_phase', '#severity+v_ipc', ({ series }) => series.phase],
    ['ipc_type', '#period+v_ipc', ({ series }) => IPC_TYPES[series.type]],
    ['population_in_phase', '#affected+num', ({ value }) => value],
    ['population_fraction_in_phase', '#affected+pct', () => null],
    ...PERIOD,
    ...END,
  ],
  idps: [
    ...PLACE,
    ['reporting_round', '#meta+round', ({ series }) => series.analysis],
    ['assessment_type', '#meta+assessment', () => null],
    ['operation', '#meta+operation', () => null],
    ['population', '#affected+idps', ({ value }) => value],
    ...PERIOD,
    ...END,
  ],
};

/** The sector by the code that HAPI has for ours; the figure of all together goes by its own there. */
function sectorOf({ indicator: { sector } }: ExportRow, sectors: CodeTable): string | null {
  if (sector === null) return null;
  return sector === ALL_SECTORS ? 'Intersectoral' : (sectors.get(sector)?.hapi ?? sector);
}

const FITS: Record<HapiShape, (row: ExportRow) => boolean> = {
  needs: ({ indicator, series }) => indicator.measure === 'people' && series.phase === null && !isDisplaced(indicator.code),
  'food-security': ({ indicator, series }) => indicator.measure === 'people' && series.phase !== null,
  idps: ({ indicator, series }) => indicator.measure === 'people' && series.phase === null && isDisplaced(indicator.code),
};
const isDisplaced = (code: string) => /^IDPS?(-|$)/.test(code);

/** Whether a version has values of a shape. */
export const hasShape = ({ data }: Pick<ExportParts, 'data'>, shape: HapiShape): boolean => exportRows(data).some(FITS[shape]);

/** Values of a shape; what was nothing in the file is a row with an empty number, never 0. */
export function writeHapiCsv(parts: HapiParts, shape: HapiShape, hxl: boolean): Uint8Array {
  const columns = COLUMNS[shape];
  const shares = shape === 'food-security' ? sharesOf(parts) : null;
  const fraction = columns.findIndex(([heading]) => heading === 'population_fraction_in_phase');
  const rows = exportRows(parts.data)
    .filter(FITS[shape])
    .map((row) => {
      const cells = columns.map(([, , of]) => of(row, parts));
      if (shares) cells[fraction] = shares(row);
      return cells;
    });
  return toCsv([columns.map(([heading]) => heading), ...(hxl ? [columns.map(([, tag]) => tag)] : []), ...rows]);
}

/** Of the people of all phases of the same area and period, as the file counts them. */
function sharesOf({ data }: ExportParts): (row: ExportRow) => number | null {
  const indexOf = new Map(data.areas.map((area, i) => [area, i]));
  const key = ({ series, area }: ExportRow) =>
    JSON.stringify([series.indicator, series.status, series.type, series.period, series.analysis, series.dimensions, indexOf.get(area)]);
  const all = new Map(
    exportRows(data)
      .filter(({ series }) => series.phase === 'all')
      .map((row) => [key(row), row.value]),
  );
  return (row) => {
    const whole = all.get(key(row)) ?? null;
    return row.value === null || whole === null || whole === 0 ? null : Math.round((row.value / whole) * 10_000) / 10_000;
  };
}
