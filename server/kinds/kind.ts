/** What a subject hands to the rest of the house, so that jobs, command line and detection know no kind by name. */
import type { AdminUnit } from '../contract/admin.ts';
import type { Artifact, DatasetVersion, Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException, ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, DatasetKind, Iso3 } from '../contract/ids.ts';
import type { UploadFile } from '../formats/raw.ts';
import type { RawTable } from '../formats/tables/rawTable.ts';
import type { IngestSummary, NewArtifact } from './summary.ts';

/** What a person may say besides the files; the pipelines read what concerns them. */
export interface IngestOptions {
  encoding?: string;
  crs?: string;
  minZoom?: number;
  maxZoom?: number;
  [answer: string]: unknown;
}

/** A published version to compare with or to join to. */
export interface Previous {
  version: DatasetVersion;
  gazetteer: { level: AdminLevel; units: AdminUnit[] }[];
  readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
}

/** What a pipeline of any kind is given. */
export interface PipelineInput {
  files: UploadFile[];
  sha256: string;
  dataset: DatasetId;
  country: Iso3;
  options: IngestOptions;
  today: string;
  previous: Previous | null;
  /** What a person accepted in earlier versions of this dataset. */
  exceptions?: FindingException[];
  onProgress: (stage: string, done: number, total: number) => void;
  /** The current boundaries of the same country, for population and 3W. */
  boundaries: Previous | null;
  /** What a person said of the dataset with the files; wins over what the files say. */
  metadata?: Partial<Metadata> | undefined;
}

/** What a pipeline gives: the summary of the version to be, and its files as bytes. The source files are added by whoever runs it. */
export interface PipelineResult {
  summary: Omit<IngestSummary, 'artifacts' | 'sourceSha256' | 'kind' | 'country'>;
  artifacts: NewArtifact[];
}

export type Pipeline = (input: PipelineInput) => Promise<PipelineResult>;

/** Judges and makes no files: `codmap check`. */
export type Checker = (input: PipelineInput) => Promise<ValidationReport>;

/** How a kind is judged, ingested and found out about. */
export interface Kind {
  pipeline: Pipeline;
  checker: Checker;
  /** The country that the content of files is of, where a kind can tell; null where the files do not. */
  detectCountry?: (files: UploadFile[]) => Promise<Iso3 | null>;
}

/** The kinds that this server understands. */
export type Kinds = Partial<Record<DatasetKind, Kind>>;

/** A kind whose uploads are tables. */
export interface TableKind<Id extends DatasetKind = DatasetKind> {
  id: Id;
  /** null: the table is none of this kind's. Of several claims on one table the strongest holds. */
  claim: (table: RawTable) => { strength: number; rows: number } | null;
}
