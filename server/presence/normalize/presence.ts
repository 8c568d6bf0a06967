/**
 * Rows of a 3W table → presence records. No row disappears: it becomes a record, at the deepest admin unit that is certain,
 * or it is dropped with a reason that is counted. 3w.md §1.5, §2.6.
 */
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import type {
  ActivityStatus,
  OpenSpelling,
  OrganisationEntry,
  OrgRole,
  PeriodSpan,
  PresenceMemory,
  PresenceRecord,
  PresenceRole,
  PresenceRows,
  RepairGroup,
  ReviewGroup,
  StatedCell,
} from '../../contract/presence/presence.ts';
import type { MergeProposal, Organisation } from '../../matching/organisations.ts';
import { createOrganisationRegistry, isNobody } from '../../matching/organisations.ts';
import type { PlaceMatch, PlaceMatcher } from '../../matching/places.ts';
import type { CodeTable } from '../../matching/sectors.ts';
import type { RawTable } from '../../formats/tables/rawTable.ts';
import { cellText } from '../../formats/tables/rawTable.ts';
import { linesText, splitCell } from './cells.ts';
import type { PlaceLedger } from './ledger.ts';
import { createPlaceLedger } from './ledger.ts';
import { createPeopleReader } from './people.ts';
import { createPeriodReader } from './recordPeriods.ts';
import { createSpellings, isBlank } from './spellings.ts';
import { statusOf } from './status.ts';

export interface PresenceOptions {
  places: PlaceMatcher;
  /** Levels that the boundaries have; columns of other levels place nothing. */
  levels: AdminLevel[];
  sectors: CodeTable;
  orgTypes: CodeTable;
  /** Organisations met before in this country. */
  organisations?: Organisation[] | undefined;
  /** What people of the country decided. */
  memory?: PresenceMemory | undefined;
  /** Declared separators of cells with several values, by column. Nothing is split that nobody declared. */
  separators?: Map<number, string[]> | undefined;
  /** Period of the file, said by a person; for rows that state none. */
  period?: PeriodSpan | null;
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
  /** `organisations` is counted once the records are there (contract/presence/count.ts). */
  rows: Omit<PresenceRows, 'organisations'>;
  /** Rows that hold an organisation but name no place at all. */
  withoutPlace: number;
  /** Rows that state a level which the boundaries lack, by level. */
  beyond: Map<AdminLevel, number>;
  unreadableDates: { row: number; text: string }[];
  unreadablePeople: { row: number; text: string }[];
}

interface Columns {
  orgs: { role: OrgRole; name: number; acronym: number; type: number }[];
  places: { level: AdminLevel; code: number; name: number }[];
  at: Partial<Record<PresenceRole['is'], number>>;
}

type Orgs = PresenceRecord['orgs'];

/** @throws nothing for bad rows; a table without a column for organisations or places is refused before (InputError in the pipeline) */
export function normalizePresence(table: RawTable, roles: PresenceRole[], options: PresenceOptions): NormalizedPresence {
  const columns = arrange(roles);
  const known = columns.places.filter(({ level }) => options.levels.includes(level));
  const beyondColumns = columns.places.filter(({ level }) => !options.levels.includes(level));
  const registry = createOrganisationRegistry(options.organisations, options.memory?.organisations);
  const lined = new Set([...(options.separators ?? [])].flatMap(([column, separators]) => (separators.includes('\n') ? [column] : [])));
  const text = (column: number, row: number) => {
    if (column < 0) return '';
    const cell = table.columns[column]!.cells[row] ?? null;
    return lined.has(column) ? linesText(cell) : cellText(cell);
  };
  const split = (whole: string, column: number) => splitCell(whole, options.separators?.get(column) ?? []);
  const columnAt = (is: PresenceRole['is']) => (columns.at[is] === undefined ? undefined : table.columns[columns.at[is]]);
  const periods = createPeriodReader(
    {
      start: columnAt('start'),
      end: columnAt('end'),
      period: columnAt('period'),
      month: columnAt('month'),
      quarter: columnAt('quarter'),
      year: columnAt('year'),
    },
    options.period ?? null,
  );
  const people = createPeopleReader(columnAt('people'));
  const sectors = createSpellings(options.sectors, options.memory?.sectors);
  const orgTypes = createSpellings(options.orgTypes, options.memory?.orgTypes);
  const ledger: PlaceLedger = createPlaceLedger(options.memory?.places ?? []);
  const records: PresenceRecord[] = [];
  const dropped: Record<string, number> = {};
  const beyond = new Map<AdminLevel, number>();
  const blank = table.dropped.blank;
  for (const [reason, count] of Object.entries(table.dropped)) if (count > 0 && reason !== 'blank') dropped[reason] = count;
  let withoutPlace = 0;

  /** Rows repeat the same cells by the thousand: each combination is read once and shared. */
  const orgsSeen = new Map<string, Orgs>();
  const readOrgs = (row: number): Orgs => {
    const cells = columns.orgs.map(({ name, acronym, type }) => [text(name, row), text(acronym, row), text(type, row)] as const);
    for (const [, , type] of cells) orgTypes.count(type);
    const key = cells.map((each) => each.join('\u0001')).join('\u0002');
    const seen = orgsSeen.get(key);
    if (seen) return seen;
    const orgs: Orgs = {};
    columns.orgs.forEach(({ role, name, acronym }, i) => {
      const [nameText, acronymText, typeText] = cells[i]!;
      const names = split(nameText, name).filter((each) => !isNobody(each));
      const short = split(acronymText, acronym).filter((each) => !isNobody(each));
      // Several names in one cell share no acronym: the acronym cell then names them in its own order, which nobody guarantees.
      const list = names.length > 0 ? names : short;
      const own = names.length === 1 && short.length === 1 ? short[0]! : null;
      const found = list.flatMap((each) => registry.resolve({ name: each, acronym: own, type: orgTypes.codes(typeText)[0] ?? null })?.id ?? []);
      if (found.length > 0) orgs[role] = [...new Set(found)];
    });
    orgsSeen.set(key, orgs);
    return orgs;
  };

  const sectorColumn = columns.at.sector ?? -1;
  const subColumn = columns.at.subsector ?? -1;
  const sectorsSeen = new Map<string, string[]>();
  const readSectors = (row: number): string[] => {
    const whole = text(sectorColumn, row);
    const sub = text(subColumn, row);
    for (const part of split(whole, sectorColumn)) sectors.count(part);
    const key = `${whole}\u0001${sub}`;
    let list = sectorsSeen.get(key);
    if (!list) {
      list = [...new Set(split(whole, sectorColumn).flatMap((each) => sectors.codes(each)))];
      // "Protection" beside the sub-sector "Child Protection": the area of responsibility is the more exact word.
      const narrow = options.sectors.match(sub);
      const entry = narrow.kind === 'certain' ? options.sectors.get(narrow.code) : undefined;
      if (entry?.parent) list = list.map((code) => (code === entry.parent ? entry.code : code));
      sectorsSeen.set(key, list);
    }
    return list;
  };

  const statusSeen = new Map<string, ActivityStatus>();
  const readStatus = (row: number): ActivityStatus => {
    const word = text(columns.at.status ?? -1, row);
    let status = statusSeen.get(word);
    if (!status) statusSeen.set(word, (status = statusOf(word)));
    return status;
  };

  const placesSeen = new Map<string, { stated: StatedCell[]; match: PlaceMatch }>();
  const readPlace = (row: number) => {
    const cells = known.map(({ level, code, name }) => ({ level, code: text(code, row) || null, name: text(name, row) || null }));
    const key = cells.map(({ code, name }) => `${code ?? ''}\u0001${name ?? ''}`).join('\u0002');
    let seen = placesSeen.get(key);
    if (!seen) placesSeen.set(key, (seen = { stated: cells.filter(({ code, name }) => code !== null || name !== null), match: options.places.match(cells) }));
    return seen;
  };

  for (let row = 0; row < table.rows; row++) {
    const orgs = readOrgs(row);
    if (isEmpty(orgs)) {
      dropped.noOrganisation = (dropped.noOrganisation ?? 0) + 1;
      continue;
    }
    const { stated, match } = readPlace(row);
    const rowNumber = table.rowNumbers[row]!;
    const question = ledger.add(match, rowNumber);
    if (match.stated === null) withoutPlace++;
    for (const { level, code, name } of beyondColumns)
      if (!isBlank(text(code, row)) || !isBlank(text(name, row))) beyond.set(level, (beyond.get(level) ?? 0) + 1);
    const { start, end } = periods.read(row);
    records.push({
      row: rowNumber,
      orgs,
      sectors: readSectors(row),
      status: readStatus(row),
      start,
      end,
      activity: text(columns.at.activity ?? -1, row) || null,
      people: people.read(row),
      level: match.unit?.level ?? 0,
      pcode: match.unit?.pcode ?? ('' as Pcode),
      statedLevel: match.stated,
      stated,
      method: match.method,
      score: match.score,
      question,
    });
  }
  const { placed, notPlaced, needReview, nameDiffers } = ledger.counts();
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
    rows: {
      read: table.rows + Object.entries(table.dropped).reduce((sum, [reason, count]) => sum + (reason === 'blank' ? 0 : count), 0),
      blank,
      dropped,
      placed,
      notPlaced,
      needReview,
      nameDiffers,
    },
    withoutPlace,
    beyond,
    unreadableDates: periods.unreadable().map(inSource),
    unreadablePeople: people.unreadable().map(inSource),
  };
}

function isEmpty(orgs: Orgs): boolean {
  return !orgs.implementing && !orgs.programming && !orgs.funding;
}

function arrange(roles: PresenceRole[]): Columns {
  const columns: Columns = { orgs: [], places: [], at: {} };
  roles.forEach((role, column) => {
    if (role.is === 'org') {
      let org = columns.orgs.find((each) => each.role === role.role);
      if (!org) columns.orgs.push((org = { role: role.role, name: -1, acronym: -1, type: -1 }));
      if (org[role.part] < 0) org[role.part] = column;
    } else if (role.is === 'place') {
      let place = columns.places.find((each) => each.level === role.level);
      if (!place) columns.places.push((place = { level: role.level, code: -1, name: -1 }));
      if (place[role.part] < 0) place[role.part] = column;
    } else if (role.is !== 'ignore') columns.at[role.is] ??= column;
  });
  // A country column says nothing that the dataset does not say.
  columns.places = columns.places.filter(({ level }) => level > 0).sort((a, b) => a.level - b.level);
  return columns;
}
