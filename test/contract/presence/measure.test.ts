/** What is made of counts, against the same worked out record by record; and the kinds of emptiness. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountDefinition, PresenceColumns } from '../../../server/contract/presence/presence.ts';
import type { ToldCount } from '../../../server/contract/presence/told.ts';
import { DEFAULT_DEFINITION } from '../../../server/contract/presence/presence.ts';
import { countPresence } from '../../../server/contract/presence/count.ts';
import { measurePresence, ratioOf, type Emptiness } from '../../../server/contract/presence/measure.ts';

/** Two regions of two districts each; organisations a, b, c; two months. */
const UNITS: PresenceColumns['units'] = [
  { pcode: 'X', level: 0, name: 'X', parent: -1 },
  { pcode: 'X1', level: 1, name: 'X1', parent: 0 },
  { pcode: 'X2', level: 1, name: 'X2', parent: 0 },
  ...['X11', 'X12', 'X21', 'X22'].map((pcode, i) => ({ pcode, level: 2 as const, name: pcode, parent: i < 2 ? 1 : 2 })),
];
const DISTRICTS = UNITS.filter(({ level }) => level === 2).map(({ pcode, parent }) => [pcode, [UNITS[parent]!.pcode]] as const);
const PERIODS: [string, string][] = [
  ['2025-04-01', '2025-04-30'],
  ['2025-05-01', '2025-05-31'],
];

interface Row {
  unit: number;
  stated: number;
  org: number;
  month: number;
  people: number | null;
}

function columnsOf(rows: Row[]): PresenceColumns {
  return {
    dataset: '3w-xxx' as never,
    version: 'v01' as never,
    boundaries: null,
    units: UNITS,
    organisations: ['a', 'b', 'c'].map((id) => ({ id, name: id, acronym: null, type: null })),
    sectors: [{ code: 'HEA', parent: null }],
    statuses: ['ongoing'],
    orgSets: [[], [0], [1], [2]],
    sectorSets: [[], [0]],
    periods: PERIODS,
    doubts: [[]],
    columns: {
      unit: rows.map(({ unit }) => unit),
      stated: rows.map(({ stated }) => stated),
      // Whatever is not placed where it says waits, and may lie anywhere in the unit that is certain.
      doubt: rows.map(({ unit, stated }) => (stated > UNITS[unit]!.level ? 0 : -1)),
      implementing: rows.map(({ org }) => org + 1),
      programming: rows.map(() => 0),
      funding: rows.map(() => 0),
      sectors: rows.map(() => 1),
      status: rows.map(() => 0),
      period: rows.map(({ month }) => month),
      people: rows.map(({ people }) => people),
      records: rows.map(() => 1),
    },
  };
}
const monthOf = (month: number): Pick<CountDefinition, 'from' | 'to'> => ({ from: PERIODS[month]![0], to: PERIODS[month]![1] });
const countOf = (rows: Row[], change: Partial<CountDefinition> = {}) => countPresence(columnsOf(rows), { ...DEFAULT_DEFINITION, ...change }, 2);
const row = (pcode: string, more: Partial<Row> = {}): Row => ({
  unit: UNITS.findIndex((unit) => unit.pcode === pcode),
  stated: UNITS.find((unit) => unit.pcode === pcode)!.level,
  org: 0,
  month: 1,
  people: null,
  ...more,
});

const parentOf = (pcode: string) => UNITS.find((unit) => unit.pcode === pcode)!.parent;

/** Without a number, told from the rows alone. */
function emptyByHand(rows: Row[], inPeriod: Row[], pcode: string): Emptiness {
  const parent = parentOf(pcode);
  const above = inPeriod.filter(({ unit }) => unit === parent);
  if (above.some(({ stated }) => stated === 1)) return 'aboveOnly';
  if (above.length > 0 || inPeriod.some(({ unit, stated }) => unit === 0 && stated > 0)) return 'notPlaced';
  return rows.some(({ unit }) => unit >= 0 && UNITS[unit]!.pcode === pcode) ? 'zero' : 'notReported';
}

const anyRow = fc.record({
  unit: fc.integer({ min: 0, max: 6 }),
  stated: fc.integer({ min: 1, max: 2 }),
  org: fc.integer({ min: 0, max: 2 }),
  month: fc.integer({ min: 0, max: 1 }),
  people: fc.option(fc.integer({ min: 0, max: 9 })),
});

test('count, ratio and change of any records are those worked out by hand', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 25 }), fc.dictionary(fc.constantFrom('X11', 'X12', 'X21'), fc.integer({ min: 0, max: 500 })), (rows, lives) => {
      const people = new Map(Object.entries(lives));
      const [before, now] = [0, 1].map((month) => countOf(rows, monthOf(month)));
      const values = {
        count: measurePresence(now!, DISTRICTS, { is: 'count' }),
        ratio: measurePresence(now!, DISTRICTS, { is: 'ratio', people }),
        change: measurePresence(now!, DISTRICTS, { is: 'change', before: before! }),
        spread: measurePresence(now!, DISTRICTS, { is: 'change', before: before!, people }),
      };
      for (const [pcode] of DISTRICTS) {
        const orgs = [0, 1].map(
          (month) => new Set(rows.filter((each) => each.month === month && UNITS[each.unit]!.pcode === pcode).map(({ org }) => org)).size,
        );
        const none = emptyByHand(
          rows,
          rows.filter(({ month }) => month === 1),
          pcode,
        );
        expect(values.count.get(pcode)).toBe(orgs[1]! > 0 ? orgs[1] : none);
        expect(values.ratio.get(pcode)).toBe(orgs[1] === 0 ? none : people.has(pcode) ? people.get(pcode)! / orgs[1]! : 'noData');
        // Of a change what waits on the other side is in doubt too.
        const waits = rows.some(({ month, unit, stated }) => month === 0 && ((unit === parentOf(pcode) && stated > 1) || (unit === 0 && stated > 0)));
        const neither = waits && none !== 'aboveOnly' ? 'notPlaced' : none;
        // Where one side has no certain organisation but rows that may lie here, the difference is not known.
        const half = [0, 1].some((month) => !orgs[month] && rows.some((each) => each.month === month && each.unit === parentOf(pcode) && each.stated > 1));
        expect(values.change.get(pcode)).toBe(orgs[0] || orgs[1] ? (half ? 'notPlaced' : orgs[1]! - orgs[0]!) : neither);
        // People for each organisation: with none on one side there is no such number, and so no difference.
        const each = orgs.map((number) => Math.round(people.get(pcode)! / number));
        const one = !people.has(pcode) ? 'noData' : half ? 'notPlaced' : orgs[0] && orgs[1] ? each[1]! - each[0]! : 'noData';
        expect(values.spread.get(pcode)).toBe(orgs[0] || orgs[1] ? one : neither);
      }
    }),
  );
});

test('an organisation in both districts of a region is one there: people are divided by the union', () => {
  const count = countPresence(columnsOf([row('X11'), row('X12'), row('X12', { org: 1 })]), DEFAULT_DEFINITION, 1);
  expect([...measurePresence(count, [['X1', []]], { is: 'ratio', people: new Map([['X1', 900]]) })]).toEqual([['X1', 450]]);
});

describe('no number', () => {
  test('people that no row states are not nought', () => {
    const count = countOf([row('X11'), row('X12', { people: 0 }), row('X21', { people: 5 })], { unit: 'people' });
    expect([...measurePresence(count, DISTRICTS, { is: 'count' }).values()]).toEqual(['noData', 'zero', 5, 'notReported']);
  });
  test('where no counted row states people, nothing is zero people', () => {
    const count = { ...countOf([row('X11')], { unit: 'people' }), reported: ['X11', 'X12'] };
    expect([...measurePresence(count, DISTRICTS, { is: 'count' }).values()]).toEqual(['noData', 'noData', 'notReported', 'notReported']);
  });
  test('a change from people that are not stated is no change', () => {
    const rows = [row('X11', { month: 0, people: 40 }), row('X11'), row('X12', { month: 0, people: 40 })];
    const [before, now] = [0, 1].map((month) => countOf(rows, { unit: 'people', ...monthOf(month) }));
    expect([...measurePresence(now!, DISTRICTS, { is: 'change', before: before! }).values()]).toEqual(['noData', -40, 'notReported', 'notReported']);
  });
  test('without a period to compare with there is nothing to say of those who are there', () => {
    expect([...measurePresence(countOf([row('X11')]), DISTRICTS, { is: 'change', before: null }).values()].slice(0, 2)).toEqual(['noData', 'notReported']);
  });
  test('what is hidden stays so whatever is made of it', () => {
    const told: ToldCount = countOf([row('X11'), row('X12')]);
    const count: ToldCount = { ...told, byPcode: { ...told.byPcode, X11: { ...told.byPcode['X11']!, count: null, organisations: null, reason: 'withheld' } } };
    const people = new Map([
      ['X11', 10],
      ['X12', 10],
    ]);
    for (const measured of [{ is: 'count' }, { is: 'ratio', people }, { is: 'change', before: countOf([]) }, { is: 'change', before: told }] as const)
      expect(measurePresence(count, DISTRICTS, measured).get('X11')).toBe('withheld');
  });
  test('nothing is divided by zero', () => {
    expect([ratioOf(0, 100), ratioOf(3, null), ratioOf(3, undefined), ratioOf(2, 0), ratioOf(4, 100)]).toEqual([null, null, null, 0, 25]);
  });
});
