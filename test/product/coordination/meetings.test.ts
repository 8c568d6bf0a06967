/** Meetings in Chromium: a weekly meeting is planned, said before it is done; minutes, action and decision are recorded, and the decision stands on the page of the dataset; all pages without barriers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { breachesIn, eventually, PHONE, startCoordination, WIDE, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite, type Person } from '../../helpers/member.ts';

const C = '/c/xnv/calendar';
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(!CHROMIUM)('meetings in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;
  let imo: Person;
  const dialog = (page: Page) => page.locator('cod-dialog');
  const says = (page: Page) => page.locator('cod-dialog .edit-says');
  const confirm = async (page: Page, name: string) => {
    await dialog(page).getByRole('button', { name, exact: true }).click();
    await dialog(page).waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    world = await startCoordination();
    imo = await invite(world.product.url, world.admin, { scope: 'XNV', group: 'imwg', role: 'imo' }, 'Ibrahim');
  }, 240_000);
  afterAll(() => world?.stop());

  test('a weekly meeting is planned; minutes, an action and a decision about the boundaries are recorded, and the decision stands on their page', async () => {
    const page = await world.open(C, {}, imo);
    await page.getByRole('button', { name: 'Plan a meeting' }).click();
    await page.getByLabel('Title').fill('Data clinic');
    await page.getByLabel('First day').fill(dayFromNow(-7));
    await page.getByLabel('Time', { exact: true }).fill('15:00');
    await page.getByLabel('Repeats').selectOption({ index: 1 });
    await page.getByLabel('Who sees the meeting').selectOption('public');
    await says(page).getByText('IMWG will meet: Data clinic, every', { exact: false }).waitFor();
    await says(page).getByText('Everybody sees the meeting', { exact: false }).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await confirm(page, 'Plan it');
    await page.getByRole('heading', { level: 1, name: 'Data clinic' }).waitFor();

    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog(page).locator('#edit-minutes option[value="imwg-minutes-12"]').waitFor({ state: 'attached' });
    await page.getByLabel('Minutes (document)').selectOption('imwg-minutes-12');
    await dialog(page).locator('.edit-attendance input[type=checkbox]').first().check();
    await dialog(page).locator('.edit-attendance input[type=number]').first().fill('3');
    await says(page).getByText('The minutes are Minutes of IMWG meeting 12.').waitFor();
    await says(page).getByText('1 organisation took part', { exact: false }).waitFor();
    await confirm(page, 'Record');
    await page.getByRole('link', { name: 'Minutes of IMWG meeting 12' }).waitFor();
    await page.getByText('1 organisation, 3 people').waitFor();

    await page.getByRole('button', { name: 'Add an action' }).click();
    await page.getByLabel('Text', { exact: true }).fill('Share the settlement list');
    await page.getByLabel('In which role').selectOption('imo');
    await page.getByLabel('Until', { exact: true }).fill(dayFromNow(-2));
    await says(page).getByText('IM focal point is to do this until', { exact: false }).waitFor();
    await confirm(page, 'Add an action');
    await page.getByText('2 days late').waitFor();

    await page.getByRole('button', { name: 'Record a decision' }).click();
    await page.getByLabel('Text', { exact: true }).fill('These boundaries are used for the census');
    await page.getByLabel('About', { exact: true }).selectOption('version');
    await page.getByLabel('Which', { exact: true }).locator('option', { hasText: 'Boundaries v01' }).waitFor({ state: 'attached' });
    await page.getByLabel('Which', { exact: true }).selectOption({ label: 'Boundaries v01' });
    await says(page).getByText('It stands on the page of Boundaries v01.').waitFor();
    await confirm(page, 'Record a decision');
    await page.getByText('These boundaries are used for the census').waitFor();
    expect(await breachesIn(page)).toEqual([]);

    const stranger = await world.open('/c/xnv/cod-ab-xnv?version=v01');
    await stranger.getByText('These boundaries are used for the census').waitFor();
    await stranger.getByRole('link', { name: 'Meeting: IMWG weekly meeting' }).waitFor();
    await stranger.getByRole('link', { name: 'To the meeting' }).first().click();
    await stranger.getByRole('heading', { level: 1 }).waitFor();
    await stranger.getByText('Actions are for members.').waitFor();
    await stranger.close();

    const actions = await world.open(`${C}?view=actions&group=imwg`, { viewport: PHONE }, imo);
    await actions.getByText('Share the settlement list').waitFor();
    const own = actions.locator('.action', { hasText: 'Share the settlement list' });
    await own.getByRole('button', { name: 'Close' }).click();
    await says(actions).getByText('The action is done.').waitFor();
    await confirm(actions, 'Save');
    await eventually(() => actions.getByText('Share the settlement list').count()).toBe(0);
    await actions.close();
    await page.close();
  });

  test('one meeting is cancelled with the reason; new times hold from a day on', async () => {
    const page = await world.open(C, {}, imo);
    await page.getByRole('link', { name: 'GIS working session' }).first().waitFor();
    await page.getByRole('link', { name: 'Data clinic' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Data clinic' }).waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('Time', { exact: true }).fill('16:30');
    await says(page).getByText('This holds from', { exact: false }).waitFor();
    await confirm(page, 'Save');
    await page.getByText('16:30–18:00').waitFor();
    await page.getByRole('button', { name: 'Cancel this one' }).click();
    await page.getByLabel('Why').fill('The trainer travels');
    await confirm(page, 'Cancel this one');
    await page.getByText('This meeting does not take place.').waitFor();
    await page.getByText('The trainer travels').waitFor();
    await page.close();
  });

  test('addresses to subscribe to: public ones, and one of one’s own that is told once and can be revoked', async () => {
    const page = await world.open(`${C}?group=imwg`, {}, imo);
    await page.getByRole('button', { name: 'Subscribe' }).click();
    expect(await dialog(page).getByRole('link', { name: 'Open in the calendar program' }).first().getAttribute('href')).toMatch(
      /^webcal:\/\/.*\/groups\/imwg\/calendar\.ics/,
    );
    await page.getByRole('button', { name: 'Make an address' }).click();
    await page.getByText('This address is shown once.', { exact: false }).waitFor();
    const address = await dialog(page).getByLabel('A calendar of your own').innerText();
    expect((await fetch(address)).status).toBe(200);
    expect(await breachesIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked: the address gives nothing any more.').waitFor();
    expect((await fetch(address)).status).toBe(404);
    await page.close();
  });

  test.each(['en', 'ar'])('list, month, schedule and meeting in %s, wide and on a phone: no barriers, nothing wider than the page', async (lang) => {
    const page = await world.open(`${C}?lang=${lang}`, {}, imo);
    for (const path of ['', '?view=month', '?view=schedule', '?view=actions', '/sample-imwg/']) {
      const address = path.startsWith('/') ? await lastMeeting() : `${C}${path}`;
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
      await page.locator('.meetings h1').waitFor();
      for (const viewport of [WIDE, PHONE]) {
        await page.setViewportSize(viewport);
        await page.locator('.calendar-days, .calendar-month, .schedule, .actions-list, .meeting-columns').first().waitFor();
        expect(await breachesIn(page), `${path} ${viewport.width}`).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow, `${path} ${viewport.width}`).toBeLessThanOrEqual(0);
      }
    }
    await page.close();
  });

  /** The last meeting of the working group with minutes, which the sample keeps for those in a group. */
  async function lastMeeting(): Promise<string> {
    const { lastMinutes } = (await (await fetch(`${world.product.url}/api/v1/countries/XNV/agenda?group=imwg`, { headers: imo.headers })).json()) as {
      lastMinutes: { meeting: string; day: string };
    };
    return `${C}/${lastMinutes.meeting}/${lastMinutes.day}`;
  }
});
