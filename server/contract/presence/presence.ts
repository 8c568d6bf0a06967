/** 3W: who does what where. What is read from a workbook, how it is understood, and what is counted. */
import type { ColumnQuestion } from '../columns.ts';
import type { AdminLevel, Pcode } from '../ids.ts';
import type { CodedBy } from './coded.ts';
import type { ImportProfile, OrgRole, PeriodSpan, PresenceRole, RoleGuess } from './columns.ts';
import type { DateColumn } from './dates.ts';
import type { PresenceRows, SheetOffer } from './rows.ts';

export type { ImportProfile, MarkCount, OrgRole, PeriodSpan, PresenceAnswers, PresenceRole, RoleGuess } from './columns.ts';
export { periodSpan, presenceAnswers, presenceColumnAnswer } from './columns.ts';
export type { PresenceRows, SheetOffer } from './rows.ts';

/** Order of `records.status` and of `PresenceColumns.statuses`. */
export const STATUSES = ['planned', 'ongoing', 'completed', 'suspended', 'unknown'] as const;
export type ActivityStatus = (typeof STATUSES)[number];

/** A decision about one spelling at one place; `pcode` null means "cannot be placed". */
export interface PlaceDecision {
  level: AdminLevel;
  code: string | null;
  name: string | null;
  parent: Pcode | null;
  /** A decision about rows of this code and name whose coordinates lie in this unit. */
  point?: Pcode | undefined;
  pcode: Pcode | null;
}

/** What people of a country have decided; applied to every import of that country. */
export interface PresenceMemory {
  places: (PlaceDecision & { by: string; at: string })[];
  /** Folded spelling → codes; a cell that names two sectors has two. */
  sectors: { spelling: string; codes: string[] }[];
  orgTypes: { spelling: string; codes: string[] }[];
  /** `name`: what it is called from now on. */
  organisations: { spelling: string; organisation: string; name?: string | undefined }[];
  /** Pairs of organisations, by id, that look alike and are two. */
  distinct: [string, string][];
  profiles: ImportProfile[];
}

export type PlacedBy = 'code' | 'code-repaired' | 'name' | 'name-unique' | 'alias' | 'fuzzy' | 'human' | 'point';

/** The cells of one level as the provider wrote them. */
export interface StatedCell {
  level: AdminLevel;
  code: string | null;
  name: string | null;
}

/** One row of the source: an activity of one or several organisations at one place. */
export interface PresenceRecord {
  /** 1-based row of the source. */
  row: number;
  /** Organisation ids by role; absent where the row names none. Shared between rows, never changed. */
  orgs: Partial<Record<OrgRole, string[]>>;
  sectors: string[];
  status: ActivityStatus;
  /** ISO dates of what the record describes; null where neither row nor file says. */
  start: string | null;
  end: string | null;
  activity: string | null;
  people: number | null;
  /** Deepest certain unit; '' where the country has no boundaries here. */
  level: AdminLevel;
  pcode: Pcode;
  /** Deepest level the row states; deeper than `level` when it could not be placed there; null when it names no place. */
  statedLevel: AdminLevel | null;
  stated: StatedCell[];
  method: PlacedBy | 'none';
  score: number;
  /** Key of the open question about its place, null when there is none. */
  question: string | null;
  /** Where the row says it was, in degrees; null where it says nothing that can be read. */
  point: [lon: number, lat: number] | null;
}

export interface OrganisationEntry {
  id: string;
  name: string;
  acronym: string | null;
  /** Code of data/org-types.csv. */
  type: string | null;
}

/** A sector of a 3W. Where no list of ours has it, `code` is made of the source's words (`own:…`) and `text` holds them. */
export interface SectorEntry {
  code: string;
  parent: string | null;
  text?: string | undefined;
}

/** A spelling that needs a word from a person once for the country. */
export interface OpenSpelling {
  text: string;
  rows: number;
  /** Codes to choose from; empty where nothing fits. */
  candidates: string[];
  /** Codes of its parts where the cell seems to hold several values: `Santé / Nutrition`. Split only once somebody says so. */
  parts?: string[];
}

/** Doubtful rows with one cause and one answer. */
export interface ReviewGroup {
  id: string;
  cause: string;
  level: AdminLevel;
  code: string | null;
  name: string | null;
  parent: Pcode | null;
  rows: number;
  /** First source rows. */
  sampleRows: number[];
  candidates: { pcode: Pcode; level: AdminLevel; name: string; score: number; by: 'code' | 'name' | 'point' }[];
  /** Unit in which the coordinates of the rows lie, where they contradict code or name. */
  point?: Pcode | undefined;
  /** The one answer that stands out, to be accepted with one click; null where only a person can choose. */
  proposal: Pcode | null;
  /** Group that has the code of this one's name and the name of this one's code: the two were swapped. */
  swappedWith: string | null;
  /** What was decided, and by whom. */
  decision: { pcode: Pcode | null; by: string; at: string } | null;
}

/** An open spelling with what has been decided since. */
export type DecidedSpelling = OpenSpelling & { decision: { id: string; codes: string[]; by: string; at: string } | null };

/** Two organisations that may be one. */
export interface MergeOffer {
  a: MergedOrganisation;
  b: MergedOrganisation;
  because: 'acronym' | 'name';
  score: number;
  /** Both only pay: the map of who is present does not change by it. */
  donors: boolean;
  /** `kept`: id of the one they are both now; null: they are two. */
  decision: { id: string; kept: string | null; by: string; at: string } | null;
}

export interface MergedOrganisation {
  id: string;
  name: string;
  acronym: string | null;
  /** Rows of this version that name it, in any role; 0 where only versions before did. */
  rows: number;
}

/** What waits for a person in a version of a 3W: the answer of `GET /presence/{id}/review`. */
export interface PresenceReviewList {
  dataset: string;
  version: string;
  boundaries: { dataset: string; version: string } | null;
  /** null where there is one version only. */
  coded: CodedBy | null;
  groups: (ReviewGroup & { decisionId: string | null })[];
  repairs: RepairGroup[];
  sectors: DecidedSpelling[];
  orgTypes: DecidedSpelling[];
  merges: MergeOffer[];
  /** Columns of codes of another list, whose rows were placed by the names beside them: to be seen, not to be decided. */
  schemes: PresenceData['codeSchemes'];
  columns: RoleGuess[];
  /** What must be answered about columns before the version can be published. */
  questions: ColumnQuestion<PresenceRole>[];
  sheets: SheetOffer[];
  /** Columns of dates that are not plain: of another calendar, or with dates that wait for a decision. */
  dates: DateColumn[];
  /** Decisions made since this version was imported: an import with them would differ. */
  pending: number;
}

/** Codes repaired alike: `TDxx → TCDxx`. */
export interface RepairGroup {
  level: AdminLevel;
  how: string;
  pattern: string;
  rows: number;
  /** First of the codes, as written and as read. */
  codes: { before: string; after: string; rows: number }[];
  distinct: number;
}

/** The artifact `presence` of a version: every row, in columns, values by index into lists. */
export interface PresenceData {
  spec: 1;
  dataset: string | null;
  /** The version that the codes of the file are those of. */
  boundaries: { dataset: string; version: string } | null;
  /** How that version is known. Absent where there was one only, and in versions stored before it was asked: those were read by the current one. */
  coded?: CodedBy;
  source: { file: string; sheet: string; headerRows: number[]; hxl: boolean };
  sheets: SheetOffer[];
  /** Said by a person, for rows that state none. */
  period: PeriodSpan | null;
  /** Read from the name of the file or the sheet; only a proposal. */
  proposedPeriod: PeriodSpan | null;
  profile: ImportProfile;
  columnsRead: RoleGuess[];
  columnQuestions: ColumnQuestion<PresenceRole>[];
  /** Columns of codes that no boundaries here know, beside names that placed their rows: `NX1101`. */
  codeSchemes: { level: AdminLevel; heading: string; rows: number; samples: string[] }[];
  /** Columns of dates; versions made before they were told have none. */
  dates?: DateColumn[];
  /** Units with records and the units above them, parents first. `parent` is an index, -1 at the top. */
  units: { pcode: string; level: AdminLevel; name: string; parent: number }[];
  organisations: OrganisationEntry[];
  sectors: SectorEntry[];
  /** Lists of indices into `organisations` and `sectors`; entry 0 is the empty list. */
  orgSets: number[][];
  sectorSets: number[][];
  periods: [start: string | null, end: string | null][];
  places: StatedCell[][];
  activities: string[];
  questions: string[];
  /** Record i in every column. -1 stands for none. */
  records: {
    row: number[];
    unit: number[];
    /** Level the row states; -1 where it names no place. */
    stated: number[];
    implementing: number[];
    programming: number[];
    funding: number[];
    sectors: number[];
    status: number[];
    period: number[];
    people: (number | null)[];
    activity: number[];
    place: number[];
    method: number[];
    score: number[];
    question: number[];
    /** Index into `points`; -1 for none. Versions stored earlier, and those without coordinates, have no such column. */
    point?: number[];
  };
  /** Places as the rows state them, in degrees. */
  points?: [lon: number, lat: number][];
  groups: ReviewGroup[];
  repairs: RepairGroup[];
  merges: { a: string; b: string; because: 'acronym' | 'name'; score: number }[];
  openSectors: OpenSpelling[];
  openOrgTypes: OpenSpelling[];
  rows: PresenceRows;
}

/** The same for counting, small enough for a browser: rows that count alike are one. */
export interface PresenceColumns {
  dataset: string;
  version: string;
  boundaries: { dataset: string; version: string } | null;
  units: PresenceData['units'];
  organisations: OrganisationEntry[];
  sectors: SectorEntry[];
  statuses: readonly ActivityStatus[];
  orgSets: number[][];
  sectorSets: number[][];
  periods: [start: string | null, end: string | null][];
  /** Units in which rows may lie that wait for a decision on their place, as indices; empty: anywhere in the unit that is certain. */
  doubts: number[][];
  /** On other boundaries: from this index on `doubts` are heirs of units that were split. Rows lie in one of them, so they are possible in each. */
  heirsFrom?: number | undefined;
  columns: {
    unit: number[];
    stated: number[];
    /** Index into `doubts` of rows that wait; -1: their place is certain, or somebody decided that it cannot be told. */
    doubt: number[];
    implementing: number[];
    programming: number[];
    funding: number[];
    sectors: number[];
    status: number[];
    period: number[];
    people: (number | null)[];
    /** How many rows of the source stand behind the entry. */
    records: number[];
  };
  /** Where they are on other boundaries than those that the version was placed on. */
  carried?: Carried | undefined;
}

/** What became of the rows of a 3W on the way to another version of the boundaries (decision 0062). */
export interface Carried {
  from: string;
  to: string;
  /** Whether anything tells what became of the units; else codes are taken as they are. */
  compared: boolean;
  /**
   * All rows: `exact`: all ground of their unit is in one unit now, or the row itself says in which. `near`: at least 98 %, or codes alone say so.
   * `possible`: their unit was split, and they are certain for the unit above alone. `notPlaced`: no unit took the place of theirs, or they had none.
   */
  rows: { exact: number; near: number; possible: number; notPlaced: number };
  /** Of those exact and near, rows whose unit has another code now. */
  moved: number;
}

/** As it is told: null of a sensitive 3W, whose units that are not what they were are withheld. */
export type ToldCarried = Omit<Carried, 'rows' | 'moved'> & { rows: Carried['rows'] | null; moved: number | null };

/** Order of `records.method`. */
export const METHODS: readonly (PlacedBy | 'none')[] = ['none', 'code', 'code-repaired', 'name', 'name-unique', 'alias', 'fuzzy', 'human', 'point'];

export const COUNT_UNITS = ['organisations', 'activities', 'people'] as const;
/** What a number on a map counts. Chosen by a person, stored with the map, printed with every output. */
export interface CountDefinition {
  unit: (typeof COUNT_UNITS)[number];
  /** `any`: implementing or programming partners; who only pays is not present, and is counted by itself. */
  role: OrgRole | 'any';
  statuses: ActivityStatus[];
  /** Sector codes; empty is all. A cluster includes its areas of responsibility. */
  sectors: string[];
  /** Organisation type codes; empty is all. */
  orgTypes: string[];
  /** Organisation ids; empty is all. */
  orgs: string[];
  /** Inclusive ISO dates that a record's period must touch; null is open. */
  from: string | null;
  to: string | null;
}

export const DEFAULT_DEFINITION: CountDefinition = {
  unit: 'organisations',
  role: 'implementing',
  statuses: ['ongoing', 'completed', 'unknown'],
  sectors: [],
  orgTypes: [],
  orgs: [],
  from: null,
  to: null,
};

/** Distinct counts of one unit at the asked level. Roll-up is by union of organisations, never by sum of counts. */
export interface UnitCount {
  /** What the definition counts; null where people are counted and no record states any: not known is not zero. */
  count: number | null;
  organisations: number;
  sectors: number;
  records: number;
  /** Sum over records that state a number; null where none does. */
  people: number | null;
}

/**
 * The answer to one definition at one level. Kinds of emptiness: a unit in `reported` but not in `byPcode` is zero; a unit in neither is not reported;
 * `knownOnlyAbove` and `notPlaced` count, by the unit that is certain, records that are known no deeper and records without a place. Of the latter,
 * `inDoubt` counts those that wait for a decision, by the units in which they may lie (a record under each); `''` stands for anywhere.
 * `possible`: what would be counted in a unit if all rows of split units that may lie in it did, with those that certainly do; only units where there
 * are such rows. `byPcode` is certain alone.
 */
export interface PresenceCount {
  level: AdminLevel;
  definition: CountDefinition;
  byPcode: Record<string, UnitCount>;
  possible: Record<string, UnitCount>;
  reported: string[];
  knownOnlyAbove: Record<string, number>;
  notPlaced: Record<string, number>;
  inDoubt: Record<string, number>;
  totals: {
    /** Over all records of the definition, placed at this level or not; null as for one unit. */
    count: number | null;
    organisations: number;
    sectors: number;
    records: number;
    people: number | null;
    units: number;
    knownOnlyAbove: number;
    notPlaced: number;
    /** Of `notPlaced`, the records that wait for a decision on their place. */
    inDoubt: number;
    /** Of `inDoubt`, the records that lie in one of the units that theirs was split into. */
    possible: number;
    /** Of `notPlaced`, the records that name no place at all: nobody can decide on those. */
    withoutPlace: number;
    /** Records left out because a period is asked and they state none. */
    undated: number;
  };
}
