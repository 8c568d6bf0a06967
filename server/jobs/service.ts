/** Jobs as a person sees them: how far, how it ended, cancel. */
import type { JobStatus } from '../contract/datasets/dataset.ts';
import { NotFoundError } from '../errors.ts';
import { withTexts } from '../words/problems.ts';
import type { Job, JobQueue } from './queue.ts';

export type Jobs = ReturnType<typeof createJobs>;

/** Jobs for people, by id. Each function throws NotFoundError `job.unknown`. */
export function createJobs({ queue, now }: { queue: JobQueue; now: () => Date }) {
  async function getJob(id: string): Promise<JobStatus> {
    const job = await queue.find(id);
    if (!job) throw new NotFoundError('job.unknown', 'There is no such job here.');
    return toStatus(job);
  }
  return {
    getJob,
    /** A waiting job ends at once, a running one within a second or two. */
    async cancelJob(id: string): Promise<JobStatus> {
      await queue.cancel(id, now().toISOString());
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
