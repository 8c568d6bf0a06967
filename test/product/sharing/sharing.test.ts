/** Information sharing of the sample country in Chromium: its data schedule; the table of sensitivity as everybody reads it, changed by who may, and what disappears told before it does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { breachesIn, eventually, PHONE, startCoordination, WIDE, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite, type Person } from '../../helpers/member.ts';

describe.skipIf(!CHROMIUM)('information sharing in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;
  let chair: Person;

  beforeAll(async () => {
    world = await startCoordination();
    chair = await invite(world.product.url, world.admin, { scope: 'XNV', group: 'hct', role: 'chair' }, 'Clara');
  }, 240_000);
  afterAll(() => world?.stop());

  test.each(['en', 'ar'])('the data schedule is read in %s, wide and on a phone, light and dark', async (lang) => {
    const page = await world.open(`/c/xnv/schedule?lang=${lang}`, { colorScheme: lang === 'ar' ? 'dark' : 'light' });
    await page.locator('.series-table').waitFor();
    // What is for members only is not there: ten of eleven.
    expect(await page.locator('.series-table .badge[data-state]').count()).toBe(10);
    expect(await page.locator('.series-due-list .series-day').first().textContent()).toMatch(lang === 'en' ? /^Was due on/ : /[\u0600-\u06ff]/);
    expect(await page.locator('.deadlines button:has-text("Add")').count()).toBe(0);
    for (const viewport of [WIDE, PHONE]) {
      await page.setViewportSize(viewport);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      expect(await breachesIn(page)).toEqual([]);
    }
    await world.close(page);
  });

  test('a custodian finds by address what is overdue, changes it and confirms that it still holds, each said before it is done', async () => {
    const page = await world.open('/c/xnv/schedule?state=overdue', {}, chair);
    await page.locator('.series-table').getByRole('link', { name: 'Food prices' }).click();
    await page.locator('.series-entry').getByText('Two of the five markets did not report.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = page.locator('schedule-changes cod-dialog');
    await dialog.getByLabel('How often').selectOption('rule');
    await dialog.getByLabel('First due on').fill('2030-03-01');
    await dialog.getByLabel('Days', { exact: true }).selectOption('FREQ=MONTHLY;BYDAY=1FR');
    await dialog.getByText('How often: every month (30 days) → every month on the first Friday').waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await dialog.getByText('Cancel', { exact: true }).click();
    await page.getByRole('button', { name: 'Still current' }).click();
    await dialog.getByText('the next deadline is counted from now', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Still current' }).click();
    await page.locator('.series-entry .badge[data-state=fresh]').waitFor();
    // It is not overdue any more, so the filter has nothing left of it.
    await eventually(() => page.locator('.series-table').getByRole('link', { name: 'Food prices' }).count()).toBe(0);
    await world.close(page);
  });

  test('a country without a schedule is offered one, row by row; what is chosen is added', async () => {
    const page = await world.open('/c/tgo/schedule', {}, world.admin);
    const proposal = page.locator('.series-proposal');
    await proposal.waitFor();
    expect(await proposal.locator('li').count()).toBe(19);
    await proposal.getByLabel('Roads').check();
    expect(await breachesIn(page)).toEqual([]);
    await proposal.getByRole('button', { name: 'Add what is chosen: 1' }).click();
    await page.locator('.series-table').getByRole('link', { name: 'Roads' }).waitFor();
    await world.close(page);
  });

  test.each([
    ['en', 1280],
    ['en', 390],
    ['ar', 1280],
    ['ar', 390],
  ])('the table is read in %s at %i px, and nothing needs to be pushed aside', async (lang, width) => {
    const page = await world.open(`/c/xnv/sharing?lang=${lang}`, { viewport: { width, height: 844 } });
    await page.locator('.sharing-row').first().waitFor();
    await eventually(() => page.locator('data-sensitivity .class-mark').count()).toBe(3);
    expect(await page.locator('.sharing-row').count()).toBe(11);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await breachesIn(page)).toEqual([]);
    // Strangers change nothing.
    expect(await page.locator('.sharing button').count()).toBe(0);
    await page.context().close();
  });

  test('a draft is made, a row changed and endorsed; what disappears is said by name before it does', async () => {
    const page = await world.open('/c/xnv/sharing', {}, chair);
    await page.locator('.sharing-state').getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByText('Draft of v2').waitFor();
    await page.getByRole('button', { name: 'Change: Population statistics' }).click();
    const dialog = page.locator('row-dialog cod-dialog');
    await dialog.getByLabel('Who may receive it').selectOption('response');
    await dialog.getByLabel('Sensitivity').selectOption('moderate');
    expect(await breachesIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.locator('.sharing-class[data-class=moderate]').getByRole('heading', { name: 'Population statistics' }).waitFor();

    await page.getByRole('button', { name: 'Endorse' }).click();
    const endorse = page.locator('endorse-dialog cod-dialog');
    await endorse.getByRole('button', { name: 'Endorse' }).click();
    await endorse.getByText('cod-ps-xnv: 1 version with all files, maps and tables').waitFor();
    await endorse.getByText('No saved map').waitFor();
    expect(await breachesIn(page)).toEqual([]);
    const before = await fetch(`${world.product.url}/api/v1/datasets/cod-ps-xnv`);
    expect(before.status).toBe(200);
    await endorse.getByRole('button', { name: 'Hide it and save' }).click();
    await page.getByText('v2, endorsed by HCT', { exact: false }).first().waitFor();
    expect((await fetch(`${world.product.url}/api/v1/datasets/cod-ps-xnv`)).status).toBe(403);
    await page.context().close();
  });

  test('the owner protects it less, with a reason that everybody reads', async () => {
    const page = await world.open('/c/xnv/cod-ps-xnv', { viewport: PHONE }, world.admin);
    await page.getByText('By the table v2', { exact: false }).waitFor();
    await page.locator('data-sensitivity').getByRole('button', { name: 'Change' }).click();
    const dialog = page.locator('data-sensitivity cod-dialog');
    await dialog.getByLabel('Who may receive it').selectOption('public');
    await dialog.getByLabel('Sensitivity').selectOption('low');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This protects less than the classification of the country.', { exact: false }).waitFor();
    await dialog.getByLabel('Reason').fill('The census is in print.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Reason: The census is in print.', { exact: false }).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.context().close();
    const stranger = await world.open('/c/xnv/cod-ps-xnv');
    await stranger
      .getByText('Less protected than the table (Moderate sensitivity · For everyone in a group of the country). Reason: The census is in print.')
      .waitFor();
    await stranger.context().close();
  });

  test('of what is restricted the page says so in words, and shows nothing', async () => {
    const said = await fetch(`${world.product.url}/api/v1/datasets/3w-xnv/sensitivity`, {
      method: 'PUT',
      headers: { ...world.admin.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ class: 'high', audience: 'response', reason: 'a test', confirmed: true }),
    });
    expect(said.status).toBe(200);
    const page = await world.open('/c/xnv/3w-xnv');
    await page.getByText('not shared with everybody', { exact: false }).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.context().close();
  });

  test('what is new is told at the bell and in a list, in English and Arabic, wide and on a phone, and read by keyboard', async () => {
    const { url } = world.product;
    const headers = { ...chair.headers, 'content-type': 'application/json' };
    const withdrawn = await fetch(`${url}/api/v1/datasets/cod-ps-xnv/versions/v01/withdraw`, {
      method: 'POST',
      headers: { ...world.admin.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'a test' }),
    });
    expect(withdrawn.status).toBe(200);
    const page = await world.open('/news', {}, chair);
    await page.locator('.newspage-list a').getByText('Withdrawn: Population', { exact: false }).waitFor();
    await page.locator('.news-count').waitFor();
    expect(await page.locator('.news-bell').getAttribute('aria-label')).toMatch(/^What is new: [1-9]\d* unread$/);
    expect(await page.locator('head link[type="application/atom+xml"]').getAttribute('href')).toBe('/api/v1/feed.atom');
    for (const lang of ['en', 'ar']) {
      await page.goto(`/news?lang=${lang}`);
      await page.locator('.newspage-list > li').first().waitFor();
      for (const viewport of [WIDE, PHONE]) {
        await page.setViewportSize(viewport);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
        expect(await breachesIn(page)).toEqual([]);
      }
    }
    await page.goto('/news?lang=en');
    const mark = page.getByRole('button', { name: 'Mark as read: Withdrawn: Population' });
    await mark.focus();
    await page.keyboard.press('Enter');
    await eventually(() => mark.count()).toBe(0);
    // Other files on the same product may have made news as well.
    const others = page.getByRole('button', { name: /^Mark as read: / });
    for (let left = await others.count(); left > 0; left--) {
      await others.first().click();
      await eventually(() => others.count()).toBe(left - 1);
    }
    await eventually(() => page.locator('.newspage-list > li[data-unread=true]').count()).toBe(0);
    await eventually(() => page.locator('.news-count').count()).toBe(0);
    const answer = await fetch(`${url}/api/v1/news/count`, { headers });
    expect(await answer.json()).toEqual({ unread: 0 });
    await page.goto('/c/xnv/webhooks');
    await page.locator('.state h2, .notice').first().waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await world.close(page);
    const stranger = await world.open('/news');
    await stranger.getByText('Sign in to see what is new for you.').waitFor();
    expect(await stranger.locator('.news-bell').count()).toBe(0);
    await world.close(stranger);
  });
});
