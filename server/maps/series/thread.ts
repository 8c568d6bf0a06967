/** A thread that makes one series, with a bound on its heap; whoever began it bounds its time and ends it. */
import { Worker } from 'node:worker_threads';
import type { SeriesSaid, SeriesThread } from './jobs.ts';

/** Facts of all parts and the text of a book of many sheets; what Typst holds lies outside of it. */
const HEAP_MB = 768;

export function startSeriesThread(entry: URL, data: object, heapMb = HEAP_MB): SeriesThread {
  const worker = new Worker(entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: heapMb } });
  // A server that stops does not wait for it.
  worker.unref();
  let failure: Error | undefined;
  worker.on('error', (error) => {
    failure = error as Error;
  });
  return {
    ask: (task) => worker.postMessage(task),
    onSaid: (listen) => void worker.on('message', (said: SeriesSaid) => listen(said)),
    onExit: (listen) => void worker.on('exit', () => listen(failure)),
    terminate: () => worker.terminate(),
  };
}
