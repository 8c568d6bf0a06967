/** When a document is to be looked at again: data by the clock that is passed in. Pure; nothing has to run for a review to become due. */
import { REVIEW_NOTICE_DAYS, type ReviewState } from '../contract/documents/documents.ts';
import type { Lang } from '../contract/languages.ts';
import { daysBetween } from '../groups/structure.ts';
import { clause, type ClauseCode } from '../words/clauses.ts';
import { sayClause } from '../words/words.ts';

/** A current version with a review date. */
export interface Reviewable {
  scope: string;
  document: string;
  version: string;
  group: string;
  title: string;
  language: string;
  reviewBy: string;
}

export interface DueReview extends Reviewable {
  state: 'due' | 'overdue';
  /** From today to the day of the review; negative where it has passed. */
  days: number;
}

const stateOf = (days: number): ReviewState['state'] => (days < 0 ? 'overdue' : days <= REVIEW_NOTICE_DAYS ? 'due' : 'later');

/** Those that are due from 30 days before their review date on, most urgent first. On the day itself they are due, on the next overdue. */
export function dueReviews(current: readonly Reviewable[], now: Date): DueReview[] {
  const today = now.toISOString().slice(0, 10);
  return current
    .flatMap((each) => {
      const days = daysBetween(today, each.reviewBy);
      const state = stateOf(days);
      return state === 'later' ? [] : [{ ...each, state, days }];
    })
    .toSorted((a, b) => a.days - b.days || a.document.localeCompare(b.document));
}

const SAID: Record<ReviewState['state'], ClauseCode> = {
  later: 'document.review-later',
  due: 'document.review-in',
  overdue: 'document.review-over',
};

/** “review due in 12 days”. @param today YYYY-MM-DD */
export function reviewStateOf(by: string, today: string, lang: Lang): ReviewState {
  const days = daysBetween(today, by);
  const state = stateOf(days);
  return { by, days, state, text: sayClause(clause(SAID[state], { n: Math.abs(days), day: by }), lang) ?? by };
}
