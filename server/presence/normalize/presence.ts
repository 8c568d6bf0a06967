/**
 * Rows of a 3W table → presence records. No row disappears: it becomes a record, at the deepest admin unit that is certain,
 * or it is dropped with a reason that is counted. 3w.md §1.5, §2.6.
 */
import type { NumberStyle } from '../../contract/columns.ts';
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import type {
  ActivityStatus,
  OpenSpelling,
  OrganisationEntry,
  PeriodSpan,
  PresenceMemory,
  PresenceRecord,
  PresenceRole,
  PresenceRows,
  RepairGroup,
  ReviewGroup,
  StatedCell,
} from '../../contract/presence/presence.ts';
import type { DateColumn } from '../../contract/presence/dates.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import type { PointLocator } from '../../geometry/locate.ts';
import type { MergeProposal, Organisation } from '../../matching/organisations.ts';
import { createOrganisationRegistry } from '../../matching/organisations.ts';
import type { PlaceMatch, PlaceMatcher } from '../../matching/places.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import { arrange, createCells, type Cells, type Columns } from './arrange.ts';
import { createPlaceLedger } from './ledger.ts';
import { createPeopleSum } from './people.ts';
import type { DateOptions } from './dateColumns.ts';
import { createPointPlacer, createPointReader, findReach, type Point } from './points.ts';
import { createPeriodReader, type PeriodColumns } from './recordPeriods.ts';
import { findSchemes, type CodeScheme } from './schemes.ts';
import { findWanderers } from './wanderers.ts';
import { createSpellings, isBlank } from './spellings.ts';
import { statusOf } from './status.ts';
import { createOrganisationReader, createSectorReader } from './who.ts';

export interface PresenceOptions {
  places: PlaceMatcher;
  /** Levels that the boundaries have; columns of other levels place nothing. */
  levels: AdminLevel[];
  /** Shapes of the levels, for rows with coordinates; none where there are no shapes, or no columns of coordinates. */
  locators?: ReadonlyMap<AdminLevel, PointLocator> | undefined;
  /** Whether a code of the level is one that the boundaries know in any way. */
  knowsCode: (code: string, level: AdminLevel) => boolean;
  sectors: CodeTable;
  orgTypes: CodeTable;
  /** Organisations met before in this country. */
  organisations?: Organisation[] | undefined;
  /** What people of the country decided. */
  memory?: PresenceMemory | undefined;
  /** Declared separators of cells with several values, by column. Nothing is split that nobody declared. */
  separators?: ReadonlyMap<number, string[]> | undefined;
  /** How numbers are written, by column, where a person said it. */
  numbers?: ReadonlyMap<number, NumberStyle> | undefined;
  /** Period of the file, said by a person; for rows that state none. */
  period?: PeriodSpan | null;
  /** ISO date of the run: tells calendars apart. */
  today: string;
  /** What people said of columns of dates, by folded heading. */
  dates?: DateOptions['answers'];
}

export interface NormalizedPresence {
  records: PresenceRecord[];
  organisations: OrganisationEntry[];
  merges: MergeProposal[];
  /** Spellings that were taken as one organisation without a person. */
  joined: { id: string; spellings: string[] }[];
  groups: ReviewGroup[];
  repairs: RepairGroup[];
  openSectors: OpenSpelling[];
  openOrgTypes: OpenSpelling[];
  /** Sectors of the source's own, by code. */
  ownSectors: Map<string, string>;
  /** Columns of codes that nobody here knows, beside names that placed their rows. */
  schemes: CodeScheme[];
  /** `organisations` is counted once the records are there (contract/presence/count.ts). */
  rows: Omit<PresenceRows, 'organisations'>;
  /** Rows that say that they are about the whole country. */
  wholeCountry: number;
  /** Rows that hold an organisation but name no place at all. */
  withoutPlace: number;
  /** Rows that state a level which the boundaries lack, by level. */
  beyond: Map<AdminLevel, number>;
  unreadableDates: { row: number; text: string }[];
  dateColumns: DateColumn[];
  unreadablePeople: { row: number; text: string }[];
  unreadablePoints: { row: number; text: string }[];
  /** Rows whose coordinates lie in no unit. */
  pointsOutside: number;
}

/** @throws nothing for bad rows; a table without a column for organisations or places is refused before (InputError in the pipeline) */
export function normalizePresence(table: RawTable, roles: PresenceRole[], options: PresenceOptions): NormalizedPresence {
  const columns = arrange(roles);
  const cells = createCells(table, options.separators);
  const registry = createOrganisationRegistry(options.organisations, options.memory?.organisations, options.memory?.distinct);
  const sectors = createSpellings(options.sectors, options.memory?.sectors, true);
  const orgTypes = createSpellings(options.orgTypes, options.memory?.orgTypes);
  const readOrgs = createOrganisationReader(columns, cells, registry, orgTypes);
  const readSectors = createSectorReader(columns, cells, sectors, options.sectors);
  const readStatus = createStatusReader(columns, cells);
  const periods = readPeriods(table, columns, options);
  const people = readPeople(table, columns, options);
  const places = createPlaceReader(table, columns, cells, options);
  const ledger = createPlaceLedger(options.memory?.places ?? []);
  const records: PresenceRecord[] = [];
  const dropped = Object.fromEntries(Object.entries(table.dropped).filter(([reason, count]) => count > 0 && reason !== 'blank'));
  const beyond = new Map<AdminLevel, number>();
  let withoutPlace = 0;
  let wholeCountry = 0;

  for (let row = 0; row < table.rows; row++) {
    const orgs = readOrgs(row);
    if (!orgs.implementing && !orgs.programming && !orgs.funding) {
      dropped['noOrganisation'] = (dropped['noOrganisation'] ?? 0) + 1;
      continue;
    }
    const { stated, match, point } = places.read(row);
    const rowNumber = table.rowNumbers[row]!;
    const question = ledger.add(match, rowNumber);
    if (match.stated === null) withoutPlace++;
    if (match.stated === 0 && match.method === 'name' && stated.every(({ level }) => level > 0)) wholeCountry++;
    for (const level of places.beyond(row)) beyond.set(level, (beyond.get(level) ?? 0) + 1);
    const { start, end } = periods.read(row);
    records.push({
      row: rowNumber,
      orgs,
      sectors: readSectors(row),
      status: readStatus(row),
      start,
      end,
      activity: cells.first(columns.at.activity, row) || null,
      people: people.read(row),
      level: match.unit?.level ?? 0,
      pcode: match.unit?.pcode ?? ('' as Pcode),
      statedLevel: match.stated,
      stated,
      method: match.method,
      score: match.score,
      question,
      point: point as PresenceRecord['point'],
    });
  }
  const inSource = ({ row, text: value }: { row: number; text: string }) => ({ row: table.rowNumbers[row]!, text: value });
  return {
    records,
    organisations: registry.all().map(({ id, name, acronym, type }) => ({ id, name, acronym, type })),
    merges: registry.proposals(),
    joined: registry.joined(),
    groups: ledger.groups(),
    repairs: ledger.repairs(),
    openSectors: sectors.open(),
    openOrgTypes: orgTypes.open(),
    ownSectors: sectors.own(),
    schemes: places.schemes,
    rows: {
      read: table.rows + Object.entries(table.dropped).reduce((sum, [reason, count]) => sum + (reason === 'blank' ? 0 : count), 0),
      blank: table.dropped.blank,
      dropped,
      ...ledger.counts(),
    },
    wholeCountry,
    withoutPlace,
    beyond,
    unreadableDates: periods.unreadable().map(inSource),
    dateColumns: periods.columns,
    unreadablePeople: people.unreadable().map(inSource),
    unreadablePoints: places.unreadable().map(inSource),
    pointsOutside: places.outside(),
  };
}

const columnOf = (table: RawTable, columns: readonly number[] | undefined) => (columns?.[0] === undefined ? undefined : table.columns[columns[0]]);

const PERIODS = ['start', 'end', 'period', 'month', 'quarter', 'year'] as const;

function readPeriods(table: RawTable, { at, months }: Columns, { period, today, dates }: Pick<PresenceOptions, 'period' | 'today' | 'dates'>) {
  const columns: PeriodColumns = Object.fromEntries(PERIODS.map((is) => [is, columnOf(table, at[is])]));
  const ofMonths = months.map(({ column, month }) => ({ column: table.columns[column]!, month }));
  return createPeriodReader({ ...columns, months: ofMonths }, period ?? null, table.rowNumbers, { today, answers: dates });
}

function readPeople(table: RawTable, { at }: Columns, { numbers }: Pick<PresenceOptions, 'numbers'>) {
  const own = at.people ?? [];
  return createPeopleSum(
    own.map((column) => table.columns[column]!),
    (i) => numbers?.get(own[i]!),
  );
}

function createStatusReader({ at }: Columns, cells: Cells): (row: number) => ActivityStatus {
  const seen = new Map<string, ActivityStatus>();
  return (row) => {
    const word = cells.first(at.status, row);
    let status = seen.get(word);
    if (!status) seen.set(word, (status = statusOf(word)));
    return status;
  };
}

interface PlaceReader {
  read(row: number): { stated: StatedCell[]; match: PlaceMatch; point: Point | null };
  /** Levels that the row states and the boundaries lack. */
  beyond(row: number): AdminLevel[];
  schemes: CodeScheme[];
  unreadable(): { row: number; text: string }[];
  outside(): number;
}

/** Rows repeat the same cells by the thousand: each combination is read once and shared. */
function createPlaceReader(table: RawTable, columns: Columns, cells: Cells, options: PresenceOptions): PlaceReader {
  const known = columns.places.filter(({ level }) => options.levels.includes(level));
  const others = columns.places.filter(({ level }) => !options.levels.includes(level));
  const schemes = findSchemes(table, known, cells, options);
  const strange = new Set(schemes.map(({ level }) => level));
  const [lat, lon] = [columns.at.lat, columns.at.lon];
  const styleOf = (column: readonly number[] | undefined) => options.numbers?.get(column?.[0] ?? -1);
  const points = createPointReader(columnOf(table, lat), columnOf(table, lon), { lat: styleOf(lat), lon: styleOf(lon) });
  const texts = known.map(({ level, code, name }) => ({ level, text: (row: number) => cells.first(code, row) || cells.first(name, row) }));
  const isPointed = options.locators !== undefined && options.locators.size > 0 && lat !== undefined && lon !== undefined;
  // Read twice: once to see what the points say, once for the rows.
  const probe = createPointReader(columnOf(table, lat), columnOf(table, lon), { lat: styleOf(lat), lon: styleOf(lon) });
  const placer = isPointed ? createPointPlacer(options.locators!, options.places, findReach(table.rows, probe.read, texts)) : null;
  const { at, found } = readCombinations(table.rows, known, cells, (cell) => (strange.has(cell.level) ? { ...cell, code: null } : cell));
  const matched = found.map(({ asked }) => ({ cells: asked, match: options.places.match(asked) }));
  const wanderers = findWanderers(matched, options.places);
  const matches = matched.map(({ cells, match }) => wanderers.apply(cells, match));
  return {
    schemes,
    unreadable: points.unreadable,
    outside: () => placer?.outside() ?? 0,
    beyond: (row) => others.flatMap(({ level, code, name }) => (!isBlank(cells.first(code, row)) || !isBlank(cells.first(name, row)) ? [level] : [])),
    read(row) {
      const { stated, asked } = found[at[row]!]!;
      const match = matches[at[row]!]!;
      const point = points.read(row);
      return { stated, match: point && placer ? placer.apply(match, asked, point) : match, point };
    },
  };
}

interface Combination {
  stated: StatedCell[];
  asked: StatedCell[];
}

/** The different cells of places, and which of them each row has. */
function readCombinations(rows: number, places: Columns['places'], cells: Cells, ask: (cell: StatedCell) => StatedCell) {
  const seen = new Map<string, number>();
  const found: Combination[] = [];
  const at = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    let key = '';
    for (const { code, name } of places) key += `${cells.first(code, row)}\u0001${cells.first(name, row)}\u0002`;
    let known = seen.get(key);
    if (known === undefined) {
      const own = places.map(({ level, code, name }) => ({ level, code: cells.first(code, row) || null, name: cells.first(name, row) || null }));
      seen.set(key, (known = found.length));
      found.push({ stated: own.filter(({ code, name }) => code !== null || name !== null), asked: own.map(ask) });
    }
    at[row] = known;
  }
  return { at, found };
}
