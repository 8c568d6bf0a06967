/**
 * `codmap tile` beside tippecanoe and geojson-vt, whole processes in turn (A B C A B C …), medians, ratios pair by pair.
 *
 *   node scripts/bench/tiles.ts [--tippecanoe PATH] [--rounds 5] [--max-zoom 10] [--json FILE] NAME=FILE.geojson...
 *
 * All make one layer with every attribute, zooms 0–10, with every feature kept. Peaks are resident memory as the system counts it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface Run {
  wall: number;
  cpu: number;
  peakMiB: number;
  bytes: number;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tippecanoe: { type: 'string', default: 'tippecanoe' },
    rounds: { type: 'string', default: '5' },
    'max-zoom': { type: 'string', default: '10' },
    json: { type: 'string' },
  },
});
const maxZoom = values['max-zoom'];
const folder = mkdtempSync(join(tmpdir(), 'codmap-tiles-'));
const cli = new URL('../../server/bin.js', import.meta.url).pathname;
const peer = new URL('./geojsonVt.ts', import.meta.url).pathname;

const programs: Record<string, (input: string, output: string) => [command: string, args: string[]]> = {
  codmap: (input, output) => [process.execPath, [cli, 'tile', input, '--out', output, '--layer', 'adm', '--max-zoom', maxZoom]],
  tippecanoe: (input, output) => [
    values.tippecanoe,
    // Every feature kept and shared nodes left alone: its best flags for boundaries that are joined to data by their codes.
    [
      '-q',
      '-f',
      '-l',
      'adm',
      '-Z0',
      `-z${maxZoom}`,
      '--no-simplification-of-shared-nodes',
      '--no-tile-size-limit',
      '--no-feature-limit',
      '-t',
      folder,
      '-o',
      output,
      input,
    ],
  ],
  'geojson-vt': (input, output) => [process.execPath, ['--max-old-space-size=6000', peer, input, output, maxZoom]],
};

/** Runs a program under `time`, which alone knows the peak of a process and its children. */
function run(name: string, input: string): Run {
  const output = join(folder, `${name}.pmtiles`);
  const [command, args] = programs[name]!(input, output);
  const started = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', command, ...args], { encoding: 'utf8' });
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  const [user, system, peak] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number) as [number, number, number];
  return { wall, cpu: user + system, peakMiB: peak / 1024, bytes: statSync(output).size };
}

const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1]!;
const round = (value: number, digits: number) => Number(value.toFixed(digits));

const hasTippecanoe = values.tippecanoe.includes('/') ? existsSync(values.tippecanoe) : spawnSync('which', [values.tippecanoe]).status === 0;
if (!hasTippecanoe) process.stderr.write('tippecanoe is not installed; give its path with --tippecanoe. Only geojson-vt is compared.\n');
const names = Object.keys(programs).filter((name) => name !== 'tippecanoe' || hasTippecanoe);
const results: object[] = [];
for (const set of positionals) {
  const [label, input] = set.split('=') as [string, string];
  // Once outside the count: compile cache and file cache are warm for all.
  for (const name of names) run(name, input);
  const runs = new Map(names.map((name) => [name, [] as Run[]]));
  for (let i = 0; i < Number(values.rounds); i++) for (const name of names) runs.get(name)!.push(run(name, input));
  const own = runs.get('codmap')!;
  for (const name of names) {
    const theirs = runs.get(name)!;
    const ratio = (field: keyof Run) => round(median(own.map((one, i) => one[field] / theirs[i]![field])), 3);
    const middle = (field: keyof Run, digits: number) => round(median(theirs.map((one) => one[field])), digits);
    results.push({
      set: label,
      program: name,
      'wall s': middle('wall', 2),
      'cpu s': middle('cpu', 2),
      'peak MiB': middle('peakMiB', 0),
      bytes: middle('bytes', 0),
      'wall ratio': ratio('wall'),
      'cpu ratio': ratio('cpu'),
      'peak ratio': ratio('peakMiB'),
      'bytes ratio': ratio('bytes'),
    });
  }
}
console.table(results);
if (values.json)
  writeFileSync(values.json, JSON.stringify({ machine: execFileSync('uname', ['-m'], { encoding: 'utf8' }).trim(), node: process.version, results }, null, 2));
rmSync(folder, { recursive: true });
