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
  /**
   * What CLDR names for menus of products ("Congo - Kinshasa", "Myanmar (Burma)") as maps of the UN do, short: of the two Congos the one whose capital is
   * Kinshasa says that it is the Democratic Republic. All others CLDR names as a map does.
   */
  countries: Record<'CD' | 'CG' | 'MM' | 'PS', string>;
}
