/** Heavy requests answered by the pool: what is told to the threads, and what they wrote to files given to all who asked. */
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Request, Response } from 'express';
import { ProblemError } from '../http/problem.ts';
import type { Answered, AskApart, OpenFile, Refused, Told } from '../http/told.ts';
import { networkOf } from '../http/network.ts';
import { newFileName } from '../store/results.ts';
import { AskerGone, type Pool, type PoolThread } from './pool.ts';

/** What a thread of answers is started with, beside what its file expects. */
export interface AnswerThreadData {
  /** One number: 1 where nobody waits for the answer any more. */
  given: Int32Array;
}

/** Bytes of answers in memory that readers have not taken yet; beyond, further ones go through files. */
const HELD_BYTES = 64 << 20;

/** Answers on their way to those who asked. */
export interface Giving {
  /** Told of each answer with how many asked for it, before they are. */
  begin(answer: Answered | Refused, askers: number): void;
  /** The body, the same to all; `done` is called by each who asked. */
  open(answer: Answered): Promise<{ body: Uint8Array | OpenFile; done: () => void }>;
}

/** @param folder where files are made; they have no name while they are read, so they are gone with the last reader or with the server. */
export function createGiving(folder: string, heldBytes = HELD_BYTES): Giving {
  const givings = new WeakMap<Answered, { readers: number; body: Promise<Uint8Array | OpenFile> }>();
  let held = 0;

  async function toFile(bytes: Uint8Array): Promise<OpenFile> {
    const path = join(folder, newFileName());
    const file = await open(path, 'wx+', 0o600);
    try {
      await rm(path);
      await file.writeFile(bytes);
    } catch (error) {
      // A disk that is full must not cost a handle for each answer too.
      await file.close();
      throw error;
    }
    return { file, bytes: bytes.length };
  }

  return {
    begin(answer, readers) {
      if ('problem' in answer || readers === 0) return;
      const bytes = answer.body;
      const inMemory = held + bytes.length <= heldBytes;
      if (inMemory) held += bytes.length;
      const body = inMemory ? Promise.resolve(bytes) : toFile(bytes);
      // Whoever waits for it is told.
      body.catch(() => undefined);
      givings.set(answer, { readers, body });
      // From here on the answer itself holds nothing.
      answer.body = new Uint8Array(0);
    },
    async open(answer) {
      const giving = givings.get(answer)!;
      const body = await giving.body;
      const done = () => {
        if (--giving.readers > 0) return;
        if (body instanceof Uint8Array) held -= body.length;
        else void body.file.close();
      };
      return { body, done };
    },
  };
}

/** Bytes that are given to sockets before others have a turn: they are copied by the serving thread. */
const TURN_BYTES = 1 << 20;

/** Fifty who asked the same have it at the same moment; who asks for a tile must not wait until all fifty were served. */
function createTurns(): (bytes: number) => Promise<void> {
  let line: Promise<void> = Promise.resolve();
  let given = 0;
  return (bytes) => {
    given += bytes;
    const own = line;
    if (given >= TURN_BYTES) {
      given = 0;
      line = line.then(() => new Promise((resume) => setImmediate(resume)));
    }
    return own;
  };
}

/** @param isLarge whether the answer takes so much memory that one is made at a time */
export function createApart(pool: Pool<Told, Answered | Refused>, giving: Giving, isLarge: (told: Told) => boolean): AskApart {
  const turns = createTurns();
  return async (told, request, response, send) => {
    const answer = await ask(pool, told, isLarge(told), request, response);
    if (answer === null) return;
    if ('problem' in answer) throw new ProblemError(answer.problem, answer.cause);
    const { body, done } = await giving.open(answer);
    await turns(body instanceof Uint8Array ? body.length : 0);
    await send({ ...answer, body }).finally(done);
  };
}

/** null where the asker left before the answer came. */
async function ask(pool: Pool<Told, Answered | Refused>, told: Told, large: boolean, request: Request, response: Response): Promise<Answered | Refused | null> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once('close', leave);
  const text = JSON.stringify(told);
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  try {
    return await pool.ask(
      told,
      { key: changes ? null : text, kind: told.route, bytes: text.length, large },
      { address: networkOf(request.ip ?? ''), stranger: told.actor === null && told.allowed.length === 0, signal: gone.signal },
    );
  } catch (error) {
    if (error instanceof AskerGone) return null;
    throw error;
  } finally {
    response.off('close', leave);
  }
}

/** What is made for one answer dies with it; a larger room for the young would only fill before it is looked at. */
const YOUNG_MB = 8;

/** A thread that begins with the file `entry`, with a bound on its heap; `data` must be what that file expects. */
export function startAnswerThread(entry: URL, data: object, memoryMb: number): PoolThread<Told, Answered | Refused> {
  const given = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(entry, {
    workerData: { ...data, given } satisfies AnswerThreadData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // A server that stops does not wait for it.
  worker.unref();
  let failure: Error | undefined;
  worker.on('error', (error) => {
    failure = error as Error;
  });
  return {
    ask(told) {
      Atomics.store(given, 0, 0);
      worker.postMessage(told);
    },
    onAnswer: (listen) => void worker.on('message', listen),
    onExit: (listen) => void worker.on('exit', () => listen(failure)),
    giveUp: () => void Atomics.store(given, 0, 1),
    terminate: () => worker.terminate(),
  };
}
