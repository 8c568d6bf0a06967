import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSample } from '../../server/sample/write.ts';
import { codmap as runHere, type Run } from '../helpers/stores.ts';

const CLI = join(import.meta.dirname, '../../server/cli/main.ts');
let folder: string;
let boundaries: string[];
let spoiled: string[];

/** In this process: a process takes a second to start, which is more than what most of these commands do. */
const codmap = (args: string[], env: Record<string, string> = {}): Promise<Run> => runHere(args, join(folder, 'var'), env);

/** In a process of its own: what its shell gets, which is one thing for all commands. */
function codmapApart(args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env: { ...process.env, CODMAP_DATA: join(folder, 'var') }, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const listAll = (path: string): string[] => (existsSync(path) ? (readdirSync(path, { recursive: true }) as string[]).sort() : []);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-cli-'));
  boundaries = (await writeSample(join(folder, 'clean'), { units: 40, levels: 2, cells: 2000 })).boundaries.map((name) => join(folder, 'clean', name));
  spoiled = (await writeSample(join(folder, 'spoiled'), { units: 60, levels: 2, cells: 2000, defects: true })).boundaries.map((name) =>
    join(folder, 'spoiled', name),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the folder that `codmap sample` writes is checked whole: its manifest in JSON is left aside and told', async () => {
  const checked = await codmapApart(['check', join(folder, 'clean'), '--format', 'json']);
  expect(checked.code).toBe(0);
  const { levels, results } = JSON.parse(checked.out) as { levels: { units: number }[]; results: { findings: { code: string; items: { id: string }[] }[] }[] };
  expect(levels.at(-1)!.units).toBe(40);
  const told = results.flatMap(({ findings }) => findings.filter(({ code }) => code === 'read.fileIgnored').flatMap(({ items }) => items));
  expect(told.map(({ id }) => id)).toEqual(['read.fileIgnored:clean/manifest.json']);
});

describe('usage', () => {
  test.each([
    [['--help'], 0],
    [['ingest', '--help'], 0],
    [['--version'], 0],
    [[], 2],
    [['nonsense'], 2],
    [['ingest'], 2],
    [['ingest', 'x'], 2],
    [['ingest', 'x', '--country', 'SIERRA'], 2],
    [['ingest', 'x', '--country', 'SLE', '--version', 'first'], 2],
    [['ingest', 'x', '--country', 'SLE', '--kind', 'cod-xx'], 2],
    [['tile', 'x'], 2],
    [['export', 'cod-ab-sle', '--format', 'dwg', '--out', 'x'], 2],
    [['publish', 'sierra'], 2],
    [['invite', '--role', 'king'], 2],
    [['serve', '--port', '99999'], 2],
    [['sample', 'x', '--units', '3'], 2],
    [['invite', '--role', 'imo'], 2],
    [['invite', '--group', 'global/imwg'], 2],
    [['invite', '--group', 'imwg', '--role', 'imo'], 2],
    [['invite', '--group', 'global/imwg', '--role', 'publisher'], 2],
    [['invite', '--email', 'nobody'], 2],
    [['invite', '--group', 'SLE/gis', '--role', 'imo'], 2],
  ])('%j → %i', async (args, code) => {
    const run = await codmap(args);
    expect([run.code, run.out === '' || code === 0]).toEqual([code, true]);
  });

  test.each([
    [['--version'], 0, /^\d+\.\d+\.\d+/, /^$/],
    [['publish', 'sierra'], 2, /^$/, /sierra/],
    [['ingest', 'nothing.zip', '--country', 'XNV'], 3, /^$/, /nothing\.zip/],
  ])('a shell gets %j as %i', async (args, code, out, err) => {
    expect(await codmapApart(args)).toEqual({ code, out: expect.stringMatching(out) as string, err: expect.stringMatching(err) as string });
  });

  test('invite prints a link under the public address', async () => {
    for (const args of [[], ['--group', 'global/imwg', '--role', 'imo', '--email', 'Vera@example.org']]) {
      const { code, out } = await codmap(['invite', ...args], { CODMAP_PUBLIC_URL: 'https://maps.example.org/' });
      expect([code, out]).toEqual([0, expect.stringMatching(/^https:\/\/maps\.example\.org\/join\/[\w-]{43}\n$/)]);
    }
  });

  test('faults of the configuration are all named', async () => {
    const { code, err } = await codmap(['publish', 'cod-ab-sle@v01'], { CODMAP_PORT: 'many', CODMAP_LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(err).toContain('$CODMAP_PORT: must be a whole number');
    expect(err).toContain('$CODMAP_LOG_LEVEL: must be trace');
  });
});

describe('a refused input', () => {
  const cases: [name: string, bytes: Buffer | string][] = [
    ['empty.geojson', ''],
    ['photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])],
    ['cut.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[1,1'],
    ['letter.zip', 'PK\u0003\u0004 not really'],
    ['words.txt', 'These are not boundaries.'],
  ];
  test.each(cases)('%s: exit 3, a text that says what to do, no trace', async (name, bytes) => {
    const path = join(folder, name);
    const data = join(folder, `var-${name}`);
    writeFileSync(path, bytes);
    const first = await codmap(['ingest', path, '--country', 'XNV', '--kind', 'cod-ab', '--publish', '--json', '--data', data]);
    expect([first.code, first.out]).toEqual([3, '']);
    expect(first.err.length).toBeGreaterThan(40);
    expect(first.err).not.toMatch(/\n\s+at /);
    expect(listAll(data)).toEqual([]);
  });

  test('beside published data changes nothing of it', async () => {
    const data = join(folder, 'var-kept');
    expect((await codmap(['ingest', ...boundaries, '--country', 'XNV', '--publish', '--data', data])).code).toBe(0);
    const before = listAll(join(data, 'objects'));
    const path = join(folder, 'cut.geojson');
    expect((await codmap(['ingest', path, '--country', 'XNV', '--publish', '--data', data])).code).toBe(3);
    expect(listAll(join(data, 'objects'))).toEqual(before);
  });

  test('that is not there', async () => {
    expect((await codmap(['ingest', join(folder, 'nothing.zip'), '--country', 'XNV'])).code).toBe(3);
  });
});

describe('the way of a country', () => {
  test('check speaks the language that is asked for', async () => {
    const run = await codmap(['check', ...boundaries.slice(0, 1), '--country', 'xnv', '--lang', 'fr', '--data', join(folder, 'var-lang')]);
    expect(run.out).toMatch(/P-codes comparés à la version publiée/);
    expect(run.out).toContain('n’est pas dans l’envoi');
  });

  test('ingest, publish, export, withdraw', async () => {
    const data = ['--data', join(folder, 'var-way')];
    const run = await codmap(['ingest', ...boundaries, '--country', 'xnv', '--json', ...data]);
    expect([run.code, run.err]).toEqual([0, '']);
    const document = JSON.parse(run.out);
    expect(document).toMatchObject({ dataset: 'cod-ab-xnv', version: 'v01', status: 'draft', kind: 'cod-ab', report: { errors: 0, publishable: true } });
    expect(document.levels.map(({ level }: { level: number }) => level)).toEqual([0, 1, 2]);
    expect(document.levels[2].units).toBe(40);
    for (const artifact of document.artifacts) expect(artifact.sha256).toMatch(/^[0-9a-f]{64}$/);

    // The same bytes are the same version; asked for under a tag they are another.
    const again = JSON.parse((await codmap(['ingest', ...boundaries, '--country', 'XNV', '--publish', '--json', ...data])).out);
    expect([again.version, again.status]).toEqual(['v01', 'current']);
    expect(JSON.parse((await codmap(['ingest', ...boundaries, '--country', 'XNV', '--version', 'v07', '--json', ...data])).out).version).toBe('v07');
    expect((await codmap(['ingest', ...boundaries, '--country', 'XNV', '--version', 'v07', ...data])).code).toBe(1);

    const out = join(folder, 'out.geojson');
    expect((await codmap(['export', 'cod-ab-xnv@v01', '--format', 'geojson', '--level', '1', '--out', out, ...data])).code).toBe(0);
    const exported = JSON.parse(readFileSync(out, 'utf8'));
    expect(exported.features.every(({ properties }: { properties: object }) => 'adm1_pcode' in properties && !('adm2_pcode' in properties))).toBe(true);

    // A draft is discarded and its version is free again; what was public is not, and none is discarded unnamed.
    expect((await codmap(['discard', 'cod-ab-xnv', ...data])).code).toBe(2);
    expect(JSON.parse((await codmap(['discard', 'cod-ab-xnv@v07', '--json', ...data])).out)).toEqual({
      dataset: 'cod-ab-xnv',
      version: 'v07',
      status: 'discarded',
    });
    expect((await codmap(['ingest', ...boundaries, '--country', 'XNV', '--version', 'v07', ...data])).code).toBe(0);
    expect((await codmap(['discard', 'cod-ab-xnv@v01', ...data])).err).toContain('version.was-public');

    // What the comparison proposes can be called otherwise, with a reason.
    expect((await codmap(['publish', 'cod-ab-xnv@v07', '--bump-reason', 'a test', ...data])).code).toBe(2);
    expect((await codmap(['publish', 'cod-ab-xnv@v07', '--bump', 'huge', ...data])).code).toBe(2);
    const called = await codmap(['publish', 'cod-ab-xnv@v07', '--bump', 'major', '--bump-reason', 'a test', '--json', ...data]);
    expect(JSON.parse(called.out)).toEqual({
      dataset: 'cod-ab-xnv',
      version: 'v07',
      status: 'current',
      bump: { chosen: 'major', proposal: 'none', reason: null },
    });
    expect((await codmap(['rollback', 'cod-ab-xnv', 'v01', ...data])).code).toBe(2);
    const back = await codmap(['rollback', 'cod-ab-xnv', 'v01', '--reason', 'a test', '--json', ...data]);
    expect(JSON.parse(back.out)).toEqual({ dataset: 'cod-ab-xnv', version: 'v01', status: 'current', replaced: { version: 'v07', status: 'superseded' } });
    expect((await codmap(['rollback', 'cod-ab-xnv', 'v01', '--reason', 'a test', ...data])).err).toContain('rollback.current');
    expect((await codmap(['withdraw', 'cod-ab-xnv@v07', '--reason', 'a test', ...data])).code).toBe(0);
    expect((await codmap(['rollback', 'cod-ab-xnv', 'v07', '--reason', 'a test', ...data])).err).toContain('rollback.withdrawn');
    expect((await codmap(['publish', 'cod-ab-xnv@v07', ...data])).code).toBe(1);
  });

  test('errors that nobody accepted keep it a draft; a reason publishes it and stays with it', async () => {
    const data = ['--data', join(folder, 'var-errors')];
    const refused = await codmap(['ingest', ...spoiled, '--country', 'XNV', '--publish', '--json', ...data]);
    const document = JSON.parse(refused.out);
    expect([refused.code, document.status, document.report.publishable]).toEqual([1, 'draft', false]);
    expect(document.report.errors).toBeGreaterThan(0);
    expect(refused.err).toContain('--accept');
    expect((await codmap(['publish', 'cod-ab-xnv@v01', ...data])).code).toBe(1);
    const accepted = await codmap(['ingest', ...spoiled, '--country', 'XNV', '--publish', '--accept', 'agreed with the ministry', '--json', ...data]);
    expect([accepted.code, JSON.parse(accepted.out).status]).toEqual([0, 'current']);
    expect((await codmap(['ingest', ...spoiled, '--country', 'XNV', '--accept', '  ', ...data])).code).toBe(2);
  });

  test('check judges, prints in each format and stores nothing', async () => {
    const data = join(folder, 'var-check');
    const clean = await codmap(['check', join(folder, 'clean', 'xnv_admin0.geojson'), ...boundaries.slice(1, 3), '--country', 'XNV', '--data', data]);
    expect([clean.code, clean.err]).toEqual([0, '']);
    expect(clean.out).toMatch(/checks passed/);
    const json = await codmap(['check', ...spoiled, '--country', 'XNV', '--format', 'json', '--data', data]);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out).errors).toBeGreaterThan(0);
    const text = await codmap(['check', ...spoiled, '--country', 'XNV', '--data', data], { NO_COLOR: '1' });
    expect(text.out).not.toContain('\u001b');
    expect(existsSync(data)).toBe(false);
  });

  test('population: check joins to the boundaries of the store, as ingest does', async () => {
    const data = ['--data', join(folder, 'var-population')];
    const file = join(folder, 'xnv_admpop_adm1_2022.csv');
    const codes = (
      JSON.parse(
        readFileSync(
          boundaries.find((path) => path.includes('admin1'))!,
          'utf8',
        ),
      ) as { features: { properties: Record<string, string> }[] }
    ).features;
    writeFileSync(file, `ADM1_PCODE,T_TL\n${codes.map(({ properties }) => `${properties['adm1_pcode']},100`).join('\n')}\nXN99,5\n`);
    expect((await codmap(['ingest', ...boundaries, '--country', 'XNV', '--publish', ...data])).code).toBe(0);
    const run = await codmap(['check', file, '--country', 'XNV', ...data]);
    expect(run.out).toContain('population.unknown-code');
    expect(run.out).not.toMatch(/have been published here|skipped Q8/);
  });

  test('a population without P-codes is refused and leaves nothing behind', async () => {
    const data = join(folder, 'var-uncoded');
    const file = join(folder, 'districts.csv');
    writeFileSync(file, 'District,Population\nBo,5000\nKono,7000\n');
    const run = await codmap(['ingest', file, '--kind', 'cod-ps', '--country', 'XNV', '--data', data]);
    expect([run.code, run.out]).toEqual([3, '']);
    expect(run.err).toContain('population.not-found');
    expect(listAll(data)).toEqual([]);
  });

  test('metadata from a file are stored with the version; other metadata make another version', async () => {
    const data = ['--data', join(folder, 'var-metadata')];
    const path = join(folder, 'metadata.json');
    const ingest = async (metadata: object) => {
      writeFileSync(path, JSON.stringify(metadata));
      return codmap(['ingest', ...boundaries, '--country', 'XNV', '--publish', '--metadata', path, '--json', ...data]);
    };
    const wrong = await ingest({ sources: 'x', dateSource: 'yesterday' });
    expect([wrong.code, wrong.err]).toEqual([
      3,
      expect.stringMatching(/(?=[^]*sources: There is nothing of this name here\.)(?=[^]*dateSource: This must be a date)[^]*It may contain title, source/),
    ]);
    expect(listAll(join(folder, 'var-metadata'))).toEqual([]);
    const first = JSON.parse((await ingest({ source: 'Statistics Novara', license: 'CC BY-IGO', updateFrequencyYears: 2 })).out);
    expect(first.version).toBe('v01');
    const out = join(folder, 'metadata.pmtiles');
    await codmap(['export', 'cod-ab-xnv', '--format', 'pmtiles', '--out', out, ...data]);
    const bytes = readFileSync(out);
    const source = {
      getKey: () => out,
      getBytes: (offset: number, length: number) => Promise.resolve({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
    };
    expect(await new PMTiles(source).getMetadata()).toMatchObject({ attribution: 'Statistics Novara · CC BY-IGO' });
    expect(JSON.parse((await ingest({ source: 'Statistics Novara' })).out).version).toBe('v01');
    expect(JSON.parse((await ingest({ source: 'Census office' })).out).version).not.toBe('v01');
  });
});
