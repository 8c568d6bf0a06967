/** Boundaries repaired in headless Chromium: looked for, decided by key and by button, taken back, proved, made into a draft and published. On planted coverages; real ones are repaired in test/boundaries/repair/real.test.ts. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RepairState } from '../../server/contract/boundaries/repairRoutes.ts';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { ValidationReport } from '../../server/contract/finding.ts';
import type { MapStage } from '../../client/map/stage.ts';
import { bulkWidths } from '../../client/kinds/boundaries/repair/list.ts';
import { CHROMIUM, NO_GL, openPage, type PageOptions, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { notchedGeojson, plantedGeojson } from '../helpers/repair/planted.ts';
import { violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!CHROMIUM)('repairs in Chromium (skipped where no Chromium is installed)', { timeout: 480_000 }, () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  const opened: Watched[] = [];
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;
  const versionPath = (id: string, version: string) => `/api/v1/datasets/${id}/versions/${version}`;
  const stateOf = (id: string, version: string) => get<RepairState>(`${versionPath(id, version)}/repair?lang=en`);

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

  async function send(name: string, text: string, country: string): Promise<string> {
    const form = new FormData();
    form.append('files', new File([text], name));
    form.append('country', country);
    form.append('kind', 'cod-ab');
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    for (;;) {
      const { version, state, error } = await get<{ version: string | null; state: string; error: unknown }>(sent.headers.get('location')!);
      if (version) return version;
      if (state === 'failed') throw new Error(JSON.stringify(error));
      await setTimeout(200);
    }
  }

  const list = (page: Page) => page.getByRole('listbox', { name: 'Repairs, the worst first, by border' });
  const current = (page: Page) => page.locator('.repair-current b');
  const said = (page: Page) => page.locator('.repair [role=status][aria-live]').first();
  const hasFocus = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role'));
  /** Overlaps and gaps that a report counts. */
  const topology = async (id: string, version: string) => {
    const { results } = await get<ValidationReport>(`${versionPath(id, version)}/report`);
    const count = (check: string) =>
      results
        .filter((result) => result.check === check)
        .flatMap(({ findings }) => findings)
        .filter(({ severity }) => severity !== 'info')
        .reduce((sum, finding) => sum + finding.count, 0);
    return { T1: count('T1'), T2: count('T2') };
  };

  async function publish(page: Page, version: string): Promise<void> {
    await page.getByRole('button', { name: /^Publish/ }).click();
    const dialog = page.locator('reason-dialog');
    await dialog.getByLabel('Reason').fill('for the test');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByText(`${version} is the current version`).waitFor();
  }

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser(NO_GL);
  }, 240_000);
  afterEach(() => Promise.all(opened.splice(0).map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('planted faults: found, decided by key, taken back, proved, made and published', async () => {
    const id = 'cod-ab-tgo';
    const version = await send('tgo_admin1.geojson', plantedGeojson(), 'TGO');
    expect((await topology(id, version)).T1).toBe(2);
    const page = await open(`/drafts/${id}/${version}`);
    await page.getByRole('tab', { name: 'Repair' }).click();
    await page.getByLabel(/^Fill gaps up to this width/).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look for repairs' }).click();
    await list(page).waitFor();
    // Worst first; the gap of 2 m is the last.
    const { counts } = (await stateOf(id, version)).plan!;
    const all = counts.operations;
    expect(all).toBeGreaterThanOrEqual(3);
    expect(await list(page).getByRole('option').count()).toBe(all + counts.offers);
    const decided = async () => (await stateOf(id, version)).decided.operations;
    await list(page).focus();
    await current(page)
      .getByText(/Elm takes the line of Dorm|Dorm takes the line of Elm/)
      .waitFor();
    const worst = await current(page).innerText();

    // The other line: another sentence, said aloud; the focus stays in the list.
    await page.keyboard.press('t');
    await expect.poll(() => said(page).innerText()).toContain('Other line, accepted');
    await expect.poll(() => current(page).innerText()).not.toBe(worst);
    const turned = await current(page).innerText();
    expect(turned.split(';')[0]).toMatch(/^(Elm takes the line of Dorm|Dorm takes the line of Elm)$/);
    await page.keyboard.press('u');
    await expect.poll(() => current(page).innerText()).toBe(worst);
    await expect.poll(decided).toEqual({ accepted: 0, refused: 0, waiting: all });

    // Accepted, and on to the next; refused; the refusal taken back.
    await page.keyboard.press('a');
    await expect.poll(() => current(page).innerText()).not.toBe(worst);
    await page.keyboard.press('r');
    await expect.poll(decided).toEqual({ accepted: 1, refused: 1, waiting: all - 2 });
    await page.keyboard.press('u');
    await expect.poll(() => said(page).innerText()).toBe('1 decision undone');
    await expect.poll(decided).toEqual({ accepted: 1, refused: 0, waiting: all - 1 });
    expect(await hasFocus(page)).toBe('listbox');
    expect(await violationsOf(page)).toEqual([]);

    // The rest together: how many is said before.
    const { uptoM, operations: narrow } = bulkWidths((await stateOf(id, version)).plan!).at(-1)!;
    expect(narrow).toBeGreaterThan(1);
    await page.getByLabel('Accept together').locator('select').selectOption(String(uptoM));
    await page.getByRole('button', { name: new RegExp(`^Accept all ${narrow} up to`) }).click();
    await expect.poll(decided).toEqual({ accepted: 1 + narrow, refused: 0, waiting: all - 1 - narrow });
    // And what has to be decided on its own.
    await list(page).focus();
    await page.keyboard.press('Home');
    // What is accepted already stays so.
    for (let left = all; left > 0; left--) await page.keyboard.press('a');
    await expect.poll(decided).toEqual({ accepted: all, refused: 0, waiting: 0 });

    await page.getByRole('button', { name: 'Compute and prove' }).click();
    await page.getByText(/^No border moved by more than/).waitFor({ timeout: 120_000 });
    await page.getByText('Every check of the proof passed.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // Each unit that changes by more than 0.1 % on its own.
    const units = page.locator('.repair li').filter({ has: page.getByRole('button', { name: /^Accept: / }) });
    const asking = await units.count();
    expect(asking).toBeGreaterThan(0);
    for (let left = asking; left > 0; left--) {
      expect(await page.getByRole('button', { name: 'Make the repaired draft' }).count()).toBe(0);
      await units
        .first()
        .getByRole('button', { name: /^Accept: / })
        .click();
      await expect.poll(() => units.count()).toBe(left - 1);
    }
    await page.getByRole('button', { name: 'Make the repaired draft' }).click();
    await page.getByText('This draft is repaired as decided here.').waitFor({ timeout: 120_000 });
    // A draft is repaired in its place.
    expect(new URL(page.url()).pathname).toBe(`/drafts/${id}/${version}`);
    expect(await topology(id, version)).toEqual({ T1: 0, T2: 0 });
    await publish(page, version);
    const published = await get<VersionAnswer>(versionPath(id, version));
    expect([published.status, published.repair?.operations]).toEqual(['current', all]);
  });

  test('on a phone list and map are seen in turn; before and after side by side from either side of writing', async () => {
    const id = 'cod-ab-ben';
    const version = await send('ben_admin1.geojson', plantedGeojson(), 'BEN');
    for (const [lang, before] of [
      ['en', 'west'],
      ['ar', 'east'],
    ] as const) {
      const page = await open(`/drafts/${id}/${version}?tab=repair&lang=${lang}`, { ...PHONE, webgl: 'blind' });
      // Where the list is seen the map is there, out of sight.
      await page.locator('map-stage[status=live]').waitFor({ state: 'attached' });
      if (lang === 'en') await page.getByRole('button', { name: 'Look for repairs' }).click();
      await page.locator('repair-rows [role=option]').first().waitFor();
      await page.locator('map-stage').waitFor({ state: 'hidden' });
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await page.locator('.repair-turn').click();
      await page.locator('map-stage').waitFor({ state: 'visible' });
      await page.locator('.repair-swipe input').check();
      const slider = page.locator('.swipe-slider');
      await slider.focus();
      await page.keyboard.press('Home');
      await expect.poll(() => slider.inputValue()).toBe('0');
      // What reading begins with is before: there is nothing of it left.
      const shown = () =>
        page.evaluate(() => {
          const { repair } = document.querySelector<MapStage>('map-stage')!.shown;
          const line = document.querySelector('.swipe-line')!.getBoundingClientRect();
          return { isSwiped: repair?.isSwiped, x: Math.round(line.x) };
        });
      await expect.poll(shown).toEqual({ isSwiped: true, x: before === 'west' ? 0 : 388 });
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });

  test('units are led to an outline of the country: chosen, refused in its place, used, kept and left out again', async () => {
    const id = 'cod-ab-gab';
    const version = await send('gab_admin1.geojson', plantedGeojson(), 'GAB');
    const ring = [[9.9998, 0], [10.4998, 0], [10.4998, 0.1], [9.9998, 0.1], [9.9998, 0]]; // prettier-ignore
    const file = (name: string, geometry: object) => ({
      name,
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'Feature', properties: {}, geometry })),
    });
    const page = await open(`/drafts/${id}/${version}?tab=repair`);
    const choice = page.getByRole('group', { name: 'Outline of the country' });
    const find = page.getByRole('button', { name: 'Look for repairs' });
    await page.getByText('Outline of the country: none').click();
    // Nothing of this country is published.
    await expect.poll(() => choice.locator('label:has(input[type=radio])').allInnerTexts()).toEqual(['None: the outer border stays as drawn', 'A file']);
    await choice.getByLabel('A file').check();
    await expect.poll(() => find.isDisabled()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);

    // Parts of a shapefile are several files.
    const parts = await page.evaluateHandle(() => {
      const held = new DataTransfer();
      for (const name of ['adm0.shp', 'adm0.dbf']) held.items.add(new File(['x'], name));
      return held;
    });
    await choice.locator('cod-drop label').dispatchEvent('drop', { dataTransfer: parts });
    await choice.getByRole('alert').getByText('Choose one file. Zip the parts of a shapefile together.').waitFor();
    expect(await find.isDisabled()).toBe(true);
    await choice.locator('input[type=file]').setInputFiles(file('lines.geojson', { type: 'LineString', coordinates: ring }));
    await choice.getByText('Chosen: lines.geojson').waitFor();
    await find.click();
    await choice.getByRole('alert').getByText('lines.geojson holds lines and no polygon.').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect((await stateOf(id, version)).plan).toBe(null);

    await choice.locator('input[type=file]').setInputFiles(file('adm0.geojson', { type: 'Polygon', coordinates: [ring] }));
    await find.click();
    await list(page).waitFor();
    const options = page.getByText('Width of gaps: 50 m · Outline: adm0.geojson');
    await options.waitFor();
    const edges = async () => {
      const { operations } = await get<{ operations: { kind: string; text: string }[] }>(`${versionPath(id, version)}/repair/operations?lang=en`);
      return operations.filter(({ kind }) => kind === 'clip' || kind === 'extend').map(({ text }) => text.split(';')[0]);
    };
    expect(new Set(await edges())).toEqual(
      new Set([
        'Ground inside the given outline that belongs to no unit goes to Alta',
        'Ground inside the given outline that belongs to no unit goes to Cana',
        'What Elm has outside the given outline is cut off',
      ]),
    );
    // Decided like any other.
    const decided = async () => (await stateOf(id, version)).decided.operations;
    const { waiting } = await decided();
    await list(page).getByRole('option', { name: 'What Elm has outside the given outline is cut off' }).click();
    await current(page).getByText('What Elm has outside').waitFor();
    await list(page).focus();
    await page.keyboard.press('a');
    await expect.poll(decided).toEqual({ accepted: 1, refused: 0, waiting: waiting - 1 });
    await page.keyboard.press('u');
    await expect.poll(decided).toEqual({ accepted: 0, refused: 0, waiting });

    // It stays with the draft until somebody chooses otherwise.
    await page.reload();
    await options.click();
    await expect.poll(() => choice.getByLabel('adm0.geojson').isChecked()).toBe(true);
    const again = page.getByRole('button', { name: 'Look again, up to 50 m' });
    expect(await again.isDisabled()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download the outline (GeoJSON)' }).click()]);
    expect(download.suggestedFilename()).toBe(`${id}-${version}-outline.geojson`);
    await choice.getByLabel('None').check();
    await again.click();
    await page.getByText('Width of gaps: 50 m', { exact: true }).waitFor();
    expect(await edges()).toEqual([]);

    // Of a country with a published version its outline is there to be chosen.
    await page.goto(`${product.url}/drafts/cod-ab-xnv/v01?tab=repair`);
    await page.getByText('Outline of the country: none').click();
    await choice.getByLabel('As published with v01').check();
    await page.getByText('Outline of the country: As published with v01').waitFor();
  });

  test('4,000 operations: decided, proved and published', async () => {
    const id = 'cod-ab-cmr';
    const version = await send('cmr_admin1.geojson', notchedGeojson(33), 'CMR');
    const page = await open(`/drafts/${id}/${version}`);
    // Findings first, as they are told.
    await page.locator('.finding', { hasText: 'Units do not overlap' }).first().waitFor();
    await page.getByRole('tab', { name: 'Repair' }).click();
    await page.getByRole('button', { name: 'Look for repairs' }).click();
    await list(page).waitFor({ timeout: 180_000 });
    const { plan } = await stateOf(id, version);
    expect(plan!.counts.operations).toBeGreaterThan(4000);
    // Of thousands a few are drawn.
    expect(await list(page).getByRole('option').count()).toBeLessThan(40);
    await list(page).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.keyboard.press('u');
    await expect.poll(async () => (await stateOf(id, version)).decided.operations.refused, { timeout: 120_000 }).toBe(0);
    // The first that can be turned is turned.
    const turn = page.getByRole('button', { name: 'Use the other line' });
    while ((await turn.count()) === 0) await page.keyboard.press('j');
    await turn.click();
    await expect.poll(async () => (await stateOf(id, version)).decided.operations.accepted, { timeout: 120_000 }).toBe(1);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await stateOf(id, version)).decided.operations.accepted, { timeout: 120_000 }).toBe(0);
    const narrow = plan!.bulk.find(({ uptoM }) => uptoM === 1)!.operations;
    await page.getByRole('button', { name: `Accept all ${narrow.toLocaleString('en')} up to 1 m` }).click();
    await expect.poll(async () => (await stateOf(id, version)).decided.operations.accepted, { timeout: 120_000 }).toBe(narrow);
    // The end of a long list is reached.
    await list(page).evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect.poll(() => page.locator('.repair-row').last().innerText(), { timeout: 120_000 }).not.toBe('Loading…');
    await page.getByRole('button', { name: 'Compute and prove' }).click();
    await page.getByText('Every check of the proof passed.').waitFor({ timeout: 240_000 });
    const units = page.locator('.repair li').filter({ has: page.getByRole('button', { name: /^Accept: / }) });
    for (let left = await units.count(); left > 0; left--) {
      await units
        .first()
        .getByRole('button', { name: /^Accept: / })
        .click();
      await expect.poll(() => units.count(), { timeout: 120_000 }).toBe(left - 1);
    }
    const before = await topology(id, version);
    await page.getByRole('button', { name: 'Make the repaired draft' }).click();
    await page.getByText('This draft is repaired as decided here.').waitFor({ timeout: 240_000 });
    const after = await topology(id, version);
    expect(after.T1 + after.T2).toBeLessThan(before.T1 + before.T2);
    await publish(page, version);
    expect((await get<VersionAnswer>(versionPath(id, version))).status).toBe('current');
  });
});
