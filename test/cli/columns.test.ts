/** Columns by the command line: what `check --format json` says of them is the template of `--columns`, for 3W, population and boundaries alike. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnReading } from '../../server/contract/columns.ts';
import type { ValidationReport } from '../../server/contract/finding.ts';
import { codmap as runHere } from '../helpers/stores.ts';

let folder: string;
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const codmap = (...args: string[]) => runHere(args, join(folder, 'var'), {});
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

  test(
    'boundaries: a wrong column is put right by the template, stays put right for the next file, and the columns are named',
    { timeout: 180_000 },
    async () => {
      const square = (x: number) => ({ type: 'Polygon', coordinates: [[[x, 6], [x + 1, 6], [x + 1, 7], [x, 7], [x, 6]]] }); // prettier-ignore
      const features = [['TG01', 'Maritime'], ['TG02', 'Plateaux']].map(([code, name], i) => ({ type: 'Feature', properties: { ADM1_PCODE: String(i + 1), CODE_INSEED: code, ADM1_EN: name }, geometry: square(i) })); // prettier-ignore
      const layer = JSON.stringify({ type: 'FeatureCollection', features });
      const path = file('tgo_admin1.geojson', layer);
      const open = await check(path);
      expect(open.report.columns!.map(({ heading, role }) => [heading, role])).toEqual([['ADM1_PCODE', { is: 'pcode', level: 1 }], ['CODE_INSEED', { is: 'extra' }], ['ADM1_EN', { is: 'name', level: 1 }]]); // prettier-ignore
      expect(open.report.layers).toMatchObject([{ file: 'tgo_admin1.geojson', layer: 'tgo_admin1', level: 1, encoding: 'utf-8' }]);
      // The whole report is the template: what is wrong in it is changed.
      const { report } = open;
      report.columns![1]!.role = { is: 'pcode', level: 1 };
      report.columns!.shift();
      report.columns![1]!.language = 'fr';
      const said = file('boundaries.json', JSON.stringify(report));
      const ingested = await codmap('ingest', path, '--country', 'TGO', '--columns', said, '--json');
      expect([ingested.code, ingested.err]).toEqual([0, expect.any(String)]);
      const next = await check(file('tgo_admin1_v02.geojson', layer));
      expect(next.report.columns!.map(({ heading, role, from, language }) => [heading, role, from, language])).toEqual([['ADM1_PCODE', { is: 'extra' }, 'heading', null], ['CODE_INSEED', { is: 'pcode', level: 1 }, 'profile', null], ['ADM1_EN', { is: 'name', level: 1 }, 'profile', 'fr']]); // prettier-ignore
      const told = await codmap('check', path, '--country', 'TGO');
      expect(told.out).toMatch(/normalize\.as-before: .*for tgo_admin1\.geojson/);
      expect(told.out).toMatch(/Columns used[\s\S]*adm1 P-codes: “CODE_INSEED” \(TG01, TG02\), 100% certain, because set by a person on/);
      const wrong = await codmap(
        'check',
        path,
        '--country',
        'TGO',
        '--columns',
        file('no-layer.json', JSON.stringify({ layers: [{ layer: 'adm7', level: 1 }] })),
      );
      expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('The layers are: tgo_admin1.geojson')]);
      const role = await codmap(
        'check',
        path,
        '--country',
        'TGO',
        '--columns',
        file('no-role.json', JSON.stringify([{ heading: 'ADM1_EN', role: { is: 'sector' } }])),
      );
      expect([role.code, role.err]).toEqual([3, expect.stringContaining('Start from the columns and layers of check --format json')]);
    },
  );

  test('a slip of the pen is named', { timeout: 60_000 }, async () => {
    const path = file('tgo_3w_b.csv', 'Organisation,Region Pcode\nAlfa Path,TG01\nBeta Path,TG02\n');
    const said = file('slip.json', JSON.stringify([{ heading: 'Organisation', rolle: { is: 'org' } }]));
    const run = await codmap('check', path, '--country', 'TGO', '--columns', said);
    expect([run.code, run.err]).toEqual([3, expect.stringContaining('rolle')]);
  });

  test('--keep-drawing: an upper level as it was uploaded; a level that cannot be is refused', { timeout: 180_000 }, async () => {
    const square = (x: number, width = 1) => ({ type: 'Polygon', coordinates: [[[x, 6], [x + width, 6], [x + width, 7], [x, 7], [x, 6]]] }); // prettier-ignore
    const layer = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
    const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
    const region = (n: number) => ({ ADM1_PCODE: `TG0${n}`, ADM1_EN: `Region ${n}` });
    const upper = file('tgo_adm1.geojson', layer(feature(region(1), square(0, 1.0002)), feature(region(2), square(1.0002, 0.9998))));
    const base = file(
      'tgo_adm2.geojson',
      layer(...[1, 2].map((n) => feature({ ...region(n), ADM2_PCODE: `TG0${n}01`, ADM2_EN: `District ${n}` }, square(n - 1)))),
    );
    const run = (...more: string[]) => codmap('check', upper, base, '--country', 'TGO', '--format', 'json', ...more);
    const codes = async (...more: string[]) =>
      (JSON.parse((await run(...more)).out) as ValidationReport).results.flatMap(({ findings }) => findings.map(({ code }) => code)).filter((code) => /level-(as|dis)/.test(code)); // prettier-ignore
    expect(await codes()).toEqual(['normalize.level-dissolved']);
    expect(await codes('--keep-drawing', '1')).toEqual(['normalize.level-as-uploaded']);
    const refused = await run('--keep-drawing', '2');
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('adm2 cannot be published as uploaded')]);
    expect((await run('--keep-drawing', 'all')).err).toContain('admin levels, such as 1 or 0,1');
  });
});
