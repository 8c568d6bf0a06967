/** A full disk stops who writes and nobody who reads: an API key answers though nothing can be noted about it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKeyAnswer } from '../../server/contract/people/people.ts';
import { recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { answerOf, sender, type Send } from '../helpers/asking.ts';
import { join, PASSWORD, type Person } from '../helpers/member.ts';

const DRAFT = '/api/v1/datasets/cod-ab-sle/versions/v01';

let server: TestServer;
let send: Send;
let admin: Person;

async function open(env: Record<string, string> = {}): Promise<void> {
  server = await startTestServer({}, env);
  send = sender(server.url, { origin: server.url });
  admin = await join(server.url, server.firstLink!, 'Amina');
  await recordSample(server.store);
}

async function makeKey(): Promise<{ id: string; headers: Record<string, string> }> {
  const made = await send('POST', '/api/v1/keys', admin.headers, { name: 'nightly', scopes: ['draft.read', 'version.publish'] });
  const { id, key } = newKeyAnswer.parse(await made.json());
  return { id, headers: { authorization: `Bearer ${key}` } };
}

describe('the note of when a key was used cannot be written', () => {
  beforeAll(() => open());
  afterAll(() => server.close());

  test('the key answers, tiles too; the log says so once a minute; what the key does is still refused or done by its own rules', async () => {
    const key = await makeKey();
    // What SQLite says of a full disk, from every write to this table.
    const { db } = server.store;
    const { sql } = await import('kysely');
    await sql.raw("create trigger full before update on api_key begin select raise(abort, 'database or disk is full'); end").execute(db);
    for (let i = 0; i < 5; i++) expect((await send('GET', DRAFT, key.headers)).status).toBe(200);
    expect((await send('GET', '/tiles/cod-ab-sle/v01/3/3/3.mvt', key.headers)).status).toBe(200);
    expect(server.lines.filter((line) => line.includes('Key:NotMarked'))).toHaveLength(1);
    expect((await send('POST', `${DRAFT}/publish`, key.headers, {})).status).toBe(200);
    await sql.raw('drop trigger full').execute(db);
  });
});

/** A disk of its own that can be filled to the last byte; only the superuser may mount one. */
const folder = mkdtempSync(joinPath(tmpdir(), 'codmap-disk-'));
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const mounted = mount();

describe.skipIf(!mounted)('a disk that is full to the last byte (skipped where none can be mounted)', () => {
  beforeAll(() => open({ CODMAP_DATA: folder }));
  afterAll(async () => {
    await server?.close();
    if (mounted) execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  test('keys and sessions answer, and signing in does not blame the password', async () => {
    const key = await makeKey();
    // To the last byte, the rest of the last block too: the log of the database has no room to grow.
    for (let size = 1 << 20, i = 0; size >= 1; size >>= 1, i++)
      try {
        for (let n = 0; ; n++) writeFileSync(joinPath(folder, `fill-${i}-${n}`), Buffer.alloc(size, 1));
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
      }
    expect(statfsSync(folder).bavail).toBe(0);
    await expect(
      server.store.db
        .insertInto('account_event')
        .values({ id: 'x', at: 'x'.repeat(9_000_000), actor: null, action: '', subject: '', detail: null })
        .execute(),
    ).rejects.toThrow(/full|I\/O/);

    for (let i = 0; i < 5; i++) expect((await send('GET', DRAFT, key.headers)).status).toBe(200);
    expect((await send('GET', DRAFT, admin.headers)).status).toBe(200);
    const answer = (await (await send('GET', '/api/v1/session', admin.headers)).json()) as { user: { name: string } };
    expect(answer.user.name).toBe('Amina');
    const [status, code] = await answerOf(await send('POST', '/api/v1/session', {}, { email: 'amina@example.org', password: PASSWORD }));
    expect([status >= 500, code]).not.toContain('auth.wrong');
    expect(status).toBeGreaterThanOrEqual(500);
  });
});
