/** Patterns for units whose number is not known: pixels made from the image's own name (`patternImage`). Pure. */
import {
  CELL,
  edgeOf,
  HATCHES,
  inkOf,
  isPattern,
  patternCover,
  type Hatch,
  type Look,
  type Pattern,
  type PatternLook,
} from '../../server/contract/maps/looks.ts';
import { isInSymbol, type PointSymbol } from '../../server/contract/maps/overlayLooks.ts';
import type { Palette } from './palette.ts';

/** Name of a pattern's image. It says all that is needed to draw it, so that another theme asks for another image. */
export function patternImage(look: PatternLook, palette: Palette): string {
  const edge = edgeOf(look);
  return `pattern:${look}:${[inkOf(look), ...(edge ? [edge] : [])].map((token) => palette[token]).join(':')}`;
}

/** The same of areas of a layer. */
export const hatchImage = (hatch: Hatch, color: string): string => `pattern:${hatch}:${color}`;

/** Of a unit whose number is of a part of it: its pattern lies over the class, as that of what is possible does. */
export const PARTIAL = 'partial';

export const PATTERN_RATIO = 2;
const SIDE = CELL * PATTERN_RATIO;

/** Undefined where the name is no pattern of ours. Colours are `#rrggbb`, as the palette writes them. */
export function drawPattern(id: string): { width: number; height: number; data: Uint8Array } | undefined {
  const [, look = '', hex, edge] = /^pattern:([a-z-]+):#([0-9a-f]{6})(?::#([0-9a-f]{6}))?$/i.exec(id) ?? [];
  if (!hex || !(isPattern(look as Look) || (HATCHES as readonly string[]).includes(look))) return undefined;
  const rgbOf = (color: string) => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const [line, around] = [rgbOf(hex), edge ? rgbOf(edge) : null];
  const data = new Uint8Array(SIDE * SIDE * 4);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = [look as Pattern, x / PATTERN_RATIO, y / PATTERN_RATIO, 1 / PATTERN_RATIO] as const;
      const cover = patternCover(...at);
      const beside = around ? patternCover(...at, 'edge') - cover : 0;
      // Premultiplied is what MapLibre wants.
      data.set([...line.map((value, i) => Math.round(value * cover + (around?.[i] ?? 0) * beside)), Math.round(255 * (cover + beside))], (y * SIDE + x) * 4);
    }
  }
  return { width: SIDE, height: SIDE, data };
}

/** Radius of a symbol in its image, in pixels of the map. */
export const SYMBOL_RADIUS = 12;
/** Half a side: what the corners of a star reach, and its edge. */
const REACH = 20;
const EDGE = 1.1;

/** Name of a symbol's image, with its fill and its edge. */
export const symbolImage = (symbol: PointSymbol, [fill, edge]: readonly [string, string]): string => `symbol:${symbol}:${fill}:${edge}`;

/** Undefined where the name is no symbol of ours. */
export function drawSymbol(id: string): { width: number; height: number; data: Uint8Array } | undefined {
  const [, symbol, ...colours] = /^symbol:([a-z]+):#([0-9a-f]{6}):#([0-9a-f]{6})$/i.exec(id) ?? [];
  if (symbol === undefined) return undefined;
  const [fill, edge] = colours.map((color) => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16))) as [number[], number[]];
  const side = REACH * 2 * PATTERN_RATIO;
  const data = new Uint8Array(side * side * 4);
  const samples = 3;
  for (let py = 0; py < side; py++) {
    for (let px = 0; px < side; px++) {
      let [inner, outer] = [0, 0];
      for (let s = 0; s < samples ** 2; s++) {
        const x = (px + ((s % samples) + 0.5) / samples) / PATTERN_RATIO - REACH;
        const y = (py + (Math.floor(s / samples) + 0.5) / samples) / PATTERN_RATIO - REACH;
        if (isInSymbol(symbol as PointSymbol, x, y, SYMBOL_RADIUS - EDGE)) inner++;
        else if (isInSymbol(symbol as PointSymbol, x, y, SYMBOL_RADIUS + EDGE)) outer++;
      }
      const [a, b] = [inner / samples ** 2, outer / samples ** 2];
      data.set([...fill.map((value, i) => Math.round(value * a + edge[i]! * b)), Math.round(255 * (a + b))], (py * side + px) * 4);
    }
  }
  return { width: side, height: side, data };
}
