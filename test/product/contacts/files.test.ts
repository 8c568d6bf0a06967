/** Contact lists of the sample country as files, in Chromium: a sheet is imported, reviewed and applied, a list is exported and printed. */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { makeContactSheet } from '../../helpers/contacts/sheet.ts';
import { breachesIn, eventually, PHONE, startCoordination, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite, type Person } from '../../helpers/member.ts';

describe.skipIf(!CHROMIUM)('files of contacts in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;
  let chair: Person;

  beforeAll(async () => {
    world = await startCoordination();
    chair = await invite(world.product.url, world.admin, { scope: 'XNV', group: 'imwg', role: 'chair' }, 'Chadia');
  });
  afterAll(() => world?.stop());

  const shownTo = async (person?: Person): Promise<string[]> => {
    const answer = await fetch(`${world.product.url}/api/v1/countries/XNV/contacts`, person ? { headers: person.headers } : {});
    return ((await answer.json()) as { cards: { name: string }[] }).cards.map(({ name }) => name);
  };

  test('a sheet is read, asked about and applied; nobody is shown before they confirm, and each gets a link to be passed on', async () => {
    const { bytes } = makeContactSheet();
    const before = await shownTo(chair);
    const page = await world.open('/c/xnv/contacts', { viewport: PHONE }, world.admin);
    await page.getByRole('link', { name: 'Import a spreadsheet' }).click();
    await page.getByRole('heading', { level: 1, name: 'Import a contact list' }).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.locator('cod-drop input').setInputFiles({ name: 'contacts.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await page.locator('[data-outcome="planned"] b').first().waitFor();
    const address = page.url();
    await page
      .locator('summary')
      .filter({ hasText: /^\s*How \d+ columns were read/ })
      .click();
    await page
      .getByText(/% certain:/)
      .first()
      .waitFor();
    await page
      .locator('summary')
      .filter({ hasText: /^\s*What becomes of \d+ rows/ })
      .click();
    expect(await page.locator('.import-ledger tbody tr').count()).toBeGreaterThanOrEqual(60);
    expect(await breachesIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    // A question is answered with one click; nobody is entered by it.
    await page.locator('.question:not([data-decided]) .question-choices button').first().click();
    await page.locator('.question[data-decided]').first().waitFor();
    expect(await shownTo(chair)).toEqual(before);
    await page.goto(`${address.replace(/[?&]lang=\w+/, '')}&lang=ar`);
    await page.locator('.question[data-decided]').first().waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.goto(`${address.replace(/[?&]lang=\w+/, '')}&lang=en`);
    await page.getByText('Who is entered is shown to nobody before they confirm.', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^Make \d+ changes$/ }).click();
    await page.getByText('Imported on', { exact: false }).waitFor();
    expect(await shownTo(chair)).toEqual(before);
    expect(await shownTo()).not.toContain(undefined);
    await page.getByRole('button', { name: 'I have checked the list: create the links' }).click();
    await page.getByRole('heading', { name: /^\d+ personal links$/ }).waitFor();
    expect(await page.locator('.import-links li').count()).toBeGreaterThan(30);
    expect(await breachesIn(page)).toEqual([]);
    await page.getByRole('link', { name: 'See the contacts' }).click();
    await page.getByRole('heading', { level: 1, name: 'Contacts in Narivela' }).waitFor();
    await world.close(page);
  });

  test('a list is exported: so many people before it is fetched, for a purpose, and the file says for whom it is', async () => {
    const page = await world.open('/c/xnv/contacts?group=imwg', {}, chair);
    await page.locator('.contact').first().waitFor();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.locator('export-dialog cod-dialog');
    const counted = dialog.getByText(/^\d+ people are in this export\.$/);
    await counted.waitFor();
    const count = Number(/\d+/.exec(await counted.innerText())![0]);
    expect(count).toBeGreaterThan(5);
    expect(await breachesIn(page)).toEqual([]);
    await dialog.getByRole('radio', { name: /^CSV/ }).check();
    const get = dialog.getByRole('button', { name: `Export ${count} people` });
    await get.click();
    await dialog.getByText('Please say it in a few words.').waitFor();
    await dialog.getByLabel('What is it for?').fill('Invitations to Monday’s meeting');
    const [file] = await Promise.all([page.waitForEvent('download'), get.click()]);
    const people = parse(await readFile((await file.path())!, 'utf8'), { bom: true, columns: true }) as Record<string, string>[];
    expect(people.map(({ name }) => name)).toContain('Chadia');
    expect(people.length).toBe(count);
    for (const { notice } of people) expect(notice).toMatch(/^For Chadia, .* Not to be forwarded publicly\./);
    // The record says who, what for and how many, and no name.
    const history = await fetch(`${world.product.url}/api/v1/countries/XNV/contacts-history`, { headers: chair.headers });
    const { events } = (await history.json()) as { events: { action: string; actor: string; purpose: string; persons: number }[] };
    expect(events.find(({ action }) => action === 'exported')).toMatchObject({ actor: 'Chadia', persons: count, purpose: 'Invitations to Monday’s meeting' });

    // Sheets of paper, and one person as a picture.
    await page.getByText('Print', { exact: true }).click();
    const href = await page.getByRole('link', { name: /^Sign-in sheet, compact/ }).getAttribute('href');
    const sheet = await fetch(world.product.url + href, { headers: chair.headers });
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    await page.getByText('Print', { exact: true }).click();
    await page
      .getByRole('button', { name: /^QR code of / })
      .first()
      .click();
    await page.getByRole('img', { name: /^QR code of / }).waitFor();
    await world.close(page);
  });

  test('the public and whoever reads from right to left find mailboxes first, and who is focal point where', async () => {
    const page = await world.open('/c/xnv/contacts?lang=ar', { viewport: PHONE });
    await page.locator('.mailboxes a[href^="mailto:"]').first().waitFor();
    await page.locator('.contact-left').waitFor();
    expect(await breachesIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    await page.goto('/c/xnv/contacts/focal-points?lang=en');
    await page.getByRole('heading', { level: 1, name: 'IM focal points in Narivela' }).waitFor();
    await page.getByText('Bangamor hub').first().waitFor();
    const nutrition = page.locator('.focal-rows > li').filter({ hasText: 'Nutrition Cluster' }).first();
    await eventually(() => nutrition.locator('.focal-places > li').first().innerText()).toContain('Nobody');
    expect(await breachesIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    await world.close(page);
  });
});
