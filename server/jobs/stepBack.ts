/** Work that somebody waits for steps back behind the thread that serves, which must answer within milliseconds. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** As `nice` says it: 19 is last. */
const NICE = 10;

/** Lowers the priority of the calling thread. Linux keeps one for each thread; elsewhere nothing is done, and the scheduler is fair anyway. */
export function stepBack(): void {
  try {
    // `PID/task/TID` of whoever reads it, which a synchronous call does in this thread.
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (thread > 0) setPriority(thread, NICE);
  } catch {
    // Not Linux, or not allowed.
  }
}
