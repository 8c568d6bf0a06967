/** Coordination of the sample country in Chromium, as anybody reads it: on a phone, on a wide screen, on paper; and a country of the largest size. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { breachesIn, eventually, PHONE, startCoordination, WIDE, type Coordination } from '../../helpers/coordination/pages.ts';
import { sampleGroups } from '../../helpers/coordination/structure.ts';

describe.skipIf(!CHROMIUM)('coordination in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;
  const openGroups = () => world.sample.groups.filter(({ status }) => status !== 'closed');
  const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

  beforeAll(async () => {
    world = await startCoordination();
  }, 240_000);
  afterAll(() => world?.stop());

  test('reads the groups as lists of lists on a phone, and unfolds them with the keyboard', async () => {
    const page = await world.open('/c/xnv/coordination', { viewport: PHONE });
    await page.getByRole('heading', { level: 1, name: 'Coordination in Narivela' }).waitFor();
    const list = page.getByRole('list', { name: 'Groups', exact: true });
    // HCT and ICCG are open from the start, so that the clusters are seen.
    await list.getByRole('link', { name: 'Nutrition Cluster', exact: true }).waitFor();
    const aor = list.getByRole('link', { name: 'Child Protection AoR' });
    expect(await aor.isVisible()).toBe(false);
    const fold = list.getByRole('button', { name: '4 groups under Protection Cluster' });
    expect(await fold.getAttribute('aria-expanded')).toBe('false');
    await fold.focus();
    await page.keyboard.press('Enter');
    await aor.waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    // The list that the button names holds them, within the one of the clusters, within that of the ICCG, within that of the HCT.
    expect(await aor.evaluate((link) => link.closest('ul')!.id)).toBe(await fold.getAttribute('aria-controls'));
    expect(await aor.evaluate((link) => [...document.querySelectorAll('.groups ul, .groups')].filter((each) => each.contains(link)).length)).toBe(4);
    await page.getByRole('button', { name: 'Open all' }).click();
    await eventually(() => list.getByRole('listitem').count()).toBe(openGroups().length);
    expect(await page.locator('group-chart').count()).toBe(0);
    await world.close(page);
  });

  test.each(['en', 'ar'])('finds all pages without barriers, wide and on a phone, in %s', async (lang) => {
    const page = await world.open(`/c/xnv/coordination?lang=${lang}`);
    for (const path of [
      '/c/xnv/coordination',
      '/c/xnv/coordination?view=list',
      '/c/xnv/coordination/protection',
      '/c/xnv/coordination/hub-1',
      '/global',
      '/global/imwg',
    ]) {
      await page.setViewportSize(PHONE);
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      for (const viewport of [PHONE, WIDE]) {
        await page.setViewportSize(viewport);
        await page.locator('.coordination-head, .chart-box, .groups-name').first().waitFor();
        if (viewport === WIDE && (path === '/c/xnv/coordination' || path === '/global')) await page.locator('.chart-box').first().waitFor();
        expect(await page.evaluate(() => document.body.dir), path).toBe(lang === 'ar' ? 'rtl' : 'ltr');
        expect(await breachesIn(page), `${path} ${viewport.width}`).toEqual([]);
        expect(await widthOf(page), path).toBe(viewport.width);
      }
    }
    await world.close(page);
  });

  test('is told what is missing in sentences, and each leads to its group', async () => {
    const page = await world.open('/c/xnv/coordination');
    await page.locator('.gaps a').first().waitFor();
    expect(world.sample.gaps.length).toBeGreaterThan(4);
    await page.locator('.gaps summary').click();
    for (const { group, text } of world.sample.gaps) {
      const link = page.locator('.gaps').getByRole('link', { name: text, exact: true });
      expect(new URL((await link.getAttribute('href'))!, world.product.url).pathname, text).toBe(`/c/xnv/coordination/${group}`);
    }
    await page.getByRole('link', { name: 'Nutrition Cluster has no IM focal point.' }).click();
    await page.getByRole('heading', { level: 1, name: 'Nutrition Cluster' }).waitFor();
    expect(await page.locator('.gaps').innerText()).toContain('no IM focal point');
    // In another language they are asked for anew.
    await page.locator('.language select').selectOption('fr');
    await page.getByText('n’a pas de point focal pour la gestion de l’information').waitFor();
    await world.close(page);
  });

  test('sees them drawn, goes from box to box with the arrow keys, and opens one with Enter', async () => {
    const page = await world.open('/c/xnv/coordination');
    await eventually(() => page.locator('.chart-box').count()).toBe(openGroups().length);
    const current = () => page.evaluate(() => document.activeElement?.getAttribute('data-group'));
    await page.locator('.chart-box[tabindex="0"]').focus();
    expect(await current()).toBe('hct');
    await page.keyboard.press('ArrowDown');
    expect(await current()).toBe('iccg');
    // One stop for the Tab key: the box that the reader is at.
    await eventually(() => page.locator('.chart-box[tabindex="0"]').getAttribute('data-group')).toBe('iccg');
    await page.keyboard.press('ArrowRight');
    expect(await current()).toMatch(/^hub-/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /hub$/ }).waitFor();
    await world.close(page);
  });

  test('sees the chart mirrored where reading begins at the right', async () => {
    const boxesIn = async (lang: string) => {
      const page = await world.open(`/c/xnv/coordination?lang=${lang}`);
      await page.locator('.chart-box').first().waitFor();
      const middle = async (group: string) =>
        page.locator(`[data-group="${group}"]`).evaluate((box) => box.getBoundingClientRect().x + box.getBoundingClientRect().width / 2);
      const [hct, hub] = [await middle('hct'), await middle('hub-1')];
      await world.close(page);
      return { hct, hub };
    };
    const [english, arabic] = [await boxesIn('en'), await boxesIn('ar')];
    expect(english.hub).toBeGreaterThan(english.hct);
    expect(arabic.hub).toBeLessThan(arabic.hct);
  });

  test('looks for a hub, on the chips or on the map, for an organisation and for a text; the address keeps it', async () => {
    const page = await world.open('/c/xnv/coordination?view=list');
    const shown = () => page.locator('.groups-row:not([data-way]) .groups-name a').allInnerTexts();
    const atHub = world.sample.groups.filter(({ id, hub }) => id === 'hub-2' || hub === 'hub-2').map(({ names }) => names['en']!);
    await page.getByRole('button', { name: 'Bangamor hub' }).click();
    await eventually(async () => (await shown()).toSorted()).toEqual(atHub.toSorted());
    expect(new URL(page.url()).searchParams.get('hub')).toBe('hub-2');
    // The area on the map is the same choice: another click takes it back.
    await page.locator('.map-area[data-hub="hub-2"][data-chosen]').click();
    await eventually(() => new URL(page.url()).searchParams.get('hub')).toBe(null);
    await page.locator('.map-area[data-hub="hub-1"]').click();
    await eventually(() => new URL(page.url()).searchParams.get('hub')).toBe('hub-1');
    await page.getByRole('button', { name: 'Show all groups' }).click();

    const lead = world.sample.seats.find(({ group, capacity }) => group === 'wash' && capacity === 'lead')!;
    const { name, acronym } = world.sample.organisations.find(({ id }) => id === lead.organisation)!;
    await page.getByRole('combobox', { name: 'Where does an organisation lead or sit?' }).fill(acronym!);
    await page.getByRole('option', { name }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `${name}: ` })
      .waitFor();
    const own = new Set(
      world.sample.seats
        .filter(
          ({ organisation, start, end }) => organisation === lead.organisation && (start ?? '') <= world.sample.today && (end ?? '9') >= world.sample.today,
        )
        .map(({ group }) => group),
    );
    const held = world.sample.roles
      .filter(({ organisation, start }) => organisation === lead.organisation && (start ?? '') <= world.sample.today)
      .map(({ group }) => group);
    const expected = new Set([...own, ...held].filter((group) => openGroups().some(({ id }) => id === group)));
    await eventually(async () => (await shown()).length).toBe(expected.size);
    expect(await page.locator('.groups-seat', { hasText: 'Lead' }).count()).toBeGreaterThan(0);
    const address = page.url();
    await page.goto('/c/xnv/coordination');
    await page.goto(address);
    await eventually(async () => (await shown()).length).toBe(expected.size);
    await page.getByRole('button', { name: 'Show all groups' }).click();

    await page.getByLabel('Search groups and lead organisations').fill('PROTECCION');
    await page.getByText('No group found.').waitFor();
    await page.getByLabel('Search groups and lead organisations').fill('protéction');
    await eventually(async () => (await shown()).length).toBeGreaterThan(1);
    await world.close(page);
  });

  test('takes it along: CSV, JSON, JSON-LD, and a sheet of paper with the chart, also from a phone', async () => {
    const page = await world.open('/c/xnv/coordination', { viewport: PHONE });
    await page.getByText('Download', { exact: true }).click();
    const kinds: Record<string, string> = { 'CSV a': 'text/csv', 'JSON every': 'application/json', 'JSON-LD': 'application/ld+json' };
    for (const [name, type] of Object.entries(kinds)) {
      const href = await page.getByRole('link', { name }).getAttribute('href');
      const response = await fetch(world.product.url + href);
      expect([response.status, response.headers.get('content-type')], name).toEqual([200, expect.stringContaining(type)]);
    }
    await page.emulateMedia({ media: 'print' });
    await eventually(() => page.locator('.chart-box').count()).toBe(openGroups().length);
    expect(await page.locator('.coordination-filters').isVisible()).toBe(false);
    expect(await page.locator('.page-header').isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await world.close(page);
  });

  test('reads of a group what is public: leads with their days, roles by organisation, area, data; no name of a person', async () => {
    const page = await world.open('/c/xnv/coordination/gis');
    await page.getByRole('heading', { level: 1, name: 'GIS and Common Operational Datasets' }).waitFor();
    await page.getByRole('heading', { name: 'Who leads' }).waitFor();
    await page
      .getByText(/since \d+ \w+ \d{4}/)
      .first()
      .waitFor();
    await page.getByText('Names are shown to members').waitFor();
    expect(await page.getByRole('link', { name: 'Information Management Working Group (IMWG)' }).getAttribute('href')).toContain('/c/xnv/coordination/imwg');
    await eventually(() => page.getByRole('link', { name: 'Boundaries' }).getAttribute('href')).toContain('/c/xnv');
    const persons = await fetch(`${world.product.url}/api/v1/countries/XNV/persons`, { headers: world.admin.headers });
    const names = ((await persons.json()) as { persons: { name: string }[] }).persons.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    const text = await page.locator('main').innerText();
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    // The area of a hub is on the map, with the names of its units.
    await page.goto('/c/xnv/coordination/hub-1');
    await page.locator('.group-map .map-area').waitFor();
    await page.locator('area-map').getByText('Badijo').waitFor();
    await world.close(page);
  });

  test('comes from the card of the country and from its map', async () => {
    const page = await world.open('/');
    await page.getByRole('link', { name: `Coordination: ${openGroups().length} groups` }).click();
    await page.getByRole('heading', { level: 1, name: 'Coordination in Narivela' }).waitFor();
    await page.getByRole('link', { name: 'Map of Narivela' }).click();
    await page.getByRole('link', { name: /^Coordination: who leads/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Coordination in Narivela' }).waitFor();
    await world.close(page);
  });

  test('is told where there is nothing', async () => {
    const page = await world.open('/c/xnv/coordination/nothing');
    await page.getByText('There is no such group, or only its members see it.').waitFor();
    await page.goto('/c/sle/coordination');
    await page.getByRole('heading', { name: 'No groups yet' }).waitFor();
    await world.close(page);
  });

  describe('a country of 30 groups and 200 organisations', () => {
    const inTurns = async <T>(list: readonly T[], run: (each: T, at: number) => Promise<unknown>) => {
      for (let at = 0; at < list.length; at += 10) await Promise.all(list.slice(at, at + 10).map((each, i) => run(each, at + i)));
    };

    beforeAll(async () => {
      const groups = [
        ...sampleGroups(),
        ...['access', 'gender', 'cash-2'].map((id) => ({ ...sampleGroups().find((group) => group.id === 'cash')!, id, acronym: null })),
      ];
      for (const { status: _, until: __, updatedAt: ___, updatedBy: ____, ...group } of groups.slice(0, 30)) await world.post('/TGO/groups', group);
      const ids: string[] = [];
      await inTurns(
        Array.from({ length: 200 }),
        async (_, i) => (ids[i] = (await world.post('/TGO/organisations', { name: `Association ${i} pour le développement`, acronym: `A${i}D` })).id),
      );
      const open = groups.slice(0, 30);
      await inTurns(open, (group, i) => world.post(`/TGO/groups/${group.id}/seats`, { organisation: ids[i]!, capacity: 'lead', start: '2025-01-01' }));
      await inTurns(ids, (organisation, i) =>
        world.post(`/TGO/groups/${open[(i * 7) % open.length]!.id}/seats`, { organisation, capacity: i % 9 === 0 ? 'co-lead' : 'member', start: '2025-01-01' }),
      );
    }, 240_000);

    test('is at most 300 kB on the wire, of which the page itself is little; all are drawn and all are found', async () => {
      const page = await world.open('/c/tgo/coordination');
      await eventually(() => page.locator('.chart-box').count()).toBe(30);
      const sent = await page.evaluate(() =>
        performance.getEntriesByType('resource').map((entry) => ({ name: entry.name, bytes: (entry as PerformanceResourceTiming).encodedBodySize })),
      );
      const bytesOf = (wanted: RegExp) => sent.filter(({ name }) => wanted.test(name)).reduce((sum, { bytes }) => sum + bytes, 0);
      expect(bytesOf(/\/groups\?/)).toBeGreaterThan(5_000);
      expect(bytesOf(/\/groups\?/)).toBeLessThan(300_000);
      // 1.6 Mbit/s carry 200 kB in a second: what is needed for the first text leaves room for the round trips before it.
      expect(bytesOf(/\.(js|css)$|\/groups\?/)).toBeLessThan(170_000);
      await page.goto('/c/tgo/coordination?view=list&q=a17d');
      await page.getByText('1 group found.').waitFor();
      await page.goto('/c/tgo/coordination?view=list');
      await page.getByRole('combobox', { name: 'Where does an organisation lead or sit?' }).fill('A199D');
      await page.getByRole('option', { name: /Association 199/ }).click();
      await page.getByText('1 group found.', { exact: false }).waitFor();
      await world.close(page);
    });
  });
});
