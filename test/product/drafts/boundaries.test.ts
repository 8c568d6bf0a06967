/** A draft of boundaries in headless Chromium: a finding alone on the map with its units named, and what changes, looked through before it is published. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MapStage } from '../../../client/map/stage.ts';
import { CHROMIUM, NO_GL, openPage, type PageOptions, type Product, type Watched } from '../../../scripts/browser.ts';
import { openBrowser, closePages } from '../../setup/browser.ts';
import { cookiesOf, type Person } from '../../helpers/member.ts';
import { violationsOf } from '../../setup/axe.ts';
import type { ShownPopulation } from '../../../server/contract/population/carried.ts';
import { startSignedIn } from '../../setup/product.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Squares of a degree side by side; `over` is by how much the first reaches into the second. */
function layer(names: readonly string[], over = 0): string {
  const ring = (x: number, end: number) => [[x, 6], [end, 6], [end, 7], [x, 7], [x, 6]]; // prettier-ignore
  const features = names.map((name, i) => ({
    type: 'Feature',
    properties: { ADM1_PCODE: `TG0${i + 1}`, ADM1_FR: name },
    geometry: { type: 'Polygon', coordinates: [ring(i, i + 1 + (i === 0 ? over : 0))] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

describe.skipIf(!CHROMIUM)('drafts of boundaries in Chromium (skipped where no Chromium is installed)', { timeout: 240_000 }, () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  const opened: Watched[] = [];
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;
  const post = (path: string, body: object) =>
    fetch(product.url + path, { method: 'POST', headers: { ...person.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });

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

  async function send(text: string, file = 'tgo_admin1.geojson', kind = 'cod-ab'): Promise<string> {
    const form = new FormData();
    form.append('files', new File([text], file));
    form.append('country', 'TGO');
    form.append('kind', kind);
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    for (;;) {
      const { version, state, error } = await get<{ version: string | null; state: string; error: unknown }>(sent.headers.get('location')!);
      if (version) return version;
      if (state === 'failed') throw new Error(JSON.stringify(error));
      await setTimeout(200);
    }
  }

  /** What the map is told to show, live or not. */
  const shown = (page: Page) =>
    page.evaluate(() => {
      const { level, labels, highlighted, findings } = document.querySelector<MapStage>('map-stage')!.shown;
      return { level, labels, highlighted, passing: findings?.passing.whole.length ?? null, chosen: findings?.chosen.length ?? null };
    });

  let tag = '';
  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser(NO_GL);
    const first = await send(layer(['Maritime', 'Plateaux', 'Centrale', 'Kara']));
    expect((await post(`/api/v1/datasets/cod-ab-tgo/versions/${first}/publish`, { reason: 'for the test' })).status).toBe(200);
    const people = ['TG01,600,400,1000', 'TG02,1000,1000,2000', 'TG03,1500,1500,3000', 'TG04,2000,2000,4000'].join('\n');
    const counted = await send(`ADM1_PCODE,F_TL,M_TL,T_TL\n${people}\n`, 'tgo_admpop_adm1_2022.csv', 'cod-ps');
    expect((await post(`/api/v1/datasets/cod-ps-tgo/versions/${counted}/publish`, { reason: 'for the test' })).status).toBe(200);
    tag = await send(layer(['Maritime', 'Plateaux du Sud', 'Centrale'], 0.2));
  }, 240_000);
  afterEach(() => Promise.all(opened.splice(0).map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('a finding is opened: it is alone on the map, its units marked there and called by name', async () => {
    const page = await open(`/drafts/cod-ab-tgo/${tag}`);
    const overlap = page.locator('.finding', { hasText: 'Units do not overlap' });
    await overlap.locator('summary').click();
    const item = overlap.locator('.item-go').first();
    await item.getByText('Maritime').waitFor();
    expect((await item.locator('.item-units').innerText()).replaceAll(/\s+/g, ' ')).toBe('Maritime TG01 · Plateaux du Sud TG02');
    expect(await shown(page)).toMatchObject({ passing: 1, chosen: 0, highlighted: [] });
    await item.click();
    const note = page.locator('.draft-focus');
    await note.getByText('Maritime').waitFor();
    expect(await shown(page)).toMatchObject({ level: 1, passing: 0, highlighted: [{ level: 1, pcodes: ['TG01', 'TG02'] }] });
    expect((await shown(page)).chosen).toBeGreaterThan(0);
    expect(await violationsOf(page)).toEqual([]);
    await note.getByRole('button', { name: 'Show all findings' }).click();
    await note.waitFor({ state: 'detached' });
    const all = await shown(page);
    expect(all).toMatchObject({ level: null, chosen: 0, highlighted: [] });
    expect(all.passing).toBeGreaterThan(1);
  });

  test('names on the map: as codes, or none', async () => {
    const page = await open(`/drafts/cod-ab-tgo/${tag}`);
    await page.getByLabel('Names on the map').selectOption('No names');
    expect(await shown(page)).toMatchObject({ labels: false });
    await page.getByLabel('Names on the map').selectOption('P-codes');
    expect(await page.evaluate(() => document.querySelector<MapStage>('map-stage')!.shown.nameColumn)).toBe(-1);
  });

  test('what changes is looked through one step before publishing, and said in the question', async () => {
    const page = await open(`/drafts/cod-ab-tgo/${tag}`, PHONE);
    const main = page.locator('.draft-head .button-primary');
    await main.getByText('Look through').waitFor();
    expect(await main.innerText()).toMatch(/^Look through \d+ changes$/);
    await main.click();
    const changes = page.locator('version-changes');
    await changes.getByRole('tab', { name: 'Level 1', selected: true }).waitFor();
    expect(await changes.innerText()).toContain('A major version');
    const gone = changes.locator('[data-relation=abolished]');
    expect((await gone.locator('summary').innerText()).trim()).toMatch(/^Abolished\s+1$/);
    expect(await gone.locator('li').innerText()).toContain('Kara');
    const renamed = changes.locator('li', { hasText: 'Plateaux du Sud' }).last();
    expect((await renamed.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^Plateaux TG02 → Plateaux du Sud TG02 .*Certainty: .*Evidence: .*same P-code/);
    await renamed.getByRole('button').click();
    await expect.poll(() => shown(page)).toMatchObject({ level: 1, passing: null, highlighted: [{ level: 1, pcodes: ['TG02', 'TG01'] }] });
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // They were looked through: the next step is another one.
    expect(await main.innerText()).toMatch(/^Check \d+ error/);
    await page.getByRole('button', { name: 'Publish as it is' }).click();
    const sentence = page.locator('reason-dialog').getByText('Compared with v01:');
    expect(await sentence.innerText()).toMatch(/^Compared with v01: 1 unit gone, 1 unit renamed, \d units? redrawn\.$/);
  });

  test('once published, the page of the version says what changed, and the panel of a unit where it came from', async () => {
    expect((await post(`/api/v1/datasets/cod-ab-tgo/versions/${tag}/publish`, { reason: 'for the test' })).status).toBe(200);
    const page = await open('/c/tgo/cod-ab-tgo');
    const changes = page.locator('version-changes');
    await changes.getByRole('heading', { name: 'What changed since v01' }).waitFor();
    await changes.getByText('Download the changes').click();
    expect(await changes.getByRole('link', { name: 'Changes as a table (CSV)' }).getAttribute('href')).toContain('from=v01&to=v02&f=csv');
    await changes.getByRole('link', { name: 'Plateaux du Sud' }).click();
    await page.waitForURL(/unit=1(:|%3A)TG02/);
    await page.locator('.unit-history summary').click();
    const lineage = page.locator('.lineage > li');
    await lineage.nth(1).waitFor();
    expect((await lineage.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 3))).toEqual(['v02', 'v01']);
    expect(await lineage.first().innerText()).toMatch(/Plateaux du Sud\s+TG02[^]*Renamed|Plateaux du Sud\s+TG02[^]*renamed/);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('a population of the boundaries before is shown on the new ones only when asked: estimates marked, the remainder said, table and file follow', async () => {
    const page = await open('/c/tgo/population?level=1&measure=people');
    const panel = page.locator('.panel-body');
    const report = panel.locator('.on-report');
    await panel.getByText('Counted on boundaries v01; the map has those of v02').waitFor();
    expect(await report.count()).toBe(0);
    await panel.getByLabel('Show on boundaries of').selectOption('v02: carried over');
    await report.getByText('4,000 people are in no unit.').waitFor();
    expect(new URL(page.url()).searchParams.get('on')).toBe('v02');
    const answer = await get<ShownPopulation>('/api/v1/datasets/cod-ps-tgo/versions/v01/population?on=v02&level=1');
    const [{ values, groups, carried, pcodes } = raise()] = answer.levels;
    const [total, i] = [groups.findIndex(({ key }) => key === 'T_TL'), pcodes.indexOf('TG02')];
    const [value, low, high] = [values[total]![i]!, carried!.low[total]![i]!, carried!.high[total]![i]!];
    expect([value < 2000, low < value, carried!.methods[i]]).toEqual([true, true, 'estimated']);
    const about = `about ${[value, low, high]
      .map((number) => number.toLocaleString('en'))
      .join(' (')
      .replace(/ \((?=[^(]*$)/, '–')})`;
    expect((await report.innerText()).replaceAll(/\s+/g, ' ')).toContain(`2,000 of 10,000 people were divided among units, 4,000 went over with whole units.`);
    await panel.getByRole('button', { name: 'Table' }).click();
    await page.locator('cod-table').getByText(about).waitFor();
    expect(await panel.getByRole('link', { name: 'Table on boundaries v02' }).first().getAttribute('href')).toContain('on=v02&level=1&f=csv');
    expect(await violationsOf(page)).toEqual([]);
    // The link shows what its sender saw, in another language and on a phone.
    const phone = await open(`${new URL(page.url()).pathname}?level=1&measure=people&on=v02&lang=ar`, PHONE);
    await phone.locator('.on-report').getByText('تقدير على الحدود').waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violationsOf(phone)).toEqual([]);
    if (process.env['SHOTS']) {
      await page.screenshot({ path: `${process.env['SHOTS']}/on-en.png` });
      await phone.locator('.on-report').scrollIntoViewIfNeeded();
      await phone.screenshot({ path: `${process.env['SHOTS']}/on-ar.png` });
    }
  });
});

const raise = (): never => {
  throw new Error('The answer has no level');
};
