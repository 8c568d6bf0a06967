import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../server/boundaries/change/compare.ts';
import { chainChanges, followUnits } from '../../../server/boundaries/crosswalk/chain.ts';
import { traceLineage } from '../../../server/boundaries/crosswalk/history.ts';
import { datedVersions, inOrder } from '../../../server/boundaries/crosswalk/times.ts';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { LevelChanges, VersionChanges } from '../../../server/contract/boundaries/changes.ts';
import type { VersionTag } from '../../../server/contract/ids.ts';
import { boxTable } from '../../helpers/boundaries/boxes.ts';

const tag = (number: number) => `v0${number}` as VersionTag;
const step = (tables: FeatureTable[], from: number, to: number) => compareVersions([tables[from - 1]!], [tables[to - 1]!], { from: tag(from), to: tag(to) });
const level = ({ levels }: VersionChanges): LevelChanges => levels[0]!;
const pairs = (changes: VersionChanges) =>
  level(changes)
    .relations.map(({ source, target, shareOfSource, relation }) => `${source?.pcode ?? ''}>${target?.pcode ?? ''} ${relation} ${shareOfSource?.toFixed(2)}`)
    .toSorted();

/** A is split in two, then its east merges with B; C is given a new code, then a new name. The second version is drawn 9 m beside. */
const VERSIONS = [
  boxTable(1, [['A', null, 0, 0, 4, 2], ['B', null, 4, 0, 6, 2], ['C1', null, 0, 2, 6, 4, 'Cove']]),
  boxTable(1, [['AW', null, 0, 0, 1, 2], ['AE', null, 1, 0, 4, 2], ['B', null, 4, 0, 6, 2], ['C2', null, 0, 2, 6, 4, 'Cove']], 0.00008),
  boxTable(1, [['AW', null, 0, 0, 1, 2], ['D', null, 1, 0, 6, 2], ['C2', null, 0, 2, 6, 4, 'Cove Bay']]),
]; // prettier-ignore

describe('tables over several versions', () => {
  const steps = [step(VERSIONS, 1, 2), step(VERSIONS, 2, 3)];
  const chained = chainChanges(steps);
  const direct = step(VERSIONS, 1, 3);

  test('a chain over three versions equals the direct overlay within the noise', () => {
    const shares = (changes: VersionChanges, share: 'shareOfSource' | 'shareOfTarget') =>
      new Map(level(changes).relations.map((one) => [`${one.source?.pcode}>${one.target?.pcode}`, one[share]!]));
    for (const share of ['shareOfSource', 'shareOfTarget'] as const) {
      expect([...shares(chained, share).keys()].toSorted()).toEqual([...shares(direct, share).keys()].toSorted());
      for (const [pair, value] of shares(direct, share)) expect(Math.abs(shares(chained, share).get(pair)! - value), `${share} of ${pair}`).toBeLessThan(0.002);
    }
    expect([chained.from, chained.to, level(chained).units]).toEqual(['v01', 'v03', { before: 3, after: 3 }]);
  });

  test('relations, certainty and counts come from all steps', () => {
    expect(pairs(chained)).toEqual(['A>AW redistricted 0.25', 'A>D redistricted 0.75', 'B>D redistricted 1.00', 'C1>C2 recoded 1.00']);
    const found = Object.fromEntries(level(chained).relations.map((one) => [`${one.source!.pcode}>${one.target!.pcode}`, one]));
    expect([found['A>AW']!.certainty, found['C1>C2']!.also]).toEqual(['estimated', ['renamed']]);
    expect(level(chained).counts).toEqual({ redistricted: 1, recoded: 1 });
  });

  test('shares of one unit add to 1, products below 1 % are dropped', () => {
    const thin: VersionChanges[] = [
      { ...steps[0]!, levels: [{ ...level(steps[0]!), relations: [relation('A', 'B', 0.9), relation('A', 'C', 0.1)] }] },
      { ...steps[1]!, levels: [{ ...level(steps[1]!), relations: [relation('B', 'B', 1), relation('C', 'C', 0.95, 0.95), relation('C', 'D', 0.05, 0.005)] }] },
    ];
    const made = level(chainChanges(thin)).relations.filter(({ source }) => source?.pcode === 'A');
    expect(made.map(({ target }) => target!.pcode)).toEqual(['B', 'C']);
    expect(made.reduce((sum, one) => sum + one.shareOfSource!, 0)).toBeCloseTo(1, 5);
  });

  test('a unit is followed through new codes and names', () => {
    expect([...followUnits(steps, 1)]).toEqual([['C1', 'C2']]);
  });
});

function relation(source: string, target: string, shareOfSource: number, shareOfTarget = 1): LevelChanges['relations'][number] {
  const unit = (pcode: string) => ({ pcode, name: pcode, parent: null, areaSqKm: 100 });
  const certainty = shareOfSource < 0.98 ? 'estimated' : 'exact';
  return { cluster: 1, relation: 'split', goesOn: source === target, source: unit(source), target: unit(target), sharedAreaSqKm: 1, shareOfSource, shareOfTarget, evidence: ['ground'], certainty }; // prettier-ignore
}

describe('a de-merger', () => {
  const tables = [
    boxTable(1, [['A', null, 0, 0, 2, 2], ['B', null, 2, 0, 4, 2]]),
    boxTable(1, [['AB', null, 0, 0, 4, 2]]),
    boxTable(1, [['A', null, 0, 0, 2, 2], ['B', null, 2, 0, 4, 2]]),
  ]; // prettier-ignore

  test('the first version is found again in the third, whatever lay between', () => {
    expect(pairs(step(tables, 1, 3))).toEqual(['A>A unchanged 1.00', 'B>B unchanged 1.00']);
    expect([...followUnits([step(tables, 1, 2), step(tables, 2, 3)], 1)]).toEqual([]);
  });

  test('the history of a unit leads over the union, and back from any of its versions', () => {
    const steps = [step(tables, 1, 2), step(tables, 2, 3)];
    const unit = { pcode: 'A', name: 'A', parent: null, areaSqKm: 100 };
    const { units, edges } = traceLineage(steps, 1, { version: tag(1), unit });
    expect([...units].map(([version, own]) => [version, own.map(({ pcode }) => pcode)])).toEqual([['v01', ['A']], ['v02', ['AB']], ['v03', ['A', 'B']]]); // prettier-ignore
    expect(edges.map(({ from, relation, source, target }) => `${from} ${source!.pcode} ${relation} ${target!.pcode}`)).toEqual([
      'v01 A merged AB', 'v02 AB split A', 'v02 AB split B',
    ]); // prettier-ignore
    const back = traceLineage(steps, 1, { version: tag(3), unit });
    expect(new Map([...back.units].map(([version, own]) => [version as string, own.map(({ pcode }) => pcode)]))).toEqual(new Map([['v03', ['A']], ['v02', ['AB']], ['v01', ['A', 'B']]])); // prettier-ignore
  });
});

describe('when versions are valid', () => {
  const version = (number: number, validOn: string | null, status: 'current' | 'superseded' | 'withdrawn' = 'superseded') => ({ version: tag(number), status, publishedAt: null, validOn }); // prettier-ignore

  test('each until the next one begins, that day not included; a partial date is its first day', () => {
    const dated = datedVersions([version(3, '2021', 'current'), version(1, '2010-05-02'), version(2, '2015-10')]);
    expect(dated.map(({ version: own, validFrom, validTo }) => [own, validFrom, validTo])).toEqual([
      ['v01', '2010-05-02', '2015-10'], ['v02', '2015-10', '2021'], ['v03', '2021', null],
    ]); // prettier-ignore
  });

  test('a withdrawn version is there, and ends none before it', () => {
    const dated = datedVersions([version(1, '2010'), version(2, '2015', 'withdrawn'), version(3, '2021', 'current')]);
    expect(dated.map(({ status, validTo }) => [status, validTo])).toEqual([['superseded', '2021'], ['withdrawn', '2021'], ['current', null]]); // prettier-ignore
  });

  test('without dates they follow by number, minor versions after their major one', () => {
    const tags = ['v10', 'v02.01', 'v02', 'v02.10', 'v02.09'].map((own) => ({ ...version(1, null), version: own as VersionTag }));
    expect(inOrder(tags).map((own) => own.version)).toEqual(['v02', 'v02.01', 'v02.09', 'v02.10', 'v10']);
  });
});
