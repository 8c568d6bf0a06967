/** A process of work (server/jobs/processEntry.ts) that is kept: it does one task after the other. What a task throws ends it, as it ends the real one. */
import { enableCompileCache } from 'node:module';
import type { ProcessTask, Work } from '../../../server/jobs/processEntry.ts';

/** `end` is told after the last message of a task, with the memory that it left taken. */
export type Said = { message: unknown } | { end: { rss: number } };

enableCompileCache();
process.once('disconnect', () => process.exit(1));
process.on('message', (task: Pick<ProcessTask, 'entry' | 'data'>) => void begin(task));

async function begin({ entry, data }: Pick<ProcessTask, 'entry' | 'data'>): Promise<void> {
  const { work } = (await import(entry)) as { work: Work<unknown, unknown> };
  const say = (said: Said) => process.send!(said);
  await work(data, (message) => say({ message }));
  say({ end: { rss: process.memoryUsage.rss() } });
}
