/** A thread in which sheets are laid out: native code, so that whoever asked can stop waiting for it, and it dies without the server. */
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { createCompiler, NoSuchPage, type Compiled, type CompileTask } from './compile.ts';

export interface ThreadAnswer {
  made?: Compiled;
  /** `pages`: there are fewer pages. */
  problem?: { is: 'absent' | 'pages' | 'failed'; text: string };
}

/** An empty folder that only this account may write in, the same for all its threads: one that is ended could not clear its own away. */
function emptyFolder(): string {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `codmap-sheets-${uid}`);
  mkdirSync(folder, { mode: 0o700, recursive: true });
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0 ? folder : mkdtempSync(join(tmpdir(), 'codmap-sheet-'));
}

const compiler = Promise.resolve()
  .then(() => createCompiler(emptyFolder()))
  .catch((error: unknown) => error as Error);

async function answer(task: CompileTask): Promise<ThreadAnswer> {
  const compile = await compiler;
  if (compile instanceof Error) return { problem: { is: 'absent', text: compile.message } };
  try {
    return { made: await compile(task) };
  } catch (error) {
    return { problem: { is: error instanceof NoSuchPage ? 'pages' : 'failed', text: (error as Error).message } };
  }
}

parentPort!.on('message', async (task: CompileTask) => parentPort!.postMessage(await answer(task)));
