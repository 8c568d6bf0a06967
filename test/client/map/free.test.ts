/** The country fills what no panel covers, on every screen. */
import { describe, expect, test } from 'vitest';
import { fitCamera, paddingOf, TILE, type Bbox } from '../../../client/map/camera.ts';
import { toView } from '../../../client/country/spec.ts';
import { mercatorX, mercatorY } from '../../../client/map/levels.ts';

const BOXES: Record<string, Bbox> = {
  caf: [14.4155, 2.2205, 27.4583, 11.0087],
  sle: [-13.3073, 6.9234, -10.2658, 10.0001],
  eth: [32.9918, 3.4067, 47.9882, 14.8943],
  sample: [11.2, -4.6, 15.9, 0.3],
};
/** Window, and what of it panels leave: measured in the browser (search and tools end at 113 and 68 px, the panel at 376, the peeking sheet is 152 high, the source line 34). */
const SCREENS = [
  { name: 'a phone', width: 390, height: 844, wide: false, free: { left: 0, top: 113, right: 390, bottom: 844 - 152 } },
  { name: 'a laptop', width: 1280, height: 800, wide: true, free: { left: 376, top: 68, right: 1280, bottom: 800 - 34 } },
  { name: 'a wide screen', width: 1920, height: 1080, wide: true, free: { left: 376, top: 68, right: 1920, bottom: 1080 - 34 } },
];

describe.each(SCREENS)('on $name', ({ width, height, wide, free }) => {
  test.each(Object.entries(BOXES))('%s takes nine tenths of the free width or height, and lies inside', (_, box) => {
    const padding = paddingOf({ wide, snap: 'peek', table: false, rtl: false, height });
    const { lon, lat, zoom } = fitCamera(box, { width, height }, padding);
    const world = TILE * 2 ** zoom;
    const x = (at: number) => width / 2 + (mercatorX(at) - mercatorX(lon)) * world;
    const y = (at: number) => height / 2 + (mercatorY(at) - mercatorY(lat)) * world;
    const [left, right, top, bottom] = [x(box[0]), x(box[2]), y(box[3]), y(box[1])];
    const shares = [(right - left) / (free.right - free.left), (bottom - top) / (free.bottom - free.top)];
    expect(Math.max(...shares)).toBeGreaterThanOrEqual(0.89);
    expect(left).toBeGreaterThanOrEqual(free.left);
    expect(right).toBeLessThanOrEqual(free.right);
    expect(top).toBeGreaterThanOrEqual(free.top);
    expect(bottom).toBeLessThanOrEqual(free.bottom);
  });

  test('in Arabic the panel is on the other side', () => {
    const of = (rtl: boolean) => paddingOf({ wide, snap: 'peek', table: false, rtl, height });
    expect(of(true)).toEqual({ ...of(false), left: of(false).right, right: of(false).left });
  });

  test('what is saved of a view is what was free: opened again, it is the same view', () => {
    const padding = paddingOf({ wide, snap: 'peek', table: false, rtl: false, height });
    const camera = fitCamera([20, 5, 22, 6.5], { width, height }, padding);
    const view = toView(camera, { width, height }, padding);
    const again = fitCamera(view, { width, height }, padding);
    expect(again.zoom).toBeCloseTo(camera.zoom, 2);
    expect([again.lon, again.lat]).toEqual([expect.closeTo(camera.lon, 3), expect.closeTo(camera.lat, 3)]);
  });
});

test('a sheet that is half out, and a table that is open, leave the rest to the map', () => {
  expect(paddingOf({ wide: false, snap: 'half', table: false, rtl: false, height: 844 }).bottom).toBe(438);
  expect(paddingOf({ wide: true, snap: 'peek', table: true, rtl: false, height: 800 }).bottom).toBe(420);
});
