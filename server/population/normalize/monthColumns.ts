/**
 * Columns of one month each, as displacement is tracked: `Jan 2025`, `Population 03/2025`, `2025-03`. Months added up would be no population: the latest that
 * has come is proposed, and asked about unless its heading says people; the others stay unused, and that is told.
 */
import { SEXES } from '../../contract/population/population.ts';
import { readMonthHeading } from '../../matching/monthHeading.ts';
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
  const read = readMonthHeading(heading);
  if (!read || read.year === null) return null;
  let sex: 'f' | 'm' | 't' = 't';
  let says = false;
  for (const word of read.rest) {
    const own = sexOfWord(word);
    const key = foldHeading(word);
    if (own === undefined && !FILLERS.has(key)) return null;
    says ||= own !== undefined || PEOPLE.has(key);
    if (own !== undefined && own !== 't') sex = own;
  }
  return { month: `${read.year}-${String(read.month).padStart(2, '0')}`, sex, says };
}

/** The latest month of each sex that has come. @param today ISO date */
export function latestMonths(columns: readonly MonthColumn[], today: string): MonthColumn[] {
  return SEXES.flatMap((sex) => {
    const own = columns.filter((each) => each.sex === sex).toSorted((a, b) => (a.month < b.month ? -1 : 1));
    return own.findLast(({ month }) => month <= today.slice(0, 7)) ?? own[0] ?? [];
  });
}
