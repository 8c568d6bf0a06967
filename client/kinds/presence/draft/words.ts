/** What the pages of drafts and of their review say of columns and places of a 3W. */
import type { Translate } from '../../../i18n/translate.ts';
import type reviewMessages from '../../../../server/words/en/interface/review.ts';

type ReviewWord = keyof typeof reviewMessages;

/** What is doubtful about places, by cause: in short, and what it means. */
export const CAUSES: Readonly<Record<string, [title: ReviewWord, help: ReviewWord]>> = {
  'code-unknown': ['review.cause.code-unknown', 'review.help.code-unknown'],
  'code-retired': ['review.cause.code-retired', 'review.help.code-retired'],
  'unit-split': ['review.cause.unit-split', 'review.help.unit-split'],
  'code-other-level': ['review.cause.code-other-level', 'review.help.code-other-level'],
  'code-name-conflict': ['review.cause.code-name-conflict', 'review.help.code-name-conflict'],
  'parent-conflict': ['review.cause.parent-conflict', 'review.help.parent-conflict'],
  'name-ambiguous': ['review.cause.name-ambiguous', 'review.help.name-ambiguous'],
  'name-doubtful': ['review.cause.name-doubtful', 'review.help.name-doubtful'],
  'name-unknown': ['review.cause.name-unknown', 'review.help.name-unknown'],
  'point-elsewhere': ['review.cause.point-elsewhere', 'review.help.point-elsewhere'],
};

const WHAT: Record<string, ReviewWord> = {
  sector: 'review.role.sector',
  subsector: 'review.role.subsector',
  activity: 'review.role.activity',
  status: 'review.role.status',
  start: 'review.role.start',
  end: 'review.role.end',
  period: 'review.role.period',
  year: 'review.role.year',
  month: 'review.role.month',
  quarter: 'review.role.quarter',
  people: 'review.role.people',
  modality: 'review.role.modality',
  lat: 'review.role.lat',
  lon: 'review.role.lon',
  locality: 'review.role.locality',
  ignore: 'review.role.ignore',
};

/** A role in words, by its key (../review.ts). */
export function roleText(t: Translate<ReviewWord>, key: string): string {
  const [is, second, part] = key.split('/');
  if (is === 'org') return t('review.role.org', { role: second!, part: part! });
  if (is === 'place') return t('review.role.place', { level: Number(second), part: part! });
  if (is === 'people' && second !== undefined) return second === '' ? t('review.role.people-part') : t('review.role.people-month', { month: second });
  if (is === 'month' && second !== undefined) return t('review.role.month-choice', { month: second });
  if (is === 'sector' && second !== undefined) return t('review.role.choice', { answer: key.slice('sector/'.length) });
  return t(WHAT[is!] ?? 'review.role.ignore');
}
