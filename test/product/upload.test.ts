/** From the first link to a published dataset, in headless Chromium: sign in, drop, watch, look, accept, publish. On real files where they are. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetAnswer, VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { ValidationReport } from '../../server/contract/finding.ts';
import { CHROMIUM, drawNothing, hideWebGl, NO_GL, PATIENCE_MS, untilLive, untilStill, type Product } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { writeSample } from '../../server/sample/write.ts';
import { countryRows, FIELDS, shapefileParts, writeDbf } from '../formats/country.ts';
import { violationsOf } from '../setup/axe.ts';
import { startProduct } from '../setup/product.ts';

const IRQ = '../shared/data/irq/ab/irq_adm_cso_20190603_shp.zip';
const PHL = '../shared/data/phl/ab/phl_admin2_2025_v03.geojson';
const REAL = existsSync(IRQ);

describe.skipIf(!CHROMIUM)('upload and publish in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  /** Signed in as the administrator. */
  let context: BrowserContext;
  let folder: string;
  /** A country without and one with planted defects, for machines without the real files. */
  let files: string[];
  const complaints: string[] = [];

  async function open(path: string, options: { viewport?: { width: number; height: number }; webgl?: false } = {}): Promise<Page> {
    const page = await context.newPage();
    // What is seen on a live map is none of what is asked here.
    await page.addInitScript(options.webgl === false ? hideWebGl : drawNothing);
    if (options.viewport) await page.setViewportSize(options.viewport);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // A refused request is an answer that the page shows; the browser notes it all the same.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
    });
    await page.goto(product.url + path);
    return page;
  }

  async function violations(page: Page): Promise<string[]> {
    const violations = await violationsOf(page);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }

  /** Drops files on the middle of the window, as a hand would. */
  async function drop(page: Page, paths: string[]): Promise<void> {
    const sent = paths.map((path) => ({ name: path.split('/').at(-1)!, base64: readFileSync(path).toString('base64') }));
    await page.evaluate((sent) => {
      const data = new DataTransfer();
      for (const { name, base64 } of sent) data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name));
      const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
      for (const type of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }, sent);
  }

  async function untilDraft(page: Page): Promise<{ dataset: string; version: string }> {
    await page.waitForURL('**/drafts/**', { timeout: 240_000 });
    const [, , dataset, version] = new URL(page.url()).pathname.split('/');
    return { dataset: dataset!, version: version! };
  }

  const get = async <T>(page: Page, path: string) => (await page.request.get(product.url + path)).json() as Promise<T>;

  beforeAll(async () => {
    product = await startProduct();
    browser = await openBrowser(NO_GL);
    // As in openPage: maps jump instead of flying.
    context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PATIENCE_MS);
    folder = mkdtempSync(join(tmpdir(), 'codmap-upload-'));
    files = REAL ? [IRQ] : (await writeSample(folder, { units: 120, seed: 9, cells: 12_000, defects: true })).boundaries.map((name) => join(folder, name));
  }, 240_000);

  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test('the first link makes the administrator; without an account the upload page asks to sign in', async () => {
    const page = await open('/upload');
    await page.getByText('To upload, sign in.').waitFor();
    await page.goto(product.firstLink);
    await page.getByRole('heading', { name: 'Create the administrator account' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Your name').fill('Amina');
    await page.getByLabel('E-mail address').fill('amina@example.org');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.locator('#password-fault').waitFor();
    expect(await page.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.waitForURL('**/upload');
    await page.getByText('Signed in as Amina').waitFor();
    // Sign out and in again, with a wrong password in between.
    await page.locator('main').getByRole('link', { name: 'Your account' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail address').fill('amina@example.org');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('do not match').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Password').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Signed in as Amina').waitFor();
    await page.close();
  });

  test('the password is changed on the account page', async () => {
    const page = await open('/signin');
    await page.getByRole('heading', { name: 'Your account' }).waitFor();
    await page.getByText('Change password').first().click();
    const change = async (current: string, next: string) => {
      await page.getByLabel('Current password').fill(current);
      await page.getByLabel('New password').fill(next);
      await page.getByRole('button', { name: 'Change password' }).click();
    };
    await change('not this one', 'another horse battery');
    await page.locator('#current-fault').getByText('not correct').waitFor();
    expect(await violations(page)).toEqual([]);
    await change('correct horse battery', 'another horse battery');
    await page.getByText('Password changed').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.reload();
    await page.getByText('Signed in as Amina').waitFor();
    await page.close();
  });

  test(`a drop anywhere → stages → findings → one accepted with a reason → published → current (${REAL ? 'irq' : 'sample country'})`, async () => {
    // Beside a still map: the live one of a draft is in the next test and in those of axe.
    const page = await open('/', { webgl: false });
    await page.locator('.card').first().waitFor();
    await drop(page, files);
    await page.waitForURL('**/upload');
    await page.getByRole('button', { name: 'Send and check' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const stage = document
          .querySelector('.stages [aria-current]')
          ?.textContent?.replace(/[\d:%\s]+/g, ' ')
          .trim();
        if (stage) seen.add(stage);
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await page.getByRole('button', { name: 'Send and check' }).click();
    if (REAL) {
      // Whoever made the layers is named in the metadata beside them.
      await page.locator('form.personal').waitFor({ timeout: 120_000 });
      await page.getByRole('button', { name: 'Continue' }).click();
    }
    const { dataset, version } = await untilDraft(page);
    const stages = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
    expect(stages.length).toBeGreaterThanOrEqual(2);
    await untilStill(page);

    const versionPath = `/api/v1/datasets/${dataset}/versions/${version}`;
    const report = await get<ValidationReport>(page, `${versionPath}/report`);
    const worst = report.results.flatMap(({ findings }) => findings).filter(({ severity }) => severity !== 'info');
    expect(await page.locator('details.finding').count()).toBe(worst.length);
    expect(await violations(page)).toEqual([]);

    // A finding that has a place: the map goes there, the address links to it.
    const placed = page
      .locator('details.finding')
      .filter({ hasText: REAL ? /Sliver|Unit|border|Gap|Overlap|part|hole|lake/i : /Overlap/ })
      .first();
    const finding = (await placed.count()) ? placed : page.locator('details.finding').first();
    await finding.locator('summary').click();
    await finding.locator('.item-go').first().click();
    await expect.poll(() => new URL(page.url()).searchParams.get('item')).not.toBeNull();
    const linked = page.url();

    await finding.locator('.item-accept').first().click();
    const dialog = page.locator('reason-dialog');
    await dialog.getByLabel('Reason').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('Reason').fill('Agreed with the mapping agency');
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await page
      .getByText(/Accepted by Amina on .*: Agreed with the mapping agency/)
      .first()
      .waitFor();
    const accepted = await get<VersionAnswer>(page, versionPath);
    expect(accepted.report!.accepted).toBe(1);

    // Taken back, and accepted again.
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expect.poll(async () => (await get<VersionAnswer>(page, versionPath)).report!.accepted).toBe(0);
    // The page says so a moment after the server does.
    await finding.getByRole('button', { name: /^Undo/ }).first().waitFor({ state: 'hidden' });
    await finding.locator('.item-accept').first().click();
    await dialog.getByLabel('Reason').fill('Agreed with the mapping agency');
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await page
      .getByText(/Accepted by Amina on .*: Agreed with the mapping agency/)
      .first()
      .waitFor();

    // The link opens the same occurrence.
    await page.goto(linked);
    await page.locator('.item[data-chosen=true]').getByText('Accepted by Amina').waitFor();

    // Metadata, checked by the server.
    await page.getByRole('tab', { name: 'Metadata' }).click();
    await page.getByLabel('Licence').fill('CC BY-IGO');
    await page.getByLabel('Source', { exact: true }).fill('Central Statistical Organization');
    await page.getByRole('button', { name: 'Save the metadata' }).click();
    await expect.poll(async () => (await get<VersionAnswer>(page, versionPath)).metadata.license).toBe('CC BY-IGO');
    expect(await violations(page)).toEqual([]);

    // The only publisher publishes an own upload: the server wants a reason and says why.
    await page.getByRole('button', { name: 'Publish' }).click();
    const submit = dialog.getByRole('button', { name: 'Publish' });
    await dialog.getByLabel('Reason').waitFor();
    if (accepted.report!.publishable) {
      await submit.click();
      await dialog.getByRole('alert').getByText('no one else here can publish').waitFor();
    }
    await dialog.getByLabel('Reason').fill('Looked through with the GIS sub-group');
    await submit.click();
    await page.getByRole('link', { name: 'See it on the country page' }).waitFor();
    const done = await get<DatasetAnswer>(page, `/api/v1/datasets/${dataset}`);
    expect(done.current).toBe(version);
    await page.getByRole('link', { name: 'See it on the country page' }).click();
    await untilStill(page);
    await page.close();
  });

  test.skipIf(!REAL)('phl: gaps and overlaps are drawn, and a click on one on the map finds it in the list', async () => {
    const page = await open('/upload');
    await page.locator('input[type=file]').setInputFiles([PHL]);
    await page.getByRole('button', { name: 'Send and check' }).click();
    const { dataset, version } = await untilDraft(page);
    await untilLive(page);
    const report = await get<ValidationReport>(page, `/api/v1/datasets/${dataset}/versions/${version}/report`);
    const of = (check: string) => report.results.find((result) => result.check === check)!.findings.filter(({ severity }) => severity !== 'info');
    const overlays = [...of('T1'), ...of('T2')].flatMap(({ items }) => items).filter(({ overlay }) => overlay);
    expect(of('T1').length).toBeGreaterThan(0);
    expect(of('T2').length).toBeGreaterThan(0);
    // Each is in the tiles that the map asks for, with its shape.
    const missing: string[] = [];
    for (const { id, at } of overlays) {
      const [z, lat] = [16, (at![1] * Math.PI) / 180];
      const [x, y] = [(at![0] + 180) / 360, (1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2].map((part) => Math.floor(part * 2 ** z));
      const tile = await page.request.get(`${product.url}/api/v1/datasets/${dataset}/versions/${version}/report/${z}/${x}/${y}.mvt`);
      const layer = tile.status() === 200 ? new VectorTile(new PbfReader(new Uint8Array(await tile.body()))).layers['findings'] : undefined;
      const drawn = Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i));
      if (!drawn.some(({ properties, type }) => properties['id'] === id && type !== 1)) missing.push(id);
    }
    expect(overlays.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);

    // The widest overlap: shown from close by, then found by a click on the map.
    const [widest] = of('T1')
      .flatMap(({ items }) => items)
      .sort((a, b) => (b.areaM2 ?? 0) - (a.areaM2 ?? 0));
    await page.goto(`${page.url().split('?')[0]}?item=${encodeURIComponent(widest!.id)}`);
    await untilLive(page);
    await page.locator('.item[data-chosen=true]').waitFor();
    await page.waitForTimeout(1500);
    await page.evaluate(() => history.replaceState(null, '', location.pathname));
    const at = await page.evaluate((at) => {
      const stage = document.querySelector('map-stage') as unknown as { project(at: number[]): { x: number; y: number }; getBoundingClientRect(): DOMRect };
      const { x, y } = stage.project(at);
      const box = stage.getBoundingClientRect();
      return { x: x + box.x, y: y + box.y };
    }, widest!.at!);
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => new URL(page.url()).searchParams.get('item')).toBe(widest!.id);
    await page.close();
  });

  test('missing parts are named before anything is sent; the encoding is asked for with a preview of the names', async () => {
    const page = await open('/upload', { webgl: false });
    const { cpg: _, ...parts } = shapefileParts();
    const arabic = (value: string) => (/^[\w. -]*$/.test(value) ? Buffer.from(value) : new Uint8Array([0xc8, 0xdb, 0xcf, 0xc7, 0xcf]));
    const named = Object.entries({ ...parts, dbf: writeDbf(FIELDS, countryRows(), arabic) }).map(([ending, bytes]) => ({
      name: `places.${ending}`,
      mimeType: '',
      buffer: Buffer.from(bytes),
    }));
    await page.locator('input[type=file]').setInputFiles(named.filter(({ name }) => !/shx|prj/.test(name)));
    await page.getByText('places.shp is missing .shx').waitFor();
    expect(await page.getByRole('button', { name: 'Send and check' }).isDisabled()).toBe(true);
    await page.locator('input[type=file]').setInputFiles(named.filter(({ name }) => /shx|prj/.test(name)));
    await page.getByText('places.shp has no .cpg').waitFor();
    await page.getByRole('button', { name: 'Send and check' }).click();
    // Neither names nor content say which country it is.
    await page.locator('#country-fault, .upload-choices').first().waitFor();
    if (await page.locator('#country-fault').count()) {
      await page.getByLabel(/^Country/).fill('xne');
      await page.getByRole('button', { name: 'Send and check' }).click();
    }
    const choice = page.locator('.upload-choices label').filter({ hasText: 'windows-1256' });
    await choice.getByText('بغداد').waitFor({ timeout: 90_000 });
    expect(await violations(page)).toEqual([]);
    await choice.locator('input').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await untilDraft(page);
    await page.close();
  });

  test('a file over 5 MB goes on after the line was cut', async () => {
    const page = await open('/upload', { webgl: false });
    const { boundaries } = await writeSample(join(folder, 'large'), { units: 60, seed: 4, cells: 2000 });
    const buffers = boundaries
      .filter((name) => /adm(in)?[012]\D*\.geojson$/.test(name))
      .map((name, i) => {
        const bytes = readFileSync(join(folder, 'large', name));
        // Blanks at the end are legal JSON, and make a small country a large file.
        return { name: `xxb_${i}_${name.split('/').at(-1)}`, mimeType: '', buffer: i === 0 ? Buffer.concat([bytes, Buffer.alloc(9_000_000, ' ')]) : bytes };
      });
    expect(buffers.length).toBeGreaterThan(0);
    let patches = 0;
    await page.route('**/api/v1/uploads/files/*', (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      return ++patches === 2 ? route.abort('connectionreset') : route.continue();
    });
    await page.locator('input[type=file]').setInputFiles(buffers);
    await page.getByRole('button', { name: 'Send and check' }).click();
    await untilDraft(page);
    expect(patches).toBeGreaterThanOrEqual(3);
    await page.close();
  });

  test('cancel ends a job, and nothing of it is kept', async () => {
    const page = await open('/upload');
    const { boundaries } = await writeSample(join(folder, 'other'), { units: 1500, seed: 5 });
    await page.locator('input[type=file]').setInputFiles(boundaries.map((name) => join(folder, 'other', name)));
    await page.getByLabel(/^Country/).fill('XXC');
    await page.getByRole('button', { name: 'Send and check' }).click();
    await page.locator('.stages').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Cancelled. Nothing was kept.').waitFor();
    expect((await page.request.get(`${product.url}/api/v1/datasets/cod-ab-xxc`)).status()).toBe(404);
    await page.close();
  });

  test.each(['en', 'ar'])('the pages of who signs in, invites, uploads and decides pass axe (WCAG 2.2 AA) and fit a screen and a phone: %s', async (lang) => {
    const { datasets } = await (await context.request.get(`${product.url}/api/v1/datasets`)).json();
    const withDraft = (datasets as DatasetAnswer[]).find(({ kind, versions }) => kind === 'cod-ab' && versions.length > 0)!;
    // With the live map in one of the languages, and the notice in its place in the other.
    const isLive = lang === 'en';
    const page = await open('/', isLive ? {} : { webgl: false });
    for (const path of ['/signin', '/members', '/upload', `/drafts/${withDraft.id}/${withDraft.versions[0]!.version}`]) {
      await page.goto(`${product.url}${path}?lang=${lang}`);
      if (path.startsWith('/drafts')) {
        await (isLive ? untilLive : untilStill)(page);
        const finding = page.locator('details.finding').first();
        if (await finding.count()) await finding.locator('summary').click();
      } else await page.locator('h1').waitFor();
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await page.waitForTimeout(300);
        expect([path, width, ...(await violations(page))]).toEqual([path, width]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} ${width}`).toBeLessThanOrEqual(width);
      }
    }
    await page.close();
  });

  test('the browser complained of nothing, and no page broke the content security policy', () => {
    expect(complaints).toEqual([]);
  });
});
