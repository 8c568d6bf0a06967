/** What the `shapefile` package reads behind our guard, against the shortest decoder there is: the same numbers, bit for bit. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GEOMETRY_KIND } from '../../../server/contract/admin.ts';
import { unzip } from '../../../server/formats/archive/unpack.ts';
import { GeometryWriter } from '../../../server/formats/builder.ts';
import { DEFAULT_LIMITS } from '../../../server/formats/limits.ts';
import { bytesSource } from '../../../server/formats/raw.ts';
import { groupRings } from '../../../server/formats/shapefile/rings.ts';
import { readShp } from '../../../server/formats/shapefile/shp.ts';

const DATA = '../shared/data';
const here = existsSync(`${DATA}/README.md`);
if (!here) console.warn('shp.test.ts: real files skipped, their folder is not beside this checkout');

/** Each record's type and the parts of its coordinates in file order, the doubles as they lie there. */
function decode(file: Uint8Array): { type: number; parts: Float64Array[] }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const records: { type: number; parts: Float64Array[] }[] = [];
  for (let at = 100; at + 12 <= file.length; at += 8 + 2 * view.getInt32(at + 4)) {
    const type = view.getInt32(at + 8, true);
    const pairs = (from: number, count: number) => Float64Array.from({ length: 2 * count }, (_, i) => view.getFloat64(from + 8 * i, true));
    if (type % 10 === 1) records.push({ type, parts: [pairs(at + 12, 1)] });
    else if (type % 10 === 3 || type % 10 === 5) {
      const [count, points] = [view.getInt32(at + 44, true), view.getInt32(at + 48, true)];
      const starts = Array.from({ length: count }, (_, p) => view.getInt32(at + 52 + 4 * p, true));
      const all = at + 52 + 4 * count;
      records.push({ type, parts: starts.map((from, p) => pairs(all + 16 * from, (starts[p + 1] ?? points) - from)) });
    } else records.push({ type, parts: [] });
  }
  return records;
}

async function read(file: Uint8Array) {
  const writer = new GeometryWriter('shp', DEFAULT_LIMITS);
  const result = await readShp(file, writer);
  return { ...result, closed: writer.closedRings, ...writer.finish() };
}

/** The coordinates that our arrays must hold: of polygons ring by ring as they are grouped, closed where they are open. */
function expected(file: Uint8Array): Float64Array {
  const parts = decode(file).flatMap((record) => {
    if (record.type % 10 !== 5 || record.parts.length < 2) return record.parts;
    const starts = new Uint32Array(record.parts.length + 1);
    record.parts.forEach((part, p) => (starts[p + 1] = starts[p]! + part.length / 2));
    const { shells } = groupRings(Float64Array.from(record.parts.flatMap((part) => [...part])), starts);
    return shells.flat().map((ring) => record.parts[ring]!);
  });
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const bits = (numbers: Float64Array) => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);

describe.skipIf(!here)('every shapefile of the real data', () => {
  const archives = here ? (readdirSync(DATA, { recursive: true }) as string[]).filter((name) => name.endsWith('shp.zip')) : [];
  test('there are some', () => expect(archives.length).toBeGreaterThanOrEqual(6));
  test.each(archives)(
    '%s',
    async (name) => {
      const files = await unzip({ name: 'a.zip', source: bytesSource(readFileSync(`${DATA}/${name}`)) }, DEFAULT_LIMITS, { bytes: DEFAULT_LIMITS.totalBytes });
      for (const { name: part, source } of files.filter((file) => file.name.endsWith('.shp'))) {
        const bytes = new Uint8Array(source.size);
        source.read(bytes, 0);
        const { coords, rows, closed } = await read(bytes);
        expect(closed, part).toBe(0);
        expect(rows.length - 1, part).toBe(decode(bytes).length);
        expect(bits(coords).equals(bits(expected(bytes))), part).toBe(true);
      }
    },
    120_000,
  );
});

/** A .shp of these records; what it says of itself is true. */
function shp(type: number, records: { type: number; parts?: number[][][]; tail?: number }[]): Buffer {
  const parts = records.map(({ type: own, parts: rings = [], tail = 0 }) => {
    const points = rings.flat();
    const base = own % 10;
    const isPoint = base === 1 && own < 30;
    const head = base === 0 || own > 30 ? 4 : isPoint ? 4 : base === 8 ? 40 : 44 + 4 * rings.length;
    const body = Buffer.alloc(head + 16 * points.length + tail);
    body.writeInt32LE(own, 0);
    if (base === 8) body.writeInt32LE(points.length, 36);
    if (base === 3 || base === 5) {
      body.writeInt32LE(rings.length, 36);
      body.writeInt32LE(points.length, 40);
      let from = 0;
      rings.forEach((ring, r) => {
        body.writeInt32LE(from, 44 + 4 * r);
        from += ring.length;
      });
    }
    points.forEach(([x, y], p) => {
      body.writeDoubleLE(x!, head + 16 * p);
      body.writeDoubleLE(y!, head + 16 * p + 8);
    });
    const header = Buffer.alloc(8);
    header.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([header, body]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994);
  header.writeInt32LE(type, 32);
  return Buffer.concat([header, ...parts]);
}
const square = (x: number, size: number, clockwise = true) => {
  const ring = [[x, 0], [x, size], [x + size, size], [x + size, 0], [x, 0]]; // prettier-ignore
  return clockwise ? ring : ring.toReversed();
};

test('every type, with Z and with M, in one file; MultiPatch is no boundary and no point', async () => {
  const records = [
    { type: 5, parts: [square(0, 4)] },
    { type: 0 },
    { type: 15, parts: [square(10, 4), square(11, 1, false)], tail: 8 * 12 },
    { type: 31, tail: 60 },
    { type: 1, parts: [[[7, 8]]] },
    { type: 21, parts: [[[9, 10]]], tail: 8 },
    { type: 28, parts: [[[1, 2], [3, 4]]], tail: 32 }, // prettier-ignore
    { type: 13, parts: [[[0, 0], [1, 1]], [[2, 2], [3, 3], [4, 4]]], tail: 72 }, // prettier-ignore
    { type: 10 },
    { type: 25, parts: [square(20, 2)] },
  ];
  const { kinds, coords, rows, polygons, rings, hasZ } = await read(shp(5, records));
  const { polygon, none, other, point, line } = GEOMETRY_KIND;
  expect([...kinds]).toEqual([polygon, none, polygon, other, point, point, point, line, other, polygon]);
  expect([...coords]).toEqual(records.flatMap(({ parts = [] }) => parts.flat(2)));
  expect([[...rows], [...polygons], [...rings]]).toEqual([
    [0, 1, 1, 2, 2, 3, 4, 6, 8, 8, 9],
    [0, 1, 3, 4, 5, 6, 7, 8, 9, 10],
    [0, 5, 10, 15, 16, 17, 18, 19, 21, 24, 29],
  ]);
  expect(hasZ).toBe(false);
});

test('a record of more vertices than are read at once, and many records', async () => {
  const long = Array.from({ length: (1 << 20) + 3 }, (_, i) => [Math.cos(i / 1e5), Math.sin(i / 7)]);
  const coast = await read(
    shp(5, [
      { type: 5, parts: [square(0, 1), [...long, long[0]!]] },
      { type: 5, parts: [square(5, 1)] },
    ]),
  );
  expect(coast.coords.length / 2).toBe(5 + long.length + 1 + 5);
  expect(bits(coast.coords.subarray(10, 10 + 2 * long.length)).equals(bits(Float64Array.from(long.flat())))).toBe(true);
  const points = await read(shp(8, [{ type: 8, parts: [long] }]));
  expect(bits(points.coords).equals(bits(Float64Array.from(long.flat())))).toBe(true);
  const many = Array.from({ length: 30_000 }, (_, i) => ({ type: i % 7 ? 5 : 0, parts: i % 7 ? [square(i, 1)] : [] }));
  const all = await read(shp(5, many));
  expect(bits(all.coords).equals(bits(Float64Array.from(many.flatMap(({ parts }) => parts.flat(2)))))).toBe(true);
  expect(all.rows.length - 1).toBe(many.length);
}, 120_000);

describe('what a record states is believed only where the bytes bear it out', () => {
  const good = shp(5, [{ type: 5, parts: [square(0, 4), square(1, 1, false)] }]);
  test.each<[string, (bytes: Buffer) => unknown, RegExp]>([
    ['a length over the end', (bytes) => bytes.writeInt32BE(1e8, 104), /record 1 states 200000000 bytes/],
    ['a negative length', (bytes) => bytes.writeInt32BE(-8, 104), /record 1 states -16 bytes/],
    ['two thousand million points', (bytes) => bytes.writeInt32LE(2e9, 148), /states 2000000000 points/],
    ['negative points', (bytes) => bytes.writeInt32LE(-1, 148), /states -1 points/],
    ['two thousand million parts', (bytes) => bytes.writeInt32LE(2e9, 144), /states 2000000000 points or parts/],
    ['points without a part', (bytes) => bytes.writeInt32LE(0, 144), /states points and no part/],
    ['a first part that skips points', (bytes) => bytes.writeInt32LE(2, 152), /parts out of order/],
    ['a part beyond the points', (bytes) => bytes.writeInt32LE(11, 156), /parts out of order/],
    ['no header', (bytes) => bytes.writeInt32BE(1, 0), /no \.shp header/],
  ])('%s', async (_, spoil, message) => {
    const bytes = Buffer.from(good);
    spoil(bytes);
    const before = process.memoryUsage().arrayBuffers;
    const error = await read(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RangeError);
    expect((error as RangeError).message).toMatch(message);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6);
  });
});
