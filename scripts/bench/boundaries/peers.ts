/**
 * Our repair beside `mapshaper -clean`, each as a whole process from reading a file to writing it, in turns; and what each did to the file,
 * by the same code for both. Whoever measures installs mapshaper outside the project and names its program:
 * node scripts/bench/boundaries/peers.ts …/mapshaper/bin/mapshaper [RUNS]
 * Files are read from ../shared/data, which has no part in the repository.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { CHECKS } from '../../../server/boundaries/checks/all.ts';
import { normalizeBoundaries } from '../../../server/boundaries/normalize/boundaries.ts';
import { displacement } from '../../../server/boundaries/proof/displacement.ts';
import { rowM2 } from '../../../server/boundaries/proof/measure.ts';
import { runChecks } from '../../../server/checks/run.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';

const FILES = [
  { name: 'phl adm2', file: '../shared/data/phl/ab/phl_admin2_2025_v03.geojson', widthM: 50 },
  { name: 'phl adm3', file: '../shared/data/phl/ab/phl_admin3_2025_v03.geojson', widthM: 1000 },
];
const COUNTRY = 'PHL' as Iso3;

const [mapshaper, runs = '3'] = process.argv.slice(2);
if (!mapshaper) throw new Error('Name the program: node scripts/bench/boundaries/peers.ts …/mapshaper/bin/mapshaper');
const folder = mkdtempSync(join(tmpdir(), 'peers-'));
// Printed by the measured process itself as it ends, so that starting it counts.
const hook = join(folder, 'usage.cjs');
const SAY = 'const u = process.resourceUsage(); require("fs").writeFileSync(process.env.USAGE, JSON.stringify(u));';
writeFileSync(hook, `process.on('exit', () => { ${SAY} });`);

function run(args: string[]): { cpuS: number; peakMB: number } {
  const usage = join(folder, 'usage.json');
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, ...args], { encoding: 'utf8', env: { ...process.env, USAGE: usage } });
  if (status !== 0) throw new Error(stderr);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, 'utf8')) as NodeJS.ResourceUsage;
  return { cpuS: (userCPUTime + systemCPUTime) / 1e6, peakMB: maxRSS / 1024 };
}

async function tableOf(file: string): Promise<FeatureTable> {
  const { layers } = await readUpload([{ name: basename(file), source: bytesSource(readFileSync(file)) }]);
  return normalizeBoundaries(layers, { country: COUNTRY }).levels.at(-1)!.table;
}

async function faults(file: string): Promise<string> {
  const { layers } = await readUpload([{ name: basename(file), source: bytesSource(readFileSync(file)) }]);
  const boundaries = normalizeBoundaries(layers, { country: COUNTRY });
  const published = boundaries.levels.map(({ table }) => table);
  const checks = CHECKS.filter(({ id }) => ['T1', 'T3', 'G3'].includes(id));
  const results = await runChecks(checks, { boundaries, coverage: null, published, previous: null, metadata: null, today: '2026-01-01' });
  return results.map(({ check, findings }) => `${check} ${findings.reduce((sum, { count }) => sum + count, 0)}`).join(', ');
}

/** Rows are found again by their codes: a program may order them anew. */
async function changes(before: FeatureTable, file: string): Promise<string[]> {
  const after = await tableOf(file);
  const rowOf = new Map(after.units.map(({ pcode }, row) => [pcode, row]));
  const shares: number[] = [];
  const moved: number[] = [];
  let [lost, areaM2] = [0, 0];
  before.units.forEach(({ pcode }, row) => {
    const now = rowOf.get(pcode);
    if (now === undefined || after.geometry.rows[now] === after.geometry.rows[now + 1]) {
      lost += 1;
      return;
    }
    const [was, is] = [rowM2(before.geometry, row), rowM2(after.geometry, now)];
    areaM2 += Math.abs(is - was);
    shares.push(Math.abs(is - was) / was);
    const { rows } = before.geometry;
    // The measure of the proof compares equal rows of two columns.
    const column = { ...after.geometry, rows: rows.slice() };
    column.rows[row] = after.geometry.rows[now]!;
    column.rows[row + 1] = after.geometry.rows[now + 1]!;
    moved.push(displacement(before.geometry, column, row).metres);
  });
  shares.sort((p, q) => p - q);
  const count = (list: number[], over: number) => String(list.filter((one) => one > over).length);
  const parts = after.geometry.polygons.length - before.geometry.polygons.length;
  return [
    `${lost} / ${parts > 0 ? '+' : ''}${parts}`,
    (areaM2 / 1e6).toFixed(1),
    `${(100 * shares[shares.length >> 1]!).toFixed(3)} %`,
    `${count(shares, 0.01)} / ${count(shares, 0.05)}`,
    `${(100 * shares.at(-1)!).toFixed(2)} %`,
    `${Math.round(Math.max(...moved))} m`,
    count(moved, 500),
    (after.geometry.coords.length / before.geometry.coords.length).toFixed(3),
    await faults(file),
  ];
}

const median = (list: number[]) => list.toSorted((p, q) => p - q)[list.length >> 1]!;
const print = (cells: string[]) => console.log(`| ${cells.join(' | ')} |`);
print(['', 'units lost / parts', 'Σ area moved, km²', 'median', '> 1 % / > 5 %', 'worst', 'furthest', '> 500 m', 'vertices', 'left', 'CPU s', 'peak MB']);
print(Array.from({ length: 12 }, () => '---'));
for (const { name, file, widthM } of FILES) {
  const before = await tableOf(file);
  const programs = [
    { program: `mapshaper -clean, ${name}`, out: join(folder, 'mapshaper.geojson'), args: (out: string) => [mapshaper, '-i', file, '-clean', '-o', out] },
    {
      program: `ours, gaps ≤ ${widthM} m, ${name}`,
      out: join(folder, 'ours.geojson'),
      args: (out: string) => [join(import.meta.dirname, 'clean.ts'), COUNTRY, String(widthM), file, out],
    },
  ];
  const measured = programs.map(() => [] as ReturnType<typeof run>[]);
  for (let n = 0; n < Number(runs); n++) programs.forEach(({ args, out }, i) => measured[i]!.push(run(args(out))));
  for (const [i, { program, out }] of programs.entries()) {
    const own = measured[i]!;
    const spread = `${median(own.map(({ cpuS }) => cpuS)).toFixed(1)} (${own.map(({ cpuS }) => cpuS.toFixed(1)).join(', ')})`;
    print([program, ...(await changes(before, out)), spread, String(Math.round(median(own.map(({ peakMB }) => peakMB))))]);
  }
}
rmSync(folder, { recursive: true });
