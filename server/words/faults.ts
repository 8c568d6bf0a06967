/**
 * What a schema refuses, in plain words and in every language: zod's own sentences ("expected string to have >=3 characters") are for
 * programmers. A schema that knows better than its kind of fault names a text of `faults.ts` as its message: `'wrong.country'`.
 */
import type { z } from 'zod';
import { LANGS, type Lang } from '../contract/languages.ts';
import { InputError } from '../errors.ts';
import type { Value, Values } from './say.ts';
import { inEach, isWord, say, type Text, type WordId, type Under } from './words.ts';

type Issue = z.core.$ZodIssue;

/** One value that was refused. */
export interface Fault {
  path: PropertyKey[];
  /** What is wrong with it, without its name: for the field itself. */
  text: Text;
}

/** More are counted: a file of a thousand columns may be wrong in each. */
const MOST_TOLD = 8;
const MOST_LISTED = 100;

type Refusal = Pick<z.ZodError, 'issues'>;

/** The first hundred faults of a refusal. What should not be there is named, not what it should not be in. */
export function faultsOf(error: Refusal): Fault[] {
  return toldOf(error)
    .slice(0, MOST_LISTED)
    .map(({ path, issue }) => ({ path, text: inEach((lang) => wordsOf(issue, lang)) }));
}

/** The first faults in one text, each with the name of its value: `reason: At least 3 characters are needed.` The others are counted. */
export function sayFaults(error: Refusal, lang: Lang): string {
  const faults = toldOf(error);
  const told = faults.slice(0, MOST_TOLD).map(({ path, issue }) => {
    const fault = wordsOf(issue, lang);
    return path.length > 0 ? say(lang, 'wrong.at', { field: fieldOf(path), fault }) : fault;
  });
  if (faults.length > MOST_TOLD) told.push(say(lang, 'wrong.more', { count: faults.length - MOST_TOLD }));
  return told.join(' ');
}

const toldOf = ({ issues }: Refusal) =>
  issues.flatMap((each) => {
    const issue = closest(each);
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => ({ path, issue }));
  });

/** The texts of all faults in the languages other than English, in which answers are written. */
export const otherFaultTexts = (error: Refusal): Partial<Text> => otherTexts(inEach((lang) => sayFaults(error, lang)));
export const otherTexts = (text: Text): Partial<Text> => Object.fromEntries(LANGS.flatMap((lang) => (lang === 'en' ? [] : [[lang, text[lang]]])));

/** An InputError that says what a schema refused; `details.texts` holds the sentence in each language. */
export function refuseFaults(code: string, reason: Under<'refusal'>, error: Refusal, values: Values = {}): InputError {
  const texts = inEach((lang) => say(lang, `refusal.${reason}`, { ...values, faults: sayFaults(error, lang) }));
  return new InputError(code, texts.en, { cause: error, details: { texts } });
}

/** `columns.3.heading`, as JSON is read from outside inwards. */
const fieldOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** Of a value that may be of several kinds, and of a key or an entry, the fault within: of the kind that it comes closest to. */
function closest(issue: Issue): Issue {
  if (isWord(issue.message)) return issue;
  const inner =
    issue.code === 'invalid_union' ? issue.errors : issue.code === 'invalid_key' || issue.code === 'invalid_element' ? [issue.issues as Issue[]] : [];
  const depth = ([first]: readonly Issue[]) => (first ? first.path.length : -1);
  const kinds = inner.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
  const best = kinds[0]?.[0];
  if (!best) return issue;
  // A value that says which kind is meant, and is of none: what it may be is what any of them asks for.
  const same = kinds.flatMap(([first]) => (first?.code === 'invalid_value' && String(first.path) === String(best.path) ? first.values : []));
  const merged = best.code === 'invalid_value' && kinds.every(([first]) => first?.code === 'invalid_value') ? { ...best, values: [...new Set(same)] } : best;
  return closest({ ...merged, path: [...issue.path, ...best.path] });
}

function wordsOf(issue: Issue, lang: Lang): string {
  if (isWord(issue.message)) return say(lang, issue.message);
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? say(lang, 'wrong.missing') : say(lang, 'wrong.type', { expected: issue.expected });
    case 'too_small':
      return bounded(lang, issue.origin, issue.exact ? 'exactly' : issue.inclusive === false ? 'above' : 'least', issue.minimum);
    case 'too_big':
      return bounded(lang, issue.origin, issue.exact ? 'exactly' : issue.inclusive === false ? 'below' : 'most', issue.maximum);
    case 'invalid_value':
      return say(lang, 'wrong.value', { values: issue.values.map(String) as Value[] });
    case 'invalid_union':
      return 'options' in issue && issue.options?.length
        ? say(lang, 'wrong.value', { values: issue.options.map(String) as Value[] })
        : say(lang, 'wrong.other');
    case 'invalid_format':
      return say(lang, FORMATS[issue.format] ?? 'wrong.form');
    case 'not_multiple_of':
      return say(lang, 'wrong.multiple', { divisor: issue.divisor });
    case 'unrecognized_keys':
      return say(lang, 'wrong.unknown');
    default:
      return say(lang, 'wrong.other');
  }
}

/** What texts of these formats look like. */
const FORMATS: Partial<Record<string, WordId>> = {
  url: 'wrong.address',
  email: 'wrong.email',
  date: 'wrong.day',
  datetime: 'wrong.moment',
  time: 'wrong.time',
  uuid: 'wrong.id',
  guid: 'wrong.id',
};

type Bound = 'least' | 'most' | 'above' | 'below' | 'exactly';

function bounded(lang: Lang, origin: string, bound: Bound, limit: number | bigint): string {
  const count = Number(limit);
  if (origin === 'number' || origin === 'int' || origin === 'bigint') return say(lang, 'wrong.number', { bound, limit: count });
  if (bound === 'least' && count === 1) return say(lang, 'wrong.empty');
  return say(lang, origin === 'string' ? 'wrong.characters' : 'wrong.entries', { bound, count });
}

/** zod says that a value was not given in its sentence only. */
const isMissing = ({ message }: Issue): boolean => message.endsWith('received undefined');
