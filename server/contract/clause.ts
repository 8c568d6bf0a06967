/** Short texts as data, worded in each language where they are shown. */

/**
 * A short text as data: the key of a pattern in server/words/clauses.ts and what fills it. Numbers stay numbers and
 * lists stay lists, so that each language writes them its own way.
 */
export interface Clause {
  code: string;
  params: Record<string, ClauseValue>;
}
export type ClauseValue = string | number | Clause | ClauseValue[];
