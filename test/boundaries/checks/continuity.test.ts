/** P10 by geometry: a code that stays while its unit becomes another place. */
import type { Feature } from 'geojson';
import { expect, test } from 'vitest';
import { checkPcodeContinuity } from '../../../server/boundaries/checks/pcodes.ts';
import { toContext, toTable } from '../../helpers/boundaryTables.ts';

const unit = (pcode: string, west: number, south: number, east: number, north: number): Feature => ({
  type: 'Feature',
  properties: { pcode },
  geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] }, // prettier-ignore
});
const found = (now: Feature[], before: Feature[]) => {
  const outcome = checkPcodeContinuity({ ...toContext([toTable(1, now)]), previous: [toTable(1, before)] });
  if ('skipped' in outcome) throw new Error('skipped');
  return outcome.map(({ code, severity, items }) => [code, severity, items.map(({ pcodes, detail }) => [pcodes[0], detail])]);
};

test('after a split a corner keeps the code of the whole: an error with the share, though the boxes touch', () => {
  const now = [unit('AF01', 0, 0, 0.05, 0.08), unit('AF02', 0.05, 0, 1, 1)];
  expect(found(now, [unit('AF01', 0, 0, 1, 1)])).toEqual([
    ['pcode.reused', 'error', [['AF01', 'AF01: 0.4% of the ground is the same as in the published version']]],
  ]);
});

test('a unit that was merged into one three times as large is in doubt', () => {
  expect(found([unit('AF01', 0, 0, 3, 1)], [unit('AF01', 0, 0, 1, 1)])).toEqual([
    ['pcode.reused', 'warning', [['AF01', 'AF01: 33.3% of the ground is the same as in the published version']]],
  ]);
});

test('a border that moved a little, and the same ground, are no new place', () => {
  expect(found([unit('AF01', 0, 0, 1, 1), unit('AF02', 1, 0, 2.2, 1)], [unit('AF01', 0, 0, 1, 1), unit('AF02', 1, 0, 2, 1)])).toEqual([]);
});

test('a place far away', () => {
  expect(found([unit('AF01', 40, 0, 41, 1)], [unit('AF01', 0, 0, 1, 1)])).toMatchObject([['pcode.reused', 'error', [['AF01', expect.stringContaining('0')]]]]);
});
