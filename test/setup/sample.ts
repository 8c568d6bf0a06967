/**
 * Before any file of the project `product`: the store of `npm start`'s first run, made once and copied by each file (test/setup/product.ts).
 * It stays beside the packages until server, data, scripts or the day change, so that one file alone begins at once. While it is made, files
 * that do not need it begin: only one processor is at work on it.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startProduct, type Product } from '../../scripts/browser.ts';
import { join as joinAs } from '../helpers/member.ts';
import { setup as buildClient } from './client.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /**
     * Folder with two stores of the published sample country, not to be written in: `open`, where nobody has an account, and `signedIn`, where
     * Amina is the administrator and the file `cookie` holds hers. It is there when it is whole; if it cannot be made, a file `failed` says why.
     */
    sample: { made: string; failed: string };
  }
}

const KEPT = 'node_modules/.cache/codmap-sample';
const DAY_MS = 24 * 3600 * 1000;
const MADE_FROM = ['server', 'data', 'scripts/start.ts', 'test/setup/sample.ts', 'package-lock.json'];

/** @returns what waits for the end of the making, lest a run of a few files leaves it half done */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildClient();
  const made = join(KEPT, keyOf(MADE_FROM));
  const failed = `${made}-failed-${process.pid}`;
  project.provide('sample', { made, failed });
  if (existsSync(made)) return async () => undefined;
  console.error('Making the sample country …');
  removeOld();
  const making = makeBoth(made).catch((error: unknown) => writeFileSync(failed, String(error)));
  return async () => {
    await making;
    rmSync(failed, { force: true });
  };
}

async function makeBoth(made: string): Promise<void> {
  const fresh = `${made}-${process.pid}`;
  await make(join(fresh, 'open'), async () => {});
  cpSync(join(fresh, 'open'), join(fresh, 'signedIn'), { recursive: true, preserveTimestamps: true });
  await make(join(fresh, 'signedIn'), async ({ url, firstLink }) => {
    const { headers } = await joinAs(url, firstLink, 'Amina');
    writeFileSync(join(fresh, 'cookie'), headers['cookie']!);
  });
  keep(fresh, made);
}

/** What `npm start` makes of a folder. It has answered before it is stopped. */
async function make(data: string, work: (product: Product) => Promise<void>): Promise<void> {
  mkdirSync(data, { recursive: true });
  const product = await startProduct({ data });
  await work(product).finally(() => product.stop());
}

/** Two runs that begin at once each make one; the first to be whole stays, for both are the same. */
function keep(fresh: string, made: string): void {
  try {
    renameSync(fresh, made);
  } catch (error) {
    if (!existsSync(made)) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Stores of other contents, but not one that a run beside this one may be copying. */
function removeOld(): void {
  if (!existsSync(KEPT)) return;
  for (const name of readdirSync(KEPT))
    if (statSync(join(KEPT, name)).mtimeMs < Date.now() - DAY_MS) rmSync(join(KEPT, name), { recursive: true, force: true });
}

/** Another text for other contents, and for every day: a store ages. */
function keyOf(paths: string[]): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  const add = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).toSorted()) add(join(path, name));
    else hash.update(path).update(readFileSync(path));
  };
  for (const path of paths) add(path);
  return hash.digest('hex').slice(0, 16);
}
