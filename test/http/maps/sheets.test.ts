/** Sheets over HTTP: what is on them, in which form, for whom; the same request gives the same bytes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embedAnswer, type EmbedAnswer, type MapAnswer } from '../../../server/contract/maps/map.ts';
import type { TestServer } from '../../helpers/app.ts';
import { createKinds } from '../../../server/app/kinds.ts';
import type { Iso3 } from '../../../server/contract/ids.ts';
import { runIngest } from '../../../server/jobs/ingest.ts';
import { DISTRICTS, specOf, startMaps, type Maps } from '../../helpers/maps/presence.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';
import { countsOnly, sensitivityOf } from '../../helpers/sensitivity.ts';

const has = (program: string) => spawnSync(program, ['-v']).error === undefined;
const POPPLER = has('pdftotext') && has('pdffonts');
const QPDF = spawnSync('qpdf', ['--version']).error === undefined;
if (!POPPLER || !QPDF) console.log('Skipped: what other programs read of a sheet, since pdftotext, pdffonts and qpdf are not all installed');

let server: TestServer;
let send: Maps['send'];
let map: MapAnswer;
let pdf: Uint8Array;
const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
const bytesOf = async (path: string) => new Uint8Array(await (await fetch(server.url + path)).arrayBuffer());
const read = (program: string, bytes: Uint8Array, ...options: string[]) => {
  const file = join(folder, 'sheet.pdf');
  writeFileSync(file, bytes);
  return execFileSync(program, [...options, file, ...(program === 'pdftotext' ? ['-'] : [])], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
};
/** What Typst writes into every file that it made as PDF/UA-1. */
const isTagged = (bytes: Uint8Array) => /pdfuaid|\/MarkInfo/.test(Buffer.from(bytes).toString('latin1'));

/** What is read out in place of figures. */
async function alternativesOf(bytes: Uint8Array): Promise<string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    const told = object instanceof PDFDict ? object.get(PDFName.of('Alt')) : undefined;
    return told instanceof PDFString || told instanceof PDFHexString ? [told.decodeText()] : [];
  });
}

beforeAll(async () => {
  let save: Maps['save'];
  ({ server, send, save } = await startMaps());
  map = await save(specOf(undefined));
  pdf = await bytesOf(`/maps/${map.id}.pdf`);
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

describe('the file', () => {
  test('a PDF with tags, kept for a minute, shown under a name', async () => {
    const response = await fetch(`${server.url}/maps/${map.id}.pdf`);
    const { headers } = response;
    expect([response.status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'application/pdf', 'public, max-age=60']);
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^inline; filename="exl_adm2_${map.id}_A4.pdf"`));
    expect(headers.get('codmap-missing-letters')).toBeNull();
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(isTagged(pdf)).toBe(true);
  });
  test('the same request gives the same bytes, and 304 to who has them', async () => {
    const [again, other] = await Promise.all([fetch(`${server.url}/maps/${map.id}.pdf`), bytesOf(`/maps/${map.id}/sheet.pdf`)]);
    expect(Buffer.compare(Buffer.from(await again.arrayBuffer()), Buffer.from(pdf))).toBe(0);
    expect(Buffer.compare(Buffer.from(other), Buffer.from(pdf))).toBe(0);
    const etag = again.headers.get('etag')!;
    expect((await fetch(`${server.url}/maps/${map.id}.pdf`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
  test('a painted page has the size of the paper', async () => {
    const image = await loadImage(Buffer.from(await bytesOf(`/maps/${map.id}/sheet.png?orientation=portrait`)));
    expect([image.width, image.height]).toEqual([1240, 1754]);
  });
  test('a page as SVG, and none where there is no such page', async () => {
    const svg = Buffer.from(await bytesOf(`/maps/${map.id}/sheet.svg`)).toString();
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/<script|<symbol/);
    expect((await fetch(`${server.url}/maps/${map.id}/sheet.svg?page=2`)).status).toBe(200);
    expect((await fetch(`${server.url}/maps/${map.id}/sheet.svg?page=99`)).status).toBe(404);
  });
  test('a day before there was anything has no sheet, and a word that is no day is refused', async () => {
    expect((await fetch(`${server.url}/maps/${map.id}/sheet.pdf?date=1990`)).status).toBe(404);
    expect((await fetch(`${server.url}/maps/${map.id}/sheet.pdf?date=soon`)).status).toBe(400);
  });
  test('A3 at 300 dots is for members', async () => {
    expect((await fetch(`${server.url}/maps/${map.id}/sheet.png?paper=A3&dpi=300`)).status).toBe(422);
    expect((await fetch(`${server.url}/maps/${map.id}/sheet.png?paper=A5`)).status).toBe(400);
  });
});

/** What a telephone reads of the code on a painted sheet; null where there is none. */
async function codeOn(path: string): Promise<string | null> {
  const image = await loadImage(Buffer.from(await bytesOf(path)));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return (jsQR as unknown as typeof jsQR.default)(new Uint8ClampedArray(context.getImageData(0, 0, width, height).data), width, height)?.data ?? null;
}

test('its code leads to the map, on both papers and in Arabic, and is the address alone; a map that is not saved has none', async () => {
  for (const query of ['', '?lang=ar&grey=1', '?paper=A3&orientation=landscape'])
    expect(await codeOn(`/maps/${map.id}/sheet.png${query}`)).toBe(map.links.page);
  expect(await codeOn(`/preview/sheet.png?spec=${encodeURIComponent(JSON.stringify(specOf(undefined)))}`)).toBeNull();
});

describe.runIf(POPPLER && QPDF)('what other programs read', () => {
  test('every name, number and code, the sentence of the count, the number of the document and its link', () => {
    const text = read('pdftotext', pdf, '-layout').replace(/\s+/g, ' ');
    for (const part of DISTRICTS.flat()) expect(text).toContain(part);
    for (const word of [
      'Who is where',
      'EXL_3W_organisations_adm2_A4_',
      'Cylindrical equal-area',
      `/maps/${map.id}`,
      'Organisations by area',
      'Organisation A',
    ])
      expect(text).toContain(word);
  });
  test('fonts are in it, its syntax is right, its pages are A4', () => {
    const fonts = read('pdffonts', pdf).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    expect(read('qpdf', pdf, '--check')).toContain('No syntax or stream encoding errors');
    expect(read('pdfinfo', pdf)).toMatch(/Title: +DRAFT – NOT CLEARED: Exland: Who is where/);
    expect(read('pdfinfo', pdf)).toMatch(/Tagged:\s+yes[\s\S]*Page size:\s+(841.89 x 595.276|595.276 x 841.89) pts \(A4\)/);
  });
  test('what a user typed is text, never template', async () => {
    const title = '#panic("x") *bold* $x$ "quoted" \\ #import "/etc/passwd" <sizes>';
    const spec = encodeURIComponent(JSON.stringify({ ...specOf(undefined), title }));
    const text = read('pdftotext', await bytesOf(`/preview/sheet.pdf?spec=${spec}`), '-layout').replace(/\s+/g, ' ');
    expect(text).toContain('#panic("x") *bold* $x$ "quoted" \\ #import "/etc/passwd" <sizes>');
  });
  test('a title of 200 letters breaks, and leaves the map its place', async () => {
    const spec = encodeURIComponent(JSON.stringify({ ...specOf(undefined), title: 'Long '.repeat(40).trim() }));
    const bytes = await bytesOf(`/preview/sheet.pdf?paper=A4&orientation=portrait&spec=${spec}`);
    expect(read('pdftotext', bytes, '-f', '1', '-l', '1')).toMatch(/WGS\s84/);
  });
});

describe.runIf(POPPLER && QPDF)('with a layer', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const { store } = server;
    const rows = DISTRICTS.map(([, name], i) => `Camp of ${name},7.5,${i + 0.5},${i % 2 ? 'school' : 'camp'},${100 * (i + 1)}`);
    const file = { ...uploadOf('exl_sites.csv', `Name,Latitude,Longitude,Type,People\n${rows.join('\n')}\n`), sha256: 'd'.repeat(64) };
    const summary = await runIngest({
      kinds: createKinds(store.db),
      files: [{ ...file, source: { ...file.source, close: () => {} } as never }],
      kind: 'layer',
      country: 'EXL' as Iso3,
      slug: 'sites',
      options: {},
      metadata: { title: 'Sites of displaced people', source: 'Cluster', license: 'CC BY 4.0' },
      today: '2025-06-01',
      catalog: store.catalog,
      objects: store.objects,
      onProgress: () => {},
    });
    const { dataset, version } = await store.datasets.recordVersion(summary, { by: 'tester' });
    await store.datasets.publishVersion(dataset, version, { by: 'tester', reason: null });
    const spec = { ...specOf(undefined), layers: [{ dataset, version: 'current' }] };
    bytes = await bytesOf(`/preview/sheet.pdf?spec=${encodeURIComponent(JSON.stringify(spec))}`);
  }, 60_000);
  test('its title, kinds and source are text; fonts are in the file, and its syntax is right', () => {
    const text = read('pdftotext', bytes, '-layout').replace(/\s+/g, ' ');
    for (const word of ['Sites of displaced people', 'camp', 'school', 'Cluster', 'Koinadugu']) expect(text).toContain(word);
    for (const font of read('pdffonts', bytes).trim().split('\n').slice(2)) expect(font).toMatch(/ yes yes yes /);
    expect(read('qpdf', bytes, '--check')).toContain('No syntax or stream encoding errors');
  });
  test('in its tags is what is on it: title, legend, numbers of the layer, table', async () => {
    expect(isTagged(bytes)).toBe(true);
    const tags = read('pdfinfo', bytes, '-struct-text').replaceAll(/^ +\/.*\n/gm, '');
    // A heading first; names of places and of the layer's points as text of the map; each row of a legend as a row, with its count.
    expect(tags).toMatch(/^Document\n +H1 [^\n]*\n +"Exland: Who is where/);
    for (const name of DISTRICTS.map(([, each]) => each)) expect(tags).toContain(`"${name}"`);
    expect(tags).toMatch(
      /"Sites of displaced people"\n +Table[^\n]*\n +TR\n +TD:\n +TD:\n +"camp"\n +TD:\n +"4"\n +TR\n +TD:\n +TD:\n +"school"\n +TD:\n +"3"/,
    );
    expect(tags).toMatch(/H2 "Organisations by area"/);
    for (const heading of ['Name', 'P-code', 'Organisations']) expect(tags).toMatch(new RegExp(`TH [^\\n]*\\n +"${heading}"`));
    // Map and locator.
    const told = await alternativesOf(bytes);
    expect(told.length).toBe(tags.match(/Figure/g)!.length);
    expect(told.join('\n')).toContain('With the layer Sites of displaced people: 7.');
  });
});

describe('a small map for each cluster', () => {
  const of = (query = '') => `/maps/${map.id}/sheet.pdf?panels=clusters${query}`;
  test('is a tagged file under a name of its own, the same again, and no other than one that was saved so', async () => {
    const response = await fetch(server.url + of());
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-disposition')).toContain(`exl_adm2_${map.id}-clusters_A4.pdf`);
    expect(isTagged(bytes)).toBe(true);
    expect(Buffer.compare(await bytesOf(of()), bytes)).toBe(0);
  });
  test.runIf(POPPLER && QPDF)('has the numbers of the table behind it, in the order of the most', async () => {
    const bytes = await bytesOf(of());
    const text = read('pdftotext', bytes, '-layout');
    expect(read('qpdf', bytes, '--check')).toContain('No syntax or stream encoding errors');
    for (const font of read('pdffonts', bytes).trim().split('\n').slice(2)) expect(font).toMatch(/ yes yes yes /);
    // Above each map, by union of organisations; and in the table, of all areas and of each.
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain('3 organisations in 4 areas');
    expect(flat).toContain('1 organisation in 1 area');
    expect(flat.indexOf('3 organisations')).toBeLessThan(flat.indexOf('1 organisation in'));
    expect(flat).toMatch(/All areas 3 3 1/);
    const rows = Object.fromEntries(
      [...text.matchAll(/(EX0\d\d\d) +(\S+(?: \S+)*) {2,}(\S+(?: \S+)*) {2,}(\S+(?: \S+)*)/g)].map(([, code, ...cells]) => [code, cells]),
    );
    const { links } = map;
    const split = { ...specOf(undefined), data: { ...specOf(undefined).data, split: 'clusters' } };
    const csv = await (await fetch(`${new URL(links.page).origin}/preview.csv?spec=${encodeURIComponent(JSON.stringify(split))}`)).text();
    const [head, ...body] = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(',')) as [string[], ...string[][]];
    expect(body.length).toBe(DISTRICTS.length);
    const written = (cell: string | undefined) => (cell === '0' ? 'None' : cell);
    let compared = 0;
    for (const cells of body) {
      const row = Object.fromEntries(head.map((name, at) => [name, cells[at]]));
      const own = rows[row['adm2_pcode']!]!;
      for (const [at, name] of ['value', 'HEA', 'WSH'].entries())
        if (row[name] !== '' && ++compared) expect(own[at], `${row['adm2_pcode']} ${name}`).toBe(written(row[name]));
    }
    expect(compared).toBeGreaterThan(10);
  });
  test('each map has its alternative; the first page is painted, the table is a page of its own', async () => {
    const tags = POPPLER ? read('pdfinfo', await bytesOf(of()), '-struct-text') : '';
    if (POPPLER) expect(tags.match(/Figure/g)?.length).toBeGreaterThanOrEqual(2);
    const image = await loadImage(Buffer.from(await bytesOf(`/maps/${map.id}/sheet.png?panels=clusters&orientation=landscape&grey=1`)));
    expect([image.width, image.height]).toEqual([1754, 1240]);
    expect((await fetch(`${server.url}/maps/${map.id}/sheet.svg?panels=clusters&page=2`)).status).toBe(200);
  });
  test.runIf(POPPLER)('or for each organisation: its activities, and that of many the largest are shown', async () => {
    const response = await fetch(`${server.url}/maps/${map.id}/sheet.pdf?panels=organisations`);
    expect(response.headers.get('content-disposition')).toContain(`exl_adm2_${map.id}-organisations_A4.pdf`);
    const text = read('pdftotext', new Uint8Array(await response.arrayBuffer()), '-layout').replace(/\s+/g, ' ');
    for (const words of ['One map per organisation.', 'Organisation A', 'Organisation B', 'EXL_3W_activities-orgs_adm2_A4', 'All organisations'])
      expect(text).toContain(words);
    expect(text).toMatch(/\d activities in \d areas/);
  });
  test('a map without clusters says why it has none', async () => {
    const spec = encodeURIComponent(JSON.stringify({ ...specOf(undefined), data: { kind: 'boundaries' }, classes: { method: 'manual', breaks: [] } }));
    const response = await fetch(`${server.url}/preview/sheet.pdf?panels=clusters&spec=${spec}`);
    const { type } = (await response.json()) as { type: string };
    expect([response.status, type.split('/').at(-1)]).toEqual([422, 'sheet.no-panels']);
  });
});

test('a letter that no font has is told, and the sheet is made without the mark of PDF/UA', async () => {
  const spec = encodeURIComponent(JSON.stringify({ ...specOf(undefined), title: 'Map \u{13080}' }));
  const response = await fetch(`${server.url}/preview/sheet.pdf?spec=${spec}`);
  expect(response.status).toBe(200);
  expect(decodeURIComponent(response.headers.get('codmap-missing-letters') ?? '')).toContain('\u{13080}');
});

test.runIf(POPPLER)('as of a day: it is named on the sheet, and the sheet of today names none', async () => {
  for (const id of ['cod-ab-exl', '3w-exl'])
    expect((await send('POST', `/api/v1/datasets/${id}/versions/v01/corrections`, { dateValidOn: '2020-01-01' })).status).toBe(200);
  const ofDay = read('pdftotext', await bytesOf(`/maps/${map.id}/sheet.pdf?date=2030-02-01`), '-l', '1').replace(/\s+/g, ' ');
  expect(ofDay).toContain('As of 1 February 2030.');
  expect(read('pdftotext', pdf, '-l', '1')).not.toContain('As of');
});
test('a table of a day names it, in the name of the file and beside every row; that of today does not', async () => {
  for (const id of ['cod-ab-exl', '3w-exl'])
    expect((await send('POST', `/api/v1/datasets/${id}/versions/v01/corrections`, { dateValidOn: '2020-01-01' })).status).toBe(200);
  const table = async (query: string) => {
    const response = await fetch(`${server.url}/maps/${map.id}.csv${query}`);
    expect(response.status, query).toBe(200);
    const [head, first] = (await response.text()).split('\r\n').map((line) => line.split(',')) as [string[], string[]];
    return { file: response.headers.get('content-disposition')!, day: first[head.indexOf('as_of')] };
  };
  const ofDay = await table('?date=2030-02');
  expect([ofDay.day, ofDay.file]).toEqual(['2030-02-01', expect.stringContaining('_as-of-2030-02-01.csv"')]);
  const today = await table('');
  expect([today.day, today.file]).toEqual([undefined, expect.not.stringContaining('as-of')]);
});

describe('in Russian, which pages of the product do not speak', () => {
  const textOf = async (path: string) => (await fetch(server.url + path)).text();
  let embed: EmbedAnswer;
  beforeAll(async () => {
    const spec = { hosts: [], theme: { mode: 'light', accent: null, radius: 8, font: 'noto' }, lang: 'ru', live: 'tap' };
    embed = embedAnswer.parse(await (await send('POST', `/api/v1/maps/${map.id}/embeds`, spec)).json());
  });
  test('a picture, with its small maps, and what a map says beside its files', async () => {
    const svg = await textOf(`/maps/${map.id}.svg?lang=ru`);
    expect(svg).toMatch(/xml:lang="ru"|lang="ru"/);
    for (const words of ['Организации', 'ПРОЕКТ – НЕ УТВЕРЖДЕНО', 'Не сообщено']) expect(svg).toContain(words);
    const split = JSON.stringify({ ...specOf(undefined), data: { ...specOf(undefined).data, split: 'clusters' } });
    expect(await textOf(`/preview.svg?lang=ru&spec=${encodeURIComponent(split)}`)).toContain('Здравоохранение');
    expect(await textOf(`/maps/${map.id}.txt?lang=ru`)).toContain('исполняющие партнёры');
  });
  test('an embed: its page, its table, what a tap and its live map are told', async () => {
    const html = await textOf(`/embed/${embed.id}`);
    expect(html).toContain('<html lang="ru" dir="ltr"');
    for (const words of ['Показать таблицей', 'Рассмотреть карту', 'Открыть эту карту', 'Не сообщено']) expect(html).toContain(words);
    expect(html).not.toMatch(/\bundefined\b|Show as a table|Legend/);
    expect(await textOf(`/api/v1/maps/${map.id}/units/EX0501?lang=ru`)).toContain('Не сообщено');
    expect((await fetch(`${server.url}/api/v1/maps/${map.id}/values?lang=ru`)).status).toBe(200);
    expect(await textOf(`/maps/${map.id}?lang=ru`)).toContain('Рассмотреть и изменить эту карту');
    expect(await textOf('/embed/zzzzzz?lang=ru')).toContain('Этой карты больше нет.');
  });
  test('all three snippets, and oEmbed, in whichever language is asked for', async () => {
    const { iframe, resizing, element } = embed.snippets;
    for (const snippet of [iframe, resizing, element]) {
      expect(snippet).toContain('Who is where, 1 марта – 30 мая 2025');
      expect(snippet).toContain(`src="${embed.src}"`);
    }
    expect(element).toMatch(/\.png\?width=800&#38;height=560&#38;lang=ru|\.png\?width=800&amp;height=560&amp;lang=ru/);
    expect(element).toContain('По состоянию на');
    expect(element).toMatch(/<td>EX0501<\/td><td>Не сообщено<\/td>/);
    const oembed = async (url: string) => JSON.parse(await textOf(`/oembed?url=${encodeURIComponent(url)}`)) as Record<string, string>;
    const own = await oembed(embed.src);
    expect([own['title'], own['html']]).toEqual([expect.stringContaining('марта'), expect.stringContaining(`src="${embed.src}"`)]);
    expect(own['thumbnail_url']).toMatch(/&lang=ru$/);
    const french = await oembed(`${embed.src}?lang=fr`);
    expect([french['title'], french['html']]).toEqual([expect.stringContaining('mars'), expect.stringContaining(`src="${embed.src}?lang=fr"`)]);
  });
  test('a saved map speaks a language of the product, so that its page opens it', async () => {
    expect((await send('POST', '/api/v1/maps', { spec: { ...specOf(undefined), lang: 'ru' } })).status).toBe(400);
  });
});

describe('a sensitive source', () => {
  beforeAll(async () => void (await send('PUT', sensitivityOf('3w-exl'), countsOnly(3))));
  test('its code is the same address, without anything that would open more', async () => {
    const code = await codeOn(`/maps/${map.id}/sheet.png?lang=fr`);
    expect(code).toBe(map.links.page);
    expect(new URL(code!)).toMatchObject({ search: '', hash: '', username: '', password: '' });
  });
  test.runIf(POPPLER)('organisations are not named, small numbers are withheld', async () => {
    const text = read('pdftotext', await bytesOf(`/maps/${map.id}.pdf`), '-layout');
    expect(text).not.toContain('Organisation A');
    expect(text).toContain('organisations are not named');
    expect(text).toContain('Withheld');
  });
  test.runIf(POPPLER)('nor in tags and alternatives, for whoever listens to a sheet', async () => {
    const bytes = await bytesOf(`/maps/${map.id}.pdf`);
    const tags = read('pdfinfo', bytes, '-struct-text').replaceAll(/^ +\/.*\n/gm, '');
    const table = tags.slice(tags.indexOf('H2 "Numbers by area"'));
    // The same cells, but for what is withheld: without it they have numbers.
    const cells = /"(EX0[12]\d\d)"\n +TD:\n +"([^"]+)"/g;
    const open = read('pdfinfo', pdf, '-struct-text').replaceAll(/^ +\/.*\n/gm, '');
    expect([...open.matchAll(cells)].map(([, , value]) => value)).toEqual(['3', '2', '1', '1']);
    expect([...table.matchAll(cells)].map(([, , value]) => value)).toEqual(Array(4).fill('Withheld'));
    expect(table).not.toMatch(/"\d+"|Organisation [ABC]/);
    // Of the map, the locator and the code.
    const [whole, told] = [await alternativesOf(pdf), await alternativesOf(bytes)];
    expect([whole.length, told.length]).toEqual([3, 3]);
    expect(whole.join('\n')).toContain('Highest: Bo (3).');
    expect(told.join('\n')).toContain('The number is withheld for 4 of 7');
    expect(told.join('\n')).not.toMatch(/Highest|Organisation [ABC]|\(\d+\)/);
  });
  test.runIf(POPPLER)('nor on small maps, above them, in their alternatives or in the table behind them', async () => {
    const bytes = await bytesOf(`/maps/${map.id}/sheet.pdf?panels=clusters`);
    const text = `${read('pdftotext', bytes, '-layout')}${read('pdfinfo', bytes, '-struct-text')}`;
    expect(text).toContain('Withheld');
    expect(text).not.toMatch(/Organisation [ABC]|[12] organisations? in|All areas +\d+ +\d/);
  });
});

test('of a map that is not there: 404', async () => {
  expect((await fetch(`${server.url}/maps/zzzzzzzz.pdf`)).status).toBe(404);
  const spec = encodeURIComponent(JSON.stringify({ ...specOf(undefined), boundary: { dataset: 'cod-ab-exl', version: 'v99', level: 2 } }));
  expect((await fetch(`${server.url}/preview/sheet.pdf?spec=${spec}`)).status).toBe(404);
});
