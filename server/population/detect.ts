/** How a population table (COD-PS) is told by what its columns hold; names of files say nothing sure. */
import { POPULATION } from '../contract/ids.ts';
import { readRoles } from './normalize/roles.ts';
import { cellText, type RawColumn } from '../formats/tables/rawTable.ts';
import type { TableKind } from '../kinds/kind.ts';

/** Which month of several is taken is all one here. */
const ANY_DAY = '9999-12-31';
const CODE = /^\p{Lu}{2,3}[\p{Lu}\d]*\d{2}$/u;

/** What the boundaries know as codes is not known yet; that they look like P-codes is enough to be read as population. */
function holdsCodes({ cells }: RawColumn): boolean {
  const texts = cells.slice(0, 200).map(cellText).filter(Boolean);
  return texts.length > 0 && texts.filter((text) => CODE.test(text)).length >= 0.6 * texts.length;
}

/** Numbers of people by sex and age; without codes of places they are no population table, but no 3W either. */
export const populationTables: TableKind = {
  id: POPULATION,
  beside: 'read.populationBeside',
  claim(table) {
    const { rows } = table;
    const { roles } = readRoles(table, { asked: [], remembered: [] }, null, ANY_DAY);
    if (!roles.some((role) => role.is === 'group' && role.group.other === null)) return null;
    return { strength: 2, rows: roles.some((role) => role.is === 'pcode') || table.columns.some(holdsCodes) ? rows : 0 };
  },
};
