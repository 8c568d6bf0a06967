/** What the 3W page paints is what is shared: the same numbers on the page, in picture, table and CSV, and after coming back to the saved map. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapAnswer, MapValuesAnswer } from '../../server/contract/maps/map.ts';
import type { PopulationAnswer } from '../../server/contract/population/population.ts';
import type { MatrixAnswer, SummaryAnswer } from '../../server/contract/presence/api.ts';
import { CHROMIUM, NO_GL, openPage, untilStill, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });
const POPPLER = spawnSync('pdftotext', ['-v']).error === undefined;
if (!POPPLER) console.log('Skipped: what a printed map holds, since poppler is not installed');
/** Where ink begins and ends on a painted page, in parts of its width and height. */
async function inkOf(png: Buffer): Promise<number[]> {
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let [left, right, top, bottom] = [1, 0, 1, 0];
  for (let i = 0; i < width * height; i++) {
    if (data[4 * i]! + data[4 * i + 1]! + data[4 * i + 2]! > 600) continue;
    const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  return [left, right, top, bottom];
}
const MAY = 'from=2025-05-01&to=2025-05-31';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!CHROMIUM)('sharing what the 3W page paints (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  const get = async <T>(path: string) => (await (await fetch(product.url + path)).json()) as T;
  const counts = async (period: string) => (await get<SummaryAnswer>(`/api/v1/presence/3w-xnv/summary?level=1${period && `&period=${period}`}`)).byPcode;

  beforeAll(async () => {
    [{ product, person }, browser] = await Promise.all([startSignedIn(), openBrowser(NO_GL)]);
  });
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  /** Legend and what is saved are the same beside a still map; the page of the saved map is opened with a live one. */
  async function open(path: string, options = {}): Promise<Watched> {
    const storageState = { cookies: cookiesOf(person, product.url), origins: [] };
    const watched = await openPage(browser, product.url, { storageState, webgl: false, ...options });
    await watched.page.goto(product.url + path);
    await untilStill(watched.page);
    return watched;
  }
  const untilPainted = (page: Page) => page.locator('.legend li').first().waitFor();
  /** Label and number of each line. */
  const legendOfPage = async (page: Page): Promise<[string, number][]> => {
    const labels = await page.locator('.legend li .legend-label').allTextContents();
    const numbers = await page.locator('.legend li .number').allTextContents();
    return labels.map((label, i) => [label, Number(/\d[\d,]*/.exec(numbers[i]!)![0].replaceAll(',', ''))]);
  };
  const legendOfPicture = (svg: string): Map<string, number> =>
    new Map(
      [...svg.matchAll(/<text[^>]*>\u2066?([^<\u2069]+?)\u2069? \((\d+)\)<\/text>/g)].map(([, label, count]): [string, number] => [label!, Number(count)]),
    );
  const isClass = ([label]: [string, number]) => /\d/.test(label);
  const swatches = (page: Page) =>
    page.locator('.legend .swatch:not([data-look]) rect[fill]').evaluateAll((list) => list.map((rect) => rect.getAttribute('fill')));

  async function save(page: Page, button = '.country-tools button[aria-label]:last-child'): Promise<MapAnswer> {
    await page.locator(button).first().click();
    const form = page.locator('share-panel form:has([name=title])');
    await form.locator('button').waitFor();
    await form.locator('select[name=follow]').selectOption('pinned');
    await form.locator('button').click();
    await page.locator('#share-short').waitFor();
    return get<MapAnswer>(`/api/v1/maps/${(await page.locator('#share-short').inputValue()).split('/').at(-1)}`);
  }

  /** @returns what the page of the map says is counted */
  async function expectSame(map: MapAnswer, expected: Map<string, number>, write: (value: number) => string): Promise<string> {
    const lines = (await (await fetch(map.links.csv)).text()).split('\r\n').map((line) => line.split(','));
    const [code, value] = ['adm1_pcode', 'value'].map((name) => lines[0]!.indexOf(name));
    const inCsv = new Map(lines.slice(1, 12).flatMap((cells): [string, number][] => (cells[value!] ? [[cells[code!]!, Number(cells[value!])]] : [])));
    expect(new Set(inCsv.keys())).toEqual(new Set(expected.keys()));
    for (const [pcode, number] of expected) expect(inCsv.get(pcode), pcode).toBeCloseTo(number, 6);
    const { values } = await get<MapValuesAnswer>(`/api/v1/maps/${map.id}/values`);
    for (const [pcode, number] of expected) expect(values![pcode], pcode).toBeCloseTo(number, 6);
    const { page, close, complaints } = await openPage(browser, product.url, { webgl: 'blind' });
    await page.goto(map.links.page);
    const expectTable = async () => {
      const rows = await page.locator('tbody tr').evaluateAll((list) => list.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
      const inTable = new Map(rows.map(([pcode, text]) => [pcode!, text!]));
      for (const [pcode, number] of expected) expect(inTable.get(pcode), pcode).toBe(write(number));
    };
    await expectTable();
    await page.locator('#map[data-live]').waitFor({ timeout: 90_000 });
    await page.reload();
    await expectTable();
    const said = await page.locator('.def').textContent();
    expect(complaints).toEqual([]);
    await close();
    return said!;
  }

  /** By the browser: the sheet uncut, as the server paints it, and then the whole table as text. */
  async function expectPrinted(map: MapAnswer, codes: Iterable<string>): Promise<void> {
    const { page, close } = await openPage(browser, product.url, { webgl: false });
    await page.goto(map.links.page);
    // Whoever prints waits for pictures; the file that a program asks for does not.
    await page.emulateMedia({ media: 'print' });
    await page.locator('.printed').evaluate(async (image: HTMLImageElement) => {
      image.loading = 'eager';
      await image.decode();
    });
    const folder = mkdtempSync(join(tmpdir(), 'printed-'));
    const file = join(folder, 'page.pdf');
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    const read = (program: string, ...args: string[]) => execFileSync(program, args, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    const about = read('pdfinfo', file);
    expect(about).toContain(await page.title());
    expect(about).toMatch(/Page size: +(84\d\S* x 59\d|59\d\S* x 84\d)/);
    const table = read('pdftotext', '-layout', '-f', '2', file, '-');
    for (const code of codes) expect(table).toContain(code);
    read('pdftoppm', '-png', '-r', '40', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'page'));
    const printed = await inkOf(readFileSync(join(folder, 'page.png')));
    const painted = await inkOf(Buffer.from(await (await fetch(`${map.links.page}/sheet.png`)).arrayBuffer()));
    for (const [i, end] of printed.entries()) expect(Math.abs(end - painted[i]!), `${printed.join()} beside ${painted.join()}`).toBeLessThan(0.03);
    rmSync(folder, { recursive: true });
    await close();
  }

  test('people per organisation', async () => {
    const { page, close, complaints } = await open('/c/xnv/3w?level=1&paint=ratio');
    await eventually(() => legendOfPage(page).then((rows) => rows.length)).toBeGreaterThan(8);
    const [shown, colours] = [await legendOfPage(page), await swatches(page)];
    const [byPcode, { levels, version }] = await Promise.all([
      counts(''),
      get<PopulationAnswer>('/api/v1/datasets/cod-ps-xnv/versions/current/population?level=1&sex=t&age=all'),
    ]);
    const people = new Map(levels[0]!.pcodes.map((pcode, i) => [pcode, levels[0]!.values[0]![i]!]));
    const expected = new Map(Object.entries(byPcode).map(([pcode, { organisations }]) => [pcode, people.get(pcode)! / organisations!]));
    const map = await save(page);
    expect(map.spec.data).toMatchObject({ measure: { is: 'ratio', population: { dataset: 'cod-ps-xnv', version } } });
    const svg = await (await fetch(map.links.svg)).text();
    const picture = legendOfPicture(svg);
    for (const [label, count] of shown.filter(isClass)) expect(picture.get(label), label).toBe(count);
    for (const [i, [, count]] of shown.filter(isClass).entries()) if (count > 0) expect(svg).toContain(colours[i]!);
    expect(await expectSame(map, expected, (value) => Math.round(value).toLocaleString('en-GB'))).toContain('per organisation present');
    if (POPPLER) await expectPrinted(map, expected.keys());
    expect(complaints).toEqual([]);
    await close();
  });

  test('change against the period before', async () => {
    const { page, close, complaints } = await open(`/c/xnv/3w?level=1&${MAY}&paint=change`);
    await eventually(() => legendOfPage(page).then((rows) => rows[0]?.[0])).toMatch(/^≤ −\d+$/);
    const [shown, colours] = [await legendOfPage(page), await swatches(page)];
    const [now, before] = await Promise.all([counts('2025-05'), counts('2025-04')]);
    const expected = new Map(Object.keys({ ...now, ...before }).map((pcode) => [pcode, (now[pcode]?.count ?? 0) - (before[pcode]?.count ?? 0)]));
    const map = await save(page);
    expect(map.spec.data).toMatchObject({ measure: { is: 'change', from: '2025-04-01', to: '2025-04-30' }, definition: { from: '2025-05-01' } });
    const svg = await (await fetch(map.links.svg)).text();
    const picture = legendOfPicture(svg);
    for (const [label, count] of shown.filter(isClass)) expect(picture.get(label), label).toBe(count);
    for (const [i, [, count]] of shown.filter(isClass).entries()) if (count > 0) expect(svg).toContain(colours[i]!);
    await expectSame(map, expected, (value) => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0'));
    expect(complaints).toEqual([]);
    await close();
  });

  test('one map for each cluster', async () => {
    const { page, close, complaints } = await open(`/c/xnv/3w?level=1&${MAY}&table=1&pane=clusters&paint=change`);
    await page.locator('.multiple').first().waitFor();
    const names = await page.locator('.multiple b').allTextContents();
    const map = await save(page, '.country-table header button');
    expect(map.spec).toMatchObject({ data: { split: 'clusters', measure: { is: 'count' }, definition: { from: '2025-05-01' } }, view: null });
    const { sectors, units, counts: cells } = await get<MatrixAnswer>('/api/v1/presence/3w-xnv/matrix?level=1&period=2025-05');
    const lines = (await (await fetch(map.links.csv)).text()).split('\r\n').map((line) => line.split(','));
    const at = (name: string) => lines[0]!.indexOf(name);
    for (const [i, { pcode }] of units.entries()) {
      const row = lines.find((cellsOfRow) => cellsOfRow[at('adm1_pcode')] === pcode)!;
      expect(
        sectors.map((code) => Number(row[at(code)])),
        pcode,
      ).toEqual(cells[i]);
    }
    await close();
    // Small maps stay pictures where a live map could be drawn.
    const shared = await openPage(browser, product.url, { webgl: 'blind' });
    await shared.page.goto(map.links.page);
    expect(await shared.page.locator('.panels b').allTextContents()).toEqual(names);
    expect(await shared.page.locator('#map button').count()).toBe(0);
    const violations = await violationsOf(shared.page);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    expect([...complaints, ...shared.complaints]).toEqual([]);
    await shared.close();
  });

  /** The part of the share panel that prints, with its tab of series open. */
  async function openSeries(page: Page) {
    await page.locator('.country-tools button[aria-label]:last-child').first().click();
    const print = page.locator('share-sheet');
    await print.getByRole('tab').first().focus();
    await page.keyboard.press('End');
    return print;
  }

  test('a series of sheets: how many it will be, how far it is though the panel was closed meanwhile, and the file', async () => {
    const { page, close, complaints } = await open('/c/xnv/3w?level=1');
    await untilPainted(page);
    const print = await openSeries(page);
    await print.getByText('9 sheets and a cover').waitFor();
    expect(await print.locator('.series-by label').allTextContents()).toEqual([
      expect.stringMatching(/Cluster\s+9 sheets/) as string,
      expect.stringMatching(/Organisation\s+\d+ sheets/) as string,
    ]);
    // Level 1 has no level 1 above it.
    await print.getByText('needs a map of a lower level').waitFor();
    await print.getByRole('button', { name: 'Create 10 sheets' }).click();
    await print.getByRole('button', { name: 'Cancel' }).waitFor();
    expect((await violationsOf(page)).map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('share-panel').count()).toBe(0);
    await page.locator('.country-tools button[aria-label]:last-child').first().click();
    const file = page.getByRole('link', { name: 'Download the PDF' });
    await file.waitFor();
    await print
      .getByText(/^Ready: 10 sheets on \d+ pages, [\d.]+ [kM]B$/)
      .first()
      .waitFor();
    expect((await violationsOf(page)).map(({ id }) => id)).toEqual([]);
    const response = await fetch((await file.getAttribute('href'))!);
    expect([response.status, response.headers.get('content-disposition')]).toEqual([200, expect.stringContaining((await file.getAttribute('download'))!)]);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(complaints).toEqual([]);
    await close();
  });

  test('a series is cancelled on a phone in Arabic, and the next one begins where the focus is', async () => {
    const { page, close, complaints } = await open('/c/xnv/3w?level=1&lang=ar', PHONE);
    await untilPainted(page);
    const print = await openSeries(page);
    await print.locator('input[value=organisation]').check();
    await print.locator('.series-next').click();
    const stopped = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await print.getByRole('button', { name: 'إلغاء' }).press('Enter');
    expect(await (await stopped).json()).toMatchObject({ state: 'cancelled', file: null });
    await print.getByText('أُلغيت، ولم يُنشأ أي ملف.').first().waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.className)).toContain('series-next');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(complaints).toEqual([]);
    await close();
  });

  test('on a phone in Arabic', async () => {
    const { page, close } = await open(`/c/xnv/3w?level=1&lang=ar&${MAY}&paint=change`, PHONE);
    await eventually(() => legendOfPage(page).then((rows) => rows[0]?.[0])).toMatch(/^≤ −\d+$/);
    const shown = await legendOfPage(page);
    const map = await save(page);
    // Nobody typed a title: it is of the language in which the map was made.
    expect(map.spec.title).toBe('ناريفيلا: المنظمات، التغيّر');
    const picture = legendOfPicture(await (await fetch(`${map.links.svg}?lang=ar`)).text());
    for (const [label, count] of shown.filter(isClass)) expect(picture.get(label), label).toBe(count);
    await close();
    const shared = await openPage(browser, product.url, { ...PHONE, webgl: 'blind' });
    await shared.page.goto(`${map.links.page}?lang=ar`);
    expect(await shared.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await shared.close();
  });
});
