/**
 * `npm pack` (its `prepack`): dist/ as what runs without this repository. The server as JavaScript in the same folders, since it finds its
 * data and its threads by their places, the client as built, and the tables of data/.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClient } from './buildClient.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
/** The compiler rewrites imports; a thread or a process is begun by an address. */
const ADDRESS = /(new URL\('\.[^']*)\.ts'/g;

rmSync(DIST, { recursive: true, force: true });
await buildClient(() => console.error('Building the client …'));
// Types are judged by `npm run check`; each file is translated by itself (`isolatedModules`).
execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'server/tsconfig.json'), '--noCheck'], { stdio: 'inherit' });

for (const name of readdirSync(join(ROOT, 'server'), { recursive: true }) as string[]) {
  if (/\.(ts|js|md|json)$/.test(name) || !name.includes('.')) continue;
  mkdirSync(dirname(join(DIST, 'server', name)), { recursive: true });
  cpSync(join(ROOT, 'server', name), join(DIST, 'server', name));
}
for (const name of readdirSync(join(ROOT, 'data')))
  if (!/^(openapi\.json|.*\.md)$/.test(name)) cpSync(join(ROOT, 'data', name), join(DIST, 'data', name), { recursive: true });
cpSync(join(ROOT, 'client/dist'), join(DIST, 'client/dist'), { recursive: true });
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { name: string; version: string };
writeFileSync(join(DIST, 'package.json'), `${JSON.stringify({ name, version, private: true, type: 'module' }, null, 2)}\n`);

const missing: string[] = [];
for (const file of (readdirSync(join(DIST, 'server'), { recursive: true }) as string[]).filter((each) => each.endsWith('.js'))) {
  const path = join(DIST, 'server', file);
  const text = readFileSync(path, 'utf8').replace(ADDRESS, "$1.js'");
  writeFileSync(path, text);
  for (const [, target] of text.matchAll(/(?:from |import\(|new URL\()['"](\.[^'"]*\.(?:ts|js|json|sql))['"]/g))
    if (!existsSync(join(dirname(path), target!))) missing.push(`${file} → ${target}`);
}
if (missing.length > 0) throw new Error(`The package lacks what its files name:\n${missing.join('\n')}`);
