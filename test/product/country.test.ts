/** A reader's way through the product in headless Chromium: home, country, search, unit, level, language, back again. */
import type { Browser, Page } from 'playwright-core';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetsAnswer, TileJson, UnitAnswer, UnitsAnswer } from '../../server/contract/datasets/api.ts';
import { PALETTE } from '../../server/contract/maps/palette.ts';
import { LANGUAGES } from '../../client/i18n/language.ts';
import { CHROMIUM, NO_GL, openPage, untilLive, untilStill, type PageOptions, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { eachLook, SCREEN, violationsOf, type Look } from '../setup/axe.ts';
import { startProduct } from '../setup/product.ts';

/** Whether more than specks of a picture have this colour, `#rrggbb`. */
async function hasColour(png: Uint8Array, colour: string): Promise<boolean> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let pixels = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) pixels++;
  return pixels > 1000;
}

/** Software rendering on two shared cores is slow; what is never true fails all the same. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!CHROMIUM)('the product in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let iso3: string;
  let dataset: string;
  /** A unit of level 2 with an Arabic name, whose Latin name is found by a part of it. */
  let unit: UnitAnswer;
  const opened: Watched[] = [];

  const get = async <T>(path: string) => (await (await fetch(product.url + path)).json()) as T;
  async function open(path: string, options: PageOptions = {}): Promise<Page> {
    const watched = await openPage(browser, product.url, { webgl: 'blind', kept: true, ...options });
    opened.push(watched);
    await watched.page.goto(product.url + path);
    return watched.page;
  }

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser();
    const { datasets } = await get<DatasetsAnswer>('/api/v1/datasets');
    const boundaries = datasets.find(({ kind }) => kind === 'cod-ab')!;
    iso3 = boundaries.country.toLowerCase();
    dataset = boundaries.id;
    const { units } = await get<UnitsAnswer>(`/api/v1/datasets/${dataset}/versions/current/units?level=2`);
    unit = units.filter(({ names }) => names.some(({ lang }) => lang === 'ar')).sort((a, b) => b.areaSqKm - a.areaSqKm)[0]!;
  });

  // A live map that nobody looks at goes on drawing.
  afterEach(() => Promise.all(opened.map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  /** For what is the same beside a still map. */
  const openStill = (path: string, options: PageOptions = {}) => open(path, { ...options, webgl: false });
  const latin = () => unit.names[0]!.name;
  const arabic = () => unit.names.find(({ lang }) => lang === 'ar')!.name;
  const heading = (page: Page) => page.locator('cod-panel h1');

  test('home → country → search → unit → level → Arabic → reload restores it all', async () => {
    const page = await open('/');
    await page.locator('.card a').first().click();
    await page.waitForURL(`**/c/${iso3}`);
    await untilLive(page);
    await page.getByRole('combobox', { name: /Search/ }).fill(latin().slice(0, -1).toUpperCase());
    await page.locator('cod-combobox [role=option]', { hasText: unit.pcode }).first().click();
    await eventually(() => heading(page).textContent()).toContain(latin());
    expect(await page.locator('.code-row code').textContent()).toBe(unit.pcode);
    expect(await page.locator('.crumbs a').count()).toBe(2);

    await page.getByRole('radio', { name: 'Level 2', exact: true }).check({ force: true });
    await eventually(() => new URL(page.url()).searchParams.get('level')).toBe('2');
    await page.getByLabel('Language of the page').selectOption('ar');
    await eventually(() => page.locator('body').getAttribute('dir')).toBe('rtl');
    await eventually(() => heading(page).textContent()).toContain(arabic());

    await page.reload();
    await untilLive(page);
    await eventually(() => heading(page).textContent()).toContain(arabic());
    expect(await page.locator('html').getAttribute('lang')).toBe('ar');
    expect(await page.locator('input[name=level]:checked').getAttribute('aria-label')).toContain('2');
  });

  test('coordinates: the units that hold the place, the order in which they were read, a pin that goes again', async () => {
    const page = await openStill(`/c/${iso3}`);
    await untilStill(page);
    const [lon, lat] = unit.center.map((degrees) => degrees.toFixed(4)) as [string, string];
    const search = page.getByRole('combobox', { name: 'Search by name, P-code or coordinates' });
    const options = page.locator('cod-combobox [role=option]');
    const asDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit))).replace('.', '٫');
    for (const [text, order] of [
      [`${lat}, ${lon}`, 'latitude read first'],
      [`${lon} ${lat}`, 'longitude read first'],
      [`${asDigits(lat)}، ${asDigits(lon)}`, 'latitude read first'],
    ] as const) {
      await search.fill(text);
      // Both orders may lie in the country: the one that is meant is among the answers.
      await options.filter({ hasText: unit.pcode }).filter({ hasText: order }).first().waitFor();
      expect(await options.count()).toBeGreaterThan(1);
    }
    await search.fill(`${Math.abs(Number(lat))}° ${Number(lat) < 0 ? 'S' : 'N'}, ${Math.abs(Number(lon))}° ${Number(lon) < 0 ? 'W' : 'E'}`);
    await eventually(() => options.allTextContents().then((texts) => texts.join())).not.toContain('read first');
    // The deepest unit stands first; here its parent of level 2 is wanted.
    await options.filter({ hasText: unit.pcode }).filter({ hasText: 'Level 2' }).first().click();
    await eventually(() => heading(page).textContent()).toContain(latin());
    expect(new URL(page.url()).searchParams.get('pin')).toBe(`${Number(lat)}/${Number(lon)}`);
    expect(await page.locator('.panel-pin').textContent()).toContain(`${Math.abs(Number(lat)).toFixed(4)}°`);
    // The reload shows what the link's sender saw.
    await page.reload();
    await untilStill(page);
    await page.getByRole('button', { name: 'Remove the pin' }).click();
    await eventually(() => page.locator('.panel-pin').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('pin')).toBeNull();
    await search.fill('89.5, 0.1');
    await eventually(() => page.locator('cod-combobox .note').textContent()).toContain('outside');
  });

  test('a level that the tiles do not hold yet: the page says which is seen, and one button leads to it', async () => {
    // As for a country of 775 districts, whose tiles leave them out at first sight.
    const watched = await openPage(browser, product.url, { webgl: 'blind' });
    opened.push(watched);
    const { page } = watched;
    await page.route(`**/tiles/${dataset}/current.json`, async (route) => {
      const answer = await route.fetch();
      const tilejson = (await answer.json()) as TileJson;
      await route.fulfill({
        response: answer,
        json: { ...tilejson, vector_layers: tilejson.vector_layers.map((layer) => (layer.id === 'adm2' ? { ...layer, minzoom: 9 } : layer)) },
      });
    });
    await page.goto(`${product.url}/c/${iso3}?level=2`);
    await untilLive(page);
    const note = page.locator('.country-note[role=status]');
    await eventually(() => note.textContent()).toContain('Level 2 appears when you zoom in. You are seeing level 1.');
    await note.getByRole('button', { name: 'Zoom in' }).click();
    await eventually(() => note.count()).toBe(0);
    expect(await page.locator('input[name=level]:checked').getAttribute('aria-label')).toBe('Level 2');
  });

  test('on a phone the buttons over the map are whole in every language', async () => {
    const page = await openStill('/', PHONE);
    for (const path of ['', '/population', '/3w'])
      for (const lang of LANGUAGES) {
        await page.goto(`${product.url}/c/${iso3}${path}?lang=${lang}`);
        await page.locator('.country-tools input[name=level]').first().waitFor({ state: 'attached' });
        // As many levels as there can be.
        await page.locator('.levels').evaluate((levels) => {
          while (levels.querySelectorAll('label').length < 6) levels.append(levels.lastElementChild!.cloneNode(true));
        });
        const edges = await page
          .locator('.country-tools > *')
          .evaluateAll((parts) => parts.map((part) => [part.getBoundingClientRect().left, part.getBoundingClientRect().right]));
        expect(edges.length).toBeGreaterThanOrEqual(4);
        for (const [left, right] of edges) expect([left! >= 0, right! <= 390], `${path} ${lang}`).toEqual([true, true]);
      }
  });

  test('with every other host blocked the ground comes after the map, is credited, and the rest of the Earth only where one looks there', async () => {
    const watched = await openPage(browser, product.url);
    opened.push(watched);
    const { page } = watched;
    await page.route(
      (url) => url.origin !== product.url,
      (route) => route.abort(),
    );
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('/ground') || pathname.includes('maplibre-gl-worker')) asked.push(pathname.replace(/.*worker.*/, 'worker'));
    });
    await page.goto(`${product.url}/c/${iso3}`);
    await eventually(() => page.locator('.stage-credit').innerText()).toMatch(/^Natural Earth/);
    // Only once the map's own code is there, and no more than the country needs.
    expect([...new Set(asked)]).toEqual(['worker', `/api/v1/datasets/${dataset}/versions/v01/ground`]);
    for (let i = 0; i < 5; i++) await page.getByRole('button', { name: 'Zoom out' }).click();
    await eventually(() => asked.at(-1)).toBe('/api/v1/ground');
    // Land of others has its colour.
    await eventually(async () => hasColour(await page.screenshot(), PALETTE.light.mapBeyond)).toBe(true);
  });

  test('the line of sources begins with the id as it is written everywhere, where nothing stands before it', async () => {
    const page = await openStill(`/c/${iso3}`);
    await page.route('**/versions/current', async (route) => {
      const answer = await route.fetch();
      const version = (await answer.json()) as { metadata: Record<string, unknown> };
      await route.fulfill({
        response: answer,
        json: { ...version, metadata: { ...version.metadata, source: '', contributor: '', license: '', dateValidOn: null } },
      });
    });
    await page.reload();
    await eventually(() => page.locator('.country-source').innerText()).toMatch(new RegExp(`^${dataset} v\\d+`));
  });

  test('a click on the map selects the unit of the level that is shown; back takes it away', async () => {
    const page = await open(`/c/${iso3}?level=2`);
    await untilLive(page);
    // From afar the tiles hold level 1 only, and the panel says so; near the unit they hold what was chosen.
    await page.evaluate((bbox) => (document.querySelector('map-stage') as unknown as { fit(box: number[]): void }).fit(bbox), unit.bbox);
    const place = () =>
      page.evaluate(
        (center) => (document.querySelector('map-stage') as unknown as { project(at: number[]): { x: number; y: number } }).project(center),
        unit.center,
      );
    await eventually(async () => {
      const { x, y } = await place();
      await page.mouse.move(x + 3, y + 3);
      await page.mouse.move(x, y);
      return (await page.locator('.tooltip strong').count()) > 0 ? page.locator('.tooltip strong').textContent() : '';
    }).toBe(latin());
    const at = await place();
    await page.mouse.click(at.x, at.y);
    await eventually(() => heading(page).textContent()).toContain(latin());
    expect(new URL(page.url()).searchParams.get('unit')).toBe(`2:${unit.pcode}`);
    await page.goBack();
    await eventually(() => page.locator('.crumbs').count()).toBe(0);
  });

  test('the kinds of data stand on one line in every language', async () => {
    const page = await openStill('/');
    for (const lang of LANGUAGES) {
      await page.goto(`${product.url}/c/${iso3}?lang=${lang}`);
      await page.locator('country-layers a').nth(2).waitFor();
      const tops = await page.locator('country-layers a').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
      expect(new Set(tops).size, lang).toBe(1);
    }
  });

  test('the P-code is copied by its button', async () => {
    const page = await openStill(`/c/${iso3}?unit=2:${unit.pcode}`, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: `Copy ${unit.pcode}` }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(unit.pcode);
  });

  test('keyboard only: from home to a unit and its table row', async () => {
    const page = await openStill('/');
    await page.locator('.card a').first().waitFor();
    for (let i = 0; i < 12 && !(await page.evaluate(() => document.activeElement?.closest('.card'))); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/c/${iso3}*`);
    await untilStill(page);
    for (let i = 0; i < 12 && (await page.evaluate(() => document.activeElement?.localName)) !== 'cod-combobox'; i++) await page.keyboard.press('Tab');
    await page.keyboard.type(unit.pcode);
    await page.locator('cod-combobox [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => heading(page).textContent()).toContain(latin());
    await page.goto(`${product.url}/c/${iso3}?table=1&level=2`);
    const row = page.locator('units-table').getByRole('button', { name: latin(), exact: true }).first();
    await row.focus();
    await page.keyboard.press('Enter');
    await eventually(() => new URL(page.url()).searchParams.get('unit')).toMatch(/^2:/);
  });

  test.each(['', '/population', '/3w'])('Tab goes through the panel, in both directions: /c/…%s', async (path) => {
    const page = await openStill(`/c/${iso3}${path}`);
    await untilStill(page);
    const inPanel = () => page.evaluate(() => document.activeElement?.closest('cod-panel')?.id === 'panel');
    const walk = async (key: string) => {
      const met: string[] = [];
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press(key);
        if (await inPanel()) met.push(await page.evaluate(() => document.activeElement!.textContent.trim()));
      }
      return met;
    };
    // The panel is whole when its numbers have come.
    await page.locator('#panel').getByRole('button', { name: 'Table', exact: true }).waitFor();
    await page.locator('cod-combobox input').focus();
    const met = await walk('Tab');
    expect(met).toEqual(expect.arrayContaining(['Boundaries', 'Population', 'Who does what where', 'Table']));
    expect((await walk('Shift+Tab')).length).toBeGreaterThan(3);
  });

  test('the table sorts, and marks what the map has selected', async () => {
    const page = await openStill(`/c/${iso3}?table=1&level=2&unit=2:${unit.pcode}`);
    const table = page.locator('cod-table');
    await eventually(() => table.locator('tr[aria-current]').textContent()).toContain(unit.pcode);
    await table.getByRole('button', { name: /Area/ }).click();
    await table.getByRole('button', { name: /Area/ }).click();
    await eventually(() => table.locator('th[aria-sort=descending]').textContent()).toContain('Area');
    const { units } = await get<UnitsAnswer>(`/api/v1/datasets/${dataset}/versions/current/units?level=2`);
    const largest = [...units].sort((a, b) => b.areaSqKm - a.areaSqKm)[0]!;
    await eventually(() => table.locator('tbody tr').first().textContent()).toContain(largest.pcode);
  });

  test('without a connection: what happened, and one button that helps', async () => {
    const page = await openStill('/');
    await page.locator('.card a').first().waitFor();
    await page.route('**/api/**', (route) => route.abort());
    await page.locator('.card a').first().click();
    const retry = page.getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    await page.unroute('**/api/**');
    await retry.click();
    await untilStill(page);
  });

  test.each(['/c/qqq', '/c/qqq/cod-ab-qqq', '/c/a/b/c/d'])('%s: not here, with a way back', async (path) => {
    const page = await openStill(path);
    expect(await page.getByRole('link', { name: 'All countries' }).last().getAttribute('href')).toMatch(/^\//);
  });

  test('without WebGL the still picture and the table remain', async () => {
    const plain = await openBrowser(NO_GL);
    try {
      const { page } = await openPage(plain, product.url);
      await page.goto(`${product.url}/c/${iso3}`);
      await page.locator('map-stage[status=no-webgl]').waitFor();
      expect((await page.locator('.still-land').getAttribute('d'))!.length).toBeGreaterThan(200);
      await page.locator('.country-note button').click();
      await eventually(() => page.locator('cod-table tbody tr').count()).toBeGreaterThan(2);
    } finally {
      await closePages(plain);
    }
  });

  describe('no breach of WCAG 2.2 AA that axe can find, nothing wider than the window', () => {
    const paths = () => ['/', `/c/${iso3}`, `/c/${iso3}?unit=2:${unit.pcode}`, `/c/${iso3}?table=1`, `/c/${iso3}/${dataset}`];
    /** axe is injected, which the policy of the page forbids: only these pages go around it. */
    async function inspect(paths: string[], looks: readonly Look[], options: PageOptions): Promise<void> {
      const { page, close } = await openPage(browser, product.url, { ...options, bypassCSP: true });
      for (const path of paths) {
        await page.setViewportSize(looks[0]!.viewport);
        await page.goto(product.url + path);
        await page.locator('h1').first().waitFor();
        if (options.webgl !== false) await untilLive(page);
        if (path.includes('table')) await page.locator('cod-table tbody tr').first().waitFor();
        await eachLook(page, looks, async ({ viewport: { width }, colorScheme }) => {
          const violations = await violationsOf(page);
          expect(violations.map(({ id, nodes }) => `${path} ${width} ${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} ${width}`).toBeLessThanOrEqual(width);
        });
      }
      await close();
    }

    test('with the live map', () => inspect(paths().slice(1, 3), [{ viewport: SCREEN, colorScheme: 'light' }], { webgl: 'blind' }));

    // Without WebGL, because drawing forty maps in software would be most of the suite's time; the pages are else the same.
    test.each([
      ['en', 'dark', 'light'],
      ['ar', 'light', 'dark'],
    ] as const)('%s, %s on a screen, %s on a phone', (lang, onScreen, onPhone) =>
      inspect(
        paths().map((path) => `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`),
        [
          { viewport: SCREEN, colorScheme: onScreen },
          { viewport: PHONE.viewport, colorScheme: onPhone },
        ],
        { webgl: false },
      ),
    );
  });

  test('in all of this no request left the product, and the browser had nothing to complain of', () => {
    expect(opened.length).toBeGreaterThan(8);
    expect(opened.flatMap(({ foreign }) => foreign)).toEqual([]);
    // A 404 that a test asks for, and the connection that another one cuts, are logged by the browser itself.
    expect(opened.flatMap(({ complaints }) => complaints).filter((text) => !/Failed to load resource|ERR_FAILED/.test(text))).toEqual([]);
  });
});
