import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../server/boundaries/change/compare.ts';
import { apportion, roundShares } from '../../../server/contract/boundaries/apportion.ts';
import { measureAreaError, readCensus, sidesOf, type Census, type CensusLevel } from '../../../server/boundaries/crosswalk/census.ts';
import { weighPeople } from '../../../server/boundaries/crosswalk/people.ts';
import type { ChangedUnit, LevelChanges, UnitRelation, VersionChanges } from '../../../server/contract/boundaries/changes.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import type { PopulationLevelValues } from '../../../server/contract/population/population.ts';
import { seeded } from '../../geometry/shapes.ts';
import { boxTable } from '../../helpers/boundaries/boxes.ts';

const [V1, V2] = ['v01', 'v02'] as VersionTag[];
const PS = { dataset: 'cod-ps-exl' as DatasetId, version: 'v01' as VersionTag };
const census = (level: number, people: Record<string, number>, side: CensusLevel['side'] = 'before', year = 2023): CensusLevel => ({
  level: level as AdminLevel, year, side, people: new Map(Object.entries(people)),
}); // prettier-ignore
const counted = (...levels: CensusLevel[]): Census => ({ ...PS, levels });

/** District X is split along its west third; below it lie three communes, of which the last is cut in two. */
const OLD = [
  boxTable(1, [['X', null, 0, 0, 6, 2], ['Y', null, 6, 0, 8, 2]]),
  boxTable(2, [['X1', 'X', 0, 0, 2, 2], ['X2', 'X', 2, 0, 4, 2], ['X3', 'X', 4, 0, 6, 2], ['Y1', 'Y', 6, 0, 8, 2]]),
]; // prettier-ignore
const NEW = [
  boxTable(1, [['XA', null, 0, 0, 2, 2], ['XB', null, 2, 0, 6, 2], ['Y', null, 6, 0, 8, 2]]),
  boxTable(2, [['X1', 'XA', 0, 0, 2, 2], ['X2', 'XB', 2, 0, 4, 2], ['X3', 'XB', 4, 0, 6, 2], ['Y1', 'Y', 6, 0, 8, 2]]),
]; // prettier-ignore
const CHANGES = compareVersions(OLD, NEW, { from: V1!, to: V2! });
const DEEP = { X1: 900, X2: 60, X3: 40, Y1: 15 };

const rowOf = (levels: ReturnType<typeof weighPeople>, level: number, source: string, target: string | null) =>
  levels.find((own) => own.level === level)!.relations.find((one) => one.source?.pcode === source && (one.target?.pcode ?? null) === target)!.people;

describe('the people of a relation', () => {
  test('a deeper population that lies wholly in the targets is summed exactly', () => {
    const levels = weighPeople(CHANGES, counted(census(1, { X: 1000, Y: 15 }), census(2, DEEP)));
    expect(rowOf(levels, 1, 'X', 'XA')).toEqual({
      basis: 'ps-adm2-2023',
      shareOfSource: { value: 0.9, low: 0.9, high: 0.9 },
      shareOfTarget: { value: 1, low: 1, high: 1 },
      count: { value: 900, low: 900, high: 900 },
    });
    expect(levels[0]!.people).toMatchObject({ before: 1015, placed: 1015, unknown: 0, remainders: [] });
  });

  test('without one, people are put by area: a guess, with the error of the country', () => {
    // The level itself is counted, so that the error can be measured among the children of one parent.
    const withCountry = (tables: typeof OLD) => [boxTable(0, [['EX', null, 0, 0, 8, 2]]), ...tables.map((table) => ({ ...table, units: table.units.map((unit) => ({ ...unit, parentPcode: unit.parentPcode ?? ('EX' as never) })) }))]; // prettier-ignore
    const changes = compareVersions(withCountry(OLD).slice(0, 2), withCountry(NEW).slice(0, 2), { from: V1!, to: V2! });
    const levels = weighPeople(changes, counted(census(1, { X: 1000, Y: 500 })));
    const row = rowOf(levels, 1, 'X', 'XA');
    // X has 3/4 of the ground and 2/3 of the people, Y 1/4 and 1/3: 12.5 % and 25 % wrong.
    expect(levels[1]!.areaError).toBeCloseTo(0.25, 2);
    expect(row.basis).toBe('area');
    expect(row.shareOfSource!.value).toBeCloseTo(1 / 3, 3);
    expect([row.shareOfSource!.low, row.shareOfSource!.high].map((share) => Number(share.toFixed(3)))).toEqual([0.25, 0.417]);
    expect(row.count!.value + rowOf(levels, 1, 'X', 'XB').count!.value).toBe(1000);
  });

  test('without any population the range is between area and equal parts', () => {
    const row = rowOf(weighPeople(CHANGES, null), 1, 'X', 'XB');
    expect([row.basis, row.count]).toEqual(['area', null]);
    expect(row.shareOfSource!.value).toBeCloseTo(2 / 3, 3);
    expect([row.shareOfSource!.low, row.shareOfSource!.high].map((share) => Number(share.toFixed(2)))).toEqual([0.5, 0.67]);
    expect(rowOf(weighPeople(CHANGES, null), 1, 'Y', 'Y').shareOfSource).toEqual({ value: 1, low: 1, high: 1 });
  });

  test('a population of the new version divides the old one, between its own shares, area and equal parts', () => {
    const levels = weighPeople(CHANGES, counted(census(1, { XA: 300, XB: 100, Y: 15 }, 'after'), census(1, { X: 1000, Y: 15 })));
    const row = rowOf(levels, 1, 'X', 'XA');
    expect(row.basis).toBe('ps-adm1-2023');
    expect([row.shareOfSource!.value, row.shareOfSource!.high, row.count!.value]).toEqual([0.75, 0.75, 750]);
    expect(row.shareOfSource!.low).toBeCloseTo(1 / 3, 3);
  });

  test('of a unit on the cut only its own share is in doubt', () => {
    const cut = [
      boxTable(1, [['XA', null, 0, 0, 3, 2], ['XB', null, 3, 0, 6, 2], ['Y', null, 6, 0, 8, 2]]),
      boxTable(2, [['X1', 'XA', 0, 0, 2, 2], ['X2A', 'XA', 2, 0, 3, 2], ['X2B', 'XB', 3, 0, 4, 2], ['X3', 'XB', 4, 0, 6, 2], ['Y1', 'Y', 6, 0, 8, 2]]),
    ]; // prettier-ignore
    const levels = weighPeople(compareVersions(OLD, cut, { from: V1!, to: V2! }), counted(census(2, DEEP)));
    const { value, low, high } = rowOf(levels, 1, 'X', 'XA').count!;
    expect([value, low, high]).toEqual([930, 900, 960]);
  });

  test('fewer than twenty are never divided: they stay, and are said', () => {
    const few = weighPeople(CHANGES, counted(census(1, { X: 19, Y: 15 })));
    expect([rowOf(few, 1, 'X', 'XA').count, rowOf(few, 1, 'X', 'XB').count, rowOf(few, 1, 'Y', 'Y').count?.value]).toEqual([null, null, 15]);
    expect(few[0]!.people).toMatchObject({ before: 34, placed: 15, remainders: [{ pcode: 'X', people: 19, why: 'too-few' }] });
    const enough = weighPeople(CHANGES, counted(census(1, { X: 20, Y: 15 })));
    expect(enough[0]!.people).toMatchObject({ before: 35, placed: 35, remainders: [] });
  });

  test('what the new version leaves uncovered keeps its people as a remainder', () => {
    const less = [boxTable(1, [['X', null, 0, 0, 3, 2], ['Y', null, 6, 0, 8, 2]])]; // prettier-ignore
    const levels = weighPeople(compareVersions([OLD[0]!], less, { from: V1!, to: V2! }), counted(census(1, { X: 1000, Y: 15 })));
    expect(levels[0]!.people).toMatchObject({ before: 1015, placed: 515, remainders: [{ pcode: 'X', people: 500, why: 'no-ground' }] });
  });
});

test('a population is read by the version that it names, else by the codes that explain it; one of neither is left out', () => {
  const { before, after } = sidesOf(CHANGES);
  const level = (codes: string[], version: string | null): PopulationLevelValues => ({
    level: 1, year: 2023, source: 'x', boundaries: version === null ? null : { dataset: 'cod-ab-exl' as DatasetId, version: version as VersionTag },
    groups: [{ key: 'F_TL', sex: 'f', ageFrom: null, ageTo: null, other: null, heading: 'F_TL' }, { key: 'T_TL', sex: 't', ageFrom: null, ageTo: null, other: null, heading: 'T_TL' }],
    pcodes: codes, values: [codes.map(() => 1), codes.map((_, i) => 10.4 + i)], total: null,
  }); // prettier-ignore
  const read = (codes: string[], version: string | null) => readCensus(PS.dataset, PS.version, [level(codes, version)], before, after).levels;
  expect(read(['X', 'Y'], 'v01')).toMatchObject([{ side: 'before' }]);
  expect(read(['XA', 'XB', 'Y'], 'v02')).toMatchObject([{ side: 'after' }]);
  expect(read(['XA', 'XB', 'Y'], 'v07')).toMatchObject([{ side: 'after' }]);
  expect(read(['X', 'Q', 'Y'], null)).toEqual([]);
  expect([...read(['X', 'Y'], null)[0]!.people]).toEqual([['X', 10], ['Y', 11]]); // prettier-ignore
  expect(measureAreaError(null, before, after)).toBeNull();
});

describe('properties', () => {
  test('whole numbers add to what is divided, and shares to what they added to', () => {
    const random = seeded(5);
    for (let i = 0; i < 300; i++) {
      const weights = Array.from({ length: 1 + Math.floor(random() * 30) }, () => (random() < 0.2 ? 0 : random()));
      const total = Math.floor(random() * 1e6);
      const parts = apportion(total, weights);
      const sum = weights.reduce((all, weight) => all + weight, 0);
      if (sum === 0) expect(parts).toBeNull();
      else {
        expect(parts!.reduce((all, part) => all + part, 0)).toBe(total);
        parts!.forEach((part, at) => expect(Math.abs(part - (total * weights[at]!) / sum)).toBeLessThan(1));
        const shares = roundShares(weights.map((weight) => weight / sum));
        expect(Math.round(1e4 * shares.reduce((all, share) => all + share, 0))).toBe(1e4);
      }
    }
  });

  test('over random changes shares of people add to 1 and no person is lost', () => {
    const random = seeded(11);
    for (let round = 0; round < 40; round++) {
      const { changes, people } = randomChanges(random);
      const [level] = weighPeople(changes, counted(census(1, people)));
      const { before, placed, remainders } = level!.people!;
      expect(before).toBe(Object.values(people).reduce((sum, count) => sum + count, 0));
      expect(placed + remainders.reduce((sum, one) => sum + one.people, 0)).toBe(before);
      for (const rows of Map.groupBy(level!.relations, ({ source }) => source!.pcode).values()) {
        expect(rows.reduce((sum, one) => sum + one.people.shareOfSource!.value, 0)).toBeCloseTo(1, 4);
        for (const { people: own } of rows) {
          expect(own.shareOfSource!.low).toBeLessThanOrEqual(own.shareOfSource!.value);
          expect(own.shareOfSource!.high).toBeGreaterThanOrEqual(own.shareOfSource!.value);
        }
      }
    }
  });
});

/** Units whose ground goes to random others, some of it to nobody. */
function randomChanges(random: () => number): { changes: VersionChanges; people: Record<string, number> } {
  const unit = (pcode: string): ChangedUnit => ({ pcode, name: pcode, parent: null, areaSqKm: 100 });
  const people: Record<string, number> = {};
  const relations = Array.from({ length: 12 }, (_, i) => `S${i}`).flatMap((source): UnitRelation[] => {
    people[source] = Math.floor(random() * (random() < 0.4 ? 25 : 100_000));
    const targets = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, k) => (k === 2 ? null : `T${Math.floor(random() * 6) * 10 + k}`));
    const weights = targets.map(() => 0.05 + random());
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return targets.map((target, k) => ({
      cluster: 1, relation: 'redistricted', goesOn: false, source: unit(source), target: target === null ? null : unit(target),
      sharedAreaSqKm: 1, shareOfSource: weights[k]! / sum, shareOfTarget: target === null ? null : 0.5, evidence: ['ground'], certainty: 'estimated',
    })); // prettier-ignore
  });
  const noise: LevelChanges['noise'] = { w50M: 0, w95M: 0, units: 0, pieces: 0, areaSqKm: 0, floorM: 50, regenerated: false };
  const level: LevelChanges = { level: 1, units: { before: 12, after: 6 }, counts: {}, noise, scheme: null, overlapSqKm: { before: 0, after: 0 }, relations };
  return { changes: { from: V1!, to: V2!, bump: { proposal: 'major', reasons: [] }, levels: [level] }, people };
}
