/** What any pipeline (boundaries, population, 3W) hands over to be stored: one shape, so that recording and publishing know no kinds. */
import type { AdminUnit } from '../contract/admin.ts';
import type { Artifact, ArtifactKind, LevelCount, Metadata, ReportSummary, VersionDiff } from '../contract/datasets/dataset.ts';
import type { RepairSummary } from '../contract/boundaries/repairSummary.ts';
import type { PersonalRecord } from '../contract/uploads/personal.ts';
import type { AdminLevel, DatasetKind, Iso3 } from '../contract/ids.ts';

/** A file of the version to be, not stored yet. */
export interface NewArtifact {
  kind: ArtifactKind;
  level?: AdminLevel;
  file: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** What remains once the artifacts are stored: this crosses from the worker thread to the server. */
export interface IngestSummary {
  kind: DatasetKind;
  country: Iso3;
  /** Which of the layers of a country; absent of kinds of which it has one. */
  slug?: string | undefined;
  countryNames: Record<string, string>;
  levels: LevelCount[];
  bbox: [number, number, number, number] | null;
  languages: string[];
  metadata: Metadata;
  /** Of the uploaded bytes, in the order of file names. */
  sourceSha256: string;
  statedVersion: string | null;
  report: ReportSummary;
  units: { level: AdminLevel; units: AdminUnit[] }[];
  diff: VersionDiff | null;
  artifacts: Artifact[];
  /** COD-PS: how codes were joined, by level. 3W and layers: what became of the rows, and the boundaries that they were placed on. Printed by `ingest --json`. */
  join?: unknown;
  rows?: unknown;
  /** Boundaries: what a repair did to the upload. */
  repair?: RepairSummary | undefined;
  /** What was decided about personal data in the files; absent where none were found. */
  personal?: PersonalRecord | undefined;
}

export const NO_METADATA: Metadata = {
  title: '',
  source: '',
  contributor: '',
  license: '',
  caveats: '',
  methodology: '',
  dateSource: null,
  dateValidOn: null,
  dateReviewed: null,
  updateFrequencyYears: null,
};

/** Whose the data are, as tiles and their readers say it in one line. */
export const attributionOf = ({ source, contributor, license }: Metadata): string => [source, contributor, license].filter(Boolean).join(' · ');

/** Whose the data are and under which licence stays from version to version, until file or person say otherwise. */
export function carriedMetadata(previous: { version: { metadata: Metadata } } | null): Partial<Metadata> {
  if (!previous) return {};
  const { source, contributor, license } = previous.version.metadata;
  return Object.fromEntries(Object.entries({ source, contributor, license }).filter(([, text]) => text !== ''));
}
