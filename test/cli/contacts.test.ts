/** `codmap ingest --kind contacts`: a plan, questions that refuse, entries that nobody sees before they confirm. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../server/app/store.ts';
import { loadConfig } from '../../server/config.ts';
import type { ContactImportAnswer } from '../../server/contract/contacts/imports.ts';
import { loadStructure } from '../../server/groups/load.ts';
import { NO_REPORTS } from '../../server/groups/registry.ts';
import { createGroupStore } from '../../server/groups/store.ts';
import { makeContactSheet } from '../helpers/contacts/sheet.ts';
import { NVL } from '../helpers/groups/made.ts';
import { codmap as runHere } from '../helpers/stores.ts';

let folder: string;
let list: string;

const codmap = (...args: string[]) => runHere(['ingest', list, '--kind', 'contacts', '--country', 'NVL', ...args], join(folder, 'var'), {});
async function withStore<T>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(loadConfig({ CODMAP_DATA: join(folder, 'var') }));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
const countOf = (table: 'person' | 'workgroup_import') => withStore(async ({ db }) => (await db.selectFrom(table).selectAll().execute()).length);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-contacts-'));
  list = join(folder, 'contacts.xlsx');
  writeFileSync(list, makeContactSheet().bytes);
  const names = { nutrition: 'Nutrition Cluster', wash: 'WASH Cluster', health: 'Health Cluster', education: 'Education Cluster' };
  await withStore(({ db }) =>
    loadStructure(
      { store: createGroupStore(db, randomUUID), newId: randomUUID, readReports: async () => NO_REPORTS },
      NVL,
      {
        groups: [
          ...Object.entries(names).map(([id, en]) => ({ group: { id, type: 'cluster' as const, names: { en } }, changed: '2026-05-01', closed: null })),
          { group: { id: 'gis', type: 'sub-group', names: { en: 'GIS' } }, changed: '2026-05-01', closed: null },
        ],
        organisations: [],
        seats: [],
        persons: [],
        appointments: [],
      },
      'tester',
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('without --apply it is a plan: questions with their answers, exit code 1, and nothing is kept', async () => {
  const { code, out, err } = await codmap();
  expect([code, await countOf('person'), await countOf('workgroup_import')]).toEqual([1, 0, 0]);
  expect(out).toContain('Contact Full name: name (full)');
  expect(out).toContain('No group here is called “Winterisation”. Which one is meant? [group:winterisation]');
  expect(out).toMatch(/row 39: No person is named here\./);
  expect(err).toMatch(/^\d+ questions are open: answer them with --answers FILE\.json\.$/m);
});

test('--apply is refused while questions are open; answered, everybody is entered, and nobody has confirmed', async () => {
  const refused = await codmap('--apply');
  expect([refused.code, await countOf('person')]).toEqual([1, 0]);
  expect(refused.err).toContain('Nobody was entered.');

  const answers: Record<string, string> = {};
  const file = join(folder, 'answers.json');
  let plan: ContactImportAnswer | undefined;
  for (let turn = 0; turn < 6 && (plan === undefined || plan.doubts.some(({ answer }) => answer === null)); turn++) {
    writeFileSync(file, JSON.stringify({ doubts: answers }));
    plan = JSON.parse((await codmap('--json', '--answers', file)).out) as ContactImportAnswer;
    for (const { id, choices } of plan.doubts) answers[id] ??= choices[0]!.answer;
  }
  const done = await codmap('--apply', '--answers', file);
  expect([done.code, await countOf('workgroup_import')]).toEqual([0, 1]);
  expect(done.err).toContain('They are shown to nobody until each has confirmed');
  const rows = await withStore(({ db }) => db.selectFrom('person').select(['entered', 'confirmed_at', 'entered_by']).execute());
  expect(rows.length).toBe(plan!.changes.filter(({ does }) => does === 'person.create').length);
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
  expect(rows[0]).toMatchObject({ entered: 'import', confirmed_at: null });
  expect(await withStore(({ db }) => db.selectFrom('entry_link').selectAll().execute())).toEqual([]);
}, 120_000);

test('rows in doubt can be left out; answers that are none are refused', async () => {
  const file = join(folder, 'wrong.json');
  writeFileSync(file, JSON.stringify({ doubts: { x: 3 } }));
  expect((await codmap('--answers', file)).code).toBe(3);
  const { code, err } = await codmap('--apply', '--without-doubts');
  expect([code, err]).toEqual([1, expect.stringContaining('There is nothing to change')]);
});
