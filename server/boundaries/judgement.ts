/** What a boundary upload is judged with, and what the judgement is. */
import type { FeatureTable } from '../contract/admin.ts';
import type { LevelCount, Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException, ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../contract/ids.ts';
import type { StoredRepair } from '../contract/boundaries/repair.ts';
import type { CarriedOut } from './repairing/carryOut.ts';
import type { BoundaryColumn, BoundaryLayer } from '../contract/boundaries/columns.ts';
import type { BoundarySaid, RememberedLayer } from './columns/said.ts';
import type { NormalizedBoundaries } from './normalize/model.ts';
import type { LevelPlan } from './normalize/plan.ts';
import type { UploadContent } from '../formats/upload.ts';
import type { Coverage } from '../geometry/coverage.ts';

/** In this order, each from 0 to its total. */
export type Stage = 'read' | 'repair' | 'normalize' | 'topology' | 'check' | 'judge' | 'tile' | 'export';
export type OnProgress = (stage: Stage, done: number, total: number) => void;

export interface BoundaryOptions {
  country: Iso3;
  dataset: DatasetId | null;
  /** Of the uploaded bytes, for the report. */
  sha256: string;
  /** ISO date of the run. */
  today: string;
  /** The person's answers to questions of the readers. */
  encoding?: string;
  crs?: string;
  /** What a person says of layers and columns of this upload. */
  said?: BoundarySaid | undefined;
  /** Upper levels that are published as uploaded. */
  keepDrawing?: readonly AdminLevel[] | undefined;
  /** What was said of earlier uploads of the country. */
  remembered?: readonly RememberedLayer[] | undefined;
  /** A repair to be carried out on the layers before they are judged. */
  repair?: StoredRepair | undefined;
  /** The outline that this repair leads units to, as `outline.geojson` has it. */
  outline?: Uint8Array | undefined;
  /** The version to be, where it is known before; else the one the file states is written into the exports. */
  version?: string;
  minZoom?: number;
  maxZoom?: number;
  /** The current version of the same dataset, as readGeometryFile gives it. */
  previous?: { version: VersionTag; tables: FeatureTable[] } | null;
  /** Faults that a person accepted in an earlier version. */
  exceptions?: FindingException[];
  /** The country as a reference draws it (checks G7 and B9). */
  reference?: FeatureTable | null;
  /** What a person said. */
  metadata?: Partial<Metadata>;
  /** Of the version before: holds where the files say nothing. */
  carried?: Partial<Metadata>;
}

/** What an upload is worth: everything but the files made from it. */
export interface BoundaryJudgement {
  boundaries: NormalizedBoundaries;
  plan: LevelPlan;
  coverage: Coverage;
  published: FeatureTable[];
  /** How uploaded upper levels are published. */
  drawings: Map<AdminLevel, NonNullable<LevelCount['drawing']>>;
  report: ValidationReport;
  metadata: Metadata;
  /** As they were read. */
  columns: BoundaryColumn[];
  layers: BoundaryLayer[];
  /** What of this upload is worth remembering for the next one. */
  toRemember: RememberedLayer[];
  repaired: CarriedOut | null;
  /** Files of the upload that were not read. */
  ignored: UploadContent['ignored'];
}
