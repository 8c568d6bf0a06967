import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../server/boundaries/change/compare.ts';
import { readCensus, sidesOf } from '../../../server/boundaries/crosswalk/census.ts';
import { weighPeople } from '../../../server/boundaries/crosswalk/people.ts';
import type { FeatureTable } from '../../../server/contract/admin.ts';
import type { AdminLevel, DatasetId, VersionTag } from '../../../server/contract/ids.ts';
import type { PopulationGroup, PopulationLevelValues } from '../../../server/contract/population/population.ts';
import { carryPopulation } from '../../../server/population/carry/carry.ts';
import { divideRow, findSums, spread } from '../../../server/population/carry/rounding.ts';
import { groupKey } from '../../../server/population/normalize/columns.ts';
import { fileNameOf, writeShownCsv } from '../../../server/population/carry/table.ts';
import { checkPopulation } from '../../../server/population/pipeline.ts';
import { optionsOf } from '../../helpers/population.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';
import { seeded } from '../../geometry/shapes.ts';
import { boxTable, type BoxUnit } from '../../helpers/boundaries/boxes.ts';

const [V1, V2] = ['v01', 'v02'] as VersionTag[];
const group = (sex: 'f' | 'm' | 't', from: number | null = null, to: number | null = null, other: string | null = null): PopulationGroup => ({
  key: other ?? groupKey(sex, from, to), sex, ageFrom: from, ageTo: to, other, heading: other ?? groupKey(sex, from, to),
}); // prettier-ignore
const TOTAL = [group('t')];
/** Women and men in three bands with all sums, a wider band, and people who are a part of them. */
const FULL = [
  ...(['f', 'm', 't'] as const).flatMap((sex) => [group(sex), group(sex, 0, 4), group(sex, 5, 17), group(sex, 18), group(sex, 0, 17)]),
  group('t', null, null, 'IDP'),
];

const populationOf = (level: number, groups: PopulationGroup[], rows: Record<string, (number | null)[]>): PopulationLevelValues => ({
  level: level as AdminLevel, year: 2023, source: 'Census', boundaries: { dataset: 'cod-ab-exl' as DatasetId, version: V1! }, groups,
  pcodes: Object.keys(rows), values: groups.map((_, g) => Object.values(rows).map((row) => row[g]!)), total: null,
}); // prettier-ignore
const totals = (level: number, people: Record<string, number | null>) =>
  populationOf(level, TOTAL, Object.fromEntries(Object.entries(people).map(([code, count]) => [code, [count]])));

function carry(levels: PopulationLevelValues[], old: FeatureTable[], now: FeatureTable[]) {
  const changes = compareVersions(old, now, { from: V1!, to: V2! });
  const { before, after } = sidesOf(changes);
  return carryPopulation(levels, weighPeople(changes, readCensus('cod-ps-exl' as DatasetId, V1!, levels, before, after)));
}
const unitOf = ({ levels }: ReturnType<typeof carry>, level: number, pcode: string, g = 0) => {
  const own = levels.find((each) => each.level === level)!;
  const i = own.pcodes.indexOf(pcode);
  const { methods, low, high, original } = own.carried!;
  return [methods[i], own.values[g]![i], low[g]![i], high[g]![i], original[i]!.join()];
};

const LAND: BoxUnit[] = [['X', null, 0, 0, 6, 2], ['Y', null, 6, 0, 8, 2]]; // prettier-ignore

describe('what becomes of people', () => {
  test('recoded, renamed, merged and absorbed are exact, and keep the codes that they had', () => {
    const old = [boxTable(1, [['A', null, 0, 0, 2, 2], ['B', null, 2, 0, 4, 2], ['C', null, 4, 0, 6, 2, 'Cee']])]; // prettier-ignore
    const now = [boxTable(1, [['AB', null, 0, 0, 4, 2], ['C9', null, 4, 0, 6, 2, 'Cee']])]; // prettier-ignore
    const done = carry([totals(1, { A: 7, B: 30, C: 500 })], old, now);
    expect(unitOf(done, 1, 'AB')).toEqual(['exact', 37, 37, 37, 'A,B']);
    expect(unitOf(done, 1, 'C9')).toEqual(['exact', 500, 500, 500, 'C']);
    expect(done.levels[0]!.carried!.people).toEqual({ group: 'T_TL', before: 537, exact: 537, near: 0, estimated: 0, remainder: 0 });
    expect(done.levels[0]!.carried).toMatchObject({ remainders: [], widest: [], oneWeight: false, names: ['AB', 'Cee'] });
  });

  test('a split is an estimate with its range; from twenty people on', () => {
    const now = [boxTable(1, [['XA', null, 0, 0, 2, 2], ['XB', null, 2, 0, 6, 2], ['Y', null, 6, 0, 8, 2]])]; // prettier-ignore
    const done = carry([totals(1, { X: 1000, Y: 15 })], [boxTable(1, LAND)], now);
    const [how, value, low, high, codes] = unitOf(done, 1, 'XA');
    expect([how, value, codes]).toEqual(['estimated', 333, 'X']);
    expect([low, high]).toEqual([333, 500]);
    expect(unitOf(done, 1, 'Y')).toEqual(['exact', 15, 15, 15, 'Y']);
    expect(done.levels[0]!.carried!.people).toMatchObject({ before: 1015, exact: 15, estimated: 1000, remainder: 0 });
    expect(done.levels[0]!.carried).toMatchObject({ oneWeight: true, basis: [['area'], ['area'], []] });
    expect(done.levels[0]!.carried!.widest.map(({ pcode }) => pcode)).toEqual(['XA', 'XB']);
    const few = carry([totals(1, { X: 19, Y: 15 })], [boxTable(1, LAND)], now);
    expect(few.levels[0]!.pcodes).toEqual(['Y']);
    expect(few.levels[0]!.carried!.remainders).toEqual([{ pcode: 'X', name: 'X', why: 'too-few', values: [19] }]);
    expect(few.levels[0]!.carried!.people).toMatchObject({ before: 34, exact: 15, remainder: 19 });
  });

  test('nearly all of the ground is all of the people, and said to be; ground of no unit keeps its share', () => {
    const now = [boxTable(1, [['X', null, 0, 0, 5.94, 2], ['Y', null, 5.94, 0, 8, 2]])]; // prettier-ignore
    const done = carry([totals(1, { X: 1000, Y: 15 })], [boxTable(1, LAND)], now);
    expect(unitOf(done, 1, 'X')).toEqual(['near', 1000, 1000, 1000, 'X']);
    expect(unitOf(done, 1, 'Y')).toEqual(['exact', 15, 15, 15, 'Y']);
    const less = carry([totals(1, { X: 1000, Y: 15 })], [boxTable(1, LAND)], [boxTable(1, [['X', null, 0, 0, 3, 2], ['Y', null, 6, 0, 8, 2]])]); // prettier-ignore
    expect(less.levels[0]!.carried!.remainders).toEqual([{ pcode: 'X', name: 'X', why: 'no-ground', values: [500] }]);
    expect(less.levels[0]!.carried!.people).toMatchObject({ before: 1015, exact: 15, estimated: 500, remainder: 500 });
  });

  test('the same code is never a reason: a unit that kept it and lost ground is divided', () => {
    const done = carry([totals(1, { X: 1000, Y: 15 })], [boxTable(1, LAND)], [boxTable(1, [['X', null, 0, 0, 3.6, 2], ['XN', null, 3.6, 0, 6, 2], ['Y', null, 6, 0, 8, 2]])]); // prettier-ignore
    expect(unitOf(done, 1, 'X').slice(0, 2)).toEqual(['estimated', 600]);
    expect(unitOf(done, 1, 'XN').slice(0, 2)).toEqual(['estimated', 400]);
  });

  test('of a unit with a part that is not known nothing is said, and nobody is lost', () => {
    const old = [boxTable(1, [['A', null, 0, 0, 2, 2], ['B', null, 2, 0, 4, 2], ['C', null, 4, 0, 6, 2], ['D', null, 6, 0, 8, 2]])]; // prettier-ignore
    const now = [boxTable(1, [['AB', null, 0, 0, 4, 2], ['CD', null, 4, 0, 8, 2]])]; // prettier-ignore
    const done = carry([totals(1, { A: 70, B: null, C: 50, ZZ: 3 })], old, now);
    expect(unitOf(done, 1, 'AB').slice(0, 2)).toEqual(['remainder', null]);
    expect(unitOf(done, 1, 'CD').slice(0, 2)).toEqual(['remainder', null]);
    expect(done.levels[0]!.carried!.remainders.map(({ pcode, why, values }) => [pcode, why, values[0]])).toEqual([
      ['ZZ', 'not-in-boundaries', 3],
      ['A', 'beside-unknown', 70],
      ['C', 'beside-unknown', 50],
    ]);
    expect(done.levels[0]!.carried!.people).toMatchObject({ before: 123, remainder: 123 });
  });

  test('a level that was numbered again is on its new number; one that was dropped is said', () => {
    const cells: BoxUnit[] = [['X1', 'X', 0, 0, 3, 2, 'One'], ['X2', 'X', 3, 0, 6, 2, 'Two'], ['Y1', 'Y', 6, 0, 8, 2, 'Three']]; // prettier-ignore
    const old = [boxTable(1, LAND), boxTable(2, cells)];
    const now = [boxTable(1, [['R', null, 0, 0, 8, 2]]), boxTable(2, LAND.map(([code, , ...box]): BoxUnit => [code, 'R', ...box])), boxTable(3, cells)]; // prettier-ignore
    const done = carry([totals(1, { X: 30, Y: 12 }), totals(2, { X1: 10, X2: 20, Y1: 12 })], old, now);
    expect(done.levels.map(({ level, carried }) => [level, carried!.fromLevel])).toEqual([[2, 1], [3, 2]]); // prettier-ignore
    expect(unitOf(done, 3, 'X2')).toEqual(['exact', 20, 20, 20, 'X2']);
    expect(carry([totals(1, { X: 30, Y: 12 }), totals(2, { X1: 10, X2: 20, Y1: 12 })], old, [boxTable(1, LAND)]).missing).toEqual([2]);
  });
});

describe('levels that agree', () => {
  /** X is cut across its second commune; both parts of it lie in X still, and its third went to Y. */
  const old = [
    boxTable(0, [['EX', null, 0, 0, 8, 2]]),
    boxTable(1, LAND.map(([code, , ...box]): BoxUnit => [code, 'EX', ...box])), // prettier-ignore
    boxTable(2, [['X1', 'X', 0, 0, 2, 2], ['X2', 'X', 2, 0, 4, 2], ['X3', 'X', 4, 0, 6, 2], ['Y1', 'Y', 6, 0, 8, 2]]), // prettier-ignore
  ];
  const now = [
    boxTable(0, [['EX', null, 0, 0, 8, 2]]),
    boxTable(1, [['X', 'EX', 0, 0, 4, 2], ['Y', 'EX', 4, 0, 8, 2]]), // prettier-ignore
    boxTable(2, [['X1', 'X', 0, 0, 2, 2], ['X2A', 'X', 2, 0, 3, 2], ['X2B', 'X', 3, 0, 4, 2], ['X3', 'Y', 4, 0, 6, 2], ['Y1', 'Y', 6, 0, 8, 2]]), // prettier-ignore
  ];

  test('are summed from below: what is in doubt there is exact above', () => {
    const done = carry([totals(0, { EX: 1015 }), totals(1, { X: 1000, Y: 15 }), totals(2, { X1: 900, X2: 60, X3: 40, Y1: 15 })], old, now);
    expect(unitOf(done, 2, 'X2A').slice(0, 2)).toEqual(['estimated', 30]);
    expect(unitOf(done, 1, 'X')).toEqual(['exact', 960, 960, 960, 'X']);
    expect(unitOf(done, 1, 'Y')).toEqual(['exact', 55, 55, 55, 'X,Y']);
    expect(unitOf(done, 0, 'EX')).toEqual(['exact', 1015, 1015, 1015, 'EX']);
  });

  test('read again as files, nothing that added up before is at fault: sexes, ages, levels', async () => {
    const random = seeded(6);
    const rows = Object.fromEntries(['X1', 'X2', 'X3', 'Y1'].map((code) => [code, fullRow(random, 900)]));
    const sum = (codes: string[]) => FULL.map((_, g) => codes.reduce((all, code) => all + rows[code]![g]!, 0));
    const { levels } = carry([populationOf(1, FULL, { X: sum(['X1', 'X2', 'X3']), Y: rows['Y1']! }), populationOf(2, FULL, rows)], old, now);
    const about = { dataset: 'cod-ab-exl' as DatasetId, from: V1!, to: V2!, method: 'overlay' as const, via: [], estimate: true, levelsMissing: [] };
    const files = levels.map((level) => {
      const answer = { dataset: 'cod-ps-exl' as DatasetId, version: V1!, levels: [level], carried: about };
      return uploadOf(`${fileNameOf(answer)}.csv`, Buffer.from(writeShownCsv(answer)).toString());
    });
    expect(files.map(({ name }) => name)).toEqual(['exl_admpop_adm1_2023_on_v02.csv', 'exl_admpop_adm2_2023_on_v02.csv']);
    const { report } = await checkPopulation(files, optionsOf('EXL', now.map(({ level, units }) => ({ level, units })))); // prettier-ignore
    const judged = report.results.filter(({ check }) => ['Q9', 'Q10', 'Q11'].includes(check)).map(({ check, status, findings }) => [check, status, findings]);
    expect(judged).toEqual(['Q9', 'Q10', 'Q11'].map((check) => [check, 'passed', []]));
  });

  test('people too few to be divided below are in the unit that holds all heirs', () => {
    const done = carry([totals(1, { X: 959, Y: 15 }), totals(2, { X1: 900, X2: 19, X3: 40, Y1: 15 })], old, now);
    expect(done.levels[1]!.carried!.remainders).toMatchObject([{ pcode: 'X2', why: 'too-few', values: [19] }]);
    expect(unitOf(done, 1, 'X')).toEqual(['exact', 919, 919, 919, 'X']);
    expect(done.levels[0]!.carried!.remainders).toEqual([]);
  });

  test('levels that do not add up are carried each by itself, by the shares of the units below', () => {
    const done = carry([totals(1, { X: 2000, Y: 15 }), totals(2, { X1: 900, X2: 60, X3: 40, Y1: 15 })], old, now);
    expect(unitOf(done, 1, 'X').slice(0, 2)).toEqual(['estimated', 1920]);
    expect(unitOf(done, 1, 'Y').slice(0, 2)).toEqual(['estimated', 95]);
    expect(done.levels[0]!.carried!.basis).toEqual([['ps-adm2-2023'], ['ps-adm2-2023']]);
  });
});

/** A row in which everything adds up. */
function fullRow(random: () => number, most: number): number[] {
  const cells = [0, 1].map(() => [0, 1, 2].map(() => Math.floor(random() * most)));
  const sum = (list: number[]) => list.reduce((all, value) => all + value, 0);
  const both = [0, 1, 2].map((band) => cells[0]![band]! + cells[1]![band]!);
  const rows = [...cells, both].flatMap((bands) => [sum(bands), ...bands, bands[0]! + bands[1]!]);
  return [...rows, Math.floor(random() * 40)];
}

describe('whole persons', () => {
  test('rows and totals are both kept', () => {
    const random = seeded(3);
    for (let i = 0; i < 300; i++) {
      const rows = Array.from({ length: 1 + Math.floor(random() * 20) }, () => Math.floor(random() * 90));
      const sum = rows.reduce((all, row) => all + row, 0);
      const cuts = Array.from({ length: Math.floor(random() * 5) }, () => Math.floor(random() * (sum + 1))).toSorted((a, b) => a - b);
      const sizes = [...cuts, sum].map((cut, k) => cut - (cuts[k - 1] ?? 0));
      const cells = spread(rows, sizes);
      cells.forEach((cell, at) => expect(cell.reduce((all, value) => all + value, 0)).toBe(rows[at]));
      sizes.forEach((size, k) => expect(cells.reduce((all, cell) => all + cell[k]!, 0)).toBe(size));
      expect(cells.flat().every((value) => value >= 0)).toBe(true);
    }
  });

  test('women and men are both sexes, ages are all ages, and each group keeps its sum', () => {
    const random = seeded(4);
    const sums = findSums(FULL);
    for (let i = 0; i < 200; i++) {
      const row = fullRow(random, i % 2 ? 30 : 30_000);
      const weights = Array.from({ length: 2 + Math.floor(random() * 4) }, () => random() + 0.01);
      const parts = divideRow(row, weights, FULL, sums);
      row.forEach((value, g) => expect(parts.reduce((all, part) => all + part[g]!, 0)).toBe(value));
      for (const part of parts) expectSums(part);
    }
  });

  test('a file that is off by a person is off by no more in its parts', () => {
    const groups = [group('t'), group('f'), group('m'), group('f', 0, 4), group('f', 5), group('m', 0, 4), group('m', 5), group('t', 0, 4), group('t', 5)];
    const row = [1001, 500, 500, 200, 301, 250, 250, 449, 551];
    const parts = divideRow(row, [1, 2, 4], groups, findSums(groups));
    row.forEach((value, g) => expect(parts.reduce((all, part) => all + part[g]!, 0)).toBe(value));
    const faults = (part: readonly (number | null)[]) => [part[0]! - part[1]! - part[2]!, part[1]! - part[3]! - part[4]!, part[2]! - part[5]! - part[6]!, part[7]! - part[3]! - part[5]!, part[8]! - part[4]! - part[6]!]; // prettier-ignore
    expect(parts.map(faults)).toEqual([[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], faults(row)]); // prettier-ignore
  });

  test.each([
    ['one sex lacks its ages', [group('t'), group('f'), group('m'), group('f', 0, 4), group('f', 5)], [101, 50, 51, 20, 30]],
    ['ages of both sexes beside women and men', [group('t'), group('f'), group('m'), group('t', 0, 4), group('t', 5)], [101, 50, 51, 33, 68]],
  ])('%s', (_, groups, row) => {
    const parts = divideRow(row, [1, 1, 1], groups, findSums(groups));
    row.forEach((value, g) => expect(parts.reduce((all, part) => all + part[g]!, 0)).toBe(value));
    for (const part of parts) expect([part[0], part[3]! + part[4]!]).toEqual([part[1]! + part[2]!, groups[3]!.sex === 't' ? part[0] : part[1]]);
  });

  test('figures that are no whole persons, faults and groups that are not known are divided too', () => {
    const groups = [group('t'), group('f'), group('m'), group('f', 0, 4)];
    const parts = divideRow([10.5, -4, 6.5, null], [1, 2], groups, findSums(groups));
    expect(divideRow([-1, -2, -3, 4], [1, 1], [group('t'), group('f', 0, 4), group('m', 0, 4), group('m')], findSums([group('t'), group('f', 0, 4), group('m', 0, 4), group('m')]))[0]).toHaveLength(4); // prettier-ignore
    expect(parts).toEqual([[3.5, -1.333, 2.167, null], [7, -2.667, 4.333, null]]); // prettier-ignore
  });
});

function expectSums(part: readonly (number | null)[]): void {
  const at = (sex: 'f' | 'm' | 't', k: number) => part['fmt'.indexOf(sex) * 5 + k]!;
  for (let k = 0; k < 5; k++) expect(at('t', k)).toBe(at('f', k) + at('m', k));
  for (const sex of ['f', 'm', 't'] as const) expect([at(sex, 1) + at(sex, 2) + at(sex, 3), at(sex, 1) + at(sex, 2)]).toEqual([at(sex, 0), at(sex, 4)]);
}

test('over random coverages, cut and joined, nobody is lost in any group and every sum holds', () => {
  const random = seeded(8);
  const hows = new Map<string, number>();
  for (let round = 0; round < 25; round++) {
    const [old, now] = [randomCountry(random, 'A'), randomCountry(random, random() < 0.5 ? 'A' : 'B')];
    const deep = old[1]!.units.map(({ pcode, parentPcode }) => ({
      pcode: pcode as string,
      parent: parentPcode!,
      row: fullRow(random, random() < 0.3 ? 4 : 4000),
    }));
    const rows = Object.fromEntries(deep.map(({ pcode, row }) => [pcode, row]));
    const above = Object.fromEntries(
      old[0]!.units.map(({ pcode }) => [
        pcode as string,
        FULL.map((_, g) => deep.reduce((sum, { parent, row }) => (parent === pcode ? sum + row[g]! : sum), 0)),
      ]),
    );
    const done = carry([populationOf(1, FULL, above), populationOf(2, FULL, rows)], old, now);
    expect(done.missing).toEqual([]);
    for (const { level, values, carried, pcodes } of done.levels) {
      const before = level === 1 ? above : rows;
      FULL.forEach((_, g) => {
        const sum = (list: readonly (number | null | undefined)[]) => list.reduce<number>((all, value) => all + (value ?? 0), 0);
        expect(sum(values[g]!) + sum(carried!.remainders.map((left) => left.values[g]))).toBe(sum(Object.values(before).map((row) => row[g])));
        values[g]!.forEach((value, i) => {
          if (value === null) return;
          expect(carried!.low[g]![i]).toBeLessThanOrEqual(value);
          expect(carried!.high[g]![i]).toBeGreaterThanOrEqual(value);
          hows.set(carried!.methods[i]!, (hows.get(carried!.methods[i]!) ?? 0) + 1);
          if (carried!.methods[i] === 'exact' && g < 15) expect(carried!.low[g]![i]).toBe(carried!.high[g]![i]);
        });
      });
      pcodes.forEach((_, i) => expectSums(values.map((group) => group[i]!)));
      const { before: all, exact, near, estimated, remainder } = carried!.people;
      expect(exact + near + estimated + remainder).toBe(all);
      hows.set('left', (hows.get('left') ?? 0) + remainder);
    }
    // The level above is the sum of the one below, but for people who are certain above only.
    const [high, low] = done.levels as [(typeof done.levels)[0], (typeof done.levels)[0]];
    const parentOf = new Map(now[1]!.units.map(({ pcode, parentPcode }) => [pcode as string, parentPcode as string]));
    high.pcodes.forEach((pcode, i) => {
      const below = low.pcodes.reduce((sum, code, k) => (parentOf.get(code) === pcode ? sum + low.values[10]![k]! : sum), 0);
      const kept = low.carried!.remainders.reduce((sum, { values }) => sum + (values[10] ?? 0), 0);
      expect(high.values[10]![i]! - below).toBeGreaterThanOrEqual(0);
      expect(high.values[10]![i]! - below).toBeLessThanOrEqual(kept);
    });
  }
  for (const how of ['exact', 'estimated', 'left']) expect([how, (hows.get(how) ?? 0) > 100]).toEqual([how, true]);
});

/** A strip of land cut at random places into provinces, and these into districts; codes by their place, so that the same code is often other ground. */
function randomCountry(random: () => number, letter: string): FeatureTable[] {
  const cut = (from: number, to: number, most: number): number[] =>
    [...new Set([from, ...Array.from({ length: Math.floor(random() * most) }, () => from + 1 + Math.floor(random() * (to - from - 1))), to])].toSorted((a, b) => a - b); // prettier-ignore
  const ends = cut(0, 40, 5);
  const provinces: BoxUnit[] = [];
  const districts: BoxUnit[] = [];
  ends.slice(1).forEach((end, i) => {
    const code = `${letter}${i + 1}`;
    provinces.push([code, null, ends[i]!, 0, end, 6]);
    const inner = end - ends[i]! > 1 ? cut(ends[i]!, end, 4) : [ends[i]!, end];
    inner.slice(1).forEach((east, k) => districts.push([`${code}${k + 1}`, code, inner[k]!, 0, east, 6]));
  });
  return [boxTable(1, provinces), boxTable(2, districts)];
}
