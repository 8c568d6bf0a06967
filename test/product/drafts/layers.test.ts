/** A layer in Chromium, from a list with exchanged axes to the map, the picture, the embed and the sheet. No live map: what it draws is in test/client/map. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnitsAnswer } from '../../../server/contract/datasets/api.ts';
import type { EmbedAnswer, MapAnswer, MapValuesAnswer } from '../../../server/contract/maps/map.ts';
import { CHROMIUM, NO_GL, openPage, type Product } from '../../../scripts/browser.ts';
import { cookiesOf, type Person } from '../../helpers/member.ts';
import { violationsOf } from '../../setup/axe.ts';
import { closePages, openBrowser } from '../../setup/browser.ts';
import { startSignedIn } from '../../setup/product.ts';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 });

describe.skipIf(!CHROMIUM)('a layer in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  const get = async <T>(path: string) => (await (await fetch(product.url + path)).json()) as T;

  beforeAll(async () => {
    [{ product, person }, browser] = await Promise.all([startSignedIn(), openBrowser(NO_GL)]);
  }, 240_000);
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('a layer: axes that are exchanged are asked about, shown and mended after a yes; then it is on the map, in the picture, in an embed and on a sheet', async () => {
    const rows = (await get<UnitsAnswer>('/api/v1/datasets/cod-ab-xnv/versions/current/units?level=1&limit=500')).units.map(({ center: [lon, lat] }, i) => [
      `Market ${i}`,
      `سوق ${i}`,
      lon.toFixed(5),
      lat.toFixed(5),
      i % 2 ? 'school' : 'market',
      100 * (i + 1),
    ]);
    const form = new FormData();
    const csv = [['Location', 'Location Arabic', 'Latitude', 'Longitude', 'Type', 'Individuals'], ...rows].map((row) => row.join(',')).join('\n');
    form.append('files', new Blob([csv]), 'xnv_markets.csv');
    for (const [name, value] of [['kind', 'layer'], ['country', 'XNV'], ['slug', 'markets']] as const) form.append(name, value); // prettier-ignore
    const headers = { ...person.headers, 'content-type': 'application/json' };
    const mine = async <T>(path: string, body?: object) =>
      (await (await fetch(product.url + path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })).json()) as T;
    const { id } = (await (await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form })).json()) as { id: string };
    await eventually(async () => (await mine<{ state: string }>(`/api/v1/jobs/${id}`)).state).toBe('succeeded');

    const { page, complaints } = await openPage(browser, product.url, { webgl: false, storageState: { cookies: cookiesOf(person, product.url), origins: [] } });
    await page.goto(`${product.url}/drafts/layer-xnv-markets/v01`);
    await page.getByRole('button', { name: /^Answer 1 question/ }).click();
    const question = page.locator('.question');
    expect(await question.locator('.question-text').textContent()).toMatch(/Rows in the country: 1 as written, 11 once exchanged/);
    // The answer says on the map where rows would lie.
    await page.locator('.layer-preview li').first().waitFor();
    await question.getByRole('button', { name: /Yes, exchange/ }).click();
    await page.getByLabel('Valid until').fill('2020-01-31');
    await page.getByRole('button', { name: /^Read the file again/ }).click();
    await question.waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByRole('tab', { name: 'Overview' }).click();
    await eventually(() => page.locator('.layer-read').textContent()).toMatch(/Mended after your answer: longitude and latitude exchanged/);
    expect(await page.locator('.layer-read').textContent()).toContain('school');
    await mine('/api/v1/datasets/layer-xnv-markets/versions/v01/publish', { reason: 'test' });

    await page.goto(`${product.url}/c/xnv`);
    await page.locator('.overlays summary').click();
    await page.getByRole('checkbox', { name: 'Markets' }).press('Space');
    await eventually(() => new URL(page.url()).searchParams.get('layers')).toBe('markets');
    expect(await page.locator('.overlays-legend').textContent()).toMatch(/market[\s\S]*school/);
    expect(await page.locator('.overlays-old').textContent()).toContain('Out of date since 31 January 2020');
    await page.getByRole('button', { name: 'By area' }).click();
    await eventually(() => page.locator('layer-table tbody tr').count()).toBeGreaterThan(3);
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);

    const boundary = { dataset: 'cod-ab-xnv', version: 'current', level: 1 };
    const plain = {
      spec: 1,
      title: 'Markets',
      lang: 'en',
      status: 'cleared',
      boundary,
      data: { kind: 'boundaries' },
      classes: { method: 'manual', breaks: [] },
    };
    const rest = { labels: { show: 'names', lang: 'en' }, view: null, selected: null, layers: [{ dataset: 'layer-xnv-markets', version: 'current' }] };
    const map = await mine<MapAnswer>('/api/v1/maps', { spec: { ...plain, ...rest } });
    const read = async (path: string) => (await fetch(product.url + path)).text();
    const picture = await read(`/maps/${map.id}.svg?lang=ar`);
    expect(picture).toContain('school');
    expect(picture).toContain('layer-xnv-markets v01');
    const embed = await mine<EmbedAnswer>(`/api/v1/maps/${map.id}/embeds`, { hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'sight' }); // prettier-ignore
    const framed = await read(new URL(embed.src).pathname);
    expect(framed).toMatch(/<strong dir="auto">[^<]*<\/strong> <small dir="auto">[^<]*out of date since 31 January 2020<\/small>/);
    const live = await get<MapValuesAnswer>(`/api/v1/maps/${map.id}/values`);
    expect(live.layers).toMatchObject([{ id: 'layer-xnv-markets', isOld: true, most: 100 * rows.length }]);
    const sheet = await read(`/maps/${map.id}/sheet.svg`);
    expect(sheet.length).toBeGreaterThan(20_000);
  }, 180_000);
});
