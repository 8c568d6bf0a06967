/** How a 3W file is read, as the review page works on it: sheets, separators of cells with several values, and what another reading changed. Pure. */
import type { PresenceReviewList, PresenceRows, SheetOffer } from '../../../server/contract/presence/presence.ts';
import type { OverviewAnswer } from '../../../server/contract/presence/api.ts';

export type Column = PresenceReviewList['columns'][number];

/** A dash, a dot or what a spreadsheet writes for nothing: no value. */
const BLANK = /^[\s\u00a0\-–—.?]*$|^(#?n\/?a|null|none|nan|#ref!|#value!|#name\?)$/iu;

/** What a cell becomes. The server splits when it reads; this is its preview, and a test holds the two equal. */
export function splitCell(text: string, separators: readonly string[]): string[] {
  let parts = [text];
  for (const separator of separators) parts = parts.flatMap((part) => part.split(separator).map((each) => each.trim()));
  return parts.filter((part) => !BLANK.test(part));
}

/** Whether cells of the role can be split, by its key (client/kinds/presence/review.ts). */
export const holdsSeveral = (key: string): boolean => key === 'sector' || /^org\/[a-z]+\/(name|acronym)$/.test(key);

export interface MarkOffer {
  mark: string;
  /** Rows in which it stands between two texts; null where nobody counted. */
  rows: number | null;
}

/** The marks met in the column, and those that are or were declared without being met. */
export function marksOf({ marks = [], separators }: Column, chosen: readonly string[]): MarkOffer[] {
  const met = new Set(marks.map(({ mark }) => mark));
  const more = [...new Set([...separators, ...chosen])].filter((mark) => !met.has(mark));
  return [...marks.map(({ mark, rows }) => ({ mark, rows })), ...more.map((mark) => ({ mark, rows: null }))];
}

export interface SplitPreview {
  cell: string;
  parts: string[];
}

/** Cells that the chosen separators split; without one that does, the cells that might be. */
export function previewSplit({ marks = [], samples }: Column, chosen: readonly string[], most = 4): SplitPreview[] {
  const cells = [...new Set([...marks.filter(({ mark }) => chosen.includes(mark)), ...marks].flatMap((each) => each.cells).concat(samples))];
  const all = cells.map((cell) => ({ cell, parts: splitCell(cell, chosen) }));
  const split = all.filter(({ parts }) => parts.length > 1);
  return (split.length > 0 ? split : all.filter(({ cell }) => marks.some(({ mark }) => cell.includes(mark)))).slice(0, most);
}

/** Sheets that can be read, and those without organisations or places. */
export function offersOf(sheets: readonly SheetOffer[]): { usable: SheetOffer[]; others: SheetOffer[] } {
  return { usable: sheets.filter(({ usable }) => usable), others: sheets.filter(({ usable }) => !usable) };
}

export interface Difference {
  what: 'read' | 'dropped' | 'placed' | 'not-placed' | 'organisations' | 'clusters' | 'open';
  before: number;
  after: number;
}

/** What two readings of a file differ in; empty where every number is the same. */
export function differencesOf(before: OverviewAnswer, after: OverviewAnswer): Difference[] {
  const [was, is] = [numbersOf(before), numbersOf(after)];
  return (Object.keys(was) as Difference['what'][]).map((what) => ({ what, before: was[what], after: is[what] })).filter((each) => each.before !== each.after);
}

function numbersOf({ rows, sectors, review }: OverviewAnswer): Record<Difference['what'], number> {
  const { read, dropped, placed, notPlaced, organisations } = rows as PresenceRows;
  const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, each) => total + each, 0);
  return {
    read,
    dropped: sum(dropped),
    placed: sum(placed),
    'not-placed': notPlaced,
    organisations,
    clusters: sectors.length,
    open: review ? review.groups + review.sectors + review.orgTypes : 0,
  };
}
