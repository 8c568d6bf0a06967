/** What a draft changes, counted level by level and all together. */
import { expect, test } from 'vitest';
import { countsOf, totalOf } from '../../../../client/kinds/boundaries/draft/changed.ts';

const none = { added: [], removed: [], renamed: [], recoded: [], redrawn: [] };
const levels = [
  { level: 0 as const, ...none },
  { level: 1 as const, ...none, redrawn: [{ pcode: 'A', areaChangePercent: 1 }] },
  {
    level: 2 as const,
    ...none,
    added: ['B1', 'B2'],
    renamed: [{ pcode: 'B3', before: 'x', after: 'y' }],
    redrawn: [{ pcode: 'B4', areaChangePercent: 0 }],
  },
];

test('what breaks joins comes first', () => {
  expect(countsOf({ levels })).toEqual([
    { kind: 'added', count: 2 },
    { kind: 'renamed', count: 1 },
    { kind: 'redrawn', count: 2 },
  ]);
  expect(totalOf({ levels })).toBe(5);
});

test('two versions that say the same', () => {
  expect([countsOf({ levels: [{ level: 1, ...none }] }), totalOf({ levels: [] })]).toEqual([[], 0]);
});
