/**
 * The colours of Codmap, in light and dark. Style sheets, the live map, its legend, pictures, pages of maps and reports all take them from here,
 * so that a map keeps its colours wherever it is seen. Imports types only: the client bundles it.
 */
import type { LayerColour } from '../overlays/layer.ts';
import type { MapSpec } from './map.ts';

export type Theme = 'light' | 'dark';

/** `#rrggbb`; `#rrggbbaa` for what lies over everything else. */
const COLOURS = {
  page: { light: '#f4f6f8', dark: '#0f1720' },
  surface: { light: '#ffffff', dark: '#16202b' },
  surface2: { light: '#f4f6f8', dark: '#1e2a37' },
  surface3: { light: '#e8ecf0', dark: '#2a3846' },
  ink: { light: '#1b2733', dark: '#e9eef3' },
  ink2: { light: '#4d5b69', dark: '#a9b6c3' },
  rule: { light: '#d5dce3', dark: '#34434f' },
  control: { light: '#7d8b99', dark: '#76879a' },
  accent: { light: '#026cb6', dark: '#6bb6ee' },
  accentStrong: { light: '#025995', dark: '#93cbf5' },
  accentSoft: { light: '#e3f0fa', dark: '#17344c' },
  onAccent: { light: '#ffffff', dark: '#08202f' },
  focus: { light: '#025995', dark: '#93cbf5' },
  error: { light: '#b3261e', dark: '#ff9d94' },
  errorSoft: { light: '#fcebe9', dark: '#43201e' },
  warning: { light: '#8a5300', dark: '#f0bd6a' },
  warningSoft: { light: '#fdf1dc', dark: '#3d2f17' },
  good: { light: '#1f6b3a', dark: '#7fd09b' },
  goodSoft: { light: '#e2f3e7', dark: '#17331f' },
  shade: { light: '#1423321f', dark: '#0000007a' },
  veil: { light: '#0a141e8c', dark: '#0a141e8c' },
  onVeil: { light: '#ffffff', dark: '#ffffff' },
  /** Water. */
  mapGround: { light: '#ccdada', dark: '#0a1319' },
  /** Land beyond the country. */
  mapBeyond: { light: '#ebe7dd', dark: '#1c2023' },
  /** Where land meets water. */
  mapCoast: { light: '#6f909a', dark: '#4f6f7c' },
  /** Borders of other countries. */
  mapAbroad: { light: '#8d8794', dark: '#67626e' },
  /** The land border of the country itself. */
  mapBorder: { light: '#4d4458', dark: '#c9bfd4' },
  /** A unit of which nothing is counted, or whose number is nought. */
  mapLand: { light: '#fbfaf7', dark: '#222d38' },
  /** A unit without a number: below its pattern, and told from land, water and neighbours by lightness too. */
  mapEmpty: { light: '#c6ccd3', dark: '#394754' },
  /** Patterns on such a unit. */
  mapHatch: { light: '#57626d', dark: '#97a4b1' },
  mapOutline: { light: '#5d7488', dark: '#8fa3b5' },
  mapLine: { light: '#828d99', dark: '#71808f' },
  /** Of classes of a layer: told apart by eyes that see no red or no green too; each class has a symbol of its own as well. */
  layerBlue: { light: '#0b5fa5', dark: '#7cc4ff' },
  layerOrange: { light: '#b84a00', dark: '#ffa25c' },
  layerGreen: { light: '#00704f', dark: '#4fd6a4' },
  layerPurple: { light: '#7d3196', dark: '#e09bf0' },
  layerRed: { light: '#b01e4b', dark: '#ff8fa8' },
  layerBrown: { light: '#77510a', dark: '#e8c76a' },
  layerTeal: { light: '#006a78', dark: '#6fdcec' },
  layerGrey: { light: '#4f5a64', dark: '#c3ccd4' },
} as const satisfies Record<string, Record<Theme, string>>;

export type Token = keyof typeof COLOURS;
export type Palette = Record<Token, string>;

const TOKENS = Object.keys(COLOURS) as Token[];
const of = (theme: Theme): Palette => Object.fromEntries(TOKENS.map((token) => [token, COLOURS[token][theme]])) as Palette;

export const PALETTE: Record<Theme, Palette> = { light: of('light'), dark: of('dark') };

/** The palette of a page that is light or dark. */
export const paletteOf = (dark: boolean): Palette => PALETTE[dark ? 'dark' : 'light'];

/** Custom property of a colour in style sheets: `--map-land`, `--ink-2`. */
export const propertyOf = (token: Token): string => `--${token.replace(/[A-Z]|\d/g, (sign) => `-${sign.toLowerCase()}`)}`;

/** The colours of a theme as declarations of CSS; all of them where none are named. */
export function declarations(theme: Theme, tokens: readonly Token[] = TOKENS): string {
  return [`color-scheme:${theme}`, ...tokens.map((token) => `${propertyOf(token)}:${COLOURS[token][theme]}`)].join(';');
}

/** Declarations for both themes, the reader's choice deciding. */
export const themedRoot = (tokens?: readonly Token[]): string =>
  `:root{${declarations('light', tokens)}}@media (prefers-color-scheme:dark){:root{${declarations('dark', tokens)}}}`;

/** Blues of the accent's family, safe for the colour-blind because lightness alone orders them. */
const RAMP: Record<Theme, readonly string[]> = {
  light: ['#deecf8', '#b9d6ee', '#8dbce2', '#5d9dd3', '#3580bf', '#0f62a3', '#02457a'],
  dark: ['#17344c', '#1d4a70', '#246296', '#3a7ebb', '#5b9cd9', '#86baee', '#b9d8f7'],
};
/** The one step where there is one class. */
const MIDDLE = 4;

/** @returns `count` steps, light to dark; on dark ground dark to light */
export function ramp(count: number, dark = false): string[] {
  const steps = RAMP[dark ? 'dark' : 'light'];
  if (count <= 1) return [steps[MIDDLE]!];
  // Between two steps their mix, so that those of five classes are as far apart as those of four.
  return Array.from({ length: count }, (_, i) => {
    const at = (i * (steps.length - 1)) / (count - 1);
    const below = Math.floor(at);
    return at === below ? steps[below]! : mix(steps[below]!, steps[below + 1]!, at - below);
  });
}

/** CIE L* of the lightest and darkest grey of a class: neither is taken for land without a number of its own, nor for black. */
const GREYS = { first: 86, last: 20, one: 55 } as const;

/** Greys of even steps to the eye, light to dark. */
export function greys(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const lightness = count === 1 ? GREYS.one : GREYS.first + ((GREYS.last - GREYS.first) * i) / (count - 1);
    const linear = ((lightness + 16) / 116) ** 3;
    return toHex([0, 0, 0].map(() => 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055)));
  });
}

/** Fewer, from strong to weak; the same; more, from weak to strong. Straw between: grey is the land of which nobody reports. */
const DIVERGING = {
  light: { fewer: ['#a65d0f', '#e3b477'], same: '#f7efc1', more: ['#8dbce2', '#0f62a3'] },
  dark: { fewer: ['#d08a3c', '#8a6235'], same: '#57553f', more: ['#2f6da3', '#6bb6ee'] },
} as const;

/** Brown for classes below zero, blue for those above, neither for the one that holds it; the outermost are the strongest. */
export function diverging(breaks: readonly number[], dark = false): string[] {
  const { fewer, same, more } = DIVERGING[dark ? 'dark' : 'light'];
  const classes = breaks.slice(0, -1);
  const below = classes.filter((_, i) => breaks[i + 1]! <= 0).length;
  const above = classes.filter((from) => from > 0).length;
  return classes.map((from, i) => {
    if (i < below) return mix(fewer[0], fewer[1], below > 1 ? i / (below - 1) : 0);
    return from > 0 ? mix(more[0], more[1], above > 1 ? (i - classes.length + above) / (above - 1) : 1) : same;
  });
}

/** The colours of a map's classes, in their order. */
export function classColours({ data, classes: { breaks } }: Pick<MapSpec, 'data' | 'classes'>, dark: boolean): string[] {
  if (data.kind === 'indicators' && data.colours) return data.colours;
  // What is old is pale.
  if (data.kind === 'coverage' && data.measure === 'age') return ramp(Math.max(1, breaks.length - 1), dark).toReversed();
  const isChange = (data.kind === 'presence' || data.kind === 'indicators') && data.measure.is === 'change';
  return isChange ? diverging(breaks, dark) : ramp(Math.max(1, breaks.length - 1), dark);
}

const LAYER_TOKENS = {
  blue: 'layerBlue',
  orange: 'layerOrange',
  green: 'layerGreen',
  purple: 'layerPurple',
  red: 'layerRed',
  brown: 'layerBrown',
  teal: 'layerTeal',
  grey: 'layerGrey',
} as const satisfies Record<LayerColour, Token>;
/** The colour that a layer says by name. */
export const layerToken = (name: LayerColour): Token => LAYER_TOKENS[name];

type Rgb = readonly [number, number, number];
const toRgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const toHex = (rgb: readonly number[]) => `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** @param share of `b` */
export function mix(a: string, b: string, share: number): string {
  const [from, to] = [toRgb(a), toRgb(b)];
  return toHex(from.map((value, i) => value + (to[i]! - value) * share));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = toRgb(hex).map((value) => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, WCAG 2.2: 1 to 21. Both as `#rrggbb`. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Of text and of what it stands on (WCAG 2.2, 1.4.3). */
const ENOUGH = 4.5;
const STEPS = 20;
/** Where black and white are read equally well: √(1.05 × 0.05) − 0.05. */
const EVEN = 0.179;

/** The colour itself, or the nearest mix with white or black that can be read on `ground`. */
export function readable(colour: string, ground: string): string {
  const towards = luminance(ground) > EVEN ? '#000000' : '#ffffff';
  for (let step = 0; step < STEPS; step++) {
    const mixed = mix(colour, towards, step / STEPS);
    if (contrast(mixed, ground) >= ENOUGH) return mixed;
  }
  return towards;
}

/** Ink for a text that stands on the colour itself, in either theme. */
export const inkOn = (colour: string): string => (luminance(colour) > EVEN ? readable(PALETTE.light.ink, colour) : PALETTE.light.surface);

/** Those of the Integrated Food Security Phase Classification, by phase 1 to 5: its readers know them, so they are the same in light and dark. */
export const IPC_COLOURS = ['#cdfacd', '#fae61e', '#e67800', '#c80000', '#640000'] as const;
/** Of severity 1 to 5, the scale of JIAF 2.0. */
export const SEVERITY_COLOURS = ['#fde0d0', '#fbb394', '#f4774f', '#c8302a', '#7a0c1a'] as const;
