/** A 3W upload from bytes to records, report and file: read → choose a sheet → read columns → reconcile → count → check. Pure: no clock, no disk, no catalogue. */
import { applyExceptions } from '../checks/exceptions.ts';
import { runChecks, toReport } from '../checks/run.ts';
import type { Gazetteer } from '../contract/admin.ts';
import type { Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException, ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../contract/ids.ts';
import type { CodedBy } from '../contract/presence/coded.ts';
import type { DateAnswer } from '../contract/presence/dates.ts';
import { countPresence } from '../contract/presence/count.ts';
import type { PeriodSpan, PresenceAnswers, PresenceData, PresenceMemory, RoleGuess } from '../contract/presence/presence.ts';
import { DEFAULT_DEFINITION } from '../contract/presence/presence.ts';
import { InputError, NotFoundError } from '../errors.ts';
import type { UploadFile } from '../formats/raw.ts';
import type { RawTable } from '../formats/tables/rawTable.ts';
import { cellText } from '../formats/tables/rawTable.ts';
import { readTables } from '../formats/tables/table.ts';
import { createPointLocator, type PointLocator } from '../geometry/locate.ts';
import { foldName } from '../matching/fold.ts';
import { findPcode, indexPcodes } from '../matching/pcodes.ts';
import { createPlaceMatcher } from '../matching/places.ts';
import { isTransliterated } from '../matching/transliteration.ts';
import { createOrgTypeTable, createSectorTable } from '../matching/sectors.ts';
import { presenceChecks } from './checks.ts';
import type { PresenceContext } from './checkContext.ts';
import { askCoded } from './coded/ask.ts';
import type { Editions } from './coded/editions.ts';
import type { Ground } from './coded/ground.ts';
import { estimateCoded } from './coded/estimate.ts';
import { toValueContext } from './columns/context.ts';
import { explainColumns, type Explained } from './columns/explain.ts';
import type { ValueContext } from './columns/facts.ts';
import { readColumns } from './columns/read.ts';
import { askSeveral } from './columns/several.ts';
import { resolveSaid, toProfile, upgradeProfile } from './columns/said.ts';
import { countMarks, holdsSeveral } from './normalize/cells.ts';
import { compareHeadings, recogniseProfile, toRepair, toRetired } from './normalize/context.ts';
import { compactPresence, encodePresence } from './normalize/data.ts';
import { toDateAnswers, withDates } from './normalize/dateAnswers.ts';
import { findPeriod } from './normalize/periods.ts';
import type { NormalizedPresence } from './normalize/presence.ts';
import { normalizePresence } from './normalize/presence.ts';
import { refuseTwoTables } from './normalize/shape.ts';
import { chooseSheet, lacks, refuseLacking, wasSaid, type SheetCandidate } from './sheets.ts';

export interface PresenceIngestOptions {
  country: Iso3;
  dataset: DatasetId | null;
  /** Of the uploaded bytes, in the order of file names. */
  sha256: string;
  /** The boundaries to place rows in; null where the country has none here: nothing is placed then, and the report says so. */
  boundaries: Ground | null;
  /** Versions that the file may be coded by; null where there is one. */
  editions?: Editions | null;
  /** The one that a person says it is coded by. */
  codedBy?: VersionTag | undefined;
  /** Texts of data/sectors.csv and data/org-types.csv. */
  tables: { sectors: string; orgTypes: string };
  /** What people of the country decided before. */
  memory?: PresenceMemory | undefined;
  /** The version before: its profile, and its organisations, whose ids stay. */
  previous?: Pick<PresenceData, 'profile' | 'organisations' | 'coded'> | null | undefined;
  encoding?: string | undefined;
  /** Answers of a person to what the file leaves open. */
  sheet?: string | undefined;
  /** The file of the sheet, where several hold one of that name. */
  file?: string | undefined;
  roles?: PresenceAnswers['roles'];
  separators?: PresenceAnswers['separators'];
  columns?: PresenceAnswers['columns'];
  /** Who gave the file. */
  contributor?: string | undefined;
  period?: PeriodSpan | null | undefined;
  /** By heading. */
  dates?: Record<string, DateAnswer> | undefined;
  /** ISO date of the run. */
  today: string;
  exceptions?: FindingException[] | undefined;
}

export interface PresenceIngest {
  table: RawTable;
  guesses: RoleGuess[];
  normalized: NormalizedPresence;
  data: PresenceData;
  report: ValidationReport;
  /** Units with records of the default definition, by level. */
  levels: { level: AdminLevel; units: number }[];
  metadata: Partial<Metadata>;
}

export type OnProgress = (stage: string, done: number, total: number) => void;

/**
 * @throws InputError where a file is unreadable (`table.*`), a sheet holds two tables (`presence.two-tables`), or a named sheet or column is not there;
 * QuestionError where no sheet has organisations and places (`presence.no-place`, `presence.no-organisation`), with the columns as they were read
 */
export async function runPresenceIngest(files: UploadFile[], given: PresenceIngestOptions, onProgress: OnProgress = () => {}): Promise<PresenceIngest> {
  const tables: RawTable[] = [];
  for (const [i, file] of files.entries()) {
    onProgress('read', i, files.length);
    tables.push(...(await readTables(file, { encoding: given.encoding, onUnknownEncoding: 'assume' })));
  }
  onProgress('normalize', 0, 1);
  const { options, coded, knowledge, candidates, chosen, likely } = await lookByEdition(tables, given);
  const { table, said, recognised } = chosen;
  const unused = new Set([...said.remembered].flatMap(([column, { is }]) => (is === 'ignore' ? [column] : [])));
  const explained = explainColumns(table, chosen.read, { asked: new Set(said.asked.keys()), unused, context: knowledge.context });
  refuseLacking(chosen, explained.guesses, knowledge.isPlacing);
  refuseTwoTables(table);
  const strange = Object.keys(options.dates ?? {}).filter((heading) => !table.header.names.some((name) => foldName(name) === foldName(heading)));
  refuseUnknownHeadings(table, [...said.unknown, ...strange]);

  const guesses = explained.guesses.map((guess) => withSettings(guess, chosen));
  const isSaid = (column: number) => said.separators.has(column) || said.undivided.has(column);
  explained.questions.unshift(...askCoded(coded));
  explained.questions.push(...askSeveral(table, guesses, { isOrganisation: knowledge.context.isOrganisation, isSaid }));
  const dates = toDateAnswers(recognised, options.dates ?? {});
  const normalized = normalizePresence(
    table,
    guesses.map(({ role }) => role),
    {
      ...knowledge,
      locators: await readLocators(guesses, options),
      organisations: options.previous?.organisations,
      memory: options.memory,
      separators: said.separators,
      numbers: said.numbers,
      period: options.period ?? null,
      today: options.today,
      dates,
    },
  );
  onProgress('count', 0, 1);
  const data = toData({ options, candidates, chosen, likely, guesses, explained, normalized, knowledge, dates, coded });
  const counts = countLevels(data, knowledge.gazetteer);
  // Where a file has so little of the last one that it is not recognised, the more is to be said.
  const since = options.previous ? compareHeadings(table, upgradeProfile(options.previous.profile)) : recognised;
  const checked: PresenceContext = { data, table, normalized, recognised, since, country: options.country, wrong: explained.wrong };
  const results = await runChecks(presenceChecks, checked, (done, total) => onProgress('check', done, total));
  const about = { dataset: options.dataset, sha256: options.sha256, levels: counts, questions: explained.questions };
  return {
    table,
    guesses,
    normalized,
    data,
    levels: counts,
    report: toReport(applyExceptions(results, options.exceptions ?? []), about),
    metadata: statedMetadata(tables),
  };
}

/** The tables with what is known of a version of the boundaries. */
function look(tables: RawTable[], options: PresenceIngestOptions) {
  const knowledge = toKnowledge(options);
  const candidates = readSheets(tables, options, knowledge.context);
  return { options, knowledge, candidates, ...chooseSheet(candidates, options) };
}

/** By the version that the codes of the file are those of: by that its rows are placed. @throws NotFoundError `version.unknown` where a person names another */
async function lookByEdition(tables: RawTable[], options: PresenceIngestOptions) {
  const first = look(tables, options);
  const { boundaries, editions, codedBy, previous } = options;
  if (!boundaries || !editions) return { ...first, coded: null };
  if (codedBy !== undefined && !editions.editions.some(({ version }) => version === codedBy))
    throw new NotFoundError('version.unknown', `No file is coded by ${codedBy} of ${boundaries.dataset}: it is not published, or was withdrawn.`);
  const coded = estimateCoded(first.chosen.table, first.chosen.read.roles, { ...editions, said: codedBy, before: saidBefore(first, previous?.coded) });
  if (!coded || coded.version === boundaries.version) return { ...first, coded };
  return { ...look(tables, { ...options, boundaries: await editions.load(coded.version) }), coded };
}

/** What a person said of the last file of this layout, unless boundaries were published since. */
function saidBefore({ chosen, options: { previous, boundaries } }: ReturnType<typeof look>, coded: CodedBy | undefined): VersionTag | undefined {
  const isSaid = coded?.how === 'said' || coded?.how === 'before';
  const isOfLayout = previous && chosen.recognised?.profile.id === previous.profile.id;
  return isSaid && isOfLayout && coded.editions[0]?.version === boundaries?.version ? coded.version : undefined;
}

type Knowledge = ReturnType<typeof toKnowledge>;

/** What is known of the country before the file is looked at. */
function toKnowledge({ boundaries, country, memory, previous, tables }: PresenceIngestOptions) {
  const gazetteer: Gazetteer = { levels: boundaries?.levels ?? [] };
  const index = indexPcodes(gazetteer.levels, country);
  const sectors = createSectorTable(tables.sectors, toDecided(memory?.sectors));
  const orgTypes = createOrgTypeTable(tables.orgTypes);
  const repair = toRepair(index, boundaries?.before?.recoded);
  const retired = boundaries?.before ? toRetired(boundaries.before.version, boundaries.before.retired) : undefined;
  const transliterated = isTransliterated(country);
  const places = createPlaceMatcher(gazetteer, { repair, retired, transliterated, decisions: memory?.places ?? [] });
  const organisations = previous?.organisations ?? [];
  const spellings = (memory?.organisations ?? []).map(({ spelling }) => spelling);
  return {
    gazetteer,
    sectors,
    orgTypes,
    places,
    levels: gazetteer.levels.map(({ level }) => level),
    isPlacing: boundaries !== null,
    knowsCode: (code: string, level: AdminLevel) =>
      places.tree.withCode(code).length > 0 ||
      findPcode(index, code, level) !== undefined ||
      repair(code, level) !== undefined ||
      retired?.(code, level) !== undefined,
    context: toValueContext({ gazetteer, index, places, sectors, orgTypes, organisations, spellings }),
  };
}

/** Spellings that a person gave one code, for telling columns of sectors; several codes of one cell are read where cells are (normalize/spellings.ts). */
const toDecided = (sectors: PresenceMemory['sectors'] = []) =>
  new Map(sectors.flatMap(({ spelling, codes }) => (codes.length === 1 ? [[foldName(spelling), codes[0]!] as const] : [])));

function readSheets(tables: RawTable[], options: PresenceIngestOptions, context: ValueContext): SheetCandidate[] {
  const profiles = [...(options.memory?.profiles ?? []), ...(options.previous ? [options.previous.profile] : [])].map(upgradeProfile);
  return tables.map((table) => {
    const recognised = recogniseProfile(table, profiles, options.contributor);
    const said = resolveSaid(table, recognised?.profile, options);
    return { table, recognised, said, read: readColumns(table, context, { ...said, file: recognised?.profile.file ?? '' }) };
  });
}

/** What was said of a column besides its role, now or with the file before. */
function withSettings(guess: RoleGuess, { table, said }: SheetCandidate): RoleGuess {
  const { column } = guess;
  const settled: RoleGuess = {
    ...guess,
    separators: said.separators.get(column) ?? [],
    numbers: said.numbers.get(column) ?? null,
    language: said.languages.has(column) ? said.languages.get(column)! : guess.language,
  };
  return holdsSeveral(guess.role) ? { ...settled, marks: countMarks(table.columns[column]!) } : settled;
}

/** Only where there are coordinates to look up: shapes of a country are megabytes. */
async function readLocators(guesses: RoleGuess[], { boundaries }: PresenceIngestOptions): Promise<Map<AdminLevel, PointLocator>> {
  const has = (is: string) => guesses.some(({ role }) => role.is === is);
  const shapes = has('lat') && has('lon') ? await boundaries?.readShapes?.() : undefined;
  return new Map((shapes ?? []).map((table) => [table.level, createPointLocator(table)]));
}

interface Parts {
  options: PresenceIngestOptions;
  candidates: SheetCandidate[];
  chosen: SheetCandidate;
  likely: SheetCandidate;
  guesses: RoleGuess[];
  explained: Explained;
  normalized: NormalizedPresence;
  knowledge: Knowledge;
  dates: ReturnType<typeof toDateAnswers>;
  coded: CodedBy | null;
}

function toData({ options, candidates, chosen, likely, guesses, explained, normalized, knowledge, dates, coded }: Parts): PresenceData {
  const { boundaries } = options;
  const { table } = chosen;
  const { groups, repairs, merges, openSectors, openOrgTypes, organisations, ownSectors, schemes } = normalized;
  return {
    spec: 1,
    dataset: options.dataset,
    boundaries: boundaries && { dataset: boundaries.dataset, version: boundaries.version },
    ...(coded ? { coded } : {}),
    source: { file: table.file, sheet: table.sheet, headerRows: table.header.rows, hxl: table.hxl !== null },
    sheets: candidates.map((each) => ({
      file: each.table.file,
      sheet: each.table.sheet,
      hidden: each.table.hidden,
      rows: each.table.rows,
      usable: lacks(each.read.roles, knowledge.isPlacing).length === 0,
    })),
    period: options.period ?? null,
    proposedPeriod: findPeriod(table.file) ?? findPeriod(table.sheet) ?? null,
    // Whoever names the sheet that would be taken anyway has chosen nothing: next month's may be called otherwise.
    profile: withDates(
      { ...toProfile(table, guesses, chosen.said, options.contributor), ...(chosen !== likely || wasSaid(chosen) ? { sheetSaid: true } : {}) },
      dates,
    ),
    dates: normalized.dateColumns,
    columnsRead: guesses,
    columnQuestions: explained.questions,
    codeSchemes: schemes.map(({ level, column, rows, samples }) => ({ level, heading: table.header.names[column]!, rows, samples })),
    ...encodePresence(normalized.records, { organisations, sectorTable: knowledge.sectors, ownSectors, groups, gazetteer: knowledge.gazetteer }),
    groups,
    repairs,
    merges,
    openSectors,
    openOrgTypes,
    rows: { ...normalized.rows, organisations: 0 },
  };
}

/** Units with records of the default definition, by level; and the organisations of the whole, which are counted the same way. */
function countLevels(data: PresenceData, { levels }: Gazetteer): PresenceIngest['levels'] {
  const compact = compactPresence(data, data.dataset ?? '', '');
  const counts = levels
    .map(({ level }) => level)
    .toSorted((a, b) => a - b)
    .map((level) => countPresence(compact, DEFAULT_DEFINITION, level));
  data.rows.organisations = (counts[0] ?? countPresence(compact, DEFAULT_DEFINITION, 0)).totals.organisations;
  return counts.map(({ level, totals }) => ({ level, units: totals.units }));
}

function refuseUnknownHeadings(table: RawTable, unknown: string[]): void {
  if (unknown.length > 0)
    throw new InputError(
      'presence.column-unknown',
      `There is no column "${unknown.join('", "')}". The columns are: ${table.header.names.filter(Boolean).join(', ')}.`,
    );
}

/** A sheet of key and value is short; a long one of two columns is data. */
const STATEMENTS = 200;

/** From sheets of two columns such as "Source: OCHA". */
function statedMetadata(tables: RawTable[]): Partial<Metadata> {
  const lines = tables.flatMap((table) => [
    ...table.preamble,
    ...(table.columns.length === 2 && table.rows <= STATEMENTS
      ? table.columns[0]!.cells.map((cell, i) => `${cellText(cell)}: ${cellText(table.columns[1]!.cells[i] ?? null)}`)
      : []),
  ]);
  const source = lines.map((line) => /^sources?\s*:\s*(\S.{2,200})$/iu.exec(line)?.[1]).find(Boolean);
  return source ? { source } : {};
}
