/**
 * Series in the making: one at a time in a thread of its own, a few waiting, each with how far it is, until somebody cancels. What is made lies in the
 * folder of series; jobs are of the process, and a series that a restart stopped is asked for again.
 */
import { randomUUID } from 'node:crypto';
import type { Cleared } from '../../contract/maps/clearance.ts';
import type { SeriesBody, SeriesJob } from '../../contract/maps/series.ts';
import type { MapSpec } from '../../contract/maps/map.ts';
import { NotFoundError, UnavailableError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { problemText, withTexts } from '../../words/problems.ts';
import type { MadeSeries } from './make.ts';

/** What the thread is told. */
export interface SeriesTask {
  spec: MapSpec;
  /** Of a saved map. */
  cleared: Cleared | null;
  asked: SeriesBody;
  /** Address of the saved map; null of one that is not. */
  link: string | null;
}
/** What it says. */
export type SeriesSaid =
  | { is: 'progress'; done: number; total: number; part: string | null }
  | { is: 'made'; made: MadeSeries }
  | { is: 'failed'; code: string; detail: string; details?: Record<string, unknown> | undefined };

export interface SeriesThread {
  ask(task: SeriesTask): void;
  onSaid(listen: (said: SeriesSaid) => void): void;
  /** Once; `error` where it died of one. */
  onExit(listen: (error: Error | undefined) => void): void;
  terminate(): Promise<unknown>;
}

export interface SeriesJobsDeps {
  startThread: () => SeriesThread;
  log: Pick<Log, 'info' | 'warn'>;
  now: () => Date;
  limits?: Partial<SeriesLimits>;
}

export interface SeriesLimits {
  /** Of one series. */
  seconds: number;
  waiting: number;
  /** Of one address. */
  waitingEach: number;
  /** Jobs that have ended are told of for so long. */
  toldMinutes: number;
}
const LIMITS: SeriesLimits = { seconds: 240, waiting: 16, waitingEach: 2, toldMinutes: 60 };

interface Job {
  job: SeriesJob;
  task: SeriesTask;
  /** Of the file, once it is made. */
  href: string;
  address: string;
  /** Members go first. */
  isMember: boolean;
  datasets: readonly string[];
  endedAt: number | null;
}

export type SeriesJobs = ReturnType<typeof createSeriesJobs>;

export function createSeriesJobs({ startThread, log, now, limits: own = {} }: SeriesJobsDeps) {
  const limits = { ...LIMITS, ...own };
  const jobs = new Map<string, Job>();
  const queue: Job[] = [];
  let running: { each: Job; end: (state: SeriesJob['state'], error?: SeriesJob['error']) => void } | null = null;
  let closed = false;

  const isOver = ({ job: { state } }: Job) => state !== 'waiting' && state !== 'running';
  function forget(): void {
    const before = now().getTime() - limits.toldMinutes * 60_000;
    for (const [id, each] of jobs) if (each.endedAt !== null && each.endedAt < before) jobs.delete(id);
  }
  const find = (id: string): Job => {
    const each = jobs.get(id);
    if (!each) throw new NotFoundError('series.unknown', problemText('series.unknown'));
    return each;
  };
  const errorOf = (code: string, detail: string, details?: Record<string, unknown>): NonNullable<SeriesJob['error']> => ({
    code,
    detail,
    ...withTexts(code, details),
  });

  function next(): void {
    if (running || closed) return;
    const each = queue.shift();
    if (!each) return;
    const { job } = each;
    job.state = 'running';
    const thread = startThread();
    const started = now().getTime();
    const end = (state: SeriesJob['state'], error: SeriesJob['error'] = null) => {
      if (running?.each !== each) return;
      clearTimeout(clock);
      running = null;
      Object.assign(job, { state, error, part: null });
      each.endedAt = now().getTime();
      log.info({ state, by: each.task.asked.by, sheets: job.total, ms: now().getTime() - started, code: error?.code }, 'Series:Ended');
      void thread.terminate();
      next();
    };
    const tooLong = () => {
      const { code, message, details } = new UnavailableError('series.too-long', problemText('series.too-long'), { details: { seconds: limits.seconds } });
      return errorOf(code, message, details);
    };
    const clock = setTimeout(() => end('failed', tooLong()), limits.seconds * 1000).unref();
    running = { each, end };
    thread.onSaid((said) => {
      if (running?.each !== each) return;
      if (said.is === 'progress') Object.assign(job, { done: said.done, total: said.total, part: said.part });
      else if (said.is === 'failed') end('failed', errorOf(said.code, said.detail, said.details));
      else {
        const { name, bytes, pages, missing } = said.made;
        Object.assign(job, { done: job.total ?? job.done, file: { href: each.href, name, bytes, pages, missing } });
        end('succeeded');
      }
    });
    // A thread whose heap is full dies: too much for what is allowed here.
    thread.onExit((error) => {
      if (error) log.warn({ error: error.message }, 'Series:Died');
      end('failed', tooLong());
    });
    thread.ask(each.task);
  }

  return {
    /** @throws UnavailableError `busy.server` where too many wait */
    start(task: SeriesTask, about: Pick<Job, 'href' | 'address' | 'isMember' | 'datasets'>): SeriesJob {
      forget();
      const { address, isMember } = about;
      const others = [...jobs.values()].filter((each) => !isOver(each));
      // Asked once more, it is the same one.
      const text = JSON.stringify(task);
      const same = others.find((each) => each.address === address && JSON.stringify(each.task) === text);
      if (same) return { ...same.job };
      if (queue.length >= limits.waiting || others.filter((each) => each.address === address).length >= limits.waitingEach)
        throw new UnavailableError('busy.server', problemText('busy.server'), { details: { seconds: 30 } });
      const job: SeriesJob = { id: randomUUID(), state: 'waiting', done: 0, total: null, part: null, error: null, file: null };
      const each: Job = { job, task, ...about, endedAt: null };
      jobs.set(job.id, each);
      const firstStranger = queue.findIndex((other) => !other.isMember);
      queue.splice(isMember && firstStranger >= 0 ? firstStranger : queue.length, 0, each);
      next();
      return { ...job };
    },
    get: (id: string): SeriesJob => ({ ...find(id).job }),
    datasetsOf: (id: string): readonly string[] => find(id).datasets,
    /** A waiting one ends at once, one in the making with its thread. */
    cancel(id: string): SeriesJob {
      const each = find(id);
      if (running?.each === each) running.end('cancelled');
      else if (!isOver(each)) {
        queue.splice(queue.indexOf(each), 1);
        Object.assign(each.job, { state: 'cancelled' });
        each.endedAt = now().getTime();
      }
      return { ...each.job };
    },
    close(): void {
      closed = true;
      queue.length = 0;
      running?.end('cancelled');
    },
  };
}
