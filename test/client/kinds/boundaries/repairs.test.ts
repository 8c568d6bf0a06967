/** The list of a repair: its order, what keys do, what is accepted together, and how it is taken back. */
import { describe, expect, test } from 'vitest';
import {
  actionOf,
  bulkWidths,
  emptyList,
  foundUpTo,
  givenBy,
  isFirstOfBorder,
  nextOf,
  nextOffset,
  rowsInView,
  stepFrom,
  undoOf,
  withDecisions,
  withPage,
  withRow,
  type Shown,
} from '../../../../client/kinds/boundaries/repair/list.ts';
import { choicesOf, isOutlineFault, OutlineChoice } from '../../../../client/kinds/boundaries/repair/outline.ts';
import type { ListedOperation, RepairState } from '../../../../server/contract/boundaries/repairRoutes.ts';

const accepted = { verdict: 'accepted', by: 'Amina', at: '2026-11-29' } as const;
const operation = (id: string, more: Partial<ListedOperation> = {}) =>
  ({ id, level: 3, border: `${id}|x`, turnable: true, decision: null, ...more }) as unknown as ListedOperation;
const listOf = (shown: Shown, ids: string, total: number) => withPage(emptyList(shown), { total, operations: [...ids].map((id) => operation(id)) });

describe('pages', () => {
  test('in their order; a row that comes twice is there once', () => {
    const list = withPage(listOf('all', 'abc', 5), { total: 5, operations: ['c', 'd', 'e'].map((id) => operation(id)) });
    expect(list.rows.map(({ id }) => id).join('')).toBe('abcde');
    expect([list.total, nextOffset(list)]).toEqual([5, 5]);
  });

  test('decided rows stay; the next page begins where the server counts, which leaves them out', () => {
    // Six wait; three of them are read, two of those decided: the server has four left, of which the first is `c`.
    const list = withDecisions(listOf('waiting', 'abc', 6), { a: accepted, b: { ...accepted, verdict: 'refused' } });
    expect(nextOffset(list)).toBe(1);
    const more = withPage(list, { total: 4, operations: ['d', 'e', 'f'].map((id) => operation(id)) });
    expect([more.rows.map(({ id }) => id).join(''), more.total, nextOffset(more)]).toEqual(['abcdef', 6, 4]);
  });

  test('against a server, whatever is decided on the way: nothing is left out and nothing comes twice', () => {
    let seed = 7;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 50; round++) {
      const server = Array.from({ length: 60 }, (_, i) => operation(`o${i}`));
      let list = emptyList('waiting');
      for (let turn = 0; turn === 0 || list.rows.length < list.total; turn++) {
        const waiting = server.filter(({ decision }) => decision === null);
        const offset = nextOffset(list);
        list = withPage(list, { total: waiting.length, operations: waiting.slice(offset, offset + 1 + Math.floor(random() * 9)) });
        for (const row of list.rows)
          if (row.decision === null && random() < 0.3) {
            server.find(({ id }) => id === row.id)!.decision = accepted;
            list = withDecisions(list, { [row.id]: accepted });
          }
        expect(turn).toBeLessThan(200);
      }
      expect(list.rows.map(({ id }) => id)).toEqual(server.map(({ id }) => id));
    }
  });

  test('a page without anything new ends the list', () => {
    const list = withPage(listOf('waiting', 'ab', 9), { total: 9, operations: [] });
    expect([list.rows.length, list.total]).toEqual([2, 2]);
  });

  test('the server words a row anew', () => {
    const list = withRow(listOf('all', 'ab', 2), operation('b', { text: 'turned' }));
    expect(list.rows.map(({ text }) => text ?? null)).toEqual([null, 'turned']);
  });
});

test('steps stay within the list', () => {
  const list = listOf('all', 'abc', 3);
  expect([stepFrom(list, null, 1), stepFrom(list, 'a', 1), stepFrom(list, 'c', 1), stepFrom(list, 'a', -1), stepFrom(list, 'gone', 1)]).toEqual([
    'a',
    'b',
    'c',
    'a',
    'a',
  ]);
  expect(stepFrom(emptyList('all'), 'a', 1)).toBeNull();
});

test('one border after the other, and level by level', () => {
  const rows = [operation('a', { border: 'x' }), operation('b', { border: 'x' }), operation('c', { border: 'y' }), operation('d', { border: 'y', level: 2 })];
  const list = withPage(emptyList('all'), { total: 4, operations: rows });
  expect(rows.map((_, at) => isFirstOfBorder(list, at))).toEqual([true, false, true, true]);
});

describe('keys', () => {
  const key = (key: string, more: object = {}) => actionOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, ...more });
  test.each([
    ['j', 'next'],
    ['ArrowDown', 'next'],
    ['k', 'previous'],
    ['A', 'accept'],
    ['r', 'refuse'],
    ['t', 'turn'],
    ['u', 'undo'],
    ['Home', 'first'],
    ['End', 'last'],
    ['x', null],
    ['Tab', null],
    ['Enter', null],
  ])('%s: %s', (pressed, action) => expect(key(pressed)).toBe(action));

  test('those of the browser are left to it', () => {
    expect([key('r', { ctrlKey: true }), key('a', { metaKey: true }), key('t', { altKey: true })]).toEqual([null, null, null]);
  });

  test('where keys write another script their place counts; where they write Latin letters elsewhere, the letter', () => {
    expect(key('ش', { code: 'KeyA' })).toBe('accept');
    expect(key('о', { code: 'KeyJ' })).toBe('next');
    expect(key('q', { code: 'KeyA' })).toBeNull();
  });
});

describe('decisions', () => {
  test('what is accepted stays turned; to turn is to accept; a refusal has no line', () => {
    const plain = operation('a');
    const turned = operation('a', { decision: { ...accepted, turned: true } });
    expect(givenBy('accept', plain)).toEqual({ verdict: 'accepted' });
    expect(givenBy('accept', turned)).toEqual({ verdict: 'accepted', turned: true });
    expect(givenBy('turn', plain)).toEqual({ verdict: 'accepted', turned: true });
    expect(givenBy('turn', turned)).toEqual({ verdict: 'accepted', turned: false });
    expect(givenBy('refuse', turned)).toEqual({ verdict: 'refused' });
    expect(givenBy('turn', operation('a', { turnable: false }))).toBeNull();
    expect(givenBy('next', plain)).toBeNull();
  });

  test('taken back is what was before, with its reason and without whose it was', () => {
    expect(undoOf({ a: null, b: { ...accepted, turned: true, reason: 'as agreed' } })).toEqual({
      a: null,
      b: { verdict: 'accepted', turned: true, reason: 'as agreed' },
    });
  });
});

test('rows in view, with some around them, and none beyond the ends', () => {
  expect(rowsInView(2400, { top: 0, height: 600, row: 72 })).toEqual([0, 15]);
  expect(rowsInView(2400, { top: 72_000, height: 600, row: 72 })).toEqual([994, 1015]);
  expect(rowsInView(3, { top: 0, height: 600, row: 72 })).toEqual([0, 3]);
  expect(rowsInView(3, { top: 9000, height: 600, row: 72 })).toEqual([3, 3]);
  expect(rowsInView(0, { top: 0, height: 600, row: 72 })).toEqual([0, 0]);
});

test('widths that add nothing to accept are not offered', () => {
  const bulk = [
    { uptoM: 1, operations: 0 },
    { uptoM: 10, operations: 4 },
    { uptoM: 50, operations: 4 },
    { uptoM: 100, operations: 9 },
  ];
  expect(bulkWidths({ bulk }).map(({ uptoM }) => uptoM)).toEqual([10, 100]);
});

test('what there is up to a width, of all levels', () => {
  const width = (uptoM: number, n: number) => ({ uptoM, overlaps: n, overlapM2: 10 * n, gaps: 2 * n, gapM2: 20 * n });
  const levels = [{ widths: [width(1, 1), width(10, 2)] }, { widths: [width(1, 3), width(10, 5)] }] as never;
  expect(foundUpTo({ levels }, 10)).toEqual({ overlaps: 7, overlapM2: 70, gaps: 14, gapM2: 140 });
  expect(foundUpTo({ levels }, 500)).toBeNull();
});

test.each([
  [['plan'], 'plan'],
  [['running'], 'wait'],
  [['decisions'], 'decide'],
  [['proof'], 'prove'],
  [['units', 'proof-failed'], 'units'],
  [['proof-failed'], 'units'],
  [[], 'apply'],
])('%j: %s', (missing, next) => expect(nextOf(missing)).toBe(next));

describe('the outline of the country', () => {
  const told = (more: object = {}) => ({ from: 'file', name: 'adm0.geojson', version: null, sha256: 'a', mended: false, ...more });
  const known = (kept: object | null, published: string | null) => ({ kept, published, distanceM: 10_000 }) as unknown as RepairState['outline'];
  const ofV01 = told({ from: 'published', name: '', version: 'v01' });

  test('what can be chosen: what is published once, by one name', () => {
    expect(choicesOf(known(null, null))).toEqual(['none', 'file']);
    expect(choicesOf(known(null, 'v01'))).toEqual(['none', 'published', 'file']);
    expect(choicesOf(known(told(), 'v01'))).toEqual(['none', 'published', 'kept', 'file']);
    expect(choicesOf(known(ofV01, 'v01'))).toEqual(['none', 'published', 'file']);
    // The plan is led to what was published before.
    expect(choicesOf(known(ofV01, 'v02'))).toEqual(['none', 'published', 'kept', 'file']);
  });

  test('it begins with what the plan has, and only another one is a change', () => {
    const outline = new OutlineChoice();
    for (const [state, sent] of [
      [known(null, 'v01'), 'none'],
      [known(told(), 'v01'), 'kept'],
      [known(ofV01, 'v01'), 'published'],
      [known(ofV01, 'v02'), 'kept'],
    ] as const) {
      outline.keep(state);
      expect([outline.sent, outline.isChanged(state), outline.isReady]).toEqual([sent, false, true]);
      for (const choice of choicesOf(state).filter((each) => each !== sent)) {
        outline.choose(choice);
        expect([choice, outline.isChanged(state), outline.isReady]).toEqual([choice, true, choice !== 'file']);
      }
    }
  });

  test('one file; several are none, and that is said until another is chosen', () => {
    const outline = new OutlineChoice();
    const [one, other] = [new File(['a'], 'a.geojson'), new File(['b'], 'b.geojson')];
    outline.take([one, other]);
    expect([outline.choice, outline.isReady, outline.error]).toEqual(['file', false, 'many']);
    outline.take([one]);
    expect([outline.isReady, outline.error, outline.sent, outline.isNew]).toEqual([true, null, one, true]);
    outline.keep(known(null, null));
    expect([outline.sent, outline.file, outline.isNew]).toEqual(['none', null, false]);
  });

  test('what is said where it was chosen', () => {
    expect(['repair.outline-lines', 'repair.outline', 'repair.timeout'].map((code) => isOutlineFault({ code }))).toEqual([true, true, false]);
  });
});
