/**
 * The fonts of sheets: TTF, which Typst reads, chosen for text that copies out right as well as for looks (decision 0068). Rim: the packages are
 * optional, and the painter's list of fonts is one for the process.
 */
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import type { Measure } from '../render/drawing.ts';

/** In the order in which a letter is looked for. */
const FILES: readonly (readonly [family: string, ...paths: string[]])[] = [
  ['Noto Sans', 'noto-sans/400Regular/NotoSans_400Regular', 'noto-sans/600SemiBold/NotoSans_600SemiBold'],
  ['Vazirmatn', 'vazirmatn/400Regular/Vazirmatn_400Regular', 'vazirmatn/600SemiBold/Vazirmatn_600SemiBold'],
  ['Padauk', 'padauk/Padauk_400Regular', 'padauk/Padauk_700Bold'],
  ['Battambang', 'battambang/400Regular/Battambang_400Regular', 'battambang/700Bold/Battambang_700Bold'],
  ['Noto Sans Ethiopic', 'noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular', 'noto-sans-ethiopic/600SemiBold/NotoSansEthiopic_600SemiBold'],
  ['Noto Sans Devanagari', 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular', 'noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold'],
];
export const SHEET_FONTS = FILES.map(([family]) => family);

/** Where the files lie. @throws where a package is not installed */
export function fontFiles(): string[] {
  const require = createRequire(import.meta.url);
  return FILES.flatMap(([, ...paths]) => paths.map((path) => require.resolve(`@expo-google-fonts/${path}.ttf`)));
}

export interface SheetFonts {
  measure: Measure;
  /** The edge of letters as one path in tenths of a point: a halo below a label, which is no second text to whoever copies it. */
  outline: (text: string, size: number, weight: 400 | 600, x: number, y: number) => string;
}

/** Points: longer than A3. */
const SIDE = 1300;
const FAMILY = SHEET_FONTS.map((name) => `"Sheet ${name}"`).join(', ');

/** @throws where a package is not installed */
export function loadSheetFonts(): SheetFonts {
  const files = fontFiles();
  if (!GlobalFonts.has(`Sheet ${SHEET_FONTS[0]}`)) files.forEach((file, at) => GlobalFonts.registerFromPath(file, `Sheet ${SHEET_FONTS[at >> 1]}`));
  const context = createCanvas(1, 1).getContext('2d');
  const set = (size: number, weight: 400 | 600) => `${weight} ${size}px ${FAMILY}`;
  return {
    measure(text, size, weight) {
      context.font = set(size, weight);
      return context.measureText(text).width;
    },
    outline(text, size, weight, x, y) {
      // What lies outside of the canvas is left out.
      const canvas = createCanvas(SIDE, SIDE, SvgExportFlag.ConvertTextToPaths);
      const pen = canvas.getContext('2d');
      pen.font = set(size, weight);
      pen.textAlign = 'center';
      pen.fillText(text, x, y);
      const svg = canvas.getContent().toString();
      return [...svg.matchAll(/ d="([^"]+)"/g)].map(([, d]) => d!.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10))).join('');
    },
  };
}
