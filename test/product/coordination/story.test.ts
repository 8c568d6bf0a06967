/** A right follows the group: given by a chair, used to upload, gone with the membership at the next request of the same session. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../scripts/browser.ts';
import { startCoordination, type Coordination } from '../../helpers/coordination/pages.ts';
import { invite, type Person } from '../../helpers/member.ts';

/** A country of two squares, which differ from upload to upload by the name of the first. */
function boundaries(name: string): Buffer {
  const ring = (x: number) => [[x, 6], [x + 1, 6], [x + 1, 7], [x, 7], [x, 6]]; // prettier-ignore
  const features = [name, 'Plateaux'].map((each, i) => ({
    type: 'Feature',
    properties: { ADM1_PCODE: `TG0${i + 1}`, ADM1_FR: each },
    geometry: { type: 'Polygon', coordinates: [ring(i)] },
  }));
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
}

describe.skipIf(!CHROMIUM)('a right that follows the group, in Chromium (skipped where no Chromium is installed)', { timeout: 240_000 }, () => {
  let world: Coordination;
  let chair: Person;
  beforeAll(async () => {
    world = await startCoordination();
    await world.post('/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM Working Group' } });
    chair = await invite(world.product.url, world.admin, { scope: 'TGO' as never, group: 'imwg', role: 'chair' }, 'Chadia');
  }, 480_000);
  afterAll(() => world?.stop());

  test('the chair creates GIS, its first chair takes a member in, who uploads a draft; once ended, the next upload is refused', async () => {
    const { url } = world.product;
    // The chair makes the sub-group that answers for the boundaries, and takes its first chair in.
    const page = await world.open('/c/tgo/coordination/imwg', {}, chair);
    const dialog = page.locator('cod-dialog');
    await page.getByRole('button', { name: 'New sub-group' }).click();
    await dialog.getByLabel('Name (English)').fill('Geographic information');
    await dialog.getByLabel('Acronym').fill('GIS');
    await dialog.locator('details > summary').click();
    await dialog.getByLabel('Boundaries', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Create the group' }).click();
    await page.getByRole('heading', { level: 1, name: 'Geographic information' }).waitFor();

    const join = async (name: string) => {
      const own = await world.open('/c/tgo/coordination/gis', {}, await invite(url, world.admin, null, name));
      await own.getByRole('button', { name: 'Ask to join' }).click();
      await own.locator('cod-dialog').getByRole('button', { name: 'Ask to join' }).click();
      await own.getByText('You asked to join as Member.', { exact: false }).waitFor();
      return own;
    };
    const farid = await join('Farid');
    await page.reload();
    await page.getByRole('button', { name: 'Approve Farid as Member' }).click();
    await dialog.getByLabel('Role').selectOption('chair');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await page.locator('.group-people li[data-state="active"]').getByText('Farid').waitFor();

    // Who only asked has no right yet.
    const omar = await join('Omar');
    await omar.goto('/upload');
    await omar.locator('main .notice').waitFor();
    expect(await omar.locator('input[type=file]').count()).toBe(0);
    await farid.reload();
    await farid.getByRole('button', { name: 'Approve Omar as Member' }).click();
    await farid.locator('cod-dialog').getByRole('button', { name: 'Approve' }).click();
    await farid.locator('.group-people li[data-state="active"]').getByText('Omar').waitFor();

    // The member uploads a draft, in the session that was there before.
    const upload = async (name: string) => {
      await omar.goto('/upload');
      await omar.locator('input[type=file]').setInputFiles({ name: 'tgo_admin1.geojson', mimeType: 'application/geo+json', buffer: boundaries(name) });
      const country = omar.getByLabel(/^Country/);
      await country.waitFor();
      if ((await country.inputValue()) === '') await country.fill('TGO');
      await omar.getByRole('button', { name: 'Send and check' }).click();
    };
    await upload('Maritime');
    await omar.waitForURL('**/drafts/cod-ab-tgo/v01**', { timeout: 90_000 });

    // The page for a next upload is open already when the membership ends.
    await omar.goto('/upload');
    await omar.locator('input[type=file]').setInputFiles({ name: 'tgo_admin1.geojson', mimeType: 'application/geo+json', buffer: boundaries('Lomé') });
    const { appointments, persons } = (await (await fetch(`${url}/api/v1/countries/TGO/groups/gis`, { headers: chair.headers })).json()) as {
      appointments: { id: string; person: string }[];
      persons: { id: string; name: string }[];
    };
    const { id } = appointments.find(({ person }) => person === persons.find(({ name }) => name === 'Omar')!.id)!;
    const ended = await fetch(`${url}/api/v1/countries/TGO/groups/gis/appointments/${id}/end`, {
      method: 'POST',
      headers: { ...chair.headers, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(ended.status).toBe(200);
    const country = omar.getByLabel(/^Country/);
    if ((await country.inputValue()) === '') await country.fill('TGO');
    await omar.getByRole('button', { name: 'Send and check' }).click();
    await omar.getByRole('alert').waitFor();
    const { versions } = (await (await fetch(`${url}/api/v1/datasets/cod-ab-tgo`, { headers: chair.headers })).json()) as { versions: unknown[] };
    expect(versions).toHaveLength(1);
    // And the draft that was theirs to see is so no longer.
    const draft = await omar.evaluate(async () => (await fetch('/api/v1/datasets/cod-ab-tgo/versions/v01')).status);
    expect(draft).toBe(404);
  });
});
