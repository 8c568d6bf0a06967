/**
 * Columns of one month each, as displacement is tracked: `Jan 2025`, `Population 03/2025`, `2025-03`. Months added up would be no population: the latest that
 * has come is proposed, and asked about unless its heading says people; the others stay unused, and that is told.
 */
import { asciiDigits } from '../../formats/tables/numbers.ts';
import { monthOf } from '../../matching/months.ts';
import { sexOfWord } from './columns.ts';
import { FILLERS, PEOPLE } from './words.ts';
import { foldHeading } from '../../boundaries/normalize/columns.ts';

export interface MonthColumn {
  column: number;
  /** `2025-03` */
  month: string;
  sex: 'f' | 'm' | 't';
  /** The heading says that it counts people. */
  says: boolean;
}

/** A heading that holds a month with its year and, besides, only words for people or a sex. */
export function monthOfHeading(heading: string): Omit<MonthColumn, 'column'> | null {
  const text = asciiDigits(heading).trim();
  const stated = /(?:^|\D)((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])(?!\d|[-/.]\d)/.exec(text) ?? undefined;
  const reversed = stated ? undefined : (/(?:^|[^\d/.-])(0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)(?!\d)/.exec(text) ?? undefined);
  let [year, month] = stated ? [stated[1], Number(stated[2])] : reversed ? [reversed[2], Number(reversed[1])] : [undefined, undefined];
  const found = stated ?? reversed;
  const words = (found ? text.replace(found[0], ' ') : text).match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  let sex: 'f' | 'm' | 't' = 't';
  let says = false;
  for (const [i, word] of words.entries()) {
    const named = monthOf(word) ?? monthOf(`${word} ${words[i + 1] ?? ''}`);
    const own = sexOfWord(word);
    if (named !== undefined && month === undefined) month = named;
    else if (/^(19|20)\d\d$/.test(word) && year === undefined) year = word;
    // "Jan-25": a day of a month or a year; which it is the table says (ages and days are looked for before).
    else if (/^\d\d$/.test(word) && year === undefined && month !== undefined) year = `20${word}`;
    else if (own !== undefined) {
      says = true;
      if (own !== 't') sex = own;
    } else if (FILLERS.has(foldHeading(word))) says ||= PEOPLE.has(foldHeading(word));
    else if (named === undefined && monthOf(`${words[i - 1] ?? ''} ${word}`) === undefined) return null;
  }
  return year === undefined || month === undefined ? null : { month: `${year}-${String(month).padStart(2, '0')}`, sex, says };
}

/** The latest month of each sex that has come. @param today ISO date */
export function latestMonths(columns: readonly MonthColumn[], today: string): MonthColumn[] {
  return (['t', 'f', 'm'] as const).flatMap((sex) => {
    const own = columns.filter((each) => each.sex === sex).toSorted((a, b) => (a.month < b.month ? -1 : 1));
    return own.findLast(({ month }) => month <= today.slice(0, 7)) ?? own[0] ?? [];
  });
}
