/** Heavy requests answered by the pool: what is told to the threads, and what they wrote to files given to all who asked. */
import { closeSync, openSync, rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Request, Response } from 'express';
import { ProblemError } from '../http/problem.ts';
import type { AnsweredApart, Answered, AskApart, OpenFile, Refused, Told } from '../http/told.ts';
import { networkOf } from '../http/network.ts';
import { AskerGone, type Pool, type PoolThread } from './pool.ts';

/** What a thread of answers is started with, beside what its file expects. */
export interface AnswerThreadData {
  /** One number: 1 where nobody waits for the answer any more. */
  given: Int32Array;
}

/** A file is opened once and has no name any more: it is gone with the last reader, also where the server is killed. */
const files = new WeakMap<object, { fd: number; readers: number }>();

export function openAnswer(answer: Answered | Refused, askers: number): void {
  if ('problem' in answer || answer.body instanceof Uint8Array) return;
  const { file } = answer.body;
  if (askers > 0) files.set(answer, { fd: openSync(file, 'r'), readers: askers });
  rmSync(file, { force: true });
}

function closeAnswer(answer: Answered): void {
  const open = files.get(answer);
  if (open && --open.readers === 0) closeSync(open.fd);
}

export function createApart(pool: Pool<Told, Answered | Refused>): AskApart {
  return async (told, request, response, send) => {
    const answer = await ask(pool, told, request, response);
    if (answer === null) return;
    if ('problem' in answer) throw new ProblemError(answer.problem, answer.cause);
    const { body } = answer;
    const opened: Uint8Array | OpenFile = body instanceof Uint8Array ? body : { fd: files.get(answer)!.fd, bytes: body.bytes };
    const apart: AnsweredApart = { ...answer, body: opened };
    await send(apart).finally(() => closeAnswer(answer));
  };
}

/** null where the asker left before the answer came. */
async function ask(pool: Pool<Told, Answered | Refused>, told: Told, request: Request, response: Response): Promise<Answered | Refused | null> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once('close', leave);
  const text = JSON.stringify(told);
  const changes = request.method !== 'GET' && request.method !== 'HEAD';
  try {
    return await pool.ask(
      told,
      { key: changes ? null : text, kind: told.route, bytes: text.length },
      { address: networkOf(request.ip ?? ''), stranger: told.actor === null && told.allowed.length === 0, signal: gone.signal },
    );
  } catch (error) {
    if (error instanceof AskerGone) return null;
    throw error;
  } finally {
    response.off('close', leave);
  }
}

/** A thread that begins with the file `entry`, with a bound on its heap; `data` must be what that file expects. */
export function startAnswerThread(entry: URL, data: object, memoryMb: number): PoolThread<Told, Answered | Refused> {
  const given = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(entry, { workerData: { ...data, given } satisfies AnswerThreadData, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
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
