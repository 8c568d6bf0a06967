/** Sheets are laid out in a thread of their own, one after the other, with a bound on heap and time; it ends when nothing is asked for a while. */
import { Worker } from 'node:worker_threads';
import { NotFoundError, NotSupportedError, UnavailableError } from '../../errors.ts';
import { problemText } from '../../words/problems.ts';
import type { Compiled, CompileTask } from './compile.ts';
import type { ThreadAnswer } from './typstThread.ts';

export type Typst = (task: CompileTask) => Promise<Compiled>;

const LIMITS = { seconds: 30, idleSeconds: 60, heapMb: 256 };

/** @throws NotSupportedError `sheet.absent` where the optional packages are not installed; NotFoundError `sheet.page`; UnavailableError `sheet.too-long` */
export function createTypst(limits = LIMITS, entry: URL = new URL('./typstThread.ts', import.meta.url)): Typst {
  let thread: Worker | null = null;
  let line: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const end = () => {
    const own = thread;
    thread = null;
    void own?.terminate();
  };
  const begin = (): Worker => {
    const own = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: limits.heapMb } });
    own.unref();
    own.once('exit', () => {
      if (thread === own) thread = null;
    });
    return own;
  };

  function ask(task: CompileTask): Promise<ThreadAnswer> {
    const own = (thread ??= begin());
    own.ref();
    return new Promise<ThreadAnswer>((resolve, reject) => {
      const clock = setTimeout(() => {
        end();
        settle();
        reject(new UnavailableError('sheet.too-long', problemText('sheet.too-long'), { details: { seconds: limits.seconds } }));
      }, limits.seconds * 1000);
      const died = (error: unknown) => {
        settle();
        reject(
          error instanceof Error ? error : new UnavailableError('sheet.too-long', problemText('sheet.too-long'), { details: { seconds: limits.seconds } }),
        );
      };
      const done = (answer: ThreadAnswer) => {
        settle();
        resolve(answer);
      };
      const settle = () => {
        clearTimeout(clock);
        own.off('message', done);
        own.off('error', died);
        own.off('exit', died);
        own.unref();
      };
      own.on('message', done);
      own.on('error', died);
      own.on('exit', died);
      own.postMessage(task);
    });
  }

  return (task) => {
    const answer = line.then(async () => {
      clearTimeout(idle);
      const { made, problem } = await ask(task);
      idle = setTimeout(end, limits.idleSeconds * 1000).unref();
      if (made) return made;
      if (problem!.is === 'absent') throw new NotSupportedError('sheet.absent', problemText('sheet.absent'));
      if (problem!.is === 'pages') throw new NotFoundError('sheet.page', `The sheet has ${problem!.text} pages.`);
      throw new Error(problem!.text);
    });
    line = answer.catch(() => undefined);
    return answer;
  };
}
