/** Names beside small units on the live map: nothing overlaps, lines cross nothing, and what has room stands where it lies. */
import { describe, expect, test } from 'vitest';
import { expression } from '@maplibre/maplibre-gl-style-spec';
import { runsThrough, type Rect } from '../../../server/contract/maps/leaders.ts';
import { breakName, leadNames, type LedName, type Sight, type UnnamedUnit } from '../../../client/map/names/leading.ts';
import { hasRoom, roomOf, sizeAt } from '../../../client/map/names/room.ts';
import { namedLevel } from '../../../client/map/names/named.ts';
import { toPrinted } from '../../../client/map/layers/printed.ts';
import type { ShownMap } from '../../../client/map/style.ts';

const SIZE = 11;
/** A country that fills the middle of the map, with names of its large units in rows. */
const THERE: Rect[] = Array.from({ length: 12 }, (_, i): Rect => [180 + (i % 3) * 150, 120 + Math.floor(i / 3) * 90, 260 + (i % 3) * 150, 136 + Math.floor(i / 3) * 90]); // prettier-ignore
const meet = (a: Rect, b: Rect) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
const sight = (patch: Partial<Sight> = {}): Sight => ({
  frame: [10, 10, 690, 490],
  size: SIZE,
  isTaken: (box) => THERE.some((there) => meet(there, box)),
  isLand: (x, y) => x > 150 && x < 600 && y > 80 && y < 430,
  ...patch,
});
const unit = (pcode: string, x: number, y: number, patch: Partial<UnnamedUnit> = {}): UnnamedUnit => ({ pcode, lines: [{ text: pcode, strong: true }], x, y, width: 60, height: 18, room: 4, ...patch }); // prettier-ignore
const boxOf = ({ x, y, width, height }: LedName): Rect => [x - width / 2, y - height / 2, x + width / 2, y + height / 2];

function place(units: UnnamedUnit[], patch?: Partial<Sight>): LedName[] {
  const steps = leadNames(units, sight(patch));
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

describe('names that MapLibre has no room for', () => {
  const crowd = Array.from({ length: 30 }, (_, i) => unit(`U${i}`, 170 + ((i * 97) % 400), 100 + ((i * 61) % 310)));

  test.each([
    ['in the whole map', {}],
    ['on a phone', { frame: [16, 60, 374, 420] as Rect }],
  ])('touch neither each other nor what is there, and no line runs through one: %s', (_, patch) => {
    const { frame } = sight(patch);
    const names = place(crowd, patch);
    expect(names.filter(({ line }) => line).length).toBeGreaterThan(1);
    for (const [i, name] of names.entries()) {
      const box = boxOf(name);
      expect([box[0] >= frame[0], box[1] >= frame[1], box[2] <= frame[2], box[3] <= frame[3]]).toEqual([true, true, true, true]);
      expect(THERE.some((there) => meet(there, box))).toBe(false);
      for (const other of names.slice(i + 1)) expect(meet(box, boxOf(other))).toBe(false);
      for (const { line } of names) {
        if (!line) continue;
        const [x1, y1, x2, y2] = line;
        for (const read of [...THERE, box]) expect(runsThrough([x1, y1, x1 + (x2 - x1) * 0.98, y1 + (y2 - y1) * 0.98], read)).toBe(false);
      }
    }
  });

  test('stand beside the country where there is room, at a line from where the unit lies', () => {
    const [name] = place([unit('Banadir', 590, 300)]);
    expect(name!.line!.slice(0, 2)).toEqual([590, 300]);
    expect(boxOf(name!)[0]).toBeGreaterThan(590);
  });

  test('stand on their unit where it is large enough, and where no line has room', () => {
    expect(place([unit('Large', 400, 340, { room: 20 })])).toMatchObject([{ x: 400, y: 340, line: null }]);
    const narrow = place([unit('Alone', 400, 340)], { frame: [365, 325, 435, 355] });
    expect(narrow).toMatchObject([{ x: 400, y: 340, line: null }]);
  });

  test('are none where there is no room at all, where the unit itself is covered or out of sight', () => {
    expect(place([unit('Small', 400, 300)], { isTaken: () => true })).toEqual([]);
    expect(place([unit('Under', 200, 128)])).toEqual([]);
    expect(place([unit('Behind', 400, 5)])).toEqual([]);
  });

  test('are placed one by one: whoever drags the map waits for none', () => {
    let steps = 0;
    for (const run = leadNames(crowd, sight()); !run.next().done;) steps++;
    expect(steps).toBe(crowd.length);
  });
});

test('names are broken at words', () => {
  expect(breakName('North Eastern Province', 14, (text) => text.length)).toEqual(['North Eastern', 'Province']);
  expect(breakName('Nouakchott-Ouest', 5, (text) => text.length)).toEqual(['Nouakchott-Ouest']);
});

test('a name stands on its unit from the zoom on at which that is as wide as on pictures', () => {
  const made = expression.createExpression(hasRoom(['get', 'name'], 1, 5), 'layers[0].filter');
  const stands = (name: string, rank: number, zoom: number) =>
    (made.value as { evaluate: (at: object, feature: object) => unknown }).evaluate({ zoom }, { type: 1, properties: { name, rank }, id: 1 });
  // Banadir has 370 km², Bay 42,000; Somalia fills a phone at zoom 5.
  expect(stands('Banadir', 20, 5)).toBe(false);
  expect(stands('Banadir', 20, 9)).toBe(true);
  expect(stands('Bay', 14, 5)).toBe(true);
  expect(stands('Woqooyi Galbeed', 14, 5)).toBe(true);
  // 370 km² are a square of 19 km; at zoom 8 a pixel is 305 m.
  expect(roomOf(20.4, 8, 2)).toBeCloseTo((19.2 * 0.56) / 0.305, 0);
  expect([3, 4, 7, 10, 15].map((zoom) => sizeAt(1, zoom))).toEqual([11.5, 11.5, 13.75, 16, 16]);
});

test('one level is named at a time: by tiles, by numbers in their place, or not at all', () => {
  const shown = { nameColumn: 1, levels: [], level: 2, selected: null } as unknown as ShownMap;
  expect(namedLevel(shown, 2)!.nameOf({ pcode: 'X1', name: 'One', name1: 'Un' })).toBe('Un');
  expect(namedLevel({ ...shown, nameColumn: -1 }, 2)!.nameOf({ pcode: 'X1', name: 'One' })).toBe('X1');
  expect(namedLevel({ ...shown, labels: false }, 2)).toBeNull();
  const printed = toPrinted(2, [{ pcode: 'X1', lon: 1, lat: 1, name: 'One', value: '12' }]);
  expect(namedLevel({ ...shown, labels: false, printed }, 2)).toMatchObject({ layer: 'printed' });
  expect(namedLevel({ ...shown, printed }, 2)!.printed!.get('X1')).toEqual([
    { text: 'One', strong: false },
    { text: '12', strong: true },
  ]);
  expect(namedLevel({ ...shown, printed }, 1)!.printed).toBeNull();
  expect([...namedLevel({ ...shown, highlighted: [{ level: 2, pcodes: ['X1'] }] }, 2)!.without]).toEqual(['X1']);
});
