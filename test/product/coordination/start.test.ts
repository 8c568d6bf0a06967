/** The page for whoever is new, in Chromium: as a stranger and as a member read it; and the way between the pages of the working group. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { eventually, PHONE, startCoordination, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite } from '../../helpers/member.ts';

describe.skipIf(!CHROMIUM)('the start page in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;

  beforeAll(async () => {
    world = await startCoordination();
  }, 240_000);
  afterAll(() => world?.stop());

  test('a stranger comes from the map of the country and is told what the group is, what holds, which data there are, whom to ask and how to join', async () => {
    const page = await world.open('/c/xnv', { viewport: PHONE });
    await page.getByRole('link', { name: 'New in the country? Start here' }).click();
    await page.getByRole('heading', { level: 1, name: 'Start here: Narivela' }).waitFor();
    const imwg = world.sample.groups.find(({ id }) => id === 'imwg')!;
    await page.getByRole('link', { name: /^Information Management Working Group/ }).waitFor();
    // The mailbox of the group comes before everybody else who may be asked.
    const ask = page.locator('section', { has: page.getByRole('heading', { name: 'Whom to ask' }) });
    expect(await ask.getByRole('link').first().getAttribute('href')).toBe(`mailto:${imwg.mailbox!}`);
    const missing = world.sample.gaps.filter(({ code }) => code === 'no-imo').length;
    expect(missing).toBeGreaterThan(0);
    const points = ask.locator('summary', { hasText: `${missing} missing` });
    await points.click();
    await ask.getByText('nobody at the moment').first().waitFor();
    for (const kind of ['Boundaries', 'Population', 'Who does what where']) await page.locator('.start-rows').getByRole('link', { name: kind }).waitFor();
    await page.getByText('GIS answers for it').first().waitFor();
    await page.getByText('You get a link with which you make your account.').waitFor();
    expect(await page.getByRole('link', { name: /IASC/ }).getAttribute('href')).toContain('interagencystandingcommittee.org');
    // What is there of terms of reference and protocol is said, and what is missing too.
    const rules = page.locator('section', { has: page.getByRole('heading', { name: 'What has been agreed' }) });
    await eventually(() => rules.locator('.paper-rows li').count()).toBeGreaterThan(1);
    const persons = await fetch(`${world.product.url}/api/v1/countries/XNV/persons`, { headers: world.admin.headers });
    const names = ((await persons.json()) as { persons: { name: string }[] }).persons.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    const text = await page.locator('main').innerText();
    // But for those who let everybody see name and role.
    const open = world.sample.roles.flatMap(({ person }) => person ?? []);
    expect(names.filter((name) => text.includes(name) && !open.includes(name))).toEqual([]);
    await world.close(page);
  });

  test('a member is told what they hold, and goes from page to page; each page marks itself', async () => {
    const member = await invite(world.product.url, world.admin, { scope: 'XNV', group: 'imwg', role: 'member' }, 'Marta');
    const page = await world.open('/c/xnv/start', {}, member);
    await page.locator('.start-own').getByText('You are Member of IMWG').waitFor();
    await page.getByRole('heading', { name: 'Join another group' }).waitFor();
    expect(await page.getByText('You get a link with which you make your account.').count()).toBe(0);
    const nav = page.getByRole('navigation', { name: 'Pages of the coordination' });
    const pages: [link: string, heading: RegExp][] = [
      ['Structure', /^Coordination in Narivela$/],
      ['Documents', /^Documents: Narivela$/],
      ['Start here', /^Start here: Narivela$/],
    ];
    for (const [link, heading] of pages) {
      await nav.getByRole('link', { name: link }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await nav.locator('[aria-current="page"]').allInnerTexts()).toEqual([link]);
    }
    await world.close(page);
  });

  test('where no group for information management is known, it says so and leads to the groups', async () => {
    const page = await world.open('/c/tgo/start');
    await page.getByText('Such a group has not been entered for this country yet.').waitFor();
    await page.getByText('No dataset has been published for this country yet.').waitFor();
    await page.getByRole('link', { name: 'All groups, who leads them and who sits in them' }).click();
    await page.getByRole('heading', { level: 1, name: /Coordination in/ }).waitFor();
    await world.close(page);
  });
});
