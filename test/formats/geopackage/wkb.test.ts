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
  test('empty point, empty polygon, collection', () => {
    const column = read(bytes(true, ['u', 1], ['d', NaN, NaN]), bytes(true, ['u', 3, 0]), bytes(true, ['u', 7, 1], point));
    expect([...column.kinds]).toEqual([GEOMETRY_KIND.point, GEOMETRY_KIND.polygon, GEOMETRY_KIND.other]);
    expect([...column.rows]).toEqual([0, 0, 0, 0]);
    expect(column.coords.length).toBe(0);
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
