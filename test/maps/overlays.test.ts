/** Layers on pictures: what is drawn, what the legend says of it, what is told as not shown. */
import { expect, test } from 'vitest';
import { radiusOf, sizeSteps } from '../../server/contract/maps/overlayLooks.ts';
import { FEATURE_KEYS, TILE_LAYER, TOLD_KEY, TOLD_LAYER } from '../../server/contract/overlays/layer.ts';
import { layerToken, PALETTE } from '../../server/contract/maps/palette.ts';
import { drawOverlay, seeOverlay, type OverlayPlace } from '../../server/maps/overlays/draw.ts';
import { layOverlays, tellOverlays } from '../../server/maps/overlays/lay.ts';
import { findOverlays } from '../../server/maps/overlays/overlay.ts';
import { toPng } from '../../server/maps/render/png.ts';
import { toSvg } from '../../server/maps/render/svg.ts';
import type { Drawing, Mark } from '../../server/maps/render/drawing.ts';
import * as client from '../../client/map/layers/overlays.ts';
import { feature, overlay, point } from '../helpers/maps/overlays.ts';

const options: OverlayPlace = {
  place: (lon, lat) => [lon * 100, 500 - lat * 100],
  frame: { x: 0, y: 0, width: 500, height: 500 },
  palette: PALETTE.light,
  tolerance: 0.5,
  most: 100,
};
const paths = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.is === 'path' ? [mark] : []));

test('a circle is as large as its number by area, and lies on larger ones', () => {
  const sites = overlay({ size: { column: 'people', max: 400 } }, [point(1, 1, 1, 400), point(1, 1, 1, 100), point(9, 9, 1, 400)]);
  const { marks, seen, largest } = drawOverlay(sites, { ...options, largest: 20 });
  const radii = paths(marks).map(({ d }) => Number(/a([\d.]+)/.exec(d)![1]));
  expect(radii).toEqual([20, 10]);
  expect([largest, [...seen]]).toEqual([20, [[1, 2]]]);
  expect([radiusOf(100, 400, 20), radiusOf(1600, 400, 20)]).toEqual([10, 20]);
  expect([sizeSteps(11_370), sizeSteps(4), sizeSteps(0)]).toEqual([[10_000, 1000], [2], []]);
});

test('the legend has what is in view, in the language that is asked for; what has no room is counted', () => {
  const sites = overlay({}, [point(1, 1, 0), point(2, 2, 0), point(3, 3, 2), point(99, 1, 1)]);
  const laid = layOverlays({ shown: [sites], closed: [] }, 'ar', { ...options, most: 2 });
  expect(laid.legends.map(({ title, rows }) => [title, rows.map(({ text, count }) => [text, count])])).toEqual([['مواقع النازحين', [['مخيم', 2], ['أخرى', 1]]]]); // prettier-ignore
  expect(laid.notes).toHaveLength(1);
  expect(laid.notes[0]).toContain('1');
  // What is said of them is known before they are drawn.
  const { legends, notes } = tellOverlays({ shown: [sites], closed: [] }, 'ar', { ...options, most: 2 });
  expect([notes, legends.map(({ rows }) => rows.map(({ count }) => count))]).toEqual([laid.notes, [[2, 1]]]);
  const { seen, left, largest } = drawOverlay(sites, { ...options, most: 2 });
  expect(seeOverlay(sites, { ...options, most: 2 })).toEqual({ seen, left, largest });
  const plain = layOverlays({ shown: [overlay({ legend: { column: null, entries: [{ value: null, labels: {}, colour: 'blue', symbol: 'circle', count: 1 }] } }, [point(1, 1)])], closed: [] }, 'ru', options); // prettier-ignore
  expect(plain.legends[0]!.rows[0]!.text).toBe('Точки');
});

test('a class has a symbol and a colour; what is old is hollow, dashed or hatched, and says since when', () => {
  const at = (patch: Parameters<typeof overlay>[0]) => paths(drawOverlay(overlay(patch, [point(1, 1, 0), point(2, 1, 1)]), options).marks);
  const [triangle, circle] = at({});
  expect([triangle!.d, circle!.d].map((d) => /[al]/i.exec(d.slice(1))![0])).toEqual(['L', 'a']);
  expect([triangle!.fill, circle!.fill]).toEqual([PALETTE.light[layerToken('orange')], PALETTE.light[layerToken('purple')]]);
  expect(at({ isOld: true })[0]).toMatchObject({ fill: PALETTE.light.mapLand, stroke: PALETTE.light[layerToken('orange')] });
  const road = feature({ type: 'LineString', coordinates: [[0, 1], [20, 1]] }); // prettier-ignore
  const lines = {
    shape: 'lines' as const,
    legend: { column: null, entries: [{ value: null, labels: {}, colour: 'red' as const, symbol: 'double' as const, count: 1 }] },
  };
  expect(paths(drawOverlay(overlay(lines, [road]), options).marks).map(({ stroke, dash }) => [stroke, dash])).toEqual([
    [PALETTE.light.mapLand, undefined],
    [PALETTE.light[layerToken('red')], undefined],
    [PALETTE.light.mapLand, undefined],
  ]);
  const old = { ...lines, isOld: true, validUntil: '2025-05-31' };
  expect(paths(drawOverlay(overlay(old, [road]), options).marks)[1]!.dash).toHaveLength(2);
  expect(layOverlays({ shown: [overlay(old, [road])], closed: [] }, 'en', options).legends[0]!.about).toMatch(/30 April 2025, out of date since 31 May 2025/);
});

test('areas that overlap are each whole, with the pattern of their class; a base layer lies below', () => {
  const square = (at: number) => feature({ type: 'Polygon', coordinates: [[[at, 1], [at + 2, 1], [at + 2, 3], [at, 3], [at, 1]]] }); // prettier-ignore
  const entries = [{ value: null, labels: {}, colour: 'teal' as const, symbol: 'hatched' as const, count: 2 }];
  const floods = overlay({ shape: 'areas', base: true, legend: { column: null, entries } }, [square(0), square(1)]);
  const { base, over } = layOverlays({ shown: [floods], closed: [] }, 'en', options);
  expect(over).toEqual([]);
  const fills = paths(base).filter(({ fill }) => fill !== undefined);
  expect(fills).toHaveLength(2);
  expect(fills[0]!.fill).toMatchObject({ pattern: 'hatched', ground: 'none' });
  const drawing: Drawing = { width: 500, height: 500, lang: 'en', title: '', summary: '', frame: options.frame, marks: base };
  const svg = toSvg(drawing);
  expect(svg).toContain('<pattern id="h0"');
  // No ground: what is below is seen through the hatch.
  expect(svg).not.toContain('fill="none"/><path d="M-1');
  expect(toPng(drawing).length).toBeGreaterThan(1000);
});

test('a layer that may not be shown is told by what may be said of it, never left out silently', async () => {
  const answers = { 'layer-xnv-a': { withheld: 'counts', title: 'Camps' }, 'layer-xnv-b': { withheld: 'restricted', title: 'Hubs' }, 'layer-xnv-c': { withheld: 'unknown', title: null } } as const; // prettier-ignore
  const layers = Object.keys(answers).map((dataset) => ({ dataset: dataset as never, version: 'current' as const }));
  const overlays = await findOverlays(layers, async (id) => answers[id as never] as never);
  const { legends, notes, over } = layOverlays(overlays, 'en', options);
  expect([legends, over]).toEqual([[], []]);
  expect(notes.map((note) => note.replace(/[\u2068\u2069]/g, ''))).toEqual([
    'The layer Camps is sensitive: only counts by area may be given, so it is not drawn.',
    'The layer Hubs is not shared with everybody, so it is not drawn.',
    'A layer of this map is no longer published, so it is not drawn.',
  ]);
});

test('the client names features and tiles as the contract does', () => {
  const { id, name, entry, size } = FEATURE_KEYS;
  expect([client.KEYS, client.TILE_LAYER, client.TOLD]).toEqual([{ id, name, entry, size }, TILE_LAYER, { layer: TOLD_LAYER, key: TOLD_KEY }]);
});
