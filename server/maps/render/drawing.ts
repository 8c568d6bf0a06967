/** What a picture is made of: shapes and texts in pixels. One list, written as SVG or painted as PNG, so the two cannot disagree. */
import type { PrintLang } from '../../contract/languages.ts';
import type { Pattern } from '../../contract/maps/looks.ts';

/** A plain colour, or a pattern on its ground (`none`: on what is below); `edge` lies around its lines. */
export type Fill = string | { pattern: Pattern; ink: string; ground: string; edge?: string | undefined };

/** The ground of a pattern through which one sees what is below. */
export const NO_GROUND = 'none';

export type Mark =
  | {
      is: 'path';
      d: string;
      fill?: Fill;
      stroke?: string;
      width?: number;
      dash?: number[];
      opacity?: number;
      clip?: true | undefined;
      /** Shapes that lie over each other are all filled; else what is covered twice is a hole. */
      solid?: true;
      /** It leads to a name, and goes where that goes. */
      lead?: true;
    }
  | { is: 'rect'; x: number; y: number; width: number; height: number; fill?: Fill; stroke?: string; radius?: number }
  | {
      is: 'text';
      x: number;
      /** Baseline. */
      y: number;
      text: string;
      size: number;
      weight: 400 | 600;
      fill: string;
      anchor: 'start' | 'middle' | 'end';
      halo?: string;
      /** Of a key on the map itself: it stays where names are too small to be shown. */
      key?: true;
      opacity?: number;
      /** Degrees, clockwise around x, y. */
      turn?: number;
    };

/** A length as SVG writes it: in tenths of a pixel, or of a point. */
export const tenth = (value: number): string => String(Math.round(value * 10) / 10);

/** What of a mark has a colour. */
export const PAINTED = ['fill', 'stroke', 'halo'] as const;

/** What a legend says of a layer over the boundaries. */
export interface OverlayLegendRow {
  text: string;
  /** Features in view; null of a size. */
  count: number | null;
  /** In a box of this size, by where its upper left corner is. */
  swatch: (x: number, y: number) => Mark[];
  width: number;
  height: number;
}

export interface OverlayLegend {
  title: string;
  /** Of which day, and until when it holds. */
  about: string;
  rows: OverlayLegendRow[];
}

export interface Drawing {
  width: number;
  height: number;
  lang: PrintLang;
  /** Title and summary for those who do not see it. */
  title: string;
  summary: string;
  /** Marks with `clip` stay inside this frame. */
  frame: { x: number; y: number; width: number; height: number };
  marks: Mark[];
  /** What legend and notes say of the layers on it, for a page that writes both itself. */
  layers?: { legends: OverlayLegend[]; notes: string[] };
}

/** Width of a text in pixels; `size` in pixels. Passed in: only the painter knows its fonts. */
export type Measure = (text: string, size: number, weight: 400 | 600) => number;

/** Right-to-left when the first strong letter is Arabic, Hebrew or Thaana (Unicode bidi rule P2). */
export function isRightToLeft(text: string): boolean {
  const strong = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}]|\p{L}/u.exec(text)?.[0];
  return strong !== undefined && /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}]/u.test(strong);
}

/** Breaks a text into lines no wider than `width`; a single word that is wider stands alone. At most `most` lines, the last ends in an ellipsis. */
export function wrap(text: string, width: number, size: number, weight: 400 | 600, measure: Measure, most = 99): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]}…`];
}
