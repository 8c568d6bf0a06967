/** Which language the page speaks, and how it writes numbers and dates. Pure, but for what it is given. */

import type { Lang, PrintLang } from '../../server/contract/languages.ts';
import type { Language as Facts } from '../../server/words/language.ts';
import { dayText, periodText } from '../../server/words/say.ts';

export type Language = Lang;

/** What each folder of texts says of its language; they are small, and the switch names all of them. */
const FACTS = Object.fromEntries(
  Object.entries(import.meta.glob<{ default: Facts }>('../../server/words/*/language.ts', { eager: true })).map(([path, { default: facts }]) => [
    path.split('/').at(-2)!,
    facts,
  ]),
) as Record<PrintLang, Facts>;
/** Those that the interface speaks too; sheets are printed in all. */
const SPOKEN = Object.keys(import.meta.glob('../../server/words/*/interface/common.ts')).map((path) => path.split('/').at(-3)!);

export const factsOf = (language: PrintLang): Facts => FACTS[language];

const byName = (a: PrintLang, b: PrintLang) => FACTS[a].name.localeCompare(FACTS[b].name, 'en');

/** By their own names, as every list of languages is sorted. */
export const LANGUAGES = (SPOKEN as Language[]).toSorted(byName);
export const PRINT_LANGUAGES = (Object.keys(FACTS) as PrintLang[]).toSorted(byName);

export function toDirection(language: string): 'ltr' | 'rtl' {
  return /^(ar|fa|prs|ps|ur|he|ckb|sd|ug|dv|yi)\b/.test(language) ? 'rtl' : 'ltr';
}

/** The first wish that we speak: the address, then the reader's stored choice, then the browser's list. */
export function chooseLanguage(...wishes: (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const found = LANGUAGES.find((language) => language === wish?.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}

/** BCP 47 primary subtag: `fr` of `fr-ML`. */
export function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}

export type Format = ReturnType<typeof createFormat>;

export function createFormat(language: PrintLang) {
  const { locale, comma } = FACTS[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const compact = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return {
    locale,
    number: (value: number) => number.format(value),
    /** Of a whole: 0.125 is 12.5 %. */
    percent: (share: number) => percent.format(share),
    /** Three significant digits up to a thousand, whole numbers above. */
    area: (squareKm: number) => (squareKm >= 1000 ? number.format(Math.round(squareKm)) : compact.format(squareKm)),
    /** A date in words; what is no date is shown as it came. */
    date: (iso: string) => {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : dayText(new Date(time), { locale });
    },
    /** As the clock of the reader's place shows it. */
    clock: (iso: string) => {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : clock.format(time);
    },
    /** A period in words, what both days share said once; one end may be open. */
    period: (from: string | null, to: string | null) => periodText(from, to, { locale }),
    bytes: (bytes: number) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
      const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
      const options = { style: 'unit', unit: units[step]!, unitDisplay: 'short', maximumSignificantDigits: 3 } as const;
      return new Intl.NumberFormat(locale, options).format(bytes / 1000 ** step);
    },
    /** `und` is what a file without a declared language says; it has no name. */
    language: (tag: string) => (tag === 'und' ? '' : (languages.of(tag) ?? tag)),
    /** With a capital at its beginning. */
    sentence: (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
    /** Items with nothing but commas between them; each language has its own comma. */
    comma: (items: string[]) => items.join(comma),
    list: (items: string[]) => new Intl.ListFormat(locale).format(items),
  };
}

export function createCompare(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare;
}
