import { expect, test } from 'vitest';
import { matchColumns, roleOfHeading, standardHeading } from '../../../server/boundaries/normalize/columns.ts';

/** Old forms of cod.md §1.7 and of the files in the folder of real data. */
test.each([
  ['adm2_pcode', 'adm2_pcode', 'exact'],
  ['ADM2_PCODE', 'adm2_pcode', 'legacy'],
  ['admin3Pcode *', 'adm3_pcode', 'legacy'],
  ['admin3Pcod', 'adm3_pcode', 'legacy'],
  ['ADM1_PCOD', 'adm1_pcode', 'legacy'],
  ['ADM1CODE', 'adm1_pcode', 'legacy'],
  ['adm1_name', 'adm1_name', 'exact'],
  ['adm1_name2', 'adm1_name2', 'exact'],
  ['admin1Name_en', 'adm1_name', 'legacy'],
  ['admin2Name', 'adm2_name', 'legacy'],
  ['admin2Na_1', 'adm2_name1', 'legacy'],
  ['ADM1_FR', 'adm1_name', 'legacy'],
  ['ADM2_UA', 'adm2_name', 'legacy'],
  ['NAME_1', 'adm1_name', 'legacy'],
  ['ADM3_REF', 'adm3_ref_name', 'legacy'],
  ['admin3RefN', 'adm3_ref_name', 'legacy'],
  ['adm1_ref_name', 'adm1_ref_name', 'exact'],
  ['validOn', 'valid_on', 'legacy'],
  ['ValidTo', 'valid_to', 'legacy'],
  ['cod_version', 'version', 'legacy'],
  ['version_no', 'version', 'legacy'],
  ['iso_3', 'iso3', 'legacy'],
  ['AREA_SQKM', 'area_sqkm', 'legacy'],
  ['lang2', 'lang2', 'exact'],
])('%s is %s (%s)', (heading, standard, how) => {
  const found = roleOfHeading(heading);
  expect([standardHeading(found.role), found.how]).toEqual([standard, how]);
});

test.each([['OBJECTID'], ['OBJECTID_1'], ['Shape_Leng'], ['Shape_Le_1'], ['Shape.STArea()'], ['Shape__Length'], ['GlobalID'], ['FID']])(
  '%s is bookkeeping',
  (heading) => expect(roleOfHeading(heading).role).toEqual({ is: 'drop' }),
);

test.each([['ADM1ALT1EN'], ['admin2AltN'], ['admin2Al_1'], ['admin1AltName1_fr']])('%s is another name, without a column of its own', (heading) => {
  expect(roleOfHeading(heading).role.is).toBe('altName');
});

test.each([['population'], ['ADM1_ID'], ['ADM2_TYPE'], ['Rowcacode0'], ['sum'], ['REGION'], ['adm7_pcode']])(
  '%s is nothing the specification knows',
  (heading) => expect(roleOfHeading(heading).role).toEqual({ is: 'extra' }),
);

test('the suffix tells the language, also where files misuse country codes', () => {
  expect(roleOfHeading('ADM1_AR').role).toMatchObject({ is: 'name', lang: 'ar' });
  expect(roleOfHeading('ADM1_UA').role).toMatchObject({ is: 'name', lang: 'uk' });
});

test('of two headings for one role the specification’s spelling wins and the other is kept', () => {
  const roles = matchColumns(['ADM1_PCODE', 'adm1_pcode', 'admin1Pcode']).map(({ role }) => role.is);
  expect(roles).toEqual(['extra', 'pcode', 'extra']);
});
