/** What a group is called, for all pages of the working group. Pure. */
import type { Group } from '../../../server/contract/groups/groups.ts';

/** A text by language: the reader's, else English, else any. */
export function textIn(texts: Readonly<Record<string, string>>, language: string): string {
  return texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? '';
}

/** BCP 47 of what `textIn` gives, so that it is read and shaped rightly. */
export function languageOf(texts: Readonly<Record<string, string>>, language: string): string {
  return language in texts ? language : 'en' in texts ? 'en' : (Object.keys(texts)[0] ?? '');
}

export type NamedGroup = Pick<Group, 'id' | 'names' | 'acronym'>;

/** The full name of a group; its id where it has none. */
export const nameOf = ({ id, names }: Pick<NamedGroup, 'id' | 'names'>, language: string): string => textIn(names, language) || id;

/** What a group is called among those who know it. */
export const shortOf = (group: NamedGroup, language: string): string => group.acronym ?? nameOf(group, language);

/** The acronym after the name where both are known. */
export function fullText(group: NamedGroup, language: string): string {
  const name = nameOf(group, language);
  return group.acronym && group.acronym !== name ? `${name} (${group.acronym})` : name;
}
