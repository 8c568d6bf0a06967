/** Population tables as they came → levels in columns: which sheets hold population, of which level and year. cod.md §3.1–§3.2. */
import type { NumberStyle } from '../../contract/columns.ts';
import type { Clause, Finding } from '../../contract/finding.ts';
import { NO_COUNTRY, type AdminLevel, type Iso3 } from '../../contract/ids.ts';
import { ADMIN_LEVELS } from '../../contract/ids.ts';
import { InputError } from '../../errors.ts';
import type { PcodeIndex } from '../../matching/pcodes.ts';
import { findPcode } from '../../matching/pcodes.ts';
import { asClause, clause } from '../../words/clauses.ts';
import { sayClause } from '../../words/words.ts';
import { finding, type FindingCode } from '../../words/findings.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { iso2Of } from '../../matching/countries.ts';
import { toGroup } from './columns.ts';
import type { PopulationRole } from './columns.ts';
import { gatherLevels, toYear } from './levels.ts';
import type { TableRoles } from './levels.ts';
import type { NormalizedPopulation, PopulationLevel } from './model.ts';
import { findNumberStyle, parseNumber } from '../../formats/tables/numbers.ts';
import type { NumberDoubt, NumberReading } from './numberStyles.ts';
import { readNumberStyles } from './numberStyles.ts';
import type { SaidColumns } from './roles.ts';
import { readRoles, toReadings, verbatimItem } from './roles.ts';
import { columnsUsed } from './roleWords.ts';
import { readLongBands } from './longBands.ts';
import { askColumns, askNumbers } from './questions.ts';
import { findOtherYears, findRepeats, partRepeats } from './repeats.ts';

export interface PopulationOptions {
  country: Iso3;
  /** ISO date; of several years the latest that is not later than this is taken. */
  today: string;
  /** Codes of the boundaries: tells the level of a table that does not say it. */
  index: PcodeIndex | null;
  /** What people said of the columns. */
  said?: SaidColumns | undefined;
  /** Totals of the country in the version before, by level: they tell thousands from decimals. */
  knownTotals?: number[] | undefined;
}

/** Throws InputError where no table gives a level with numbers of the country: a version without levels would be a draft of nothing. */
export function normalizePopulation(tables: RawTable[], options: PopulationOptions): NormalizedPopulation {
  const result: NormalizedPopulation = {
    country: options.country,
    levels: [],
    repeated: [],
    unusable: [],
    ignored: [],
    ignoredColumns: [],
    columns: [],
    questions: [],
    otherCountries: 0,
    earlierYears: 0,
    stated: new Map(),
    findings: [...new Set(tables.flatMap((table) => table.findings))],
  };
  const doubtful: TableRoles[] = [];
  for (const table of tables) {
    const where = { file: table.file, sheet: table.sheet };
    if (table.hidden) {
      result.ignored.push({ ...where, reason: 'hidden' });
      continue;
    }
    const roles = understand(table, options, result);
    if (roles === null) continue;
    // What the other tables say first: their totals may tell how this one writes numbers.
    if (roles.numbers.doubt) doubtful.push(roles);
    else addLevels(roles, result);
  }
  for (const roles of doubtful) {
    const known = [...(options.knownTotals ?? []), ...result.levels.flatMap((level) => totalOfLevel(level) ?? [])];
    const numbers = readNumbers(roles.table, roles.groups, known, roles.saidNumbers);
    if (numbers.doubt) {
      result.findings.push(...numbersFinding(roles.table, numbers.doubt));
      result.questions.push(askNumbers(roles.table, numbers.doubt));
    }
    addLevels({ ...roles, numbers }, result);
  }
  result.levels.sort((a, b) => a.level - b.level);
  if (result.levels.length === 0) throw nothingFound(tables, result, options.country);
  addReadingFindings(tables, result);
  return result;
}

function addLevels(roles: TableRoles, result: NormalizedPopulation): void {
  const { table } = roles;
  for (const level of gatherLevels(roles)) {
    settleYear(level, table, roles.roles);
    if (result.levels.some((other) => other.level === level.level)) result.repeated.push({ file: table.file, sheet: table.sheet, level: level.level });
    else result.levels.push(level);
  }
}

/** Of the groups of one level, the total: `T_TL`, else women and men. */
function totalOfLevel({ groups, values }: PopulationLevel): number | null {
  const sum = (key: string) => {
    const at = groups.findIndex((group) => group.key === key);
    return at < 0 ? null : values[at]!.reduce((all, value) => all + (Number.isNaN(value) ? 0 : value), 0);
  };
  const [women, men] = [sum('F_TL'), sum('M_TL')];
  return sum('T_TL') ?? (women !== null && men !== null ? women + men : null);
}

function readNumbers(table: RawTable, groups: TableRoles['groups'], known: number[], said: ReadonlyMap<number, NumberStyle>): NumberReading {
  const totals = groups.filter(({ group }) => group.key === 'T_TL').map(({ column }) => column);
  return readNumberStyles(
    table,
    groups.map(({ column }) => column),
    totals,
    known,
    said,
  );
}

function numbersFinding(table: RawTable, { sample, asThousands, asDecimals, cells }: NumberDoubt): Finding[] {
  const params = { sheet: table.sheet, sample, thousands: asThousands, decimals: asDecimals };
  return finding('population.numbers-doubt', 'warning', null, [verbatimItem(`population.numbers-doubt/${table.file}/${table.sheet}`, sample)], params, cells);
}

/** Roles of all columns of a population table; null where the table is none (and is then listed as ignored or unusable). */
function understand(table: RawTable, options: PopulationOptions, result: NormalizedPopulation): TableRoles | null {
  const where = { file: table.file, sheet: table.sheet };
  const read = readRoles(table, options.said ?? { asked: [], remembered: [] }, options.index, options.today);
  const { roles } = read;
  const dimensions = roles.some((role) => role.is === 'sex' || role.is === 'ageRange' || role.is === 'ageMin' || role.is === 'groupName');
  const code = roles.some((role) => role.is === 'pcode');
  if (code && !roles.some((role) => role.is === 'group')) useYearColumns(table, roles, options.today);
  const latest = latestYear(roles, options.today);
  const groups = roles.flatMap((role, column) =>
    role.is === 'group' && (role.year === null || latest === null || role.year === latest) && isNumeric(table, column, role)
      ? [{ column, group: role.group }]
      : [],
  );
  const bad = roles.find((role) => role.is === 'badBand');
  if (groups.length > 0 && code) {
    result.columns.push(...toReadings(table, read));
    result.findings.push(...read.findings);
    result.questions.push(...askColumns(table, read));
  }
  if (groups.length === 0 && !bad) {
    result.ignored.push({ ...where, reason: 'no-population' });
    readStatements(table, result.stated);
    return null;
  }
  if (bad) result.unusable.push({ ...where, code: 'population.bad-band', heading: bad.heading });
  if (groups.length === 0) return null;
  if (!code) {
    // A metadata sheet may have one column called "Total"; a population table has several, or people in each row.
    if (groups.length >= 3 || table.format === 'csv')
      result.unusable.push({ ...where, code: 'population.no-code-column', heading: table.header.names.filter(Boolean).slice(0, 8).join(', ') });
    else result.ignored.push({ ...where, reason: 'no-population' });
    return null;
  }
  // Single bad cells are listed in the draft; a table whose number columns are all words is no population.
  if (groups.every(({ column }) => isMostlyText(table, column))) {
    result.unusable.push({ ...where, code: 'population.text-columns', heading: headingsOf(table, groups) });
    return null;
  }
  const { distinct, repeats } = partRepeats(groups);
  const explained = (role: PopulationRole) => role.is === 'group' && role.year !== null && role.year !== latest;
  const ignored = table.columns.flatMap((column, c) =>
    column.name !== '' && (roles[c]!.is === 'other' || (roles[c]!.is === 'group' && !explained(roles[c]!) && !groups.some((entry) => entry.column === c)))
      ? [column.name]
      : [],
  );
  if (ignored.length > 0) result.ignoredColumns.push({ ...where, headings: ignored });
  const isOurs = countryFilter(table, roles, options.country);
  const all = Array.from({ length: table.rows }, (_, row) => row).filter(isOurs);
  result.otherCountries += table.rows - all.length;
  const isLatest = latestRows(table, roles, all);
  const ours = all.filter(isLatest);
  result.earlierYears += all.length - ours.length;
  if (ours.length === 0) return null;
  result.findings.push(...findOtherYears(table, roles, latest), ...findRepeats(table, repeats, ours));
  const levelOf = levelReader(table, roles, ours, options.index);
  if (levelOf === null) {
    result.unusable.push({ ...where, code: 'population.unknown-level', heading: table.columns[roles.findIndex((role) => role.is === 'pcode')]!.name });
    return null;
  }
  const { bands, findings } = readLongBands(table, roles);
  result.findings.push(...findings);
  const numbers = readNumbers(table, distinct, options.knownTotals ?? [], read.numbers);
  return {
    table,
    roles,
    groups: distinct,
    isLong: dimensions,
    levelOf,
    isOurs: (row) => isOurs(row) && isLatest(row),
    numbers,
    saidNumbers: read.numbers,
    source: read.source,
    bands,
  };
}

/** Headings that are years ("2020", "2021") are totals of those years in a table that has codes and nothing else. */
function useYearColumns(table: RawTable, roles: PopulationRole[], today: string): void {
  for (const [c, column] of table.columns.entries()) {
    if (/^(19|20|21)\d\d$/.test(column.name) && Number(column.name) <= Number(today.slice(0, 4)) + 30)
      roles[c] = { is: 'group', group: toGroup('t', null, null, column.name), year: Number(column.name) };
  }
}

/** Of columns for several years, the latest that has come; null where headings state no year. */
function latestYear(roles: PopulationRole[], today: string): number | null {
  const stated = roles.flatMap((role) => (role.is === 'group' && role.year !== null ? [{ year: role.year, isPart: role.group.other !== null }] : []));
  // Refugees of 2025 beside the population of 2024 make it no older.
  const own = stated.filter(({ isPart }) => !isPart);
  const years = [...new Set((own.length > 0 ? own : stated).map(({ year }) => year))].sort((a, b) => a - b);
  return years.findLast((year) => year <= Number(today.slice(0, 4))) ?? years[0] ?? null;
}

/** A column with a standard heading counts even when all its cells are wrong; one with another heading must hold numbers. */
function isNumeric(table: RawTable, column: number, role: PopulationRole & { is: 'group' }): boolean {
  if (role.group.other === null && /^[fmt]_/i.test(role.group.heading)) return true;
  const cells = table.columns[column]!.cells.slice(0, 500).filter((cell) => cellText(cell) !== '');
  return cells.length === 0 ? role.group.other === null : !isMostlyText(table, column);
}

function isMostlyText(table: RawTable, column: number): boolean {
  const cells = table.columns[column]!.cells.slice(0, 500).filter((cell) => cellText(cell) !== '');
  const style = findNumberStyle(cells);
  return cells.filter((cell) => parseNumber(cell, style).is === 'text').length > cells.length / 2;
}

function headingsOf(table: RawTable, groups: { column: number }[]): string {
  return groups
    .slice(0, 8)
    .map(({ column }) => table.columns[column]!.name)
    .join(', ');
}

/** ISO 3166 leaves XX… to its users: a check of files whose country nobody named takes all rows. */

function countryFilter(table: RawTable, roles: PopulationRole[], country: Iso3): (row: number) => boolean {
  const column = roles.findIndex((role) => role.is === 'country');
  if (column < 0 || country === NO_COUNTRY) return () => true;
  const cells = table.columns[column]!.cells;
  const wanted = new Set<string>([country, iso2Of(country) ?? country]);
  // A column of names or numbers cannot tell countries apart.
  if (!cells.some((cell) => /^[A-Za-z]{2,3}$/.test(cellText(cell)))) return () => true;
  return (row) => {
    const text = cellText(cells[row]!).toUpperCase();
    return text === '' || wanted.has(text);
  };
}

/** In a time series the latest year of each unit counts: years added up would be no population. */
function latestRows(table: RawTable, roles: PopulationRole[], rows: number[]): (row: number) => boolean {
  const yearColumn = roles.findIndex((role) => role.is === 'year');
  if (yearColumn < 0) return () => true;
  const codeColumns = roles.flatMap((role, column) => (role.is === 'pcode' ? [column] : []));
  const unitOf = (row: number) => codeColumns.map((column) => cellText(table.columns[column]!.cells[row]!)).join('|');
  const years = table.columns[yearColumn]!.cells.map(toYear);
  const latest = new Map<string, number>();
  for (const row of rows) latest.set(unitOf(row), Math.max(latest.get(unitOf(row)) ?? 0, years[row] ?? 0));
  // Rows without any code are no unit that could have a later year.
  latest.delete(codeColumns.map(() => '').join('|'));
  return (row) => years[row] === null || years[row]! >= (latest.get(unitOf(row)) ?? 0);
}

/** How the level of a row is known: columns by level, a level column, the name of sheet or file, or the codes themselves; null where nothing tells. */
function levelReader(table: RawTable, roles: PopulationRole[], rows: number[], index: PcodeIndex | null): ((row: number) => AdminLevel | null) | null {
  const generic = roles.findIndex((role) => role.is === 'pcode' && role.level === null);
  const levelled = roles.some((role) => role.is === 'pcode' && role.level !== null);
  const levelColumn = roles.findIndex((role) => role.is === 'level');
  if (generic >= 0 && levelColumn >= 0) {
    const cells = table.columns[levelColumn]!.cells;
    return (row) => toLevel(/(?:^|\D)([0-5])(?:\D|$)/.exec(cellText(cells[row]!))?.[1]);
  }
  if (levelled) return () => null;
  const stated = /adm(?:in)?[\s_-]*([0-5])/i.exec(table.sheet)?.[1] ?? /adm(?:in)?[\s_-]*([0-5])/i.exec(table.file)?.[1];
  if (stated !== undefined) return () => toLevel(stated);
  if (index === null) return null;
  const sample = rows.slice(0, 200).map((row) => cellText(table.columns[generic]!.cells[row]!));
  const hits = ADMIN_LEVELS.map((level) => ({ level, hits: sample.filter((code) => findPcode(index, code, level)).length })).sort((a, b) => b.hits - a.hits);
  return hits[0]!.hits >= sample.length / 2 ? () => hits[0]!.level : null;
}

function toLevel(text: string | undefined): AdminLevel | null {
  return text === undefined ? null : (Number(text) as AdminLevel);
}

/** Precedence of cod.md Q15: year column, headings, name of sheet or file, texts above the table. */
function settleYear(level: PopulationLevel, table: RawTable, roles: PopulationRole[]): void {
  if (level.year !== null) return;
  const heading = roles.flatMap((role) => (role.is === 'group' && role.year !== null && level.groups.includes(role.group) ? [role.year] : [])).at(-1);
  const find = (text: string) => /(?:^|\D)((?:19[5-9]|20\d)\d)(?!\d)/.exec(text)?.[1];
  const found = [
    ['heading', heading === undefined ? undefined : String(heading)],
    ['sheet', table.format === 'xlsx' ? find(table.sheet) : undefined],
    ['file', find(table.file.replace(/\d{8}/g, (day) => day.slice(0, 4)))],
    ['preamble', table.preamble.map(find).find(Boolean)],
  ] as const;
  const [from, year] = found.find(([, text]) => text !== undefined) ?? [null, undefined];
  if (year === undefined) return;
  level.year = Number(year);
  level.yearFrom = from;
  level.years = [level.year];
}

/** Key and value columns of a metadata sheet: source, contributor, methodology, caveats, licence. */
function readStatements(table: RawTable, stated: Map<string, string>): void {
  if (table.columns.length < 2) return;
  const rows = [
    table.header.names,
    ...Array.from({ length: Math.min(table.rows, 100) }, (_, row) => table.columns.map((column) => cellText(column.cells[row]!))),
  ];
  for (const row of rows) {
    const [key = '', value = ''] = row.filter(Boolean);
    if (
      /^(source|sources|contributor|methodology|methodologie|méthodologie|caveats?|comments?|licen[cs]e|date of dataset|reference year)\b/i.test(key) &&
      value.length > 1 &&
      !stated.has(key.toLowerCase())
    )
      stated.set(key.toLowerCase().replace(/\W+$/, ''), value.slice(0, 2000));
  }
}

function addReadingFindings(tables: RawTable[], result: NormalizedPopulation): void {
  const add = (code: FindingCode, items: (string | Clause)[], params: Record<string, string | number>, count = items.length) => {
    const drafts = items.map(asClause).map((detail) => ({ id: `${code}/${sayClause(detail, 'en')}`, pcodes: [], rows: [], clause: detail }));
    result.findings.push(...finding(code, 'info', null, drafts, params, count));
  };
  add(
    'population.sheets-ignored',
    result.ignored.map(({ file, sheet, reason }) =>
      reason === 'hidden' ? clause('population.hidden-sheet', { sheet: `${file}, ${sheet}` }) : `${file}, ${sheet}`,
    ),
    {},
  );
  add(
    'population.columns-ignored',
    result.ignoredColumns.flatMap(({ sheet, headings }) => headings.map((heading) => `${sheet}: ${heading}`)),
    {},
  );
  add(
    'population.rows-left-out',
    tables.flatMap((table) =>
      table.droppedRows.map(({ reason, rowNumber, text }) => clause('population.left-out', { sheet: table.sheet, row: rowNumber, reason, text })),
    ),
    {},
    tables.reduce((sum, { dropped }) => sum + dropped.total + dropped.instruction + dropped.repeatedHeader, 0),
  );
  result.findings.push(...columnsUsed(result.columns));
  add('population.other-countries', [], { country: result.country }, result.otherCountries);
  add('population.earlier-years', [], {}, result.earlierYears);
}

function nothingFound(tables: RawTable[], result: NormalizedPopulation, country: Iso3): InputError {
  const files = [...new Set(tables.map((table) => table.file))].join(', ');
  if (result.otherCountries > 0)
    return new InputError(
      'population.wrong-country',
      `${files} has population for other countries (${result.otherCountries} rows) and none for ${country}. Check the country.`,
    );
  const seen = result.unusable
    .slice(0, 5)
    .map(({ file, sheet, code, heading }) => `${file.includes(sheet) ? file : `${file}, ${sheet}`} has ${WHY_UNUSABLE[code]} (${heading})`);
  return new InputError(
    'population.not-found',
    `No table of ${files} has population: a column of P-codes (ADM1_PCODE, admin2Pcode) and columns of numbers (T_TL, F_00_04, Total) were looked for.${seen.length > 0 ? ` ${seen.join('; ')}.` : ''} Check the header row and add what is missing.`,
  );
}

const WHY_UNUSABLE: Record<NormalizedPopulation['unusable'][number]['code'], string> = {
  'population.no-code-column': 'numbers but no P-code column',
  'population.bad-band': 'an age band that ends before it begins',
  'population.unknown-level': 'codes that do not say their admin level: name it in the heading (ADM2_PCODE) or in the file name',
  'population.text-columns': 'text where there should be numbers of people',
};
