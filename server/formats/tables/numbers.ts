/** Numbers as people write them in population tables: thousand separators, blanks, other digits, NA, scientific notation. cod.md §3.2, Q4. */
import { asciiDigits } from '../../matching/digits.ts';
import { cellText, isCellError } from './rawTable.ts';
import type { Cell } from './rawTable.ts';

export type ParsedNumber =
  | { is: 'number'; value: number; scientific: boolean; /** Written with separators of thousands. */ separated: boolean }
  /** Nothing was written. */
  | { is: 'blank' }
  /** Written as not available: `NA`, `n/a`, `-`, `#N/A`. Stays null, never 0. */
  | { is: 'notAvailable' }
  | { is: 'text'; text: string };

/** How one table writes thousands and decimals; found from all its cells, because `1.234` alone may be either. */
export interface NumberStyle {
  thousands: ',' | '.' | ' ' | "'" | null;
  decimal: '.' | ',';
}

const NOT_AVAILABLE = /^(#?n\/?\.?a\.?|n\.?d\.?|null|none|nan|-+|–|—|\.{1,3}|…|\*|x|no data|non disponible|غير متوفر)$/i;

/** Cells by how they use a mark: one group of three digits behind it (`1.234`), several (`1.234.567`), anything else (`1.5`). */
export interface MarkTally {
  single: number;
  many: number;
  other: number;
}

/** `plainLarge`: numbers of four digits and more without a mark, typed as numbers or written. */
export function tallyMarks(cells: Iterable<Cell>): { comma: MarkTally; dot: MarkTally; plainLarge: number } {
  const comma: MarkTally = { single: 0, many: 0, other: 0 };
  const dot: MarkTally = { single: 0, many: 0, other: 0 };
  let plainLarge = 0;
  for (const cell of cells) {
    if (typeof cell === 'number') plainLarge += Number(Math.abs(cell) >= 1000);
    if (typeof cell !== 'string') continue;
    const text = plainDigits(cell);
    if (/^-?\d{4,}$/.test(text)) plainLarge += Number(text.length === cell.trim().length);
    else if (text.includes(',') && /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) comma[/,.*,/.test(text) || text.includes('.') ? 'many' : 'single']++;
    else if (text.includes('.') && /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) dot[/\..*\./.test(text) || text.includes(',') ? 'many' : 'single']++;
    else if (/^-?[\d.]+,\d+$/.test(text)) comma.other++;
    else if (/^-?\d*\.\d+$/.test(text)) dot.other++;
  }
  return { comma, dot, plainLarge };
}

/** Finds the style from the texts of all number columns. Plain digits say nothing and give the default. */
export function findNumberStyle(cells: Iterable<Cell>): NumberStyle {
  const { comma, dot } = tallyMarks(cells);
  if (comma.single + comma.many > 0 && comma.other === 0) return { thousands: ',', decimal: '.' };
  // People are whole: five numbers that all have exactly three digits behind a dot are thousands, and so is 1.234.567.
  if (dot.single + dot.many > 0 && dot.other === 0 && (dot.many > 0 || dot.single >= 5 || comma.other > 0)) return { thousands: '.', decimal: ',' };
  return { thousands: null, decimal: comma.other > 0 ? ',' : '.' };
}

/** What a cell is as a number, by the marks of its table: a number, blank, "not available", or a text as it stands. Throws nothing; units are those of the column. */
export function parseNumber(cell: Cell, style: NumberStyle): ParsedNumber {
  if (cell === null) return { is: 'blank' };
  if (typeof cell === 'number') return { is: 'number', value: cell, scientific: false, separated: false };
  if (isCellError(cell)) return { is: 'notAvailable' };
  if (typeof cell !== 'string') return { is: 'text', text: cellText(cell) };
  // The common case first: digits and nothing else.
  if (/^\d{1,15}$/.test(cell)) return { is: 'number', value: Number(cell), scientific: false, separated: false };
  const text = plainDigits(cell);
  if (text === '') return { is: 'blank' };
  if (NOT_AVAILABLE.test(text)) return { is: 'notAvailable' };
  const bare = style.thousands === null ? text : text.replaceAll(style.thousands, '');
  const dotted = style.decimal === ',' ? bare.replace(',', '.') : bare;
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(dotted)) {
    const value = Number(dotted);
    if (Number.isFinite(value)) return { is: 'number', value, scientific: /e/i.test(dotted), separated: bare.length < cell.trim().length };
  }
  return { is: 'text', text: cellText(cell) };
}

/** ASCII digits, no blanks or invisible characters between them, apostrophes as thousands out. */
function plainDigits(text: string): string {
  const ascii = /[^\0-\x7f]/.test(text)
    ? asciiDigits(text)
        .replace(/\p{Cf}/gu, '')
        .replaceAll('\u066c', '')
        .replaceAll('\u066b', '.')
        .replaceAll('\u2212', '-')
    : text;
  return ascii
    .trim()
    .replace(/(?<=\d)[\s\u00a0\u2007\u202f'’](?=\d{3}(?!\d))/g, '')
    .replace(/^[\s\u00a0\u202f]+|[\s\u00a0\u202f]+$/g, '');
}
