/** Names in capitals written as names, by the habits of the language. Offered, never recommended: which words are particles is a guess. */

/** Words that stay small inside a name. */
const PARTICLES: Record<string, string[]> = {
  en: ['of', 'the', 'and', 'on', 'upon', 'in', 'by', 'at'],
  fr: ['de', 'du', 'des', 'la', 'le', 'les', 'et', 'sur', 'sous', 'en', 'aux', 'au', 'à'],
  es: ['de', 'del', 'la', 'las', 'los', 'el', 'y'],
  pt: ['de', 'da', 'do', 'das', 'dos', 'e'],
  it: ['di', 'del', 'della', 'dei', 'delle', 'e'],
  nl: ['van', 'der', 'den', 'de', 'het', 'aan', 'op'],
  de: ['am', 'an', 'der', 'und', 'im', 'in', 'bei', 'ob', 'vor'],
};
/** Numbers of districts; longer ones are words as often. */
const ROMAN = /^(?:[IVX]{1,4}|XI{1,3}|XI?V|XVI{0,3}|XIX|XX)$/;
/** Nearly all names of a column, and names long enough to be no abbreviations. */
const SHARE = 0.9;
const LEAST_NAMES = 3;
const LEAST_LETTERS = 4;

/** Is the column written in capitals? Scripts without case never are. */
export function isAllCaps(texts: string[]): boolean {
  const names = texts.filter((text) => letterCount(text) >= LEAST_LETTERS);
  return names.length >= LEAST_NAMES && names.filter(isCaps).length >= SHARE * names.length;
}

const letterCount = (text: string) => (text.match(/\p{L}/gu) ?? []).length;
const isCaps = (text: string) => text === text.toUpperCase() && text !== text.toLowerCase();

/** `SAINT-LOUIS DU SÉNÉGAL` → `Saint-Louis du Sénégal`; the same text where it is not in capitals. `lang` is BCP 47. */
export function titleCase(text: string, lang: string): string {
  if (!isCaps(text)) return text;
  const primary = lang.split('-')[0]!.toLowerCase();
  const locale = ['tr', 'az', 'lt', 'el'].includes(primary) ? primary : 'en';
  const particles = new Set(PARTICLES[primary] ?? []);
  let isFirst = true;
  return text.replace(/[\p{L}\p{M}\p{N}]+(?:['’ʼʻ][\p{L}\p{M}]+)*/gu, (word, at: number) => {
    const lower = word.toLocaleLowerCase(locale);
    const afterBlank = /\s/.test(text[at - 1] ?? '');
    const small = !isFirst && (afterBlank || text[at - 1] === '-') && particles.has(lower);
    isFirst = false;
    if (small) return lower;
    return ROMAN.test(word) && at > 0 ? word : capitalized(lower, locale, primary, !afterBlank && at > 0);
  });
}

function capitalized(lower: string, locale: string, primary: string, isInner: boolean): string {
  // D’AOSTA, L’AQUILA, N’DJAMENA: one letter before the sign is a word of its own.
  const elided = /^(\p{L})(['’ʼʻ])(.+)$/u.exec(lower);
  if (elided) {
    const first = primary === 'fr' && isInner && /^[dl]$/.test(elided[1]!) ? elided[1]! : elided[1]!.toLocaleUpperCase(locale);
    return `${first}${elided[2]}${capitalized(elided[3]!, locale, primary, false)}`;
  }
  if (primary === 'nl' && lower.startsWith('ij')) return `IJ${lower.slice(2)}`;
  const [first = '', ...rest] = Array.from(lower);
  return first.toLocaleUpperCase(locale) + rest.join('');
}
