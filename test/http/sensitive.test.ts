/**
 * A sensitive 3W over HTTP. Two countries that differ in withheld numbers only are asked everything a stranger can ask: not one answer may differ.
 * A route that is not in the list fails; so does a Cache-Control that keeps for a year what may be closed tomorrow (decision 0028).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { summaryAnswer } from '../../server/contract/presence/api.ts';
import { ROUTES } from '../../server/contract/routes.ts';
import type { Keeps } from '../helpers/attack/groupAsks.ts';
import { addressIn, ASKED, P, send, startWorld, told, V, type World } from '../helpers/attack/presenceWorld.ts';
import { countsOnly, sensitivityOf } from '../helpers/sensitivity.ts';

let worlds: World[];
const policy = (method: 'PUT' | 'DELETE') => Promise.all(worlds.map((world) => send(world, method, sensitivityOf('3w-exl'), countsOnly(2))));
beforeAll(async () => {
  worlds = [await startWorld(0), await startWorld(1)];
}, 120_000);
afterAll(() => Promise.all(worlds.map(({ server }) => server.close())));

const gets = ROUTES.filter(({ method }) => method === 'get');

test('every route that answers GET is in this list', () => expect(Object.keys(ASKED).toSorted()).toEqual(gets.map(({ name }) => name).toSorted()));

describe('how long open data is kept', () => {
  const MEANS: Record<Keeps, string> = { year: 'public, max-age=31536000, immutable', minute: 'public, max-age=60', 'each time': 'no-cache', no: 'no-store' };
  test.each(Object.entries(ASKED).flatMap(([name, { keeps }]) => keeps.map(([path, time]) => [name, path.slice(0, 80), path, time] as const)))(
    '%s %s',
    async (name, _short, path, time) => {
      const [world] = worlds as [World, World];
      // The workbook and records of a 3W as a member gets them; reports as strangers do: to members they tell names, which no cache holds.
      const who: Record<string, string> = /^(get(Report|Checklist|Structure)|listOccurrences)/.test(name) ? {} : { 'x-test-user': 'ann' };
      const response = await fetch(world.server.url + addressIn(world, path), { headers: who, redirect: 'manual' });
      const { status, headers } = response;
      expect([status < 400 || time === 'no', headers.get('cache-control')]).toEqual([true, MEANS[time]]);
    },
  );
});

describe('once it is sensitive', () => {
  beforeAll(async () => {
    expect((await policy('PUT')).map(({ status }) => status)).toEqual([200, 200]);
  });
  afterAll(() => policy('DELETE'));

  test('the two worlds differ, and a member sees it', async () => {
    const cells = await Promise.all(
      worlds.map(async ({ server }) => {
        const response = await fetch(`${server.url}${P}/summary?level=2&sector=HEA`, { headers: { 'x-test-user': 'ann' } });
        return summaryAnswer.parse(await response.json()).byPcode['EX0101']!.count;
      }),
    );
    expect(cells).toEqual([1, 2]);
  });
  test('a stranger is told the sums and that the rest is withheld', async () => {
    const answer = summaryAnswer.parse(JSON.parse((await told(worlds[0]!, `${P}/summary?level=2&sector=HEA`)).text));
    expect([answer.byPcode['EX0101'], answer.withheld, answer.byPcode['EX0201']?.count]).toEqual([
      { count: null, organisations: null, sectors: null, records: null, people: null, reason: 'withheld' },
      ['EX0101', 'EX0102'],
      4,
    ]);
    expect(summaryAnswer.parse(JSON.parse((await told(worlds[0]!, `${P}/summary?level=2`)).text)).byPcode).toMatchObject({ EX0101: { count: 3 } });
  });
  test.each(gets.map(({ name }) => [name] as const))(
    '%s tells strangers of both worlds the same',
    async (name) => {
      const { ask, why } = ASKED[name]!;
      expect(ask.length > 0 || why !== undefined).toBe(true);
      for (const path of ask) {
        const [a, b] = await Promise.all(worlds.map((world) => told(world, path)));
        expect(b, path).toEqual(a);
        expect(a!.status, path).toBeLessThan(500);
        expect(a!.text.includes('Organisation A'), path).toBe(false);
      }
    },
    120_000,
  );
  test('maps say in words that numbers are withheld, in four languages, and never nought', async () => {
    const words = { en: 'withheld', fr: 'non communiqu', es: 'no se divulga', ar: 'محجوب' };
    for (const [lang, word] of Object.entries(words)) {
      const read = async (path: string) => (await fetch(`${worlds[0]!.server.url}${addressIn(worlds[0]!, path)}?lang=${lang}`)).text();
      for (const path of ['/maps/{1}.svg', '/maps/{1}']) expect((await read(path)).toLowerCase(), `${path} ${lang}`).toContain(word);
    }
    const csv = (await told(worlds[0]!, '/maps/{1}.csv')).text.split('\r\n');
    const at = csv[0]!.split(',').indexOf('HEA');
    expect(csv.slice(1, 4).map((line) => line.split(',')[at])).toEqual(['', '', '4']);
    expect(csv[1]).toContain('withheld: HEA, WSH');
  });
  test('a map of another way of counting says that it is closed, as a page too', async () => {
    for (const path of ['/maps/{3}', '/maps/{4}', '/embed/{7}']) {
      const { status, text } = await told(worlds[0]!, path);
      expect([status, text.includes('uses a sensitive source in a way that is not public')]).toEqual([403, true]);
    }
  });
  test('no threshold of less than three: of what can only be one everything is known', async () => {
    const answer = await send(worlds[0]!, 'PUT', sensitivityOf('3w-exl'), countsOnly(1, 'protection', 2));
    expect([answer.status, (await answer.text()).includes('at least 3')]).toEqual([400, true]);
  });
  test('no cache keeps what depends on who asks', async () => {
    for (const path of [P, `${P}/summary`, `${P}/matrix`, `${V}/v02`]) {
      const response = await fetch(worlds[0]!.server.url + path);
      await response.arrayBuffer();
      expect([path, response.status, response.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    }
  });
});
