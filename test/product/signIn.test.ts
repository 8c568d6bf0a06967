/** Two-step verification in headless Chromium, as a person meets it: set up with the picture that an app would read, sign in, lose the phone, be helped. */
import { loadImage, createCanvas } from '@napi-rs/canvas';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, NO_GL } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { cookiesOf, invite, invitedAs, join, PASSWORD, type Person } from '../helpers/member.ts';
import { totp } from '../helpers/totp.ts';
import { violationsOf } from '../setup/axe.ts';

describe.skipIf(!CHROMIUM)('two-step verification in Chromium (skipped where no Chromium is installed)', () => {
  let server: TestServer;
  let browser: Browser;
  let admin: Person;
  let secret: string;
  let backupCodes: string[];
  const complaints: string[] = [];
  const foreign: string[] = [];

  async function open(path: string, person: Person | null, options: { locale?: string; viewport?: { width: number; height: number } } = {}): Promise<Page> {
    const context: BrowserContext = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 }, ...options });
    if (person) await context.addCookies(cookiesOf(person, server.url));
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // A refused request is an answer that the page shows; the browser notes it all the same.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${server.url}/`) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
    });
    await page.goto(server.url + path);
    return page;
  }

  async function violations(page: Page): Promise<string[]> {
    const violations = await violationsOf(page);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }

  const hasFocus = (page: Page, selector: string) => page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
  const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

  async function signIn(page: Page, email: string): Promise<void> {
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  beforeAll(async () => {
    server = await startTestServer();
    browser = await openBrowser(NO_GL);
    admin = await join(server.url, server.firstLink!, 'Amina');
  });
  afterAll(async () => {
    await closePages(browser);
    await server?.close();
  });

  test('joining with a password that is guessed first: the reason stands at the field, in the language of the reader', async () => {
    const made = await fetch(`${server.url}/api/v1/members/invites`, {
      method: 'POST',
      headers: { ...admin.headers, 'content-type': 'application/json' },
      body: JSON.stringify(invitedAs('contributor')),
    });
    const { link } = (await made.json()) as { link: string };
    const path = new URL(link).pathname;
    const page = await open(`${path}?lang=fr`, null);
    await page.getByLabel('Votre nom').fill('Аmina');
    await page.getByLabel('Adresse e-mail').fill('omar@example.org');
    await page.getByLabel('Mot de passe').fill('omar@example.org');
    await page.getByRole('button', { name: 'Créer le compte' }).click();
    await page.locator('#name-fault').getByText('Un membre s’appelle déjà Amina').waitFor();
    await hasFocus(page, '#name[aria-invalid]');
    await page.getByLabel('Votre nom').fill('Omar');
    await page.getByRole('button', { name: 'Créer le compte' }).click();
    await page.locator('#password-fault').getByText('c’est surtout votre nom').waitFor();
    await hasFocus(page, '#password[aria-invalid]');
    expect(await violations(page)).toEqual([]);
    for (const [lang, said] of Object.entries({
      es: 'una de las contraseñas más usadas',
      ar: 'أكثر كلمات المرور استخدامًا',
      en: 'one of the most common passwords',
    })) {
      await page.goto(`${server.url}${path}?lang=${lang}`);
      await page.locator('#name').fill('Omar');
      await page.locator('#email').fill('omar@example.org');
      await page.locator('#password').fill('password123');
      await page.locator('form button').click();
      await page.locator('#password-fault').getByText(said).waitFor();
    }
    await page.locator('#password').fill(PASSWORD);
    await page.locator('form button').click();
    await page.waitForURL('**/upload**');
    await page.context().close();
  });

  test('set up: the picture holds the key, an app’s code turns it on, and the backup codes are shown and kept', async () => {
    const omar = await invite(server.url, admin, 'contributor', 'Fatu');
    const page = await open('/signin', omar);
    const section = page.locator('second-factor');
    await section.getByText('Off').waitFor();
    await section.getByRole('button', { name: 'Set up' }).click();
    await hasFocus(page, '#factor-current');
    await page.keyboard.type('not this one');
    await page.keyboard.press('Enter');
    await page.locator('#factor-current-fault').getByText('not correct').waitFor();
    await page.locator('#factor-current').fill(PASSWORD);
    await page.keyboard.press('Enter');

    const picture = section.getByRole('img', { name: /QR code/ });
    await picture.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await widthOf(page)).toBe(390);
    // What a phone would see, read by a program that is not ours.
    const uri = await readQr(await picture.screenshot());
    expect(uri).toBe(await section.getByRole('link', { name: /Open in an app/ }).getAttribute('href'));
    secret = new URL(uri).searchParams.get('secret')!;
    expect((await section.locator('.secret code').innerText()).replaceAll(' ', '')).toBe(secret);

    await section.getByLabel(/type the code/).fill('000000');
    await page.keyboard.press('Enter');
    await page.locator('#code-fault').getByText('This code is wrong').waitFor();
    await hasFocus(page, '#code[aria-invalid]');
    expect(await violations(page)).toEqual([]);
    await section.getByLabel(/type the code/).fill(totp(secret, Date.now()));
    await page.keyboard.press('Enter');
    await section.getByRole('heading', { name: 'Backup codes' }).waitFor();
    backupCodes = await section.locator('.backup-codes code').allInnerTexts();
    expect(backupCodes).toHaveLength(10);
    const [download] = await Promise.all([page.waitForEvent('download'), section.getByRole('link', { name: 'Download' }).click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    for (const code of backupCodes) expect(Buffer.concat(chunks).toString()).toContain(code);
    expect(await violations(page)).toEqual([]);
    await section.getByRole('button', { name: 'I have saved the codes' }).click();
    await section.getByText('10 backup codes left.').waitFor();
    await hasFocus(page, '#factor-title');
    await page.reload();
    await section.getByText('On', { exact: true }).waitFor();
    await page.context().close();
  });

  test('signing in: password, then a code; a wrong one is said, a backup code does as well, all by keyboard', async () => {
    const page = await open('/signin?next=/members', null);
    await signIn(page, 'fatu@example.org');
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await hasFocus(page, '#code');
    expect(await page.locator('#code').getAttribute('inputmode')).toBe('numeric');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('000 000');
    await page.keyboard.press('Enter');
    await page.locator('#code-fault').getByText('This code is wrong').waitFor();
    // The half minute after the one that turned it on: that code is used up.
    await page.locator('#code').fill(totp(secret, Date.now() + 30_000));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/members');
    await page.context().close();

    const other = await open('/signin', null);
    await signIn(other, 'fatu@example.org');
    await other.getByRole('button', { name: 'Use a backup code' }).click();
    await hasFocus(other, '#code');
    expect(await violations(other)).toEqual([]);
    await other.keyboard.type(backupCodes[0]!.toUpperCase().replace('-', ' '));
    await other.keyboard.press('Enter');
    await other.waitForURL('**/upload');
    await other.goto(`${server.url}/signin`);
    await other.getByText('9 backup codes left.').waitFor();
    await other.context().close();
  });

  test('in Arabic on a phone: from right to left, codes from left to right, digits of an Arabic keyboard taken', async () => {
    const page = await open('/signin?lang=ar', null, { locale: 'ar' });
    await page.locator('#email').fill('fatu@example.org');
    await page.locator('#password').fill(PASSWORD);
    await page.locator('form button').first().click();
    await page.getByRole('heading', { name: 'خطوة أخرى' }).waitFor();
    expect(await page.evaluate(() => document.body.dir)).toBe('rtl');
    expect(await page.locator('#code').getAttribute('dir')).toBe('ltr');
    expect([await violations(page), await widthOf(page)]).toEqual([[], 390]);
    const eastern = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    await page.locator('#code').fill(eastern('000000'));
    await page.keyboard.press('Enter');
    await page.locator('#code-fault').getByText('هذا الرمز خاطئ').waitFor();
    await page.context().close();
  });

  test('lost phone: an administrator resets it after a question, everybody sees that it was done, and what stands at a proxy is said', async () => {
    await fetch(`${server.url}/healthz`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    const page = await open('/members', admin, { viewport: { width: 1280, height: 800 } });
    await page.getByText('CODMAP_TRUST_PROXY=1').waitFor();
    await page.getByText('two-step verification on').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reset two-step verification for Fatu' }).click();
    // Its text is slotted in, so it hangs on the element and not on the dialog within.
    const dialog = page.locator('cod-dialog');
    await dialog.getByText('Fatu will be signed out everywhere').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).last().click();
    await page.getByText('two-step verification on').waitFor();
    await page.getByRole('button', { name: 'Reset two-step verification for Fatu' }).click();
    await dialog.getByRole('button', { name: 'Reset two-step verification' }).click();
    await page.getByRole('status').getByText('Two-step verification was reset for Fatu').waitFor();
    await page.getByText('Amina reset two-step verification for Fatu').waitFor();
    expect(await page.getByText('two-step verification on', { exact: true }).count()).toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await widthOf(page)).toBe(390);
    await page.context().close();

    const fatu = await open('/signin', null);
    await signIn(fatu, 'fatu@example.org');
    await fatu.waitForURL('**/upload');
    await fatu.goto(`${server.url}/signin`);
    await fatu.locator('second-factor').getByText('Off', { exact: true }).waitFor();
    await fatu.context().close();
  });

  test('a role in a group is given and ended on the members page, by keyboard; the person sees it, and what it allows', async () => {
    const nora = await invite(server.url, admin, null, 'Nora');
    const page = await open('/members', admin, { viewport: { width: 390, height: 844 } });
    const entry = page.locator('.members > li').filter({ hasText: 'nora@example.org' });
    await entry.getByText('No role in any group').waitFor();
    await entry.locator('summary').press('Enter');
    await entry.getByLabel('Role in the group').selectOption('imo');
    await entry.getByLabel('Last day').fill('2099-12-31');
    expect([await violations(page), await widthOf(page)]).toEqual([[], 390]);
    await entry.getByRole('button', { name: 'Give a role in a group' }).press('Enter');
    const held = 'IM focal point, \u2068Information Management Working Group (IMWG)\u2069 · \u2068all countries\u2069 · until 31 December 2099';
    await page.getByRole('status').getByText(`Nora: IM focal point`).waitFor();
    await entry.getByText(held).waitFor();

    const account = await open('/signin', nora);
    await account.getByText(held).waitFor();
    await account.getByRole('main').getByRole('link', { name: 'Upload' }).waitFor();
    await entry.getByRole('button', { name: 'End for Nora: IM focal point' }).press('Enter');
    await entry.getByText('No role in any group').waitFor();
    await page.getByText('Amina ended a role of Nora: IM focal point').waitFor();
    await account.reload();
    await account.getByText('You have no role in a group yet.').waitFor();
    await account.goto(`${server.url}/upload`);
    await account.getByText('You have no role in a group that uploads data.').waitFor();
    await Promise.all([page, account].map((each) => each.context().close()));
  });

  test('turned off with the password', async () => {
    const page = await open('/signin', await invite(server.url, admin, 'viewer', 'Sia'));
    const section = page.locator('second-factor');
    await section.getByRole('button', { name: 'Set up' }).click();
    await page.locator('#factor-current').fill(PASSWORD);
    await page.keyboard.press('Enter');
    const key = (await section.locator('.secret code').innerText()).replaceAll(' ', '');
    await section.getByLabel(/type the code/).fill(totp(key, Date.now()));
    await page.keyboard.press('Enter');
    await section.getByRole('button', { name: 'I have saved the codes' }).click();
    await section.getByRole('button', { name: 'Create new backup codes' }).click();
    await page.locator('#factor-current').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await section.getByRole('heading', { name: 'Backup codes' }).waitFor();
    await section.getByRole('button', { name: 'I have saved the codes' }).click();
    await section.getByRole('button', { name: 'Turn off' }).click();
    await page.locator('#factor-current').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Two-step verification is off').waitFor();
    await section.getByText('Off', { exact: true }).waitFor();
    await page.context().close();
  });

  test('nothing was asked of any other server, and the browser complained of nothing', () => {
    expect([foreign, complaints]).toEqual([[], []]);
  });
});

async function readQr(png: Buffer): Promise<string> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  return decodeQR({ data: new Uint8ClampedArray(data), width, height });
}
