/** What people said of columns of dates: the file before, over it what is said now. */
import type { DateAnswer } from '../../contract/presence/dates.ts';
import type { ImportProfile } from '../../contract/presence/presence.ts';
import { foldName } from '../../matching/fold.ts';
import type { Recognised } from './context.ts';
import type { DateOptions } from './dateColumns.ts';

/** By folded heading. A decision on one date takes nothing back that was said of another. */
export function toDateAnswers(recognised: Recognised | undefined, asked: Record<string, DateAnswer>): NonNullable<DateOptions['answers']> {
  const answers = new Map((recognised?.profile.dates ?? []).map(({ heading, answer }) => [heading, { answer, from: 'profile' as 'asked' | 'profile' }]));
  for (const [heading, answer] of Object.entries(asked))
    answers.set(foldName(heading), { answer: mergeDates(answers.get(foldName(heading))?.answer, answer), from: 'asked' });
  return answers;
}

/** A profile with what was said of dates, where anything was. */
export function withDates(profile: ImportProfile, answers: NonNullable<DateOptions['answers']>): ImportProfile {
  return answers.size === 0 ? profile : { ...profile, dates: [...answers].map(([heading, { answer }]) => ({ heading, answer })) };
}

export function mergeDates(before: DateAnswer | undefined, now: DateAnswer): DateAnswer {
  const values = { ...before?.values, ...now.values };
  const calendar = now.calendar ?? before?.calendar;
  return { ...(calendar ? { calendar } : {}), ...(Object.keys(values).length > 0 ? { values } : {}) };
}
