/** Which of a unit's names is shown, and whether it is the one asked for. Pure. */
import { primary } from '../i18n/language.ts';

export interface NamedUnit {
  pcode: string;
  names: { lang: string; name: string }[];
}

export interface ShownName {
  text: string;
  /** BCP 47; empty where it is a P-code or the file does not say. */
  lang: string;
  /** Not in the language asked for. */
  fallback: boolean;
}

/** The name in `language`, else the first one, else the P-code. */
export function shownName({ names, pcode }: NamedUnit, language: string): ShownName {
  const wanted = names.find(({ lang }) => primary(lang) === primary(language));
  const found = wanted ?? names[0];
  if (!found) return { text: pcode, lang: '', fallback: true };
  return { text: found.name, lang: found.lang === 'und' ? '' : found.lang, fallback: !wanted };
}

/** The name column of the tiles for a language: the position in the dataset's languages; 0, the file's first, where it has none such. */
export function columnOfLanguage(languages: readonly string[], language: string): number {
  return Math.max(
    0,
    languages.findIndex((tag) => primary(tag) === primary(language)),
  );
}

/**
 * Languages in the order of the tiles' name columns: tiles number a unit's names as the gazetteer lists them.
 * @param units some units of the version; without any, the dataset's own order is the best guess
 */
export function tileLanguages(languages: readonly string[], units: readonly NamedUnit[]): string[] {
  const rest = [...languages];
  const ordered: string[] = [];
  for (let column = 0; column < languages.length; column++) {
    const counts = new Map<string, number>();
    for (const { names } of units) {
      const lang = names[column]?.lang;
      if (lang && rest.includes(lang)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    const next = most?.[0] ?? rest[0]!;
    ordered.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return ordered;
}

/** A country's name in the reader's language, as far as any of its datasets knows one. */
export function countryName(datasets: readonly { countryNames: Record<string, string> }[], language: string, iso3: string): string {
  const code = iso3.toUpperCase();
  const names = datasets.flatMap(({ countryNames }) => [countryNames[language], countryNames['en'], ...Object.values(countryNames)]);
  return names.find((name) => name && name !== code) ?? code;
}
