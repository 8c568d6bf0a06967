/** Where every process of jobs/process.ts begins: memory and parent are watched by a thread of it, the work is the file that is named. */
import { writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { stepBack } from './stepBack.ts';
import type { Watched } from './watchThread.ts';

export interface ProcessTask {
  /** Address of a file that exports `work`. */
  entry: string;
  data: unknown;
  memoryBytes: number;
}

/** What such a file exports. Values that are posted arrive in order, before the end is told. */
export type Work<Data, Message> = (data: Data, post: (message: Message) => void) => Promise<void>;

/** Of two processes a machine without memory ends this one first. */
const EXPENDABLE = '800';

enableCompileCache();
stepBack();
try {
  writeFileSync('/proc/self/oom_score_adj', EXPENDABLE);
} catch {
  // Not Linux.
}
process.once('disconnect', () => process.exit(1));
process.once('message', (task: ProcessTask) => void begin(task));

async function begin({ entry, data, memoryBytes }: ProcessTask): Promise<void> {
  const watched: Watched = { memoryBytes, parent: process.ppid };
  new Worker(new URL('./watchThread.ts', import.meta.url), { workerData: watched }).unref();
  const { work } = (await import(entry)) as { work: Work<unknown, unknown> };
  let sent: Promise<void> = Promise.resolve();
  const post = (message: unknown) => {
    sent = new Promise((resolve) => process.send!(message, () => resolve()));
  };
  await work(data, post);
  await sent;
  process.removeAllListeners('disconnect');
  process.exit(0);
}
