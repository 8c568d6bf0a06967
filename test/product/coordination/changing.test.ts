/** Coordination of the sample country in Chromium, as it is changed by who may: each change is told before it is saved, and what is wrong stands at its field. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { breachesIn, eventually, PHONE, startCoordination, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite, type Person } from '../../helpers/member.ts';
import { makeStructureSheet } from '../../helpers/groups/sheet.ts';

describe.skipIf(!CHROMIUM)('changing the coordination in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;

  beforeAll(async () => {
    world = await startCoordination();
  }, 240_000);
  afterAll(() => world?.stop());

  test('a chair makes a sub-group and appoints its first chair, who approves somebody that asks to join', async () => {
    const { url } = world.product;
    const chair = await invite(url, world.admin, { scope: 'XNV', group: 'imwg', role: 'chair' }, 'Chadia');
    const page = await world.open('/c/xnv/coordination/imwg', {}, chair);
    await page.getByRole('button', { name: 'New sub-group' }).click();
    const dialog = page.locator('cod-dialog');
    // Nothing is said yet, so nothing can be sent.
    await dialog.getByLabel('Name (English)').waitFor();
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

    const { name } = world.sample.organisations.find(({ acronym }) => acronym !== null)!;
    await page.getByRole('button', { name: 'Add an organisation' }).click();
    await dialog.getByRole('combobox', { name: 'Organisation' }).fill(name);
    await dialog.getByRole('option', { name }).first().click();
    await dialog.getByLabel('Capacity').selectOption('lead');
    await dialog.getByText(`${name} in Satellite imagery: Lead, from`, { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.locator('.group-leads').getByText(name).waitFor();

    // Whoever asks to join may be given another role than was asked for.
    const asks = async (person: Person) => {
      const other = await world.open('/c/xnv/coordination/sat', { viewport: PHONE }, person);
      await other.getByRole('button', { name: 'Ask to join' }).click();
      await other.getByText('Those who lead Satellite imagery are asked to take you in as Member.', { exact: false }).waitFor();
      expect(await breachesIn(other)).toEqual([]);
      await other.locator('cod-dialog').getByRole('button', { name: 'Ask to join' }).click();
      await other.getByText('You asked to join as Member.', { exact: false }).waitFor();
      return other;
    };
    const farid = await asks(await invite(url, world.admin, null, 'Farid'));
    await page.reload();
    await page.getByRole('button', { name: 'Approve Farid as Member' }).click();
    await dialog.getByLabel('Role').selectOption('chair');
    await dialog.getByText('Farid becomes Chair of Satellite imagery', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await page.locator('.group-people li[data-state="active"]').getByText('Farid').waitFor();

    const omar = await asks(await invite(url, world.admin, null, 'Omar'));
    await farid.reload();
    await farid.getByText('You are Chair of this group.', { exact: false }).waitFor();
    await farid.getByRole('button', { name: 'Approve Omar as Member' }).click();
    await farid.locator('cod-dialog').getByText('Omar becomes Member of Satellite imagery', { exact: false }).waitFor();
    await farid.locator('cod-dialog').getByRole('button', { name: 'Approve' }).click();
    await eventually(() => farid.locator('.group-people li[data-state="active"]').count()).toBe(2);
    await omar.reload();
    await omar.getByText('You are Member of this group.', { exact: false }).waitFor();
    for (const each of [omar, farid, page]) await world.close(each);
  });

  test('an organisation and a person that nobody has entered are entered in place', async () => {
    const page = await world.open('/c/xnv/coordination/gis', {}, world.admin);
    const dialog = page.locator('cod-dialog');
    await page.getByRole('button', { name: 'Add an organisation' }).click();
    await dialog.getByRole('combobox', { name: 'Organisation' }).fill('Sky Watch');
    await dialog.getByRole('option', { name: /Add “Sky Watch”/ }).click();
    await dialog.getByText('Sky Watch is entered in the registry of organisations.').waitFor();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.locator('.group-members').getByText('Sky Watch').waitFor();

    await page.getByRole('button', { name: 'Appoint somebody' }).click();
    await dialog.getByRole('combobox', { name: 'Person' }).fill('Lina Sow');
    await dialog.getByRole('option', { name: /Add “Lina Sow”/ }).click();
    await dialog.locator('#edit-role').selectOption('imo');
    await dialog.getByText(/Lina Sow becomes IM focal point of .+, from/).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Appoint', exact: true }).click();
    const row = page.locator('.group-people li').filter({ hasText: 'Lina Sow' });
    await row.waitFor();
    await row.getByRole('button', { name: /^End the appointment of Lina Sow/ }).click();
    await dialog.getByText('All rights of this role end at once.', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: 'End the appointment' }).click();
    await eventually(() => row.count()).toBe(0);
    await world.close(page);
  });

  test('changes a group: each change is told before it is saved, and a day that cannot be is told at its field', async () => {
    const page = await world.open('/c/xnv/coordination/logistics', {}, world.admin);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const dialog = page.locator('cod-dialog');
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
    await page.locator('cod-dialog').getByLabel('First day').fill('2026-06-01');
    await page.locator('cod-dialog').getByLabel('Last day').fill('2026-05-01');
    await page.locator('cod-dialog').getByRole('button', { name: 'Save' }).click();
    await page.locator('#edit-end-fault').waitFor();
    await page.locator('cod-dialog').getByText('Cancel', { exact: true }).click();

    await lead.getByRole('button', { name: /^End the seat/ }).click();
    await page.locator('cod-dialog').getByLabel('Last day').fill('2026-01-31');
    await page.locator('cod-dialog').getByText('until 31 January 2026, that day included', { exact: false }).waitFor();
    await page.locator('cod-dialog').getByRole('button', { name: 'End the seat' }).click();
    await page.locator('.group-fold summary').filter({ hasText: 'past seat' }).click();
    await page.locator('.group-fold strong').filter({ hasText: name }).waitFor();
    await world.close(page);
  });

  test('closes a group with a day; it is read on as closed', async () => {
    const page = await world.open('/c/xnv/coordination/flood-response', { viewport: PHONE }, world.admin);
    await page.getByRole('button', { name: 'Close the group' }).click();
    const dialog = page.locator('cod-dialog');
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
    await page
      .locator('summary')
      .filter({ hasText: /^\s*How \d+ columns were read/ })
      .click();
    await page
      .getByText(/% certain:/)
      .first()
      .waitFor();
    await page.locator('summary').filter({ hasText: 'What becomes of 61 rows' }).click();
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
