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

/** A cell that names a period by itself: `2022-03`, `03/2022`, `Mar 2022`, `2022 Q1`, `T1 2022`, `2022`; undefined otherwise. */
export function readPeriod(text: string): Period | undefined {
  const month = /^(20\d\d)[-/.](\d{1,2})$/.exec(text) ?? undefined;
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return toMonthPeriod(Number(month[1]), Number(month[2]));
  const reversed = /^(\d{1,2})[-/.](20\d\d)$/.exec(text);
  if (reversed && Number(reversed[1]) >= 1 && Number(reversed[1]) <= 12) return toMonthPeriod(Number(reversed[2]), Number(reversed[1]));
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
  const months = words.flatMap((word) => monthOf(word) ?? []);
  if (months.length > 0)
    return months[0]! <= months.at(-1)!
      ? toMonthPeriod(year, months[0]!, months.at(-1)!)
      : { start: toMonthPeriod(year - 1, months[0]!).start, end: toMonthPeriod(year, months.at(-1)!).end };
  const quarter = words.findIndex((word, index) => /^[qt]$/.test(word) && /^[1-4]$/.test(words[index + 1] ?? ''));
  if (quarter >= 0) return toQuarter(year, Number(words[quarter + 1]));
  return words.length === 1 ? toMonthPeriod(year, 1, 12) : undefined;
}

export function toQuarter(year: number, quarter: number): Period {
  return toMonthPeriod(year, quarter * 3 - 2, quarter * 3);
}
