/** What every file of indicators is written from: one value for each series and stated area, with the unit that it is and those above it. Pure. */
import type { IndicatorData, MeasuredIndicator, Series, StatedArea } from '../../contract/indicators/data.ts';
import { FLAGS, type Flag } from '../../contract/indicators/terms.ts';
import type { AdminLevel } from '../../contract/ids.ts';

/** A unit of the boundaries, as files name it. */
export interface NamedUnit {
  level: AdminLevel;
  pcode: string;
  name: string;
  /** Code of the unit at the level above; null of the country. */
  parent: string | null;
}

/** Units by level and code (`keyOf`). */
export type NamedUnits = ReadonlyMap<string, NamedUnit>;
export const keyOf = (level: number, pcode: string): string => `${level}:${pcode}`;

/** What is asked of all files: the data and the units of the boundaries that they were placed on. */
export interface ExportParts {
  data: IndicatorData;
  units: NamedUnits;
  /** ISO 3166-1 alpha-3. */
  country: string;
}

export interface ExportRow {
  series: Series;
  /** Index of it. */
  at: number;
  indicator: MeasuredIndicator;
  area: StatedArea;
  /** As it was read, unrounded; parts of one unit (sites) added. null where nothing was written. */
  value: number | null;
  flag: Flag;
}

/** In the order of the file. Rows of parts of one unit (`repeats: sites`) are one value. */
export function exportRows({ indicators, series, areas, values, repeats }: IndicatorData): ExportRow[] {
  const rows = new Map<number, ExportRow>();
  for (const [i, at] of values.series.entries()) {
    const area = values.area[i]!;
    const key = at * areas.length + area;
    const [value, flag] = [values.value[i]!, FLAGS[values.flag[i]!]!];
    const known = rows.get(key);
    if (!known) {
      const own = series[at]!;
      rows.set(key, { series: own, at, indicator: indicators[own.indicator]!, area: areas[area]!, value, flag });
    } else if (repeats === 'sites' && value !== null) {
      const isFirst = known.value === null;
      known.value = (known.value ?? 0) + value;
      // Nothing in one site and a number in another is a number.
      if (isFirst || known.flag === 'zero') known.flag = flag;
    }
  }
  return [...rows.values()];
}

/** Columns of the units from level 1 to 3, with their tags. */
export const CHAIN_COLUMNS: readonly [heading: string, tag: string][] = [
  ['adm1_code', '#adm1+code'],
  ['adm1_name', '#adm1+name'],
  ['adm2_code', '#adm2+code'],
  ['adm2_name', '#adm2+name'],
  ['adm3_code', '#adm3+code'],
  ['adm3_name', '#adm3+name'],
];

/** The unit that an area is and those above it, by level; empty where it is none. */
export function chainOf(area: Pick<StatedArea, 'pcode' | 'unitLevel' | 'within'>, units: NamedUnits): { [Level in AdminLevel]?: NamedUnit } {
  const chain: { [Level in AdminLevel]?: NamedUnit } = {};
  if (area.pcode === null || area.unitLevel === null) return chain;
  for (let unit = units.get(keyOf(area.unitLevel, area.pcode)); unit;) {
    chain[unit.level] = unit;
    unit = unit.parent === null || unit.level === 0 ? undefined : units.get(keyOf(unit.level - 1, unit.parent));
  }
  return chain;
}

/** As the file states it at a level; null where it does not. */
export const statedName = ({ stated }: StatedArea, level: AdminLevel): string | null => stated.find((cell) => cell.level === level)?.name ?? null;

/** The words of a series that its other columns do not say: the file's own category, or what divides it. */
export function categoryOf({ dimensions: { sex, age, group, disability, category } }: Series): string {
  if (category !== undefined) return category;
  return [group, age, sex, disability ? 'disability' : undefined].filter((part) => part !== undefined).join(' - ');
}

/** In English, else in whatever language there is, else its code. */
export const titleIn = ({ title, code }: Pick<MeasuredIndicator, 'title' | 'code'>, lang: string): string =>
  title[lang] ?? title['en'] ?? Object.values(title)[0] ?? code;
