import { describe, expect, test } from 'vitest';
import { heldIn } from '../../../../client/country/search/holders.ts';
import type { TileLayer } from '../../../../client/map/mvt.ts';

const box = (west: number, north: number, east: number, south: number) => Int32Array.from([west, north, east, north, east, south, west, south]);
const layer = (level: number, units: Record<string, Int32Array[]>): [string, TileLayer] => [
  `adm${level}`,
  {
    extent: 4096,
    features: Object.entries(units).map(([code, parts]) => ({
      type: 3,
      parts,
      properties: { [`adm${level}_pcode`]: code, [`adm${level}_name`]: `name of ${code}` },
    })),
  },
];
/** A region whose west and east are districts; the eastern one has a lake in it that is nobody's. */
const tile = new Map([
  layer(1, { A: [box(0, 0, 4096, 4096)] }),
  layer(2, { A1: [box(0, 0, 2048, 4096)], A2: [box(2048, 0, 4096, 4096), box(3000, 1000, 3400, 1400)] }),
]);
const at = (x: number, y: number) => heldIn(tile, [x / 4096, y / 4096]).map(({ pcode, near }) => `${pcode}${near ? '?' : ''}`);

describe('the units at a place', () => {
  test('the deepest first, with their names', () => {
    expect(at(100, 100)).toEqual(['A1', 'A']);
    expect(heldIn(tile, [0.1, 0.1])[0]).toMatchObject({ level: 2, names: ['name of A1', undefined, undefined, undefined] });
  });
  test('on a border both neighbours are given, and said to be near', () => {
    expect(at(2047, 2000)).toEqual(['A1?', 'A2?', 'A']);
    expect(at(2052, 2000)).toEqual(['A2', 'A']);
  });
  test('a hole belongs to nobody', () => expect(at(3200, 1200)).toEqual(['A']));
  test('no tile, no unit', () => expect(heldIn(new Map(), [0.5, 0.5])).toEqual([]));
});
