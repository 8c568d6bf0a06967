/** Small maps on pages: as few pages as can be read, all maps of one size, nothing beyond the paper. */
import { describe, expect, test } from 'vitest';
import type { MapSpec } from '../../../server/contract/maps/map.ts';
import { gridOf } from '../../../server/maps/sheet/grid.ts';
import { factsInPanels } from '../../../server/maps/sheet/inPanels.ts';

const A4 = { wide: { width: 608, height: 390 }, upright: { width: 538, height: 480 } };
const LATER = { wide: { width: 785, height: 490 }, upright: { width: 538, height: 730 } };
const headOf = (width: number) => (width < 110 ? 34 : 23);

describe.each(['wide', 'upright'] as const)('A4 %s', (way) => {
  test.each([1, 2, 3, 7, 11, 18, 30, 60])('%i maps', (count) => {
    for (const aspect of [0.55, 1, 1.9]) {
      const [first, later] = [A4[way], LATER[way]];
      const { cell, head, gap, columns, laterColumns, pages } = gridOf({ count, first, later, headOf, aspect });
      expect(pages.reduce((sum, own) => sum + own, 0)).toBe(count);
      expect(Math.min(...pages)).toBeGreaterThan(0);
      const height = (rows: number) => rows * cell.height + (rows - 1) * gap;
      const width = (across: number) => across * cell.width + (across - 1) * gap;
      expect(width(columns)).toBeLessThanOrEqual(first.width + 0.01);
      expect(height(Math.ceil(pages[0]! / columns))).toBeLessThanOrEqual(first.height + 0.01);
      for (const own of pages.slice(1)) {
        expect(width(laterColumns)).toBeLessThanOrEqual(later.width + 0.1);
        expect(height(Math.ceil(own / laterColumns))).toBeLessThanOrEqual(later.height + 0.1);
      }
      // Three centimetres, as the square of the same area.
      const map = Math.min(cell.height - head, cell.width / aspect);
      expect(map * Math.sqrt(aspect)).toBeGreaterThanOrEqual(85);
      expect(head).toBe(headOf(cell.width));
    }
  });
  test('a dozen is one page, and the more there are the smaller they get, until there is another page', () => {
    const of = (count: number) => gridOf({ count, first: A4[way], later: LATER[way], headOf, aspect: 1 });
    expect([of(1).pages, of(12).pages, of(60).pages.length]).toEqual([[1], [12], 3]);
    expect(of(2).cell.height).toBeGreaterThan(of(12).cell.height);
  });
});
test('a page that has room for nothing has one map for each page', () => {
  expect(gridOf({ count: 3, first: { width: 60, height: 40 }, later: { width: 60, height: 40 }, headOf, aspect: 1 }).pages).toEqual([1, 1, 1]);
});

const specOf = (split: string, method: string, is = 'count') =>
  ({ data: { kind: 'presence', measure: { is }, split }, classes: { method, breaks: [1, 20, 40, 60], open: 'none' } }) as unknown as MapSpec;
const panels = [4, 5, 6, 7, 8, 9].map((value) => ({ values: new Map<string, number | string>([['A', value], ['B', 'zero']]) })); // prettier-ignore
const factsOf =
  (has = panels) =>
  async (spec: MapSpec) =>
    ({ spec, panels: spec.data.kind === 'presence' && spec.data.split === 'clusters' ? has : null }) as never;
const classes = async (split: string, method: string) => (await factsInPanels(factsOf(), specOf(split, method), { panels: 'clusters' })).spec.classes;

describe('a map asked for by cluster', () => {
  test('has classes made from the numbers of clusters, by the rule that it was saved with', async () => {
    expect(await classes('none', 'equal')).toMatchObject({ method: 'equal', breaks: [4, 6, 8, 9] });
    expect((await classes('none', 'jenks')).method).toBe('quantile');
  });
  test('keeps classes that were set by hand, or that were made for clusters; only their ends move', async () => {
    expect(await classes('none', 'manual')).toMatchObject({ method: 'manual', breaks: [1, 20, 40, 60] });
    expect((await classes('clusters', 'quantile')).breaks).toEqual([1, 20, 40, 60]);
  });
  test('one that was saved by cluster is one map where that is asked for', async () => {
    const { spec } = await factsInPanels(factsOf(), specOf('clusters', 'equal'), { panels: 'none' });
    expect(spec.data).toMatchObject({ split: 'none' });
  });
  test('without clusters, or of a rate, it is refused', async () => {
    const refused = { code: 'sheet.no-panels' };
    await expect(factsInPanels(factsOf([]), specOf('none', 'equal'), { panels: 'clusters' })).rejects.toMatchObject(refused);
    await expect(factsInPanels(factsOf(), specOf('none', 'equal', 'ratio'), { panels: 'clusters' })).rejects.toMatchObject(refused);
    expect((await factsInPanels(factsOf(), specOf('none', 'equal', 'ratio'), { panels: 'none' })).spec.data).toMatchObject({ measure: { is: 'ratio' } });
  });
});
