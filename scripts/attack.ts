/**
 * `npm run test:attack [-- --long] [-- FILE…]`: the product attacked, with what came of it printed as lines for bench/RESULTS.md.
 * `--long`: 300 mutants of each file, 1,000 kills, ten times the hostile requests, ten minutes of mixed load. An hour and more on a quiet machine; by hand before a release.
 */
import { spawnSync } from 'node:child_process';

const args = process.argv.slice(2);
const long = args.includes('--long');
const { status } = spawnSync('vitest', ['run', '--config', 'vitest.attack.config.ts', ...args.filter((arg) => arg !== '--long')], {
  stdio: 'inherit',
  env: { ...process.env, ATTACK: long ? 'long' : 'short', ...(long ? { KILLS: '1000' } : {}) },
});
process.exitCode = status ?? 1;
