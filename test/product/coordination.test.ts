/** Coordination of the sample country in Chromium: read by anybody on a phone, on a wide screen and on paper; changed by who may. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StructureAnswer } from '../../server/contract/groups/groups.ts';
import { CHROMIUM, launch, NO_GL, openPage, type PageOptions, type Product, type Watched } from '../../scripts/browser.ts';
import { cookiesOf, invite, type Person } from '../helpers/member.ts';
import { sampleGroups } from '../helpers/structure.ts';
import { violationsOf } from '../setup/axe.ts';
import { startSignedIn } from '../setup/product.ts';

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 900 };
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 });

describe.skipIf(!CHROMIUM)('coordination in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let admin: Person;
  let sample: StructureAnswer;
  const opened: Watched[] = [];

  beforeAll(async () => {
    [{ product, person: admin }, browser] = await Promise.all([startSignedIn(), launch(NO_GL)]);
    sample = await structureOf('XNV');
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function structureOf(scope: string): Promise<StructureAnswer> {
    return (await (await fetch(`${product.url}/api/v1/countries/${scope}/groups`)).json()) as StructureAnswer;
  }
  async function open(path: string, options: PageOptions = {}, person: Person | null = null): Promise<Page> {
    const signedIn = person ? { storageState: { cookies: cookiesOf(person, product.url), origins: [] } } : {};
    const watched = await openPage(browser, product.url, { webgl: false, viewport: WIDE, ...signedIn, ...options });
    opened.push(watched);
    await watched.page.goto(path);
    return watched.page;
  }
  async function close(page: Page): Promise<void> {
    const watched = opened.find((each) => each.page === page)!;
    // A refused change is an answer that the page shows; the browser notes it all the same.
    expect(watched.complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    expect(watched.foreign).toEqual([]);
    await watched.close();
  }
  const breaches = async (page: Page) => (await violationsOf(page)).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);
  const openGroups = () => sample.groups.filter(({ status }) => status !== 'closed');

  describe('anybody', () => {
    test('reads the groups as lists of lists on a phone, and unfolds them with the keyboard', async () => {
      const page = await open('/c/xnv/coordination', { viewport: PHONE });
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
      await close(page);
    });

    test.each([
      ['en', PHONE],
      ['en', WIDE],
      ['ar', PHONE],
      ['ar', WIDE],
    ] as const)('finds all pages without barriers, in %s at %o', async (lang, viewport) => {
      const page = await open(`/c/xnv/coordination?lang=${lang}`, { viewport });
      for (const path of [
        '/c/xnv/coordination',
        '/c/xnv/coordination?view=list',
        '/c/xnv/coordination/protection',
        '/c/xnv/coordination/hub-1',
        '/global',
        '/global/imwg',
      ]) {
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        await page.locator('.coordination-head, .chart-box, .groups-name').first().waitFor();
        if (viewport === WIDE && (path === '/c/xnv/coordination' || path === '/global')) await page.locator('.chart-box').first().waitFor();
        expect(await page.evaluate(() => document.body.dir), path).toBe(lang === 'ar' ? 'rtl' : 'ltr');
        expect(await breaches(page), path).toEqual([]);
        expect(await widthOf(page), path).toBe(viewport.width);
      }
      await close(page);
    });

    test('is told what is missing in sentences, and each leads to its group', async () => {
      const page = await open('/c/xnv/coordination');
      await page.locator('.gaps a').first().waitFor();
      expect(sample.gaps.length).toBeGreaterThan(4);
      await page.locator('.gaps summary').click();
      for (const { group, text } of sample.gaps) {
        const link = page.locator('.gaps').getByRole('link', { name: text, exact: true });
        expect(new URL((await link.getAttribute('href'))!, product.url).pathname, text).toBe(`/c/xnv/coordination/${group}`);
      }
      await page.getByRole('link', { name: 'Nutrition Cluster has no IM focal point.' }).click();
      await page.getByRole('heading', { level: 1, name: 'Nutrition Cluster' }).waitFor();
      expect(await page.locator('.gaps').innerText()).toContain('no IM focal point');
      // In another language they are asked for anew.
      await page.locator('.language select').selectOption('fr');
      await page.getByText('n’a pas de point focal pour la gestion de l’information').waitFor();
      await close(page);
    });

    test('sees them drawn, goes from box to box with the arrow keys, and opens one with Enter', async () => {
      const page = await open('/c/xnv/coordination');
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
      await close(page);
    });

    test('sees the chart mirrored where reading begins at the right', async () => {
      const boxesIn = async (lang: string) => {
        const page = await open(`/c/xnv/coordination?lang=${lang}`);
        await page.locator('.chart-box').first().waitFor();
        const middle = async (group: string) =>
          page.locator(`[data-group="${group}"]`).evaluate((box) => box.getBoundingClientRect().x + box.getBoundingClientRect().width / 2);
        const [hct, hub] = [await middle('hct'), await middle('hub-1')];
        await close(page);
        return { hct, hub };
      };
      const [english, arabic] = [await boxesIn('en'), await boxesIn('ar')];
      expect(english.hub).toBeGreaterThan(english.hct);
      expect(arabic.hub).toBeLessThan(arabic.hct);
    });

    test('looks for a hub, on the chips or on the map, for an organisation and for a text; the address keeps it', async () => {
      const page = await open('/c/xnv/coordination?view=list');
      const shown = () => page.locator('.groups-row:not([data-way]) .groups-name a').allInnerTexts();
      const atHub = sample.groups.filter(({ id, hub }) => id === 'hub-2' || hub === 'hub-2').map(({ names }) => names['en']!);
      await page.getByRole('button', { name: 'Bangamor hub' }).click();
      await eventually(async () => (await shown()).toSorted()).toEqual(atHub.toSorted());
      expect(new URL(page.url()).searchParams.get('hub')).toBe('hub-2');
      // The area on the map is the same choice: another click takes it back.
      await page.locator('.map-area[data-hub="hub-2"][data-chosen]').click();
      await eventually(() => new URL(page.url()).searchParams.get('hub')).toBe(null);
      await page.locator('.map-area[data-hub="hub-1"]').click();
      await eventually(() => new URL(page.url()).searchParams.get('hub')).toBe('hub-1');
      await page.getByRole('button', { name: 'Show all groups' }).click();

      const lead = sample.seats.find(({ group, capacity }) => group === 'wash' && capacity === 'lead')!;
      const { name, acronym } = sample.organisations.find(({ id }) => id === lead.organisation)!;
      await page.getByRole('combobox', { name: 'Where does an organisation lead or sit?' }).fill(acronym!);
      await page.getByRole('option', { name }).click();
      await page
        .getByRole('status')
        .filter({ hasText: `${name}: ` })
        .waitFor();
      const own = new Set(
        sample.seats
          .filter(({ organisation, start, end }) => organisation === lead.organisation && (start ?? '') <= sample.today && (end ?? '9') >= sample.today)
          .map(({ group }) => group),
      );
      const held = sample.roles
        .filter(({ organisation, start }) => organisation === lead.organisation && (start ?? '') <= sample.today)
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
      await close(page);
    });

    test('takes it along: CSV, JSON, JSON-LD, and a sheet of paper with the chart, also from a phone', async () => {
      const page = await open('/c/xnv/coordination', { viewport: PHONE });
      await page.getByText('Download', { exact: true }).click();
      const kinds: Record<string, string> = { 'CSV a': 'text/csv', 'JSON every': 'application/json', 'JSON-LD': 'application/ld+json' };
      for (const [name, type] of Object.entries(kinds)) {
        const href = await page.getByRole('link', { name }).getAttribute('href');
        const response = await fetch(product.url + href);
        expect([response.status, response.headers.get('content-type')], name).toEqual([200, expect.stringContaining(type)]);
      }
      await page.emulateMedia({ media: 'print' });
      await eventually(() => page.locator('.chart-box').count()).toBe(openGroups().length);
      expect(await page.locator('.coordination-filters').isVisible()).toBe(false);
      expect(await page.locator('.page-header').isVisible()).toBe(false);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await close(page);
    });

    test('reads of a group what is public: leads with their days, roles by organisation, area, data; no name of a person', async () => {
      const page = await open('/c/xnv/coordination/gis');
      await page.getByRole('heading', { level: 1, name: 'GIS and Common Operational Datasets' }).waitFor();
      await page.getByRole('heading', { name: 'Who leads' }).waitFor();
      await page
        .getByText(/since \d+ \w+ \d{4}/)
        .first()
        .waitFor();
      await page.getByText('Names are shown to members').waitFor();
      expect(await page.getByRole('link', { name: 'Information Management Working Group (IMWG)' }).getAttribute('href')).toContain('/c/xnv/coordination/imwg');
      await eventually(() => page.getByRole('link', { name: 'Boundaries' }).getAttribute('href')).toContain('/c/xnv');
      const persons = await fetch(`${product.url}/api/v1/countries/XNV/persons`, { headers: admin.headers });
      const names = ((await persons.json()) as { persons: { name: string }[] }).persons.map(({ name }) => name);
      expect(names.length).toBeGreaterThan(10);
      const text = await page.locator('main').innerText();
      expect(names.filter((name) => text.includes(name))).toEqual([]);
      // The area of a hub is on the map, with the names of its units.
      await page.goto('/c/xnv/coordination/hub-1');
      await page.locator('.group-map .map-area').waitFor();
      await page.locator('area-map').getByText('Badijo').waitFor();
      await close(page);
    });

    test('comes from the card of the country and from its map', async () => {
      const page = await open('/');
      await page.getByRole('link', { name: `Coordination: ${openGroups().length} groups` }).click();
      await page.getByRole('heading', { level: 1, name: 'Coordination in Narivela' }).waitFor();
      await page.getByRole('link', { name: 'Map of Narivela' }).click();
      await page.getByRole('link', { name: /^Coordination: who leads/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Coordination in Narivela' }).waitFor();
      await close(page);
    });

    test('is told where there is nothing', async () => {
      const page = await open('/c/xnv/coordination/nothing');
      await page.getByText('There is no such group, or only its members see it.').waitFor();
      await page.goto('/c/sle/coordination');
      await page.getByRole('heading', { name: 'No groups yet' }).waitFor();
      await close(page);
    });
  });

  describe('who may', () => {
    test('makes a sub-group and appoints its first chair; somebody asks to join, and is approved', async () => {
      const page = await open('/c/xnv/coordination/imwg', {}, admin);
      await page.getByRole('button', { name: 'New sub-group' }).click();
      const dialog = page.getByRole('dialog', { name: 'New group' });
      // Nothing is said yet, so nothing can be sent.
      expect(await dialog.getByRole('button', { name: 'Create the group' }).isEnabled()).toBe(false);
      await dialog.getByLabel('Name (English)').fill('Satellite imagery');
      await dialog.getByLabel('Acronym').fill('GIS');
      await dialog.getByText('Satellite imagery (Sub-group) is created under Information Management Working Group (IMWG).').waitFor();
      expect(await breaches(page)).toEqual([]);
      // An address that is taken: said at its field, in words.
      await dialog.getByRole('button', { name: 'Create the group' }).click();
      await dialog.locator('#edit-id-fault').waitFor();
      expect(await dialog.locator('#edit-id').getAttribute('aria-invalid')).toBe('true');
      await dialog.getByLabel('Acronym').fill('SAT');
      await dialog.getByRole('button', { name: 'Create the group' }).click();
      await page.getByRole('heading', { level: 1, name: 'Satellite imagery' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/c/xnv/coordination/sat');

      await page.getByRole('button', { name: 'Add an organisation' }).click();
      const seat = page.getByRole('dialog');
      await seat.getByRole('combobox', { name: 'Organisation' }).fill('Sky Watch');
      await seat.getByRole('option', { name: /Add “Sky Watch”/ }).click();
      await seat.getByLabel('Capacity').selectOption('lead');
      await seat.getByText('Sky Watch is entered in the registry of organisations.').waitFor();
      await seat.getByText(/Sky Watch in Satellite imagery: Lead, from/).waitFor();
      await seat.getByRole('button', { name: 'Add', exact: true }).click();
      await page.locator('.group-leads').getByText('Sky Watch').waitFor();

      await page.getByRole('button', { name: 'Appoint somebody' }).click();
      const appoint = page.getByRole('dialog');
      await appoint.getByRole('combobox', { name: 'Person' }).fill('Lina Sow');
      await appoint.getByRole('option', { name: /Add “Lina Sow”/ }).click();
      await appoint.getByLabel('Role').selectOption('chair');
      await appoint.getByText(/Lina Sow becomes Chair of Satellite imagery, from/).waitFor();
      expect(await breaches(page)).toEqual([]);
      await appoint.getByRole('button', { name: 'Appoint', exact: true }).click();
      await page.locator('.group-people').getByText('Lina Sow').waitFor();

      const omar = await invite(product.url, admin, 'viewer', 'Omar');
      const other = await open('/c/xnv/coordination/sat', { viewport: PHONE }, omar);
      await other.getByRole('button', { name: 'Ask to join' }).click();
      await other.getByText('Those who lead Satellite imagery are asked to take you in as Member.', { exact: false }).waitFor();
      await other.getByRole('dialog').getByRole('button', { name: 'Ask to join' }).click();
      await other.getByText('You asked to join as Member.', { exact: false }).waitFor();
      expect(await breaches(other)).toEqual([]);

      await page.reload();
      await page.getByRole('button', { name: 'Approve Omar as Member' }).click();
      await page.getByRole('dialog').getByText('Omar becomes Member of Satellite imagery', { exact: false }).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
      await eventually(() => page.locator('.group-people li[data-state="active"]').count()).toBe(2);
      await other.reload();
      await other.getByText('You are Member of this group.', { exact: false }).waitFor();
      await close(other);
      await close(page);
    });

    test('changes a group: each change is told before it is saved, and a day that cannot be is told at its field', async () => {
      const page = await open('/c/xnv/coordination/logistics', {}, admin);
      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      const dialog = page.getByRole('dialog');
      const save = dialog.getByRole('button', { name: 'Save' });
      expect(await save.isEnabled()).toBe(false);
      await dialog.getByLabel('On hold').check();
      await dialog.getByText('On hold: no → yes').waitFor();
      await dialog.getByText('More about the group').click();
      await dialog.getByLabel('Area: P-codes').fill('XN01, XN99');
      await save.click();
      await dialog.locator('#edit-area-fault').waitFor();
      await dialog.getByLabel('Area: P-codes').fill('XN01');
      await save.click();
      await page.locator('.group-kind').getByText('on hold').waitFor();

      const lead = page.locator('.group-leads li').first();
      const name = await lead.locator('strong').innerText();
      await lead.getByRole('button', { name: /^Dates/ }).click();
      await page.getByRole('dialog').getByLabel('First day').fill('2026-06-01');
      await page.getByRole('dialog').getByLabel('Last day').fill('2026-05-01');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.locator('#edit-end-fault').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

      await lead.getByRole('button', { name: /^End the seat/ }).click();
      await page.getByRole('dialog').getByLabel('Last day').fill('2026-01-31');
      await page.getByRole('dialog').getByText('until 31 January 2026, that day included', { exact: false }).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'End the seat' }).click();
      await page.locator('.group-fold summary').filter({ hasText: 'past seat' }).click();
      await page.locator('.group-fold').getByText(name).waitFor();
      await close(page);
    });

    test('closes a group with a day; it is read on as closed', async () => {
      const page = await open('/c/xnv/coordination/flood-response', { viewport: PHONE }, admin);
      await page.getByRole('button', { name: 'Close the group' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('is closed; its last day is', { exact: false }).waitFor();
      expect(await breaches(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Close the group' }).click();
      await page.getByText('This group was closed on', { exact: false }).waitFor();
      await page.goto('/c/xnv/coordination');
      await page.getByText('2 closed groups').click();
      await page.getByRole('link', { name: 'Flood response' }).waitFor();
      await close(page);
    });
  });

  describe('a country of 30 groups and 200 organisations', () => {
    const SCOPE = 'TGO';
    async function post(path: string, body: unknown): Promise<{ id: string }> {
      const response = await fetch(`${product.url}/api/v1/countries/${SCOPE}${path}`, {
        method: 'POST',
        headers: { ...admin.headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(response.status, await response.clone().text()).toBe(201);
      return (await response.json()) as { id: string };
    }
    const inTurns = async <T>(list: readonly T[], run: (each: T, at: number) => Promise<unknown>) => {
      for (let at = 0; at < list.length; at += 10) await Promise.all(list.slice(at, at + 10).map((each, i) => run(each, at + i)));
    };

    beforeAll(async () => {
      const groups = [
        ...sampleGroups(),
        ...['access', 'gender', 'cash-2'].map((id) => ({ ...sampleGroups().find((group) => group.id === 'cash')!, id, acronym: null })),
      ];
      for (const { status: _, until: __, updatedAt: ___, updatedBy: ____, ...group } of groups.slice(0, 30)) await post('/groups', group);
      const ids: string[] = [];
      await inTurns(
        Array.from({ length: 200 }),
        async (_, i) => (ids[i] = (await post('/organisations', { name: `Association ${i} pour le développement`, acronym: `A${i}D` })).id),
      );
      const open = groups.slice(0, 30);
      await inTurns(open, (group, i) => post(`/groups/${group.id}/seats`, { organisation: ids[i]!, capacity: 'lead', start: '2025-01-01' }));
      await inTurns(ids, (organisation, i) =>
        post(`/groups/${open[(i * 7) % open.length]!.id}/seats`, { organisation, capacity: i % 9 === 0 ? 'co-lead' : 'member', start: '2025-01-01' }),
      );
    }, 240_000);

    test('is at most 300 kB on the wire, of which the page itself is little; all are drawn and all are found', async () => {
      const page = await open('/c/tgo/coordination');
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
      await close(page);
    });
  });
});
