/** What is said of a column on the page of a draft: only what differs from how it was read is sent, and taken back it is gone. */
import { expect, test } from 'vitest';
import type { PopulationColumn } from '../../../server/contract/population/columns.ts';
import { populationAnswers } from '../../../server/contract/population/columns.ts';
import { answersOfColumns, doubtfulColumns, keyOf, withEdit } from '../../../client/kit/columns/editor.ts';
import { populationColumns } from '../../../client/kinds/population/draft/columns.ts';

const startingRole = populationColumns.start;

const column = { file: 'a.csv', sheet: 'a', column: 2, heading: 'Total', role: { is: 'ignore' }, language: null, numbers: null } as unknown as PopulationColumn;

test('said, changed, and taken back', () => {
  const group = startingRole('group', column.role);
  const once = withEdit(new Map(), column, { role: group });
  expect(answersOfColumns(once)).toEqual([
    { heading: 'Total', column: 2, file: 'a.csv', sheet: 'a', role: { is: 'group', sex: 't', ageFrom: null, ageTo: null } },
  ]);
  const twice = withEdit(once, column, { numbers: { thousands: '.', decimal: ',' } });
  expect(twice.get(keyOf(column))).toMatchObject({ role: group, numbers: { thousands: '.', decimal: ',' } });
  const less = withEdit(twice, column, { role: { is: 'ignore' } });
  expect(answersOfColumns(less)).toEqual([{ heading: 'Total', column: 2, file: 'a.csv', sheet: 'a', numbers: { thousands: '.', decimal: ',' } }]);
  expect(answersOfColumns(withEdit(less, column, { numbers: null }))).toEqual([]);
});

test('what is sent is what the server takes', () => {
  const said = withEdit(withEdit(new Map(), column, { role: startingRole('pcode', column.role) }), { ...column, column: 3, heading: 'F 0-4' }, { role: { is: 'group', sex: 'f', ageFrom: 0, ageTo: 4 } }); // prettier-ignore
  expect(populationAnswers.parse({ columns: answersOfColumns(said) }).columns).toEqual(answersOfColumns(said));
});

test('a level stays when codes turn out to be names', () => {
  expect(startingRole('name', { is: 'pcode', level: 2 })).toEqual({ is: 'name', level: 2 });
  expect(startingRole('pcode', { is: 'pcode', level: 2 })).toEqual({ is: 'pcode', level: 2 });
});

test('in doubt is what is used on thin evidence, until somebody said something of it', () => {
  const columns = [
    { ...column, column: 0, role: { is: 'pcode', level: 1 }, confidence: 0.98 },
    { ...column, column: 1, role: { is: 'name', level: 1 }, confidence: 0.8 },
    { ...column, column: 2, confidence: 0.5 },
  ] as PopulationColumn[];
  expect(doubtfulColumns(columns, new Map()).map((each) => each.column)).toEqual([1]);
  const said = withEdit(new Map(), columns[1]!, { role: { is: 'name', level: 2 } } as never);
  expect(doubtfulColumns(columns, said as never)).toEqual([]);
});
