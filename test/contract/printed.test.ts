/** Classes for everybody's eyes and for paper: told apart with every kind of colour vision, and in greys. */
import { describe, expect, test } from 'vitest';
import { classColours, contrast, diverging, greys, inkOn, PALETTE, ramp } from '../../server/contract/maps/palette.ts';
import { greyOf, tintOf, toGrey } from '../../server/maps/render/grey.ts';

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB. */
const VISION = {
  trichromat: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
type Vision = keyof typeof VISION;

const linear = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
function lab(hex: string, vision: Vision = 'trichromat'): number[] {
  const m = VISION[vision];
  const rgb = linear(hex);
  const [r, g, b] = [0, 3, 6].map((row) =>
    Math.max(
      0,
      Math.min(
        1,
        rgb.reduce((sum, value, i) => sum + m[row + i]! * value, 0),
      ),
    ),
  ) as [number, number, number];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map(f) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const apart = (a: string, b: string, vision: Vision) => Math.hypot(...lab(a, vision).map((value, i) => value - lab(b, vision)[i]!));

const sides = [2, 3, 4].map((side) => Array.from({ length: 2 * side }, (_, i) => i - side + 1));
const palettes = [false, true].flatMap((dark) => [
  ...[2, 3, 4, 5, 6, 7].map((count) => ({ name: `${count} classes${dark ? ', dark' : ''}`, colours: ramp(count, dark) })),
  ...sides.map((breaks) => ({ name: `${breaks.length - 1} classes of a difference${dark ? ', dark' : ''}`, colours: diverging(breaks, dark) })),
]);

describe.each(palettes)('$name', ({ colours }) => {
  test.each(Object.keys(VISION) as Vision[])('no two are alike with %s', (vision) => {
    // A difference of 2.3 is just seen side by side; between areas of a map, and from map to legend, it takes several times that.
    for (const [i, one] of colours.entries()) for (const other of colours.slice(i + 1)) expect(apart(one, other, vision), `${one} ${other}`).toBeGreaterThan(9);
  });
});

test('steps of a ramp are even to the eye', () => {
  for (const dark of [false, true])
    for (const count of [3, 4, 5, 6, 7]) {
      const lightness = ramp(count, dark).map((colour) => lab(colour)[0]!);
      const steps = lightness.slice(1).map((value, i) => Math.abs(value - lightness[i]!));
      expect(Math.max(...steps) / Math.min(...steps), `${count}${dark ? ' dark' : ''}`).toBeLessThan(1.6);
    }
});

describe.each([2, 3, 4, 5, 6, 7])('%i classes in grey', (count) => {
  const classes = greys(count);
  test('neighbours are told apart, in even steps, and names are read on each', () => {
    expect(classes.every((colour) => colour.slice(1, 3) === colour.slice(3, 5) && colour.slice(1, 3) === colour.slice(5, 7))).toBe(true);
    for (const [i, colour] of classes.entries()) {
      if (i > 0) expect(contrast(colour, classes[i - 1]!)).toBeGreaterThan(1.25);
      expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
    }
    // The lightest class is no land without a number, and none is the land of neighbours.
    for (const plain of ['mapLand', 'mapBeyond'] as const) expect(contrast(classes[0]!, greyOf(PALETTE.light[plain])), plain).toBeGreaterThan(1.15);
  });
});

test('fewer and more of a difference have greys of their own, from the fewest to the most', () => {
  const spec = { data: { kind: 'presence', measure: { is: 'change' } }, classes: { breaks: [-9, -3, 0, 1, 4, 9] } } as never;
  const classes = classColours(spec, false);
  const seen = classes.map((colour) => lab(tintOf(spec)(colour) as string)[0]!);
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  for (const [i, lightness] of seen.slice(1).entries()) expect(seen[i]! - lightness).toBeGreaterThan(9);
  // As colours they would be the same grey.
  expect(Math.abs(lab(greyOf(classes[1]!))[0]! - lab(greyOf(classes[3]!))[0]!)).toBeLessThan(4);
});

test('a picture in greys has no colour left, and names have the ink of their grey', () => {
  const spec = { data: { kind: 'population', measure: 'people' }, classes: { breaks: [1, 2, 3, 4] } } as never;
  const [light, , dark] = classColours(spec, false) as [string, string, string];
  const text = { is: 'text', x: 0, y: 0, text: 'A', size: 10, weight: 400, anchor: 'middle' } as const;
  const drawing = { width: 1, height: 1, lang: 'en', title: '', summary: '', frame: { x: 0, y: 0, width: 1, height: 1 } } as const;
  const { marks } = toGrey(
    {
      ...drawing,
      marks: [
        {
          is: 'path',
          d: '',
          fill: { pattern: 'possible', ink: PALETTE.light.ink, ground: light, edge: PALETTE.light.mapLand },
          stroke: PALETTE.light.mapBorder,
        },
        { ...text, fill: inkOn(dark), halo: dark },
      ],
    },
    spec,
  );
  const colours = JSON.stringify(marks).match(/#[0-9a-f]{6}/g)!;
  expect(colours.length).toBe(6);
  // Ink itself is nearly black.
  for (const colour of colours.filter((each) => each !== PALETTE.light.ink))
    expect(new Set([colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)]).size, colour).toBe(1);
  const name = marks[1] as { fill: string; halo: string };
  expect(contrast(name.fill, name.halo)).toBeGreaterThanOrEqual(4.5);
});
