/** Which language each name column of the tiles holds: the same one in every layer, whatever a single unit lacks. */
import type { AdminUnit, FeatureTable } from '../contract/admin.ts';

/** A default name weighs more than any number of others. */
const FIRST = 1e6;

/** Languages of names over all levels: those of most default names first, then the most used. `und` where the file says none: its names are names too. */
export function languagesByUse(tables: Pick<FeatureTable, 'units'>[]): string[] {
  const counts = new Map<string, number>();
  const add = (lang: string, count: number) => counts.set(lang, (counts.get(lang) ?? 0) + count);
  for (const { units } of tables) {
    for (const { names } of units) names.forEach(({ lang }, slot) => add(lang, slot === 0 ? FIRST : 1));
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([lang]) => lang);
}

/** Languages of the columns: the dataset's. A language stands twice where a unit has two names in it, so that no name is lost. */
export function nameColumns(tables: Pick<FeatureTable, 'units'>[]): string[] {
  const times = new Map<string, number>();
  for (const { units } of tables) {
    for (const { names } of units) {
      for (const { lang } of names) {
        const count = names.filter((name) => name.lang === lang).length;
        if (count > (times.get(lang) ?? 0)) times.set(lang, count);
      }
    }
  }
  return languagesByUse(tables).flatMap((lang) => Array.from({ length: times.get(lang) ?? 0 }, () => lang));
}

/** One column of names for each of `languages`, as nameColumns gave them; null where a unit has no name in that language. Columns without any are left out. */
export function namesByLanguage(units: AdminUnit[], languages: string[]): { column: number; values: (string | null)[] }[] {
  return languages
    .map((lang, column) => {
      const before = languages.slice(0, column).filter((other) => other === lang).length;
      return { column, values: units.map(({ names }) => names.filter((name) => name.lang === lang)[before]?.name ?? null) };
    })
    .filter(({ values }) => values.some(Boolean));
}
