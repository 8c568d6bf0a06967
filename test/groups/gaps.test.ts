/** What is missing on a day, with the clock moved. */
import { describe, expect, test } from 'vitest';
import { LANGS } from '../../server/contract/languages.ts';
import { findGaps, sayGap } from '../../server/groups/gaps.ts';
import { aGroup, anAppointment, anOrganisation, aPerson, aSeat, aStructure } from '../helpers/groups/made.ts';

const NOW = '2026-05-14';
const gapsOf = (given: Parameters<typeof aStructure>[0], day = NOW, members = true) => findGaps(aStructure(given), day, members);
const whole = [aSeat('wash', 'unicef', 'lead')];
const imo = anAppointment('wash', 'p', 'imo');

describe('a cluster', () => {
  const groups = [aGroup('wash')];
  test('with lead and focal point lacks nothing', () => expect(gapsOf({ groups, seats: whole, appointments: [imo] })).toEqual([]));
  test('with nobody lacks both', () =>
    expect(gapsOf({ groups })).toEqual([
      { group: 'wash', code: 'no-lead' },
      { group: 'wash', code: 'no-imo' },
    ]));
  test('that is closed or on hold, and a group that coordinates no sector, lacks nothing', () =>
    expect(gapsOf({ groups: [aGroup('wash', { status: 'closed' }), aGroup('fsc', { status: 'on-hold' }), aGroup('hub', { type: 'hub' })] })).toEqual([]));

  test('loses its lead the day after the last, with the day and the organisation', () => {
    const seats = [aSeat('wash', 'oxfam', 'lead', '2025-01-01', '2025-12-31'), aSeat('wash', 'unicef', 'lead', '2026-01-01', '2026-05-14')];
    expect(gapsOf({ groups, seats, appointments: [imo] }, '2026-05-14')).toEqual([]);
    expect(gapsOf({ groups, seats, appointments: [imo] }, '2026-05-15')).toEqual([
      { group: 'wash', code: 'lead-ended', since: '2026-05-14', organisation: 'unicef' },
    ]);
  });
  test('a co-lead that ended is missed for a year, unless another has followed', () => {
    const seats = [...whole, aSeat('wash', 'oxfam', 'co-lead', null, '2026-04-30')];
    const missing = [{ group: 'wash', code: 'co-lead-ended', since: '2026-04-30', organisation: 'oxfam' }];
    expect(gapsOf({ groups, seats, appointments: [imo] })).toEqual(missing);
    expect(gapsOf({ groups: [aGroup('wash', { updatedAt: '2027-04-01' })], seats, appointments: [imo] }, '2027-04-30')).toEqual(missing);
    expect(gapsOf({ groups: [aGroup('wash', { updatedAt: '2027-04-01' })], seats, appointments: [imo] }, '2027-05-01')).toEqual([]);
    expect(gapsOf({ groups, seats: [...seats, aSeat('wash', 'acf', 'co-lead', '2026-05-01')], appointments: [imo] })).toEqual([]);
  });
  test('has no focal point where one is only invited, waits, has ended or comes later', () => {
    for (const state of ['invited', 'pending'] as const)
      expect(gapsOf({ groups, seats: whole, appointments: [{ ...imo, state }] })).toEqual([{ group: 'wash', code: 'no-imo' }]);
    expect(gapsOf({ groups, seats: whole, appointments: [{ ...imo, end: '2026-05-13' }] })).toEqual([{ group: 'wash', code: 'no-imo', since: '2026-05-13' }]);
    expect(gapsOf({ groups, seats: whole, appointments: [{ ...imo, start: '2026-05-15' }] })).toEqual([{ group: 'wash', code: 'no-imo' }]);
  });
});

describe('what ends soon', () => {
  const given = {
    groups: [aGroup('gis', { type: 'sub-group' as const })],
    appointments: [anAppointment('gis', 'p', 'chair', { organisation: 'ocha', end: '2026-06-13' })],
  };
  test('is said thirty days before, to members only', () => {
    expect(gapsOf(given, '2026-05-13')).toEqual([]);
    expect(gapsOf(given, '2026-05-14')).toEqual([{ group: 'gis', code: 'appointment-ending', since: '2026-06-13', role: 'chair', organisation: 'ocha' }]);
    expect(gapsOf(given, '2026-06-13')).toHaveLength(1);
    expect(gapsOf(given, '2026-06-14')).toEqual([]);
    expect(gapsOf(given, '2026-05-14', false)).toEqual([]);
  });
  test('plain membership is passed over', () =>
    expect(gapsOf({ ...given, appointments: [anAppointment('gis', 'p', 'member', { end: '2026-05-20' })] })).toEqual([]));
});

test('a group that nobody has changed for half a year', () => {
  const groups = [aGroup('gis', { type: 'sub-group', updatedAt: '2025-11-12T10:00:00.000Z' })];
  expect(gapsOf({ groups }, '2026-05-14')).toEqual([]);
  expect(gapsOf({ groups }, '2026-05-15')).toEqual([{ group: 'gis', code: 'group-stale', since: '2025-11-12' }]);
});

describe('the chair of the group for information management', () => {
  const groups = [aGroup('iccg', { type: 'iccg' }), aGroup('imwg', { type: 'working-group' })];
  const persons = [aPerson('chair', 'ocha'), aPerson('other')];
  const chair = anAppointment('imwg', 'chair', 'chair', { organisation: 'ocha' });
  test('sits in the ICCG', () => {
    expect(gapsOf({ groups, persons, appointments: [chair] })).toEqual([
      { group: 'imwg', code: 'imwg-chair-not-in-iccg', role: 'chair', organisation: 'ocha' },
    ]);
    expect(gapsOf({ groups, persons, appointments: [chair, anAppointment('iccg', 'other', 'member')] })).toHaveLength(1);
    expect(gapsOf({ groups, persons, appointments: [chair, anAppointment('iccg', 'chair', 'member')] })).toEqual([]);
    expect(gapsOf({ groups, persons, appointments: [chair, anAppointment('iccg', 'chair', 'member', { end: '2026-05-13' })] })).toHaveLength(1);
  });
  test('where there is one, and an ICCG', () => {
    expect(gapsOf({ groups, persons, appointments: [] })).toEqual([]);
    expect(gapsOf({ groups: groups.slice(1), persons, appointments: [chair] })).toEqual([]);
  });
});

test.each(LANGS)('each is a sentence in %s, with names and days', (lang) => {
  const structure = aStructure({
    groups: [aGroup('wash', { names: { en: 'WASH Cluster', ar: 'قطاع المياه' } })],
    organisations: [anOrganisation('ocha', 'OCHA')],
  });
  const gap = { group: 'wash', since: '2026-05-14', organisation: 'ocha', role: 'co-chair' as const };
  const said = (['no-lead', 'no-imo', 'lead-ended', 'co-lead-ended', 'imwg-chair-not-in-iccg', 'appointment-ending', 'group-stale'] as const).map((code) =>
    sayGap({ ...gap, code }, structure, lang),
  );
  for (const text of said) expect(text).toContain(lang === 'ar' ? 'قطاع المياه' : 'WASH Cluster');
  expect(new Set(said).size).toBe(7);
  if (lang === 'en') expect(said[3]).toBe('OCHA was co-lead of WASH Cluster until 14 May 2026; no other co-lead has followed.');
});
