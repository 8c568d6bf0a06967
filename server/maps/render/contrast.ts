/** Colours that can be read on a ground: WCAG 2.2 contrast. */

/** Of text and of what it stands on (success criterion 1.4.3). */
const ENOUGH = 4.5;
const STEPS = 20;

type Rgb = [number, number, number];
const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const format = (rgb: Rgb) => `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((value) => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(parse(a)), luminance(parse(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour itself, or the nearest mix with white or black that can be read on `ground`. Both as `#rrggbb`. */
export function readable(colour: string, ground: string): string {
  const towards = luminance(parse(ground)) > 0.18 ? 0 : 255;
  const from = parse(colour);
  for (let step = 0; step <= STEPS; step++) {
    const mixed = format(from.map((value) => value + ((towards - value) * step) / STEPS) as Rgb);
    if (contrast(mixed, ground) >= ENOUGH) return mixed;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}
