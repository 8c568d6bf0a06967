/** Population and 3W in headless Chromium on the sample country: what is painted is what is counted, linked, in the address, in four languages. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ramp } from '../../server/contract/maps/palette.ts';
import type { UnitAnswer, UnitsAnswer } from '../../server/contract/datasets/api.ts';
import type { PopulationAnswer } from '../../server/contract/population/population.ts';
import type { PresenceReviewList } from '../../server/contract/presence/presence.ts';
import type { MatrixAnswer, OrganisationsAnswer, SummaryAnswer } from '../../server/contract/presence/api.ts';
import { CHROMIUM, openPage, untilLive, untilStill, type PageOptions, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { eachLook, PHONE, SCREEN, violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';
import { countsOnly, sensitivityOf } from '../helpers/sensitivity.ts';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });

describe.skipIf(!CHROMIUM)('population and 3W in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  /** Of level 1, which tiles hold at every zoom, and of level 2. */
  let regions: UnitAnswer[];
  let units: UnitAnswer[];
  const opened: Watched[] = [];

  const get = async <T>(path: string, headers = {}) => (await (await fetch(product.url + path, { headers })).json()) as T;
  const summary = (query: string, level = 2) => get<SummaryAnswer>(`/api/v1/presence/3w-xnv/summary?level=${level}&${query}`);
  async function open(path: string, options: PageOptions = {}): Promise<Page> {
    const watched = await openPage(browser, product.url, options);
    opened.push(watched);
    await watched.page.goto(product.url + path);
    return watched.page;
  }
  /** For what is the same beside a still map: legend, tables, filters, files. */
  async function openStill(path: string, kept = true): Promise<Page> {
    const page = await open(path, { webgl: false, kept });
    await untilStill(page);
    return page;
  }
  const signedIn = () => ({ storageState: { cookies: cookiesOf(person, product.url), origins: [] } });
  const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
  /** Numbers of units at the end of the legend's lines. */
  const legend = async (page: Page) =>
    (await page.locator('.legend li .number').allTextContents()).map((text) => Number(/\d[\d,]*/.exec(text)![0].replaceAll(',', '')));
  /** A label around its choice holds the texts of all options too, so its own words are looked for. */
  const change = (page: Page, label: string, value: string) =>
    page
      .locator('label.control', { has: page.getByText(label, { exact: true }) })
      .locator('select')
      .selectOption(value);

  /** Colour on the screen, a little below a unit's middle, where its name does not stand. */
  async function colourAt(page: Page, { center }: UnitAnswer): Promise<string> {
    const at = await page.evaluate(
      (c) => (document.querySelector('map-stage') as unknown as { project(at: number[]): { x: number; y: number } }).project(c),
      center,
    );
    const image = await loadImage(await page.screenshot({ clip: { x: at.x - 1, y: at.y + 15, width: 2, height: 2 } }));
    const context = createCanvas(2, 2).getContext('2d');
    context.drawImage(image, 0, 0);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red!, green!, blue!].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser();
    const list = async (level: number) => (await get<UnitsAnswer>(`/api/v1/datasets/cod-ab-xnv/versions/current/units?level=${level}&limit=500`)).units;
    [regions, units] = await Promise.all([list(1), list(2)]);
  });
  // A live map that nobody looks at goes on drawing.
  afterEach(() => Promise.all(opened.map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  /** Wide enough that a point below the name is still inside. */
  const wide = () => [...regions].sort((a, b) => b.areaSqKm - a.areaSqKm).slice(0, 6);

  test('population: legend, colours on the screen, table and pyramid say the same', async () => {
    const page = await open('/c/xnv/population?level=1&measure=people&method=manual&breaks=1000000,2000000');
    await untilLive(page);
    const { levels } = await get<PopulationAnswer>('/api/v1/datasets/cod-ps-xnv/versions/current/population?level=1&sex=t&age=all');
    const people = new Map(levels[0]!.pcodes.map((code, i) => [code, levels[0]!.values[0]![i]!]));
    const classOf = (value: number) => (value < 1_000_000 ? 0 : value < 2_000_000 ? 1 : 2);
    const counts = [0, 0, 0];
    for (const value of people.values()) counts[classOf(value)]!++;
    await eventually(() => legend(page)).toEqual(counts);
    const colours = ramp(3);
    await page.waitForTimeout(500);
    for (const unit of wide()) expect(await colourAt(page, unit), unit.pcode).toBe(colours[classOf(people.get(unit.pcode)!)]);

    await page.getByRole('button', { name: 'Table' }).click();
    const table = page.locator('cod-table');
    await table.getByRole('button', { name: 'People', exact: true }).click();
    await table.getByRole('button', { name: 'People', exact: true }).click();
    const [most] = [...people].sort((a, b) => b[1] - a[1])[0]!;
    expect(await table.locator('tbody tr').first().textContent()).toContain(most);
    await table.locator('tbody tr').first().getByRole('button').click();
    await eventually(() => param(page, 'unit')).toBe(`1:${most}`);
    await page.locator('.pyramid tbody tr').first().waitFor();
    expect(await page.locator('.own-number b').textContent()).toContain(people.get(most)!.toLocaleString('en-GB'));
    await page.getByRole('button', { name: 'Add to the selection' }).click();
    await eventually(() => param(page, 'chosen')).toBe(most);
    await page.reload();
    await eventually(() => page.getByRole('button', { name: 'Remove from the selection' }).count()).toBe(1);
  });

  test('of a day: the population and the 3W that held on it; where none did that is said, with the nearest', async () => {
    const page = await openStill('/c/xnv/population?date=2026-06-01');
    await eventually(async () => (await legend(page)).length).toBeGreaterThan(1);
    // The answer that there was none stands in the console as one that failed, so this page is not among those that have nothing to complain of.
    const none = await openPage(browser, product.url, { webgl: false });
    await none.page.goto(`${product.url}/c/xnv/3w?date=2026-06-01`);
    await none.page.getByText('No version of 3w-xnv holds on 2026-06-01').waitFor();
    await none.page.getByRole('button', { name: 'v01 · valid from 1 May 2025 until 1 June 2025' }).click();
    await eventually(() => param(none.page, 'date')).toBe('2025-05-01');
    await eventually(async () => (await legend(none.page)).length).toBeGreaterThan(1);
    await none.close();
  });

  test('population: sex, age and classes are in the address and change the legend; downloads are there', async () => {
    const page = await openStill('/c/xnv/population?level=1');
    await change(page, 'Sex', 'f');
    await change(page, 'Age', '0-4');
    await change(page, 'Classes', 'jenks');
    await change(page, 'Number of classes', '3');
    await eventually(() => legend(page).then((counts) => [counts.length, counts.reduce((a, b) => a + b, 0)])).toEqual([3, 11]);
    expect([param(page, 'sex'), param(page, 'age'), param(page, 'method'), param(page, 'classes')]).toEqual(['f', '0-4', 'jenks', '3']);
    for (const ending of ['csv', 'xlsx', 'geojson']) {
      const href = await page.locator(`.downloads a[href$="${ending}"]`).first().getAttribute('href');
      expect((await fetch(product.url + href!)).status).toBe(200);
    }
  });

  test('3W: a filter changes colours and counts, never the classes; the definition is in words and in the address', async () => {
    const page = await open('/c/xnv/3w?level=1');
    await untilLive(page);
    const labels = () => page.locator('.legend li .legend-label').allTextContents();
    /** Lower ends of the classes, which the data of the whole definition made. */
    const stepsOf = async () =>
      (await labels()).filter((label) => /^[\d,]+( – [\d,]+|\+)?$/.test(label)).map((label) => Number(/[\d,]+/.exec(label)![0].replaceAll(',', '')));
    await eventually(async () => (await stepsOf()).length).toBeGreaterThan(2);
    const steps = await stepsOf();
    const classOf = (count: number, of = steps) => of.findLastIndex((step) => count >= step);
    const expected = async (query: string) => {
      const { byPcode } = await summary(query, 1);
      const counts = steps.map(() => 0);
      for (const { count } of Object.values(byPcode)) if (count) counts[Math.max(0, classOf(count))]!++;
      return { byPcode, counts };
    };
    const shown = async () => (await legend(page)).slice(0, steps.length);
    await eventually(shown).toEqual((await expected('')).counts);
    const before = await labels();
    // No class is empty, and none holds nearly all: they come from the data.
    expect(Math.min(...(await shown()))).toBeGreaterThan(0);
    expect(Math.max(...(await shown()))).toBeLessThan(0.7 * regions.length);
    expect((await legend(page)).reduce((a, b) => a + b, 0)).toBe(regions.length);

    await page.getByRole('button', { name: 'Change what is counted' }).click();
    await page.getByLabel('Health', { exact: true }).check();
    const health = await expected('sector=HEA');
    await eventually(shown).toEqual(health.counts);
    expect(await stepsOf()).toEqual(steps);
    expect(param(page, 'sector')).toBe('HEA');
    expect(await page.locator('.definition p').textContent()).toContain('clusters: Health');
    await page.waitForTimeout(500);
    const colours = ramp(steps.length);
    let painted = 0;
    for (const unit of wide()) {
      const count = health.byPcode[unit.pcode]?.count ?? 0;
      if (count === 0) continue;
      expect(await colourAt(page, unit), unit.pcode).toBe(colours[Math.max(0, classOf(count))]);
      painted++;
    }
    expect(painted).toBeGreaterThan(2);

    // Other classes: the map is told the class of each unit anew.
    await change(page, 'Count', 'activities');
    const activities = (await summary('sector=HEA&unit=activities', 1)).byPcode;
    await eventually(async () => (await stepsOf()).join()).not.toBe(steps.join());
    const others = await stepsOf();
    await page.waitForTimeout(500);
    for (const unit of wide()) {
      const count = activities[unit.pcode]?.count ?? 0;
      if (count > 0) expect(await colourAt(page, unit), unit.pcode).toBe(ramp(others.length)[Math.max(0, classOf(count, others))]);
    }
    await change(page, 'Count', 'organisations');
    await eventually(stepsOf).toEqual(steps);
    await page.reload();
    await eventually(shown).toEqual(health.counts);
    expect(before.length).toBeGreaterThan(steps.length - 1);
  });

  test('3W: table, organisations, profile, matrix, small multiples and gaps are one click away and linked', async () => {
    const page = await openStill('/c/xnv/3w?level=1');
    const { totals } = await get<SummaryAnswer>('/api/v1/presence/3w-xnv/summary?level=1');
    await page.locator('.panes').getByRole('button', { name: 'Organisations', exact: true }).click();
    await eventually(() => page.locator('cod-table tbody tr').count()).toBe(totals.organisations);
    expect(await page.locator('.pane-title p').textContent()).toBe(await page.locator('.definition p').textContent());
    const row = page.locator('cod-table tbody tr').first();
    const name = await row.locator('td').first().textContent();
    await row.getByRole('button').click();
    await eventually(() => page.locator('.profile h2').textContent()).toBe(name?.trim());
    await page.getByRole('button', { name: 'Count only this organisation' }).click();
    await eventually(() => page.locator('cod-table tbody tr').count()).toBe(1);
    expect(param(page, 'org')).toBe(param(page, 'profile'));
    await page.getByRole('button', { name: 'Count all organisations again' }).click();

    await page.locator('.panes').getByRole('button', { name: 'Areas and clusters' }).click();
    const {
      sectors,
      units: areas,
      counts,
    } = await get<{ sectors: string[]; units: { pcode: string }[]; counts: number[][] }>('/api/v1/presence/3w-xnv/matrix?level=1');
    const sum = counts.flat().reduce((a, b) => a + b, 0);
    await eventually(async () => (await page.locator('.matrix .cell').allTextContents()).reduce((a, text) => a + Number(text.replaceAll(',', '')), 0)).toBe(
      sum,
    );
    expect(await page.locator('.matrix tbody tr').count()).toBeGreaterThanOrEqual(areas.length);

    await page.locator('.panes').getByRole('button', { name: 'One map per cluster' }).click();
    await eventually(() => page.locator('.multiple').count()).toBe(sectors.length);
    expect((await page.locator('.multiple svg path').first().getAttribute('d'))!.length).toBeGreaterThan(50);
    await page.locator('.multiple').first().click();
    await eventually(() => param(page, 'sector')).not.toBeNull();
    expect(await page.locator('.multiple[aria-pressed=true]').count()).toBe(1);
    expect(await page.locator('.multiple').count()).toBe(sectors.length);

    await page.locator('.panes').getByRole('button', { name: 'Areas without' }).click();
    await eventually(() => param(page, 'pane')).toBe('gaps');
    await page.goBack();
    expect(await page.locator('.country').count()).toBe(1);
  });

  test('3W: files by the definition on the page, of the country or of one area', async () => {
    const page = await openStill('/c/xnv/3w?level=1&sector=HEA');
    await page.locator('.files summary').click();
    const read = async (label: RegExp) => (await fetch(product.url + (await page.getByRole('link', { name: label }).getAttribute('href'))!)).text();
    const { byPcode, totals } = await summary('sector=HEA', 1);
    expect(JSON.parse(await read(/Address for programs/))).toMatchObject({ totals, level: 1 });
    const areas = await read(/Numbers by area/);
    for (const [code, { count }] of Object.entries(byPcode)) expect(areas).toMatch(new RegExp(`${code},.*\\b${count}\\b`));
    const rows = (text: string) => text.trim().split('\r\n').slice(1);
    const hapi = rows(await read(/HDX HAPI columns/));
    expect(hapi.length).toBeGreaterThan(10);
    expect(hapi.every((line) => line.includes('HEA'))).toBe(true);
    expect(rows(await read(/HXL tags/))).toHaveLength(hapi.length + 1);
    const all = rows(await read(/Every row/)).length;
    expect(all).toBeGreaterThan(hapi.length);

    await page.goto(`${product.url}/c/xnv/3w?level=1&sector=HEA&unit=1:${regions[0]!.pcode}`);
    await page.locator('.files summary').click();
    expect(rows(await read(/Every row/)).length).toBeLessThan(all);
  });

  test('3W: change against the months before, and people for each organisation', async () => {
    const page = await openStill('/c/xnv/3w?level=1&from=2025-05-01&to=2025-05-31&paint=change');
    const at = async (period: string) => (await get<SummaryAnswer>(`/api/v1/presence/3w-xnv/summary?level=1&period=${period}`)).byPcode;
    const [now, before] = [await at('2025-05'), await at('2025-04')];
    const more = Object.keys({ ...now, ...before }).filter((code) => (now[code]?.count ?? 0) > (before[code]?.count ?? 0)).length;
    await eventually(async () => (await legend(page)).slice(3, 5).reduce((a, b) => a + b, 0)).toBe(more);
    await change(page, 'Colours show', 'ratio');
    await eventually(() => param(page, 'paint')).toBe('ratio');
    expect((await legend(page)).reduce((a, b) => a + b, 0)).toBe(11);
  });

  test('3W, sensitive: counts down to the level, small ones said to be withheld, no organisation anywhere; members see all', async () => {
    const policy = (method: 'PUT' | 'DELETE') =>
      fetch(product.url + sensitivityOf('3w-xnv'), {
        method,
        headers: { ...person.headers, 'content-type': 'application/json' },
        body: JSON.stringify(method === 'PUT' ? countsOnly(2, 'Protection of partners', 5) : {}),
      });
    const { organisations } = await get<OrganisationsAnswer>('/api/v1/presence/3w-xnv/organisations');
    expect((await policy('PUT')).status).toBe(200);
    try {
      const address = `/c/xnv/3w?level=3&view=7.2/-3.3/-7.8&table=1&pane=organisations&sector=HEA&org=${encodeURIComponent(organisations[0]!.id)}`;
      // What was open a moment ago may be cached for a minute.
      const page = await openStill(address, false);
      const answer = await summary('sector=HEA');
      expect(answer.withheld.length).toBeGreaterThan(3);
      const looks = async () => (await page.locator('.legend li').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));
      await eventually(async () => (await looks()).find((text) => text.startsWith('Withheld'))).toContain(
        `Withheld ${answer.withheld.length} of ${units.length}`,
      );
      const notice = await page.locator('.panel-body .notice').innerText();
      expect(notice).toContain('down to level 2. Numbers below 5, and numbers that would reveal them, are withheld.');
      expect(notice).toContain('Protection of partners');
      expect(await page.locator('.panes button').allInnerTexts()).toEqual(['Table', 'Areas and clusters', 'One map per cluster', 'Areas without presence']);
      const row = page.locator('cod-table tbody tr', { hasText: answer.withheld[0]! });
      expect((await row.locator('td, th').allInnerTexts()).slice(2, 5)).toEqual(['Withheld', '', '']);
      const text = await page.locator('body').innerText();
      for (const { name } of organisations) expect(text.includes(name), name).toBe(false);
      // The areas, the text beside them, the table and the workbook of what may be told, and the address for programs; no list of records.
      expect(await page.locator('.files a').count()).toBe(6);
      for (const link of await page.locator('.files a').all()) expect((await fetch(product.url + (await link.getAttribute('href'))!)).status).toBe(200);

      await page.getByRole('button', { name: 'Change what is counted' }).click();
      await change(page, 'Clusters', '');
      const all = await summary('');
      await eventually(async () => (await looks()).find((text) => text.startsWith('Withheld'))).toContain(`Withheld ${all.withheld.length} of ${units.length}`);
      const [code] = all.withheld;
      await page.goto(`${product.url}/c/xnv/3w?level=2&unit=2:${code}`);
      await eventually(() => page.locator('.own-number').textContent()).toContain('Withheld');

      // Areas by clusters, cell by cell what strangers are told of them: a withheld number says so and is never zero.
      await page.goto(`${product.url}/c/xnv/3w?level=2&table=1&pane=matrix`);
      const told = await get<MatrixAnswer>('/api/v1/presence/3w-xnv/matrix?level=2');
      const [at, column] = told.counts.flatMap((cells, unit) => cells.flatMap((value, i) => (value === null ? [[unit, i] as const] : [])))[0]!;
      const cell = page
        .locator('cod-table tbody tr', { has: page.getByText(told.units[at]!.name, { exact: true }) })
        .locator('td')
        .nth(column + 1);
      await eventually(() => cell.textContent().then((text) => text?.trim())).toBe('Withheld');
      await page.locator('.panes button', { hasText: 'One map per cluster' }).click();
      await eventually(() => page.locator('.multiple').count()).toBe(told.heads.filter(({ parent }) => parent === null).length);

      const region = (await summary('', 1)).byPcode[regions[0]!.pcode]!;
      await page.goto(`${product.url}/c/xnv/3w?level=2&view=7.2/-3.3/-7.8&unit=1:${regions[0]!.pcode}`);
      await eventually(() => page.locator('.own-number').textContent()).toBe(`${region.count} organisations`);

      const member = await open('/c/xnv/3w?level=2', { ...signedIn(), webgl: false });
      await eventually(() => member.locator('.panes button').count()).toBe(7);
    } finally {
      await policy('DELETE');
    }
  });

  test('review: accept, undo, search, not placeable, all proposals at once; the file is read again into a draft', async () => {
    const page = await open('/3w/3w-xnv/review', { webgl: 'blind' });
    await eventually(() => page.getByRole('link', { name: 'Sign in' }).count()).toBeGreaterThan(0);
    await page.context().addCookies(signedIn().storageState.cookies);
    await page.reload();
    const list = () => get<PresenceReviewList>('/api/v1/presence/3w-xnv/review', person.headers);
    const group = page.locator('#places .review-group').first();
    await group.locator('.button-primary').click();
    await eventually(async () => (await list()).pending).toBe(1);
    await group.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => (await list()).pending).toBe(0);
    await group.getByRole('button', { name: 'Another place' }).click();
    await page.locator('cod-combobox').getByRole('combobox').fill(units[0]!.pcode);
    await page.locator('cod-combobox [role=option]').first().click();
    await eventually(async () => (await list()).groups.filter(({ decision }) => decision).map(({ decision }) => decision!.pcode)).toEqual([units[0]!.pcode]);
    await page.locator('#places .review-group:not([data-decided])').first().getByRole('button', { name: 'Cannot be placed' }).click();
    await eventually(async () => (await list()).pending).toBe(2);
    const waiting = (await list()).groups.filter(({ cause, decision, proposal }) => cause === 'name-doubtful' && decision === null && proposal !== null).length;
    await page.getByRole('button', { name: `Accept all ${waiting} proposals` }).click();
    await eventually(async () => (await list()).pending).toBe(waiting + 2);
    await page.getByRole('button', { name: /Read the file again with/ }).click();
    await page.getByRole('link', { name: 'Go to the draft' }).waitFor({ timeout: 90_000 });
    const draft = await get<SummaryAnswer>('/api/v1/presence/3w-xnv/summary?level=2&version=v02', person.headers);
    expect(draft.totals.notPlaced).toBeLessThan((await summary('')).totals.notPlaced!);
  });

  describe('no breach of WCAG 2.2 AA that axe can find, nothing wider than the window', () => {
    const pages = () => ['/c/xnv/population?level=2', '/c/xnv/3w?level=2', '/3w/3w-xnv/review'];
    const panes = () => [
      `/c/xnv/population?level=2&unit=2:${units[0]!.pcode}&table=1`,
      `/c/xnv/3w?level=2&unit=2:${units[0]!.pcode}`,
      ...['table', 'matrix', 'clusters', 'organisations', 'gaps'].map((pane) => `/c/xnv/3w?level=2&table=1&pane=${pane}`),
    ];
    test.each([
      ['en', 'dark', 'light', 'screen'],
      ['ar', 'light', 'dark', 'phone'],
    ] as const)(
      '%s, %s on a screen, %s on a phone, panes on a %s',
      async (lang, onScreen, onPhone, panesOn) => {
        const [screen, phone] = [{ viewport: SCREEN, colorScheme: onScreen }, { viewport: PHONE, colorScheme: onPhone }]; // prettier-ignore
        // Without WebGL, because drawing twenty maps in software would be most of the suite's time; the pages are else the same.
        const { page, close } = await openPage(browser, product.url, { ...signedIn(), bypassCSP: true, webgl: false });
        for (const path of [...pages(), ...panes()]) {
          const looks = pages().includes(path) ? [screen, phone] : panesOn === 'screen' ? [screen] : [phone];
          await page.setViewportSize(looks[0]!.viewport);
          await page.goto(`${product.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
          await page.locator('.legend, .review-group').first().waitFor();
          if (path.includes('clusters')) await page.locator('.multiple').first().waitFor();
          else if (path.includes('table=1')) await page.locator('cod-table tbody tr').first().waitFor();
          else if (path.endsWith('3w?level=2')) await page.locator('.definition button').click();
          await eachLook(page, looks, async ({ viewport: { width }, colorScheme }) => {
            const violations = await violationsOf(page);
            expect(violations.map(({ id, nodes }) => `${path} ${width} ${colorScheme} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
            expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} ${width}`).toBeLessThanOrEqual(width);
          });
        }
        await close();
      },
      240_000,
    );
  });

  test('in all of this no request left the product, and the browser had nothing to complain of', () => {
    expect(opened.length).toBeGreaterThan(4);
    expect(opened.flatMap(({ foreign }) => foreign)).toEqual([]);
    expect(opened.flatMap(({ complaints }) => complaints).filter((text) => !/status of 40[13]/.test(text))).toEqual([]);
  });
});
