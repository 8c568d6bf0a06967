/** A country of squares, for pictures. */
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { AdminLevel, Pcode } from '../../../server/contract/ids.ts';

/** A grid of n × n squares of one degree with a wavy middle vertex on each border; `name(i)` names them. */
export function grid(n: number, name: (index: number) => string): FeatureTable {
  const coords: number[] = [];
  const rings = [0];
  const units: FeatureTable['units'] = [];
  const wave = (a: number, b: number) => 0.08 * Math.sin(7 * a + 13 * b);
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const corners: [number, number][] = [
        [column, row],
        [column + 0.5, row + wave(column, row)],
        [column + 1, row],
        [column + 1 + wave(row, column + 1), row + 0.5],
        [column + 1, row + 1],
        [column + 0.5, row + 1 + wave(column, row + 1)],
        [column, row + 1],
        [column + wave(row, column), row + 0.5],
        [column, row],
      ];
      coords.push(...corners.flat());
      rings.push(coords.length / 2);
      const index = row * n + column;
      units.push({
        level: 1 as AdminLevel,
        pcode: `XA${String(index).padStart(2, '0')}` as Pcode,
        parentPcode: 'XA' as Pcode,
        names: [{ lang: 'en', name: name(index) }],
        validOn: null,
        validTo: null,
        areaSqKm: 1000 + index,
        center: [column + 0.5, row + 0.5],
        bbox: [column, row, column + 1, row + 1],
      });
    }
  }
  const steps = Uint32Array.from({ length: n * n + 1 }, (_, index) => index);
  return {
    level: 1,
    units,
    extra: [],
    source: { file: '', layer: '', rowNumber: steps },
    geometry: { kinds: new Uint8Array(n * n).fill(3), coords: Float64Array.from(coords), rings: Uint32Array.from(rings), polygons: steps, rows: steps },
  };
}
