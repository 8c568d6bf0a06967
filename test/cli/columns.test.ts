/** Columns by the command line: what `check --format json` says of them is the template of `--columns`, for 3W and population alike. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnReading } from '../../server/contract/columns.ts';
import type { ValidationReport } from '../../server/contract/finding.ts';

const CLI = join(import.meta.dirname, '../../server/cli/main.ts');
let folder: string;
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const codmap = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env: { ...process.env, CODMAP_DATA: join(folder, 'var') }, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
const check = async (path: string, ...more: string[]) => {
  const run = await codmap('check', path, '--country', 'TGO', '--format', 'json', ...more);
  return { ...run, report: JSON.parse(run.out) as ValidationReport };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-columns-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('--columns', () => {
  test('3W: a question is named; its answer, in the template, leaves none', { timeout: 120_000 }, async () => {
    const rows = ['Alfa Path,Health,TG01', 'Beta Path,WASH,TG02', 'Gama Path,Health,TG01', 'Alfa Path,WASH,TG02'];
    const path = file('tgo_3w.csv', `Entity,Cluster,Region Pcode\n${rows.join('\n')}\n`);
    const open = await check(path);
    expect(open.report.columns!.map(({ heading, confidence }) => [heading, confidence > 0])).toEqual([['Entity', true], ['Cluster', true], ['Region Pcode', true]]); // prettier-ignore
    expect(open.report.questions!.map(({ text }) => text)).toEqual([expect.stringContaining('Does “Entity” (Alfa Path, Beta Path, Gama Path) hold')]);
    expect(open.report.publishable).toBe(false);
    const template = open.report.columns! as ColumnReading<unknown>[];
    const said = file('columns.json', JSON.stringify({ columns: [{ ...template[0]!, role: { is: 'org', role: 'implementing', part: 'name' } }] }));
    const answered = await check(path, '--columns', said);
    expect([answered.report.questions, answered.report.columns![0]!.from]).toEqual([[], 'asked']);
    // In words, for those who do not read JSON.
    const text = await codmap('check', path, '--country', 'TGO');
    expect(text.out).toMatch(/Questions to answer.*\n.*Does “Entity”/);
    expect(text.out).toMatch(/Columns used[\s\S]*implementing partners.*“Entity” \(Alfa Path, Beta Path, Gama Path\)/);
  });

  test('an open question: exit code 1; --accept also accepts the proposed answers, which stay with the version', { timeout: 120_000 }, async () => {
    const path = file('tgo_admpop_adm1_2026.csv', 'ADM1_PCODE;T_TL\nTG01;100.000\nTG02;130.000\n');
    const refused = await codmap('ingest', path, '--country', 'TGO', '--publish', '--json');
    expect([refused.code, (JSON.parse(refused.out) as { report: { publishable: boolean }; status: string }).report.publishable]).toEqual([1, false]);
    const accepted = await codmap('ingest', path, '--country', 'TGO', '--publish', '--json', '--accept', 'the office writes thousands with dots');
    const version = JSON.parse(accepted.out) as { status: string; answers: string[]; questions?: string[] };
    expect([accepted.code, version.status, version.answers, version.questions]).toEqual([0, 'current', ['Thousands: 100.000 is 100,000'], undefined]);
  });

  test('population: as decimals or thousands, said in the template', { timeout: 120_000 }, async () => {
    const path = file('tgo_admpop_adm1_2025.csv', 'ADM1_PCODE;T_TL\nTG01;100.000\nTG02;130.000\n');
    const open = await check(path);
    expect([open.report.questions!.map(({ about }) => about), open.report.publishable]).toEqual([['numbers'], false]);
    const template = open.report.columns! as ColumnReading<unknown>[];
    expect(template.map(({ heading }) => heading)).toEqual(['ADM1_PCODE', 'T_TL']);
    const said = file('population.json', JSON.stringify(template.map((column) => ({ ...column, ...(column.heading === 'T_TL' ? { numbers: { thousands: '.', decimal: ',' } } : {}) })))); // prettier-ignore
    const answered = await check(path, '--columns', said);
    expect([answered.code, answered.report.questions]).toEqual([answered.code, []]);
    expect(answered.report.columns![1]).toMatchObject({ numbers: { thousands: '.', decimal: ',' } });
  });

  test('a slip of the pen is named', { timeout: 60_000 }, async () => {
    const path = file('tgo_3w_b.csv', 'Organisation,Region Pcode\nAlfa Path,TG01\nBeta Path,TG02\n');
    const said = file('slip.json', JSON.stringify([{ heading: 'Organisation', rolle: { is: 'org' } }]));
    const run = await codmap('check', path, '--country', 'TGO', '--columns', said);
    expect([run.code, run.err]).toEqual([3, expect.stringContaining('rolle')]);
  });
});
