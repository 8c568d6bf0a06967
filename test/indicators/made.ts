/** Values of indicators in a country of two regions with three districts each, made by hand so that every number can be checked by heart. */
import { CONCEPTS } from '../../server/contract/indicators/concepts.ts';
import type { IndicatorData, MeasuredIndicator, Series, StatedArea } from '../../server/contract/indicators/data.ts';
import { FLAGS, PHASES, type Flag } from '../../server/contract/indicators/terms.ts';
import type { AdminLevel, DatasetId, Pcode, VersionTag } from '../../server/contract/ids.ts';
import { keyOf, type NamedUnit } from '../../server/indicators/exports/rows.ts';
import { openSource } from '../../server/indicators/shown/source.ts';

export const DISTRICTS = ['XN0101', 'XN0102', 'XN0103', 'XN0201', 'XN0202', 'XN0203'];
export const UNITS: ReadonlyMap<string, NamedUnit> = new Map(
  [
    { level: 0 as AdminLevel, pcode: 'XN', name: 'Xanadu', parent: null },
    ...['XN01', 'XN02'].map((pcode) => ({ level: 1 as AdminLevel, pcode, name: `Region ${pcode}`, parent: 'XN' })),
    ...DISTRICTS.map((pcode) => ({ level: 2 as AdminLevel, pcode, name: `District ${pcode}`, parent: pcode.slice(0, 4) })),
  ].map((unit) => [keyOf(unit.level, unit.pcode), unit]),
);

const indicator = (stem: string, sector: string | null): MeasuredIndicator => {
  const { code, kind, measure, unit, additive, time, direction, classes } = CONCEPTS.find((each) => each.code === stem)!;
  return { code: sector ? `${code}-${sector}` : code, state: 'proposed', title: {}, sector, kind, measure, unit, additive, time, direction, classes };
};
export const YEAR = { start: '2025-01-01', end: '2025-12-31' };

type Cell = number | null | Flag;
/** Values in the order of the districts; a number, or a flag without one. */
export interface MadeSeries {
  stem: string;
  sector: string | null;
  more?: Partial<Omit<Series, 'indicator'>>;
  cells: readonly Cell[];
  /** Of the area that is no unit. */
  apart?: number;
  /** Of regions, where the file states them itself. */
  regions?: readonly Cell[];
}

const phases = (rows: readonly (readonly number[])[]): MadeSeries[] =>
  PHASES.map((phase, at) => ({ stem: 'IPC', sector: null, more: { phase }, cells: rows.map((row) => row[at]!) }));

/** `all, 1, 2, 3, 4, 5, 3+` of each district: phase 1, 2, 3, 4, 5 and, at exactly a fifth, 3. */
export const IPC_ROWS = [
  [100, 90, 10, 0, 0, 0, 0],
  [100, 50, 40, 10, 0, 0, 10],
  [200, 80, 60, 60, 0, 0, 60],
  [100, 20, 20, 30, 30, 0, 60],
  [100, 0, 0, 20, 40, 40, 100],
  [100, 50, 30, 15, 5, 0, 20],
];

export const MADE: MadeSeries[] = [
  { stem: 'PEOPLE', sector: 'ALL', more: { status: 'INN' }, cells: [10, 20, 'noData', 0, 40, 50.5], apart: 7 },
  { stem: 'PEOPLE', sector: 'FSC', more: { status: 'INN' }, cells: [5, 10, 15, 20, 25, 30] },
  { stem: 'PEOPLE', sector: 'WSH', more: { status: 'INN' }, cells: [1, 2, 3, 4, 5, 6] },
  { stem: 'PEOPLE', sector: 'FSC', more: { status: 'TGT' }, cells: [1, 1, 1, 1, 1, 1] },
  { stem: 'PEOPLE', sector: 'ALL', more: { status: 'all' }, cells: [100, 100, 100, 100, 100, 101] },
  { stem: 'SEVERITY', sector: null, cells: [1, 2, 3, 4, 5, 2.5] },
  ...phases(IPC_ROWS),
  { stem: 'PEOPLE', sector: 'NUT', more: { status: 'INN' }, cells: [], regions: [300, 'noData'] },
  { stem: 'IDP', sector: null, more: { dimensions: { sex: 'f' } }, cells: [1, 1, 1, 1, 1, 1] },
  { stem: 'IDP', sector: null, more: { dimensions: { sex: 'm' } }, cells: [2, 2, 2, 2, 2, 2] },
];

export function makeData(made: readonly MadeSeries[] = MADE, period = YEAR): IndicatorData {
  const base = { method: 'code' as StatedArea['method'], score: 1, within: null, reason: null, shares: [], question: null, rows: 1 };
  const unit = (level: AdminLevel, pcode: string): StatedArea => {
    const name = UNITS.get(keyOf(level, pcode))!.name;
    return { ...base, name, level, stated: [{ level, code: pcode, name }], pcode: pcode as Pcode, unitLevel: level };
  };
  const areas: StatedArea[] = [
    ...DISTRICTS.map((pcode) => unit(2, pcode)),
    ...['XN01', 'XN02'].map((pcode) => unit(1, pcode)),
    { ...base, name: '=Camp, "North"', level: 2, stated: [], pcode: null, unitLevel: null, method: 'none', score: 0, reason: 'site', within: 'XN01' as Pcode },
  ];
  const indicators: MeasuredIndicator[] = [];
  const series: Series[] = [];
  const values: IndicatorData['values'] = { series: [], area: [], value: [], flag: [], sheet: [], row: [], column: [] };
  for (const { stem, sector, more = {}, cells, apart, regions = [] } of made) {
    const own = indicator(stem, sector);
    let at = indicators.findIndex(({ code }) => code === own.code);
    if (at < 0) at = indicators.push(own) - 1;
    const none = { status: 'all', type: 'observed', analysis: null, phase: null, dimensions: {}, numerator: null, denominator: null, headings: [] } as const;
    const index = series.push({ ...none, period, ...more, indicator: at, headings: [] }) - 1;
    const add = (area: number, cell: Cell) => {
      const [value, flag]: [number | null, Flag] = typeof cell === 'number' ? [cell, cell === 0 ? 'zero' : 'given'] : [null, cell ?? 'noData'];
      values.series.push(index);
      values.area.push(area);
      values.value.push(value);
      values.flag.push(FLAGS.indexOf(flag));
      values.sheet.push(0);
      values.row.push(area + 2);
      values.column.push(index);
    };
    cells.forEach((cell, i) => add(i, cell));
    regions.forEach((cell, i) => add(DISTRICTS.length + i, cell));
    if (apart !== undefined) add(areas.length - 1, apart);
  }
  return {
    spec: 1,
    dataset: 'indicators-xna' as DatasetId,
    boundaries: { dataset: 'cod-ab-xna' as DatasetId, version: 'v01' as VersionTag },
    list: null,
    sheets: [],
    period,
    indicators,
    series,
    areas,
    values,
    repeats: 'once',
    rows: { read: 0, blank: 0, dropped: {}, otherCountries: {}, placed: {}, notPlaced: 0, needReview: 0 },
    questions: [],
    repairs: [],
    columnsRead: [],
    columnQuestions: [],
    profiles: [],
  };
}

export const makeSource = (data = makeData()) => openSource({ dataset: 'indicators-xna' as DatasetId, version: 'v01' as VersionTag }, data, UNITS);
