/** What is still to be decided of a draft of a 3W, in the order in which it is done: what the columns hold first, since all else hangs on it. Pure. */
import type { ColumnQuestion } from '../../../../server/contract/columns.ts';
import type { PresenceReviewList } from '../../../../server/contract/presence/presence.ts';

/** Parts of the review page, by the id of their section. */
export type ReviewPart = 'questions' | 'dates' | 'places' | 'sectors' | 'types' | 'organisations';

export interface OpenPart {
  part: ReviewPart;
  /** Answers that are missing. */
  open: number;
  /** Rows that hang on them; null where nobody counted. */
  rows: number | null;
}

type Decided = { decision: unknown; rows: number };
const sum = (list: readonly { rows: number }[]) => list.reduce((total, { rows }) => total + rows, 0);
const openOf = <T extends Decided>(list: readonly T[]) => list.filter(({ decision }) => decision === null);

/** @param questions about columns, which are no part of the list for those who may not decide */
export function openParts(
  list: Pick<PresenceReviewList, 'groups' | 'sectors' | 'orgTypes' | 'merges' | 'dates'> | null,
  questions: readonly Pick<ColumnQuestion<unknown>, 'rows'>[],
): OpenPart[] {
  const dates = (list?.dates ?? []).flatMap(({ odd }) => odd.filter(({ decision }) => decision === undefined));
  const merges = (list?.merges ?? []).filter(({ decision }) => decision === null);
  const parts: OpenPart[] = [
    { part: 'questions', open: questions.length, rows: questions.reduce((most, { rows }) => Math.max(most, rows), 0) },
    { part: 'dates', open: dates.length, rows: sum(dates) },
    ...(
      [
        ['places', list?.groups],
        ['sectors', list?.sectors],
        ['types', list?.orgTypes],
      ] as const
    ).map(([part, all = []]): OpenPart => {
      const open = openOf(all as readonly Decided[]);
      return { part, open: open.length, rows: sum(open) };
    }),
    { part: 'organisations', open: merges.length, rows: merges.reduce((total, { a, b }) => total + Math.min(a.rows, b.rows), 0) },
  ];
  return parts.filter(({ open }) => open > 0);
}
