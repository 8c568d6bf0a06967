/** What strangers are told in the place of a name, in the reader's words: `IM focal point, GIS`. */
import { readStaff } from '../contract/given.ts';
import type { Lang } from '../contract/languages.ts';
import { languageOf, say } from './words.ts';

/** A name stays as it is. @param by as answers have it: a name, or role and group in its place */
export function staffText(by: string, lang: Lang): string {
  const told = readStaff(by);
  if (!told) return by;
  const role = say(lang, `staff.${told.code}`);
  return told.group === null ? role : `${role}${languageOf(lang).comma}${told.group}`;
}
