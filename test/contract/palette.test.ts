/** Colours that can be read and told apart, in light and dark: WCAG 2.2 AA. */
import { describe, expect, test } from 'vitest';
import { CELL, groundOf, inkOf, isPattern, lookOf, patternCover, PATTERNS } from '../../server/contract/maps/looks.ts';
import {
  classColours,
  contrast,
  declarations,
  diverging,
  inkOn,
  PALETTE,
  propertyOf,
  ramp,
  readable,
  themedRoot,
  type Palette,
  type Theme,
  type Token,
} from '../../server/contract/maps/palette.ts';
import { greyOf } from '../../server/maps/render/grey.ts';
import { classesOf } from '../../client/kinds/presence/measure/classes.ts';
import { buildStyle } from '../../client/map/style.ts';

const themes = Object.keys(PALETTE) as Theme[];
/** 1.4.3 of text, 1.4.11 of what has to be seen to understand. */
const [TEXT, GRAPHIC] = [4.5, 3];

/** Every fill that a map can have. */
const fills = (theme: Theme): string[] => {
  const dark = theme === 'dark';
  const { mapLand, mapEmpty } = PALETTE[theme];
  const changes = [3, 4, 5, 6].map((side) => [
    -Infinity,
    ...Array.from({ length: side - 2 }, (_, i) => i - side + 3),
    0,
    ...Array.from({ length: side - 1 }, (_, i) => i + 1),
    Infinity,
  ]);
  return [
    ...new Set([mapLand, mapEmpty, ...[1, 2, 3, 4, 5, 6, 7].flatMap((count) => ramp(count, dark)), ...changes.flatMap((breaks) => diverging(breaks, dark))]),
  ];
};

describe.each(themes)('%s', (theme) => {
  const own = PALETTE[theme];
  const pairs = (texts: Token[], grounds: Token[]) => texts.flatMap((text) => grounds.map((ground) => [text, ground] as const));

  test.each([
    ...pairs(['ink', 'ink2', 'accent', 'accentStrong', 'error', 'warning', 'good'], ['surface', 'page', 'surface2']),
    ...pairs(['ink', 'ink2'], ['surface3', 'mapGround', 'mapBeyond', 'mapLand']),
    ...pairs(['ink'], ['accentSoft', 'errorSoft', 'warningSoft', 'goodSoft', 'mapEmpty']),
    ['error', 'errorSoft'],
    ['warning', 'warningSoft'],
    ['onAccent', 'accent'],
  ] as const)('text: %s on %s', (text, ground) => expect(contrast(own[text], own[ground])).toBeGreaterThanOrEqual(TEXT));

  test.each([
    ...pairs(['control', 'focus', 'mapLine'], ['surface', 'page']),
    ...pairs(['mapLine'], ['mapLand']),
    ...pairs(['mapOutline'], ['mapGround', 'mapLand']),
    ...pairs(['mapBorder'], ['mapBeyond', 'mapLand']),
    ...pairs(['accentStrong'], ['mapLand', 'mapGround']),
    ...pairs(['mapHatch'], ['mapEmpty']),
  ] as const)('shape: %s on %s', (shape, ground) => expect(contrast(own[shape], own[ground])).toBeGreaterThanOrEqual(GRAPHIC));

  test('names and numbers on every fill: their halo is land, wide enough to be their ground, on the live map', () => {
    const map = {
      levels: [{ level: 1, available: 0, minzoom: 0, maxzoom: 24 }],
      level: 1,
      nameColumn: 0,
      selected: { level: 1, pcode: 'X' },
      palette: own,
      fonts: {},
      choropleth: { level: 1, breaks: [0, 1, 2], looks: true },
      printed: { level: 2, data: { type: 'FeatureCollection' as const, features: [] } },
    };
    const vector_layers = [
      { id: 'adm0', fields: {} },
      { id: 'adm1', fields: {} },
    ];
    const { layers } = buildStyle(map, { tiles: [], minzoom: 0, maxzoom: 8, bounds: [0, 0, 1, 1], vector_layers } as never);
    const labels = layers.filter((layer) => layer.type === 'symbol');
    expect(labels.map(({ id }) => id)).toEqual(['label-adm1', 'printed']);
    for (const { id, paint } of labels) {
      expect(paint!['text-halo-width'], id).toBeGreaterThanOrEqual(1.4);
      // Whole, or not at all: names that the edge of the map cuts are hidden (decision 0082).
      expect([undefined, JSON.stringify(['case', ['boolean', ['feature-state', 'hidden'], false], 0, 1])], id).toContain(
        paint!['text-opacity'] === undefined ? undefined : JSON.stringify(paint!['text-opacity']),
      );
      const inks = [paint!['text-color']].flat().filter((part): part is string => typeof part === 'string' && part.startsWith('#'));
      expect(inks.length, id).toBeGreaterThan(0);
      for (const ink of inks) expect(contrast(ink, paint!['text-halo-color'] as string), id).toBeGreaterThanOrEqual(TEXT);
    }
    // The line of a unit that is brought forward is seen on any class: if not itself, then its edge.
    const widths = ['selected-edge', 'selected-line'].map(
      (id) => layers.find((layer) => layer.id === id)!.paint as { 'line-color': string; 'line-width': number },
    );
    expect(widths[0]!['line-width']).toBeGreaterThan(widths[1]!['line-width'] + 1);
    for (const fill of fills(theme)) expect(Math.max(...widths.map((line) => contrast(line['line-color'], fill))), fill).toBeGreaterThanOrEqual(GRAPHIC);
  });

  test('the country, other land and water are told apart in grey, and so are coast and land border', () => {
    expect(contrast(own.mapLand, own.mapBeyond)).toBeGreaterThan(1.15);
    expect(contrast(own.mapBeyond, own.mapGround)).toBeGreaterThan(1.12);
    expect(contrast(own.mapCoast, own.mapGround)).toBeGreaterThan(2);
    expect(contrast(own.mapAbroad, own.mapBeyond)).toBeGreaterThan(2);
    expect(contrast(own.mapBorder, own.mapOutline)).toBeGreaterThan(1.3);
  });

  test.each(['colour', 'grey'])('a unit without a number is taken neither for water nor for the land of neighbours, in %s', (print) => {
    const seen = (token: Token) => (print === 'grey' ? greyOf(own[token]) : own[token]);
    for (const look of PATTERNS) {
      const [ground, ink] = [seen(groundOf(look)), seen(inkOf(look))];
      // All of these are plain: the strokes say that this is another thing, and are seen on them too, where a unit is smaller than its pattern.
      for (const plain of ['mapBeyond', 'mapGround', 'mapLand', 'mapEmpty'] as const)
        expect(contrast(ink, seen(plain)), `${look} on ${plain}`).toBeGreaterThanOrEqual(GRAPHIC);
      expect(contrast(ground, seen('mapBeyond')), look).toBeGreaterThan(1.25);
      expect(contrast(ground, seen('mapGround')), look).toBeGreaterThan(1.1);
    }
  });

  test('numbers written on a class itself, as in a table', () => {
    for (const fill of fills(theme)) expect(contrast(inkOn(fill), fill), fill).toBeGreaterThanOrEqual(TEXT);
  });

  test('classes go one way, and none looks like a unit without a number', () => {
    const dark = theme === 'dark';
    for (let count = 1; count <= 7; count++) {
      const colours = ramp(count, dark);
      expect(new Set([...colours, own.mapLand, own.mapEmpty]).size).toBe(count + 2);
      const away = colours.map((colour) => contrast(colour, own.mapGround));
      // Further from the ground with each class, by as much as seven of them allow.
      for (let i = 2; i < away.length; i++) expect(away[i]! / away[i - 1]!, `${count}: ${i}`).toBeGreaterThan(1.2);
    }
    // Nought and no number are both grey: told apart by lightness.
    expect(contrast(own.mapLand, own.mapEmpty)).toBeGreaterThan(1.2);
  });
});

test('each kind of emptiness has a look of its own; a population knows one', () => {
  const kinds = ['zero', 'notReported', 'aboveOnly', 'possible', 'notPlaced', 'noData', 'withheld'] as const;
  const looks = kinds.map((kind) => lookOf(kind));
  expect(new Set(looks).size).toBe(kinds.length);
  // `partial` is no reason for having no number: it lies over one.
  expect(looks.filter(isPattern)).toEqual(PATTERNS.filter((look) => look !== 'partial'));
  expect(looks.filter((look) => !isPattern(look))).toEqual(['zero']);
  expect([groundOf('zero'), groundOf('not-reported'), groundOf('above')]).toEqual(['mapLand', 'mapEmpty', 'mapEmpty']);
  expect([lookOf('noData', 'population'), lookOf('zero', 'population')]).toEqual(['not-reported', 'zero']);
});

test('no two patterns look alike, however they are laid over each other', () => {
  const at = Array.from({ length: CELL ** 2 }, (_, i) => [i % CELL, Math.floor(i / CELL)] as const);
  const painted = new Map(PATTERNS.map((look) => [look, at.map(([x, y]) => patternCover(look, x, y, 1))]));
  for (const [i, a] of PATTERNS.entries())
    for (const b of PATTERNS.slice(i + 1)) {
      const apart = at.map(
        ([dx, dy]) =>
          at.reduce((sum, [x, y], cell) => sum + Math.abs(painted.get(a)![cell]! - painted.get(b)![((y + dy) % CELL) * CELL + ((x + dx) % CELL)]!), 0) /
          CELL ** 2,
      );
      expect(Math.min(...apart), `${a} and ${b}`).toBeGreaterThan(0.1);
    }
});

test('a pattern paints between a tenth and half of its square', () => {
  for (const look of PATTERNS) {
    const fine =
      Array.from({ length: CELL ** 2 }, (_, i) => patternCover(look, i % CELL, Math.floor(i / CELL), 1)).reduce((sum, part) => sum + part, 0) / CELL ** 2;
    expect(fine, look).toBeGreaterThan(0.1);
    expect(fine, look).toBeLessThan(0.5);
  }
});

test('a 3W map has the colours of the contract on the page, whatever its ends', () => {
  for (const dark of [false, true])
    for (const breaks of [[], [5], [2, 9], [2, 9, 30]]) {
      const live = classesOf('change', [], { method: 'manual', classes: 5, breaks }, dark);
      // As they are saved: an open class ends where the next one begins.
      const saved = live.breaks.map((value, i) => (value === -Infinity ? live.breaks[i + 1]! : value === Infinity ? live.breaks[i - 1]! : value));
      const data = { kind: 'presence', measure: { is: 'change' } } as never;
      expect(classColours({ data, classes: { breaks: saved } as never }, dark)).toEqual(live.colors);
      expect(new Set(live.colors).size).toBe(live.breaks.length - 1);
    }
});

test('an accent that cannot be read is mixed until it can', () => {
  expect(readable(PALETTE.light.accent, '#ffffff')).toBe(PALETTE.light.accent);
  for (const [colour, ground] of [
    ['#ffff00', '#ffffff'],
    ['#8a1538', '#16202b'],
    ['#777777', '#808080'],
  ] as const)
    expect(contrast(readable(colour, ground), ground)).toBeGreaterThanOrEqual(4.5);
});

test('contrast is that of the specification', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  // The well-known limit of grey on white.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('style sheets are given every colour, in both themes', () => {
  const css = themedRoot();
  for (const theme of themes) {
    const own: Palette = PALETTE[theme];
    for (const [token, colour] of Object.entries(own) as [Token, string][]) expect(css).toContain(`${propertyOf(token)}:${colour}`);
  }
  expect([propertyOf('ink2'), propertyOf('mapLand'), propertyOf('surface3')]).toEqual(['--ink-2', '--map-land', '--surface-3']);
  expect(declarations('dark', ['ink'])).toBe(`color-scheme:dark;--ink:${PALETTE.dark.ink}`);
});
