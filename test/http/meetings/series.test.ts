/** Series of meetings over HTTP: one changed, all that follow changed, cancelled, across changes of clock; what an endorsement names of them; and who may, by role. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { versionAnswer } from '../../../server/contract/datasets/api.ts';
import { documentAnswer, editionAnswer } from '../../../server/contract/documents/documents.ts';
import type { DatasetId } from '../../../server/contract/ids.ts';
import { decisionsAnswer } from '../../../server/contract/meetings/actions.ts';
import { meetingAnswer, meetingsAnswer, occurrenceAnswer, type Meeting } from '../../../server/contract/meetings/meetings.ts';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const C = '/api/v1/countries/SLE';
const VERSION = '/api/v1/datasets/cod-ab-sle/versions/v01';
/** Clocks of Paris go forward on 28 March 2027 and back on 31 October. */
let clock = '2027-03-01T12:00:00Z';
let server: TestServer;
let send: Send;
type Who = 'stranger' | 'neighbour' | 'former' | 'observer' | 'other' | 'member' | 'imo' | 'chair' | 'admin';
let people: Record<Exclude<Who, 'stranger'>, Person>;

const as = (who: Who, method: string, path: string, body?: unknown) => send(method, path, who === 'stranger' ? {} : people[who].headers, body);
async function ok<T>(response: Response): Promise<T> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
const plan = async (given: object, who: Who = 'chair') =>
  ok<Meeting>(
    await as(who, 'POST', `${C}/meetings`, { groups: ['imwg'], title: 'IMWG', start: '2027-03-02T10:00', zone: 'Europe/Paris', length: 60, ...given }),
  );
const series = async (id: string) => meetingAnswer.parse(await ok(await as('imo', 'GET', `${C}/meetings/${id}`)));
const momentsOf = async (from: string, to: string) => {
  const { occurrences } = meetingsAnswer.parse(await ok(await as('imo', 'GET', `${C}/meetings?from=${from}&to=${to}&group=imwg`)));
  return occurrences.map(({ day, start, state }) => `${day} ${start.slice(5, 16)} ${state}`);
};

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(clock) });
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  const { version } = await recordSample(server.store);
  await server.store.datasets.publishVersion('cod-ab-sle' as DatasetId, version, { by: 'tester', reason: 'test' });
  for (const [id, type] of [['imwg', 'working-group'], ['wash', 'cluster']] as const) await ok(await as('admin', 'POST', `${C}/groups`, { id, type, names: { en: id.toUpperCase() } })); // prettier-ignore
  await ok(await as('admin', 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM' } }));
  const of = (name: string, role: 'chair' | 'imo' | 'member' | 'observer', group = 'imwg', scope = 'SLE') =>
    invite(server.url, admin, { scope, group, role }, name);
  people = {
    admin,
    chair: await of('Chandra', 'chair'),
    imo: await of('Ibrahim', 'imo'),
    member: await of('Mina', 'member'),
    observer: await of('Omar', 'observer'),
    other: await of('Wanda', 'imo', 'wash'),
    former: await of('Farid', 'imo'),
    neighbour: await of('Nadia', 'chair', 'imwg', 'TGO'),
  };
  const { user } = await ok<{ user: { id: string; appointments: { id: string }[] } }>(await as('former', 'GET', '/api/v1/session'));
  await ok(await as('admin', 'DELETE', `/api/v1/members/${user.id}/appointments/${user.appointments[0]!.id}`, {}));
}, 60_000);
afterAll(() => server.close());

describe('a weekly series', () => {
  let id = '';
  let follower = '';
  beforeAll(async () => {
    ({ id } = await plan({ rrule: 'FREQ=WEEKLY;BYDAY=TU' }));
  });

  test('stays at its clock time when the clocks change: another moment, the same hour', async () => {
    expect(await momentsOf('2027-03-22', '2027-04-01')).toEqual(['2027-03-23 03-23T09:00 planned', '2027-03-30 03-30T08:00 planned']);
    expect(await momentsOf('2027-10-25', '2027-11-03')).toEqual(['2027-10-26 10-26T08:00 planned', '2027-11-02 11-02T09:00 planned']);
  });
  test('one is moved and one is cancelled, with the reason; the others stay, and each keeps its address', async () => {
    const moved = { is: 'moved', start: '2027-03-10T15:00', reason: 'Holiday' };
    expect(occurrenceAnswer.parse(await ok(await as('imo', 'PUT', `${C}/meetings/${id}/2027-03-09`, moved))).occurrence).toMatchObject({
      day: '2027-03-09',
      start: '2027-03-10T14:00:00.000Z',
      state: 'moved',
      reason: 'Holiday',
    });
    await ok(await as('imo', 'PUT', `${C}/meetings/${id}/2027-03-16`, { is: 'cancelled', reason: 'Assessment' }));
    expect(await momentsOf('2027-03-01', '2027-03-25')).toEqual([
      '2027-03-02 03-02T09:00 planned',
      '2027-03-09 03-10T14:00 moved',
      '2027-03-16 03-16T09:00 cancelled',
      '2027-03-23 03-23T09:00 planned',
    ]);
    await ok(await as('imo', 'PUT', `${C}/meetings/${id}/2027-03-16`, { is: 'planned' }));
    expect(await momentsOf('2027-03-16', '2027-03-16')).toEqual(['2027-03-16 03-16T09:00 planned']);
  });
  test('a day on which it does not meet, and a time that is none, are refused', async () => {
    expect((await answerOf(await as('imo', 'PUT', `${C}/meetings/${id}/2027-03-17`, { is: 'cancelled' }))).slice(0, 2)).toEqual([404, 'meeting.no-day']);
    expect((await as('imo', 'PUT', `${C}/meetings/${id}/2027-03-09`, { is: 'moved', start: '2027-02-30T10:00' })).status).toBe(400);
    expect((await answerOf(await as('chair', 'POST', `${C}/meetings`, { groups: ['imwg'], title: 'X', start: '2027-03-02T10:00', zone: 'Mars/Base', length: 60 }))).slice(0, 2)).toEqual([422, 'meeting.zone']); // prettier-ignore
  });
  test('once it has begun, new times hold from a day on, in a series that follows; what was before stays', async () => {
    clock = '2027-03-12T12:00:00Z';
    const times = { start: '2027-04-07T14:00', rrule: 'FREQ=WEEKLY;BYDAY=WE', zone: 'Africa/Freetown' };
    expect((await answerOf(await as('chair', 'PATCH', `${C}/meetings/${id}`, times)))[0]).toBeGreaterThanOrEqual(409);
    const made = await ok<Meeting>(await as('chair', 'PATCH', `${C}/meetings/${id}`, { ...times, from: '2027-04-06' }));
    follower = made.id;
    expect([made.follows, made.zone, follower === id]).toEqual([id, 'Africa/Freetown', false]);
    expect(await momentsOf('2027-03-30', '2027-04-15')).toEqual([
      '2027-03-30 03-30T08:00 planned',
      '2027-04-07 04-07T14:00 planned',
      '2027-04-14 04-14T14:00 planned',
    ]);
    expect((await series(id)).past.map(({ day, state }) => [day, state])).toEqual([['2027-03-09', 'moved'], ['2027-03-02', 'planned']]); // prettier-ignore
    expect((await series(id)).meeting.until! < '2027-04-06').toBe(true);
  });
  test('a title is of all of them', async () => {
    await ok(await as('imo', 'PATCH', `${C}/meetings/${follower}`, { title: 'IMWG weekly' }));
    expect((await series(follower)).coming.every(({ title }) => title === 'IMWG weekly')).toBe(true);
  });
  test('cancelled, all that is to come is; taken back, it goes on', async () => {
    await ok(await as('chair', 'POST', `${C}/meetings/${follower}/cancel`, { reason: 'Merged' }));
    expect((await momentsOf('2027-04-07', '2027-04-15')).every((line) => line.endsWith('cancelled'))).toBe(true);
    expect(await momentsOf('2027-03-30', '2027-03-30')).toEqual(['2027-03-30 03-30T08:00 planned']);
    expect((await answerOf(await as('chair', 'POST', `${C}/meetings/${follower}/cancel`, {}))).slice(0, 2)).toEqual([409, 'meeting.cancelled']);
    await ok(await as('chair', 'POST', `${C}/meetings/${follower}/restore`, {}));
    expect((await momentsOf('2027-04-07', '2027-04-07'))[0]).toMatch(/planned$/);
  });
});

describe('the meeting in which a group endorsed', () => {
  let id = '';
  let wash = '';
  const held = (meeting: string, day = '2027-03-04') => ({ meeting, day });
  beforeAll(async () => {
    ({ id } = await plan({ start: '2027-03-04T09:00', title: 'Endorsing', visibility: 'public' }));
    ({ id: wash } = await plan({ start: '2027-03-04T09:00', groups: ['wash'], title: 'WASH' }, 'other'));
  });

  test.each([
    ['a meeting that is none', () => held('none'), [404, 'meeting.unknown']],
    ['a day on which it was not', () => held(id, '2027-03-05'), [404, 'meeting.no-day']],
    ['a meeting of another group', () => held(wash), [422, 'meeting.other-group']],
  ] as const)('%s is refused, of a version and of a document', async (_, named, expected) => {
    const body = { group: 'imwg', date: '2027-03-04', held: named() };
    expect((await answerOf(await as('chair', 'POST', `${VERSION}/endorsements`, body))).slice(0, 2)).toEqual(expected);
    if (!(await as('chair', 'GET', `${C}/documents/imwg-tor`)).ok) {
      await ok(
        await as('chair', 'POST', `${C}/documents`, { kind: 'tor', group: 'imwg', language: 'en', title: 'Terms', text: '# Terms', audience: 'public' }),
      );
      await ok(await as('chair', 'POST', `${C}/documents/imwg-tor/versions/v1/review`, {}));
      await ok(await as('chair', 'POST', `${C}/documents/imwg-tor/versions/v1/approval`, {}));
    }
    expect((await answerOf(await as('chair', 'POST', `${C}/documents/imwg-tor/versions/v1/endorsements`, body))).slice(0, 2)).toEqual(expected);
  });
  test('stands with the version, for members; strangers are told it where they may know the meeting', async () => {
    const body = { group: 'imwg', date: '2027-03-04', held: held(id) };
    await ok(await as('chair', 'POST', `${VERSION}/endorsements`, body));
    expect(versionAnswer.parse(await ok(await as('member', 'GET', VERSION))).endorsements).toMatchObject([{ held: held(id) }]);
    expect(JSON.stringify(await ok(await as('stranger', 'GET', VERSION)))).not.toContain(id);
    const told = decisionsAnswer.parse(await ok(await as('stranger', 'GET', `${C}/decisions?dataset=cod-ab-sle&version=v01`)));
    expect(told.endorsements).toMatchObject([{ held: held(id), title: 'Endorsing' }]);
    const { edition } = editionAnswer.parse(await ok(await as('chair', 'POST', `${C}/documents/imwg-tor/versions/v1/endorsements`, body)));
    expect(edition.endorsements).toMatchObject([{ group: { id: 'imwg' }, held: held(id) }]);
    const { versions } = documentAnswer.parse(await ok(await as('stranger', 'GET', `${C}/documents/imwg-tor`)));
    expect(versions[0]!.endorsements).toMatchObject([{ held: null }]);
  });
  test('goes with the meeting where that is given another day', async () => {
    const { id: early } = await plan({ start: '2027-03-20T09:00', title: 'Early' });
    await ok(await as('chair', 'POST', `${VERSION}/endorsements`, { group: 'imwg', date: '2027-03-11', held: held(early, '2027-03-20') }));
    await ok(await as('chair', 'PATCH', `${C}/meetings/${early}`, { start: '2027-03-22T09:00' }));
    const { endorsements } = versionAnswer.parse(await ok(await as('member', 'GET', VERSION)));
    expect(endorsements!.map((one) => one.held)).toEqual([held(id), held(early, '2027-03-22')]);
  });
  test('a decision about a version stands with it, for whom it is meant', async () => {
    const link = { is: 'version', dataset: 'cod-ab-sle', version: 'v01' };
    for (const visibility of ['public', 'members'])
      await ok(await as('imo', 'POST', `${C}/decisions`, { group: 'imwg', date: '2027-03-04', text: `For ${visibility}`, link, held: held(id), visibility }));
    const told = async (who: Who) =>
      decisionsAnswer.parse(await ok(await as(who, 'GET', `${C}/decisions?dataset=cod-ab-sle&version=v01`))).decisions.map(({ text }) => text).toSorted(); // prettier-ignore
    expect([await told('stranger'), await told('neighbour'), await told('observer')]).toEqual([['For public'], ['For public'], ['For members', 'For public']]);
  });
});

describe('who may', () => {
  const RECORDS: readonly Who[] = ['imo', 'chair', 'admin'];
  const MEMBERS: readonly Who[] = ['observer', 'other', 'member', ...RECORDS];
  const ALL: readonly Who[] = ['stranger', 'neighbour', 'former', ...MEMBERS];
  const refusal = (who: Who) => (who === 'stranger' ? 401 : 403);

  test.each([
    ['plans a meeting', 'meetings', { groups: ['imwg'], title: 'T', start: '2027-05-04T10:00', zone: 'UTC', length: 30 }],
    ['records an action', 'actions', { group: 'imwg', text: 'Do it', role: 'imo', due: '2027-04-01' }],
    ['records a decision', 'decisions', { group: 'imwg', date: '2027-03-02', text: 'Decided' }],
    ['writes a document', 'documents', { kind: 'other', group: 'imwg', language: 'en', title: 'Paper', text: '# Paper' }],
  ])('%s', async (_, path, body) => {
    for (const who of ALL) expect([who, (await as(who, 'POST', `${C}/${path}`, body)).status]).toEqual([who, RECORDS.includes(who) ? 201 : refusal(who)]);
  });
  test('reads what is for members: meetings, actions; strangers and former members as strangers', async () => {
    const { id } = await plan({ title: 'For members', start: '2027-03-15T10:00' });
    for (const who of ALL) {
      expect([who, (await as(who, 'GET', `${C}/meetings/${id}`)).status]).toEqual([who, MEMBERS.includes(who) ? 200 : 404]);
      expect([who, (await as(who, 'GET', `${C}/actions`)).status]).toEqual([who, MEMBERS.includes(who) ? 200 : refusal(who)]);
    }
  });
  test('closes an action of the group, and none of another', async () => {
    const { id } = await ok<{ id: string }>(await as('imo', 'POST', `${C}/actions`, { group: 'imwg', text: 'Close me' }));
    for (const who of ALL.filter((each) => !RECORDS.includes(each)))
      expect([who, (await as(who, 'PATCH', `${C}/actions/${id}`, { state: 'done' })).status]).toEqual([who, refusal(who)]);
    expect(await ok(await as('imo', 'PATCH', `${C}/actions/${id}`, { state: 'done' }))).toMatchObject({ state: 'done', closedOn: '2027-03-12' });
  });
});
