/**
 * Time and peak memory of a population ingest and of the table reader: node scripts/bench/population.ts [--write]
 * Each case runs in a process of its own, because the peak of a process never goes down. `--write` puts the table under
 * the heading "Population" of bench/RESULTS.md. Real files are measured where ../shared/data is there.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AdminUnit } from '../../server/contract/admin.ts';
import type { AdminLevel, DatasetId, Iso3, Pcode, VersionTag } from '../../server/contract/ids.ts';
import { CodmapError } from '../../server/errors.ts';
import { writeWorkbook } from '../../server/formats/tables/workbook.ts';
import { runPopulationIngest } from '../../server/population/pipeline.ts';
import type { UploadFile } from '../../server/formats/raw.ts';
import { readTables } from '../../server/formats/tables/table.ts';

const UNITS = 42_000;
const BANDS = [...Array.from({ length: 16 }, (_, i) => [i * 5, i * 5 + 4] as const), [80, null] as const];
const RESULTS = fileURLToPath(new URL('../../bench/RESULTS.md', import.meta.url));

/** 42,000 adm4 units with 54 value columns: three sexes × (total + 17 bands), sums exact. */
function* makeRows(): Generator<(string | number)[]> {
  const keys = ['F', 'M', 'T'].flatMap((sex) => [
    `${sex}_TL`,
    ...BANDS.map(([from, to]) => `${sex}_${String(from).padStart(2, '0')}${to === null ? 'Plus' : `_${String(to).padStart(2, '0')}`}`),
  ]);
  yield ['year', 'ISO3', 'ADM1_PCODE', 'ADM2_PCODE', 'ADM3_PCODE', 'ADM4_EN', 'ADM4_PCODE', ...keys];
  let seed = 7;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  for (let i = 0; i < UNITS; i++) {
    const code = codeOf(i);
    const females = BANDS.map((_, band) => Math.round((200 + 1800 * random()) * (1 - band / 20)));
    const males = females.map((value) => Math.round(value * (0.9 + 0.2 * random())));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const both = females.map((value, band) => value + males[band]!);
    yield [
      2026,
      'EXL',
      code.slice(0, 4),
      code.slice(0, 6),
      code.slice(0, 8),
      `Barangay ${i}`,
      code,
      sum(females),
      ...females,
      sum(males),
      ...males,
      sum(both),
      ...both,
    ];
  }
}

function codeOf(i: number): string {
  const pad = (n: number, width = 2) => String(n).padStart(width, '0');
  return `EX${pad((i % 17) + 1)}${pad((Math.trunc(i / 17) % 50) + 1)}${pad((Math.trunc(i / 850) % 50) + 1)}${pad(Math.trunc(i / 42_500) + 1, 3)}`;
}

function boundaries(): AdminUnit[] {
  return Array.from({ length: UNITS }, (_, i) => {
    const pcode = codeOf(i);
    return {
      level: 4,
      pcode: pcode as Pcode,
      parentPcode: pcode.slice(0, 8) as Pcode,
      names: [{ lang: 'en', name: `Barangay ${i}` }],
      validOn: null,
      validTo: null,
      areaSqKm: 1 + (i % 97),
      center: [120, 14],
      bbox: [119, 13, 121, 15],
    };
  });
}

function fileUpload(path: string): UploadFile & { close: () => void } {
  const handle = openSync(path, 'r');
  return {
    name: path,
    source: { size: statSync(path).size, read: (into, position) => readSync(handle, into, 0, into.length, position) },
    close: () => closeSync(handle),
  };
}

/** One case in this process; prints milliseconds on the clock and of the processor, peak memory in MB and what came out. */
async function run(kind: string, path: string): Promise<void> {
  const upload = fileUpload(path);
  const start = performance.now();
  let out: string;
  if (kind === 'ingest') {
    const levels = [{ level: 4 as AdminLevel, units: boundaries() }];
    const {
      levels: counts,
      report,
      artifacts,
    } = await runPopulationIngest([upload], {
      country: 'EXL' as Iso3,
      dataset: null,
      sha256: '',
      today: '2026-11-22',
      boundaries: { dataset: 'cod-ab-exl' as DatasetId, version: 'v01' as VersionTag, levels },
    });
    const bytes = artifacts.reduce((sum, artifact) => sum + artifact.bytes.length, 0);
    out = `${counts[0]!.units.toLocaleString('en')} units, ${report.results.length} checks, ${report.errors} errors, ${Math.round(bytes / 2 ** 20)} MB of files`;
  } else {
    out = await readTables(upload).then(
      (tables) => `${tables.reduce((sum, { rows }) => sum + rows, 0).toLocaleString('en')} rows`,
      (error: unknown) => {
        if (error instanceof CodmapError) return `refused: ${error.code}`;
        throw error;
      },
    );
  }
  const ms = performance.now() - start;
  upload.close();
  const { user, system } = process.cpuUsage();
  process.stdout.write(JSON.stringify({ ms, cpu: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024, out }));
}

function measure(kind: string, path: string): { ms: number; cpu: number; mb: number; out: string } {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--case', kind, path], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as ReturnType<typeof measure>;
}

/** Workbooks that unfold: many rows of a few bytes, and wide rows that pack less well. */
function bombs(folder: string): [string, string][] {
  const tiny = Array.from({ length: 1_048_000 }, () => 1);
  const small = join(folder, 'tiny.xlsx');
  writeFileSync(small, writeWorkbook([1, 2, 3, 4].map((n) => ({ name: `s${n}`, rows: tiny.length, columns: [{ name: 'x', type: 'number', values: tiny }] }))));
  const wide = join(folder, 'wide.xlsx');
  const column = Array.from({ length: 2000 }, (_, i) => (i * 7919) % 10_007);
  writeFileSync(
    wide,
    writeWorkbook([{ name: 'w', rows: 2000, columns: Array.from({ length: 16_000 }, (_, c) => ({ name: `c${c}`, type: 'number' as const, values: column })) }]),
  );
  return [
    ['hostile workbook, 4 sheets × 1 million rows', small],
    ['hostile workbook, 2,000 rows × 16,000 columns', wide],
  ];
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'codmap-bench-'));
  try {
    const rows = [...makeRows()];
    const csv = join(folder, 'exl_admpop_adm4_2026.csv');
    writeFileSync(csv, rows.map((row) => row.join(',')).join('\n'));
    const xlsx = join(folder, 'exl_admpop_adm4_2026.xlsx');
    const [head, ...body] = rows;
    writeFileSync(
      xlsx,
      writeWorkbook([
        { name: 'adm4', rows: body.length, columns: head!.map((name, c) => ({ name: String(name), type: 'mixed', values: body.map((row) => row[c]!) })) },
      ]),
    );
    const cases: [name: string, kind: string, path: string][] = [
      ['42,000 units × 54 columns, CSV: read, join, 18 checks, export', 'ingest', csv],
      ['the same as XLSX', 'ingest', xlsx],
      ...bombs(folder).map(([name, path]): [string, string, string] => [name, 'read', path]),
    ];
    const ven = '../shared/data/ven/3w/ven_3w.xlsx';
    if (existsSync(ven)) cases.push(['3W of Venezuela, XLSX, about 1,000 empty columns: read', 'read', ven]);
    const lines = cases.map(([name, kind, path]) => {
      const { ms, cpu, mb, out } = measure(kind, path);
      return `| ${name} | ${(statSync(path).size / 2 ** 20).toFixed(1)} | ${(ms / 1000).toFixed(1)} | ${(cpu / 1000).toFixed(1)} | ${Math.round(mb)} | ${out} |`;
    });
    const text = `## Population\n\nNode ${process.versions.node}, ${cpus().length} cores; each case in a separate process; \`node scripts/bench/population.ts --write\`.\n\n| Case | File, MB | Seconds | CPU seconds | Peak memory, MB | Result |\n|---|---|---|---|---|---|\n${lines.join('\n')}\n`;
    process.stdout.write(text);
    if (process.argv.includes('--write')) writeSection(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Replaces the section, or appends it. */
function writeSection(text: string): void {
  const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Results\n';
  const sections = before.split(/^(?=## )/m).filter((section) => !section.startsWith('## Population\n'));
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${sections.map((section) => section.trimEnd()).join('\n\n')}\n\n${text}`);
}

const at = process.argv.indexOf('--case');
if (at > 0) await run(process.argv[at + 1]!, process.argv[at + 2]!);
else main();
