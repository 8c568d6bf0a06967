/** All published versions at once, for catalogues: two queries however many there are, without what only their own pages tell. */
import type { DatasetVersion, LevelCount, Metadata, VersionStatus } from '../contract/datasets/dataset.ts';
import type { DatasetId, DatasetKind, Iso3, VersionTag } from '../contract/ids.ts';
import type { Database } from '../store/schema.ts';
import { toArtifact } from './artifactRow.ts';

/** What catalogues tell of a version. */
export interface PublicVersion extends Pick<
  DatasetVersion,
  'dataset' | 'version' | 'status' | 'createdAt' | 'levels' | 'bbox' | 'languages' | 'metadata' | 'artifacts'
> {
  publishedAt: string;
  kind: DatasetKind;
  country: Iso3;
  countryNames: Record<string, string>;
  /** When something was last said of it: published, or its metadata corrected. */
  changedAt: string;
}

/** By country, kind and dataset, oldest first; withdrawn ones are left out. */
export function publicQueries(db: Database) {
  return {
    async listPublic(): Promise<PublicVersion[]> {
      const [rows, artifacts] = await Promise.all([
        db
          .selectFrom('version')
          .innerJoin('dataset', 'dataset.id', 'version.dataset')
          .select([
            'version.dataset',
            'version.version',
            'version.status',
            'version.created_at',
            'version.published_at',
            'version.levels',
            'version.bbox',
            'version.languages',
            'version.metadata',
            'version.corrections',
            'dataset.kind',
            'dataset.country',
            'dataset.country_names',
          ])
          .where('version.published_at', 'is not', null)
          .where('version.status', '!=', 'withdrawn')
          .orderBy('dataset.country')
          .orderBy('dataset.kind')
          .orderBy('version.dataset')
          .orderBy('version.published_at')
          .orderBy('version.version')
          .execute(),
        db
          .selectFrom('artifact')
          .innerJoin('version', (join) => join.onRef('version.dataset', '=', 'artifact.dataset').onRef('version.version', '=', 'artifact.version'))
          .select([
            'artifact.dataset',
            'artifact.version',
            'artifact.kind',
            'artifact.level',
            'artifact.file',
            'artifact.object_key',
            'artifact.sha256',
            'artifact.bytes',
            'artifact.media_type',
          ])
          .where('version.published_at', 'is not', null)
          .where('version.status', '!=', 'withdrawn')
          .orderBy('artifact.kind')
          .orderBy('artifact.level', (order) => order.asc().nullsFirst())
          .orderBy('artifact.file')
          .execute(),
      ]);
      const files = Map.groupBy(artifacts, ({ dataset, version }) => `${dataset} ${version}`);
      return rows.map((row) => ({
        dataset: row.dataset as DatasetId,
        version: row.version as VersionTag,
        status: row.status as VersionStatus,
        createdAt: row.created_at,
        publishedAt: row.published_at!,
        changedAt: lastOf(row.published_at!, row.corrections),
        kind: row.kind as DatasetKind,
        country: row.country as Iso3,
        countryNames: JSON.parse(row.country_names) as Record<string, string>,
        levels: JSON.parse(row.levels) as LevelCount[],
        bbox: row.bbox === null ? null : (JSON.parse(row.bbox) as DatasetVersion['bbox']),
        languages: JSON.parse(row.languages) as string[],
        metadata: JSON.parse(row.metadata) as Metadata,
        artifacts: (files.get(`${row.dataset} ${row.version}`) ?? []).map(toArtifact),
      }));
    },
  };
}

function lastOf(publishedAt: string, corrections: string | null): string {
  if (corrections === null) return publishedAt;
  return (JSON.parse(corrections) as { at: string }[]).reduce((last, { at }) => (at > last ? at : last), publishedAt);
}
