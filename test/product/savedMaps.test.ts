/** A saved map in Chromium: it opens as the page that shows it, in the state in which it was saved and in the colours of its picture, is changed and saved again. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookOf, isPattern } from '../../server/contract/maps/looks.ts';
import { classColours, PALETTE } from '../../server/contract/maps/palette.ts';
import { mapSpec, type MapAnswer, type MapSpec, type MapValuesAnswer } from '../../server/contract/maps/map.ts';
import type { UnitAnswer, UnitsAnswer } from '../../server/contract/datasets/api.ts';
import { fillOf } from '../../server/maps/render/legend.ts';
import { fitView } from '../../server/maps/render/shapes.ts';
import { CHROMIUM, openPage, untilLive, untilStill, type PageOptions, type Product, type Watched } from '../../scripts/browser.ts';
import { openBrowser, closePages } from '../setup/browser.ts';
import { cookiesOf, type Person } from '../helpers/member.ts';
import { startSignedIn } from '../setup/product.ts';

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 });
const DEFINITION = {
  unit: 'organisations',
  role: 'implementing',
  statuses: ['ongoing', 'completed', 'unknown'],
  sectors: [],
  orgTypes: [],
  orgs: [],
  from: null,
  to: null,
};
const population = { kind: 'population', dataset: 'cod-ps-xnv', version: 'current', measure: 'density', sex: 't', age: 'all' };
const UNNUMBERED = ['zero', 'notReported', 'aboveOnly', 'notPlaced'] as const;
const presence = { kind: 'presence', dataset: '3w-xnv', version: 'current', definition: DEFINITION };

describe.skipIf(!CHROMIUM)('saved maps in Chromium (skipped where no Chromium is installed)', () => {
  let product: Product;
  let browser: Browser;
  let person: Person;
  const get = async <T>(path: string) => (await (await fetch(product.url + path)).json()) as T;
  const unitsAt = async (level: number) => (await get<UnitsAnswer>(`/api/v1/datasets/cod-ab-xnv/versions/current/units?level=${level}&limit=500`)).units;

  beforeAll(async () => {
    [{ product, person }, browser] = await Promise.all([startSignedIn(), openBrowser()]);
  }, 240_000);
  afterAll(async () => {
    await closePages(browser);
    await product?.stop();
  });

  const specOf = (patch: object): MapSpec =>
    mapSpec.parse({
      spec: 1,
      title: 'Narivela <1>',
      lang: 'en',
      status: 'unmarked',
      boundary: { dataset: 'cod-ab-xnv', version: 'current', level: 1 },
      data: { kind: 'boundaries' },
      classes: { method: 'manual', breaks: [] },
      labels: { show: 'none', lang: 'en' },
      view: null,
      selected: null,
      ...patch,
    });
  async function save(spec: MapSpec): Promise<MapAnswer> {
    const headers = { ...person.headers, 'content-type': 'application/json' };
    const response = await fetch(`${product.url}/api/v1/maps`, { method: 'POST', headers, body: JSON.stringify({ spec }) });
    expect(response.status, await response.clone().text()).toBe(201);
    return (await response.json()) as MapAnswer;
  }
  const open = async (options: PageOptions = {}) =>
    openPage(browser, product.url, { storageState: { cookies: cookiesOf(person, product.url), origins: [] }, webgl: 'blind', kept: true, ...options });
  /** On a machine without WebGL: what of a map is in the address, in the legend and in what is saved is the same there. */
  const openStill = () => open({ webgl: false });
  async function visit(page: Page, id: string, untilMap = untilLive): Promise<void> {
    await page.goto(`${product.url}/c/xnv?open=${id}`);
    await untilMap(page);
    await eventually(() => new URL(page.url()).searchParams.get('map')).toBe(id);
  }
  /** Legend and classes are there: what is shared is what is painted. */
  const untilPainted = (page: Page, { data }: MapSpec) =>
    data.kind === 'boundaries' ? Promise.resolve() : page.locator('.legend li').first().waitFor({ timeout: 60_000 });
  async function share(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    await page.locator('share-panel form:has([name=title])').locator('button').first().waitFor();
  }

  test.each<[string, object]>([
    [
      'boundaries of a level, with a unit and codes',
      { labels: { show: 'pcodes', lang: 'en' }, view: [-3.123456789, 8.5, 2.25, 12.000001], selected: 'XN01', status: 'draft' },
    ],
    ['boundaries without names', {}],
    [
      'population of girls, own classes, numbers on the map',
      {
        data: { ...population, measure: 'people', sex: 'f', age: '0-4', version: 'v01' },
        boundary: { dataset: 'cod-ab-xnv', version: 'v01', level: 1 },
        classes: { method: 'manual', breaks: [0, 12_345.5, 99_999, 5_000_000] },
        labels: { show: 'names', lang: 'fr', values: true },
      },
    ],
    [
      '3W with filters and months, in Arabic',
      {
        lang: 'ar',
        data: {
          ...presence,
          definition: { ...DEFINITION, unit: 'activities', role: 'any', sectors: ['HEA', 'NUT'], statuses: ['ongoing'], from: '2025-04-01', to: '2025-05-31' },
        },
        classes: { method: 'jenks', breaks: [1, 3, 17, 40, 40], open: 'above', whole: true },
        labels: { show: 'names', lang: 'ar', values: true },
      },
    ],
    [
      '3W compared with another month',
      {
        data: {
          ...presence,
          definition: { ...DEFINITION, from: '2025-05-01', to: '2025-05-31' },
          measure: { is: 'change', version: null, from: '2025-02-01', to: '2025-02-28' },
        },
        classes: { method: 'quantile', breaks: [-2, -2, 0, 1, 3, 3], open: 'both', whole: true },
      },
    ],
    [
      'people for each organisation',
      {
        data: { ...presence, measure: { is: 'ratio', population: { dataset: 'cod-ps-xnv', version: 'v01' } } },
        classes: { method: 'equal', breaks: [0, 10_000, 90_000, 90_000], open: 'above', whole: true },
      },
    ],
    [
      'small maps of two clusters',
      {
        data: { ...presence, definition: { ...DEFINITION, sectors: ['HEA', 'EDU'] }, split: 'clusters' },
        classes: { method: 'quantile', breaks: [1, 2, 4, 4], open: 'above', whole: true },
      },
    ],
    ['a map of the first days, in fixed steps', { data: presence, classes: { method: 'integer', breaks: [1, 2, 5, 10, 20] } }],
  ])(
    '%s: opened, looked at and saved, it is the same map',
    async (_name, patch) => {
      const spec = specOf(patch);
      const map = await save(spec);
      // A live map says where it looks, and so may change what is saved: with a view of its own, and fitted to the country from right to left.
      const isLive = spec.view !== null || spec.lang === 'ar';
      const { page, close } = await open({ webgl: isLive });
      await visit(page, map.id, isLive ? untilLive : untilStill);
      await untilPainted(page, spec);
      await page.getByText(spec.title).first().waitFor();
      await page.locator('.country-tools > button').click();
      const over = page.locator('share-panel form:has([name=title])').locator('button[value=over]');
      await over.waitFor({ timeout: 60_000 });
      expect(await page.locator('share-panel [name=title]').inputValue()).toBe(spec.title);
      await over.click();
      await eventually(async () => (await get<MapAnswer>(`/api/v1/maps/${map.id}`)).updatedAt).not.toBe(map.updatedAt);
      expect((await get<MapAnswer>(`/api/v1/maps/${map.id}`)).spec).toEqual(spec);
      await close();
    },
    240_000,
  );

  test('last month’s map with this month: as a new map in the same classes; the old one stays', async () => {
    const month = (from: string, to: string) => ({ ...presence, definition: { ...DEFINITION, from, to } });
    const spec = specOf({ data: month('2025-04-01', '2025-04-30'), classes: { method: 'jenks', breaks: [1, 3, 17, 17], open: 'above', whole: true } });
    const map = await save(spec);
    const { page, close } = await openStill();
    await visit(page, map.id, untilStill);
    await untilPainted(page, spec);
    // The address is the state: another period, as the filters write it.
    const url = new URL(page.url());
    url.searchParams.set('from', '2025-05-01');
    url.searchParams.set('to', '2025-05-31');
    await page.goto(url.href);
    await untilStill(page);
    await untilPainted(page, spec);
    expect(await page.locator('.legend .legend-label').first().textContent()).toBe('1 – 2');
    await share(page);
    await page.locator('share-panel button[value=new]').click();
    await eventually(() => new URL(page.url()).searchParams.get('map')).not.toBe(map.id);
    const id = new URL(page.url()).searchParams.get('map')!;
    expect((await get<MapAnswer>(`/api/v1/maps/${id}`)).spec).toEqual({ ...spec, data: mapSpec.shape.data.parse(month('2025-05-01', '2025-05-31')) });
    expect((await get<MapAnswer>(`/api/v1/maps/${map.id}`)).spec).toEqual(spec);
    await close();
  }, 240_000);

  test('its public page leads there; a map that is gone leads to the country', async () => {
    const map = await save(specOf({ data: population, classes: { method: 'manual', breaks: [0, 100, 10_000] } }));
    const { page, close } = await openPage(browser, product.url, { webgl: false });
    await page.goto(map.links.page);
    await page.getByRole('link', { name: 'Explore and change this map' }).click();
    await untilStill(page);
    await eventually(() => new URL(page.url()).pathname).toBe('/c/xnv/population');
    expect(new URL(page.url()).searchParams.get('held')).toBe('1/manual/none/0/0,100,10000');
    await page.goto(`${product.url}/c/xnv?open=zzzzzz&level=1`);
    // A message stays for four seconds.
    await page.getByText('This saved map no longer exists.').waitFor({ timeout: 60_000 });
    expect(page.url()).toBe(`${product.url}/c/xnv?level=1`);
    await close();
  }, 240_000);

  /** For each reason why a unit has no number, the widest unit and a map where it has none: the same in both themes. */
  async function findUnnumbered() {
    const found = new Map<(typeof UNNUMBERED)[number], { base: object; unit: UnitAnswer; units: UnitAnswer[] }>();
    for (const level of [2, 3]) {
      const units = await unitsAt(level);
      for (const patch of [{ orgs: ['nobody'] }, {}, { sectors: ['HEA'] }, { sectors: ['HEA'], from: '2025-05-01', to: '2025-05-31' }]) {
        const base = {
          data: { ...presence, definition: { ...DEFINITION, ...patch } },
          boundary: { dataset: 'cod-ab-xnv', version: 'current', level },
          classes: { method: 'quantile', breaks: [1, 2, 4, 4], open: 'above', whole: true },
        };
        const { values } = await get<MapValuesAnswer>(`/api/v1/maps/${(await save(specOf(base))).id}/values`);
        for (const kind of UNNUMBERED) {
          const [unit] = units.filter(({ pcode }) => values![pcode] === kind).sort((a, b) => b.areaSqKm - a.areaSqKm);
          if (unit && !found.has(kind)) found.set(kind, { base, unit, units });
        }
      }
    }
    return found;
  }
  let firstOfEach: ReturnType<typeof findUnnumbered> | undefined;

  describe.each(['light', 'dark'] as const)('%s: live map and picture', (theme) => {
    const size = { width: 900, height: 700 };
    const own = PALETTE[theme];
    /** One for all: the second map finds scripts and fonts where the first has left them. */
    let watched: Watched;
    beforeAll(async () => {
      watched = await open({ colorScheme: theme, webgl: true });
    });
    afterAll(() => watched?.close());
    type Pixels = { at: (x: number, y: number) => string; square: (x: number, y: number) => string[] };
    async function read(bytes: Buffer): Promise<Pixels> {
      const image = await loadImage(bytes);
      const context = createCanvas(image.width, image.height).getContext('2d');
      context.drawImage(image, 0, 0);
      const at = (x: number, y: number) =>
        `#${Array.from(context.getImageData(Math.round(x), Math.round(y), 1, 1).data.slice(0, 3), (part) => part.toString(16).padStart(2, '0')).join('')}`;
      const square = (x: number, y: number) => Array.from({ length: 256 }, (_, i) => at(x - 8 + (i % 16), y - 8 + Math.floor(i / 16)));
      return { at, square };
    }
    /** The same map twice: on the page, and as PNG; and where a place is on either. */
    async function both(
      spec: MapSpec,
      units: UnitAnswer[],
    ): Promise<{
      live: Pixels;
      picture: Pixels;
      onPage: (unit: UnitAnswer) => Promise<[number, number]>;
      onPicture: (unit: UnitAnswer) => [number, number];
      values: MapValuesAnswer['values'];
      own: MapSpec;
    }> {
      const map = await save(spec);
      const { page } = watched;
      await visit(page, map.id);
      await untilPainted(page, spec);
      await page.mouse.move(640, 790);
      await page.waitForTimeout(1500);
      const live = await read(await page.screenshot());
      const picture = await read(
        Buffer.from(
          await (
            await fetch(`${product.url}/maps/${map.id}.png?width=${size.width}&height=${size.height}&bare=1&dark=${theme === 'dark' ? 1 : 0}`)
          ).arrayBuffer(),
        ),
      );
      // Versions concrete, outer classes wide enough for all values.
      const { values, spec: own } = await get<MapValuesAnswer>(`/api/v1/maps/${map.id}/values`);
      const box =
        spec.view ??
        units.reduce<[number, number, number, number]>(
          (all, { bbox: [w, s, e, n] }) => [Math.min(all[0], w), Math.min(all[1], s), Math.max(all[2], e), Math.max(all[3], n)],
          [180, 90, -180, -90],
        );
      const view = fitView([box[0], box[1], box[2], box[3]], { x: 0, y: 0, ...size }, 4);
      return {
        live,
        picture,
        values,
        own,
        onPicture: ({ center }) => [view.x(center[0]), view.y(center[1])],
        onPage: async ({ center }) => {
          const { x, y } = await page.evaluate(
            (place) => (document.querySelector('map-stage') as unknown as { project(at: number[]): { x: number; y: number } }).project(place),
            center,
          );
          return [x, y];
        },
      };
    }

    test.each<[string, object, object]>([
      ['boundaries', { kind: 'boundaries' }, { method: 'manual', breaks: [] }],
      ['population density', population, { method: 'manual', breaks: [0, 20, 60, 100, 100_000] }],
      ['3W counts', presence, { method: 'quantile', breaks: [1, 4, 8, 12, 20, 20], open: 'above', whole: true }],
      [
        '3W change',
        {
          ...presence,
          definition: { ...DEFINITION, from: '2025-05-01', to: '2025-05-31' },
          measure: { is: 'change', version: null, from: '2025-02-01', to: '2025-02-28' },
        },
        { method: 'quantile', breaks: [-5, -5, 0, 1, 5, 10, 20, 30, 40, 40], open: 'both', whole: true },
      ],
    ])(
      '%s: each unit has one colour',
      async (kind, data, classes) => {
        const units = await unitsAt(1);
        const spec = specOf({ data, classes });
        const { live, picture, onPage, onPicture, values, own: painted } = await both(spec, units);
        const seen = new Set<string>();
        for (const unit of [...units].sort((a, b) => b.areaSqKm - a.areaSqKm).slice(0, 8)) {
          const value = values?.[unit.pcode];
          const expected = value === undefined ? own.mapLand : fillOf(value, painted, theme === 'dark');
          if (typeof expected !== 'string') continue;
          expect(live.at(...(await onPage(unit))), `${unit.pcode} live`).toBe(expected);
          expect(picture.at(...onPicture(unit)), `${unit.pcode} picture`).toBe(expected);
          seen.add(expected);
        }
        expect(seen.size).toBeGreaterThanOrEqual(kind === 'boundaries' ? 1 : 2);
        if (kind !== 'boundaries') expect([...seen].some((colour) => classColours(spec, theme === 'dark').includes(colour))).toBe(true);
        expect(live.at(1270, 400)).toBe(own.mapGround);
        expect(picture.at(1, 1)).toBe(own.mapGround);
      },
      240_000,
    );

    test('a unit without a number: nought, not reported, known only above, in doubt', async () => {
      const found = await (firstOfEach ??= findUnnumbered());
      expect(found.size).toBeGreaterThan(1);
      expect([...found.keys()].some((kind) => isPattern(lookOf(kind)))).toBe(true);
      for (const [kind, { base, unit, units }] of found) {
        const { live, picture, onPage, onPicture } = await both(specOf({ ...base, view: unit.bbox }), units);
        const [shown, drawn] = [live.square(...(await onPage(unit))), picture.square(...onPicture(unit))];
        const look = lookOf(kind);
        const ground = kind === 'zero' ? own.mapLand : own.mapEmpty;
        for (const [what, colours] of [
          ['live', shown],
          ['picture', drawn],
        ] as const) {
          const share = (colour: string) => colours.filter((each) => each === colour).length / colours.length;
          expect(share(ground), `${kind} ${what} ground`).toBeGreaterThan(isPattern(look) ? 0.3 : 0.99);
          // A stroke is a pixel or two wide: here and there it fills one, as dark as the palette says.
          const darkest = Math.min(...colours.map((colour) => away(colour, own.mapHatch)));
          if (isPattern(look)) expect(darkest, `${kind} ${what} hatch`).toBeLessThan(30);
        }
        const covered = (colours: string[]) => colours.filter((colour) => away(colour, ground) > away(own.mapHatch, ground) / 2).length / colours.length;
        expect(Math.abs(covered(shown) - covered(drawn)), `${kind}: as dense, but for pixels at the edge of a stroke`).toBeLessThan(0.2);
      }
    }, 400_000);
  });
});

/** The largest difference of red, green and blue. */
function away(a: string, b: string): number {
  return Math.max(...[1, 3, 5].map((at) => Math.abs(Number.parseInt(a.slice(at, at + 2), 16) - Number.parseInt(b.slice(at, at + 2), 16))));
}
