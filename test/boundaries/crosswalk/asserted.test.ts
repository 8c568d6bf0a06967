/** Versions without a drawing: codes and names speak, shares are not known, and a chain is worth no more than its worst step. */
import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../server/boundaries/change/compare.ts';
import { assertChanges, findAsserted } from '../../../server/boundaries/crosswalk/asserted.ts';
import { chainChanges } from '../../../server/boundaries/crosswalk/chain.ts';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { VersionChanges } from '../../../server/contract/boundaries/changes.ts';
import type { DatasetVersion } from '../../../server/contract/datasets/dataset.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';
import { boxTable } from '../../helpers/boundaries/boxes.ts';

const TAGS = ['v01', 'v02', 'v03'] as VersionTag[];
/** B is renamed, D is recoded, E is gone and F came; then A is split in two, of which the west keeps the code. */
const FIRST = [boxTable(0, [['X', null, 0, 0, 8, 2]]), boxTable(1, [['A', 'X', 0, 0, 4, 2, 'Aro'], ['B', 'X', 4, 0, 6, 2, 'Bo'], ['D', 'X', 6, 0, 7, 2, 'Dar'], ['E', 'X', 7, 0, 8, 2, 'Ede']])]; // prettier-ignore
const SECOND = [boxTable(0, [['X', null, 0, 0, 8, 2]]), boxTable(1, [['A', 'X', 0, 0, 4, 2, 'Aro'], ['B', 'X', 4, 0, 6, 2, 'Bora'], ['D9', 'X', 6, 0, 7, 2, 'Dar'], ['F', 'X', 7, 0, 8, 2, 'Fes']])]; // prettier-ignore
const THIRD = [boxTable(0, [['X', null, 0, 0, 8, 2]]), boxTable(1, [['A', 'X', 0, 0, 3, 2, 'Aro'], ['A2', 'X', 3, 0, 4, 2, 'Aso'], ['B', 'X', 4, 0, 6, 2, 'Bora'], ['D9', 'X', 6, 0, 7, 2, 'Dar'], ['F', 'X', 7, 0, 8, 2, 'Fes']])]; // prettier-ignore
const unitsOf = (tables: FeatureTable[]) => tables.flatMap(({ units }) => units);
const asserted = (before: FeatureTable[], after: FeatureTable[], from = 0, to = 1) =>
  assertChanges(unitsOf(before), unitsOf(after), { from: TAGS[from]!, to: TAGS[to]! });
const rows = (changes: VersionChanges) =>
  changes.levels
    .find(({ level }) => level === 1)!
    .relations.map(
      ({ source, target, relation, also = [], certainty }) => `${source?.pcode ?? ''}>${target?.pcode ?? ''} ${[relation, ...also].join('+')} ${certainty}`,
    )
    .toSorted();

describe('by codes and names', () => {
  test('each unit has its row, asserted, without a share', async () => {
    const changes = await asserted(FIRST, SECOND);
    expect(rows(changes)).toEqual(['>F created asserted', 'A>A unchanged asserted', 'B>B renamed asserted', 'D>D9 recoded asserted', 'E> abolished asserted']);
    const { relations, units, counts } = changes.levels[1]!;
    expect([units, counts]).toEqual([
      { before: 4, after: 4 },
      { unchanged: 1, renamed: 1, recoded: 1, abolished: 1, created: 1 },
    ]);
    for (const { shareOfSource, shareOfTarget, sharedAreaSqKm, evidence } of relations) {
      expect([shareOfSource, shareOfTarget, sharedAreaSqKm]).toEqual([null, null, null]);
      expect(evidence).not.toContain('ground');
      expect(evidence).not.toContain('coordinates');
    }
    expect(changes.bump.proposal).not.toBe('none');
  });

  test('a name that two units have says nothing', async () => {
    const twice = (code: string) => [boxTable(1, [[code, null, 0, 0, 1, 1, 'Same'], [`${code}2`, null, 1, 0, 2, 1, 'Same']])]; // prettier-ignore
    expect(rows(await asserted(twice('A'), twice('B')))).toEqual([
      '>B created asserted',
      '>B2 created asserted',
      'A2> abolished asserted',
      'A> abolished asserted',
    ]);
  });
});

describe('the way', () => {
  const version = (tag: string) => ({ version: tag }) as DatasetVersion;
  const tables = new Map([FIRST, SECOND, THIRD].map((own, i) => [TAGS[i] as string, own]));
  const findWay = (tags: string[], drawn: string[]) =>
    findAsserted(tags.map(version), {
      hasDrawing: (one) => drawn.includes(one.version),
      findStep: async (from, to) =>
        [from, to].every((one) => drawn.includes(one.version))
          ? compareVersions(tables.get(from.version)!, tables.get(to.version)!, { from: from.version, to: to.version })
          : null,
      assertStep: (from, to) => assertChanges(unitsOf(tables.get(from.version)!), unitsOf(tables.get(to.version)!), { from: from.version, to: to.version }),
    });
  const steps = (way: VersionChanges[]) => way.map(({ from, to }) => `${from}>${to}`);

  test('goes by codes to the nearest drawing and by ground from there, forth and back', async () => {
    const way = await findWay(['v01', 'v02', 'v03'], ['v02', 'v03']);
    expect(steps(way)).toEqual(['v01>v02', 'v02>v03']);
    // The split of the second step is known; that it is so of the first version is asserted.
    expect(rows(chainChanges(way))).toEqual([
      '>F created asserted',
      'A>A split-off asserted',
      'A>A2 split-off asserted',
      'B>B renamed asserted',
      'D>D9 recoded asserted',
      'E> abolished asserted',
    ]);
    expect(steps(await findWay(['v03', 'v02', 'v01'], ['v02', 'v03']))).toEqual(['v03>v02', 'v02>v01']);
  });

  test('is one step where neither has a drawing, or no other has', async () => {
    expect(steps(await findWay(['v01', 'v02', 'v03'], ['v02']))).toEqual(['v01>v03']);
    expect(steps(await findWay(['v01', 'v02', 'v03'], ['v03']))).toEqual(['v01>v03']);
  });
});
