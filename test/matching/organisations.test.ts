import { describe, expect, test } from 'vitest';
import { createOrganisationRegistry, splitFusedName } from '../../server/matching/organisations.ts';

const row = (name: string | null, acronym: string | null = null, type: string | null = null) => ({ name, acronym, type });

test.each([
  ['World Food Programme (wfp)', 'World Food Programme', 'wfp'],
  ['Save the Children (SC)', 'Save the Children', 'SC'],
  ['NRC - Norwegian Refugee Council', 'Norwegian Refugee Council', 'NRC'],
  ['Hope (Somalia branch office)', 'Hope (Somalia branch office)', null],
  ['  Plan   International ', 'Plan International', null],
])('%s → %s + %s', (text, name, acronym) => expect(splitFusedName(text)).toEqual({ name, acronym }));

describe('registry', () => {
  test('case, accents and blanks are one organisation; an empty cell is none', () => {
    const registry = createOrganisationRegistry();
    const first = registry.resolve(row('Médecins du Monde', 'MdM', '437'));
    expect(registry.resolve(row(' medecins  du monde '))).toBe(first);
    expect(registry.resolve(row(null))).toBeNull();
    expect(registry.resolve(row(' - '))).toBeNull();
    expect(registry.all()).toHaveLength(1);
  });

  test('an agency under its name of another language is counted once', () => {
    const registry = createOrganisationRegistry();
    registry.resolve(row('PAM'));
    registry.resolve(row('World Food Programme (WFP)'));
    registry.resolve(row(null, 'WFP'));
    registry.resolve(row('برنامج الأغذية العالمي'));
    expect(registry.all().map((each) => each.id)).toEqual(['wfp']);
  });

  test('an acronym alone never joins two names: DRC may be a country office', () => {
    const registry = createOrganisationRegistry();
    registry.resolve(row('Caritas Nord', 'Caritas'));
    registry.resolve(row('Caritas Sud', 'Caritas'));
    registry.resolve(row('Development Relief Corps', 'DRC'));
    registry.resolve(row('Danish Refugee Council', 'DRC'));
    expect(registry.all()).toHaveLength(4);
    expect(registry.proposals().map((each) => each.because)).toEqual(['acronym', 'acronym']);
  });

  test('false friends are proposed, not merged', () => {
    const registry = createOrganisationRegistry();
    registry.resolve(row('SOS Childrens Villages Somalia'));
    registry.resolve(row('SOS Childrens Villages Somaliland'));
    registry.resolve(row('Oxfam'));
    expect(registry.all()).toHaveLength(3);
    expect(registry.proposals()).toHaveLength(0);
    registry.resolve(row('Villages SOS Children Somalia'));
    expect(registry.proposals()).toMatchObject([{ because: 'name' }]);
  });

  test('a decision of a person is remembered', () => {
    const registry = createOrganisationRegistry(
      [{ id: 'oxfam', name: 'Oxfam', acronym: null, type: '437' }],
      [{ spelling: 'OXFAM GB', organisation: 'oxfam' }],
    );
    expect(registry.resolve(row('Oxfam-GB'))?.id).toBe('oxfam');
  });

  test('the name that a person keeps stays, whichever was met first; all spellings of the other follow', () => {
    const said = [{ spelling: 'Gamma Cares Foundation', organisation: 'gamma care foundation', name: 'Gamma Care Foundation' }];
    const registry = createOrganisationRegistry([], said);
    registry.resolve(row('Gamma Cares Foundation'));
    registry.resolve(row('GAMMA CARES FOUNDATION'));
    registry.resolve(row('Gamma Care Foundation'));
    expect(registry.all().map(({ id, name }) => [id, name])).toEqual([['gamma care foundation', 'Gamma Care Foundation']]);
    expect(registry.proposals()).toEqual([]);
  });

  test('an organisation of the month before that is another now is proposed no more', () => {
    const known = ['Gamma Care Foundation', 'Gamma Cares Foundation'].map((name) => ({ id: name.toLowerCase(), name, acronym: null, type: null }));
    expect(createOrganisationRegistry(known).proposals()).toHaveLength(1);
    const said = [{ spelling: 'Gamma Care Foundation', organisation: 'gamma cares foundation', name: 'Gamma Cares Foundation' }];
    const registry = createOrganisationRegistry(known, said);
    expect(registry.resolve(row('Gamma Care Foundation'))).toMatchObject({ id: 'gamma cares foundation', name: 'Gamma Cares Foundation' });
    expect(registry.proposals()).toEqual([]);
  });

  test('two that a person told apart are not asked about again', () => {
    const pair = ['Gamma Care Foundation', 'Gamma Cares Foundation'];
    const apart = createOrganisationRegistry();
    for (const name of pair) apart.resolve(row(name));
    expect(apart.proposals()).toHaveLength(1);
    const registry = createOrganisationRegistry([], [], [['gamma cares foundation', 'gamma care foundation']]);
    for (const name of pair) registry.resolve(row(name));
    expect([registry.all().length, registry.proposals()]).toEqual([2, []]);
  });
});
