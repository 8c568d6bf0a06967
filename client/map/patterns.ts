/** Patterns for units whose number is not known: pixels made from the image's own name (`patternImage`). Pure. */

import type { PatternLook } from './looks.ts';

/** Name of a pattern's image. It says all that is needed to draw it, so that another theme asks for another image. */
export const patternImage = (look: PatternLook, color: string) => `pattern:${look}:${color}`;

export const PATTERN_RATIO = 2;
const SIDE = 16;
/** All repeat without a seam in half the side: stripes along x + y, dots on a lattice, a grid of hairlines, a net of both diagonals. */
const INSIDE: Record<PatternLook, (x: number, y: number) => boolean> = {
  above: (x, y) => (x + y) % 8 < 2,
  'not-placed': (x, y) => (x - 3.5) ** 2 + (y - 3.5) ** 2 < 3.2,
  'no-data': (x, y) => x === 0 || y === 0,
  withheld: (x, y) => (x + y) % 8 < 1 || (x - y + 8) % 8 < 1,
};

/** Undefined where the name is no pattern of ours. Colours are `#rrggbb`, as the tokens write them. */
export function drawPattern(id: string): { width: number; height: number; data: Uint8Array } | undefined {
  const [, look, hex] = /^pattern:(above|not-placed|no-data|withheld):#([0-9a-f]{6})$/i.exec(id) ?? [];
  if (!hex) return undefined;
  const rgb = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const data = new Uint8Array(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      data.set([...rgb, INSIDE[look as PatternLook](x % 8, y % 8) ? 255 : 0], (y * SIDE + x) * 4);
    }
  }
  // Premultiplied is what MapLibre wants: what is not painted is black and clear.
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 0) data.fill(0, i, i + 3);
  return { width: SIDE, height: SIDE, data };
}
