import { describe, expect, test } from 'vitest';
import type { PresenceRole } from '../../../server/contract/presence/presence.ts';
import { guessRoles, roleOfHeading, roleOfTag } from '../../../server/presence/normalize/roles.ts';
import type { RoleContext } from '../../../server/presence/normalize/roles.ts';
import { statusOf } from '../../../server/presence/normalize/status.ts';
import { readTables } from '../../../server/formats/tables/table.ts';
import { uploadOf } from '../../helpers/workbook.ts';

/** `org implementing name`, `place 2 code`, `sector`. */
const show = (role: PresenceRole | undefined) =>
  role === undefined ? 'none' : role.is === 'org' ? `org ${role.role} ${role.part}` : role.is === 'place' ? `place ${role.level} ${role.part}` : role.is;

describe('headings of real files', () => {
  test.each([
    ['Implementing Partner Name', 'org implementing name'],
    ['Implementing agency Acronym', 'org implementing acronym'],
    ['Implementing agencyType', 'org implementing type'],
    ['Donor Acronym', 'org funding acronym'],
    ['Program Partner Name', 'org programming name'],
    ['Organization_Name', 'org implementing name'],
    ['TypeOrganisation', 'org implementing type'],
    ['Bailleur de fonds', 'org funding name'],
    ['ORGANIZACIÓN DONANTE', 'org funding name'],
    ['TIPO DE ORGANIZACIÓN IMPLEMENTADORA', 'org implementing type'],
    ['إسم المنظمة', 'org implementing name'],
    ['Region', 'place 1 name'],
    ['RegionPcode', 'place 1 code'],
    ['DistrictPcode', 'place 2 code'],
    ['WoredaPcod', 'place 3 code'],
    ['Sous-préfecture', 'place 2 name'],
    ['Code Province', 'place 1 code'],
    ['ADM3_PCODE', 'place 3 code'],
    ['admin2Pcod', 'place 2 code'],
    ['ADMIN 2', 'place 2 name'],
    ['PCODE3', 'place 3 code'],
    ['Commune *', 'place 3 name'],
    ['المحافظة', 'place 1 name'],
    ['المديرية', 'place 2 name'],
    ['CLUSTER\n(Choisir dans la liste déroulante)', 'sector'],
    ['SECTOR / CLUSTER', 'sector'],
    ['القطاع', 'sector'],
    ['Activity status', 'status'],
    ['ETAT PROJET', 'status'],
    ['DATE DEBUT', 'start'],
    ['FECHA DE FINALIZACIÓN', 'end'],
    ['Reporting Month', 'month'],
    ['PERSONAS ALCANZADAS', 'people'],
    ['Personnes atteintes', 'people'],
    ['Ville/village', 'locality'],
    ['Lat', 'lat'],
    ['Comments', 'none'],
  ])('%s → %s', (heading, role) => expect(show(roleOfHeading(heading, {}))).toBe(role));
});

describe('HXL tags', () => {
  test.each([
    ['#org+impl+acronym', 'org implementing acronym'],
    ['#org+prog', 'org programming name'],
    ['#org+funding', 'org funding name'],
    ['#adm1+pcode', 'place 1 code'],
    ['#adm2+name', 'place 2 name'],
    ['#sector+cluster+name', 'sector'],
    ['#date+start', 'start'],
    ['#reached+ind', 'people'],
    ['#population', 'none'],
  ])('%s → %s', (tag, role) => expect(show(roleOfTag(tag))).toBe(role));
});

describe('whole tables', () => {
  const codes: Record<string, 1 | 2> = { EX01: 1, EX02: 1, EX0101: 2, EX0102: 2, EX0201: 2 };
  const names: Record<string, 1 | 2> = { North: 1, South: 1, Bo: 2, Kailahun: 2, Moyamba: 2 };
  const context: RoleContext = {
    levelOfCode: (text) => codes[text],
    levelsOfName: (text) => (names[text] ? [names[text]] : []),
    isSector: (text) => ['Health', 'WASH', 'Education'].includes(text),
  };
  const roles = async (text: string) => guessRoles((await readTables(uploadOf('a.csv', text)))[0]!, context).map(({ role, from }) => `${show(role)} (${from})`);

  test('values that look like P-codes beat the title', async () => {
    expect(await roles('Title,Organisation\nEX0101,A\nEX0102,B\nEX0201,C\n')).toEqual(['place 2 code (values)', 'org implementing name (heading)']);
  });
  test('the word for a level differs by country: its values say which it is', async () => {
    expect(await roles('District,Organisation\nNorth,A\nSouth,B\n')).toEqual(['place 1 name (heading)', 'org implementing name (heading)']);
  });
  test('a state or a status: its values know', async () => {
    expect(await roles('Organisation,Región,Estado\nA,North,En ejecución\nB,South,Finalizada\n')).toEqual([
      'org implementing name (heading)',
      'place 1 name (heading)',
      'status (values)',
    ]);
  });
  test('beside an implementing partner the plain organisation programmes', async () => {
    expect(await roles('Organisation,Partenaire de mise en œuvre,Région\nUN,A,North\nUN,B,South\n')).toEqual([
      'org programming name (heading)',
      'org implementing name (heading)',
      'place 1 name (heading)',
    ]);
  });
  test('of two columns of names the short one is the acronym', async () => {
    expect(await roles('ACTEUR,Description_Acteur,Région\nACF,Action Contre La Faim,North\nFLM,Fédération Luthérienne Mondiale,South\n')).toEqual([
      'org implementing acronym (heading)',
      'org implementing name (heading)',
      'place 1 name (heading)',
    ]);
  });
  test('a kind of partner is no partner, whatever its tag says', async () => {
    expect((await roles('Partner Category,Partner Full Name,Region\n#org+impl,#org+name,#adm1+name\nPrimary,A,North\nSub,B,South\n'))[0]).toBe(
      'ignore (heading)',
    );
  });
  test('of two columns with one role the better founded keeps it', async () => {
    expect(await roles('Region,Region name,Organisation\nNorth,x,A\nSouth,y,B\n')).toEqual([
      'place 1 name (heading)',
      'ignore (heading)',
      'org implementing name (heading)',
    ]);
  });
});

test.each([
  ['On-going', 'ongoing'],
  ['En cours', 'ongoing'],
  ['En ejecución', 'ongoing'],
  ['Clôturé', 'completed'],
  ['Completed ', 'completed'],
  ['Finalizada', 'completed'],
  ['Planeada', 'planned'],
  ['Not started', 'planned'],
  ['2 - Suspended', 'suspended'],
  ['جاري', 'ongoing'],
  ['', 'unknown'],
  ['n/a', 'unknown'],
])('status %s → %s', (word, status) => expect(statusOf(word)).toBe(status));
