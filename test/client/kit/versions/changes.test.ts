/** What became of units, as lists and as a lineage. */
import { describe, expect, test } from 'vitest';
import { baseOf, countOf, firstChanged, groupsOf, lineageOf, populationOf, shareText, unitsOfChange } from '../../../../client/kit/versions/changes/view.ts';

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
    const first = (...changed: number[]) =>
      firstChanged({ levels: changed.map((renamed, level) => ({ level, counts: { unchanged: 9, ...(renamed > 0 ? { renamed } : {}) } })) as never });
    expect([first(1, 1, 1), first(1, 0, 2), first(1, 0), first(0)]).toEqual([1, 2, 0, 0]);
    expect(firstChanged({ levels: [] })).toBeNull();
  });
});

test('before the rows of a level are there its counts tell how much there is to look at', () => {
  expect([countOf({ counts: { unchanged: 40, split: 2, renamed: 3 } }), countOf({ counts: { unchanged: 40 } })]).toEqual([5, 0]);
});

describe('units of a change, in both drawings', () => {
  const unit = (pcode: string) => ({ pcode, name: pcode, parent: null, areaSqKm: 1 });
  const row = (cluster: number, source: string | null, target: string | null) => ({ cluster, source: source === null ? null : unit(source), target: target === null ? null : unit(target) }); // prettier-ignore
  const split = [row(1, 'A', 'A1'), row(1, 'A', 'A2')];
  const others = [row(1, 'Z', 'Y'), row(2, 'A', 'Q')];

  test('a split with all of its heirs, a merger with all that went into it, in the level of each version', () => {
    expect(unitsOfChange({ level: 2, toLevel: 3, relations: [...split, ...others] }, split[1]!)).toEqual({
      before: { level: 2, pcodes: ['A'] },
      after: { level: 3, pcodes: ['A2', 'A1'] },
    });
    const merged = [row(4, 'B', 'M'), row(4, 'C', 'M')];
    expect(unitsOfChange({ level: 2, relations: merged }, merged[0]!)).toMatchObject({ before: { pcodes: ['B', 'C'] }, after: { level: 2, pcodes: ['M'] } });
  });

  test('what came or went is in one drawing; units without a code cannot be marked, and nothing marks thousands', () => {
    expect(unitsOfChange({ level: 1, relations: [] }, row(1, null, 'N'))).toMatchObject({ before: { pcodes: [] }, after: { pcodes: ['N'] } });
    expect(unitsOfChange({ level: 1, relations: [] }, row(1, 'G', null))).toMatchObject({ before: { pcodes: ['G'] }, after: { pcodes: [] } });
    expect(unitsOfChange({ level: 1, relations: [row(1, '', 'N')] }, row(1, null, 'N')).before.pcodes).toEqual([]);
    const many = Array.from({ length: 500 }, (_, i) => row(1, 'A', `A${i}`));
    expect(unitsOfChange({ level: 1, relations: many }, many[499]!).after.pcodes).toHaveLength(100);
    expect(unitsOfChange({ level: 1, relations: many }, many[499]!).after.pcodes[0]).toBe('A499');
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
