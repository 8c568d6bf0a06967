/** Layers and columns of boundaries in headless Chromium: a wrong column is put right on the page of the draft; an upload that says no level asks, and the question is there after the page was left. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, NO_GL, openPage, type PageOptions, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, join, type Person } from '../helpers/member.ts';
import { violationsOf } from '../setup/axe.ts';
import { startProduct } from '../setup/product.ts';

const layer = (properties: (i: number) => object) => {
  const ring = (x: number) => [[x, 6], [x + 1, 6], [x + 1, 7], [x, 7], [x, 6]]; // prettier-ignore
  const features = [0, 1].map((i) => ({ type: 'Feature', properties: properties(i), geometry: { type: 'Polygon', coordinates: [ring(i)] } }));
  return JSON.stringify({ type: 'FeatureCollection', features });
};
const misled = layer((i) => ({ ADM1_PCODE: String(i + 1), CODE_OFF: `TG0${i + 1}`, ADM1_EN: ['Maritime', 'Plateaux'][i] }));
const untold = layer((i) => ({ label: ['Maritime', 'Plateaux'][i], ref: `A${i + 1}` }));

describe.skipIf(!CHROMIUM)('columns of boundaries in Chromium (skipped where no Chromium is installed)', { timeout: 240_000 }, () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  const opened: Watched[] = [];
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;
  const codesOf = async (version: string) =>
    (await get<{ units: { pcode: string }[] }>(`/api/v1/datasets/cod-ab-tgo/versions/${version}/units?level=1`)).units.map(({ pcode }) => pcode).toSorted();

  async function open(path: string, options: PageOptions = {}): Promise<Page> {
    const watched = await openPage(browser, product.url, {
      storageState: { cookies: cookiesOf(person, product.url), origins: [] },
      webgl: false,
      kept: true,
      ...options,
    });
    opened.push(watched);
    await watched.page.goto(product.url + path);
    return watched.page;
  }

  async function send(name: string, text: string): Promise<{ id: string; version: string | null }> {
    const form = new FormData();
    form.append('files', new File([text], name));
    form.append('country', 'TGO');
    form.append('kind', 'cod-ab');
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    for (;;) {
      const job = await get<{ id: string; version: string | null; state: string }>(sent.headers.get('location')!);
      if (job.state === 'succeeded' || job.state === 'failed') return job;
      await setTimeout(200);
    }
  }

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser(NO_GL);
    person = await join(product.url, product.firstLink, 'Amina');
  }, 240_000);
  afterEach(() => Promise.all(opened.map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('a wrong column is put right: the draft is read again in its place', async () => {
    const { version } = await send('tgo_admin1.geojson', misled);
    expect(await codesOf(version!)).toEqual(['1', '2']);
    const page = await open(`/drafts/cod-ab-tgo/${version}`);
    await page.getByRole('tab', { name: 'Columns' }).click();
    const own = page.locator('.columns-one', { hasText: 'CODE_OFF' });
    await expect.poll(() => own.innerText(), { timeout: 90_000 }).toContain('TG01 · TG02');
    expect(await violationsOf(page)).toEqual([]);
    const apply = page.getByRole('button', { name: /^Read the file again/ });
    expect(await apply.isDisabled()).toBe(true);
    await own.getByLabel('CODE_OFF: Contains').selectOption('pcode');
    await page.getByLabel('ADM1_EN: Language').selectOption('fr');
    expect(await own.innerText()).toContain('Your choice, not applied yet');
    await apply.click();
    await expect.poll(() => codesOf(version!), { timeout: 120_000 }).toEqual(['TG01', 'TG02']);
    await expect.poll(() => own.innerText(), { timeout: 90_000 }).toContain('100% certain: confirmed by a person');
    expect(new URL(page.url()).pathname).toBe(`/drafts/cod-ab-tgo/${version}`);
    expect(await page.locator('.columns-one', { hasText: 'ADM1_PCODE' }).getByLabel('ADM1_PCODE: Contains').inputValue()).toBe('extra');
  });

  test('a layer that says no level is a question, found again after the page was left; an answer that is refused leaves it open', async () => {
    const { id } = await send('areas.geojson', untold);
    const page = await open(`/upload?job=${id}`);
    await page.getByText('No layer says its admin level').waitFor();
    const answer = page.getByRole('button', { name: 'Continue' });
    await page.getByLabel('areas.geojson: Level of the layer').selectOption('1');
    await page.getByLabel('ref: Contains').selectOption('pcode');
    await page.getByLabel('label: Contains').selectOption('pcode');
    await answer.click();
    await page.getByText('are said to hold the same').waitFor();
    await page.getByLabel('label: Contains').selectOption('name');
    await answer.click();
    await page.waitForURL('**/drafts/cod-ab-tgo/**', { timeout: 120_000 });
    expect(await codesOf(new URL(page.url()).pathname.split('/').at(-1)!)).toEqual(['A1', 'A2']);
  });

  test('the home page: an open question leads to where it is answered, then the draft is there; strangers see the countries only', async () => {
    const { id } = await send('units.geojson', untold.replaceAll('label', 'title').replaceAll('ref', 'mark'));
    const page = await open('/');
    const questions = page.locator('.work-list[data-list=questions]');
    await questions.getByRole('heading', { name: '1 question about your upload' }).waitFor();
    expect(await questions.innerText()).toContain('units.geojson');
    const before = await page.locator('.work-list[data-list=drafts] li').count();
    expect(await page.locator('.work-list[data-list=review]').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await questions.getByRole('link', { name: 'Which level does each layer hold?' }).click();
    await page.waitForURL(`**/upload?job=${id}`);
    await page.getByLabel('units.geojson: Level of the layer').selectOption('1');
    await page.getByLabel('mark: Contains').selectOption('pcode');
    await page.getByLabel('title: Contains').selectOption('name');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL('**/drafts/cod-ab-tgo/**', { timeout: 120_000 });
    const { pathname } = new URL(page.url());
    await page.goto(`${product.url}/`);
    const mine = page.locator('.work-list[data-list=drafts]');
    await mine.getByRole('heading', { name: new RegExp(`^${before + 1} drafts? of yours$`) }).waitFor();
    expect(await mine.locator(`a[href="${pathname}"]`).count()).toBe(1);
    expect(await questions.count()).toBe(0);

    const stranger = await open('/', { storageState: { cookies: [], origins: [] } });
    await stranger.locator('.card').first().waitFor();
    expect(await stranger.locator('.work').count()).toBe(0);
  });

  test('an upper level as it was uploaded is chosen on the draft and said on the page of the version', async () => {
    const square = (x: number, width: number) => ({ type: 'Polygon', coordinates: [[[x, 6], [x + width, 6], [x + width, 7], [x, 7], [x, 6]]] }); // prettier-ignore
    const region = (n: number) => ({ ADM1_PCODE: `TG0${n}`, ADM1_EN: ['Maritime', 'Plateaux'][n - 1] });
    const text = (features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
    const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
    const { version } = await send('tgo_levels.geojson', text([
      feature({ ...region(1), adm_level: 1 }, square(0, 1.0002)), feature({ ...region(2), adm_level: 1 }, square(1.0002, 0.9998)),
      ...[1, 2].map((n) => feature({ ...region(n), adm_level: 2, ADM2_PCODE: `TG0${n}01`, ADM2_EN: `District ${n}` }, square(n - 1, 1))),
    ])); // prettier-ignore
    const page = await open(`/drafts/cod-ab-tgo/${version}`);
    await page.getByRole('tab', { name: 'Columns' }).click();
    const drawing = page.getByLabel('tgo_levels.geojson: Drawing of the level');
    expect(await drawing.inputValue()).toBe('joined');
    await drawing.selectOption('uploaded');
    await page.getByRole('button', { name: /^Read the file again/ }).click();
    await expect.poll(() => get<{ levels: { drawing?: { is: string } }[] }>(`/api/v1/datasets/cod-ab-tgo/versions/${version}`).then(({ levels }) => levels[1]!.drawing?.is), { timeout: 120_000 }).toBe('uploaded'); // prettier-ignore
    await page.goto(`${product.url}/c/tgo/cod-ab-tgo?version=${version}`);
    await page.getByText(/as uploaded; up to 2[0-9.]+ m from the borders of level 2/).waitFor();
  });
});
