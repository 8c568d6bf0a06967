/** What a country classifies besides its datasets: files as they were uploaded, minutes, lists of contacts. By role and audience, over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetId } from '../../../server/contract/ids.ts';
import { documentAnswer, documentsAnswer } from '../../../server/contract/documents/documents.ts';
import type { Audience, Hides } from '../../../server/contract/sensitivity/sensitivity.ts';
import { proposeRows } from '../../../server/sensitivity/proposal.ts';
import { recordSample, startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';

const C = '/api/v1/countries/SLE';
const MINUTES = `${C}/documents/wash-minutes-may`;
const SOURCE = `/api/v1/datasets/cod-ab-sle/versions/v01/download/${encodeURIComponent('Frontières n°1 «été».zip')}`;
const TODAY = new Date().toISOString().slice(0, 10);
/** Keeps the records of everything; of the group itself; below it; of another one; observer of the group; of another country; who has left. */
const WHO = ['stranger', 'neighbour', 'former', 'observer', 'health', 'below', 'wash', 'owner'] as const;
type Who = (typeof WHO)[number];

let server: TestServer;
let send: Send;
let people: Record<Exclude<Who, 'stranger'> | 'admin' | 'chair', Person>;

const as = (who: keyof typeof people | 'stranger', method: string, path: string, body?: unknown) =>
  send(method, path, who === 'stranger' ? {} : people[who].headers, body);
const ok = async <T>(response: Response): Promise<T> => {
  if (response.status >= 300) throw new Error(`${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
};

async function endorse(change: Record<string, { audience: Audience; class?: string; named?: string[] }>, confirmed = true): Promise<Response> {
  const rows = proposeRows('en').map((row) => ({ ...row, ...(change[row.dataType] ?? { class: 'low', audience: 'public' }) }));
  await ok(await as('chair', 'PUT', `${C}/sharing/draft`, { rows: rows.filter(({ dataType }) => change[dataType] !== undefined) }));
  return as('chair', 'POST', `${C}/sharing/draft/endorse`, { group: 'hct', date: TODAY, confirmed });
}
/** Who is answered with 200; all others are refused with this code. */
async function reach(path: string, code: string): Promise<Who[]> {
  const reached: Who[] = [];
  for (const who of WHO) {
    const response = await as(who, 'GET', path);
    if (response.status === 200) {
      reached.push(who);
      await response.arrayBuffer();
    } else expect([who, (await answerOf(response))[1]]).toEqual([who, code]);
  }
  return reached;
}

beforeAll(async () => {
  server = await startTestServer();
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people = { admin } as typeof people;
  const { version } = await recordSample(server.store);
  await server.store.datasets.publishVersion('cod-ab-sle' as DatasetId, version, { by: 'tester', reason: 'test' });
  for (const group of [
    { id: 'hct', type: 'hct' },
    { id: 'imwg', type: 'working-group', parent: 'hct' },
    { id: 'wash', type: 'cluster' },
    { id: 'hygiene', type: 'sub-cluster', parent: 'wash' },
    { id: 'health', type: 'cluster' },
  ])
    await ok(await as('admin', 'POST', `${C}/groups`, { names: { en: group.id.toUpperCase() }, ...group }));
  await ok(await as('admin', 'POST', '/api/v1/countries/TGO/groups', { id: 'imwg', type: 'working-group', names: { en: 'IM' } }));
  const of = (group: string, role: 'chair' | 'imo' | 'member' | 'observer', name: string, scope = 'SLE') =>
    invite(server.url, admin, { scope, group, role }, name);
  people = {
    admin,
    chair: await of('hct', 'chair', 'Clara'),
    neighbour: await of('imwg', 'chair', 'Nadia', 'TGO'),
    former: await of('wash', 'imo', 'Farid'),
    observer: await of('wash', 'observer', 'Omar'),
    health: await of('health', 'imo', 'Hugo'),
    below: await of('hygiene', 'member', 'Bea'),
    wash: await of('wash', 'imo', 'Wanda'),
    owner: await of('imwg', 'member', 'Odile'),
  };
  const minutes = { id: 'wash-minutes-may', kind: 'minutes', group: 'wash', language: 'en', title: 'Minutes of May', audience: 'public', text: '# Minutes' };
  await ok(await as('wash', 'POST', `${C}/documents`, minutes));
  await ok(await as('wash', 'POST', `${MINUTES}/versions/v1/review`, {}));
  await ok(await as('wash', 'POST', `${MINUTES}/versions/v1/approval`, {}));
  // Everybody of the cluster lets everybody see them, and is in files of partners: only the classification can then keep them from anyone.
  const { entries } = await ok<{ entries: { person: { id: string } }[] }>(await as('wash', 'GET', '/api/v1/entries'));
  const entry = `${C}/entries/${entries[0]!.person.id}`;
  await ok(await as('wash', 'POST', `${entry}/consents`, { text: '1', language: 'en', purposes: { 'members': true, 'focal-points-page': false, 'partner-export': true } })); // prettier-ignore
  await ok(await as('wash', 'PATCH', entry, { visibility: { name: 'public', role: 'public' } }));
  const { user } = await ok<{ user: { id: string; appointments: { id: string }[] } }>(await as('former', 'GET', '/api/v1/session'));
  await ok(await as('admin', 'DELETE', `/api/v1/members/${user.id}/appointments/${user.appointments[0]!.id}`, {}));
}, 60_000);
afterAll(() => server.close());

const ALL = [...WHO];
const RESPONSE = WHO.slice(3);
const everyPaper = async () => [
  await reach(MINUTES, 'document.unknown'),
  await reach(`${MINUTES}/versions/v1/file`, 'document.unknown'),
  await reach(SOURCE, 'data.restricted'),
];

test('where nothing is classified, everybody who could is answered as before', async () => {
  expect(await everyPaper()).toEqual([ALL, ALL, ALL]);
  expect(await reach(`${C}/contacts/export.csv?group=wash`, 'auth.required')).toEqual(WHO.slice(1));
});

test('what a table takes from the public is named before: minutes by title, datasets with their files', async () => {
  const [status, code, details] = await answerOf(await endorse({ minutes: { audience: 'response' }, 'source-files': { audience: 'response' } }, false));
  const { datasets, documents, sources } = details as unknown as Hides;
  expect([status, code, datasets, documents, sources]).toEqual([
    409,
    'sensitivity.hides',
    [],
    [{ id: 'wash-minutes-may', title: 'Minutes of May' }],
    ['cod-ab-sle'],
  ]);
  expect(await everyPaper()).toEqual([ALL, ALL, ALL]);
});

describe.each<[Audience, string[], { minutes: Who[]; source: Who[]; contacts: Who[] }]>([
  ['response', [], { minutes: RESPONSE, source: RESPONSE, contacts: RESPONSE }],
  ['cluster', [], { minutes: ['below', 'wash'], source: ['owner'], contacts: ['below', 'wash'] }],
  ['named', ['health'], { minutes: ['health', 'wash'], source: ['health', 'owner'], contacts: ['health', 'wash'] }],
])('for %s', (audience, named, expected) => {
  beforeAll(async () => {
    const row = { class: 'moderate', audience, named };
    expect((await endorse({ minutes: row, 'source-files': row, contacts: row })).status).toBe(200);
  });

  test('minutes: nobody else finds, lists, reads or takes them', async () => {
    expect(await reach(MINUTES, 'document.unknown')).toEqual(expected.minutes);
    expect(await reach(`${MINUTES}/versions/v1/file`, 'document.unknown')).toEqual(expected.minutes);
    for (const who of WHO) {
      const { documents } = documentsAnswer.parse(await ok(await as(who, 'GET', `${C}/documents?q=minutes`)));
      expect([who, documents.length]).toEqual([who, expected.minutes.includes(who) ? 1 : 0]);
    }
    expect(await (await as('stranger', 'GET', `${C}/feed.atom`)).text()).not.toContain('Minutes of May');
    const { classified } = documentAnswer.parse(await ok(await as('wash', 'GET', MINUTES)));
    expect(classified).toMatchObject({ audience, named });
  });

  test('files as they were uploaded: nobody else is offered or given one, and no cache keeps it', async () => {
    expect(await reach(SOURCE, 'data.restricted')).toEqual(expected.source);
    for (const who of WHO) {
      const { artifacts } = await ok<{ artifacts: { kind: string }[] }>(await as(who, 'GET', '/api/v1/datasets/cod-ab-sle/versions/v01'));
      expect([who, artifacts.some(({ kind }) => kind === 'source')]).toEqual([who, expected.source.includes(who)]);
    }
    expect((await as(expected.source[0]!, 'GET', SOURCE)).headers.get('cache-control')).toBe('no-store');
    // What was made of them stays for everybody.
    expect((await as('stranger', 'GET', '/api/v1/datasets/cod-ab-sle/versions/v01/download/sle_admin2.geojson')).status).toBe(200);
  });

  test('lists of contacts: nobody else takes one as a file or a sheet, and who is left out is counted', async () => {
    for (const path of ['export.csv?group=wash', 'export.vcf?group=wash', 'sheet.html?group=wash'])
      for (const who of WHO.slice(1)) {
        const response = await as(who, 'GET', `${C}/contacts/${path}`);
        const body = await response.text();
        expect([path, who, body.includes('Wanda')]).toEqual([path, who, expected.contacts.includes(who)]);
        // Of oneself one always has a card.
        if (expected.contacts.includes(who) || who === 'observer') expect([who, response.status]).toEqual([who, 200]);
        else expect([who, response.status, body.includes('contacts.classified')]).toEqual([who, 403, true]);
      }
    const { leftOut } = await ok<{ leftOut: { why: { classification: number } } }>(await as('neighbour', 'GET', `${C}/contacts?for=file`));
    expect(leftOut.why.classification).toBeGreaterThan(0);
    // The page stays what each person lets everybody see.
    expect((await ok<{ cards: { name: string }[] }>(await as('stranger', 'GET', `${C}/contacts`))).cards.map(({ name }) => name)).toEqual(['Wanda']);
  });
});

test('of severe sensitivity not even the name of a file is told', async () => {
  expect((await endorse({ 'source-files': { class: 'severe', audience: 'named' } })).status).toBe(200);
  expect(await answerOf(await as('stranger', 'GET', SOURCE))).toEqual([404, 'file.unknown']);
  expect(await answerOf(await as('stranger', 'GET', SOURCE.replace('Fronti', 'None')))).toEqual([404, 'file.unknown']);
});

describe('the protocol that a classification is part of', () => {
  const draft = (document: { id: string; version: string } | null) => as('chair', 'PUT', `${C}/sharing/draft`, { rows: proposeRows('en'), document });
  beforeAll(async () => {
    for (const kind of ['isp', 'tor'])
      await ok(await as('chair', 'POST', `${C}/documents`, { kind, group: 'hct', language: 'en', title: kind, text: '# One', audience: 'public' }));
  });

  test('is a document of that kind, in a version that there is; every other is refused', async () => {
    for (const document of [
      { id: 'hct-tor', version: 'v1' },
      { id: 'wash-minutes-may', version: 'v1' },
      { id: 'none', version: 'v1' },
      { id: 'hct-isp', version: 'v2' },
    ])
      expect(await answerOf(await draft(document))).toEqual([422, 'sensitivity.protocol', { document: document.id, version: document.version }]);
    expect((await draft({ id: 'hct-isp', version: 'v1' })).status).toBe(200);
  });
  test('its page tells the classifications that are part of it, drafts to members only; pages of other kinds tell none', async () => {
    for (const step of ['review', 'approval']) await ok(await as('chair', 'POST', `${C}/documents/hct-isp/versions/v1/${step}`, {}));
    const told = async (who: Who | 'chair', id: string) => documentAnswer.parse(await ok(await as(who, 'GET', `${C}/documents/${id}`))).classifications;
    const [table] = await told('chair', 'hct-isp');
    expect(table).toEqual({ version: expect.stringMatching(/^v\d+$/), document: 'v1', state: 'draft' });
    expect([await told('stranger', 'hct-isp'), await told('chair', 'hct-tor')]).toEqual([[], []]);
    expect((await as('chair', 'POST', `${C}/sharing/draft/endorse`, { group: 'hct', date: TODAY, confirmed: true })).status).toBe(200);
    expect(await told('stranger', 'hct-isp')).toEqual([{ ...table, state: 'current' }]);
  });
});
