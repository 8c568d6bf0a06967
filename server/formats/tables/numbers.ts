/** Numbers as people write them in population tables: thousand separators, blanks, other digits, NA, scientific notation. cod.md §3.2, Q4. */
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

/** Finds the style from the texts of all number columns. Plain digits say nothing and give the default. */
export function findNumberStyle(cells: Iterable<Cell>): NumberStyle {
  let commaGroups = 0;
  let commaOther = 0;
  let dotGroups = 0;
  let dotMany = 0;
  let dotOther = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const text = plainDigits(cell);
    if (text.includes(',')) {
      if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) commaGroups++;
      else if (/^-?[\d.]+,\d+$/.test(text)) commaOther++;
    }
    if (text.includes('.')) {
      if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) {
        dotGroups++;
        if (/\..*\./.test(text)) dotMany++;
      } else if (/^-?\d*\.\d+$/.test(text)) dotOther++;
    }
  }
  if (commaGroups > 0 && commaOther === 0) return { thousands: ',', decimal: '.' };
  // People are whole: five numbers that all have exactly three digits behind a dot are thousands, and so is 1.234.567.
  if (dotGroups > 0 && dotOther === 0 && (dotMany > 0 || dotGroups >= 5 || commaOther > 0)) return { thousands: '.', decimal: ',' };
  return { thousands: null, decimal: commaOther > 0 ? ',' : '.' };
}

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

/** ASCII digits, no blanks of any kind between them, apostrophes as thousands out. */
function plainDigits(text: string): string {
  const ascii = /[\u0660-\u0669\u06f0-\u06f9\u066b\u066c]/.test(text)
    ? text
        .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
        .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
        .replaceAll('\u066c', '')
        .replaceAll('\u066b', '.')
    : text;
  return ascii
    .trim()
    .replace(/(?<=\d)[\s\u00a0\u2007\u202f'’](?=\d{3}(?!\d))/g, '')
    .replace(/^[\s\u00a0\u202f]+|[\s\u00a0\u202f]+$/g, '');
}
