/** Review and sign-off in headless Chromium: asked for, commented on, resolved, approved by two people of the group, published, endorsed. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, NO_GL, openPage, type PageOptions, type Product, type Watched } from '../../../scripts/browser.ts';
import { openBrowser, closePages } from '../../setup/browser.ts';
import { cookiesOf, invite, type Person } from '../../helpers/member.ts';
import { violationsOf } from '../../setup/axe.ts';
import { startSignedIn } from '../../setup/product.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const C = '/api/v1/countries/TGO';

function layer(names: readonly string[]): string {
  const ring = (x: number) => [[x, 6], [x + 1, 6], [x + 1, 7], [x, 7], [x, 6]]; // prettier-ignore
  const features = names.map((name, i) => ({
    type: 'Feature',
    properties: { ADM1_PCODE: `TG0${i + 1}`, ADM1_FR: name },
    geometry: { type: 'Polygon', coordinates: [ring(i)] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

describe.skipIf(!CHROMIUM)('reviews in Chromium (skipped where no Chromium is installed)', { timeout: 240_000 }, () => {
  let product: Product;
  let browser: Browser;
  let admin: Person;
  let paula: Person;
  let greta: Person;
  let imran: Person;
  let tag = '';
  const opened: Watched[] = [];

  async function ask<T>(who: Person, method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(product.url + path, {
      method,
      headers: { ...who.headers, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async function open(who: Person, path: string, options: PageOptions = {}): Promise<Page> {
    const watched = await openPage(browser, product.url, {
      storageState: { cookies: cookiesOf(who, product.url), origins: [] },
      webgl: false,
      kept: true,
      ...options,
    });
    opened.push(watched);
    await watched.page.goto(product.url + path);
    return watched.page;
  }

  async function send(who: Person, text: string): Promise<string> {
    const form = new FormData();
    form.append('files', new File([text], 'tgo_admin1.geojson'));
    form.append('country', 'TGO');
    form.append('kind', 'cod-ab');
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: who.headers, body: form });
    for (;;) {
      const { version, state, error } = await ask<{ version: string | null; state: string; error: unknown }>(who, 'GET', sent.headers.get('location')!);
      if (version) return version;
      if (state === 'failed') throw new Error(JSON.stringify(error));
      await setTimeout(200);
    }
  }

  async function appoint(name: string, role: string): Promise<void> {
    const { members } = await ask<{ members: { id: string; name: string }[] }>(admin, 'GET', '/api/v1/members');
    const { id } = await ask<{ id: string }>(admin, 'POST', `${C}/persons`, { name });
    await ask(admin, 'PATCH', `${C}/persons/${id}`, { account: members.find((member) => member.name === name)!.id });
    await ask(admin, 'POST', `${C}/groups/gis/appointments`, { person: id, role });
  }

  const review = () => `/drafts/cod-ab-tgo/${tag}?tab=review`;

  beforeAll(async () => {
    ({ product, person: admin } = await startSignedIn());
    browser = await openBrowser(NO_GL);
    paula = await invite(product.url, admin, 'publisher', 'Paula');
    greta = await invite(product.url, admin, 'viewer', 'Greta');
    imran = await invite(product.url, admin, 'viewer', 'Imran');
    const names = { en: 'GIS sub-group', fr: 'Sous-groupe SIG', ar: 'فريق نظم المعلومات الجغرافية' };
    await ask(admin, 'POST', `${C}/groups`, { id: 'gis', type: 'sub-group', names, owns: [{ kind: 'cod-ab' }] });
    await ask(admin, 'PATCH', `${C}/groups/gis`, { signoff: [{ kind: 'cod-ab', approvals: 2, from: 'gis' }] });
    await appoint('Paula', 'chair');
    await appoint('Greta', 'member');
    await appoint('Imran', 'imo');
    tag = await send(paula, layer(['Maritime', 'Plateaux']));
    await ask(paula, 'PATCH', `/api/v1/datasets/cod-ab-tgo/versions/${tag}`, { source: 'Ministry', contributor: 'OCHA', license: 'CC BY' });
  }, 240_000);
  afterEach(() => Promise.all(opened.splice(0).map(({ close }) => close())));
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('whoever uploaded it is told what is missing, asks the group, and cannot approve', async () => {
    const page = await open(paula, review());
    await page.getByText('GIS sub-group: 0 of 2 approvals').waitFor();
    await page.getByText('2 approvals are missing').waitFor();
    await page.getByText('You uploaded this draft, so others approve it.').waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await page.getByLabel('Until').fill('2027-05-20');
    await page.getByLabel('Message').fill('The east was redrawn.');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('GIS sub-group was asked by Paula').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // The sign-off is a step before publishing.
    await page.locator('.draft-head').getByText('Sign-off: 2 approvals missing').waitFor();
  });

  test('one of the group finds it at home, comments on a place for another, and holds the draft', async () => {
    const home = await open(greta, '/');
    const list = home.locator('.work-list[data-list=asked]');
    await list.getByText('1 draft your group was asked to review').waitFor();
    await list.getByRole('link').first().click();
    await home.getByLabel('Comment', { exact: true }).fill('Is this border right?');
    await home.getByLabel('About').selectOption('the draft as a whole');
    await home.locator('.signoff-new').getByLabel('Assigned to').selectOption('Imran');
    await home.getByLabel('Must be resolved before publishing').check();
    await home.getByRole('button', { name: 'Comment', exact: true }).click();
    await home.locator('.signoff-thread').getByText('Is this border right?').waitFor();
    await home.getByText('Comments that must be resolved are still open').waitFor();
    await home.getByRole('button', { name: 'Approve', exact: true }).click();
    await home.getByText('GIS sub-group: 1 of 2 approvals').waitFor();
    expect(await violationsOf(home)).toEqual([]);
  });

  test('the other answers and resolves it on a phone, wants changes without saying which in vain, and approves', async () => {
    const page = await open(imran, '/', PHONE);
    const list = page.locator('.work-list[data-list=assigned]');
    await list.getByText('Is this border right?').waitFor();
    await list.getByRole('link').first().click();
    const thread = page.locator('.signoff-thread');
    await thread.getByRole('button', { name: 'Reply' }).click();
    await thread.getByLabel('Reply').fill('It is: see the gazette.');
    await thread.getByRole('button', { name: 'Reply' }).click();
    await thread.getByText('It is: see the gazette.').waitFor();
    await thread.getByRole('button', { name: 'Resolve' }).click();
    await page.getByText('1 resolved').waitFor();
    await page.getByRole('button', { name: 'Ask for changes' }).click();
    expect(await page.locator('.signoff-own textarea').evaluate((element: HTMLTextAreaElement) => element.validationMessage)).toBe('Say what should change.');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByText('Everything that GIS sub-group asks for is there.').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('in Arabic it reads from the right and has no fault of access', async () => {
    const page = await open(greta, `${review()}&lang=ar`, PHONE);
    await page.getByText('اكتمل كل ما تطلبه').waitFor();
    expect(await page.evaluate(() => document.body.dir)).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('then it is published, and a decision of the group is told to everyone', async () => {
    const page = await open(paula, review());
    await page.getByText('Everything that GIS sub-group asks for is there.').waitFor();
    await page
      .locator('.draft-head')
      .getByRole('button', { name: /^Publish/ })
      .click();
    const dialog = page.locator('reason-dialog');
    await dialog.getByLabel('Reason').fill('for the test');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByLabel('Name of the meeting').fill('meeting 12');
    await page.locator('.signoff-part').getByLabel('Date', { exact: true }).fill('2026-05-14');
    await page.getByRole('button', { name: 'Record' }).click();
    await page.locator('.endorsements').getByText('(meeting 12)').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const stranger = await openPage(browser, product.url, { webgl: false });
    opened.push(stranger);
    await stranger.page.goto(`${product.url}/c/TGO/cod-ab-tgo`);
    const said = stranger.page.locator('.endorsements').first();
    await said.getByText('Endorsed by GIS sub-group on 14 May 2026').waitFor();
    await said.getByText('GIS sub-group: 2 of 2 approvals when it was published').waitFor();
    expect(await stranger.page.content()).not.toMatch(/Paula|Greta|Imran/);
  });
});
