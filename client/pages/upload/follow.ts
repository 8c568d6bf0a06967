/** A job as it goes on, by server-sent events. The browser takes a cut stream up again by itself. */
import { toAddress } from '../../../server/contract/paths.ts';
import type { JobStatus } from '../../../server/contract/datasets/dataset.ts';

const FINISHED = new Set(['succeeded', 'failed', 'cancelled']);

export const isFinished = ({ state }: JobStatus): boolean => FINISHED.has(state);

/** @returns a function that stops listening. */
export function followJob(id: string, onJob: (job: JobStatus) => void): () => void {
  const events = new EventSource(toAddress('followJob', { id }));
  events.addEventListener('job', (event) => {
    const job = JSON.parse(event.data as string) as JobStatus;
    // The server ends the stream with the job, which the browser would take for a cut.
    if (isFinished(job)) events.close();
    onJob(job);
  });
  return () => events.close();
}
