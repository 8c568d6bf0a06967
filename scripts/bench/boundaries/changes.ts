/**
 * What became of units between two versions: how much of what was planted is found, and what it costs (versions.md §8, V1 to V4).
 * node scripts/bench/boundaries/changes.ts [case…]; without names all cases. Real files are read from ../shared/data, which has no part in the
 * repository. Each case runs in a process of its own; times are of the processor, and only of the comparison.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { serialize, deserialize } from 'node:v8';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { AdminLevel, VersionTag } from '../../../server/contract/ids.ts';
import { compareVersions } from '../../../server/boundaries/change/compare.ts';
import { judge } from '../../../test/helpers/boundaries/judge.ts';
import { Planting, type Planted } from '../../../test/helpers/boundaries/planted.ts';
import { hasReal, readReal } from '../../../test/helpers/boundaries/real.ts';
import { simplified, trembling } from '../../../test/helpers/boundaries/redraw.ts';
import { roughGrid, seeded } from '../../../test/geometry/shapes.ts';

interface Made {
  level: AdminLevel;
  before: FeatureTable;
  after: FeatureTable;
  truth: Planted[];
}

interface Case {
  name: string;
  file?: string;
  make(): Made;
}

const EMILIA = 'bench/emilia_adm3.geojson.gz';
const ITALY = 'bench/ita_adm3.geojson.gz';
const PHILIPPINES = 'phl/ab/phl_admin3_2025_v03.geojson';

const real = (file: string, level: AdminLevel, seed: number) => {
  const { rows, units } = readReal(file, level);
  return new Planting(rows, units, seeded(seed), level);
};

function planted(planting: Planting, metres: number, seed: number): Made {
  const random = seeded(seed);
  planting.split(20);
  planting.merge(20);
  planting.splitOff(20);
  planting.transfer(20);
  planting.demerge(10);
  planting.redistrict(10);
  planting.rename(20);
  planting.recode(20);
  planting.reparent(10);
  return finish(planting, metres > 0 ? trembling(planting, planting.after, metres, random) : undefined);
}

const finish = (planting: Planting, place?: (vertex: number) => [number, number]): Made => ({
  level: planting.level,
  before: planting.table(planting.before),
  after: planting.table(planting.after, place),
  truth: planting.truth,
});

function grid(columns: number, rows: number): Planting {
  const random = seeded(columns);
  const units = Array.from({ length: columns * rows }, (_, i) => ({
    code: `XX${String(i).padStart(6, '0')}`,
    names: [{ lang: 'en', name: `Unit ${i}` }],
    parent: `XX${i % 20}`,
  }));
  return new Planting(roughGrid(random, columns, rows, { size: 0.05, x: 10, y: -8, detail: 12 }), units, random);
}

const CASES: Case[] = [
  ...[22, 55, 111, 222].map((metres): Case => ({
    name: `V1: 330 units simplified by ${metres} m`,
    file: EMILIA,
    make: () => {
      const planting = real(EMILIA, 3, 1);
      planting.after = simplified(planting, planting.before, metres);
      return finish(planting);
    },
  })),
  {
    name: 'V2: codes of 2019 (PH175304000) → 2025 (PH1705304)',
    file: PHILIPPINES,
    make: () => {
      const planting = real(PHILIPPINES, 3, 2);
      // The file has the codes of 2025: those of 2019 are made of them.
      const old = (code: string) => `${code.slice(0, 4)}${code.slice(5)}000`;
      planting.before.forEach((unit, i) => (planting.before[i] = { ...unit, code: old(unit.code) }));
      return finish(planting);
    },
  },
  ...[0, 10, 50].map((metres): Case => ({
    name: `V3: 150 changes planted on Italy, drawn again within ${metres} m`,
    file: ITALY,
    make: () => planted(real(ITALY, 3, 7 + metres), metres, metres),
  })),
  {
    name: 'V4: Italy, 7,899 units, simplified by 55 m',
    file: ITALY,
    make: () => {
      const planting = real(ITALY, 3, 4);
      planting.after = simplified(planting, planting.before, 55);
      return finish(planting);
    },
  },
  ...(
    [
      [40, 25],
      [100, 100],
      [250, 200],
    ] as const
  ).flatMap(([columns, rows]) =>
    [0, 10].map((metres): Case => ({
      name: `${(columns * rows).toLocaleString('en')} units, 150 changes planted, ${metres === 0 ? 'else the same' : `drawn again within ${metres} m`}`,
      make: () => planted(grid(columns, rows), metres, columns),
    })),
  ),
];

const cpuS = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const peakMB = () => Math.round(process.resourceUsage().maxRSS / 1024);

/** In a process that has only read the two tables. */
function run(file: string): void {
  const { level, before, after, truth } = deserialize(readFileSync(file)) as Made;
  const [start, base] = [cpuS(), peakMB()];
  const changes = compareVersions([before], [after], { from: 'v01' as VersionTag, to: null });
  const cpu = cpuS() - start;
  const [told] = changes.levels;
  const { right, wrong, worstShare, worstTransfer } = judge(changes, level, truth, before, after);
  const counts = Object.entries(told!.counts).map(([relation, count]) => `${relation} ${count}`).join(', '); // prettier-ignore
  const found =
    truth.length === 0
      ? ''
      : `${right} of ${truth.length}, shares ± ${(100 * worstShare).toFixed(2)} pp, of transferred strips ± ${(100 * worstTransfer).toFixed(2)} pp; `;
  const scheme = told!.scheme
    ? `; ${told!.scheme.rules.map(({ from, to, units }) => `${from} → ${to} (${units})`).join(', ')}, ${told!.scheme.exceptions.length} exceptions`
    : '';
  const noise = told!.noise.regenerated ? `; drawn again, typically ${told!.noise.w50M} m, 95 % within ${told!.noise.w95M} m` : '';
  process.stdout.write(
    `${before.units.length.toLocaleString('en')} → ${after.units.length.toLocaleString('en')} | ${cpu.toFixed(1)} | ${peakMB()} (${base}) | ${found}${counts}${noise}${scheme} |\n`,
  );
  for (const each of wrong.slice(0, 5)) process.stderr.write(`${JSON.stringify(each)}\n`);
}

const [, , ...names] = process.argv;
if (names[0] === '--run') run(names[1]!);
else if (names[0] === '--make') writeFileSync(names[2]!, serialize(CASES[Number(names[1])]!.make()));
else {
  process.stdout.write('| case | units | CPU, s | peak memory, MB (before comparing) | found |\n|---|---|---|---|---|\n');
  const folder = mkdtempSync(join(tmpdir(), 'changes-'));
  for (const [i, { name, file }] of CASES.entries()) {
    if ((names.length > 0 && !names.some((each) => name.includes(each))) || (file && !hasReal(file))) continue;
    const pair = join(folder, `${i}.bin`);
    spawnSync(process.execPath, [import.meta.filename, '--make', String(i), pair], { stdio: 'inherit' });
    if (existsSync(pair)) {
      const { stdout } = spawnSync(process.execPath, [import.meta.filename, '--run', pair], { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
      process.stdout.write(`| ${name} | ${stdout.trim()}\n`);
    }
    rmSync(pair, { force: true });
  }
  rmSync(folder, { recursive: true });
}
