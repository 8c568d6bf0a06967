/** What the product knows of a language: words/<code>/language.ts. */
export interface Language {
  /** In its own words: a reader who needs the switch may not read the page's language. */
  name: string;
  /** BCP 47, for numbers, dates, plurals and order. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** Between things, and between sentences; with their blanks. */
  comma: string;
  semicolon: string;
  /** Too small to be told: `{measure}` is the smallest that is. */
  less: string;
  units: Record<'mm' | 'cm' | 'm' | 'km', string>;
}
