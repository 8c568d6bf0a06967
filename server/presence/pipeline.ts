/** A 3W upload from bytes to records, report and file: read → choose a sheet → guess columns → reconcile → count → check. Pure: no clock, no disk, no catalogue. */
import type { Gazetteer } from '../contract/admin.ts';
import type { Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException, ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../contract/ids.ts';
import type { PeriodSpan, PresenceData, PresenceMemory, PresenceRole, RoleGuess } from '../contract/presence/presence.ts';
import { DEFAULT_DEFINITION } from '../contract/presence/presence.ts';
import { countPresence } from '../contract/presence/count.ts';
import { InputError } from '../errors.ts';
import { applyExceptions } from '../checks/exceptions.ts';
import type { PresenceContext } from './checks.ts';
import { presenceChecks } from './checks.ts';
import { runChecks, toReport } from '../checks/run.ts';
import { foldName } from '../matching/fold.ts';
import { indexPcodes } from '../matching/pcodes.ts';
import { createPlaceMatcher } from '../matching/places.ts';
import { createOrgTypeTable, createSectorTable } from '../matching/sectors.ts';
import { findPeriod } from './normalize/periods.ts';
import { normalizePresence } from './normalize/presence.ts';
import type { NormalizedPresence } from './normalize/presence.ts';
import type { Recoded, Recognised, Retired } from './normalize/context.ts';
import { compareHeadings, decideRoles, recogniseProfile, toProfile, toRepair, toRetired, toRoleContext } from './normalize/context.ts';
import { compactPresence, encodePresence } from './normalize/data.ts';
import { countMarks, holdsSeveral } from './normalize/cells.ts';
import { refuseTwoTables } from './normalize/shape.ts';
import type { UploadFile } from '../formats/raw.ts';
import type { RawTable } from '../formats/tables/rawTable.ts';
import { cellText } from '../formats/tables/rawTable.ts';
import { readTables } from '../formats/tables/table.ts';

export interface PresenceIngestOptions {
  country: Iso3;
  dataset: DatasetId | null;
  /** Of the uploaded bytes, in the order of file names. */
  sha256: string;
  /** The boundaries to place rows in; null where the country has none here: nothing is placed then, and the report says so. */
  boundaries: {
    dataset: DatasetId;
    version: VersionTag;
    levels: Gazetteer['levels'];
    /** The version before: codes that changed since, and units that are gone. */
    before?: { version: VersionTag; recoded: Recoded; retired: Retired } | null;
  } | null;
  /** Texts of data/sectors.csv and data/org-types.csv. */
  tables: { sectors: string; orgTypes: string };
  /** What people of the country decided before. */
  memory?: PresenceMemory | undefined;
  /** The version before: its profile, and its organisations, whose ids stay. */
  previous?: Pick<PresenceData, 'profile' | 'organisations'> | null | undefined;
  encoding?: string | undefined;
  /** Answers of a person to what the file leaves open. */
  sheet?: string | undefined;
  /** The file of the sheet, where several hold one of that name. */
  file?: string | undefined;
  roles?: Record<string, PresenceRole> | undefined;
  /** By heading. */
  separators?: Record<string, string[]> | undefined;
  period?: PeriodSpan | null | undefined;
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
 * @throws InputError where a file is unreadable (`table.*`), no sheet has organisations and places (`presence.no-place`, `presence.no-organisation`),
 * a sheet holds two tables (`presence.two-tables`), or a named sheet or column is not there
 */
export async function runPresenceIngest(files: UploadFile[], options: PresenceIngestOptions, onProgress: OnProgress = () => {}): Promise<PresenceIngest> {
  const { boundaries, country } = options;
  const tables: RawTable[] = [];
  for (const [i, file] of files.entries()) {
    onProgress('read', i, files.length);
    tables.push(...(await readTables(file, { encoding: options.encoding, onUnknownEncoding: 'assume' })));
  }
  onProgress('normalize', 0, 1);
  const gazetteer: Gazetteer = { levels: boundaries?.levels ?? [] };
  const index = indexPcodes(gazetteer.levels, country);
  const sectors = createSectorTable(options.tables.sectors);
  const orgTypes = createOrgTypeTable(options.tables.orgTypes);
  const places = createPlaceMatcher(gazetteer, {
    repair: toRepair(index, boundaries?.before?.recoded),
    ...(boundaries?.before ? { retired: toRetired(boundaries.before.version, boundaries.before.retired) } : {}),
    decisions: options.memory?.places ?? [],
  });
  const context = toRoleContext(gazetteer, index, places, sectors);
  const profiles = [...(options.memory?.profiles ?? []), ...(options.previous ? [options.previous.profile] : [])];
  const read = tables.map((table): Candidate => {
    const recognised = recogniseProfile(table, profiles);
    return { table, recognised, guesses: decideRoles(table, context, recognised, options.roles ?? {}) };
  });
  const likely = likeliest(read);
  const chosen = options.sheet === undefined ? likely : askedTable(read, options.sheet, options.file);
  refuseLacking(chosen);
  const { table, guesses, recognised } = chosen;
  refuseTwoTables(table);
  refuseUnknownHeadings(table, [...Object.keys(options.roles ?? {}), ...Object.keys(options.separators ?? {})]);

  const separators = toSeparators(table, recognised, options.separators ?? {});
  const normalized = normalizePresence(
    table,
    guesses.map(({ role }) => role),
    {
      places,
      levels: gazetteer.levels.map(({ level }) => level),
      sectors,
      orgTypes,
      organisations: options.previous?.organisations,
      memory: options.memory,
      separators,
      period: options.period ?? null,
    },
  );
  onProgress('count', 0, 1);
  const encoded = encodePresence(normalized.records, normalized.organisations, sectors, gazetteer);
  const { groups, repairs, merges, openSectors, openOrgTypes } = normalized;
  const sheets = read.map((each) => ({
    file: each.table.file,
    sheet: each.table.sheet,
    hidden: each.table.hidden,
    rows: each.table.rows,
    usable: lacks(each.guesses).length === 0,
  }));
  const about = boundaries && { dataset: boundaries.dataset as string, version: boundaries.version as string };
  const partial: Omit<PresenceData, 'rows'> = {
    spec: 1,
    dataset: options.dataset,
    boundaries: about,
    source: { file: table.file, sheet: table.sheet, headerRows: table.header.rows, hxl: table.hxl !== null },
    sheets,
    period: options.period ?? null,
    proposedPeriod: findPeriod(table.file) ?? findPeriod(table.sheet) ?? null,
    // Whoever names the sheet that would be taken anyway has chosen nothing: next month's may be called otherwise.
    profile: { ...toProfile(table, guesses, separators), ...(chosen !== likely || isSaid(chosen) ? { sheetSaid: true } : {}) },
    columnsRead: guesses.map((guess) => (holdsSeveral(guess.role) ? { ...guess, marks: countMarks(table.columns[guess.column]!) } : guess)),
    ...encoded,
    groups,
    repairs,
    merges,
    openSectors,
    openOrgTypes,
  };
  const rows = { ...normalized.rows, organisations: 0 };
  const compact = compactPresence({ ...partial, rows }, options.dataset ?? '', '');
  const known = gazetteer.levels.map(({ level }) => level).toSorted((a, b) => a - b);
  const counts = known.map((level) => countPresence(compact, DEFAULT_DEFINITION, level));
  rows.organisations = (counts[0] ?? countPresence(compact, DEFAULT_DEFINITION, 0)).totals.organisations;
  const data: PresenceData = { ...partial, rows };
  // Where a file has so little of the last one that it is not recognised, the more is to be said.
  const since = options.previous ? compareHeadings(table, options.previous.profile) : recognised;
  const checked: PresenceContext = { data, table, normalized, recognised, since, country };
  const results = await runChecks(presenceChecks, checked, (done, total) => onProgress('check', done, total));
  const levels = counts.map(({ level, totals }) => ({ level, units: totals.units }));
  return {
    table,
    guesses,
    normalized,
    data,
    levels,
    report: toReport(applyExceptions(results, options.exceptions ?? []), { dataset: options.dataset, sha256: options.sha256, levels }),
    metadata: statedMetadata(tables),
  };
}

interface Candidate {
  table: RawTable;
  recognised: Recognised | undefined;
  guesses: RoleGuess[];
}

/** What a table lacks to be a 3W. */
function lacks(guesses: RoleGuess[]): ('organisation' | 'place')[] {
  const has = (test: (role: PresenceRole) => boolean) => guesses.some(({ role }) => test(role));
  return [
    ...(has((role) => role.is === 'org' && role.part !== 'type') ? [] : ['organisation' as const]),
    ...(has((role) => role.is === 'place' && role.level > 0) ? [] : ['place' as const]),
  ];
}

/** The sheet that a person chose in a file of this layout before. */
const isSaid = ({ table, recognised }: Candidate): boolean =>
  recognised?.profile.sheetSaid === true && foldName(recognised.profile.sheet) === foldName(table.sheet);

/**
 * Without a word of a person: of the sheets with organisations and places the one chosen before, else a visible one, and of those the longest
 * with the most known columns. Where no sheet has both, the one that lacks least, for the refusal to speak of.
 */
function likeliest(candidates: Candidate[]): Candidate {
  const weight = ({ table, guesses }: Candidate) =>
    table.rows * new Set(guesses.flatMap(({ role }) => (role.is === 'ignore' ? [] : [JSON.stringify(role)]))).size * (table.hidden ? 1e-6 : 1);
  const [best] = candidates.toSorted(
    (a, b) => lacks(a.guesses).length - lacks(b.guesses).length || Number(isSaid(b)) - Number(isSaid(a)) || weight(b) - weight(a),
  );
  return best!;
}

function askedTable(candidates: Candidate[], sheet: string, file: string | undefined): Candidate {
  // A file that came in a folder is kept, and read again, under its own name alone.
  const nameOf = (path: string) => path.split(/[\\/]/).at(-1);
  const own = candidates.filter(({ table }) => file === undefined || nameOf(table.file) === nameOf(file));
  const found = own.find(({ table }) => table.sheet === sheet) ?? own.find(({ table }) => foldName(table.sheet) === foldName(sheet));
  if (found) return found;
  throw new InputError('presence.sheet-unknown', `There is no sheet "${sheet}". The sheets are: ${candidates.map(({ table }) => table.sheet).join(', ')}.`);
}

function refuseLacking({ table, guesses }: Candidate): void {
  const [missing] = lacks(guesses);
  if (!missing) return;
  const headings = table.header.names.filter(Boolean).slice(0, 20).join(', ') || 'none';
  const where = table.format === 'csv' ? table.file : `sheet "${table.sheet}" of ${table.file}`;
  if (missing === 'place')
    throw new InputError(
      'presence.no-place',
      `No column of ${where} holds places: neither P-codes nor names of admin units were recognised. Its columns are: ${headings}. Add a column of P-codes or name the column that holds places.`,
    );
  throw new InputError(
    'presence.no-organisation',
    `No column of ${where} holds organisations. Its columns are: ${headings}. Add a column of organisations or name the one that holds them.`,
  );
}

function refuseUnknownHeadings(table: RawTable, headings: string[]): void {
  const own = new Set(table.header.names.map(foldName));
  const unknown = headings.filter((heading) => !own.has(foldName(heading)));
  if (unknown.length > 0)
    throw new InputError(
      'presence.column-unknown',
      `There is no column "${unknown.join('", "')}". The columns are: ${table.header.names.filter(Boolean).join(', ')}.`,
    );
}

function toSeparators(table: RawTable, recognised: Recognised | undefined, asked: Record<string, string[]>): Map<number, string[]> {
  const said = new Map([
    ...(recognised?.profile.separators.map(({ heading, separators }) => [heading, separators] as const) ?? []),
    ...Object.entries(asked).map(([heading, separators]) => [foldName(heading), separators] as const),
  ]);
  return new Map(
    table.header.names.flatMap((name, column) => {
      const separators = said.get(foldName(name))?.filter((each) => each !== '');
      return separators && separators.length > 0 ? [[column, separators] as const] : [];
    }),
  );
}

/** From sheets of two columns such as "Source: OCHA". */
function statedMetadata(tables: RawTable[]): Partial<Metadata> {
  const lines = tables.flatMap((table) => [
    ...table.preamble,
    ...(table.columns.length === 2 ? table.columns[0]!.cells.map((cell, i) => `${cellText(cell)}: ${cellText(table.columns[1]!.cells[i] ?? null)}`) : []),
  ]);
  const source = lines.map((line) => /^sources?\s*:\s*(\S.{2,200})$/iu.exec(line)?.[1]).find(Boolean);
  return source ? { source } : {};
}
