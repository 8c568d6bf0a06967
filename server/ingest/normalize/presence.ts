/**
 * Rows of a 3W table → presence records. No row disappears: it becomes a record, at the deepest admin unit that is certain,
 * or it is dropped with a reason that is counted. 3w.md §1.5, §2.6.
 */
import type { Gazetteer } from '../../contract/admin.ts';
import type { AdminLevel, Pcode } from '../../contract/ids.ts';
import type { ActivityStatus, OrganisationEntry, OrgRole, PresenceRecord, PresenceRole, ReviewGroup } from '../../contract/presence.ts';
import { foldName } from '../match/normalize.ts';
import type { MergeProposal, Organisation, OrganisationAlias } from '../match/organisations.ts';
import { createOrganisationRegistry } from '../match/organisations.ts';
import type { PlaceMatch, PlaceMatcher, PlaceRepair, StatedPlace } from '../match/places.ts';
import { decisionKey } from '../match/places.ts';
import type { CodeTable } from '../match/sectors.ts';
import type { Cell, RawTable } from '../read/rawTable.ts';
import { cellText } from '../read/rawTable.ts';
import { readDate } from './dates.ts';
import type { Period } from './periods.ts';
import { monthOf, readPeriod, toMonthPeriod, toQuarter } from './periods.ts';

export interface PresenceOptions {
  gazetteer: Gazetteer;
  places: PlaceMatcher;
  sectors: CodeTable;
  orgTypes: CodeTable;
  /** Organisations met before in this country, and what people said of their spellings. */
  organisations?: Organisation[];
  organisationAliases?: OrganisationAlias[];
  /** Declared separator of cells with several values, by column. Nothing is split that nobody declared. */
  separators?: Record<number, string>;
  /** Period of the file, said or confirmed by a person; for rows that state none. */
  period?: Period | null;
}

/** A spelling that needs a word from a person once for the country. */
export interface OpenSpelling {
  text: string;
  rows: number;
  /** Codes to choose from; empty where nothing fits. */
  candidates: string[];
}

export interface NormalizedPresence {
  records: PresenceRecord[];
  organisations: OrganisationEntry[];
  merges: MergeProposal[];
  groups: ReviewGroup[];
  openSectors: OpenSpelling[];
  openOrgTypes: OpenSpelling[];
  repairs: (PlaceRepair & { rows: number })[];
  rows: {
    /** Rows under the header that hold something. */
    read: number;
    /** By reason: what the table reader left out, and rows without an organisation. */
    dropped: Record<string, number>;
    /** By method, for rows placed at the level they state. */
    placed: Record<string, number>;
    /** Rows that stay above the level they state, or name no place at all. */
    notPlaced: number;
    /** Rows behind an open question. */
    needReview: number;
    /** Rows whose name beside a good code is no spelling of its unit. */
    nameDiffers: number;
  };
}

interface Columns {
  orgs: { role: OrgRole; name: number; acronym: number; type: number }[];
  places: { level: AdminLevel; code: number; name: number }[];
  at: Partial<Record<PresenceRole['is'], number>>;
}

/** @throws nothing for bad rows; a table without a column for organisations or places is refused before (InputError in the pipeline) */
export function normalizePresence(table: RawTable, roles: PresenceRole[], options: PresenceOptions): NormalizedPresence {
  const columns = arrange(roles);
  const registry = createOrganisationRegistry(options.organisations, options.organisationAliases);
  const text = (column: number, row: number) => (column < 0 ? '' : cellText(table.columns[column]!.cells[row] ?? null));
  const parts = (column: number, row: number) => {
    const whole = text(column, row);
    const separator = options.separators?.[column];
    const list = separator ? whole.split(separator).map((part) => part.trim()) : [whole];
    return list.filter((part) => !BLANK.test(part));
  };
  const result: NormalizedPresence = {
    records: [],
    organisations: [],
    merges: [],
    groups: [],
    openSectors: [],
    openOrgTypes: [],
    repairs: [],
    rows: { read: table.rows, dropped: {}, placed: {}, notPlaced: 0, needReview: 0, nameDiffers: 0 },
  };
  for (const [reason, count] of Object.entries(table.dropped)) if (count > 0) result.rows.dropped[reason] = count;
  const sectors = createSpellings(options.sectors);
  const orgTypes = createSpellings(options.orgTypes);
  const groups = new Map<string, ReviewGroup>();
  const repairs = new Map<string, PlaceRepair & { rows: number }>();

  for (let row = 0; row < table.rows; row++) {
    const orgs: PresenceRecord['orgs'] = {};
    for (const { role, name, acronym, type } of columns.orgs) {
      const names = name < 0 ? parts(acronym, row) : parts(name, row);
      // Several names in one cell share no acronym: the acronym cell then names them in its own order, which nobody guarantees.
      const short = name >= 0 && names.length <= 1 ? (parts(acronym, row)[0] ?? null) : null;
      const list = names.length > 0 ? names : short ? [short] : [];
      const typeCode = orgTypes.read(text(type, row));
      const found = list.flatMap((each) => registry.resolve({ name: each, acronym: list.length === 1 ? short : null, type: typeCode[0] ?? null })?.id ?? []);
      if (found.length > 0) orgs[role] = [...new Set(found)];
    }
    if (Object.keys(orgs).length === 0) {
      result.rows.dropped.noOrganisation = (result.rows.dropped.noOrganisation ?? 0) + 1;
      continue;
    }
    const stated: StatedPlace[] = columns.places.map(({ level, code, name }) => ({ level, code: text(code, row) || null, name: text(name, row) || null }));
    const match = options.places.match(stated);
    const question = countPlace(match, table.rowNumbers[row]!, result.rows, groups, repairs);
    const sectorColumn = columns.at.sector ?? -1;
    const period = periodOf(columns, (column) => (column < 0 ? null : (table.columns[column]!.cells[row] ?? null)), options.period ?? null);
    const people = peopleOf(table.columns[columns.at.people ?? -1]?.cells[row] ?? null);
    result.records.push({
      row: table.rowNumbers[row]!,
      orgs,
      sectors: [...new Set(parts(sectorColumn, row).flatMap((each) => sectors.read(each)))],
      status: statusOf(text(columns.at.status ?? -1, row)),
      start: period?.start ?? null,
      end: period?.end ?? null,
      activity: text(columns.at.activity ?? -1, row) || null,
      people,
      level: match.unit?.level ?? 0,
      pcode: match.unit?.pcode ?? ('' as Pcode),
      statedLevel: match.stated,
      method: match.method,
      score: match.score,
      question,
    });
  }
  result.organisations = registry.all().map(({ id, name, acronym, type }) => ({ id, name, acronym, type }));
  result.merges = registry.proposals();
  result.groups = [...groups.values()].sort((a, b) => b.rows - a.rows || (a.id < b.id ? -1 : 1));
  result.openSectors = sectors.open();
  result.openOrgTypes = orgTypes.open();
  result.repairs = [...repairs.values()].sort((a, b) => b.rows - a.rows);
  return result;
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

/** Counts how a row was placed and files its open question. The question's key, or null. */
function countPlace(
  match: PlaceMatch,
  rowNumber: number,
  rows: NormalizedPresence['rows'],
  groups: Map<string, ReviewGroup>,
  repairs: Map<string, PlaceRepair & { rows: number }>,
): string | null {
  for (const repair of match.repairs) {
    const key = JSON.stringify([repair.level, repair.before, repair.after]);
    const known = repairs.get(key);
    if (known) known.rows++;
    else repairs.set(key, { ...repair, rows: 1 });
  }
  if (match.nameDiffers) rows.nameDiffers++;
  const placed = match.unit !== null && match.stated !== null && match.unit.level >= match.stated;
  if (placed) rows.placed[match.method] = (rows.placed[match.method] ?? 0) + 1;
  else rows.notPlaced++;
  if (!match.question) return null;
  rows.needReview++;
  const id = decisionKey(match.question);
  const group = groups.get(id);
  if (group) {
    group.rows++;
    if (group.sampleRows.length < 10) group.sampleRows.push(rowNumber);
  } else groups.set(id, { id, ...match.question, rows: 1, sampleRows: [rowNumber], decision: null });
  return id;
}

/** Spellings read through a code table; those without one certain code are kept for a person. */
function createSpellings(table: CodeTable) {
  const open = new Map<string, OpenSpelling>();
  const known = new Map<string, string[]>();
  return {
    read(text: string): string[] {
      if (BLANK.test(text)) return [];
      const cached = known.get(text);
      const waiting = open.get(foldName(text));
      if (waiting) waiting.rows++;
      if (cached) return cached;
      const match = table.match(text);
      const codes = match.kind === 'certain' ? [match.code] : [];
      if (match.kind !== 'certain' && !waiting) open.set(foldName(text), { text, rows: 1, candidates: match.kind === 'ambiguous' ? match.codes : [] });
      known.set(text, codes);
      return codes;
    },
    open: () => [...open.values()].sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1)),
  };
}

const BLANK = /^[\s\u00a0\-–—.?]*$|^(#?n\/?a|null|none|nan|#ref!|#value!|#name\?)$/iu;

const STATUSES: [pattern: RegExp, status: ActivityStatus][] = [
  [
    /\b(on ?going|on going|en cours|en ejecucion|en curso|implementation|mise en oeuvre|active|actif|activo|deboursement|in progress)\b|جاري|قيد التنفيذ|مستمر/,
    'ongoing',
  ],
  [/\b(completed|complete|cloture|cloturee|termine|terminee|finalizada|finalizado|finished|acheve|closed|rapport|rapportage)\b|مكتمل|منجز|منتهي/, 'completed'],
  [/\b(planned|planifie|planifiee|prevu|planeada|planeado|planificada|planificado|pipeline|planned not started)\b|مخطط|مقرر/, 'planned'],
  [/\b(suspended|suspendu|suspendue|suspendida|suspendido|on hold|cancelled|annule)\b|معلق|متوقف/, 'suspended'],
];

/** Without a word on status an activity counts as reported; the definition says so (3w.md §1.1). */
export function statusOf(text: string): ActivityStatus {
  const folded = foldName(text);
  return STATUSES.find(([pattern]) => pattern.test(folded))?.[1] ?? 'unknown';
}

/** Start and end, else month, quarter or year, else the period of the file. An end before its start is left as it stands for the check to say. */
function periodOf(columns: Columns, cell: (column: number) => Cell, file: Period | null): { start: string | null; end: string | null } | null {
  const at = columns.at;
  const day = (column: number | undefined) => {
    const value = column === undefined ? null : cell(column);
    if (value === null) return null;
    const reading = readDate(value instanceof Date ? value.toISOString() : typeof value === 'object' ? null : value);
    return 'iso' in reading ? reading.iso : null;
  };
  const start = day(at.start);
  const end = day(at.end);
  if (start || end) return { start, end };
  const text = (column: number | undefined) => (column === undefined ? '' : cellText(cell(column)));
  const year = Number(text(at.year)) || (file ? Number(file.start.slice(0, 4)) : 0);
  for (const column of [at.period, at.month]) {
    const value = text(column);
    if (!value) continue;
    const own = readPeriod(value);
    if (own) return own;
    const month = monthOf(value) ?? (/^(1[0-2]|[1-9])$/.test(value) ? Number(value) : undefined);
    if (month && year) return toMonthPeriod(year, month);
    const on = day(column);
    if (on) return toMonthPeriod(Number(on.slice(0, 4)), Number(on.slice(5, 7)));
  }
  const quarter = /([1-4])/.exec(text(at.quarter));
  if (quarter && year) return toQuarter(year, Number(quarter[1]));
  if (at.year !== undefined && year && text(at.year)) return toMonthPeriod(year, 1, 12);
  return file;
}

/** A count of people: never filled with 0 where the cell is empty or no number. */
function peopleOf(cell: Cell): number | null {
  const text = cellText(cell).replace(/[\s,](?=\d{3}\b)/g, '');
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : null;
}
