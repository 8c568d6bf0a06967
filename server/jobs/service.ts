/** Jobs as a person sees them: how far, how it ended, cancel. */
import type { JobStatus } from '../contract/datasets/dataset.ts';
import { NotFoundError } from '../errors.ts';
import { withTexts } from '../words/problems.ts';
import type { ObjectNames } from '../store/objectNames.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import type { Job, JobQueue } from './queue.ts';

export type Jobs = ReturnType<typeof createJobs>;

export interface JobsDeps {
  queue: JobQueue;
  now: () => Date;
  names: Pick<ObjectNames, 'isFree'>;
  objects: Pick<ObjectStore, 'delete'>;
}

/** Jobs for people, by id. Each function throws NotFoundError `job.unknown`. */
export function createJobs({ queue, now, names, objects }: JobsDeps) {
  async function getJob(id: string): Promise<JobStatus> {
    const job = await queue.find(id);
    if (!job) throw new NotFoundError('job.unknown', 'There is no such job here.');
    return toStatus(job);
  }
  return {
    getJob,
    /** A waiting job ends at once, a running one within a second or two. One that asked about personal data is closed, and its files are gone. */
    async cancelJob(id: string): Promise<JobStatus> {
      const job = await queue.find(id);
      if (job?.state === 'failed' && job.error?.code === 'upload.personal') {
        await queue.close(id, now().toISOString());
        for (const { key } of job.input.files) if (await names.isFree(key)) await objects.delete(key);
      } else await queue.cancel(id, now().toISOString());
      return getJob(id);
    },
  };
}

/** A job of the queue as the interface shows it: progress in `done` of `total` steps of its stage, an error with its sentence in every language. */
export function toStatus({ id, dataset, task, state, stage, done, total, version, error, createdAt, finishedAt }: Job): JobStatus {
  return {
    id,
    dataset,
    ...(task ? { task } : {}),
    state,
    stage,
    done,
    total,
    version,
    error: error && { ...error, ...withTexts(error.code, error.details) },
    createdAt,
    finishedAt,
  };
}
