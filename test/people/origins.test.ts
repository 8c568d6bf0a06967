/** A page that came without TLS is no page of a server that has it, nor the other way round: scheme, host and port are compared, over HTTP. */
import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../helpers/app.ts';
import { PASSWORD } from '../helpers/member.ts';

let server: TestServer;
afterEach(() => server.close());

/** fetch sets Host itself and takes no other. @returns the status of a try to sign in that is right in all but its origin */
function signIn(headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ email: 'nobody@example.org', password: PASSWORD });
    const asked = httpRequest(
      { host: '127.0.0.1', port: server.port, path: '/api/v1/session', method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        response.resume();
        resolve(response.statusCode!);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Let in as far as the password, which is wrong; or turned away at the door. */
const IN = 401;
const OUT = 403;
const host = 'maps.example.org';

/** The name that a server believes without being told. */
const LOCAL = 'localhost';

const SERVERS: { server: string; env: Record<string, string>; given: Record<string, string>; in: string[]; out: string[] }[] = [
  {
    server: 'reached by https, as CODMAP_PUBLIC_URL says',
    env: { CODMAP_PUBLIC_URL: `https://${host}` },
    given: {},
    in: [`https://${host}`],
    out: [`http://${host}`, `https://${host}:8443`, `https://${host}.evil.example`, `https://evil.example`, `http://${host}:443`, 'https://', 'null'],
  },
  {
    server: 'behind a trusted proxy that ends TLS',
    env: { CODMAP_TRUST_PROXY: '1' },
    given: { 'x-forwarded-proto': 'https' },
    in: [`https://${LOCAL}`],
    out: [`http://${LOCAL}`, `http://${LOCAL}:443`, 'https://evil.example'],
  },
  {
    server: 'behind a trusted proxy without TLS',
    env: { CODMAP_TRUST_PROXY: '1' },
    given: { 'x-forwarded-proto': 'http' },
    in: [`http://${LOCAL}`],
    out: [`https://${LOCAL}`, 'http://evil.example'],
  },
  {
    server: 'asked directly, whatever a stranger says about a proxy',
    env: {},
    given: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' },
    in: [`http://${LOCAL}`],
    out: [`https://${LOCAL}`, 'https://evil.example', 'http://evil.example'],
  },
];

describe.each(SERVERS)('a server $server', ({ env, given, in: own, out: foreign }) => {
  test('lets its own pages in and no others', async () => {
    server = await startTestServer({}, env);
    const answers = async (origins: string[], more: Record<string, string> = {}) =>
      Promise.all(origins.map(async (origin) => [origin, await signIn({ host: env['CODMAP_PUBLIC_URL'] ? host : LOCAL, origin, ...given, ...more })]));
    expect(await answers(own)).toEqual(own.map((origin) => [origin, IN]));
    expect(await answers(foreign)).toEqual(foreign.map((origin) => [origin, OUT]));
    // What the browser itself says goes before: it has compared the origins, scheme included.
    expect(await answers(foreign, { 'sec-fetch-site': 'same-origin' })).toEqual(foreign.map((origin) => [origin, IN]));
    expect(await answers(own, { 'sec-fetch-site': 'same-site' })).toEqual(own.map((origin) => [origin, OUT]));
    expect(await answers(own, { 'sec-fetch-site': 'cross-site' })).toEqual(own.map((origin) => [origin, OUT]));
  });
});
