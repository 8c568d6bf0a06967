/** The texts of a page → a function that speaks them, as the server does (server/words/say.ts). */
import { fill, type Values } from '../../server/words/say.ts';
import { factsOf, type Language } from './language.ts';

export type Messages<K extends string = string> = Readonly<Record<K, string>>;
export type Translate<K extends string = string> = (key: K, values?: Values) => string;

/** A key that no file has is shown as it stands: visible in tests, harmless to a reader. Each message is parsed when first used. */
export function createTranslate<K extends string>(language: Language, messages: Messages<K>): Translate<K> {
  const facts = factsOf(language);
  return (key, values) => {
    const text = messages[key] as string | undefined;
    return text === undefined ? key : fill(text, facts, values);
  };
}
