/** Repairs of texts in headless Chromium: told with what speaks for them, accepted by rule and one by one, and in the draft that is made. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, NO_GL, openPage, type PageOptions, type Product, type Watched } from '../../../scripts/browser.ts';
import { openBrowser, closePages } from '../../setup/browser.ts';
import { cookiesOf, type Person } from '../../helpers/member.ts';
import { violationsOf } from '../../setup/axe.ts';
import { startSignedIn } from '../../setup/product.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const NAMES = ['Prefecture', 'Kara Nord', 'Maritime', 'Plateaux', 'Centrale'];

/** Two levels in one file each: a blank, a name in UTF-8 read as code page 850 that the parent has right, a missing date, and one that no one entered. */
function files(): [name: string, text: string][] {
  const ring = (x: number, y: number, width: number) => [[[x, y], [x + width, y], [x + width, y + 1], [x, y + 1], [x, y]]]; // prettier-ignore
  const layer = (rows: { properties: object; x: number; width: number }[]) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: rows.map(({ properties, x, width }) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: ring(x, 7, width) } })),
    });
  const valid = [null, '1899-12-30', '2020-01-01', '2020-01-01', '2020-01-01'];
  return [
    ['tgo_admin1.geojson', layer([{ properties: { ADM1_FR: 'Pr\u00e9fecture', ADM1_PCODE: 'TG01' }, x: 0.2, width: 1 }])],
    [
      'tgo_admin2.geojson',
      layer(
        NAMES.map((name, row) => ({
          properties: {
            ADM2_FR: row === 1 ? ` ${name} ` : name,
            ADM2_PCODE: `TG010${row + 1}`,
            ADM1_FR: row === 0 ? 'Pr\u251c\u00aefecture' : 'Pr\u00e9fecture',
            ADM1_PCODE: 'TG01',
            validOn: valid[row],
          },
          x: 0.2 + row * 0.2,
          width: 0.2,
        })),
      ),
    ],
  ];
}

describe.skipIf(!CHROMIUM)('repairs of texts in Chromium (skipped where no Chromium is installed)', { timeout: 240_000 }, () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  let version: string;
  const opened: Watched[] = [];
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;

  async function open(path: string, options: PageOptions = {}): Promise<Page> {
    const watched = await openPage(browser, product.url, {
      storageState: { cookies: cookiesOf(person, product.url), origins: [] },
      webgl: false,
      kept: true,
      ...options,
    });
    opened.push(watched);
    watched.page.setDefaultTimeout(80_000);
    await watched.page.goto(product.url + path);
    return watched.page;
  }

  async function send(): Promise<string> {
    const form = new FormData();
    for (const [name, text] of files()) form.append('files', new File([text], name));
    form.append('country', 'TGO');
    form.append('kind', 'cod-ab');
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    for (;;) {
      const { version, state, error } = await get<{ version: string | null; state: string; error: unknown }>(sent.headers.get('location')!);
      if (version) return version;
      if (state === 'failed') throw new Error(JSON.stringify(error));
      await setTimeout(200);
    }
  }

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser(NO_GL);
    version = await send();
  }, 240_000);
  afterEach(() => Promise.all(opened.splice(0).map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('a name in the wrong encoding, spaces and dates: each with its evidence, and only what is accepted is changed', async () => {
    const page = await open(`/drafts/cod-ab-tgo/${version}`);
    await page.getByRole('tab', { name: 'Repair' }).click();
    await page.getByLabel(/^Fill gaps up to this width/).waitFor();
    await page.getByRole('button', { name: 'Look for repairs' }).click();
    await page.locator('.repair-parts').waitFor();
    await page.locator('.repair-parts').getByText('Texts').click();
    const rule = (name: string) => page.locator('.repair-rule', { hasText: name });
    for (const name of ['Text read in the wrong encoding', 'Extra spaces', 'Dates that no one entered', 'Missing dates of validity'])
      await rule(name).locator('summary').click();
    await rule('Text read in the wrong encoding').getByText('“Pr├®fecture” becomes “Préfecture”').waitFor();
    await rule('Missing dates of validity').getByText('all 3 other rows have this date').waitFor();
    await rule('Dates that no one entered').getByText('“1899-12-30” becomes “2020-01-01”').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const texts = async () => (await get<{ decided: { texts: object } }>(`/api/v1/datasets/cod-ab-tgo/versions/${version}/repair?lang=en`)).decided.texts;
    for (const [at, name] of ['Text read in the wrong encoding', 'Missing dates of validity'].entries()) {
      await rule(name).getByRole('button', { name: 'Accept: ' }).click();
      await expect.poll(texts, { timeout: 60_000 }).toMatchObject({ accepted: at + 1, refused: 0 });
    }
  });

  test.each([
    ['en', undefined],
    ['ar', PHONE],
  ] as const)('in %s nothing is cut off', async (lang, size) => {
    const page = await open(`/drafts/cod-ab-tgo/${version}?lang=${lang}`, size);
    await page.locator('#tab-repair').click();
    await page.locator('.repair-parts label').nth(1).click();
    await page.locator('.repair-rule summary').first().waitFor();
    for (const summary of await page.locator('.repair-rule summary').all()) await summary.click();
    await page.locator('.repair-rule .item').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  });
});
