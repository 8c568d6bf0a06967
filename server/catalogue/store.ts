/** Every query about datasets and versions, once, in the SQL that SQLite and PostgreSQL share. Units are in unitStore.ts, jobs in jobs/queue.ts. */
import { sql } from 'kysely';
import type { ChosenBump, Correction, Dataset, DatasetVersion, VersionStatus } from '../contract/datasets/dataset.ts';
import type { Endorsement, Signoff } from '../contract/datasets/endorsement.ts';
import { GLOBAL, type Scope } from '../contract/groups/groups.ts';
import type { AdminLevel, DatasetId, DatasetKind, Iso3, VersionTag } from '../contract/ids.ts';
import type { Database, Tables, Tx } from '../store/schema.ts';
import { takeTurns } from '../store/dialect.ts';
import type { AuditEntry } from './audit.ts';
import type { DatedVersion } from './life/asOf.ts';
import { deleteUnpublished, insertAudit, publicationQueries, statesOf } from './life/store.ts';
import { publicQueries } from './publicStore.ts';
import { toArtifact } from './artifactRow.ts';
import { toUnitRow, unitQueries, type SearchableUnit } from './unitStore.ts';

export interface NewVersion {
  version: Omit<DatasetVersion, 'version' | 'publishedAt' | 'publishedBy' | 'reason' | 'status'>;
  /** Its tag, from those that are taken. Asked inside the transaction, so of several that come at once each gets one of its own. */
  chooseTag: (taken: VersionTag[]) => VersionTag;
  kind: DatasetKind;
  country: Iso3;
  countryNames: Record<string, string>;
  sourceSha256: string;
  levels: { level: AdminLevel; units: SearchableUnit[] }[];
}

export type Catalog = ReturnType<typeof createCatalog>;

/** Rows in one insert: 17 columns × 500 stays below SQLite's 32,766 parameters, and the event loop breathes in between. */
const BATCH = 500;

/** Drafts that are listed. */
const DRAFTS = 1000;

export function createCatalog(db: Database) {
  const versionRows = (dataset: DatasetId) => db.selectFrom('version').selectAll().where('dataset', '=', dataset);

  async function toVersion(row: Tables['version']): Promise<DatasetVersion> {
    const artifacts = await db
      .selectFrom('artifact')
      .selectAll()
      .where('dataset', '=', row.dataset)
      .where('version', '=', row.version)
      .orderBy('kind')
      .orderBy('level', (order) => order.asc().nullsFirst())
      .orderBy('file')
      .execute();
    return {
      dataset: row.dataset as DatasetId,
      version: row.version as VersionTag,
      status: row.status as VersionStatus,
      createdAt: row.created_at,
      createdBy: row.created_by,
      publishedAt: row.published_at,
      publishedBy: row.published_by,
      reason: row.reason,
      ...statesOf(row),
      levels: JSON.parse(row.levels) as DatasetVersion['levels'],
      bbox: row.bbox === null ? null : (JSON.parse(row.bbox) as DatasetVersion['bbox']),
      languages: JSON.parse(row.languages) as string[],
      metadata: JSON.parse(row.metadata) as DatasetVersion['metadata'],
      report: JSON.parse(row.report) as DatasetVersion['report'],
      artifacts: artifacts.map(toArtifact),
      diff: row.diff === null ? null : (JSON.parse(row.diff) as DatasetVersion['diff']),
      ...(row.corrections === null ? {} : { corrections: JSON.parse(row.corrections) as Correction[] }),
      ...(row.signoff === null ? {} : { signoff: JSON.parse(row.signoff) as Signoff[] }),
      ...(row.bump === null ? {} : { bump: JSON.parse(row.bump) as ChosenBump }),
      ...(row.endorsements === null ? {} : { endorsements: JSON.parse(row.endorsements) as Endorsement[] }),
      ...(row.outcome === null ? {} : (JSON.parse(row.outcome) as Pick<DatasetVersion, 'join' | 'rows' | 'repair' | 'personal' | 'harvest'>)),
    };
  }

  async function toDatasets(rows: Tables['dataset'][]): Promise<Dataset[]> {
    if (rows.length === 0) return [];
    const versions = await db
      .selectFrom('version')
      .select(['dataset', 'version', 'status', 'created_at', 'published_at'])
      .where(
        'dataset',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('created_at', 'desc')
      .orderBy('version', 'desc')
      .execute();
    return rows.map((row) => {
      const own = versions.filter((version) => version.dataset === row.id);
      return {
        id: row.id as DatasetId,
        kind: row.kind as DatasetKind,
        country: row.country as Iso3,
        countryNames: JSON.parse(row.country_names) as Record<string, string>,
        current: (own.find((version) => version.status === 'current')?.version ?? null) as VersionTag | null,
        versions: own.map((version) => ({
          version: version.version as VersionTag,
          status: version.status as VersionStatus,
          createdAt: version.created_at,
          publishedAt: version.published_at,
        })),
      };
    });
  }

  return {
    /** Cheap proof that the database answers. */
    async ping(): Promise<void> {
      await sql`select 1`.execute(db);
    },

    async listDatasets(): Promise<Dataset[]> {
      return toDatasets(await db.selectFrom('dataset').selectAll().orderBy('country').orderBy('kind').execute());
    },

    /** What nobody has published yet, newest first. */
    async listDrafts(): Promise<Pick<DatasetVersion, 'dataset' | 'version' | 'createdAt' | 'createdBy' | 'report'>[]> {
      const rows = await db
        .selectFrom('version')
        .select(['dataset', 'version', 'created_at', 'created_by', 'report'])
        .where('status', '=', 'draft')
        .orderBy('created_at', 'desc')
        .limit(DRAFTS)
        .execute();
      return rows.map((row) => ({
        dataset: row.dataset as DatasetId,
        version: row.version as VersionTag,
        createdAt: row.created_at,
        createdBy: row.created_by,
        report: JSON.parse(row.report) as DatasetVersion['report'],
      }));
    },

    /** Addresses that belong to groups of a country and to those above all countries: in files of either they are nobody's. */
    async listMailboxes(scope: Iso3 | Scope): Promise<string[]> {
      const rows = await db.selectFrom('workgroup').select('mailbox').where('scope', 'in', [scope, GLOBAL]).where('mailbox', 'is not', null).execute();
      return rows.flatMap(({ mailbox }) => mailbox ?? []);
    },

    async findDataset(id: DatasetId): Promise<Dataset | undefined> {
      return (await toDatasets(await db.selectFrom('dataset').selectAll().where('id', '=', id).execute()))[0];
    },

    async findVersion(dataset: DatasetId, version: VersionTag | 'current'): Promise<DatasetVersion | undefined> {
      const query = version === 'current' ? versionRows(dataset).where('status', '=', 'current') : versionRows(dataset).where('version', '=', version);
      const row = await query.executeTakeFirst();
      return row && (await toVersion(row));
    },

    /** Status and one artifact of a version, without the rest: what a tile needs. */
    async findTiles(dataset: DatasetId, version: VersionTag): Promise<{ publishedAt: string | null; key: string; sha256: string } | undefined> {
      const row = await db
        .selectFrom('artifact')
        .innerJoin('version', (join) => join.onRef('version.dataset', '=', 'artifact.dataset').onRef('version.version', '=', 'artifact.version'))
        .select(['version.published_at', 'artifact.object_key', 'artifact.sha256'])
        .where('artifact.dataset', '=', dataset)
        .where('artifact.version', '=', version)
        .where('artifact.kind', '=', 'pmtiles')
        .executeTakeFirst();
      return row && { publishedAt: row.published_at, key: row.object_key, sha256: row.sha256 };
    },

    async findCurrent(dataset: DatasetId): Promise<VersionTag | undefined> {
      const row = await db.selectFrom('version').select('version').where('dataset', '=', dataset).where('status', '=', 'current').executeTakeFirst();
      return row?.version as VersionTag | undefined;
    },

    async listVersionTags(dataset: DatasetId): Promise<VersionTag[]> {
      const rows = await db.selectFrom('version').select('version').where('dataset', '=', dataset).orderBy('version').execute();
      return rows.map((row) => row.version as VersionTag);
    },

    /** Whether the version is there and was made from these very bytes. */
    async isMadeFrom(dataset: DatasetId, version: VersionTag, sha256: string): Promise<boolean> {
      const row = await versionRows(dataset).where('version', '=', version).where('source_sha256', '=', sha256).executeTakeFirst();
      return row !== undefined;
    },

    /** The version that was made from these very bytes, if any. */
    async findVersionBySource(dataset: DatasetId, sha256: string): Promise<VersionTag | undefined> {
      const row = await db
        .selectFrom('version')
        .select('version')
        .where('dataset', '=', dataset)
        .where('source_sha256', '=', sha256)
        .orderBy('created_at', 'desc')
        .executeTakeFirst();
      return row?.version as VersionTag | undefined;
    },

    ...unitQueries(db),

    /**
     * Makes a draft visible: dataset, version, artifacts, units and `also`, in one transaction. What the dataset is called changes with
     * publishing only. A kill before its end leaves nothing but unnamed objects.
     * @returns its tag
     */
    async insertVersion(
      entry: NewVersion,
      audit: (tag: VersionTag) => AuditEntry,
      also: (tx: Tx, tag: VersionTag) => Promise<void> = async () => undefined,
    ): Promise<VersionTag> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, entry.version.dataset);
        const taken = await tx.selectFrom('version').select('version').where('dataset', '=', entry.version.dataset).orderBy('version').execute();
        const version = { ...entry.version, version: entry.chooseTag(taken.map((row) => row.version as VersionTag)) };
        // A draft that was read again: the new reading stands in its place.
        await deleteUnpublished(tx, version.dataset, version.version, version.createdAt);
        await tx
          .insertInto('dataset')
          .values({
            id: version.dataset,
            kind: entry.kind,
            country: entry.country,
            country_names: JSON.stringify(entry.countryNames),
            created_at: version.createdAt,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await tx
          .insertInto('version')
          .values({
            dataset: version.dataset,
            version: version.version,
            status: 'draft',
            created_at: version.createdAt,
            created_by: version.createdBy,
            published_at: null,
            published_by: null,
            reason: null,
            source_sha256: entry.sourceSha256,
            country_names: JSON.stringify(entry.countryNames),
            levels: JSON.stringify(version.levels),
            bbox: version.bbox && JSON.stringify(version.bbox),
            languages: JSON.stringify(version.languages),
            metadata: JSON.stringify(version.metadata),
            report: JSON.stringify(version.report),
            diff: version.diff && JSON.stringify(version.diff),
            outcome: toOutcome(version),
            valid_to: endOf(entry.levels),
          })
          .execute();
        for (const artifact of version.artifacts) {
          await tx
            .insertInto('artifact')
            .values({
              dataset: version.dataset,
              version: version.version,
              file: artifact.file,
              kind: artifact.kind,
              level: artifact.level ?? null,
              object_key: artifact.key,
              sha256: artifact.sha256,
              bytes: artifact.bytes,
              media_type: artifact.mediaType,
            })
            .execute();
        }
        for (const { units } of entry.levels) {
          for (let from = 0; from < units.length; from += BATCH) {
            const rows = units.slice(from, from + BATCH).map((unit, i) => toUnitRow(version, from + i, unit));
            await tx.insertInto('unit').values(rows).execute();
            await new Promise((resume) => setImmediate(resume));
          }
        }
        await insertAudit(tx, audit(version.version));
        await also(tx, version.version);
        return version.version;
      });
    },

    ...publicationQueries(db),
    ...publicQueries(db),

    /** Of all versions that were public once what their days are made of, in the order of publishing. */
    async listPublished(dataset: DatasetId): Promise<DatedVersion[]> {
      const rows = await versionRows(dataset).where('published_at', 'is not', null).orderBy('published_at').orderBy('version').execute();
      return rows.map(({ version, status, published_at, withdrawn_at, metadata, corrections, valid_to }) => ({
        version: version as VersionTag,
        status: status as DatedVersion['status'],
        publishedAt: published_at!,
        withdrawnAt: withdrawn_at,
        validOn: (JSON.parse(metadata) as Partial<DatasetVersion['metadata']>).dateValidOn ?? null,
        corrections: corrections === null ? [] : (JSON.parse(corrections) as Correction[]),
        validTo: valid_to,
      }));
    },

    async listAudit(dataset: DatasetId): Promise<AuditEntry[]> {
      const rows = await db.selectFrom('audit').selectAll().where('dataset', '=', dataset).orderBy('at').orderBy('id').execute();
      return rows.map((row) => ({ ...row, dataset: row.dataset as DatasetId, version: row.version as VersionTag | null }));
    },
  };
}

/** The day on which the units of a version end, where each of them states one. */
function endOf(levels: NewVersion['levels']): string | null {
  const ends = levels.flatMap(({ level, units }) => (level > 0 ? units.map(({ unit }) => unit.validTo) : []));
  return ends.length > 0 && ends.every((end) => end !== null) ? ends.reduce((latest, end) => (end > latest ? end : latest)) : null;
}

const toOutcome = ({ join, rows, repair, personal, harvest }: NewVersion['version']): string | null =>
  [join, rows, repair, personal, harvest].every((each) => each === undefined) ? null : JSON.stringify({ join, rows, repair, personal, harvest });
