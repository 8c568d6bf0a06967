import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobAnswer, problemDetails } from '../../server/contract/datasets/api.ts';
import type { DatasetId } from '../../server/contract/ids.ts';
import { UnauthorizedError } from '../../server/errors.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';

const SLE = 'cod-ab-sle' as DatasetId;
let server: TestServer;
let count = 0;

async function queue(): Promise<string> {
  const sha256 = String(count++).padStart(64, '0');
  return (await server.store.datasets.registerUpload(SLE, [{ name: 'a', key: `uploads/${sha256}`, bytes: 1, sha256 }], {}, null)).id;
}

beforeAll(async () => {
  server = await startTestServer({
    authorize: async (request) => {
      if (request.headers['x-test-user']) return { id: '1', name: 'one' };
      throw new UnauthorizedError('auth.required', 'Sign in.');
    },
  });
});
afterAll(() => server.close());

describe('a job', () => {
  test('is read by whoever knows its id; others are not there', async () => {
    const id = await queue();
    const answer = await fetch(`${server.url}/api/v1/jobs/${id}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const text = await answer.text();
    expect(jobAnswer.parse(JSON.parse(text))).toMatchObject({ id, dataset: SLE, state: 'queued' });
    expect(text).not.toContain('uploads/');
    for (const path of [`${server.url}/api/v1/jobs/none`, `${server.url}/api/v1/jobs/none/events`]) {
      const missing = await fetch(path);
      expect([missing.status, problemDetails.parse(await missing.json()).type]).toEqual([404, '/problems/job.unknown']);
    }
  });

  test('tells its stages as events, each once, and ends with its end', async () => {
    const id = await queue();
    const answer = await fetch(`${server.url}/api/v1/jobs/${id}/events`);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const { jobs, db } = server.store;
    const text = answer.text();
    const later = new Date(Date.now() + 60_000).toISOString();
    const pause = () => new Promise((resume) => setTimeout(resume, 700));
    await pause();
    await db.updateTable('job').set({ state: 'cancelled' }).where('state', '=', 'queued').where('id', '!=', id).execute();
    expect((await jobs.claim('test', later))!.id).toBe(id);
    await jobs.progress(id, 'test', later, { stage: 'topology', done: 1, total: 2 });
    await pause();
    await pause();
    await jobs.fail(id, 'test', later, { code: 'read.damaged', detail: 'cut' });
    const events = (await text)
      .split('\n\n')
      .filter((part) => part.startsWith('event: job'))
      .map((part) => jobAnswer.parse(JSON.parse(part.split('\ndata: ')[1]!)));
    expect(events.map(({ state, stage }) => [state, stage])).toEqual([
      ['queued', null],
      ['running', 'topology'],
      ['failed', 'topology'],
    ]);
  });

  test('is cancelled only by those who may', async () => {
    const id = await queue();
    expect((await fetch(`${server.url}/api/v1/jobs/${id}`, { method: 'DELETE' })).status).toBe(401);
    const done = await fetch(`${server.url}/api/v1/jobs/${id}`, { method: 'DELETE', headers: { 'x-test-user': 'one' } });
    expect([done.status, jobAnswer.parse(await done.json()).state]).toEqual([202, 'cancelled']);
  });
});
