/** Lines and areas in tiles against brute force: what is drawn is where it was to within the tolerance, holes stay holes, and nothing outside is drawn. */
import { describe, expect, test } from 'vitest';
import { GEOMETRY_KIND } from '../../server/contract/admin.ts';
import { area2Of, clipLine, clipRing, wound } from '../../server/overlays/clip.ts';
import { shareX, shareY } from '../../server/overlays/mercator.ts';
import { openShapes } from '../../server/overlays/shapes.ts';
import { columnOf } from '../helpers/layers/ground.ts';
import { seededRandom } from '../helpers/random.ts';

const from = seededRandom(11);
const random = () => from(1_000_000) / 1_000_000;
const OPTIONS = { extent: 4096, buffer: 64, tolerance: 3 };
type Ring = [number, number][];

const star = (x: number, y: number, radius: number, corners: number): Ring => {
  const list = Array.from({ length: corners }, (_, i): [number, number] => {
    const r = radius * (0.6 + 0.4 * random());
    return [x + r * Math.cos((2 * Math.PI * i) / corners), y + r * Math.sin((2 * Math.PI * i) / corners)];
  });
  return [...list, list[0]!];
};
const inside = (rings: readonly (readonly (readonly [number, number])[])[], x: number, y: number) =>
  rings.reduce((is, ring) => {
    let own = is;
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) own = !own;
    }
    return own;
  }, false);
const pairs = (part: Int32Array) => Array.from({ length: part.length / 2 }, (_, i) => [part[2 * i]!, part[2 * i + 1]!] as const);

describe('areas with holes', () => {
  const areas = Array.from({ length: 12 }, (_, i): Ring[] => {
    const [x, y] = [20 + (i % 4) * 0.9, 3 + Math.floor(i / 4) * 0.9];
    return [star(x, y, 0.42, 60), star(x, y, 0.2, 30).toReversed()];
  });
  const shapes = openShapes(columnOf(areas.map((rings) => ({ kind: GEOMETRY_KIND.polygon, parts: [rings] }))), OPTIONS);

  test.each([5, 7, 9, 14])('at zoom %i a place is in the drawing where it is in the area', (z) => {
    let compared = 0;
    for (const rings of areas.slice(0, 6)) {
      const projected = rings.map((ring) => ring.map(([lon, lat]) => [shareX(lon) * 2 ** z * 4096, shareY(lat) * 2 ** z * 4096] as const));
      const [lon, lat] = rings[0]![Math.floor(random() * 60)]!;
      const [x, y] = [Math.floor(shareX(lon) * 2 ** z), Math.floor(shareY(lat) * 2 ** z)];
      const slice = shapes.slice(z, x, y)!;
      const row = areas.indexOf(rings);
      const drawn = slice.shapes.find((shape) => shape.row === row)?.parts.map(pairs) ?? [];
      for (const part of drawn.flat()) expect(part.every((at) => at >= -64 && at <= 4160)).toBe(true);
      for (let i = 0; i < 150; i++) {
        const [px, py] = [random() * 4096, random() * 4096];
        const is = (dx: number, dy: number) => inside(projected, px + dx + x * 4096, py + dy + y * 4096);
        // Near an edge the drawing may be off by its tolerance.
        if ([[-5, 0], [5, 0], [0, -5], [0, 5]].some(([dx, dy]) => is(dx!, dy!) !== is(0, 0))) continue; // prettier-ignore
        expect(inside(drawn, px, py)).toBe(is(0, 0));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  test('shells turn one way and holes the other', () => {
    const [x, y] = [Math.floor(shareX(20) * 32), Math.floor(shareY(3) * 32)];
    const { parts } = shapes.slice(5, x, y)!.shapes[0]!;
    expect(parts.map((part) => area2Of(part, 0, part.length / 2) > 0)).toEqual([true, false]);
  });
});

test('a long line is within its tolerance at every zoom, whole at the deepest, and the same on both sides of an edge', () => {
  let [lon, lat] = [20, 3];
  const line = Array.from({ length: 2000 }, (): [number, number] => [(lon += 0.002 * (random() - 0.3)), (lat += 0.002 * (random() - 0.5))]);
  const shapes = openShapes(columnOf([{ kind: GEOMETRY_KIND.line, parts: [[line]] }]), OPTIONS);
  for (const z of [4, 8, 11, 14]) {
    const [x, y] = [Math.floor(shareX(line[1000]![0]) * 2 ** z), Math.floor(shareY(line[1000]![1]) * 2 ** z)];
    const { parts } = shapes.slice(z, x, y)!.shapes[0]!;
    const away = (px: number, py: number) => Math.min(...parts.flatMap((part) => pairs(part).slice(1).map(([bx, by], i) => distance(px, py, part[2 * i]!, part[2 * i + 1]!, bx, by)))); // prettier-ignore
    let seen = 0;
    for (const [at, to] of line) {
      const [px, py] = [shareX(at) * 2 ** z * 4096 - x * 4096, shareY(to) * 2 ** z * 4096 - y * 4096];
      if (px < 0 || py < 0 || px > 4096 || py > 4096) continue;
      expect(away(px, py)).toBeLessThan(z === 14 ? 1.1 : 4.2);
      seen++;
    }
    expect(seen).toBeGreaterThan(0);
  }
  // The next tile draws what lies in the buffer of both in the same places.
  const z = 8;
  const [x, y] = [Math.floor(shareX(line[1000]![0]) * 256), Math.floor(shareY(line[1000]![1]) * 256)];
  const at = (dx: number) => new Set((shapes.slice(z, x + dx, y)?.shapes ?? []).flatMap(({ parts }) => parts.flatMap((part) => pairs(part).map(([px, py]) => `${px + dx * 4096} ${py}`)))); // prettier-ignore
  const [own, next] = [at(0), at(1)];
  for (const place of own) {
    const [px] = place.split(' ').map(Number) as [number];
    if (px > 4096 - 60 && px < 4096 + 60) expect(next.has(place)).toBe(true);
  }
});

function distance(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - share * dx, py - ay - share * dy);
}

test('lines are cut where they leave the square, rings are closed along its edge', () => {
  expect(clipLine([-20, 5, 20, 5, 20, 50, 5, 50, 5, 5], 0, 10)).toEqual([Int32Array.of(0, 5, 10, 5), Int32Array.of(5, 10, 5, 5)]);
  expect(clipLine([-20, 5, -5, 5], 0, 10)).toEqual([]);
  expect(clipRing([-5, 2, 5, 2, 5, 8, -5, 8, -5, 2], 0, 10)).toEqual(Int32Array.of(0, 2, 5, 2, 5, 8, 0, 8, 0, 2));
  expect(clipRing([-5, 2, -1, 2, -1, 8, -5, 2], 0, 10)).toBeNull();
  expect(clipRing([-50, -50, 50, -50, 50, 50, -50, 50, -50, -50], 0, 10)).toHaveLength(10);
  expect(wound(Int32Array.of(0, 0, 0, 9, 9, 9, 0, 0), true)).toEqual(Int32Array.of(0, 0, 9, 9, 0, 9, 0, 0));
});
