/** The clock of contacts, to the millisecond: what holds one moment before a limit and at it (docs/contacts.md). */
import { describe, expect, test } from 'vitest';
import { checkInOf, dueOfAppointment, hiddenOf, isVerified, stateOf } from '../../server/contacts/expiry.ts';
import { addMonths, endOfDay, isCheckedOut, isGone, latestUntil } from '../../server/groups/checkIn.ts';
import { aPerson, anAppointment } from '../helpers/groups/made.ts';

const HOUR = 3_600_000;
const T0 = '2026-03-01T10:30:00.000Z';
const at = (hours: number, ms = 0) => new Date(Date.parse(T0) + hours * HOUR + ms);
const day = (days: number, ms = 0) => at(days * 24, ms);

const unconfirmed = aPerson('u', null, { entered: 'on-behalf', enteredAt: T0, confirmedAt: null, touchedAt: T0 });
const imported = aPerson('i', null, { entered: 'import', enteredAt: T0, confirmedAt: null, touchedAt: T0 });
const confirmed = aPerson('c', null, { enteredAt: T0, confirmedAt: T0, touchedAt: T0 });
const verified = aPerson('v', null, { confirmedAt: T0, touchedAt: '2030-01-01T00:00:00.000Z', verifiedAt: T0 });
const held = anAppointment('wash', 'c', 'imo', { id: 'held', until: T0 });

describe('an entry', () => {
  test.each([
    ['on behalf, at once', unconfirmed, day(0), null],
    ['on behalf, before 14 days', unconfirmed, day(14, -1), null],
    ['on behalf, at 14 days', unconfirmed, day(14), 'unconfirmed'],
    ['from a sheet, at once', imported, day(0), 'unconfirmed'],
    ['confirmed, at 14 days', confirmed, day(14), null],
    ['untouched, before 213 days', confirmed, day(213, -1), null],
    ['untouched, at 213 days', confirmed, day(213), 'unanswered'],
    ['touched in between', { ...confirmed, touchedAt: day(200).toISOString() }, day(213), null],
    ['restricted', { ...confirmed, restrictedAt: T0 }, day(1), 'restricted'],
    ['restricted and untouched', { ...confirmed, restrictedAt: T0 }, day(300), 'restricted'],
  ])('%s', (_name, person, now, hidden) => {
    expect(hiddenOf(person, now)?.why ?? null).toBe(hidden);
  });

  test.each([
    ['before 30 days', unconfirmed, day(30, -1), false],
    ['at 30 days', unconfirmed, day(30), true],
    ['of a sheet at 30 days', imported, day(30), true],
    ['confirmed', confirmed, day(400), false],
  ])('is gone: %s', (_name, person, now, gone) => expect(isGone(person, now)).toBe(gone));

  test.each([
    ['before 365 days', day(365, -1), true],
    ['at 365 days', day(365), false],
  ])('is verified %s', (_name, now, is) => expect(isVerified(verified, now)).toBe(is));

  test.each([
    ['unconfirmed', unconfirmed, day(0), 'confirm', [['confirm', 0, 14]]],
    ['unconfirmed at 14 days', unconfirmed, day(14), 'confirm', [['entry-hidden', 14, 30]]],
    ['unconfirmed at 30 days', unconfirmed, day(30), 'confirm', [['entry-deleted', 30, null]]],
    ['of a sheet', imported, day(1), 'confirm', [['confirm', 0, 30]]],
    ['before 183 days', confirmed, day(183, -1), null, []],
    ['at 183 days', confirmed, day(183), 'still-right', [['still-right', 183, 213]]],
    ['at 213 days', confirmed, day(213), 'still-right', [['unanswered', 213, null]]],
    ['restricted at 213 days', { ...confirmed, restrictedAt: T0 }, day(213), 'still-right', []],
    ['verified, before 358 days', verified, day(358, -1), null, []],
    ['verified, at 358 days', verified, day(358), null, [['verify', 358, 365]]],
    ['verified, at 365 days', verified, day(365), null, [['verification-ended', 365, null]]],
  ] as const)('asks and is due: %s', (_name, person, now, asks, due) => {
    const state = stateOf(person, [], now);
    const instant = (days: number | null) => (days === null ? null : day(days).toISOString());
    expect(state.asks).toBe(asks);
    expect(state.due).toEqual(due.map(([what, since, until]) => ({ what, at: instant(since), until: instant(until), appointment: null })));
  });

  test('says when it is hidden and gone', () => {
    expect(stateOf(unconfirmed, [], day(20))).toMatchObject({ hidden: 'unconfirmed', hiddenSince: day(14).toISOString(), goneAt: day(30).toISOString() });
    expect(stateOf(confirmed, [], day(20))).toMatchObject({ hidden: null, hiddenSince: null, goneAt: null, verified: false });
  });
});

describe('a check-in', () => {
  test.each([
    ['long before', at(-49), []],
    ['before 48 hours', at(-48, -1), []],
    ['48 hours before its end', at(-48), [['check-in', -48, 24]]],
    ['at its end', at(0), [['check-in', -48, 24]]],
    ['before 24 hours', at(24, -1), [['check-in', -48, 24]]],
    ['24 hours after its end', at(24), [['checked-out', 24, null]]],
  ] as const)('is due %s', (_name, now, due) => {
    const instant = (hours: number | null) => (hours === null ? null : at(hours).toISOString());
    expect(dueOfAppointment(held, now)).toEqual(due.map(([what, since, until]) => ({ what, at: instant(since), until: instant(until), appointment: 'held' })));
  });
  test.each([
    [at(24, -1), false],
    [at(24), true],
  ])('holds until 24 hours after its end: %s', (now, out) => expect(isCheckedOut(T0, now)).toBe(out));
  test('that nobody ever made is due never, and holds', () => {
    expect(dueOfAppointment({ ...held, until: null }, day(1000))).toEqual([]);
    expect(isCheckedOut(null, day(1000))).toBe(false);
    expect(checkInOf({ until: null, end: null }, day(0))).toEqual({ checkIn: 'never', validUntil: null });
  });
  test('of an appointment that was ended is due no more', () => expect(dueOfAppointment({ ...held, state: 'ended' }, at(-1))).toEqual([]));

  test.each([
    [T0, null, '2027-03-01T10:30:00.000Z'],
    [T0, '2026-06-30', '2026-07-01T00:00:00.000Z'],
    [T0, '2030-06-30', '2027-03-01T10:30:00.000Z'],
    ['2028-02-29T12:00:00.000Z', null, '2029-02-28T12:00:00.000Z'],
  ])('from %s with the last day %s ends at %s at the latest', (now, end, latest) => expect(latestUntil(now, end)).toBe(latest));

  test.each([
    [{ until: T0, end: null }, at(-1), 'in', T0],
    [{ until: T0, end: null }, at(0), 'over', T0],
    [{ until: T0, end: '2026-02-20' }, at(-1), 'in', endOfDay('2026-02-20')],
    [{ until: null, end: '2026-02-20' }, at(-1), 'never', endOfDay('2026-02-20')],
  ] as const)('%o is told', (appointment, now, checkIn, validUntil) => expect(checkInOf(appointment, now)).toEqual({ checkIn, validUntil }));

  test('months are those of the calendar', () => {
    expect(addMonths('2026-08-31T00:00:00.000Z', 6)).toBe('2027-02-28T00:00:00.000Z');
    expect(addMonths('2026-01-15T23:59:59.999Z', 12)).toBe('2027-01-15T23:59:59.999Z');
  });
});
