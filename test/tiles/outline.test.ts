/** The outline of a country in pieces of one kind: nothing of it is lost, and rings still close. */
import { describe, expect, test } from 'vitest';
import { GEOMETRY_KIND, type GeometryColumn } from '../../server/contract/admin.ts';
import { buildArcs, type ArcTable, type RingArcs } from '../../server/geometry/arcs.ts';
import { internVertices } from '../../server/geometry/vertices.ts';
import { tileGrid } from '../../server/tiles/grid.ts';
import { sortOutline } from '../../server/tiles/outline.ts';

const grid = tileGrid(10);
/** Two squares side by side, of ten steps on each side. */
function squares(): GeometryColumn {
  const side = (from: number[], to: number[]) => Array.from({ length: 10 }, (_, i) => from.map((value, axis) => value + ((to[axis]! - value) * i) / 10));
  const square = (west: number) => {
    const corners = [[west, 0], [west + 1, 0], [west + 1, 1], [west, 1]]; // prettier-ignore
    const points = corners.flatMap((corner, i) => side(corner, corners[(i + 1) % 4]!));
    return [...points, points[0]!];
  };
  const points = [square(0), square(1)];
  return {
    kinds: Uint8Array.of(GEOMETRY_KIND.polygon, GEOMETRY_KIND.polygon),
    coords: Float64Array.from(points.flat(2)),
    rings: Uint32Array.of(0, points[0]!.length, points[0]!.length + points[1]!.length),
    polygons: Uint32Array.of(0, 1, 2),
    rows: Uint32Array.of(0, 1, 2),
  };
}

const walk = ({ offsets, x, y }: ArcTable, { arcs, offsets: ends }: RingArcs, ring: number) =>
  [...arcs.subarray(ends[ring]!, ends[ring + 1]!)].flatMap((signed) => {
    const points = Array.from(
      { length: offsets[(signed >>> 1) + 1]! - offsets[signed >>> 1]! },
      (_, i) => `${x[offsets[signed >>> 1]! + i]} ${y[offsets[signed >>> 1]! + i]}`,
    );
    return (signed & 1 ? points.reverse() : points).slice(0, -1);
  });

describe('the outline', () => {
  const { table, rings } = buildArcs(internVertices([squares()], grid));
  const sorted = sortOutline(table, rings, grid, (lon) => (lon < 0.45 ? 'coast' : lon > 1.55 ? 'disputed' : 'border'));

  test('is cut where its kind changes, and every ring is walked as before', () => {
    for (const ring of [0, 1]) expect(walk(sorted.table, sorted.rings, ring)).toEqual(walk(table, rings, ring));
    expect(sorted.table.count).toBeGreaterThan(table.count);
    expect(sorted.table.x.length - table.x.length).toBe(sorted.table.count - table.count);
  });

  test('each piece is of one kind; the border between both units is of none', () => {
    const kinds = new Map<string, number>();
    for (let arc = 0; arc < sorted.table.count; arc++) {
      const steps = sorted.table.offsets[arc + 1]! - sorted.table.offsets[arc]! - 1;
      const kind = sorted.edges.get(arc) ?? 'inside';
      kinds.set(kind, (kinds.get(kind) ?? 0) + steps);
    }
    // 60 steps around both, 10 between them.
    expect([...kinds.values()].reduce((sum, steps) => sum + steps, 0)).toBe(70);
    expect(kinds.get('inside')).toBe(10);
    for (const kind of ['coast', 'disputed']) expect(Math.abs(kinds.get(kind)! - 19), kind).toBeLessThanOrEqual(2);
  });

  test('pieces meet at vertices that they share', () => {
    const { from, to, offsets, x, y, count } = sorted.table;
    const at = new Map<number, string>();
    for (let arc = 0; arc < count; arc++) {
      for (const [id, v] of [
        [from[arc]!, offsets[arc]!],
        [to[arc]!, offsets[arc + 1]! - 1],
      ] as const) {
        // prettier-ignore
        const place = `${x[v]} ${y[v]}`;
        expect(at.get(id) ?? place).toBe(place);
        at.set(id, place);
      }
    }
  });

  test('without surroundings nothing is cut', () => expect(sortOutline(table, rings, grid, undefined)).toEqual({ table, rings, edges: new Map() }));
});
