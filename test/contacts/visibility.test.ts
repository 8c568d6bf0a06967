/** Who sees which field of whom: the table of docs/contacts.md written down a second time, and compared cell by cell. */
import { describe, expect, test } from 'vitest';
import { PERSON_FIELDS, VISIBILITIES, type FieldVisibility, type Visibility } from '../../server/contract/contacts/contacts.ts';
import { askerIn, createSight, STRANGER, type Asker } from '../../server/contacts/visibility.ts';
import { NO_RIGHTS } from '../../server/groups/who.ts';
import type { StoredAppointment, StoredPerson } from '../../server/groups/structure.ts';
import { aGroup, anAppointment, aPerson, aStructure } from '../helpers/groups/made.ts';

const NOW = new Date('2026-05-14T12:00:00Z');
const all = (visibility: Visibility): FieldVisibility => ({
  name: visibility,
  organisation: visibility,
  role: visibility,
  jobTitle: visibility,
  dutyStation: visibility,
  languages: visibility,
});
const contact = (visibility: Visibility) => ({
  id: visibility,
  kind: 'email' as const,
  label: 'work' as const,
  service: null,
  value: `${visibility}@example.org`,
  preferred: false,
  visibility,
});
const contacts = VISIBILITIES.map(contact);
const target = (given: Partial<StoredPerson> = {}) => aPerson('target', 'org', { jobTitle: 'Officer', languages: ['fr'], touchedAt: '2026-05-01T00:00:00.000Z', contacts, ...given }); // prettier-ignore
const groups = [aGroup('wash'), aGroup('health'), aGroup('gone', { status: 'closed' })];

const asker = (given: Partial<Asker>): Asker => ({ ...STRANGER, account: { id: 'account', name: 'Asker' }, ...given });
const ASKERS: Record<string, Asker> = {
  self: { ...STRANGER, self: 'target' },
  approver: asker({ approves: new Set(['wash']) }),
  admin: asker({ admin: true, manages: true }),
  focal: asker({ focalPoint: true, stands: new Set(['health']) }),
  member: asker({ stands: new Set(['wash']) }),
  other: asker({ stands: new Set(['health']) }),
  account: asker({}),
  stranger: STRANGER,
};
/** How much of the four visibilities each sees of somebody who holds something in `wash`. */
const SEES: Record<keyof typeof ASKERS, readonly Visibility[]> = {
  self: ['nobody', 'focal-points', 'members', 'public'],
  approver: ['nobody', 'focal-points', 'members', 'public'],
  admin: ['focal-points', 'members', 'public'],
  focal: ['focal-points', 'members', 'public'],
  member: ['members', 'public'],
  other: ['public'],
  account: ['public'],
  stranger: ['public'],
};

const sightOn = (who: Asker, person: StoredPerson, held: StoredAppointment[] = [anAppointment('wash', 'target', 'member')], now = NOW) =>
  createSight(aStructure({ groups, persons: [person], appointments: held }), who, now);

describe('cell by cell', () => {
  const cells = Object.keys(ASKERS).flatMap((who) => VISIBILITIES.map((visibility) => [who, visibility] as const));
  test.each(cells)('%s of what is for %s', (who, visibility) => {
    const sees = SEES[who]!.includes(visibility);
    const seen = sightOn(ASKERS[who]!, target({ visibility: all(visibility) })).see(target({ visibility: all(visibility) }));
    expect(seen !== null).toBe(sees);
    const open = target({ visibility: { ...all(visibility), name: 'public' } });
    const told = sightOn(ASKERS[who]!, open).see(open)!;
    for (const field of PERSON_FIELDS.filter((each) => each !== 'name')) expect([field, told.fields[field]]).toEqual([field, sees]);
    expect(told.contacts.map(({ id }) => id)).toEqual(SEES[who]);
    // Organisation, role, job title and languages are filled in; a duty station is not.
    expect(told.left).toBe((sees ? 0 : 4) + VISIBILITIES.length - SEES[who]!.length);
    expect(sightOn(ASKERS[who]!, open).names(anAppointment('wash', 'target', 'member'))).toBe(sees);
  });
});

describe('what they hold decides', () => {
  const members = target();
  const seenBy = (who: Asker, held: StoredAppointment[], person = members) => sightOn(who, person, held).see(person)?.level ?? null;
  const { approver, admin, focal, member, self, stranger } = ASKERS as Record<string, Asker>;
  test.each([
    ['holds today', {}, 'approver', 'members'],
    ['begins tomorrow', { start: '2026-05-15' }, 'approver', null],
    ['ended yesterday', { end: '2026-05-13' }, null, null],
    ['ends today', { end: '2026-05-14' }, 'approver', 'members'],
    ['was ended', { state: 'ended', end: '2026-05-14' }, null, null],
    ['asks to join', { state: 'pending' }, 'approver', null],
    ['was invited', { state: 'invited' }, 'approver', null],
  ] as const)('who %s', (_name, given, byApprover, byMember) => {
    const held = [anAppointment('wash', 'target', 'member', given)];
    expect([seenBy(approver!, held), seenBy(member!, held), seenBy(self!, held)]).toEqual([byApprover, byMember, 'self']);
    // Of the country, focal points see who holds something; administrators also who is to.
    expect(seenBy(focal!, held)).toBe(byMember === null ? null : 'focal-points');
    expect(seenBy(admin!, held)).toBe(byApprover === null ? null : 'focal-points');
  });
  test('in a closed group nobody meets', () => {
    const held = [anAppointment('gone', 'target', 'member')];
    expect(seenBy(asker({ stands: new Set(['gone']), approves: new Set(['gone']) }), held)).toBeNull();
  });
  test('who is in no group yet is for whoever entered them and whoever keeps the register', () => {
    const entered = target({ entered: 'on-behalf', enteredBy: 'Asker', enteredAt: '2026-05-13T00:00:00.000Z', confirmedAt: null });
    expect(seenBy(asker({}), [], entered)).toBe('approver');
    expect(seenBy(asker({ account: { id: 'x', name: 'Another' } }), [], entered)).toBeNull();
    expect(seenBy(asker({ account: { id: 'x', name: 'Another' }, manages: true }), [], entered)).toBe('approver');
    expect(seenBy(stranger!, [], target({ visibility: all('public') }))).toBeNull();
  });
});

describe('hidden', () => {
  const hidden = {
    unconfirmed: target({ visibility: all('public'), entered: 'on-behalf', enteredAt: '2026-04-20T00:00:00.000Z', confirmedAt: null }),
    unanswered: target({ visibility: all('public'), touchedAt: '2025-01-01T00:00:00.000Z' }),
    restricted: target({ visibility: all('public'), restrictedAt: '2026-05-01T00:00:00.000Z' }),
  };
  test.each(Object.entries(hidden))('%s is seen by nobody but the person and whoever is to ask them', (why, person) => {
    const seen = Object.entries(ASKERS).filter(([, who]) => sightOn(who, person).see(person) !== null);
    expect(seen.map(([who]) => who)).toEqual(why === 'restricted' ? ['self'] : ['self', 'approver']);
    const named = Object.entries(ASKERS).filter(([, who]) => sightOn(who, person).names(anAppointment('wash', 'target', 'member')));
    expect(named.map(([who]) => who)).toEqual(why === 'restricted' ? ['self'] : ['self', 'approver']);
  });
  test('an entry hides at the exact moment', () => {
    const person = target({ touchedAt: '2026-01-01T10:00:00.000Z' });
    const limit = Date.parse('2026-01-01T10:00:00.000Z') + 213 * 86_400_000;
    const by = (ms: number) => sightOn(ASKERS['member']!, person, undefined, new Date(ms)).see(person) !== null;
    expect([by(limit - 1), by(limit)]).toEqual([true, false]);
  });
});

describe('past roles', () => {
  const past = anAppointment('wash', 'target', 'chair', { state: 'ended', end: '2026-05-01' });
  const names = (given: Partial<StoredPerson>) =>
    Object.entries(ASKERS).filter(([, who]) => sightOn(who, target(given), [past]).names(past)).map(([who]) => who); // prettier-ignore
  test('are without the name', () => expect(names({})).toEqual(['self']));
  test('unless the person agrees: then for whom it was visible in that group', () => {
    expect(names({ namedInHistory: true })).toEqual(['self', 'admin', 'focal', 'member']);
    expect(names({ namedInHistory: true, visibility: all('public') })).toEqual(Object.keys(ASKERS));
    expect(names({ namedInHistory: true, visibility: all('nobody') })).toEqual(['self']);
  });
});

describe('consent', () => {
  const refused = (purposes: object) => [{ at: '2026-05-01T00:00:00.000Z', by: null, text: '1', language: 'en' as const, purposes: { members: false, 'focal-points-page': false, 'partner-export': false, ...purposes } }]; // prettier-ignore
  test('who refuses members is for focal points, and what they made public stays public', () => {
    const person = target({ consents: refused({}) });
    const seers = (given: StoredPerson) => Object.entries(ASKERS).filter(([, who]) => sightOn(who, given).see(given) !== null).map(([who]) => who); // prettier-ignore
    expect(seers(person)).toEqual(['self', 'approver', 'admin', 'focal']);
    expect(seers({ ...person, consents: [...refused({}), ...refused({ members: true })] })).toEqual(['self', 'approver', 'admin', 'focal', 'member']);
    expect(seers({ ...person, visibility: all('public') })).toEqual(Object.keys(ASKERS));
  });
});

describe('the record', () => {
  test.each(Object.entries(ASKERS))('%s', (who, asked) => {
    const person = target({ visibility: all('public') });
    expect(sightOn(asked, person).recordOf(person) !== null).toBe(who === 'self' || who === 'approver');
  });
});

describe('who asks', () => {
  const person = (id: string, account: string | null) => aPerson(id, null, { account });
  const structure = (held: StoredAppointment[]) => aStructure({ groups, persons: [person('me', 'account')], appointments: held });
  const rights = { ...NO_RIGHTS, member: { id: 'account', name: 'Asker', email: 'a@example.org' } };
  const by = (held: StoredAppointment[], given = {}) => askerIn(structure(held), { ...rights, ...given }, '2026-05-14');
  test.each([
    ['chair', true],
    ['co-chair', true],
    ['imo', true],
    ['coordinator', false],
    ['secretariat', false],
    ['member', false],
  ] as const)('%s is a focal point of the country: %s', (role, is) => {
    const asked = by([anAppointment('wash', 'me', role)]);
    expect([asked.focalPoint, [...asked.stands]]).toEqual([is, ['wash']]);
  });
  test('only while they hold it, in a group that is open', () => {
    for (const held of [anAppointment('wash', 'me', 'imo', { end: '2026-05-13' }), anAppointment('wash', 'me', 'imo', { state: 'pending' }), anAppointment('gone', 'me', 'imo')]) {
      const asked = by([held]);
      expect([asked.focalPoint, asked.stands.size]).toEqual([false, 0]);
    } // prettier-ignore
  });
  test('administrators approve nothing here; keys and strangers are nobody', () => {
    expect(by([], { admin: true, may: () => true }).approves.size).toBe(0);
    expect(by([], { may: () => true }).approves.size).toBe(3);
    expect(askerIn(structure([]), { ...NO_RIGHTS, seePeople: true, may: () => true } as never, '2026-05-14')).toEqual(STRANGER);
  });
});
