/**
 * Claims jobs, runs each in a process of its own, keeps its lease, records the result.
 * A process that dies takes nothing with it: its job is tried once more, then fails with a reason.
 */
import { CodmapError, toStorageFull } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import type { IngestSummary } from '../kinds/summary.ts';
import { dropParts, type Part } from './parts.ts';
import { MemoryExceeded } from './process.ts';
import { LeaseLostError, type Job, type JobFile, type JobQueue } from './queue.ts';
import type { ObjectNames } from '../store/objectNames.ts';
import type { ObjectStore } from '../store/objects/objects.ts';
import type { JobTask } from '../contract/datasets/dataset.ts';
import type { Provenance } from '../contract/harvest/provenance.ts';
import type { PersonalRecord } from '../contract/uploads/personal.ts';
import type { VersionTag } from '../contract/ids.ts';
import type { Tx } from '../store/schema.ts';

/** What a process of ingest says. `refused`: the upload is at fault, not we. */
export type IngestMessage =
  | { kind: 'progress'; stage: string; done: number; total: number }
  | { kind: 'stored'; part: Part }
  /** Copies without personal data took the place of the files. */
  | { kind: 'stripped'; files: JobFile[]; record: PersonalRecord }
  | { kind: 'done'; summary: IngestSummary }
  /** Of a job with a task, which makes no version. */
  | { kind: 'result'; result: unknown }
  | { kind: 'failed'; refused: boolean; code: string; detail: string; question: boolean; details?: Record<string, unknown> | undefined };

/** A process at work on one job. */
export interface IngestProcess {
  onMessage(listen: (message: IngestMessage) => void): void;
  /** Called once, after the last message; `error` where it died of one. */
  onExit(listen: (error: Error | undefined) => void): void;
  terminate(): Promise<unknown>;
}

export interface RunnerDeps {
  jobs: JobQueue;
  datasets: Pick<Datasets, 'recordVersion'>;
  names: Pick<ObjectNames, 'isFree'>;
  objects: Pick<ObjectStore, 'delete' | 'head'>;
  log: Log;
  /** Names this server among those that share the queue. */
  owner: string;
  now: () => Date;
  startProcess: (job: Job) => IngestProcess;
  /** Keeps what a job with a task came to; `succeed` is part of the same transaction. */
  tasks?: Partial<Record<JobTask, (job: Job, result: unknown, succeed: (tx: Tx, version: VersionTag) => Promise<void>) => Promise<void>>>;
  /** Jobs at the same time; 0: this server only serves. */
  workers: number;
  /** Wall clock of one job. */
  minutes: number;
  leaseMs?: number;
  pollMs?: number;
}

export interface Runner {
  start(): void;
  /** Looks for work once. @returns whether a job was claimed. */
  tick(): Promise<boolean>;
  /** Ends the processes; their jobs go back into the queue. */
  stop(): Promise<void>;
}

const MAX_ATTEMPTS = 2;
/** Progress is written at most this often; the lease is renewed with it. */
const BEAT_MS = 1000;

/** What is said with an upload of how its files are to be read. */
const ANSWERS = ['encoding', 'crs', 'columns', 'layers', 'personal'];
const isAnswered = ({ input }: Pick<Job, 'input'>): boolean => ANSWERS.some((name) => input.options[name] !== undefined);

interface Fault {
  code: string;
  detail: string;
}

/** What is said of a job that is ended from outside, by what it does. */
const FAULTS: Record<'upload' | 'task', { timeout: (minutes: number) => Fault; memory: Fault; crashed: Fault }> = {
  upload: {
    timeout: (minutes) => ({
      code: 'job.timeout',
      detail: `The upload took longer than the ${minutes} minutes allowed here. Split it by level, or raise CODMAP_INGEST_MINUTES.`,
    }),
    memory: { code: 'job.memory', detail: 'The upload needs more memory than allowed here. Upload fewer levels at once, or raise CODMAP_INGEST_MEMORY_MB.' },
    crashed: {
      code: 'job.crashed',
      detail: 'The upload could not be processed because of an error on our side; it was tried twice. The log has the cause under the job id.',
    },
  },
  task: {
    timeout: (minutes) => ({
      code: 'repair.timeout',
      detail: `The repair took longer than the ${minutes} minutes allowed here. Choose a smaller width, or raise CODMAP_INGEST_MINUTES. Nothing was changed.`,
    }),
    memory: {
      code: 'repair.memory',
      detail: 'The repair needs more memory than allowed here. Choose a smaller width, or raise CODMAP_INGEST_MEMORY_MB. Nothing was changed.',
    },
    crashed: {
      code: 'repair.crashed',
      detail: 'The repair failed because of an error on our side; it was tried twice. Nothing was changed. The log has the cause under the job id.',
    },
  },
};
const faultsOf = ({ input }: Pick<Job, 'input'>) => FAULTS[input.task ? 'task' : 'upload'];

type Outcome =
  | { kind: 'done'; summary: IngestSummary }
  | { kind: 'result'; result: unknown }
  | Extract<IngestMessage, { kind: 'failed' }>
  | { kind: 'crashed'; error: Error }
  | { kind: 'cancelled' }
  | { kind: 'stopped' };

export function createRunner(deps: RunnerDeps): Runner {
  const { jobs, datasets, names, objects, log, owner, now, startProcess, tasks = {}, workers, minutes, leaseMs = 30_000, pollMs = 500 } = deps;
  const running = new Map<string, { stop: () => void; finished: Promise<void> }>();
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;

  const lease = () => new Date(now().getTime() + leaseMs).toISOString();

  /** `parts` gets what the process stores. */
  async function watch(job: Job, stopped: Promise<void>, parts: Part[]): Promise<Outcome> {
    const own = startProcess(job);
    let at = { stage: job.stage, done: 0, total: 0 };
    let beat: NodeJS.Timeout | undefined;
    let beatNow = () => {};
    let clock: NodeJS.Timeout | undefined;
    let copies = Promise.resolve();
    const outcome = await new Promise<Outcome>((settle) => {
      own.onMessage((message) => {
        if (message.kind === 'stored') parts.push(message.part);
        else if (message.kind === 'stripped') copies = takeCopies(job, message.files, message.record);
        else if (message.kind === 'progress') {
          const entered = message.stage !== at.stage;
          at = { stage: message.stage, done: message.done, total: message.total };
          if (!entered) return;
          log.info({ job: job.id, dataset: job.dataset, stage: message.stage }, 'Ingest:Stage');
          // Written at once: a small upload is through in two seconds, and a person watches its stages.
          beatNow();
        } else settle(message);
      });
      own.onExit((error) => settle({ kind: 'crashed', error: error ?? new Error('The process ended without a result') }));
      const renew = async () => {
        const goOn = await jobs.progress(job.id, owner, lease(), at);
        if (!goOn) settle({ kind: 'cancelled' });
      };
      beatNow = () => void renew().catch((error: unknown) => log.warn({ err: error, job: job.id }, 'Job:LeaseNotRenewed'));
      beat = setInterval(beatNow, BEAT_MS);
      clock = setTimeout(() => {
        settle({ kind: 'failed', refused: true, question: false, ...faultsOf(job).timeout(minutes) });
      }, minutes * 60_000);
      void stopped.then(() => settle({ kind: 'stopped' }));
    });
    clearInterval(beat);
    clearTimeout(clock);
    await own.terminate();
    await copies;
    return outcome;
  }

  /** The job goes on with copies; the bytes as they came are not kept, and those who were asked about them are asked no more. */
  async function takeCopies(job: Job, files: JobFile[], personal: PersonalRecord): Promise<void> {
    const before = job.input.files;
    job.input = { ...job.input, files, options: { ...job.input.options, personal } };
    await jobs.replaceInput(job, owner, now().toISOString());
    const left = new Set(files.map(({ key }) => key));
    for (const { key } of before) if (!left.has(key) && (await names.isFree(key))) await objects.delete(key);
    log.info({ job: job.id, dataset: job.dataset, parts: personal.what.map(({ kind }) => kind) }, 'Ingest:Stripped');
  }

  async function record(job: Job, outcome: Extract<Outcome, { kind: 'done' | 'result' }>): Promise<void> {
    // Recording a large gazetteer takes seconds; the lease must outlast it.
    await jobs.progress(job.id, owner, new Date(now().getTime() + 10 * leaseMs).toISOString(), { stage: 'store', done: 0, total: 1 });
    if (outcome.kind === 'result') {
      const { task } = job.input;
      await tasks[task!]!(job, outcome.result, (tx, tag) => jobs.succeed(tx, job.id, owner, now().toISOString(), tag));
      return log.info({ job: job.id, dataset: job.dataset, task }, 'Job:Done');
    }
    const { summary } = outcome;
    const { version: asked, replaces, harvest } = job.input.options as { version?: VersionTag; replaces?: VersionTag; harvest?: Provenance };
    const version = await datasets.recordVersion(summary, { version: asked, replaces, by: job.createdBy, harvest }, (tx, tag) =>
      jobs.succeed(tx, job.id, owner, now().toISOString(), tag),
    );
    log.info({ job: job.id, dataset: version.dataset, version: version.version }, 'Ingest:Done');
  }

  async function run(job: Job, stopped: Promise<void>): Promise<void> {
    const parts: Part[] = [];
    const outcome = await watch(job, stopped, parts);
    const dropStored = () => dropParts(parts, objects, (key) => names.isFree(key));
    if (outcome.kind !== 'done' && outcome.kind !== 'result') await dropStored();
    const fail = async (code: string, detail: string, keepFiles: boolean, details?: Record<string, unknown>) => {
      log.warn({ job: job.id, dataset: job.dataset, code, detail }, 'Ingest:Failed');
      await jobs.fail(job.id, owner, now().toISOString(), { code, detail, ...(details ? { details } : {}) });
      if (!keepFiles && !job.input.task) await dropFiles(job);
    };
    const end = ({ code, detail }: Fault) => fail(code, detail, true);
    switch (outcome.kind) {
      case 'done':
      case 'result':
        try {
          await record(job, outcome);
        } catch (error) {
          if (error instanceof LeaseLostError) return log.warn({ job: job.id }, 'Job:TakenOver');
          await dropStored();
          // Such as a version tag that somebody else took meanwhile, or a full disk: a text for the person, not a crash.
          const known = error instanceof CodmapError ? error : toStorageFull(error);
          if (known) return fail(known.code, known.message, true);
          throw error;
        }
        return;
      case 'failed':
        // A question keeps the files: its answer starts the next job on them. So does an answer that may be at fault itself, for another one. The
        // details of a refusal may hold its sentence in other languages.
        return fail(outcome.code, outcome.detail, outcome.question || !outcome.refused || isAnswered(job), outcome.refused ? outcome.details : undefined);
      case 'cancelled':
        await jobs.finishCancelled(job.id, owner, now().toISOString());
        if (!job.input.task) await dropFiles(job);
        return log.info({ job: job.id, dataset: job.dataset }, 'Ingest:Cancelled');
      case 'stopped':
        return jobs.requeue(job.id, owner);
      case 'crashed':
        log.error({ err: outcome.error, job: job.id, attempt: job.attempts }, 'Ingest:Crashed');
        // It would need the same once more.
        if (outcome.error instanceof MemoryExceeded) return end(faultsOf(job).memory);
        if (job.attempts < MAX_ATTEMPTS) return jobs.requeue(job.id, owner);
        return end(faultsOf(job).crashed);
    }
  }

  /** Uploaded bytes that no other job and no version needs, and that are not kept. */
  async function dropFiles(job: Job): Promise<void> {
    for (const { key } of job.input.files) if (await names.isFree(key)) await objects.delete(key);
  }

  async function tick(): Promise<boolean> {
    if (stopping || running.size >= workers) return false;
    await jobs.reclaimExpired(now().toISOString(), MAX_ATTEMPTS);
    const job = await jobs.claim(owner, lease());
    if (!job) return false;
    log.info({ job: job.id, dataset: job.dataset, attempt: job.attempts }, 'Ingest:Started');
    let stop!: () => void;
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const finished = run(job, stopped)
      // The lease then runs out and the job is taken up again.
      .catch((error: unknown) => log.error({ err: error, job: job.id }, 'Job:NotRecorded'))
      .finally(() => running.delete(job.id));
    running.set(job.id, { stop, finished });
    return true;
  }

  const loop = async () => {
    try {
      while (await tick());
    } catch (error) {
      log.error({ err: error }, 'Job:QueueFailed');
    }
    if (!stopping) timer = setTimeout(() => void loop(), pollMs);
  };

  return {
    start() {
      if (workers > 0) void loop();
    },
    tick,
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const all = [...running.values()];
      for (const { stop } of all) stop();
      await Promise.all(all.map(({ finished }) => finished));
    },
  };
}
