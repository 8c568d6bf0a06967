/** To whom what is due is told, from which hour on, and by which key it is known for good. */
import { describe, expect, test } from 'vitest';
import { addressOf, dueOfContacts, dueOfDuties, languageFor, type Duty } from '../../server/mail/due.ts';
import { writeMail } from '../../server/mail/texts.ts';
import { LANGS } from '../../server/contract/languages.ts';
import { MAIL_KINDS } from '../../server/contract/mail/mail.ts';
import { aGroup, anAppointment, aPerson, NVL } from '../helpers/groups/made.ts';

const T0 = '2026-01-01T10:30:00.000Z';
const day = (days: number, ms = 0) => new Date(Date.parse(T0) + days * 86_400_000 + ms);
const mail = (id: string) => [
  { id: '1', kind: 'email' as const, label: 'work' as const, service: null, value: `${id}@example.org`, preferred: false, visibility: 'nobody' as const },
];
const kept = (id: string, given = {}) => aPerson(id, null, { contacts: mail(id), touchedAt: '2030-01-01T00:00:00.000Z', ...given });
const structure = {
  groups: [aGroup('wash'), aGroup('health')],
  organisations: [],
  seats: [],
  persons: [kept('imo'), kept('chair'), kept('member', { verifiedAt: T0 }), kept('other')],
  appointments: [
    anAppointment('wash', 'imo', 'imo'),
    anAppointment('wash', 'chair', 'chair'),
    anAppointment('wash', 'member', 'member'),
    anAppointment('health', 'other', 'chair'),
  ],
};

describe('to verify somebody', () => {
  test.each([
    ['a moment before 358 days', day(358, -1), []],
    ['at 358 days', day(358), ['imo', 'chair']],
    ['a moment before 365 days', day(365, -1), ['imo', 'chair']],
    ['at 365 days', day(365), []],
  ])('%s, those are asked who keep the group', (_, now, asked) => {
    const due = dueOfContacts(NVL, structure, new Set(), now).filter(({ kind }) => kind === 'verify');
    expect(due.map(({ to }) => to.id).toSorted()).toEqual(asked.toSorted());
    for (const { about, group, until } of due) expect([about, group?.id, until]).toEqual([structure.persons[2]!.name, 'wash', day(365).toISOString()]);
  });
});

describe('somebody of a sheet', () => {
  const persons = [kept('new', { entered: 'import', enteredAt: T0, confirmedAt: null, touchedAt: T0 })];
  const imported = { ...structure, persons, appointments: [anAppointment('wash', 'new', 'member')] };
  test('is asked nothing before somebody has invited them', () => expect(dueOfContacts(NVL, imported, new Set(), day(1))).toEqual([]));
  test('then once: the message of the first day is that of the twentieth', () => {
    const keys = [1, 20].map((days) => dueOfContacts(NVL, imported, new Set(['new']), day(days)).map(({ key, kind, until }) => [key, kind, until]));
    expect(keys[0]).toEqual([[`confirm/new/${T0}`, 'confirm', day(30).toISOString()]]);
    expect(keys[1]).toEqual(keys[0]);
  });
});

test('duties are told to those who keep the group, each with a key of its own', () => {
  const duty: Duty = {
    kind: 'document-review',
    key: 'wash-tor/v1/2026-06-30',
    scope: NVL,
    group: 'wash',
    title: 'ToR',
    since: '2026-05-31',
    day: '2026-06-30',
    path: '/c/nvl/documents/wash-tor',
  };
  const due = dueOfDuties([duty, { ...duty, group: 'none' }], structure, day(150));
  expect(due.map(({ key }) => key).toSorted()).toEqual(['document-review/wash-tor/v1/2026-06-30/chair', 'document-review/wash-tor/v1/2026-06-30/imo']);
  expect(due[0]).toMatchObject({
    about: 'ToR',
    since: '2026-05-31T00:00:00.000Z',
    until: '2026-06-30T23:59:59.999Z',
    page: { path: '/c/nvl/documents/wash-tor' },
  });
});

test.each([
  [['ar-SD', 'en'], 'ar'],
  [['sw', 'pt-BR'], 'pt'],
  [['sw'], 'en'],
  [[], 'en'],
] as const)('who speaks %j is written to in %s', (languages, lang) => expect(languageFor({ languages: [...languages] })).toBe(lang));

test('the preferred address, else the one at work', () => {
  const [first] = mail('a');
  expect(addressOf({ contacts: [] })).toBeNull();
  expect(addressOf({ contacts: [{ ...first!, label: 'personal' }, { ...first!, id: '2', value: 'b@example.org' }] })).toBe('b@example.org'); // prettier-ignore
  expect(addressOf({ contacts: [first!, { ...first!, id: '2', value: 'c@example.org', preferred: true }] })).toBe('c@example.org'); // prettier-ignore
});

describe.each(LANGS)('in %s', (lang) => {
  test.each(MAIL_KINDS.filter((kind) => kind !== 'invite'))('%s: plain text, the link alone on its line, no line from a name', (kind) => {
    const to = { ...kept('x'), name: 'Eve\r\nBcc: all@example.org' };
    const { subject, text } = writeMail({ kind, group: aGroup('wash'), to, about: 'A\nB', until: day(1).toISOString() }, lang, {
      country: 'Narivela',
      link: 'https://x.example/entry#secret',
      host: 'x.example',
    });
    expect(subject).not.toMatch(/[\r\n\u2066-\u2069]/);
    expect(text.split('\n')).toContain('https://x.example/entry#secret');
    expect(text).not.toMatch(/^Bcc:|^B$/m);
    expect(text).not.toMatch(/[{}<]|undefined/);
  });
});
