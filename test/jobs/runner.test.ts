import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DatasetId } from '../../server/contract/ids.ts';
import { createRunner, type IngestMessage, type IngestProcess, type Runner, type RunnerDeps } from '../../server/jobs/runner.ts';
import { MemoryExceeded } from '../../server/jobs/process.ts';
import { createLog } from '../../server/log.ts';
import { openStore, type Store } from '../../server/app/main.ts';
import type { Job } from '../../server/jobs/queue.ts';
import { putArtifact, temporaryConfig } from '../helpers/app.ts';
import { fakeSummary } from '../helpers/units.ts';

const SLE = 'cod-ab-sle' as DatasetId;
let store: Store;
let runner: Runner | undefined;
let cleanUp: () => Promise<void>;
let upload: string;

/** A thread whose life is a script: what it says, then how it ends. */
class FakeProcess implements IngestProcess {
  terminated = false;
  #listen: (message: IngestMessage) => void = () => undefined;
  #exit: (error: Error | undefined) => void = () => undefined;
  constructor(life: (thread: FakeProcess) => Promise<void>) {
    setImmediate(() => void life(this));
  }
  onMessage(listen: (message: IngestMessage) => void) {
    this.#listen = listen;
  }
  onExit(listen: (error: Error | undefined) => void) {
    this.#exit = listen;
  }
  say(message: IngestMessage) {
    this.#listen(message);
  }
  die(error?: Error) {
    this.#exit(error);
  }
  async terminate() {
    this.terminated = true;
  }
}

beforeEach(async () => {
  const { config, remove } = temporaryConfig();
  store = await openStore(config);
  const stored = await store.objects.putStream(
    'uploads',
    (async function* () {
      yield Buffer.from('boundaries');
    })(),
    100,
  );
  upload = stored.key;
  cleanUp = async () => {
    await runner?.stop();
    runner = undefined;
    await store.close();
    remove();
  };
});
afterEach(() => cleanUp());

const queue = (options: Record<string, unknown> = {}) =>
  store.datasets.registerUpload(SLE, [{ name: 'a.geojson', key: upload, bytes: 10, sha256: upload.split('/')[1]! }], options, 'Amina');

function start(life: (thread: FakeProcess, job: Job) => Promise<void>, override: Partial<RunnerDeps> = {}): { runner: Runner; threads: FakeProcess[] } {
  const threads: FakeProcess[] = [];
  runner = createRunner({
    jobs: store.jobs,
    datasets: store.datasets,
    names: store.names,
    objects: store.objects,
    log: createLog('silent'),
    owner: 'test',
    now: () => new Date(),
    startProcess: (job) => {
      const thread = new FakeProcess((self) => life(self, job));
      threads.push(thread);
      return thread;
    },
    workers: 1,
    minutes: 1,
    pollMs: 5,
    ...override,
  });
  runner.start();
  return { runner, threads };
}

async function until(id: string, states: string[]): Promise<Job> {
  for (let i = 0; i < 1000; i++) {
    const job = await store.jobs.find(id);
    if (job && states.includes(job.state)) return job;
    await sleep(10);
  }
  throw new Error(`The job did not become ${states.join(' or ')}`);
}
const finished = ['succeeded', 'failed', 'cancelled'];

describe('a job', () => {
  test('that succeeds makes a draft in the same step', async () => {
    const artifact = await putArtifact(store, 'geojson', 'sle_admin0.geojson', 'application/geo+json', Buffer.from('{}'));
    const { id } = await queue();
    start(async (thread) => {
      thread.say({ kind: 'progress', stage: 'read', done: 1, total: 2 });
      thread.say({ kind: 'done', summary: fakeSummary([artifact]) });
    });
    expect(await until(id, finished)).toMatchObject({ state: 'succeeded', version: 'v01', error: null });
    expect(await store.datasets.getVersion(SLE, 'v01' as never)).toMatchObject({ status: 'draft', createdBy: 'Amina' });
  });

  test('tells how far it is, at most once a second', async () => {
    const { id } = await queue();
    start(async (thread) => {
      thread.say({ kind: 'progress', stage: 'topology', done: 3, total: 9 });
      await sleep(1500);
      thread.say({ kind: 'done', summary: fakeSummary([]) });
    });
    await sleep(1250);
    expect(await store.jobs.find(id)).toMatchObject({ state: 'running', stage: 'topology', done: 3, total: 9 });
    await until(id, ['succeeded']);
  });

  test('that is refused says why, and its bytes are gone', async () => {
    const { id } = await queue();
    const details = { texts: { en: 'The zip is cut.', fr: 'L’archive est tronquée.' } };
    start(async (thread) => thread.say({ kind: 'failed', refused: true, question: false, code: 'read.damaged', detail: 'The zip is cut.', details }));
    expect(await until(id, finished)).toMatchObject({ state: 'failed', error: { code: 'read.damaged', detail: 'The zip is cut.', details } });
    await sleep(50);
    expect(await store.objects.head(upload)).toBeUndefined();
    expect(await store.datasets.listDatasets()).toEqual([]);
  });

  test('that asks a question keeps its bytes for the answer', async () => {
    const { id } = await queue();
    start(async (thread) => thread.say({ kind: 'failed', refused: true, question: true, code: 'read.encoding', detail: 'Which encoding?' }));
    await until(id, ['failed']);
    await sleep(50);
    expect(await store.objects.head(upload)).toBeDefined();
  });

  test('whose thread dies is tried once more', async () => {
    const { id } = await queue();
    const { threads } = start(async (thread, job) => {
      if (job.attempts === 1) thread.die(new Error('segmentation'));
      else thread.say({ kind: 'done', summary: fakeSummary([]) });
    });
    expect((await until(id, finished)).state).toBe('succeeded');
    expect(threads).toHaveLength(2);
  });

  test('whose thread dies twice fails, and the server goes on', async () => {
    const { id } = await queue();
    start(async (thread) => thread.die());
    expect(await until(id, finished)).toMatchObject({ state: 'failed', attempts: 2, error: { code: 'job.crashed' } });
  });

  test('that runs out of memory says so, and is not tried again', async () => {
    const { id } = await queue();
    start(async (thread) => thread.die(new MemoryExceeded('4096 MB')));
    expect(await until(id, finished)).toMatchObject({ attempts: 1, error: { code: 'job.memory' } });
  });

  test('that is cancelled ends within two seconds and leaves no bytes', async () => {
    const { id } = await queue();
    const { threads } = start(async () => undefined);
    await until(id, ['running']);
    await store.jobs.cancel(id, new Date().toISOString());
    expect((await until(id, finished)).state).toBe('cancelled');
    await sleep(50);
    expect(threads[0]!.terminated).toBe(true);
    expect(await store.objects.head(upload)).toBeUndefined();
  });

  test('that takes too long is ended', async () => {
    const { id } = await queue();
    const { threads } = start(async () => undefined, { minutes: 0.002 });
    expect((await until(id, finished)).error?.code).toBe('job.timeout');
    expect(threads[0]!.terminated).toBe(true);
  });

  test('goes back into the queue when the server stops', async () => {
    const { id } = await queue();
    const { threads, runner } = start(async () => undefined);
    await until(id, ['running']);
    await runner.stop();
    expect([(await store.jobs.find(id))!.state, threads[0]!.terminated]).toEqual(['queued', true]);
  });

  test('whose version tag is taken fails with a text for the person', async () => {
    await store.datasets.recordVersion(fakeSummary([]), { by: null });
    const { id } = await queue({ version: 'v01' });
    start(async (thread) => thread.say({ kind: 'done', summary: fakeSummary([]) }));
    expect((await until(id, finished)).error).toMatchObject({ code: 'version.exists' });
  });

  test('of the same bytes is the same job', async () => {
    expect((await queue()).id).toBe((await queue()).id);
  });
});
