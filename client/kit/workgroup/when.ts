/** When a meeting is, in words: days, times on the clocks of its zone and of the reader, how it repeats. Pure. */
import type { Occurrence } from '../../../server/contract/meetings/meetings.ts';
import type calendarMessages from '../../../server/words/en/interface/workgroup/calendar.ts';
import type meetingMessages from '../../../server/words/en/interface/workgroup/meetings.ts';
import type { Translate } from '../../i18n/translate.ts';

export type RepeatWords = Translate<keyof typeof calendarMessages | keyof typeof meetingMessages>;

type Timed = Pick<Occurrence, 'start' | 'end' | 'zone'>;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(locale, options)));
  return made;
}

/** `10:00 – 11:30` on the clocks of a zone; of one that goes over midnight with its days. */
export function timeRange({ start, end }: Timed, zone: string, locale: string): string {
  const dayAt = format('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const isOneDay = dayAt.format(new Date(start)) === dayAt.format(new Date(end));
  const time = { hour: '2-digit', minute: '2-digit', timeZone: zone } as const;
  const options = isOneDay ? time : ({ ...time, day: 'numeric', month: 'short' } as const);
  return format(locale, options).formatRange(new Date(start), new Date(end));
}

/** `Africa/Port-au-Prince` as people say it: the place, without continent and underscores. */
export const zoneName = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');

/** Whether the clocks of the reader show another time than those of the meeting. */
export function differsHere({ start, zone }: Timed, here: string): boolean {
  const at = (timeZone: string) => format('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(start));
  return at(zone) !== at(here);
}

/** A day with its weekday: `Tuesday 1 December 2026`. @param day YYYY-MM-DD */
export const dayText = (day: string, locale: string): string =>
  format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
export const monthText = (month: string, locale: string): string =>
  format(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
/** 0 is Sunday. 4 January 1970 was one. */
export const weekdayName = (weekday: number, locale: string, width: 'long' | 'short' = 'long'): string =>
  format(locale, { weekday: width, timeZone: 'UTC' }).format(new Date(Date.UTC(1970, 0, 4 + weekday)));
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
export const codeOf = (weekday: number): string => WEEKDAYS[weekday]!;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

type Parts = Record<string, string | undefined>;
export const partsOf = (rule: string): Parts => Object.fromEntries(rule.split(';').map((part) => part.split('=') as [string, string]));

/** `every Tuesday, until 30 June 2027`. @param start day on which it begins, YYYY-MM-DD */
export function repeatText(t: RepeatWords, rule: string | null, start: string, until: string | null, locale: string): string {
  if (rule === null) return t('repeat.once', { day: start });
  const repeat = everyText(t, partsOf(rule), rule, start, locale);
  return until === null ? repeat : t('repeat.until', { repeat, day: until });
}

function everyText(t: RepeatWords, { FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYSETPOS }: Parts, rule: string, start: string, locale: string): string {
  const n = Number(INTERVAL ?? 1);
  const own = codeOf(weekdayOf(start));
  if (FREQ === 'DAILY') return t('repeat.daily', { n });
  if (FREQ === 'WEEKLY') return t('repeat.weekly', { n, days: (BYDAY ?? own).split(',').map((code) => weekdayName(WEEKDAYS.indexOf(code), locale)) });
  if (BYSETPOS !== undefined) return t('repeat.rule', { rule });
  if (BYDAY === undefined) return BYMONTHDAY === '-1' ? t('repeat.monthly-last-day') : t('repeat.monthly-day', { n, at: Number(BYMONTHDAY ?? start.slice(8)) });
  const nth = /^(-?\d)([A-Z]{2})$/.exec(BYDAY);
  if (n !== 1 || !nth) return t('repeat.rule', { rule });
  return t('repeat.monthly-nth', { place: nth[1] === '-1' ? 'last' : `n${nth[1]}`, weekday: weekdayName(WEEKDAYS.indexOf(nth[2]!), locale) });
}

/** The days of a month as weeks, with those of the months around it that fill them. @param month YYYY-MM; `first`: 0 is Sunday */
export function weeksOf(month: string, first: number): string[][] {
  const start = `${month}-01`;
  const lead = (weekdayOf(start) - first + 7) % 7;
  const from = addDays(start, -lead);
  const weeks: string[][] = [];
  for (let week = 0; week === 0 || addDays(from, week * 7).slice(0, 7) <= month; week++)
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(from, week * 7 + day)));
  return weeks;
}

/** The first day of a week where the language is read; Monday where nobody knows. 0 is Sunday. */
export function firstWeekday(locale: string): number {
  const { getWeekInfo } = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  return (getWeekInfo?.call(new Intl.Locale(locale)).firstDay ?? 1) % 7;
}

export function addMonths(month: string, months: number): string {
  const [year, of] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, of! - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The zone of the reader’s clock. */
export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
