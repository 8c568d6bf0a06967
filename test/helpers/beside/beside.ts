/**
 * What works beside the servers of tests (server/app/beside.ts), kept for the next server of this process: to start threads and processes and to
 * load the lists of passwords took more of a processor than all else that most files do. Each works on one task at a time, of one server; what
 * dies or is ended at work is gone, as the real one is, and the next task begins another. Real ones have tests of their own (test/jobs,
 * test/people/passwords.test.ts) and serve the project `product`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { BESIDE, type Beside } from '../../../server/app/beside.ts';
import { loadAssets, type Assets } from '../../../server/http/static.ts';
import type { PoolThread } from '../../../server/jobs/pool.ts';
import type { WorkProcess } from '../../../server/jobs/process.ts';
import { createPasswordJudge, type PasswordJudge } from '../../../server/people/signin/passwords.ts';
import type { AnswerThreadData } from '../../../server/jobs/apart.ts';
import type { Answered, Refused, Told } from '../../../server/http/told.ts';
import type { Asked, Said as ThreadSaid } from './answerThread.ts';
import type { Said as ProcessSaid } from './processEntry.ts';

const THREAD = new URL('./answerThread.ts', import.meta.url);
const PROCESS = new URL('./processEntry.ts', import.meta.url);
/** A task whose result was told ends at once by itself; one that is ended at work is given no more than this. */
const GRACE_MS = 250;
/** A process that holds more when its task is done is not kept: what it was made for may need the memory. */
const MOST_RSS = 1_000_000_000;

interface KeptThread {
  worker: Worker;
  given: Int32Array;
}
/** Those that nobody uses, by the bound on their memory. */
const threads = new Map<number, KeptThread[]>();
const processes = new Map<number, ChildProcess[]>();
let judge: PasswordJudge | undefined;

const take = <T>(kept: Map<number, T[]>, bound: number): T | undefined => kept.get(bound)?.pop();
const keep = <T>(kept: Map<number, T[]>, bound: number, each: T): void => void kept.set(bound, [...(kept.get(bound) ?? []), each]);
const drop = <T>(kept: Map<number, T[]>, bound: number, is: (each: T) => boolean): void =>
  void kept.set(
    bound,
    (kept.get(bound) ?? []).filter((each) => !is(each)),
  );

function newThread(memoryMb: number): KeptThread {
  const given = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(THREAD, { workerData: { given } satisfies AnswerThreadData, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  worker.unref();
  worker.once('exit', () => drop(threads, memoryMb, (each) => each.worker === worker));
  return { worker, given };
}

function startAnswerThread(data: Parameters<Beside['startAnswerThread']>[0], memoryMb: number): PoolThread<Told, Answered | Refused> {
  const thread = take(threads, memoryMb) ?? newThread(memoryMb);
  const { worker, given } = thread;
  const say = (asked: Asked) => worker.postMessage(asked);
  let isAtWork = false;
  let failure: Error | undefined;
  let onAnswer: (answer: Answered | Refused) => void = () => {};
  let closed: () => void = () => {};
  const exits: ((error: Error | undefined) => void)[] = [];
  const listen = (said: ThreadSaid) => {
    if ('closed' in said) return closed();
    isAtWork = false;
    onAnswer(said.answered);
  };
  const fail = (error: unknown) => void (failure = error as Error);
  const exit = () => exits.forEach((tell) => tell(failure));
  worker.on('message', listen).on('error', fail).on('exit', exit);
  say({ open: data });
  return {
    ask(told) {
      isAtWork = true;
      Atomics.store(given, 0, 0);
      say({ told });
    },
    onAnswer: (tell) => void (onAnswer = tell),
    onExit: (tell) => void exits.push(tell),
    giveUp: () => void Atomics.store(given, 0, 1),
    async terminate() {
      if (isAtWork || failure) {
        await worker.terminate();
        return;
      }
      await new Promise<void>((resolve) => {
        closed = resolve;
        worker.once('exit', () => resolve());
        say({ close: true });
      });
      worker.off('message', listen).off('error', fail).off('exit', exit);
      keep(threads, memoryMb, thread);
      exit();
    },
  };
}

function newProcess(memoryMb: number): ChildProcess {
  const child = fork(PROCESS, {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true,
  });
  child.stderr!.setEncoding('utf8');
  child.once('close', () => drop(processes, memoryMb, (each) => each === child));
  return child;
}

/** Whether this process waits for it. */
function hold(child: ChildProcess, isHeld: boolean): void {
  const held = [child, child.channel, child.stderr] as unknown as { ref(): void; unref(): void }[];
  for (const each of held)
    if (isHeld) each?.ref();
    else each?.unref();
}

function startProcess<Message>(entry: URL, data: unknown, memoryMb: number): WorkProcess<Message> {
  const child = take(processes, memoryMb) ?? newProcess(memoryMb);
  hold(child, true);
  let said = '';
  let isOver = false;
  let onMessage: (message: Message) => void = () => {};
  const ended = new Promise<Error | undefined>((resolve) => {
    const over = (error?: Error) => {
      if (isOver) return;
      isOver = true;
      child.off('message', listen).off('close', die);
      child.stderr!.off('data', hear);
      resolve(error);
    };
    const hear = (text: string) => void (said += text);
    const die = (code: number | null, signal: NodeJS.Signals | null) => over(new Error(said.trim() || `The process ended with ${signal ?? code}`));
    const listen = (message: ProcessSaid) => {
      if ('message' in message) return onMessage(message.message as Message);
      hold(child, false);
      if (message.end.rss > MOST_RSS) child.kill('SIGKILL');
      else keep(processes, memoryMb, child);
      over();
    };
    child.on('message', listen).on('close', die);
    child.stderr!.on('data', hear);
  });
  child.send({ entry: entry.href, data }, () => undefined);
  return {
    onMessage: (listen) => void (onMessage = listen),
    onExit: (listen) => void ended.then(listen),
    async terminate() {
      onMessage = () => {};
      await Promise.race([ended, sleep(GRACE_MS)]);
      if (!isOver) process.kill(-child.pid!, 'SIGKILL');
      await ended;
    },
  };
}

/** One for all servers. Its thread stays for a whole run, since to load the lists again is seconds of work, and may take its time where others use the machine. */
const JUDGED = { idleMs: 15 * 60_000, patienceMs: 80_000 };
function createJudge(): PasswordJudge {
  const kept = (judge ??= createPasswordJudge(JUDGED));
  return { requireStrong: (...asked) => kept.requireStrong(...asked), close: async () => {} };
}

const clients = new Map<string, Assets>();
/** Read once for each build, which is put in the place of the one before as a whole: 800 files were two fifths of what a server takes to start. */
function loadKept(clientDir: string): Assets {
  const index = statSync(join(clientDir, 'index.html'), { throwIfNoEntry: false });
  const build = `${clientDir} ${index?.ino} ${index?.mtimeMs}`;
  const assets = clients.get(build) ?? loadAssets(clientDir);
  if (index) clients.set(build, assets);
  return assets;
}

export const KEPT: Beside = {
  startAnswerThread,
  startProcess,
  startSeriesThread: (data) => BESIDE.startSeriesThread(data),
  createPasswordJudge: createJudge,
  loadAssets: loadKept,
};
