/** /api/v1/jobs/{id} and its event stream. An id is a random UUID, so knowing it is the right to read it. */
import { Router } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { jobParams } from '../contract/datasets/api.ts';
import type { JobStatus } from '../contract/datasets/dataset.ts';
import type { Jobs } from './service.ts';
import { parseParams, type Authorize } from '../http/request.ts';
import { sendJson } from '../http/send.ts';

export interface JobsRouterDeps {
  jobs: Jobs;
  authorize: Authorize;
  now: () => Date;
  /** Milliseconds between two looks at the row. */
  pollMs?: number;
}

/** A line now and then keeps proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 15_000;
const FINISHED = new Set(['succeeded', 'failed', 'cancelled']);

export function jobsRouter({ jobs, authorize, now, pollMs = 200 }: JobsRouterDeps): Router {
  const router = Router();

  router.get('/jobs/:id', async (request, response) => {
    const { id } = parseParams(jobParams, request);
    await sendJson(request, response, await jobs.getJob(id), 'never');
  });

  router.get('/jobs/:id/events', async (request, response) => {
    const { id } = parseParams(jobParams, request);
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
  });

  router.delete('/jobs/:id', async (request, response) => {
    const { id } = parseParams(jobParams, request);
    // Before the job is looked up: a stranger must not learn which jobs there are.
    await authorize(request, 'job.cancel');
    await sendJson(request, response, await jobs.cancelJob(id), 'never', 202);
  });

  return router;
}
