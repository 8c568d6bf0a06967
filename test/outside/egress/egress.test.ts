/** What the one door to other servers lets through: every way in which an address, a name, a redirect or an answer has been used against somebody. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createEgress, type EgressDeps, type EgressRequest } from '../../../server/outside/egress/egress.ts';
import { parseAllowedHosts } from '../../../server/outside/egress/hosts.ts';
import { retryAfter } from '../../../server/outside/egress/turns.ts';
import type { CodmapError } from '../../../server/errors.ts';
import { egressOf, PUBLIC, startWorld, type Handler } from '../../helpers/outside/world.ts';

const world = await startWorld();
const opened: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const each of opened) await each.close();
  await world.close();
});
beforeEach(() => {
  for (const name of Object.keys(world.hosts)) delete world.hosts[name];
  world.dialled.length = world.asked.length = 0;
});
const host = (name: string, handle: Handler, addresses: string[] | string[][] = [PUBLIC]) => (world.hosts[name] = { addresses, handle });
const LIMITS = { bytes: 1_000_000, seconds: 20 };
const ALLOWED = ['data.example.org', '*.files.example.org', 'odd.example.org:8443'];

function open(allowed = ALLOWED, more: Partial<EgressDeps> = {}) {
  const egress = createEgress(egressOf(world, allowed, more));
  opened.push(egress);
  return egress;
}
const read = async (url: string, request: Partial<EgressRequest> = {}, egress = open()) => {
  const answer = await egress.fetch(url, { limits: LIMITS, ...request });
  return `${answer.status} ${new TextDecoder().decode(await answer.bytes())}`;
};
/** `code` or `code reason`. */
const refusal = (fetched: Promise<unknown>): Promise<string> =>
  fetched.then(
    (got) => `nothing refused: ${String(got)}`,
    (error: CodmapError) => [error.code, error.details?.['reason']].filter(Boolean).join(' '),
  );

describe('addresses', () => {
  test.each([
    ['http://data.example.org/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://data.example.org/', 'scheme'],
    ['data:text/plain,hello', 'scheme'],
    ['gopher://data.example.org/', 'scheme'],
    ['//data.example.org/', 'address'],
    ['not an address', 'address'],
    ['https://me:secret@data.example.org/', 'credentials'],
    ['https://me@data.example.org/', 'credentials'],
    ['https://data.example.org@evil.example/', 'credentials'],
    ['https://evil.example/data.example.org', 'host'],
    ['https://data.example.org.evil.example/', 'host'],
    ['https://xdata.example.org/', 'host'],
    ['https://data.example.org./', 'host'],
    ['https://files.example.org/', 'host'],
    ['https://evilfiles.example.org/', 'host'],
    ['https://127.0.0.1/', 'host'],
    ['https://0x7f.1/', 'host'],
    ['https://0177.0.0.1/', 'host'],
    ['https://2130706433/', 'host'],
    ['https://[::1]/', 'host'],
    ['https://[::ffff:127.0.0.1]/', 'host'],
    ['https://127.0.0.1.nip.io/', 'host'],
    ['https://localhost/', 'host'],
    ['https://data.example.org:80/', 'port'],
    ['https://data.example.org:8443/', 'port'],
    ['https://odd.example.org/', 'port'],
  ])('%s is refused: %s', async (url, reason) => {
    expect(await refusal(read(url))).toBe(`outside.refused ${reason}`);
    expect(world.dialled).toEqual([]);
  });

  test('are asked as the standard of addresses reads them', async () => {
    host('data.example.org', (request, response) => response.end(request.url));
    host('a.b.files.example.org', (_, response) => response.end('below'));
    host('odd.example.org', (request, response) => response.end(request.headers.host));
    expect(await read('https://DATA.example.org:443/a/../b c?d=é#f')).toBe('200 /b%20c?d=%C3%A9');
    expect(await read('https://ｄata.example.org/')).toBe('200 /');
    expect(await read('https://a.b.files.example.org/')).toBe('200 below');
    expect(await read('https://odd.example.org:8443/')).toBe('200 odd.example.org:8443');
  });

  test('a list of hosts that allows more than names is no list', () => {
    for (const wrong of [
      '*',
      '*.org',
      'org',
      'localhost',
      '10.0.0.1',
      '0x7f.1',
      '[::1]',
      'a..b',
      'https://data.example.org',
      'data.example.org/x',
      'data.example.org:0',
      'data.example.org:70000',
      'a b.org',
      '*.*.org',
      '127.0.0.1:443',
      'me@data.example.org',
      '',
    ])
      // prettier-ignore
      expect(() => parseAllowedHosts([wrong]), wrong).toThrow('no host name');
    expect(parseAllowedHosts([' Data.HumData.org', '*.humdata.org', 'kf.example.org:8443']).map(({ name, suffix, port }) => [name, suffix, port])).toEqual([
      ['data.humdata.org', null, '443'],
      ['humdata.org', '.humdata.org', '443'],
      ['kf.example.org', null, '8443'],
    ]);
  });
});

describe('what a name leads to', () => {
  test.each([
    ['the loopback', ['127.0.0.1']],
    ['the loopback of IPv6', ['::1']],
    ['a private network', ['10.1.2.3']],
    ['metadata of a cloud', ['169.254.169.254']],
    ['the loopback, mapped', ['::ffff:127.0.0.1']],
    ['the loopback through NAT64', ['64:ff9b::7f00:1']],
    ['one public and one private address', [PUBLIC, '192.168.1.1']],
  ])('%s is refused at the connection', async (_, addresses) => {
    host('data.example.org', (__, response) => response.end('inside'), addresses);
    expect(await refusal(read('https://data.example.org/'))).toBe('outside.refused network');
    expect([world.dialled, world.asked]).toEqual([[], []]);
  });

  test('public first and private second: the second time is judged as the first', async () => {
    host('data.example.org', (_, response) => response.setHeader('connection', 'close').end('one'), [[PUBLIC], ['127.0.0.1']]);
    const egress = open();
    expect(await read('https://data.example.org/', {}, egress)).toBe('200 one');
    expect(await refusal(read('https://data.example.org/', {}, egress))).toBe('outside.refused network');
    expect(world.dialled).toEqual([PUBLIC]);
  });

  test('nobody', async () => expect(await refusal(read('https://data.example.org/'))).toBe('outside.unreachable'));
});

describe('redirects', () => {
  const to =
    (location: string, status = 302): Handler =>
    (_, response) =>
      response.writeHead(status, { location }).end();

  test.each([
    ['http://data.example.org/x', 'outside.refused scheme'],
    ['file:///etc/passwd', 'outside.refused scheme'],
    ['https://127.0.0.1/', 'outside.refused host'],
    ['https://169.254.169.254/latest/meta-data/', 'outside.refused host'],
    ['https://evil.example/', 'outside.refused host'],
    ['https://inside.files.example.org/', 'outside.refused network'],
    ['https://me:secret@data.example.org/', 'outside.refused credentials'],
    ['https://data.example.org:22/', 'outside.refused port'],
    ['//evil.example/x', 'outside.refused host'],
    ['/', 'outside.redirects'],
  ])('to %s: %s', async (location, expected) => {
    host('data.example.org', to(location));
    host('inside.files.example.org', (_, response) => response.end('inside'), ['169.254.169.254']);
    expect(await refusal(read('https://data.example.org/'))).toBe(expected);
    expect(new Set(world.dialled)).toEqual(new Set([PUBLIC]));
  });

  test('five are followed, six are not', async () => {
    host('data.example.org', (request, response) => {
      const left = Number(request.url!.slice(1));
      if (left === 0) response.end('there');
      else response.writeHead(307, { location: `${left - 1}` }).end();
    });
    expect(await read('https://data.example.org/5')).toBe('200 there');
    expect(await refusal(read('https://data.example.org/6'))).toBe('outside.redirects');
  });

  test('to another allowed host secrets are dropped, and do not come back', async () => {
    const seen: (string | undefined)[] = [];
    host('data.example.org', (request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/back') response.end('back');
      else response.writeHead(302, { location: request.url === '/same' ? '/then' : 'https://x.files.example.org/' }).end();
    });
    host('x.files.example.org', (request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: 'https://data.example.org/back' }).end();
    });
    expect(await read('https://data.example.org/same', { secrets: { authorization: 'Token marker' } })).toBe('200 back');
    expect(seen).toEqual(['Token marker', 'Token marker', undefined, undefined]);
  });

  test('what is sent is not sent on', async () => {
    host('data.example.org', to('https://x.files.example.org/', 307));
    expect(await refusal(read('https://data.example.org/', { method: 'POST', body: 'x' }))).toBe('outside.refused redirect');
    expect(await read('https://data.example.org/', { redirects: 0 })).toBe('307 ');
  });
});

describe('answers', () => {
  test('say who asks, and are unpacked', async () => {
    host('data.example.org', (request, response) => {
      const agent = Buffer.from(String(request.headers['user-agent']));
      if (request.url === '/br') return response.setHeader('content-encoding', 'br').end(brotliCompressSync(agent));
      return response.setHeader('content-encoding', 'gzip').end(gzipSync(agent));
    });
    expect(await read('https://data.example.org/')).toBe('200 Codmap/test (+https://maps.example.org)');
    expect(await read('https://data.example.org/br')).toBe('200 Codmap/test (+https://maps.example.org)');
  });

  test('a bomb is stopped where it begins', async () => {
    const bomb = gzipSync(Buffer.alloc(48_000_000), { level: 1 });
    host('data.example.org', (_, response) => response.setHeader('content-encoding', 'gzip').end(bomb));
    expect(await refusal(read('https://data.example.org/'))).toBe('outside.large');
    // By what it unpacks to, long before the limit of a large upload.
    expect(await refusal(read('https://data.example.org/', { limits: { bytes: 1_000_000_000, seconds: 20 } }))).toBe('outside.large');
  });

  test('a stream without end, and one that says so', async () => {
    host('data.example.org', (request, response) => {
      if (request.url === '/said') return response.setHeader('content-length', '5000000').write('x');
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
        if (!response.destroyed) response.once('drain', write);
      };
      return write();
    });
    expect(await refusal(read('https://data.example.org/'))).toBe('outside.large');
    expect(await refusal(read('https://data.example.org/said'))).toBe('outside.large');
  });

  test('one that drips, one that never begins, one that breaks off', async () => {
    host('data.example.org', (request, response) => {
      if (request.url === '/drip') {
        const drip = setInterval(() => response.write('.'), 50);
        return response.on('close', () => clearInterval(drip));
      }
      if (request.url === '/cut') {
        response.setHeader('content-length', '100').write('half');
        return setTimeout(() => response.destroy(), 20);
      }
      return undefined;
    });
    const limits = { bytes: 1000, seconds: 0.4 };
    expect(await refusal(read('https://data.example.org/drip', { limits }))).toBe('outside.slow');
    expect(await refusal(read('https://data.example.org/never', { limits }))).toBe('outside.slow');
    expect(await refusal(read('https://data.example.org/cut'))).toBe('outside.unreachable');
  });

  test('packed as nobody asked, or not at all', async () => {
    host('data.example.org', (request, response) => response.setHeader('content-encoding', request.url!.slice(1)).end('plain'));
    for (const encoding of ['gzip', 'zstd', 'gzip,gzip', 'compress'])
      expect(await refusal(read(`https://data.example.org/${encoding}`))).toBe('outside.encoding');
  });
});

describe('hosts are asked politely', () => {
  test('one fetch at a time', async () => {
    let [atOnce, most] = [0, 0];
    const handle: Handler = (_, response) => {
      most = Math.max(most, ++atOnce);
      setTimeout(() => {
        atOnce--;
        response.end('x');
      }, 15);
    };
    host('data.example.org', handle);
    const egress = open();
    expect(await Promise.all([1, 2, 3, 4].map(() => read('https://data.example.org/', {}, egress)))).toEqual(Array.from({ length: 4 }, () => '200 x'));
    expect(most).toBe(1);
  });

  test('one that waits for its turn gives up with its clock, and those behind it go on', async () => {
    host('data.example.org', (request, response) => (request.url === '/slow' ? setTimeout(() => response.end('slow'), 300) : response.end('fast')));
    const egress = open();
    const slow = read('https://data.example.org/slow', {}, egress);
    const tired = refusal(read('https://data.example.org/', { limits: { bytes: 10, seconds: 0.05 } }, egress));
    expect(await Promise.all([slow, tired, read('https://data.example.org/', {}, egress)])).toEqual(['200 slow', 'outside.slow', '200 fast']);
  });

  test('500 then 200; a host that asks for time gets it', async () => {
    let times = 0;
    const slept: number[] = [];
    host('data.example.org', (request, response) => {
      times++;
      if (request.url === '/busy') return response.writeHead(429, { 'retry-after': '3600' }).end();
      return times === 1 ? response.writeHead(500).end('no') : times === 2 ? response.writeHead(503, { 'retry-after': '7' }).end() : response.end('yes');
    });
    const egress = open(ALLOWED, { sleep: async (milliseconds) => void slept.push(milliseconds) });
    expect(await read('https://data.example.org/', { attempts: 3 }, egress)).toBe('200 yes');
    expect(slept).toEqual([1000, 7000]);
    expect(await read('https://data.example.org/busy', { attempts: 3 }, egress)).toBe('429 ');
    const asked = world.asked.length;
    const error = await egress.fetch('https://data.example.org/', { limits: LIMITS }).catch((thrown: CodmapError) => thrown);
    expect(error).toMatchObject({ code: 'outside.wait', details: { host: 'data.example.org', until: '2026-12-01T01:00:00.000Z', seconds: 3600 } });
    expect(world.asked.length).toBe(asked);
  });

  test('Retry-After is a number or a date, and no host is believed for more than a day', () => {
    const now = new Date('2026-12-01T00:00:00Z');
    expect(
      ['120', ' 5 ', 'Tue, 01 Dec 2026 00:01:00 GMT', 'Mon, 30 Nov 2026 00:00:00 GMT', '999999999', 'soon', '-5', undefined].map((value) =>
        retryAfter(value, now),
      ),
    ).toEqual([120_000, 5000, 60_000, 0, 86_400_000, null, expect.anything(), null]);
  });
});
