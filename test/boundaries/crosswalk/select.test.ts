/** Parts of an answer about changes: one level, changed units alone, the counts alone. */
import { describe, expect, test } from 'vitest';
import { changedOnly, countsOnly, ofLevel } from '../../../server/boundaries/crosswalk/select.ts';
import { changesAnswer, type ChangesAnswer } from '../../../server/contract/boundaries/crosswalk.ts';

const unit = (pcode: string) => ({ pcode, name: `Place ${pcode}`, parent: 'SL', areaSqKm: 12.5 });
const version = (tag: string) => ({ version: tag, status: 'superseded' as const, publishedAt: null, validFrom: null, validTo: null });
const noise = { w50M: 0, w95M: 0, units: 0, pieces: 0, areaSqKm: 0, floorM: 50, regenerated: false };
const nobody = { basis: null, shareOfSource: null, shareOfTarget: null, count: null };
const COUNT = 9000;

/** A country of nine thousand units of which every third got another name. */
const answer = {
  dataset: 'cod-ab-sle',
  from: version('v01'),
  to: version('v02'),
  method: 'overlay',
  via: [],
  bump: { proposal: 'major', reasons: [{ code: 'renamed-many', bump: 'major', level: 3, count: COUNT / 3, of: COUNT }] },
  levels: [1, 3].map((level) => ({
    level,
    units: { before: COUNT, after: COUNT },
    counts: { unchanged: (2 * COUNT) / 3, renamed: COUNT / 3 },
    noise,
    scheme: { rules: [{ from: 'SLa', to: 'SL0a', units: 8000 }], units: 8000, exceptions: Array.from({ length: 900 }, (_, i) => ({ before: `SL${i}`, after: `SX${i}` })) },
    overlapSqKm: { before: 0, after: 0 },
    areaError: null,
    people: {
      dataset: 'cod-ps-sle', version: 'v01', year: 2020, before: 100, placed: 90, unknown: 0,
      remainders: [{ pcode: 'SL1', name: 'Place SL1', people: 10, why: 'too-few' }],
    },
    relations: Array.from({ length: COUNT }, (_, i) => ({
      cluster: i, relation: i % 3 === 0 ? 'renamed' : 'unchanged', goesOn: true, source: unit(`SL${i}`), target: unit(`SL${i}`), sharedAreaSqKm: 12.5,
      shareOfSource: 1, shareOfTarget: 1, evidence: ['coordinates', 'code'], certainty: 'exact', people: nobody,
    })),
  })),
} as unknown as ChangesAnswer; // prettier-ignore

describe('what is asked for of the changes', () => {
  test('the counts alone are small whatever the country, and an answer of the same kind', () => {
    const counts = changesAnswer.parse(countsOnly(answer));
    expect(JSON.stringify(counts).length).toBeLessThan(3000);
    expect(JSON.stringify(answer).length).toBeGreaterThan(1_000_000);
    expect(counts.bump).toEqual(answer.bump);
    expect(counts.levels.map(({ level, counts: own, units, relations }) => [level, own, units, relations.length])).toEqual(
      answer.levels.map(({ level, counts: own, units }) => [level, own, units, 0]),
    );
    expect(counts.levels[0]!.people).toMatchObject({ before: 100, placed: 90, remainders: [] });
    expect(counts.levels[0]!.scheme).toMatchObject({ units: 8000, exceptions: [] });
    // What was asked of is left as it was.
    expect(answer.levels[0]!.relations).toHaveLength(COUNT);
    expect(answer.levels[0]!.scheme!.exceptions).toHaveLength(900);
  });

  test('one level with its changed units', () => {
    const { levels } = changedOnly(ofLevel(answer, 3 as never));
    expect(levels.map(({ level, relations }) => [level, relations.length])).toEqual([[3, COUNT / 3]]);
    expect(() => ofLevel(answer, 2 as never)).toThrow(expect.objectContaining({ code: 'changes.no-level' }));
  });
});
