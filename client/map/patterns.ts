/** Patterns for units whose number is not known: pixels made from the image's own name (`patternImage`). Pure. */
import { CELL, edgeOf, inkOf, isPattern, patternCover, type Look, type PatternLook } from '../../server/contract/maps/looks.ts';
import type { Palette } from './palette.ts';

/** Name of a pattern's image. It says all that is needed to draw it, so that another theme asks for another image. */
export function patternImage(look: PatternLook, palette: Palette): string {
  const edge = edgeOf(look);
  return `pattern:${look}:${[inkOf(look), ...(edge ? [edge] : [])].map((token) => palette[token]).join(':')}`;
}

export const PATTERN_RATIO = 2;
const SIDE = CELL * PATTERN_RATIO;

/** Undefined where the name is no pattern of ours. Colours are `#rrggbb`, as the palette writes them. */
export function drawPattern(id: string): { width: number; height: number; data: Uint8Array } | undefined {
  const [, look = '', hex, edge] = /^pattern:([a-z-]+):#([0-9a-f]{6})(?::#([0-9a-f]{6}))?$/i.exec(id) ?? [];
  if (!hex || !isPattern(look as Look)) return undefined;
  const rgbOf = (color: string) => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const [line, around] = [rgbOf(hex), edge ? rgbOf(edge) : null];
  const data = new Uint8Array(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = [look as PatternLook, x / PATTERN_RATIO, y / PATTERN_RATIO, 1 / PATTERN_RATIO] as const;
      const cover = patternCover(...at);
      const beside = around ? patternCover(...at, 'edge') - cover : 0;
      // Premultiplied is what MapLibre wants.
      data.set([...line.map((value, i) => Math.round(value * cover + (around?.[i] ?? 0) * beside)), Math.round(255 * (cover + beside))], (y * SIDE + x) * 4);
    }
  }
  return { width: SIDE, height: SIDE, data };
}
