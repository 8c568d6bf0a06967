/** Contacts of the sample country in Chromium: somebody is entered on their behalf, opens their link without an account, decides who sees what, and leaves. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { breachesIn, eventually, PHONE, startCoordination, WIDE, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite, type Person } from '../../helpers/member.ts';

const NAME = 'Nadia Testova';
const EMAIL = 'nadia.testova@example.org';
const TELEPHONE = '+232 76 123456';
const CONTACTS = '/c/xnv/contacts';

describe.skipIf(!CHROMIUM)('contacts in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;
  let imo: Person;
  let member: Person;
  let other: Person;

  beforeAll(async () => {
    world = await startCoordination();
    const { url } = world.product;
    imo = await invite(url, world.admin, { scope: 'XNV', group: 'wash', role: 'imo' }, 'Imran');
    member = await invite(url, world.admin, { scope: 'XNV', group: 'wash', role: 'member' }, 'Mira');
    other = await invite(url, world.admin, { scope: 'XNV', group: 'nutrition', role: 'member' }, 'Otto');
  });
  afterAll(() => world?.stop());

  /** Whom somebody sees in the list, by what is looked for. */
  async function seenBy(person: Person | undefined): Promise<string> {
    const page = await world.open(`${CONTACTS}?q=Testova`, {}, person);
    await page.getByRole('heading', { level: 1, name: 'Contacts in Narivela' }).waitFor();
    await page.locator('.contact-list, .state:not(:has(.spinner))').first().waitFor();
    const text = (await page.locator('.contact').allInnerTexts()).join('\n');
    await world.close(page);
    return text;
  }
  const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

  /** Entered by the focal point of WASH, as a member of it. @returns the personal link, without the host */
  async function enterSomebody(): Promise<string> {
    const page = await world.open(CONTACTS, {}, imo);
    await page.getByRole('button', { name: 'Enter a person' }).click();
    const dialog = page.locator('person-dialog cod-dialog');
    const save = dialog.getByRole('button', { name: 'Enter and create the link' });
    await dialog.getByLabel('Name as it is shown').waitFor();
    // Nothing is said yet, so nothing can be sent.
    expect(await save.isEnabled()).toBe(false);
    await dialog.getByLabel('Name as it is shown').fill(NAME);
    await dialog.getByLabel('Address or number').nth(0).fill('no address');
    await dialog.getByLabel('Address or number').nth(1).fill(TELEPHONE);
    await dialog.getByText('Without an answer the entry is hidden after 14 days and deleted after 30.', { exact: false }).waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await save.click();
    // What is wrong stands at its field; nobody was entered.
    await dialog.getByText('This is no address or number of this kind.').waitFor();
    await dialog.getByLabel('Address or number').nth(0).fill(EMAIL);
    await save.click();
    await dialog.getByRole('heading', { name: `Link of ${NAME}` }).waitFor();
    const link = await dialog.locator('.person-link code').innerText();
    expect(link.startsWith(`${world.product.url}/entry#`)).toBe(true);
    expect(await breachesIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText(/not confirmed; pass the link on before/).waitFor();
    await world.close(page);
    return link.slice(world.product.url.length);
  }

  test('entered on behalf, confirmed by the link without an account with the phone hidden, seen as the person said, checked out, gone at the next request', async () => {
    const link = await enterSomebody();
    const secret = link.split('#')[1]!;

    const own = await world.open(link, { viewport: PHONE });
    const sent: string[] = [];
    own.on('request', (request) => sent.push(request.url(), request.headers()['referer'] ?? ''));
    await own.getByText('Imran entered you in this contact list on', { exact: false }).waitFor();
    // The secret is out of the address, and goes to the server in a header that no log and no Referer has.
    expect(own.url()).not.toContain(secret);
    expect(await widthOf(own)).toBe(PHONE.width);
    expect(await breachesIn(own)).toEqual([]);
    const membersSee = own.locator('[data-audience="members"]');
    await membersSee.getByText(EMAIL).waitFor();
    expect(await own.locator('[data-audience="focal-points"]').innerText()).toContain(TELEPHONE);
    expect(await own.locator('[data-audience="public"]').innerText()).toContain('Nothing: you are not in the list that they see.');

    const phone = own.getByRole('group', { name: TELEPHONE });
    await phone.getByLabel(`Who sees it: ${TELEPHONE}`).selectOption('nobody');
    await own.locator('.own-ask').getByLabel('Show me on the page of focal points').check();
    await own.getByRole('button', { name: 'Yes, this is right' }).click();
    await own.getByText(/^\s*Imran entered you .* Confirmed on/s).waitFor();
    await eventually(() => own.locator('.own-ask').count()).toBe(0);
    // Loading anew keeps it, in this tab.
    await own.reload();
    await own.getByText(NAME, { exact: false }).first().waitFor();
    await eventually(() => own.locator('[data-audience="focal-points"]').innerText()).not.toContain(TELEPHONE);
    await own.locator('summary').filter({ hasText: 'Record of your consent' }).click();
    await own.getByText('Agreed: Show my contact to members of my groups, Show me on the page of focal points').waitFor();
    expect(sent.filter((text) => text.includes(secret))).toEqual([]);

    const mine = await seenBy(member);
    expect(mine).toContain(NAME);
    expect(mine).toContain(EMAIL);
    expect(mine).not.toContain(TELEPHONE);
    // A member of another group, and the public, see nothing.
    expect(await seenBy(other)).toBe('');
    expect(await seenBy(undefined)).toBe('');

    await own.getByRole('button', { name: 'I have left: Member, WASH' }).click();
    const question = own.locator('cod-dialog');
    await question.getByText('Role, organisation and days stay in the history of the group, without your name.').waitFor();
    expect(await breachesIn(own)).toEqual([]);
    await question.getByRole('button', { name: 'Check out' }).click();
    await own.getByText('You hold no role in a group at the moment.').waitFor();
    expect(await seenBy(member)).toBe('');
    expect(await seenBy(imo)).toBe('');

    // Deleted: told what stays, then nothing is left, and the link is dead.
    await own.getByRole('button', { name: 'Delete my entry' }).click();
    await question.getByText('Backups of this server hold the entry until they are replaced by newer ones.').waitFor();
    await question.getByRole('button', { name: 'Delete my entry' }).click();
    await own.getByText('Nothing is left under your name.', { exact: false }).waitFor();
    await own.goto(link);
    await own.reload();
    await own.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
    await world.close(own);
  });

  test('the page of one’s own without a link asks for it; with an account it is reached from the account', async () => {
    const page = await world.open('/entry');
    await page.getByRole('heading', { name: 'This page needs your personal link' }).waitFor();
    await world.close(page);
    const account = await world.open('/signin?lang=ar', { viewport: PHONE }, member);
    await account.locator('own-summary a').waitFor();
    expect(await breachesIn(account)).toEqual([]);
    await account.locator('own-summary a').click();
    await account.locator('.own-held').waitFor();
    expect(await widthOf(account)).toBe(PHONE.width);
    expect(await breachesIn(account)).toEqual([]);
    await world.close(account);
    const wide = await world.open('/entry', { viewport: WIDE }, member);
    await wide.getByText('Mira · Narivela').waitFor();
    // Hidden everywhere, and shown again.
    await wide.getByRole('button', { name: 'Hide it everywhere' }).click();
    await wide.getByText('Your entry is hidden everywhere and kept', { exact: false }).waitFor();
    await wide.getByRole('button', { name: 'Show it again' }).click();
    await wide.getByRole('button', { name: 'Hide it everywhere' }).waitFor();
    const [file] = await Promise.all([wide.waitForEvent('download'), wide.getByRole('button', { name: 'Everything, as JSON' }).click()]);
    expect(file.suggestedFilename()).toBe('entry.json');
    await wide.locator('summary').filter({ hasText: 'QR code of your contact' }).click();
    await wide.getByRole('img', { name: 'QR code of your contact' }).waitFor();
    await world.close(wide);
  });
});
