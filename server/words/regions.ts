/** Names of countries on maps, for server and client. */
import ar from './ar/language.ts';
import en from './en/language.ts';
import es from './es/language.ts';
import fr from './fr/language.ts';
import type { Language } from './language.ts';
import pt from './pt/language.ts';
import ru from './ru/language.ts';

const LANGUAGES: Record<string, Language> = { ar, en, es, fr, pt, ru };

/** What a country is called on a map; null where the region is not known in that language. */
export function regionName(region: string, locale: string): string | null {
  const own = (LANGUAGES[locale.split('-')[0]!]?.countries as Record<string, string> | undefined)?.[region];
  if (own !== undefined) return own;
  try {
    return new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' }).of(region) ?? null;
  } catch {
    return null;
  }
}
