/** Processes that serve the product (productEntry.ts), kept for the next file of this process. */
import { fork, type ChildProcess } from 'node:child_process';
import type { Product } from '../../../scripts/browser.ts';
import type { Asked, Said } from './productEntry.ts';

const ENTRY = new URL('./productEntry.ts', import.meta.url);
/** Those that serve nothing. */
const idle: ChildProcess[] = [];

/** With as much room for what is young as this process has (vitest.config.ts). @param data a store that is there already, and that stays */
export async function startKeptProduct(data: string): Promise<Product> {
  const child =
    idle.pop() ??
    fork(ENTRY, { execArgv: process.execArgv.filter((arg) => arg.startsWith('--max-semi-space-size')), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.channel?.ref();
  const said = await ask(child, { start: data });
  if (!('started' in said)) throw new Error('The product did not start');
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    await ask(child, { stop: true });
    child.unref();
    child.channel?.unref();
    idle.push(child);
  };
  return { ...said.started, stop: () => (stopping ??= stop()) };
}

/** @throws where it ends instead */
function ask(child: ChildProcess, asked: Asked): Promise<Said> {
  return new Promise((resolve, reject) => {
    const die = (code: number | null, signal: NodeJS.Signals | null) => reject(new Error(`The product ended with ${signal ?? code}`));
    child.once('exit', die);
    child.once('message', (said: Said) => {
      child.off('exit', die);
      resolve(said);
    });
    child.send(asked);
  });
}
