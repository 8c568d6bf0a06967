/**
 * The fonts of sheets: TTF, which Typst reads, chosen for text that copies out right as well as for looks (decision 0068). Rim: the packages are
 * optional, and the painter's list of fonts is one for the process.
 */
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, SvgExportFlag } from '@napi-rs/canvas';
import type { Measure } from '../render/drawing.ts';
import { edgesOf, EM, haloOf, piecesOf, type Letter } from './draw/halos.ts';

/** In the order in which a letter is looked for. */
const FILES: readonly (readonly [family: string, ...paths: string[]])[] = [
  ['Noto Sans', 'noto-sans/400Regular/NotoSans_400Regular', 'noto-sans/600SemiBold/NotoSans_600SemiBold'],
  ['Vazirmatn', 'vazirmatn/400Regular/Vazirmatn_400Regular', 'vazirmatn/600SemiBold/Vazirmatn_600SemiBold'],
  ['Noto Sans Myanmar', 'noto-sans-myanmar/400Regular/NotoSansMyanmar_400Regular', 'noto-sans-myanmar/600SemiBold/NotoSansMyanmar_600SemiBold'],
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

export interface TextAt {
  text: string;
  size: number;
  weight: 400 | 600;
  /** Middle of the text. */
  x: number;
  /** What its letters stand on. */
  y: number;
}

export interface SheetFonts {
  measure: Measure;
  /** The edge of letters as one path: a halo below labels, which is no second text to whoever copies them. */
  outline: (texts: readonly TextAt[]) => string;
}

/** Points between what is drawn together, of letters of `EM`. */
const ROW = 3 * EM;
/** A canvas for so many pieces, whose longest are words. */
const MOST_ROWS = 100;
const WIDE = 60 * EM;
/** Names of a country, and of its neighbours. */
const KEPT = 20_000;
const FAMILY = SHEET_FONTS.map((name) => `"Sheet ${name}"`).join(', ');

/** @throws where a package is not installed */
export function loadSheetFonts(): SheetFonts {
  const files = fontFiles();
  if (!GlobalFonts.has(`Sheet ${SHEET_FONTS[0]}`)) files.forEach((file, at) => GlobalFonts.registerFromPath(file, `Sheet ${SHEET_FONTS[at >> 1]}`));
  const fontOf = (weight: number) => `${weight} ${EM}px ${FAMILY}`;
  const context = createCanvas(1, 1).getContext('2d');
  const widths = new Map<string, number>();
  const letters = new Map<string, Letter>();
  let weightSet = 0;
  // Widths grow with the size, since nothing is fitted to pixels: one look for all sizes.
  const measure: Measure = (text, size, weight) => {
    const key = `${weight}${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (weightSet !== weight) context.font = fontOf((weightSet = weight));
      width = context.measureText(text).width / EM;
      if (widths.size >= KEPT) widths.clear();
      widths.set(key, width);
    }
    return width * size;
  };

  /** A canvas costs more than what is drawn on it, so that all of a sheet are drawn on one, each in a row of its own. */
  function draw(pieces: readonly (readonly [key: string, text: string, weight: 400 | 600])[]): void {
    const canvas = createCanvas(WIDE, ROW * (pieces.length + 1), SvgExportFlag.ConvertTextToPaths);
    const pen = canvas.getContext('2d');
    pieces.forEach(([, text, weight], row) => {
      pen.font = fontOf(weight);
      pen.fillText(text, EM, ROW * (row + 1));
    });
    const paths = pieces.map(() => '');
    for (const [, path] of canvas
      .getContent()
      .toString()
      .matchAll(/ d="([^"]+)"/g)) {
      const y = Number(/^M\S+ (-?[\d.]+)/.exec(path!)?.[1]);
      // Marks above and below stay within half a row.
      const row = Math.round((y + EM / 3) / ROW) - 1;
      if (paths[row] !== undefined) paths[row] += path;
    }
    pieces.forEach(([key, text, weight], row) => letters.set(key, { edges: edgesOf(paths[row]!, EM, ROW * (row + 1)), advance: measure(text, EM, weight) }));
  }

  return {
    measure,
    outline(texts) {
      if (letters.size >= KEPT) letters.clear();
      const own = texts.map((each) => ({ ...each, pieces: piecesOf(each.text).map((piece) => [`${each.weight}${piece}`, piece, each.weight] as const) }));
      const missing = [
        ...new Map(own.flatMap(({ pieces }) => pieces.flatMap((piece) => (letters.has(piece[0]) ? [] : [[piece[0], piece] as const])))).values(),
      ];
      for (let at = 0; at < missing.length; at += MOST_ROWS) draw(missing.slice(at, at + MOST_ROWS));
      return own.map(({ pieces, size, x, y }) => haloOf(pieces.map(([key]) => letters.get(key)!), size, x, y)).join(''); // prettier-ignore
    },
  };
}
