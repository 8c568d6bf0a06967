/** Builds client/dist if a source is younger than it. Made beside it and renamed: a build that is cut off, or a server that reads meanwhile, never meets half of one. */
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../server/config.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLIENT = join(ROOT, 'client');
const DIST = join(CLIENT, 'dist');

/** Time of the youngest source of the client. */
function newest(folder: string): number {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('dist') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

/** @param onStart is called where there is something to build */
export async function buildClient(onStart: () => void): Promise<void> {
  const built = statSync(join(DIST, 'index.html'), { throwIfNoEntry: false });
  if (built && built.mtimeMs >= Math.max(newest(CLIENT), statSync(join(ROOT, 'package-lock.json')).mtimeMs)) return;
  onStart();
  const fresh = `${DIST}-${process.pid}`;
  const { build } = await import('vite').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new ConfigError(['The client is not built yet, and what builds it is not installed. Run `npm install --include=dev`.']);
  });
  // The configuration sets it for the build; tests that follow in this process want their own.
  const { NODE_ENV } = process.env;
  try {
    await build({ root: CLIENT, configFile: join(CLIENT, 'vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
    replaceDist(fresh);
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Another run may have put its own there since: both are of the same sources, and either is whole. */
function replaceDist(fresh: string): void {
  const old = `${fresh}-old`;
  try {
    renameSync(DIST, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  try {
    renameSync(fresh, DIST);
  } catch (error) {
    if (!existsSync(join(DIST, 'index.html'))) throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
