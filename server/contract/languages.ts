/** Languages of the interface. Each has its folder of texts in server/words/; its code here is what opens it. */
export const LANGS = ['en', 'fr', 'es', 'ar', 'pt'] as const;
export type Lang = (typeof LANGS)[number];
/** Those and the languages of what is printed only: what maps say has words in them, pages have not. */
export const PRINT_LANGS = [...LANGS, 'ru'] as const;
export type PrintLang = (typeof PRINT_LANGS)[number];
export const isLang = (lang: PrintLang): lang is Lang => (LANGS as readonly string[]).includes(lang);
