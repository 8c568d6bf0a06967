/** The data-sharing schedule over HTTP: proposed, kept by its custodians, filled by datasets of the server, told to nobody who may not know; as a calendar and as a table. */
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry as entrySchema, entryAnswer, scheduleAnswer, type Entry } from '../../../server/contract/schedule/schedule.ts';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { sensitivityOf } from '../../helpers/sensitivity.ts';

const C = '/api/v1/countries/SLE';
const S = `${C}/schedule`;
let clock = '2027-02-01T12:00:00Z';
let server: TestServer;
let send: Send;
type Who = 'stranger' | 'neighbour' | 'observer' | 'wash' | 'chair' | 'admin';
let people: Record<Exclude<Who, 'stranger'>, Person>;

const as = (who: Who, method: string, path: string, body?: unknown) => send(method, path, who === 'stranger' ? {} : people[who].headers, body);
async function ok<T>(response: Response): Promise<T> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
const seen = async (who: Who) => scheduleAnswer.parse(await ok(await as(who, 'GET', S)));
/** Ids of what was added, in order. */
async function add(who: Who, ...entries: object[]): Promise<string[]> {
  const before = new Set((await seen(who)).entries.map(({ id }) => id));
  const { entries: after } = scheduleAnswer.parse(await ok(await as(who, 'POST', S, { entries })));
  return after.filter(({ id }) => !before.has(id)).map(({ id }) => id);
}
const one = async (who: Who, id: string): Promise<Entry> => entryAnswer.parse(await ok(await as(who, 'GET', `${S}/${id}`))).entry;
const eventsOf = async (query = '') => {
  const text = await (await as('stranger', 'GET', `${S}.ics${query}`)).text();
  return ICAL.Component.fromString(text).getAllSubcomponents('vevent');
};
const restrict = async (audience: 'public' | 'cluster', is: 'low' | 'high' | 'severe' = 'high') =>
  ok(await as('admin', 'PUT', sensitivityOf('cod-ab-sle'), { class: audience === 'public' ? 'low' : is, audience, reason: 'a test', confirmed: true }));

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(clock) });
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  const { version } = await recordSample(server.store);
  await ok(await as('admin', 'POST', `/api/v1/datasets/cod-ab-sle/versions/${version}/publish`, { reason: 'test' }));
  const groups = [
    { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } },
    { id: 'wash', type: 'cluster', names: { en: 'WASH' }, sector: 'WSH' },
    { id: 'food', type: 'cluster', names: { en: 'Food' }, sector: 'FSC' },
    { id: 'quiet', type: 'task-force', names: { en: 'Quiet' }, visibility: 'members' },
  ];
  for (const group of groups) await ok(await as('admin', 'POST', `${C}/groups`, group));
  await ok(await as('admin', 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM' } }));
  const of = (name: string, role: 'chair' | 'imo' | 'observer', group = 'imwg', scope = 'SLE') => invite(server.url, admin, { scope, group, role }, name);
  people = {
    admin,
    chair: await of('Chandra', 'chair'),
    observer: await of('Omar', 'observer'),
    wash: await of('Wanda', 'imo', 'wash'),
    neighbour: await of('Nadia', 'chair', 'imwg', 'TGO'),
  };
}, 60_000);
afterAll(() => server.close());

test('a country without one is offered the grid with its own datasets, by whoever may add them', async () => {
  const { entries, proposal, grid } = await seen('chair');
  expect([entries, grid.length, grid.every(({ state }) => state === 'none')]).toEqual([[], 19, true]);
  expect(proposal!.find(({ series }) => series === 'administrative-divisions')).toMatchObject({
    dataset: 'cod-ab-sle',
    group: 'imwg',
    groupBy: 'keeper',
    frequency: 365,
    frequencyBy: 'usual',
  });
  expect(proposal!.find(({ series }) => series === 'food-security')).toMatchObject({ dataset: null, group: 'food', groupBy: 'sector' });
  for (const who of ['stranger', 'observer', 'wash', 'neighbour'] as const) expect((await seen(who)).proposal, who).toBeNull();
});

describe('who may', () => {
  test('a custodian its own, the group that keeps the data all; nobody else any', async () => {
    const given = { series: 'idps', group: 'wash' };
    const statusOf = async (who: Who, entry: object) => (await as(who, 'POST', S, { entries: [entry] })).status;
    expect([await statusOf('stranger', given), await statusOf('observer', given), await statusOf('neighbour', given)]).toEqual([401, 403, 403]);
    expect([await statusOf('wash', { ...given, group: 'imwg' }), await statusOf('wash', { ...given, group: null })]).toEqual([403, 403]);
    const [id] = await add('wash', given);
    expect((await as('wash', 'PATCH', `${S}/${id}`, { group: 'imwg' })).status).toBe(403);
    expect((await as('neighbour', 'DELETE', `${S}/${id}`)).status).toBe(403);
    await ok(await as('chair', 'PATCH', `${S}/${id}`, { group: 'food' }));
    expect((await as('wash', 'DELETE', `${S}/${id}`)).status).toBe(403);
    await ok(await as('chair', 'DELETE', `${S}/${id}`));
    expect(await answerOf(await as('chair', 'GET', `${S}/${id}`))).toEqual([404, 'schedule.unknown']);
  });
  test.each([
    ['schedule.title', { series: 'own' }],
    ['schedule.cadence', { series: 'idps', frequency: 30, rrule: 'FREQ=DAILY' }],
    ['schedule.rule', { series: 'idps', rrule: 'FREQ=YEARLY' }],
    ['schedule.dataset', { series: 'idps', dataset: 'cod-ps-sle' }],
    ['schedule.dataset', { series: 'idps', dataset: 'cod-ab-tgo' }],
    ['schedule.here', { series: 'administrative-divisions', dataset: 'cod-ab-sle', changed: '2027-01-01' }],
    ['schedule.day', { series: 'idps', changed: '2027-02-02' }],
    ['schedule.severe', { series: 'idps', sensitivity: 'severe' }],
    ['schedule.organisation', { series: 'idps', organisation: 'nobody' }],
    ['group.unknown', { series: 'idps', group: 'nobody' }],
  ])('%s, and nothing is added of all that came with it', async (code, entry) => {
    expect((await answerOf(await as('chair', 'POST', S, { entries: [{ series: 'roads' }, entry] })))[1]).toBe(code);
    expect((await seen('chair')).entries).toEqual([]);
  });
});

describe('a dataset of this server', () => {
  let id: string;
  beforeAll(async () => {
    [id] = (await add('chair', { series: 'administrative-divisions', dataset: 'cod-ab-sle', group: 'imwg', frequency: 30 })) as [string];
  });

  test('fills its row by itself, and the grid', async () => {
    const told = await one('stranger', id);
    const { publishedAt } = (await ok(await as('stranger', 'GET', '/api/v1/datasets/cod-ab-sle/versions/current'))) as { publishedAt: string };
    expect([told.published, told.version, told.held]).toEqual([publishedAt, 'v01', { class: 'low', audience: 'public', by: 'dataset' }]);
    const { grid } = await seen('stranger');
    expect(grid.filter(({ state }) => state !== 'none')).toEqual([{ series: 'administrative-divisions', state: 'complete' }]);
  });
  test('passes through its states by the clock alone; somebody who says that it still holds moves the deadline', async () => {
    const published = new Date((await one('chair', id)).published!);
    const on = async (days: number) => {
      clock = new Date(published.getTime() + days * 86_400_000).toISOString();
      return (await one('stranger', id)).state;
    };
    expect([await on(22), await on(23), await on(29), await on(30), await on(44), await on(60)]).toEqual([
      'fresh',
      'due-soon',
      'due-soon',
      'due',
      'overdue',
      'delinquent',
    ]);
    expect((await seen('stranger')).due.map(({ entry, state, step }) => [entry, state, step])).toEqual([[id, 'delinquent', null]]);
    const reviewed = entrySchema.parse(await ok(await as('chair', 'POST', `${S}/${id}/review`, { comment: 'Nothing has changed.' })));
    expect([reviewed.state, reviewed.reviewedBy, reviewed.reviewed]).toEqual(['fresh', 'Chandra', clock]);
    expect((await one('stranger', id)).reviewedBy).toBeNull();
  });
  test('members read who changed what; strangers do not', async () => {
    const { history } = entryAnswer.parse(await ok(await as('observer', 'GET', `${S}/${id}`)));
    expect(history.map(({ action, by, detail }) => [action, by, detail['reason'] ?? null])).toEqual([
      ['schedule.reviewed', 'Chandra', 'Nothing has changed.'],
      ['schedule.created', 'Chandra', null],
    ]);
    expect(entryAnswer.parse(await ok(await as('stranger', 'GET', `${S}/${id}`))).history).toEqual([]);
  });
  test('for whoever may not receive it there is no row: not in the list, the calendar, the table nor the count', async () => {
    await restrict('cluster');
    try {
      for (const who of ['stranger', 'wash'] as const) {
        const { entries, grid, due } = await seen(who);
        expect([entries, due, grid.some(({ state }) => state !== 'none')], who).toEqual([[], [], false]);
        expect(await answerOf(await as(who, 'GET', `${S}/${id}`))).toEqual([404, 'schedule.unknown']);
        expect(await (await as(who, 'GET', `${S}.csv`)).text()).not.toContain('cod-ab-sle');
      }
      expect(await eventsOf()).toEqual([]);
      expect((await answerOf(await as('wash', 'POST', S, { entries: [{ series: 'roads', dataset: 'cod-ab-sle', group: 'wash' }] })))[1]).toBe(
        'schedule.dataset',
      );
      expect((await one('chair', id)).held).toEqual({ class: 'high', audience: 'cluster', by: 'dataset' });
    } finally {
      await restrict('public');
    }
  });
  test('of a severe one the history of the country does not tell what it is', async () => {
    await restrict('cluster', 'severe');
    const [hidden] = await add('chair', { series: 'own', title: 'Places of detention', dataset: 'cod-ab-sle', group: 'imwg' });
    await ok(await as('chair', 'DELETE', `${S}/${hidden}`));
    await restrict('public');
    expect(await (await as('wash', 'GET', `${C}/groups-history`)).text()).not.toContain('detention');
  });
});

describe('data that are elsewhere', () => {
  const rule = {
    series: 'food-prices',
    title: 'Market monitor',
    group: 'food',
    link: 'https://data.example.org/prices',
    rrule: 'FREQ=MONTHLY;BYDAY=1FR',
    covers: 'month',
  };
  let id: string;
  beforeAll(async () => {
    clock = '2027-04-05T12:00:00Z';
    const steps = [
      { from: 'partners', to: 'cluster', before: 7 },
      { from: 'cluster', to: 'ocha', before: 3 },
    ];
    [id] = (await add('chair', { ...rule, from: '2027-04-01', changed: '2027-04-02', dataUntil: '2027-03-31', steps })) as [string];
  });

  test('are due on fixed days, about the month before, with the steps on the way', async () => {
    const { due } = await seen('stranger');
    expect(due.filter(({ entry }) => entry === id).map(({ day, step, state, covered }) => [day, step?.to ?? 'due', state, covered!.from])).toEqual([
      ['2027-04-30', 'cluster', 'fresh', '2027-04-01'],
      ['2027-05-04', 'ocha', 'fresh', '2027-04-01'],
    ]);
    expect(await one('stranger', id)).toMatchObject({
      from: '2027-04-02',
      due: { day: '2027-05-07', overdue: '2027-05-21' },
      lastData: '2027-03-31',
      published: '2027-04-02T00:00:00.000Z',
    });
  });
  test('stand in a calendar that programs read: the same UID, a higher SEQUENCE once something moves', async () => {
    const find = async () => {
      const events = await eventsOf();
      const of = (uid: string) => events.find((event) => event.getFirstPropertyValue('uid') === uid)!;
      return { event: of(`${id}@codmap`), step: of(`${id}-step1-2027-05-07@codmap`) };
    };
    const { event, step } = await find();
    expect([event, step].map((each) => String(each.getFirstPropertyValue('dtstart')))).toEqual(['2027-04-02', '2027-04-30']);
    expect([String(event.getFirstPropertyValue('rrule')), event.getFirstPropertyValue('summary')]).toEqual([
      'FREQ=MONTHLY;BYDAY=1FR',
      'Due: Food prices: Market monitor',
    ]);
    const before = Number(event.getFirstPropertyValue('sequence'));
    await ok(await as('chair', 'PATCH', `${S}/${id}`, { comment: 'Three markets are missing.', completeness: 'incomplete' }));
    expect(Number((await find()).event.getFirstPropertyValue('sequence'))).toBe(before);
    await ok(await as('chair', 'PATCH', `${S}/${id}`, { rrule: 'FREQ=MONTHLY;BYDAY=2FR' }));
    const after = (await find()).event;
    expect([Number(after.getFirstPropertyValue('sequence')), String(after.getFirstPropertyValue('dtstart'))]).toEqual([before + 1, '2027-04-09']);
    const arabic = (await eventsOf('?lang=ar')).find((each) => each.getFirstPropertyValue('uid') === `${id}@codmap`)!;
    expect(arabic.getFirstPropertyValue('summary')).toContain('أسعار الغذاء');
  });
  test('stand in a table that runs nothing', async () => {
    await ok(await as('chair', 'PATCH', `${S}/${id}`, { title: '=HYPERLINK("http://x","y")' }));
    const text = await (await as('stranger', 'GET', `${S}.csv`)).text();
    expect(text).toContain('"Food prices: =HYPERLINK(""http://x"",""y"")"');
    const [own] = await add('chair', { series: 'own', title: '=1+1', group: 'food' });
    expect(await (await as('stranger', 'GET', `${S}.csv`)).text()).toMatch(/(^|,)'=1\+1,/m);
    await ok(await as('chair', 'DELETE', `${S}/${own}`));
  });
  test('of severe ones, of groups for members only and of what is for members strangers learn nothing', async () => {
    const secrets = await add(
      'chair',
      { series: 'own', title: 'Secret one', sensitivity: 'severe', visibility: 'members', frequency: 7, from: '2027-04-06' },
      { series: 'own', title: 'Secret two', visibility: 'members', frequency: 7, from: '2027-04-06' },
      { series: 'own', title: 'Secret three', group: 'quiet', frequency: 7, from: '2027-04-06' },
    );
    expect(secrets).toHaveLength(3);
    for (const path of [S, `${S}.csv`, `${S}.ics`]) {
      const response = await as('stranger', 'GET', path);
      expect([path, (await response.text()).includes('Secret'), response.headers.get('cache-control')]).toEqual([path, false, 'public, max-age=60']);
    }
    for (const secret of secrets) expect((await as('stranger', 'GET', `${S}/${secret}`)).status).toBe(404);
    const toMember = await as('observer', 'GET', S);
    expect([(await toMember.text()).includes('Secret one'), toMember.headers.get('cache-control')]).toEqual([true, 'private, no-store']);
    expect(await (await as('chair', 'GET', `${S}.ics`)).text()).not.toContain('Secret');
  });
  test('there is nothing to confirm where there are no data', async () => {
    const [none] = await add('chair', { series: 'hazards', group: 'food', frequency: 90 });
    expect((await answerOf(await as('chair', 'POST', `${S}/${none}/review`, {})))[1]).toBe('schedule.nothing');
    expect((await one('chair', none!)).state).toBe('none');
  });
});

test('a custodian is not deleted while it has an entry', async () => {
  expect((await answerOf(await as('admin', 'DELETE', `${C}/groups/food`)))[1]).toBe('group.in-use');
});
