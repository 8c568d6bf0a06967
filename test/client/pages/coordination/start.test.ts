/** Which group somebody new belongs with, and whom to ask there. */
import { describe, expect, test } from 'vitest';
import { askedOf, findWorkingGroup, focalPointsOf } from '../../../../client/pages/coordination/start/group.ts';
import { toStructure } from '../../../../client/pages/coordination/structure.ts';
import { flatten } from '../../../../client/pages/coordination/tree.ts';
import { sampleGroups, sampleStructure } from '../../../helpers/coordination/structure.ts';

const structure = toStructure(sampleStructure(), 'en');
const byId = (groups: ReturnType<typeof sampleGroups>) => ({ byId: new Map(groups.map((group) => [group.id, group])) });

describe('the group for information management', () => {
  test('is the one called imwg, else the only working group at the top, else none', () => {
    expect(findWorkingGroup(structure)?.id).toBe('imwg');
    const renamed = sampleGroups().map((group) => (group.id === 'imwg' ? { ...group, id: 'im-group' } : group));
    // The cash working group is another one, so nobody knows which it is.
    expect(findWorkingGroup(byId(renamed))).toBeUndefined();
    expect(findWorkingGroup(byId(renamed.filter(({ id }) => id !== 'cash')))?.id).toBe('im-group');
    expect(findWorkingGroup(byId(sampleGroups().map((group) => (group.id === 'imwg' ? { ...group, status: 'closed' as const } : group))))?.id).toBe('cash');
  });
});

describe('whom to ask', () => {
  test('who leads first; roles of the future and past are not asked', () => {
    const roles = [
      { group: 'imwg', role: 'imo' as const, organisation: null, start: null, end: null },
      { group: 'imwg', role: 'chair' as const, organisation: null, start: null, end: null },
      { group: 'imwg', role: 'co-chair' as const, organisation: null, start: '2027-01-01', end: null },
    ];
    const asked = askedOf({ answer: structure.answer, roles: new Map([['imwg', roles]]) }, 'imwg');
    expect(asked.map(({ role }) => role)).toEqual(['chair', 'imo']);
  });
  test('every cluster and area of responsibility of the country has a line, also where nobody holds the role', () => {
    const points = focalPointsOf(structure, flatten(structure.tree));
    expect(points.length).toBe(15);
    expect(points.filter(({ held }) => held.length > 0).map(({ group }) => group.id)).toEqual(['hea-cluster']);
    expect(points.some(({ group }) => group.hub !== null)).toBe(false);
  });
});
