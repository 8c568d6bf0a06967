/** Findings and their texts: a title for lists, and one sentence that says what, how many, where, and what to do. */
import type { Clause, Finding, FindingItem, Severity } from '../contract/finding.ts';
import { MAX_ITEMS } from '../contract/finding.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import { isWord, say, sayClause, type Under } from './words.ts';

type Titled<Id extends string> = Id extends `${infer Code}.title` ? Code : never;
export type FindingCode = Titled<Under<'finding'>>;

/** An item as a check makes it: its detail is data, and is worded once it is known that the item is listed. */
export type ItemDraft = Omit<FindingItem, 'detail' | 'clause'> & { clause: Clause };

/** `count` is the number of items unless more occurrences were counted than listed. */
export function makeFinding(
  code: FindingCode,
  severity: Severity,
  level: AdminLevel | null,
  items: ItemDraft[],
  params: Record<string, string | number> = {},
  count = items.length,
): Finding {
  const all = { count, level: level ?? '', ...params };
  const listed = items.slice(0, MAX_ITEMS).map((item): FindingItem => ({ ...item, detail: sayClause(item.clause, 'en') ?? '' }));
  return { code, severity, level, message: say('en', `finding.${code}`, all), params: all, count, accepted: 0, items: listed };
}

/** One finding, or none where nothing was counted. */
export function finding(
  code: FindingCode,
  severity: Severity,
  level: AdminLevel | null,
  items: ItemDraft[],
  params?: Record<string, string | number>,
  count = items.length,
): Finding[] {
  return count === 0 ? [] : [makeFinding(code, severity, level, items, params, count)];
}

/** A stored finding may be older than the texts: its code and its own English sentence are the fallback. */
export function findingTitle({ code }: Pick<Finding, 'code'>, lang: Lang): string {
  const id = `finding.${code}.title`;
  return isWord(id) ? say(lang, id) : code;
}

export function findingText({ code, message, params }: Pick<Finding, 'code' | 'message' | 'params'>, lang: Lang): string {
  const id = `finding.${code}`;
  return isWord(id) ? say(lang, id, params) : message;
}
