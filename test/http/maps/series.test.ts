/** Series over HTTP: begun, watched, fetched; what is in them; the same request gives the same bytes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { MapAnswer } from '../../../server/contract/maps/map.ts';
import { seriesJob, seriesPlan, type SeriesJob } from '../../../server/contract/maps/series.ts';
import type { TestServer } from '../../helpers/app.ts';
import { DISTRICTS, specOf, startMaps, type Maps } from '../../helpers/maps/presence.ts';
import { countsOnly, sensitivityOf } from '../../helpers/sensitivity.ts';
import { codmap } from '../../helpers/stores.ts';

const POPPLER = spawnSync('pdftotext', ['-v']).error === undefined;
const QPDF = spawnSync('qpdf', ['--version']).error === undefined;
if (!POPPLER || !QPDF) console.log('Skipped: what other programs read of a series, since pdftotext and qpdf are not both installed');

let server: TestServer;
let send: Maps['send'];
let map: MapAnswer;
const folder = mkdtempSync(join(tmpdir(), 'series-'));
beforeAll(async () => {
  let save: Maps['save'];
  ({ server, send, save } = await startMaps());
  map = await save(specOf(undefined));
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const ask = (path: string, init?: RequestInit) => fetch(server.url + path, init);
const start = async (body: object, id = map.id): Promise<SeriesJob> => {
  const response = await ask(`/api/v1/maps/${id}/sheet`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(response.status).toBe(202);
  return seriesJob.parse(await response.json());
};
const ended = ({ id }: SeriesJob): Promise<SeriesJob> =>
  vi.waitFor(
    async () => {
      const job = seriesJob.parse(await (await ask(`/api/v1/sheets/${id}`)).json());
      if (job.state === 'waiting' || job.state === 'running') throw new Error(`${job.done} of ${job.total}`);
      return job;
    },
    { timeout: 200_000, interval: 200 },
  );
const read = (program: string, bytes: Uint8Array, ...options: string[]) => {
  const file = join(folder, 'series.pdf');
  writeFileSync(file, bytes);
  return execFileSync(program, [...options, file, ...(program === 'pdftotext' ? ['-'] : [])], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
};
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { type: string }).type.split('/').at(-1)];

test('before one is begun: how many sheets each would have, and why another cannot be', async () => {
  const plan = async (path: string) => seriesPlan.parse(await (await ask(path)).json());
  const made = await plan(`/maps/${map.id}/series.json`);
  expect(made.ready).toBe(true);
  expect(made.choices).toEqual([
    { by: 'cluster', sheets: 2, unmatched: [], refused: null },
    { by: 'adm1', sheets: 5, unmatched: [], refused: null },
    { by: 'organisation', sheets: 3, unmatched: [], refused: null },
  ]);
  const spec = { ...specOf(undefined), data: { kind: 'boundaries' }, classes: { method: 'manual', breaks: [], open: 'none' } };
  const ofBoundaries = await plan(`/preview/series.json?spec=${encodeURIComponent(JSON.stringify({ ...spec, boundary: { ...spec.boundary, level: 1 } }))}`);
  expect(ofBoundaries.choices.map(({ by, sheets, refused }) => [by, sheets, refused?.code])).toEqual([
    ['cluster', null, 'series.no-clusters'],
    ['adm1', null, 'series.no-regions'],
    ['organisation', null, 'series.no-clusters'],
  ]);
  expect(ofBoundaries.choices[1]!.refused!.details).toMatchObject({ texts: { ar: expect.any(String) as string } });
});

describe('by region', () => {
  let job: SeriesJob;
  let pdf: Uint8Array;
  beforeAll(async () => {
    expect(await codeOf(await ask(`/maps/${map.id}/series.pdf?by=adm1`))).toEqual([409, 'series.not-made']);
    job = await ended(await start({ by: 'adm1' }));
    pdf = new Uint8Array(await (await fetch(job.file!.href)).arrayBuffer());
  }, 240_000);

  test('a cover, a sheet for each region, and where the file is', async () => {
    expect(job).toMatchObject({ state: 'succeeded', done: 6, total: 6, error: null, file: { bytes: pdf.length, missing: [] } });
    expect(job.file!.name).toMatch(/^EXL_3w-organisations-adm2-by-adm1_a4_\d{8}\.pdf$/);
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    const again = await ask(`/maps/${map.id}/series.pdf?by=adm1`);
    expect([again.status, again.headers.get('content-disposition')]).toEqual([200, expect.stringContaining(job.file!.name)]);
    expect(Buffer.compare(Buffer.from(await again.arrayBuffer()), Buffer.from(pdf))).toBe(0);
    expect((await ask(`/maps/${map.id}/series.pdf?by=adm1`, { headers: { 'if-none-match': again.headers.get('etag')! } })).status).toBe(304);
  });

  test.runIf(POPPLER && QPDF)('each page says what it is of and where in the series it is; bookmarks and links lead there', () => {
    expect(read('qpdf', pdf, '--check')).toContain('No syntax or stream encoding errors');
    const pages = read('pdftotext', pdf, '-layout').split('\f').slice(0, -1);
    expect(pages).toHaveLength(job.file!.pages);
    for (const [at, page] of pages.slice(1).entries()) expect(page.replace(/\s+/g, ' ')).toMatch(new RegExp(`\\b${at + 2} ?/ ?${pages.length}\\b`));
    // The index says on which page a region is, and that page is of it.
    for (const n of [1, 2, 3, 4, 5]) {
      const on = Number(new RegExp(`Region ${n} +\\S+ +(\\d+)`).exec(pages[0]!)![1]);
      expect(pages[on - 1]!.replace(/\s+/g, ' ')).toContain(`Region ${n}`);
    }
    const whole = JSON.parse(execFileSync('qpdf', ['--json', join(folder, 'series.pdf')], { maxBuffer: 1 << 28 }).toString()) as {
      outlines: { title: string; kids: { title: string }[] }[];
    };
    const titles = whole.outlines.flatMap(({ title, kids }) => [title, ...kids.map((kid) => kid.title)]);
    for (const n of [1, 2, 3, 4, 5]) expect(titles.join('\n')).toContain(`Region ${n}`);
    expect(read('pdfinfo', pdf)).toMatch(/Tagged:\s+yes/);
  });

  test.runIf(POPPLER)('a sheet speaks of its region alone, in the same classes; all numbers stand at the end', () => {
    const pages = read('pdftotext', pdf, '-layout')
      .split('\f')
      .map((page) => page.replace(/\s+/g, ' '));
    const first = pages.find((page, at) => at > 0 && page.includes('Region 1'))!;
    expect([first.includes('Bo'), first.includes('Koinadugu'), first.includes('20+')]).toEqual([true, false, true]);
    for (const part of DISTRICTS.flat()) expect(pages.at(-2)).toContain(part);
  });
});

test('by cluster as files: four parts in each name, each the sheet of one cluster; three sheets are made at once', async () => {
  const response = await ask(`/maps/${map.id}/series.zip?by=cluster`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const names = Object.keys(files);
  expect(names.map((name) => name.replace(/\d{8}/, 'DAY'))).toEqual([
    'EXL000_3w-organisations-adm2-index_a4_DAY.pdf',
    'EXL001_3w-organisations-adm2-hea_a4_DAY.pdf',
    'EXL002_3w-organisations-adm2-wsh_a4_DAY.pdf',
  ]);
  if (!POPPLER) return;
  const text = read('pdftotext', files[names[2]!]!, '-layout').replace(/\s+/g, ' ');
  expect(text).toContain('Organisation C');
  expect(text).not.toMatch(/Organisation B\b/);
  expect(read('pdftotext', files[names[0]!]!, '-layout')).toContain(names[1]!);
});

test('on the command line: one sheet as the file that is named, a series as a folder of files, each told with its size', async () => {
  const { data } = server.config;
  const out = join(folder, 'sheet.pdf');
  const one = await codmap(['sheet', '3w-exl@current', '--theme', 'presence', '--level', '2', '--lang', 'fr', '--out', out], data);
  expect([one.code, one.err]).toEqual([0, expect.stringMatching(/sheet\.pdf: [\d,]+ bytes\n$/) as string]);
  const by = join(folder, 'by');
  const several = await codmap(['sheet', map.id, '--series', 'cluster', '--out', by], data);
  const names = readdirSync(by).toSorted();
  expect([several.code, names.map((name) => name.replace(/\d{8}/, 'DAY'))]).toEqual([
    0,
    ['EXL000_3w-organisations-adm2-index_a4_DAY.pdf', 'EXL001_3w-organisations-adm2-hea_a4_DAY.pdf', 'EXL002_3w-organisations-adm2-wsh_a4_DAY.pdf'],
  ]);
  // How far it is, and then what was written.
  expect(several.err).toMatch(/^1 \/ 3 Health\n2 \/ 3 Water, Sanitation and Hygiene\n/);
  for (const name of names) expect(several.err).toContain(join(by, name));
  const wrong = await codmap(['sheet', map.id, '--out', join(folder, 'sheet.doc')], data);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--out ends in .pdf, .svg or .png')]);
  if (!POPPLER) return;
  const pagesOf = (bytes: Uint8Array) => Number(/^Pages:\s+(\d+)$/m.exec(read('pdfinfo', bytes))![1]);
  // The cover is one page; behind each sheet stand its numbers.
  expect(names.map((name) => pagesOf(readFileSync(join(by, name))))).toEqual([1, 2, 2]);
  expect(pagesOf(readFileSync(out))).toBe(2);
  expect(read('pdftotext', readFileSync(out), '-layout')).toContain('Organisation A');
});

test('what makes no series is refused in words; an unknown job is none; a stopped one has no file', async () => {
  const failed = await ended(
    await start(
      { by: 'cluster' },
      (
        (await (
          await send('POST', '/api/v1/maps', {
            spec: { ...specOf(undefined), data: { kind: 'boundaries' }, classes: { method: 'manual', breaks: [], open: 'none' } },
          })
        ).json()) as MapAnswer
      ).id,
    ),
  );
  expect(failed).toMatchObject({ state: 'failed', error: { code: 'series.no-clusters' } });
  expect((await ask('/api/v1/sheets/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  const stopped = await start({ by: 'adm1', paper: 'A3' });
  const cancelled = seriesJob.parse(await (await ask(`/api/v1/sheets/${stopped.id}`, { method: 'DELETE' })).json());
  expect(cancelled).toMatchObject({ state: 'cancelled', file: null });
});

describe('a sensitive source', () => {
  test('what was made before is not given out any more, and nobody is named in what is', async () => {
    expect((await ask(`/maps/${map.id}/series.pdf?by=adm1`)).status).toBe(200);
    await send('PUT', sensitivityOf('3w-exl'), countsOnly(3));
    expect(await codeOf(await ask(`/maps/${map.id}/series.pdf?by=adm1`))).toEqual([409, 'series.not-made']);
    expect(await codeOf(await ask(`/maps/${map.id}/series.pdf?by=organisation`))).toEqual([403, 'series.closed']);
  });
});
