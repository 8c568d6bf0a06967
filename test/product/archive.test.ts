/** A tile archive dropped on the page, in Chromium: shown on a map with its layers and facts, and sent nowhere. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, PATIENCE_MS, openPage, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import type { UnitsAnswer, VersionAnswer } from '../../server/contract/datasets/api.ts';
import { violationsOf } from '../setup/axe.ts';
import { startProduct } from '../setup/product.ts';

describe.skipIf(!CHROMIUM)('a tile archive (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let archive: { name: string; bytes: Buffer };

  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    const version = (await (await fetch(`${product.url}/api/v1/datasets/cod-ab-xnv/versions/v01`)).json()) as VersionAnswer;
    const { file, href } = version.artifacts.find(({ kind }) => kind === 'pmtiles')!;
    archive = { name: file, bytes: Buffer.from(await (await fetch(product.url + href)).arrayBuffer()) };
  });
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  /** Opens a page and notes what leaves it from now on. */
  async function open(path: string, options: Parameters<typeof openPage>[2] = {}): Promise<Watched & { sent: string[] }> {
    const watched = await openPage(browser, product.url, options);
    await watched.page.goto(path);
    await watched.page.locator('h1').first().waitFor();
    const sent: string[] = [];
    watched.page.on('request', (request) => {
      if (request.method() !== 'GET' || request.postDataBuffer()) sent.push(`${request.method()} ${request.url()}`);
    });
    return { ...watched, sent };
  }
  const choose = (page: Page, name: string, buffer: Buffer) =>
    page.locator('cod-drop input').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const untilDrawn = (page: Page) => page.locator('.archive-map[data-state=live]').waitFor({ timeout: PATIENCE_MS });

  test('dropped anywhere it is shown, with its layers and facts, and nothing is sent', async () => {
    const { page, sent, foreign, complaints, close } = await open('/');
    await page.evaluate(
      ({ name, base64 }) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
        for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      { name: archive.name, base64: archive.bytes.toString('base64') },
    );
    await page.waitForURL('**/archive');
    await untilDrawn(page);
    expect(
      await page.locator('.archive-layers bdi').evaluateAll((all) => all.map(({ textContent }) => textContent).filter((text) => !text.includes('_'))),
    ).toEqual(expect.arrayContaining(['adm0', 'adm1', 'adm2', 'lines', 'labels']));
    expect(await page.locator('.archive .facts').innerText()).toMatch(/xnv_admin_boundaries\.pmtiles[^]*MB[^]*MVT[^]*0 to \d+/);
    expect(await violationsOf(page)).toEqual([]);
    // What is taken off the map is gone from its picture, and comes back.
    const picture = () => page.locator('.archive-live canvas').screenshot();
    const whole = await picture();
    await page.getByLabel('labels', { exact: true }).uncheck();
    await expect.poll(async () => (await picture()).equals(whole)).toBe(false);
    expect([sent, foreign, complaints]).toEqual([[], [], []]);
    await close();
  });

  test('chosen on a phone, in Arabic: nothing is wider than the window; what is none, or was cut off, is told', async () => {
    const { page, close } = await open('/archive?lang=ar', { viewport: { width: 390, height: 844 } });
    await choose(page, archive.name, archive.bytes);
    await untilDrawn(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await choose(page, archive.name, archive.bytes.subarray(0, archive.bytes.length / 2));
    await expect.poll(() => page.locator('[role=alert]').textContent()).toContain('تالف');
    expect(await page.locator('.archive-box').count()).toBe(0);
    await choose(page, 'sle_admin2.geojson', Buffer.from('{}'));
    await expect.poll(() => page.locator('[role=alert]').textContent()).toContain('ليس ملف PMTiles');
    expect(await violationsOf(page)).toEqual([]);
    await close();
  });

  test('a table gets P-codes and no request is made with it; other formats are downloaded', async () => {
    const { units } = (await (await fetch(`${product.url}/api/v1/datasets/cod-ab-xnv/versions/current/units?level=2`)).json()) as UnitsAnswer;
    const [first, second] = units as [UnitsAnswer['units'][number], UnitsAnswer['units'][number]];
    const rows = [
      ['Site', 'GPS', 'Code'],
      ['One, two', `${first.center[1]} ${first.center[0]} 0 0`, second.pcode],
      ['B', `${second.center[1]} ${second.center[0]} 12 3`, second.pcode],
      ['C', '', second.pcode.toLowerCase()],
      ['D', '', 'ZZ99'],
    ];
    const csv = rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\r\n');
    const { page, sent, foreign, complaints, close } = await open('/c/xnv/pcode');
    await page.locator('cod-drop').waitFor();
    await expect.poll(() => page.locator('main [role=status]').count(), { timeout: PATIENCE_MS }).toBe(0);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choose(page, 'sites.csv', Buffer.from(csv));
    await page.locator('.pcode-result').waitFor({ timeout: PATIENCE_MS });
    expect(await page.locator('.pcode-result').innerText()).toBe('3 of 4 rows placed');
    expect(await page.locator('.pcode-private').innerText()).toContain('Nothing of the file was sent');
    expect(await page.locator('.pcode-table').first().innerText()).toMatch(/Latitude and longitude in one cell/);
    expect(await violationsOf(page)).toEqual([]);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the table' }).click()]);
    const lines = readFileSync(await saved.path(), 'utf8').split('\r\n');
    expect(saved.suggestedFilename()).toBe('sites_pcodes.csv');
    expect(lines[0]).toMatch(/^Site,GPS,Code,adm1_pcode,adm1_name,.*match_method,match_note$/);
    for (const [row, text] of csv.split('\r\n').entries()) expect(lines[row]!.startsWith(`${text},`)).toBe(true);
    expect(lines[1]).toContain('its coordinates lie in');
    // A column that is read wrongly is corrected, and the table is read anew.
    await page.getByRole('combobox', { name: 'Holds: Code' }).selectOption('none');
    await expect.poll(() => page.locator('.pcode-result').innerText()).toBe('2 of 4 rows placed');
    // The bell asks for a number now and then, and says nothing.
    expect([sent, asked.filter((url) => !url.startsWith('blob:') && url !== `${product.url}/api/v1/news/count`)]).toEqual([[], []]);
    await page.goto('/c/xnv/cod-ab-xnv');
    const group = page.getByRole('group', { name: 'Level 2' });
    const [file] = await Promise.all([page.waitForEvent('download', { timeout: PATIENCE_MS }), group.getByRole('link', { name: 'GeoPackage' }).click()]);
    expect([
      file.suggestedFilename(),
      readFileSync(await file.path())
        .subarray(0, 15)
        .toString(),
    ]).toEqual(['xnv_admin2.gpkg', 'SQLite format 3']);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect([foreign, complaints]).toEqual([[], []]);
    await close();
  });
});
