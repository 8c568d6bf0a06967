/**
 * What is heavy, asked by fifty connections for each route, and the largest pictures by two dozen: tiles and health go on, memory stays
 * bounded, who is refused is told when to come again. The short form is test/http/heavy.test.ts.
 */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forgetPeak, HEAVY, largestPicture, makeCountry, memoryOf, previewOf, quiet, storm } from '../../scripts/bench/load.ts';
import type { Config } from '../../server/config.ts';
import { temporaryConfig } from '../helpers/app.ts';
import { serve, type Served } from '../helpers/stores.ts';

const CONNECTIONS = 50;
/** Tries until a machine that others use was quiet enough to judge. */
const TRIES = 3;
const MOST_MB = 1000;

let config: Config;
let remove: () => void;
let server: Served;

beforeAll(async () => {
  ({ config, remove } = temporaryConfig());
  await makeCountry(config, { units: 2000 });
  server = await serve(config.data, { CODMAP_ANSWER_SECONDS: '1000000', CODMAP_LOG_LEVEL: 'warn' });
}, 300_000);
afterAll(async () => {
  await server.stop();
  remove();
});

type Beside = Awaited<ReturnType<typeof quiet>>;
const lateIn = (idle: Beside, beside: Beside) => (['tile', 'health'] as const).filter((what) => beside[what].p99 > Math.max(50, 3 * idle[what].p99));

/** @throws where tiles or health are late each time. */
async function inTime(attack: () => Promise<{ beside: Beside }>): Promise<void> {
  const late: string[] = [];
  for (let turn = 0; turn < TRIES; turn++) {
    const idle = await quiet(server.url, 800);
    const { beside } = await attack();
    const found = lateIn(idle, beside);
    if (found.length === 0) return;
    late.push(`${found.join(', ')}: ${JSON.stringify({ idle, beside })}`);
  }
  throw new Error(late.join('\n'));
}

describe.each(Object.entries(HEAVY))('%s', (_, path) => {
  test('asked by 50 at once', async () => {
    await inTime(async () => {
      const asked = await storm(server.url, path, { connections: CONNECTIONS, ms: 2000 });
      expect(Object.keys(asked.statuses)).toEqual(['200']);
      return asked;
    });
  }, 60_000);
});

test('pictures that nobody made yet, each another one: answered or told when to come again', async () => {
  let n = 0;
  await inTime(async () => {
    const asked = await storm(server.url, () => `${previewOf('png')}&width=${700 + (n % 800)}&height=${500 + Math.floor(n++ / 800)}`, {
      connections: CONNECTIONS,
      ms: 4000,
    });
    expect(Object.keys(asked.statuses).filter((status) => !['200', '429', '503'].includes(status))).toEqual([]);
    expect(asked.statuses[200]).toBeGreaterThan(0);
    return asked;
  });
}, 60_000);

test('24 of the largest pictures take at most 1 GB', async () => {
  forgetPeak(server.pid);
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, n) =>
      fetch(server.url + largestPicture(n)).then(async (answer) => [answer.status, (await answer.arrayBuffer()).byteLength] as const),
    ),
  );
  expect(answers.filter(([status]) => ![200, 429, 503].includes(status))).toEqual([]);
  expect(answers.filter(([status]) => status === 200).length).toBeGreaterThan(0);
  expect(memoryOf(server.pid).peak).toBeLessThan(MOST_MB);
}, 300_000);

test('askers who leave take their work with them', async () => {
  for (let round = 0; round < 5; round++) {
    const leave = new AbortController();
    const all = Array.from({ length: CONNECTIONS }, (_, n) =>
      fetch(server.url + largestPicture(100 + 50 * round + n), { signal: leave.signal }).catch(() => null),
    );
    await sleep(100);
    leave.abort();
    await Promise.all(all);
  }
  // Two hundred and fifty large pictures would be minutes; this one waits only for what was on its way.
  const begun = performance.now();
  expect((await fetch(`${server.url}${previewOf('svg')}&width=611`)).status).toBe(200);
  expect(performance.now() - begun).toBeLessThan(15_000);
}, 120_000);

test('four hundred lines that trickle, and readers that do not read, leave tiles free', async () => {
  const { port } = new URL(server.url);
  const lines: Socket[] = [];
  const dial = (text: string) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(text);
    socket.pause();
    lines.push(socket);
  };
  for (let n = 0; n < 200; n++) {
    dial(`POST /api/v1/maps HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n `);
    dial(`GET ${HEAVY.getRecordsCsv} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  }
  const drip = setInterval(() => {
    for (const line of lines) if (!line.destroyed) line.write(' ');
  }, 500);
  try {
    await inTime(async () => ({ beside: await quiet(server.url, 3000) }));
  } finally {
    clearInterval(drip);
    for (const line of lines) line.destroy();
  }
}, 60_000);
