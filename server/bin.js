#!/usr/bin/env node
// Plain JavaScript that an old Node can read: makes sure that the rest runs on Node 24 or newer, which the npm package `node` brings.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
/** What serves makes little that is young; with the usual room it holds 130 MB of what is dead already. */
const SERVING = '--max-semi-space-size=8';
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

// Beside its sources it runs them as they are; a package has them compiled, because Node strips no types below node_modules.
const [folder, ending] = existsSync(join(here, 'cli', 'main.ts')) ? [here, 'ts'] : [join(here, '..', 'dist', 'server'), 'js'];
const script = join(folder, 'cli', `main.${ending}`);
const args = process.argv.slice(2);
const flags = args.includes('serve') ? [SERVING] : [];

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  // The process becomes itself with the flag; where a system cannot, it goes on without.
  if (flags.length > 0 && process.execve && process.platform !== 'win32' && !process.execArgv.includes(SERVING))
    process.execve(process.execPath, [process.execPath, ...process.execArgv, ...flags, fileURLToPath(import.meta.url), ...args]);
  // Types are stripped once and not at every start: 30 ms and 20 MB less. The folder is Node's own, in the temporary directory.
  module.enableCompileCache?.();
  const quick = args[0] === 'tile' ? await (await import(join(folder, 'cli', `quickTile.${ending}`))).quickTile(args) : null;
  if (quick !== null) process.exitCode = quick;
  else {
    const { main } = await import(script);
    process.exitCode = await main(args);
  }
} else {
  const node = findNode();
  if (!node) {
    process.stderr.write(
      `Codmap needs Node ${NEEDED} or newer and this is ${process.version}: run \`npm install\` in ${dirname(here)}, which brings it, or install Node ${NEEDED}.\n`,
    );
    process.exitCode = 4;
  } else {
    const child = spawn(node, [...flags, script, ...args], { stdio: 'inherit' });
    // A terminal sends its interrupt to both, a service manager only to us; the child ends in order and we follow.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => {
      process.exitCode = signal ? 128 + constants.signals[signal] : code;
    });
  }
}
