/**
 * Layers: points, lines or areas on top of the boundaries, as a kind of data of their own (decision 0070). What a layer is, what a person says of
 * it, and what is told of how it was read. docs/layers.md.
 */
import { z } from 'zod';
import type { ColumnReading } from '../columns.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../ids.ts';
import type { Lang } from '../languages.ts';
import type { VersionStatus } from '../datasets/dataset.ts';
import { columnAnswer } from '../columns.ts';
import type { LayerSaid, LayerShape, LayerTheme, LegendEntry, Mend } from './said.ts';

export * from './said.ts';

/** What a column of a layer holds. */
export const LAYER_ROLES = ['lon', 'lat', 'point', 'wkt', 'name', 'class', 'size', 'pcode', 'date', 'keep', 'ignore'] as const;
export interface LayerColumnRole {
  /**
   * `lon`, `lat`: coordinates, one number each; `point`: both in one cell (`_geolocation`: latitude first); `wkt`: geometry as text; `class`: what
   * the legend tells apart; `size`: a number that symbols are sized by and that is added up by unit; `pcode`: the unit as the source states it;
   * `date`: of the row; `keep`: told with the feature; `ignore`: left out.
   */
  is: (typeof LAYER_ROLES)[number];
}
/** A column as it was read, with its evidence. `sheet`: of the file, or its layer. */
export interface LayerColumn extends ColumnReading<LayerColumnRole> {
  file: string;
  sheet: string;
}
const role = z.object({ is: z.enum(LAYER_ROLES) });
export const layerColumnAnswer = columnAnswer<LayerColumnRole>(role);
export type LayerColumnAnswer = z.output<typeof layerColumnAnswer>;

/** Why a row is not drawn. `empty`: no geometry; `shape`: of another shape than the layer; `broken`: cannot be drawn; `zero`: at 0/0, which a person said is no place. */
export const DROPPED = ['empty', 'shape', 'broken', 'zero'] as const;
export type Dropped = (typeof DROPPED)[number];

/** Rows of a part, 1-based as in the source: the first of them, and how many. */
export interface LayerRows {
  count: number;
  rows: number[];
}
export const MAX_LEDGER_ROWS = 1000;

/** What became of each row: `read` is the sum of the others. */
export interface LayerLedger {
  read: number;
  drawn: number;
  withoutCoordinates: LayerRows;
  /** More than 5 km beyond the boundaries of the country. */
  outside: LayerRows;
  dropped: ({ why: Dropped } & LayerRows)[];
}

/** How drawn features were placed. */
export interface LayerJoin {
  /** The boundaries; null: the country had none, and no table of units is made. */
  boundary: { dataset: DatasetId; version: VersionTag; level: AdminLevel } | null;
  /** Within a unit; of lines and areas: with some part. */
  inside: number;
  /** On no unit, placed in the nearest within 5 km. */
  near: LayerRows;
  /** Whose stated P-code is of another unit than the place. */
  disagree: LayerRows;
  /** Points that lie on one spot with more than twenty. */
  stacked: LayerRows & { places: { at: [lon: number, lat: number]; count: number }[] };
}

/** By which numbers the tables of units speak. Lengths in km, areas in km². */
export interface LayerTotals {
  features: number;
  /** Of the column of sizes; null where there is none. */
  sum: number | null;
  lengthKm: number | null;
  areaKm2: number | null;
}

/** How a layer comes to a map: in one file, as tiles, or not at all, since of a sensitive one everybody is given counts by unit. */
export type LayerServed = 'geojson' | 'tiles' | 'counts';

/** A layer as lists of a country tell it. */
export interface LayerSummary {
  id: DatasetId;
  version: VersionTag;
  status: VersionStatus;
  country: Iso3;
  /** By language; `title` where one is missing. */
  titles: Partial<Record<Lang, string>>;
  title: string;
  theme: LayerTheme;
  base: boolean;
  shape: LayerShape;
  /** null: not told, since counts are withheld. */
  totals: LayerTotals | null;
  source: string;
  license: string;
  /** Of the data. */
  date: string | null;
  validUntil: string | null;
  /** Whether `validUntil` is past. */
  isOld: boolean;
  bbox: [number, number, number, number] | null;
  /** By which column, and what its values look like. */
  legend: { column: string | null; entries: (LegendEntry & { count: number | null })[] };
  /** Column of sizes, and the largest of them. */
  size: { column: string; max: number } | null;
  minZoom: number;
  served: LayerServed;
  /** Whether strangers are given it as it is. */
  isOpen: boolean;
}

/** All that is told of one version. */
export interface LayerAnswer extends LayerSummary {
  /** What a person may be shown of a feature, in the order of the source. */
  columns: { name: string; role: LayerColumnRole['is'] }[];
  /** null for whoever is given counts only. */
  ledger: LayerLedger | null;
  join: LayerJoin | null;
  said: LayerSaid;
  /** What was mended, each after a yes. */
  mended: (Mend | 'crs')[];
}

/** One unit of the table of a layer. Numbers are null where they are withheld. */
export interface LayerUnit {
  pcode: string;
  name: string;
  level: AdminLevel;
  /** P-code of the unit above; null of the country. */
  parent: string | null;
  /** Distinct features with some part in the unit. */
  features: number | null;
  /** Of these, placed in it as the nearest. */
  near: number | null;
  sum: number | null;
  lengthKm: number | null;
  areaKm2: number | null;
  /** Of areas: share of the unit, 0 … 1, that at least one of them covers. */
  share: number | null;
  /** Features by value of the legend, as its entries are ordered; null where withheld or without classes. */
  classes: number[] | null;
}

export interface LayerUnits {
  dataset: DatasetId;
  version: VersionTag;
  boundary: { dataset: DatasetId; version: VersionTag };
  level: AdminLevel;
  /** Levels that can be asked for. */
  levels: AdminLevel[];
  legend: (string | null)[];
  units: LayerUnit[];
  /** Of the whole country: level 0. */
  total: LayerUnit;
  /** Smaller counts, and others that would tell them, are withheld; null: nothing is. */
  withheldBelow: number | null;
}

/** A feature as a click shows it. */
export interface LayerFeature {
  /** Row of the source, 1-based. */
  id: number;
  name: string | null;
  /** Deepest unit, of several the one with most of it. */
  pcode: string | null;
  bbox: [number, number, number, number];
  /** By column, as the source has them. */
  properties: Record<string, string | number | boolean | null>;
}

/** What properties of GeoJSON and tiles are called beside the columns of the source, which no source's columns are: they are renamed. */
export const FEATURE_KEYS = {
  /** Row of the source. */
  id: '_id',
  name: '_name',
  /** Number of the entry in `legend.entries`. */
  entry: '_entry',
  /** A number, or absent. */
  size: '_size',
  pcode: '_pcode',
} as const;
/** Layers of a tile: the features, and where some are not shown one point in it with how many (`TOLD_KEY`). */
export const TILE_LAYER = 'features';
export const TOLD_LAYER = 'told';
export const TOLD_KEY = 'hidden';
/** Deepest zoom of tiles; beyond, they are drawn larger. */
export const LAYER_MAX_ZOOM = 14;
/** Points of one tile above zoom 8: the largest are shown. */
export const MOST_POINTS = 2000;
