import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { toCircles } from '../../../client/map/layers/circles.ts';
import { levelAt, toLevelRanges } from '../../../client/map/levels.ts';
import { PALETTE } from '../../../server/contract/maps/palette.ts';
import { SOURCE, buildStyle, fillId, labelId, lineId, shownLevel, type ShownMap } from '../../../client/map/style.ts';
import { BEFORE_SOURCE, beforeId } from '../../../client/map/layers/before.ts';
import { onSide, partOf, sideAt, turnsOf } from '../../../client/map/swipe.ts';
import { isOverlayLayer, overlayOf, type ShownOverlay } from '../../../client/map/layers/overlays.ts';
import { drawPattern, drawSymbol } from '../../../client/map/patterns.ts';
import type { TileJson } from '../../../server/contract/datasets/api.ts';
import type { BaseMap, Ground } from '../../../server/contract/maps/ground.ts';

const tilejson = (levels: number[]): TileJson => ({
  tilejson: '3.0.0',
  name: 'cod-ab-xyz v01',
  version: '1.0.0',
  attribution: '',
  tiles: ['https://maps.example/tiles/cod-ab-xyz/v01/{z}/{x}/{y}.mvt'],
  minzoom: 0,
  maxzoom: 10,
  bounds: [10, 2, 20, 11],
  center: [15, 6, 5],
  vector_layers: [
    ...levels.map((level) => ({ id: `adm${level}`, minzoom: level, maxzoom: 10, fields: {} })),
    { id: 'lines', minzoom: 0, maxzoom: 10, fields: {} },
  ],
});

const LEVELS = toLevelRanges(
  [
    { level: 0, units: 1 },
    { level: 1, units: 17 },
    { level: 2, units: 72 },
    { level: 3, units: 175 },
  ],
  [14, 2, 28, 11],
  new Map([0, 1, 2, 3].map((level) => [level, level])),
);

const shown = (patch: Partial<ShownMap> = {}): ShownMap => ({
  levels: LEVELS,
  level: null,
  nameColumn: 0,
  selected: null,
  palette: PALETTE.light,
  fonts: {
    'Noto Sans Regular': [{ url: 'https://maps.example/a.woff2', 'unicode-range': ['U+0000-00FF'] }],
    'Noto Sans SemiBold': [{ url: 'https://maps.example/b.woff2' }],
  },
  ...patch,
});

const square: [number, number][] = [[0, 0], [9, 0], [0, 9], [-9, 0], [0, -9]]; // prettier-ignore
const line = { type: 'MultiLineString' as const, arcs: [[0]] };
const GROUND: Ground = {
  type: 'Topology',
  box: [10, 2, 30, 20],
  source: '10m',
  transform: { scale: [1, 1], translate: [11, 3] },
  arcs: [square],
  objects: {
    land: { type: 'GeometryCollection', geometries: [{ type: 'MultiPolygon', id: 'TCD', arcs: [[[0]]] }] },
    lakes: { type: 'MultiPolygon', arcs: [[[0]]] },
    coast: line,
    border: line,
    disputed: line,
  },
  names: [['TD', 18, 15, 8]],
  places: [['N’Djamena', 15.05, 12.11, 1092, 1]],
};
const BASE: BaseMap = {
  href: '/basemap.pmtiles',
  bounds: [0, 0, 30, 30],
  minzoom: 0,
  maxzoom: 12,
  layers: ['earth', 'water', 'roads', 'boundaries', 'places', 'landuse', 'own'],
  attribution: 'X',
};

const REPAIR = { tiles: 'https://maps.example/r/{z}/{x}/{y}.mvt', operation: 'a"1', units: ['XX"01'], turned: false, isAfterKnown: true, isSwiped: false };

const variants: [string, ShownMap][] = [
  ['automatic', shown()],
  ['one level', shown({ level: 2 })],
  ['a level that is not there', shown({ level: 5 })],
  ['third language', shown({ nameColumn: 2 })],
  ['P-codes', shown({ nameColumn: -1 })],
  ['selected', shown({ selected: { level: 2, pcode: 'XX"01\\' } })],
  ['choropleth', shown({ level: 1, choropleth: { level: 1, breaks: [1, 2, 5, 10] } })],
  ['choropleth of one class', shown({ level: 1, choropleth: { level: 1, breaks: [7, 7] } })],
  ['choropleth without values', shown({ level: 1, choropleth: { level: 1, breaks: [] } })],
  [
    'units that are spoken of',
    shown({
      highlighted: [
        { level: 2, pcodes: ['XX01', 'XX"02\\'] },
        { level: 5, pcodes: ['XX'] },
      ],
    }),
  ],
  ['a repair', shown({ repair: { ...REPAIR, operation: null, units: [] } })],
  ['one operation of a repair', shown({ repair: REPAIR })],
  ['one operation, turned, with before and after side by side', shown({ repair: { ...REPAIR, turned: true, isAfterKnown: false, isSwiped: true } })],
  [
    'two drawings side by side',
    shown({
      highlighted: [{ level: 2, pcodes: ['XX01'] }],
      compared: { tilejson: tilejson([0, 1, 2]), nameColumn: 1, highlighted: [{ level: 2, pcodes: ['XX02', 'XX03'] }] },
    }),
  ],
  ['country without levels', shown({ levels: [] })],
  ['what lies around', shown({ ground: { near: GROUND, world: null, locale: 'ar' } })],
  ['all of the Earth, and an archive below', shown({ ground: { near: GROUND, world: GROUND, locale: 'fr' }, base: BASE })],
];

describe('the ground', () => {
  const order = (patch: Partial<ShownMap>) => buildStyle(shown(patch), tilejson([0, 1, 2])).layers.map(({ id }) => id);
  const around = { near: GROUND, world: GROUND, locale: 'en' };
  const follows = (ids: string[], ...wanted: string[]) => {
    const at = wanted.map((id) => ids.indexOf(id));
    expect(at, wanted.join(' < ')).toEqual([...at].sort((a, b) => a - b));
    expect(at).not.toContain(-1);
  };

  test('from below: sea, the Earth, what is near, the country, water, what is counted, borders, names of the ground, names of the country', () => {
    const ids = order({ level: 1, ground: around, choropleth: { level: 1, breaks: [1, 2, 5] } });
    follows(ids, 'ground', 'ground-world-land', 'ground-near-window', 'ground-near-land', 'land', 'ground-near-lakes', 'ground-near-border', 'choropleth', 'line-adm1', 'edge-border', 'ground-towns', 'ground-countries', labelId(1)); // prettier-ignore
  });
  test('without the Earth nothing is covered by the window', () => expect(order({ ground: { ...around, world: null } })).not.toContain('ground-near-window'));
  test('an archive lies below what is counted; of its layers those that are known are drawn for what they are, others as lines', () => {
    const ids = order({ level: 1, ground: around, base: BASE, choropleth: { level: 1, breaks: [1, 2, 5] } });
    follows(ids, 'base-land-earth', 'land', 'base-water-water', 'base-road-roads', 'base-other-own', 'choropleth', 'base-places-places', labelId(1));
    expect(ids.filter((id) => id.startsWith('base-')).length).toBe(7);
    // Its places are named, not those of the ground.
    expect([ids.includes('ground-towns'), order({ ground: around, base: { ...BASE, layers: ['roads'] } }).includes('ground-towns')]).toEqual([false, true]);
  });
  test('names are said in the language of the page', () => {
    const names = (locale: string) => JSON.stringify(buildStyle(shown({ ground: { ...around, locale } }), tilejson([1])).sources['ground-points']);
    expect([names('fr').includes('Tchad'), names('ar').includes('تشاد')]).toEqual([true, true]);
  });
});

describe('buildStyle', () => {
  test.each(variants)('%s: no finding against the style specification', (_name, map) => {
    expect(validateStyleMin(buildStyle(map, tilejson([0, 1, 2, 3])) as never)).toEqual([]);
  });

  test('layer ids are unique and only name layers that the tiles have', () => {
    const { layers } = buildStyle(shown(), tilejson([0, 1, 2]));
    const ids = layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(fillId(3));
    expect(ids).toEqual(expect.arrayContaining([fillId(1), lineId(0), lineId(2), labelId(2)]));
  });

  test('beside an earlier drawing each layer is on its own side, the earlier one at the same zooms, with its own levels and units', () => {
    const compared = { tilejson: tilejson([0, 1, 2]), nameColumn: 0, highlighted: [{ level: 2, pcodes: ['OLD'] }] };
    const { layers, sources } = buildStyle(shown({ highlighted: [{ level: 2, pcodes: ['NEW'] }], compared }), tilejson([0, 1, 2, 3]));
    expect(Object.keys(sources)).toEqual([SOURCE, BEFORE_SOURCE]);
    const side = (id: string) => (layers.find((layer) => layer.id === id)!.metadata as { side?: string } | undefined)?.side ?? null;
    for (const { id } of layers) expect(side(id), id).toBe(id === 'ground' ? null : id.startsWith('before-') ? 'before' : 'after');
    expect(turnsOf(layers)[0]).toEqual({ side: 'before', before: beforeId('land') });
    expect(turnsOf(layers).at(-1)).toEqual({ side: null, before: null });
    const sourceOf = (layer: (typeof layers)[number]) => ('source' in layer ? layer.source : null);
    for (const layer of layers) if (layer.id !== 'ground') expect(sourceOf(layer), layer.id).toBe(layer.id.startsWith('before-') ? BEFORE_SOURCE : SOURCE);
    const ids = layers.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([beforeId(lineId(2)), beforeId(lineId(0)), beforeId('highlight-fill-2'), beforeId('highlight-label-2'), lineId(3)]),
    );
    expect(ids).not.toContain(beforeId(lineId(3)));
    const zooms = (id: string) => layers.filter((layer) => layer.id === id).map(({ minzoom, maxzoom }) => [minzoom, maxzoom]);
    expect(zooms(beforeId(labelId(2)))).toEqual(zooms(labelId(2)));
    expect(JSON.stringify(layers.filter(({ id }) => id.startsWith('before-')))).not.toContain('NEW');
    // What is opaque is drawn before everything, on both sides.
    for (const id of ['land', beforeId('land')]) expect(layers.find((layer) => layer.id === id)).toMatchObject({ paint: { 'fill-opacity': 0.995 } });
  });

  test('circles lie above what is painted and below every name, the largest below, at the zooms of their level', () => {
    const values = new Map<string, number | string>([['A', 4], ['B', 100], ['C', 'withheld'], ['D', 0], ['E', 25]]); // prettier-ignore
    const circles = toCircles(2, values, (pcode) => (pcode === 'E' ? undefined : [pcode === 'A' ? 12 : 14, 5]), { width: 900, height: 600 })!;
    // Neither what is withheld, nor nought, nor what has no place.
    expect(circles.data.features.map(({ properties }) => properties.pcode)).toEqual(['B', 'A']);
    const [large, small] = circles.data.features.map(({ properties }) => properties.radius);
    expect(large! / small!).toBeCloseTo(5, 10);
    const style = buildStyle(shown({ level: 2, circles, choropleth: { level: 2, breaks: [0, 1], looks: true } }), tilejson([1, 2]));
    expect(validateStyleMin(style)).toEqual([]);
    const ids = style.layers.map(({ id }) => id);
    expect(ids.indexOf('circles')).toBeGreaterThan(ids.indexOf('choropleth-withheld'));
    const names = style.layers.flatMap(({ type }, i) => (type === 'symbol' ? [i] : []));
    expect(ids.indexOf('circles')).toBeLessThan(Math.min(...names));
    expect(buildStyle(shown({ level: 1, circles }), tilejson([1, 2])).layers.some(({ id }) => id === 'circles')).toBe(false);
  });
  test('feature-state is kept by P-code', () => {
    expect(buildStyle(shown(), tilejson([0, 1, 2, 3])).sources[SOURCE]).toMatchObject({ promoteId: { adm1: 'adm1_pcode', adm3: 'adm3_pcode' } });
  });

  const at = (style: ReturnType<typeof buildStyle>, zoom: number, prefix: string) =>
    style.layers
      .filter((layer) => layer.id.startsWith(prefix) && (!('layout' in layer) || layer.layout?.visibility !== 'none'))
      .filter((layer) => zoom >= (layer.minzoom ?? 0) && zoom < (layer.maxzoom ?? 24))
      .map(({ id }) => id)
      .sort();

  test('a chosen level is the only one pointed at and named, with the lines of all levels above it', () => {
    const style = buildStyle(shown({ level: 2 }), tilejson([0, 1, 2, 3]));
    for (const zoom of [2, 5, 12]) {
      expect(at(style, zoom, 'fill')).toEqual([fillId(2)]);
      expect(at(style, zoom, 'line')).toEqual([lineId(0), lineId(1), lineId(2)]);
      expect(at(style, zoom, 'label')).toEqual([labelId(2)]);
    }
  });

  test('where the tiles do not hold the chosen level yet, the next one above it is shown', () => {
    const map = shown({ level: 3 });
    const style = buildStyle(map, tilejson([0, 1, 2, 3]));
    expect([0, 1.5, 2, 2.9, 3].map((zoom) => at(style, zoom, 'fill'))).toEqual([[fillId(1)], [fillId(1)], [fillId(2)], [fillId(2)], [fillId(3)]]);
    expect([0, 2, 3, 20].map((zoom) => shownLevel(map, zoom))).toEqual([1, 2, 3, 3]);
    expect(shownLevel(shown({ level: 0 }), 4)).toBe(0);
  });

  test('in automatic mode exactly one level is named in each zoom: that which is pointed at', () => {
    const style = buildStyle(shown(), tilejson([0, 1, 2, 3]));
    for (let zoom = 0; zoom < 20; zoom += 0.25) expect(at(style, zoom, 'label')).toEqual([labelId(shownLevel({ level: null, levels: LEVELS }, zoom))]);
  });

  test('grey names tell apart what has no name in the chosen language, and only where some unit of the level has one', () => {
    const tiles = tilejson([0, 1, 2]);
    for (const layer of tiles.vector_layers) layer.fields = { [`${layer.id}_name`]: 'String', ...(layer.id === 'adm1' ? { adm1_name1: 'String' } : {}) };
    const colours = (nameColumn: number) =>
      buildStyle(shown({ nameColumn }), tiles).layers.flatMap((layer) =>
        layer.id.startsWith('label-') && layer.type === 'symbol' ? [[layer.id, typeof layer.paint!['text-color']]] : [],
      );
    expect(colours(1)).toEqual([
      [labelId(2), 'string'],
      [labelId(1), 'object'],
    ]);
    expect(colours(0)).toEqual([
      [labelId(2), 'object'],
      [labelId(1), 'object'],
    ]);
  });

  test('a place that was searched for lies above everything', () => {
    const style = buildStyle(shown({ pin: [32.5825, 0.3476] }), tilejson([0, 1]));
    expect(validateStyleMin(style as never)).toEqual([]);
    expect(style.sources['pin']).toMatchObject({ data: { geometry: { type: 'Point', coordinates: [32.5825, 0.3476] } } });
    expect(style.layers.slice(-5).map(({ id }) => id)).toEqual(['pin-room', 'pin-edge', 'pin-ring', 'pin-gap', 'pin-dot']);
    expect(buildStyle(shown(), tilejson([0, 1])).sources['pin']).toBeUndefined();
  });

  test('in automatic mode exactly one level is pointed at in each zoom', () => {
    const style = buildStyle(shown(), tilejson([0, 1, 2, 3]));
    for (let zoom = 0; zoom < 20; zoom += 0.25) {
      const at = style.layers.filter((layer) => layer.id.startsWith('fill-') && zoom >= (layer.minzoom ?? 0) && zoom < (layer.maxzoom ?? 24));
      expect(at.map(({ id }) => id)).toEqual([fillId(shownLevel({ level: null, levels: LEVELS }, zoom))]);
    }
  });
});

describe('a swipe', () => {
  const layer = (id: string, side?: 'before' | 'after') => onSide(side!, [{ id, type: 'background' }])[0]!;
  const none = (id: string) => ({ id, type: 'background' }) as const;

  test('sides change only where layers of another one begin, and end with the last', () => {
    expect(turnsOf([none('a'), none('b')])).toEqual([]);
    expect(turnsOf([none('a'), layer('b', 'before'), layer('c', 'before'), layer('d', 'after'), none('e'), layer('f', 'after')])).toEqual([
      { side: 'before', before: 'b' },
      { side: 'after', before: 'd' },
      { side: null, before: 'e' },
      { side: 'after', before: 'f' },
      { side: null, before: null },
    ]);
  });

  test('both parts fill the map and never overlap, whatever the direction of writing; a place is on the side that is drawn there', () => {
    for (const before of ['west', 'east'] as const)
      for (const at of [-0.1, 0, 0.333, 0.5, 1, 1.2]) {
        const parts = (['before', 'after'] as const)
          .map((side) => ({ side, ...partOf(side, { at, before }, 801) }))
          .toSorted((a, b) => a.from - b.from || a.width - b.width);
        expect(parts[0]!.from).toBe(0);
        expect(parts[0]!.width).toBe(parts[1]!.from);
        expect(parts[1]!.from + parts[1]!.width).toBe(801);
        for (const { side, from, width } of parts) if (width > 2) expect(sideAt(from + width / 2, 801, { at, before })).toBe(side);
      }
    expect(partOf('before', { at: 0.25, before: 'west' }, 800)).toEqual({ from: 0, width: 200 });
    expect(partOf('before', { at: 0.25, before: 'east' }, 800)).toEqual({ from: 200, width: 600 });
  });
});

describe('levels', () => {
  test('deeper levels come at deeper zooms, never before the tiles hold them', () => {
    const starts = LEVELS.map(({ minzoom }) => minzoom);
    expect(starts[0]).toBe(0);
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
    const late = toLevelRanges(
      [
        { level: 1, units: 4 },
        { level: 2, units: 9 },
      ],
      [0, 0, 40, 40],
      new Map([
        [1, 0],
        [2, 9],
      ]),
    );
    expect(late[1]!.minzoom).toBe(9);
  });

  test('a level that the tiles lack, or that has no unit, is left out', () => {
    expect(
      toLevelRanges(
        [
          { level: 1, units: 4 },
          { level: 2, units: 0 },
          { level: 3, units: 8 },
        ],
        [0, 0, 4, 4],
        new Map([
          [1, 0],
          [2, 1],
        ]),
      ).map(({ level }) => level),
    ).toEqual([1]);
    expect(levelAt([], 6)).toBe(0);
  });

  test('a country of many units shows its regions when it fills the window', () => {
    // Philippines: 17 regions, 82 provinces, 1642 municipalities; it fills 1280 × 800 at about zoom 5.
    const ranges = toLevelRanges(
      [
        { level: 1, units: 17 },
        { level: 2, units: 82 },
        { level: 3, units: 1642 },
      ],
      [116.9, 4.6, 126.6, 21.1],
      new Map([
        [1, 0],
        [2, 4],
        [3, 6],
      ]),
    );
    expect(levelAt(ranges, 4.6)).toBe(1);
    expect(levelAt(ranges, 6.2)).toBe(2);
    expect(levelAt(ranges, 9)).toBe(3);
  });
});

describe('layers over the boundaries', () => {
  const entries = [
    { symbol: 'triangle', colour: 'orange' },
    { symbol: 'double', colour: 'blue' },
    { symbol: 'hatched', colour: 'grey' },
  ] as const;
  const of = (patch: Partial<ShownOverlay>): ShownOverlay => ({ id: 'layer-xyz-a', shape: 'points', entries, most: null, isBase: false, isOld: false, minZoom: 0, from: { geojson: 'https://maps.example/a.geojson' }, ...patch }); // prettier-ignore
  const tiles = { tiles: 'https://maps.example/{z}/{x}/{y}.mvt', minzoom: 0, maxzoom: 14 };
  test.each([
    ['points', {}],
    ['points by size, as tiles', { most: 11_370, from: tiles, entries: entries.slice(0, 1) }],
    ['lines that are old', { shape: 'lines', isOld: true }],
    ['areas for orientation', { shape: 'areas', isBase: true, minZoom: 6, from: tiles }],
  ] as [string, Partial<ShownOverlay>][])('%s are drawn above borders and below names, in a style that is valid', (_, patch) => {
    const style = buildStyle(shown({ overlays: [of(patch)] }), tilejson([0, 1, 2]));
    expect(validateStyleMin(style)).toEqual([]);
    const ids = style.layers.map(({ id }) => id);
    const own = ids.filter((id) => id.startsWith('overlay:'));
    expect(own.length).toBeGreaterThan(0);
    expect(ids.indexOf(own[0]!)).toBeGreaterThan(ids.indexOf(lineId(1)));
    expect(ids.indexOf(own.at(-1)!)).toBeLessThan(ids.indexOf(labelId(1)));
    expect(own.filter(isOverlayLayer).map(overlayOf)).toContain('layer-xyz-a');
  });

  test('images of symbols and hatches are drawn from their names alone', () => {
    const images = JSON.stringify(buildStyle(shown({ overlays: [of({}), of({ id: 'b', shape: 'areas' })] }), tilejson([1])).layers).match(
      /(?:symbol|pattern):[^"]+/g,
    )!;
    expect(images.length).toBeGreaterThan(3);
    for (const id of images) {
      const { width, data } = (drawPattern(id) ?? drawSymbol(id))!;
      const alpha = data.filter((_, i) => i % 4 === 3);
      expect([width > 8, Math.max(...alpha), alpha.some((value) => value === 0)], id).toEqual([true, 255, true]);
    }
  });
});
