/** Days that count, circles, what is below what, and what everybody may see. */
import { describe, expect, test } from 'vitest';
import { addDays, belowOf, climb, findCircle, findManagers, hasEnded, holdsOn, publicPart, stands, stateOn } from '../../server/groups/structure.ts';
import { aGroup, anAppointment, anOrganisation, aPerson, aSeat, aStructure } from '../helpers/groups/made.ts';

describe('days', () => {
  test.each([
    [null, null, '2026-05-14', true],
    ['2026-05-14', null, '2026-05-14', true],
    ['2026-05-15', null, '2026-05-14', false],
    [null, '2026-05-14', '2026-05-14', true],
    [null, '2026-05-13', '2026-05-14', false],
    ['2026-05-14', '2026-05-14', '2026-05-14', true],
  ])('from %s to %s holds on %s: %s', (start, end, day, holds) => expect(holdsOn({ start, end }, day)).toBe(holds));

  test('the last day still counts; the day after it has ended', () => {
    expect(['2026-06-29', '2026-06-30', '2026-07-01'].map((day) => hasEnded({ end: '2026-06-30' }, day))).toEqual([false, false, true]);
    const held = anAppointment('gis', 'p', 'chair', { end: '2026-06-30' });
    expect(['2026-06-30', '2026-07-01'].map((day) => [stands(held, day), stateOn(held, day)])).toEqual([[true, 'active'], [false, 'ended']]); // prettier-ignore
  });

  test.each(['invited', 'pending', 'ended'] as const)('one that is %s gives nothing', (state) =>
    expect(stands(anAppointment('gis', 'p', 'chair', { state }), '2026-05-14')).toBe(false),
  );

  test('months and leap days are those of the calendar', () =>
    expect([addDays('2026-02-28', 1), addDays('2028-02-28', 1), addDays('2026-01-01', -1)]).toEqual(['2026-03-01', '2028-02-29', '2025-12-31']));
});

describe('edges', () => {
  const groups = [
    aGroup('hct', { type: 'hct' }),
    aGroup('iccg', { type: 'iccg', parent: 'hct' }),
    aGroup('imwg', { type: 'working-group', parent: 'iccg', reportsTo: 'hct' }),
    aGroup('gis', { type: 'sub-group', parent: 'imwg', reportsTo: 'iccg' }),
    aGroup('wash', { parent: 'iccg' }),
  ];
  const changed = (id: string, change: object) => groups.map((group) => (group.id === id ? { ...group, ...change } : group));

  test('two edges to one group make no circle', () => {
    for (const { id } of groups) for (const edge of ['parent', 'reportsTo', 'hub'] as const) expect(findCircle(groups, id, edge), `${id} ${edge}`).toBeNull();
  });
  test('a group above itself, and a circle over several', () => {
    expect(findCircle(changed('hct', { parent: 'hct' }), 'hct', 'parent')).toEqual(['hct', 'hct']);
    expect(findCircle(changed('hct', { parent: 'gis' }), 'hct', 'parent')).toEqual(['hct', 'gis', 'imwg', 'iccg', 'hct']);
    expect(findCircle(changed('iccg', { reportsTo: 'gis' }), 'iccg', 'reportsTo')).toEqual(['iccg', 'gis', 'iccg']);
  });
  test('a circle further up ends as well', () => {
    const round = [aGroup('a', { parent: 'b' }), aGroup('b', { parent: 'c' }), aGroup('c', { parent: 'b' })];
    expect([findCircle(round, 'a', 'parent'), climb(round, 'a', 'parent'), belowOf(round, 'b')]).toEqual([null, ['b', 'c'], ['a', 'c']]);
  });
  test('what is below, and above', () => {
    expect(belowOf(groups, 'iccg')).toEqual(['imwg', 'gis', 'wash']);
    expect(climb(groups, 'gis', 'parent')).toEqual(['imwg', 'iccg', 'hct']);
  });
  test('who answers for data that nobody owns: imwg, or the only working group without one above it', () => {
    expect(findManagers(groups)?.id).toBe('imwg');
    const named = groups.map((group) => (group.id === 'imwg' ? { ...group, id: 'info' } : group.parent === 'imwg' ? { ...group, parent: 'info' } : group));
    expect(findManagers(named)?.id).toBe('info');
    expect(findManagers([...named, aGroup('cash', { type: 'working-group' })])).toBeUndefined();
    expect(findManagers([...groups, aGroup('cash', { type: 'working-group' })])?.id).toBe('imwg');
  });
});

test('the public part names no person, and nothing of groups for members', () => {
  const open = publicPart(
    aStructure({
      groups: [
        aGroup('hct', { type: 'hct', visibility: 'members', updatedBy: 'Ann' }),
        aGroup('wash', { parent: 'hct', reportsTo: 'hct', updatedBy: 'Ann', signoff: [{ kind: '3w', approvals: 2, from: 'hct' }] }),
      ],
      organisations: [anOrganisation('a'), anOrganisation('b'), anOrganisation('c')],
      seats: [aSeat('hct', 'a', 'member'), aSeat('wash', 'b', 'lead')],
      persons: [aPerson('p', 'c')],
      appointments: [anAppointment('wash', 'p', 'imo', { organisation: 'c' }), anAppointment('wash', 'p', 'member', { state: 'pending', organisation: 'a' })],
    }),
  );
  expect(open.groups).toMatchObject([{ id: 'wash', parent: null, reportsTo: null, signoff: [], updatedBy: null }]);
  expect([open.organisations.map(({ id }) => id), open.persons, open.seats.length, open.appointments.length]).toEqual([['b', 'c'], [], 1, 1]);
});
