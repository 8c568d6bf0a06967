/** A thread of answers: the handlers of all heavy routes over one store, asked one question after the other. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { Told } from '../http/told.ts';
import type { AnswerThreadData } from '../jobs/apart.ts';
import { stepBack } from '../jobs/stepBack.ts';
import { openAnswering, type AnswerData } from './answering.ts';

/** The process grew by so much since the last collection. */
const GROWN_BYTES = 64 << 20;
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

stepBack();
const { given, ...data } = workerData as AnswerData & AnswerThreadData;
const answering = await openAnswering(data, () => Atomics.load(given, 0) === 0);

/**
 * What the painter holds lies outside the heap, whose own collection knows nothing of it: paths and pixels of several large pictures would
 * wait for it together.
 */
let tidied = process.memoryUsage.rss();
function tidy(): void {
  if (process.memoryUsage.rss() - tidied < GROWN_BYTES) return;
  collect();
  setImmediate(() => (tidied = process.memoryUsage.rss()));
}

parentPort!.on('message', async (told: Told) => {
  const answered = await answering.answer(told);
  parentPort!.postMessage(answered, 'problem' in answered ? [] : [answered.body.buffer]);
  // Once it is sent: what it left behind is collected while nobody waits for this thread, or before the next one.
  setImmediate(tidy);
});
