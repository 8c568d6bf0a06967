/** Rules that a form offers for the day on which a series begins, and the rule that is chosen. Pure. */
import { addDays, codeOf, partsOf, repeatText, weekdayOf, type RepeatWords } from './when.ts';

/** Without their ends. The rule that the meeting has is offered even where a form would not make it. @param day YYYY-MM-DD */
function rulesFor(day: string, own: string | null): string[] {
  const weekday = codeOf(weekdayOf(day));
  const inMonth = Number(day.slice(8));
  const isLast = addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  const offered = [
    `FREQ=WEEKLY;BYDAY=${weekday}`,
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday}`,
    `FREQ=MONTHLY;BYDAY=${Math.ceil(inMonth / 7)}${weekday}`,
    ...(isLast ? [`FREQ=MONTHLY;BYDAY=-1${weekday}`] : []),
    `FREQ=MONTHLY;BYMONTHDAY=${inMonth}`,
    'FREQ=DAILY',
  ];
  const kept = own === null ? null : withoutEnd(own);
  return kept !== null && !offered.includes(kept) && fits(kept, day) ? [...offered, kept] : offered;
}

/** Whether a series by this rule can begin on a day; of what forms do not make nobody here knows, the server says. */
function fits(rule: string, day: string): boolean {
  const { FREQ, BYDAY } = partsOf(rule);
  return FREQ !== 'WEEKLY' || BYDAY === undefined || BYDAY.split(',').includes(codeOf(weekdayOf(day)));
}

export const withoutEnd = (rule: string): string => rule.replace(/;?(UNTIL|COUNT)=[^;]*/g, '');

/** The rule that comes nearest to one before, where the series is to begin on another day: every Tuesday becomes every Thursday. */
export function moveRule(rule: string, before: string, after: string): string {
  const offered = rulesFor(before, rule);
  return rulesFor(after, rule)[offered.indexOf(withoutEnd(rule))] ?? rulesFor(after, null)[0]!;
}

export const withEnd = (rule: string, until: string): string => (until === '' ? rule : `${rule};UNTIL=${until.replaceAll('-', '')}`);

/** The choices with their words. */
export const repeatChoices = (t: RepeatWords, day: string, own: string | null, locale: string): [string, string][] => [
  ['', t('field.repeats.once')],
  ...rulesFor(day, own).map((rule): [string, string] => [rule, repeatText(t, rule, day, null, locale)]),
];
