/** Contacts handed out as files: as the one who asks may see them, with a line of who took how many persons and what for. */
import type { ContactsFilter } from '../../contract/contacts/contacts.ts';
import type { ContactFormat } from '../../contract/contacts/files.ts';
import { GLOBAL, type Scope } from '../../contract/groups/groups.ts';
import { nameIn } from '../../contract/groups/names.ts';
import type { Lang } from '../../contract/languages.ts';
import { ForbiddenError, NotFoundError } from '../../errors.ts';
import { requireMember, type Rights } from '../../groups/who.ts';
import type { NameCountry } from '../../catalogue/countryName.ts';
import { problemText } from '../../words/problems.ts';
import { say } from '../../words/words.ts';
import type { Contacts } from '../service.ts';
import { validUntil, type CardFile } from './file.ts';
import { writeContactSheet, type SheetOptions } from './sheet.ts';
import { writeContactsCsv, writeContactsJson, writeContactsText, writeContactsXlsx } from './tables.ts';
import { writeVcards } from './vcard.ts';

/** What a file is of, for whom it is worded, and what it is for. */
export interface FileQuery extends ContactsFilter {
  lang: Lang;
  purpose?: string | undefined;
}
export interface WrittenFile {
  body: string | Uint8Array;
  media: string;
  /** `nvl_wash-cluster_contacts_2026-05-14.csv`: nobody is named in it. */
  name: string;
}

export type ContactFiles = ReturnType<typeof createContactFiles>;

interface Format {
  extension: string;
  media: string;
  write: (file: CardFile) => string | Uint8Array | Promise<Uint8Array>;
}
const FORMATS: Record<ContactFormat, Format> = {
  vcf: { extension: 'vcf', media: 'text/vcard', write: (file) => writeVcards(file, '4.0') },
  vcf3: { extension: 'vcf', media: 'text/vcard', write: (file) => writeVcards(file, '3.0') },
  csv: { extension: 'csv', media: 'text/csv', write: writeContactsCsv },
  xlsx: { extension: 'xlsx', media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeContactsXlsx },
  txt: { extension: 'txt', media: 'text/plain', write: writeContactsText },
  json: { extension: 'json', media: 'application/json', write: writeContactsJson },
};

/** Throws UnauthorizedError `auth.required` of strangers and of keys, NotFoundError `group.unknown`, ForbiddenError `contacts.classified` where nothing of it is for the one who asks. Who took a file is written down before it is given. */
export function createContactFiles({ contacts, nameCountry }: { contacts: Pick<Contacts, 'getContacts' | 'record'>; nameCountry: NameCountry }) {
  async function open(rights: Rights, scope: Scope, { lang, purpose, ...filter }: FileQuery, format: string): Promise<CardFile> {
    const who = requireMember(rights);
    const { at, cards, leftOut, groups, organisations } = await contacts.getContacts(rights, scope, filter, 'file');
    const group = filter.group === undefined ? undefined : groups.find(({ id }) => id === filter.group);
    if (filter.group !== undefined && !group) throw new NotFoundError('group.unknown', problemText('group.unknown'));
    if (cards.length === 0 && leftOut.why.classification > 0) throw new ForbiddenError('contacts.classified', problemText('contacts.classified'));
    const country = scope === GLOBAL ? say(lang, 'calendar.global') : await nameCountry(scope, lang);
    const name = group ? nameIn(group.names, lang) || group.id : country;
    const title = group ? say(lang, 'contactFile.group', { group: name }) : say(lang, 'contactFile.country', { country });
    const narrowed = [filter.role, filter.organisation, filter.q, filter.page].some((each) => each !== undefined);
    const whole = new Set<string>(narrowed ? [] : group ? [group.id] : groups.map(({ id }) => id));
    const one = group !== undefined && filter.below !== 'true';
    await contacts.record(scope, rights, { action: 'exported', persons: cards.length, group: filter.group ?? null, format, purpose: purpose ?? null });
    return {
      scope,
      name,
      title,
      group: one ? group.id : null,
      whole,
      cards: one ? cards.map((card) => ({ ...card, roles: inOrder(card.roles, group.id) })) : cards,
      groups,
      organisations,
      leftOut,
      notice: { who: who.name, at, until: validUntil(at) },
      lang,
    };
  }

  return {
    async write(rights: Rights, scope: Scope, query: FileQuery, format: ContactFormat): Promise<WrittenFile> {
      const { extension, media, write } = FORMATS[format];
      const file = await open(rights, scope, query, format);
      const name = [scope.toLowerCase(), query.group, 'contacts', file.notice.at.slice(0, 10)].filter(Boolean).join('_');
      return { body: await write(file), media, name: `${name}.${extension}` };
    },

    async print(rights: Rights, scope: Scope, query: FileQuery, options: SheetOptions): Promise<string> {
      return writeContactSheet(await open(rights, scope, query, `sheet ${options.kind}`), options);
    },
  };
}

/** The role in the group that the list is of comes first. */
const inOrder = <Role extends { group: string }>(roles: readonly Role[], group: string): Role[] =>
  roles.toSorted((a, b) => Number(b.group === group) - Number(a.group === group));
