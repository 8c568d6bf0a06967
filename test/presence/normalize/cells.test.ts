/** Cells with several values: marks are counted, and only what was declared splits. */
import { describe, expect, test } from 'vitest';
import { countMarks, holdsSeveral, linesText, splitCell } from '../../../server/presence/normalize/cells.ts';
import type { Cell } from '../../../server/formats/tables/rawTable.ts';
import { ingestText, presenceOptions, SMALL } from '../../helpers/presence.ts';
import { runPresenceIngest } from '../../../server/presence/pipeline.ts';
import { rowsXml, uploadOf, workbookOf } from '../../helpers/tables/workbook.ts';

const marks = (cells: Cell[]) => countMarks({ name: 'x', hxl: null, cells }).map(({ mark, rows }) => [mark, rows]);

describe('marks', () => {
  test('count rows in which they stand between two texts, most rows first', () => {
    expect(marks(['A; B', 'A; B', 'C, D', 'E;', '- ; F', null, 7, 'plain'])).toEqual([
      [';', 2],
      [',', 1],
    ]);
  });
  test('with blanks around alone where all have them, else beside the bare one', () => {
    expect(marks(['A / B', 'C / D'])).toEqual([[' / ', 2]]);
    expect(marks(['A / B', 'C/D'])).toEqual([
      ['/', 2],
      [' / ', 1],
    ]);
  });
  test('line breaks too; the first cells are of most rows', () => {
    const [mark] = countMarks({ name: 'x', hxl: null, cells: ['A\r\nB', ' C \n D', ' C \n D'] });
    expect(mark).toEqual({ mark: '\n', rows: 3, cells: ['C\nD', 'A\nB'] });
  });
  test('of a hundred thousand different cells only so many are looked at', () => {
    const start = performance.now();
    countMarks({ name: 'x', hxl: null, cells: Array.from({ length: 100_000 }, (_, i) => `A ${i}; B / C`) });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('splitting: each separator in turn, blanks and dashes are no value, line breaks only where they are kept', () => {
  expect(splitCell('A; B / C;-;', [';', ' / '])).toEqual(['A', 'B', 'C']);
  expect(splitCell('A; B', [])).toEqual(['A; B']);
  expect(linesText(' A \r\n\u00a0B  b\n')).toBe('A\nB b');
});

test('which roles can hold several values', () => {
  expect(holdsSeveral({ is: 'sector' })).toBe(true);
  expect(holdsSeveral({ is: 'org', role: 'implementing', part: 'acronym' })).toBe(true);
  expect(holdsSeveral({ is: 'org', role: 'implementing', part: 'type' })).toBe(false);
  expect(holdsSeveral({ is: 'place', level: 1, part: 'name' })).toBe(false);
});

describe('an import', () => {
  const text = 'Organisation,Region,Cluster\n"A\nB",North,Health; Nutrition\nC,South,Health\n';
  test('offers the marks of columns that can hold several values, and splits nothing by itself', async () => {
    const { data, normalized } = await ingestText(text, SMALL);
    expect(data.columnsRead.map(({ heading, marks: found }) => [heading, found?.map(({ mark, rows }) => [mark, rows])])).toEqual([
      ['Organisation', [['\n', 1]]],
      ['Region', undefined],
      ['Cluster', [[';', 1]]],
    ]);
    expect(data.organisations.map(({ name }) => name)).toEqual(['A B', 'C']);
    expect(normalized.records[0]!.sectors).toEqual(['own:health-nutrition']);
  });
  test('splits at line breaks once they are declared, and takes the declaration back', async () => {
    const split = await ingestText(text, SMALL, { separators: { Organisation: ['\n'], Cluster: [';'] } });
    expect(split.data.organisations.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(split.normalized.records[0]!.sectors).toEqual(['HEA', 'NUT']);
    const back = await ingestText(text, SMALL, { previous: split.data, separators: { Organisation: [] } });
    const declared = back.data.profile.columns.flatMap(({ heading, separators }) => (separators?.length ? [{ heading, separators }] : []));
    expect(declared).toEqual([{ heading: 'cluster', separators: [';'] }]);
    expect(back.data.organisations.map(({ name }) => name)).toContain('A B');
  });
});

describe('the sheet', () => {
  const rows = (org: string, count: number) =>
    rowsXml([['Organisation', 'Region', 'Cluster'], ...Array.from({ length: count }, () => [org, 'North', 'Health'])]);
  const book = workbookOf([
    { name: 'May', rows: rows('A', 3) },
    { name: 'Plans', rows: rows('B', 1) },
  ]);
  const read = (more = {}) => runPresenceIngest([uploadOf('exl_3w.xlsx', book)], presenceOptions('EXL', SMALL, more));
  test('that a person chose over the likely one is taken again next month; the likely one is no choice', async () => {
    const likely = await read({ sheet: 'May' });
    expect([likely.data.source.sheet, likely.data.profile.sheetSaid]).toEqual(['May', undefined]);
    const other = await read({ sheet: 'plans', file: 'upload/exl_3w.xlsx' });
    expect([other.data.source.sheet, other.data.profile.sheetSaid]).toEqual(['Plans', true]);
    const next = await read({ previous: other.data });
    expect([next.data.source.sheet, next.data.profile.sheetSaid]).toEqual(['Plans', true]);
    expect((await read({ previous: likely.data })).data.source.sheet).toBe('May');
  });
  test('of a file that is not there is refused', async () => {
    await expect(read({ sheet: 'May', file: 'other.xlsx' })).rejects.toMatchObject({ code: 'presence.sheet-unknown' });
  });
});
