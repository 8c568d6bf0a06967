/** A boundary update from its draft to its withdrawal from use, in Chromium: differences seen before publishing, old 3W on the new boundaries, rolled back, and one state everywhere. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MapStage } from '../../client/map/stage.ts';
import { CHROMIUM, openPage, untilLive, type PageOptions, type Product } from '../../scripts/browser.ts';
import type { SummaryAnswer } from '../../server/contract/presence/api.ts';
import type { VersionAnswer } from '../../server/contract/datasets/api.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { violationsOf } from '../setup/axe.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { startSignedIn } from '../setup/product.ts';

const ID = 'cod-ab-tgo';
/** From west to east: each unit with its name and where it begins and ends. */
type Unit = [code: string, name: string, from: number, to: number];
const OLD: Unit[] = [['TG01', 'Maritime', 0, 1], ['TG02', 'Plateaux', 1, 2], ['TG03', 'Centrale', 2, 3], ['TG04', 'Kara', 3, 4]]; // prettier-ignore
/** Plateaux is split, Centrale gets another name, the ground of Kara is in no unit any more. */
const NEW: Unit[] = [['TG01', 'Maritime', 0, 1], ['TG05', 'Plateaux Est', 1.6, 2], ['TG06', 'Plateaux Ouest', 1, 1.6], ['TG03', 'Centre', 2, 3]]; // prettier-ignore
const layer = (units: readonly Unit[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: units.map(([code, name, from, to]) => ({
      type: 'Feature',
      properties: { ADM1_PCODE: code, ADM1_FR: name },
      geometry: { type: 'Polygon', coordinates: [[[from, 6], [to, 6], [to, 7], [from, 7], [from, 6]]] }, // prettier-ignore
    })),
  });
const ROWS = [['A', 'TG01'], ['B', 'TG02'], ['C', 'TG02'], ['C', 'TG03'], ['D', 'TG04']]; // prettier-ignore
const PRESENCE = ['Organisation,Acronym,Cluster,Region Pcode,Status', ...ROWS.map(([org, code]) => `Organisation ${org},${org},Health,${code},Ongoing`)].join(
  '\n',
);

describe.skipIf(!CHROMIUM)('the story of a boundary update in Chromium (skipped where no Chromium is installed)', { timeout: 240_000 }, () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  const get = async <T>(path: string) => (await (await fetch(product.url + path, { headers: person.headers })).json()) as T;
  const publish = async (id: string, tag: string) => {
    const headers = { ...person.headers, 'content-type': 'application/json' };
    const answer = await fetch(`${product.url}/api/v1/datasets/${id}/versions/${tag}/publish`, { method: 'POST', headers, body: '{"reason":"for the test"}' });
    expect(answer.status, await answer.text()).toBe(200);
  };

  async function send(name: string, text: string, kind: string): Promise<string> {
    const form = new FormData();
    form.append('files', new File([text], name));
    form.append('country', 'TGO');
    form.append('kind', kind);
    const sent = await fetch(`${product.url}/api/v1/uploads`, { method: 'POST', headers: person.headers, body: form });
    for (;;) {
      const { version, state, error } = await get<{ version: string | null; state: string; error: unknown }>(sent.headers.get('location')!);
      if (version) return version;
      if (state === 'failed') throw new Error(JSON.stringify(error));
      await setTimeout(200);
    }
  }

  async function open(path: string, options: PageOptions = {}): Promise<Page> {
    const { page } = await openPage(browser, product.url, { storageState: { cookies: cookiesOf(person, product.url), origins: [] }, webgl: false, ...options });
    await page.goto(product.url + path);
    return page;
  }
  const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

  beforeAll(async () => {
    ({ product, person } = await startSignedIn());
    browser = await openBrowser();
    await publish(ID, await send('tgo_admin1.geojson', layer(OLD), 'cod-ab'));
    await publish('3w-tgo', await send('tgo_3w.csv', PRESENCE, '3w'));
    expect(await send('tgo_admin1.geojson', layer(NEW), 'cod-ab')).toBe('v02');
  }, 240_000);
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  test('before publishing: what changed, by kind, and both drawings on the map', async () => {
    const page = await open(`/drafts/${ID}/v02?tab=changes`, { webgl: true });
    await untilLive(page);
    const changes = page.locator('version-changes');
    await changes.locator('[data-relation=split]').waitFor();
    const kinds = await changes.locator('[data-relation] > summary').allInnerTexts();
    expect(kinds.map(spaced)).toEqual(['Split 1 2 rows', 'Abolished 1', 'Renamed 1']);
    expect(await changes.innerText()).toContain('A major version');
    expect(await changes.locator('.bump-reasons li').count()).toBeGreaterThan(0);

    const slider = page.getByRole('slider', { name: 'Where the old drawing ends and the new one begins' });
    await slider.waitFor();
    expect(await page.locator('.swipe-line').innerText()).toMatch(/Old: v01\s*New: v02/);
    // The middle of what was Plateaux, where a new border is.
    const picture = async () => {
      const at = await page.evaluate(() => document.querySelector<MapStage>('map-stage')!.project([1.6, 6.5])!);
      const stage = (await page.locator('map-stage').boundingBox())!;
      return (await page.screenshot({ clip: { x: stage.x + at.x - 20, y: stage.y + at.y - 40, width: 40, height: 80 } })).toString('base64');
    };
    await slider.focus();
    await page.keyboard.press('End');
    await expect.poll(() => slider.inputValue()).toBe('100');
    await expect.poll(picture).not.toBe('');
    const old = await picture();
    await page.keyboard.press('Home');
    await expect.poll(picture).not.toBe(old);
    await page.keyboard.press('End');
    await expect.poll(picture).toBe(old);

    await changes.getByRole('button', { name: 'Plateaux Ouest' }).click();
    const shown = () =>
      page.evaluate(() => {
        const { highlighted, compared, level } = document.querySelector<MapStage>('map-stage')!.shown;
        return { level, now: highlighted, before: compared?.highlighted };
      });
    await expect.poll(shown).toEqual({
      level: 1,
      now: [{ level: 1, pcodes: ['TG06', 'TG05'] }],
      before: [{ level: 1, pcodes: ['TG02'] }],
    });
    expect(await changes.locator('[aria-pressed=true]').count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);

    // Published as another than proposed: only with a reason.
    await page.getByRole('button', { name: /^Publish/ }).click();
    const dialog = page.locator('reason-dialog');
    const major = dialog.getByRole('radio', { name: /A major version/ });
    expect(await major.isChecked()).toBe(true);
    expect(await dialog.locator('.bump-choice .badge').innerText()).toBe('proposed');
    await dialog.getByRole('radio', { name: /A minor version/ }).check();
    const reason = dialog.getByLabel('Reason', { exact: true });
    if ((await reason.count()) > 0) await reason.fill('for the test');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByText('Say why it is another than the comparison proposed.').waitFor();
    await dialog.getByLabel('Why not as proposed').fill('only names matter here');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.locator('.draft-head [data-status=current]').waitFor();
    expect((await get<VersionAnswer>(`/api/v1/datasets/${ID}/versions/v02`)).bump).toEqual({
      chosen: 'minor',
      proposal: 'major',
      reason: 'only names matter here',
    });
    await page.getByRole('tab', { name: 'History' }).click();
    await page.locator('[data-action="version.called-minor"]', { hasText: 'only names matter here' }).waitFor();
    await page.context().close();
  });

  test('the old 3W on the new boundaries: certain, possible and not placed are all of its rows', async () => {
    const page = await open('/c/tgo/3w?level=1');
    const told = page.getByText('Rows from boundaries v01 on v02');
    await told.waitFor();
    expect(spaced(await told.innerText())).toContain('exact 2, near 0 (at least 98% of the area, or by code alone), possible 2, not placed 1; 5 in all.');
    await page.getByText('Rows of an area that was split are certain for the area above and possible in each of its parts.').waitFor();
    const { byPcode, possible, carried } = await get<SummaryAnswer>('/api/v1/presence/3w-tgo/summary?level=1&boundaries=current');
    expect(carried?.rows).toMatchObject({ exact: 2, near: 0, possible: 2, notPlaced: 1 });
    expect(Object.entries(byPcode).flatMap(([code, { count }]) => (count ? [[code, count]] : []))).toEqual([['TG01', 1], ['TG03', 1]]); // prettier-ignore
    expect(Object.keys(possible ?? {}).sort()).toEqual(['TG05', 'TG06']);
    await page.context().close();
  });

  test('rolled back: the draft page, home, the country and the page of the version say the same', async () => {
    const page = await open(`/drafts/${ID}/v01`);
    await page.getByRole('button', { name: 'Roll back to v01' }).click();
    const dialog = page.locator('reason-dialog');
    await dialog.getByLabel('Reason', { exact: true }).fill('Plateaux is not split yet');
    await dialog.getByRole('button', { name: 'Roll back to v01' }).click();
    await page.locator('.draft-head [data-status=current]').waitFor();

    await page.goto(`${product.url}/c/tgo/${ID}?version=v02`);
    await page.locator('.dataset-head [data-status=superseded]').waitFor();
    await page.getByText('Plateaux is not split yet').first().waitFor();
    const states = async () => (await page.locator('.versions li').allInnerTexts()).map((text) => spaced(text).split(' ').slice(0, 2).join(' '));
    expect(await states()).toEqual(['v02 superseded', 'v01 current']);
    await page.getByText('Published as a minor version; a major one was proposed.').waitFor();
    await page.goto(`${product.url}/c/tgo?version=v02`);
    const banner = page.locator('.state-banner[data-status=superseded]');
    await banner.waitFor();
    expect(spaced(await banner.innerText())).toMatch(/v02.* replaced by .*v01.*Plateaux is not split yet.*Show the current version, .*v01/);
    await page.goto(`${product.url}/c/tgo`);
    await page.locator('select', { hasText: 'v01 · current' }).first().waitFor();
    expect(await page.locator('.state-banner').count()).toBe(0);
    await page.goto(`${product.url}/`);
    const card = page.locator('.card[data-iso3=TGO]');
    await card.locator('.badge[data-status=current]', { hasText: 'Boundaries v01' }).waitFor();
    await card.getByText(/^Published /).waitFor();
    await page.goto(`${product.url}/c/tgo/3w?level=1`);
    await page.locator('.panel-body').waitFor();
    expect(await page.getByText('Rows from boundaries').count()).toBe(0);
    await page.context().close();
  });
});
