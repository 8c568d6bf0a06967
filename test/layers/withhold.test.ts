/** What strangers get of a sensitive layer: from what is told no small number follows, looked for by trying all tables that fit. */
import { describe, expect, test } from 'vitest';
import type { AdminLevel } from '../../server/contract/ids.ts';
import type { LayerUnit } from '../../server/contract/overlays/layer.ts';
import { withholdUnits } from '../../server/layers/withhold.ts';

const unit = (level: AdminLevel, pcode: string, parent: string | null, features: number): LayerUnit => ({
  pcode, name: pcode, level, parent, features, near: 1, sum: 5, lengthKm: 1, areaKm2: 1, share: 0.5, classes: [features],
}); // prettier-ignore

/** Two regions of districts with these counts. */
function country(first: number[], second: number[]): { level: AdminLevel; rows: LayerUnit[] }[] {
  const sum = (list: number[]) => list.reduce((all, each) => all + each, 0);
  return [
    { level: 0, rows: [unit(0, 'X', null, sum(first) + sum(second))] },
    { level: 1, rows: [unit(1, 'A', 'X', sum(first)), unit(1, 'B', 'X', sum(second))] },
    { level: 2, rows: [...first.map((count, i) => unit(2, `A${i}`, 'A', count)), ...second.map((count, i) => unit(2, `B${i}`, 'B', count))] },
  ];
}

/** Every table of districts up to `most` that tells the same. */
function fitting(told: ReturnType<typeof country>, districts: number, most: number): number[][] {
  const rows = told[2]!.rows;
  const found: number[][] = [];
  const list = Array.from({ length: districts }, () => 0);
  const check = () => {
    const sums = { X: 0, A: 0, B: 0 } as Record<string, number>;
    rows.forEach(({ parent }, i) => {
      sums[parent!]! += list[i]!;
      sums['X']! += list[i]!;
    });
    const fits = [...told[0]!.rows, ...told[1]!.rows].every(({ pcode, features }) => features === null || sums[pcode] === features);
    if (fits) found.push([...list]);
  };
  const walk = (i: number): void => {
    if (i === districts) return check();
    const { features } = rows[i]!;
    // What is withheld is there, so at least one.
    for (let value = features ?? 1; value <= (features ?? most); value++) {
      list[i] = value;
      walk(i + 1);
    }
  };
  walk(0);
  return found;
}

describe('of a sensitive layer', () => {
  test.each([
    [[4, 2], [12]],
    [
      [1, 1, 8],
      [5, 0],
    ],
    [
      [2, 9, 9],
      [7, 7],
    ],
    [[1], [6, 6]],
    [
      [3, 3],
      [1, 9],
    ],
  ])('%j and %j: no small number is known', (first, second) => {
    const real = [...first, ...second];
    const told = withholdUnits(country(first, second), 3);
    const tables = fitting(told, real.length, 12);
    expect(tables).toContainEqual(real);
    real.forEach((count, i) => {
      if (count > 0 && count < 3) expect(new Set(tables.map((table) => table[i])).size, `district ${i}`).toBeGreaterThan(1);
      if (count === 0) expect(told[2]!.rows[i]!.features).toBe(0);
    });
  });

  test('only numbers of features are told', () => {
    const [, , districts] = withholdUnits(country([10, 20], [30]), 3);
    expect(districts!.rows[0]).toEqual({ ...unit(2, 'A0', 'A', 10), near: null, sum: null, lengthKm: null, areaKm2: null, share: null, classes: null });
  });
});
