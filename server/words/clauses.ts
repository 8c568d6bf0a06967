/** Details of items and reasons of skipped checks: short texts as data (contract/clause.ts), worded where they are shown. */
import type { CheckResult, Clause, ClauseValue, FindingItem } from '../contract/finding.ts';
import type { Lang } from '../contract/languages.ts';
import { sayClause, type Under } from './words.ts';

export type ClauseCode = Under<'clause'> | 'verbatim';

export function clause(code: ClauseCode, params: Record<string, ClauseValue> = {}): Clause {
  return { code, params };
}

/** A text that is the same in every language: codes, headings and cells as the file has them. */
export const verbatim = (text: string): Clause => clause('verbatim', { text });

/** A value that stands alone: the clause that it is, or the text as it is. */
export const asClause = (value: string | Clause): Clause => (typeof value === 'string' ? verbatim(value) : value);

/** Detail of an item in a language; an item stored before clauses has its English text only. */
export function itemDetail({ detail, clause }: Pick<FindingItem, 'detail' | 'clause'>, lang: Lang): string {
  return (clause && sayClause(clause, lang)) ?? detail;
}

/** Why a check was skipped, in a language. */
export function skipReason({ reason, reasonClause }: Pick<CheckResult, 'reason' | 'reasonClause'>, lang: Lang): string | undefined {
  return (reasonClause && sayClause(reasonClause, lang)) ?? reason;
}
