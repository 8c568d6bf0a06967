/** Where the header of a table is: real files have titles, notes and instructions above it and HXL rows below it (3w.md §1.3). */
import type { Cell } from './rawTable.ts';
import { cellText } from './rawTable.ts';
import type { Merge } from './rawTable.ts';

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
  let rows: number[] = [];
  let bestScore = MIN_SCORE;
  for (let i = 0; i < end; i++) {
    for (const candidate of isPair(top, i, end, rowNumbers, merges) ? [[i, i + 1], [i]] : [[i]]) {
      const score = scoreHeader(top, candidate) - 0.02 * i;
      if (score <= bestScore) continue;
      rows = candidate;
      bestScore = score;
    }
  }
  // HXL tags sit right under the headings (HXL 1.1), so the row above them is the header even where it scores badly.
  if (rows.length === 0 && hxl.length > 0 && end > 0) rows = [end - 1];
  if (rows.length === 0) return { rows, hxl, preamble: [], skipped: [], dataStart: hxl.length === 0 ? 0 : hxl.at(-1)! + 1 };
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
  const [upper, lower] = rows.map((i) => top[i]!.map(cellText));
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

/** 0…1: share of texts × how far the texts are distinct × width against the rows that follow. Of a pair of rows, of its fused headings. */
function scoreHeader(top: Cell[][], rows: number[]): number {
  const headings = headingNames(top, rows);
  const filled = headings.filter(Boolean);
  if (filled.length === 0) return 0;
  const after = rows.at(-1)! + 1;
  const below = top[after];
  let textual = 0;
  for (const [c, text] of headings.entries()) {
    if (text === '' || text.length > 250) continue;
    // A year may head a column, unless years stand under it too.
    if (isYear(text)) textual += isYear(cellText(below?.[c] ?? null)) ? 0 : 0.8;
    else if (!isNumberLike(text)) textual++;
  }
  const widths = top.slice(after, after + 10).map((row) => row.filter((cell) => cell !== null).length);
  const width = widths.length === 0 ? filled.length : widths.sort((a, b) => a - b)[widths.length >> 1]!;
  // A heading or two may be there twice (name and code of a place); only a row that mostly repeats itself is no header.
  const distinct = Math.min(1, 0.5 + new Set(filled).size / filled.length);
  return (textual / filled.length) * distinct * Math.min(1, filled.length / width);
}

/**
 * Whether row `upper` and the next are one header: the upper row has gaps that the lower one fills, together they cover the table,
 * and the sheet merges cells across in the upper row, or numbers stand under the lower row's texts.
 */
function isPair(top: Cell[][], upper: number, end: number, rowNumbers: ArrayLike<number>, merges: Merge[]): boolean {
  const lower = upper + 1;
  if (lower >= end || rowNumbers[lower] !== rowNumbers[upper]! + 1) return false;
  const above = top[upper]!.map(cellText);
  const below = top[lower]!.map(cellText);
  if ([...above, ...below].some((text) => isNumberLike(text) && !isYear(text))) return false;
  const data = top.slice(lower + 1, lower + 11);
  const width = Math.max(0, ...data.map((row) => row.filter((cell) => cell !== null).length));
  const covered = above.filter((text, c) => text !== '' || below[c] !== '').length;
  const gaps = above.filter((text, c) => text === '' && below[c] !== '').length;
  const lowerTexts = below.filter(Boolean).length;
  if (above.filter(Boolean).length < 2 || gaps < 1 || lowerTexts < 2 || covered < 0.8 * width) return false;
  if (merges.some((merge) => merge.top === rowNumbers[upper] && merge.right > merge.left)) return true;
  const numeric = below.filter((text, c) => text !== '' && data.some((row) => isNumberLike(cellText(row[c] ?? null)))).length;
  return data.length > 0 && numeric >= 0.5 * lowerTexts;
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
