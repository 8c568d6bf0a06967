import { describe, expect, test } from 'vitest';
import { bringWithin, goesAround } from '../../../server/formats/crs/antimeridian.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { readUpload } from '../../../server/formats/upload.ts';
import { equalAreaKm2, unitBbox } from '../../../server/geometry/ring.ts';
import { invalidPolygons } from '../../geometry/geos.ts';
import { roughGrid, seeded, toColumn, toNested, type Nested, type Position } from '../../geometry/shapes.ts';

const square = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** What is in a file of these rows. */
async function read(rows: Nested) {
  const features = rows.map((coordinates, i) => ({ type: 'Feature', properties: { adm1_pcode: `XX0${i}` }, geometry: { type: 'MultiPolygon', coordinates } }));
  const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
  const { layers } = await readUpload([{ name: 'xxx_admin1.geojson', source: bytesSource(bytes) }]);
  return layers[0]!;
}

describe('longitudes that go on beyond 180', () => {
  test.each<[string, Nested, [number, number, number, number][]]>([
    ['Fiji', [[[square(177, -18, 179, -16)]], [[square(179, -18, 181, -16)]]], [[177, -18, 179, -16], [179, -18, -179, -16]]], // prettier-ignore
    ['New Zealand', [[[square(172, -41, 178, -35)]], [[square(183, -44.5, 184, -43.5)]]], [[172, -41, 178, -35], [-177, -44.5, -176, -43.5]]], // prettier-ignore
    ['Russia', [[[square(30, 50, 120, 70)]], [[square(165, 62, 190, 70)]]], [[30, 50, 120, 70], [165, 62, -170, 70]]], // prettier-ignore
    ['Kiribati', [[[square(172, 1, 173, 2)]], [[square(188, -4, 189, -3)], [square(202, 1, 203, 2)]]], [[172, 1, 173, 2], [-172, -4, -157, 2]]], // prettier-ignore
    ['counted westwards', [[[square(-181, -18, -179, -16)]]], [[179, -18, -179, -16]]],
  ])('%s', async (_, rows, boxes) => {
    const { geometry, findings, crs } = await read(rows);
    expect(crs).toBe('EPSG:4326');
    expect(boxes.map((_, row) => unitBbox(geometry, row))).toEqual(boxes);
    expect([...geometry.coords].every((value) => Math.abs(value) <= 180)).toBe(true);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['read.beyond180', 'info']]);
  });

  test('parts are valid, lose no land, keep holes, and neighbours cross 180° at the same places', async () => {
    const cells = roughGrid(seeded(3), 5, 3, { x: 177.6, y: -18, size: 1, detail: 40, rough: 0.6 });
    cells.push([
      [square(178, 0, 182, 4), square(178.5, 1, 179, 2).toReversed(), square(181, 1, 181.5, 2).toReversed(), square(179.5, 2.5, 180.5, 3).toReversed()],
    ]);
    const column = toColumn(cells);
    expect(goesAround(column)).toBe(true);
    const { geometry, parted } = bringWithin(column);
    expect(parted).toBeGreaterThan(3);
    expect(
      await invalidPolygons(
        toNested(geometry)
          .flat()
          .map((polygon) => [polygon]),
      ),
    ).toEqual([]);
    const meeting = new Map<number, number>();
    cells.forEach((_, row) => {
      expect(equalAreaKm2(geometry, row) / equalAreaKm2(column, row), `row ${row}`).toBeCloseTo(1, 4);
      for (const [x, y] of new Set(toNested(geometry)[row]!.flat(2))) if (x === 180) meeting.set(y, (meeting.get(y) ?? 0) + 1);
    });
    const west = [...meeting.keys()].sort((a, b) => a - b);
    const east = new Set(toNested(geometry).flat(3).flatMap(([x, y]) => (x === -180 ? [y] : []))); // prettier-ignore
    expect([...east].sort((a, b) => a - b)).toEqual(west);
    expect(toNested(geometry).at(-1)!.map((polygon) => polygon.length)).toEqual([2, 2]); // prettier-ignore
  });

  test('a fault is no notation: one vertex far off, latitudes beyond 90, more than one turn', () => {
    const off = (ring: Position[]) => toColumn([[[ring]]]);
    expect(goesAround(off(square(20, 5, 21, 6).toSpliced(2, 1, [210, 6])))).toBe(false);
    expect(goesAround(off(square(500_000, 4_000_000, 510_000, 4_010_000)))).toBe(false);
    expect(goesAround(off(square(190, 80, 191, 95)))).toBe(false);
    expect(goesAround(toColumn([[[square(-179, 0, -178, 1)]], [[square(300, 0, 301, 1)]]]))).toBe(false);
    expect(goesAround(toColumn([[[square(20, 0, 21, 1)]], [[square(181, 0, 182, 1)]]]))).toBe(false);
    expect(goesAround(off(square(179, -18, 180, -16)))).toBe(false);
  });
});
