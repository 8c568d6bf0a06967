/** Every dialect of WKB: both byte orders, ISO and EWKB flags, Z and M, collections, emptiness, and lies. */
import { describe, expect, test } from 'vitest';
import { GEOMETRY_KIND } from '../../../server/contract/admin.ts';
import { GeometryWriter } from '../../../server/formats/builder.ts';
import { DEFAULT_LIMITS } from '../../../server/formats/limits.ts';
import { WkbReader } from '../../../server/formats/geopackage/readWkb.ts';
import { COUNTRY, polygonsOf, writeWkb } from '../country.ts';

function read(...blobs: Uint8Array[]) {
  const writer = new GeometryWriter('wkb', DEFAULT_LIMITS);
  const reader = new WkbReader(writer);
  for (const blob of blobs) reader.readRow(blob);
  return { ...writer.finish(), hasZ: reader.hasZ };
}

/** `u` 32-bit numbers, `d` doubles; the byte order mark comes first. */
function bytes(little: boolean, ...parts: (['u' | 'd', ...number[]] | Uint8Array)[]): Uint8Array {
  const out: number[] = [little ? 1 : 0];
  for (const part of parts) {
    if (part instanceof Uint8Array) {
      out.push(...part);
      continue;
    }
    const [kind, ...values] = part;
    for (const value of values) {
      const view = new DataView(new ArrayBuffer(kind === 'u' ? 4 : 8));
      if (kind === 'u') view.setUint32(0, value, little);
      else view.setFloat64(0, value, little);
      out.push(...new Uint8Array(view.buffer));
    }
  }
  return Uint8Array.from(out);
}

describe('polygons', () => {
  test.each([
    ['little endian', {}],
    ['big endian', { big: true }],
    ['with Z', { z: true }],
    ['big endian with Z', { big: true, z: true }],
  ])('%s', (_label, options) => {
    const column = read(...COUNTRY.features.map(({ geometry }) => writeWkb(geometry, options)));
    expect([...column.coords]).toEqual(COUNTRY.features.flatMap(({ geometry }) => polygonsOf(geometry).flat(3)));
    expect([...column.rows]).toEqual([0, 3, 4, 5]);
    expect([...column.polygons]).toEqual([0, 2, 3, 4, 5, 6]);
    expect(column.hasZ).toBe('z' in options);
  });
});

describe('other kinds', () => {
  const point = bytes(true, ['u', 1], ['d', 3, 4]);
  test('EWKB with an SRID, Z and M', () => {
    const column = read(bytes(true, ['u', 1 + 0x20000000 + 0x80000000 + 0x40000000, 4326], ['d', 3, 4, 5, 6]));
    expect([...column.coords]).toEqual([3, 4]);
    expect(column.hasZ).toBe(true);
  });
  test('ISO ZM line, then a point: the stride of one does not stay', () => {
    const column = read(bytes(false, ['u', 3002, 2], ['d', 1, 2, 9, 9, 3, 4, 9, 9]), point);
    expect([...column.coords]).toEqual([1, 2, 3, 4, 3, 4]);
    expect([...column.kinds]).toEqual([GEOMETRY_KIND.line, GEOMETRY_KIND.point]);
  });
  test('parts in another byte order than the whole', () => {
    const column = read(bytes(false, ['u', 4, 2], point, bytes(false, ['u', 1], ['d', 5, 6])));
    expect([...column.coords]).toEqual([3, 4, 5, 6]);
    expect([...column.polygons]).toEqual([0, 1, 2]);
  });
  test('empty point, empty polygon, empty collection', () => {
    const column = read(bytes(true, ['u', 1], ['d', NaN, NaN]), bytes(true, ['u', 3, 0]), bytes(true, ['u', 7, 0]));
    expect([...column.kinds]).toEqual([GEOMETRY_KIND.point, GEOMETRY_KIND.polygon, GEOMETRY_KIND.none]);
    expect([...column.rows]).toEqual([0, 0, 0, 0]);
    expect(column.coords.length).toBe(0);
  });
});

describe('containers of polygons', () => {
  const point = bytes(true, ['u', 1], ['d', 3, 4]);
  const square = bytes(true, ['u', 3, 1, 5], ['d', 0, 0, 1, 0, 1, 1, 0, 1, 0, 0]);
  const triangle = bytes(true, ['u', 17, 1, 4], ['d', 0, 0, 1, 0, 1, 1, 0, 0]);

  test.each([
    ['collection', 7],
    ['multi-surface', 12],
    ['polyhedral surface', 15],
    ['TIN', 16],
  ])('a %s is what it holds', (_, type) => {
    const column = read(bytes(true, ['u', type, 2], square, bytes(false, ['u', 7, 1], triangle)));
    expect([[...column.kinds], [...column.polygons], column.coords.length]).toEqual([[GEOMETRY_KIND.polygon], [0, 1, 2], 18]);
  });

  test('a mixture, or what nobody knows, is none, and the next row is whole', () => {
    const column = read(bytes(true, ['u', 7, 2], square, point), bytes(true, ['u', 7, 2], square, bytes(true, ['u', 99])), square);
    expect([...column.kinds]).toEqual([GEOMETRY_KIND.other, GEOMETRY_KIND.other, GEOMETRY_KIND.polygon]);
    expect([...column.rows]).toEqual([0, 0, 0, 1]);
  });
});

describe('curves', () => {
  const area = ({ coords }: { coords: Float64Array }) => {
    let sum = 0;
    for (let v = 0; v + 3 < coords.length; v += 2) sum += (coords[v]! * coords[v + 3]! - coords[v + 2]! * coords[v + 1]!) / 2;
    return Math.abs(sum);
  };
  // 90 sides of four degrees: ½ n r² sin(2π/n).
  const polygonOf90 = (radius: number) => 45 * radius ** 2 * Math.sin((2 * Math.PI) / 90);
  const curvePolygon = (...rings: Uint8Array[]) => bytes(true, ['u', 10, rings.length], ...rings);
  const arcs = (...numbers: number[]) => bytes(true, ['u', 8, numbers.length / 2], ['d', ...numbers]);
  const line = (...numbers: number[]) => bytes(true, ['u', 2, numbers.length / 2], ['d', ...numbers]);

  test('a circle in two arcs, and one closed in itself, far from the origin', () => {
    for (const ring of [arcs(503, 900, 500, 903, 497, 900, 500, 897, 503, 900), arcs(503, 900, 497, 900, 503, 900)]) {
      const column = read(curvePolygon(ring));
      expect([...column.kinds]).toEqual([GEOMETRY_KIND.polygon]);
      expect(area(column)).toBeCloseTo(polygonOf90(3), 6);
    }
  });

  test('clockwise as well as counterclockwise', () => {
    expect(area(read(curvePolygon(arcs(503, 900, 500, 897, 497, 900, 500, 903, 503, 900))))).toBeCloseTo(polygonOf90(3), 6);
  });

  test('a chain of a line and an arc: half a disc, the joint once', () => {
    const chain = bytes(true, ['u', 9, 2], line(-2, 0, 2, 0), arcs(2, 0, 0, 2, -2, 0));
    const column = read(curvePolygon(chain));
    expect(area(column)).toBeCloseTo(polygonOf90(2) / 2, 6);
    const pairs = Array.from({ length: column.coords.length / 2 }, (_, v) => `${column.coords[2 * v]} ${column.coords[2 * v + 1]}`);
    expect(pairs.filter((pair) => pair === '2 0').length).toBe(1);
  });

  test('three points on a line are that line; a hole may be straight', () => {
    const ring = arcs(0, 0, 5, 0, 10, 0, 10, 5, 10, 10, 0, 10, 0, 0);
    expect(() => read(curvePolygon(ring))).not.toThrow();
    const column = read(curvePolygon(arcs(0, 0, 5, 0, 10, 0, 10, 5, 10, 10, 5, 10, 0, 10, 0, 5, 0, 0), line(1, 1, 1, 2, 2, 2, 1, 1)));
    expect([...column.coords.subarray(0, 6)]).toEqual([0, 0, 5, 0, 10, 0]);
    expect([...column.rings].length).toBe(3);
  });

  test('arcs of an even number of vertices, chains in chains and curves that are none are refused', () => {
    expect(() => read(curvePolygon(arcs(0, 0, 1, 1)))).toThrow(RangeError);
    expect(() => read(curvePolygon(bytes(true, ['u', 9, 1], bytes(true, ['u', 9, 0]))))).toThrow(RangeError);
    expect(() => read(curvePolygon(bytes(true, ['u', 3, 0])))).toThrow(RangeError);
  });
});

describe('lies', () => {
  test.each([
    ['rings', bytes(true, ['u', 3, 0xffffffff])],
    ['vertices', bytes(true, ['u', 3, 1, 0xffffffff], ['d', 1, 2])],
    ['parts', bytes(true, ['u', 6, 0xffffffff])],
    ['nothing', new Uint8Array(0)],
  ])('%s', (_label, blob) => expect(() => read(blob)).toThrow(RangeError));
  test('nesting without end', () => {
    let blob = bytes(true, ['u', 1], ['d', 3, 4]);
    for (let i = 0; i < 10; i++) blob = bytes(true, ['u', 6, 1], blob);
    expect(() => read(blob)).toThrow(/nested/);
  });
});
