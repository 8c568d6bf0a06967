/** Names and numbers on pictures: no two meet, small units have theirs beside them, and each is read on what lies below. */
import { describe, expect, test } from 'vitest';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import { classColours, contrast, diverging, PALETTE, ramp, type Theme } from '../../../server/contract/maps/palette.ts';
import { loadFonts } from '../../../server/maps/render/fonts.ts';
import { placeLabels } from '../../../server/maps/render/labels.ts';
import { placeLeader, runsThrough, type Rect, type Segment } from '../../../server/contract/maps/leaders.ts';
import { inkFor } from '../../../server/maps/render/names.ts';
import { fitView } from '../../../server/maps/render/shapes.ts';
import { grid } from '../../helpers/maps/grid.ts';

const measure = loadFonts();
const meet = (a: Rect, b: Rect) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** A country of 5 × 5 with a unit in its middle too small for its name, and one at its edge. */
function withSmall(): FeatureTable {
  const table = grid(5, (index) => (index === 14 || index === 12 ? `Small capital area ${index}` : `U${index}`));
  return { ...table, units: table.units.map((unit, i) => (i === 14 || i === 12 ? { ...unit, areaSqKm: 20 } : { ...unit, areaSqKm: 12_000 + i })) };
}

describe.each<[string, FeatureTable, number]>([
  ['many long names', grid(12, (index) => `A rather long name ${index}`), 12],
  ['small units', withSmall(), 5],
])('%s', (_, table, n) => {
  const frame = { x: 10, y: 20, width: 700, height: 460 };
  const view = fitView([0, 0, n, n], frame, 5);
  const numbered = [undefined, () => '123'];
  test.each(numbered)('never touch each other, leave the frame, or have a line run through them: %s', (numberOf) => {
    const { labels, taken, leaders } = placeLabels(table, view, { show: 'names', lang: 'en', frame, size: 11, most: 200, numberOf }, measure);
    expect(labels.length).toBeGreaterThan(5);
    for (const [i, box] of taken.entries()) {
      expect(box[0]).toBeGreaterThanOrEqual(frame.x);
      expect(box[1]).toBeGreaterThanOrEqual(frame.y);
      expect(box[2]).toBeLessThanOrEqual(frame.x + frame.width);
      expect(box[3]).toBeLessThanOrEqual(frame.y + frame.height);
      for (const other of taken.slice(i + 1)) expect(meet(box, other)).toBe(false);
      // A line ends at its own box.
      for (const [x1, y1, x2, y2] of leaders) expect(runsThrough([x1, y1, x1 + (x2 - x1) * 0.99, y1 + (y2 - y1) * 0.99], box)).toBe(false);
    }
    // Each text lies in a box that is taken.
    for (const { x, y, text, size, weight } of labels) {
      const half = measure(text, size, weight) / 2;
      expect(
        taken.some((box) => box[0] <= x - half && box[2] >= x + half && box[1] <= y - size * 0.7 && box[3] >= y),
        text,
      ).toBe(true);
    }
  });
});

test('a unit too small for its name has it beside the country where it can, at a line from where it lies', () => {
  const table = withSmall();
  const frame = { x: 0, y: 0, width: 700, height: 460 };
  const view = fitView([0, 0, 5, 5], frame, 5);
  const { labels, leaders } = placeLabels(table, view, { show: 'names', lang: 'en', frame, size: 11, most: 200 }, measure);
  const led = labels.filter((label) => label.led);
  expect(led.map(({ text }) => text).toSorted()).toEqual(['Small capital area 12', 'Small capital area 14']);
  const atEdge = led.find(({ text }) => text.endsWith('14'))!;
  expect(view.lon(atEdge.x - measure(atEdge.text, 11, 400) / 2)).toBeGreaterThan(5);
  for (const label of led) {
    const { center } = table.units[label.row]!;
    expect(leaders.some(([x, y]) => Math.hypot(x - view.x(center[0]), y - view.y(center[1])) < 1)).toBe(true);
  }
  // The others stand where they lie.
  for (const { row, x } of labels.filter((label) => !label.led)) expect(x).toBeCloseTo(view.x(table.units[row]!.center[0]), 6);
});

test('no line crosses another, and none is made where there is no room', () => {
  const lines: Segment[] = [[20, -50, 20, 50]];
  const options = { x: 0, y: 0, width: 30, height: 10, size: 10, isFree: () => true, lines, meets: () => false, isLand: () => false };
  expect(placeLeader(options)!.line[2]).toBeLessThan(20);
  expect(placeLeader({ ...options, isFree: () => false })).toBeNull();
  expect(placeLeader({ ...options, isLand: (x) => x < 0 && x > -200, lines: [] })!.x).toBeGreaterThan(0);
});

describe.each(Object.keys(PALETTE) as Theme[])('%s', (theme) => {
  const dark = theme === 'dark';
  const changes = [3, 4, 5].map((side) => Array.from({ length: 2 * side }, (_, i) => i - side + 1));
  const classes = [...[1, 2, 3, 4, 5, 6, 7].flatMap((count) => ramp(count, dark)), ...changes.flatMap((breaks) => diverging(breaks, dark))];
  test('on every class a name has 4.5 : 1 to its halo, which is the class itself', () => {
    expect(classColours({ data: { kind: 'boundaries' }, classes: { breaks: [1, 2] } } as never, dark)).toHaveLength(1);
    for (const colour of [...classes, PALETTE[theme].mapLand]) {
      const { fill, halo } = inkFor(colour, PALETTE[theme]);
      expect(halo).toBe(colour);
      expect(contrast(fill, halo), colour).toBeGreaterThanOrEqual(4.5);
    }
    const beside = inkFor(undefined, PALETTE[theme]);
    expect(contrast(beside.fill, beside.halo)).toBeGreaterThanOrEqual(4.5);
  });
});
