/** 3W: who does what where. What is read from a workbook, how it is understood, and what is counted. */
import type { AdminLevel, Pcode } from './ids.ts';

export type OrgRole = 'implementing' | 'programming' | 'funding';
export type ActivityStatus = 'planned' | 'ongoing' | 'completed' | 'suspended' | 'unknown';

/** What a column of a 3W table holds. `organisation` without a role is the one the table is about. */
export type PresenceRole =
  | { is: 'org'; role: OrgRole; part: 'name' | 'acronym' | 'type' }
  | { is: 'place'; level: AdminLevel; part: 'code' | 'name' }
  | {
      is:
        | 'sector'
        | 'subsector'
        | 'activity'
        | 'status'
        | 'start'
        | 'end'
        | 'period'
        | 'year'
        | 'month'
        | 'quarter'
        | 'people'
        | 'modality'
        | 'lat'
        | 'lon'
        | 'locality';
    }
  | { is: 'ignore' };

export interface RoleGuess {
  column: number;
  heading: string;
  hxl: string | null;
  role: PresenceRole;
  /** What the guess rests on; `asked`: a person said so; `profile`: last month's file. */
  from: 'hxl' | 'heading' | 'values' | 'profile' | 'asked';
  /** First distinct values, for the preview. */
  samples: string[];
}

/** How last month's file was understood; found again by its shape. */
export interface ImportProfile {
  id: string;
  /** Folded headings in order. */
  headings: string[];
  sheet: string;
  roles: PresenceRole[];
  /** Declared separator of cells with several values, by column. */
  separators: Record<number, string>;
}

export type PlacedBy = 'code' | 'code-repaired' | 'name' | 'name-unique' | 'alias' | 'fuzzy' | 'human';

/** One organisation in one sector in one unit, as one row of the source states it. */
export interface PresenceRecord {
  /** 1-based row of the source. */
  row: number;
  /** Organisation ids by role; empty where the row names none. */
  orgs: Partial<Record<OrgRole, string[]>>;
  sectors: string[];
  status: ActivityStatus;
  /** ISO dates of what the record describes; null where neither row nor file says. */
  start: string | null;
  end: string | null;
  activity: string | null;
  people: number | null;
  /** Deepest certain unit. */
  level: AdminLevel;
  pcode: Pcode;
  /** Deepest level the row states; deeper than `level` when it could not be placed there. */
  statedLevel: AdminLevel | null;
  method: PlacedBy | 'none';
  score: number;
  /** Key of the open question about its place, null when there is none. */
  question: string | null;
}

export interface OrganisationEntry {
  id: string;
  name: string;
  acronym: string | null;
  /** Code of data/org-types.csv. */
  type: string | null;
}

/** What a number on a map counts. Chosen by a person, stored with the map, printed with every output. */
export interface CountDefinition {
  unit: 'organisations' | 'activities' | 'people';
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
  count: number;
  organisations: number;
  sectors: number;
  records: number;
}

export interface PresenceSummary {
  dataset: string;
  version: string;
  boundaries: { dataset: string; version: string };
  level: AdminLevel;
  definition: CountDefinition;
  /** Units with at least one record of the definition. A unit of the level that is absent here is zero if `reported`, else not reported. */
  byPcode: Record<string, UnitCount>;
  /** Units for which the source holds any record at all, whatever the filter: the others are "not reported", not zero. */
  reported: string[];
  /** Records known only above this level, by the unit that is certain. */
  knownOnlyAbove: Record<string, number>;
  totals: { organisations: number; sectors: number; records: number; units: number; notPlaced: number };
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
  candidates: { pcode: Pcode; level: AdminLevel; name: string; score: number; by: 'code' | 'name' }[];
  /** What was decided, and by whom. */
  decision: { pcode: Pcode | null; by: string; at: string } | null;
}
