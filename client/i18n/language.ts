/** Which language the page speaks, and how it writes numbers and dates. Pure, but for what it is given. */

export const LANGUAGES = ['en', 'fr', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words: a reader who needs the switch may not read the page's language. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' };

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

/** Numbers with Latin digits in Arabic too: they stand beside P-codes and in tables that are copied into sheets. */
export function createFormat(language: Language) {
  const locale = { en: 'en-GB', fr: 'fr', es: 'es', ar: 'ar-u-nu-latn' }[language];
  const number = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return {
    locale,
    number: (value: number) => number.format(value),
    /** Three significant digits up to a thousand, whole numbers above. */
    area: (squareKm: number) => (squareKm >= 1000 ? number.format(Math.round(squareKm)) : compact.format(squareKm)),
    /** A date in words; what is no date is shown as it came. */
    date: (iso: string) => {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : date.format(time);
    },
    /** As the clock of the reader's place shows it. */
    clock: (iso: string) => {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : clock.format(time);
    },
    /** A period in words, what both days share said once; one end may be open. As pictures write it (server/maps/sentences.ts). */
    period: (from: string | null, to: string | null) => {
      const [start, end] = [from, to].map((iso) => (iso === null || Number.isNaN(Date.parse(iso)) ? null : new Date(iso)));
      if (start && end) return from === to ? date.format(start) : date.formatRange(start, end);
      return start ? `${date.format(start)} –` : end ? `– ${date.format(end)}` : '';
    },
    bytes: (bytes: number) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
      const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
      const options = { style: 'unit', unit: units[step]!, unitDisplay: 'short', maximumSignificantDigits: 3 } as const;
      return new Intl.NumberFormat(locale, options).format(bytes / 1000 ** step);
    },
    /** `und` is what a file without a declared language says; it has no name. */
    language: (tag: string) => (tag === 'und' ? '' : (languages.of(tag) ?? tag)),
    /** Items with nothing but commas between them; Arabic has a comma of its own. */
    comma: (items: string[]) => items.join(language === 'ar' ? '، ' : ', '),
    list: (items: string[]) => new Intl.ListFormat(locale).format(items),
  };
}

export function createCompare(language: Language): (a: string, b: string) => number {
  return new Intl.Collator(language, { numeric: true, sensitivity: 'base' }).compare;
}
