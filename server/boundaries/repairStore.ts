/** Queries about repairs in progress: what was planned and decided of a version. Plan, outcome and proof are objects, named here. */
import type { AuditEntry } from '../catalogue/audit.ts';
import type { RepairDecisions, RepairOptionsAsked } from '../contract/boundaries/repair.ts';
import type { RepairState } from '../contract/boundaries/repairRoutes.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { dropRepair, replaceRepairObjects } from '../store/objectNames.ts';
import type { StoredObject } from '../store/objects/objects.ts';
import type { Database, Tx } from '../store/schema.ts';

/** `plan`: RepairPlan; `outline`: what it leads units to, as GeoJSON, `outline-file` as it was sent; `pieces`, `after`: layers of the map; `outcome`, `proof`: of the decisions of `provedRevision`; `ground`: the proof as GeoJSON. */
export const REPAIR_OBJECTS = ['plan', 'outline', 'outline-file', 'pieces', 'outcome', 'proof', 'ground', 'after', 'decisions'] as const;
export type RepairObjects = Partial<Record<(typeof REPAIR_OBJECTS)[number], StoredObject>>;

export type JobFor = NonNullable<RepairState['job']>['for'];

export interface RepairRecord {
  dataset: DatasetId;
  version: VersionTag;
  revision: number;
  groundRevision: number;
  basis: string;
  options: RepairOptionsAsked;
  decisions: RepairDecisions;
  carried: RepairState['carried'];
  provedRevision: number | null;
  job: { id: string; for: JobFor } | null;
  objects: RepairObjects;
}

/** What a job has planned. */
export interface Planned {
  basis: string;
  options: RepairOptionsAsked;
  decisions: RepairDecisions;
  carried: RepairState['carried'];
  objects: Required<Pick<RepairObjects, 'plan' | 'pieces'>> & Pick<RepairObjects, 'outline' | 'outline-file'>;
}

/** What a job has carried out and proved. */
export interface Proved {
  revision: number;
  objects: Required<Pick<RepairObjects, 'outcome' | 'proof' | 'ground' | 'after'>>;
}

export type RepairStore = ReturnType<typeof createRepairStore>;

/** Repairs in progress in the database `db`, by dataset and version. */
export function createRepairStore(db: Database, now: () => Date = () => new Date()) {
  const own = (dataset: DatasetId, version: VersionTag) => db.selectFrom('repair').selectAll().where('dataset', '=', dataset).where('version', '=', version);

  return {
    async find(dataset: DatasetId, version: VersionTag): Promise<RepairRecord | undefined> {
      const row = await own(dataset, version).executeTakeFirst();
      if (!row) return undefined;
      const objects = await db.selectFrom('repair_object').selectAll().where('dataset', '=', dataset).where('version', '=', version).execute();
      return {
        dataset,
        version,
        revision: row.revision,
        groundRevision: row.ground_revision,
        basis: row.basis,
        options: JSON.parse(row.options) as RepairOptionsAsked,
        decisions: JSON.parse(row.decisions) as RepairDecisions,
        carried: row.carried === null ? null : (JSON.parse(row.carried) as RepairState['carried']),
        provedRevision: row.proved_revision,
        job: row.job === null ? null : { id: row.job, for: row.job_for as JobFor },
        objects: Object.fromEntries(objects.map(({ what, object_key: key, sha256, bytes }) => [what, { key, sha256, bytes }])),
      };
    },

    /** A job of this repair is about to be queued: only it may say what comes of it. */
    async expect(dataset: DatasetId, version: VersionTag, job: { id: string; for: JobFor }, by: string): Promise<void> {
      const values = { job: job.id, job_for: job.for, updated_at: now().toISOString(), updated_by: by };
      await db
        .insertInto('repair')
        .values({
          dataset,
          version,
          revision: 0,
          ground_revision: 0,
          basis: '',
          options: '{}',
          decisions: JSON.stringify({ operations: {}, units: {} } satisfies RepairDecisions),
          carried: null,
          proved_revision: null,
          ...values,
        })
        .onConflict((conflict) => conflict.columns(['dataset', 'version']).doUpdateSet(values))
        .execute();
    },

    /** @param succeed ends the job in the same transaction */
    async recordPlan(
      dataset: DatasetId,
      version: VersionTag,
      job: string,
      { basis, options, decisions, carried, objects }: Planned,
      succeed: (tx: Tx) => Promise<void>,
    ): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const at = now().toISOString();
        const { numUpdatedRows } = await tx
          .updateTable('repair')
          .set(({ eb }) => ({
            revision: eb('revision', '+', 1),
            ground_revision: eb('revision', '+', 1),
            basis,
            options: JSON.stringify(options),
            decisions: JSON.stringify(decisions),
            carried: carried && JSON.stringify(carried),
            proved_revision: null,
            updated_at: at,
          }))
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .where('job', '=', job)
          .executeTakeFirst();
        const gone = { outline: null, 'outline-file': null, outcome: null, proof: null, ground: null, after: null };
        if (numUpdatedRows > 0n) await replaceRepairObjects(tx, dataset, version, { ...gone, ...objects }, at);
        await succeed(tx);
      });
    },

    /** @param succeed ends the job in the same transaction */
    async recordProof(dataset: DatasetId, version: VersionTag, job: string, { revision, objects }: Proved, succeed: (tx: Tx) => Promise<void>): Promise<void> {
      await db.transaction().execute(async (tx) => {
        const at = now().toISOString();
        const { numUpdatedRows } = await tx
          .updateTable('repair')
          .set({ proved_revision: revision, updated_at: at })
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .where('job', '=', job)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) await replaceRepairObjects(tx, dataset, version, { ...objects }, at);
        await succeed(tx);
      });
    },

    /** @returns false where somebody decided meanwhile, so that `revision` is not the latest any more */
    async decide(
      { dataset, version, revision }: Pick<RepairRecord, 'dataset' | 'version' | 'revision'>,
      decisions: RepairDecisions,
      isGround: boolean,
      audit: AuditEntry,
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('repair')
          .set({
            revision: revision + 1,
            ...(isGround ? { ground_revision: revision + 1 } : {}),
            decisions: JSON.stringify(decisions),
            updated_at: audit.at,
            updated_by: audit.actor,
          })
          .where('dataset', '=', dataset)
          .where('version', '=', version)
          .where('revision', '=', revision)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await tx.insertInto('audit').values(audit).execute();
        return true;
      });
    },

    /** What a job is to be given along, so that nobody collects it meanwhile. */
    async keepDecisions(dataset: DatasetId, version: VersionTag, object: StoredObject): Promise<void> {
      await db.transaction().execute((tx) => replaceRepairObjects(tx, dataset, version, { decisions: object }, now().toISOString()));
    },

    /** @returns whether there was one */
    async drop(dataset: DatasetId, version: VersionTag, audit: AuditEntry): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        if (!(await dropRepair(tx, dataset, version, audit.at))) return false;
        await tx.insertInto('audit').values(audit).execute();
        return true;
      });
    },
  };
}

/** What the jobs of repairs come to, recorded as they end. */
export function recordRepairs({ recordPlan, recordProof }: Pick<RepairStore, 'recordPlan' | 'recordProof'>) {
  type Succeed = (tx: Tx, version: VersionTag) => Promise<void>;
  interface Ended {
    id: string;
    dataset: DatasetId;
    input: { options: Record<string, unknown> };
  }
  const versionOf = ({ input }: Ended) => input.options['version'] as VersionTag;
  return {
    'repair-plan': (job: Ended, result: unknown, succeed: Succeed) =>
      recordPlan(job.dataset, versionOf(job), job.id, result as Planned, (tx) => succeed(tx, versionOf(job))),
    'repair-proof': (job: Ended, result: unknown, succeed: Succeed) =>
      recordProof(job.dataset, versionOf(job), job.id, result as Proved, (tx) => succeed(tx, versionOf(job))),
  };
}
