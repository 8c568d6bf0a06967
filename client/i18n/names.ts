/** Which of a unit's names is shown, and whether it is the one asked for. Pure. */
import type { TileJson } from '../../server/contract/datasets/api.ts';
import { primary } from './language.ts';

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

/** Languages by name column of the tiles; '' where the country alone has a name in it, and no unit on the map. */
export function languagesOnMap({ languages = [], vector_layers: layers }: Pick<TileJson, 'languages' | 'vector_layers'>): string[] {
  const fields = layers.flatMap(({ id, fields }) => (/^adm[1-9]$/.test(id) ? Object.keys(fields) : []));
  const isHeld = (column: number) => fields.some((field) => field.endsWith(`_name${column || ''}`));
  return languages.some((_, column) => isHeld(column)) ? languages.map((language, column) => (isHeld(column) ? language : '')) : [...languages];
}

/** The name column of the tiles for a language: the position in the dataset's languages; 0, the file's first, where it has none such. */
export function columnOfLanguage(languages: readonly string[], language: string): number {
  return Math.max(
    0,
    languages.findIndex((tag) => primary(tag) === primary(language)),
  );
}

/** A country's name in the reader's language, as far as any of its datasets knows one. */
export function countryName(datasets: readonly { countryNames: Record<string, string> }[], language: string, iso3: string): string {
  const code = iso3.toUpperCase();
  const names = datasets.flatMap(({ countryNames }) => [countryNames[language], countryNames['en'], ...Object.values(countryNames)]);
  return names.find((name) => name && name !== code) ?? code;
}
