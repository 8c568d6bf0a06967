/** Headings of columns that stand for one month each: `Jan`, `Jan-25`, `2025-03`, `Beneficiaries reached February 2025`, `يناير 2025`. */
import { asciiDigits } from './digits.ts';
import { monthOf } from './months.ts';

export interface MonthHeading {
  month: number;
  year: number | null;
  /** Words besides, in the order of the heading. */
  rest: string[];
}

/** The one month that a heading names; null where it names none, or several. */
export function readMonthHeading(heading: string): MonthHeading | null {
  const text = asciiDigits(heading).trim();
  if (text.length > 200) return null;
  const stated = /(?:^|\D)((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])(?!\d|[-/.]\d)/.exec(text);
  const reversed = stated ? null : /(?:^|[^\d/.-])(0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)(?!\d)/.exec(text);
  const found = stated ?? reversed;
  let year = stated ? Number(stated[1]) : reversed ? Number(reversed[2]) : null;
  let month = stated ? Number(stated[2]) : reversed ? Number(reversed[1]) : null;
  const words = (found ? text.replace(found[0], ' ') : text).match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    // كانون الثاني is one month of two words.
    const double = monthOf(`${word} ${words[i + 1] ?? ''}`);
    const named = monthOf(word) ?? double;
    if (named !== undefined) {
      if (month !== null && month !== named) return null;
      month = named;
      if (double !== undefined && monthOf(word) === undefined) i++;
    } else if (/^(19|20)\d\d$/.test(word) && year === null) year = Number(word);
    // "Jan-25"
    else if (/^\d\d$/.test(word) && year === null && month !== null) year = 2000 + Number(word);
    else rest.push(word);
  }
  return month === null ? null : { month, year, rest };
}
