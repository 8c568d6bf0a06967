/** A dirty contact list of sixty rows: every row is placed or told why, nothing is guessed in silence, and nobody is compared with whom the asker may not see. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeContactPlan } from '../../../server/contacts/import/plan.ts';
import type { ContactPlan, ContactPlanInput, KnownPerson } from '../../../server/contacts/import/planning.ts';
import type { MadePerson } from '../../../server/contacts/import/people.ts';
import { writeContactsXlsx } from '../../../server/contacts/files/tables.ts';
import { APPOINTMENT_ROLES } from '../../../server/contract/groups/groups.ts';
import { LANGS } from '../../../server/contract/languages.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { NO_REPORTS, openRegistry } from '../../../server/groups/registry.ts';
import { createSectorTable } from '../../../server/matching/sectors.ts';
import { keepSheets, type KeptSheet } from '../../../server/sheets/sheet.ts';
import { aCard, aContact, aFile, aRole } from '../../helpers/contacts/cards.ts';
import { makeContactSheet, type ContactDirt, type ContactRow } from '../../helpers/contacts/sheet.ts';
import { aGroup, anOrganisation, aStructure, NVL } from '../../helpers/groups/made.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';

const sectors = createSectorTable(readFileSync('data/sectors.csv', 'utf8'));
const groups = [
  aGroup('nutrition', { names: { en: 'Nutrition Cluster' }, sector: 'NUT' }),
  aGroup('wash', { names: { en: 'WASH Cluster' }, sector: 'WSH', mailbox: 'wash@example.org' }),
  aGroup('health', { names: { en: 'Health Cluster' } }),
  aGroup('education', { names: { en: 'Education Cluster' } }),
  aGroup('gis', { type: 'sub-group', names: { en: 'GIS' } }),
];
const organisations = [anOrganisation('horizon relief', 'Horizon Relief'), anOrganisation('blue savanna', 'Blue Savanna')];
const known = (given: Partial<KnownPerson> & Pick<KnownPerson, 'id' | 'name'>): KnownPerson => ({
  given: null, family: null, organisation: null, jobTitle: null, dutyStation: null, languages: [], contacts: [], mayChange: true, ...given,
}); // prettier-ignore
const plan = (sheet: KeptSheet, given: Partial<Omit<ContactPlanInput, 'said'>> & { said?: Partial<ContactPlanInput['said']> } = {}): ContactPlan =>
  makeContactPlan({
    scope: NVL,
    sheet,
    groups,
    organisations,
    persons: [],
    appointments: [],
    mayGive: () => true,
    registry: openRegistry(aStructure({ organisations }), NO_REPORTS),
    sectors,
    places: { codes: new Set(['NV01', 'NV02', 'NV03']), byName: new Map([['north', ['NV01', 'NV02']], ['port azul', ['NV03']]]) },
    lang: 'en',
    ...given,
    said: { columns: [], doubts: {}, leave: [], ...given.said },
  }); // prettier-ignore
const csv = async (text: string) => keepSheets(await readTables(uploadOf('list.csv', text)))[0]!;
const made = (of: ContactPlan) => [...of.intents.values()].filter(({ does }) => does === 'person.create').map(({ data }) => data as MadePerson);

describe('a dirty list', () => {
  let sheet: KeptSheet;
  let truth: ContactRow[];
  let first: ContactPlan;
  /** With the likeliest answer to everything. */
  let settled: ContactPlan;
  const rowsOf = (dirt: ContactDirt) => truth.filter((row) => row.dirt === dirt).map(({ row }) => row);
  const lineOf = (of: ContactPlan, row: number) => of.ledger.find((line) => line.row === row)!;
  /** Answers of a person: the likeliest of each, but for what is asked by another answer. */
  function answered(own: (doubt: ContactPlan['doubts'][number]) => string | undefined = () => undefined): ContactPlan {
    const doubts: Record<string, string> = {};
    let after = first;
    for (let turn = 0; turn < 6 && after.doubts.some(({ answer }) => answer === null); turn++) {
      for (const doubt of after.doubts) doubts[doubt.id] ??= own(doubt) ?? doubt.choices[0]!.answer;
      after = plan(sheet, { said: { doubts } });
    }
    return after;
  }

  beforeAll(async () => {
    const file = makeContactSheet();
    truth = file.truth;
    sheet = keepSheets(await readTables(uploadOf('contacts.xlsx', file.bytes)))[0]!;
    first = plan(sheet);
    settled = answered();
  });

  test('its columns are taken for what they are, with reasons', () => {
    expect(first.columns.map(({ role }) => ('part' in role ? `${role.is} ${role.part}` : role.is))).toEqual([
      'group', 'role', 'name full', 'organisation name', 'job-title', 'email', 'phone', 'duty-station', 'languages', 'start', 'end',
    ]); // prettier-ignore
    for (const { reasons, confidence, heading } of first.columns) expect([heading, reasons.length > 0, confidence > 0.3]).toEqual([heading, true, true]);
  });

  test('every kind of dirt is in it, and every row has its line in the ledger with a sentence', () => {
    expect(new Set(truth.map(({ dirt }) => dirt)).size).toBe(17);
    expect(first.ledger.map(({ row }) => row)).toEqual([...truth.map(({ row }) => row), 63]);
    for (const line of first.ledger) expect(line.text, `row ${line.row}`).not.toBe('');
    for (const line of first.ledger.filter(({ outcome }) => outcome === 'planned')) expect(line.changes.length).toBeGreaterThan(0);
    for (const line of first.ledger.filter(({ outcome }) => outcome === 'doubt')) expect(line.doubts.length).toBeGreaterThan(0);
  });

  test.each([
    ['misspelt-cluster', 'group'],
    ['no-such-group', 'group'],
    ['blank-group', 'group'],
    ['two-persons', 'several'],
    ['two-persons-one-address', 'several'],
    ['phone-as-number', 'phone'],
    ['short-phone-as-number', 'phone'],
    ['rounded-phone', 'phone'],
    ['bad-address', 'email'],
    ['family-first', 'name'],
    ['odd-role', 'role'],
    ['bad-date', 'date'],
    ['misspelt-organisation', 'organisation'],
  ] as const)('%s is asked about (%s)', (dirt, about) => {
    const rows = rowsOf(dirt);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(lineOf(first, row).outcome, `row ${row}`).toBe('doubt');
      expect(first.doubts.some((doubt) => doubt.about === about && doubt.rows.includes(row)), `row ${row}`).toBe(true); // prettier-ignore
    }
  });

  test('once all is answered no row is in doubt; only the vacant post and the total are left, and each is told why', () => {
    const after = settled;
    expect(after.doubts.filter(({ answer }) => answer === null)).toEqual([]);
    const left = after.ledger.filter(({ outcome }) => outcome === 'left');
    expect(left.map(({ row, text }) => [row, text])).toEqual([...rowsOf('vacant').map((row) => [row, 'No person is named here.']), [63, 'A total of the rows above.']]); // prettier-ignore
    expect(after.ledger.filter(({ outcome }) => outcome === 'planned')).toHaveLength(60 - rowsOf('vacant').length);
    expect(after.changes.filter(({ taken }) => !taken)).toEqual([]);
  });

  test('a phone that was a number gets its beginning back, as it was answered', () => {
    const people = made(settled);
    const phoneOf = (row: number) => people.find(({ name }) => name === truth.find((each) => each.row === row)!.name)!.contacts.find(({ kind }) => kind === 'phone')?.value; // prettier-ignore
    for (const row of rowsOf('phone-as-number')) expect(phoneOf(row)).toBe(`+${999_205_551_000 + row - 3}`);
    for (const row of rowsOf('short-phone-as-number')) expect(phoneOf(row)).toBe(`0${205_551_000 + row - 3}`);
    for (const row of rowsOf('rounded-phone')) expect(phoneOf(row)).toBeUndefined();
    expect(phoneOf(3)).toBe('+999 20 555 1000');
  });

  test('two persons in a cell are two, each with an address of their own; a shared one is the one’s who was named', () => {
    const after = answered((doubt) => (doubt.id.startsWith('several:whose') ? '1' : undefined));
    const people = made(after);
    for (const row of rowsOf('two-persons')) {
      const own = lineOf(after, row).changes.filter((id) => id.startsWith('person:')).map((id) => people.find(({ key }) => key === id)!); // prettier-ignore
      expect(own.map(({ contacts }) => contacts.map(({ value }) => value))).toEqual([[`${truth[row - 3]!.name.toLowerCase().replace(' ', '.')}@example.org`], [`zoe${row - 3}@example.org`]]); // prettier-ignore
    }
    for (const row of rowsOf('two-persons-one-address')) {
      const own = lineOf(after, row).changes.filter((id) => id.startsWith('person:')).map((id) => people.find(({ key }) => key === id)!); // prettier-ignore
      expect(own.map(({ name, contacts }) => [name.split(' ')[0], contacts.length])).toEqual([
        [truth[row - 3]!.name.split(' ')[0], 0],
        ['Yann', 2],
      ]);
    }
  });

  test('names that are written the other way round, addresses that are written out, somebody who stands twice', () => {
    const people = made(settled);
    for (const row of rowsOf('family-first')) {
      const [given, family] = truth[row - 3]!.name.split(' ');
      expect(people.find(({ key }) => key === `person:${row}.0`)).toMatchObject({ name: `${given} ${family}`, given, family });
    }
    for (const row of rowsOf('bad-address')) expect(people.find(({ key }) => key === `person:${row}.0`)!.contacts[0]!.value).toMatch(/^\w+\.\w+@example\.org$/);
    expect(people.filter(({ name }) => name === 'Alba Abane')).toHaveLength(1);
    const roles = [...settled.intents.values()].filter(({ does, person }) => does === 'appointment.create' && person === 'Alba Abane');
    expect(roles.map(({ group }) => group)).toEqual(['nutrition', 'gis']);
  });

  test('a mailbox of a group is no address of a person; places are found, languages too', () => {
    const after = settled;
    for (const row of rowsOf('mailbox'))
      expect(lineOf(after, row).notes).toEqual(['wash@example.org is the mailbox of a group, not of a person, and is left out.']);
    const people = made(after);
    expect(people.flatMap(({ contacts }) => contacts.map(({ value }) => value))).not.toContain('wash@example.org');
    expect(people.find(({ name }) => name === 'Bilal Abane')).toMatchObject({ dutyStation: { pcode: 'NV03', name: 'Port Azul' }, languages: ['ar'], jobTitle: 'Team lead' }); // prettier-ignore
    expect(people.find(({ name }) => name === 'Alba Abane')).toMatchObject({ dutyStation: { pcode: 'NV01', name: 'North' }, languages: ['en', 'fr'] });
  });

  test.each(LANGS)('everything is said in %s', (lang) => {
    const { changes, doubts, ledger, columns } = plan(sheet, { lang });
    const texts = [...changes, ...doubts, ...doubts.flatMap(({ choices }) => choices), ...ledger, ...columns.flatMap(({ reasons }) => reasons)].map(({ text }) => text).concat(ledger.flatMap(({ notes }) => notes)); // prettier-ignore
    for (const text of texts) expect(text).not.toMatch(/^(contacts|import|why|held)\.|undefined|[{}]/);
  });

  test('ids of doubts and changes hold no name and no address', () => {
    const ids = [...first.doubts, ...first.changes].filter(({ id }) => !/^(group|organisation|role|date):/.test(id)).map(({ id }) => id.toLowerCase());
    for (const { name } of truth) expect(ids.filter((id) => id.includes(name.toLowerCase().split(' ')[0]!))).toEqual([]);
    expect(ids.filter((id) => id.includes('@') || id.includes('example'))).toEqual([]);
  });
});

describe('who is who', () => {
  const nadia = known({ id: 'p1', name: 'Nadia Sow', organisation: 'horizon relief', contacts: [{ kind: 'email', value: 'nadia@example.org' }] });
  const of = async (text: string, persons: KnownPerson[] = [nadia], said: Partial<ContactPlanInput['said']> = {}) => plan(await csv(text), { persons, said });

  test('the same address and a name that is alike: the same; blanks are filled in', async () => {
    const { changes, doubts } = await of('Name,Cluster,Email,Phone\nSow Nadia,WASH Cluster,NADIA@example.org,+999 1 234 567\n');
    expect(doubts).toEqual([]);
    expect(changes.map(({ does, text }) => [does, text])).toEqual([
      ['appointment.create', 'Nadia Sow in WASH Cluster: a member'],
      ['person.change', 'Nadia Sow, added: +999 1 234 567'],
    ]);
  });
  test('the same address and another name is asked', async () => {
    const { doubts } = await of('Name,Cluster,Email\nOmar Diallo,WASH Cluster,nadia@example.org\n');
    expect(doubts).toMatchObject([{ about: 'person', choices: [{ answer: 'is:p1', text: 'Nadia Sow' }, { answer: 'new' }, { answer: 'leave' }] }]);
  });
  test('the same name and another address is asked; without any address it is the same', async () => {
    expect((await of('Name,Cluster,Email\nNadia Sow,WASH Cluster,other@example.org\n')).doubts).toMatchObject([{ about: 'person' }]);
    expect((await of('Name,Cluster\nNadia Sow,WASH Cluster\n')).changes.map(({ does }) => does)).toEqual(['appointment.create']);
  });
  test('a spelling that is near is asked, also near to a row above', async () => {
    expect((await of('Name,Cluster\nNadja Sow,WASH Cluster\n')).doubts).toMatchObject([{ about: 'person', choices: [{ answer: 'is:p1' }, {}, {}] }]);
    expect((await of('Name,Cluster\nMariam Keita,WASH Cluster\nMariame Keita,Health Cluster\n', [])).doubts).toMatchObject([{ about: 'person', rows: [3] }]);
  });
  test('what is known is never written over: it is asked', async () => {
    const titled = known({ ...nadia, jobTitle: 'Head of office' });
    const text = 'Name,Cluster,Job title\nNadia Sow,WASH Cluster,Intern\n';
    const { doubts } = await of(text, [titled]);
    expect(doubts).toMatchObject([{ about: 'conflict', text: 'Nadia Sow, job title: the rows disagree. Which is right?', choices: [{ text: 'Head of office' }, { text: 'Intern' }, {}] }]); // prettier-ignore
    const kept = await of(text, [titled], { doubts: { [doubts[0]!.id]: doubts[0]!.choices[0]!.answer } });
    expect(kept.changes.map(({ does }) => does)).toEqual(['appointment.create']);
    const taken = await of(text, [titled], { doubts: { [doubts[0]!.id]: doubts[0]!.choices[1]!.answer } });
    expect(taken.changes.map(({ does }) => does)).toEqual(['appointment.create', 'person.change']);
  });
  test('of an entry that is not the asker’s to change only the role is added, and the row is told', async () => {
    const { changes, ledger } = await of('Name,Cluster,Job title\nNadia Sow,WASH Cluster,Intern\n', [known({ ...nadia, mayChange: false })]);
    expect(changes.map(({ does }) => does)).toEqual(['appointment.create']);
    expect(ledger[0]!.notes).toEqual(['Details of Nadia Sow stay as they are: you do not decide on this entry.']);
  });
  test('nobody is entered where the asker may not give the role', async () => {
    const sheet = await csv('Name,Cluster,Role\nOmar Diallo,WASH Cluster; Health Cluster,Member\nAwa Ba,Health Cluster,Chair\n');
    const { ledger, changes } = plan(sheet, { mayGive: (_, group) => group === 'wash' });
    expect(ledger.map(({ outcome, text, notes }) => [outcome, text, notes])).toEqual([
      ['planned', '2 changes', ['Not entered in Health Cluster (a member): you may not do that.']],
      ['left', 'You may not enter anybody in Health Cluster with this role: the chair.', []],
    ]);
    expect(changes.filter(({ group }) => group === 'health')).toEqual([]);
  });
  test('a list without a column of groups is asked once for all', async () => {
    const { doubts, ledger } = await of('Name,Email\nOmar Diallo,omar@example.org\nAwa Ba,awa@example.org\n', []);
    expect(doubts).toMatchObject([{ id: 'group:sheet', rows: [2, 3] }]);
    expect(ledger.map(({ outcome }) => outcome)).toEqual(['doubt', 'doubt']);
  });
  test('an export of ours is read back: names, parts of names, several addresses, phones with their plus, groups and roles in pairs', async () => {
    const text = [
      'name,given_name,family_name,organisation,job_title,groups,roles,duty_station,duty_station_pcode,languages,email,other_emails,phone,other_phones,messengers,other_contacts,confirmed,verified,valid_until,notice',
      `Zoe Abane,Zoe,Abane,Horizon Relief,Lead,WASH Cluster; GIS,IM focal point; Chair,Port Azul,NV03,fr; ar,zoe@example.org,z@example.org,'+41 22 917 12 34,,Signal: +41 79,,2026-01-01,,2026-12-01,For Amina`,
    ].join('\n');
    const { doubts, intents, ledger } = await of(text, []);
    expect(doubts).toEqual([]);
    expect(ledger).toMatchObject([{ outcome: 'planned' }]);
    const person = [...intents.values()].find(({ does }) => does === 'person.create')!.data as MadePerson;
    expect(person).toMatchObject({
      name: 'Zoe Abane',
      given: 'Zoe',
      family: 'Abane',
      jobTitle: 'Lead',
      dutyStation: { pcode: 'NV03', name: 'Port Azul' },
      languages: ['fr', 'ar'],
    });
    expect(person.contacts).toEqual([
      { kind: 'email', service: null, value: 'zoe@example.org' },
      { kind: 'email', service: null, value: 'z@example.org' },
      { kind: 'phone', service: null, value: '+41 22 917 12 34' },
      { kind: 'messenger', service: 'Signal', value: '+41 79' },
    ]);
    const held = [...intents.values()].filter(({ does }) => does === 'appointment.create').map(({ data }) => data as { group: string; role: string });
    expect(held.map(({ group, role }) => [group, role])).toEqual([['wash', 'imo'], ['gis', 'chair']]); // prettier-ignore
  });

  test.each(LANGS)('a workbook of ours in %s is read back as it was', async (lang) => {
    const card = aCard('c1', {
      name: 'Zoe Abane',
      given: 'Zoe',
      family: 'Abane',
      organisation: 'horizon relief' as never,
      jobTitle: 'Lead',
      dutyStation: { pcode: 'NV03' as never, name: 'Port Azul' },
      languages: ['fr', 'ar'],
      roles: APPOINTMENT_ROLES.map((role, i) => aRole(['wash', 'gis', 'health'][i % 3]!, role)),
      contacts: [
        aContact('email', 'zoe@example.org'),
        aContact('email', 'z@example.org'),
        aContact('phone', '+41 22 917 12 34'),
        aContact('phone', '+41 79 000 00 00'),
        aContact('messenger', '+41 79', { service: 'Signal' }),
      ],
    });
    const names = groups.map(({ id, names: of }) => ({ id: id as never, type: 'cluster' as const, names: of, acronym: null, mailbox: null }));
    const bytes = await writeContactsXlsx(
      aFile([card], { lang, groups: names, organisations: [{ id: 'horizon relief' as never, name: 'Horizon Relief', names: {}, acronym: null }] }),
    );
    const sheets = keepSheets(await readTables(uploadOf('ours.xlsx', bytes)));
    const { doubts, intents, ledger } = plan(sheets[0]!, { lang });
    expect(doubts).toEqual([]);
    expect(ledger).toMatchObject([{ outcome: 'planned', notes: [] }]);
    const person = [...intents.values()].find(({ does }) => does === 'person.create')!.data as MadePerson;
    expect(person).toMatchObject({
      name: 'Zoe Abane',
      given: 'Zoe',
      family: 'Abane',
      organisation: 'horizon relief',
      jobTitle: 'Lead',
      languages: ['fr', 'ar'],
      dutyStation: card.dutyStation,
    });
    expect(person.contacts.map(({ value }) => value)).toEqual(['zoe@example.org', 'z@example.org', '+41 22 917 12 34', '+41 79 000 00 00', '+41 79']);
    const held = [...intents.values()].filter(({ does }) => does === 'appointment.create').map(({ data }) => (data as { role: string }).role);
    expect(held).toEqual([...APPOINTMENT_ROLES]);
  });
});
