/**
 * Details of items and reasons of skipped checks: short texts as data (contract/finding.Clause), worded here in four languages.
 * Patterns are ICU MessageFormat and may also say `{width, m}` (a kind of numbers.ts) or `{units, and}` (how a list is joined).
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { CheckResult, Clause, ClauseValue, FindingItem } from '../contract/finding.ts';
import { attributeClauses } from './clauses/attributes.ts';
import { columnClauses } from './clauses/columns.ts';
import { geometryClauses } from './clauses/geometry.ts';
import { levelClauses } from './clauses/levels.ts';
import { populationClauses } from './clauses/population.ts';
import { presenceClauses } from './clauses/presence.ts';
import { readingClauses } from './clauses/reading.ts';
import { skipClauses } from './clauses/skipped.ts';
import { tableClauses } from './clauses/tables.ts';
import type { Lang } from '../contract/languages.ts';
import type { Text } from './text.ts';
import { NUMBER_KINDS } from './numbers.ts';
import type { NumberKind } from './numbers.ts';

const same = (pattern: string): Text => ({ en: pattern, fr: pattern, es: pattern, ar: pattern });

/** Texts that no language changes: codes, headings and cells as the file has them. */
export const NEUTRAL_CLAUSES = {
  verbatim: same('{text}'),
  share: same('{count, number} / {total, number}: {text}'),
} satisfies Record<string, Text>;

export const CLAUSES = {
  ...NEUTRAL_CLAUSES,
  ...geometryClauses,
  ...levelClauses,
  ...attributeClauses,
  ...readingClauses,
  ...populationClauses,
  ...presenceClauses,
  ...columnClauses,
  ...skipClauses,
  ...tableClauses,
} satisfies Record<string, Text>;

export type ClauseCode = keyof typeof CLAUSES;

export function clause(code: ClauseCode, params: Record<string, ClauseValue> = {}): Clause {
  return { code, params };
}

/** A text that is the same in every language. */
export const verbatim = (text: string): Clause => clause('verbatim', { text });

/** A value that stands alone: the clause that it is, or the text as it is. */
export const asClause = (value: string | Clause): Clause => (typeof value === 'string' ? verbatim(value) : value);

const LISTS: Record<string, Text> = {
  list: { en: ', ', fr: ', ', es: ', ', ar: '، ' },
  lines: { en: '; ', fr: ' ; ', es: '; ', ar: '؛ ' },
  and: { en: ' and ', fr: ' et ', es: ' y ', ar: ' و' },
  or: { en: ' or ', fr: ' ou ', es: ' o ', ar: ' أو ' },
};

interface Compiled {
  format: IntlMessageFormat;
  /** Name in the ICU pattern, parameter, kind of number or list. */
  kinds: [alias: string, name: string, kind: string][];
  /** Parameters that choose a branch; they are never shown. */
  choices: Set<string>;
}

const compiled = new Map<string, Compiled>();

function compile(code: ClauseCode, lang: Lang): Compiled {
  const key = `${lang} ${code}`;
  const known = compiled.get(key);
  if (known) return known;
  const kinds: Compiled['kinds'] = [];
  const pattern = (CLAUSES as Record<ClauseCode, Text>)[code][lang].replace(
    new RegExp(`\\{(\\w+), (${[...Object.keys(NUMBER_KINDS), ...Object.keys(LISTS)].join('|')})\\}`, 'g'),
    (_, name: string, kind: string) => {
      kinds.push([`${name}_${kind}`, name, kind]);
      return `{${name}_${kind}}`;
    },
  );
  const choices = new Set([...pattern.matchAll(/\{(\w+), select,/g)].map(([, name]) => name!));
  const made = { format: new IntlMessageFormat(pattern, lang, undefined, { ignoreTag: true }), kinds, choices };
  compiled.set(key, made);
  return made;
}

/** The clause in words; undefined where the catalogue does not have it (a report of a newer version). */
export function sayClause({ code, params }: Clause, lang: Lang): string | undefined {
  if (!Object.hasOwn(CLAUSES, code)) return undefined;
  const { format, kinds, choices } = compile(code as ClauseCode, lang);
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) {
    const bare = choices.has(name) || code === 'verbatim';
    values[name] = typeof value === 'number' || (bare && typeof value === 'string') ? value : sayValue(value, lang, 'list');
  }
  for (const [alias, name, kind] of kinds) {
    const value = params[name];
    values[alias] = typeof value === 'number' && kind in NUMBER_KINDS ? NUMBER_KINDS[kind as NumberKind](value, lang) : sayValue(value, lang, kind);
  }
  const said = String(format.format(values));
  // Pages and sheets take the direction of the first letter, and look into isolates for it.
  return lang === 'ar' && said.startsWith('\u2068') ? `\u200f${said}` : said;
}

/** In Arabic each text of the file is isolated, or a P-code would turn the words around it. */
function sayValue(value: ClauseValue | null | undefined, lang: Lang, list: string): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map((each) => sayValue(each, lang, list)).join((LISTS[list] ?? LISTS['list']!)[lang]);
  if (typeof value === 'object') return sayClause(value, lang) ?? '–';
  if (typeof value === 'number') return NUMBER_KINDS.raw(value, lang);
  return lang === 'ar' && value !== '' ? `\u2068${value}\u2069` : value;
}

/** Detail of an item in a language; an item stored before clauses has its English text only. */
export function itemDetail({ detail, clause }: Pick<FindingItem, 'detail' | 'clause'>, lang: Lang): string {
  return (clause && sayClause(clause, lang)) ?? detail;
}

/** Why a check was skipped, in a language. */
export function skipReason({ reason, reasonClause }: Pick<CheckResult, 'reason' | 'reasonClause'>, lang: Lang): string | undefined {
  return (reasonClause && sayClause(reasonClause, lang)) ?? reason;
}
