/** Contacts as tables: CSV for programs (RFC 4180), a workbook for people, addresses for a mail program. */
import type { Card } from '../../contract/contacts/contacts.ts';
import { toCsv, writeXlsx } from '../../formats/tables/write.ts';
import { languageOf, say, type WordId } from '../../words/words.ts';
import { entriesOf, namesOf, noticeSentences, roleText, type CardFile, type Names } from './file.ts';

/** Between several values of one cell. */
const AND = '; ';

interface Column {
  /** Of the CSV, for programs. */
  key: string;
  heading: WordId;
  of: (card: Card, names: Names, lang: CardFile['lang']) => string;
}

const valuesOf = (card: Card, kind: 'email' | 'phone') => entriesOf(card, kind).map(({ value }) => value);
const labelled = (card: Card, kind: 'messenger' | 'other') =>
  entriesOf(card, kind).map(({ service, value }) => (service === null ? value : `${service}: ${value}`)).join(AND); // prettier-ignore
const dayOf = (instant: string | null) => instant?.slice(0, 10) ?? '';

const COLUMNS: Column[] = [
  { key: 'name', heading: 'contactFile.col.name', of: ({ name }) => name },
  { key: 'given_name', heading: 'contactFile.col.given', of: ({ given }) => given ?? '' },
  { key: 'family_name', heading: 'contactFile.col.family', of: ({ family }) => family ?? '' },
  { key: 'organisation', heading: 'contactFile.col.organisation', of: ({ organisation }, names) => names.organisation(organisation) },
  { key: 'job_title', heading: 'contactFile.col.jobTitle', of: ({ jobTitle }) => jobTitle ?? '' },
  { key: 'groups', heading: 'contactFile.col.groups', of: ({ roles }, names) => roles.map(({ group }) => names.group(group)).join(AND) },
  { key: 'roles', heading: 'contactFile.col.roles', of: ({ roles }, _, lang) => roles.map((role) => roleText(role, lang)).join(AND) },
  { key: 'duty_station', heading: 'contactFile.col.dutyStation', of: ({ dutyStation }) => dutyStation?.name ?? '' },
  { key: 'duty_station_pcode', heading: 'contactFile.col.pcode', of: ({ dutyStation }) => dutyStation?.pcode ?? '' },
  { key: 'languages', heading: 'contactFile.col.languages', of: ({ languages }) => (languages ?? []).join(AND) },
  { key: 'email', heading: 'contactFile.col.email', of: (card) => valuesOf(card, 'email')[0] ?? '' },
  { key: 'other_emails', heading: 'contactFile.col.otherEmails', of: (card) => valuesOf(card, 'email').slice(1).join(AND) },
  { key: 'phone', heading: 'contactFile.col.phone', of: (card) => valuesOf(card, 'phone')[0] ?? '' },
  { key: 'other_phones', heading: 'contactFile.col.otherPhones', of: (card) => valuesOf(card, 'phone').slice(1).join(AND) },
  { key: 'messengers', heading: 'contactFile.col.messengers', of: (card) => labelled(card, 'messenger') },
  { key: 'other_contacts', heading: 'contactFile.col.other', of: (card) => labelled(card, 'other') },
  { key: 'confirmed', heading: 'contactFile.col.confirmed', of: ({ confirmedAt }) => dayOf(confirmedAt) },
  { key: 'verified', heading: 'contactFile.col.verified', of: ({ verifiedAt }) => dayOf(verifiedAt) },
  { key: 'valid_until', heading: 'contactFile.col.validUntil', of: ({ validUntil }) => dayOf(validUntil) },
];

/**
 * UTF-8 with a byte order mark; a cell that a spreadsheet would run as a formula, a phone with its plus too, gets an apostrophe.
 * The notice stands in a column of its own: a row that is copied out of the file keeps it, and the headings stay the first line.
 */
export function writeContactsCsv(file: CardFile): Uint8Array<ArrayBuffer> {
  const names = namesOf(file);
  const notice = noticeSentences(file).join(' ');
  const rows = [
    [...COLUMNS.map(({ key }) => key), 'notice'],
    ...file.cards.map((card) => [...COLUMNS.map(({ of }) => of(card, names, file.lang)), notice]),
    ...(file.cards.length === 0 ? [[...COLUMNS.map(() => ''), notice]] : []),
  ];
  return toCsv(rows);
}

/** Two sheets: contacts, every cell a text (a phone keeps its plus and its zeros), and what the file is. */
export async function writeContactsXlsx(file: CardFile): Promise<Uint8Array> {
  const { cards, lang, title } = file;
  const names = namesOf(file);
  const notice = noticeSentences(file);
  return writeXlsx(
    [
      {
        name: say(lang, 'contactFile.contacts'),
        columns: COLUMNS.map(({ heading, of }) => ({ name: say(lang, heading), type: 'text', values: cards.map((card) => of(card, names, lang)) })),
      },
      { name: say(lang, 'contactFile.about'), columns: [{ name: title, type: 'text', values: notice }] },
    ],
    { rightToLeft: languageOf(lang).direction === 'rtl' },
  );
}

/** Bare where RFC 5322 §3.2.3 lets it be, else quoted: a name with a comma is one name. */
const quoted = (name: string): string => `"${name.replaceAll(/[\r\n]+/g, ' ').replaceAll(/["\\]/g, String.raw`\$&`)}"`;

/** Addresses on one line, to be copied into a mail; above it, after `#`, what the file is. Each address once. */
export function writeContactsText(file: CardFile): string {
  const { cards, lang, title } = file;
  const addressed = cards.flatMap((card) => {
    const [first] = valuesOf(card, 'email');
    return first === undefined ? [] : [{ name: card.name, address: first }];
  });
  const distinct = [...Map.groupBy(addressed, ({ address }) => address.toLowerCase()).values()].map(([first]) => first!);
  const without = cards.length - addressed.length;
  const notice = noticeSentences(file, without > 0 ? [say(lang, 'contactFile.left.noEmail', { n: without })] : []);
  return [
    ...[title, ...notice].map((line) => `# ${line}`),
    '',
    distinct.map(({ name, address }) => `${quoted(name)} <${address}>;`).join(' '),
    '',
  ].join('\r\n'); // prettier-ignore
}

/** With all that the list has, for programs. */
export function writeContactsJson(file: CardFile): string {
  const { scope, title, notice, leftOut, groups, organisations, cards, lang } = file;
  return JSON.stringify({ scope, title, notice: { ...notice, text: noticeSentences(file).join(' '), language: lang }, leftOut, groups, organisations, cards });
}
