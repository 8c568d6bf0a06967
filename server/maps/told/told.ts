/**
 * What a map says of its values where these are neither a population nor a 3W. Whoever finds the values makes it, in every language of print, so that
 * titles, definitions, legends, tables and sheets ask no kind of data by name.
 */
import type { PrintLang } from '../../contract/languages.ts';
import type { MapNumberStyle } from '../../contract/maps/map.ts';
import { languageOf, say } from '../../words/words.ts';
import type { Emptiness } from '../../contract/presence/measure.ts';

export type InEachLang = Record<PrintLang, string>;

/** Of a unit above, made of those below: how many of them have a value. */
export type Partial = readonly [known: number, of: number];

export interface ToldValues {
  /** What the numbers are: the title of the legend. */
  what: InEachLang;
  /** What is counted and how, in sentences. */
  definition: InEachLang;
  /** Of when; '' where that is not known. */
  period: InEachLang;
  /** What the summary says besides: what is not on the map, what is partial. */
  notes: Record<PrintLang, string[]>;
  style: MapNumberStyle;
  /** Of all of the country; null where numbers may not be added, or are none that can be. */
  total: number | null;
  /** Words of the classes, where these are fixed: of phases, of severity. */
  classes: InEachLang[] | null;
  /** Words of kinds of emptiness, where they are others than those of a 3W. */
  empty: { [E in Emptiness]?: InEachLang };
  /** By P-code, of values that stand for a part of their unit only: drawn hatched over the class. */
  partial: ReadonlyMap<string, Partial>;
  /** In the number of a sheet. */
  topic: string;
}

/** The pattern over the class of a unit: more is possible than is certain, or the value is of a part of it. */
export function overOf(
  { possible, told }: { possible: ReadonlyMap<string, number>; told?: ToldValues | null | undefined },
  pcode: string,
): 'possible' | 'partial' | null {
  return possible.has(pcode) ? 'possible' : told?.partial.has(pcode) ? 'partial' : null;
}

/** What is told of a small map: words of the whole, and what is partial on it. */
export const toldOfPanel = (told: ToldValues | null | undefined, { partial = new Map() }: { partial?: ToldValues['partial'] | undefined }): ToldValues | null =>
  told ? { ...told, partial } : null;

/** Why a unit has no number, in the words of its kind of data. */
export const emptyText = (value: Emptiness, told: ToldValues | null | undefined, lang: PrintLang): string =>
  told?.empty[value]?.[lang] ?? say(lang, `picture.${value}`);

/** A value with what it is a part of: `1,234 (partial: 12 of 17 units)`. */
export function withPartial(text: string, partial: Partial | undefined, lang: PrintLang): string {
  if (!partial) return text;
  const number = new Intl.NumberFormat(languageOf(lang).locale);
  return `${text} (${say(lang, 'map.partial', { known: number.format(partial[0]), of: number.format(partial[1]) })})`;
}
