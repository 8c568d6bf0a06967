/** A thread in which sheets are laid out: native code, so that whoever asked can stop waiting for it, and it dies without the server. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { createCompiler, NoSuchPage, type Compiled, type CompileTask } from './compile.ts';

export interface ThreadAnswer {
  made?: Compiled;
  /** `pages`: there are fewer pages. */
  problem?: { is: 'absent' | 'pages' | 'failed'; text: string };
}

const workspace = mkdtempSync(join(tmpdir(), 'codmap-sheet-'));
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));
const compiler = createCompiler(workspace).catch((error: unknown) => error as Error);

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
