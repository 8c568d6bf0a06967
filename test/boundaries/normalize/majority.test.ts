import { describe, expect, test } from 'vitest';
import { majorityParents } from '../../../server/boundaries/normalize/majority.ts';
import { intersectionOverUnion, ScanEdges } from '../../../server/boundaries/normalize/scan.ts';
import { isInRow } from '../../../server/geometry/ring.ts';
import { rectangle, square } from '../../helpers/rawLayers.ts';
import { roughGrid, seeded, star, toColumn, type Nested } from '../../geometry/shapes.ts';

const each = (count: number) => Int32Array.from({ length: count }, (_, row) => row);
const all = (rows: Nested) => rows.map((_, row) => row);

describe('majorityParents', () => {
  test('agrees with counting sample points, on stars thrown over a rough grid', () => {
    const random = seeded(7);
    const parents = toColumn(roughGrid(random, 5, 5));
    const stars: Nested = Array.from({ length: 60 }, () => [[star(random, random() * 5, random() * 5, 0.9, 14)]]);
    const children = toColumn(stars);
    const { group, share } = majorityParents(children, all(stars), parents, each(25));
    stars.forEach((_, child) => {
      const counts = new Float64Array(25);
      let inside = 0;
      for (let i = 0; i < 40_000; i++) {
        const [x, y] = [random() * 7 - 1, random() * 7 - 1];
        if (!isInRow(children, child, x, y)) continue;
        inside++;
        for (let parent = 0; parent < 25; parent++) if (isInRow(parents, parent, x, y)) counts[parent]!++;
      }
      const best = counts.indexOf(Math.max(...counts));
      const sorted = counts.toSorted().toReversed();
      // Points err by a few per cent, so only clear cases are compared by name.
      if (sorted[0]! - sorted[1]! > 0.1 * inside) expect(group[child]).toBe(best);
      expect(Math.abs(share[child]! - counts[group[child]!]! / inside)).toBeLessThan(0.08);
    });
  });

  test('decides 51 to 49, and a parent in two rows counts as one', () => {
    const child: Nested = [[rectangle(0, 0, 1, 1)]];
    const two: Nested = [[rectangle(-1, -1, 1.49, 3)], [rectangle(0.49, -1, 2, 3)]];
    const narrow = majorityParents(toColumn(child), [0], toColumn(two), each(2));
    expect([narrow.group[0], Number(narrow.share[0]!.toFixed(3))]).toEqual([1, 0.51]);
    const three: Nested = [[rectangle(0, 0, 0.3, 1)], [rectangle(0.3, 0, 0.4, 1)], [rectangle(0.7, 0, 0.3, 1)]];
    expect(majorityParents(toColumn(child), [0], toColumn(three), Int32Array.of(0, 1, 0)).group[0]).toBe(0);
  });

  test('a child in a hole of its neighbour belongs to what fills the hole; one in the sea to nobody', () => {
    const ring: Nested[number] = [[square(0, 0, 3)[0]!, square(1, 1)[0]!.toReversed()]];
    const parents = toColumn([ring, [square(1, 1)]]);
    const children = toColumn([[square(1.2, 1.2, 0.5)], [square(9, 9)], []]);
    const { group, share } = majorityParents(children, [0, 1, 2], parents, each(2));
    expect([...group]).toEqual([1, -1, -1]);
    expect(share[0]).toBeCloseTo(1, 9);
  });
});

test('intersection over union of shifted squares', () => {
  const column = toColumn([[square(0, 0)], [square(0.1, 0)], [square(5, 5)], [square(0, 0)]]);
  const [a, b, c, d] = [0, 1, 2, 3].map((row) => new ScanEdges(column, row)) as [ScanEdges, ScanEdges, ScanEdges, ScanEdges];
  expect(intersectionOverUnion(a, b)).toBeCloseTo(0.9 / 1.1, 9);
  expect(intersectionOverUnion(a, c)).toBe(0);
  expect(intersectionOverUnion(a, d)).toBe(1);
});
