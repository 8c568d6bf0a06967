/** Every page, as strangers and as members see it, in real Chromium: the console stays empty. What is not there or may not be told is not asked for. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGES } from '../../server/contract/paths.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import { CHROMIUM, NO_GL, openPage, type Product } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, invitedAs, type Person } from '../helpers/member.ts';
import { countsOnly, sensitivityOf } from '../helpers/sensitivity.ts';
import { violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';

describe.skipIf(!CHROMIUM)('the console (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  let map: string;
  let embed: string;

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    // Pages are the same without a live map, and there is nothing to wait for.
    browser = await openBrowser(NO_GL);
    const spec = {
      spec: 1,
      title: 'Who is where',
      lang: 'en',
      status: 'unmarked',
      boundary: { dataset: 'cod-ab-xnv', version: 'current', level: 1 },
      data: { kind: 'presence', dataset: '3w-xnv', version: 'current', definition: DEFAULT_DEFINITION },
      classes: { method: 'quantile', breaks: [1, 20, 40, 40], open: 'above', whole: true },
      labels: { show: 'names', lang: 'en', values: true },
      view: null,
      selected: null,
    };
    map = ((await send('POST', '/api/v1/maps', { spec })) as { id: string }).id;
    const plain = { hosts: [], theme: { mode: 'auto', accent: null, radius: 8, font: 'noto' }, lang: null, live: 'never' };
    embed = ((await send('POST', `/api/v1/maps/${map}/embeds`, plain)) as { id: string }).id;
  });
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  async function send(method: string, path: string, body: unknown): Promise<unknown> {
    const headers = { ...person.headers, 'content-type': 'application/json' };
    const answer = await fetch(product.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** What the browser complained of, by page. Two pages at a time: half of a visit is waiting whether more is asked for. */
  async function complaints(paths: readonly string[], member: boolean): Promise<string[]> {
    const half = Math.ceil(paths.length / 2);
    return (await Promise.all([paths.slice(0, half), paths.slice(half)].map(async (part) => (part.length > 0 ? visit(part, member) : [])))).flat();
  }
  async function visit(paths: readonly string[], member: boolean): Promise<string[]> {
    const session = member ? { storageState: { cookies: cookiesOf(person, product.url), origins: [] } } : {};
    const found: string[] = [];
    const { page, complaints, close } = await openPage(browser, product.url, session);
    for (const path of paths) {
      const failed: string[] = [];
      const note = (response: { status(): number; url(): string }) => response.status() >= 400 && failed.push(`${response.status()} ${response.url()}`);
      page.on('response', note);
      await page.goto(product.url + path);
      await page.locator('h1, h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      page.off('response', note);
      found.push(...complaints.splice(0).map((text) => `${path}: ${text} ${failed.join(' ')}`));
    }
    await close();
    return found;
  }

  const PANES = ['table', 'matrix', 'clusters', 'organisations', 'lists', 'gaps'].map((pane) => `/c/xnv/3w?level=2&table=1&pane=${pane}`);
  const PRESENCE = ['/c/xnv/3w', '/c/xnv/3w?level=1&unit=1:XN01', '/c/xnv/3w?paint=ratio&print=both', '/c/xnv/3w?paint=change&level=2', ...PANES];
  const PUBLIC = [
    '/',
    '/c/xnv',
    '/c/xnv?level=2&table=1',
    '/c/xnv/population',
    '/c/xnv/indicators',
    '/c/xnv/indicators/list',
    '/c/xnv/assessments',
    '/c/xnv/pcode',
    ...PRESENCE,
    ...['cod-ab', 'cod-ps', '3w'].map((kind) => `/c/xnv/${kind}-xnv`),
    '/c/xnv/coordination',
    '/c/xnv/coordination/imwg',
    '/global',
    '/global/imwg',
    '/c/xnv/start',
    '/c/xnv/contacts',
    '/c/xnv/contacts/focal-points',
    '/global-contacts',
    '/c/xnv/documents',
    '/c/xnv/documents/imwg-isp',
    '/global-documents',
    '/c/xnv/calendar',
    '/global-calendar',
    '/c/xnv/schedule',
    '/c/xnv/sharing',
    '/entry',
    '/news',
    `/unsubscribe/${'a'.repeat(40)}`,
    '/signin',
    '/archive',
  ];
  const DRAFT = '/drafts/3w-xnv/v02';
  const CLOSED = [
    '/members',
    '/upload',
    '/3w/3w-xnv/review',
    '/c/xnv/coordination-import',
    '/c/xnv/contacts-import',
    '/c/xnv/webhooks',
    '/c/xnv/documents-new',
    '/c/xnv/documents/imwg-isp/write',
  ];

  test('every page of the client is in these lists', () => {
    const walked = [...PUBLIC, ...CLOSED, '/join/x', DRAFT].map((path) => path.split('?')[0]!.split('/').filter(Boolean));
    for (const [name, pattern] of Object.entries(PAGES)) {
      // The invented structure above all countries has neither documents nor meetings; its pages are those of countries.
      const parts = pattern
        .replace(/^\/global-/, '/c/xnv/')
        .split('/')
        .filter(Boolean);
      // One meeting on one of its days is walked in test/product/coordination/meetings.test.ts.
      if (name === 'meeting' || name === 'globalMeeting') continue;
      const isWalked = walked.some((path) => path.length === parts.length && parts.every((part, i) => part.startsWith(':') || part === path[i]));
      expect(isWalked, `${name} ${pattern}`).toBe(true);
    }
  });
  test('strangers', async () => expect(await complaints([...PUBLIC, ...CLOSED, `/maps/${map}`, `/embed/${embed}`], false)).toEqual([]));
  test('members', async () => expect(await complaints([...PUBLIC, ...CLOSED], true)).toEqual([]));
  test('an invitation, and a draft', async () => {
    const { link } = (await send('POST', '/api/v1/members/invites', invitedAs('reviewer'))) as { link: string };
    expect(await complaints([new URL(link).pathname], false)).toEqual([]);
    const { job } = (await send('POST', '/api/v1/presence/3w-xnv/apply', {})) as { job: string };
    const state = async () => ((await (await fetch(`${product.url}/api/v1/jobs/${job}`, { headers: person.headers })).json()) as { state: string }).state;
    await expect.poll(state, { timeout: 90_000 }).toBe('succeeded');
    expect(await complaints([DRAFT, '/3w/3w-xnv/review?version=v02'], true)).toEqual([]);
    // Strangers are told that there is nothing for them; what must fail is not asked for.
    expect(await complaints([DRAFT, '/drafts/3w-xnv/v01', '/drafts/3w-xyz/v01'], false)).toEqual([]);
  });
  test('a sensitive 3W', async () => {
    await send('PUT', sensitivityOf('3w-xnv'), countsOnly(2));
    expect(await complaints([...PRESENCE, '/c/xnv/3w-xnv', `/maps/${map}`], false)).toEqual([]);
    expect(await complaints(['/c/xnv/3w'], true)).toEqual([]);
  });
  test('a country without a population', async () => {
    await send('POST', '/api/v1/datasets/cod-ps-xnv/versions/v01/withdraw', { reason: 'test' });
    expect(await complaints(['/c/xnv', ...PRESENCE], true)).toEqual([]);
  });

  test('a withdrawn version says so wherever it is seen, and rolling back says first what changes', async () => {
    await send('POST', '/api/v1/datasets/cod-ab-xnv/versions/v01/withdraw', { reason: 'Two districts are missing.' });
    const { page, close } = await openPage(browser, product.url, { storageState: { cookies: cookiesOf(person, product.url), origins: [] } });
    const banner = page.locator('.state-banner[data-status=withdrawn]');
    await page.goto(`${product.url}/c/xnv`);
    await page.getByText('No version is current.').waitFor();
    expect(await banner.innerText()).toContain('Two districts are missing.');
    await page.getByRole('button', { name: 'Look at v01' }).click();
    await page.locator('.panel-states .state-banner[data-status=withdrawn]').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(`${product.url}/`);
    await page.locator('.card .badge[data-status=withdrawn]').getByText('Boundaries v01 · withdrawn').waitFor();

    await page.goto(`${product.url}/drafts/cod-ab-xnv/v01`);
    await banner.waitFor();
    await page.getByRole('button', { name: 'Roll back to v01' }).click();
    const dialog = page.locator('cod-dialog:has(.rollback-impact)');
    await dialog.getByText('What changes, and for whom').waitFor();
    expect(await dialog.innerText()).toMatch(/1 saved map follows the current version and will show v01/);
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('textbox').fill('They are there after all.');
    await dialog.getByRole('button', { name: 'Roll back to v01' }).click();
    await page.locator('.draft-head .badge[data-status=current]').waitFor();
    await page.goto(`${product.url}/drafts/cod-ab-xnv/v01?tab=history`);
    await page.locator('.acts li').first().waitFor();
    expect(await page.locator('.acts').innerText()).toMatch(
      /Made current again[^]*They are there after all\.[^]*Withdrawn[^]*Two districts are missing\.[^]*Published/,
    );

    await page.goto(`${product.url}/c/xnv`);
    await page.locator('.timeline-fold > summary').click();
    await page.locator('.timeline-list a').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('#timeline-day').fill('1980-01-01');
    await page.locator('.timeline-date button').click();
    await page.locator('.country-ended').waitFor();
    await close();
  });
});
