/** Colours of a sheet: those of pictures on light ground, or their greys, in which half of all field products are read. */
import { paletteOf, type Palette } from '../../contract/maps/palette.ts';
import { NO_GROUND, type Fill } from '../render/drawing.ts';

/** The grey that looks as light as the colour (sRGB luma). */
export function greyOf(hex: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const level = Math.round(0.299 * r! + 0.587 * g! + 0.114 * b!)
    .toString(16)
    .padStart(2, '0');
  return `#${level.repeat(3)}`;
}

export interface SheetColours {
  palette: Palette;
  fill: (fill: Fill) => Fill;
}

export function coloursOf(grey: boolean): SheetColours {
  const palette = paletteOf(false);
  if (!grey) return { palette, fill: (fill) => fill };
  const greys = Object.fromEntries(
    Object.entries(palette).map(([token, colour]) => [token, /^#[0-9a-f]{6}$/i.test(colour) ? greyOf(colour) : colour]),
  ) as Palette;
  return {
    palette: greys,
    fill: (fill) =>
      typeof fill === 'string'
        ? greyOf(fill)
        : { ...fill, ink: greyOf(fill.ink), ground: fill.ground === NO_GROUND ? NO_GROUND : greyOf(fill.ground), edge: fill.edge && greyOf(fill.edge) },
  };
}
