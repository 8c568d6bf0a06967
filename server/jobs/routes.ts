/** A job and its event stream. An id is a random UUID, so knowing it is the right to read it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobStatus } from '../contract/datasets/dataset.ts';
import { uploadRoutes as routes } from '../contract/uploads/routes.ts';
import { NotFoundError, UnavailableError } from '../errors.ts';
import type { Jobs } from './service.ts';
import { SENT, serve, serveAbout, showing, type Served } from '../http/serve.ts';

export interface ServeJobsDeps {
  jobs: Jobs;
  now: () => Date;
  /** Milliseconds between two looks at the row. */
  pollMs?: number;
}

/** A line now and then keeps proxies from closing a quiet stream. */
const KEEP_ALIVE_MS = 15_000;
const FINISHED = new Set(['succeeded', 'failed', 'cancelled']);
/** Streams at the same time, and of one job. */
const MAX_STREAMS = 256;
const MAX_STREAMS_EACH = 16;

export function serveJobs({ jobs, now, pollMs = 200 }: ServeJobsDeps): Served[] {
  const looks = createLooks(jobs, pollMs);
  const aboutJob = {
    datasets: async ({ params: { id } }: { params: { id: string } }) => [(await jobs.getJob(id)).dataset],
    unknown: () => new NotFoundError('job.unknown', 'There is no such job here.'),
  };
  return [
    showing<typeof routes.getJob>(
      serve(routes.getJob, ({ params: { id } }) => jobs.getJob(id)),
      aboutJob,
    ),
    serveAbout(
      routes.cancelJob,
      async ({ params: { id } }) => [(await jobs.getJob(id)).dataset],
      ({ params: { id } }) => jobs.cancelJob(id),
    ),
    showing<typeof routes.followJob>(
      serve(routes.followJob, async ({ params: { id }, response }) => {
        let job: JobStatus | undefined = await jobs.getJob(id);
        const look = looks.join(id);
        const gone = new AbortController();
        response.on('close', () => gone.abort());
        try {
          response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
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
            job = await look.next();
          }
        } finally {
          look.leave();
        }
        response.end();
        return SENT;
      }),
      aboutJob,
    ),
  ];
}

/** However many follow a job, its row is read once each time. */
function createLooks(jobs: Pick<Jobs, 'getJob'>, pollMs: number) {
  const followers = new Map<string, { count: number; next: Promise<JobStatus> | undefined }>();
  let streams = 0;
  return {
    /** @throws UnavailableError `busy.server` where too many follow jobs already */
    join(id: string) {
      const own = followers.get(id) ?? { count: 0, next: undefined };
      if (streams >= MAX_STREAMS || own.count >= MAX_STREAMS_EACH)
        throw new UnavailableError('busy.server', 'Too many clients are following uploads at the moment. Ask for the job itself from time to time.', {
          details: { seconds: 5 },
        });
      streams++;
      own.count++;
      followers.set(id, own);
      return {
        /** As it is a moment later. */
        next: (): Promise<JobStatus> =>
          (own.next ??= sleep(pollMs)
            .then(() => jobs.getJob(id))
            .finally(() => (own.next = undefined))),
        leave() {
          streams--;
          if (--own.count === 0) followers.delete(id);
        },
      };
    },
  };
}
