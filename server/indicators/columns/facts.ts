/** What the cells of a column are, counted in an even sample of them. Pure. */
import type { NumberStyle } from '../../contract/columns.ts';
import type { AdminLevel } from '../../contract/ids.ts';
import { findNumberStyle, parseNumber, tallyMarks } from '../../formats/tables/numbers.ts';
import { cellText, type Cell, type RawColumn } from '../../formats/tables/rawTable.ts';
import { readDate } from '../../matching/dates.ts';
import { foldName } from '../../matching/fold.ts';

export interface Facts {
  /** Cells that hold something, those that say "nothing" not among them. */
  filled: number;
  distinct: number;
  samples: string[];
  /** Shares of the cells that hold something, 0 … 1. */
  numbers: number;
  dates: number;
  texts: number;
  codeLike: number;
  sectors: number;
  /** By level: share of cells that are codes, or names, of units. */
  codes: { level: AdminLevel; share: number }[];
  names: { level: AdminLevel; share: number }[];
  /** What a reason says of a share of them. */
  told(share: number): { count: number; total: number; samples: string[] };
}

/** What is known of the country. */
export interface Known {
  levels: readonly AdminLevel[];
  isCode(text: string, level: AdminLevel): boolean;
  isName(text: string, level: AdminLevel): boolean;
  sector(text: string): string | undefined;
}

const SAMPLE = 400;
const SHOWN = 5;
/** Words for nothing that numbers.ts does not know. */
const NOTHING = /^(nsp|nr|ns|s ?\/ ?d|s\.d\.|sd|sin datos?|sem dados|pas de donnees?|non disponible|no data|not available|لا يوجد|غير متوفر)$/iu;
const CODE = /^\p{Lu}{2,3}[-_]?[\p{Lu}\d]*\d{2}$/u;

/** A cell that says that there is no value: blank, `-`, `#N/A`, `n/a`, `…`, NSP. */
export function isNothing(cell: Cell): boolean {
  if (cell === null) return true;
  if (typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date) return false;
  const parsed = parseNumber(cell, PLAIN);
  return parsed.is === 'blank' || parsed.is === 'notAvailable' || (parsed.is === 'text' && NOTHING.test(foldName(parsed.text)));
}
const PLAIN: NumberStyle = { thousands: null, decimal: '.' };

export function readFacts({ cells }: RawColumn, known: Known): Facts {
  const step = Math.max(1, Math.floor(cells.length / SAMPLE));
  const style = readStyle(cells).style;
  const sample: Cell[] = [];
  for (let i = 0; i < cells.length; i += step) if (!isNothing(cells[i]!)) sample.push(cells[i]!);
  // A column that is filled here and there only.
  if (sample.length < 5) for (const cell of cells) if (!isNothing(cell) && sample.push(cell) > SAMPLE) break;
  const texts = sample.map(cellText);
  const unique = [...new Set(texts)];
  const share = (test: (cell: Cell, text: string) => boolean) =>
    sample.length === 0 ? 0 : sample.filter((cell, i) => test(cell, texts[i]!)).length / sample.length;
  const isKnown = new Map<string, boolean>();
  const once = (key: string, test: () => boolean) => {
    let is = isKnown.get(key);
    if (is === undefined) isKnown.set(key, (is = test()));
    return is;
  };
  const numbers = share((cell) => parseNumber(cell, style).is === 'number');
  const samples = unique.slice(0, SHOWN).map((text) => text.slice(0, 80));
  return {
    filled: sample.length,
    distinct: unique.length,
    samples,
    numbers,
    dates: share((cell) => cell instanceof Date || (typeof cell === 'string' && /\d{4}/.test(cell) && 'iso' in readDate(cell))),
    texts: share((cell) => typeof cell === 'string' && /\p{L}/u.test(cell)),
    codeLike: share((_, text) => CODE.test(text)),
    sectors: numbers > 0.5 ? 0 : share((_, text) => text.toUpperCase() === 'ALL' || known.sector(text) !== undefined),
    codes: known.levels.map((level) => ({ level, share: share((_, text) => once(`c${level} ${text}`, () => known.isCode(text, level))) })),
    names: numbers > 0.5 ? [] : known.levels.map((level) => ({ level, share: share((_, text) => once(`n${level} ${text}`, () => known.isName(text, level))) })),
    told: (of) => ({ count: Math.round(of * sample.length), total: sample.length, samples: samples.slice(0, 3) }),
  };
}

export interface StyleDoubt {
  /** `mixed`: cells of both styles, which no style reads; `either`: `1.234` may be a thousand or one. */
  is: 'mixed' | 'either';
  sample: string;
  asThousands: number;
  asDecimals: number;
  cells: number;
}

/** How a column writes its numbers, decided from all its cells; with a doubt where they do not tell. */
export function readStyle(cells: readonly Cell[]): { style: NumberStyle; doubt: StyleDoubt | null } {
  const style = findNumberStyle(cells);
  const { comma, dot, plainLarge } = tallyMarks(cells);
  const doubt = (is: StyleDoubt['is'], mark: '.' | ',', count: number): StyleDoubt => {
    const sample = cellText(cells.find((cell) => typeof cell === 'string' && cell.includes(mark) && /\d/.test(cell)) ?? '');
    const value = (as: NumberStyle) => {
      const parsed = parseNumber(sample, as);
      return parsed.is === 'number' ? parsed.value : 0;
    };
    const other = mark === '.' ? ',' : '.';
    return { is, sample, asThousands: value({ thousands: mark, decimal: other }), asDecimals: value({ thousands: null, decimal: mark }), cells: count };
  };
  // One cell is `1,234.5` or `1,234,567`, another is `1.234,5` or `1.234.567`: no style reads both.
  const commaThousands = comma.many > 0 || (comma.single > 0 && dot.other > 0);
  const dotThousands = dot.many > 0 || (dot.single > 0 && comma.other > 0);
  if ((commaThousands && dotThousands) || (comma.single > 0 && dot.single > 0))
    return { style, doubt: doubt('mixed', '.', comma.single + comma.many + dot.single + dot.many) };
  const isOpen = dot.single > 0 && dot.many === 0 && dot.other === 0 && comma.single + comma.other + comma.many === 0 && dot.single < 5 && plainLarge > 0;
  return { style, doubt: isOpen ? doubt('either', '.', dot.single) : null };
}
