/** How a population table (COD-PS) is told by what its columns hold; names of files say nothing sure. */
import { roleOfPopulationColumn } from './normalize/columns.ts';
import type { TableKind } from '../kinds/kind.ts';

/** Numbers of people by sex and age; without codes of places they are no population table, but no 3W either. */
export const populationTables: TableKind<'cod-ps'> = {
  id: 'cod-ps',
  claim({ columns, rows }) {
    const roles = columns.map((column) => roleOfPopulationColumn(column.name, column.hxl));
    if (!roles.some((role) => role.is === 'group' && role.group.other === null)) return null;
    return { strength: 2, rows: roles.some((role) => role.is === 'pcode') ? rows : 0 };
  },
};
