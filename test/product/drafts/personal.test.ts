/** Personal data in an upload, as a person meets them: told on the upload page before anything is stored, and a copy without them becomes the draft. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { VersionAnswer } from '../../../server/contract/datasets/api.ts';
import { CHROMIUM, NO_GL, type Product } from '../../../scripts/browser.ts';
import { openBrowser, closePages } from '../../setup/browser.ts';
import { cookiesOf, type Person } from '../../helpers/member.ts';
import { MARKERS, personalWorkbook } from '../../helpers/uploads/personalWorkbook.ts';
import { violationsOf } from '../../setup/axe.ts';
import { startSignedIn } from '../../setup/product.ts';

describe.skipIf(!CHROMIUM)('personal data in an upload, in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let person: Person;
  let browser: Browser;
  let made = 0;

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser(NO_GL);
  });
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  const signedIn = (width: number, locale: string, colorScheme: 'light' | 'dark' = 'light'): Promise<BrowserContext> =>
    browser.newContext({
      viewport: { width, height: 900 },
      locale,
      colorScheme,
      storageState: { cookies: cookiesOf(person, product.url), origins: [] },
    });
  /** The page with the question; each workbook has other bytes, so that none is known. */
  async function asked(context: BrowserContext, lang = 'en'): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${product.url}/upload?lang=${lang}`);
    const buffer = Buffer.from(personalWorkbook(`Seen ${++made}`));
    await page.locator('input[type=file]').first().setInputFiles({ name: 'xnv_3w.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer }); // prettier-ignore
    await page.locator('main .button-primary').click();
    await page.locator('form.personal').waitFor();
    return page;
  }
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;

  test('what was found is told without giving anybody away, and what is of persons is ticked', async () => {
    const context = await signedIn(1280, 'en-GB');
    const page = await asked(context);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Nothing has been stored yet');
    expect(MARKERS.filter((marker) => text.includes(marker))).toEqual([]);
    expect(await page.locator('.personal input[type=checkbox]:checked').count()).toBeGreaterThan(5);
    expect(await page.getByRole('radio', { name: 'Store a copy without what is ticked' }).isChecked()).toBe(true);
    await context.close();
  });

  test('a copy without is stored: the draft says what was taken out, and its source holds nobody', async () => {
    const context = await signedIn(1280, 'en-GB');
    const page = await asked(context);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('**/drafts/**', { timeout: 120_000 });
    const [, , dataset, tag] = new URL(page.url()).pathname.split('/');
    const { artifacts, personal } = await get<VersionAnswer>(`/api/v1/datasets/${dataset}/versions/${tag}`);
    expect(personal).toMatchObject({ is: 'removed' });
    const source = artifacts.find(({ kind }) => kind === 'source')!;
    const bytes = new Uint8Array(await (await fetch(new URL(source.href, product.url), { headers: person.headers })).arrayBuffer());
    const inside = Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString('utf8')).join('\n'); // prettier-ignore
    expect(MARKERS.filter((marker) => inside.includes(marker))).toEqual([]);
    await context.close();
  });

  test.each(['en', 'ar'].flatMap((lang) => [390, 1280].map((width) => [lang, width] as const)))('without barriers: %s, %i px', async (lang, width) => {
    const context = await signedIn(width, lang, width === 390 ? 'dark' : 'light');
    const page = await asked(context, lang);
    if (process.env['LOOKS']) await page.screenshot({ path: `${process.env['LOOKS']}/personal-${lang}-${width}.png`, fullPage: true });
    expect((await violationsOf(page)).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await context.close();
  });
});
