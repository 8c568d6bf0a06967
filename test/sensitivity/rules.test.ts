/** Which of two sensitivities protects less, what holds where table and owner differ, and who a dataset is meant for. */
import { describe, expect, test } from 'vitest';
import type { DatasetId } from '../../server/contract/ids.ts';
import { AUDIENCES, CLASSES, OPEN, type Audience, type Classification, type Sensitivity } from '../../server/contract/sensitivity/sensitivity.ts';
import { rightsOf, type GroupPlace, type Standing } from '../../server/people/rights.ts';
import { hold } from '../../server/sensitivity/holdings.ts';
import { faultOf, isLower, stricter } from '../../server/sensitivity/order.ts';
import type { Said, Setting } from '../../server/sensitivity/store.ts';

const W = '3w-exl' as DatasetId;
const of = (change: Partial<Sensitivity>): Sensitivity => ({ ...OPEN, ...change });
const ALL = CLASSES.flatMap((is) => AUDIENCES.map((audience) => of({ class: is, audience })));

describe('of two', () => {
  test('each protects less than one that is further in class or audience, and none than itself', () => {
    for (const [i, a] of CLASSES.entries())
      for (const [j, b] of CLASSES.entries())
        expect([a, b, isLower(of({ class: a, audience: 'response' }), of({ class: b, audience: 'response' }))]).toEqual([a, b, i < j]);
    for (const [i, a] of AUDIENCES.entries())
      for (const [j, b] of AUDIENCES.entries()) expect([a, b, isLower(of({ audience: a }), of({ audience: b }))]).toEqual([a, b, i < j]);
  });
  test('the stricter is lower than neither', () => {
    for (const a of ALL)
      for (const b of ALL) {
        const both = stricter(a, b);
        expect([isLower(both, a), isLower(both, b)]).toEqual([false, false]);
        expect(stricter(a, a)).toEqual(a);
      }
  });
  test('more groups by name protect less; deeper and smaller counts do', () => {
    expect(isLower(of({ audience: 'named', named: ['a', 'b'] }), of({ audience: 'named', named: ['a'] }))).toBe(true);
    expect(isLower(of({ audience: 'named', named: ['a'] }), of({ audience: 'named', named: ['a', 'b'] }))).toBe(false);
    expect(stricter(of({ audience: 'named', named: ['a', 'b'] }), of({ audience: 'named', named: ['b', 'c'] })).named).toEqual(['b']);
    const counts = (lowestLevel: 1 | 2 | null, smallestCount: number | null) => of({ class: 'high', lowestLevel, smallestCount });
    expect([
      isLower(counts(2, 3), counts(1, 3)),
      isLower(counts(null, 3), counts(2, 3)),
      isLower(counts(1, 3), counts(1, 5)),
      isLower(counts(1, 5), counts(1, null)),
    ]).toEqual([true, true, true, false]);
    expect(stricter(counts(null, 5), counts(1, null))).toEqual(counts(1, 5));
  });
  test('what contradicts itself', () => {
    expect([
      faultOf(of({ class: 'severe' }), 'presence'),
      faultOf(of({ named: ['a'], audience: 'response' }), 'presence'),
      faultOf(of({ class: 'high' }), 'boundaries'),
    ]).toEqual(['severe-public', 'named-without', 'counts-of']);
    expect([faultOf(of({ class: 'high' }), 'presence-points'), faultOf(of({ class: 'severe', audience: 'named', named: ['a'] }), 'boundaries')]).toEqual([
      null,
      null,
    ]);
  });
});

describe('what holds', () => {
  const row = (dataType: string, limits: Partial<Sensitivity>) => ({ dataType, title: '', notes: '', examples: [], ...of(limits) });
  const table = (version: string, ...rows: ReturnType<typeof row>[]): Classification =>
    ({
      scope: 'EXL',
      version,
      state: 'current',
      rows,
      document: null,
      endorsedBy: 'hct',
      endorsedOn: '2026-01-01',
      createdAt: '',
      createdBy: null,
    }) as unknown as Classification;
  const said = (limits: Partial<Sensitivity>, against: string | null, reason = ''): Said => ({
    ...of(limits),
    reason,
    against,
    againstType: 'presence',
    by: 'Ann',
    at: '2026-01-01T00:00:00Z',
  });
  const setting = (set: Said | null, more: Partial<Setting> = {}): Setting => ({ dataset: W, foundType: null, dataType: null, set, ...more });

  test('nothing said, no table: for everybody, as it was', () =>
    expect(hold(W, undefined, undefined)).toMatchObject({ holds: OPEN, proposed: null, set: null, lower: false, dataType: 'presence' }));
  test('no row of the table: the same', () => expect(hold(W, table('v1', row('contacts', { audience: 'named' })), undefined).holds).toEqual(OPEN));
  test('the row of its type, by what is in it', () => {
    const t = table('v1', row('presence', {}), row('presence-points', { class: 'high', audience: 'response' }));
    expect(hold(W, t, undefined)).toMatchObject({ holds: { audience: 'public' }, foundBy: 'kind' });
    expect(hold(W, t, setting(null, { foundType: 'presence-points' }))).toMatchObject({
      holds: { class: 'high', audience: 'response' },
      foundBy: 'coordinates',
      lower: false,
    });
    // Another type by the owner is no way around what was found.
    expect(hold(W, t, setting(null, { foundType: 'presence-points', dataType: 'presence' }))).toMatchObject({
      holds: { audience: 'public' },
      foundBy: 'owner',
      lower: true,
    });
  });
  test('the owner, who had a reason against this table', () => {
    const t = table('v1', row('presence', { class: 'high', audience: 'response' }));
    expect(hold(W, t, setting(said({}, 'v1', 'agreed')))).toMatchObject({
      holds: { audience: 'public' },
      lower: true,
      set: { outdated: false, reason: 'agreed' },
    });
  });
  test('a stricter table of later, until the owner decides again', () => {
    const t = table('v2', row('presence', { class: 'high', audience: 'response' }));
    expect(hold(W, t, setting(said({}, 'v1', 'agreed')))).toMatchObject({
      holds: { class: 'high', audience: 'response' },
      lower: false,
      set: { outdated: true },
    });
    expect(hold(W, t, setting(said({ audience: 'cluster' }, 'v1')))).toMatchObject({ holds: { class: 'high', audience: 'cluster' } });
  });
  test('a stricter row, once the data fall under another', () => {
    const t = table('v1', row('presence', {}), row('presence-points', { class: 'high', audience: 'response' }));
    expect(hold(W, t, setting(said({}, 'v1'), { foundType: 'presence-points' }))).toMatchObject({ holds: { audience: 'response' }, set: { outdated: true } });
  });
});

describe('whom a dataset is meant for', () => {
  const places: GroupPlace[] = [
    { scope: 'EXL', id: 'imwg', type: 'working-group', parent: null, owns: [], status: 'active' },
    { scope: 'EXL', id: 'gis', type: 'sub-group', parent: 'imwg', owns: [], status: 'active' },
    { scope: 'EXL', id: 'wash', type: 'cluster', parent: null, owns: [{ kind: '3w', sector: 'WSH' }], status: 'active' },
    { scope: 'EXL', id: 'protection', type: 'cluster', parent: null, owns: [], status: 'active' },
    { scope: 'EXL', id: 'gone', type: 'cluster', parent: null, owns: [], status: 'closed' },
    { scope: 'TGO', id: 'imwg', type: 'working-group', parent: null, owns: [], status: 'active' },
    { scope: 'global', id: 'imwg', type: 'working-group', parent: null, owns: [], status: 'active' },
  ];
  const held = (scope: string, group: string, role: Standing['role'], end: string | null = null): Standing => ({
    scope,
    group,
    role,
    state: 'active',
    start: null,
    end,
  });
  const TODAY = '2026-05-01';
  const receives = (standing: Standing | null, audience: Audience, named: string[] = []) =>
    rightsOf({ role: 'member' }, standing ? [standing] : [], places, TODAY).receives(W, audience, named);
  const row = (standing: Standing | null) => AUDIENCES.map((audience) => receives(standing, audience, audience === 'named' ? ['protection', 'gone'] : []));

  test.each<[string, Standing | null, boolean[]]>([
    ['nobody', null, [true, false, false, false]],
    ['of another country', held('TGO', 'imwg', 'chair'), [true, false, false, false]],
    ['an observer of the group that answers for it', held('EXL', 'imwg', 'observer'), [true, true, false, false]],
    ['a member of it', held('EXL', 'imwg', 'member'), [true, true, true, true]],
    ['a member of a group below it', held('EXL', 'gis', 'member'), [true, true, true, false]],
    ['a member of a cluster that owns a part', held('EXL', 'wash', 'member'), [true, true, true, false]],
    ['a member of a group that is named', held('EXL', 'protection', 'member'), [true, true, false, true]],
    ['a member of one that was closed', held('EXL', 'gone', 'member'), [true, false, false, false]],
    ['whose membership ended yesterday', held('EXL', 'imwg', 'chair', '2026-04-30'), [true, false, false, false]],
    ['whose last day is today', held('EXL', 'imwg', 'chair', TODAY), [true, true, true, true]],
    ['above all countries', held('global', 'imwg', 'member'), [true, true, true, true]],
    ['an observer there', held('global', 'imwg', 'observer'), [true, true, false, false]],
  ])('%s', (_name, standing, expected) => expect(row(standing)).toEqual(expected));
  test('an administrator', () =>
    expect(AUDIENCES.map((audience) => rightsOf({ role: 'admin' }, [], [], TODAY).receives(W, audience, []))).toEqual([true, true, true, true]));
});
