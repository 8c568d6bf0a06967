/** A thread that makes one series: the same parts as a thread of answers, over a store of its own. Ended by whoever began it. */
import { parentPort, workerData } from 'node:worker_threads';
import { CodmapError } from '../../errors.ts';
import type { SeriesSaid, SeriesTask } from '../../maps/series/jobs.ts';
import { openAnswering, type AnswerData } from '../answering.ts';

const say = (said: SeriesSaid) => parentPort!.postMessage(said);
const { makeSeries } = await openAnswering(workerData as AnswerData, () => true);

parentPort!.on('message', async (task: SeriesTask) => {
  try {
    say({ is: 'made', made: await makeSeries(task, (done, total, part) => say({ is: 'progress', done, total, part })) });
  } catch (error) {
    // What went wrong on our side is not told to strangers.
    if (error instanceof CodmapError) say({ is: 'failed', code: error.code, detail: error.message, details: error.details });
    else throw error;
  }
});
