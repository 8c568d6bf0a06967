/** Reference periods: from cells ("2022-03", "March", "T1 2022") and from file names ("3W_TCD_Avr2025"), the latter proposed and never assumed. */
import { foldName } from '../../matching/fold.ts';
import { monthOf } from '../../matching/months.ts';

export interface Period {
  /** Inclusive ISO dates. */
  start: string;
  end: string;
}

const two = (value: number) => String(value).padStart(2, '0');

export function toMonthPeriod(year: number, first: number, last = first): Period {
  return { start: `${year}-${two(first)}-01`, end: `${year}-${two(last)}-${two(new Date(Date.UTC(year, last, 0)).getUTCDate())}` };
}

/** A cell that names a period by itself: `2022-03`, `03/2022`, `Mar 2022`, `Mar-22`, `2022 Q1`, `T1 2022`, `2022`; undefined otherwise. */
export function readPeriod(text: string): Period | undefined {
  const month = /^(20\d\d)[-/.](\d{1,2})$/.exec(text) ?? undefined;
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return toMonthPeriod(Number(month[1]), Number(month[2]));
  const reversed = /^(\d{1,2})[-/.](20\d\d)$/.exec(text);
  if (reversed && Number(reversed[1]) >= 1 && Number(reversed[1]) <= 12) return toMonthPeriod(Number(reversed[2]), Number(reversed[1]));
  // As spreadsheets write months: "Jan-25". "Jan 25" may be a day.
  const short = /^([\p{L}\p{M}]+)\.?[-/’']([0-4]\d)$/u.exec(text);
  const number = short ? monthOf(short[1]!) : undefined;
  if (number !== undefined) return toMonthPeriod(2000 + Number(short![2]), number);
  return findPeriod(text);
}

/** The period a free text such as a file name speaks of: its year, with the months, quarter or half named beside it. */
export function findPeriod(text: string): Period | undefined {
  const words = foldName(text.replace(/\.[a-z]{3,4}$/i, ''))
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .split(' ');
  const years = words.map(Number).filter((value) => value >= 2000 && value <= 2100);
  const year = years.at(-1);
  if (year === undefined) return undefined;
  // كانون الثاني is one month of two words.
  const months = words.flatMap((word, i) => monthOf(word) ?? monthOf(`${word} ${words[i + 1] ?? ''}`) ?? []);
  const [first, last] = [months[0], months.at(-1)];
  // "Nov 2023 – Jan 2025": each month with its year.
  if (years.length === 2 && months.length === 2 && years[0]! < year)
    return { start: toMonthPeriod(years[0]!, first!).start, end: toMonthPeriod(year, last!).end };
  if (first !== undefined)
    return first <= last! ? toMonthPeriod(year, first, last) : { start: toMonthPeriod(year - 1, first).start, end: toMonthPeriod(year, last!).end };
  const quarter = numberBeside(words, QUARTER, 4);
  if (quarter !== undefined) return toQuarter(year, quarter);
  const half = numberBeside(words, HALF, 2);
  if (half !== undefined) return toMonthPeriod(year, half * 6 - 5, half * 6);
  return words.length === 1 ? toMonthPeriod(year, 1, 12) : undefined;
}

const QUARTER = new Set(['q', 't', ...foldName('quarter qtr trim trimestre الربع ربع квартал').split(' ')]);
const HALF = new Set(['s', 'h', ...foldName('semester sem semestre half النصف полугодие півріччя').split(' ')]);
const ORDINALS: Record<string, number> = Object.fromEntries(
  [
    'first premier primer primeiro الاول',
    'second deuxieme segundo الثاني',
    'third troisieme tercer terceiro الثالث',
    'fourth quatrieme cuarto quarto الرابع',
  ].flatMap((list, i) => list.split(' ').map((word) => [foldName(word), i + 1])),
);

/** "Q1", "1st quarter", "1er trimestre", "الربع الأول": the number beside a word of `names`, up to `most`. */
function numberBeside(words: string[], names: ReadonlySet<string>, most: number): number | undefined {
  const at = words.findIndex((word) => names.has(word));
  if (at < 0) return undefined;
  const numberOf = (word: string | undefined) => (word === undefined ? undefined : /^[1-4]$/.test(word) ? Number(word) : ORDINALS[word]);
  // A letter is followed by its number; before a word there may be the end of an ordinal.
  const near =
    words[at]!.length === 1
      ? [words[at + 1]]
      : [words[at + 1], words[at - 1], /^(st|nd|rd|th|er|e|eme|o)$/.test(words[at - 1] ?? '') ? words[at - 2] : undefined];
  const found = near.map(numberOf).find((number) => number !== undefined);
  return found !== undefined && found <= most ? found : undefined;
}

export function toQuarter(year: number, quarter: number): Period {
  return toMonthPeriod(year, quarter * 3 - 2, quarter * 3);
}
