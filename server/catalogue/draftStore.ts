/** Queries about drafts: the exception register of a dataset, and what may still be changed in a version that nobody has published. */
import type { Artifact, Correction, DatasetVersion, Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../contract/ids.ts';
import type { AuditEntry } from './audit.ts';
import { replaceObject } from '../store/objectNames.ts';
import type { Database } from '../store/schema.ts';

/** An entry of the register with its id, the words it had when it was accepted, and the version in which that was. */
export interface RegisteredException extends FindingException {
  id: string;
  detail: string;
  version: VersionTag;
}

export type DraftStore = ReturnType<typeof createDraftStore>;

export function createDraftStore(db: Database) {
  return {
    async listExceptions(dataset: DatasetId): Promise<RegisteredException[]> {
      const rows = await db.selectFrom('finding_exception').selectAll().where('dataset', '=', dataset).orderBy('accepted_at').orderBy('id').execute();
      return rows.map((row) => ({
        id: row.id,
        code: row.code,
        level: row.level as AdminLevel | null,
        pcodes: JSON.parse(row.pcodes) as string[],
        fingerprint: JSON.parse(row.fingerprint) as FindingException['fingerprint'],
        detail: row.detail,
        reason: row.reason,
        by: row.accepted_by,
        at: row.accepted_at,
        version: row.version as VersionTag,
      }));
    },

    async insertExceptions(dataset: DatasetId, entries: RegisteredException[], audit: AuditEntry): Promise<void> {
      await db.transaction().execute(async (tx) => {
        for (const entry of entries) {
          await tx
            .insertInto('finding_exception')
            .values({
              id: entry.id,
              dataset,
              code: entry.code,
              level: entry.level,
              pcodes: JSON.stringify(entry.pcodes),
              fingerprint: JSON.stringify(entry.fingerprint),
              detail: entry.detail,
              reason: entry.reason,
              accepted_by: entry.by,
              accepted_at: entry.at,
              version: entry.version,
            })
            .execute();
        }
        await tx.insertInto('audit').values(audit).execute();
      });
    },

    /** @returns whether there was one. */
    async deleteException(dataset: DatasetId, id: string, audit: AuditEntry): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { numDeletedRows } = await tx.deleteFrom('finding_exception').where('dataset', '=', dataset).where('id', '=', id).executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        await tx.insertInto('audit').values(audit).execute();
        return true;
      });
    },

    async listDrafts(dataset: DatasetId): Promise<VersionTag[]> {
      const rows = await db.selectFrom('version').select('version').where('dataset', '=', dataset).where('status', '=', 'draft').execute();
      return rows.map((row) => row.version as VersionTag);
    },

    /** Puts another report in the place of a draft's own, which is let go of. @returns false where it is no draft any more. */
    async replaceReport(dataset: DatasetId, version: VersionTag, artifact: Artifact, report: DatasetVersion['report'], at: string): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('version')
          .set({ report: JSON.stringify(report) })
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .where('status', '=', 'draft')
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await replaceObject(tx, dataset, version, artifact.file, artifact, at);
        return true;
      });
    },

    /** Metadata of a version whose status and metadata are still those of `before`. @returns false where somebody was faster */
    async replaceMetadata(before: DatasetVersion, metadata: Metadata, corrections: readonly Correction[], audit: AuditEntry): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('version')
          .set({ metadata: JSON.stringify(metadata), ...(corrections.length > 0 ? { corrections: JSON.stringify(corrections) } : {}) })
          .where('dataset', '=', before.dataset)
          .where('version', '=', before.version)
          .where('status', '=', before.status)
          .where('metadata', '=', JSON.stringify(before.metadata))
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await tx.insertInto('audit').values(audit).execute();
        return true;
      });
    },
  };
}
