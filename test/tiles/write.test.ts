import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { AdminUnit, FeatureTable } from '../../server/contract/admin.ts';
import type { AdminLevel } from '../../server/contract/ids.ts';
import { tileGrid } from '../../server/tiles/grid.ts';
import { writeLayer, writeTiles, type TileLevel, type TileOptions } from '../../server/tiles/write.ts';
import { tileThreads } from '../../server/jobs/tileThreads.ts';
import { country, table } from '../helpers/country.ts';
import { invalidPolygons } from '../geometry/geos.ts';
import { roughGrid, seeded, star, toColumn, type Nested, type Position } from '../geometry/shapes.ts';
import { ArchiveReader, collect, polygonsOf, type Feature } from './archiveReader.ts';

async function tiles(levels: TileLevel[], options: TileOptions = {}) {
  const { sink, bytes } = collect();
  const summary = await writeTiles(levels, options, sink);
  return { summary, bytes: bytes(), reader: new ArchiveReader(bytes()) };
}

const key = ([x, y]: [number, number]) => `${x},${y}`;

/** Directed edges strictly inside the tile. */
function innerEdges(features: Feature[]): Map<string, number> {
  const inside = ([x, y]: [number, number]) => x > 0 && y > 0 && x < 4096 && y < 4096;
  const edges = new Map<string, number>();
  for (const ring of features.flatMap(({ parts }) => parts)) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      if (inside(a) && inside(b)) edges.set(`${key(a)} ${key(b)}`, (edges.get(`${key(a)} ${key(b)}`) ?? 0) + 1);
    }
  }
  return edges;
}

describe('a clean coverage', () => {
  const cells = roughGrid(seeded(21), 12, 9, { x: 20, y: 5, size: 0.4, detail: 24, rough: 0.3 });
  const built = tiles(country(cells, 12), { maxZoom: 9 });

  test('inside, every edge occurs twice, once in each direction, at every zoom and level', async () => {
    const { reader } = await built;
    for (let zoom = 3; zoom <= 9; zoom++) {
      for (const name of ['adm1', 'adm2']) {
        for (const { x, y, features } of await reader.all(zoom, name)) {
          const edges = innerEdges(features);
          const outline = innerEdges(await reader.features(zoom, x, y, 'adm0'));
          for (const [edge, count] of edges) {
            const [a, b] = edge.split(' ');
            expect(count, `z${zoom} ${name} ${edge}`).toBe(1);
            // An edge without a twin is the country's outline, and adm0 has the very same edge.
            if (!edges.has(`${b} ${a}`)) expect(outline.has(edge), `z${zoom} ${name} ${edge}`).toBe(true);
          }
        }
      }
    }
  });

  test('levels share their lines: every edge of adm1 is an edge of adm2, and a line has its highest level', async () => {
    const { reader } = await built;
    for (const zoom of [4, 6, 8]) {
      for (const { x, y, features } of await reader.all(zoom, 'adm2')) {
        const deep = innerEdges(features);
        const upper = innerEdges(await reader.features(zoom, x, y, 'adm1'));
        const whole = innerEdges(await reader.features(zoom, x, y, 'adm0'));
        for (const edge of upper.keys()) expect(deep.has(edge)).toBe(true);
        const seen = new Set<string>();
        for (const line of await reader.features(zoom, x, y, 'lines')) {
          for (const edge of innerEdges([line]).keys()) {
            const [a, b] = edge.split(' ');
            const either = (edges: Map<string, number>) => edges.has(edge) || edges.has(`${b} ${a}`);
            expect(seen.has(edge) || seen.has(`${b} ${a}`), 'each line once').toBe(false);
            seen.add(edge);
            expect(line.properties.level).toBe(either(whole) ? 0 : either(upper) ? 1 : 2);
            expect(line.properties.outer).toBe(either(whole));
          }
        }
      }
    }
  });

  test('every unit is there at every zoom from its first one, and has one label', async () => {
    const { reader, summary } = await built;
    for (const { name, minZoom, maxZoom } of summary.layers.filter(({ name }) => name.startsWith('adm'))) {
      const level = Number(name.slice(3));
      const expected = level === 0 ? 1 : level === 1 ? 12 : 108;
      for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
        const codes = (await reader.all(zoom, name)).flatMap(({ features }) => features.map(({ properties }) => properties[`adm${level}_pcode`]));
        expect(new Set(codes).size, `z${zoom} ${name}`).toBe(expected);
        const labels = (await reader.all(zoom, 'labels')).flatMap(({ features }) => features.filter(({ properties }) => properties.level === level));
        expect(labels.length, `labels z${zoom} ${name}`).toBe(expected);
      }
    }
  });

  test('attributes are P-codes, names in all languages, and the parents’ codes', async () => {
    const { reader } = await built;
    const [tile] = await reader.all(5, 'adm2');
    expect(Object.keys(tile!.features[0]!.properties).sort()).toEqual(['adm0_pcode', 'adm1_pcode', 'adm2_name', 'adm2_name1', 'adm2_pcode']);
    const [labels] = await reader.all(5, 'labels');
    expect(Object.keys(labels!.features[0]!.properties).sort()).toEqual(['level', 'name', 'name1', 'pcode', 'rank']);
    const metadata = (await reader.archive.getMetadata()) as { vector_layers: { id: string }[] };
    expect(metadata.vector_layers.map(({ id }) => id)).toEqual(['adm0', 'adm1', 'adm2', 'lines', 'labels']);
  });

  test('a unit without the first language does not show its second one in its place', async () => {
    const levels = country(cells, 12);
    for (const { table } of levels) {
      table.units.forEach((unit, row) => {
        if (row % 5 === 1) unit.names = unit.names.filter(({ lang }) => lang === 'ar');
        if (row % 5 === 2) unit.names = unit.names.toReversed();
        if (row % 5 === 3) unit.names.push({ lang: 'und', name: `?${row}` }, { lang: 'ar', name: `أخرى ${row}` });
      });
    }
    const { reader } = await tiles(levels, { maxZoom: 8 });
    expect(((await reader.archive.getMetadata()) as { languages: string[] }).languages).toEqual(['en', 'ar', 'ar', 'und']);
    const seen = new Set<number>();
    for (const { features } of await reader.all(6, 'adm2')) {
      for (const { properties } of features) {
        const row = Number(String(properties.adm2_pcode).slice(3));
        seen.add(row);
        expect([properties.adm2_name, properties.adm2_name1, properties.adm2_name2, properties.adm2_name3]).toEqual([
          row % 5 === 1 ? undefined : `Unit ${row}`,
          `وحدة ${row}`,
          ...(row % 5 === 3 ? [`أخرى ${row}`, `?${row}`] : [undefined, undefined]),
        ]);
      }
    }
    expect(seen.size).toBe(108);
    for (const { features } of await reader.all(6, 'labels')) {
      for (const { properties } of features) {
        const row = Number(String(properties.pcode).slice(3));
        expect(properties.name).toBe(row % 5 === 1 ? undefined : `Unit ${row}`);
      }
    }
  });

  test('where default names say no language their column is the first, and can be chosen', async () => {
    const units = (level: AdminLevel, table: FeatureTable) => table.units.map((unit, row): AdminUnit => ({ ...unit, names: [{ lang: 'und', name: `Own ${level} ${row}` }, { lang: 'ar', name: `وحدة ${row}` }] })); // prettier-ignore
    const levels = country(cells, 12).map(({ table, ...rest }) => ({ ...rest, table: { ...table, units: units(table.level, table) } }));
    const { reader } = await tiles(levels, { maxZoom: 6 });
    expect(((await reader.archive.getMetadata()) as { languages: string[] }).languages).toEqual(['und', 'ar']);
    const { features } = (await reader.all(6, 'adm2'))[0]!;
    expect([features[0]!.properties.adm2_name, features[0]!.properties.adm2_name1]).toEqual([
      expect.stringMatching(/^Own 2 /),
      expect.stringMatching(/^وحدة /),
    ]);
  });

  test('the same bytes whatever the number of threads', async () => {
    const { bytes } = await built;
    for (const extra of [1, 2]) {
      const runner = tileThreads(extra);
      const again = await tiles(country(cells, 12), { maxZoom: 9, runner });
      await runner.close();
      expect(Buffer.compare(again.bytes, bytes)).toBe(0);
    }
  });
});

test.each([
  ['lines are drawn rougher where that lets level 2 in', 'in', 0.05],
  ['level 2 waits where it does not', 'waits', 0.6],
])('the first view of a detailed country stays below 100 kB: %s', async (_, level2, rough) => {
  const { reader, summary } = await tiles(country(roughGrid(seeded(8), 16, 12, { x: 10, y: -4, size: 0.45, detail: 120, rough }), 16), { maxZoom: 9 });
  const { centerZoom: fit, minLon, minLat, maxLon, maxLat } = await reader.archive.getHeader();
  const mercator = (lat: number) => Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
  const pixels = (zoom: number) => [((maxLon - minLon) / 360) * 512 * 2 ** zoom, (mercator(maxLat) - mercator(minLat)) * 512 * 2 ** zoom];
  expect(pixels(fit)[0]! <= 1280 && pixels(fit)[1]! <= 800, 'fits').toBe(true);
  expect(pixels(fit + 1)[0]! <= 1280 && pixels(fit + 1)[1]! <= 800, 'is the deepest that fits').toBe(false);
  let bytes = 0;
  for (const { x, y } of await reader.all(fit, 'adm0')) bytes += gzipSync((await reader.archive.getZxy(fit, x, y))!.data).length;
  expect(bytes).toBeLessThan(100_000);
  const start = Object.fromEntries(summary.layers.map(({ name, minZoom }) => [name, minZoom]));
  expect(start).toMatchObject({ adm0: 0, adm1: 0, adm2: level2 === 'in' ? 0 : fit + 1 });
  // Lines and labels come with their level.
  for (const zoom of [fit, fit + 1]) {
    for (const name of ['lines', 'labels']) {
      const deepest = Math.max(...(await reader.all(zoom, name)).flatMap(({ features }) => features.map(({ properties }) => Number(properties.level))));
      expect(deepest, `z${zoom} ${name}`).toBe(zoom === fit && level2 === 'waits' ? 1 : 2);
    }
  }
});

test('a level waits where the tiles as they come out are larger than 500 kB, whatever was estimated', async () => {
  const levels = country(roughGrid(seeded(12), 20, 20, { x: 20, y: 5, size: 0.4, detail: 4 }), 20);
  const short = await tiles(levels, { maxZoom: 9 });
  for (const { units } of levels.map(({ table }) => table)) for (const unit of units) unit.names[1]!.name = `${unit.names[1]!.name} ${'ع'.repeat(700)}`;
  const { summary, reader, bytes } = await tiles(levels, { maxZoom: 9 });
  const startOf = ({ layers }: typeof summary) => layers.find(({ name }) => name === 'adm2')!.minZoom;
  expect(startOf(short.summary)).toBe(0);
  expect(startOf(summary)).toBeGreaterThan(4);
  expect(summary.largestTile).toBeLessThanOrEqual(500_000);
  for (const zoom of [startOf(summary) - 1, startOf(summary)]) {
    const codes = (await reader.all(zoom, 'adm2')).flatMap(({ features }) => features.map(({ properties }) => properties.adm2_pcode));
    expect(new Set(codes).size, `z${zoom}`).toBe(zoom < startOf(summary) ? 0 : 400);
    for (const name of ['lines', 'labels']) {
      const deepest = Math.max(...(await reader.all(zoom, name)).flatMap(({ features }) => features.map(({ properties }) => Number(properties.level))));
      expect(deepest, `z${zoom} ${name}`).toBe(zoom < startOf(summary) ? 1 : 2);
    }
  }
  const runner = tileThreads(1);
  const again = await tiles(levels, { maxZoom: 9, runner });
  await runner.close();
  expect(Buffer.compare(again.bytes, bytes)).toBe(0);
});

describe('lines', () => {
  const box = (west: number, south: number, east: number, north: number): Position[] => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const lines = async (gap: number) => {
    // Two units that meet at the bottom and at the top, and leave a slit of `gap` degrees open between.
    const left: Position[] = [[0, 0], [5, 0], [5, 1], [5 - gap, 1], [5 - gap, 9], [5, 9], [5, 10], [0, 10], [0, 0]]; // prettier-ignore
    const cells: Nested = [[[left]], [[box(5, 0, 10, 10).toSpliced(3, 0, [10, 9], [10, 1]).toSpliced(-1, 0, [5, 9], [5, 1])]]];
    const { reader } = await tiles(country(cells, 2), { maxZoom: 8 });
    const length = (line: [number, number][]) => line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i]![0], y - line[i]![1]), 0);
    const features = (await reader.all(6, 'lines')).flatMap((tile) => tile.features);
    expect(new Set(features.map(({ properties }) => `${String(properties.level)} ${String(properties.outer)}`))).toEqual(new Set(['0 true', '2 false']));
    return features.filter(({ properties }) => properties.outer).reduce((sum, { parts }) => sum + parts.reduce((all, part) => all + length(part), 0), 0);
  };

  test('the sides of a slit between neighbours are no border of the country; those of a lake are', async () => {
    const [none, slit, lake] = [await lines(0), await lines(0.0005), await lines(0.5)];
    expect(slit / none).toBeCloseTo(1, 2);
    // Two sides of eight degrees and two ends of half a degree, beside an outline of forty, whose edges along tile sides count twice.
    expect(lake / none).toBeGreaterThan(1.2);
  });
});

describe('a level that covers part of the country', () => {
  /** A ring with a vertex on each degree, shifted by `off` between whole degrees. */
  const ring = (west: number, south: number, east: number, north: number, off: number): Position[] => {
    const out: Position[] = [];
    for (let x = west; x < east; x++) out.push([x, south], [x + 0.5, south + off]);
    for (let y = south; y < north; y++) out.push([east, y], [east + off, y + 0.5]);
    for (let x = east; x > west; x--) out.push([x, north], [x - 0.5, north + off]);
    for (let y = north; y > south; y--) out.push([west, y], [west + off, y - 0.5]);
    return [...out, out[0]!];
  };

  test('its lines have its own number, none is outer, none is drawn twice, and they begin where it begins', async () => {
    // Four units of ten degrees; adm3 halves the first one, and of the second holds the lower half only, drawn some 55 m beside.
    const levels = country([[[ring(0, 0, 10, 10, 0)]], [[ring(10, 0, 20, 10, 0)]], [[ring(0, 10, 10, 20, 0)]], [[ring(10, 10, 20, 20, 0)]]], 2);
    const partial = table(
      3,
      toColumn([[[ring(0, 0, 5, 10, 5e-4)]], [[ring(5, 0, 10, 10, 5e-4)]], [[ring(10, 0, 20, 5, 5e-4)]]]),
      (row) => `XX200${row === 2 ? 1 : 0}`,
    );
    const { reader, summary } = await tiles([...levels, { table: partial, partial: true }], { maxZoom: 8 });
    const plain = await tiles(levels, { maxZoom: 8 });
    const from = summary.layers.find(({ name }) => name === 'adm3')!.minZoom;
    const degree = (4096 * 2 ** 6) / 360;
    const length = (features: Feature[]) =>
      features.reduce(
        (sum, { parts }) =>
          sum + parts.reduce((all, part) => all + part.slice(1).reduce((line, [x, y], i) => line + Math.hypot(x - part[i]![0], y - part[i]![1]), 0), 0),
        0,
      );
    const all = async (from: ArchiveReader, zoom: number) => (await from.all(zoom, 'lines')).flatMap(({ features }) => features);
    const lines = await all(reader, 6);
    const own = lines.filter(({ properties }) => properties.level === 3);
    expect(own.every(({ properties }) => properties.outer === false)).toBe(true);
    // The line between the halves and the upper side of the lower half, ten degrees each; what lies in a tile's buffer counts twice.
    expect(length(own) / degree).toBeGreaterThan(19.9);
    expect(length(own) / degree).toBeLessThan(21.5);
    const kinds = (features: Feature[]) => new Set(features.map(({ properties }) => `${String(properties.level)} ${String(properties.outer)}`));
    const upper = lines.filter(({ properties }) => properties.level !== 3);
    expect(kinds(upper)).toEqual(new Set(['0 true', '2 false']));
    expect(length(upper)).toBeCloseTo(length(await all(plain.reader, 6)), -1);
    for (let zoom = 0; zoom <= 8; zoom++)
      expect(
        (await all(reader, zoom)).some(({ properties }) => properties.level === 3),
        `z${zoom}`,
      ).toBe(zoom >= from);
  });
});

describe('validity', () => {
  test('every polygon of every tile is valid by GEOS, on random coverages', async () => {
    for (const seed of [1, 2, 3, 4]) {
      const random = seeded(seed);
      const cells = roughGrid(random, 15, 15, { x: -70 + seed * 30, y: -20 + seed * 11, size: 0.05 + random() * 0.4, detail: 30, rough: 0.5 });
      const { reader } = await tiles(country(cells, 15), { maxZoom: 8 });
      for (let zoom = 0; zoom <= 8; zoom++) {
        for (const level of [0, 1, 2]) {
          const features = (await reader.all(zoom, `adm${level}`)).flatMap((tile) => tile.features);
          expect(await invalidPolygons(features.map(polygonsOf)), `seed ${seed} z${zoom} adm${level}`).toEqual([]);
        }
      }
    }
  });

  test('dirty layers, overlapping and crossing themselves, come out valid too and lose no unit', async () => {
    const random = seeded(77);
    const rows: Nested = Array.from({ length: 40 }, (_, i) => {
      const at = [random() * 3, random() * 3] as const;
      if (i % 4 > 0) return [[star(random, ...at, 0.5, 5 + Math.floor(random() * 30))]];
      const ring = Array.from({ length: 12 }, (): Position => [at[0] + random(), at[1] + random()]);
      return [[[...ring, ring[0]!]]];
    });
    const { sink, bytes } = collect();
    await writeLayer({ name: 'adm', geometry: toColumn(rows), columns: [{ key: 'id', values: rows.map((_, i) => i) }] }, { maxZoom: 8 }, sink);
    const reader = new ArchiveReader(bytes());
    for (let zoom = 2; zoom <= 8; zoom++) {
      const features = (await reader.all(zoom, 'adm')).flatMap((tile) => tile.features);
      expect(await invalidPolygons(features.map(polygonsOf)), `z${zoom}`).toEqual([]);
      expect(new Set(features.map(({ properties }) => properties.id)).size).toBe(40);
    }
  });
});

describe('across the antimeridian', () => {
  const east = roughGrid(seeded(5), 6, 4, { x: 177, y: -18, size: 1, detail: 6 });
  const turn = (lon: number) => (lon > 180 ? lon - 360 : lon);

  test('longitudes beyond 180 and a ring that jumps from 180 to −180 give the same tiles, and nothing lies between', async () => {
    const jumping = east.map((row) => row.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [turn(x), y]))));
    const read = async (rows: Nested) => {
      const { sink, bytes } = collect();
      await writeLayer({ name: 'adm', geometry: toColumn(rows), columns: [{ key: 'id', values: rows.map((_, i) => i) }] }, { maxZoom: 7 }, sink);
      return bytes();
    };
    const [beyond, jumped] = [await read(east), await read(jumping)];
    expect(Buffer.compare(beyond, jumped)).toBe(0);
    const reader = new ArchiveReader(jumped);
    for (let zoom = 2; zoom <= 7; zoom++) {
      const found = await reader.all(zoom, 'adm');
      // 177° to 183°, with room for rough sides: the easternmost and the westernmost tiles only.
      for (const { x } of found) expect(x / 2 ** zoom < 0.02 || (x + 1) / 2 ** zoom > 0.98, `z${zoom} x${x}`).toBe(true);
      expect(new Set(found.flatMap(({ features }) => features.map(({ properties }) => properties.id))).size).toBe(24);
      for (const { features } of found)
        for (const part of features.flatMap(({ parts }) => parts)) for (const [x] of part) expect(Math.abs(x - 2048)).toBeLessThan(2048 + 81);
    }
  });

  test('a unit parted along 180° has no line there, and the archive says where its middle is', async () => {
    const square = (west: number, east: number): Position[] => [
      [west, -18],
      [east, -18],
      [east, -16],
      [west, -16],
      [west, -18],
    ];
    const { reader } = await tiles([{ table: table(1, toColumn([[[square(177, 179)]], [[square(179, 180)], [square(-180, -179)]]]), () => null) }], {
      maxZoom: 7,
    });
    const side = 2 ** 7 * 4096;
    const upright = new Set<number>();
    for (const { x, features } of await reader.all(7, 'lines'))
      for (const part of features.flatMap(({ parts }) => parts))
        part
          .slice(1)
          .forEach(([px], i) => px === part[i]![0] && Math.abs(px - 2048) < 2048 && upright.add(Math.round((((x * 4096 + px) % side) / side) * 360 - 180)));
    expect([...upright].sort((a, b) => a - b)).toEqual([-179, 177, 179]);
    const { centerLon, minLon, maxLon } = await reader.archive.getHeader();
    expect([centerLon, minLon, maxLon].map(Math.round)).toEqual([179, -180, 180]);
  });
});

test('positions come back from the grid within half a step', () => {
  const grid = tileGrid(12);
  const random = seeded(9);
  for (let i = 0; i < 1000; i++) {
    const [lon, lat] = [random() * 360 - 180, random() * 168 - 84];
    expect(Math.abs(grid.toLon(grid.toX(lon)) - lon)).toBeLessThan(180 / grid.size + 1e-12);
    expect(Math.abs(grid.toY(grid.toLat(grid.toY(lat))) - grid.toY(lat))).toBeLessThanOrEqual(1);
  }
});
