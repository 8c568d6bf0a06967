/** P-codes that are markup, names of every object, or hundreds of letters: the live map, its table, search, panel and links take each for a code. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, NO_GL, openPage, startProduct, untilLive, type Product } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';

const CODES = [
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '"\'><img src=x onerror=alert(1)>',
  '1001',
  'TG 01/02?x=1&y=2#z',
  '%2e%2e%2f',
  'ט`${1}`',
  'T'.repeat(60),
];

const square = (column: number) => {
  const west = 0.2 + column * 0.15;
  return [[[west, 6.2], [west + 0.15, 6.2], [west + 0.15, 10.6], [west, 10.6], [west, 6.2]]]; // prettier-ignore
};

describe.skipIf(!CHROMIUM)('hostile P-codes (skipped where no Chromium is installed)', () => {
  const data = mkdtempSync(join(tmpdir(), 'codmap-codes-'));
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    const features = CODES.map((code, i) => ({
      type: 'Feature',
      properties: { adm1_pcode: code, adm1_name: `Unit ${i}`, adm0_pcode: 'TG', adm0_name: 'Togo', lang: 'en' },
      geometry: { type: 'Polygon', coordinates: square(i) },
    }));
    const file = join(data, 'tgo_admin1.geojson');
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
    const args = ['server/cli/main.ts', 'ingest', file, '--country', 'TGO', '--data', join(data, 'store'), '--publish', '--accept', 'a test of codes'];
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    product = await startProduct({ data: join(data, 'store') });
    browser = await openBrowser(NO_GL);
  });
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test('each unit is drawn, listed, found and opened by its code; nothing of it runs', async () => {
    const live = await openPage(browser, product.url, { webgl: 'blind' });
    const still = await openPage(browser, product.url, { webgl: false });
    const dialogs: string[] = [];
    for (const { page } of [live, still])
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
    let { page } = live;
    await page.goto(`${product.url}/c/tgo?level=1&table=1`);
    await untilLive(page);
    const rows = page.locator('cod-table tbody tr');
    await expect.poll(() => rows.count(), { timeout: 90_000 }).toBe(CODES.length);
    const text = await page.locator('cod-table').innerText();
    for (const code of CODES) expect(text).toContain(code);
    // The live map marks each: it keeps what it knows of a unit by its code.
    for (const [i, code] of CODES.entries()) {
      await page
        .locator('units-table')
        .getByRole('button', { name: `Unit ${i}`, exact: true })
        .click();
      await expect.poll(() => new URL(page.url()).searchParams.get('unit')).toBe(`1:${code}`);
    }
    ({ page } = still);
    for (const [i, code] of CODES.entries()) {
      await page.goto(`${product.url}/c/tgo?level=1&unit=${encodeURIComponent(`1:${code}`)}`);
      await expect.poll(() => page.locator('main').innerText(), { timeout: 90_000 }).toContain(`Unit ${i}`);
      // The name is in the list of units already; the code comes with the unit itself.
      await expect.poll(() => page.locator('main').innerText(), { timeout: 90_000 }).toContain(code);
    }
    for (const { page, complaints, foreign, close } of [live, still]) {
      expect(await page.locator('script:not([src]):has-text("alert")').count()).toBe(0);
      expect([dialogs, foreign, complaints]).toEqual([[], [], []]);
      await close();
    }
  });

  test.each(CODES)('the interface answers for %s', async (code) => {
    const path = `/api/v1/datasets/cod-ab-tgo/versions/current/units`;
    const found = (await (await fetch(`${product.url}${path}?level=1&q=${encodeURIComponent(code)}`)).json()) as { units: { pcode: string }[] };
    expect(found.units.map(({ pcode }) => pcode)).toContain(code);
    const one = await fetch(`${product.url}${path}/${encodeURIComponent(code)}?level=1`, { redirect: 'manual' });
    expect([one.status, ((await one.json()) as { pcode?: string }).pcode]).toEqual([200, code]);
  });
});
