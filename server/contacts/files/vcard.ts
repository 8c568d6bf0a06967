/** Contacts as vCards: 4.0 (RFC 6350) and, for older phones, 3.0 (RFC 2426). Escaping is ical.js's; folding is ours. */
import ICAL from 'ical.js';
import type { Card } from '../../contract/contacts/contacts.ts';
import { entriesOf, namesOf, noticeSentences, roleText, type CardFile, type Names } from './file.ts';
import { foldLine } from './fold.ts';
import { toUrn } from './uid.ts';

export type VcardVersion = '4.0' | '3.0';
/** As jCard has it (RFC 7095): name, parameters, type of the value, values. */
type Property = [name: string, parameters: Record<string, string | string[]>, type: string, ...values: (string | string[])[]];

const PRODUCT = '-//Codmap//Contacts//EN';

/** UTF-8, lines of at most 75 octets. 4.0 begins with a card of each group with its members; 3.0 has no groups, so they are categories only. */
export function writeVcards(file: CardFile, version: VcardVersion): string {
  const names = namesOf(file);
  const notice = noticeSentences(file).join(' ');
  const groups = version === '4.0' ? groupCards(file, names, notice) : [];
  return [...groups, ...file.cards.map((card) => personCard(file, card, names, notice, version))].map((card) => writeCard(card, version)).join('');
}

/** One person alone, for themself: without the sentences for whoever gets a list. In English, as the file has no reader whose language is known. */
export function writeOneVcard({ card, at, ...file }: Pick<CardFile, 'scope' | 'groups' | 'organisations'> & { card: Card; at: string }): string {
  return writeCard(personCard({ ...file, lang: 'en', notice: { at } }, card, namesOf({ ...file, lang: 'en' }), '', '4.0'), '4.0');
}

function writeCard(properties: readonly Property[], version: VcardVersion): string {
  const design = version === '4.0' ? ICAL.design.vcard : ICAL.design.vcard3;
  const lines = properties.map((property) => foldLine(ICAL.stringify.property(property as never, design as never, true)));
  return ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');
}

/** A group that the list has whole, with the persons that are in it. */
function groupCards({ scope, cards, groups, whole, notice: { at } }: CardFile, names: Names, notice: string): Property[][] {
  const members = (id: string) => cards.filter(({ roles }) => roles.some(({ group }) => group === id));
  return groups
    .filter(({ id }) => whole.has(id))
    .map((group) => ({ group, persons: members(group.id) }))
    .filter(({ persons }) => persons.length > 0)
    .map(({ group, persons }): Property[] => [
      ['version', {}, 'text', '4.0'],
      ['prodid', {}, 'text', PRODUCT],
      ['kind', {}, 'text', 'group'],
      ['uid', {}, 'uri', toUrn(scope, group.id)],
      ['fn', {}, 'text', names.group(group.id)],
      ...(group.mailbox === null ? [] : [['email', { type: 'work' }, 'text', group.mailbox] as Property]),
      ...persons.map(({ id }): Property => ['member', {}, 'uri', toUrn(scope, id)]),
      ['note', {}, 'text', notice],
      ['rev', {}, version4Time, toStamp(at)],
    ]);
}

const version4Time = 'timestamp';
/** To the second, as both versions write instants. */
const toStamp = (instant: string) => `${instant.slice(0, 19)}Z`;

type OfPerson = Pick<CardFile, 'scope' | 'lang'> & { notice: Pick<CardFile['notice'], 'at'> };

function personCard({ scope, notice: { at }, lang }: OfPerson, card: Card, names: Names, notice: string, version: VcardVersion): Property[] {
  const is4 = version === '4.0';
  const { id, name, given, family, organisation, jobTitle, dutyStation, languages, roles } = card;
  const groups = [...new Set(roles.map(({ group }) => group))];
  const split = family !== null || given !== null;
  const held = roles.map((role) => `${roleText(role, lang)}, ${names.shortGroup(role.group)}`);
  const extra = entriesOf(card, 'other').filter(({ value }) => !isUrl(value));
  const note = [...extra.map(({ value }) => value), ...(notice === '' ? [] : [notice])].join('\n');
  const optional = (property: Property, there: boolean): Property[] => (there ? [property] : []);
  return [
    ['version', {}, 'text', version],
    ['prodid', {}, 'text', PRODUCT],
    ...optional(['kind', {}, 'text', 'individual'], is4),
    ['uid', {}, is4 ? 'uri' : 'text', toUrn(scope, id)],
    ['fn', {}, 'text', name],
    // 3.0 asks for it. A name that nobody split is taken whole.
    ...optional(['n', {}, 'text', split ? [family ?? '', given ?? '', '', '', ''] : [name, '', '', '', '']], split || !is4),
    ...optional(['org', {}, 'text', [names.organisation(organisation)]], organisation !== null),
    ...optional(['title', {}, 'text', jobTitle ?? ''], jobTitle !== null),
    ...optional(['role', {}, 'text', held.join('; ')], held.length > 0),
    ...entriesOf(card, 'email').map(({ value, label, preferred }): Property => ['email', parameters(is4, label, preferred), 'text', value]),
    ...entriesOf(card, 'phone').map(({ value, label, preferred }) => phone(is4, value, parameters(is4, label, preferred))),
    ...entriesOf(card, 'messenger').map(({ value, service, label, preferred }): Property => {
      const by = service === null ? {} : { [is4 ? 'service-type' : 'x-service-type']: service };
      return ['impp', { ...parameters(is4, label, preferred), ...by }, 'uri', toAddress(service, value)];
    }),
    ...entriesOf(card, 'other').filter(({ value }) => isUrl(value)).map(({ value }): Property => ['url', {}, 'uri', value]),
    ...optional(['adr', { type: is4 ? 'work' : 'WORK' }, 'text', ['', '', '', dutyStation?.name ?? '', '', '', '']], dutyStation !== null),
    ...(is4 ? (languages ?? []).map((tag): Property => ['lang', {}, 'language-tag', tag]) : []),
    ...optional(['categories', {}, 'text', ...groups.map(names.group)], groups.length > 0),
    ...optional(['note', {}, 'text', note], note !== ''),
    ['rev', {}, is4 ? version4Time : 'date-time', toStamp(at)],
  ]; // prettier-ignore
}

const isUrl = (text: string) => /^https?:\/\/\S+$/i.test(text);

function parameters(is4: boolean, label: 'work' | 'personal', preferred: boolean): Record<string, string | string[]> {
  const place = label === 'work' ? 'work' : 'home';
  if (is4) return preferred ? { type: place, pref: '1' } : { type: place };
  return { type: preferred ? [place.toUpperCase(), 'PREF'] : place.toUpperCase() };
}

/** A number with its country is an address (RFC 3966); any other is the text that people dial. */
function phone(is4: boolean, value: string, given: Record<string, string | string[]>): Property {
  if (!is4) return ['tel', given, 'phone-number', value];
  const [, number, extension] = /^(.*?)(?:\s*(?:x|ext\.?)\s*(\d{1,6}))?$/i.exec(value.trim())!;
  // The zero of the trunk is not dialled with the country before it.
  const digits = number!.replace('(0)', '').replace(/[^\d+]/g, '');
  if (!/^\+\d{5,15}$/.test(digits)) return ['tel', given, 'text', value];
  return ['tel', given, 'uri', `tel:${digits}${extension ? `;ext=${extension}` : ''}`];
}

/** Messengers have no common form of address: the service as the scheme, or what people wrote. */
function toAddress(service: string | null, value: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(value)) return value;
  const scheme = (service ?? '').toLowerCase().replaceAll(/[^a-z\d+.-]/g, '');
  return `${/^[a-z]/.test(scheme) ? scheme : 'im'}:${encodeURIComponent(value)}`;
}
