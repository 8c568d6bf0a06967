/** A thread of answers (server/app/answerThread.ts) that is kept: each server that takes it opens its own store in it, and closes it at its end. */
import { parentPort, workerData } from 'node:worker_threads';
import { openAnswering, type AnswerData, type Answering } from '../../../server/app/answering.ts';
import type { Answered, Refused, Told } from '../../../server/http/told.ts';
import type { AnswerThreadData } from '../../../server/jobs/apart.ts';

export type Asked = { open: AnswerData } | { told: Told } | { close: true };
export type Said = { answered: Answered | Refused } | { closed: true };

const { given } = workerData as AnswerThreadData;
let open: Promise<Answering> | undefined;
const say = (said: Said, moved: ArrayBuffer[] = []) => parentPort!.postMessage(said, moved);

parentPort!.on('message', async (asked: Asked) => {
  if ('open' in asked) open = openAnswering(asked.open, () => Atomics.load(given, 0) === 0);
  else if ('told' in asked) {
    const answering = await open!;
    const answered = await answering.answer(asked.told);
    say({ answered }, 'problem' in answered ? [] : [answered.body.buffer as ArrayBuffer]);
  } else {
    const closing = open;
    open = undefined;
    await (await closing)?.close();
    say({ closed: true });
  }
});
