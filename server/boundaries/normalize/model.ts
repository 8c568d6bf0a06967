/** What normalizing gives: each level as uploaded but in the specification's terms, and how that was understood. */
import type { FeatureTable, Name } from '../../contract/admin.ts';
import type { Finding } from '../../contract/finding.ts';
import type { AdminLevel, Iso3 } from '../../contract/ids.ts';
import type { RawLayer } from '../../formats/raw.ts';
import type { RoleOfColumn } from './columns.ts';
import type { LevelSource, SaidOfLayer } from './layers.ts';

/** Which standard column a source column was taken for. `adm2_pcode`, `adm1_name`, `valid_on`, `lang1`, … */
export interface ColumnMatch {
  source: string;
  standard: string;
  /** `exact`: the specification's own spelling; `legacy`: a known older spelling; `structure`: inferred from the values; else as a person said. */
  how: RoleOfColumn['how'];
}

/** Attributes of one ancestor as the child rows state them, row by row. */
export interface StatedAncestor {
  level: AdminLevel;
  /** null where the row gives none. */
  pcodes: (string | null)[];
  names: Name[][];
}

/** One level as it was uploaded: one table row for each source row, faults included (null geometry, repeated codes, no code). */
export interface UploadedLevel {
  level: AdminLevel;
  table: FeatureTable;
  /** The source layer; `table.source.rowNumber[i] - 1` is the row of unit i in it. */
  raw: RawLayer;
  columns: ColumnMatch[];
  /** Deepest first down to level 0 where the columns are there. */
  ancestors: StatedAncestor[];
  /** P-codes of every ancestor, stated or found: `lineage[ancestor level][row]`; null where unknown. */
  lineage: (string | null)[][];
  /** Languages of name, name1, name2, name3 in this layer; `und` where unknown. */
  languages: string[];
  /** True for a deepest level that does not cover the country (CAF adm4). */
  partial: boolean;
}

/** How a layer of areas was read. */
export interface LayerRead {
  raw: RawLayer;
  /** Levels that its rows became; none where it is not used. */
  levels: AdminLevel[];
  /** How the level was known, or why the layer is not used. */
  from: LevelSource['from'] | 'no-level' | 'duplicate-level' | 'not used';
  roles: RoleOfColumn[];
  languageOf: ReadonlyMap<number, string>;
  said: SaidOfLayer;
}

export interface NormalizedBoundaries {
  country: Iso3;
  /** Shallowest first; the levels that the upload holds. */
  levels: UploadedLevel[];
  /** In the order of the upload. */
  layersRead: LayerRead[];
  /** Lines, points, capitals: kept for checks S3 and for download. */
  companions: { role: 'lines' | 'points' | 'capitals' | 'other'; raw: RawLayer }[];
  /** A second layer for a level that already has one (check F10), and layers that are no boundaries. */
  ignored: { raw: RawLayer; reason: string }[];
  /** The deepest level that covers the whole country: upper levels are dissolved from it. */
  deepestComplete: AdminLevel;
  /** What was altered or assumed: severity info, or warning where a person should look. */
  findings: Finding[];
  /** `v02` where the file states one. */
  statedVersion: string | null;
  /** The day the boundaries were established (column `date` of older layers), where a layer states one. */
  dateSource: string | null;
}
