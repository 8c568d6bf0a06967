/** Queries that change what is public: publishing, rolling back, withdrawing, discarding. Each is one transaction with its line of the audit. Part of the catalogue. */
import type { ChosenBump, Replacement, VersionStatus, Withdrawal } from '../../contract/datasets/dataset.ts';
import type { Signoff } from '../../contract/datasets/endorsement.ts';
import { toIso3, type DatasetId, type VersionTag } from '../../contract/ids.ts';
import { takeTurns } from '../../store/dialect.ts';
import { dropRepair, releaseObjects } from '../../store/objectNames.ts';
import type { Database, Tables, Tx } from '../../store/schema.ts';
import { recordEvent } from '../../store/events.ts';
import { dropReview } from '../review/drop.ts';
import type { AuditEntry } from '../audit.ts';

/** Of a version that is current again. */
const IN_FORCE = {
  status: 'current',
  withdrawn_at: null,
  withdrawn_by: null,
  withdrawal_reason: null,
  superseded_at: null,
  superseded_by: null,
  superseded_reason: null,
} as const;

const WITHDRAWN = (by: AuditEntry) => ({ status: 'withdrawn', withdrawn_at: by.at, withdrawn_by: by.actor, withdrawal_reason: by.reason });

/** As what a version is published; its line of the audit where that is another than was proposed. */
export interface Called {
  bump: ChosenBump;
  audit: AuditEntry | null;
}

export interface RollBack {
  /** The version that whoever asks saw as current; null: none was. */
  replaces: VersionTag | null;
  /** Statuses that the chosen version may have. */
  from: VersionStatus[];
  /** Lines of the audit: of the version that is current again, and of the replaced one where it is withdrawn. */
  audit: AuditEntry;
  withdrawal: AuditEntry | null;
}

export function publicationQueries(db: Database) {
  const one = (tx: Tx, dataset: DatasetId, version: VersionTag) => tx.updateTable('version').where('dataset', '=', dataset).where('version', '=', version);

  /** What a version calls its country is what the dataset is called while it is current. */
  async function makeCurrent(tx: Tx, dataset: DatasetId, version: VersionTag, countryNames: string | null, set: Partial<Tables['version']>): Promise<void> {
    await one(tx, dataset, version)
      .set({ ...IN_FORCE, ...set })
      .execute();
    if (countryNames !== null) await tx.updateTable('dataset').set({ country_names: countryNames }).where('id', '=', dataset).execute();
  }

  return {
    /** Current → superseded, this version → current, in one transaction; what was there of the rules of groups is kept with it. @returns false if the version is no longer in one of `from`. */
    async publish(
      dataset: DatasetId,
      version: VersionTag,
      from: VersionStatus[],
      signoff: readonly Signoff[],
      audit: AuditEntry,
      called: Called | null = null,
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, dataset);
        const ready = await tx
          .selectFrom('version')
          .select('country_names')
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .where('status', 'in', from)
          .executeTakeFirst();
        if (!ready) return false;
        await tx
          .updateTable('version')
          .set({ status: 'superseded', superseded_at: audit.at, superseded_by: version, superseded_reason: null })
          .where('dataset', '=', dataset)
          .where('status', '=', 'current')
          .execute();
        const kept = {
          ...(signoff.length === 0 ? {} : { signoff: JSON.stringify(signoff) }),
          ...(called ? { bump: JSON.stringify(called.bump) } : {}),
        };
        await makeCurrent(tx, dataset, version, ready.country_names, { published_at: audit.at, published_by: audit.actor, reason: audit.reason, ...kept });
        // What it came to is with the version.
        await dropRepair(tx, dataset, version, audit.at);
        await insertAudit(tx, audit);
        await tell(tx, 'version.published', audit);
        if (called?.audit) await insertAudit(tx, { ...called.audit, at: audit.at });
        return true;
      });
    },

    /**
     * Makes a version that was public the current one again. When, by whom and why it was published stays as it was.
     * @returns false where another version is current than the one that was seen, or the chosen one is no longer in one of `from`
     */
    async rollBack(dataset: DatasetId, version: VersionTag, { replaces, from, audit, withdrawal }: RollBack): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, dataset);
        const of = tx.selectFrom('version').select(['version', 'country_names']).where('dataset', '=', dataset);
        const current = await of.where('status', '=', 'current').executeTakeFirst();
        const chosen = await of.where('version', '=', version).where('status', 'in', from).where('published_at', 'is not', null).executeTakeFirst();
        if (!chosen || (current?.version ?? null) !== replaces) return false;
        if (replaces !== null) {
          const replaced = { superseded_at: audit.at, superseded_by: version, superseded_reason: audit.reason };
          await one(tx, dataset, replaces)
            .set({ ...replaced, ...(withdrawal ? WITHDRAWN(withdrawal) : { status: 'superseded' }) })
            .execute();
        }
        await makeCurrent(tx, dataset, version, chosen.country_names, {});
        if (withdrawal) {
          await insertAudit(tx, withdrawal);
          await tell(tx, 'version.withdrawn', withdrawal);
        }
        await insertAudit(tx, audit);
        await tell(tx, 'version.published', audit, { again: 1 });
        return true;
      });
    },

    /** Beside why it was published, never over it. @returns false where it is withdrawn already */
    async withdraw(dataset: DatasetId, version: VersionTag, audit: AuditEntry): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, dataset);
        const { numUpdatedRows } = await one(tx, dataset, version).set(WITHDRAWN(audit)).where('status', '!=', 'withdrawn').executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await insertAudit(tx, audit);
        // Of a draft nobody was told that it was there.
        if (await wasPublic(tx, dataset, version)) await tell(tx, 'version.withdrawn', audit);
        return true;
      });
    },

    /** Takes a version away that was never public. @returns false where there is none, or it was public once */
    async discard(dataset: DatasetId, version: VersionTag, audit: AuditEntry): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        await takeTurns(tx, dataset);
        if (!(await deleteUnpublished(tx, dataset, version, audit.at))) return false;
        await dropRepair(tx, dataset, version, audit.at);
        await dropReview(tx, dataset, version);
        await insertAudit(tx, audit);
        return true;
      });
    },
  };
}

async function wasPublic(tx: Tx, dataset: DatasetId, version: VersionTag): Promise<boolean> {
  const found = tx.selectFrom('version').select('version').where('dataset', '=', dataset).where('version', '=', version);
  return (await found.where('published_at', 'is not', null).executeTakeFirst()) !== undefined;
}

/** Who did it and why is in the audit; the event says that it was done. */
const tell = (tx: Tx, kind: 'version.published' | 'version.withdrawn', { id, at, dataset, version }: AuditEntry, detail: Record<string, number> = {}) =>
  recordEvent(tx, { id, kind, at, scope: toIso3(dataset), dataset, version, audience: 'public', detail });

/** What was public once stays for good, so that its address and its tag mean one thing. @returns false where there is nothing to delete */
export async function deleteUnpublished(tx: Tx, dataset: DatasetId, version: VersionTag, at: string): Promise<boolean> {
  const found = await tx
    .selectFrom('version')
    .select('version')
    .where('dataset', '=', dataset)
    .where('version', '=', version)
    .where('published_at', 'is', null)
    .executeTakeFirst();
  if (!found) return false;
  await releaseObjects(tx, dataset, version, at);
  for (const table of ['unit', 'artifact', 'version'] as const)
    await tx.deleteFrom(table).where('dataset', '=', dataset).where('version', '=', version).execute();
  return true;
}

export async function insertAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.insertInto('audit').values(entry).execute();
}

/** What ended the time in which a version was current, as far as it is known. */
export function statesOf(row: Tables['version']): { withdrawal?: Withdrawal; replaced?: Replacement } {
  return {
    ...(row.status === 'withdrawn' ? { withdrawal: { at: row.withdrawn_at, by: row.withdrawn_by, reason: row.withdrawal_reason } } : {}),
    ...(row.status === 'superseded' || row.superseded_at !== null
      ? { replaced: { at: row.superseded_at, by: row.superseded_by as VersionTag | null, reason: row.superseded_reason } }
      : {}),
  };
}
