/** Colours of a sheet: those of pictures on light ground, or their greys. */
import type { MapSpec } from '../../contract/maps/map.ts';
import { paletteOf, type Palette } from '../../contract/maps/palette.ts';
import type { Fill } from '../render/drawing.ts';
import { greyOf, tintOf } from '../render/grey.ts';

export interface SheetColours {
  palette: Palette;
  fill: (fill: Fill) => Fill;
}

export function coloursOf(grey: boolean, spec: Pick<MapSpec, 'data' | 'classes'>): SheetColours {
  const palette = paletteOf(false);
  if (!grey) return { palette, fill: (fill) => fill };
  const greys = Object.fromEntries(
    Object.entries(palette).map(([token, colour]) => [token, /^#[0-9a-f]{6}$/i.test(colour) ? greyOf(colour) : colour]),
  ) as Palette;
  return { palette: greys, fill: tintOf(spec) };
}
