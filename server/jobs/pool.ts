/**
 * Threads that answer questions: a queue in front, bounded in number, work and memory, fair to those who ask; one maker for all who ask the
 * same; given up when nobody waits any more. Decision 0029.
 */
import { TooManyError, UnavailableError } from '../errors.ts';
import { problemText } from '../words/problems.ts';
import type { Log } from '../log.ts';
import type { Budgets } from './budgets.ts';

/** A thread that answers one question after the other. */
export interface PoolThread<Question, Answer> {
  ask(question: Question): void;
  onAnswer(listen: (answer: Answer) => void): void;
  /** Called once; `error` where it died of one. */
  onExit(listen: (error: Error | undefined) => void): void;
  /** Nobody waits for the answer any more: the thread may stop where it can. */
  giveUp(): void;
  terminate(): Promise<unknown>;
}

export interface PoolDeps<Question, Answer> {
  startThread: () => PoolThread<Question, Answer>;
  threads: number;
  budgets: Budgets;
  log: Log;
  limits?: Partial<PoolLimits>;
  /** Told of each answer before those who asked are, with how many they are; none where all have left. */
  onAnswer?: (answer: Answer, askers: number) => void;
}

export interface PoolLimits {
  /** Questions that wait, in all and from one address. */
  waiting: number;
  waitingEach: number;
  /** Their texts, in bytes. */
  waitingBytes: number;
  /** Seconds that the last in the queue would wait, by what such questions took before. */
  waitSeconds: number;
  /** Seconds of one question. */
  seconds: number;
  /** Seconds in which a thread that was told to give up does so; then it is ended. */
  graceSeconds: number;
}

const LIMITS: PoolLimits = { waiting: 256, waitingEach: 64, waitingBytes: 4 << 20, waitSeconds: 30, seconds: 60, graceSeconds: 2 };

/** Who asks. */
export interface Asker {
  /** Network that work is counted for. */
  address: string;
  /** Members are not counted; everybody waits in turn. */
  stranger: boolean;
  /** Fires when nobody reads the answer any more. */
  signal: AbortSignal;
}

export interface Pool<Question, Answer> {
  /**
   * @param key what makes two questions the same one; null: it is asked for itself, and done though the asker leaves.
   * @param kind by which the time of questions is foretold.
   * @param large takes so much memory that one is made at a time.
   * @throws TooManyError, UnavailableError `busy.…`; AskerGone where the asker left
   */
  ask(question: Question, about: { key: string | null; kind: string; bytes: number; large?: boolean }, asker: Asker): Promise<Answer>;
  counts(): { waiting: number; running: number; threads: number };
  close(): Promise<void>;
}

/** The one who asked has left. */
export class AskerGone extends Error {}

interface Work<Question, Answer> {
  question: Question;
  key: string | null;
  kind: string;
  bytes: number;
  large: boolean;
  /** Foretold. */
  seconds: number;
  address: string;
  stranger: boolean;
  askers: Set<{ resolve: (answer: Answer) => void; reject: (error: unknown) => void }>;
  thread: Slot<Question, Answer> | null;
}

interface Slot<Question, Answer> {
  thread: PoolThread<Question, Answer>;
  work: Work<Question, Answer> | null;
  started: number;
  clock: NodeJS.Timeout | undefined;
}

/** Share of the newest time in what is foretold. */
const LEARN = 0.2;
const FIRST_GUESS = 0.1;
/** A thread that dies is started anew after this, so that a fault at its start does not spin. */
const REST_MS = 500;

const stopped = () =>
  new UnavailableError('busy.stopped', problemText('busy.stopped'), {
    details: { seconds: 30 },
  });

export function createPool<Question, Answer>(deps: PoolDeps<Question, Answer>): Pool<Question, Answer> {
  const { startThread, threads, budgets, log, onAnswer } = deps;
  const limits = { ...LIMITS, ...deps.limits };
  type Job = Work<Question, Answer>;
  const slots = new Set<Slot<Question, Answer>>();
  const known = new Map<string, Job>();
  /** By address; the first address is next, and goes to the end. */
  const queue = new Map<string, Job[]>();
  const foretold = new Map<string, number>();
  const waiting = { works: 0, seconds: 0, bytes: 0 };
  let closed = false;
  let resting = false;

  const count = ({ seconds, bytes }: Job, sign: 1 | -1) => {
    waiting.works += sign;
    waiting.seconds += sign * seconds;
    waiting.bytes += sign * bytes;
  };

  function refuse(asker: Asker, bytes: number): void {
    if (closed) throw new UnavailableError('busy.server', 'The server is stopping. Try again soon.');
    if (asker.stranger) budgets.refuseSpent(asker.address);
    if ((queue.get(asker.address)?.length ?? 0) >= limits.waitingEach)
      throw new TooManyError('busy.address', 'Too many requests at once from your network. Try again in a few seconds.', { details: { seconds: 5 } });
    const wait = waiting.seconds / threads;
    if (waiting.works >= limits.waiting || waiting.bytes + bytes > limits.waitingBytes || wait > limits.waitSeconds) {
      const seconds = Math.max(5, Math.min(60, Math.ceil(wait / 2)));
      throw new UnavailableError('busy.server', `The server is too busy at the moment. Try again in ${seconds} seconds.`, { details: { seconds } });
    }
  }

  function enqueue(work: Job): void {
    const own = queue.get(work.address);
    if (own) own.push(work);
    else queue.set(work.address, [work]);
    count(work, 1);
  }

  function dequeue(work: Job): void {
    const own = queue.get(work.address);
    const at = own?.indexOf(work) ?? -1;
    if (at < 0) return;
    own!.splice(at, 1);
    if (own!.length === 0) queue.delete(work.address);
    count(work, -1);
  }

  /** The oldest of the address whose turn it is; a large one only where no other is made. */
  function peek(): Job | undefined {
    const isLargeRunning = [...slots].some(({ work }) => work?.large);
    for (const own of queue.values()) {
      const work = own.find(({ large }) => !large || !isLargeRunning);
      if (work) return work;
    }
    return undefined;
  }

  function take(work: Job): Job {
    dequeue(work);
    const rest = queue.get(work.address);
    if (rest) {
      queue.delete(work.address);
      queue.set(work.address, rest);
    }
    return work;
  }

  const forget = (work: Job) => {
    if (work.key !== null && known.get(work.key) === work) known.delete(work.key);
  };

  /** Ends the work of a slot: its time is learnt and charged, then the next begins. */
  function release(slot: Slot<Question, Answer>): Job | null {
    const { work } = slot;
    clearTimeout(slot.clock);
    slot.work = null;
    if (!work) return null;
    const seconds = (performance.now() - slot.started) / 1000;
    foretold.set(work.kind, (1 - LEARN) * (foretold.get(work.kind) ?? seconds) + LEARN * seconds);
    if (work.stranger) budgets.charge(work.address, seconds);
    work.thread = null;
    forget(work);
    return work;
  }

  function open(): Slot<Question, Answer> | undefined {
    if (slots.size >= threads || closed || resting) return undefined;
    const slot: Slot<Question, Answer> = { thread: startThread(), work: null, started: 0, clock: undefined };
    slots.add(slot);
    slot.thread.onAnswer((answer) => {
      const work = release(slot);
      onAnswer?.(answer, work?.askers.size ?? 0);
      for (const { resolve } of work?.askers ?? []) resolve(answer);
      pump();
    });
    slot.thread.onExit((error) => {
      slots.delete(slot);
      const work = release(slot);
      if (closed) return;
      if (error) {
        log.error({ err: error, kind: work?.kind }, 'Pool:ThreadDied');
        resting = true;
        setTimeout(() => {
          resting = false;
          pump();
        }, REST_MS).unref();
      }
      for (const { reject } of work?.askers ?? []) reject(stopped());
      pump();
    });
    return slot;
  }

  function run(slot: Slot<Question, Answer>, work: Job): void {
    slot.work = work;
    slot.started = performance.now();
    work.thread = slot;
    slot.clock = setTimeout(() => {
      log.warn({ kind: work.kind, seconds: limits.seconds }, 'Pool:TooLong');
      void slot.thread.terminate();
    }, limits.seconds * 1000);
    slot.thread.ask(work.question);
  }

  function pump(): void {
    for (let work = peek(); work; work = peek()) {
      const slot = [...slots].find((each) => each.work === null) ?? open();
      if (!slot) return;
      run(slot, take(work));
    }
  }

  /** Nobody waits for it any more. */
  function abandon(work: Job): void {
    forget(work);
    if (!work.thread) return dequeue(work);
    const slot = work.thread;
    slot.thread.giveUp();
    clearTimeout(slot.clock);
    slot.clock = setTimeout(() => void slot.thread.terminate(), limits.graceSeconds * 1000);
  }

  return {
    ask(question, { key, kind, bytes, large = false }, asker) {
      return new Promise<Answer>((resolve, reject) => {
        if (asker.signal.aborted) return reject(new AskerGone());
        let work = key === null ? undefined : known.get(key);
        if (!work) {
          try {
            refuse(asker, bytes);
          } catch (error) {
            return reject(error as Error);
          }
          const { address, stranger } = asker;
          work = { question, key, kind, bytes, large, seconds: foretold.get(kind) ?? FIRST_GUESS, address, stranger, askers: new Set(), thread: null };
          if (key !== null) known.set(key, work);
          enqueue(work);
        }
        const own = work;
        const waits = { resolve, reject };
        own.askers.add(waits);
        asker.signal.addEventListener(
          'abort',
          () => {
            reject(new AskerGone());
            own.askers.delete(waits);
            // What changes something is done to its end once it has begun.
            if (own.askers.size === 0 && (own.key !== null || !own.thread)) abandon(own);
          },
          { once: true },
        );
        pump();
      });
    },

    counts: () => ({ waiting: waiting.works, running: [...slots].filter(({ work }) => work !== null).length, threads: slots.size }),

    async close() {
      closed = true;
      const works = [...[...queue.values()].flat(), ...[...slots].flatMap(({ work }) => work ?? [])];
      queue.clear();
      for (const work of works) for (const { reject } of work.askers) reject(new UnavailableError('busy.server', 'The server is stopping. Try again soon.'));
      for (const { clock } of slots) clearTimeout(clock);
      await Promise.all([...slots].map(({ thread }) => thread.terminate()));
    },
  };
}
