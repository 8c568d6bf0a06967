/**
 * Is a password too easy to guess? Two judges: what the person is called (here), and lists of what people choose (zxcvbn, in a thread).
 * The lists take 130 MB and half a second to load, so the thread comes when it is asked and goes when nobody asks any more.
 */
import { Worker } from 'node:worker_threads';
import type { Weakness } from '../../contract/people/people.ts';
import { InputError, UnavailableError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import { ownWords } from '../names.ts';
import type { PasswordQuestion, PasswordVerdict } from './passwordWorker.ts';

/** What must be left when one's own words are taken out of the password. */
const LEAST_OF_OTHERS = 8;
const IDLE_MS = 60_000;
/** Longest answer on a slow machine, loading included; a text made to be slow takes a third of a second. */
const PATIENCE_MS = 20_000;

export interface PasswordJudge {
  /** @throws InputError `password.weak` with `details.reason`, a Weakness; UnavailableError where nobody could judge: then nothing is taken */
  requireStrong(password: string, person: { name: string; email: string }): Promise<void>;
  close(): Promise<void>;
}

/** Own words, and this product's, leave too little of the password. */
export function isMostlyOwn(password: string, own: readonly string[]): boolean {
  let rest = password.normalize('NFKC').toLowerCase();
  // The longest first: `amina` would break `aminata`.
  for (const word of [...own].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return rest.length < password.length && rest.replace(/\s/gu, '').length < LEAST_OF_OTHERS;
}

/** @param times of `idleMs` the thread goes when nobody asks; an answer may take `patienceMs` */
export function createPasswordJudge({ idleMs = IDLE_MS, patienceMs = PATIENCE_MS } = {}): PasswordJudge {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let questions = 0;
  const waiting = new Map<number, { resolve: (weakness: Weakness | null) => void; reject: (error: Error) => void }>();

  function start(): Worker {
    const started = new Worker(new URL('./passwordWorker.ts', import.meta.url));
    started.on('message', ({ id, weakness }: PasswordVerdict) => waiting.get(id)?.resolve(weakness));
    const fail = (cause: unknown) => {
      if (worker === started) worker = undefined;
      for (const { reject } of waiting.values()) reject(new UnavailableError('password.unjudged', problemText('password.unjudged'), { cause }));
    };
    started.on('error', fail);
    started.on('exit', () => fail(new Error('The thread ended')));
    return started;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  /** One thread answers one after the other, so many who ask at once wait and take no more than one processor. */
  async function ask(password: string, own: string[]): Promise<Weakness | null> {
    clearTimeout(idle);
    worker ??= start();
    worker.ref();
    const id = ++questions;
    const clock = setTimeout(() => void stop(), patienceMs).unref();
    try {
      return await new Promise<Weakness | null>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker!.postMessage({ id, password, own } satisfies PasswordQuestion);
      });
    } finally {
      clearTimeout(clock);
      waiting.delete(id);
      if (waiting.size === 0) {
        // Neither the thread nor its clock keeps a program alive that has nothing else to do.
        worker?.unref();
        idle = setTimeout(() => void stop(), idleMs).unref();
      }
    }
  }

  return {
    async requireStrong(password, person) {
      const own = [...ownWords(person), 'codmap'];
      const weakness = isMostlyOwn(password, own) ? 'own' : await ask(password, own);
      if (weakness)
        throw new InputError('password.weak', `This password is too easy to guess (${REASONS[weakness]}). Use three or four unrelated words.`, {
          details: { reason: weakness },
        });
    },
    close: stop,
  };
}

const REASONS: Record<Weakness, string> = {
  own: 'it is mostly your own name or address',
  common: 'it is one of the most common, or close to one',
  word: 'it is little more than a word',
  name: 'it is little more than a name',
  keys: 'it follows the order of the keys on a keyboard',
  repeat: 'it repeats itself',
  sequence: 'it is mostly letters or digits in order',
  date: 'it is little more than a date',
  guessable: 'it would be guessed too soon',
};
