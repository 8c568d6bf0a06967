/** Classes, numbers on the map and two versions compared, in real Chromium: what is painted, written, shared and downloaded is what the API counts. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, NO_GL, openPage, untilLive, type Product } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import type { PresenceReviewList } from '../../server/contract/presence/presence.ts';
import type { MatrixAnswer, SummaryAnswer } from '../../server/contract/presence/api.ts';
import type { PopulationAnswer } from '../../server/contract/population/population.ts';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { startSignedIn } from '../setup/product.ts';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!CHROMIUM)('classes and comparisons in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;
  async function send(method: string, path: string, body: unknown): Promise<unknown> {
    const headers = { ...person.headers, 'content-type': 'application/json' };
    const answer = await fetch(product.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
  async function open(path: string, options = {}): Promise<Page> {
    const { page } = await openPage(browser, product.url, options);
    await page.goto(product.url + path);
    return page;
  }
  const signedIn = () => ({ storageState: { cookies: cookiesOf(person, product.url), origins: [] } });
  const counts = async (query: string) =>
    new Map(Object.entries((await get<SummaryAnswer>(`/api/v1/presence/3w-xnv/summary?${query}`)).byPcode).map(([code, { count }]) => [code, count!]));
  const choose = (page: Page, label: string, value: string) =>
    page.locator('label.control', { has: page.getByText(label, { exact: true }) }).locator('select').selectOption(value); // prettier-ignore
  /** Classes in the legend of the panel. */
  const legend = (page: Page) => page.locator('.panel-body .legend li:has(.swatch:not([data-look])) .legend-label').allTextContents();

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser(NO_GL);
  });
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('one version and no months chosen: the map shows what is counted, and says why', async () => {
    const page = await open('/c/xnv/3w?level=2&paint=change');
    await page.getByText(/Choose a first and a last month/).waitFor();
    await eventually(async () => (await legend(page)).some((text) => /^1 – \d+$/.test(text))).toBe(true);
    await page.context().close();
  });

  test('the classes tell areas apart, stay under a filter, and follow method, number and own breaks into the address', async () => {
    const page = await open('/c/xnv/3w?level=2');
    const labels = () => legend(page);
    await eventually(async () => (await labels()).length).toBe(5);
    const whole = await labels();
    const areas = [...(await counts('level=2')).values()].filter((count) => count > 0);
    const starts = whole.map((label) => Number.parseInt(label));
    const inClass = starts.map((from, i) => areas.filter((count) => count >= from && count < (starts[i + 1] ?? Infinity)).length);
    // No class holds much more than its share.
    expect(Math.max(...inClass)).toBeLessThan((2 * areas.length) / 5);
    await page.getByRole('button', { name: 'Change what is counted' }).click();
    await page.getByRole('checkbox', { name: 'Health' }).check();
    await eventually(() => new URL(page.url()).searchParams.get('sector')).toBe('HEA');
    expect(await labels()).toEqual(whole);
    await page.getByText('Classes and numbers on the map').click();
    await choose(page, 'Classes', 'jenks');
    await choose(page, 'Number of classes', '3');
    await eventually(async () => (await labels()).length).toBe(3);
    await choose(page, 'Classes', 'manual');
    await page.getByLabel('Breaks between classes, separated by spaces').fill('5 10');
    await page.keyboard.press('Enter');
    await eventually(labels).toEqual(['1 – 4', '5 – 9', '10+']);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ method: 'manual', breaks: '5,10' });
    await page.context().close();
  });

  test('numbers stand on the live map, and on a map of a page', async () => {
    const { page, close } = await openPage(browser, product.url, { webgl: 'blind' });
    await page.goto(`${product.url}/c/xnv/3w?level=1`);
    await untilLive(page);
    await page.getByText('Classes and numbers on the map').click();
    await choose(page, 'Labels on the map', 'both');
    await eventually(() => new URL(page.url()).searchParams.get('print')).toBe('both');
    const shown = () => page.evaluate(() => JSON.stringify((document.querySelector('map-stage') as unknown as { shown: { printed: unknown } }).shown.printed));
    const printed = JSON.parse(await shown()) as { data: { features: { properties: { name: string; value: string } }[] } };
    const own = await counts('level=1');
    expect(printed.data.features.map(({ properties }) => properties.value).sort()).toEqual([...own.values()].map(String).sort());
    expect(printed.data.features.every(({ properties }) => properties.name !== '')).toBe(true);
    await close();
  }, 90_000);

  describe('a second version', () => {
    beforeAll(async () => {
      const review = await get<PresenceReviewList>('/api/v1/presence/3w-xnv/review');
      const decisions = review.groups.filter(({ proposal }) => proposal !== null).map(({ id, proposal }) => ({ kind: 'place', group: id, pcode: proposal }));
      await send('POST', '/api/v1/presence/3w-xnv/decisions', { decisions });
      const { job } = (await send('POST', '/api/v1/presence/3w-xnv/apply', {})) as { job: string };
      const state = async () => (await get<{ state: string }>(`/api/v1/jobs/${job}`)).state;
      while (['queued', 'running'].includes(await state())) await new Promise((resolve) => setTimeout(resolve, 100));
      await send('POST', '/api/v1/datasets/3w-xnv/versions/v02/publish', { reason: 'test' });
    });

    /** By hand: the numbers of both versions, subtracted. */
    /** Numbers that are certain: where a side without any may hold rows in doubt, of the unit or of its region, no difference is known. */
    async function difference(now: string, before: string): Promise<Map<string, number>> {
      const sides = await Promise.all(
        [now, before].map(async (query) => ({
          counts: await counts(`level=2&${query}`),
          doubt: (await get<SummaryAnswer>(`/api/v1/presence/3w-xnv/summary?level=2&${query}`)).notPlaced,
        })),
      );
      const isKnown = (code: string) => sides.every(({ counts, doubt }) => counts.has(code) || !(code in doubt || code.slice(0, -2) in doubt));
      const [a, b] = sides.map(({ counts }) => counts) as [Map<string, number>, Map<string, number>];
      return new Map([...new Set([...a.keys(), ...b.keys()])].filter(isKnown).map((code) => [code, (a.get(code) ?? 0) - (b.get(code) ?? 0)]));
    }
    const tableOf = async (page: Page) => {
      const rows = await page.locator('cod-table tbody:not(.totals) tr').all();
      return new Map(
        await Promise.all(
          rows.map(async (row): Promise<[string, string]> => [
            (await row.locator('td bdi.number').textContent())!,
            (await row.locator('td').last().textContent())!.trim(),
          ]),
        ),
      );
    };

    test('is compared with the one before it, of all periods, without a choice', async () => {
      const page = await open('/c/xnv/3w?level=2&paint=change&table=1');
      await page.getByText('Compared with v01 · all periods').waitFor();
      const expected = await difference('version=v02', 'version=v01');
      expect([...expected.values()].some((change) => change !== 0)).toBe(true);
      const table = await tableOf(page);
      for (const [code, change] of expected) expect(table.get(code), code).toBe(String(change));
      await page.context().close();
    });

    test('is compared by people for each organisation too, in table, link and saved map', async () => {
      const page = await open('/c/xnv/3w?level=2&paint=change&table=1', signedIn());
      await page.getByText('Compared with v01 · all periods').waitFor();
      await choose(page, 'Change in', 'ratio');
      await eventually(() => new URL(page.url()).searchParams.get('of')).toBe('ratio');
      const { levels } = await get<PopulationAnswer>('/api/v1/datasets/cod-ps-xnv/versions/current/population?level=2&sex=t&age=all');
      const people = new Map(levels[0]!.pcodes.map((code, i) => [code, levels[0]!.values[0]![i]!]));
      const [now, before] = await Promise.all(['version=v02', 'version=v01'].map((query) => counts(`level=2&${query}`)));
      const each = (code: string, side: Map<string, number>) => Math.round(people.get(code)! / side.get(code)!);
      const both = [...now!.keys()].filter((code) => before!.has(code) && people.has(code));
      expect(both.length).toBeGreaterThan(5);
      const number = (value: number) => value.toLocaleString('en');
      await eventually(async () => {
        const table = await tableOf(page);
        return both.filter((code) => table.get(code) !== number(each(code, now!) - each(code, before!)));
      }).toEqual([]);
      await page.getByRole('button', { name: 'Share' }).click();
      const href = (await page.locator('.share-files a', { hasText: 'CSV' }).getAttribute('href'))!;
      const { data } = JSON.parse(new URL(href, product.url).searchParams.get('spec')!) as MapSpec;
      expect(data).toMatchObject({ measure: { is: 'change', version: 'v01', population: { dataset: 'cod-ps-xnv' } } });
      await page.context().close();
    });

    test('months are chosen freely on either side, and go into the link, the saved map, its table and its picture', async () => {
      const page = await open('/c/xnv/3w?level=2&paint=change&table=1&from=2025-05-01&to=2025-05-31', signedIn());
      await page.getByText(/^Compared with/).waitFor();
      await page.locator('.against select').first().selectOption('v01');
      await eventually(() => page.locator('.against select').count()).toBe(3);
      await page.locator('.against select').nth(1).selectOption('2025-02');
      await page.locator('.against select').nth(2).selectOption('2025-03');
      await eventually(() => Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ vs: 'v01', vsFrom: '2025-02-01', vsTo: '2025-03-31' });
      const expected = await difference('version=v02&period=2025-05', 'version=v01&period=2025-02/2025-03');
      await eventually(async () => [...(await tableOf(page)).values()].filter((text) => text !== '').length).toBe(expected.size);
      for (const [code, change] of await tableOf(page)) if (expected.has(code)) expect(change, code).toBe(String(expected.get(code)));
      await page.getByRole('button', { name: 'Share' }).click();
      const href = (await page.locator('.share-files a', { hasText: 'CSV' }).getAttribute('href'))!;
      const spec = JSON.parse(new URL(href, product.url).searchParams.get('spec')!) as MapSpec;
      expect(spec.data).toMatchObject({ measure: { is: 'change', version: 'v01', from: '2025-02-01', to: '2025-03-31' } });
      expect(spec.status).toBe('unmarked');
      const lines = (await (await fetch(product.url + href)).text()).split('\r\n').map((line) => line.split(','));
      const [code, value] = ['adm2_pcode', 'value'].map((name) => lines[0]!.indexOf(name));
      for (const [own, change] of expected) expect(Number(lines.find((line) => line[code!] === own)![value!]!.replaceAll(/["']/g, '')), own).toBe(change);
      // Nothing is stamped before it is saved, nor after, unless its author says so.
      const svg = async () => (await fetch(product.url + href.replace('.csv', '.svg'))).text();
      expect(await svg()).not.toContain('NOT CLEARED');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.share-row input').nth(1).waitFor();
      const saved = (await get<{ maps: { spec: MapSpec; links: { svg: string } }[] }>('/api/v1/maps')).maps[0]!;
      expect(saved.spec).toMatchObject({ status: 'unmarked', data: { measure: { version: 'v01' } } });
      expect(await (await fetch(saved.links.svg)).text()).not.toContain('NOT CLEARED');
      await page.context().close();
    });

    test('the version before can be counted by itself', async () => {
      const page = await open('/c/xnv/3w?level=2&table=1&data=v01');
      const expected = await counts('level=2&version=v01');
      await eventually(async () => page.locator('cod-table tbody tr').count()).toBeGreaterThan(0);
      const cells = new Map(
        await Promise.all(
          (await page.locator('cod-table tbody tr').all()).map(async (row): Promise<[string, string]> => [
            (await row.locator('td bdi.number').textContent())!,
            (await row.locator('td').nth(1).textContent())!.trim(),
          ]),
        ),
      );
      for (const [code, count] of expected) expect(cells.get(code), code).toBe(String(count));
      await page.context().close();
    });
  });

  test('the table of areas and clusters has the totals that the API counts, and shares as a table', async () => {
    const page = await open('/c/xnv/3w?level=1&table=1&pane=matrix', signedIn());
    const matrix = await get<MatrixAnswer>('/api/v1/presence/3w-xnv/matrix?level=1');
    await eventually(() => page.locator('.totals td').allTextContents()).toEqual([String(matrix.total), ...matrix.sectorTotals.map(String)]);
    expect(matrix.total).toBeLessThan(matrix.unitTotals.reduce<number>((sum, count) => sum + count!, 0));
    await page.locator('.country-table').getByRole('button', { name: 'Share' }).click();
    const src = (await page.locator('.share-picture').getAttribute('src'))!;
    expect(JSON.parse(new URL(src, product.url).searchParams.get('spec')!)).toMatchObject({ data: { split: 'matrix' }, view: null });
    expect((await fetch(product.url + src)).status).toBe(200);
    await page.context().close();
  });

  test('on a phone, in Arabic, nothing is wider than the window', async () => {
    for (const path of [
      '/c/xnv/3w?level=2&paint=change&lang=ar',
      '/c/xnv/3w?level=2&table=1&pane=lists&lang=ar',
      '/c/xnv/3w?level=2&table=1&pane=matrix&lang=ar',
    ]) {
      const page = await open(path, PHONE);
      await page.locator('.legend, cod-table').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
      await page.context().close();
    }
  });
});
