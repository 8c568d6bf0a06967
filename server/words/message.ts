/** Texts of findings, in the four languages of the interface. ICU MessageFormat; parameters are those of the finding. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Clause, Finding, FindingItem, Severity } from '../contract/finding.ts';
import { MAX_ITEMS } from '../contract/finding.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { Lang } from '../contract/languages.ts';
import type { Messages, Text } from './text.ts';
import { sayClause } from './clauses.ts';
import { NUMBER_KINDS } from './numbers.ts';

const LABELS = new Set(['level', 'year', 'above', 'ancestor', 'parentLevel', 'parent']);

/** From here on an area is said in km²: nobody reads 1,085,469,567 m². */
const SQUARE_KM_FROM = 100_000;

/** Numbers are written as the language groups them; a level or a year is a label and stays bare; a large area is in km². */
export function formatMessage(text: Text, lang: Lang, params: Record<string, string | number>): string {
  const values = { ...params };
  const measured = text[lang].replace(/\{(\w+), m\}/g, (_, name: string) => {
    const value = params[name];
    // Reports stored before hold the distance in words.
    if (typeof value === 'number') values[name] = NUMBER_KINDS.m(value, lang);
    return `{${name}}`;
  });
  const pattern = measured.replace(/\{(\w+)\}(?: ([mم])²)?/g, (whole, name: string, metre: string | undefined) => {
    const value = values[name];
    if (typeof value !== 'number' || LABELS.has(name)) return whole;
    if (metre === undefined) return `{${name}, number}`;
    if (value < SQUARE_KM_FROM) return `{${name}, number} ${metre}²`;
    values[name] = value >= 1e9 ? Math.round(value / 1e6) : Number((value / 1e6).toPrecision(3));
    return `{${name}, number} ${metre === 'm' ? 'k' : 'ك'}${metre}²`;
  });
  return String(new IntlMessageFormat(pattern, lang, undefined, { ignoreTag: true }).format(values));
}

/** An item as a check makes it: its detail is data, and is worded once it is known that the item is listed. */
export type ItemDraft = Omit<FindingItem, 'detail' | 'clause'> & { clause: Clause };

/** Makes a finding from its message; `count` is the number of items unless more occurrences were counted than listed. */
export function makeFinding(
  messages: Messages,
  code: string,
  severity: Severity,
  level: AdminLevel | null,
  items: ItemDraft[],
  params: Record<string, string | number> = {},
  count = items.length,
): Finding {
  const message = messages[code];
  if (!message) throw new Error(`No message for finding code ${code}`);
  const all = { count, level: level ?? '', ...params };
  const listed = items.slice(0, MAX_ITEMS).map((item): FindingItem => ({ ...item, detail: sayClause(item.clause, 'en') ?? '' }));
  return { code, severity, level, message: formatMessage(message.text, 'en', all), params: all, count, accepted: 0, items: listed };
}

/** Makes the findings of one family: one, or none where nothing was counted. */
export function findingsOf(
  messages: Messages,
): (code: string, severity: Severity, level: AdminLevel | null, items: ItemDraft[], params?: Record<string, string | number>, count?: number) => Finding[] {
  return (code, severity, level, items, params, count = items.length) =>
    count === 0 ? [] : [makeFinding(messages, code, severity, level, items, params, count)];
}
