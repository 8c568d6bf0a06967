/** Queries about legal acts behind changes of boundaries; each is recorded with its line of the audit. */
import type { AdminLevel, DatasetId, VersionTag } from '../contract/ids.ts';
import type { AuditEntry } from '../catalogue/audit.ts';
import type { Database, Tables } from '../store/schema.ts';
import type { ActPair, StoredAct } from './crosswalk/acts.ts';

export interface ActOf {
  dataset: DatasetId;
  from: VersionTag;
  to: VersionTag;
}

export type ActStore = ReturnType<typeof createActStore>;

export function createActStore(db: Database) {
  return {
    /** Those that stand, in the order in which they were recorded; `by` is the person. */
    async listActs({ dataset, from, to }: ActOf): Promise<StoredAct[]> {
      const rows = await db
        .selectFrom('change_act')
        .selectAll()
        .where('dataset', '=', dataset)
        .where('from_version', '=', from)
        .where('to_version', '=', to)
        .where('undone_at', 'is', null)
        .orderBy('decided_at')
        .orderBy('id')
        .execute();
      return rows.map(toAct);
    },

    async insertAct({ dataset, from, to }: ActOf, { id, level, pairs, legalAct, effectiveDate, by, at }: StoredAct, audit: AuditEntry): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('change_act')
          .values({
            id,
            dataset,
            from_version: from,
            to_version: to,
            level,
            pairs: JSON.stringify(pairs),
            legal_act: legalAct,
            effective_date: effectiveDate,
            decided_by: by,
            decided_at: at,
            undone_by: null,
            undone_at: null,
          })
          .execute();
        await tx.insertInto('audit').values(audit).execute();
      });
    },

    /** @param auditOf of the version that the act is about. @returns the act; undefined where none of the dataset stands under this id */
    async undoAct(dataset: DatasetId, id: string, by: string, auditOf: (to: VersionTag, act: StoredAct) => AuditEntry): Promise<StoredAct | undefined> {
      return db.transaction().execute(async (tx) => {
        const row = await tx
          .selectFrom('change_act')
          .selectAll()
          .where('dataset', '=', dataset)
          .where('id', '=', id)
          .where('undone_at', 'is', null)
          .executeTakeFirst();
        if (!row) return undefined;
        const audit = auditOf(row.to_version as VersionTag, toAct(row));
        await tx.updateTable('change_act').set({ undone_by: by, undone_at: audit.at }).where('id', '=', id).execute();
        await tx.insertInto('audit').values(audit).execute();
        return toAct(row);
      });
    },
  };
}

function toAct(row: Tables['change_act']): StoredAct {
  return {
    id: row.id,
    level: row.level as AdminLevel,
    pairs: JSON.parse(row.pairs) as ActPair[],
    legalAct: row.legal_act,
    effectiveDate: row.effective_date,
    by: row.decided_by,
    at: row.decided_at,
  };
}
