/** Sheets and separators as the review page works on them. */
import { expect, test } from 'vitest';
import { differencesOf, holdsSeveral, marksOf, offersOf, previewSplit, splitCell, type Column } from '../../../../client/kinds/presence/reading.ts';
import { ROLE_KEYS, toRole } from '../../../../client/kinds/presence/review.ts';
import { holdsSeveral as serverHolds, MARKS, splitCell as serverSplit } from '../../../../server/presence/normalize/cells.ts';
import { seededRandom } from '../../../helpers/random.ts';

const column = (more: Partial<Column>): Column => ({
  column: 0,
  heading: 'Cluster',
  hxl: null,
  role: { is: 'sector' },
  from: 'heading',
  confidence: 1,
  reasons: [],
  samples: [],
  filled: 1,
  distinct: 1,
  language: null,
  separators: [],
  numbers: null,
  alternatives: [],
  ...more,
});
const marks = [
  { mark: ';', rows: 9, cells: ['A; B', 'C; D / E'] },
  { mark: ' / ', rows: 2, cells: ['C; D / E', 'F / G'] },
];

test('the preview splits as the server does', () => {
  const below = seededRandom(7);
  const pieces = ['Health', 'n/a', '-', 'Eau, hygiène', ' ', 'صحة', '#N/A', 'null', ...MARKS, '; '];
  for (let i = 0; i < 3000; i++) {
    const text = Array.from({ length: 1 + below(7) }, () => pieces[below(pieces.length)]!).join('');
    const separators = MARKS.filter(() => below(10) < 3);
    expect(splitCell(text, separators), JSON.stringify([text, separators])).toEqual(serverSplit(text, separators));
  }
  for (const key of ROLE_KEYS) expect(holdsSeveral(key), key).toBe(serverHolds(toRole(key)));
});

test('offered are the marks met and those declared; the preview shows what is split, or what might be', () => {
  expect(marksOf(column({ marks, separators: [' and '] }), ['+'])).toEqual([
    { mark: ';', rows: 9 },
    { mark: ' / ', rows: 2 },
    { mark: ' and ', rows: null },
    { mark: '+', rows: null },
  ]);
  const of = (chosen: string[]) => previewSplit(column({ marks, samples: ['X and Y'] }), chosen).map(({ cell, parts }) => `${cell} → ${parts.join('|')}`);
  expect(of([' / '])).toEqual(['C; D / E → C; D|E', 'F / G → F|G']);
  expect(of([';', ' / '])).toEqual(['A; B → A|B', 'C; D / E → C|D|E', 'F / G → F|G']);
  expect(of([])).toEqual(['A; B → A; B', 'C; D / E → C; D / E', 'F / G → F / G']);
  expect(of([' and '])).toEqual(['X and Y → X|Y']);
});

test('sheets that can be read, and what two readings differ in', () => {
  const sheet = (name: string, usable: boolean) => ({ file: 'f', sheet: name, hidden: false, rows: 1, usable });
  const { usable, others } = offersOf([sheet('a', false), sheet('b', true)]);
  expect([usable, others].map((list) => list.map((each) => each.sheet))).toEqual([['b'], ['a']]);
  const overview = (organisations: number, clusters: number) =>
    ({
      rows: { read: 5, dropped: { total: 1 }, placed: { code: 3 }, notPlaced: 1, organisations },
      sectors: Array.from({ length: clusters }),
      review: { groups: 1, sectors: 0, orgTypes: 0 },
    }) as never;
  expect(differencesOf(overview(3, 2), overview(4, 2))).toEqual([{ what: 'organisations', before: 3, after: 4 }]);
  expect(differencesOf(overview(3, 2), overview(3, 2))).toEqual([]);
});
