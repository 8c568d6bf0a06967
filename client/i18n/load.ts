/** Loads the message files of one page in one language: what every page says, and what this one does. */
import type { Language } from './language.ts';
import type { Messages } from './translate.ts';

const FILES = import.meta.glob<{ default: Messages }>('../messages/*/*.ts');

export async function loadMessages(language: Language, ...pages: string[]): Promise<Messages> {
  const files = await Promise.all(['common', ...pages].map((page) => FILES[`../messages/${language}/${page}.ts`]!()));
  return Object.assign({}, ...files.map((file) => file.default)) as Messages;
}
