/**
 * Latin spellings of names whose home is another script. عتمة is Utmah, Otmah or 'Utma as the writer hears it: vowels, doubled letters and some
 * pairs of consonants vary, the other consonants do not. Where names are at home in Latin letters a vowel tells places apart ("Bago", "Bugo"),
 * so this is for the other countries only.
 */
import type { Iso3 } from '../contract/ids.ts';
import { iso2Of } from './countries.ts';
import type { NameKey } from './fold.ts';

/** Whether the country's main language is written in another script than the Latin (Unicode CLDR, likely subtags); false where the country is not known. */
export function isTransliterated(country: Iso3): boolean {
  const region = iso2Of(country);
  const script = region === null ? undefined : new Intl.Locale(`und-${region}`).maximize().script;
  return script !== undefined && script !== 'Latn';
}

/** Pairs of letters for one sound: ش is sh in English and ch in French, ض and ذ are d or dh. */
const SOUNDS: Record<string, string> = { sh: 'š', ch: 'š', dh: 'd', kh: 'x', gh: 'ğ', ph: 'f', ou: 'u' };

/** The consonants of a name without generic words: of its words in alphabetical order, and of all as one word ("Dhi Bin", "Dhibain"). None for another script. */
export function soundKeys({ sorted, core }: Pick<NameKey, 'sorted' | 'core'>): string[] {
  if (!/^[a-z0-9 ]+$/.test(sorted)) return [];
  const words = sorted.split(' ').map(toSound).toSorted().join('');
  return [...new Set([words, toSound(core)])];
}

function toSound(word: string): string {
  return (
    word
      .replace(/sh|ch|dh|kh|gh|ph|ou/g, (pair) => SOUNDS[pair]!)
      .replace(/(\p{L})\1/gu, '$1')
      // ج is j, and g in Cairo and Aden.
      .replace(/g/g, 'j')
      // The end of a feminine name: -a, -ah, -eh.
      .replace(/(?<=[aeiuy])h$/, '')
      // Half vowels after vowels: Hawtah, Hutah; Saiyani, Sayyani. At the end they tell Guma from Gumay.
      .replace(/(?<=[aeiou])w(?![aeiou])|(?<!^)y(?!$)/g, '')
      .replace(/[aeiou]/g, '')
  );
}
