/** A sheet read into the structure over HTTP: nothing changes before it is applied; then all or none; and no cell with a name is kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyAnswer, structureAnswer } from '../../../server/contract/groups/groups.ts';
import type { ImportAnswer } from '../../../server/contract/groups/imports.ts';
import { startTestServer, type TestServer } from '../../helpers/app.ts';
import { answerOf, sender, type Send } from '../../helpers/asking.ts';
import { invite, join, type Person } from '../../helpers/member.ts';
import { makeStructureSheet } from '../../helpers/groups/sheet.ts';

const C = '/api/v1/countries/NVL';
let server: TestServer;
let send: Send;
let publisher: Person;
let viewer: Person;
let day = '2026-05-14';
const XLSX = makeStructureSheet();

beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(`${day}T09:00:00Z`) });
  send = sender(server.url, { origin: server.url });
  const admin = await join(server.url, server.firstLink!, 'Amina');
  publisher = await invite(server.url, admin, 'publisher', 'Paula');
  viewer = await invite(server.url, admin, 'viewer', 'Vera');
});
afterAll(() => server.close());

const upload = (bytes: Uint8Array | string, name: string, who: Person = publisher, query = '') => {
  const form = new FormData();
  form.set('file', new Blob([bytes as never]), name);
  return fetch(`${server.url}${C}/imports${query}`, { method: 'POST', headers: { ...who.headers }, body: form });
};
const read = async (bytes: Uint8Array | string, name: string): Promise<ImportAnswer> => (await (await upload(bytes, name)).json()) as ImportAnswer;
const structure = async () => structureAnswer.parse(await (await send('GET', `${C}/groups`, publisher.headers)).json());
const say = async (id: string, body: object) => (await (await send('PUT', `${C}/imports/${id}`, publisher.headers, body)).json()) as ImportAnswer;
const apply = (id: string, body: object = {}) => send('POST', `${C}/imports/${id}/apply`, publisher.headers, body);

describe('the dirty sheet', () => {
  let made: ImportAnswer;
  test('is read into a plan; the structure stays as it is', async () => {
    const response = await upload(XLSX.bytes, 'contacts.xlsx');
    expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'private, no-store']);
    made = (await response.json()) as ImportAnswer;
    expect([made.file, made.sheet, made.sheets, made.createdBy, made.appliedAt]).toEqual(['contacts.xlsx', 'Contacts', ['Contacts'], 'Paula', null]);
    expect(made.ledger).toHaveLength(61);
    expect(Object.values(made.counts).reduce((sum, count) => sum + count, 0)).toBe(61);
    expect((await structure()).groups).toEqual([]);
  });

  test('is refused while questions are open, and applied once they are answered: every row in it', async () => {
    const [status, code, details] = await answerOf(await apply(made.id));
    expect([status, code, (details!['doubts'] as string[]).length]).toEqual([409, 'import.open', made.doubts.length]);
    let answer = made;
    for (let turn = 0; turn < 5 && answer.doubts.some((doubt) => doubt.answer === null); turn++) {
      const doubts = Object.fromEntries(answer.doubts.filter((doubt) => doubt.answer === null).map((doubt) => [doubt.id, doubt.choices[0]!.answer]));
      answer = await say(made.id, { doubts });
    }
    expect(answer.counts).toEqual({ planned: 60, unchanged: 0, doubt: 0, left: 1 });
    const applied = (await (await apply(made.id)).json()) as ImportAnswer;
    expect([applied.appliedAt, applied.ledger.length]).toEqual(['2026-05-14T09:00:00.000Z', 61]);
    const after = await structure();
    expect(after.groups.map(({ id }) => id)).toEqual(['education-cluster', 'health-cluster', 'nutrition-cluster', 'wash-cluster']);
    expect(after.seats.length).toBe(applied.changes.filter(({ does }) => does === 'seat.add').length);
    expect(after.roles.map(({ role }) => role)).toContain('imo');
    const { events } = historyAnswer.parse(await (await send('GET', `${C}/groups-history?limit=500`, publisher.headers)).json());
    expect(events.filter(({ action }) => action === 'structure.imported')).toMatchObject([
      { actor: 'Paula', detail: { file: 'contacts.xlsx', changes: String(applied.changes.length) } },
    ]);
    expect(events.length).toBe(Math.min(500, applied.changes.length + 1));
  });

  test('applied, it keeps what became of each row, and no name', async () => {
    const kept = (await (await send('GET', `${C}/imports/${made.id}`, publisher.headers)).json()) as ImportAnswer;
    expect([kept.ledger.length, kept.counts.planned]).toEqual([61, 60]);
    const row = JSON.stringify(await server.store.db.selectFrom('workgroup_import').selectAll().executeTakeFirst());
    for (const name of ['bilal', 'example.org', 'zoe']) expect(row.toLowerCase(), name).not.toContain(name);
    expect((await answerOf(await apply(made.id)))[1]).toBe('import.applied');
    expect((await answerOf(await send('PUT', `${C}/imports/${made.id}`, publisher.headers, { leave: [] })))[1]).toBe('import.applied');
  });

  test('read again, the same sheet has next to nothing to change', async () => {
    const again = await read(XLSX.bytes, 'contacts.xlsx');
    const clean = again.ledger.filter(({ row }) => XLSX.truth.some((each) => each.row === row && each.dirt === 'clean'));
    expect(clean.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'unchanged')).toEqual([]);
  });
});

describe('applying', () => {
  test('leaves rows in doubt out where that is said, and says which', async () => {
    const made = await read('Group,Type,Organisation\nGIS,sub-group,Blue Maps\nThing,,Red Maps\n', 'two.csv');
    expect(made.ledger.map(({ outcome }) => outcome)).toEqual(['planned', 'doubt']);
    const applied = (await (await apply(made.id, { withDoubts: true })).json()) as ImportAnswer;
    expect(applied.ledger.map(({ outcome }) => outcome)).toEqual(['planned', 'doubt']);
    expect((await structure()).groups.map(({ id }) => id)).toContain('gis');
    expect((await structure()).groups.map(({ id }) => id)).not.toContain('thing');
  });
  test('is all or none: groups in a circle', async () => {
    const before = await structure();
    const made = await read(
      'Group,Type,Parent\nAlpha working group,working group,Omega working group\nOmega working group,working group,Alpha working group\n',
      'circle.csv',
    );
    expect((await answerOf(await apply(made.id)))[1]).toBe('group.circle');
    expect(await structure()).toEqual(before);
  });
  test('goes by the structure of the moment', async () => {
    const made = await read('Group,Type\nLate working group,working group\n', 'late.csv');
    await send('POST', `${C}/groups`, publisher.headers, { id: 'late-working-group', type: 'working-group', names: { en: 'Late working group' } });
    expect((await answerOf(await apply(made.id)))[1]).toBe('import.nothing');
  });
  test('what a person says of a column, and does not tick', async () => {
    const made = await read('X,Y\nGIS,Green Maps\n', 'said.csv');
    const said = await say(made.id, {
      columns: [
        { heading: 'X', role: { is: 'group', part: 'name' } },
        { heading: 'Y', role: { is: 'organisation', capacity: 'lead', part: 'name' } },
      ],
    });
    expect(said.changes.map(({ does }) => does)).toEqual(['organisation.create', 'seat.add']);
    const left = await say(made.id, { leave: [said.changes[1]!.id] });
    expect(left.changes.map(({ taken }) => taken)).toEqual([true, false]);
    expect((await send('DELETE', `${C}/imports/${made.id}`, publisher.headers)).status).toBe(204);
    expect((await send('GET', `${C}/imports/${made.id}`, publisher.headers)).status).toBe(404);
  });
});

describe('refusals', () => {
  test('a viewer and a stranger', async () => {
    expect((await upload('Group\nA\n', 'a.csv', viewer)).status).toBe(403);
    expect((await upload('Group\nA\n', 'a.csv', { name: '', headers: { origin: server.url } })).status).toBe(401);
    expect((await send('GET', `${C}/imports`, viewer.headers)).status).toBe(403);
  });
  test('no file, no table, too large, another sheet', async () => {
    expect(await answerOf(await send('POST', `${C}/imports`, publisher.headers, {}))).toEqual([422, 'import.form']);
    expect((await answerOf(await upload('', 'empty.csv')))[1]).toBe('table.empty');
    expect(await answerOf(await upload('x'.repeat(5_000_001), 'large.csv'))).toEqual([413, 'import.too-large']);
    expect(await answerOf(await upload(`Group,Type\n${'GIS,sub-group\n'.repeat(5001)}`, 'long.csv'))).toEqual([413, 'import.too-large']);
    const made = await read('Group,Type\nGIS,sub-group\n', 'one.csv');
    expect(await answerOf(await send('PUT', `${C}/imports/${made.id}`, publisher.headers, { sheet: 'Other' }))).toEqual([422, 'import.sheet']);
  });
  test('what was not applied is forgotten after thirty days', async () => {
    const { imports } = (await (await send('GET', `${C}/imports`, publisher.headers)).json()) as { imports: { id: string; appliedAt: string | null }[] };
    const open = imports.find(({ appliedAt }) => appliedAt === null)!;
    day = '2026-06-13';
    expect((await send('GET', `${C}/imports/${open.id}`, publisher.headers)).status).toBe(200);
    day = '2026-06-14';
    expect((await send('GET', `${C}/imports/${open.id}`, publisher.headers)).status).toBe(404);
    const rows = await server.store.db.selectFrom('workgroup_import').select('applied_at').execute();
    expect(rows.filter(({ applied_at }) => applied_at === null)).toEqual([]);
  });
});
