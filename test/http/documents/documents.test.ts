/** Documents over HTTP, as a group works on them: drafted, commented, reviewed, approved, endorsed; what was published stays as it was; who may read. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentAnswer, documentsAnswer, editionAnswer, type DocumentAnswer, type EditionAnswer } from '../../../server/contract/documents/documents.ts';
import { structureAnswer } from '../../../server/contract/groups/groups.ts';
import { groupAnswer, personsAnswer } from '../../../server/contract/groups/people.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const C = '/api/v1/countries/NVL';
const D = `${C}/documents`;
const DAY_MS = 86_400_000;
const start = Date.now();
/** Days that the clock of documents is ahead. */
let ahead = 0;
/** A moment goes by whenever somebody looks. */
let ticks = 0;
const now = () => new Date(start + ahead * DAY_MS + ticks++);
const day = (days = 0) => new Date(start + days * DAY_MS).toISOString().slice(0, 10);

let server: TestServer;
let send: Send;
let admin: Person;
let chair: Person;
let member: Person;
let iccg: Person;
let neighbour: Person;

const as = (who: Person | null, method: string, path: string, body?: unknown) => send(method, path, who?.headers ?? {}, body);
const ok = async <T>(response: Response): Promise<T> => {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
};
const make = async (given: object, who = chair): Promise<EditionAnswer> =>
  editionAnswer.parse(await ok(await as(who, 'POST', D, { kind: 'other', group: 'imwg', language: 'en', title: 'A document', text: '# One', ...given })));
const read = async (id: string, who: Person | null = chair, query = ''): Promise<DocumentAnswer> =>
  documentAnswer.parse(await ok(await as(who, 'GET', `${D}/${id}${query}`)));
const publish = async (id: string, version: string, body: object = {}, who = chair) => {
  await ok(await as(who, 'POST', `${D}/${id}/versions/${version}/review`, {}));
  return editionAnswer.parse(await ok(await as(who, 'POST', `${D}/${id}/versions/${version}/approval`, body)));
};
const bytesOf = async (id: string, version: string, who: Person | null = chair) => {
  const response = await as(who, 'GET', `${D}/${id}/versions/${version}/file`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  server = await startTestServer({ now });
  send = sender(server.url, { origin: server.url });
  admin = await join(server.url, server.firstLink!, 'Amina');
  for (const body of [
    { id: 'hct', type: 'hct', names: { en: 'HCT' } },
    { id: 'iccg', type: 'iccg', names: { en: 'ICCG' }, parent: 'hct' },
    { id: 'imwg', type: 'working-group', names: { en: 'IM Working Group' }, acronym: 'IMWG', parent: 'iccg', reportsTo: 'iccg' },
    { id: 'gis', type: 'sub-group', names: { en: 'GIS' }, parent: 'imwg' },
    { id: 'inner', type: 'other', names: { en: 'Inner circle' }, visibility: 'members' },
  ])
    await ok(await as(admin, 'POST', `${C}/groups`, body));
  await ok(await as(admin, 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IMWG' } }));
  chair = await invite(server.url, admin, { scope: 'NVL', group: 'imwg', role: 'chair' }, 'Chadia');
  member = await invite(server.url, admin, { scope: 'NVL', group: 'gis', role: 'member' }, 'Mamadou');
  iccg = await invite(server.url, admin, { scope: 'NVL', group: 'iccg', role: 'coordinator' }, 'Ines');
  neighbour = await invite(server.url, admin, { scope: 'TGO', group: 'imwg', role: 'chair' }, 'Nadia');
}, 120_000);
afterAll(() => server.close());

describe('terms of reference', () => {
  const V1 = '# Terms of reference\n\n## Purpose\n\nTo share data.\n';
  const V2 = '# Terms of reference\n\n## Purpose\n\nTo share data, and to say so.\n';
  let first: Buffer;

  test('are drafted by whoever keeps the records of the group, and by nobody else', async () => {
    const body = { kind: 'tor', group: 'imwg', language: 'en', title: 'Terms of reference', audience: 'public', text: V1 };
    expect(await answerOf(await as(null, 'POST', D, body))).toEqual([401, 'auth.required']);
    expect(await answerOf(await as(member, 'POST', D, body))).toEqual([403, 'auth.forbidden']);
    expect(await answerOf(await as(iccg, 'POST', D, body))).toEqual([403, 'group.forbidden']);
    expect(await answerOf(await as(neighbour, 'POST', D, body))).toEqual([403, 'group.forbidden']);
    const { document, edition, may } = await make(body);
    expect(document).toMatchObject({ id: 'imwg-tor', kind: 'tor', group: 'imwg', audience: 'public' });
    expect(edition).toMatchObject({ version: 'v1', state: 'draft', format: 'markdown', readable: true, draftedBy: 'Chadia', told: [] });
    expect(edition.file).toMatchObject({ name: 'Terms of reference.md', bytes: Buffer.byteLength(V1), sha256: hash(V1) });
    expect(may).toMatchObject({ edit: true, review: true, approve: false, discard: true });
  });

  test('as a draft they are for members: a stranger and another country are told that there is nothing', async () => {
    for (const who of [null, neighbour])
      for (const path of ['', '/versions/v1', '/versions/v1/body', '/versions/v1/view.html', '/versions/v1/file', '/versions/current'])
        expect((await answerOf(await as(who, 'GET', `${D}/imwg-tor${path}`))).slice(0, 2), path).toEqual([404, 'document.unknown']);
    expect(documentsAnswer.parse(await ok(await as(null, 'GET', D))).documents).toEqual([]);
    expect((await read('imwg-tor', member)).versions.map(({ version, state }) => [version, state])).toEqual([['v1', 'draft']]);
  });

  test('a member comments; what is open holds the review up', async () => {
    const at = `${D}/imwg-tor/versions/v1/comments`;
    const body = { text: 'Say with whom.', section: 'Purpose' };
    const { comments, edition } = editionAnswer.parse(await ok(await as(member, 'POST', at, body)));
    expect(comments).toMatchObject([{ text: 'Say with whom.', section: 'Purpose', by: 'Mamadou', own: true, ofThisFile: true, resolved: null }]);
    expect(edition.comments).toEqual({ open: 1, all: 1 });
    const { id } = comments[0]!;
    expect((await answerOf(await as(neighbour, 'POST', at, body))).slice(0, 2)).toEqual([404, 'document.unknown']);
    expect(await answerOf(await as(chair, 'POST', `${D}/imwg-tor/versions/v1/review`, {}))).toEqual([409, 'document.comments-open', { open: 1 }]);
    const answered = editionAnswer.parse(await ok(await as(chair, 'POST', at, { text: 'With partners.', thread: id })));
    expect(answered.comments.map(({ text, thread }) => [text, thread === id])).toEqual([['Say with whom.', true], ['With partners.', true]]); // prettier-ignore
    expect((await answerOf(await as(member, 'DELETE', `${at}/${id}`))).slice(0, 2)).toEqual([409, 'document.comment-answered']);
    expect(await answerOf(await as(iccg, 'PATCH', `${at}/${id}`, { resolved: true }))).toEqual([403, 'group.forbidden']);
    const resolved = editionAnswer.parse(await ok(await as(member, 'PATCH', `${at}/${id}`, { resolved: true })));
    expect(resolved.comments[0]!.resolved).toMatchObject({ by: 'Mamadou' });
  });

  test('a draft is replaced by whoever has read it; once reviewed it is fixed', async () => {
    const at = `${D}/imwg-tor/versions/v1`;
    const before = (await read('imwg-tor')).versions[0]!.file.sha256;
    const changed = editionAnswer.parse(await ok(await as(chair, 'PUT', `${at}/file`, { text: `${V1}\nEdited.\n`, basis: before })));
    expect(changed.edition.file.sha256).not.toBe(before);
    expect(changed.comments[0]!.ofThisFile).toBe(false);
    expect((await answerOf(await as(chair, 'PUT', `${at}/file`, { text: 'Mine', basis: before }))).slice(0, 2)).toEqual([409, 'document.changed']);
    await ok(await as(chair, 'PUT', `${at}/file`, { text: V1 }));
    expect(await answerOf(await as(chair, 'POST', `${at}/approval`, {}))).toEqual([409, 'document.not-reviewed', { state: 'draft' }]);
    expect((await answerOf(await as(chair, 'POST', `${at}/review`, { basis: 'a'.repeat(64) }))).slice(0, 2)).toEqual([409, 'document.changed']);
    expect(editionAnswer.parse(await ok(await as(chair, 'POST', `${at}/review`, { basis: before }))).edition).toMatchObject({
      state: 'reviewed',
      reviewedBy: 'Chadia',
    });
    expect(await answerOf(await as(chair, 'PUT', `${at}/file`, { text: 'Other' }))).toEqual([409, 'document.fixed', { state: 'reviewed' }]);
  });

  test('approved they are current and public, to the byte', async () => {
    const body = { approvedOn: day(-2), reviewBy: day(60) };
    expect((await answerOf(await as(chair, 'POST', `${D}/imwg-tor/versions/v1/approval`, { ...body, approvedOn: day(1) }))).slice(0, 2)).toEqual([
      422,
      'document.future',
    ]);
    expect((await answerOf(await as(chair, 'POST', `${D}/imwg-tor/versions/v1/approval`, { reviewBy: day(0) }))).slice(0, 2)).toEqual([
      422,
      'document.review-order',
    ]);
    const { edition } = editionAnswer.parse(await ok(await as(chair, 'POST', `${D}/imwg-tor/versions/v1/approval`, body)));
    expect(edition).toMatchObject({ state: 'current', approvedOn: day(-2), validFrom: day(-2), reviewBy: day(60), supersedes: null });
    first = await bytesOf('imwg-tor', 'v1', null);
    expect(first.toString()).toBe(V1);
    const told = await read('imwg-tor', null);
    expect(told).toMatchObject({
      versions: [{ version: 'v1', state: 'current', draftedBy: null, approvedBy: null, comments: { open: 0, all: 0 } }],
      history: [],
      may: { record: false, comment: false, endorse: [] },
    });
    expect(JSON.stringify(told)).not.toMatch(/Chadia|Mamadou/);
  });

  test('a stranger reads them as a page that runs nothing, and keeps nothing that may be closed tomorrow', async () => {
    const view = await as(null, 'GET', `${D}/imwg-tor/versions/current/view.html`);
    expect(view.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:;.*sandbox allow-popups allow-popups-to-escape-sandbox$/,
    );
    expect([view.headers.get('cache-control'), view.headers.get('x-content-type-options')]).toEqual(['no-cache', 'nosniff']);
    expect(await view.text()).toContain('<h2 id="h-purpose">Purpose</h2>');
    const file = await as(null, 'GET', `${D}/imwg-tor/versions/v1/file`);
    expect([file.headers.get('content-disposition'), file.headers.get('content-type'), file.headers.get('x-content-type-options'), file.headers.get('cache-control')]).toEqual([
      `attachment; filename="Terms of reference.md"; filename*=UTF-8''Terms%20of%20reference.md`, 'text/markdown; charset=utf-8', 'nosniff', 'no-cache',
    ]); // prettier-ignore
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(await ok<object>(await as(null, 'GET', `${D}/imwg-tor/versions/v1/body`))).toMatchObject({
      format: 'markdown', text: V1, headings: [{ level: 1, text: 'Terms of reference' }, { id: 'h-purpose', level: 2, text: 'Purpose' }],
    }); // prettier-ignore
    expect((await as(member, 'GET', `${D}/imwg-tor`)).headers.get('cache-control')).toBe('private, no-store');
  });

  test('v2 is drafted and endorsed: v1 is current and at its address until v2 is approved', async () => {
    expect((await answerOf(await as(chair, 'POST', `${D}/imwg-tor/versions`, { text: ' ' }))).slice(0, 1)).toEqual([201]);
    expect(await answerOf(await as(chair, 'POST', `${D}/imwg-tor/versions`, { text: V2 }))).toEqual([409, 'document.draft-open', { version: 'v2' }]);
    await ok(await as(chair, 'PUT', `${D}/imwg-tor/versions/v2/file`, { text: V2, note: 'What changed' }));
    const endorsement = { group: 'iccg', date: day(-1), meeting: 'ICCG 7' };
    expect(await answerOf(await as(iccg, 'POST', `${D}/imwg-tor/versions/v2/endorsements`, endorsement))).toEqual([409, 'document.state', { state: 'draft' }]);
    await ok(await as(chair, 'POST', `${D}/imwg-tor/versions/v2/review`, {}));
    expect(await answerOf(await as(chair, 'POST', `${D}/imwg-tor/versions/v2/endorsements`, endorsement))).toEqual([403, 'group.forbidden']);
    const endorsed = editionAnswer.parse(await ok(await as(iccg, 'POST', `${D}/imwg-tor/versions/v2/endorsements`, endorsement)));
    expect(endorsed.edition.endorsements).toMatchObject([{ group: { id: 'iccg', names: { en: 'ICCG' } }, date: day(-1), meeting: 'ICCG 7', by: 'Ines' }]);
    expect((await answerOf(await as(chair, 'DELETE', `${D}/imwg-tor/versions/v2/review`))).slice(0, 2)).toEqual([409, 'document.endorsed']);
    expect((await answerOf(await as(iccg, 'POST', `${D}/imwg-tor/versions/v2/endorsements`, endorsement))).slice(0, 2)).toEqual([409, 'document.endorsed']);

    for (const version of ['v1', 'current']) expect((await bytesOf('imwg-tor', version, null)).equals(first)).toBe(true);
    expect((await answerOf(await as(null, 'GET', `${D}/imwg-tor/versions/v2/file`))).slice(0, 2)).toEqual([404, 'document.unknown']);
    const approved = editionAnswer.parse(await ok(await as(chair, 'POST', `${D}/imwg-tor/versions/v2/approval`, { reviewBy: day(100) })));
    expect(approved.edition).toMatchObject({ state: 'current', supersedes: 'v1' });
    expect((await bytesOf('imwg-tor', 'current', null)).toString()).toBe(V2);
    expect((await bytesOf('imwg-tor', 'v1', null)).equals(first)).toBe(true);
    expect((await read('imwg-tor', null)).versions.map(({ version, state, supersededOn }) => [version, state, supersededOn])).toEqual([
      ['v2', 'current', null],
      ['v1', 'superseded', day(0)],
    ]);
  });

  test('no route changes the bytes of what was published', async () => {
    const at = `${D}/imwg-tor/versions`;
    for (const version of ['v1', 'v2']) {
      expect((await answerOf(await as(chair, 'PUT', `${at}/${version}/file`, { text: 'Other' }))).slice(0, 2)).toEqual([409, 'document.fixed']);
      expect((await answerOf(await as(chair, 'DELETE', `${at}/${version}`))).slice(0, 2)).toEqual([409, 'document.state']);
      expect((await answerOf(await as(chair, 'DELETE', `${at}/${version}/review`))).slice(0, 2)).toEqual([409, 'document.state']);
    }
    expect((await answerOf(await as(chair, 'DELETE', `${D}/imwg-tor`))).slice(0, 2)).toEqual([409, 'document.published']);
    expect(hash(await bytesOf('imwg-tor', 'v1', null))).toBe(hash(V1));
  });

  test('who did what is told to members', async () => {
    const { history } = await read('imwg-tor', member);
    expect(history.map(({ action, version, by }) => [action, version, by]).slice(0, 4)).toEqual([
      ['edition.approved', 'v2', 'Chadia'],
      ['edition.endorsed', 'v2', 'Ines'],
      ['edition.reviewed', 'v2', 'Chadia'],
      ['edition.replaced', 'v2', 'Chadia'],
    ]);
  });

  test('the review is said from 30 days before, by the clock alone, in the language asked for', async () => {
    const said = async () => {
      const structure = structureAnswer.parse(await ok(await as(null, 'GET', `${C}/groups?lang=fr`)));
      const group = groupAnswer.parse(await ok(await as(null, 'GET', `${C}/groups/imwg`)));
      const list = documentsAnswer.parse(await ok(await as(null, 'GET', `${D}?group=imwg`)));
      return {
        structure: structure.gaps.filter(({ document }) => document === 'imwg-tor').map(({ code, since, text }) => [code, since, text.slice(0, 60)]),
        group: group.gaps.filter(({ document }) => document === 'imwg-tor').map(({ code }) => code),
        notices: list.notices.map(({ code, document }) => [code, document]),
        review: list.documents.find(({ id }) => id === 'imwg-tor')!.review!.text,
      };
    };
    ahead = 69;
    expect(await said()).toMatchObject({ structure: [], group: [], notices: [] });
    ahead = 70;
    expect(await said()).toEqual({
      structure: [['review-due', day(100), expect.stringContaining('« Terms of reference » est à réviser')]],
      group: ['review-due'],
      notices: [['review-due', 'imwg-tor']],
      review: 'review due in 30 days',
    });
    ahead = 88;
    expect((await said()).review).toBe('review due in 12 days');
    ahead = 100;
    expect(await said()).toMatchObject({ group: ['review-due'], review: 'review due today' });
    ahead = 101;
    expect(await said()).toMatchObject({ group: ['review-overdue'], review: 'review overdue by one day' });
    ahead = 0;
  });

  test('withdrawn they stay readable at their own address, and nothing is current', async () => {
    const withdrawn = editionAnswer.parse(await ok(await as(chair, 'POST', `${D}/imwg-tor/versions/v2/withdraw`, { reason: 'A wrong annex.' })));
    expect(withdrawn.edition).toMatchObject({ state: 'withdrawn', withdrawn: { on: day(0), reason: 'A wrong annex.' } });
    expect((await answerOf(await as(null, 'GET', `${D}/imwg-tor/versions/current`))).slice(0, 2)).toEqual([404, 'document.no-current']);
    expect((await bytesOf('imwg-tor', 'v2', null)).toString()).toBe(V2);
    const third = editionAnswer.parse(await ok(await as(chair, 'POST', `${D}/imwg-tor/versions`, { text: V2, bump: 'minor' })));
    expect(third.edition.version).toBe('v2.1');
    expect((await answerOf(await as(chair, 'DELETE', `${D}/imwg-tor/versions/v2.1`)))[0]).toBe(204);
  });
});

describe('who reads what is published', () => {
  const reading = async (id: string, who: Person | null) => {
    const statuses = await Promise.all(
      ['', '/versions/v1', '/versions/v1/body', '/versions/v1/view.html', '/versions/v1/file'].map(
        async (path) => (await as(who, 'GET', `${D}/${id}${path}`)).status,
      ),
    );
    const listed = documentsAnswer.parse(await ok(await as(who, 'GET', D))).documents.some((document) => document.id === id);
    expect(new Set(statuses).size).toBe(1);
    expect(listed).toBe(statuses[0] === 200);
    return statuses[0];
  };
  const all = async (id: string) => ({
    stranger: await reading(id, null),
    neighbour: await reading(id, neighbour),
    member: await reading(id, member),
    iccg: await reading(id, iccg),
    chair: await reading(id, chair),
  });

  test('everybody, members of the country, or members of its group', async () => {
    for (const audience of ['public', 'members', 'group']) {
      await make({ id: `for-${audience}`, audience });
      await publish(`for-${audience}`, 'v1');
    }
    expect(await all('for-public')).toEqual({ stranger: 200, neighbour: 200, member: 200, iccg: 200, chair: 200 });
    expect(await all('for-members')).toEqual({ stranger: 404, neighbour: 404, member: 200, iccg: 200, chair: 200 });
    expect(await all('for-group')).toEqual({ stranger: 404, neighbour: 404, member: 404, iccg: 404, chair: 200 });
  });

  test('what was public is closed at the next request, and the other way round', async () => {
    await ok(await as(chair, 'PATCH', `${D}/for-public`, { audience: 'group' }));
    expect(await all('for-public')).toEqual({ stranger: 404, neighbour: 404, member: 404, iccg: 404, chair: 200 });
    await ok(await as(chair, 'PATCH', `${D}/for-public`, { audience: 'public' }));
    expect(await reading('for-public', null)).toBe(200);
  });

  test('of a group for members only nothing is public', async () => {
    const body = { kind: 'other', group: 'inner', language: 'en', title: 'Inner', text: 'x', audience: 'public' };
    expect(await answerOf(await as(admin, 'POST', D, body))).toEqual([409, 'document.group-private']);
    await make({ group: 'gis', id: 'gis-notes', audience: 'public' });
    await publish('gis-notes', 'v1');
    expect(await reading('gis-notes', null)).toBe(200);
    await ok(await as(admin, 'PATCH', `${C}/groups/gis`, { visibility: 'members' }));
    expect(await all('gis-notes')).toEqual({ stranger: 404, neighbour: 404, member: 200, iccg: 200, chair: 200 });
  });

  test('whoever was a member is a stranger from the moment on at which it ended', async () => {
    const person = await invite(server.url, admin, { scope: 'NVL', group: 'imwg', role: 'member' }, 'Farid');
    expect(await reading('for-group', person)).toBe(200);
    const { persons } = personsAnswer.parse(await ok(await as(admin, 'GET', `${C}/persons`)));
    const [appointment] = persons.find(({ name }) => name === 'Farid')!.appointments;
    await ok(await as(chair, 'POST', `${C}/groups/imwg/appointments/${appointment!.id}/end`, {}));
    expect(await reading('for-group', person)).toBe(404);
    expect(await reading('for-members', person)).toBe(404);
    expect(await reading('for-public', person)).toBe(200);
    expect(await answerOf(await as(person, 'POST', `${D}/for-public/versions/v1/comments`, { text: 'x' }))).toEqual([403, 'auth.forbidden']);
  });
});

describe('the list', () => {
  test('by kind, group, language and words', async () => {
    await make({ id: 'pv-12', kind: 'minutes', language: 'fr', title: 'Compte rendu de la réunion 12' });
    const found = async (query: string) => documentsAnswer.parse(await ok(await as(member, 'GET', `${D}?${query}`))).documents.map(({ id }) => id);
    expect(await found('kind=minutes')).toEqual(['pv-12']);
    expect(await found('language=fr')).toEqual(['pv-12']);
    expect(await found('group=gis')).toEqual(['gis-notes']);
    expect(await found('q=reunion%20IMWG')).toEqual(['pv-12']);
    expect(await found('q=nothing')).toEqual([]);
  });

  test('tells members which groups have no terms of reference, and strangers do not', async () => {
    const notices = async (who: Person | null) => documentsAnswer.parse(await ok(await as(who, 'GET', `${D}?lang=es`))).notices;
    expect((await notices(member)).find(({ code }) => code === 'no-tor')).toMatchObject({
      group: 'imwg',
      text: 'IM Working Group no tiene términos de referencia vigentes.',
    });
    expect(await notices(null)).toEqual([]);
  });

  test('a document without anything published is deleted with its draft', async () => {
    expect(await answerOf(await as(chair, 'DELETE', `${D}/pv-12`))).toEqual([204, null]);
    expect((await answerOf(await as(chair, 'GET', `${D}/pv-12`))).slice(0, 2)).toEqual([404, 'document.unknown']);
  });

  test('a translation names what it translates', async () => {
    await make({ id: 'for-public-fr', language: 'fr', title: 'Un document', translates: 'for-public' });
    expect((await read('for-public', member)).translations).toEqual([{ id: 'for-public-fr', language: 'fr', title: 'Un document' }]);
    expect((await read('for-public', null)).translations).toEqual([]);
    expect(
      (await answerOf(await as(chair, 'POST', D, { kind: 'other', group: 'imwg', language: 'fr', title: 'x', text: 'x', translates: 'nothing' }))).slice(0, 2),
    ).toEqual([404, 'document.translates']);
  });
});
