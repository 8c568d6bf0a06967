/** Datasets, their immutable versions and what a version is made of. */
import type { Bump, BumpReason } from '../boundaries/changes.ts';
import type { Drawing } from '../boundaries/columns.ts';
import type { RepairSummary } from '../boundaries/repairSummary.ts';
import type { Provenance } from '../harvest/provenance.ts';
import type { PersonalRecord } from '../uploads/personal.ts';
import type { Endorsement, Signoff } from './endorsement.ts';
import type { AdminLevel, DatasetId, DatasetKind, Iso3, VersionTag } from '../ids.ts';

export type ArtifactKind =
  | 'source'
  | 'geojson'
  | 'pmtiles'
  | 'gazetteer'
  | 'report'
  | 'csv'
  | 'geometry'
  | 'population'
  | 'presence'
  | 'columns'
  | 'repair'
  | 'outline'
  | 'proof'
  | 'changes'
  | 'ground'
  | 'layer'
  | 'layer-features'
  | 'layer-units'
  | 'indicators';

export interface Artifact {
  kind: ArtifactKind;
  level?: AdminLevel;
  /** Name under which it is downloaded: `sle_admin2.geojson`. */
  file: string;
  /** Key in the object store; content-addressed. */
  key: string;
  sha256: string;
  bytes: number;
  mediaType: string;
}

export type VersionStatus = 'draft' | 'current' | 'superseded' | 'withdrawn';

/** What a person fills in; prefilled from the file, checked, stored with the version. COD_Global_Metadata, cod.md §1.6. */
export interface Metadata {
  title: string;
  source: string;
  contributor: string;
  license: string;
  caveats: string;
  methodology: string;
  dateSource: string | null;
  dateValidOn: string | null;
  dateReviewed: string | null;
  updateFrequencyYears: number | null;
}

export interface LevelCount {
  level: AdminLevel;
  units: number;
  /** COD-PS: population of the level, where every unit has one. */
  total?: number;
  /** Deepest level that covers only part of the country. */
  partial?: boolean;
  /**
   * Of an uploaded level above the one from which upper levels are joined: how it is published, and how far in metres the two drawings lie apart at
   * most; 0 where less than a metre. Tables, and versions stored earlier, have none.
   */
  drawing?: { is: Drawing; from: AdminLevel; apartM: number };
}

/** A unit of the version before that merged into one unit, or was split among several. */
export interface RetiredUnit {
  pcode: string;
  names: string[];
  /** Share of its area, 0 … 1. */
  into: { pcode: string; share: number }[];
}

export interface VersionDiff {
  against: VersionTag;
  bump: Bump;
  /** Why; versions stored earlier have none. */
  reasons?: BumpReason[];
  levels: {
    level: AdminLevel;
    added: string[];
    removed: string[];
    renamed: { pcode: string; before: string; after: string }[];
    recoded: { before: string; after: string }[];
    redrawn: { pcode: string; areaChangePercent: number }[];
    /** Codes that are gone, and the units that lie where theirs lay, largest share of the old area first. Versions stored earlier have none. */
    retired?: RetiredUnit[];
  }[];
}

/** A report in figures. `questions`: how many must be answered before publishing; absent where there are none. */
export interface ReportSummary {
  errors: number;
  warnings: number;
  infos: number;
  accepted: number;
  questions?: number | undefined;
  /** Kinds of findings that nobody accepted and that still hold in the published files. Tables, and versions stored earlier, have none. */
  published?: { errors: number; warnings: number } | undefined;
  publishable: boolean;
}

/** What is said of a published version, put right; its files stay as they were published. */
export interface Correction {
  at: string;
  by: string | null;
  fields: { field: keyof Metadata; before: string | number | null; after: string | number | null }[];
}

/** `at` and `by` are not known of versions that were withdrawn before this was kept and whose audit is gone. */
export interface Withdrawal {
  at: string | null;
  by: string | null;
  reason: string | null;
}

/** What took the place of a version, and when. */
export interface Replacement {
  at: string | null;
  by: VersionTag | null;
  /** Why it was rolled back; null where a newer version was published. */
  reason: string | null;
}

/** What the comparison proposed, and what was chosen. `reason` where it is another than the proposal. */
export interface ChosenBump {
  chosen: Exclude<Bump, 'none'>;
  proposal: Bump;
  reason: string | null;
}

export interface DatasetVersion {
  dataset: DatasetId;
  version: VersionTag;
  status: VersionStatus;
  createdAt: string;
  createdBy: string | null;
  publishedAt: string | null;
  publishedBy: string | null;
  /** Why it was published despite errors. */
  reason: string | null;
  /** Absent where it is not withdrawn. */
  withdrawal?: Withdrawal | undefined;
  /** Absent where nothing took its place. */
  replaced?: Replacement | undefined;
  levels: LevelCount[];
  bbox: [number, number, number, number] | null;
  languages: string[];
  metadata: Metadata;
  report: ReportSummary;
  artifacts: Artifact[];
  diff: VersionDiff | null;
  /** Oldest first; absent where nothing was corrected. */
  corrections?: Correction[] | undefined;
  /** What the rules of groups asked for when it was published, and what was there; absent where there were none. */
  signoff?: Signoff[] | undefined;
  /** As what it was published; absent where nobody was asked. */
  bump?: ChosenBump | undefined;
  /** What groups decided about it, oldest first; absent where none did. */
  endorsements?: Endorsement[] | undefined;
  /** COD-PS: how its codes were joined to the boundaries, level by level. */
  join?: unknown;
  /** 3W: what became of the rows. */
  rows?: unknown;
  /** Boundaries that a repair made: what it did. */
  repair?: RepairSummary | undefined;
  /** What was decided about personal data in the uploaded files; absent where none were found. */
  personal?: PersonalRecord | undefined;
  /** Fetched from another server: from where, and when. */
  harvest?: Provenance | undefined;
}

/** A version as the one who asks may see it: of a sensitive one, strangers are not told what the checks counted. */
export type ShownVersion = Omit<DatasetVersion, 'report'> & { report: DatasetVersion['report'] | null };

/** What was never published is there for members only: a draft, and also a draft that was withdrawn. */
export const isPublic = ({ publishedAt }: Pick<DatasetVersion, 'publishedAt'>): boolean => publishedAt !== null;

export interface Dataset {
  id: DatasetId;
  kind: DatasetKind;
  country: Iso3;
  /** English short name and, where known, the others. */
  countryNames: Record<string, string>;
  current: VersionTag | null;
  versions: { version: VersionTag; status: VersionStatus; createdAt: string; publishedAt: string | null }[];
}

/** What a job does that reads no upload into a version. */
export type JobTask = 'repair-plan' | 'repair-proof';

export type JobState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface JobStatus {
  id: string;
  dataset: DatasetId;
  /** Absent where it reads an upload. */
  task?: JobTask | undefined;
  state: JobState;
  /** Name of the stage under way: read, clean, normalize, repair, topology, check, judge, tile, store; of a repair: read, plan, prove, store. */
  stage: string | null;
  done: number;
  total: number;
  version: VersionTag | null;
  /** Problem code and sentence when failed; `details` where a person's answer lets it go on (QuestionError), or with the sentence in each language (`texts`). */
  error: { code: string; detail: string; details?: Record<string, unknown> } | null;
  createdAt: string;
  finishedAt: string | null;
}
