/** Words of a sheet come out of its PDF as they went in: searched for, copied, read aloud. By three readers, in the scripts of the field. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import type { Feature } from 'geojson';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetId, Iso3 } from '../../../server/contract/ids.ts';
import { writeGeometryFile } from '../../../server/formats/geometryFile.ts';
import { putArtifact, startTestServer, type TestServer } from '../../helpers/app.ts';
import { toTable } from '../../helpers/boundaryTables.ts';
import { specOf } from '../../helpers/maps/presence.ts';
import { fakeSummary } from '../../helpers/units.ts';

const POPPLER = spawnSync('pdftotext', ['-v']).error === undefined;
if (!POPPLER) console.log('Skipped: what poppler reads of a sheet, since pdftotext is not installed');

/** Names of places, and words in which readers go wrong: lam with alef, letters of one language only, stacked consonants. */
const EVERYWHERE = {
  en: ['Riverside District', 'Bo', 'Office efficiency', 'Waffle-flat'],
  fr: ['Île de l’Œuvre', 'Région de la Kémo', 'Forêt Noël', 'Haut-Mbomou'],
  es: ['Ciudad Bolívar', 'Nariño', 'Güiria', 'Ñuflo'],
  uk: ['Київська область', 'Кам’янець-Подільський', 'Їжакевичі', 'Ґалаґани', 'Луцьк'],
  ar: ['صلاح الدين', 'والأسماء', 'الإسكان', 'بلاد', 'لا', 'الله', 'الآن', 'محافظة الأنبار', 'البقاع', 'سلامة'],
  fa: ['ولایت', 'کرمانشاه', 'گیلان', 'چهارمحال و بختیاری', 'پنجشیر', 'ژاله', 'اسلام‌آباد'],
  ps: ['ننګرهار', 'پښتونخوا', 'ډاګ', 'ټولنه', 'ړنګ', 'ولسوالۍ', 'لاس'],
  ckb: ['هەولێر', 'سلێمانی', 'ڕانیە', 'گەڵاڵە', 'پێنجوێن', 'کەلار', 'دهۆک'],
  am: ['አዲስ አበባ', 'ትግራይ', 'ደቡብ ኦሞ'],
};
/** pdf.js knows nothing of the text that Typst states for clusters of these. */
const STACKED = {
  my: ['ရန်ကုန်', 'မန္တလေး', 'ပြည်နယ်', 'ရခိုင်', 'ကချင်', 'ချင်း', 'စစ်ကိုင်း', 'တနင်္သာရီ', 'မွန်', 'နေပြည်တော်', 'ဧရာဝတီ', 'မြို့နယ်', 'မကွေး', 'ရှမ်း'],
  km: ['ភ្នំពេញ', 'កំពង់ចាម', 'ខេត្តសៀមរាប', 'ក្រុង'],
  ne: ['काठमाडौं', 'प्रदेश', 'जिल्ला', 'लुम्बिनी'],
};
const NAMES = [...Object.values(EVERYWHERE), ...Object.values(STACKED), 'ပဲခူး'].flat();
const wordsOf = (names: Record<string, readonly string[]>) =>
  Object.entries(names).flatMap(([lang, own]) => [...new Set(own.flatMap((name) => name.split(' ')))].map((word) => `${lang} ${word}`));
/** As a search compares: composed, forms of Arabic letters as the letters, without marks of direction. */
const fold = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\ufb50-\ufdff\ufe70-\ufefc\ufb00-\ufb06]/g, (form) => form.normalize('NFKC'))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
/** Whole words alone: what is part of another is not found. */
function lost(text: string, words: readonly string[]): string[] {
  const found = new Set(fold(text).split(/\s+/));
  return words.filter((word) => !found.has(fold(word.slice(word.indexOf(' ') + 1))));
}

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'words-'));
const sheets: Uint8Array[] = [];

beforeAll(async () => {
  server = await startTestServer({});
  const { store } = server;
  const square = (pcode: string, parent: string | null, name: string, x: number, y: number, size: number): Feature => ({
    type: 'Feature',
    properties: { pcode, parent, name },
    geometry: { type: 'Polygon', coordinates: [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]] }, // prettier-ignore
  });
  const tables = [
    toTable(0, [square('EX', null, 'Exland', 0, 0, 8)]),
    toTable(
      1,
      NAMES.map((name, i) => square(`EX${String(i + 1).padStart(2, '0')}`, 'EX', name, i % 8, Math.floor(i / 8), 1)),
    ),
  ];
  const geometry = await putArtifact(store, 'geometry', 'exl_geometry.bin', 'application/octet-stream', writeGeometryFile(tables));
  const base = { country: 'EXL' as Iso3, countryNames: { en: 'Exland', fr: 'Exland', es: 'Exland', ar: 'Exland' } };
  const levels = tables.map(({ level, units }) => ({ level, units: units.length }));
  const units = tables.map(({ level, units }) => ({ level, units }));
  const { version } = await store.datasets.recordVersion({ ...fakeSummary([geometry]), ...base, levels, units }, { by: 'tester' });
  await store.datasets.publishVersion('cod-ab-exl' as DatasetId, version, { by: 'tester', reason: 'test' });
  const spec = {
    ...specOf(undefined),
    boundary: { dataset: 'cod-ab-exl', version: 'current', level: 1 },
    data: { kind: 'boundaries' },
    classes: { method: 'manual', breaks: [] },
  };
  for (const lang of ['en', 'ar']) {
    const response = await fetch(`${server.url}/preview/sheet.pdf?lang=${lang}&spec=${encodeURIComponent(JSON.stringify(spec))}`);
    expect(
      response.status,
      await response
        .clone()
        .text()
        .then((text) => text.slice(0, 300)),
    ).toBe(200);
    expect(response.headers.get('codmap-missing-letters')).toBeNull();
    sheets.push(new Uint8Array(await response.arrayBuffer()));
  }
}, 240_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

async function byPdfJs(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  await pdf.loadingTask.destroy();
  return pages.join('\n');
}
async function byPdfium(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  const pdf = await library.loadDocument(bytes);
  const text = [...pdf.pages()].map((page) => page.getText()).join('\n');
  pdf.destroy();
  library.destroy();
  return text;
}
function byPoppler(bytes: Uint8Array): string {
  const file = join(folder, 'sheet.pdf');
  writeFileSync(file, bytes);
  return execFileSync('pdftotext', [file, '-']).toString();
}

function foundIn(texts: readonly string[], names: Record<string, readonly string[]>) {
  expect(texts.length).toBe(2);
  for (const text of texts) {
    expect(lost(text, wordsOf(names))).toEqual([]);
    // pdf.js runs cells of a right-to-left table together, so that codes are looked for as readers do, within the text. PDFium (as of any
    // file) turns letters and digits of a code round that stands beside a name in Arabic script: docs/sheets.md says so.
    for (const code of ['EX01', 'EX14', 'EX62']) expect(text).toContain(code);
  }
}
test('pdf.js (Firefox) finds every word of nine languages', async () => {
  foundIn(await Promise.all(sheets.map(byPdfJs)), EVERYWHERE);
});
test('PDFium (Chrome, Edge) does, and of three more', async () => {
  foundIn(await Promise.all(sheets.map(byPdfium)), { ...EVERYWHERE, ...STACKED });
});
describe.runIf(POPPLER)('poppler (Evince, Okular)', () => {
  test('does, and of three more', () => foundIn(sheets.map(byPoppler), { ...EVERYWHERE, ...STACKED }));
  test('but for syllables in a Burmese ai, which are there twice: once they are not, docs/sheets.md need not say so', () => {
    for (const sheet of sheets) expect(byPoppler(sheet)).toContain('ပဲပဲ');
  });
});
