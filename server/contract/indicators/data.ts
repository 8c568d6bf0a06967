/** Values of indicators as a version keeps them: what was measured (`indicators`, `series`), where (`areas`), and the values in columns. */
import type { ColumnQuestion } from '../columns.ts';
import type { AdminLevel, DatasetId, Pcode, VersionTag } from '../ids.ts';
import type { PlacedBy, StatedCell } from '../presence/presence.ts';
import type { IndicatorColumn, IndicatorRole, LayoutProfile } from './columns.ts';
import type { IndicatorClass, IndicatorKind, MeasureType } from './indicators.ts';
import type { Dimensions, Layout, ObservationPeriod, ObservationType, Phase, PopulationStatus } from './terms.ts';

/** An indicator as the version knows it: of the agreed list, or proposed by what was read. */
export interface MeasuredIndicator {
  code: string;
  /** `agreed`, `retired`: as the list of that day says; `proposed`: the list has no such code yet. */
  state: 'agreed' | 'proposed' | 'retired';
  title: Record<string, string>;
  sector: string | null;
  kind: IndicatorKind;
  measure: MeasureType;
  unit: string;
  /** Over units. */
  additive: boolean;
  time: 'stock' | 'flow';
  direction: 'higher-worse' | 'higher-better' | 'none';
  classes: IndicatorClass[];
}

/** One thing measured in one way: all that tells its values apart but the place. */
export interface Series {
  /** Index into `indicators`. */
  indicator: number;
  status: PopulationStatus;
  type: ObservationType;
  period: ObservationPeriod | null;
  /** Of the analysis that says it, as the file has it: `Apr 2023`; null where it does not. */
  analysis: string | null;
  phase: Phase | null;
  dimensions: Dimensions;
  /** Of shares: the series of numerator and denominator, by index; null where the file has none. */
  numerator: number | null;
  denominator: number | null;
  /** Headings it was read from, without repetition. */
  headings: string[];
}

/** Why an area is no unit of the boundaries. */
export const AREA_REASONS = [
  'no-boundaries', // the country has none here
  'not-stated', // nothing, or `#N/A`, where the place should be
  'code-unknown',
  'code-name-conflict',
  'parent-conflict',
  'name-unknown',
  'name-doubtful',
  'name-ambiguous',
  'part-of-unit', // "North western, cluster 1", "accessible part of …", "Arrondissement 3"
  'livelihood-zone',
  'site', // a camp, a site, a settlement
  'other', // a person said that it is no unit
] as const;
export type AreaReason = (typeof AREA_REASONS)[number];

/** A place as the file states it, once, however many rows are of it. */
export interface StatedArea {
  /** As the file calls it: its deepest name, or code. */
  name: string;
  /** Deepest level that the file states; null: the whole country, or nothing. */
  level: AdminLevel | null;
  stated: StatedCell[];
  /** The unit that it is; null where it is none. */
  pcode: Pcode | null;
  /** Level of `pcode`; null without one. */
  unitLevel: AdminLevel | null;
  method: PlacedBy | 'none';
  score: number;
  /** The certain unit above, for what is not placed; null: nothing but the country. */
  within: Pcode | null;
  reason: AreaReason | null;
  /** Mapped to units by a person: shares of them, together at most 1. */
  shares: { pcode: Pcode; level: AdminLevel; share: number }[];
  /** Of the question that stands, as in the 3W; null where none does. */
  question: string | null;
  rows: number;
}

export interface IndicatorRows {
  /** Rows under the headings that hold something, of all sheets that were read. `read` = Σ `dropped` + Σ `placed` + `notPlaced`. */
  read: number;
  blank: number;
  /** By reason: totals, instructions, repeated headings, `otherCountry`. */
  dropped: Record<string, number>;
  /** Of `dropped.otherCountry`, by what the file calls the country. */
  otherCountries: Record<string, number>;
  /** By method. */
  placed: Record<string, number>;
  notPlaced: number;
  /** Rows behind an open question. */
  needReview: number;
}

/** A spelling of a place that waits for a person: one answer for all its rows. */
export interface AreaQuestion {
  /** Key of the decision. */
  id: string;
  area: number;
  cause: string;
  level: AdminLevel;
  code: string | null;
  name: string | null;
  parent: Pcode | null;
  rows: number;
  candidates: { pcode: Pcode; level: AdminLevel; name: string; score: number }[];
}

export interface IndicatorSheet {
  file: string;
  sheet: string;
  hidden: boolean;
  layout: Layout | null;
  rows: number;
  /** Of those that were not read: why, as the 3W says it of sheets; null of those that were. */
  left: 'hidden' | 'no-values' | 'no-places' | 'said' | null;
}

/** The artifact `indicators`. */
export interface IndicatorData {
  spec: 1;
  dataset: DatasetId | null;
  boundaries: { dataset: DatasetId; version: VersionTag } | null;
  /** Version of the agreed list that codes were linked to; null: the country has none. */
  list: string | null;
  sheets: IndicatorSheet[];
  /** Of all values; null where none says one. */
  period: ObservationPeriod | null;
  indicators: MeasuredIndicator[];
  series: Series[];
  areas: StatedArea[];
  /** One entry for each cell that was read: equally long. */
  values: {
    /** Index into `series`. */
    series: number[];
    /** Index into `areas`. */
    area: number[];
    /** As written, unrounded; null where nothing was. */
    value: (number | null)[];
    /** Index into FLAGS. */
    flag: number[];
    /** Index into `sheets`, 1-based row and 0-based column of the source. */
    sheet: number[];
    row: number[];
    column: number[];
  };
  /** How units of the file repeat: `sites`: rows of one unit are parts of it and are added; `once`: a second row of a unit is a repeated key. */
  repeats: 'sites' | 'once';
  rows: IndicatorRows;
  questions: AreaQuestion[];
  /** Codes that were mended, as in the 3W. */
  repairs: { level: AdminLevel; before: string; after: Pcode; how: string; rows: number }[];
  columnsRead: IndicatorColumn[];
  columnQuestions: ColumnQuestion<IndicatorRole>[];
  profiles: LayoutProfile[];
}

/** What `ingest --json` prints of values. */
export interface ValueTotal {
  indicator: string;
  status: PopulationStatus;
  /** Of the areas as placed; null: of areas that are no unit. */
  level: AdminLevel | null;
  type: ObservationType;
  phase: Phase | null;
  period: ObservationPeriod | null;
  analysis: string | null;
  dimensions: Dimensions;
  /** Values, zeros with them. */
  count: number;
  noData: number;
  /** null of what cannot be added. */
  sum: number | null;
}

/** Distinct areas of the file. */
export interface AreaCounts {
  stated: number;
  placed: number;
  notPlaced: number;
}

/** What a version tells of its values without its file: `rows` of DatasetVersion. */
export interface IndicatorSummary {
  rows: IndicatorRows;
  areas: AreaCounts;
  values: ValueTotal[];
  period: ObservationPeriod | null;
  layouts: Layout[];
}
