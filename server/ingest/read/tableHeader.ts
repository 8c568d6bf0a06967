/** Where the header of a table is: real files have titles, notes and instructions above it and HXL rows below it (3w.md §1.3). */
import type { Cell } from './rawTable.ts';
import { cellText } from './rawTable.ts';
import type { Merge } from './tableRows.ts';

/** Non-blank rows that are searched. */
export const HEADER_DEPTH = 25;

/** Below this a row is no header: titles score low for their width, data for its numbers. */
const MIN_SCORE = 0.6;

export interface FoundHeader {
  /** Indices into the searched rows; none, one or two. */
  rows: number[];
  hxl: number[];
  /** Rows above the header. */
  preamble: number[];
  /** Rows between header and HXL row: instructions. */
  skipped: number[];
  /** Index of the first row after header and HXL rows. */
  dataStart: number;
}

/** `top`: the first non-blank rows, all of the same width; `rowNumbers`: their numbers in the sheet; `merges` of the whole sheet. */
export function findHeader(top: Cell[][], rowNumbers: ArrayLike<number>, merges: Merge[]): FoundHeader {
  const hxl = findHxlRows(top);
  const end = hxl[0] ?? top.length;
  let best = -1;
  let bestScore = MIN_SCORE;
  for (let i = 0; i < end; i++) {
    const score = scoreHeader(top, i) - 0.02 * i;
    if (score > bestScore) {
      best = i;
      bestScore = score;
    }
  }
  // HXL tags sit right under the headings (HXL 1.1), so the row above them is the header even where it scores badly.
  if (best < 0 && hxl.length > 0 && end > 0) best = end - 1;
  if (best < 0) return { rows: [], hxl, preamble: [], skipped: [], dataStart: hxl.length === 0 ? 0 : hxl.at(-1)! + 1 };
  const rows = pairWith(top, best, end, rowNumbers, merges);
  const first = rows[0]!;
  const last = rows.at(-1)!;
  return {
    rows,
    hxl,
    preamble: range(0, first),
    skipped: hxl.length === 0 ? [] : range(last + 1, end),
    dataStart: (hxl.at(-1) ?? last) + 1,
  };
}

/** Headings of the fused header rows: "Female" over "0-4" gives "Female 0-4"; a heading spans blank cells to its right where the lower row is filled. */
export function headingNames(top: Cell[][], rows: number[]): string[] {
  if (rows.length === 0) return top[0]?.map(() => '') ?? [];
  const [upper, lower] = rows.map((i) => top[i]!.map(headingText));
  if (!lower) return upper!;
  let spanning = '';
  return upper!.map((text, c) => {
    if (text !== '') spanning = text;
    else if (lower[c] === '') spanning = '';
    return lower[c] === '' ? text : spanning === '' ? lower[c]! : `${spanning} ${lower[c]!}`;
  });
}

/** `#adm1 +Code` → `#adm1+code`; real files also hold `#population+age0-4` and `#population+age80+`. null for what is no tag (`#N/A`, `# of people`). */
export function toHxlTag(cell: Cell): string | null {
  if (typeof cell !== 'string') return null;
  const text = cellText(cell);
  return /^#[a-z][a-z0-9_]*(\s*\+\s*[\w-]*)*$/i.test(text) ? text.replace(/\s/g, '').toLowerCase() : null;
}

/** Rows of tags: at least one, and at least half of what the row holds (a partially tagged row has blanks). Two in a row as in some 5W files. */
function findHxlRows(top: Cell[][]): number[] {
  const found: number[] = [];
  for (const [i, row] of top.entries()) {
    const tags = row.filter((cell) => toHxlTag(cell) !== null).length;
    const filled = row.filter((cell) => cell !== null).length;
    const isTags = tags >= 1 && tags >= filled / 2;
    if (isTags) found.push(i);
    else if (found.length > 0) break;
  }
  return found;
}

/** 0…1: share of texts × share of distinct texts × width against the rows that follow. */
function scoreHeader(top: Cell[][], index: number): number {
  const row = top[index]!;
  const texts = row.filter((cell) => cell !== null);
  if (texts.length === 0) return 0;
  const headings = row.map(headingText);
  const textual = headings.reduce(
    (sum, text, c) => sum + (text === '' ? 0 : isYear(text) && !isYear(cellText(top[index + 1]?.[c] ?? null)) ? 0.8 : isNumberLike(text) ? 0 : 1),
    0,
  );
  const distinct = new Set(headings.filter(Boolean)).size;
  const widths = top.slice(index + 1, index + 11).map((next) => next.filter((cell) => cell !== null).length);
  const width = widths.length === 0 ? texts.length : widths.sort((a, b) => a - b)[widths.length >> 1]!;
  const long = headings.filter((text) => text.length > 250).length;
  return ((textual - long) / texts.length) * (distinct / texts.length) * Math.min(1, texts.length / width);
}

/**
 * The header row and, where it is one of two, its partner above or below: the upper row has gaps that the lower one fills,
 * together they cover the table, and numbers stand under the lower row's texts (or the sheet merges cells across in the upper row).
 */
function pairWith(top: Cell[][], header: number, end: number, rowNumbers: ArrayLike<number>, merges: Merge[]): number[] {
  const spans = (i: number) => merges.some((merge) => merge.top === rowNumbers[i] && merge.right > merge.left);
  const isPair = (upper: number, lower: number) => {
    if (upper < 0 || lower >= end || rowNumbers[lower] !== rowNumbers[upper]! + 1) return false;
    const above = top[upper]!.map(headingText);
    const below = top[lower]!.map(headingText);
    const all = [...above, ...below].filter(Boolean);
    if (all.some((text) => isNumberLike(text) && !isYear(text))) return false;
    const width = Math.max(...top.slice(lower + 1).map((row) => row.filter((cell) => cell !== null).length), 0);
    const covered = above.filter((text, c) => text !== '' || below[c] !== '').length;
    const gaps = above.filter((text, c) => text === '' && below[c] !== '').length;
    const texts = above.filter(Boolean).length;
    if (texts < 2 || gaps < 1 || below.filter(Boolean).length < 2 || covered < 0.8 * width) return false;
    if (spans(upper)) return true;
    const data = top.slice(lower + 1, lower + 6);
    const numeric = below.filter((text, c) => text !== '' && data.some((row) => isNumberLike(cellText(row[c] ?? null)))).length;
    return data.length > 0 && numeric >= 0.5 * below.filter(Boolean).length && below.filter(Boolean).length >= gaps;
  };
  if (isPair(header, header + 1)) return [header, header + 1];
  if (isPair(header - 1, header)) return [header - 1, header];
  return [header];
}

function headingText(cell: Cell): string {
  return cellText(cell);
}

function isYear(text: string): boolean {
  return /^(19|20|21)\d\d$/.test(text);
}

function isNumberLike(text: string): boolean {
  return /^[-+]?[\d.,'’\s\u00a0]*\d[\d.,'’%\s\u00a0]*(e[-+]?\d+)?$/i.test(text);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
