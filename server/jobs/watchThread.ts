/** Watches the process it is a thread of, also while that one is busy: how much memory it and its programs take, and whether its parent lives. */
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

export interface Watched {
  memoryBytes: number;
  /** Number of the process that started this one. */
  parent: number;
}

const LOOK_MS = 100;
/** Linux says memory in pages; 4 kB everywhere but on a few ARM machines, where more is counted than there is. */
const PAGE = 4096;

const { memoryBytes, parent } = workerData as Watched;

setInterval(() => {
  // Whoever lost its parent has nobody to tell its result.
  if (process.ppid !== parent) process.kill(-process.pid, 'SIGKILL');
  // jobs/process.ts knows this signal.
  if (process.memoryUsage.rss() + memoryOfPrograms() > memoryBytes) process.kill(process.pid, 'SIGUSR2');
}, LOOK_MS);

/** Of programs that the process runs, such as GDAL; 0 where the system does not say. */
function memoryOfPrograms(): number {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim();
    if (children === '') return 0;
    return children.split(' ').reduce((sum, pid) => sum + memoryOf(pid), 0);
  } catch {
    return 0;
  }
}

function memoryOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE;
  } catch {
    return 0;
  }
}
