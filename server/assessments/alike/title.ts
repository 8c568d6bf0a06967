/** How alike two titles are: folded, without years; numbers of rounds tell two apart. Pure. */
import { foldName } from '../../matching/fold.ts';
import { editSimilarity } from '../../matching/similarity.ts';

/** From this on they may be one. */
export const ALIKE = 0.8;
/** A title that is the beginning of the other needs so many words to say something. */
const LEAST_WORDS = 3;

const YEAR = /^(19|20)\d{2}$/;
/** Roman numbers of rounds; "i" and "v" are words as well. */
const ROMAN: Readonly<Record<string, string>> = { ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9' };

function read(title: string): { words: string[]; numbers: string } {
  const words = foldName(title)
    .split(' ')
    .filter((word) => word !== '' && !YEAR.test(word))
    .map((word) => ROMAN[word] ?? word);
  const numbers = words.filter((word) => /^\d+$/.test(word)).map((word) => String(Number(word)));
  return { words, numbers: numbers.toSorted().join(' ') };
}

const startsWith = (long: readonly string[], short: readonly string[]) => short.every((word, i) => long[i] === word);

/** 0 … 1. "MIRA – earthquake" and "MIRA – earthquake: rapid assessment" are alike: the second says the first, with a subtitle. */
export function likenessOfTitles(one: string, other: string): number {
  const [a, b] = [read(one), read(other)];
  if (a.words.length === 0 || b.words.length === 0) return 0;
  // Round 2 is not round 3. Where one has no number it may be any.
  if (a.numbers !== b.numbers && a.numbers !== '' && b.numbers !== '') return 0;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const isSubtitled = short.length >= LEAST_WORDS && startsWith(long, short);
  return Math.max(editSimilarity(a.words.join(' '), b.words.join(' ')), isSubtitled ? 0.9 : 0);
}
