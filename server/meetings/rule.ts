/** How a meeting repeats: a rule of RFC 5545 §3.3.10, read, judged and followed by ical.js. Days only; the clock time of a series never changes. Pure. */
import ICAL from 'ical.js';
import { InputError } from '../errors.ts';
import { addDays, daysBetween } from '../groups/structure.ts';

const PARTS = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'WKST']);
/** Yearly is monthly with an interval of twelve; ical.js moves 29 February to March, which the standard does not. */
const FREQUENCIES = new Set(['DAILY', 'WEEKLY', 'MONTHLY']);
const MOST_TIMES = 1000;
const MOST_APART = 60;
/** A day and its place in the month: `TU`, `2TU`, `-1TH`. */
const WEEKDAY = /^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** Enough for every rule that is allowed, however long ago it began; what a fault would ask for ends here. */
const MOST_STEPS = 20_000;

const refuse = (text: string, rule: string) => new InputError('meeting.rule', text, { details: { rrule: rule } });

/**
 * The rule as it is kept: parts in the order of RFC 5545, `UNTIL` as a day.
 * @param start day on which the series begins
 * @throws InputError `meeting.rule` where the rule says what no meeting does, or does not meet on its first day
 */
export function readRule(text: string, start: string): string {
  const kept = readRuleText(text, start);
  if (!meetsOn(kept, start)) throw refuse(`The rule does not meet on ${start}, the day on which the series begins.`, text);
  return kept;
}

/**
 * The same of a rule that may begin later than on `start`.
 * @throws InputError `meeting.rule` where the rule says what nothing here repeats by
 */
export function readRuleText(text: string, start: string): string {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string | undefined]));
  for (const [name, value] of parts) if (!PARTS.has(name) || !value) throw refuse(`The rule has a part ${name} that is not known here.`, text);
  const freq = parts.get('FREQ') ?? '';
  if (!FREQUENCIES.has(freq)) throw refuse('A meeting repeats by days, weeks or months (FREQ=DAILY, WEEKLY or MONTHLY).', text);
  checkNumber(parts.get('INTERVAL'), MOST_APART, text);
  checkNumber(parts.get('COUNT'), MOST_TIMES, text);
  if (parts.has('COUNT') && parts.has('UNTIL')) throw refuse('A rule ends after a number of times or on a day, not both.', text);
  checkDays(parts, freq, text);
  const until = parts.get('UNTIL');
  if (until !== undefined) {
    const day = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(until);
    const iso = day ? `${day[1]}-${day[2]}-${day[3]}` : '';
    if (Number.isNaN(Date.parse(iso)) || new Date(iso).toISOString().slice(0, 10) !== iso) throw refuse(`${until} is no day on which a rule can end.`, text);
    if (iso < start) throw refuse('The last day of the series is before its first.', text);
    parts.set('UNTIL', iso.replaceAll('-', ''));
  }
  return [...PARTS].flatMap((name) => (parts.has(name) ? [`${name}=${parts.get(name)}`] : [])).join(';');
}

function checkNumber(value: string | undefined, most: number, rule: string): void {
  if (value === undefined) return;
  if (!/^[1-9]\d{0,3}$/.test(value) || Number(value) > most) throw refuse(`${value} is no number that a meeting repeats by; at most ${most}.`, rule);
}

function checkDays(parts: ReadonlyMap<string, string | undefined>, freq: string, rule: string): void {
  const days = parts.get('BYDAY')?.split(',') ?? [];
  for (const day of days) {
    const found = WEEKDAY.exec(day);
    if (!found) throw refuse(`${day} is no weekday.`, rule);
    if (found[1] && freq !== 'MONTHLY') throw refuse(`${day}: only what repeats by months counts weekdays.`, rule);
  }
  const monthDay = parts.get('BYMONTHDAY');
  if (monthDay !== undefined && (freq !== 'MONTHLY' || days.length > 0 || !/^([1-9]|[12]\d|3[01]|-1)$/.test(monthDay)))
    throw refuse('BYMONTHDAY is one day of a month, or -1 for the last, of what repeats by months.', rule);
  const position = parts.get('BYSETPOS');
  if (position !== undefined && (freq !== 'MONTHLY' || days.length === 0 || !/^(-1|[1-4])$/.test(position) || days.some((day) => day.length > 2)))
    throw refuse('BYSETPOS counts weekdays of a month: the first to fourth, or -1 for the last.', rule);
  const week = parts.get('WKST');
  if (week !== undefined && !WEEKDAYS.includes(week)) throw refuse(`${week} is no weekday.`, rule);
}

/** Whether a series could begin on this day: it is one that the rule names. */
export function meetsOn(rule: string, day: string): boolean {
  const { BYDAY, BYMONTHDAY, BYSETPOS } = partsOf(rule);
  const date = new Date(day);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  const inMonth = date.getUTCDate();
  if (BYMONTHDAY !== undefined) return inMonth === (BYMONTHDAY === '-1' ? length : Number(BYMONTHDAY));
  if (BYDAY === undefined) return true;
  const asked = BYDAY.split(',');
  const named = (at: number) =>
    asked.some((each) => {
      const [, place, weekday] = WEEKDAY.exec(each)!;
      if (WEEKDAYS.indexOf(weekday!) !== new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), at)).getUTCDay()) return false;
      return place === undefined || Number(place) === (Number(place) > 0 ? Math.ceil(at / 7) : -Math.ceil((length - at + 1) / 7));
    });
  if (!named(inMonth)) return false;
  if (BYSETPOS === undefined) return true;
  const days = Array.from({ length }, (_, at) => at + 1).filter(named);
  return days.at(BYSETPOS === '-1' ? -1 : Number(BYSETPOS) - 1) === inMonth;
}

const partsOf = (rule: string): Record<string, string | undefined> => Object.fromEntries(rule.split(';').map((part) => part.split('=')));

/** The rule with other ends; `count` and `until` leave out what they do not name. */
export function endRule(rule: string, end: { until: string } | { count: number } | null): string {
  const rest = rule.split(';').filter((part) => !/^(UNTIL|COUNT)=/.test(part));
  if (end === null) return rest.join(';');
  return [...rest, 'until' in end ? `UNTIL=${end.until.replaceAll('-', '')}` : `COUNT=${end.count}`].join(';');
}

export const countOf = (rule: string): number | null => Number(partsOf(rule)['COUNT'] ?? '') || null;
export function untilOf(rule: string): string | null {
  const until = partsOf(rule)['UNTIL'];
  return until === undefined ? null : until.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

/**
 * The days of a series between two days, both included, in order.
 * @param start first day of the series
 * @param rule as `readRule` gives it; null: once
 */
export function daysOf(start: string, rule: string | null, from: string, to: string): string[] {
  if (rule === null) return from <= start && start <= to ? [start] : [];
  const found: string[] = [];
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(nearer(start, rule, from)));
  for (let step = 0; step < MOST_STEPS; step++) {
    const day = iterator.next()?.toString() as string | undefined;
    if (day === undefined || day > to) break;
    if (day >= from) found.push(day);
  }
  return found;
}

/** A first day of the same series, shortly before `from`: a series that has gone on for years is not followed from its beginning. One that counts its times is. */
function nearer(start: string, rule: string, from: string): string {
  const { FREQ, INTERVAL = '1', COUNT, BYDAY, BYMONTHDAY } = partsOf(rule);
  if (COUNT !== undefined) return start;
  if (FREQ === 'MONTHLY') return BYDAY === undefined && BYMONTHDAY === undefined ? start : nearerMonth(start, rule, from, Number(INTERVAL));
  const unit = FREQ === 'DAILY' ? 1 : 7;
  const turn = unit * Number(INTERVAL);
  const turns = Math.floor(daysBetween(start, from) / turn) - 1;
  return turns > 0 ? addDays(start, turns * turn) : start;
}

/** The first day of the rule in a month of the series that is over before `from`; months that have none, such as those of 30 days, are passed over. */
function nearerMonth(start: string, rule: string, from: string, interval: number): string {
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  for (let turns = Math.floor((monthOf(from) - monthOf(start)) / interval) - 1; turns > 0; turns--) {
    const month = monthOf(start) + turns * interval;
    for (let at = 1; at <= 31; at++) {
      const day = new Date(Date.UTC(Math.floor(month / 12), month % 12, at)).toISOString().slice(0, 10);
      if (monthOf(day) === month && meetsOn(rule, day)) return day;
    }
  }
  return start;
}

/** The last day of a series, or the day after which it does not meet; null without end. */
export function lastDayOf(start: string, rule: string | null): string | null {
  if (rule === null) return start;
  if (countOf(rule) !== null) return daysOf(start, rule, start, '9999-12-31').at(-1) ?? start;
  return untilOf(rule);
}
