/** How a population table (COD-PS) is told by what its columns hold; names of files say nothing sure. */
import { POPULATION } from '../contract/ids.ts';
import { readRoles } from './normalize/roles.ts';
import type { TableKind } from '../kinds/kind.ts';

/** Numbers of people by sex and age; without codes of places they are no population table, but no 3W either. */
export const populationTables: TableKind = {
  id: POPULATION,
  beside: 'read.populationBeside',
  claim(table) {
    const { rows } = table;
    const { roles } = readRoles(table, { asked: [], remembered: [] });
    if (!roles.some((role) => role.is === 'group' && role.group.other === null)) return null;
    return { strength: 2, rows: roles.some((role) => role.is === 'pcode') ? rows : 0 };
  },
};
