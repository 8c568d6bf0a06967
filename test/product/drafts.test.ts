/** Drafts of tables, in headless Chromium: a file whose headings mislead, next month's file, clicks counted; the draft page, the review and what is in doubt. */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetAnswer, VersionAnswer } from '../../server/contract/datasets/api.ts';
import type { OrganisationsAnswer, SummaryAnswer } from '../../server/contract/presence/api.ts';
import { CHROMIUM, NO_GL, openPage, untilLive, untilStill, type PageOptions, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CASES = 'test/fixtures/cases';
const ROWS = 4000;

/** The rows of a case over and over, up to a size that nobody looks through by hand. */
function scale(text: string, rows = ROWS): string {
  let [end, quoted] = [0, false];
  for (; quoted || text[end] !== '\n'; end++) if (text[end] === '"') quoted = !quoted;
  const lines = text
    .slice(end + 1)
    .trim()
    .split('\n');
  return text.slice(0, end + 1) + Array.from({ length: rows }, (_, i) => lines[i % lines.length]).join('\n');
}
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 90_000 });
const caseOf = (name: string) => readFileSync(`${CASES}/29-role-word-inside-instructions/${name}`, 'utf8');

/** Two columns that both may name who works there: nothing but a person knows which. */
function ambiguous(): string {
  const places = ['Sudland,TG01,Alba,TG0101', 'Sudland,TG01,Bero,TG0102'];
  const [orgs, teams] = [
    ['Relief Alpha', 'Beta Aid', 'Gamma Care', 'Delta Works', 'Epsilon Fund', 'Zeta Health'],
    ['Northern Team', 'Southern Hub', 'Field Unit One', 'Mobile Crew', 'Coastal Base', 'Hill Station'],
  ];
  const rows = Array.from({ length: ROWS }, (_, i) => `Health,${places[i % 2]},${orgs[i % 6]},${teams[(i * 7 + 3) % 6]}`);
  return ['Cluster,Region,Region code,District,District code,Who,Entity', ...rows].join('\n');
}

/** Places near to a known one and of no place, a sector of no list, two donors of nearly one name. */
function doubtful(): string {
  const certain = ['Sudland,TG01,Alba,TG0101', 'Sudland,TG01,Bero,TG0102', 'Nordland,TG02,Kpele,TG0201'];
  const wrong = ['Sudland,TG01,Albba,', 'Sudland,TG01,Xyzzy,', 'Nordland,TG02,Qwerty,', 'Nordland,TG02,Domma,'];
  const rows = Array.from({ length: 800 }, (_, i) => {
    const place = i % 20 < 14 ? certain[i % 3] : wrong[i % 4];
    return `${['Relief Alpha', 'Beta Aid', 'Gamma Care', 'Delta Works', 'Hope Partners', 'Water for Life', 'Norland Relief'][(i * 5) % 7]},${['World Giving Fund', 'World Giving Funds'][i % 2]},${['Health', 'WASH', 'Puppet theatre'][i % 3]},${place},2025-04-01,2025-05-1${i % 9}`;
  });
  return ['Organisation,Donor,Cluster,Region,Region code,District,District code,Start,End', ...rows].join('\n');
}

describe.skipIf(!CHROMIUM)('drafts in Chromium (skipped where no Chromium is installed)', { timeout: 240_000 }, () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  let clicks = 0;
  const opened: Watched[] = [];
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;
  const signedIn = () => ({ storageState: { cookies: cookiesOf(person, product.url), origins: [] } });

  /** The map of a draft stays still, but for what is about it. */
  async function open(path: string, options: PageOptions = {}, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const watched = await openPage(browser, product.url, { ...signedIn(), webgl: false, kept: true, ...options });
    opened.push(watched);
    await prepare?.(watched.page);
    await watched.page.goto(product.url + path);
    return watched.page;
  }

  async function click(target: Locator): Promise<void> {
    clicks++;
    await target.click();
  }

  /** Drops a file on the upload page, as a hand would, and sends it: one click. */
  async function drop(page: Page, name: string, text: string): Promise<string> {
    clicks = 0;
    await page.locator('cod-drop').waitFor();
    await page.evaluate(
      ([name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text!], name!));
        const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
        for (const type of ['dragover', 'drop']) target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [name, text],
    );
    await click(page.getByRole('button', { name: 'Send and check' }));
    await page.waitForURL('**/drafts/**', { timeout: 120_000 });
    await main(page).waitFor({ timeout: 90_000 });
    return new URL(page.url()).pathname.split('/').at(-1)!;
  }

  const main = (page: Page) => page.locator('.draft-head .button-primary');

  async function publish(page: Page): Promise<void> {
    await click(main(page));
    await click(page.locator('reason-dialog').getByRole('button', { name: 'Publish' }));
    await page.getByRole('link', { name: 'See it on the country page' }).waitFor();
  }

  async function send(name: string, bytes: string, kind: string): Promise<string> {
    const form = new FormData();
    form.append('files', new File([bytes], name));
    form.append('country', 'TGO');
    form.append('kind', kind);
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    const at = sent.headers.get('location')!;
    for (;;) {
      const { version, state, error } = await get<{ version: string | null; state: string; error: unknown }>(at);
      if (version) return version;
      if (state === 'failed') throw new Error(JSON.stringify(error));
      await setTimeout(200);
    }
  }

  const post = (path: string, body: object) =>
    fetch(product.url + path, { method: 'POST', headers: { ...person.headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser(NO_GL);
    const form = new FormData();
    for (const name of ['tgo_adm1.geojson', 'tgo_adm2.geojson']) form.append('files', new File([readFileSync(`${CASES}/00-base/${name}`)], name));
    form.append('country', 'TGO');
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    const at = sent.headers.get('location')!;
    while (!(await get<{ version: string | null }>(at)).version) await setTimeout(200);
    expect((await post('/api/v1/datasets/cod-ab-tgo/versions/v01/publish', { reason: 'for the test' })).status).toBe(200);
  }, 240_000);
  // A live map that nobody looks at goes on drawing.
  afterEach(() => Promise.all(opened.map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('headings that mislead, 4,000 rows, the first file of a country: right and published in at most 8 clicks', async () => {
    const page = await open('/upload');
    const tag = await drop(page, 'tgo_3w_question.csv', scale(caseOf('tgo_3w_question.csv')));
    expect(tag).toBe('v01');
    await page.getByText('4 organisations').waitFor();
    expect(await page.locator('.draft-words').first().innerText()).toMatch(/Beta Aid\s+Delta Works\s+Gamma Care\s+Relief Alpha/);
    // Nobody knows yet whose it is: that is asked before publishing is offered.
    expect(await main(page).innerText()).toMatch(/^Fill in: Source, Contributor and Licence/);
    await click(main(page));
    await page.getByLabel('Source', { exact: true }).fill('OCHA');
    await page.getByLabel('Contributor').fill('Clusters');
    await page.getByLabel('Licence').fill('CC BY-IGO');
    await click(page.getByRole('button', { name: 'Save the metadata' }));
    await page.getByText('Metadata saved').waitFor();
    expect(await main(page).innerText()).toBe('Publish');
    await publish(page);
    await click(page.getByRole('link', { name: 'See it on the country page' }));
    await page.waitForURL('**/c/tgo/3w*');
    expect(clicks).toBeLessThanOrEqual(8);
    const { organisations } = await get<OrganisationsAnswer>('/api/v1/presence/3w-tgo/organisations');
    expect(organisations.map(({ name }) => name).sort()).toEqual(['Beta Aid', 'Delta Works', 'Gamma Care', 'Relief Alpha']);
    expect((await get<DatasetAnswer>('/api/v1/datasets/3w-tgo')).current).toBe('v01');
  });

  test('the next month: from the drop to a shared map in at most 6 clicks; whose it is is carried on', async () => {
    const page = await open('/upload');
    const tag = await drop(page, 'tgo_3w_question_june.csv', scale(caseOf('tgo_3w_question.csv'), ROWS + 12));
    expect(tag).toBe('v02');
    expect(await main(page).innerText()).toBe('Publish');
    const { metadata } = await get<VersionAnswer>(`/api/v1/datasets/3w-tgo/versions/${tag}`);
    expect([metadata.source, metadata.contributor, metadata.license]).toEqual(['OCHA', 'Clusters', 'CC BY-IGO']);
    // Beside each figure that of the month before, and no month's worth of change is marked.
    expect((await page.locator('.figures tbody tr').first().innerText()).replaceAll(/\s+/g, ' ')).toBe('Rows with content 4,012 4,000 +12');
    expect(await page.locator('.figures [data-marked]').count()).toBe(0);
    await publish(page);
    await click(page.getByRole('link', { name: 'See it on the country page' }));
    await untilStill(page);
    await click(page.getByRole('button', { name: 'Share' }).first());
    await click(page.locator('share-panel').getByRole('button', { name: /Copy/ }).first());
    // What is shared says what it is of.
    await eventually(() => page.locator('share-panel [name=title]').inputValue()).toBe('Togo: Organisations');
    expect(clicks).toBeLessThanOrEqual(6);
  });

  test('a column that may be two things, 4,000 rows: asked before publishing, right in at most 8 clicks', async () => {
    const page = await open('/upload');
    const tag = await drop(page, 'tgo_3w_who.csv', ambiguous());
    expect(await main(page).innerText()).toMatch(/^Answer 1 question/);
    expect(await page.getByRole('button', { name: /Publish/ }).count()).toBe(0);
    expect((await post(`/api/v1/datasets/3w-tgo/versions/${tag}/publish`, { reason: 'all the same' })).status).toBe(409);
    // As soon as the rows are known the step leads to the one place where all is decided.
    await page.locator('.draft-head a.button-primary').waitFor();
    await click(main(page));
    await eventually(() => page.url()).toContain('/review?');
    await click(page.locator('.question-choices button').last());
    await click(page.locator('.review-apply').getByRole('button'));
    await click(page.getByRole('link', { name: 'Go to the draft' }));
    await page.waitForURL(`**/drafts/3w-tgo/${tag}*`);
    await main(page).waitFor();
    await eventually(() => main(page).innerText()).toBe('Publish');
    // The same version was read again; gone since the month before is Education, which is marked.
    expect((await get<DatasetAnswer>('/api/v1/datasets/3w-tgo')).versions.map(({ version }) => version).sort()).toEqual(['v01', 'v02', 'v03']);
    await eventually(() => page.locator('.figures tr[data-marked]', { hasText: 'Education' }).count()).toBe(1);
    await publish(page);
    await click(page.getByRole('link', { name: 'See it on the country page' }));
    expect(clicks).toBeLessThanOrEqual(8);
    const { organisations } = await get<OrganisationsAnswer>('/api/v1/presence/3w-tgo/organisations');
    expect(organisations.map(({ acronym }) => acronym)).toEqual(organisations.map(() => null));
  });

  test('a draft that was never public is discarded, and its tag is free', async () => {
    const tag = await send('tgo_3w_other.csv', scale(caseOf('tgo_3w_instructions.csv'), 40), '3w');
    // A slow line: the draft is discarded while its page still loads, and the page asks nothing of what has gone.
    const page = await open(`/drafts/3w-tgo/${tag}`, {}, async (slow) => {
      await slow.route(/\/report\?/, async (route) => {
        await setTimeout(2000);
        await route.continue();
      });
      await slow.route(`**/versions/${tag}`, async (route) => {
        const response = await route.fetch();
        if (route.request().method() === 'DELETE') await setTimeout(4000);
        await route.fulfill({ response });
      });
    });
    await page.getByRole('button', { name: 'Discard this draft' }).click();
    await page.locator('reason-dialog').getByRole('button', { name: 'Discard this draft' }).click();
    await page.waitForURL('**/c/tgo/3w-tgo*');
    expect((await fetch(`${product.url}/api/v1/datasets/3w-tgo/versions/${tag}`, { headers: person.headers })).status).toBe(404);
    // The same bytes make it anew, under the tag that is free.
    expect(await send('tgo_3w_other.csv', scale(caseOf('tgo_3w_instructions.csv'), 40), '3w')).toBe(tag);
    const gone = await fetch(`${product.url}/api/v1/datasets/3w-tgo/versions/v01`, { method: 'DELETE', headers: person.headers });
    expect([gone.status, ((await gone.json()) as { type: string }).type]).toEqual([409, '/problems/version.was-public']);
  });

  describe('rows in doubt', () => {
    let tag: string;
    beforeAll(async () => {
      tag = await send('tgo_3w_may.csv', doubtful(), '3w');
    });

    test('one look and one number in legend, sentence, gaps and picture; none of them is “not reported”', async () => {
      const page = await open(`/drafts/3w-tgo/${tag}`, { webgl: 'blind' });
      await untilLive(page);
      expect(await main(page).innerText()).toMatch(/^Decide on 4 places/);
      expect((await page.locator('.figures tbody tr').nth(2).innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^Rows in doubt 240 0 \+240|large change/);
      // At the regions every row is certain; nearer by, at the districts, they are not.
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await page.locator('.draft-legend').getByText('In doubt: 240 rows').waitFor();
      const { totals, inDoubt } = await get<SummaryAnswer>(`/api/v1/presence/3w-tgo/summary?level=2&version=${tag}`);
      expect(totals.inDoubt).toBe(240);
      expect(Object.values(inDoubt).reduce((sum: number, rows) => sum + rows!, 0)).toBe(240);
      expect((await post(`/api/v1/datasets/3w-tgo/versions/${tag}/publish`, { reason: 'as it is' })).status).toBe(200);
      const map = await open('/c/tgo/3w?level=2&table=1&pane=gaps');
      await untilStill(map);
      await map.locator('.summary').getByText('In doubt: 240 of 800 rows wait for a decision on their place.').waitFor();
      const gaps = await map.locator('cod-table tbody').innerText();
      expect(gaps).toMatch(/Doma.*In doubt: up to 1\d\d rows/s);
      expect(gaps).not.toContain('Not reported');
    });

    test('the review: rows first, all of a cause at once, one name kept, donors apart; unplaceable rows wait no more', async () => {
      const page = await open(`/3w/3w-tgo/review?version=${tag}#places`);
      const parts = page.locator('section.review-part-of > h2');
      await eventually(async () => (await parts.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
        'Places 4 open · 240 rows',
        expect.stringMatching(/^Clusters 1 open · 26\d rows$/),
        'Organisations that may be the same 1 open · 400 rows',
      ]);
      await page.getByRole('button', { name: 'Accept all 2 proposals' }).click();
      await page.getByRole('button', { name: 'None of these 2 can be placed' }).click();
      await page.getByRole('heading', { name: 'Only as funding partners' }).waitFor();
      await page.getByRole('button', { name: 'The same: keep World Giving Fund', exact: true }).click();
      await page.getByText('One organisation: World Giving Fund').waitFor();
      await page.locator('.review-apply').getByRole('button').click();
      const href = await page.getByRole('link', { name: 'Go to the draft' }).getAttribute('href', { timeout: 90_000 });
      const next = href!.split('?')[0]!.split('/').at(-1)!;
      const { totals, inDoubt } = await get<SummaryAnswer>(`/api/v1/presence/3w-tgo/summary?level=2&version=${next}`);
      expect([totals.inDoubt, inDoubt]).toEqual([0, {}]);
      expect(totals.knownOnlyAbove).toBe(120);
      const { organisations } = await get<OrganisationsAnswer>(`/api/v1/presence/3w-tgo/organisations?role=funding&version=${next}`);
      expect(organisations.map(({ name }) => name)).toEqual(['World Giving Fund']);
    });

    test.each([
      ['390 px', 'en', 'dark', PHONE],
      ['390 px', 'ar', 'light', PHONE],
      ['1280 px', 'ar', 'dark', {}],
      ['1280 px', 'en', 'light', {}],
    ] as const)('no breach of WCAG 2.2 AA that axe can find, nothing wider than the window: %s, %s, %s', async (_width, lang, colorScheme, size) => {
      // With live maps once on either screen, and the notice in their place else.
      const page = await open('/', { ...size, colorScheme, bypassCSP: true, webgl: colorScheme === 'light' ? 'blind' : false });
      for (const path of [`/drafts/3w-tgo/${tag}`, `/3w/3w-tgo/review?version=${tag}`, '/drafts/cod-ps-xnv/v01']) {
        await page.goto(`${product.url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.locator('.figures, .review-group').first().waitFor();
        const violations = await violationsOf(page);
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual('viewport' in size ? size.viewport.width : 1280);
      }
    });
  });

  test('in all of this no request left the product, and the browser had nothing to complain of', () => {
    expect(opened.length).toBeGreaterThan(10);
    expect(opened.flatMap(({ foreign }) => foreign)).toEqual([]);
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
