/** Which texts are addresses, numbers to call and names of persons, and how they are shown without giving them away. Pure. */
import { foldName } from '../../matching/fold.ts';
import { HONORIFIC, NOT_PERSON, PARTICLE } from '../../matching/words/personal.ts';
import { findEmails, type FindEmails } from './emails.ts';

const PHONE_SIGNS = /^[\s+()./\-\u2010-\u2015\d\u0660-\u0669\u06f0-\u06f9]+$/u;
const DIGIT = /[\d\u0660-\u0669\u06f0-\u06f9]/gu;

/** Whether a text, as a whole or each of its parts between `/`, `;` and `,`, is made like a telephone number: 7 to 15 digits (ITU-T E.164). */
export function isPhone(text: string): boolean {
  const parts = text.length > 80 ? [] : text.split(/[;,]|\s\/\s|\s(?=\+)/u).map((part) => part.trim());
  return parts.length > 0 && parts.every((part) => PHONE_SIGNS.test(part) && digitsOf(part) >= 7 && digitsOf(part) <= 15);
}

/** With the sign of a country in front, which says it without a heading. */
export const isInternationalPhone = (text: string): boolean => /^\s*(\+|00[1-9])/.test(text) && isPhone(text) && digitsOf(text) >= 9;

const digitsOf = (text: string): number => text.match(DIGIT)?.length ?? 0;

/**
 * Whether a text is made like the name of one person: two to five words that begin with a capital (or of a script without), no digits, no word of
 * organisations, places or things.
 */
export function isPersonName(text: string): boolean {
  if (text.length > 200) return false;
  const bare = text.trim().replace(HONORIFIC, '');
  if (bare.length < 4 || bare.length > 60 || /[\d@#&/\\_:;()[\]{}<>=%"*?!|+]/u.test(bare)) return false;
  const words = bare.split(/[\s,]+/u).filter(Boolean);
  const own = words.filter((word) => !PARTICLE.test(word));
  if (words.length > 6 || own.length < 2 || own.length > 5) return false;
  if (!own.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u.test(word)) || !own.some((word) => word.length > 2)) return false;
  return !own.some((word) => NOT_PERSON.has(foldName(word)));
}

/** What programs write where nobody is named, and what names an office; folded. */
const NOBODY =
  /^(|user|users|utilisateur|usuario|usuário|microsoft( office)?( user)?|microsoft corporation|windows( user)?|admin(istrator|istrateur|istrador)?|author|auteur|autor|owner|default|guest|pc|hp|dell|lenovo|asus|acer|toshiba|compaq|laptop|desktop|computer|me|test|none|n a|na|unknown|anonymous|removed|redacted|openpyxl|xlsxwriter|apache poi|sheetjs|js xlsx|exceljs|phpexcel|phpspreadsheet|libreoffice|openoffice|google( sheets)?|sas|spss|stata|r|python|pandas|axlsx|epplus|aspose.*|crystal reports|kobo(toolbox)?|ona|hdx|hxl|ocha|un ocha|unocha|undp|unhcr|unicef|iom|oim|wfp|pam|who|oms|fao|unfpa|un)$/u;

/** Longer is no name. */
const MAX_AUTHOR = 300;

/** Whether the author of a document, as it stands there, is somebody: not a program, a machine or an office. One word may be a person (`jdoe`). */
export function isSomebody(author: string, find: FindEmails = findEmails): boolean {
  const text = author.slice(0, MAX_AUTHOR).trim();
  if (find(text).length > 0) return true;
  // The box of an office or a group, and nothing else.
  if (/^<?[^\s@]+@[^\s@]+>?$/.test(text)) return false;
  const folded = foldName(text);
  if (NOBODY.test(folded) || !/\p{L}/u.test(text)) return false;
  const words = folded.split(/\s+/u);
  // Names of offices: `OCHA Mali`, `IM Unit`; one short word in capitals is an acronym.
  if (words.some((word) => NOT_PERSON.has(word) || /^(ocha|unocha|unhcr|unicef|undp|iom|oim|wfp|imo|imu|im|hq|icc|unfpa|ifrc|icrc)$/u.test(word))) return false;
  return !(words.length === 1 && /^[\p{Lu}\d.-]{2,6}$/u.test(text));
}

/** `Felix Dogbey` → `F*** D***`, `m.diop@example.org` → `m***@example.org`, `+251 911 22 33` → `+25***`. Never the whole, however short it is. */
export function mask(value: string): string {
  const text = value.trim().slice(0, 120);
  const at = text.indexOf('@');
  if (at > 0) return `${first(text)}***@${first(text.slice(at + 1))}***`;
  if (/^[+(]?\d/u.test(text) && digitsOf(text) >= 7) return `${text.slice(0, 3)}***`;
  return text
    .split(/\s+/u)
    .slice(0, 4)
    .map((word) => `${first(word)}***`)
    .join(' ');
}

const first = (text: string): string => [...text][0] ?? '';

const MAX_PATH = 4000;

/** The person in a path: `C:\Users\jdoe\…`, `/home/jdoe/…`, `…/personal/jdoe_example_org/…`; null where it names nobody. */
export function personInPath(path: string): string | null {
  const decoded = path.slice(0, MAX_PATH).replace(/%20/g, ' ').replaceAll('\\', '/');
  const found = /(?:^|\/)(?:users|home|documents and settings|personal)\/([^/]{2,60})\//iu.exec(decoded)?.[1];
  return found !== undefined && !/^(public|default|all users|shared)$/i.test(found) && isSomebody(found) ? found : null;
}
