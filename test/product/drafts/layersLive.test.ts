/** Layers in Chromium from the upload page to the live map: which layer it is, what its columns are; points, lines and areas tapped and asked by keys, as one file, as tiles and in an embed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnitAnswer, UnitsAnswer } from '../../../server/contract/datasets/api.ts';
import type { EmbedAnswer, MapAnswer } from '../../../server/contract/maps/map.ts';
import { CHROMIUM, openPage, untilLive, type Product } from '../../../scripts/browser.ts';
import { cookiesOf, type Person } from '../../helpers/member.ts';
import { closePages, openBrowser } from '../../setup/browser.ts';
import { startSignedIn } from '../../setup/product.ts';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });
/** Half a side of the area, and of the line, in degrees. */
const HALF = 0.04;

describe.skipIf(!CHROMIUM)('layers on the live map in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  /** Three units far from each other: in their middles lie a site, a road and a flood. */
  let places: [number, number][];
  const signedIn = () => ({ storageState: { cookies: cookiesOf(person, product.url), origins: [] } });
  const post = async <T>(path: string, body: object) =>
    (await (await fetch(product.url + path, { method: 'POST', headers: { ...person.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) })).json()) as T; // prettier-ignore

  async function publish(slug: string, name: string, text: string): Promise<void> {
    const form = new FormData();
    form.append('files', new Blob([text]), name);
    for (const [key, value] of [['kind', 'layer'], ['country', 'XNV'], ['slug', slug]] as const) form.append(key, value); // prettier-ignore
    const { id } = (await (await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form })).json()) as { id: string };
    const state = async () => ((await (await fetch(`${product.url}/api/v1/jobs/${id}`, { headers: person.headers })).json()) as { state: string }).state;
    while ((await state()) !== 'succeeded') await sleep(200);
    await post(`/api/v1/datasets/layer-xnv-${slug}/versions/v01/publish`, { reason: 'test' });
  }

  beforeAll(async () => {
    [{ product, person }, browser] = await Promise.all([startSignedIn(), openBrowser()]);
    const { units } = (await (await fetch(`${product.url}/api/v1/datasets/cod-ab-xnv/versions/current/units?level=1&limit=500`)).json()) as UnitsAnswer;
    const largest = units.toSorted((a: UnitAnswer, b: UnitAnswer) => b.areaSqKm - a.areaSqKm);
    places = largest.slice(0, 3).map(({ center }) => [...center]);
    const feature = (name: string, geometry: object) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name }, geometry }] }); // prettier-ignore
    const [[sx, sy], [rx, ry], [fx, fy]] = places as [[number, number], [number, number], [number, number]];
    await publish('sites', 'sites.geojson', feature('Site 0', { type: 'Point', coordinates: [sx, sy] }));
    await publish('roads', 'roads.geojson', feature('Northern road', { type: 'LineString', coordinates: [[rx - HALF, ry], [rx + HALF, ry]] })); // prettier-ignore
    await publish('floods', 'floods.geojson', feature('Flood of May', { type: 'Polygon', coordinates: [[[fx - HALF, fy - HALF], [fx + HALF, fy - HALF], [fx + HALF, fy + HALF], [fx - HALF, fy + HALF], [fx - HALF, fy - HALF]]] })); // prettier-ignore
  }, 240_000);
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('the upload page asks which layer it is, and the page of the draft what its columns are', async () => {
    const { page } = await openPage(browser, product.url, { webgl: false, ...signedIn() });
    const rows = places.map(([lon, lat], i) => [`S${i}`, `Site ${i}`, lat.toFixed(5), lon.toFixed(5), 10 * (i + 1)].join(','));
    await page.goto(`${product.url}/upload`);
    await page.locator('input[type=file]').setInputFiles({ name: 'xnv_shelters.csv', mimeType: 'text/csv', buffer: Buffer.from(['ref,site,latitude,longitude,households', ...rows.slice(0, 1)].join('\n')) }); // prettier-ignore
    await page.getByRole('button', { name: 'Send and check' }).click();
    const which = page.locator('.upload-choices').filter({ hasText: 'Which layer is this?' });
    await which.waitFor({ timeout: 90_000 });
    // One that is there gets its next version; a new one is named.
    expect(await which.locator('label').allTextContents()).toEqual(expect.arrayContaining([expect.stringMatching(/next version of “Roads”/), expect.stringMatching(/A new layer/)])); // prettier-ignore
    await which.getByLabel('Name in its address').fill('shelters');
    await page.getByRole('button', { name: 'Send and check' }).click();
    await page.waitForURL('**/drafts/layer-xnv-shelters/**', { timeout: 90_000 });
    await page.getByRole('tab', { name: 'Columns' }).click();
    const contains = page.getByLabel('households: Contains');
    await contains.selectOption('ignore');
    await page.getByRole('button', { name: /^Read the file again/ }).click();
    await eventually(async () => {
      const answer = await fetch(`${product.url}/api/v1/layers/layer-xnv-shelters/versions/v01`, { headers: person.headers });
      return JSON.stringify(await answer.json());
    }).toMatch(/"size":null/);
  }, 240_000);

  type Stage = { project(at: readonly number[]): { x: number; y: number } | null; jump(box: readonly number[]): void; zoomBy(steps: number): void };
  const heading = (page: Page) => page.locator('.overlays-tapped h3');
  const boxAround = ([lon, lat]: readonly [number, number]) => [lon - 0.2, lat - 0.2, lon + 0.2, lat + 0.2];
  const jump = (page: Page, at: [number, number]) => page.evaluate((box) => (document.querySelector('map-stage') as unknown as Stage).jump(box), boxAround(at));
  /** What is drawn later than the tap is met by the next one. */
  async function tapped(page: Page, at: [number, number], name: string): Promise<void> {
    await jump(page, at);
    await eventually(async () => {
      const { x, y } = await page.evaluate((place) => (document.querySelector('map-stage') as unknown as Stage).project(place)!, at);
      await page.mouse.click(x, y);
      return heading(page).allTextContents();
    }).toEqual([name]);
  }

  test.each(['one file', 'tiles'])(
    'a tap on the live map names what lies there, and so do keys: %s',
    async (served) => {
      const { page, complaints } = await openPage(browser, product.url, { webgl: 'blind', kept: true });
      if (served === 'tiles')
        await page.route('**/tiles.json', async (route) => {
          const response = await route.fetch();
          return route.fulfill({ response, json: { ...((await response.json()) as object), served: 'tiles' } });
        });
      const asked: string[] = [];
      page.on('response', (response) => void (/\/layers\/.*(mvt|geojson)/.test(response.url()) && response.status() < 400 && asked.push(response.url())));
      await page.goto(`${product.url}/c/xnv?layers=sites,roads,floods&level=1`);
      await untilLive(page);
      const names = ['Site 0', 'Northern road', 'Flood of May'];
      for (const [i, name] of names.entries()) if (served === 'one file' || i === 0) await tapped(page, places[i]!, name);
      expect(asked.every((url) => url.includes('.mvt') === (served === 'tiles'))).toBe(true);
      expect(asked.length).toBeGreaterThan(0);
      // The answer has the focus; a reader of keys goes back to the map, and asks what is in its middle.
      await page.getByRole('button', { name: 'Close', exact: true }).first().click();
      await jump(page, places[0]!);
      await page.locator('.maplibregl-canvas').focus();
      await eventually(async () => {
        await page.locator('.maplibregl-canvas').press('Enter');
        return heading(page).allTextContents();
      }).toEqual(['Site 0']);
      expect(complaints).toEqual([]);
      // Names beside small units come when the map stands still, and go with the first movement.
      if (served === 'tiles') return;
      await page.goto(`${product.url}/c/xnv?level=2`);
      await untilLive(page);
      await eventually(() => page.locator('.map-leads text[data-led=true]').count()).toBeGreaterThan(0);
      const left = await page.evaluate(() => {
        (document.querySelector('map-stage') as unknown as Stage).zoomBy(0.2);
        return document.querySelectorAll('.map-leads text').length;
      });
      expect(left).toBe(0);
      await eventually(() => page.locator('.map-leads text').count()).toBeGreaterThan(0);
    },
    240_000,
  );

  test('a live embed has its layers, and says what lies under a tap', async () => {
    const spec = { spec: 1, title: 'Sites', lang: 'en', status: 'cleared', boundary: { dataset: 'cod-ab-xnv', version: 'current', level: 1 }, data: { kind: 'boundaries' }, classes: { method: 'manual', breaks: [] }, labels: { show: 'names', lang: 'en' }, view: boxAround(places[0]!), selected: null, layers: ['roads', 'floods', 'sites'].map((slug) => ({ dataset: `layer-xnv-${slug}`, version: 'current' })) }; // prettier-ignore
    const map = await post<MapAnswer>('/api/v1/maps', { spec });
    const embed = await post<EmbedAnswer>(`/api/v1/maps/${map.id}/embeds`, { hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'tap' }); // prettier-ignore
    const { page, complaints } = await openPage(browser, product.url, { viewport: { width: 390, height: 700 } });
    await page.goto(product.url + new URL(embed.src).pathname);
    await page.getByRole('button', { name: 'Explore the map' }).press('Enter');
    await page.locator('#map[data-live]').waitFor({ timeout: 90_000 });
    // The site lies in the middle of what the map shows.
    await eventually(async () => {
      await page.locator('#map canvas').click();
      return page.locator('.who').textContent();
    }).toMatch(/Sites.*Site 0/);
    expect(complaints).toEqual([]);
  }, 240_000);
});
