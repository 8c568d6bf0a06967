/** Which units a column of a layer names: codes or names, of which level, and what a name of several units may mean. */
import { expect, test } from 'vitest';
import type { Gazetteer } from '../../server/contract/admin.ts';
import { createStated, statedUnits } from '../../server/layers/read/stated.ts';
import { fakeUnit } from '../helpers/units.ts';

const unit = (level: 1 | 2, pcode: string, name: string) => fakeUnit({ level, pcode, names: [{ lang: 'en', name }] });
const LEVELS = [
  { level: 1, units: [unit(1, 'XX01', 'Kambia'), unit(1, 'XX02', 'Moyamba'), unit(1, 'XX03', 'Tonkolili')] },
  { level: 2, units: [unit(2, 'XX0101', 'Central'), unit(2, 'XX0102', 'Kambia'), unit(2, 'XX0201', 'Central'), unit(2, 'XX0202', 'Bonthe'), unit(2, 'XX0301', 'Pujehun')] },
] as unknown as Gazetteer['levels']; // prettier-ignore
const stated = createStated(LEVELS);
const many = (...names: string[]) => Array.from({ length: 4 }, () => names).flat();

test('codes, and names of the level that most cells are of', () => {
  expect(stated('unit', many('XX0101', 'xx0202'))).toMatchObject({ by: 'code', level: 2 });
  expect(stated('Region', ['Kambia', 'Moyamba', 'Tonkolili'])).toMatchObject({ by: 'name', level: 1 });
  expect(stated('Council', many('Central', 'Bonthe', 'Pujehun district'))).toMatchObject({ by: 'name', level: 2 });
  expect(stated('Remarks', many('good', 'bad'))).toBeNull();
});
test('what the places themselves are called is no unit, though towns are called as their districts; a heading that says a level is believed', () => {
  expect(stated('Town', ['Bonthe', 'Pujehun', 'Central', 'Kambia town'])).toBeNull();
  expect(stated('adm2_name', ['Bonthe', 'Pujehun', 'Central'])).toMatchObject({ by: 'name', level: 2 });
});
test('names of two levels are of the higher one, unless the heading says otherwise', () => {
  expect(stated('Place', many('Kambia'))).toMatchObject({ level: 1 });
  expect(stated('ADM2_EN', many('Kambia'))).toMatchObject({ level: 2 });
});
test('a name that several units of the level have means any of them, and none of another level', () => {
  const texts = many('Central', 'Bonthe');
  const find = statedUnits(LEVELS, { name: 'District' }, texts);
  expect(find('CENTRAL').map(({ pcode }) => pcode)).toEqual(['XX0101', 'XX0201']);
  expect(find('Kambia').map(({ pcode }) => pcode)).toEqual(['XX0102']);
  expect(find('xx02').map(({ pcode }) => pcode)).toEqual(['XX02']);
  expect(find('Nowhere')).toEqual([]);
});
