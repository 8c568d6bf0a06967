/**
 * Other calendars than the Gregorian in dates of tables: which one a column is written in, and the Gregorian day it means.
 * Solar Hijri (Afghanistan, Iran) and Ethiopian dates are turned by the calendars of ICU, Buddhist ones by their year; Nepali and lunar Hijri ones
 * are recognised and told, because their months go by tables and by sight of the moon.
 */
import type { Calendar } from '../contract/presence/dates.ts';
import { foldName } from './fold.ts';

export interface DateParts {
  year: number;
  month: number;
  day: number;
}

const DAY = 86_400_000;
const ICU: Partial<Record<Calendar, string>> = { persian: 'persian', ethiopic: 'ethiopic' };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Parts of a Gregorian day (days since 1970) in a calendar of ICU. */
function partsOf(calendar: string, days: number): DateParts {
  let format = formats.get(calendar);
  if (!format) {
    const options = { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
    formats.set(calendar, (format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, options)));
  }
  const parts = format.formatToParts(new Date(days * DAY));
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? NaN);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** The first day of the first year, about: where the search begins. Ethiopian years are Julian. */
const EPOCH: Record<string, number> = { persian: -492_268, ethiopic: -716_367 };
/** Days before each month, in the middle of what they may be. */
const daysBefore = (calendar: string, month: number) =>
  calendar === 'ethiopic' ? 30 * (month - 1) : 31 * Math.min(6, month - 1) + 30 * Math.max(0, month - 7);

/** The Gregorian day as an ISO date; null where the calendar has no such day, or is told only. */
export function toGregorian(calendar: Calendar, { year, month, day }: DateParts): string | null {
  if (calendar === 'buddhist') return toIso(year - 543, month, day);
  if (calendar === 'gregorian') return toIso(year, month, day);
  const icu = ICU[calendar];
  if (!icu || month < 1 || month > 13 || day < 1 || day > 31) return null;
  const guess = Math.round(EPOCH[icu]! + (year - 1) * (icu === 'ethiopic' ? 365.25 : 365.2422) + daysBefore(icu, month) + day - 1);
  for (let days = guess - 4; days <= guess + 4; days++) {
    const found = partsOf(icu, days);
    if (found.year === year && found.month === month && found.day === day) return new Date(days * DAY).toISOString().slice(0, 10);
  }
  return null;
}

function toIso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** First and last day of a month, or of a whole year, of a calendar; null where it is told only. */
export function monthSpan(calendar: Calendar, year: number, month: number | null): { start: string; end: string } | null {
  const start = toGregorian(calendar, { year, month: month ?? 1, day: 1 });
  const last = calendar === 'ethiopic' ? 13 : 12;
  const next = month === null || month === last ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  const after = toGregorian(calendar, next);
  return start && after ? { start, end: new Date(Date.parse(after) - DAY).toISOString().slice(0, 10) } : null;
}

/** Years of now in each calendar, less those of the Gregorian. Ethiopian years lie among Gregorian ones, so only words tell them. */
const OFFSET: [Calendar, number][] = [
  ['persian', -621],
  ['nepali', 57],
  ['buddhist', 543],
];
const SPAN = 20;

/** The calendar whose present a year lies in; `gregorian` for years of ours, undefined for a year of none. */
export function calendarOfYear(year: number, today: number): Calendar | undefined {
  if (Math.abs(year - today) <= SPAN) return 'gregorian';
  // 33 lunar years are 32 solar ones.
  if (Math.abs(year - ((today - 622) * 33) / 32) <= SPAN / 1.5) return 'islamic';
  return OFFSET.find(([, offset]) => Math.abs(year - today - offset) <= SPAN / 1.5)?.[0];
}

/** Names of months in their own scripts and as they are spelt in Latin letters, in order. */
const MONTHS: Record<'persian' | 'ethiopic' | 'nepali', string[]> = {
  persian: [
    'farvardin hamal فروردین حمل',
    'ordibehesht sawr saur اردیبهشت ثور',
    'khordad jawza jauza خرداد جوزا',
    'tir saratan تیر سرطان',
    'mordad asad مرداد اسد',
    'shahrivar sunbula sonbola شهریور سنبله',
    'mehr mizan مهر میزان',
    'aban aqrab آبان عقرب',
    'azar qaws qaus آذر قوس',
    'dey jadi jaddi دی جدی',
    'bahman dalw dalwa بهمن دلو',
    'esfand hut hoot اسفند حوت',
  ],
  ethiopic: [
    'meskerem መስከረም',
    'tikimt tikemt tekemt ጥቅምት',
    'hidar ኅዳር ህዳር',
    'tahsas tahisas ታኅሣሥ ታህሳስ',
    'tir ter ጥር',
    'yekatit የካቲት',
    'megabit መጋቢት',
    'miazia miyazya ሚያዝያ',
    'ginbot genbot ግንቦት',
    'sene ሰኔ',
    'hamle ሐምሌ ሀምሌ',
    'nehase nehassie ነሐሴ ነሀሴ',
    'pagume pagumen ጳጉሜን ጳጉሜ',
  ],
  nepali: [
    'baisakh baishakh vaishakh बैशाख वैशाख',
    'jestha jeth जेठ जेष्ठ',
    'asar ashadh असार आषाढ',
    'shrawan saun sawan साउन श्रावण',
    'bhadra bhadau भदौ भाद्र',
    'ashwin asoj ashoj असोज आश्विन',
    'kartik कार्तिक',
    'mangsir mansir मंसिर मङ्सिर',
    'poush push paush पुष पौष',
    'magh माघ',
    'falgun phagun फागुन फाल्गुन',
    'chaitra chait चैत चैत्र',
  ],
};
/** `tir` is the fourth month of one and the fifth of another: a name that two calendars have tells none. */
const BY_NAME = new Map<string, { calendar: Calendar; month: number } | null>();
for (const [calendar, months] of Object.entries(MONTHS) as [Calendar, string[]][])
  for (const [i, names] of months.entries())
    for (const name of names.split(' ')) BY_NAME.set(foldName(name), BY_NAME.has(foldName(name)) ? null : { calendar, month: i + 1 });

/** The month of another calendar that a word names. */
export function foreignMonth(word: string): { calendar: Calendar; month: number } | undefined {
  return BY_NAME.get(foldName(word)) ?? undefined;
}

/** What a heading says of the calendar: `Date (E.C.)`, `تاریخ هجری شمسی`, `मिति`, `BS date`. */
export function calendarOfHeading(heading: string): Calendar | undefined {
  if (/\b(e\.\s?c\.?|ethiopian|ethiopic)(?!\w)|\(ec\)|ዓ\s*[.·]?\s*ም/iu.test(heading)) return 'ethiopic';
  if (/\b(shamsi|jalali|solar hijri|hijri[\s-]?shamsi|persian calendar|afghan calendar)\b|هجری شمسی|هجري شمسي|شمسی/iu.test(heading)) return 'persian';
  if (/\b(b\.\s?s\.|bikram|vikram|nepali (date|calendar))(?!\w)|\(bs\)|मिति|वि\.?\s?सं/iu.test(heading)) return 'nepali';
  if (/\b(hijri|hijriah|lunar)\b|هجري|هجرية/iu.test(heading)) return 'islamic';
  if (/\b(b\.\s?e\.|buddhist)(?!\w)|พ\.ศ/iu.test(heading)) return 'buddhist';
  return undefined;
}
