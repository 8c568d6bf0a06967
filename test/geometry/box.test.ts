import { describe, expect, test } from 'vitest';
import { joinBoxes, parts, touch, type Box } from '../../server/geometry/box.ts';
import { unitBbox } from '../../server/geometry/ring.ts';
import { toColumn, type Position } from './shapes.ts';

const square = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('boxes on the circle of longitudes', () => {
  test.each<[string, Box[], Box]>([
    ['an ordinary country keeps its digits', [[14.420095, 2, 20, 5], [19, 1, 27.463423, 3]], [14.420095, 1, 27.463423, 5]], // prettier-ignore
    ['Fiji', [[177, -18, 179, -16], [179, -18, 180, -16], [-180, -19, -179, -16]], [177, -19, -179, -16]], // prettier-ignore
    ['New Zealand, whose last islands do not touch 180°', [[166.4, -47, 178.6, -34], [-176.9, -44.5, -175.8, -43.5]], [166.4, -47, -175.8, -34]], // prettier-ignore
    ['Russia', [[27, 41, 180, 82], [-180, 64, -169, 72]], [27, 41, -169, 82]], // prettier-ignore
    ['boxes that cross already', [[177, 0, -179, 1], [-180, 0, -178, 1], [178, 0, 179, 2]], [177, 0, -178, 2]], // prettier-ignore
    ['one that reaches farther around than all others', [[170, 0, -170, 1], [-179, 0, -178, 1]], [170, 0, -170, 1]], // prettier-ignore
    ['the whole Earth', [[-180, -90, 0, 90], [0, -90, 180, 90]], [-180, -90, 180, 90]], // prettier-ignore
    ['both hemispheres, the gap at 180 not narrower', [[-100, 0, -80, 1], [80, 0, 100, 1]], [-100, 0, 100, 1]], // prettier-ignore
  ])('%s', (_, boxes, whole) => {
    expect(joinBoxes(boxes)).toEqual(whole);
    expect(joinBoxes(boxes.toReversed())).toEqual(whole);
  });

  test('none', () => expect(joinBoxes([])).toBeNull());

  test('a unit of two parts has the narrower arc, and touches what lies on either side', () => {
    const geometry = toColumn([[[square(179, -18, 180, -16)], [square(-180, -18, -179, -16)]], [[square(-180, -18, -179.5, -17)]], [[square(10, 0, 11, 1)]]]);
    const [both, east, far] = [0, 1, 2].map((row) => unitBbox(geometry, row)!) as [Box, Box, Box];
    expect(both).toEqual([179, -18, -179, -16]);
    expect(parts(both)).toEqual([[179, -18, 180, -16], [-180, -18, -179, -16]]); // prettier-ignore
    expect([touch(both, east), touch(east, both), touch(both, far), touch(both, both)]).toEqual([true, true, false, true]);
  });
});
