/** What a group is called. */

/** In this language, else in English, else in the first it has; '' without any. */
export const nameIn = (names: Readonly<Record<string, string>>, lang: string): string => names[lang] ?? names['en'] ?? Object.values(names)[0] ?? '';

/** By its acronym, which most people know it by; else by its name; else by its id. */
export const shortNameIn = (
  { acronym, names, id = '' }: { acronym: string | null; names: Readonly<Record<string, string>>; id?: string },
  lang: string,
): string => acronym ?? (nameIn(names, lang) || id);
