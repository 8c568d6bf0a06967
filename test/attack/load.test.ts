/** `--long`: ten minutes of all heavy routes mixed, by fifty connections. Nothing fails, tiles and health go on, memory stays below 1 GB and does not grow. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetPeak, HEAVY, makeCountry, memoryOf, previewOf, quiet, storm } from '../../scripts/bench/load.ts';
import type { Config } from '../../server/config.ts';
import { temporaryConfig } from '../helpers/app.ts';
import { BIN, serve, type Served } from '../helpers/stores.ts';

const MINUTES = 10;
const MOST_MB = 1000;
/** What the second half may take more than the first. */
const GROWTH_MB = 100;

let config: Config;
let remove: () => void;
let server: Served | undefined;
beforeAll(async () => {
  ({ config, remove } = temporaryConfig());
  await makeCountry(config, { units: 4000 });
  server = await serve(config.data, { CODMAP_ANSWER_SECONDS: '1000000', CODMAP_LOG_LEVEL: 'warn' }, BIN);
}, 600_000);
afterAll(async () => {
  await server?.stop();
  remove();
});

test('ten minutes of mixed load', { timeout: (MINUTES + 5) * 60_000 }, async () => {
  const { url, pid } = server!;
  const paths = Object.values(HEAVY);
  let n = 0;
  const fresh = () => `${previewOf('png')}&width=${700 + (n % 800)}&height=${500 + Math.floor(n++ / 800)}`;
  const idle = await quiet(url, 3000);
  const peaks: number[] = [];
  for (let half = 0; half < 2; half++) {
    forgetPeak(pid);
    const asked = await storm(url, (i) => (i % 10 === 0 ? fresh() : paths[i % paths.length]!), { connections: 50, ms: (MINUTES / 2) * 60_000 });
    peaks.push(memoryOf(pid).peak);
    console.log(`mixed load, ${MINUTES / 2} minutes: ${JSON.stringify(asked.statuses)}; peak ${peaks.at(-1)} MB; beside it ${JSON.stringify(asked.beside)}`);
    expect(Object.keys(asked.statuses).filter((status) => !['200', '429', '503'].includes(status))).toEqual([]);
    for (const what of ['tile', 'health'] as const) expect(asked.beside[what].p99).toBeLessThanOrEqual(Math.max(50, 3 * idle[what].p99));
  }
  expect(Math.max(...peaks)).toBeLessThan(MOST_MB);
  expect(peaks[1]! - peaks[0]!).toBeLessThan(GROWTH_MB);
});
