/** What a subject hands to the rest of the house, so that jobs, command line and detection know no kind by name. */
import type { FindingCode } from '../words/findings.ts';
import type { AdminUnit } from '../contract/admin.ts';
import type { Artifact, DatasetVersion, Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException, ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, DatasetKind, Iso3, VersionTag } from '../contract/ids.ts';
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
  /** Versions before it, each the one that the last was compared with; the newest first. */
  earlier?: DatasetVersion[];
  /** Of those: their codes, and a whole one. */
  opening?: { listCodes: (version: VersionTag) => Promise<Map<number, Set<string>>>; open: (version: VersionTag) => Promise<Previous> };
}

/** What a pipeline of any kind is given. */
export interface PipelineInput {
  /** With the checksum of each where it is known. */
  files: (UploadFile & { sha256?: string })[];
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
  /** What goes with the files and is none of them, by what it is: a repair to be carried out. */
  enclosed?: Readonly<Record<string, Uint8Array>> | undefined;
}

/** What a pipeline gives: the summary of the version to be, and its files as bytes. The source files are added by whoever runs it. */
export interface PipelineResult {
  summary: Omit<IngestSummary, 'artifacts' | 'sourceSha256' | 'kind' | 'country' | 'slug'>;
  artifacts: NewArtifact[];
  /** What people said that the next upload of the dataset is read by; only its kind knows its shape. */
  remember?: unknown;
}

export type Pipeline = (input: PipelineInput) => Promise<PipelineResult>;

/** Judges and makes no files: `codmap check`. */
export type Checker = (input: PipelineInput) => Promise<ValidationReport>;

/** What of a stored version is asked for by `codmap export`. */
export interface ExportRequest {
  version: DatasetVersion;
  /** Ending of the file, such as `gpkg`. */
  format: string;
  /** null: all levels. */
  level: AdminLevel | null;
  readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
}

/** How a kind is told, judged, ingested, approved and given away. Adding one is a folder of its own and a line in app/kinds.ts. */
export interface Kind {
  /**
   * `four eyes`: whoever uploaded a version does not publish it, unless nobody else could.
   * `own`: a matter of routine, corrected month by month, which its uploader publishes.
   */
  approval: 'four eyes' | 'own';
  /** A published dataset may be marked sensitive later, which closes its files to strangers; then no cache may hold them for more than a minute. */
  mayClose: boolean;
  pipeline: Pipeline;
  checker: Checker;
  /** Keeps `remember` of a pipeline's result, once the upload is accepted. Absent: nothing is kept beside the version. */
  remember?: (dataset: DatasetId, said: unknown) => Promise<void>;
  /** Whether the same bytes give another version now, because what they were joined to, or what people decided, changed since. Absent: they never do. */
  isStale?: (version: DatasetVersion, boundaries: VersionTag | null) => Promise<boolean>;
  /** Files written on request; null where this kind has none of that format, and what was published is looked up. @throws NotFoundError */
  exportAs?: (request: ExportRequest) => Promise<Uint8Array | null>;
  /** Whether `export` writes its versions as JSON too. */
  exportsJson?: true;
  /** What `ingest --json` prints of a version beside what it prints of every kind. */
  toJson?: (version: DatasetVersion) => object;
  /** The country that the content of files is of, where a kind can tell; null where the files do not. */
  detectCountry?: (files: UploadFile[]) => Promise<Iso3 | null>;
}

/** The kinds that this server understands. */
export type Kinds = Readonly<Record<DatasetKind, Kind>>;

/** A kind whose uploads are tables. */
export interface TableKind {
  id: DatasetKind;
  /** Code of the finding that tells of such a table beside boundaries. */
  beside: FindingCode;
  /** null: the table is none of this kind's. Of several claims on one table the strongest holds. */
  claim: (table: RawTable) => { strength: number; rows: number } | null;
}
