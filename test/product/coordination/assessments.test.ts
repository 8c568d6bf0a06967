/** Assessments of the sample country in Chromium (A6.2): one is registered in a few steps with districts clicked on the map, and says whom it meets, with an account and without. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnitsAnswer } from '../../../server/contract/datasets/api.ts';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { breachesIn, eventually, PHONE, startCoordination, WIDE, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite } from '../../helpers/member.ts';

/** A minute is 60,000 of them; a person would need two at most, and the test types faster on a slow machine. */
const TWO_MINUTES = 120_000;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Codes of units that are hit in their middle, as a finger would. */
const hit = (page: Page): Promise<string[]> =>
  page.locator('.units-svg').evaluate((svg) => {
    svg.scrollIntoView({ block: 'center' });
    return [...svg.querySelectorAll<SVGPathElement>('path[data-pcode]')].flatMap((path) => {
      const { x, y, width, height } = path.getBoundingClientRect();
      return width > 12 && height > 12 && document.elementFromPoint(x + width / 2, y + height / 2) === path ? path.dataset['pcode']! : [];
    });
  });

async function clickDistricts(page: Page, count: number): Promise<void> {
  const codes = (await hit(page)).slice(0, count);
  expect(codes).toHaveLength(count);
  for (const code of codes) await page.locator(`units-map path[data-pcode="${code}"]`).click();
}

describe.skipIf(!CHROMIUM)('assessments in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;
  let link: string;

  beforeAll(async () => {
    world = await startCoordination();
    const units = `${world.product.url}/api/v1/datasets/cod-ab-xnv/versions/current/units?level=1`;
    const regions = ((await (await fetch(units)).json()) as UnitsAnswer).units;
    const coverage = { of: 'units', areas: regions.map(({ pcode }) => ({ level: 1, pcode })) };
    const given = { leads: [{ name: 'ACTED' }], sectors: ['WSH'], coverage };
    await world.post('/XNV/assessments', { ...given, title: { en: 'Water points', ar: 'نقاط المياه' }, status: 'ongoing', collectionStart: inDays(-20) });
    await world.post('/XNV/assessments', { ...given, title: { en: 'Hygiene survey' }, status: 'report-completed', collectionStart: inDays(-300), collectionEnd: inDays(-290) }); // prettier-ignore
    ({ link } = (await world.post('/XNV/assessment-links', { label: 'Partners' })) as unknown as { link: string });
  }, 480_000);
  afterAll(() => world?.stop());

  test('with an account: a partner clicks districts, is told who else goes there, and registers', async () => {
    const partner = await invite(world.product.url, world.admin, { scope: 'XNV', group: 'imwg', role: 'observer' }, 'Omar');
    const page = await world.open('/c/xnv/assessments', {}, partner);
    await page.getByRole('link', { name: 'Water points' }).waitFor();
    const begun = Date.now();
    await page.getByRole('link', { name: 'Register an assessment' }).click();
    await page.getByLabel('Title').fill('School latrines');
    await page.getByLabel('Lead organisation').fill('GOAL');
    await page.getByLabel('Water, Sanitation and Hygiene').check();
    await page.getByLabel('First day of data collection').fill(inDays(10));
    await clickDistricts(page, 2);
    await page.getByText('2 places are chosen').waitFor();
    // Named before anything is kept.
    await page.getByText(/^ACTED assesses Water, Sanitation and Hygiene in .+, 30 days apart\.$/).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByText('Registered. Somebody who keeps the registry looks at it').waitFor();
    expect(Date.now() - begun).toBeLessThan(TWO_MINUTES);
    await page.getByText(/^ACTED assesses/).waitFor();
    await page.getByRole('button', { name: 'To the assessments' }).click();
    await page.getByRole('heading', { level: 2, name: /School latrines/ }).waitFor();
    await world.close(page);

    // Whoever keeps the registry sees it and the overlap, and confirms it; from then on everybody does.
    const keeper = await world.open('/c/xnv/assessments', {}, world.admin);
    await keeper.getByRole('button', { name: 'Confirm: School latrines' }).click();
    await keeper.getByText('Overlaps that can still be avoided: 1').waitFor();
    await eventually(() => keeper.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);
    await world.close(keeper);
    const stranger = await world.open('/c/xnv/assessments');
    await stranger
      .getByText(/GOAL|ACTED/)
      .first()
      .waitFor();
    await stranger.getByText(/^(ACTED and GOAL|GOAL and ACTED): Water, Sanitation and Hygiene in/).waitFor();
    await world.close(stranger);
  });

  test('without one: the same through a link, on a phone', async () => {
    const page = await world.open(new URL(link).pathname + new URL(link).hash, { viewport: PHONE });
    await page.getByText('You need no account').waitFor();
    await page.getByLabel('Title').fill('Wells of the south');
    await page.getByLabel('Lead organisation').fill('Water for All');
    await page.getByLabel('Water, Sanitation and Hygiene').check();
    await page.getByLabel('First day of data collection').fill(inDays(5));
    await clickDistricts(page, 1);
    await page.getByText(/^ACTED assesses Water, Sanitation and Hygiene/).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.getByText('Registered. Somebody who keeps the registry looks at it').waitFor();
    await world.close(page);
  });

  test.each([
    ['list', 'en', PHONE, 'light'],
    ['list', 'ar', WIDE, 'dark'],
    ['map', 'en', WIDE, 'dark'],
    ['map', 'ar', PHONE, 'light'],
    ['matrix', 'ar', WIDE, 'light'],
    ['matrix', 'en', PHONE, 'dark'],
    ['gaps', 'en', WIDE, 'light'],
    ['gaps', 'ar', PHONE, 'dark'],
  ] as const)('%s in %s has no breach of WCAG and fits its window', async (tab, lang, viewport, colorScheme) => {
    const page = await world.open(`/c/xnv/assessments?tab=${tab}&sector=WSH&lang=${lang}`, { viewport, colorScheme });
    await page.locator({ list: '.assess-table', map: '.units-svg', matrix: '.assess-matrix', gaps: '.assess-gaps-said' }[tab]).first().waitFor();
    if (tab === 'matrix') {
      // By keys: from the first cell to the one below it, each said with its age.
      await page.locator('.assess-matrix td[tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      expect(await page.locator('.assess-said').innerText()).not.toBe('');
    }
    expect(await breachesIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await world.close(page);
  });
});
