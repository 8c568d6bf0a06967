/** Which texts are addresses, numbers to call and names of persons, and how they are shown without giving them away. Pure. */
import { foldName } from '../../matching/fold.ts';

const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,24}/gu;
/** Boxes of offices and groups, which belong to nobody. */
const FUNCTIONAL =
  /^(info|contact|contacts|contacto|office|admin|administration|secretariat|secretaria|support|help|helpdesk|hello|mail|email|enquiries|inquiries|feedback|press|media|webmaster|postmaster|noreply|no-reply|hr|jobs|procurement|imwg|cluster|coordination|im|imu|gis|data|hdx|reports?|reporting|cod|fiscal|abuse|security|ocha)([._-][a-z]{2,12})?$/i;

/** The addresses of persons in a text; those of offices (`info@…`) are none. Only the first `length` characters are looked at. */
export function findEmails(text: string, length = 100_000): string[] {
  if (!text.includes('@')) return [];
  return (text.slice(0, length).match(EMAIL) ?? []).filter((address) => !FUNCTIONAL.test(address.slice(0, address.indexOf('@'))));
}

/** A text without the addresses in it. */
export const withoutEmails = (text: string): string =>
  text.includes('@') ? text.replace(EMAIL, (address) => (findEmails(address).length > 0 ? '***' : address)) : text;

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

const HONORIFIC =
  /^(mr|mrs|ms|miss|dr|prof|eng|engr|sir|madam|m|mme|mlle|monsieur|madame|sr|sra|srta|don|doña|dona|ing|lic|السيد|السيدة|الدكتور|د|أ|م)\.?\s+/iu;
/** Words of names of organisations, places and things, folded; whole words. */
const NOT_PERSON = new Set(
  'ministry ministere ministerio ministerio agency agence agencia organization organisation organizacion organizacao association asociacion associacao fund fonds fondo foundation fondation fundacion fundacao committee comite comision commission council conseil consejo conselho cluster sector group groupe grupo unit unite unidad department departement departamento direction direccion directorate service services office bureau oficina centre center centro program programme programa project projet proyecto projeto international internationale internacional national nationale nacional world mondial mundial relief secours aid aide ayuda ajuda care health sante salud saude education school ecole escuela escola hospital hopital water eau agua food nutrition protection shelter abri logistics camp site village district province region municipality commune county state gouvernorat governorate cercle zone nations union save children enfants red cross croix rouge cruz roja ngo ong ingo inc ltd llc company society societe sociedad solidarity solidarites action against hunger medecins refugee refugees community communaute comunidad development developpement desarrollo desenvolvimento humanitarian humanitaire humanitario team equipe equipo university universite universidad institute institut instituto church eglise iglesia women femmes mujeres youth jeunes and et y e the of for pour para por with not non none other autre otro outro unknown total yes no oui si وزارة منظمة مؤسسة جمعية لجنة مكتب مركز مستشفى مدرسة محافظة مديرية قرية مخيم'
    .split(' ')
    .map(foldName),
);
/** Small words inside names: Ahmed al Hassan, María de la Cruz, Jean van der Berg. */
const PARTICLE =
  /^(al|el|ul|bin|ben|ibn|abu|abou|ould|bint|de|da|do|dos|das|del|della|di|la|las|los|le|du|van|von|der|den|ter|ten|y|e|st|san|الـ?|بن|ابن|أبو|ابو|بنت)$/iu;

/**
 * Whether a text is made like the name of one person: two to five words that begin with a capital (or of a script without), no digits, no word of
 * organisations, places or things.
 */
export function isPersonName(text: string): boolean {
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

/** Whether the author of a document, as it stands there, is somebody: not a program, a machine or an office. One word may be a person (`jdoe`). */
export function isSomebody(author: string): boolean {
  const text = author.trim();
  if (findEmails(text).length > 0) return true;
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

/** The person in a path: `C:\Users\jdoe\…`, `/home/jdoe/…`, `…/personal/jdoe_example_org/…`; null where it names nobody. */
export function personInPath(path: string): string | null {
  const decoded = path.replace(/%20/g, ' ').replaceAll('\\', '/');
  const found = /(?:^|\/)(?:users|home|documents and settings|personal)\/([^/]{2,60})\//iu.exec(decoded)?.[1];
  return found !== undefined && !/^(public|default|all users|shared)$/i.test(found) && isSomebody(found) ? found : null;
}
