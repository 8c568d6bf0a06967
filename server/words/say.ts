/**
 * How every text of the product is filled in, on the server and in the client: ICU MessageFormat in the locale of the language.
 * A pattern may also say `{width, m}` (a kind of numbers.ts), `{day, day}` (an ISO date in words) or `{units, and}` (how a list is joined).
 * Texts are plain: who puts them into HTML, SVG or a sheet escapes them. Decision 0039.
 */
import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat';
import type { Clause } from '../contract/clause.ts';
import type { Language } from './language.ts';
import { NUMBER_KINDS, type NumberKind } from './numbers.ts';

export type Value = PrimitiveType | Clause | readonly Value[];
export type Values = Readonly<Record<string, Value>>;
type SayClause = (clause: Clause) => string | undefined;

const LISTS: Record<string, (items: string[], language: Language) => string> = {
  list: (items, { comma }) => items.join(comma),
  lines: (items, { semicolon }) => items.join(semicolon),
  and: (items, language) => listFormat(language, 'conjunction').format(items),
  or: (items, language) => listFormat(language, 'disjunction').format(items),
};
const listFormats = new Map<string, Intl.ListFormat>();

/** `A, B and C`, as the language writes it. */
function listFormat({ locale }: Language, type: Intl.ListFormatType): Intl.ListFormat {
  const key = `${locale} ${type}`;
  let format = listFormats.get(key);
  if (!format) listFormats.set(key, (format = new Intl.ListFormat(locale, { type })));
  return format;
}

const OWN = new RegExp(`\\{(\\w+), (${[...Object.keys(NUMBER_KINDS), ...Object.keys(LISTS), 'day'].join('|')})\\}`, 'g');

interface Compiled {
  format: IntlMessageFormat;
  /** Name in the ICU pattern, value, kind of number, list or date. */
  kinds: [alias: string, name: string, kind: string][];
  /** Values that choose a branch; they are never shown. */
  choices: Set<string>;
}

const compiled = new Map<string, Map<string, Compiled>>();

function compile(pattern: string, { locale }: Language): Compiled {
  let own = compiled.get(locale);
  if (!own) compiled.set(locale, (own = new Map()));
  const known = own.get(pattern);
  if (known) return known;
  const kinds: Compiled['kinds'] = [];
  const icu = pattern.replace(OWN, (_, name: string, kind: string) => {
    kinds.push([`${name}_${kind}`, name, kind]);
    return `{${name}_${kind}}`;
  });
  const choices = new Set([...icu.matchAll(/\{(\w+), select,/g)].map(([, name]) => name!));
  const made = { format: new IntlMessageFormat(icu, locale, undefined, { ignoreTag: true }), kinds, choices };
  own.set(pattern, made);
  return made;
}

/** @throws where the pattern asks for a value that is not given */
export function fill(pattern: string, language: Language, given: Values = {}, sayClause: SayClause = () => undefined): string {
  if (!pattern.includes('{') && !pattern.includes("'")) return pattern;
  const { format, kinds, choices } = compile(pattern, language);
  const show = (value: Value, kind: string): string | number => {
    if (value === null || value === undefined) return '–';
    if (Array.isArray(value))
      return (LISTS[kind] ?? LISTS['list']!)(
        value.map((each: Value) => String(show(each, 'raw'))),
        language,
      );
    if (typeof value === 'number') return NUMBER_KINDS[kind in NUMBER_KINDS ? (kind as NumberKind) : 'raw'](value, language);
    if (value instanceof Date) return dayText(value, language);
    if (typeof value === 'object') return sayClause(value as Clause) ?? '–';
    const text = String(value);
    return isolate(kind === 'day' && !Number.isNaN(Date.parse(text)) ? dayText(new Date(text), language) : text, language);
  };
  const values: Record<string, PrimitiveType> = {};
  for (const [name, value] of Object.entries(given)) {
    const bare = typeof value === 'number' || typeof value === 'boolean' || value instanceof Date || (choices.has(name) && typeof value === 'string');
    values[name] = bare ? (value as PrimitiveType) : show(value, 'list');
  }
  for (const [alias, name, kind] of kinds) values[alias] = show(given[name], kind);
  const said = String(format.format(values));
  // Pages and sheets take the direction of the first letter, and look into isolates for it.
  return language.direction === 'rtl' && said.startsWith('\u2068') && !isOne(said) ? `\u200f${said}` : said;
}

/** Where writing runs from the right each text of a file stands apart, or a P-code would turn the words around it (UAX 9 §2.4). */
function isolate(text: string, { direction }: Language): string {
  return direction === 'rtl' && text !== '' && !isOne(text) ? `\u2068${text}\u2069` : text;
}

const isOne = (text: string) => /^\u2068[^\u2068\u2069]*\u2069$/.test(text);

const days = new Map<string, Intl.DateTimeFormat>();

/** A day in words: 20 August 2019. */
export function dayText(date: Date, { locale }: Pick<Language, 'locale'>): string {
  return dayFormat(locale).format(date);
}

/** A period in words, what both days share said once; one end may be open. '' without both. */
export function periodText(from: string | null, to: string | null, language: Pick<Language, 'locale'>): string {
  const [start, end] = [from, to].map((iso) => (iso === null || Number.isNaN(Date.parse(iso)) ? null : new Date(iso)));
  const format = dayFormat(language.locale);
  if (start && end) return from === to ? format.format(start) : format.formatRange(start, end);
  return start ? `${format.format(start)} –` : end ? `– ${format.format(end)}` : '';
}

function dayFormat(locale: string): Intl.DateTimeFormat {
  let format = days.get(locale);
  if (!format) days.set(locale, (format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })));
  return format;
}
