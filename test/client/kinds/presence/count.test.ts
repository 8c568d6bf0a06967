/** The page's counts against a slow and obvious count over the records. (test/product/presenceCounts: against the server's answers.) */
import { describe, expect, test } from 'vitest';
import type { CountDefinition, PresenceColumns } from '../../../../server/contract/presence/presence.ts';
import { DEFAULT_DEFINITION } from '../../../../server/contract/presence/presence.ts';
import {
  changeOf,
  clusterOf,
  clustersOf,
  countPresence,
  lastDay,
  looksOf,
  matrixOf,
  monthsOf,
  organisationsIn,
  previousPeriod,
  recount,
  shiftMonth,
} from '../../../../client/kinds/presence/count.ts';
import { factsOfColumns } from '../../../../client/kinds/presence/facts.ts';
import { createTally } from '../../../../client/kinds/presence/tally.ts';
import { DEFINITION, PRESENCE_STATE, formatPresenceState, parsePresenceState } from '../../../../client/kinds/presence/state.ts';
import { classLabel, classesOf } from '../../../../client/kinds/presence/measure/classes.ts';
import { classOf } from '../../../../client/map/legend.ts';
import { CLASSING } from '../../../../client/map/classing.ts';
import { drawPattern, patternImage } from '../../../../client/map/patterns.ts';
import { CELL, edgeOf, patternCover, PATTERNS } from '../../../../server/contract/maps/looks.ts';
import { PALETTE } from '../../../../server/contract/maps/palette.ts';
import { syntheticColumns } from '../../../../scripts/bench/presenceColumns.ts';

test('the definition that the page begins with is the contract’s', () => expect(DEFINITION).toEqual(DEFAULT_DEFINITION));

const columns = syntheticColumns({ records: 3000, parents: 12, units: 150, organisations: 60, seed: 7 });
const DEFINITIONS: Partial<CountDefinition>[] = [
  {},
  { unit: 'activities', role: 'any' },
  { unit: 'people', statuses: ['ongoing'] },
  { sectors: ['PRO'] },
  { sectors: ['HEA', 'PRO-GBV'], role: 'programming' },
  { orgTypes: ['437'], from: '2025-02-01', to: '2025-03-31' },
  { from: null, to: '2025-01-31' },
];

interface Plain {
  units: string[];
  orgs: number[];
  sectors: string[];
  records: number;
  people: number | null;
}

/** Entries that count, each written out: no index, no set, one condition a line. */
function plain(data: PresenceColumns, definition: CountDefinition): Plain[] {
  const { columns: c } = data;
  const kept: Plain[] = [];
  for (let i = 0; i < c.unit.length; i++) {
    const status = data.statuses[c.status[i]!]!;
    const [start, end] = data.periods[c.period[i]!]!;
    const all = data.sectorSets[c.sectors[i]!]!.map((s) => data.sectors[s]!);
    const sectors = all.filter(
      ({ code, parent }) => definition.sectors.length === 0 || definition.sectors.includes(code) || (parent !== null && definition.sectors.includes(parent)),
    );
    const implementing = definition.role === 'programming' ? [] : data.orgSets[c.implementing[i]!]!;
    const programming = definition.role === 'implementing' ? [] : data.orgSets[c.programming[i]!]!;
    const orgs = [...implementing, ...programming].filter(
      (org, at, list) => list.indexOf(org) === at && (definition.orgTypes.length === 0 || definition.orgTypes.includes(data.organisations[org]!.type ?? '')),
    );
    if (!definition.statuses.includes(status)) continue;
    if (definition.sectors.length > 0 && sectors.length === 0) continue;
    if (orgs.length === 0) continue;
    const dated = definition.from !== null || definition.to !== null;
    if (dated && start === null && end === null) continue;
    if (definition.to !== null && start !== null && start > definition.to) continue;
    if (definition.from !== null && end !== null && end < definition.from) continue;
    const units: string[] = [];
    for (let at = c.unit[i]!; at >= 0; at = data.units[at]!.parent) units.push(`${data.units[at]!.level}:${data.units[at]!.pcode}`);
    kept.push({ units, orgs, sectors: sectors.map(clusterOf), records: c.records[i]!, people: c.people[i]! });
  }
  return kept;
}

const distinct = (lists: number[][]) => new Set(lists.flat()).size;

describe.each(DEFINITIONS.map((patch) => [JSON.stringify(patch), { ...DEFAULT_DEFINITION, ...patch }] as const))('%s', (_name, definition) => {
  const entries = plain(columns, definition);

  test.each([1, 2] as const)('level %i: counts of each unit and of the whole', (level) => {
    const count = countPresence(columns, definition, level);
    expect(entries.length).toBeGreaterThan(20);
    for (const { pcode } of columns.units.filter((unit) => unit.level === level)) {
      const own = entries.filter(({ units }) => units.includes(`${level}:${pcode}`));
      expect(count.byPcode[pcode]?.organisations ?? 0).toBe(distinct(own.map(({ orgs }) => orgs)));
      expect(count.byPcode[pcode]?.records ?? 0).toBe(own.reduce((sum, { records }) => sum + records, 0));
    }
    expect(count.totals.organisations).toBe(distinct(entries.map(({ orgs }) => orgs)));
    expect(Object.values(count.byPcode).reduce((sum, { records }) => sum + records, 0) + count.totals.knownOnlyAbove + count.totals.notPlaced).toBe(
      count.totals.records,
    );
  });

  test('matrix: every cell, and the totals of each cluster', () => {
    const { clusters, cells, totals } = matrixOf(columns, definition, 2);
    const amount = (own: Plain[]) =>
      definition.unit === 'organisations'
        ? distinct(own.map(({ orgs }) => orgs))
        : definition.unit === 'people' && own.length > 0 && own.every(({ people }) => people === null)
          ? Number.NaN
          : own.reduce((sum, { records, people }) => sum + (definition.unit === 'activities' ? records : (people ?? 0)), 0);
    for (const [i, cluster] of clusters.entries()) {
      const inCluster = entries.filter(({ sectors }) => sectors.includes(cluster));
      expect(totals[i]!.count).toBe(amount(inCluster));
      for (const { pcode } of columns.units.filter(({ level }) => level === 2))
        expect(cells.get(pcode)?.[i] ?? 0).toBe(amount(inCluster.filter(({ units }) => units.includes(`2:${pcode}`))));
    }
  });

  test('organisations of a unit', () => {
    const { pcode } = columns.units.find(({ level }) => level === 1)!;
    const rows = organisationsIn(columns, definition, 2, { level: 1, pcode });
    const own = entries.filter(({ units }) => units.includes(`1:${pcode}`));
    expect(rows.map(({ org }) => org).sort((a, b) => a - b)).toEqual([...new Set(own.flatMap(({ orgs }) => orgs))].sort((a, b) => a - b));
    for (const row of rows) {
      const mine = own.filter(({ orgs }) => orgs.includes(row.org));
      expect(row.records).toBe(mine.reduce((sum, { records }) => sum + records, 0));
      expect(new Set(row.clusters)).toEqual(new Set(mine.flatMap(({ sectors }) => sectors)));
      expect(row.units).toBe(new Set(mine.flatMap(({ units }) => units.filter((unit) => unit.startsWith('2:')))).size);
    }
  });
});

describe('emptiness', () => {
  const count = {
    ...countPresence(columns, DEFAULT_DEFINITION, 2),
    byPcode: {
      A: { count: 3, organisations: 3, sectors: 1, records: 3, people: null },
      B: { count: 0, organisations: 1, sectors: 1, records: 1, people: null },
    },
    reported: ['A', 'B', 'C', 'D'],
    knownOnlyAbove: { P: 4 },
    notPlaced: { Q: 2, LAND: 9 },
    inDoubt: { Q: 2 },
  };
  const units = new Map([
    ['A', ['P', 'LAND']],
    ['B', ['R', 'LAND']],
    ['C', ['P', 'LAND']],
    ['D', ['Q', 'LAND']],
    ['E', ['R', 'LAND']],
  ]);

  test('four kinds, and a number goes before all of them', () => {
    expect([...looksOf(count, units)]).toEqual([
      ['A', 3],
      ['B', 'zero'],
      ['C', 'above'],
      ['D', 'not-placed'],
      ['E', 'not-reported'],
    ]);
  });
});

describe('periods', () => {
  test('the same number of whole months before', () => {
    expect(previousPeriod({ from: '2025-01-01', to: '2025-03-31' })).toEqual({ from: '2024-10-01', to: '2024-12-31' });
    expect(previousPeriod({ from: '2024-03-01', to: '2024-03-31' })).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(previousPeriod({ from: null, to: '2025-03-31' })).toBeNull();
    expect([shiftMonth('2025-01', -1), shiftMonth('2024-12', 2), lastDay('2023-02')]).toEqual(['2024-12', '2025-02', '2023-02-28']);
  });

  test('months of the file run without a hole', () => {
    const months = monthsOf(columns);
    expect(months[0]).toBe('2025-01');
    expect(months.every((month, i) => i === 0 || month === shiftMonth(months[i - 1]!, 1))).toBe(true);
  });

  test('a change is said for every unit of either period', () => {
    const at = (from: string, to: string) => countPresence(columns, { ...DEFAULT_DEFINITION, from, to }, 1);
    const [now, before] = [at('2025-03-01', '2025-03-31'), at('2025-02-01', '2025-02-28')];
    const changes = changeOf(now, before);
    expect(new Set(changes.keys())).toEqual(new Set([...Object.keys(now.byPcode), ...Object.keys(before.byPcode)]));
    for (const [code, change] of changes) expect(change).toEqual({ now: now.byPcode[code]?.count ?? 0, before: before.byPcode[code]?.count ?? 0 });
  });
});

test('people that no record states are neither zero in the matrix nor offered', () => {
  const silent = { ...columns, columns: { ...columns.columns, people: columns.columns.people.map(() => null) } };
  const { cells, totals } = matrixOf(silent, { ...DEFINITION, unit: 'people' }, 2);
  const activities = matrixOf(silent, { ...DEFINITION, unit: 'activities' }, 2);
  for (const [pcode, row] of cells) expect([...row].map(Number.isNaN)).toEqual([...activities.cells.get(pcode)!].map((count) => count > 0));
  expect(totals.map(({ units }) => units)).toEqual(activities.totals.map(({ units }) => units));
  expect([factsOfColumns(columns).hasPeople, factsOfColumns(silent).hasPeople]).toEqual([true, false]);
});

test('clusters hold their areas of responsibility', () => {
  expect(clustersOf(columns)).toContain('PRO');
  expect(clustersOf(columns)).not.toContain('PRO-GBV');
});

describe('classes', () => {
  const own = (...breaks: number[]) => ({ method: 'manual' as const, classes: 5, breaks });
  const labels = (breaks: number[]) => breaks.slice(0, -1).map((from, i) => classLabel(from, breaks[i + 1]!, String));

  test('own breaks of organisations: 1 · 2–4 · 5–9 · 10–19 · 20+', () => {
    const { breaks } = classesOf('count', [], own(2, 5, 10, 20), false);
    expect(labels(breaks)).toEqual(['1', '2 – 4', '5 – 9', '10 – 19', '20+']);
  });

  test('changes: fewer, the same and more never share a colour', () => {
    const { breaks, colors } = classesOf('change', [], own(5), true);
    expect([-7, -5, -4, -1, 0, 1, 4, 5, 90].map((value) => classOf(value, breaks))).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 4]);
    expect(labels(breaks)).toEqual(['≤ −5', '−4 – −1', '0', '1 – 4', '5+']);
    expect(new Set(colors).size).toBe(5);
  });

  test('18 regions with 20 organisations and more are told apart', () => {
    const regions = [3, 8, 19, 21, 24, 25, 27, 30, 31, 34, 38, 40, 44, 47, 52, 61, 75, 112];
    for (const method of ['quantile', 'jenks', 'equal'] as const) {
      const { breaks, colors } = classesOf('count', regions, { method, classes: 5, breaks: [] }, false);
      const used = Map.groupBy(regions, (value) => classOf(value, breaks));
      expect([breaks[0], colors.length, used.size], method).toEqual([1, 5, 5]);
      expect(Math.max(...[...used.values()].map((list) => list.length)), method).toBeLessThan(method === 'quantile' ? 5 : 13);
    }
  });

  test('they come from all that is counted, and a filter leaves them alone', () => {
    const looks = (definition: CountDefinition, paint: 'count' | 'change' = 'count') => {
      const against = paint === 'change' ? { version: null, from: '2025-01-01', to: '2025-01-31', columns } : null;
      const input = { columns, definition, paint, classing: CLASSING, against, level: 2 as const, ancestors: [], people: new Map(), dark: false };
      return createTally({ ...input, units: new Map() }).painting;
    };
    for (const unit of ['organisations', 'activities', 'people'] as const) {
      const whole = looks({ ...DEFINITION, unit });
      const filters = [{ sectors: ['HEA'] }, { orgTypes: ['437'] }, { from: '2025-02-01', to: '2025-02-28' }, { statuses: ['ongoing' as const] }];
      for (const filter of filters) expect(looks({ ...DEFINITION, unit, ...filter }), unit).toMatchObject({ breaks: whole.breaks, colors: whole.colors });
    }
    const may = { ...DEFINITION, from: '2025-02-01', to: '2025-02-28' };
    expect(looks({ ...may, sectors: ['HEA'] }, 'change').breaks).toEqual(looks(may, 'change').breaks);
    expect(looks({ ...DEFINITION, role: 'funding' }).breaks).not.toEqual(looks({ ...DEFINITION, role: 'any' }).breaks);
  });

  test('patterns: all differ, repeat without a seam, and nothing else is drawn', () => {
    const drawn = PATTERNS.map((look) => drawPattern(patternImage(look, PALETTE.light))!);
    expect(new Set(drawn.map(({ data }) => data.join())).size).toBe(PATTERNS.length);
    for (const [at, { width, height, data }] of drawn.entries()) {
      expect([width, height]).toEqual([2 * CELL, 2 * CELL]);
      // What one square paints beyond its edge, the next one has.
      const alpha = (x: number, y: number) => data[(y * width + x) * 4 + 3]!;
      for (let i = 0; i < width; i++) {
        const beyond = (x: number, y: number) => Math.round(255 * patternCover(PATTERNS[at]!, x / 2, y / 2, 0.5, edgeOf(PATTERNS[at]!) ? 'edge' : 'line'));
        expect([beyond(i, height), beyond(width, i)], PATTERNS[at]).toEqual([alpha(i, 0), alpha(0, i)]);
      }
      expect(data.some((value, i) => i % 4 === 3 && value === 255)).toBe(true);
    }
    expect(drawPattern('pattern:above:red')).toBeUndefined();
    expect(drawPattern('anything')).toBeUndefined();
  });
});

test('another unit of counting of the same count is what counting gives', () => {
  for (const patch of DEFINITIONS)
    for (const level of [1, 2] as const)
      for (const unit of ['organisations', 'activities', 'people'] as const) {
        const definition = { ...DEFINITION, ...patch };
        expect(recount(countPresence(columns, definition, level), { ...definition, unit })).toEqual(countPresence(columns, { ...definition, unit }, level));
      }
});

describe('address', () => {
  test('the whole definition comes back', () => {
    const state = {
      data: 'v02',
      definition: {
        unit: 'people',
        role: 'any',
        statuses: ['planned', 'ongoing'],
        sectors: ['HEA', 'PRO-GBV', 'Water, 100 % safe', '%2C'],
        orgTypes: ['437'],
        orgs: ['a, b & c', 'd'],
        from: '2025-01-01',
        to: '2025-03-31',
      },
      paint: 'change',
      changed: 'ratio',
      against: { version: 'v01', from: '2024-01-01', to: null },
      pane: 'matrix',
      split: 'matrix',
      people: 'v02',
      org: 'a, b & c',
      method: 'manual',
      classes: 7,
      breaks: [2, 5, 12],
      held: { level: 2, classes: { method: 'quantile', breaks: [1, 2.5, 40, 40], open: 'above', whole: true } },
    } as const;
    const query = formatPresenceState(structuredClone(state) as never, new URLSearchParams('lang=ar&level=2&unit=2:XX01'));
    expect(parsePresenceState(new URLSearchParams(query.toString()))).toEqual(state);
    expect(query.get('unit')).toBe('2:XX01');
    expect(formatPresenceState(PRESENCE_STATE, query).toString()).toBe('lang=ar&level=2&unit=2%3AXX01');
  });

  test('what does not parse is left out', () => {
    expect(parsePresenceState(new URLSearchParams('role=funding')).definition.role).toBe('funding');
    expect(parsePresenceState(new URLSearchParams('sector=HEA,NUT&sector=EDU')).definition.sectors).toEqual(['HEA', 'NUT', 'EDU']);
    expect(parsePresenceState(new URLSearchParams('status=none')).definition.statuses).toEqual([]);
    expect(
      parsePresenceState(
        new URLSearchParams('count=x&role=&status=x&from=2025-13-01&to=soon&paint=1&of=2&pane=2&data=1&vs=x&vsFrom=2025-01-01&method=best&classes=99&breaks=a'),
      ),
    ).toEqual(PRESENCE_STATE);
    expect(parsePresenceState(new URLSearchParams('from=2025-05-01&to=2025-04-30')).definition).toMatchObject({ from: null, to: '2025-04-30' });
  });
});
