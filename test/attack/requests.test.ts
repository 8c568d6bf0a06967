/**
 * Hostile requests to a server in this process: every route with texts in its address and query that are made to break something, and every
 * route asked by everybody. Nothing may answer 500, hang, reflect what was sent as a page, or let somebody do what the table of access forbids.
 */
import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GLOBAL } from '../../server/contract/groups/groups.ts';
import { FORMER_ROLES } from '../../server/contract/people/people.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import { rightsOf, ROOT, type Rights } from '../../server/people/rights.ts';
import { recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { invite, invitedAs, join, type Person, type Rank } from '../helpers/member.ts';
import { seededRandom } from '../helpers/random.ts';

const LONG = process.env['ATTACK'] === 'long';
const TIME_MS = 10_000;
const TEXTS = [
  '..%2f..%2fetc%2fpasswd', '%00', '%ff%fe', '<script>alert(1)</script>', "' OR 1=1 --", '__proto__', 'constructor', '%F0%9F%92%A9', '-1', '1e999', 'NaN',
  '9'.repeat(400), 'x'.repeat(6000), '%2e%2e', '%25%32%65', '{"$gt":""}', '${7*7}', '%0d%0aSet-Cookie:%20a=b', '[]', 'null', '\u202e', '%E2%80%AE', '*', '%', '%c0%ae',
]; // prettier-ignore

let server: TestServer;
const people = new Map<Rank | null, Person | null>([[null, null]]);
/** As the table has them. */
function rightsAt(rank: Rank): Rights {
  const as = invitedAs(rank);
  const held = 'role' in as ? [] : [{ ...as.appointment, state: 'active' as const, start: null, end: null }];
  const root = { scope: GLOBAL, id: ROOT, type: 'working-group', parent: null, owns: [], status: 'active' };
  return rightsOf({ role: 'role' in as ? 'admin' : 'member' }, held, [root], '2026-01-01');
}
let asked = 0;
let pairs = 0;

beforeAll(async () => {
  server = await startTestServer();
  const admin = await join(server.url, server.firstLink!, 'Amina');
  people.set('admin', admin);
  for (const rank of FORMER_ROLES) people.set(rank, await invite(server.url, admin, rank, `Person${rank}`));
  await recordSample(server.store);
});
afterAll(async () => {
  console.log(`hostile requests: ${asked}; route × identity pairs: ${pairs}`);
  await server.close();
});

interface Answer {
  status: number;
  type: string;
  text: string;
}
function ask(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  asked++;
  return new Promise((resolve, reject) => {
    // Node sends no length with the body of a DELETE by itself.
    const all = body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };
    const sent = rawRequest({ host: '127.0.0.1', port: server.port, method, path, headers: all }, (response) => {
      let text = '';
      const done = () => resolve({ status: response.statusCode!, type: String(response.headers['content-type']), text });
      response.on('data', (part: Buffer) => {
        text += part.toString('latin1');
        // A stream of events does not end by itself.
        if (String(response.headers['content-type']).startsWith('text/event-stream')) {
          response.destroy();
          done();
        }
      });
      response.on('end', done);
      response.on('error', () => done());
    });
    sent.setTimeout(TIME_MS, () => sent.destroy(new Error(`no answer to ${method} ${path.slice(0, 200)}`)));
    sent.on('error', reject);
    sent.end(body);
  });
}

const filled = (path: string, value: string) => path.replace(/:\w+/g, value);

describe('texts that are made to break something', () => {
  test.each(ROUTES.map(({ name, method, path }) => [name, method.toUpperCase(), path] as const))(
    '%s',
    async (_name, method, path) => {
      const random = seededRandom(path.length);
      for (let round = 0; round < (LONG ? 10 : 1); round++) {
        for (const value of TEXTS) {
          const targets = [path.includes(':') ? filled(path, value) : undefined, `${filled(path, 'x')}?${['q', 'level', 'spec', 'url', 'period', 'lang'][random(6)]}=${value}`];
          for (const target of targets) {
            if (target === undefined || /[^\x21-\x7e]/.test(target)) continue;
            const body = method === 'GET' || method === 'HEAD' ? undefined : ['{', '[]', '{"__proto__":{"a":1}}', `{"reason":"${'y'.repeat(1000)}"}`, '"\\ud800"'][random(5)];
            const { status, type, text } = await ask(method, target, body === undefined ? {} : { 'content-type': 'application/json' }, body);
            expect(status, `${method} ${target.slice(0, 200)}: ${text.slice(0, 200)}`).not.toBe(500);
            if (type.startsWith('text/html')) expect(text).not.toContain('<script>alert(1)</script>');
          }
        }
      }
    },
    3_600_000,
  );
}); // prettier-ignore

describe('every route by everybody', () => {
  test('who may not is refused before anything else, and who may is not', async () => {
    for (const route of ROUTES) {
      for (const [role, person] of people) {
        pairs++;
        const path = filled(route.path, 'cod-ab-sle');
        const headers = { ...person?.headers, 'content-type': 'application/json' };
        const { status } = await ask(route.method.toUpperCase(), path, headers, route.method === 'get' || route.method === 'head' ? undefined : '{"a":');
        const label = `${route.name} by ${role ?? 'a stranger'}: ${status}`;
        expect(status, label).not.toBe(500);
        if (!route.permission) continue;
        // A body that cannot be read is told to nobody who may not send one.
        if (role === null) expect([400, 401], label).toContain(status);
        else if (!rightsAt(role).may(route.permission)) expect([400, 403], label).toContain(status);
        else expect([401, 403], label).not.toContain(status);
      }
    }
  }, 600_000);
});

describe('bytes that are no request', () => {
  const raw = (bytes: string | Buffer): Promise<string> =>
    new Promise((resolve, reject) => {
      asked++;
      const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.setTimeout(TIME_MS, () => socket.destroy(new Error('no answer')));
      socket.on('data', (part) => {
        text += part.toString('latin1');
        socket.end();
      });
      socket.on('close', () => resolve(text));
      socket.on('error', (error) => (text ? resolve(text) : reject(error)));
    });
  test.each([
    ['nonsense', 'XYZZY\r\n\r\n'],
    ['two lengths', 'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na'],
    ['length and chunks', 'POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a header of 100 kB', `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n'],
    ['a line end in a header', 'GET / HTTP/1.1\r\nHost: localhost\nX: y\r\n\r\n'],
  ])('%s', async (_name, bytes) => {
    expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 (200|400|421|431)/);
    expect((await ask('GET', '/healthz')).status).toBe(200);
  });
});
