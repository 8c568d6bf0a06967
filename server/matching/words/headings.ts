/** What headings of columns are called: words by role, and which of them a heading holds. */
import { foldName } from '../fold.ts';

export type Headings<Role> = readonly (readonly [word: string, role: Role])[];

/** @param spellings by role, between `|`; `toRole` reads the key */
export const headingsOf = <Role>(spellings: Readonly<Record<string, string>>, toRole: (key: string) => Role): Headings<Role> =>
  Object.entries(spellings).flatMap(([key, words]) => words.split('|').map((word) => [foldName(word), toRole(key)] as const));

/** Roles that a heading names, with the word and how well: 1 is the whole heading, less where the words are a part of it. */
export function namedByHeading<Role>(heading: string, headings: Headings<Role>): { role: Role; word: string; fit: number }[] {
  const folded = foldName(heading);
  if (folded === '') return [];
  return headings.flatMap(([word, role]) => {
    if (word === folded) return [{ role, word, fit: 1 }];
    if (!` ${folded} `.includes(` ${word} `)) return [];
    const share = word.length / folded.length;
    // What stands last is what the heading is about: "Period start date" of two rows of headings.
    return [{ role, word, fit: folded.endsWith(` ${word}`) ? 0.6 + 0.3 * share : 0.9 * share }];
  });
}
