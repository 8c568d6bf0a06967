/** Labels of a sheet: none over another, and every name is on the map, in the list, or counted. */
import { describe, expect, test } from 'vitest';
import { runsThrough } from '../../../server/contract/maps/leaders.ts';
import { placeSheetLabels, type LabelWanted, type PlaceOptions } from '../../../server/maps/sheet/labels.ts';

const measure = (text: string, size: number) => text.length * size * 0.55;
const options: PlaceOptions = { width: 500, height: 400, sizes: [8, 7, 6.2], measure, most: 400 };

/** A field of units of all sizes, always the same. */
function field(count: number): LabelWanted[] {
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, (_, i) => {
    const room = 2 + random() * 40;
    return {
      pcode: `X${i}`,
      text: 'Abcdefghijklmnop'.slice(0, 3 + Math.floor(random() * 13)),
      value: random() > 0.5 ? '12' : '',
      x: random() * 500,
      y: random() * 400,
      room,
      areaSqKm: room * room,
    };
  });
}

describe.each([5, 60, 400, 1500])('%i units', (count) => {
  const wanted = field(count);
  const { labels, list, without } = placeSheetLabels(wanted, options);
  test('no label lies over another, none leaves the map', () => {
    const boxes = labels.map(({ x, y, width, height }) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2] as const);
    const overlaps = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]));
    expect(overlaps).toEqual([]);
    expect(boxes.every(([x1, y1, x2, y2]) => x1 >= 0 && y1 >= 0 && x2 <= 500 && y2 <= 400)).toBe(true);
  });
  test('a name at a line is of a unit smaller than it, begins there, and its line runs through no label', () => {
    const led = labels.filter(({ leader }) => leader);
    if (count === 60) expect(led.length).toBeGreaterThan(0);
    for (const { pcode, leader, width, isNumber } of led) {
      const unit = wanted.find((each) => each.pcode === pcode)!;
      if (!isNumber) expect(unit.room * 2).toBeLessThan(width + 0.01);
      expect(leader!.slice(0, 2)).toEqual([unit.x, unit.y]);
      for (const other of labels) {
        const box = [other.x - other.width / 2, other.y - other.height / 2, other.x + other.width / 2, other.y + other.height / 2] as const;
        if (other.pcode !== pcode) expect(runsThrough(leader!, box), `${pcode} ${other.pcode}`).toBe(false);
      }
    }
  });
  test('every name is somewhere, once', () => {
    const named = labels.filter(({ isNumber }) => !isNumber).map(({ pcode }) => pcode);
    expect([...named, ...list.map(({ pcode }) => pcode)].toSorted()).toEqual(wanted.map(({ pcode }) => pcode).toSorted());
    expect(without).toEqual([]);
  });
  test('each number on the map is in the list, from 1 on', () => {
    const numbers = labels.filter(({ isNumber }) => isNumber).map(({ text }) => Number(text));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(list.flatMap(({ n }) => n ?? []));
    // What has no room for a number either stands behind them, without one.
    expect(list.map(({ n }) => n)).toEqual(list.map((_, i) => (i < numbers.length ? i + 1 : null)));
  });
  test('nothing is smaller than six points, and the same is placed again', () => {
    expect(Math.min(...labels.map(({ size }) => size))).toBeGreaterThanOrEqual(6);
    expect(placeSheetLabels(wanted, options)).toEqual({ labels, list, without });
  });
});

test('names keep off the symbols of a layer where they can, and give way to none', () => {
  const wanted = field(40);
  const symbols = wanted.map(({ x, y }): [number, number, number, number] => [x - 2, y - 2, x + 2, y + 2]);
  const { labels, list } = placeSheetLabels(wanted, { ...options, symbols });
  const meets = (all: typeof labels) =>
    all.filter(({ x, y, width, height }) => symbols.some(([x1, y1, x2, y2]) => x1 < x + width / 2 && x2 > x - width / 2 && y1 < y + height / 2 && y2 > y - height / 2)).length; // prettier-ignore
  const before = placeSheetLabels(wanted, options);
  expect(meets(labels)).toBeLessThan(meets(before.labels) / 2);
  expect(labels.length + list.length).toBeGreaterThanOrEqual(wanted.length);
});
test('with too many without room it is given up at once', () => {
  const { labels, without } = placeSheetLabels(field(1500), { ...options, mostLost: 100 });
  expect([labels.length, without.length > 100]).toEqual([0, true]);
});
