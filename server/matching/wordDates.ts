/** Days written with the name of their month: `15-Jun-25`, `15 June 2025`, `June 15, 2025`, `1er mars 2025`, `5 de mayo de 2025`, `10 января 2025`. */
import { monthOf } from './months.ts';

const DAY_FIRST = /^(\d{1,2})(?:er|re|st|nd|rd|th|º|ª)?[\s./-]*(?:de\s+)?(\p{L}[\p{L}\p{M}]*)\.?[\s./,-]*(?:del?\s+)?(\d{4}|\d{2})(?:\s*(?:г|р)\.?)?$/iu;
const MONTH_FIRST = /^(\p{L}[\p{L}\p{M}]*)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu;

export interface Day {
  year: number;
  month: number;
  day: number;
}

/** A year of two digits is one of this century, as spreadsheets show days by default. @param text in ASCII digits; undefined for anything else */
export function readWordDate(text: string): Day | undefined {
  if (text.length > 40 || !/^[\p{L}\d]/u.test(text)) return undefined;
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(text);
  const parts = dayFirst ? [dayFirst[1]!, dayFirst[2]!, dayFirst[3]!] : monthFirst ? [monthFirst[2]!, monthFirst[1]!, monthFirst[3]!] : null;
  const month = parts ? monthOf(parts[1]!) : undefined;
  if (!parts || month === undefined) return undefined;
  const [day, year] = [Number(parts[0]), parts[2]!.length === 2 ? 2000 + Number(parts[2]) : Number(parts[2])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}
