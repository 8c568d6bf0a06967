/** Languages of the interface. Each has its folder of texts in server/words/; its code here is what opens it. */
export const LANGS = ['en', 'fr', 'es', 'ar', 'pt'] as const;
export type Lang = (typeof LANGS)[number];
