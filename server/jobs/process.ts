/**
 * Work on hostile bytes in a process of its own. A heap can be bounded in a thread, but not what lies beside it (typed arrays, WebAssembly,
 * other programs); a process has a bound on all its memory, and a machine that runs short ends it and not the server. Decision 0029.
 */
import { fork, type ChildProcess } from 'node:child_process';
import type { ProcessTask } from './processEntry.ts';

/** A process at work; a fault of it is told once, by `onExit`. */
export interface WorkProcess<Message> {
  onMessage(listen: (message: Message) => void): void;
  /** Called once, after the last message; `error` where it did not end by itself. */
  onExit(listen: (error: Error | undefined) => void): void;
  terminate(): Promise<void>;
}

/** The work took more memory than it may. */
export class MemoryExceeded extends Error {}

/** A process ends itself by this when its memory is used up; nothing else sends it. */
export const OUT_OF_MEMORY = 'SIGUSR2';
const ENTRY = new URL('./processEntry.ts', import.meta.url);
/** What V8 and typed arrays say where the machine or the heap gives no more. */
const SAYS_MEMORY = /heap out of memory|heap limit|allocation failed|out of memory/i;
const LAST_WORDS = 4000;

/** @param entry a file that exports `work(data, post)`. @param data what it expects; both must be values that can be sent. */
export function startProcess<Message>(entry: URL, data: unknown, memoryMb: number): WorkProcess<Message> {
  const child = fork(ENTRY, {
    // Its whole memory is bounded by itself; the heap alone could not be larger.
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A group of its own, so that programs that it started end with it.
    detached: true,
  });
  let said = '';
  let gone = false;
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-LAST_WORDS)));
  const ended = new Promise<Error | undefined>((resolve) => {
    child.once('error', resolve);
    // `close` comes after the last words.
    child.once('close', (code, signal) => {
      killGroup(child);
      gone = true;
      resolve(faultOf(code, signal, said, memoryMb));
    });
  });
  const task: ProcessTask = { entry: entry.href, data, memoryBytes: memoryMb * 1_000_000 };
  // Where it has died already, its end says why.
  child.send(task, () => undefined);
  return {
    onMessage: (listen) => void child.on('message', (message) => listen(message as Message)),
    onExit: (listen) => void ended.then(listen),
    async terminate() {
      // Its number may be another's by then.
      if (!gone) killGroup(child);
      await ended;
    },
  };
}

function faultOf(code: number | null, signal: NodeJS.Signals | null, said: string, memoryMb: number): Error | undefined {
  if (code === 0) return undefined;
  if (signal === OUT_OF_MEMORY || SAYS_MEMORY.test(said)) return new MemoryExceeded(`More than ${memoryMb} MB of memory were taken`);
  return new Error(said.trim() || `The process ended with ${signal ?? code}`);
}

/** No error where it is gone already. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}
