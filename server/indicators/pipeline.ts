/** An upload of indicators from bytes to values, report and files: read → columns → places → values → checks. Pure: no clock, no disk, no catalogue. */
import { applyExceptions } from '../checks/exceptions.ts';
import { runChecks, toReport } from '../checks/run.ts';
import type { Gazetteer } from '../contract/admin.ts';
import type { FindingException, ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../contract/ids.ts';
import type { IndicatorAnswers, LayoutProfile } from '../contract/indicators/columns.ts';
import type { IndicatorData, IndicatorSheet, IndicatorSummary } from '../contract/indicators/data.ts';
import type { Indicator } from '../contract/indicators/indicators.ts';
import type { Layout, ObservationPeriod } from '../contract/indicators/terms.ts';
import { QuestionError } from '../errors.ts';
import type { UploadFile } from '../formats/raw.ts';
import { readTables } from '../formats/tables/table.ts';
import type { RawTable } from '../formats/tables/rawTable.ts';
import { foldName } from '../matching/fold.ts';
import { createPlaceMatcher } from '../matching/places.ts';
import { findPcode, indexPcodes, toRepair, toRetired, type Recoded, type Retired } from '../matching/pcodes.ts';
import { createSectorTable } from '../matching/sectors.ts';
import { isTransliterated } from '../matching/transliteration.ts';
import { problemText } from '../words/problems.ts';
import type { IndicatorContext } from './checks/context.ts';
import { indicatorChecks } from './checks/list.ts';
import type { Known } from './columns/facts.ts';
import { readTable, type ReadTable } from './columns/read.ts';
import { countAreas, type AreaDecision } from './normalize/areas.ts';
import { normalizeTables, type Normalized } from './normalize/data.ts';
import { hasPlaces, layoutOf } from './normalize/layout.ts';
import { totalsOf } from './normalize/totals.ts';

export interface IndicatorGround {
  dataset: DatasetId;
  version: VersionTag;
  levels: Gazetteer['levels'];
  /** What became of codes of the version before. */
  before?: { version: string; recoded: Recoded; retired: Retired } | null;
}

export interface IndicatorOptions {
  country: Iso3;
  dataset: DatasetId | null;
  sha256: string;
  /** null where the country has none here: nothing is placed then, and the report says so. */
  boundaries: IndicatorGround | null;
  /** Text of data/sectors.csv. */
  sectors: string;
  listed: readonly Indicator[];
  list: string | null;
  decisions: ReadonlyMap<string, AreaDecision>;
  /** Layouts that were understood before. */
  profiles: readonly LayoutProfile[];
  previous: IndicatorData | null;
  answers: IndicatorAnswers;
  encoding?: string | undefined;
  exceptions?: FindingException[] | undefined;
}

export interface IndicatorIngest {
  data: IndicatorData;
  summary: IndicatorSummary;
  report: ValidationReport;
  /** Units with a value, by level. */
  levels: { level: AdminLevel; units: number }[];
}

export type OnProgress = (stage: string, done: number, total: number) => void;

/**
 * @throws InputError where a file is unreadable (`table.*`); QuestionError `indicators.no-values`, `indicators.no-place` with the columns as they were read
 */
export async function runIndicatorIngest(files: UploadFile[], options: IndicatorOptions, onProgress: OnProgress = () => {}): Promise<IndicatorIngest> {
  const tables: RawTable[] = [];
  for (const [i, file] of files.entries()) {
    onProgress('read', i, files.length);
    tables.push(...(await readTables(file, { encoding: options.encoding, onUnknownEncoding: 'assume' })));
  }
  onProgress('normalize', 0, 1);
  const knowledge = toKnowledge(options);
  const said = { asked: options.answers.columns ?? [], profiles: options.profiles };
  const all = tables.map((table) => readTable(table, said, knowledge.known));
  const { used, sheets } = chooseSheets(
    all,
    said.asked.some(({ role }) => role !== undefined),
  );
  const normalized = normalizeTables(used, {
    country: options.country,
    levels: options.boundaries?.levels ?? [],
    listed: options.listed,
    decisions: options.decisions,
    ...knowledge,
  });
  const yearOf = findYear(tables);
  const data = toData(options, { used, sheets, normalized, yearOf });
  onProgress('normalize', 1, 1);
  const context: IndicatorContext = {
    data,
    normalized,
    reads: used.map(({ read }) => read),
    country: options.country,
    previous: options.previous,
    yearOf,
    boundaries: options.boundaries,
  };
  const results = await runChecks(indicatorChecks, context, (done, total) => onProgress('check', done, total));
  const levels = countLevels(data);
  return {
    data,
    levels,
    summary: summaryOf(data),
    report: toReport(applyExceptions(results, options.exceptions ?? []), {
      dataset: options.dataset,
      sha256: options.sha256,
      levels,
      questions: data.columnQuestions,
    }),
  };
}

/** What is known of the country before a file is looked at. */
function toKnowledge({ boundaries, country, sectors }: IndicatorOptions) {
  const levels = boundaries?.levels ?? [];
  const index = indexPcodes(levels, country);
  const table = createSectorTable(sectors);
  const repair = toRepair(index, boundaries?.before?.recoded);
  const retired = boundaries?.before ? toRetired(boundaries.before.version, boundaries.before.retired) : undefined;
  const places = boundaries ? createPlaceMatcher({ levels }, { repair, retired, transliterated: isTransliterated(country) }) : null;
  const names = new Map(levels.map(({ level, units }) => [level, new Set(units.flatMap((unit) => unit.names.map(({ name }) => foldName(name))))]));
  const known: Known = {
    levels: levels.map(({ level }) => level).filter((level) => level > 0),
    isCode: (text, level) => findPcode(index, text, level) !== undefined,
    isName: (text, level) => names.get(level)?.has(foldName(text)) ?? false,
    sector: (text) => table.sure(text),
  };
  return { places, repair, known, sector: (text: string) => table.sure(text) };
}

/** Sheets that have values and places; hidden ones only where nothing else has. @throws QuestionError */
function chooseSheets(all: readonly ReadTable[], isSaid: boolean): { used: { read: ReadTable; sheet: number }[]; sheets: IndicatorSheet[] } {
  const why = (read: ReadTable): IndicatorSheet['left'] => {
    if (read.table.hidden && !isSaid) return 'hidden';
    if (layoutOf(read) === null) return 'no-values';
    return hasPlaces(read) || read.columns.some(({ role }) => role.is === 'country') ? null : 'no-places';
  };
  const sheets = all.map((read): IndicatorSheet => {
    const { file, sheet, hidden, rows } = read.table;
    return { file, sheet, hidden, rows, layout: layoutOf(read), left: why(read) };
  });
  if (sheets.every(({ left }) => left !== null)) {
    // Only a hidden sheet has values: it is read, and told.
    const at = all.findIndex((read) => read.table.hidden && layoutOf(read) !== null && hasPlaces(read));
    if (at < 0) {
      const code = sheets.some(({ left }) => left === 'no-places') ? 'indicators.no-place' : 'indicators.no-values';
      const columns = all.filter((read) => read.table.rows > 0).flatMap((read) => read.columns);
      throw new QuestionError(code, problemText(code), { details: { columns } });
    }
    sheets[at]!.left = null;
  }
  return { used: all.flatMap((read, sheet) => (sheets[sheet]!.left === null ? [{ read, sheet }] : [])), sheets };
}

export interface YearOf {
  year: number;
  from: string;
}

/** The one year in the name of a file or sheet. */
function findYear(tables: readonly RawTable[]): YearOf | null {
  for (const text of tables.flatMap(({ file, sheet }) => [file, sheet])) {
    const years = [...new Set([...text.matchAll(/(?<!\d)(20[0-4]\d)(?!\d)/g)].map(([, year]) => Number(year)))];
    if (years.length === 1) return { year: years[0]!, from: text };
  }
  return null;
}

interface Made {
  used: { read: ReadTable; sheet: number }[];
  sheets: IndicatorSheet[];
  normalized: Normalized;
  yearOf: YearOf | null;
}

function toData(options: IndicatorOptions, { used, sheets, normalized, yearOf }: Made): IndicatorData {
  const { dataset, boundaries, list } = options;
  const { indicators, series, areas, values, repeats, rows, questions, repairs, dates } = normalized;
  return {
    spec: 1,
    dataset,
    boundaries: boundaries && { dataset: boundaries.dataset, version: boundaries.version },
    list,
    sheets,
    period:
      options.answers.period ??
      spanOf(series.flatMap(({ period }) => period ?? [])) ??
      dates ??
      (yearOf && { start: `${yearOf.year}-01-01`, end: `${yearOf.year}-12-31` }),
    indicators,
    series,
    areas,
    values,
    repeats,
    rows,
    questions,
    repairs,
    columnsRead: used.flatMap(({ read }) => read.columns),
    columnQuestions: used.flatMap(({ read }) => read.questions),
    profiles: used.map(({ read }) => toProfile(read, options.answers.remember === false)),
  };
}

function spanOf(periods: readonly ObservationPeriod[]): ObservationPeriod | null {
  if (periods.length === 0) return null;
  const starts = periods.map(({ start }) => start).toSorted();
  const ends = periods.map(({ end }) => end).toSorted();
  return { start: starts[0]!, end: ends.at(-1)! };
}

/** @param isForgotten what was said holds for this file alone */
function toProfile({ table, heads, headingRows, columns, profile }: ReadTable, isForgotten: boolean): LayoutProfile {
  const headings = heads.map(({ text }) => foldName(text));
  const before = (column: number) => profile?.columns.find((each) => each.column === column && each.said);
  return {
    id: `${table.sheet}/${headings.join('|')}`.slice(0, 200),
    file: table.file,
    sheet: table.sheet,
    layout: layoutOf({ columns, headingRows }) ?? 'table',
    headingRows,
    headings,
    columns: columns.map(({ role, numbers, from, column }) => {
      const isSaid = from === 'asked' && !isForgotten;
      return { heading: headings[column]!, column, role, numbers, ...(isSaid || before(column) ? { said: true as const } : {}) };
    }),
  };
}

function countLevels(data: IndicatorData): { level: AdminLevel; units: number }[] {
  const units = new Map<AdminLevel, Set<string>>();
  for (let i = 0; i < data.values.area.length; i++) {
    if (data.values.value[i] === null) continue;
    const { pcode, unitLevel } = data.areas[data.values.area[i]!]!;
    if (pcode === null) continue;
    const own = units.get(unitLevel!) ?? new Set<string>();
    units.set(unitLevel!, own.add(pcode));
  }
  return [...units].toSorted(([a], [b]) => a - b).map(([level, own]) => ({ level, units: own.size }));
}

function summaryOf(data: IndicatorData): IndicatorSummary {
  const layouts = [...new Set(data.sheets.flatMap(({ left, layout }): Layout[] => (left === null && layout ? [layout] : [])))];
  return { rows: data.rows, areas: countAreas(data.areas), values: totalsOf(data), period: data.period, layouts };
}
