/** A job followed to its end. */
import type { JobStatus } from '../../server/contract/datasets/dataset.ts';
import type { Api } from './api.ts';

/** Asked soon and then ever more seldom: what is done in a third of a second is seen then. */
const FIRST_MS = 150;
const LONGEST_MS = 700;

/** Asks until the job has ended. @throws what the API throws, and an AbortError when `signal` fires */
export async function followToEnd({ call }: Pick<Api, 'call'>, id: string, signal: AbortSignal, onJob: (job: JobStatus) => void): Promise<JobStatus> {
  for (let wait = FIRST_MS; ; wait = Math.min(wait * 1.5, LONGEST_MS)) {
    const job = await call('getJob', { params: { id }, signal });
    onJob(job);
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, wait));
    signal.throwIfAborted();
  }
}
