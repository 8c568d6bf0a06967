/** What became of units, as lists and as a lineage. */
import { describe, expect, test } from 'vitest';
import { baseOf, firstChanged, groupsOf, lineageOf, populationOf, shareText } from '../../../../client/kit/versions/changes/view.ts';

describe('lists by kind of relation', () => {
  const row = (relation: 'renamed' | 'split' | 'created' | 'unchanged', cluster: number) => ({ relation, cluster });

  test('what breaks joins comes first, what changed together stands together, events are counted as such', () => {
    const relations = [row('renamed', 1), row('split', 3), row('split', 2), row('split', 3), row('unchanged', 5), row('created', 4)];
    const groups = groupsOf({ relations, counts: { renamed: 1, split: 2, created: 1, unchanged: 40 } });
    expect(groups.map(({ relation, count, rows }) => [relation, count, rows.map(({ cluster }) => cluster)])).toEqual([
      ['split', 2, [2, 3, 3]],
      ['created', 1, [4]],
      ['renamed', 1, [1]],
      ['unchanged', 1, [5]],
    ]);
  });

  test('the first level opened is the first that has something to say, the country itself last', () => {
    expect(
      firstChanged({
        levels: [
          { level: 0, relations: [{}] },
          { level: 1, relations: [{}] },
          { level: 2, relations: [{}] },
        ],
      } as never),
    ).toBe(1);
    expect(
      firstChanged({
        levels: [
          { level: 0, relations: [{}] },
          { level: 1, relations: [] },
        ],
      } as never),
    ).toBe(0);
    expect(firstChanged({ levels: [{ level: 0, relations: [] }] } as never)).toBe(0);
    expect(firstChanged({ levels: [] })).toBeNull();
  });
});

describe('shares', () => {
  test('nearly all is never said as all, next to nothing never as nothing', () => {
    expect([1, 0.9999, 0.99996, 0.994, 0.6183, 0.004, 0.00001, 0].map((share) => shareText(share, 'en'))).toEqual([
      '100%',
      '99.99%',
      '99.99%',
      '99.4%',
      '62%',
      '0.4%',
      '0.01%',
      '0%',
    ]);
  });

  test('by what people are divided', () => {
    expect(populationOf('area')).toBeNull();
    expect(populationOf('ps-adm3-2022')).toEqual({ level: 3, year: '2022' });
    expect(populationOf('ps-adm2')).toEqual({ level: 2, year: null });
  });
});

test('a version is compared with the one it was read against, else with the published one before it', () => {
  const told = (version: string, createdAt: string, publishedAt: string | null = createdAt) => ({ version, createdAt, publishedAt });
  const versions = [told('v03', '2026-03'), told('v02', '2026-02', null), told('v01', '2026-01')];
  expect(baseOf('v03', 'v02', versions)).toBe('v02');
  expect(baseOf('v03', 'v00', versions)).toBe('v01');
  expect(baseOf('v03', null, versions)).toBe('v01');
  expect(baseOf('v01', null, versions)).toBeNull();
});

test('a lineage is told from now on back: each unit with where its ground came from, and what became nothing', () => {
  const unit = (pcode: string) => ({ pcode, name: pcode, parent: null, areaSqKm: 1 });
  const step = (version: string, pcodes: string[] | null) => ({ version, units: pcodes?.map((pcode) => ({ ...unit(pcode), same: pcode === 'A' })) ?? null });
  const edge = (source: string | null, target: string | null, to: string) => ({
    from: 'v01',
    to,
    source: source && unit(source),
    target: target && unit(target),
  });
  const steps = [step('v01', ['A', 'B']), step('v02', ['A']), step('v03', null)];
  const edges = [edge('A', 'A', 'v02'), edge('B', 'A', 'v02'), edge('B', null, 'v02'), edge(null, 'A', 'v02')];
  const told = lineageOf({ steps, edges } as never);
  expect(told.map(({ version, units, gone }) => [version, units?.map(({ pcode, cameFrom }) => [pcode, cameFrom.length]) ?? null, gone.length])).toEqual([
    ['v03', null, 0],
    ['v02', [['A', 3]], 1],
    [
      'v01',
      [
        ['A', 0],
        ['B', 0],
      ],
      0,
    ],
  ]);
});
