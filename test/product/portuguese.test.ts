/** Portuguese, for Mozambique, Angola and Guinea-Bissau: pages, report and tables of the product in Chromium, with numbers and dates as they are written there. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetsAnswer } from '../../server/contract/datasets/api.ts';
import { CHROMIUM, NO_GL, openPage, type Product } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { startProduct } from '../setup/product.ts';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });

describe.skipIf(!CHROMIUM)('em português (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser(NO_GL);
  });
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('chosen by the browser, by the switch and by the address', async () => {
    const { page, close } = await openPage(browser, product.url, { locale: 'pt-MZ' });
    await page.goto(`${product.url}/`);
    await eventually(() => page.locator('h1').first().textContent()).toBe('Países');
    expect(await page.locator('html').getAttribute('lang')).toBe('pt');
    const language = page.getByLabel('Língua da página');
    expect(await language.locator('option').allTextContents()).toContain('Português');
    await language.selectOption('en');
    await eventually(() => page.locator('h1').first().textContent()).toBe('Countries');
    await page.goto(`${product.url}/?lang=pt`);
    await eventually(() => page.locator('h1').first().textContent()).toBe('Países');
    // A day in words, as it is written there.
    await eventually(() => page.locator('main').innerText()).toMatch(/Publicado em \d{1,2} de [a-zç]+ de \d{4}/);
    await close();
  });

  test('a country, its population and its 3W', async () => {
    const { datasets } = (await (await fetch(`${product.url}/api/v1/datasets`)).json()) as DatasetsAnswer;
    const iso3 = datasets.find(({ kind }) => kind === 'cod-ab')!.country.toLowerCase();
    const { page, close } = await openPage(browser, product.url, { locale: 'pt-PT' });
    await page.goto(`${product.url}/c/${iso3}?lang=pt`);
    await eventually(() => page.locator('body').innerText()).toContain('Quem faz o quê e onde');
    expect(await page.locator('html').getAttribute('lang')).toBe('pt');
    expect(await page.locator('body').innerText()).not.toMatch(/\b(Loading|Search by name|Downloads|Levels)\b/);
    await close();
  });

  test('report and embeds of the server', async () => {
    const { datasets } = (await (await fetch(`${product.url}/api/v1/datasets`)).json()) as DatasetsAnswer;
    const boundaries = datasets.find(({ kind }) => kind === 'cod-ab')!;
    const report = await (await fetch(`${product.url}/api/v1/datasets/${boundaries.id}/versions/current/report.html?lang=pt`)).text();
    expect(report).toContain('<html lang="pt" dir="ltr">');
    expect(report).toContain('Relatório de qualidade');
    expect(report).toContain('As unidades não se sobrepõem');
  });
});
