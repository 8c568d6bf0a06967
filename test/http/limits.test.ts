/** Slow and many, against the real server with short times: bodies that trickle, readers that do not read, more connections than there may be. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../server/http/serve.ts';
import { operationRoutes } from '../../server/contract/operation/routes.ts';
import type { Route } from '../../server/contract/route.ts';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { join, type Person } from '../helpers/member.ts';

const LIMITS = { connectionsEach: 12, bodies: 6, bodiesEach: 4, headMs: 600, bodyMs: 800, answeredMs: 400, windowMs: 1000, windowBytes: 1000, lookMs: 100 };
/** More than the system takes off a writer's hands. */
const LARGE = Buffer.alloc(24 << 20, 'x');

let server: TestServer;
let admin: Person;
const open = new Set<Socket>();

beforeAll(async () => {
  server = await startTestServer({ limits: LIMITS }, {}, (deps) => {
    deps.served!.push(serve({ ...operationRoutes.getMetrics, path: '/api/v1/test/large' } as Route, () => LARGE));
  });
  admin = await join(server.url, server.firstLink!, 'Amina');
});
afterEach(async () => {
  for (const socket of open) socket.destroy();
  open.clear();
  await sleep(150);
});
afterAll(() => server.close());

interface Line {
  socket: Socket;
  said: () => string;
  closed: Promise<number>;
}
/** A connection of which every byte is ours. `closed` tells after how many milliseconds. */
function dial(): Line {
  const begun = performance.now();
  const socket = connect(server.port, '127.0.0.1');
  open.add(socket);
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.on('close', () => resolve(performance.now() - begun)));
  return { socket, said: () => said, closed };
}
const still = (line: Line, ms: number) => Promise.race([line.closed.then(() => 'closed'), sleep(ms, 'open')]);
const head = (path: string, more: Record<string, string>) =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n${Object.entries(more)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
const isWell = async () => (await fetch(`${server.url}/healthz`)).status;
const own = () => ({ Cookie: admin.headers['cookie']!, Origin: server.url });

describe('what comes slowly', () => {
  test('a head that never ends is closed', async () => {
    const line = dial();
    line.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
    const drip = setInterval(() => line.socket.write('X-A: b\r\n'), 100);
    expect(await line.closed).toBeLessThan(3000);
    clearInterval(drip);
    expect(await isWell()).toBe(200);
  });

  test('a body that trickles is answered 408 with a problem document, and closed', async () => {
    const line = dial();
    line.socket.write(head('/api/v1/maps', { ...own(), 'Content-Type': 'application/json', 'Content-Length': '5000' }));
    const drip = setInterval(() => line.socket.write(' '), 50);
    expect(await line.closed).toBeLessThan(4000);
    clearInterval(drip);
    expect(line.said()).toContain('408 Request Timeout');
    expect(line.said()).toContain('/problems/request.slow');
    expect(await isWell()).toBe(200);
  });

  test('what is no file has no time of files, also where files are sent to', async () => {
    const line = dial();
    line.socket.write(head('/api/v1/uploads', { ...own(), 'Content-Type': 'application/json', 'Content-Length': '100000' }));
    const drip = setInterval(() => line.socket.write(' '.repeat(200)), 50);
    expect(await line.closed).toBeLessThan(4000);
    clearInterval(drip);
    expect(line.said()).toContain('/problems/request.slow');
  });

  test('a stranger who is refused before the body has come does not keep the line', async () => {
    const line = dial();
    line.socket.write(head('/api/v1/uploads', { 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': '100000' }));
    const drip = setInterval(() => line.socket.write(' '.repeat(200)), 50);
    expect(await line.closed).toBeLessThan(4000);
    clearInterval(drip);
    expect(line.said()).toContain('401 Unauthorized');
  });

  test.each([
    [
      'multipart',
      '/api/v1/uploads',
      { 'Content-Type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="files"; filename="a.geojson"\r\n\r\n',
    ],
    ['tus', '/api/v1/uploads/files', { 'Content-Type': 'application/offset+octet-stream', 'Tus-Resumable': '1.0.0', 'Upload-Length': '100000' }, ''],
  ])('an upload by %s goes on for as long as its line is slow, and is closed where it stands still', async (_, path, more, start) => {
    const slow = dial();
    slow.socket.write(head(path, { ...own(), ...more, 'Content-Length': '100000' }) + start);
    const drip = setInterval(() => slow.socket.write(' '.repeat(200)), 100);
    // Much longer than another body may take.
    expect(await still(slow, 3000)).toBe('open');
    clearInterval(drip);
    expect(await Promise.race([slow.closed.then(() => 'closed'), sleep(4000, 'open')])).toBe('closed');
    expect(slow.said()).toContain('/problems/request.slow');
    expect(await isWell()).toBe(200);
  });

  test('a body in its time is taken', async () => {
    const answer = await fetch(`${server.url}/api/v1/maps`, { method: 'POST', headers: { ...admin.headers, 'content-type': 'application/json' }, body: '{}' });
    expect(answer.status).toBe(400);
  });

  test('an idle connection is kept for its next request', async () => {
    const line = dial();
    const get = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`;
    line.socket.write(get);
    await sleep(2500);
    line.socket.write(get);
    await sleep(300);
    expect(line.said().match(/200 OK/g)).toHaveLength(2);
  });
});

describe('what is read slowly', () => {
  const ask = `GET /api/v1/test/large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

  test('an answer that nobody reads is given up', async () => {
    const line = dial();
    line.socket.pause();
    line.socket.write(ask);
    // A socket that is paused learns that it was cut when it reads on.
    await sleep(3000);
    line.socket.resume();
    expect(await still(line, 2000)).toBe('closed');
    expect(line.said().length).toBeLessThan(LARGE.length);
  });

  test('one that is read little by little arrives whole', async () => {
    const line = dial();
    line.socket.write(ask);
    line.socket.pause();
    for (let turn = 0; turn < 15; turn++) {
      await sleep(150);
      line.socket.resume();
      await sleep(20);
      line.socket.pause();
    }
    line.socket.resume();
    await expect.poll(() => line.said().length, { timeout: 10_000 }).toBeGreaterThan(LARGE.length);
  });
});

describe('many', () => {
  test('connections of one network beyond their number are closed at once, and others are free again when some end', async () => {
    const lines = Array.from({ length: LIMITS.connectionsEach + 8 }, dial);
    await sleep(300);
    const ends = await Promise.all(lines.map((line) => still(line, 100)));
    expect(ends.filter((end) => end === 'open').length).toBeLessThanOrEqual(LIMITS.connectionsEach);
    expect(ends.filter((end) => end === 'closed').length).toBeGreaterThanOrEqual(8);
    for (const { socket } of lines) socket.destroy();
    await expect.poll(isWell, { timeout: 5000 }).toBe(200);
  });

  test('bodies on their way are bounded, and whatever has none goes on', async () => {
    const lines = Array.from({ length: LIMITS.bodiesEach }, () => {
      const line = dial();
      line.socket.write(head('/api/v1/maps', { ...own(), 'Content-Type': 'application/json', 'Content-Length': '5000' }));
      return line;
    });
    await sleep(150);
    const more = dial();
    more.socket.write(head('/api/v1/maps', { ...own(), 'Content-Type': 'application/json', 'Content-Length': '5000' }));
    await more.closed;
    expect(more.said()).toMatch(/429 Too Many Requests[\s\S]*Retry-After: 60[\s\S]*busy\.address/);
    expect(await isWell()).toBe(200);
    await Promise.all(lines.map(({ closed }) => closed));
  });
});
