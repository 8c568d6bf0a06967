/** Documents in Chromium: terms of reference from the outline to the second version, said before each step; what strangers read; files; all pages without barriers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { breachesIn, eventually, PHONE, startCoordination, WIDE, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite, type Person } from '../../helpers/member.ts';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

describe.skipIf(!CHROMIUM)('documents in Chromium (skipped where no Chromium is installed)', () => {
  let world: Coordination;
  let chair: Person;
  let member: Person;
  const says = (page: Page) => page.locator('cod-dialog .edit-says');
  const confirm = (page: Page, name: string) => page.locator('cod-dialog').getByRole('button', { name, exact: true }).click();
  const text = async (path: string) => (await fetch(`${world.product.url}/api/v1/countries/XNV/documents/${path}`)).text();

  beforeAll(async () => {
    world = await startCoordination();
    const { url } = world.product;
    chair = await invite(url, world.admin, { scope: 'XNV', group: 'logistics', role: 'chair' }, 'Chadia');
    member = await invite(url, world.admin, { scope: 'XNV', group: 'imwg', role: 'member' }, 'Marta');
  }, 240_000);
  afterAll(() => world?.stop());

  test('terms of reference begin with the outline in the language chosen; draft, comment, review, approval, endorsement, second version; v1 stays at its address', async () => {
    const page = await world.open('/c/xnv/documents', {}, chair);
    await page.getByRole('link', { name: 'New terms of reference' }).click();
    await page.getByRole('heading', { level: 1, name: 'New terms of reference' }).waitFor();
    // The only group that the chair writes for is chosen; its outline is there in English, then in French.
    const area = page.getByRole('textbox', { name: 'Text', exact: true });
    await eventually(() => area.inputValue()).toContain('# Terms of reference: Logistics Cluster');
    await page.getByLabel('Language', { exact: true }).selectOption('fr');
    await eventually(() => area.inputValue()).toMatch(/^# Termes de référence/);
    await eventually(() => page.getByLabel('Title').inputValue()).toMatch(/^Termes de référence/);
    await page.getByLabel('Title').fill('Termes de référence du cluster logistique');
    // Whether an address in it is a person's is asked before it is published, and is not what this is about.
    await area.fill((await area.inputValue()).replaceAll(/\S+@\S+/g, '…'));
    await page.getByLabel('Who reads it once it is approved').selectOption('public');
    await page.getByRole('tab', { name: 'Preview' }).click();
    await page.locator('.document-text h1').waitFor();
    expect(await page.locator('.document-text').getAttribute('lang')).toBe('fr');
    await page.getByText('Nothing is published until it is reviewed and approved.').waitFor();
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByText('v1 is a draft:', { exact: false }).waitFor();
    const { pathname } = new URL(page.url());
    const id = pathname.split('/').at(-1)!;
    expect(new URL(page.url()).searchParams.get('version')).toBe('v1');

    // Strangers see nothing of it.
    const stranger = await world.open(pathname);
    await stranger.getByText('There is no such document, or only members see it.').waitFor();

    // A member of another group comments on a part of it.
    const reader = await world.open(`${pathname}?version=v1`, { viewport: PHONE }, member);
    await reader.getByLabel('Part of the text').waitFor();
    expect(await reader.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    const section = await reader.locator('#section option').nth(3).innerText();
    await reader.getByLabel('Part of the text').selectOption({ label: section });
    await reader.getByLabel('Your comment').fill('Le gouvernement copréside-t-il ?');
    await reader.getByRole('button', { name: 'Send' }).click();
    await reader.getByRole('heading', { name: '1 open comment' }).waitFor();

    await page.reload();
    await page.getByText(`On “${section}”`).waitFor();
    await page.getByText('1 comment is still open', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Resolve' }).click();
    await page.getByText('1 resolved').waitFor();

    await page.getByRole('button', { name: 'Say that it is reviewed' }).click();
    await says(page).getByText('The text of v1 is fixed').waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await confirm(page, 'Say that it is reviewed');
    await page.getByText('it waits for approval', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Approve' }).click();
    await says(page).getByText('v1 is the current version from').waitFor();
    await says(page).getByText('Everybody can read it, without signing in.').waitFor();
    await says(page)
      .getByText(/It is to be reviewed by \d+ \w+ \d{4}\./)
      .waitFor();
    expect(await breachesIn(page)).toEqual([]);
    await page.locator('cod-dialog').getByLabel('To be reviewed by').fill('2020-01-01');
    await confirm(page, 'Approve');
    await page.locator('#edit-reviewBy-fault').waitFor();
    const due = new Date(Date.now() + 12 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    await page.locator('cod-dialog').getByLabel('To be reviewed by').fill(due);
    await confirm(page, 'Approve');
    await page.locator('.document-kind').getByText('review due in 12 days').waitFor();
    await stranger.reload();
    await stranger.locator('.document-text h1').waitFor();
    expect(await stranger.locator('main').innerText()).not.toContain('Chadia');

    // Endorsed by a group above, as whoever keeps its records says.
    const admin = await world.open(pathname, {}, world.admin);
    await admin.getByRole('button', { name: 'Record an endorsement' }).click();
    await admin.locator('cod-dialog').getByLabel('Group that endorsed it').selectOption('hct');
    await admin.locator('cod-dialog').getByLabel('Name of the meeting').fill('14th meeting');
    await says(admin)
      .getByText(/^v1: endorsed by HCT on/)
      .waitFor();
    await confirm(admin, 'Record');
    await admin
      .locator('.document-endorsed')
      .getByText(/endorsed by HCT on/)
      .waitFor();
    const before = await text(`${id}/versions/v1/file`);

    // The second version begins with the text of the first, which stays current meanwhile.
    await page.reload();
    await page.getByRole('link', { name: 'New version' }).click();
    await page.getByRole('heading', { level: 1, name: 'New version v2' }).waitFor();
    await eventually(() => area.inputValue()).toBe(before);
    await area.fill('# Termes de référence\n\nDeuxième version.\n');
    await page.getByLabel('What is new in it').fill('Deux coprésidents');
    await page.getByText('v1 stays current until the new one is approved.').waitFor();
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByRole('button', { name: 'Say that it is reviewed' }).click();
    await confirm(page, 'Say that it is reviewed');
    await page.getByRole('button', { name: 'Approve' }).click();
    await says(page).getByText('v1 is superseded and stays readable at its own address.').waitFor();
    await confirm(page, 'Approve');
    await page.locator('.document-text').getByText('Deuxième version.').waitFor();

    // Public answers may be kept for a minute, so another stranger looks.
    await world.close(stranger);
    const later = await world.open(`${pathname}?version=v1`);
    await later.getByText('This is v1, superseded on', { exact: false }).waitFor();
    await later.locator('.document-text h2').first().waitFor();
    expect(await later.locator('.document-text').innerText()).not.toContain('Deuxième version');
    await later.getByRole('link', { name: 'Read v2, the current one' }).click();
    await later.locator('.document-text').getByText('Deuxième version.').waitFor();
    expect(new URL(later.url()).search).not.toContain('version');
    expect(await text(`${id}/versions/v1/file`)).toBe(before);

    // The page of the group tells of it, and so does the list of documents.
    await later.goto('/c/xnv/coordination/logistics');
    await later.locator('.group-glance').getByRole('link', { name: 'Termes de référence du cluster logistique' }).waitFor();
    await later.goto('/c/xnv/documents?kind=tor&group=logistics');
    await eventually(() => later.locator('[data-document]').count()).toBe(1);
    for (const each of [page, later, reader, admin]) await world.close(each);
  });

  test('a PDF is uploaded as a document for members, opened as a file, withdrawn with a reason; strangers are told nothing of it', async () => {
    const page = await world.open('/c/xnv/documents-new', { viewport: PHONE }, chair);
    await page.getByLabel('Kind').selectOption('work-plan');
    await page.getByText('Upload a file').click();
    expect(await page.getByRole('button', { name: 'Save as a draft' }).isEnabled()).toBe(false);
    await page.locator('cod-drop input').setInputFiles({ name: 'Work_plan-2027.pdf', mimeType: 'application/pdf', buffer: PDF });
    expect(await page.getByLabel('Title').inputValue()).toBe('Work plan-2027');
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByText('v1 is a file to open with a program of your own.').waitFor();
    const { pathname } = new URL(page.url());
    const href = await page.locator('.document-file a').getAttribute('href');
    const file = await fetch(world.product.url + href, { headers: member.headers });
    expect([file.status, file.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await file.arrayBuffer()).equals(PDF)).toBe(true);

    for (const [button, save] of [
      ['Say that it is reviewed', 'Say that it is reviewed'],
      ['Approve', 'Approve'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await confirm(page, save);
    }
    await page.getByRole('button', { name: 'Withdraw' }).click();
    expect(await page.locator('cod-dialog').getByRole('button', { name: 'Withdraw' }).isEnabled()).toBe(false);
    await page.locator('cod-dialog').getByLabel('Reason').fill('The funds were not given.');
    await says(page).getByText('Until another version is approved, none is current.').waitFor();
    await confirm(page, 'Withdraw');
    await page.getByText(/v1 was withdrawn on .*: The funds were not given\./).waitFor();

    const stranger = await world.open('/c/xnv/documents');
    await stranger.getByRole('heading', { level: 1, name: 'Documents: Narivela' }).waitFor();
    await eventually(() => stranger.getByText('Loading the documents').count()).toBe(0);
    expect(await stranger.locator('main').innerText()).not.toContain('Work plan-2027');
    expect((await fetch(world.product.url + href)).status).toBe(404);
    await stranger.goto(pathname);
    await stranger.getByText('There is no such document, or only members see it.').waitFor();
    for (const each of [page, stranger]) await world.close(each);
  });

  test.each(['en', 'ar'])('finds all pages without barriers, wide and on a phone, in %s', async (lang) => {
    const id = `axe-${lang}`;
    const body = { id, kind: 'isp', group: 'logistics', language: 'en', title: 'Information sharing protocol', audience: 'public' };
    await world.post('/XNV/documents', {
      ...body,
      text: '# Protocol\n\n## Classes\n\n## Audience\n\n## Review\n\n| Data | Class |\n|---|---|\n| 3W | moderate |\n',
    });
    const page = await world.open(`/c/xnv/documents?lang=${lang}`, {}, chair);
    for (const [path, ready] of [
      ['/c/xnv/documents', '.documents-kind'],
      [`/c/xnv/documents/${id}`, '.document-text'],
      ['/c/xnv/documents-new?kind=tor', '#text'],
      ['/c/xnv/start', '.start-rows'],
      ['/c/xnv/coordination/logistics', '.group-glance .small'],
      ['/global-documents', 'h1'],
    ] as const) {
      await page.setViewportSize(PHONE);
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      await page.locator(ready).first().waitFor();
      await eventually(() => page.locator('main .spinner').count()).toBe(0);
      for (const viewport of [PHONE, WIDE]) {
        await page.setViewportSize(viewport);
        expect(await breachesIn(page), `${path} ${viewport.width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(viewport.width);
        expect(await page.locator('.workgroup-nav a:not([aria-current="false"])').count(), path).toBe(1);
      }
    }
    await world.close(page);
  });
});
