/** Coordination of the sample country in Chromium, as it is changed by who may: each change is told before it is saved, and what is wrong stands at its field. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { breachesIn, eventually, PHONE, startCoordination, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite } from '../../helpers/member.ts';
import { makeStructureSheet } from '../../helpers/groups/sheet.ts';

describe.skipIf(!CHROMIUM)('changing the coordination in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;

  beforeAll(async () => {
    world = await startCoordination();
  }, 240_000);
  afterAll(() => world?.stop());

  test('makes a sub-group and appoints its first chair; somebody asks to join, and is approved', async () => {
    const page = await world.open('/c/xnv/coordination/imwg', {}, world.admin);
    await page.getByRole('button', { name: 'New sub-group' }).click();
    const dialog = page.getByRole('dialog', { name: 'New group' });
    // Nothing is said yet, so nothing can be sent.
    expect(await dialog.getByRole('button', { name: 'Create the group' }).isEnabled()).toBe(false);
    await dialog.getByLabel('Name (English)').fill('Satellite imagery');
    await dialog.getByLabel('Acronym').fill('GIS');
    await dialog.getByText('Satellite imagery (Sub-group) is created under Information Management Working Group (IMWG).').waitFor();
    expect(await breachesIn(page)).toEqual([]);
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
    expect(await breachesIn(page)).toEqual([]);
    await appoint.getByRole('button', { name: 'Appoint', exact: true }).click();
    await page.locator('.group-people').getByText('Lina Sow').waitFor();

    const omar = await invite(world.product.url, world.admin, 'viewer', 'Omar');
    const other = await world.open('/c/xnv/coordination/sat', { viewport: PHONE }, omar);
    await other.getByRole('button', { name: 'Ask to join' }).click();
    await other.getByText('Those who lead Satellite imagery are asked to take you in as Member.', { exact: false }).waitFor();
    await other.getByRole('dialog').getByRole('button', { name: 'Ask to join' }).click();
    await other.getByText('You asked to join as Member.', { exact: false }).waitFor();
    expect(await breachesIn(other)).toEqual([]);

    await page.reload();
    await page.getByRole('button', { name: 'Approve Omar as Member' }).click();
    await page.getByRole('dialog').getByText('Omar becomes Member of Satellite imagery', { exact: false }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await eventually(() => page.locator('.group-people li[data-state="active"]').count()).toBe(2);
    await other.reload();
    await other.getByText('You are Member of this group.', { exact: false }).waitFor();
    await world.close(other);
    await world.close(page);
  });

  test('changes a group: each change is told before it is saved, and a day that cannot be is told at its field', async () => {
    const page = await world.open('/c/xnv/coordination/logistics', {}, world.admin);
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
    await world.close(page);
  });

  test('closes a group with a day; it is read on as closed', async () => {
    const page = await world.open('/c/xnv/coordination/flood-response', { viewport: PHONE }, world.admin);
    await page.getByRole('button', { name: 'Close the group' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('is closed; its last day is', { exact: false }).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close the group' }).click();
    await page.getByText('This group was closed on', { exact: false }).waitFor();
    await page.goto('/c/xnv/coordination');
    await page.getByText('2 closed groups').click();
    await page.getByRole('link', { name: 'Flood response' }).waitFor();
    await world.close(page);
  });

  test('reads a spreadsheet into the structure: evidence, questions, confirmation, and what became of each row', async () => {
    const sheet = makeStructureSheet();
    const page = await world.open('/c/tgo/coordination', { viewport: PHONE }, world.admin);
    await page.getByRole('link', { name: 'Import a spreadsheet' }).click();
    await page.getByRole('heading', { level: 1, name: 'Import a spreadsheet' }).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.locator('cod-drop input').setInputFiles({ name: 'contacts.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(sheet.bytes) });
    const planned = page.locator('[data-outcome="planned"] b');
    const doubted = page.locator('[data-outcome="doubt"] b');
    await planned.first().waitFor();
    const address = page.url();
    expect(new URL(address).searchParams.get('import')).not.toBe(null);
    const [before, open] = [Number(await planned.first().innerText()), Number(await doubted.first().innerText())];
    expect(open).toBeGreaterThan(0);
    // Each column with what it was taken for and why; each row with what becomes of it.
    await page.getByText(/^How \d+ columns were read$/).click();
    await page
      .getByText(/% certain:/)
      .first()
      .waitFor();
    await page.getByText('What becomes of 61 rows').click();
    expect(await page.locator('.import-ledger tbody tr').count()).toBe(61);
    expect(await breachesIn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
    // A question is answered with one click; nothing of the structure has changed.
    await page.locator('.question:not([data-decided]) .question-choices button').first().click();
    await page.locator('.question[data-decided]').waitFor();
    await eventually(async () => Number(await planned.first().innerText())).toBeGreaterThan(before);
    expect(((await (await fetch(`${world.product.url}/api/v1/countries/TGO/groups`)).json()) as { groups: unknown[] }).groups).toEqual([]);
    // It is found again at its address, in another language too.
    await page.goto(address.replace(/lang=\w+/, '') + '&lang=ar');
    await page.locator('.question[data-decided]').waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.goto(address);
    await page.getByText(/rows of \d+ open questions? are left out/).waitFor();
    await page.getByRole('button', { name: /^Make \d+ changes$/ }).click();
    await page.getByText('Imported on', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'See the groups' }).click();
    await page.locator('.groups-name').first().waitFor();
    const { groups, seats } = (await (await fetch(`${world.product.url}/api/v1/countries/TGO/groups`)).json()) as { groups: unknown[]; seats: unknown[] };
    expect(groups.length).toBeGreaterThan(0);
    expect(seats.length).toBeGreaterThan(0);
    await world.close(page);
  });
});
