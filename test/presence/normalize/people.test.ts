/** Numbers of people as workbooks hold them: read by the whole column, or told; never changed in silence. */
import { expect, test } from 'vitest';
import { createPeopleReader } from '../../../server/presence/normalize/people.ts';
import type { Cell } from '../../../server/formats/tables/rawTable.ts';
import { ingestText, SMALL } from '../../helpers/presence.ts';

const read = (...cells: Cell[]) => {
  const reader = createPeopleReader({ name: 'People reached', cells } as never);
  return [cells.map((_, row) => reader.read(row)), reader.unreadable().map(({ text }) => text)];
};

test.each([
  ['Arabic digits', ['١٢٣', '٤٬٥٦٧'], [123, 4567], []],
  ['thousands with commas', ['1,500', '2,000', '17'], [1500, 2000, 17], []],
  ['thousands with dots, where the column says so', ['1.500', '1.234.567'], [1500, 1234567], []],
  ['one dot may be either', ['1.500', '12.000'], [null, null], ['1.500', '12.000']],
  ['beside a decimal comma, 1,500 may be either', ['1,5', '1,500'], [null, null], ['1,5', '1,500']],
  ['below zero, a fraction, a word', ['-5', 1.5, '2.5', 'abc', -3, 7], [null, null, null, null, null, 7], ['-5', '1.5', '2.5', 'abc', '-3']],
  ['not stated is neither zero nor a fault', [null, '', '-', 'N/A', 0, '0'], [null, null, null, null, 0, 0], []],
])('%s', (_, cells, people, told) => expect(read(...(cells as Cell[]))).toEqual([people, told]));

test('what cannot be read is a finding with its rows', async () => {
  const rows = ['-5', 'abc', '12'].map((people, i) => `Org ${i},Health,North,Bo,${people}\n`);
  const { report } = await ingestText(`Organisation,Cluster,Region,District,People reached\n${rows.join('')}`, SMALL);
  const { findings } = report.results.find(({ check }) => check === 'W8')!;
  expect(findings.map(({ code, count, items }) => [code, count, items.map(({ detail }) => detail)])).toEqual([
    ['presence.people-unreadable', 2, ['row 2: -5', 'row 3: abc']],
  ]);
});
