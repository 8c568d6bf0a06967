/** What is for members is nowhere public: not in lists, calendars, feeds or decisions; a former member is refused, and the link of their calendar is dead. */
import { DOMParser } from '@xmldom/xmldom';
import ical from 'node-ical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agendaAnswer, meetingsAnswer, occurrenceAnswer, type Meeting } from '../../../server/contract/meetings/meetings.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { sender, type Send } from '../../helpers/asking.ts';
import { noPython, python } from '../../helpers/meetings/made.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const C = '/api/v1/countries/NVL';
const SECRET = 'Zx9MARKER';
/** What a calendar must carry over: signs of its syntax, writing from the right, pictures, length. */
const HARD = 'Comma, semicolon; "quotes" \\ back, اجتماع المجموعة 🗓️ 日本 ' + 'ä'.repeat(240);
let server: TestServer;
let send: Send;
let admin: Person;
let chair: Person;
let imo: Person;
let day = '2026-12-01';
const now = () => new Date(`${day}T12:00:00Z`);
const made: Record<string, Meeting> = {};

const as = (who: Person | null, method: string, path: string, body?: unknown) => send(method, path, who?.headers ?? {}, body);
async function ok<T>(response: Response): Promise<T> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
const codeOf = async (response: Promise<Response>) => {
  const answer = await response;
  return [answer.status, ((await answer.json()) as { type: string }).type.replace('/problems/', '')];
};
const plan = async (name: string, given: object) =>
  (made[name] = await ok<Meeting>(
    await as(chair, 'POST', `${C}/meetings`, {
      groups: ['imwg'],
      title: name,
      start: '2026-12-08T10:00',
      zone: 'Europe/Paris',
      length: 60,
      visibility: 'public',
      ...given,
    }),
  ));
const textOf = async (path: string, who: Person | null = null) => (await as(who, 'GET', path)).text();

beforeAll(async () => {
  server = await startTestServer({ now });
  send = sender(server.url, { origin: server.url });
  admin = await join(server.url, server.firstLink!, 'Amina');
  for (const [id, visibility] of [
    ['imwg', 'public'],
    ['hct', 'members'],
  ] as const)
    await ok(
      await as(admin, 'POST', `${C}/groups`, {
        id,
        type: id === 'hct' ? 'hct' : 'working-group',
        names: { en: id.toUpperCase() },
        acronym: id.toUpperCase(),
        visibility,
      }),
    );
  chair = await invite(server.url, admin, { scope: 'NVL', group: 'imwg', role: 'chair' }, 'Chandra');
  imo = await invite(server.url, admin, { scope: 'NVL', group: 'imwg', role: 'imo' }, 'Ibrahim');
  await plan('weekly', {
    title: HARD,
    rrule: 'FREQ=WEEKLY;BYDAY=TU',
    link: `https://meet.example.org/${SECRET}`,
    place: 'Hall; "A", 2\\3',
    note: 'One\nTwo; three, four',
  });
  await plan('hidden', { title: `${SECRET} hidden`, visibility: 'members' });
  const { id } = await ok<Meeting>(
    await as(admin, 'POST', `${C}/meetings`, {
      groups: ['imwg', 'hct'],
      title: `${SECRET} joint`,
      start: '2026-12-09T10:00',
      zone: 'Europe/Paris',
      length: 60,
      visibility: 'public',
    }),
  );
  made['joint'] = { id } as Meeting;
  await ok(await as(chair, 'POST', `${C}/actions`, { group: 'imwg', text: `${SECRET} action`, due: '2026-11-20', role: 'imo' }));
  await ok(await as(chair, 'POST', `${C}/decisions`, { group: 'imwg', date: '2026-12-01', text: `${SECRET} decided`, visibility: 'members' }));
  await ok(
    await as(chair, 'POST', `${C}/decisions`, {
      group: 'imwg',
      date: '2026-12-01',
      text: 'Open for all',
      held: { meeting: made['hidden']!.id, day: '2026-12-08' },
    }),
  );
}, 60_000);
afterAll(() => server.close());

describe('strangers', () => {
  test('are told no meeting, link, action or decision for members on any address', async () => {
    const hidden = made['hidden']!.id;
    for (const path of [
      '/meetings',
      '/agenda',
      '/agenda?group=imwg',
      '/decisions',
      '/calendar.ics',
      '/groups/imwg/calendar.ics',
      '/feed.atom',
      '/groups/imwg/feed.atom',
      `/meetings/${made['weekly']!.id}`,
      `/meetings/${made['weekly']!.id}/2026-12-08`,
    ]) {
      const text = await textOf(C + path);
      expect(text.includes(SECRET), path).toBe(false);
      expect(text.includes(hidden), path).toBe(false);
      expect(text, path).not.toMatch(/Chandra|Ibrahim|@example\.org|ATTENDEE|ORGANIZER/);
    }
    for (const path of [`/meetings/${hidden}`, `/meetings/${hidden}/2026-12-08`, `/meetings/${made['joint']!.id}`])
      expect(await codeOf(as(null, 'GET', C + path)), path).toEqual([404, 'meeting.unknown']);
    expect(await codeOf(as(null, 'GET', `${C}/actions`))).toEqual([401, 'auth.required']);
    expect(await codeOf(as(null, 'GET', `${C}/meetings?group=hct`))).toEqual([404, 'group.unknown']);
  });

  test('members are told all of it, and nobody may keep the answer', async () => {
    const response = await as(imo, 'GET', `${C}/meetings`);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const { occurrences, may } = meetingsAnswer.parse(await ok(response));
    expect(
      occurrences
        .filter(({ day: on }) => on <= '2026-12-09')
        .map(({ meeting }) => meeting)
        .toSorted(),
    ).toEqual([made['weekly']!.id, made['hidden']!.id, made['joint']!.id].toSorted());
    expect(occurrences.find(({ meeting }) => meeting === made['weekly']!.id)!.link).toContain(SECRET);
    expect(may).toEqual({ see: true, record: ['imwg'], ownCalendar: true });
    const agenda = agendaAnswer.parse(await ok(await as(imo, 'GET', `${C}/agenda?group=imwg`)));
    expect(agenda.actions).toMatchObject([{ text: `${SECRET} action`, age: 0, overdue: 11, role: 'imo' }]);
    expect(agenda.decisions.map(({ text }) => text)).toEqual(expect.arrayContaining([`${SECRET} decided`, 'Open for all']));
  });
});

describe('the calendar', () => {
  test('is read by node-ical: the same title, place and moments, across the change of clock', async () => {
    const text = await textOf(`${C}/groups/imwg/calendar.ics`);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const events = Object.values(ical.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');
    expect(events).toHaveLength(1);
    const [event] = events as unknown as { uid: string; summary: string; location: string; description: string; start: Date }[];
    expect([event!.uid, event!.summary, event!.location]).toEqual([`${made['weekly']!.id}@codmap`, HARD, 'Hall; "A", 2\\3']);
    expect(event!.description).toContain('One\nTwo; three, four');
    expect(event!.start.toISOString()).toBe('2026-12-08T09:00:00.000Z');
  });

  test.skipIf(noPython !== null)(`is read by python3-vobject: the same texts, zone and rule${noPython === null ? '' : ` (skipped: ${noPython})`}`, async () => {
    const text = await textOf(`${C}/calendar.ics`);
    const read = python(
      `
import json, sys, vobject
cal = vobject.readOne(json.load(sys.stdin))
print(json.dumps([{ 'summary': e.summary.value, 'location': e.location.value, 'tzid': e.dtstart.params.get('X-VOBJ-ORIGINAL-TZID', e.dtstart.params.get('TZID', ['']))[0], 'rrule': e.rrule.value, 'start': e.dtstart.value.isoformat() } for e in cal.vevent_list]))`,
      text,
    );
    expect(read).toEqual([
      { summary: HARD, location: 'Hall; "A", 2\\3', tzid: 'Europe/Paris', rrule: 'FREQ=WEEKLY;BYDAY=TU', start: '2026-12-08T10:00:00+01:00' },
    ]);
  });

  test('keeps its UID and raises its SEQUENCE with each change', async () => {
    const { id } = made['weekly']!;
    const stated = async () => {
      const text = (await textOf(`${C}/calendar.ics`)).replace(/\r\n /g, '');
      return [/UID:(.*)/.exec(text)![1]!.trim(), Number(/SEQUENCE:(\d+)/.exec(text)![1]), /EXDATE.*|RECURRENCE-ID.*/g.exec(text)?.[0]?.trim() ?? null];
    };
    expect(await stated()).toEqual([`${id}@codmap`, 0, null]);
    await ok(await as(chair, 'PUT', `${C}/meetings/${id}/2026-12-15`, { is: 'cancelled', reason: 'holiday' }));
    expect(await stated()).toEqual([`${id}@codmap`, 1, 'EXDATE;TZID=Europe/Paris:20261215T100000']);
    await ok(await as(chair, 'PATCH', `${C}/meetings/${id}`, { place: 'Room 9' }));
    expect((await stated()).slice(0, 2)).toEqual([`${id}@codmap`, 2]);
    await ok(await as(chair, 'PATCH', `${C}/meetings/${id}`, { place: 'Room 9' }));
    expect((await stated())[1]).toBe(2);
    const told = occurrenceAnswer.parse(await ok(await as(null, 'GET', `${C}/meetings/${id}/2026-12-15`)));
    expect(told.occurrence).toMatchObject({ state: 'cancelled', reason: 'holiday' });
  });
});

test('the feed is Atom to another parser, newest first, and has what is public', async () => {
  const response = await as(null, 'GET', `${C}/feed.atom?lang=ar`);
  expect(response.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
  const feed = new DOMParser().parseFromString(await response.text(), 'application/xml');
  const entries = Array.from(feed.getElementsByTagName('entry'));
  const of = (name: string) => entries.map((entry) => entry.getElementsByTagName(name)[0]!.textContent ?? '');
  expect(feed.documentElement!.namespaceURI).toBe('http://www.w3.org/2005/Atom');
  expect(
    of('id')
      .map((id) => id.split(':').slice(0, 3).join(':'))
      .toSorted(),
  ).toEqual(['urn:codmap:decision', 'urn:codmap:meeting']);
  expect(of('title').some((title) => title.includes('اجتماع المجموعة 🗓️'))).toBe(true);
  expect(of('updated')).toEqual(of('updated').toSorted().toReversed());
});

describe('a calendar of one’s own', () => {
  let path: string;
  test('has meetings for members and links, by an address that is told once and stands in no log', async () => {
    const link = await ok<{ id: string; path: string }>(await as(imo, 'POST', '/api/v1/calendar-links', { scope: 'NVL' }));
    path = link.path;
    const response = await as(null, 'GET', path);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const text = (await response.text()).replace(/\r\n /g, '');
    expect(text).toContain(`SUMMARY:${SECRET} hidden`);
    expect(text).toContain(`https://meet.example.org/${SECRET}`);
    expect(JSON.stringify(await ok(await as(imo, 'GET', '/api/v1/calendar-links')))).not.toContain(path.split('/').at(-1)!.slice(0, 20));
    expect(server.lines.join('')).not.toContain(path.split('/').at(-1)!.slice(0, 20));
    expect(await codeOf(as(chair, 'DELETE', `/api/v1/calendar-links/${link.id}`))).toEqual([404, 'calendar.unknown']);
  });

  test('a wrong or revoked address gives nothing', async () => {
    expect(await codeOf(as(null, 'GET', `/calendars/${'a'.repeat(43)}.ics`))).toEqual([404, 'calendar.unknown']);
    const other = await ok<{ id: string; path: string }>(await as(imo, 'POST', '/api/v1/calendar-links', { scope: 'NVL', about: { is: 'all' } }));
    expect((await as(null, 'GET', other.path)).status).toBe(200);
    await ok(await as(imo, 'DELETE', `/api/v1/calendar-links/${other.id}`));
    expect(await codeOf(as(null, 'GET', other.path))).toEqual([404, 'calendar.unknown']);
  });

  test('ends with the membership, as everything of a former member does', async () => {
    const { groups } = await ok<{ groups: { id: string }[] }>(await as(admin, 'GET', `${C}/groups`));
    expect(groups.length).toBe(2);
    const { appointments, persons } = await ok<{ appointments: { id: string; person: string }[]; persons: { id: string; name: string }[] }>(
      await as(admin, 'GET', `${C}/groups/imwg`),
    );
    const person = persons.find(({ name }) => name === 'Ibrahim')!;
    const own = appointments.find((each) => each.person === person.id)!;
    await ok(await as(admin, 'POST', `${C}/groups/imwg/appointments/${own.id}/end`, { end: '2026-11-30' }));
    expect(await codeOf(as(null, 'GET', path))).toEqual([404, 'calendar.unknown']);
    expect(await codeOf(as(imo, 'GET', `${C}/meetings/${made['hidden']!.id}`))).toEqual([404, 'meeting.unknown']);
    expect(await codeOf(as(imo, 'GET', `${C}/actions`))).toEqual([403, 'auth.forbidden']);
    expect(await textOf(`${C}/meetings`, imo)).not.toContain(SECRET);
    expect(await codeOf(as(imo, 'POST', '/api/v1/calendar-links', { scope: 'NVL' }))).toEqual([404, 'calendar.none']);
  });
});

test('a group that has met is closed, not deleted', async () => {
  expect(await codeOf(as(admin, 'DELETE', `${C}/groups/hct`))).toEqual([409, 'group.in-use']);
});
