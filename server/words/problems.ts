/** What a problem code means and what to do, by code. */
import { LANGS, type Lang } from '../contract/languages.ts';
import { isWord, patternsOf, say, type Under } from './words.ts';

const PREFIX = 'problem.';

/** Every code, with its English text; code of programs in backticks. A test holds that each code of the source is here. */
export const PROBLEMS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(patternsOf('en')).flatMap((id) =>
    id.startsWith(PREFIX) ? [[id.slice(PREFIX.length), say('en', `problem.${id.slice(PREFIX.length) as Under<'problem'>}`)]] : [],
  ),
);

/** The sentence of a problem in English, in which answers are written: whoever refuses for no other reason than the code says it so. */
export const problemText = (code: Under<'problem'>): string => say('en', `problem.${code}`);

/** For readers of other languages than English, in which the answer itself is written; undefined for a code that is not ours. */
export function problemTexts(code: string): Partial<Record<Lang, string>> | undefined {
  const id = `${PREFIX}${code}`;
  if (!isWord(id)) return undefined;
  return Object.fromEntries(LANGS.flatMap((lang) => (lang === 'en' ? [] : [[lang, say(lang, id)]])));
}

/** Details of a problem with its sentence in the other languages (`texts`), where whoever refused did not say it in all of them. */
export function withTexts(code: string, details: Record<string, unknown> | undefined): { details?: Record<string, unknown> } {
  const texts = details?.['texts'] ?? problemTexts(code);
  return texts ? { details: { ...details, texts } } : details ? { details } : {};
}
