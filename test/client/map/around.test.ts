/** What lies around a country is fetched after its map, and the rest of the Earth only where somebody looks. */
import { expect, test } from 'vitest';
import { createAround, groundAddress, isInside, type Around } from '../../../client/map/around/around.ts';
import type { BaseMap, Ground, GroundAnswer } from '../../../server/contract/maps/ground.ts';

const box: Ground['box'] = [0, 0, 20, 20];
const near = { box, places: [['Town', 1, 1, 5, 0]] } as unknown as Ground;
const base = (layers: string[]) => ({ layers, attribution: 'Ministry' }) as unknown as BaseMap;
const answer = (map: BaseMap | null = null): GroundAnswer => ({ ground: near, world: '/world', base: map });
const size = { width: 512, height: 512 };
const inside = { lon: 10, lat: 10, zoom: 6 };
const outside = { lon: 10, lat: 10, zoom: 3 };

test('the address comes from the tiles; tiles of something else have none', () => {
  expect(groundAddress({ tiles: ['https://maps.example/tiles/cod-ab-sle/v02/{z}/{x}/{y}.mvt'] })).toBe('/api/v1/datasets/cod-ab-sle/versions/v02/ground');
  expect([groundAddress({ tiles: ['https://maps.example/other/{z}.mvt'] }), groundAddress({ tiles: [] })]).toEqual([null, null]);
});

test('what is in view lies in the box or not, on whichever turn of the Earth', () => {
  expect([inside, outside, { ...inside, lon: 370 }, { ...inside, lon: 19 }, { lon: 10, lat: 84, zoom: 6 }].map((camera) => isInside(camera, size, box))).toEqual([true, false, true, false, false]); // prettier-ignore
  // Nobody sees beyond the poles.
  expect(isInside({ lon: 0, lat: 0, zoom: 0 }, size, [-180, -85.06, 180, 85.06])).toBe(true);
});

test('the Earth is asked for once, when somebody looks beyond, and again where that failed', async () => {
  const asked: string[] = [];
  const told: Around[] = [];
  let fails = true;
  const around = createAround({
    locale: 'en',
    changed: (more) => told.push(more),
    getJson: (path) => {
      asked.push(path);
      if (path === '/near') return Promise.resolve(answer());
      return fails ? Promise.reject(new Error('line')) : Promise.resolve({ box: 'world' });
    },
  });
  around.look(outside, size);
  await around.load('/near');
  around.look(inside, size);
  expect(asked).toEqual(['/near']);
  around.look(outside, size);
  await expect.poll(() => asked.length).toBe(2);
  fails = false;
  await Promise.resolve();
  for (const camera of [outside, outside, outside]) around.look(camera, size);
  await expect.poll(() => told.length).toBe(2);
  expect(asked).toEqual(['/near', '/world', '/world']);
  expect(told.map(({ ground }) => ground.world)).toEqual([null, { box: 'world' }]);
});

test('whom to credit, each once: towns only where they are shown', async () => {
  const credits = async (map: BaseMap | null) => {
    const told: Around[] = [];
    await createAround({ locale: 'en', changed: (more) => told.push(more), getJson: () => Promise.reject(new Error()) }).load(answer(map));
    return told[0]!.credits;
  };
  expect(await credits(null)).toEqual(['Natural Earth', 'GeoNames (CC BY 4.0)']);
  expect(await credits(base(['roads']))).toEqual(['Natural Earth', 'GeoNames (CC BY 4.0)', 'Ministry']);
  expect(await credits(base(['places']))).toEqual(['Natural Earth', 'Ministry']);
});

test('without an answer there is a map all the same', async () => {
  const told: Around[] = [];
  await createAround({ locale: 'en', changed: (more) => told.push(more), getJson: () => Promise.reject(new Error('offline')) }).load('/near');
  expect(told).toEqual([]);
});
