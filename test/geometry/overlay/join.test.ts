/** Parts of one unit made one: the ground that any of them covers, counted cell by cell, in outlines that GEOS finds valid. */
import { expect, test } from 'vitest';
import { Geos } from '../../../server/geometry/overlay/geos.ts';
import { ringArea } from '../../../server/geometry/ring.ts';
import { seededRandom } from '../../helpers/random.ts';
import { invalidPolygons } from '../geos.ts';
import { toColumn, type Position } from '../shapes.ts';

const geos = await Geos.create();
const SIDE = 40;

/** A rectangle on whole degrees; of the larger ones some have a hole. */
function rectangle(random: (n: number) => number): { rings: Position[][]; cells: number[] } {
  const [x, y, w, h] = [random(SIDE), random(SIDE), 1 + random(12), 1 + random(12)];
  const ring = (left: number, bottom: number, right: number, top: number): Position[] => [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ];
  const isHollow = w > 4 && h > 4 && random(2) === 0;
  const rings = [ring(x, y, x + w, y + h), ...(isHollow ? [ring(x + 2, y + 2, x + w - 2, y + h - 2)] : [])];
  const cells: number[] = [];
  for (let i = 0; i < w; i++) for (let j = 0; j < h; j++) if (!isHollow || i < 2 || j < 2 || i >= w - 2 || j >= h - 2) cells.push((x + i) * 100 + y + j);
  return { rings, cells };
}

test.each([1, 2, 5, 20, 60, 200])('%i rectangles that lie apart, in each other, in holes, side by side and across', async (count) => {
  const random = seededRandom(count);
  for (let round = 0; round < 3; round++) {
    const parts = Array.from({ length: count }, () => rectangle(random));
    const joined = geos.snapped({ geometry: toColumn([parts.map(({ rings }) => rings)]) }, 0, 1e-7);
    const area = joined.flat().reduce((sum, ring) => sum + ringArea(ring, 0, ring.length / 2), 0);
    const cells = new Set(parts.flatMap((part) => part.cells));
    // Rings of GEOS run the other way round.
    expect(Math.abs(area)).toBeCloseTo(cells.size, 9);
    const nested = joined.map((rings) => rings.map((ring) => Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!])));
    expect(await invalidPolygons([nested])).toEqual([]);
  }
});
