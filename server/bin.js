#!/usr/bin/env node
// Plain JavaScript that an old Node can read: makes sure that the rest runs on Node 24 or newer, which the npm package `node` brings.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const here = dirname(fileURLToPath(import.meta.url));

/** node_modules/node/bin/node of this checkout, or of the folder it is installed in. */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let folder = dirname(here); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', 'node', 'bin', name);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

/** @param {string} script @param {string[]} args */
function run(script, args) {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
    process.argv = [process.argv[0], script, ...args];
    return import(script);
  }
  const node = findNode();
  if (!node) {
    process.stderr.write(
      `Codmap needs Node ${NEEDED} or newer and this is ${process.version}: run \`npm install\` in ${dirname(here)}, which brings it, or install Node ${NEEDED}.\n`,
    );
    process.exitCode = 4;
    return undefined;
  }
  const child = spawn(node, [script, ...args], { stdio: 'inherit' });
  // The terminal sends an interrupt to both; the child ends in order and we follow.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + 15 : (code ?? 4);
  });
  return undefined;
}

await run(join(here, 'cli.ts'), process.argv.slice(2));
