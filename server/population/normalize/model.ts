/** What normalizing a population upload gives: each level in columns, faults kept beside it, nothing rounded and nothing filled in. */
import type { AdminUnit } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel, Iso3, Pcode } from '../../contract/ids.ts';
import type { PopulationColumn, PopulationQuestion } from '../../contract/population/columns.ts';
import type { PopulationGroup } from '../../contract/population/population.ts';
import type { PcodeRepair } from '../../matching/pcodes.ts';

/** One cell that could not be taken as a number, or was taken with a doubt. */
export interface CellFault {
  /** Index of the unit in its level. */
  unit: number;
  heading: string;
  text: string;
}

/** A list of faults that may be long: all are counted, the first MAX_ITEMS kept. */
export interface Faults<T> {
  count: number;
  items: T[];
}

/** One admin level of one sheet or file. Row i of every column is the same unit; repeated codes are kept as rows of their own. */
export interface PopulationLevel {
  level: AdminLevel;
  file: string;
  sheet: string;
  /** As written, blanks tidied; '' where the row gives none. */
  codes: string[];
  names: string[];
  /** Codes of the ancestors as each row states them, by level; null where the row gives none. */
  parents: { level: AdminLevel; codes: (string | null)[] }[];
  /** 1-based, as the person sees them. */
  rowNumbers: Uint32Array;
  groups: PopulationGroup[];
  /** `values[g][i]`: group g of unit i; NaN is null, that is not known. */
  values: Float64Array[];
  /** The year the level is published with, and where it was read; `years` are all that the table states. */
  year: number | null;
  yearFrom: 'column' | 'heading' | 'sheet' | 'file' | 'preamble' | null;
  years: number[];
  /** The latest year that each row states, null where it states none. */
  yearOf: (number | null)[];
  source: string;
  faults: {
    notNumbers: Faults<CellFault>;
    notAvailable: Faults<CellFault>;
    scientific: Faults<CellFault>;
    /** Thousands written apart, by heading: how often, the first as it stands there, and the first units. Read, and said so column by column. */
    separated: Map<string, { count: number; text: string; units: number[] }>;
    /** Codes that a spreadsheet turned into 1.01E+05 and that have lost their digits. */
    scientificCodes: number[];
    /** Long tables: the same unit, sex and age twice; the first value is kept. */
    repeatedValues: Faults<CellFault>;
    /** Long tables: sex or age texts that say nothing known. */
    unreadBands: Faults<CellFault>;
  };
}

export interface NormalizedPopulation {
  country: Iso3;
  /** Shallowest first, at most one for a level. */
  levels: PopulationLevel[];
  /** A second sheet or file for a level that has one already (check Q2). */
  repeated: { level: AdminLevel; file: string; sheet: string }[];
  /** Tables that hold population but could not be used, each with the reason as a finding code (check Q3, Q5). */
  unusable: {
    file: string;
    sheet: string;
    code: 'population.no-code-column' | 'population.bad-band' | 'population.unknown-level' | 'population.text-columns';
    heading: string;
  }[];
  /** Metadata sheets, lists, hidden sheets. */
  ignored: { file: string; sheet: string; reason: 'hidden' | 'no-population' }[];
  /** Headings of population tables that were not understood. */
  ignoredColumns: { file: string; sheet: string; headings: string[] }[];
  /** Columns of the tables that hold population, as they were read. */
  columns: PopulationColumn[];
  /** What of them must be answered before publishing. */
  questions: PopulationQuestion[];
  /** Rows of other countries in a file of many. */
  otherCountries: number;
  /** Rows of earlier years of a unit that has a later one. */
  earlierYears: number;
  /** What metadata sheets say, by their keys in lower case. */
  stated: Map<string, string>;
  findings: Finding[];
}

/** How one level met the boundaries. */
export interface LevelJoin {
  level: AdminLevel;
  /** For each unit of the population level: the boundaries' code, or null. */
  pcodes: (Pcode | null)[];
  repaired: { unit: number; pcode: Pcode; repairs: PcodeRepair[] }[];
  /** Units whose code the boundaries do not have, with near codes and units of the same name, for a person to choose from. */
  unknown: { unit: number; near: Pcode[]; sameName: Pcode[] }[];
  /** Units of the boundaries that have no population. */
  missing: AdminUnit[];
  /** Distinct units of the boundaries that have population. */
  matched: number;
}
