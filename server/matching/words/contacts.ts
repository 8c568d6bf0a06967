/** What people write in lists of contacts: headings, messengers, names of languages; in the languages of the field. */
import type { ContactRole } from '../../contract/contacts/imports.ts';
import { LANGS } from '../../contract/languages.ts';
import { foldName } from '../fold.ts';
import { headingsOf, namedByHeading } from './headings.ts';

const role = (key: string): ContactRole => {
  const [is, part] = key.split('/');
  return (part === undefined ? { is } : { is, part }) as ContactRole;
};

const HEADINGS = headingsOf(
  {
    'name/full':
      'name|names|full name|person|contact|contact name|contact person|focal point|focal point name|name of focal point|participant|nom complet|nom et prenom|noms et prenoms|nom prenom|personne|personne de contact|nombre completo|nombre y apellidos|nombres y apellidos|persona de contacto|nome|nome completo|pessoa de contacto|الاسم|الاسم الكامل|الشخص|جهة الاتصال|اسم جهة الاتصال',
    'name/given': 'given name|first name|given names|first names|forename|prenom|prenoms|nombre|nombres|nome proprio|primeiro nome|الاسم الاول',
    'name/family': 'family name|last name|surname|family names|nom de famille|nom|apellido|apellidos|apelido|sobrenome|اسم العائلة|اللقب|الكنية',
    'organisation/name':
      'organisation|organization|agency|employer|organisation name|organization name|name of organisation|partner|agence|organisme|organizacion|agencia|organizacao|agencia|المنظمة|الجهة|اسم المنظمة|الوكالة',
    'organisation/acronym': 'acronym|organisation acronym|organization acronym|org acronym|org|acronyme|sigle|sigla|acronimo|الاختصار',
    group:
      'group|groups|cluster|clusters|cluster name|sector|sectors|cluster sector|sector cluster|working group|cluster or working group|aor|groupe|groupes|groupe de travail|secteur|grupo|grupos|setor|المجموعة|المجموعات|القطاع|القطاعات|الكتلة',
    role: 'role|roles|function|role in group|role in cluster|role in the cluster|position in group|cluster role|fonction|roles|role dans le groupe|funcion|funciones|rol|funcao|funcoes|الدور|الأدوار|الوظيفة في المجموعة',
    'job-title': 'title|job title|position|designation|post|titre|poste|intitule du poste|cargo|puesto|المسمى الوظيفي|المنصب',
    email:
      'email|e mail|emails|mail|email address|e mail address|work email|email 1|email 2|other emails|personal email|courriel|courriels|autres courriels|adresse electronique|adresse mail|adresse email|correo|correo electronico|otros correos|e mails|outros e mails|البريد الإلكتروني|البريد|عناوين بريد أخرى',
    phone:
      'phone|phones|phone number|telephone|tel|mobile|mobile phone|mobile number|cell|cell phone|phone 1|phone 2|other phones|contact number|telephone number|gsm|portable|numero de telephone|autres telephones|telefono|movil|celular|otros telefonos|telefone|telemovel|outros telefones|الهاتف|رقم الهاتف|الجوال|هواتف أخرى|رقم الجوال',
    messenger: 'messenger|messengers|whatsapp|whats app|whatsapp number|signal|skype|telegram|teams|messageries|mensajeria|mensageiros|واتساب|تطبيقات المراسلة',
    'duty-station':
      'duty station|location|base|city|town|place|office location|based in|lieu d affectation|lieu|localisation|ville|lugar de destino|ubicacion|ciudad|local de trabalho|localizacao|cidade|مقر العمل|الموقع|المدينة|مكان العمل',
    pcode:
      'p code|pcode|duty station p code|duty station pcode|p code of the duty station|p code du lieu d affectation|p code del lugar de destino|رمز مقر العمل',
    languages: 'language|languages|languages spoken|langue|langues|idioma|idiomas|linguas|lingua|اللغة|اللغات',
    start:
      'start|start date|from|since|arrival|arrival date|date of arrival|member since|debut|date de debut|depuis|arrivee|inicio|fecha de inicio|desde|llegada|البداية|تاريخ البدء|من|تاريخ الوصول',
    end: 'end|end date|until|to|departure|departure date|date of departure|end of mission|fin|date de fin|jusqu au|depart|date de depart|fecha de fin|hasta|salida|fim|data de fim|النهاية|تاريخ الانتهاء|إلى|تاريخ المغادرة',
    ignore: 'no|nr|number|notice|confirmed|verified|valid until|confirmed on|verified on',
  },
  role,
);

/** Roles that a heading names, with the word and how well. */
export const rolesOfContactHeading = (heading: string): { role: ContactRole; word: string; fit: number }[] =>
  namedByHeading(heading.replaceAll('_', ' '), HEADINGS);

const MESSENGERS: [service: string, spellings: RegExp][] = [
  ['WhatsApp', /\bwhats ?app\b|واتس ?اب/],
  ['Signal', /\bsignal\b/],
  ['Skype', /\bskype\b/],
  ['Telegram', /\btelegram\b/],
  ['Microsoft Teams', /\bteams\b/],
];
/** The messenger that a heading or the front of a cell names; null where it names none. */
export const messengerOf = (text: string): string | null => MESSENGERS.find(([, spellings]) => spellings.test(foldName(text)))?.[0] ?? null;

let languages: Map<string, string> | undefined;

/** Names of languages in the languages of the interface and in themselves, and their codes. */
function languageNames(): Map<string, string> {
  if (languages) return languages;
  languages = new Map();
  const says = LANGS.map((lang) => new Intl.DisplayNames([lang], { type: 'language', fallback: 'none' }));
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const names = says.map((each) => each.of(code)).filter((name) => name !== undefined);
    if (names.length === 0) continue;
    const own = new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code);
    for (const name of [code, ...names, ...(own === undefined ? [] : [own])]) if (!languages.has(foldName(name))) languages.set(foldName(name), code);
  }
  return languages;
}

/** ISO 639-1 of a language by its name or code; undefined where nobody calls one so. */
export const readLanguage = (text: string): string | undefined => languageNames().get(foldName(text));

/** Names of languages in one cell. */
export const languageParts = (text: string): string[] => text.split(/\s*[;,/|\n]\s*|\s+(?:and|et|y|e|و)\s+/).filter((part) => foldName(part) !== '');

/** Numbers of one cell. A slash stands within a number too, so it parts two only between blanks; an apostrophe in front guards a plus from spreadsheets. */
export const phoneParts = (text: string): string[] =>
  text
    .replace(/^'(?=\+)/, '')
    .split(/\s*[;,\n|]\s*|\s+\/\s+|\s+(?:or|ou|o|أو)\s+/)
    .map((part) => part.replace(/^(?:tel|phone|mob(?:ile)?)\s*[.:]*\s*/i, '').trim())
    .filter(Boolean);

const VACANT = new Set(
  ['vacant', 'vacante', 'vago', 'poste vacant', 'puesto vacante', 'position vacant', 'vacant position', 'under recruitment', 'en recrutement', 'شاغر'].map(
    foldName,
  ),
);
/** Whether a cell says that nobody holds the post. */
export const isVacant = (text: string): boolean => VACANT.has(foldName(text));
