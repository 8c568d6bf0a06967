/**
 * Names by which people are told apart. Records say who uploaded and who published by name, so two members must not look alike: not by
 * case, not by signs that the eye does not see, not by letters of another script that have the same shape (Unicode UTS #39, confusables).
 */
import unhomoglyph from 'unhomoglyph';

/** Zero-width signs, joiners, soft hyphens, marks of direction: nothing on a screen shows that they are there. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** What of two names must differ for them to be two names. Compared, never shown. */
export interface NameKeys {
  /** Without unseen signs, whatever the case. */
  nameKey: string;
  /** The same for letters as they look when written so: the capital Cyrillic В is a B, the small в is none. */
  nameShape: string;
}

export function nameKeys(name: string): NameKeys {
  const seen = name.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  return { nameKey: toShape(foldCase(seen)), nameShape: toShape(foldCase(unhomoglyph(seen))) };
}

/** Through the capitals, which ß and the two small sigmas have in common with others. */
const foldCase = (text: string): string => text.toUpperCase().toLowerCase();

/** In most typefaces capital I, small l and the digit 1 are one stroke; folding the case has made `i` of the first. */
const toShape = (text: string): string => unhomoglyph(text).toLowerCase().replaceAll('i', 'l').normalize('NFKC');

/** Words of a person's name and address: what somebody who knows them would try first as a password. */
export function ownWords({ name, email }: { name: string; email: string }): string[] {
  const words = `${name} ${email}`
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .toLowerCase()
    .split(/[\s@.,;:'’"_+()-]+/u);
  return [...new Set(words.filter((word) => [...word].length >= 3))];
}
