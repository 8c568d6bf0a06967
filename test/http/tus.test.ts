/** Large files: sent in pieces, cut in the middle of one, gone on with by the same library that the client uses. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, connect, type Server } from 'node:net';
import { readdir } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jobAnswer, problemDetails } from '../../server/contract/datasets/api.ts';
import type { Actor } from '../../server/http/request.ts';
import { serveUploads } from '../../server/uploads/routes.ts';
import { createUnfinished } from '../../server/uploads/unfinished.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { join, type Person } from '../helpers/member.ts';

const MB = 1_000_000;
let server: TestServer;
let admin: Person;
/** A line that can be cut: everything passes through until `cutAfter` bytes have. */
let line: Server;
let port = 0;
let cutAfter = Infinity;
let cuts = 0;

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_MAX_UPLOAD_MB: '30' });
  admin = await join(server.url, server.firstLink!, 'Amina');
  line = createServer((near) => {
    const far = connect(server.port, '127.0.0.1');
    let passed = 0;
    near.on('data', (bytes) => {
      passed += bytes.length;
      if (passed > cutAfter) {
        cuts++;
        cutAfter = Infinity;
        near.destroy();
        far.destroy();
      } else far.write(bytes);
    });
    far.on('data', (bytes) => near.write(bytes));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  port = (line.address() as { port: number }).port;
});
afterAll(async () => {
  line.close();
  await server.close();
});

function send(bytes: Buffer, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint: `http://127.0.0.1:${port}/api/v1/uploads/files`,
      chunkSize: 2 * MB,
      retryDelays: [50, 100, 200, 400],
      headers,
      onError: reject,
      onSuccess: () => resolve(upload.url!.split('/').at(-1)!),
    });
    upload.start();
  });
}
const finish = (files: object[]) =>
  fetch(`${server.url}/api/v1/uploads`, {
    method: 'POST',
    headers: { ...admin.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ files, kind: 'cod-ab', country: 'SLE' }),
  });

test('what nobody went on with for a day is removed; a younger one stays', async () => {
  const incoming = mkdtempSync(joinPath(tmpdir(), 'codmap-tus-'));
  try {
    const make = (id: string, hours: number) => {
      writeFileSync(joinPath(incoming, id), 'half');
      const creation_date = new Date(Date.now() - hours * 3600_000).toISOString();
      writeFileSync(joinPath(incoming, `${id}.json`), JSON.stringify({ id, size: 100, offset: 4, creation_date }));
    };
    make('a'.repeat(32), 25);
    make('b'.repeat(32), 23);
    const part = serveUploads({ uploads: { maxBytes: 100 } as never, authorize: undefined as never, findWork: undefined as never, incoming });
    expect(await part.sweep()).toBe(1);
    expect((await readdir(incoming)).sort()).toEqual(['b'.repeat(32), `${'b'.repeat(32)}.json`]);
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
});

test('the folder is there when the server is put together: one that is missing later would end the process', () => {
  const above = mkdtempSync(joinPath(tmpdir(), 'codmap-tus-'));
  try {
    const incoming = joinPath(above, 'store', 'incoming');
    serveUploads({ uploads: { maxBytes: 100 } as never, authorize: undefined as never, findWork: undefined as never, incoming });
    expect(existsSync(incoming)).toBe(true);
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
});

test('what one person began and never finished is bounded in number and bytes, and is nobody else’s', async () => {
  const incoming = mkdtempSync(joinPath(tmpdir(), 'codmap-tus-'));
  const [ann, ben] = ['ann', 'ben'].map((id) => ({ id, name: id }) as Actor) as [Actor, Actor];
  try {
    const bytes = createUnfinished(incoming, 100);
    const first = await bytes.begin(ann, 100);
    await bytes.begin(ann, 100);
    await expect(bytes.begin(ann, 1)).rejects.toMatchObject({ code: 'upload.too-many' });
    await bytes.begin(ben, 100);
    expect(() => bytes.requireOwn(ben, first)).toThrow(expect.objectContaining({ code: 'upload.unfinished' }));
    bytes.end(first);
    await bytes.begin(ann, 100);

    const number = createUnfinished(incoming, 1e9);
    for (let n = 0; n < 250; n++) await number.begin(ann, 1);
    await expect(number.begin(ann, 1)).rejects.toMatchObject({ code: 'upload.too-many' });
    await number.begin(ben, 1);
    for (let n = 0; n < 8; n++) for (let i = 0; i < 249; i++) await number.begin({ ...ben, id: `person ${n}` }, 1).catch(() => undefined);
    await expect(number.begin({ ...ben, id: 'one more' }, 1)).rejects.toMatchObject({ code: 'upload.too-many' });

    // A server that starts anew counts what lies there.
    writeFileSync(joinPath(incoming, `${first}.json`), JSON.stringify({ id: first, size: 200 }));
    await expect(createUnfinished(incoming, 100).begin(ann, 1)).rejects.toMatchObject({ code: 'upload.too-many' });
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
});

describe('a file over a line that is cut', () => {
  test('arrives whole: every byte once', async () => {
    const bytes = randomBytes(7 * MB);
    cutAfter = 3.3 * MB;
    cuts = 0;
    const id = await send(bytes, { cookie: admin.headers['cookie']!, origin: `http://127.0.0.1:${port}` });
    expect(cuts).toBe(1);
    const answer = await finish([{ id, name: 'sle_admin2.geojson' }]);
    expect(answer.status).toBe(202);
    const job = await server.store.jobs.find(jobAnswer.parse(await answer.json()).id);
    expect(job!.input.files).toEqual([
      expect.objectContaining({ name: 'sle_admin2.geojson', bytes: 7 * MB, sha256: createHash('sha256').update(bytes).digest('hex') }),
    ]);
    // The temporary file is gone.
    expect(await readdir(joinPath(server.config.data, 'incoming'))).toEqual([]);
  });

  test('a file that has not arrived whole is no upload', async () => {
    const begun = await fetch(`${server.url}/api/v1/uploads/files`, {
      method: 'POST',
      headers: { ...admin.headers, 'tus-resumable': '1.0.0', 'upload-length': '1000' },
    });
    expect(begun.status).toBe(201);
    const id = begun.headers.get('location')!.split('/').at(-1)!;
    const answer = await finish([{ id, name: 'sle.geojson' }]);
    expect([answer.status, problemDetails.parse(await answer.json()).type]).toEqual([404, '/problems/upload.unfinished']);
    const gone = await fetch(`${server.url}/api/v1/uploads/files/${id}`, { method: 'DELETE', headers: { ...admin.headers, 'tus-resumable': '1.0.0' } });
    expect(gone.status).toBe(204);
  });

  test('larger than allowed, or without an account, it does not begin', async () => {
    const begin = (headers: Record<string, string>, length: number) =>
      fetch(`${server.url}/api/v1/uploads/files`, { method: 'POST', headers: { ...headers, 'tus-resumable': '1.0.0', 'upload-length': String(length) } });
    expect((await begin(admin.headers, 31 * MB)).status).toBe(413);
    expect((await begin({}, 1)).status).toBe(401);
  });
});
