/** Patterns for units whose number is not known: pixels made from the image's own name (`patternImage` in style.ts). Pure. */

export const PATTERN_RATIO = 2;
const SIDE = 16;

/** Undefined where the name is no pattern of ours. Colours are `#rrggbb`, as the tokens write them. */
export function drawPattern(id: string): { width: number; height: number; data: Uint8Array } | undefined {
  const [, look, hex] = /^pattern:(above|not-placed|suppressed):#([0-9a-f]{6})$/i.exec(id) ?? [];
  if (!hex) return undefined;
  const rgb = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const data = new Uint8Array(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      // All repeat without a seam: stripes along x + y, dots on a lattice of half the side, a net of both diagonals.
      const stripe = (x + y) % 8 < 2;
      const net = (x + y) % 8 < 1 || (x - y + SIDE) % 8 < 1;
      const dot = ((x % 8) - 3.5) ** 2 + ((y % 8) - 3.5) ** 2 < 3.2;
      const inside = look === 'above' ? stripe : look === 'suppressed' ? net : dot;
      data.set([...rgb, inside ? 255 : 0], (y * SIDE + x) * 4);
    }
  }
  // Premultiplied is what MapLibre wants: what is not painted is black and clear.
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 0) data.fill(0, i, i + 3);
  return { width: SIDE, height: SIDE, data };
}
