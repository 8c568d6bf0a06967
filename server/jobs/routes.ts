/** A job and its event stream. An id is a random UUID, so knowing it is the right to read it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobStatus } from '../contract/datasets/dataset.ts';
import { uploadRoutes as routes } from '../contract/uploads/routes.ts';
import type { Jobs } from './service.ts';
import { SENT, serve, type Served } from '../http/serve.ts';

export interface ServeJobsDeps {
  jobs: Jobs;
  now: () => Date;
  /** Milliseconds between two looks at the row. */
  pollMs?: number;
}

/** A line now and then keeps proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 15_000;
const FINISHED = new Set(['succeeded', 'failed', 'cancelled']);

export function serveJobs({ jobs, now, pollMs = 200 }: ServeJobsDeps): Served[] {
  return [
    serve(routes.getJob, ({ params: { id } }) => jobs.getJob(id)),
    serve(routes.cancelJob, ({ params: { id } }) => jobs.cancelJob(id)),
    serve(routes.followJob, async ({ params: { id }, response }) => {
      let job: JobStatus | undefined = await jobs.getJob(id);
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      let sent = '';
      let lastWrite = now().getTime();
      while (job && !gone.signal.aborted) {
        const text = JSON.stringify(job);
        if (text !== sent) {
          response.write(`event: job\ndata: ${text}\n\n`);
          sent = text;
          lastWrite = now().getTime();
        } else if (now().getTime() - lastWrite > KEEP_ALIVE_MS) {
          response.write(': still there\n\n');
          lastWrite = now().getTime();
        }
        if (FINISHED.has(job.state)) break;
        await sleep(pollMs, undefined, { signal: gone.signal }).catch(() => undefined);
        job = gone.signal.aborted ? undefined : await jobs.getJob(id);
      }
      response.end();
      return SENT;
    }),
  ];
}
