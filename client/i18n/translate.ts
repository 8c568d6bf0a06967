/** Messages in ICU syntax (Arabic has six plural forms) → a function that speaks. */
import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat';

export type Messages<K extends string = string> = Readonly<Record<K, string>>;
export type Values = Record<string, PrimitiveType>;
export type Translate<K extends string = string> = (key: K, values?: Values) => string;

/** A key that no file has is shown as it stands: visible in tests, harmless to a reader. Each message is parsed when first used. */
export function createTranslate<K extends string>(locale: string, messages: Messages<K>): Translate<K> {
  const parsed = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    const text = messages[key] as string | undefined;
    if (text === undefined) return key;
    if (!text.includes('{')) return text;
    let message = parsed.get(key);
    if (!message) parsed.set(key, (message = new IntlMessageFormat(text, locale)));
    return String(message.format(values));
  };
}
