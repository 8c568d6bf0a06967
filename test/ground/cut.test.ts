/** The surroundings of countries, cut from the ground that comes with the program. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import boxes from '../../data/boxes.json' with { type: 'json' };
import {
  groundLinesOf,
  UNSETTLED,
  type Unsettled,
  arcsOf,
  groundSources,
  linesOf,
  polygonsOf,
  type Ground,
  type GroundLine,
  type Position,
} from '../../server/contract/maps/ground.ts';
import { LANGS } from '../../server/contract/languages.ts';
import { openAtlas } from '../../server/ground/atlas.ts';
import { area2, drawBack, simplify, toSegment } from '../../server/ground/clip.ts';
import { windowsOf } from '../../server/ground/cut.ts';
import { createEdgeAt, runsOf } from '../../server/ground/edges.ts';
import { cutFor, groundLines } from '../../server/ground/surroundings.ts';
import { regionOf } from '../../server/matching/countries.ts';
import { regionName } from '../../server/words/regions.ts';

const atlas = openAtlas();
const cuts = new Map<string, Ground>();
/** From the coarse ground, as for versions that were made before there was one. */
function cut(country: string): Ground {
  const known = cuts.get(country) ?? cutFor(atlas, '50m', { country, box: (boxes as unknown as Record<string, Ground['box']>)[country]!, regionOf });
  cuts.set(country, known);
  return known;
}

const isIn = (polygons: Position[][][], [x, y]: Position) => polygons.some((rings) => rings.filter((ring) => crosses(ring, x, y)).length % 2 === 1);
function crosses(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
const landOf = (ground: Ground) => polygonsOf(ground.objects.land.geometries, arcsOf(ground));
const lakesOf = (ground: Ground) => polygonsOf([ground.objects.lakes], arcsOf(ground));
const distanceTo = (lines: Position[][], place: Position) => Math.min(...lines.flatMap((line) => line.slice(1).map((to, i) => toSegment(place, line[i]!, to))));
const worldLines = (kind: GroundLine) => linesOf(groundLinesOf(atlas.world, kind).arcs, arcsOf(atlas.world), atlas.world.box);

describe('what lies around a country', () => {
  test('Uganda is no island: land on all sides, and no coast on its outline', () => {
    const land = landOf(cut('UGA'));
    // Rwanda, Congo, South Sudan, Kenya, Tanzania.
    for (const place of [[30.1, -1.9], [29, 1], [32, 4.5], [35.5, 1], [31.2, -1.8]] as Position[]) expect(isIn(land, place), String(place)).toBe(true); // prettier-ignore
    expect([cut('UGA').objects.coast.own, (cut('UGA').objects.border.own ?? []).length > 0]).toEqual([undefined, true]);
    expect(cut('UGA').names.map(([region]) => region)).toEqual(expect.arrayContaining(['CD', 'KE', 'RW', 'SS', 'TZ']));
    expect(cut('UGA').names.map(([region]) => region)).not.toContain('UG');
  });

  test('Lake Tanganyika, which one scale of the source leaves out, is water from end to end', () => {
    const lakes = lakesOf(cut('BDI'));
    expect([[29.3, -4], [29.45, -5], [29.6, -6]].map(([lon, lat]) => isIn(lakes, [lon!, lat!]))).toEqual([true, true, true]); // prettier-ignore
    expect(isIn(lakes, [29.92, -3.43])).toBe(false);
  });
  test('Lake Victoria is water, and Kampala beside it is not', () => {
    const lakes = lakesOf(cut('UGA'));
    // Its shape: 67,700 of 68,000 km², and nothing of it is land but islands and shores.
    expect([[33, -0.5], [32.2, -1], [33.2, -2], [34.1, -0.5]].every(([lon, lat]) => isIn(lakes, [lon!, lat!]))).toBe(true); // prettier-ignore
    expect([[30.6, -0.6], [34.75, -0.1], [32.9, -2.55], [33.2, 0.45]].some(([lon, lat]) => isIn(lakes, [lon!, lat!]))).toBe(false); // prettier-ignore
    expect([isIn(lakes, [33, -0.8]), isIn(lakes, [32.58, 0.35])]).toEqual([true, false]);
  });

  test.each(['UGA', 'PHL', 'CHL', 'FJI', 'NOR'])('%s weighs less than 40 kB on the line', (country) => {
    const text = JSON.stringify(cut(country));
    expect(gzipSync(text).length).toBeLessThan(36_000);
    // And holds nothing but numbers that it needs.
    expect(/null|NaN|Infinity|\d\.\d{6}/.exec(text)?.[0]).toBeUndefined();
  });

  test('the same each time', () => {
    const again = cutFor(atlas, '50m', { country: 'UGA', box: boxes.UGA as Ground['box'], regionOf });
    expect(JSON.stringify(again)).toBe(JSON.stringify(cut('UGA')));
  });

  test('over the antimeridian it is in one piece', () => {
    const { box, objects } = cut('FJI');
    expect([box[0] < 178, box[2] > 181]).toEqual([true, true]);
    const land = landOf(cut('FJI'));
    // Viti Levu; Taveuni, which the meridian cuts; Samoa.
    expect([isIn(land, [178, -17.8]), isIn(land, [187.6, -13.6])]).toEqual([true, true]);
    const meridian = linesOf(objects.coast.own ?? [], arcsOf(cut('FJI')), box).filter((line) =>
      line.some(([x], i) => i > 0 && x === 180 && line[i - 1]![0] === 180),
    );
    expect(meridian).toEqual([]);
  });

  test('windows are wide enough for a phone upright and for a wide screen', () => {
    const { inner, outer } = windowsOf([-13, 7, -10, 10]);
    expect(inner).toEqual([-13.9, 6.1, -9.1, 10.9].map((value) => expect.closeTo(value, 6)));
    expect([outer[2] - outer[0] > 3 * 2.4, outer[3] - outer[1] > 3 / 0.5]).toEqual([true, true]);
  });

  test('each source is credited once; towns only where there are some', () => {
    expect(groundSources(cut('UGA'))).toEqual(['Natural Earth', 'GeoNames (CC BY 4.0)']);
    expect(groundSources({ places: [] })).toEqual(['Natural Earth']);
  });
});

describe('borders that are not agreed on', () => {
  const dashed = UNSETTLED.flatMap(worldLines);
  const whole = worldLines('border');
  test.each([
    ['Sudan, South Sudan', [30, 9.7]],
    ['Kosovo, Serbia', [21.4, 42.8]],
    ['Western Sahara', [-10.5, 27.67]],
    ['Line of Control', [74, 34.2]],
    ['Aksai Chin', [78.2, 33.9]],
    ['Golan', [35.9, 33]],
    ['Hala’ib', [35, 22]],
    ['Ogaden', [46, 6.7]],
    ['Korea', [127.5, 38.3]],
    ['Cyprus', [33.3, 35.1]],
  ] as [string, Position][])('%s: dashed, and not whole beside it', (_, place) => {
    expect(distanceTo(dashed, place)).toBeLessThan(0.6);
    expect(distanceTo(whole, place)).toBeGreaterThan(distanceTo(dashed, place));
  });

  test.each([
    ['Line of Control', [74, 34.2], 'control'],
    ['Aksai Chin', [78.2, 33.9], 'disputed'],
    ['Sudan, South Sudan', [30, 9.7], 'disputed'],
    ['Golan', [35.9, 33], 'ceasefire'],
    ['Korea', [127.5, 38.3], 'ceasefire'],
  ] as [string, Position, Unsettled][])('%s is told apart by its dashes', (_, place, kind) => {
    const near = UNSETTLED.toSorted((a, b) => distanceTo(worldLines(a), place) - distanceTo(worldLines(b), place));
    expect(near[0]).toBe(kind);
  });

  test('nothing parts Crimea from Ukraine, Somaliland from Somalia, Western Sahara along the berm', () => {
    const lines = [...dashed, ...whole];
    for (const place of [[33.7, 46.1], [48, 9], [-11.5, 25.5]] as Position[]) expect(distanceTo(lines, place), String(place)).toBeGreaterThan(0.4); // prettier-ignore
    const { geometries } = atlas.world.objects.land;
    const polygonsOfCountry = (id: string) => polygonsOf(geometries.filter((geometry) => geometry.id === id), arcsOf(atlas.world)); // prettier-ignore
    expect([isIn(polygonsOfCountry('UKR'), [34.3, 45.3]), isIn(polygonsOfCountry('SOM'), [45.5, 9.6]), isIn(polygonsOfCountry('ESH'), [-13, 25.5])]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('neither is named, nor has a capital', () => {
    const named = atlas.world.names.map(([region]) => region);
    for (const region of ['XK', 'EH', 'TW', 'FK']) expect(named).not.toContain(region);
    for (const region of ['XK', 'EH', 'TW', 'IL', 'PS']) expect((atlas.places[region] ?? []).filter(([, , , , capital]) => capital === 1)).toEqual([]);
    expect(atlas.places['UG']![0]).toEqual(['Kampala', expect.closeTo(32.58, 1), expect.closeTo(0.32, 1), expect.any(Number), 1]);
  });

  test('every name is known in every language of the interface', () => {
    for (const lang of LANGS) for (const [region] of atlas.world.names) expect(regionName(region, lang), `${region} ${lang}`).toMatch(/.../u);
    expect(['ar', 'fr', 'en'].map((lang) => regionName('SD', lang))).toEqual(['السودان', 'Soudan', 'Sudan']);
    for (const lang of LANGS) for (const region of ['CD', 'CG', 'MM']) expect(regionName(region, lang), `${region} ${lang}`).not.toMatch(/[-()]/);
    expect([regionName('CD', 'fr'), regionName('CD', 'en-GB')]).toEqual(['RD Congo', 'DR Congo']);
    expect([regionName('PS', 'en'), regionName('ZZZ', 'en'), regionName('XX', 'en')]).toEqual(['Palestine', null, null]);
  });
});

describe('lines drawn back onto a box', () => {
  const box: Ground['box'] = [0, 0, 10, 10];
  test('what is inside a ring stays inside it, what is outside stays out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -15, max: 25, noNaN: true }), fc.double({ min: -15, max: 25, noNaN: true })), { minLength: 3, maxLength: 12 }),
        fc.tuple(fc.double({ min: 0.01, max: 9.99, noNaN: true }), fc.double({ min: 0.01, max: 9.99, noNaN: true })),
        (corners, place) => {
          const ring = [...corners, corners[0]!] as Position[];
          fc.pre(distanceTo([ring], place) > 1e-6);
          expect(isIn([[drawBack(ring, box)]], place)).toBe(isIn([[ring]], place));
        },
      ),
      { numRuns: 300 },
    );
  });
  test('what lies beyond one side has no area left', () => expect(area2(drawBack([[-5, 2], [-1, 8], [-9, 20], [-5, 2]], box))).toBe(0)); // prettier-ignore
  test('simplified, no point is farther away than was allowed, and both ends stay', () => {
    const wave = Array.from({ length: 200 }, (_, i): Position => [i / 10, Math.sin(i / 7)]);
    const less = simplify(wave, 0.05);
    expect([less[0], less.at(-1), less.length < 80]).toEqual([wave[0], wave.at(-1), true]);
    for (const point of wave) expect(distanceTo([less], point)).toBeLessThanOrEqual(0.05 + 1e-9);
    const closed: Position[] = [[0, 0], [5, 0], [5, 5], [0, 5], [0, 0]]; // prettier-ignore
    expect(simplify(closed, 0.1)).toEqual(closed);
  });
});

describe('what the outline of a country is', () => {
  const edgeAt = createEdgeAt(groundLines(cut('SLE')));
  test('coast before Freetown, border in the north and east', () => {
    expect([edgeAt(-13.29, 8.48), edgeAt(-11.9, 10), edgeAt(-10.6, 8.3), edgeAt(-20, 0)]).toEqual(['coast', 'border', 'border', null]);
  });
  test('along a line it changes where the kind does, and noise does not count', () => {
    const line = Array.from({ length: 101 }, (_, i): Position => [i / 20, 0]);
    const kinds = (lon: number) => (lon < 2 ? 'coast' : lon > 3 && lon < 3.02 ? 'disputed' : 'border');
    expect(runsOf(line.length, (i) => line[i]!, kinds)).toEqual([
      { kind: 'coast', end: 40 },
      { kind: 'border', end: 100 },
    ]);
    expect(runsOf(2, (i) => line[i]!, () => null)).toEqual([{ kind: null, end: 1 }]); // prettier-ignore
  });
});
