/** Our decoders beside the packages that read the same formats: the same coordinates. */
import { existsSync, readFileSync } from 'node:fs';
import { geojson as flatgeobuf } from 'flatgeobuf';
import { describe, expect, test } from 'vitest';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Geometry, Position } from 'geojson';
import { bytesSource } from '../../server/formats/raw.ts';
import { groupRings } from '../../server/formats/shapefile/rings.ts';
import { readUpload } from '../../server/formats/upload.ts';
import { COUNTRY, writeFlatGeobuf } from './country.ts';

const DATA = '../shared/data';
const here = existsSync(`${DATA}/README.md`);
if (!here) console.warn('peers.test.ts: real files skipped, their folder is not beside this checkout');

/** Rings in order, flat. */
function toFlat(shapes: (Geometry | null)[]): number[] {
  const polygons = (shape: Geometry | null): Position[][][] =>
    shape?.type === 'Polygon' ? [shape.coordinates] : shape?.type === 'MultiPolygon' ? shape.coordinates : [];
  return shapes.flatMap((shape) => polygons(shape).flat(3)) as unknown as number[];
}

describe.skipIf(!here)('real files', () => {
  test.each(['egy/ab/egy_itos_adm1.topojson', 'context/world-atlas_countries-110m.topojson'])('topojson-client: %s', async (path) => {
    const bytes = readFileSync(`${DATA}/${path}`);
    const topology = JSON.parse(bytes.toString()) as Topology;
    const { layers } = await readUpload([{ name: 'a.topojson', source: bytesSource(bytes) }]);
    for (const { layer, geometry } of layers) {
      const collection = feature(topology, topology.objects[layer]!);
      const shapes = collection.type === 'FeatureCollection' ? collection.features.map((item) => item.geometry) : [collection.geometry];
      expect([...geometry.coords]).toEqual(toFlat(shapes));
    }
  });
});

test('flatgeobuf', async () => {
  const bytes = writeFlatGeobuf();
  const theirs: Geometry[] = [];
  for await (const item of flatgeobuf.deserialize(bytes)) theirs.push((item as unknown as { geometry: Geometry }).geometry);
  const { layers } = await readUpload([{ name: 'a.fgb', source: bytesSource(bytes) }]);
  expect([...layers[0]!.geometry.coords]).toEqual(toFlat(theirs));
  expect(theirs.length).toBe(COUNTRY.features.length);
});

/** Signed area and point in polygon by the shortest code there is. */
function bruteOwner(rings: Position[][], hole: number, shells: number[]): number | undefined {
  const inside = (ring: Position[], [x, y]: Position) => {
    let odd = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
      if (ring[i]![1]! > y! !== ring[j]![1]! > y! && x! < ((ring[j]![0]! - ring[i]![0]!) * (y! - ring[i]![1]!)) / (ring[j]![1]! - ring[i]![1]!) + ring[i]![0]!)
        odd = !odd;
    return odd;
  };
  const size = (ring: Position[]) => Math.abs(ring[2]![0]! - ring[0]![0]!);
  return shells
    .filter((shell) => inside(rings[shell]!, [rings[hole]![0]![0]! + 0.01, rings[hole]![0]![1]! + 0.01]))
    .sort((a, b) => size(rings[a]!) - size(rings[b]!))[0];
}

test('rings are grouped as brute force groups them: squares in squares, eight deep', () => {
  const square = (x: number, y: number, half: number, hole: boolean): Position[] => {
    const ring = [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
      [x - half, y - half],
    ];
    return hole ? ring : ring.reverse();
  };
  const rings: Position[][] = [];
  for (const [x, y] of [
    [0, 0],
    [40, 0],
    [0, 40],
  ] as const)
    for (let depth = 0; depth < 8; depth++) rings.push(square(x, y, 16 - 2 * depth, depth % 2 === 1));
  // A fixed shuffle: order in the file says nothing.
  const order = rings.map((_, i) => (i * 7) % rings.length);
  const shuffled = order.map((i) => rings[i]!);
  const starts = new Uint32Array(shuffled.length + 1);
  shuffled.forEach((ring, r) => (starts[r + 1] = starts[r]! + ring.length));
  const { shells, orphans } = groupRings(Float64Array.from(shuffled.flat(2)), starts);
  expect(orphans).toBe(0);
  const shellRings = order.flatMap((original, r) => (original % 2 === 0 ? [r] : []));
  expect(shells.map(([shell]) => shell)).toEqual(shellRings);
  for (const [shell, ...holes] of shells) for (const hole of holes) expect(bruteOwner(shuffled, hole, shellRings)).toBe(shell);
  expect(shells.flat().length).toBe(24);
});
