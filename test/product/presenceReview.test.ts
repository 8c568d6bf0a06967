/** How a 3W file is read, in headless Chromium: another sheet, separators of cells with several values, and what the reading changed. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { UnitsAnswer } from '../../server/contract/datasets/api.ts';
import type { PresenceReviewList } from '../../server/contract/presence/presence.ts';
import type { OverviewAnswer } from '../../server/contract/presence/api.ts';
import { CHROMIUM, NO_GL, openPage, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { rowsXml, workbookOf } from '../helpers/tables/workbook.ts';
import { violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });

describe.skipIf(!CHROMIUM)('how a 3W file is read, in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  /** The draft made of the workbook below. */
  let version: string;
  const opened: Watched[] = [];
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;
  const signedIn = () => ({ storageState: { cookies: cookiesOf(person, product.url), origins: [] } });

  async function open(path: string, options = {}): Promise<Page> {
    const watched = await openPage(browser, product.url, { ...signedIn(), kept: true, ...options });
    opened.push(watched);
    await watched.page.goto(product.url + path);
    return watched.page;
  }
  async function openColumns(query = '', options = {}): Promise<Page> {
    const page = await open(`/3w/3w-xnv/review?version=${version}${query}`, options);
    await page.locator('#columns > summary').click();
    await page.locator('#columns .review-group, #columns .review-sheet').first().waitFor();
    return page;
  }
  const column = (page: Page, heading: string) => page.locator('li.review-group', { has: page.locator('.review-stated', { hasText: heading }) });
  const draftOf = async (page: Page) => {
    const href = await page.locator('.review-apply a[href*="/drafts/"]').getAttribute('href', { timeout: 90_000 });
    return href!.split('/').at(-1)!;
  };

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    // Nothing of a map is looked at here, so none is drawn in software.
    browser = await openBrowser(NO_GL);
    const { units } = await get<UnitsAnswer>('/api/v1/datasets/cod-ab-xnv/versions/current/units?level=2&limit=4');
    const head = ['Organisation', 'Admin2 Pcode', 'Cluster', 'Status'];
    const row = (org: string, i: number, cluster: string) => [org, units[i]!.pcode, cluster, 'Ongoing'];
    const book = workbookOf([
      { name: 'Read me', rows: rowsXml([['How to fill this in'], ['One row each']]) },
      {
        name: 'May',
        rows: rowsXml([head, row('A; B', 0, 'Health'), row('C', 1, 'Health\nEducation'), row('D', 2, 'Protection'), row('D', 3, 'Protection')]),
      },
      { name: 'Plans', state: 'hidden', rows: rowsXml([head, row('E', 1, 'Health')]) },
    ]);
    const form = new FormData();
    form.append('files', new File([Buffer.from(book)], 'xnv_3w.xlsx'));
    form.append('country', 'XNV');
    form.append('kind', '3w');
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    const at = sent.headers.get('location')!;
    const read = async () => (await get<{ version: string | null }>(at)).version;
    let made = await read();
    for (let i = 0; made === null && i < 300; i++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      made = await read();
    }
    version = made!;
  });
  // A live map that nobody looks at goes on drawing.
  afterEach(() => Promise.all(opened.map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('separators: counted, shown before and after, read so, said what changed, and taken back', async () => {
    const page = await openColumns();
    const organisations = column(page, 'Organisation');
    expect(await organisations.locator('summary').textContent()).toContain('1 row contains ; (semicolon)');
    await organisations.locator('summary').click();
    await eventually(() => organisations.locator('.review-splits li').allInnerTexts()).toEqual(['A; B']);
    await organisations.getByRole('button', { name: 'semicolon' }).press('Enter');
    await eventually(() => organisations.locator('.review-part').allTextContents()).toEqual(['A', 'B']);
    const clusters = column(page, 'Cluster');
    await clusters.locator('summary').click();
    await clusters.getByRole('button', { name: 'line break' }).press('Space');
    expect(await clusters.locator('.review-part').allTextContents()).toEqual(['Health', 'Education']);
    expect(await page.locator('.review-changes li').allTextContents()).toEqual([
      'Cells of Organisation are split at ; (semicolon).',
      'Cells of Cluster are split at ⏎ (line break).',
    ]);
    expect(await column(page, 'Status').locator('details').count()).toBe(0);

    await page.locator('.review-apply').getByRole('button', { name: 'Read the file again' }).click();
    const made = await draftOf(page);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('review-apply');
    const lines = await page.locator('.review-diff tbody tr').allInnerTexts();
    expect(lines.map((line) => line.replaceAll('\t', ' '))).toEqual(['Organisations 3 4', 'Open questions 1 0']);
    const { columns } = await get<PresenceReviewList>(`/api/v1/presence/3w-xnv/review?version=${made}`);
    expect(columns.filter(({ separators }) => separators.length).map(({ heading, separators }) => [heading, separators])).toEqual([
      ['Organisation', [';']],
      ['Cluster', ['\n']],
    ]);

    // The draft was read again in its place, and the page shows it as it is now.
    expect(made).toBe(version);
    const again = column(page, 'Organisation');
    await eventually(() => again.locator('summary').textContent()).toContain('Cells are split at ; (semicolon)');
    await again.getByRole('button', { name: 'semicolon' }).click();
    await eventually(() => page.locator('.review-changes li').allTextContents()).toEqual(['Cells of Organisation are no longer split.']);
    await again.getByLabel('Another separator').fill(' and ');
    await again.getByRole('button', { name: 'Add' }).click();
    await eventually(() => again.getByRole('button', { name: '“ and ”' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('sheets: all with their rows, hidden ones said to be hidden, another one read', async () => {
    const page = await openColumns();
    const sheets = page.locator('.review-sheet');
    expect((await sheets.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'May 4 rows read now',
      'Plans 1 row hidden in the workbook',
    ]);
    expect(await page.getByText('1 sheet without organisations or places').count()).toBe(1);
    expect(await page.getByRole('radio', { name: /May/ }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: /May/ }).press('ArrowDown');
    expect(await page.locator('.review-changes li').allTextContents()).toEqual(['The sheet is Plans.']);
    expect(await page.locator('#columns li.review-group').count()).toBe(0);
    await page.locator('.review-apply').getByRole('button', { name: 'Read the file again' }).click();
    const made = await draftOf(page);
    expect((await page.locator('.review-diff tbody tr').first().innerText()).replaceAll('\t', ' ')).toBe('Rows with content 4 1');
    expect((await get<OverviewAnswer>(`/api/v1/presence/3w-xnv?version=${made}`)).source.sheet).toBe('Plans');
  });

  test.each([
    ['390 px', 'en', 'light', PHONE],
    ['390 px', 'ar', 'dark', PHONE],
    ['1280 px', 'ar', 'light', {}],
  ] as const)('no breach of WCAG 2.2 AA that axe can find, nothing wider than the window: %s, %s, %s', async (_width, lang, colorScheme, size) => {
    const page = await openColumns(`&lang=${lang}`, { ...size, colorScheme, bypassCSP: true });
    for (const each of await page.locator('#columns .review-more > summary').all()) await each.click();
    // A draft is read again in its place, so by now its columns may hold no marks.
    if ((await page.locator('.review-mark').count()) > 0) await page.locator('.review-mark').first().click();
    const violations = await violationsOf(page);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([]);
    // Not innerWidth: a phone makes its window as wide as the page.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual('viewport' in size ? size.viewport.width : 1280);
  });

  test('in all of this no request left the product, and the browser had nothing to complain of', () => {
    expect(opened.length).toBeGreaterThan(3);
    expect(opened.flatMap(({ foreign }) => foreign)).toEqual([]);
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
