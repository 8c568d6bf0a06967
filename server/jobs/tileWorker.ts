/** Thread shell of tile making: takes tasks from a shared counter until none is left. The work itself is in tiles/tasks.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ZoomArcs } from '../tiles/slicing/snap.ts';
import { BlockCutter, runSnapTasks, type SliceJob, type SnapJob } from '../tiles/tasks.ts';

/** Sent to a thread: one list of tasks, shared with the other threads by `counter`. */
export type TileRequest =
  | { kind: 'snap'; job: SnapJob; zooms: Uint8Array; counter: Int32Array }
  | { kind: 'cut'; job: SliceJob; arcs: ZoomArcs[]; blocks: Int32Array; counter: Int32Array };

const port = parentPort!;
// Known from the start, so that the marker of this file as a thread is explicit.
if (workerData !== 'tiles') throw new Error('tileWorker.ts runs only as a thread of tileThreads.ts');

port.on('message', (request: TileRequest) => {
  const take = () => Atomics.add(request.counter, 0, 1);
  if (request.kind === 'snap') {
    runSnapTasks(request.job, request.zooms, take, (arcs) => port.postMessage({ kind: 'arcs', arcs }));
  } else {
    const cutter = new BlockCutter(request.job, request.arcs);
    for (let task = take(); task < request.blocks.length / 4; task = take()) {
      const pack = cutter.cut(request.blocks, task);
      port.postMessage({ kind: 'pack', pack }, [pack.bytes.buffer]);
    }
  }
  port.postMessage({ kind: 'done' });
});
