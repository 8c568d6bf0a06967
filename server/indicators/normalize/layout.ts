/** Which of the known layouts a table has, by what its columns hold. Pure. */
import type { Layout } from '../../contract/indicators/terms.ts';
import type { ValueRole } from '../../contract/indicators/columns.ts';
import type { ReadTable } from '../columns/read.ts';

/** So many sectors side by side are a workbook of them. */
const SECTORS = 4;

export const valuesOf = ({ columns }: Pick<ReadTable, 'columns'>): { column: number; role: ValueRole }[] =>
  columns.flatMap(({ role, column }) => (role.is === 'value' ? [{ column, role }] : []));

export const hasPlaces = ({ columns }: Pick<ReadTable, 'columns'>): boolean => columns.some(({ role }) => role.is === 'pcode' || role.is === 'name');

/** null where a table has no values. */
export function layoutOf(read: Pick<ReadTable, 'columns' | 'headingRows'>): Layout | null {
  const values = valuesOf(read);
  if (values.length === 0) return null;
  const is = (role: string) => read.columns.some((column) => column.role.is === role);
  const of = (test: (role: ValueRole) => boolean) => values.filter(({ role }) => test(role)).length;
  const isPhases = of(({ indicator }) => indicator.startsWith('IPC')) > 0;
  if (isPhases && is('phase')) return 'ipc-long';
  if (isPhases) return read.columns.some(({ heading }) => /\b(chtype|exercise|cadre harmonis|phase_?class|phase_?35)\b/i.test(heading)) ? 'ch' : 'ipc-wide';
  if (of(({ indicator }) => /^(IDP|RETURNEES)/.test(indicator)) > values.length / 2) return 'dtm';
  if (is('sector') && of(({ indicator }) => indicator === 'PEOPLE') > 0) return 'hpc';
  const sectors = new Set(values.flatMap(({ role }) => role.sector ?? []));
  const statuses = new Set(values.flatMap(({ role }) => (role.indicator === 'PEOPLE' ? [role.status] : [])));
  if (sectors.size >= SECTORS && statuses.size <= 1) return 'jiaf';
  return read.headingRows > 1 || sectors.size >= SECTORS ? 'office' : 'table';
}
