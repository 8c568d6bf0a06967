/** Rows of a table → values: each cell of a column of values with its series and area. Pure. */
import { conceptOf, codeOf } from '../../contract/indicators/concepts.ts';
import type { IndicatorRole, ValueRole } from '../../contract/indicators/columns.ts';
import type { Dimensions, Flag, ObservationPeriod, ObservationType, Phase, PopulationStatus } from '../../contract/indicators/terms.ts';
import { ALL_SECTORS } from '../../contract/indicators/indicators.ts';
import { cellText, type Cell } from '../../formats/tables/rawTable.ts';
import { parseNumber } from '../../formats/tables/numbers.ts';
import { readDate } from '../../matching/dates.ts';
import { isNothing } from '../columns/facts.ts';
import type { ReadTable } from '../columns/read.ts';
import { slug } from '../columns/values.ts';
import { ageOf, phaseOf, sexOf, statusOf, typeOf } from '../columns/words.ts';
import type { NumberStyle } from '../../contract/columns.ts';

/** What one cell measures, before it is known how often. */
export interface CellKey {
  /** Concept, or code of the list. */
  concept: string;
  sector: string | null;
  status: PopulationStatus;
  type: ObservationType;
  phase: Phase | null;
  period: ObservationPeriod | null;
  analysis: string | null;
  dimensions: Dimensions;
}

/** What the row says for all its values. */
export interface RowSaid {
  sector?: string;
  indicator?: string;
  status?: PopulationStatus;
  type?: ObservationType;
  phase?: Phase;
  analysis?: string;
  category?: string;
  sex?: 'f' | 'm';
  age?: string;
  group?: string;
  year?: number;
  periods: Map<ObservationType | '', ObservationPeriod>;
  /** Types of observation whose columns of dates are blank in this row. */
  without: Set<ObservationType>;
}

type Is = IndicatorRole['is'];

export interface RowReader {
  read(row: number): RowSaid;
  key(role: ValueRole, said: RowSaid): CellKey;
}

export interface RowKnowledge {
  sector(text: string): string | undefined;
  /** The code of the list that a text names. */
  listed(text: string): string | undefined;
}

/** @param isOwn whether a row is of the country: what others call their sectors says nothing here */
export function createRowReader({ columns, table }: ReadTable, known: RowKnowledge, isOwn: (row: number) => boolean = () => true): RowReader {
  const at = (is: Is) => columns.flatMap(({ role, column }) => (role.is === is ? [column] : []));
  const cell = (column: number, row: number): string => {
    const own = table.columns[column]!.cells[row] ?? null;
    return isNothing(own) ? '' : cellText(own);
  };
  const [sectors, analyses, types, phases, statuses, indicators, categories, sexes, ages, groups, years] = (
    ['sector', 'analysis', 'type', 'phase', 'status', 'indicator', 'category', 'sex', 'ageRange', 'groupName', 'year'] as const
  ).map(at);
  const first = (own: readonly number[] | undefined, row: number): string => {
    for (const column of own ?? []) {
      const text = cell(column, row);
      if (text) return text;
    }
    return '';
  };
  const sectorOf = createSectors(sectors!, Array.from({ length: table.rows }, (_, row) => row).filter(isOwn), cell, known);
  const spans = columns.flatMap(({ role, column }) => (role.is === 'start' || role.is === 'end' ? [{ is: role.is, type: role.type ?? '', column }] : [])) as {
    is: 'start' | 'end';
    type: ObservationType | '';
    column: number;
  }[];
  const day = (column: number, row: number): string | null => dayOf(table.columns[column]!.cells[row] ?? null);

  function readPeriods(row: number): Pick<RowSaid, 'periods' | 'without'> {
    const periods: RowSaid['periods'] = new Map();
    const without: RowSaid['without'] = new Set();
    for (const type of new Set(spans.map((each) => each.type))) {
      const [start] = spans.filter((each) => each.type === type && each.is === 'start');
      const [end] = spans.filter((each) => each.type === type && each.is === 'end');
      const from = start ? day(start.column, row) : null;
      const to = end ? day(end.column, row) : null;
      if (from || to) periods.set(type, { start: from ?? to!, end: to ?? from! });
      else if (type !== '') without.add(type);
    }
    return { periods, without };
  }

  return {
    read(row) {
      const said: RowSaid = readPeriods(row);
      const text = (own: readonly number[] | undefined) => first(own, row);
      const set = <Key extends keyof RowSaid>(key: Key, value: RowSaid[Key] | null | undefined) => {
        if (value !== null && value !== undefined && value !== '') said[key] = value;
      };
      set('sector', sectorOf(row));
      set('analysis', text(analyses));
      set('type', typeOf(text(types)));
      set('phase', phaseOf(text(phases)));
      set('status', toStatus(text(statuses)));
      set('indicator', text(indicators));
      set('category', text(categories));
      set('sex', sexOf(text(sexes)));
      set('age', text(ages));
      set('group', text(groups));
      const year = Number(text(years));
      if (year >= 1950 && year <= 2100) said.year = year;
      return said;
    },
    key(role, said) {
      const type = role.type ?? said.type ?? 'observed';
      const named = said.indicator === undefined ? undefined : (known.listed(said.indicator) ?? slug(said.indicator));
      const isOfSector = conceptOf(role.indicator) === undefined || role.indicator === 'PEOPLE' || role.indicator === 'SEVERITY';
      const year = said.year === undefined ? null : { start: `${said.year}-01-01`, end: `${said.year}-12-31` };
      return {
        concept: named ?? role.indicator,
        sector: named === undefined && isOfSector ? (said.sector ?? role.sector) : role.sector,
        status: said.status ?? role.status,
        type,
        phase: role.phase ?? said.phase ?? null,
        period: said.periods.get(type) ?? said.periods.get('') ?? year,
        analysis: said.analysis ?? null,
        dimensions: dimensionsOf(role, said),
      };
    },
  };
}

const toStatus = (text: string): PopulationStatus | null =>
  /^(all|INN|TGT|AFF|REA)$/i.test(text) ? (text.toLowerCase() === 'all' ? 'all' : (text.toUpperCase() as 'INN')) : statusOf(text);

/** ISO day of a cell; null where it says none. */
export function dayOf(cell: Cell): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== 'string' || !/\d{4}/.test(cell)) return null;
  const read = readDate(cell);
  return 'iso' in read ? read.iso.slice(0, 10) : null;
}

/**
 * Codes and names of sectors of a row. A code that several names share is that of the one that is called like it, or comes first; the others are told
 * apart by their own names: "General Protection" beside "Protection (overall)".
 */
function createSectors(
  columns: readonly number[],
  rows: readonly number[],
  cell: (column: number, row: number) => string,
  known: RowKnowledge,
): (row: number) => string | null {
  if (columns.length === 0) return () => null;
  const pair = (row: number) => columns.map((column) => cell(column, row));
  const codeOfRow = (texts: readonly string[]): string | null => {
    const [code] = texts.filter((text) => /^[A-Z]{2,4}(-[A-Z]{2,4})?$/.test(text));
    if (code) return code === ALL_SECTORS ? ALL_SECTORS : (known.sector(code) ?? code);
    for (const text of texts) {
      const found = text === '' ? undefined : known.sector(text);
      if (found) return found;
    }
    const named = texts.find(Boolean);
    return named === undefined ? null : /^(all|intersector\w*|total|ensemble|tous)$/i.test(named) ? ALL_SECTORS : slug(named);
  };
  const labels = new Map<string, Map<string, number>>();
  const own = new Map(
    rows.map((row) => {
      const texts = pair(row);
      const code = codeOfRow(texts);
      const label = texts.filter((text) => text !== code && text !== '').join(' / ');
      if (code !== null) {
        const names = labels.get(code) ?? new Map<string, number>();
        labels.set(code, names.set(label, (names.get(label) ?? 0) + 1));
      }
      return [row, { code, label }] as const;
    }),
  );
  const main = new Map(
    [...labels].map(([code, names]) => {
      const overall = [...names.keys()].find((name) => /\boverall\b|\(all\)/i.test(name));
      return [code, overall ?? [...names].toSorted((a, b) => b[1] - a[1])[0]![0]] as const;
    }),
  );
  return (row) => {
    const { code, label } = own.get(row)!;
    if (code === null || main.get(code) === label) return code;
    return label === '' ? code : slug(label).slice(0, 20);
  };
}

/** "Children - Male - IDP" is an age, a sex and a group; what it says as a whole stays beside them. */
function dimensionsOf(role: ValueRole, said: RowSaid): Dimensions {
  const parts = said.category === undefined || /^(total|all|overall|tous)$/i.test(said.category) ? [] : said.category.split(/\s+-\s+/);
  const sex = role.sex ?? said.sex ?? parts.map(sexOf).find(Boolean);
  const age = role.age ?? said.age ?? parts.map(ageOf).find(Boolean);
  const rest = parts.filter((part) => !sexOf(part) && !ageOf(part));
  const group = role.group ?? said.group ?? (rest.length > 0 ? rest.join(' - ') : undefined);
  return {
    ...(sex ? { sex } : {}),
    ...(age ? { age } : {}),
    ...(group ? { group } : {}),
    ...(parts.length > 0 ? { category: said.category! } : {}),
  };
}

export interface ReadCell {
  value: number | null;
  flag: Flag;
  /** A text that is neither a number nor a word for nothing. */
  text?: string;
}

/** Nothing is no data and never zero; what cannot be read is no data and is told. */
export function readCell(cell: Cell, style: NumberStyle): ReadCell {
  if (isNothing(cell)) return { value: null, flag: 'noData' };
  const parsed = parseNumber(cell, style);
  if (parsed.is === 'number') return { value: parsed.value, flag: parsed.value === 0 ? 'zero' : 'given' };
  const text = cellText(cell);
  if (/^[<≤]\s*\d+$/.test(text)) return { value: null, flag: 'suppressed' };
  const percent = /^(.+?)\s*%$/.exec(text);
  const share = percent ? parseNumber(percent[1]!, style) : null;
  if (share?.is === 'number') return { value: share.value / 100, flag: share.value === 0 ? 'zero' : 'given' };
  return { value: null, flag: 'noData', text };
}

/** Code of what a cell measures. */
export const indicatorCodeOf = ({ concept, sector }: Pick<CellKey, 'concept' | 'sector'>): string => codeOf(concept, sector);
