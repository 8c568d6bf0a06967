/** Patterns for units whose number is not known: pixels made from the image's own name (`patternImage`). Pure. */
import { CELL, isPattern, patternCover, type Look, type PatternLook } from '../../server/contract/maps/looks.ts';

/** Name of a pattern's image. It says all that is needed to draw it, so that another theme asks for another image. */
export const patternImage = (look: PatternLook, color: string) => `pattern:${look}:${color}`;

export const PATTERN_RATIO = 2;
const SIDE = CELL * PATTERN_RATIO;

/** Undefined where the name is no pattern of ours. Colours are `#rrggbb`, as the palette writes them. */
export function drawPattern(id: string): { width: number; height: number; data: Uint8Array } | undefined {
  const [, look = '', hex] = /^pattern:([a-z-]+):#([0-9a-f]{6})$/i.exec(id) ?? [];
  if (!hex || !isPattern(look as Look)) return undefined;
  const rgb = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const data = new Uint8Array(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const cover = patternCover(look as PatternLook, x / PATTERN_RATIO, y / PATTERN_RATIO, 1 / PATTERN_RATIO);
      // Premultiplied is what MapLibre wants.
      data.set([...rgb.map((value) => Math.round(value * cover)), Math.round(255 * cover)], (y * SIDE + x) * 4);
    }
  }
  return { width: SIDE, height: SIDE, data };
}
