/** A map with its data: what pictures, pages, tables and downloads of it are made from. Words come later, in the language asked for. */
import type { Cleared } from '../contract/maps/clearance.ts';
import type { MapAsOf } from '../contract/maps/map.ts';
import type { AdminUnit, FeatureTable } from '../contract/admin.ts';
import type { DatasetVersion } from '../contract/datasets/dataset.ts';
import type { AdminLevel, VersionTag } from '../contract/ids.ts';
import type { Ground } from '../contract/maps/ground.ts';
import type { MapSpec } from '../contract/maps/map.ts';
import type { ToldCarried } from '../contract/presence/presence.ts';
import type { Emptiness } from '../contract/presence/measure.ts';
import type { PrintLang } from '../contract/languages.ts';
import type { Publisher } from '../disclaimers/publishers.ts';
import type { MapOverlays } from './overlays/overlay.ts';
import type { ToldValues } from './told/told.ts';

/** Why a unit has no number: each kind has its own look (3w.md §4.2). */
export type { Emptiness };

/** A small map beside others. */
export interface MapPanel {
  /** Of the cluster, or the organisation. */
  code: string;
  /** The cluster of an area of responsibility; null of any other. */
  parent: string | null;
  /** What is counted, over all records wherever they are placed: by union, never by sum. null where it may not be said or is not known. */
  total: number | null;
  names: Record<PrintLang, string>;
  values: Map<string, number | Emptiness>;
  /** Values of parts of units; absent where all are whole. */
  partial?: ToldValues['partial'];
  /** Distinct, wherever they are placed; null where that may not be said, and of the map of one organisation. */
  organisations: number | null;
  /** Those with a number. */
  units: number;
}

/** Of an estimate: the least and the greatest. */
export type Range = readonly [low: number, high: number];

/** People of a population that was counted on other boundaries than those of the map. */
export interface CarriedPeople {
  from: VersionTag;
  to: VersionTag;
  before: number;
  whole: number;
  estimated: number;
  left: number;
}

export interface MapFacts {
  /** Versions concrete; the outer breaks moved to hold all values, so that a map that follows `current` loses none. */
  spec: MapSpec;
  /** Whether the author pinned every version. */
  pinned: boolean;
  boundary: DatasetVersion;
  /** What lies around the country; null where nothing is known of its place. */
  ground: Ground | null;
  /** Version of the values; null for boundaries alone. */
  data: DatasetVersion | null;
  /** Version of the population that organisations are set against; null where they are not. */
  people: DatasetVersion | null;
  /** Of the versions above those that are current no more, each with the one that is; null: none is. */
  ended: { version: DatasetVersion; current: VersionTag | null }[];
  /** The day that was asked for, with the versions that held on it; absent: today. */
  asOf?: MapAsOf;
  countryNames: Record<string, string>;
  /** Whose words on boundaries and names it has. */
  publisher: Publisher;
  /** Of a saved map that somebody cleared as it is shown; its name is for members only. */
  cleared: Cleared | null;
  table: FeatureTable;
  /** Parents at the level above, by row; for names in tables. */
  lineage: (AdminUnit | null)[][];
  /** Codes of the ancestors of each unit, by level. */
  parents: Map<AdminLevel, (string | null)[]>;
  /** The unit brought forward, in the units of its level; null where there is none. */
  selected: { table: FeatureTable; row: number } | null;
  /** By P-code; null for boundaries alone. */
  values: Map<string, number | Emptiness> | null;
  /** By P-code, where rows of a unit that was split may lie: what is possible, which is more than the certain value. */
  possible: Map<string, number>;
  /** By P-code, of values that are estimates: the least and the greatest. */
  ranges?: Map<string, Range>;
  /** The numbers that the values are made of, where they are known and may be given: heading, and number by P-code. Empty for plain numbers. */
  parts: [heading: string, numbers: Map<string, number>][];
  /** Layers over the boundaries, and those that may not be shown. */
  overlays: MapOverlays;
  /** Small maps in place of one, with the same classes; null for one map. */
  panels: MapPanel[] | null;
  /** What is said of the values; null of boundaries, a population and a 3W, which have facts of their own below. */
  told: ToldValues | null;
  population: { total: number | null; year: number | null; source: string; carried: CarriedPeople | null } | null;
  presence: {
    /** What is counted, in the languages of the interface. */
    definition: Record<PrintLang, string>;
    /** Over all records of the definition, placed at this level or not; null where it would give away what is hidden. */
    total: number | null;
    /** Of small maps by organisation: how many are shown, and of how many. */
    organisations: { shown: number; all: number } | null;
    /** Of the period that is compared with. */
    totalBefore: number | null;
    /** Records; null where the source is sensitive. */
    notPlaced: number | null;
    /** Of these, records that wait for a decision on their place. */
    inDoubt: number | null;
    /** Of these, records that lie in one of the units that theirs was split into. */
    possible: number | null;
    knownOnlyAbove: number | null;
    /** Records left out because a period is asked and they state none. */
    undated: number | null;
    /** The version that is compared with, where it is another one, and its period. */
    before: { version: DatasetVersion | null; from: string | null; to: string | null } | null;
    /** What became of rows on the way to the boundaries of the map: of the 3W, and of the one compared with. */
    carried: ToldCarried[];
    /** First and last day that the records speak of; null where none says. */
    from: string | null;
    to: string | null;
    /** Of a sensitive source: numbers below it are withheld, and others that would tell them, and none is given below a level. null where all are told. */
    suppressBelow: number | null;
  } | null;
}
