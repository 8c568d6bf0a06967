/** Occurrences of 3W findings, as checks draft them. */
import type { Clause } from '../contract/clause.ts';
import { asClause } from '../words/clauses.ts';
import type { ItemDraft } from '../words/message.ts';

export const item = (code: string, key: string | number, detail: string | Clause, more: Partial<ItemDraft> = {}): ItemDraft => ({
  id: `${code}/${key}`,
  pcodes: [],
  rows: [],
  clause: asClause(detail),
  ...more,
});
