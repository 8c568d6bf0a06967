/** A dirty sheet of sixty rows against a structure: every row is placed or told why, and nothing is guessed in silence. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGS } from '../../../server/contract/languages.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { makePlan } from '../../../server/groups/import/plan.ts';
import type { Plan, PlanInput } from '../../../server/groups/import/planning.ts';
import { keepSheets, type KeptSheet } from '../../../server/sheets/sheet.ts';
import { openRegistry, NO_REPORTS } from '../../../server/groups/registry.ts';
import type { Structure } from '../../../server/groups/structure.ts';
import { createSectorTable } from '../../../server/matching/sectors.ts';
import { aGroup, anAppointment, anOrganisation, aPerson, aSeat, aStructure, NVL } from '../../helpers/groups/made.ts';
import { makeStructureSheet, type Dirt, type SheetRow } from '../../helpers/groups/sheet.ts';
import { uploadOf } from '../../helpers/tables/workbook.ts';

const sectors = createSectorTable(readFileSync('data/sectors.csv', 'utf8'));
const known = aStructure({
  groups: [
    aGroup('nutrition', { names: { en: 'Nutrition Cluster' }, sector: 'NUT' }),
    aGroup('wsh', { names: { en: 'Water, Sanitation and Hygiene Cluster' }, sector: 'WSH' }),
  ],
  organisations: [anOrganisation('horizon relief', 'Horizon Relief'), anOrganisation('blue savanna', 'Blue Savanna')],
  seats: [aSeat('nutrition', 'horizon relief', 'member', '2025-01-01')],
  persons: [aPerson('p1', 'horizon relief', { name: 'Alba Abane' })],
});
const plan = (sheet: KeptSheet, said: Partial<PlanInput['said']> = {}, structure: Structure = known, lang: PlanInput['lang'] = 'en'): Plan =>
  makePlan({
    scope: NVL,
    sheet,
    said: { columns: [], doubts: {}, leave: [], ...said },
    structure,
    registry: openRegistry(structure, NO_REPORTS),
    sectors,
    places: { codes: new Set(['NV01', 'NV02']), byName: new Map([['north', ['NV01']], ['east', ['NV02', 'NV01']]]) },
    today: '2026-05-14',
    lang,
  }); // prettier-ignore
const csvSheet = async (text: string) => keepSheets(await readTables(uploadOf('sheet.csv', text)))[0]!;

describe('a dirty sheet', () => {
  let sheet: KeptSheet;
  let truth: SheetRow[];
  let made: Plan;
  const rowsOf = (dirt: Dirt) => truth.filter((row) => row.dirt === dirt).map(({ row }) => row);
  const doubtsOf = (about: string) => made.doubts.filter((doubt) => doubt.about === about);

  beforeAll(async () => {
    const file = makeStructureSheet();
    truth = file.truth;
    sheet = keepSheets(await readTables(uploadOf('contacts.xlsx', file.bytes)))[0]!;
    made = plan(sheet);
  });

  test('its columns are taken for what they are, with reasons', () => {
    expect(made.columns.map(({ role }) => ('part' in role ? `${role.is} ${role.part}` : role.is))).toEqual([
      'group name', 'hub', 'organisation name', 'capacity', 'person', 'role', 'email', 'start', 'end',
    ]); // prettier-ignore
    for (const { reasons, confidence } of made.columns) expect([reasons.length > 0, confidence > 0.3]).toEqual([true, true]);
    expect(made.columns[0]!.reasons.map(({ text }) => text).join('\n')).toContain('cells name a coordination group');
  });

  test('has sixty rows, and a line of the ledger for each, and for the total below', () => {
    expect(made.ledger.map(({ row }) => row)).toEqual([...truth.map(({ row }) => row), 63]);
    expect(made.ledger.at(-1)).toMatchObject({ outcome: 'left', text: 'A total of the rows above.' });
    for (const line of made.ledger) expect(line.text, `row ${line.row}`).not.toBe('');
    for (const line of made.ledger.filter(({ outcome }) => outcome === 'planned')) expect(line.changes.length).toBeGreaterThan(0);
    for (const line of made.ledger.filter(({ outcome }) => outcome === 'doubt')) expect(line.doubts.length).toBeGreaterThan(0);
  });

  test.each([
    ['misspelt-cluster', 'group'],
    ['two-organisations', 'several'],
    ['two-persons', 'several'],
    ['blank-group', 'group'],
    ['misspelt-organisation', 'organisation'],
    ['odd-role', 'role'],
    ['bad-date', 'date'],
  ] as const)('%s is asked about (%s)', (dirt, about) => {
    const rows = rowsOf(dirt);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(made.ledger.find((line) => line.row === row)!.outcome, `row ${row}`).toBe('doubt');
      expect(doubtsOf(about).some((doubt) => doubt.rows.includes(row)), `row ${row}`).toBe(true); // prettier-ignore
    }
  });

  test('a day as a number of a spreadsheet is that day; nobody is no organisation', () => {
    for (const row of rowsOf('serial-date')) {
      const line = made.ledger.find((each) => each.row === row)!;
      expect(line.outcome).toBe('planned');
      const appointment = [...made.intents.values()].find(({ id, does }) => line.changes.includes(id) && does === 'appointment.create')!;
      expect(appointment.data).toMatchObject({ start: '2026-01-15' });
    }
    for (const row of rowsOf('nobody')) expect(made.ledger.find((line) => line.row === row)!.changes.filter((id) => id.startsWith('seat:'))).toEqual([]);
  });

  test('clean rows are placed: known groups and persons are found, new ones are made once', () => {
    for (const row of rowsOf('clean')) expect(['planned', 'unchanged'], `row ${row}`).toContain(made.ledger.find((line) => line.row === row)!.outcome);
    expect(made.changes.filter(({ does }) => does === 'group.create').map(({ group }) => group)).toEqual(['health-cluster', 'education-cluster']);
    expect(made.changes.some(({ person, does }) => does === 'person.create' && person === 'Alba Abane')).toBe(false);
    const ids = made.changes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('once every question is answered no row is in doubt, and every other is taken', () => {
    const doubts: Record<string, string> = {};
    let after = made;
    for (let turn = 0; turn < 5 && after.doubts.some(({ answer }) => answer === null); turn++) {
      for (const { id, choices } of after.doubts) doubts[id] ??= choices[0]!.answer;
      after = plan(sheet, { doubts });
    }
    expect(after.ledger.map(({ outcome }) => outcome).filter((outcome) => outcome === 'doubt')).toEqual([]);
    expect(after.changes.filter(({ taken }) => !taken)).toEqual([]);
    // Misspelt rows are in the group that was meant.
    for (const row of rowsOf('misspelt-cluster'))
      expect(after.doubts.find((doubt) => doubt.about === 'group' && doubt.rows.includes(row))!.choices[0]!.answer).toMatch(
        /^is:(nutrition|wsh|health-cluster|education-cluster)$/,
      );
  });

  test('rows that are left out by answer, and changes that are not ticked, stand in the ledger as such', () => {
    const [row] = rowsOf('odd-role') as [number];
    const doubt = made.doubts.find(({ about, rows }) => about === 'role' && rows.includes(row))!;
    expect(doubt.choices.at(-1)!.answer).toBe('leave');
    const left = plan(sheet, { doubts: { [doubt.id]: 'leave' } });
    expect(left.ledger.find((line) => line.row === row)).toMatchObject({ outcome: 'left', text: 'Left out, as you answered.' });
    const group = plan(sheet, { leave: ['group:health-cluster'] });
    for (const change of group.changes.filter((each) => each.group === 'health-cluster')) expect([change.does, change.taken]).toEqual([change.does, false]);
  });

  test.each(LANGS)('everything is said in %s', (lang) => {
    const { changes, doubts, ledger, columns } = plan(sheet, {}, known, lang);
    const texts = [...changes, ...doubts, ...doubts.flatMap(({ choices }) => choices), ...ledger, ...columns.flatMap(({ reasons }) => reasons)].map(
      ({ text }) => text,
    );
    for (const text of texts) expect(text).not.toMatch(/^(import|why|held|type|capacity|field)\.|undefined|[{}]/);
  });
});

describe('single cells', () => {
  test('a cluster is known by its sector, by any of its names without their kind, and by its acronym', async () => {
    const sheet = await csvSheet('Cluster,Lead agency\nWASH,Horizon Relief\nNutrition sector,Blue Savanna\nEAH,Blue Savanna\n');
    expect(plan(sheet).changes.map(({ id }) => id)).toEqual([
      'seat:wsh:horizon relief:lead:',
      'seat:nutrition:blue savanna:lead:',
      'seat:wsh:blue savanna:lead:',
    ]);
  });
  test('two known organisations in one cell are two; a name with a comma is one', async () => {
    const { changes, doubts } = plan(
      await csvSheet('Group,Organisation\nNutrition Cluster,Horizon Relief / Blue Savanna\nNutrition Cluster,"Water, Land and People"\n'),
    );
    expect(doubts).toEqual([]);
    expect(changes.map(({ does, organisation }) => [does, organisation])).toEqual([
      ['organisation.create', 'blue savanna'],
      ['seat.add', 'blue savanna'],
      ['organisation.create', 'water land and people'],
      ['seat.add', 'water land and people'],
    ].slice(1).filter(([does, id]) => does !== 'organisation.create' || id !== 'blue savanna')); // prettier-ignore
  });
  test('what is so already is unchanged; a last day ends a seat', async () => {
    const sheet = await csvSheet(
      'Group,Organisation,Capacity,End date\nNutrition Cluster,Horizon Relief,Member,\nNutrition Cluster,Horizon Relief,Member,2026-06-30\n',
    );
    const { ledger, changes } = plan(sheet);
    expect(ledger.map(({ outcome }) => outcome)).toEqual(['unchanged', 'planned']);
    expect(changes).toMatchObject([{ does: 'seat.change', text: 'Horizon Relief in Nutrition Cluster, as member: from 2025-01-01 to 2026-06-30' }]);
  });
  test('the order of day and month comes from the column, or is asked', async () => {
    const of = async (...days: string[]) =>
      plan(
        await csvSheet(`Group,Organisation,Start date\n${days.map((day, i) => `Nutrition Cluster,Org Number ${'abcdef'[i]!.repeat(4)},${day}`).join('\n')}\n`),
      );
    const told = await of('03/04/2026', '25/04/2026');
    expect([told.doubts, (told.changes.find(({ id }) => id.startsWith('seat:'))!.id.split(':').at(-1))]).toEqual([[], '2026-04-03']); // prettier-ignore
    const asked = await of('03/04/2026', '05/06/2026');
    expect(asked.doubts).toMatchObject([
      { id: 'date:order:2', rows: [2, 3], choices: [{ answer: 'day-first' }, { answer: 'month-first' }, { answer: 'leave' }] },
    ]);
    expect(asked.ledger.map(({ outcome }) => outcome)).toEqual(['doubt', 'doubt']);
  });
  test('rows that disagree about a group are asked; areas by code and by name', async () => {
    const sheet = await csvSheet(
      'Group,Parent,Area\nNutrition Cluster,Water Sanitation and Hygiene Cluster,NV01; NV02\nGIS working group,Nutrition Cluster,North\nGIS working group,WASH,East\n',
    );
    const { doubts, changes } = plan(sheet);
    expect(doubts.map(({ about, written }) => [about, written])).toEqual([['area', 'East'], ['conflict', 'Nutrition Cluster / Water, Sanitation and Hygiene Cluster']]); // prettier-ignore
    expect(changes.find(({ id }) => id === 'field:nutrition:area')!.text).toBe('Nutrition Cluster, area: – → NV01, NV02');
  });
  test('a person said what a column holds', async () => {
    const sheet = await csvSheet('Thing,Other\nNutrition Cluster,Horizon Relief\n');
    const said = { columns: [{ heading: 'Other', role: { is: 'organisation', capacity: 'donor', part: 'name' } as const }] };
    const { columns, changes } = plan(sheet, said);
    expect(columns[1]).toMatchObject({ from: 'asked', confidence: 1 });
    expect(changes.map(({ id }) => id)).toEqual(['seat:nutrition:horizon relief:donor:']);
  });
  test('an appointment that holds gets its last day', async () => {
    const structure = { ...known, appointments: [anAppointment('nutrition', 'p1', 'imo', { start: '2026-01-01' })] };
    const sheet = await csvSheet('Group,Full name,Role,End date\nNutrition Cluster,Alba Abane,IMO,2026-06-30\n');
    expect(plan(sheet, {}, structure).changes).toMatchObject([{ does: 'appointment.change', person: 'Alba Abane', rows: [2] }]);
  });
});
