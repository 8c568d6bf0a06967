/** What a sheet says: scale, directions of words, numbers of documents. */
import { describe, expect, test } from 'vitest';
import { greyOf } from '../../../server/maps/render/grey.ts';
import { coloursOf } from '../../../server/maps/sheet/colours.ts';
import { frameOf, layoutOf } from '../../../server/maps/sheet/layout.ts';
import { partsOf } from '../../../server/maps/sheet/text.ts';
import { chooseProjection, type Box } from '../../../server/maps/sheet/projection.ts';
import { qrSvg } from '../../../server/maps/sheet/qr.ts';
import { scaleOf } from '../../../server/maps/sheet/scale.ts';
import { fitSheet, turnOf } from '../../../server/maps/sheet/shapes.ts';
import { ramp } from '../../../server/contract/maps/palette.ts';

const viewOf = (box: Box) => fitSheet(chooseProjection(box), box, { width: 500, height: 400 }, 8);

describe.each<[string, Box]>([
  ['Lebanon', [35.1, 33.05, 36.63, 34.7]],
  ['Philippines', [114.3, 4.6, 126.6, 21.1]],
  ['Ukraine', [22.1, 44.4, 40.2, 52.4]],
  ['Chad', [13.5, 7.4, 24, 23.4]],
])('scale of %s', (_, box) => {
  const view = viewOf(box);
  const scale = scaleOf(view, 150);
  test('the bar is a round number of kilometres, at most a third of the map, and true along the middle parallel within 2 %', () => {
    expect(String(scale.km)).toMatch(/^[125]0*$/);
    expect(scale.width).toBeLessThanOrEqual(500 / 3);
    const lat = (box[1] + box[3]) / 2;
    const lon = (box[0] + box[2]) / 2;
    const reach = 0.2;
    const [[x1, y1], [x2, y2]] = [view.place(lon - reach, lat), view.place(lon + reach, lat)];
    // Haversine: the sphere is within half a per cent.
    const km = 2 * 6371 * Math.asin(Math.cos((lat * Math.PI) / 180) * Math.sin((reach * Math.PI) / 180));
    expect(Math.abs((Math.hypot(x2 - x1, y2 - y1) / scale.width) * scale.km - km) / km).toBeLessThan(0.02);
  });
  test('the whole of it is on the sheet, and the scale in numbers has two figures', () => {
    for (const [lon, lat] of [
      [box[0], box[1]],
      [box[2], box[3]],
      [box[0], box[3]],
      [box[2], box[1]],
    ] as const) {
      const [x, y] = view.place(lon, lat);
      expect(Math.min(x, y, 500 - x, 400 - y)).toBeGreaterThanOrEqual(7.9);
    }
    expect(String(scale.ratio)).toMatch(/^\d{1,2}0*$/);
  });
});
test('north turns little over a small country, and much over a wide one far north', () => {
  expect(turnOf(viewOf([35.1, 33.05, 36.63, 34.7]))).toBeLessThan(1);
  expect(turnOf(viewOf([22.1, 44.4, 40.2, 52.4]))).toBeGreaterThan(5);
});

test('a text goes to the page by its isolates, each in its own direction, without their marks', () => {
  expect(partsOf('المصادر \u2066cod-ab-irq v01\u2069؛ \u2068صلاح\u2069 \u2068x\u2069')).toEqual([
    { text: 'المصادر ', dir: null },
    { text: 'cod-ab-irq v01', dir: 'ltr' },
    { text: '؛ ', dir: null },
    { text: 'صلاح', dir: 'rtl' },
    { text: ' ', dir: null },
    { text: 'x', dir: 'ltr' },
  ]);
});

test('greys keep classes apart, in their order', () => {
  const levels = ramp(5).map((colour) => Number.parseInt(greyOf(colour).slice(1, 3), 16));
  for (const [i, level] of levels.slice(1).entries()) expect(levels[i]! - level).toBeGreaterThan(18);
  expect(
    Object.values(coloursOf(true, { data: { kind: 'boundaries' }, classes: { breaks: [] } } as never).palette).every(
      (colour) => !/^#[0-9a-f]{6}$/.test(colour) || colour.slice(1, 3) === colour.slice(3, 5),
    ),
  ).toBe(true);
});

test.each([
  ['A4', 'portrait', 595, 842],
  ['A4', 'landscape', 842, 595],
  ['A3', 'portrait', 842, 1191],
  ['A3', 'landscape', 1191, 842],
] as const)('%s %s: what is left is the map’s, and it is inside the paper', (paper, way, width, height) => {
  const frame = frameOf(paper, way);
  const { map, page } = layoutOf(frame, { header: 60, footer: 60, band: 120, index: 0 });
  expect([Math.round(page.width), Math.round(page.height)]).toEqual([width, height]);
  expect(page.margin).toBeGreaterThan(8 * 2.83);
  expect(map.height + 60 + 60 + (way === 'portrait' ? 120 : 0)).toBeLessThan(height - 2 * page.margin);
  // A3 is no A4 drawn larger: notes stay small, the map grows.
  expect(frame.note).toBeLessThan(8);
});

test('a code is of one path, dark on white, with a quiet edge', () => {
  const svg = qrSvg('https://example.org/maps/abc234');
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]);
  expect(size).toBeGreaterThanOrEqual(25 + 4);
  expect([...svg.matchAll(/M(\d+) (\d+)h1/g)].every(([, x, y]) => Number(x) >= 2 && Number(y) >= 2 && Number(x) < size - 2 && Number(y) < size - 2)).toBe(true);
});
