/** The queue of ingest jobs, in the same database: any server can claim, report and answer for any job. */
import { sql } from 'kysely';
import type { JobState, JobStatus, JobTask } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { passTaken } from '../store/dialect.ts';
import type { Database, JobRow, Tx } from '../store/schema.ts';

export interface JobFile {
  /** As the person named it. */
  name: string;
  key: string;
  bytes: number;
  sha256: string;
}

/** What the worker needs; `options` are those of the pipeline of this kind. */
export interface JobInput {
  files: JobFile[];
  options: Record<string, unknown>;
  /** Absent: the files are read into a version. */
  task?: JobTask;
  /** What goes with the files and is none of them, by what it is: too large for the options, and already an object. */
  enclosed?: Record<string, EnclosedObject>;
}

export interface EnclosedObject {
  key: string;
  sha256: string;
  bytes: number;
}

export interface Job extends JobStatus {
  input: JobInput;
  sha256: string;
  attempts: number;
  cancelRequested: boolean;
  createdBy: string | null;
}

/** Of one person, to look through. */
const LISTED = 500;

export type JobQueue = ReturnType<typeof createJobQueue>;

export function createJobQueue(db: Database) {
  const jobs = () => db.selectFrom('job').selectAll();
  return {
    async insert(job: { id: string; dataset: DatasetId; input: JobInput; sha256: string; createdAt: string; createdBy: string | null }): Promise<void> {
      await db
        .insertInto('job')
        .values({
          id: job.id,
          dataset: job.dataset,
          state: 'queued',
          stage: null,
          done: 0,
          total: 0,
          input: JSON.stringify(job.input),
          sha256: job.sha256,
          attempts: 0,
          cancel_requested: 0,
          lease_owner: null,
          lease_until: null,
          version: null,
          error: null,
          created_at: job.createdAt,
          created_by: job.createdBy,
          finished_at: null,
        })
        .execute();
    },

    async find(id: string): Promise<Job | undefined> {
      const row = await jobs().where('id', '=', id).executeTakeFirst();
      return row && toJob(row);
    },

    /** A job for the same bytes that is waiting, at work or done; failed and cancelled ones may be tried again. */
    async findByUpload(dataset: DatasetId, sha256: string): Promise<Job | undefined> {
      const row = await jobs()
        .where('dataset', '=', dataset)
        .where('sha256', '=', sha256)
        .where('state', 'in', ['queued', 'running', 'succeeded'])
        .orderBy('created_at', 'desc')
        .executeTakeFirst();
      return row && toJob(row);
    },

    /** The last jobs of one person, newest first. */
    async listOwn(by: string, since: string): Promise<Job[]> {
      const rows = await jobs().where('created_by', '=', by).where('created_at', '>=', since).orderBy('created_at', 'desc').limit(LISTED).execute();
      return rows.map(toJob);
    },

    /** Gives one waiting job to one claimer, however many ask at once. */
    async claim(owner: string, leaseUntil: string): Promise<Job | undefined> {
      const row = await db
        .updateTable('job')
        .set(({ eb }) => ({ state: 'running', lease_owner: owner, lease_until: leaseUntil, attempts: eb('attempts', '+', 1), stage: null, done: 0, total: 0 }))
        .where('id', '=', (query) =>
          passTaken(db, query.selectFrom('job').select('id').where('state', '=', 'queued').orderBy('created_at').orderBy('id').limit(1)),
        )
        .where('state', '=', 'queued')
        .returningAll()
        .executeTakeFirst();
      return row && toJob(row);
    },

    /** Renews the lease and says how far it is. @returns whether to go on: false when cancelled, or when another server has taken over. */
    async progress(id: string, owner: string, leaseUntil: string, at: { stage: string | null; done: number; total: number }): Promise<boolean> {
      const row = await db
        .updateTable('job')
        .set({ lease_until: leaseUntil, ...at })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .where('state', '=', 'running')
        .returning('cancel_requested')
        .executeTakeFirst();
      return row !== undefined && row.cancel_requested === 0;
    },

    /** Jobs whose server died: back into the queue once, failed the second time. @returns their ids. */
    async reclaimExpired(now: string, maxAttempts: number): Promise<string[]> {
      const expired = () => sql<boolean>`state = 'running' and lease_until < ${now}`;
      const failed = await db
        .updateTable('job')
        .set({
          state: 'failed',
          finished_at: now,
          lease_owner: null,
          lease_until: null,
          error: JSON.stringify({
            code: 'job.crashed',
            detail: 'The server stopped twice while working on this upload. Upload it again, or tell the people who run this server.',
          }),
        })
        .where(expired())
        .where('attempts', '>=', maxAttempts)
        .returning('id')
        .execute();
      const queued = await db
        .updateTable('job')
        .set({ state: 'queued', lease_owner: null, lease_until: null })
        .where(expired())
        .where('attempts', '<', maxAttempts)
        .returning('id')
        .execute();
      return [...failed, ...queued].map((row) => row.id);
    },

    /** Ends the leases of servers that are known to be dead, so that a restart need not wait for them to run out. */
    async endLeases(isDead: (owner: string) => boolean): Promise<void> {
      const rows = await db.selectFrom('job').select(['id', 'lease_owner']).where('state', '=', 'running').execute();
      for (const { id, lease_owner } of rows) {
        if (lease_owner === null || !isDead(lease_owner)) continue;
        await db.updateTable('job').set({ lease_until: '' }).where('id', '=', id).where('lease_owner', '=', lease_owner).execute();
      }
    },

    /** Puts a job back after its thread crashed. */
    async requeue(id: string, owner: string): Promise<void> {
      await db
        .updateTable('job')
        .set({ state: 'queued', lease_owner: null, lease_until: null })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .execute();
    },

    /** A running job goes on with other files and options. Ended ones of the same upload are closed: what they asked has been answered. */
    async replaceInput({ id, dataset, sha256, input }: Pick<Job, 'id' | 'dataset' | 'sha256' | 'input'>, owner: string, now: string): Promise<void> {
      await db
        .updateTable('job')
        .set({ input: JSON.stringify(input) })
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .execute();
      await db
        .updateTable('job')
        .set({ state: 'cancelled', error: null, finished_at: now })
        .where('dataset', '=', dataset)
        .where('sha256', '=', sha256)
        .where('state', '=', 'failed')
        .execute();
    },

    /** A job that ended with a question is closed without an answer. */
    async close(id: string, now: string): Promise<void> {
      await db.updateTable('job').set({ state: 'cancelled', error: null, finished_at: now }).where('id', '=', id).where('state', '=', 'failed').execute();
    },

    async fail(id: string, owner: string, now: string, error: NonNullable<JobStatus['error']>): Promise<void> {
      await finish(db, id, owner, now, { state: 'failed', error: JSON.stringify(error), version: null });
    },

    async finishCancelled(id: string, owner: string, now: string): Promise<void> {
      await finish(db, id, owner, now, { state: 'cancelled', error: null, version: null });
    },

    /** Part of the transaction that makes the version visible. @throws when the lease is lost, so that the transaction is rolled back. */
    async succeed(tx: Tx, id: string, owner: string, now: string, version: VersionTag): Promise<void> {
      const changed = await finish(tx, id, owner, now, { state: 'succeeded', error: null, version });
      if (!changed) throw new LeaseLostError(id);
    },

    /** A waiting job is cancelled at once; a running one is asked to stop. @returns its state afterwards, undefined if there is none. */
    async cancel(id: string, now: string): Promise<JobState | undefined> {
      await db.updateTable('job').set({ state: 'cancelled', finished_at: now }).where('id', '=', id).where('state', '=', 'queued').execute();
      await db.updateTable('job').set({ cancel_requested: 1 }).where('id', '=', id).where('state', '=', 'running').execute();
      const row = await db.selectFrom('job').select('state').where('id', '=', id).executeTakeFirst();
      return row?.state as JobState | undefined;
    },

    async countByState(): Promise<Record<string, number>> {
      const rows = await db
        .selectFrom('job')
        .select(['state', ({ fn }) => fn.countAll<number>().as('n')])
        .groupBy('state')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.state, row.n]));
    },
  };
}

/** Another server took the job over while this one was slow; its result counts, ours is dropped. */
export class LeaseLostError extends Error {
  constructor(job: string) {
    super(`Job ${job} belongs to another server now`);
    this.name = 'LeaseLostError';
  }
}

async function finish(db: Database | Tx, id: string, owner: string, now: string, set: Pick<JobRow, 'state' | 'error' | 'version'>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ ...set, finished_at: now, lease_owner: null, lease_until: null })
    .where('id', '=', id)
    .where('lease_owner', '=', owner)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function toJob(row: JobRow): Job {
  const input = JSON.parse(row.input) as JobInput;
  return {
    id: row.id,
    dataset: row.dataset as DatasetId,
    state: row.state as JobState,
    stage: row.stage,
    done: row.done,
    total: row.total,
    version: row.version as VersionTag | null,
    error: row.error === null ? null : (JSON.parse(row.error) as NonNullable<JobStatus['error']>),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    input,
    task: input.task,
    sha256: row.sha256,
    attempts: row.attempts,
    cancelRequested: row.cancel_requested !== 0,
    createdBy: row.created_by,
  };
}
