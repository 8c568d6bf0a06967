/** The fonts that pictures are painted with: our own, so that a picture looks the same on every server. */
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Measure } from './drawing.ts';

/** Scripts of the countries served; a letter of any other script falls back to what the machine has. */
const FILES: Record<string, string[]> = {
  'noto-sans': ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'devanagari', 'vietnamese'],
  'noto-sans-arabic': ['arabic'],
  'noto-sans-myanmar': ['myanmar'],
  'noto-sans-khmer': ['khmer'],
  'noto-sans-ethiopic': ['ethiopic'],
};
export const FAMILY = 'Codmap Sans';

/** Registers the fonts with the painter (once for the process: the library keeps one list) and gives a measure of texts. */
export function loadFonts(): Measure {
  const require = createRequire(import.meta.url);
  if (!GlobalFonts.has(FAMILY)) {
    for (const [name, subsets] of Object.entries(FILES)) {
      for (const subset of subsets) {
        for (const weight of [400, 600])
          GlobalFonts.registerFromPath(require.resolve(`@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff2`), FAMILY);
      }
    }
  }
  const context = createCanvas(1, 1).getContext('2d');
  return (text, size, weight) => {
    context.font = fontOf(size, weight);
    return context.measureText(text).width;
  };
}

export function fontOf(size: number, weight: 400 | 600): string {
  return `${weight} ${size}px "${FAMILY}", "Noto Sans", sans-serif`;
}
