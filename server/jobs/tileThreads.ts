/** Tile making on several threads. The calling thread works too, so that one more thread costs one heap and not two. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ZoomArcs } from '../tiles/slicing/snap.ts';
import { BlockCutter, runSnapTasks, type TilePack } from '../tiles/tasks.ts';
import type { TaskRunner } from '../tiles/write.ts';
import type { TileRequest } from './tileWorker.ts';

type Answer = { kind: 'arcs'; arcs: ZoomArcs } | { kind: 'pack'; pack: TilePack } | { kind: 'done' };

/** `extra` threads beside the calling one, started when the first tasks come. Call `close` when done. */
export function tileThreads(extra: number): TaskRunner & { close(): Promise<void> } {
  let workers: Worker[] | null = null;
  const all = () =>
    (workers ??= Array.from(
      { length: extra },
      // A small young generation: the work is on shared arrays, and what garbage there is dies at once.
      () => new Worker(new URL('./tileWorker.ts', import.meta.url), { workerData: 'tiles', resourceLimits: { maxYoungGenerationSizeMb: 8 } }),
    ));

  /** Has the other threads do a request; resolves when all are done. */
  const share = (request: TileRequest, answer: (message: Answer) => void): Promise<void>[] =>
    all().map(
      (worker) =>
        new Promise((resolve, reject) => {
          const listen = (message: Answer) => {
            if (message.kind !== 'done') return answer(message);
            worker.off('message', listen);
            worker.off('error', reject);
            resolve();
          };
          worker.on('message', listen);
          worker.once('error', reject);
          worker.postMessage(request);
        }),
    );
  const newCounter = () => new Int32Array(new SharedArrayBuffer(4));

  return {
    threads: extra + 1,
    async snap(job, zooms) {
      const counter = newCounter();
      const arcs: ZoomArcs[] = [];
      const others = share({ kind: 'snap', job, zooms, counter }, (message) => message.kind === 'arcs' && arcs.push(message.arcs));
      runSnapTasks(
        job,
        zooms,
        () => Atomics.add(counter, 0, 1),
        (one) => arcs.push(one),
      );
      await Promise.all(others);
      // In the order of zooms, whoever was first.
      return arcs.sort((a, b) => b.zoom - a.zoom);
    },
    async cut(job, arcs, blocks, done) {
      const counter = newCounter();
      const others = share({ kind: 'cut', job, arcs, blocks, counter }, (message) => message.kind === 'pack' && done(message.pack));
      const cutter = new BlockCutter(job, arcs);
      for (let task = Atomics.add(counter, 0, 1); task < blocks.length / 4; task = Atomics.add(counter, 0, 1)) {
        done(cutter.cut(blocks, task));
        // Lets in what the other threads have sent.
        await setImmediate();
      }
      await Promise.all(others);
    },
    async close() {
      await Promise.all((workers ?? []).map((worker) => worker.terminate()));
    },
  };
}
