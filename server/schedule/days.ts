/** The days of a rule, a year of them at a time: following a rule costs milliseconds, and every look at the schedule asks for the same ones. */
import { daysOf } from '../meetings/rule.ts';

/** Years of rules that are remembered; the one not asked for longest goes first. */
const MOST = 1000;
const known = new Map<string, readonly string[]>();

function daysOfYear(from: string, rule: string, year: number): readonly string[] {
  const key = `${from} ${rule} ${year}`;
  const days = known.get(key) ?? daysOf(from, rule, `${year}-01-01`, `${year}-12-31`);
  known.delete(key);
  known.set(key, days);
  if (known.size > MOST) known.delete(known.keys().next().value!);
  return days;
}

/** In order, both ends included. @param rule as it is kept; @param from its first day */
export function daysBy(rule: string, from: string, first: string, last: string): string[] {
  const start = first < from ? from : first;
  if (start > last) return [];
  const found: string[] = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    for (const day of daysOfYear(from, rule, year)) if (day >= start && day <= last) found.push(day);
  return found;
}
