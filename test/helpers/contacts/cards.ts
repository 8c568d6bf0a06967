/** Cards of tests: what they are about is given, the rest filled in; and names that break files that are written carelessly. */
import type { Card } from '../../../server/contract/contacts/contacts.ts';
import type { CardFile } from '../../../server/contacts/files/file.ts';

/** Each breaks something: separators of vCards and CSV, quotes, formulas, lines, scripts, characters of four octets, folding. */
export const HARD_NAMES = [
  'Comma, Amina',
  'Semi; Colon',
  'The "Quoted" One',
  String.raw`Back\slash \n no line`,
  'عبد الرحمن بن محمد آل سعيد',
  'Nguyễn Thị Ánh 👩🏽‍💻 Đặng',
  '李小龍',
  '=HYPERLINK("http://x","y")',
  `"O''Neil, Jr"`,
  '+41 Plus',
  '@at',
  `${'Ñandú-Ö'.repeat(42)}👩🏽‍🚀end`,
] as const;

export const aCard = (id: string, given: Partial<Card> = {}): Card => ({
  id,
  name: `Name of ${id}`,
  given: null,
  family: null,
  organisation: null,
  jobTitle: null,
  dutyStation: null,
  languages: null,
  roles: [],
  contacts: [],
  confirmedAt: null,
  verifiedAt: null,
  validUntil: null,
  ...given,
});

export const aContact = (kind: Card['contacts'][number]['kind'], value: string, given: Partial<Card['contacts'][number]> = {}): Card['contacts'][number] => ({
  id: `${kind} ${value}`,
  kind,
  label: 'work',
  service: null,
  value,
  preferred: false,
  ...given,
});

export const aRole = (group: string, role: Card['roles'][number]['role'] = 'member'): Card['roles'][number] => ({
  appointment: `${group} ${role}`,
  group: group as Card['roles'][number]['group'],
  role,
  since: null,
  until: null,
  checkIn: 'in',
});

export const aFile = (cards: readonly Card[], given: Partial<CardFile> = {}): CardFile => ({
  scope: 'NVL',
  name: 'WASH Cluster',
  title: 'WASH Cluster',
  group: null,
  whole: new Set(['wash', 'gis']),
  cards,
  groups: [
    { id: 'wash' as never, type: 'cluster', names: { en: 'WASH Cluster', ar: 'قطاع المياه' }, acronym: 'WASH', mailbox: 'wash@example.org' },
    { id: 'gis' as never, type: 'sub-group', names: { en: 'GIS; maps, and data' }, acronym: null, mailbox: null },
  ],
  organisations: [{ id: 'blue' as never, name: 'Blue, Savanna; "Ltd"', names: {}, acronym: null }],
  leftOut: { persons: 0, fields: 0, why: { hidden: 0, withheld: 0, consent: 0, classification: 0 } },
  notice: { who: 'Amina', at: '2026-05-14T09:00:00.000Z', until: '2026-06-13' },
  lang: 'en',
  ...given,
});

/** One card for each hard name, with addresses and phones of their own. */
export const hardCards = (): Card[] =>
  HARD_NAMES.map((name, i) =>
    aCard(`0b7d6a4e-0000-4000-8000-${String(i).padStart(12, '0')}`, {
      name,
      organisation: 'blue' as never,
      jobTitle: `Title, of; ${name}`,
      roles: [aRole('wash', i === 0 ? 'imo' : 'member'), ...(i % 2 === 0 ? [aRole('gis')] : [])],
      contacts: [
        aContact('email', `person${i}@example.org`, { preferred: true }),
        aContact('email', `home${i}@example.org`, { label: 'personal' }),
        aContact('phone', `+41 22 917 ${String(1000 + i)}`),
      ],
    }),
  );
