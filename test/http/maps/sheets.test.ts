/** Sheets over HTTP: what is on them, in which form, for whom; the same request gives the same bytes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapAnswer } from '../../../server/contract/maps/map.ts';
import type { TestServer } from '../../helpers/app.ts';
import { DISTRICTS, specOf, startMaps, type Maps } from '../../helpers/maps/presence.ts';
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

beforeAll(async () => {
  let save: Maps['save'];
  ({ server, send, save } = await startMaps());
  map = await save(specOf(undefined));
  pdf = await bytesOf(`/maps/${map.id}.pdf`);
}, 180_000);
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
    expect(read('pdftotext', bytes, '-f', '1', '-l', '1')).toContain('WGS 84');
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

describe('a sensitive source', () => {
  beforeAll(async () => void (await send('PUT', sensitivityOf('3w-exl'), countsOnly(3))));
  test.runIf(POPPLER)('organisations are not named, small numbers are withheld', async () => {
    const text = read('pdftotext', await bytesOf(`/maps/${map.id}.pdf`), '-layout');
    expect(text).not.toContain('Organisation A');
    expect(text).toContain('organisations are not named');
    expect(text).toContain('Withheld');
  });
});

test('of a map that is not there: 404', async () => {
  expect((await fetch(`${server.url}/maps/zzzzzzzz.pdf`)).status).toBe(404);
  const spec = encodeURIComponent(JSON.stringify({ ...specOf(undefined), boundary: { dataset: 'cod-ab-exl', version: 'v99', level: 2 } }));
  expect((await fetch(`${server.url}/preview/sheet.pdf?spec=${spec}`)).status).toBe(404);
});
