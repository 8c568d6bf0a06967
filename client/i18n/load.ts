/** Loads the texts of one page in one language: what every page says, and what this one does. Files are named as in server/words/en/interface: `home`, `workgroup/start`. */
import type { Language } from './language.ts';
import type { Messages } from './translate.ts';

const FILES = import.meta.glob<{ default: Messages }>('../../server/words/*/interface/**/*.ts');

export async function loadMessages(language: Language, ...pages: string[]): Promise<Messages> {
  const files = await Promise.all(['common', ...pages].map((page) => FILES[`../../server/words/${language}/interface/${page}.ts`]!()));
  return Object.assign({}, ...files.map((file) => file.default)) as Messages;
}
