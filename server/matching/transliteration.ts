/**
 * Latin spellings of names whose home is another script. عتمة is Utmah, Otmah or 'Utma as the writer hears it: vowels, doubled letters and some
 * pairs of consonants vary, the other consonants do not. Where names are at home in Latin letters a vowel tells places apart ("Bago", "Bugo"),
 * so this is for the other countries only.
 */
import type { Iso3 } from '../contract/ids.ts';
import { iso2Of } from '../contract/iso2.ts';
import type { NameKey } from './fold.ts';

/** Whether the country's main language is written in another script than the Latin (Unicode CLDR, likely subtags); false where the country is not known. */
export function isTransliterated(country: Iso3): boolean {
  const region = iso2Of(country);
  const script = region === null ? undefined : new Intl.Locale(`und-${region}`).maximize().script;
  return script !== undefined && script !== 'Latn';
}

/** Pairs of letters for one sound: ش is sh in English and ch in French, ض and ذ are d or dh. */
const SOUNDS: Record<string, string> = { sh: 'š', ch: 'š', dh: 'd', kh: 'x', gh: 'ğ', ph: 'f', ou: 'u' };

/**
 * Letters of Arabic by the same sounds. Long vowels, ʿayn and hamza are what Latin writers leave out or write in many ways; a final ه is the -a of a
 * feminine name. After fold.ts: one alef, one yeh, ه for ة.
 */
const ARABIC = new Map([...'بتجحخدذرزسشصضطظغفقكلمنه'].map((letter, at) => [letter, 'btjhxddrzsšsdtzğfqklmnh'[at]!] as const)).set('ث', 'th');

/**
 * The consonants of a name without generic words: of its words in alphabetical order, and of all as one word ("Dhi Bin", "Dhibain"). Of Arabic with each و
 * inside a word once as a vowel and once as a consonant. None for other scripts.
 */
export function soundKeys({ sorted, core, folded }: Pick<NameKey, 'sorted' | 'core' | 'folded'>): string[] {
  if (/^[a-z0-9 ]+$/.test(sorted)) {
    const words = sorted.split(' ').map(toSound).toSorted().join('');
    return [...new Set([words, toSound(core)])];
  }
  if (!isArabic(sorted)) return [];
  const kept = new Set(sorted.split(' '));
  const words = folded.split(' ').flatMap((word) => [word, word.replace(/^ال/u, '')].find((each) => kept.has(each)) ?? []);
  const keys = ['', 'w'].flatMap((waw) => {
    const own = words.map((word) => fromArabic(word, waw));
    return [own.toSorted().join(''), own.join('')];
  });
  return [...new Set(keys)];
}

/** Arabic letters only, of those that have a sound here: Persian, Urdu and Kurdish letters are read otherwise. */
export const isArabic = (folded: string): boolean => /^[ابتثجحخدذرزسشصضطظعغفقكلمنهويء ]+$/u.test(folded);

function fromArabic(word: string, waw: string): string {
  const bare = word.replace(/(?<=.)ه$/u, '');
  return [...bare].map((letter, at) => (letter === 'و' ? (at === 0 ? 'w' : waw) : (ARABIC.get(letter) ?? ''))).join('');
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
