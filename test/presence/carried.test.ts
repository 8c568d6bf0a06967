/** A 3W on any other version of the boundaries, by what became of its units: certain and possible, and every row is somewhere. */
import { describe, expect, test } from 'vitest';
import type { Feature } from 'geojson';
import { countPresence, recount } from '../../server/contract/presence/count.ts';
import { measurePresence, possibleOf } from '../../server/contract/presence/measure.ts';
import { DEFAULT_DEFINITION, type PresenceColumns } from '../../server/contract/presence/presence.ts';
import type { AdminLevel } from '../../server/contract/ids.ts';
import { compareVersions } from '../../server/boundaries/change/compare.ts';
import { createPointLocator } from '../../server/geometry/locate.ts';
import { chainFates, fatesOfChanges, type Fates } from '../../server/contract/boundaries/heirs.ts';
import { carryColumns } from '../../server/presence/carry/carry.ts';
import { findEvidence, type Decided, type LocatePoint } from '../../server/presence/carry/evidence.ts';
import { findFormer, type FormerStep } from '../../server/presence/carry/former.ts';
import { compactApart } from '../../server/presence/normalize/data.ts';
import { toTable } from '../helpers/boundaryTables.ts';
import { changesOf, dataOf, rowsOf, type Told, type Written } from '../helpers/carry.ts';
import { named } from '../helpers/presence.ts';
import { seededRandom } from '../helpers/random.ts';

const random = (seed: number) => {
  const dice = seededRandom(seed);
  return () => dice(1e6) / 1e6;
};

type Units = ReturnType<typeof named>[];
const unitsOf = (tree: Record<string, string[]>, names: Record<string, string> = {}): Units => [
  named(0, 'EX', null, 'Exland'),
  ...Object.keys(tree).map((code) => named(1, code, 'EX', names[code] ?? code)),
  ...Object.entries(tree).flatMap(([parent, codes]) => codes.map((code) => named(2, code, parent, names[code] ?? code))),
];
const REGIONS: Told[] = [['EX1', 'EX1', 'unchanged'], ['EX2', 'EX2', 'unchanged']]; // prettier-ignore

function carry(before: Units, now: Units, fates: Fates, rows: Written[], locate: LocatePoint | null = null, decisions: Decided[] = []): PresenceColumns {
  const data = dataOf(before, rows);
  const of = findEvidence(data, { fates, before, units: now, decisions }).of(locate);
  const { columns, apart } = compactApart(data, '3w-exl', 'v01', of);
  return carryColumns(columns, { to: 'v03' as never, fates, units: now, known: apart.map((heir) => heir || null) });
}
const shown = (columns: PresenceColumns, level: AdminLevel) => {
  const { byPcode, possible, totals } = countPresence(columns, DEFAULT_DEFINITION, level);
  const counts = (of: typeof byPcode) => Object.fromEntries(Object.entries(of).map(([code, { count }]) => [code, count]));
  return { certain: counts(byPcode), possible: counts(possible), notPlaced: totals.notPlaced };
};

const BEFORE = unitsOf({ EX1: ['A', 'B', 'C', 'D', 'E'], EX2: ['F', 'G', 'H'] });
const NOW = unitsOf({ EX1: ['A', 'A2', 'BC', 'D', 'E1'], EX2: ['E2', 'F', 'G', 'X'] });
/** A keeps its code and loses 40 %; B and C are one; D is drawn a little anew; E goes to both regions; F gives 10 % to G; H's code is another place now. */
const TOLD: Told[] = [
  ['A', 'A', 'split-off', 0.6],
  ['A', 'A2', 'split-off', 0.4],
  ['B', 'BC', 'merged'],
  ['C', 'BC', 'merged', 0.99],
  ['D', 'D', 'adjusted', 0.985],
  ['E', 'E1', 'split', 0.5],
  ['E', 'E2', 'split', 0.5],
  ['F', 'F', 'transferred', 0.9],
  ['F', 'G', 'transferred', 0.1],
  ['G', 'G', 'unchanged'],
  ['H', null, 'abolished'],
  [null, 'X', 'created'],
];
const FATES = fatesOfChanges({ levels: [changesOf(1, REGIONS), changesOf(2, TOLD)] });
/** An organisation of its own in each unit, and one that is in all. */
const ROWS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].flatMap((unit, i): Written[] => [{ unit, org: i + 1 }, { unit, org: 0 }]); // prettier-ignore

describe('relation by relation', () => {
  const carried = carry(BEFORE, NOW, FATES, ROWS);
  test('a unit that keeps its code and lost ground is not its code; merged units count each organisation once', () => {
    expect(shown(carried, 2)).toEqual({
      certain: { BC: 3, D: 2, G: 2 },
      possible: { A: 2, A2: 2, E1: 2, E2: 2, F: 2, G: 3 },
      // Of A, E, F and H.
      notPlaced: 8,
    });
  });
  test('above, what is certain is exact, and what may be in either region is possible in both', () => {
    expect(shown(carried, 1)).toEqual({ certain: { EX1: 5, EX2: 4 }, possible: { EX1: 6, EX2: 5 }, notPlaced: 2 });
    expect(countPresence(carried, DEFAULT_DEFINITION, 0).byPcode['EX']!.count).toBe(9);
  });
  test('every row is somewhere, and the report says where', () => {
    expect(carried.carried).toEqual({ from: 'v01', to: 'v03', compared: true, rows: { exact: 4, near: 4, possible: 6, notPlaced: 2 }, moved: 4 });
    expect(rowsOf(carried)).toBe(ROWS.length);
  });
  test('units look certain, possible or neither; another unit of counting says the same', () => {
    const count = countPresence(carried, DEFAULT_DEFINITION, 2);
    const units = NOW.filter(({ level }) => level === 2).map(({ pcode, parentPcode }) => [pcode as string, [parentPcode as string]] as const);
    expect(Object.fromEntries(measurePresence(count, units, { is: 'count' }))).toEqual({
      A: 'possible',
      A2: 'possible',
      BC: 3,
      D: 2,
      E1: 'possible',
      E2: 'possible',
      F: 'possible',
      G: 2,
      // Rows of H may lie anywhere in its region.
      X: 'notPlaced',
    });
    expect(['G', 'BC', 'A'].map((code) => possibleOf(count, code))).toEqual([3, null, 2]);
    const activities = { ...DEFAULT_DEFINITION, unit: 'activities' as const };
    expect(recount(count, activities).possible).toEqual(countPresence(carried, activities, 2).possible);
  });
});

test('a code that another place has now does not draw rows to it', () => {
  const told: Told[] = [['A', 'A', 'relocated', 0.01], ['A', 'B', 'absorbed', 0.99], ['B', 'B', 'absorbed']]; // prettier-ignore
  const fates = fatesOfChanges({ levels: [changesOf(1, REGIONS), changesOf(2, told)] });
  const carried = carry(unitsOf({ EX1: ['A', 'B'] }), unitsOf({ EX1: ['B'], EX2: ['A'] }), fates, [{ unit: 'A', org: 0 }]);
  expect(shown(carried, 2)).toEqual({ certain: { B: 1 }, possible: {}, notPlaced: 0 });
});

test('levels with other numbers: districts that are the third level now, and a level that is no more', () => {
  const now = [
    named(0, 'EX', null, 'x'),
    named(1, 'Z', 'EX', 'zone'),
    named(2, 'EX1', 'Z', 'north'),
    ...['A', 'B1', 'B2'].map((code) => named(3, code, 'EX1', code)),
  ];
  const levels = [
    changesOf(1, [['EX1', 'EX1', 'unchanged']], { toLevel: 2 }),
    changesOf(2, [['A', 'A', 'unchanged'], ['B', 'B1', 'split', 0.5], ['B', 'B2', 'split', 0.5]], { toLevel: 3 }), // prettier-ignore
    changesOf(3, [['A1', null, 'abolished']], { units: { before: 1, after: 0 } }),
  ];
  const before = [...unitsOf({ EX1: ['A', 'B'] }), named(3, 'A1', 'A', 'ward')];
  const carried = carry(before, now, fatesOfChanges({ levels }), [{ unit: 'A1', org: 0 }, { unit: 'A', org: 1 }, { unit: 'B', org: 2 }]); // prettier-ignore
  expect([shown(carried, 3), shown(carried, 2), carried.carried!.rows]).toEqual([
    { certain: { A: 2 }, possible: { B1: 1, B2: 1 }, notPlaced: 1 },
    { certain: { EX1: 3 }, possible: {}, notPlaced: 0 },
    { exact: 2, near: 0, possible: 1, notPlaced: 0 },
  ]);
});

describe('a row that says more than its unit', () => {
  const before = unitsOf({ EX1: ['A', 'B'] }, { A: 'Bossangoa' });
  const now = [...unitsOf({ EX1: ['A1', 'A2', 'B'] }, { A1: 'Bossangoa', A2: 'Nana-Bakassa' }), named(3, 'A2X', 'A2', 'Kouki')];
  const told: Told[] = [['A', 'A1', 'split', 0.6], ['A', 'A2', 'split', 0.4], ['B', 'B', 'unchanged']]; // prettier-ignore
  const fates = fatesOfChanges({ levels: [changesOf(1, REGIONS), changesOf(2, told)] });
  const locate: LocatePoint = (level, lon) => (level === 2 ? (lon < 10 ? 'A1' : 'A2') : null);
  const one = (more: Partial<Written>) => shown(carry(before, now, fates, [{ unit: 'A', org: 0, ...more }], locate), 2).certain;
  test('its point, the name or the code of a place in one heir', () => {
    expect(one({ point: [12, 7] })).toEqual({ A2: 1 });
    expect(one({ stated: [{ level: 3, code: null, name: 'KOUKI' }] })).toEqual({ A2: 1 });
    expect(one({ stated: [{ level: 3, code: 'A2X', name: null }] })).toEqual({ A2: 1 });
    expect(one({ stated: [{ level: 2, code: 'A', name: 'Nana Bakassa' }] })).toEqual({ A2: 1 });
  });
  test('what a person decided of the code, until that is undone', () => {
    const rows: Written[] = [
      { unit: 'A', org: 0, stated: [{ level: 2, code: 'A', name: 'Bossangoa' }], point: [2, 7] },
      { unit: 'A', org: 1, stated: [{ level: 2, code: 'a', name: null }] },
    ];
    const decide = (decisions: Decided[]) => shown(carry(before, now, fates, rows, null, decisions), 2);
    const none = decide([]);
    expect([none.certain, none.possible]).toEqual([{}, { A1: 2, A2: 2 }]);
    const decision = { level: 2 as const, code: 'A', name: null, pcode: 'A2' as never };
    expect(decide([decision])).toEqual({ certain: { A2: 1 }, possible: { A1: 1, A2: 2 }, notPlaced: 1 });
    expect(decide([decision, { ...decision, name: 'BOSSANGOA' }]).certain).toEqual({ A2: 2 });
    // What was decided of another place says nothing here.
    expect(
      decide([
        { ...decision, pcode: 'B' as never },
        { ...decision, level: 1 },
      ]),
    ).toEqual(none);
    expect(decide([])).toEqual(none);
  });
  test('not the name that the unit had before, nor two things that say differently', () => {
    expect(one({ stated: [{ level: 2, code: 'A', name: 'Bossangoa' }] })).toEqual({});
    expect(one({ point: [2, 7], stated: [{ level: 3, code: null, name: 'Kouki' }] })).toEqual({});
  });
  test('not a point that all rows of the unit have: it is the middle of the unit', () => {
    const rows = [0, 1, 2].map((org): Written => ({ unit: 'A', org, point: [12, 7] }));
    expect(shown(carry(before, now, fates, rows, locate), 2).certain).toEqual({});
    const apart = rows.map((row, i): Written => ({ ...row, point: [9 + i, 7] }));
    expect(shown(carry(before, now, fates, apart, locate), 2).certain).toEqual({ A1: 1, A2: 2 });
  });
});

/** A region of squares in a row, each 0.1° wide. */
const piece = (pcode: string, parent: string, x: number, from = 0, to = 1, y = 7): Feature => ({
  type: 'Feature',
  properties: { pcode, parent, name: `Place ${pcode}` },
  geometry: { type: 'Polygon', coordinates: [[[x + from / 10, y], [x + to / 10, y], [x + to / 10, y + 0.1], [x + from / 10, y + 0.1], [x + from / 10, y]].map((at) => at.map((each) => Math.round(each * 1e7) / 1e7))] }, // prettier-ignore
});

test('a reform of 74 districts to 91, laid on each other: rows are conserved, level by level', () => {
  const districts = Array.from({ length: 74 }, (_, i) => ({ code: `EX${1 + (i % 2)}${String(i).padStart(2, '0')}`, parent: `EX${1 + (i % 2)}`, x: Math.floor(i / 2) / 10, y: 7 + (i % 2) / 10 })); // prettier-ignore
  const old = districts.map(({ code, parent, x, y }) => piece(code, parent, x, 0, 1, y));
  // 17 are split in two, of which ten keep their code in one part.
  const reformed = districts.flatMap(({ code, parent, x, y }, i) =>
    i < 17 ? [piece(i < 10 ? code : `${code}A`, parent, x, 0, 0.6, y), piece(`${code}B`, parent, x, 0.6, 1, y)] : [piece(code, parent, x, 0, 1, y)],
  );
  const region = (code: string, y: number): Feature => ({ ...piece(code, 'EX', 0, 0, 37, y), properties: { pcode: code, parent: 'EX', name: code } });
  const regions = [region('EX1', 7), region('EX2', 7.1)];
  const tables = (features: Feature[]) => [toTable(1, regions), toTable(2, features)];
  const [before, now] = [tables(old), tables(reformed)];
  const changes = compareVersions(before, now, { from: 'v01' as never, to: 'v03' as never });
  const fates = fatesOfChanges(changes);
  const next = random(74);
  const rows = Array.from({ length: 2000 }, (): Written => {
    const district = districts[Math.floor(next() * 74)]!;
    const at = next();
    return {
      unit: district.code,
      org: Math.floor(next() * 60),
      ...(at < 0.3 ? { point: [district.x + next() / 10, district.y + 0.05] as [number, number] } : {}),
    };
  });
  const top = named(0, 'EX', null, 'Exland');
  const [unitsBefore, unitsNow] = [before, now].map((both) => [top, ...both.flatMap(({ units }) => units)]) as [Units, Units];
  const locator = createPointLocator(now[1]!);
  const locate: LocatePoint = (level, lon, lat) => (level === 2 ? (locator.at(lon, lat)?.pcode ?? null) : null);
  expect(now[1]!.units).toHaveLength(91);
  const carried = carry(unitsBefore, unitsNow, fates, rows, locate);
  const there = carried.carried!.rows;
  expect(there.exact + there.near + there.possible + there.notPlaced).toBe(rows.length);
  // A fifth of the rows is in districts that were split; a third of these says where.
  const inSplit = rows.filter(({ unit }) => districts.findIndex(({ code }) => code === unit) < 17);
  expect([there.possible, there.notPlaced]).toEqual([inSplit.filter(({ point }) => !point).length, 0]);
  const was = compactApart(dataOf(unitsBefore, rows), 'x', 'v01', () => '').columns;
  for (const level of [0, 1] as const)
    expect(countPresence(carried, DEFAULT_DEFINITION, level).byPcode).toEqual(countPresence(was, DEFAULT_DEFINITION, level).byPcode);
  const districtsNow = countPresence(carried, DEFAULT_DEFINITION, 2);
  const placed = Object.values(districtsNow.byPcode).reduce((sum, { records }) => sum + records, 0);
  expect([placed + districtsNow.totals.notPlaced, districtsNow.totals.possible]).toEqual([rows.length, there.possible]);
  for (const [code, most] of Object.entries(districtsNow.possible)) {
    const least = districtsNow.byPcode[code]?.organisations ?? 0;
    expect(most.organisations).toBeGreaterThanOrEqual(least);
    expect(most.records).toBeGreaterThan(districtsNow.byPcode[code]?.records ?? 0);
  }
  // Nothing is certain of a part but what said so itself.
  const part = unitsNow.find(({ pcode }) => (pcode as string) === `${districts[0]!.code}B`)!;
  const own = rows.filter(({ unit, point }) => unit === districts[0]!.code && point && locate(2, ...point) === part.pcode);
  expect(districtsNow.byPcode[part.pcode]?.records ?? 0).toBe(own.length);
});

describe('whatever became of the units', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('read = exact + near + possible + not placed, and no row changes its unit without a relation (%s)', (seed) => {
    const next = random(seed);
    const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
    const code = (i: number) => `U${i}`;
    const before = unitsOf({ EX1: [0, 1, 2, 3, 4, 5].map(code), EX2: [6, 7, 8, 9, 10, 11].map(code) });
    const now = unitsOf({ EX1: [0, 2, 4, 6, 8, 20].map(code), EX2: [1, 3, 5, 7, 21, 22].map(code) });
    const targets = now.flatMap(({ level, pcode }) => (level === 2 ? [pcode as string] : []));
    const told = Array.from({ length: 12 }, (_, i) => code(i)).flatMap((source): Told[] => {
      const kind = pick(['one', 'near', 'split', 'gone', 'silent', 'relocated']);
      if (kind === 'gone') return [[source, null, 'abolished']];
      if (kind === 'silent') return [];
      if (kind === 'relocated') return [[source, source, 'relocated', 0.01], [source, pick(targets), 'absorbed', 0.99]]; // prettier-ignore
      if (kind !== 'split') return [[source, pick(targets), kind === 'one' ? 'recoded' : 'adjusted', kind === 'one' ? 1 : 0.985]];
      const [a, b] = [pick(targets), pick(targets)];
      return a === b ? [[source, a, 'recoded']] : [[source, a, 'split', 0.7], [source, b, 'split', 0.3]]; // prettier-ignore
    });
    const fates = fatesOfChanges({ levels: [changesOf(1, REGIONS), changesOf(2, told)] });
    const rows = Array.from({ length: 300 }, (): Written => ({ unit: next() < 0.1 ? null : pick(before).pcode, org: Math.floor(next() * 9) }));
    const carried = carry(before, now, fates, rows);
    const { exact, near, possible, notPlaced } = carried.carried!.rows;
    expect(exact + near + possible + notPlaced).toBe(rows.length);
    expect(rowsOf(carried)).toBe(rows.length);
    const heirs = new Map([...Map.groupBy(told, ([source]) => source)].map(([source, own]) => [source, own.map(([, target]) => target)]));
    for (const level of [1, 2] as const) {
      const count = countPresence(carried, DEFAULT_DEFINITION, level);
      const placed = Object.values(count.byPcode).reduce((sum, { records }) => sum + records, 0);
      expect(placed + count.totals.notPlaced + count.totals.knownOnlyAbove).toBe(rows.length);
      for (const [pcode, { organisations }] of Object.entries(count.possible)) {
        expect(organisations).toBeGreaterThanOrEqual(count.byPcode[pcode]?.organisations ?? 0);
        // All organisations that any row of an unit with this heir has, and no more.
        const sources = before.filter((unit) => (level === 2 ? (heirs.get(unit.pcode) ?? [unit.pcode as string]).includes(pcode) : true));
        const most = new Set(rows.filter(({ unit }) => sources.some((source) => source.pcode === unit)).map(({ org }) => org)).size;
        expect(organisations).toBeLessThanOrEqual(most);
      }
    }
  });
});

describe('codes of any version before', () => {
  const step = (version: string, told: Told[]): FormerStep => ({ version: version as never, diff: { levels: [] }, changes: { levels: [changesOf(2, told)] } });
  /** A of v01 is split, and one half of it again; B has had two codes; C and D became one, which has another code since; E is there still. */
  const steps = [
    step('v02', [['A2', 'A21', 'split', 0.5], ['A2', 'A22', 'split', 0.5], ['A1', 'A1', 'unchanged'], ['B2', 'B3', 'recoded'], ['CD', 'CD2', 'recoded'], ['E', 'E', 'unchanged']]), // prettier-ignore
    step('v01', [['A', 'A1', 'split', 0.6], ['A', 'A2', 'split', 0.4], ['B', 'B2', 'recoded'], ['C', 'CD', 'merged'], ['D', 'CD', 'merged'], ['E', 'E', 'unchanged'], ['F', null, 'abolished']]), // prettier-ignore
  ];
  const today = new Set(['A1', 'A21', 'A22', 'B3', 'CD2', 'E']);
  const { recoded, retired } = findFormer(steps, (level, pcode) => level === 2 && today.has(pcode));
  test('new codes are followed over all of them, and heirs are those of today', () => {
    expect(recoded.map(({ before, after }) => [before, after])).toEqual([['B2', 'B3'], ['CD', 'CD2'], ['B', 'B3']]); // prettier-ignore
    expect(retired.map(({ pcode, into, version }) => [pcode, version, into.map((heir) => `${heir.pcode} ${heir.share.toFixed(2)}`)])).toEqual([
      ['A2', 'v02', ['A21 0.50', 'A22 0.50']],
      ['A', 'v01', ['A1 0.60', 'A21 0.20', 'A22 0.20']],
      ['C', 'v01', ['CD2 1.00']],
      ['D', 'v01', ['CD2 1.00']],
    ]);
  });
  test('as the one function says that carries rows', () => {
    const all = chainFates([...steps].reverse().map(({ changes }) => fatesOfChanges(changes!)));
    for (const { level, pcode, version, into } of retired)
      if (version === 'v01') expect(into.map((heir) => heir.pcode)).toEqual(all(level, pcode)!.heirs.map((heir) => heir.pcode));
  });
  test('the comparison that versions keep of themselves, where changes were not stored yet', () => {
    const none = { added: [], removed: [], renamed: [], recoded: [], redrawn: [] };
    const diff = { levels: [{ ...none, level: 2 as const, recoded: [{ before: 'B', after: 'B3' }], retired: [{ pcode: 'A', names: ['x'], into: [{ pcode: 'A1', share: 0.7 }, { pcode: 'A21', share: 0.3 }] }] }] }; // prettier-ignore
    const found = findFormer([{ version: 'v01' as never, diff, changes: null }], (_, pcode) => today.has(pcode));
    expect(found).toEqual({
      recoded: [{ level: 2, before: 'B', after: 'B3' }],
      retired: [{ level: 2, pcode: 'A', names: ['x'], into: [{ pcode: 'A1', share: 0.7 }, { pcode: 'A21', share: 0.3 }], version: 'v01' }], // prettier-ignore
    });
  });
});
