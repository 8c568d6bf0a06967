/** A group in the fields of its form, and what of it is sent. */
import { describe, expect, test } from 'vitest';
import { changesOf, codesOf, toSlug, toValues } from '../../../../client/pages/coordination/edit/groupValues.ts';
import { newGroupBody } from '../../../../server/contract/groups/groups.ts';
import { sampleGroups } from '../../../helpers/coordination/structure.ts';

const groups = sampleGroups();
const wash = groups.find(({ id }) => id === 'wsh-cluster')!;

describe('a group that stands', () => {
  test.each(groups.map((group) => [group.id, group] as const))('%s: a form that nobody touched changes nothing', (_, group) => {
    expect(changesOf(toValues(group), group)).toEqual({});
  });
  test('only what was changed is sent', () => {
    const values = { ...toValues(wash), 'name-fr': 'Eau', mailbox: '', 'members-only': 'yes', 'ad-hoc': 'yes', 'on-hold': 'yes', area: 'XN01, XN02  XN01' };
    expect(changesOf(values, wash)).toEqual({
      names: { ...wash.names, fr: 'Eau' },
      mailbox: null,
      visibility: 'members',
      permanent: false,
      status: 'on-hold',
      area: ['XN01', 'XN02'],
    });
  });
  test('a closed group stays closed until it is opened again', () => {
    const census = groups.find(({ id }) => id === 'census')!;
    expect(changesOf({ ...toValues(census), acronym: 'CEN' }, census)).toEqual({ acronym: 'CEN' });
    expect(changesOf({ ...toValues(census), reopen: 'yes' }, census)).toEqual({ status: 'active' });
  });
  test('a place keeps its P-code, and has no point where none is given', () => {
    const hub = { ...groups.find(({ id }) => id === 'north-hub')!, place: { name: 'Sarane', pcode: 'XN0101' as never, lat: 12.5, lon: -1.25 } };
    expect(toValues(hub)).toMatchObject({ place: 'Sarane', point: '12.5, -1.25' });
    expect(changesOf({ ...toValues(hub), point: '' }, hub)).toEqual({ place: { name: 'Sarane', pcode: 'XN0101', lat: null, lon: null } });
    expect(changesOf({ ...toValues(hub), place: '' }, hub)).toEqual({ place: null });
  });
  test('who approves is kept with the data that it is about, and goes with it', () => {
    const gis = { ...groups.find(({ id }) => id === 'gis')!, signoff: [{ kind: 'cod-ab' as const, approvals: 2, from: 'gis' }] };
    expect(toValues(gis)).toMatchObject({ 'approvals-cod-ab': '2', 'approvers-cod-ab': 'gis' });
    expect(changesOf({ ...toValues(gis), 'approvals-cod-ps': '1', 'approvers-cod-ps': 'imwg' }, gis)).toEqual({ signoff: [{ kind: 'cod-ab', approvals: 2, from: 'gis' }, { kind: 'cod-ps', approvals: 1, from: 'imwg' }] }); // prettier-ignore
    expect(changesOf({ ...toValues(gis), 'owns-cod-ab': '' }, gis)).toEqual({ owns: [{ kind: 'cod-ps' }], signoff: [] });
  });
  test('of a 3W a cluster answers for its sector, and data that it had stay as they were', () => {
    expect(changesOf({ ...toValues(wash), 'owns-3w': '' }, wash)).toEqual({ owns: [] });
    expect(changesOf({ ...toValues({ ...wash, owns: [] }), 'owns-3w': 'yes', 'owns-cod-ab': 'yes' }, { ...wash, owns: [] })).toEqual({ owns: [{ kind: '3w', sector: 'WSH' }, { kind: 'cod-ab' }] }); // prettier-ignore
  });
});

test('a new group is what the contract takes', () => {
  const { id, names, type, ...given } = { id: 'gis', ...changesOf({ 'name-en': 'GIS', type: 'sub-group', parent: 'imwg', since: '2026-11-29' }, null) };
  expect(newGroupBody.parse({ id, names, type, ...given })).toMatchObject({
    id: 'gis',
    names: { en: 'GIS' },
    type: 'sub-group',
    parent: 'imwg',
    permanent: true,
    visibility: 'public',
  });
});

test.each([
  ['GIS', 'gis'],
  ['Équipe spéciale « inondations »', 'equipe-speciale-inondations'],
  ['ES/NFI', 'es-nfi'],
  ['التغذية', ''],
  ['A very long name of a group that nobody would ever write', 'a-very-long-name-of-a-group-that-nobody'],
])('%s is %s in an address', (name, slug) => expect(toSlug(name)).toBe(slug));

test('codes between whatever stands between them', () => expect(codesOf(' XN01,XN02؛ XN03\nXN01 ')).toEqual(['XN01', 'XN02', 'XN03']));
