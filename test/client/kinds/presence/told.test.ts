/** What the page makes of what the server tells of a sensitive dataset: a withheld number is never zero. */
import { describe, expect, test } from 'vitest';
import type { UnitAnswer } from '../../../../server/contract/datasets/api.ts';
import type { MatrixAnswer } from '../../../../server/contract/presence/api.ts';
import type { ToldCount } from '../../../../server/contract/presence/told.ts';
import { DEFAULT_DEFINITION } from '../../../../server/contract/presence/presence.ts';
import { matrixOfAnswer } from '../../../../client/kinds/presence/count.ts';
import { factsOfOverview } from '../../../../client/kinds/presence/facts.ts';
import { createTally } from '../../../../client/kinds/presence/tally.ts';
import { numbersIn } from '../../../../client/kinds/presence/measure/classes.ts';
import { CLASSING } from '../../../../client/map/classing.ts';

describe('a sensitive dataset', () => {
  const unit = (pcode: string, parentPcode: string | null) => ({ pcode, parentPcode }) as UnitAnswer;
  const byCode = (...units: UnitAnswer[]) => new Map(units.map((each) => [each.pcode, each]));
  const count = {
    level: 2,
    definition: DEFAULT_DEFINITION,
    byPcode: {
      A1: { count: 7, organisations: 7, sectors: null, records: null, people: null },
      A2: { count: null, organisations: null, sectors: null, records: null, people: null, reason: 'withheld' },
      B1: { count: null, organisations: null, sectors: null, records: null, people: null, reason: 'withheld' },
    },
    possible: {},
    reported: ['A1', 'A2', 'A3'],
    knownOnlyAbove: { A: null },
    notPlaced: {},
    inDoubt: {},
    totals: {
      count: 8,
      organisations: 8,
      sectors: null,
      records: null,
      people: null,
      units: 3,
      knownOnlyAbove: null,
      notPlaced: null,
      inDoubt: null,
      possible: null,
      withoutPlace: null,
      undated: null,
    },
  } satisfies ToldCount;
  const tally = createTally({
    columns: null,
    given: count,
    definition: { ...DEFAULT_DEFINITION, from: '2025-05-01', to: '2025-05-31' },
    paint: 'count',
    classing: CLASSING,
    level: 2,
    units: byCode(unit('A1', 'A'), unit('A2', 'A'), unit('A3', 'A'), unit('B1', 'B')),
    ancestors: [byCode(unit('X', null)), byCode(unit('A', 'X'), unit('B', 'X'))],
    people: new Map(),
    dark: false,
  });
  test('a number that is not given has a look of its own, and nothing beside it', () => {
    expect([...tally.looks]).toEqual([
      ['A1', 7],
      ['A2', 'withheld'],
      ['A3', 'above'],
      ['B1', 'withheld'],
    ]);
    expect(tally.empty).toEqual({ zero: 0, 'not-reported': 0, above: 1, possible: 0, 'not-placed': 0, 'no-data': 0, withheld: 2 });
    expect(tally.painting.looks).toContain('withheld');
    expect(tally.rows().map(({ organisations, clusters, records }) => [organisations, clusters, records])).toEqual([
      [7, null, null],
      [null, null, null],
      [0, null, null],
      [null, null, null],
    ]);
  });
  test('classes come from what is told of all clusters, never from a withheld number', () => {
    expect(tally.painting.breaks).toEqual([1, Infinity]);
    expect(tally.legend.rows.map(({ count }) => count)).toEqual([1]);
  });
  test('no organisations, no change against a period that was not asked, and no matrix before the server tells one', () => {
    expect([tally.organisations(null), tally.matrix(), tally.clusters(), tally.rows()[0]!.change]).toEqual([[], null, null, null]);
  });
  test('of the matrix that the server tells, a withheld number is none, and never nought', () => {
    const answer = {
      heads: [
        { code: 'HEA', parent: null },
        { code: 'PRO', parent: null },
        { code: 'PRO-GBV', parent: 'PRO' },
      ],
      units: [
        { pcode: 'A1', name: 'A1' },
        { pcode: 'A2', name: 'A2' },
      ],
      counts: [
        [7, null, null],
        [0, 5, 4],
      ],
      sectorTotals: [7, null, 4],
    } as unknown as MatrixAnswer;
    const all = matrixOfAnswer(answer, [], true);
    expect([all.clusters, all.parents]).toEqual([
      ['HEA', 'PRO', 'PRO-GBV'],
      [null, null, 'PRO'],
    ]);
    expect([...all.cells].map(([pcode, row]) => [pcode, ...row])).toEqual([
      ['A1', 7, Number.NaN, Number.NaN],
      ['A2', 0, 5, 4],
    ]);
    expect(all.totals.map(({ count, units }) => [count, units])).toEqual([
      [7, 1],
      [Number.NaN, 2],
      [4, 2],
    ]);
    expect(matrixOfAnswer(answer, ['PRO']).clusters).toEqual(['PRO']);
    expect(matrixOfAnswer(answer, ['PRO'], true).clusters).toEqual(['PRO', 'PRO-GBV']);
    expect(numbersIn(matrixOfAnswer(answer, []))).toEqual([7, 5]);
  });
  test('the filters offer what the dataset says of itself', () => {
    const facts = factsOfOverview({
      statuses: [
        { status: 'planned', records: 0 },
        { status: 'ongoing', records: 4 },
      ],
      sectors: [{ code: 'HEA', parent: null, records: 4, organisations: 0 }],
      orgTypes: [{ code: '437', organisations: 0 }],
      period: { start: '2025-04-03', end: '2025-06-01' },
      hasPeople: false,
      roles: ['implementing', 'funding'],
    } as never);
    expect(facts).toEqual({
      months: ['2025-04', '2025-05', '2025-06'],
      statuses: ['planned', 'ongoing'],
      used: new Set(['ongoing']),
      orgTypes: ['437'],
      sectors: [{ code: 'HEA', parent: null }],
      hasPeople: false,
      roles: new Set(['implementing', 'funding']),
      period: { start: '2025-04-03', end: '2025-06-01' },
    });
  });
});
