/** What the pages read from the answer, and what a reader finds in it. */
import { describe, expect, test } from 'vitest';
import { countCapacities, findGroups, findOrganisations, fold } from '../../../../client/pages/coordination/filter.ts';
import { groupPath, importPath, scopeOf, structurePath } from '../../../../client/kit/workgroup/place.ts';
import { shortOf, textIn } from '../../../../client/kit/workgroup/names.ts';
import { EMPTY, formatState, parseState } from '../../../../client/pages/coordination/state.ts';
import { holds, toStructure } from '../../../../client/pages/coordination/structure.ts';
import { flatten } from '../../../../client/pages/coordination/tree.ts';
import { sampleStructure } from '../../../helpers/coordination/structure.ts';

const structure = toStructure(sampleStructure(), 'en');
const find = (state: Partial<typeof EMPTY>) => [...(findGroups(structure, { ...EMPTY, ...state }) ?? [])].toSorted();

describe('the structure', () => {
  test('closed groups are apart, all others in the tree', () => {
    expect(structure.closed.map(({ id }) => id)).toEqual(['census']);
    expect(flatten(structure.tree).length).toBe(structure.byId.size - 1);
  });
  test('those who lead come first, and seats of the future are not told', () => {
    expect(structure.seats.get('hea-cluster')!.map(({ capacity }) => capacity)).toEqual(['lead', 'co-lead', 'member', 'member']);
    expect(structure.answer.seats.some(({ capacity }) => capacity === 'donor')).toBe(true);
  });
  test('both days of a span count', () => {
    expect(holds({ start: '2026-01-01', end: '2026-01-31' }, '2026-01-01')).toBe(true);
    expect(holds({ start: '2026-01-01', end: '2026-01-31' }, '2026-01-31')).toBe(true);
    expect(holds({ start: '2026-01-01', end: '2026-01-31' }, '2026-02-01')).toBe(false);
    expect(holds({ start: null, end: null }, '1900-01-01')).toBe(true);
  });
  test('groups are called as they are known, in the language of the reader', () => {
    const group = structure.byId.get('flood')!;
    expect(shortOf(group, 'ar')).toBe('الاستجابة للفيضانات');
    expect(shortOf(structure.byId.get('wsh-cluster')!, 'ar')).toBe('WASH');
    expect(textIn({ pt: 'Saúde' }, 'fr')).toBe('Saúde');
    expect(textIn({}, 'fr')).toBe('');
  });
  test('in Arabic they are in the order of Arabic', () => {
    const arabic = toStructure(sampleStructure(), 'ar');
    const ids = (of: typeof structure) => of.tree[0]!.children[0]!.children.map(({ group }) => group.id);
    expect(ids(arabic).toSorted()).toEqual(ids(structure).toSorted());
    expect(ids(arabic)).not.toEqual(ids(structure));
  });
});

describe('what is found', () => {
  test('nothing is looked for: no answer, so that all groups are shown', () => expect(findGroups(structure, EMPTY)).toBeNull());
  test('by hub: the hub and the groups at it', () => {
    expect(find({ hub: 'north-hub' })).toEqual(['hea-cluster-north-hub', 'north-hub', 'wsh-cluster-north-hub']);
  });
  test('by organisation: where it sits, in whatever capacity, and where somebody of it holds a role', () => {
    expect(find({ org: 'organisation 4' })).toContain('hea-cluster');
    for (const id of find({ org: 'organisation 3' })) expect(structure.seats.get(id)!.map(({ organisation }) => organisation)).toContain('organisation 3');
    expect(find({ org: 'nobody' })).toEqual([]);
  });
  test('by text: names in any language, acronyms, organisations that lead; signs do not matter', () => {
    expect(find({ q: 'wash' })).toEqual(['wsh-cluster']);
    expect(find({ q: 'تغذية' })).toEqual(['nut-cluster']);
    expect(find({ q: 'الاَسْتجابة' })).toEqual(['flood']);
    expect(find({ q: 'organisation 6' })).toContain('ccm-cluster');
    expect(find({ q: 'WASH', hub: 'north-hub' })).toEqual([]);
  });
  test('how often an organisation leads', () => {
    const counts = countCapacities(structure, 'organisation 3');
    expect(counts.get('lead')).toBe(1);
    expect(counts.get('donor')).toBeUndefined();
  });
  test('organisations: the acronym itself first, then what begins so, then what holds it', () => {
    const named = (id: string, name: string, acronym: string | null = null) => ({ id, name, names: {}, acronym });
    const list = [named('a', 'Care for Who'), named('b', 'World Health Organization', 'WHO'), named('c', 'Whole Village'), named('d', 'Nobody')];
    expect(findOrganisations(list, 'who', 'en').map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(findOrganisations(list, ' ', 'en')).toEqual([]);
    expect(findOrganisations(structure.answer.organisations, 'organisation', 'en')).toHaveLength(12);
  });
  test('folded texts', () => expect(fold(' Équipe HUMANITAIRE ')).toBe('equipe humanitaire'));
});

describe('the address', () => {
  test.each(['', 'hub=north-hub', 'org=a+b&q=wash&view=list', 'hub=x&org=y&q=z'])('%s comes back', (text) => {
    expect(formatState(parseState(new URLSearchParams(text))).toString()).toBe(new URLSearchParams(text).toString());
  });
  test('what is not its own stays', () => {
    expect(formatState({ ...EMPTY, q: 'a' }, new URLSearchParams('lang=ar&hub=old')).toString()).toBe('lang=ar&q=a');
  });
  test('pages of countries and of the global structure', () => {
    expect(scopeOf({ iso3: 'xnv' })).toBe('XNV');
    expect([scopeOf({}), scopeOf({ iso3: 'Global' })]).toEqual(['global', 'global']);
    expect([structurePath('XNV'), structurePath('global')]).toEqual(['/c/xnv/coordination', '/global']);
    expect([groupPath('XNV', 'gis'), groupPath('global', 'imwg')]).toEqual(['/c/xnv/coordination/gis', '/global/imwg']);
    expect(importPath('global')).toBe('/c/global/coordination-import');
  });
});
