import { describe, expect, test } from 'vitest';
import type { AdminUnit, FeatureTable } from '../../../server/contract/admin.ts';
import type { AdminLevel, Pcode, VersionTag } from '../../../server/contract/ids.ts';
import { compareVersions } from '../../../server/boundaries/change/compare.ts';
import { toVersionDiff } from '../../../server/boundaries/change/diff.ts';
import { equalAreaKm2, rowBbox } from '../../../server/geometry/ring.ts';
import { roughGrid, seeded, toColumn, type Nested } from '../../geometry/shapes.ts';

const V1 = 'v01' as VersionTag;
const codeOf = (row: number) => `PH17${String(53 + row)}`;

/** A level of cells of a rough grid; `over` changes single units. */
function table(rows: Nested, over: Record<number, Partial<AdminUnit>> = {}, level: AdminLevel = 1): FeatureTable {
  const geometry = toColumn(rows);
  const units = rows.map((_, row): AdminUnit => ({
    level,
    pcode: codeOf(row) as Pcode,
    parentPcode: 'PH' as Pcode,
    names: [{ lang: 'en', name: `Unit ${row}` }],
    validOn: '2020-01-01',
    validTo: null,
    areaSqKm: equalAreaKm2(geometry, row),
    center: [0, 0],
    bbox: rowBbox(geometry, row) ?? [0, 0, 0, 0],
    ...over[row],
  }));
  return { level, units, geometry, extra: [], source: { file: '', layer: '', rowNumber: Uint32Array.from(rows, (_, row) => row + 1) } };
}

const grid = () => roughGrid(seeded(3), 4, 3);
const none = { added: [], removed: [], renamed: [], recoded: [], redrawn: [] };
const diff = (before: FeatureTable[], after: FeatureTable[]) => toVersionDiff(compareVersions(before, after, { from: V1, to: null }), before);

describe('toVersionDiff', () => {
  test('the same is the same, also in another order of rows', () => {
    const rows = grid();
    expect(diff([table(rows)], [table(rows)])).toEqual({ against: 'v01', bump: 'none', levels: [{ level: 1, ...none }] });
    const turned = table(
      rows.toReversed(),
      Object.fromEntries(rows.map((_, row) => [row, { pcode: codeOf(11 - row) as Pcode, names: [{ lang: 'en', name: `Unit ${11 - row}` }] }])),
    );
    expect(diff([table(rows)], [turned]).bump).toBe('none');
  });

  test('a new code scheme on the same shapes is recoded, nothing removed or added (PH175304000 → PH1705304)', () => {
    const rows = grid();
    const recodedRows = Object.fromEntries(rows.map((_, row) => [row, { pcode: `PH170${row}` as Pcode }]));
    const found = diff([table(rows)], [table(rows, recodedRows)]);
    expect(found.levels[0]).toMatchObject({ added: [], removed: [], renamed: [], redrawn: [] });
    expect(found.levels[0]!.recoded).toHaveLength(12);
    expect(found.levels[0]!.recoded).toContainEqual({ before: codeOf(5), after: 'PH1705' });
    expect(found.bump).toBe('major');
  });

  test('one corrected code is minor', () => {
    const found = diff([table(grid())], [table(grid(), { 2: { pcode: 'PH99' as Pcode } })]);
    expect(found.levels[0]!.recoded).toEqual([{ before: codeOf(2), after: 'PH99' }]);
    expect(found.bump).toBe('minor');
  });

  test('codes exchanged by two places are seen by place, not by code', () => {
    const found = diff(
      [table(grid())],
      [table(grid(), { 0: { pcode: codeOf(7) as Pcode, names: [{ lang: 'en', name: 'Unit 0' }] }, 7: { pcode: codeOf(0) as Pcode } })],
    );
    expect(found.levels[0]!.recoded).toEqual(
      expect.arrayContaining([
        { before: codeOf(0), after: codeOf(7) },
        { before: codeOf(7), after: codeOf(0) },
      ]),
    );
    expect(found.levels[0]).toMatchObject({ redrawn: [], removed: [], added: [], renamed: [] });
  });

  test('one new spelling is minor, many are major', () => {
    const one = diff([table(grid())], [table(grid(), { 3: { names: [{ lang: 'en', name: 'Ünit 3' }] } })]);
    expect(one.levels[0]!.renamed).toEqual([{ pcode: codeOf(3), before: 'Unit 3', after: 'Ünit 3' }]);
    expect(one.bump).toBe('minor');
    const renamed = Object.fromEntries([0, 1, 2, 3].map((row) => [row, { names: [{ lang: 'en', name: `New ${row}` }] }]));
    expect(diff([table(grid())], [table(grid(), renamed)]).bump).toBe('major');
  });

  test('a border moved far is redrawn with the change of area; a centimetre is a small correction', () => {
    const [before, far, near] = [grid(), grid(), grid()];
    far[0] = far[0]!.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x * 1.1, y])));
    near[0] = near[0]!.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x + 1e-7, y])));
    const redrawn = diff([table(before)], [table(far)]);
    expect(redrawn.levels[0]!.redrawn).toEqual([{ pcode: codeOf(0), areaChangePercent: expect.closeTo(10, 1) as number }]);
    expect(redrawn.bump).toBe('major');
    const corrected = diff([table(before)], [table(near)]);
    expect(corrected).toEqual({
      against: 'v01',
      bump: 'minor',
      reasons: [{ code: 'redrawn', bump: 'minor', level: 1, count: 1, of: 12, figure: expect.any(Number) as number }],
      levels: [{ level: 1, ...none }],
    });
  });

  test('what is gone says where its area lies now: merged into one that keeps its code, split into two', () => {
    const rows = grid();
    // Unit 1 joins unit 0, which keeps its code; unit 5 falls into its two halves by latitude.
    const joined = [[...rows[0]!, ...rows[1]!], ...rows.slice(2)];
    const codes = Object.fromEntries(
      joined.map((_, row) => [row, { pcode: codeOf(row === 0 ? 0 : row + 1) as Pcode, names: [{ lang: 'en', name: `Unit ${row === 0 ? 0 : row + 1}` }] }]),
    );
    const merged = diff([table(rows)], [table(joined, codes)]).levels[0]!;
    expect(merged.removed).toEqual([codeOf(1)]);
    expect(merged.retired).toEqual([{ pcode: codeOf(1), names: ['Unit 1'], into: [{ pcode: codeOf(0), share: 1 }] }]);

    const square = (west: number, south: number, east: number, north: number): Nested[number] => [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]]; // prettier-ignore
    const split = diff(
      [table([square(0, 0, 4, 4), square(4, 0, 8, 4)])],
      [
        table([square(0, 0, 4, 3), square(0, 3, 4, 4), square(4, 0, 8, 4)], {
          0: { pcode: 'PHA' as Pcode },
          1: { pcode: 'PHB' as Pcode },
          2: { pcode: codeOf(1) as Pcode },
        }),
      ],
    ).levels[0]!;
    expect(split.retired).toEqual([{ pcode: codeOf(0), names: ['Unit 0'], into: [{ pcode: 'PHA', share: 0.75 }, { pcode: 'PHB', share: 0.25 }] }]); // prettier-ignore
  });

  test('a split removes one and adds two; a level that came is all added', () => {
    const rows = grid();
    const halves: Nested = [...rows.slice(1), ...roughGrid(seeded(9), 2, 1, { x: 20 })];
    const codes = Object.fromEntries(
      halves.map((_, row) => [row, { pcode: (row < 11 ? codeOf(row + 1) : `PH9${row}`) as Pcode, names: [{ lang: 'en', name: `Unit ${row + 1}` }] }]),
    );
    const found = diff([table(rows)], [table(halves, codes), table([rows[0]!], {}, 2)]);
    expect(found.levels[0]).toMatchObject({ removed: [codeOf(0)], added: ['PH911', 'PH912'], recoded: [], redrawn: [] });
    expect(found.levels[1]).toMatchObject({ level: 2, added: [codeOf(0)] });
    expect(found.bump).toBe('major');
  });
});
