/** The working group of the invented country: whole, invented, the same each time, and with one gap of each kind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSampleGroups } from '../../../server/app/workgroup/sampleGroups.ts';
import { documentsAnswer } from '../../../server/contract/documents/documents.ts';
import { GAPS, structureAnswer, type StructureAnswer } from '../../../server/contract/groups/groups.ts';
import { makeSample, type Sample } from '../../../server/sample/write.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { sender } from '../../helpers/asking.ts';
import { join, type Person } from '../../helpers/member.ts';

const TODAY = '2026-05-14';
let sample: Sample;
let servers: TestServer[];
let seen: StructureAnswer;
let admin: Person;
const TABLES = ['workgroup', 'organisation', 'seat', 'person', 'appointment', 'workgroup_event', 'schedule_entry'] as const;
/** But for the moment at which a new store made the global group (migration 0041). */
const DOCUMENT_TABLES = ['document', 'document_edition', 'document_object', 'document_endorsement', 'document_comment', 'document_event'] as const;
const documentRowsOf = ({ store: { db } }: TestServer) => Promise.all(DOCUMENT_TABLES.map((table) => db.selectFrom(table).selectAll().execute()));
const rowsOf = async ({ store: { db } }: TestServer) => {
  const all = await Promise.all(TABLES.map((table) => db.selectFrom(table).selectAll().orderBy('scope').orderBy('id').execute()));
  return all.map((rows) => rows.map((row) => (row.scope === 'global' && row.id === 'imwg' ? { ...row, created_at: '' } : row)));
};

beforeAll(async () => {
  sample = makeSample({ units: 60, cells: 4000 });
  const now = () => new Date(`${TODAY}T12:00:00Z`);
  servers = [await startTestServer({ now }), await startTestServer({ now })];
  for (const { store } of servers) await loadSampleGroups(store, sample, 21, TODAY);
  const [{ url, firstLink }] = servers as [TestServer, TestServer];
  admin = await join(url, firstLink!, 'Amina');
  seen = structureAnswer.parse(await (await sender(url, admin.headers)('GET', '/api/v1/countries/XNV/groups')).json());
}, 120_000);
afterAll(() => Promise.all(servers.map((server) => server.close())));

test('is the same each time, and is not put over what there is', async () => {
  const [first, second] = await Promise.all(servers.map(rowsOf));
  expect(second).toEqual(first);
  const [documents, same] = await Promise.all(servers.map(documentRowsOf));
  expect(same).toEqual(documents);
  await loadSampleGroups(servers[0]!.store, sample, 22, TODAY);
  expect(await rowsOf(servers[0]!)).toEqual(first);
});

describe('holds', () => {
  const of = (type: string) => seen.groups.filter((group) => group.type === type);
  test('HCT, ICCG, eleven clusters, four AoRs, the IMWG with GIS and assessments, two hubs with clusters, a closed and an ad hoc group', () => {
    expect(['hct', 'iccg', 'aor', 'hub'].map((type) => of(type).length)).toEqual([1, 1, 4, 2]);
    expect(of('cluster').filter(({ hub }) => hub === null)).toHaveLength(11);
    expect(of('cluster').filter(({ hub }) => hub !== null).map(({ parent, hub }) => [parent, hub])).toEqual([['food-security', 'hub-2'], ['health', 'hub-1'], ['nutrition', 'hub-2'], ['wash', 'hub-1']]); // prettier-ignore
    expect(of('sub-group').map(({ id, parent }) => [id, parent])).toEqual([['assessments', 'imwg'], ['gis', 'imwg']]); // prettier-ignore
    expect(seen.groups.filter(({ permanent }) => !permanent).map(({ id, status }) => [id, status])).toEqual([['cholera', 'closed'], ['flood-response', 'active']]); // prettier-ignore
    expect(seen.groups.find(({ id }) => id === 'gis')).toMatchObject({ owns: [{ kind: 'cod-ab' }, { kind: 'cod-ps' }], signoff: [{ kind: 'cod-ab', approvals: 2, from: 'gis' }, { kind: 'cod-ps', approvals: 2, from: 'gis' }] }); // prettier-ignore
    expect(seen.groups.find(({ id }) => id === 'hub-1')!.place).toMatchObject({ pcode: sample.country.levels[1]!.units[0]!.pcode });
  });
  test('one gap of each kind', () => {
    expect(seen.gaps.map(({ code }) => code).toSorted()).toEqual([...GAPS].toSorted());
    expect(seen.gaps.find(({ code }) => code === 'no-imo')!.text).toBe('Nutrition Cluster has no IM focal point.');
  });
  test('documents: terms of reference and a protocol in force, minutes, a draft with a comment, in English and French', async () => {
    const { documents, notices } = documentsAnswer.parse(await (await sender(servers[0]!.url, admin.headers)('GET', '/api/v1/countries/XNV/documents')).json());
    expect(documents.map(({ id, language, current, open, review }) => [id, language, current?.version ?? open?.state, review?.text ?? null]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([
      ['imwg-isp', 'en', 'v1', 'review by 14 January 2027'],
      ['imwg-minutes-11', 'fr', 'v1', null],
      ['imwg-minutes-12', 'en', 'v1', null],
      ['imwg-tor', 'en', 'v2', 'review due in 12 days'],
      ['imwg-work-plan', 'en', 'draft', null],
      ['wash-tor', 'fr', 'v1', 'review overdue by 9 days'],
    ]); // prettier-ignore
    expect(documents.find(({ id }) => id === 'imwg-work-plan')!.open!.comments).toEqual({ open: 1, all: 1 });
    expect(documents.find(({ id }) => id === 'imwg-isp')!.current!.endorsements).toMatchObject([{ group: { id: 'hct' } }]);
    expect(notices.filter(({ code }) => code.startsWith('review')).map(({ code, document }) => [code, document])).toEqual([
      ['review-overdue', 'wash-tor'],
      ['review-due', 'imwg-tor'],
    ]); // prettier-ignore
  });
  test('organisations of its 3W, and invented addresses only', async () => {
    const { db } = servers[0]!.store;
    const reported = new Set(sample.presence.organisations.map(({ name }) => name));
    const names = seen.organisations.map(({ name }) => name);
    expect(names.filter((name) => !reported.has(name))).toEqual(['Bureau de coordination de Narivela', 'Ministère des Solidarités de Narivela']);
    const persons = await db.selectFrom('person').select('email').execute();
    expect(persons.length).toBeGreaterThan(100);
    expect(persons.filter(({ email }) => !email!.endsWith('@example.org'))).toEqual([]);
    expect(seen.groups.filter(({ mailbox }) => mailbox !== null && !mailbox.endsWith('@example.org'))).toEqual([]);
  });
  test('the global group, which groups of the country mirror', async () => {
    const global = structureAnswer.parse(await (await fetch(`${servers[0]!.url}/api/v1/countries/global/groups`)).json());
    expect(global.groups.map(({ id }) => id)).toEqual(['assessments', 'gis', 'imwg']);
    expect(seen.groups.filter(({ mirrors }) => mirrors !== null).map(({ mirrors }) => mirrors)).toEqual(['assessments', 'gis', 'imwg']);
  });
});
