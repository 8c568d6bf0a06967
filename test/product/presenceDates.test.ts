/** Dates that wait for a word, in headless Chromium: what a person says of them makes a new draft whose months are those of the data. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { UnitsAnswer } from '../../server/contract/datasets/api.ts';
import type { OverviewAnswer } from '../../server/contract/presence/api.ts';
import type { PresenceReviewList } from '../../server/contract/presence/presence.ts';
import { CHROMIUM, NO_GL, openPage, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { rowsXml, workbookOf } from '../helpers/tables/workbook.ts';
import { violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!CHROMIUM)('dates of a 3W that wait for a word, in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  let version: string;
  const opened: Watched[] = [];
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;

  async function openDates(lang: string, options = {}) {
    const storageState = { cookies: cookiesOf(person, product.url), origins: [] };
    const watched = await openPage(browser, product.url, { storageState, ...options });
    opened.push(watched);
    await watched.page.goto(`${product.url}/3w/3w-xnv/review?version=${version}&lang=${lang}`);
    await watched.page.locator('.review-date').first().waitFor();
    return watched.page;
  }

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser(NO_GL);
    const { units } = await get<UnitsAnswer>('/api/v1/datasets/cod-ab-xnv/versions/current/units?level=2&limit=6');
    const head = ['Organisation', 'Admin2 Pcode', 'Cluster', 'Status', 'Start date', 'End date'];
    const months = ['01', '02', '03', '04', '05'];
    const rows = months.map((month, i) => [`Org ${i}`, units[i]!.pcode, 'Health', 'Ongoing', `2025-${month}-03`, `2025-${month}-20`]);
    const book = workbookOf([{ name: 'May', rows: rowsXml([head, ...rows, ['Org 9', units[5]!.pcode, 'Health', 'Ongoing', '1899-12-30', '2205-05-30']]) }]);
    const form = new FormData();
    form.append('files', new File([Buffer.from(book)], 'xnv_3w_dates.xlsx'));
    form.append('country', 'XNV');
    form.append('kind', '3w');
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    const at = sent.headers.get('location')!;
    for (let i = 0; !version && i < 300; i++) {
      version = (await get<{ version: string | null }>(at)).version!;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
  // A live map that nobody looks at goes on drawing.
  afterEach(() => Promise.all(opened.map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('the review lists them with their rows; the range is that of the other dates', async () => {
    const { dates } = await get<PresenceReviewList>(`/api/v1/presence/3w-xnv/review?version=${version}`);
    expect(dates.map(({ heading, odd }) => [heading, odd.map(({ text, why, sampleRows }) => [text, why, sampleRows])])).toEqual([
      ['Start date', [['1899-12-30', 'zero', [7]]]],
      ['End date', [['2205-05-30', 'far', [7]]]],
    ]);
    const { period } = await get<OverviewAnswer>(`/api/v1/presence/3w-xnv?version=${version}`);
    expect(period).toEqual({ start: '2025-01-03', end: '2025-05-20' });
  });

  test('what a person says is applied to a new draft, and is remembered', async () => {
    const page = await openDates('en', { viewport: { width: 1280, height: 800 } });
    expect((await violationsOf(page)).map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    await page.getByRole('radio', { name: 'No date' }).first().check();
    await page.getByRole('radio', { name: 'The date is right' }).last().check();
    await page.locator('.review-apply').getByRole('button').click();
    const href = await page.locator('.review-apply a[href*="/drafts/"]').getAttribute('href', { timeout: 90_000 });
    const next = href!.split('/').at(-1)!.split('?')[0]!;
    const { dates } = await get<PresenceReviewList>(`/api/v1/presence/3w-xnv/review?version=${next}`);
    expect(dates.map(({ odd }) => odd.map(({ decision }) => decision))).toEqual([[null], ['2205-05-30']]);
    expect((await get<OverviewAnswer>(`/api/v1/presence/3w-xnv?version=${next}`)).period!.end).toBe('2205-05-30');
  });

  test('on a phone, in Arabic, nothing is wider than the screen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openDates('ar', { ...PHONE, colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
