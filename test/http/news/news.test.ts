/** What happened to data, in feeds, in the list of each person and in digests: told to those who may know it, and to nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStandings } from '../../../server/app/workgroup/schedule.ts';
import { openHoldings } from '../../../server/app/workgroup/sensitivity.ts';
import { newsAnswer, type NewsItem } from '../../../server/contract/news/news.ts';
import { scheduleAnswer } from '../../../server/contract/schedule/schedule.ts';
import { createGroupStore } from '../../../server/groups/store.ts';
import { tellOverdue } from '../../../server/news/overdue.ts';
import { sealUnsubscribe } from '../../../server/news/digest/service.ts';
import { recordEvent } from '../../../server/store/events.ts';
import type { Scope } from '../../../server/contract/groups/groups.ts';
import { loadSecret } from '../../../server/config.ts';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { readAtom } from '../../helpers/news/atom.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { sensitivityOf } from '../../helpers/sensitivity.ts';

const C = '/api/v1/countries/SLE';
const D = '/api/v1/datasets/cod-ab-sle';
const FEEDS = ['/api/v1/feed.atom', `${C}/feed.atom`, `${C}/groups/imwg/feed.atom`, `${D}/feed.atom`];
let clock = '2027-02-01T12:00:00.000Z';
let server: TestServer;
let send: Send;
type Who = 'stranger' | 'neighbour' | 'observer' | 'wash' | 'chair' | 'admin';
let people: Record<Exclude<Who, 'stranger'>, Person>;

const as = (who: Who, method: string, path: string, body?: unknown) => send(method, path, who === 'stranger' ? {} : people[who].headers, body);
async function ok<T>(response: Response): Promise<T> {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
const at = (time: string) => (clock = `2027-02-${time}.000Z`);
const feed = async (who: Who, path: string) => readAtom(await (await as(who, 'GET', path)).text());
const news = async (who: Who, lang = 'en') => newsAnswer.parse(await ok(await as(who, 'GET', `/api/v1/news?lang=${lang}`)));
const titles = (items: readonly NewsItem[]) => items.map(({ title, read }) => `${read ? '' : '* '}${title}`);
/** Without the marks that set texts apart. */
const bare = (text: string) => text.replace(/[\u200f\u2066-\u2069]/g, '');
const restrict = (audience: 'public' | 'cluster') =>
  as('admin', 'PUT', sensitivityOf('cod-ab-sle'), { class: audience === 'public' ? 'low' : 'high', audience, reason: 'a test', confirmed: true }).then(ok);

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(clock) });
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  for (const group of [
    { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } },
    { id: 'wash', type: 'cluster', names: { en: 'WASH' }, sector: 'WSH' },
  ])
    await ok(await as('admin', 'POST', `${C}/groups`, group));
  await ok(await as('admin', 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM' } }));
  const of = (name: string, role: 'chair' | 'imo' | 'observer', group = 'imwg', scope = 'SLE') => invite(server.url, admin, { scope, group, role }, name);
  people = {
    admin,
    chair: await of('Chandra', 'chair'),
    observer: await of('Omar', 'observer'),
    wash: await of('Wanda', 'imo', 'wash'),
    neighbour: await of('Nadia', 'chair', 'imwg', 'TGO'),
  };
  await recordSample(server.store);
  at('02T08:00:00');
  await ok(await as('admin', 'POST', `${D}/versions/v01/publish`, { reason: 'test' }));
  at('03T08:00:00');
  const diff = {
    against: 'v01' as never,
    bump: 'major' as const,
    levels: [{ level: 2 as const, added: ['SL0102', 'SL0201'], removed: [], renamed: [{ pcode: 'SL01', before: 'a', after: 'b' }], recoded: [], redrawn: [] }],
  };
  await recordSample(server.store, { sourceSha256: 'b'.repeat(64), diff });
  await ok(await as('admin', 'POST', `${D}/versions/v02/publish`, { reason: 'test' }));
}, 60_000);
afterAll(() => server.close());

describe('feeds', () => {
  test('tell what was published and what changed, with files that can be had, by the rules of RFC 4287', async () => {
    for (const path of FEEDS) {
      const { entries } = await feed('stranger', path);
      expect(
        entries.map(({ id, title }) => [id, title]),
        path,
      ).toEqual([
        ['urn:codmap:cod-ab-sle:v02', 'Boundaries, Sierra Leone: v02'],
        ['urn:codmap:cod-ab-sle:v01', 'Boundaries, Sierra Leone: v01'],
      ]);
    }
    const [latest] = (await feed('stranger', FEEDS[3]!)).entries;
    expect(latest).toMatchObject({ updated: '2027-02-03T08:00:00.000Z', category: 'version', link: `${server.url}/c/sle/cod-ab-sle?version=v02` });
    expect(latest!.summary).toBe(
      'Version v02 was published on 3 February 2027. Compared with v01: new units 2, gone 0, renamed 1, with another code 0, redrawn 0.',
    );
    expect(latest!.files.map(({ type }) => type)).toEqual(['application/geo+json', 'application/vnd.pmtiles']);
    for (const { href, length } of latest!.files) expect((await (await fetch(href)).arrayBuffer()).byteLength).toBe(length);
  });

  test('are the same text while nothing is new, and answer 304; since a moment only what is new', async () => {
    for (const path of [...FEEDS, `${FEEDS[0]}?since=2027-02-03`]) {
      const first = await as('stranger', 'GET', path);
      const etag = first.headers.get('etag')!;
      await first.arrayBuffer();
      clock = new Date(new Date(clock).getTime() + 60_000).toISOString();
      expect((await send('GET', path, { 'if-none-match': etag })).status, path).toBe(304);
    }
    const since = async (text: string) => (await feed('stranger', `${FEEDS[3]}?since=${encodeURIComponent(text)}`)).entries.map(({ id }) => id.slice(-3));
    expect(await since('2027-02-03T08:00:00Z')).toEqual(['v02']);
    expect(await since('2027-02-03T10:00:00+02:00')).toEqual(['v02']);
    expect(await since('2027-02-03T08:00:00.001Z')).toEqual([]);
    expect((await as('stranger', 'GET', `${FEEDS[3]}?since=yesterday`)).status).toBe(400);
    expect((await as('stranger', 'GET', '/api/v1/datasets/cod-ab-xyz/feed.atom')).status).toBe(404);
  });

  test('of a version that is withdrawn the entry stays, with its id, and says so', async () => {
    at('04T08:00:00');
    await ok(await as('admin', 'POST', `${D}/versions/v02/withdraw`, { reason: 'wrong' }));
    for (const path of FEEDS) {
      const [latest] = (await feed('stranger', path)).entries;
      expect(latest, path).toMatchObject({
        id: 'urn:codmap:cod-ab-sle:v02',
        title: 'Withdrawn: Boundaries, Sierra Leone: v02',
        updated: '2027-02-04T08:00:00.000Z',
        files: [],
      });
    }
  });
});

describe('what is not for everybody', () => {
  test('stands in no feed of strangers and in no list of others, whether it has been public or not; members read it', async () => {
    await restrict('cluster');
    for (const who of ['stranger', 'neighbour', 'observer'] as const)
      for (const path of FEEDS.slice(0, 3)) {
        const text = await (await as(who, 'GET', path)).text();
        expect(text.includes('cod-ab-sle') || text.includes('v02'), `${who} ${path}`).toBe(false);
        expect(readAtom(text).entries).toEqual([]);
      }
    expect(await answerOf(await as('stranger', 'GET', FEEDS[3]!))).toEqual([403, 'data.restricted', { audience: 'cluster' }]);
    for (const path of FEEDS) {
      const response = await as('chair', 'GET', path);
      expect(response.headers.get('cache-control'), path).toMatch(/no-store/);
      expect(readAtom(await response.text()).entries, path).toHaveLength(2);
    }
    expect((await news('observer')).items).toEqual([]);
    expect((await news('chair')).items).toHaveLength(3);
    await restrict('public');
    expect((await news('observer')).items).toHaveLength(3);
  });

  test('what concerns keepers and members is told to no one else', async () => {
    at('05T08:00:00');
    const common = { scope: 'SLE' as Scope, at: clock, subject: 'SOURCE', group: 'wash' };
    await recordEvent(server.store.db, { ...common, id: 'f', kind: 'harvest.failed', audience: 'keepers' });
    await recordEvent(server.store.db, { ...common, id: 'c', kind: 'harvest.changed', audience: 'members' });
    const [failed, changed] = ['Could not be fetched: a source (Sierra Leone)', 'Changed at its source: a source (Sierra Leone)'];
    const told = async (who: Who) => (await news(who)).items.map(({ title }) => title).filter((title) => title === failed || title === changed);
    expect([await told('observer'), await told('neighbour')]).toEqual([[changed], []]);
    for (const who of ['wash', 'chair', 'admin'] as const) expect(await told(who), who).toEqual([changed, failed]);
    const text = await Promise.all(FEEDS.map(async (path) => (await as('stranger', 'GET', path)).text()));
    expect(text.join()).not.toContain('source');
  });
});

describe('the list of a person', () => {
  test('is unread until it is read, one by one or all; strangers have none', async () => {
    const { items, unread } = await news('chair');
    expect([unread, items.every(({ read }) => !read)]).toEqual([5, true]);
    expect(items.at(-1)).toMatchObject({ title: 'Boundaries, Sierra Leone: v01', path: '/c/sle/cod-ab-sle?version=v01', kind: 'version.published' });
    const read = (body: object) => as('chair', 'POST', '/api/v1/news/read', body).then((response) => ok<{ unread: number }>(response));
    expect(await read({ ids: [items.at(-1)!.id, 'nothing'] })).toEqual({ unread: 4 });
    expect(titles((await news('chair')).items).at(-1)).toBe('Boundaries, Sierra Leone: v01');
    expect(await read({})).toEqual({ unread: 0 });
    expect(await ok(await as('chair', 'GET', '/api/v1/news/count'))).toEqual({ unread: 0 });
    expect((await news('wash')).unread).toBe(5);
    expect(await answerOf(await as('stranger', 'GET', '/api/v1/news'))).toEqual([401, 'auth.required']);
    expect(await ok(await as('stranger', 'GET', '/api/v1/news/count'))).toEqual({ unread: null });
    expect((await as('stranger', 'POST', '/api/v1/news/read', {})).status).toBe(401);
    expect((await send('POST', '/api/v1/news/read', { ...people.chair.headers, origin: 'https://other.example.org' }, {})).status).toBe(403);
  });

  test('is said in the language that is asked for', async () => {
    const first = async (lang: string) => bare((await news('chair', lang)).items.at(-1)!.title);
    expect([await first('fr'), await first('ar')]).toEqual(['Limites administratives, Sierra Leone : v01', 'الحدود الإدارية، سيراليون: v01']);
  });
});

describe('overdue', () => {
  const sweep = () => {
    const { db, datasets } = server.store;
    const standings = openStandings(
      {
        db,
        datasets,
        holdings: openHoldings(db, 0),
        groups: createGroupStore(
          db,
          () => '',
          () => new Date(clock),
        ),
      },
      () => new Date(clock),
    );
    return standings.listStandings().then((found) => tellOverdue(db, found, new Date(clock)));
  };
  test('is told once for each entry and deadline: to who keeps it in the list, to everybody in the feed where the entry is public', async () => {
    const entries = [
      { series: 'idps', group: 'wash', frequency: 7, changed: '2027-02-01' },
      { series: 'roads', group: 'wash', frequency: 7, changed: '2027-02-01', visibility: 'members' },
    ];
    scheduleAnswer.parse(await ok(await as('chair', 'POST', `${C}/schedule`, { entries })));
    expect(await sweep()).toBe(0);
    clock = '2027-02-20T12:00:00.000Z';
    expect([await sweep(), await sweep()]).toEqual([2, 0]);
    const overdue = (items: readonly { title: string }[]) => items.map(({ title }) => title).filter((title) => title.startsWith('Overdue'));
    const [idps, roads] = ['Overdue: Internally displaced persons, Sierra Leone', 'Overdue: Roads, Sierra Leone'];
    expect(overdue((await feed('stranger', FEEDS[1]!)).entries)).toEqual([idps]);
    expect(overdue((await feed('observer', FEEDS[1]!)).entries).toSorted()).toEqual([idps, roads]);
    expect(overdue((await news('wash')).items).toSorted()).toEqual([idps, roads]);
    expect([overdue((await news('observer')).items), overdue((await news('neighbour')).items)]).toEqual([[], []]);
    // What is made confidential afterwards is told no more.
    const { entries: known } = scheduleAnswer.parse(await ok(await as('chair', 'GET', `${C}/schedule`)));
    await ok(await as('chair', 'PATCH', `${C}/schedule/${known.find(({ series }) => series === 'idps')!.id}`, { visibility: 'members' }));
    expect(overdue((await feed('stranger', FEEDS[1]!)).entries)).toEqual([]);
  });
});

describe('digests and webhooks where nothing goes out', () => {
  test('are off, and say what an administrator can do', async () => {
    expect((await news('chair')).digest).toEqual({ every: 'off', language: 'en', zone: 'UTC', sends: false });
    const body = { every: 'daily', language: 'fr', zone: 'Africa/Freetown' };
    expect((await answerOf(await as('chair', 'PUT', '/api/v1/news/digest', body)))[1]).toBe('digest.mail');
    expect((await answerOf(await as('chair', 'PUT', '/api/v1/news/digest', { ...body, zone: 'Moon/Base' })))[1]).toBe('digest.zone');
    expect(await ok(await as('chair', 'PUT', '/api/v1/news/digest', { ...body, every: 'off' }))).toEqual({ ...body, every: 'off' });
    const hook = { url: 'https://hooks.example.org/in', events: ['version.published'] };
    expect(await answerOf(await as('chair', 'POST', `${C}/webhooks`, hook))).toEqual([403, 'webhook.off']);
    expect(await ok(await as('chair', 'GET', `${C}/webhooks`))).toMatchObject({ sends: false, hosts: [], whole: true, hooks: [] });
  });

  test('whoever has the link ends the digests of one account, and learns nothing by it', async () => {
    const { db } = server.store;
    const account = (await db.selectFrom('news_choice').select('account').executeTakeFirstOrThrow()).account;
    await db.updateTable('news_choice').set({ digest: 'weekly' }).where('account', '=', account).execute();
    const end = (token: string) =>
      fetch(`${server.url}/api/v1/news/unsubscribe/${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      }).then(({ status }) => status);
    const digestOf = async () => (await db.selectFrom('news_choice').select('digest').where('account', '=', account).executeTakeFirstOrThrow()).digest;
    expect([await end(sealUnsubscribe(account, 'another secret of thirty-two signs')), await digestOf()]).toEqual([204, 'weekly']);
    expect([await end(sealUnsubscribe(account, loadSecret(server.config))), await digestOf()]).toEqual([204, 'off']);
  });
});
