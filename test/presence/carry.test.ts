/** A 3W on other boundaries: every row goes where the comparison of the versions says, and nowhere else. */
import { describe, expect, test } from 'vitest';
import type { AdminLevel } from '../../server/contract/ids.ts';
import type { VersionDiff } from '../../server/contract/datasets/dataset.ts';
import { DEFAULT_DEFINITION, STATUSES, type PresenceColumns } from '../../server/contract/presence/presence.ts';
import { countPresence } from '../../server/contract/presence/count.ts';
import { chainFates, fatesOfDiff, type DiffStep } from '../../server/contract/boundaries/heirs.ts';
import { carryColumns, findSteps } from '../../server/presence/carry/carry.ts';
import { named } from '../helpers/presence.ts';

const level = (level: AdminLevel, change: Partial<VersionDiff['levels'][number]> = {}): VersionDiff['levels'][number] => ({
  level,
  added: [],
  removed: [],
  renamed: [],
  recoded: [],
  redrawn: [],
  ...change,
});

/** Of one region: 0101 has another code, 0102 and 0103 merged, 0104 was split, 0105 stays with other borders, 0106 is gone, 0107 moved to another region. */
const DIFF: VersionDiff = {
  against: 'v01' as never,
  bump: 'major',
  levels: [
    level(1, { added: ['EX02'] }),
    level(2, {
      added: ['EX0112', 'EX0141', 'EX0142'],
      removed: ['EX0102', 'EX0103', 'EX0104', 'EX0106'],
      recoded: [{ before: 'EX0101', after: 'EX0111' }],
      redrawn: [{ pcode: 'EX0105', areaChangePercent: 4 }],
      retired: [
        { pcode: 'EX0102', names: [], into: [{ pcode: 'EX0112', share: 1 }] },
        { pcode: 'EX0103', names: [], into: [{ pcode: 'EX0112', share: 0.98 }] },
        { pcode: 'EX0104', names: [], into: [{ pcode: 'EX0141', share: 0.6 }, { pcode: 'EX0142', share: 0.4 }] }, // prettier-ignore
      ],
    }),
  ],
};
const NOW = [
  named(0, 'EX', null, 'Exland'),
  named(1, 'EX01', 'EX', 'North'),
  named(1, 'EX02', 'EX', 'South'),
  ...['EX0111', 'EX0112', 'EX0141', 'EX0142', 'EX0105'].map((code) => named(2, code, 'EX01', code)),
  named(2, 'EX0107', 'EX02', 'Moved'),
];
const BEFORE = [
  named(0, 'EX', null, 'Exland'),
  named(1, 'EX01', 'EX', 'North'),
  ...['EX0101', 'EX0102', 'EX0103', 'EX0104', 'EX0105', 'EX0106', 'EX0107'].map((code) => named(2, code, 'EX01', code)),
];

/** One organisation of its own, and a shared one, with a row in each unit. */
function columnsIn(codes: string[], gazetteer: typeof NOW): PresenceColumns {
  const units = gazetteer.map((unit) => ({
    pcode: unit.pcode as string,
    level: unit.level,
    name: unit.names[0]!.name,
    parent: gazetteer.findIndex(({ pcode }) => pcode === unit.parentPcode),
  }));
  const rows = codes.flatMap((code, i) => [
    { unit: units.findIndex(({ pcode }) => pcode === code), org: i + 1 },
    { unit: units.findIndex(({ pcode }) => pcode === code), org: 0 },
  ]);
  const all = (value: number) => rows.map(() => value);
  return {
    dataset: '3w-exl',
    version: 'v01',
    boundaries: { dataset: 'cod-ab-exl', version: 'v01' },
    units,
    organisations: ['shared', ...codes].map((id) => ({ id, name: id, acronym: null, type: null })),
    sectors: [{ code: 'HEA', parent: null }],
    statuses: STATUSES,
    orgSets: [[], ...['shared', ...codes].map((_, i) => [i])],
    sectorSets: [[], [0]],
    periods: [[null, null]],
    doubts: [[]],
    columns: {
      unit: rows.map(({ unit }) => unit),
      stated: all(2),
      doubt: all(-1),
      implementing: rows.map(({ org }) => org + 1),
      programming: all(0),
      funding: all(0),
      sectors: all(1),
      status: all(1),
      period: all(0),
      people: rows.map(() => null),
      records: all(1),
    },
  };
}
const by = (...steps: DiffStep[]) => chainFates(steps.map(fatesOfDiff));
const counts = (columns: PresenceColumns, level: AdminLevel) => {
  const { byPcode, notPlaced, inDoubt, totals } = countPresence(columns, DEFAULT_DEFINITION, level);
  return { byPcode: Object.fromEntries(Object.entries(byPcode).map(([code, { count }]) => [code, count])), notPlaced, inDoubt, total: totals.organisations };
};

describe('forward', () => {
  const before = columnsIn(['EX0101', 'EX0102', 'EX0103', 'EX0104', 'EX0105', 'EX0106', 'EX0107'], BEFORE);
  const carried = carryColumns(before, { to: 'v02' as never, fates: by({ diff: DIFF, back: false }), units: NOW });

  test('a new code is followed, merged units are one and count each organisation once, a split or lost one is in doubt', () => {
    expect(counts(carried, 2)).toEqual({
      byPcode: { EX0111: 2, EX0112: 3, EX0105: 2, EX0107: 2 },
      // Two rows of the split unit, two of the one that is gone: known for the region above alone.
      notPlaced: { EX01: 4 },
      // Of the split unit in one of its parts, of the other anywhere in its region.
      inDoubt: { EX0141: 2, EX0142: 2, EX01: 2 },
      total: 8,
    });
  });
  test('above, units belong to where they belong now', () => {
    expect(counts(carried, 1).byPcode).toEqual({ EX01: 7, EX02: 2 });
    expect(counts(before, 1).byPcode).toEqual({ EX01: 8 });
  });
  test('what became of the rows is said', () => {
    expect(carried.carried).toEqual({ from: 'v01', to: 'v02', compared: true, rows: { exact: 6, near: 4, possible: 2, notPlaced: 2 }, moved: 6 });
    expect(carried.boundaries).toEqual({ dataset: 'cod-ab-exl', version: 'v02' });
    expect(before.boundaries!.version).toBe('v01');
  });
});

test('a code that was given to another unit goes with its unit, not with its code', () => {
  const swap = level(2, { recoded: [{ before: 'EX0101', after: 'EX0105' }, { before: 'EX0105', after: 'EX0101' }] }); // prettier-ignore
  const units = [...NOW.slice(0, 3), named(2, 'EX0101', 'EX01', 'b'), named(2, 'EX0105', 'EX01', 'a')];
  const columns = columnsIn(['EX0101'], BEFORE);
  const carried = carryColumns(columns, { to: 'v02' as never, fates: by({ diff: { levels: [swap] }, back: false }), units });
  expect(counts(carried, 2).byPcode).toEqual({ EX0105: 2 });
});

test('back to the version before: codes return, and what did not exist then is in doubt', () => {
  const now = { ...columnsIn(['EX0111', 'EX0112', 'EX0141'], NOW), boundaries: { dataset: 'cod-ab-exl', version: 'v02' } };
  const carried = carryColumns(now, { to: 'v01' as never, fates: by({ diff: DIFF, back: true }), units: BEFORE });
  expect(counts(carried, 2)).toMatchObject({ byPcode: { EX0101: 2 }, notPlaced: { EX01: 4 } });
});

test('never compared: codes are taken as they are, and that is said', () => {
  const carried = carryColumns(columnsIn(['EX0105', 'EX0101'], BEFORE), { to: 'v09' as never, fates: null, units: NOW });
  expect(counts(carried, 2)).toMatchObject({ byPcode: { EX0105: 2 }, notPlaced: { EX01: 2 } });
  expect(carried.carried).toMatchObject({ compared: false, rows: { exact: 0, near: 2, possible: 0, notPlaced: 2 } });
});

describe('the way between versions', () => {
  const diffs: Record<string, VersionDiff | null> = {
    v04: { ...DIFF, against: 'v03' as never },
    v03: { ...DIFF, against: 'v01' as never },
    v02: { ...DIFF, against: 'v01' as never },
    v01: null,
    v08: { ...DIFF, against: 'v08' as never },
  };
  const diffOf = async (version: string) => diffs[version] ?? null;
  const find = async (from: string, to: string) =>
    (await findSteps(from as never, to as never, diffOf))?.map(({ diff, back }) => [(diff as VersionDiff).against, back]);
  test('in order, forward and back', async () => {
    expect(await find('v01', 'v04')).toEqual([['v01', false], ['v03', false]]); // prettier-ignore
    expect(await find('v04', 'v01')).toEqual([['v03', true], ['v01', true]]); // prettier-ignore
    expect(await find('v03', 'v03')).toEqual([]);
  });
  test('none between two that only share an ancestor, and none in a circle', async () => {
    expect(await find('v02', 'v04')).toBeUndefined();
    expect(await find('v01', 'v08')).toBeUndefined();
  });
});
