/**
 * What is heavy beside what must be quick:
 *   node scripts/bench/heavy.ts [--units 4000] [--seconds 2] [--minutes 2] [--data FOLDER] [--write]
 * Each route asked by fifty connections while one asks for tiles and one for health; then the largest pictures by two dozen, and a mixed load
 * for `--minutes`, with the memory of the server. FOLDER is a store that is there; without it the invented country is made. `--write` puts
 * all under the heading "Heavy routes" of bench/RESULTS.md.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig } from '../../server/config.ts';
import { forgetPeak, HEAVY, largestPicture, makeCountry, memoryOf, previewOf, quiet, storm } from './load.ts';

const RESULTS = fileURLToPath(new URL('../../bench/RESULTS.md', import.meta.url));
const BIN = fileURLToPath(new URL('../../server/bin.js', import.meta.url));
const HEADING = 'Heavy routes';
const CONNECTIONS = 50;
const ms = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));

async function start(data: string): Promise<{ url: string; pid: number; stop: () => void }> {
  const env = { ...process.env, CODMAP_HOST: '127.0.0.1', CODMAP_INGEST_WORKERS: '0', CODMAP_LOG_LEVEL: 'warn', CODMAP_ANSWER_SECONDS: '1000000' };
  const child = spawn(process.execPath, [BIN, '--data', data, 'serve', '--port', '0'], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  for (;;) {
    const url = /Codmap is at (\S+)/.exec(said)?.[1];
    if (url) return { url, pid: child.pid!, stop: () => void child.kill() };
    if (child.exitCode !== null) throw new Error(said);
    await sleep(100);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      units: { type: 'string', default: '4000' },
      seconds: { type: 'string', default: '2' },
      minutes: { type: 'string', default: '2' },
      data: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const work = mkdtempSync(join(tmpdir(), 'codmap-bench-'));
  const data = values.data ?? join(work, 'var');
  if (!values.data) await makeCountry(loadConfig({ CODMAP_DATA: data, CODMAP_LOG_LEVEL: 'silent' }), { units: Number(values.units) });
  const server = await start(data);
  try {
    // Once through, so that code is compiled and files are known.
    for (const path of Object.values(HEAVY)) await (await fetch(server.url + path)).arrayBuffer();
    const idle = await quiet(server.url, 3000);
    const rows = [`| nothing | – | – | – | – | ${ms(idle.health.p99)} | ${ms(idle.health.worst)} | ${ms(idle.tile.p99)} |`];
    const row = (name: string, asked: Awaited<ReturnType<typeof storm>>) => {
      const { health, tile } = asked.beside;
      const refused = Object.entries(asked.statuses).flatMap(([status, n]) => (status === '200' ? [] : [`${n} × ${status}`]));
      const rate = (asked.statuses[200] ?? 0) / Number(values.seconds);
      rows.push(
        `| ${name} | ${ms(asked.p50)} | ${ms(asked.p99)} | ${rate < 10 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en')} | ${refused.join(', ') || '–'} | ${ms(health.p99)} | ${ms(health.worst)} | ${ms(tile.p99)} |`,
      );
      console.error(rows.at(-1));
    };
    for (const [name, path] of Object.entries(HEAVY)) row(name, await storm(server.url, path, { connections: CONNECTIONS, ms: 1000 * Number(values.seconds) }));
    let n = 0;
    const fresh = () => `${previewOf('png')}&width=${700 + (n % 800)}&height=${500 + Math.floor(n++ / 800)}`;
    row('previewPng, each a different one', await storm(server.url, fresh, { connections: CONNECTIONS, ms: 1000 * Number(values.seconds) }));

    forgetPeak(server.pid);
    const before = memoryOf(server.pid).now;
    const begun = performance.now();
    const pictures = await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        fetch(server.url + largestPicture(i)).then(async (answer) => {
          await answer.arrayBuffer();
          return answer.status;
        }),
      ),
    );
    const painted = { seconds: (performance.now() - begun) / 1000, peak: memoryOf(server.pid).peak, good: pictures.filter((status) => status === 200).length };

    forgetPeak(server.pid);
    const paths = Object.values(HEAVY);
    const mixed = await storm(server.url, (i) => (i % 10 === 0 ? fresh() : paths[i % paths.length]!), {
      connections: CONNECTIONS,
      ms: 60_000 * Number(values.minutes),
    });
    const after = memoryOf(server.pid);
    const text = toText({ ...values, rows, before, painted, mixed, after });
    process.stdout.write(text);
    if (values.write) writeSection(text);
  } finally {
    server.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

interface Found {
  units: string;
  seconds: string;
  minutes: string;
  rows: string[];
  before: number;
  painted: { seconds: number; peak: number; good: number };
  mixed: Awaited<ReturnType<typeof storm>>;
  after: { now: number; peak: number };
}

function toText({ units, seconds, minutes, rows, before, painted, mixed, after }: Found): string {
  const statuses = Object.entries(mixed.statuses).map(([status, n]) => `${n.toLocaleString('en')} × ${status}`);
  return `\`node scripts/bench/heavy.ts --units ${units} --seconds ${seconds} --minutes ${minutes} --write\`. The sample country with ${Number(units).toLocaleString('en')} units of adm3, its population and 3W; each route is requested over ${CONNECTIONS} connections for ${seconds} s, while one more connection requests \`/healthz\` and another a tile, each waiting for its answer. Times in ms. Node ${process.version}, ${cpus().length} cores, one of which is used by the client; load average of the machine ${loadavg()[1]!.toFixed(1)}.

| route | p50 | p99 | answers/s | refused | health p99 | health worst | tile p99 |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

Memory: ${before} MB before; 24 simultaneous requests for the largest picture that anonymous users may request (A4 at 300 dpi, ${Number(units).toLocaleString('en')} units, each a different one): ${painted.good} rendered in ${painted.seconds.toFixed(0)} s, peak ${painted.peak} MB. After ${minutes} minutes of all routes mixed (${statuses.join(', ')}): ${after.now} MB, peak ${after.peak} MB; health p99 ${ms(mixed.beside.health.p99)}, worst ${ms(mixed.beside.health.worst)}; tile p99 ${ms(mixed.beside.tile.p99)}.
`;
}

/** Replaces the section under its heading, or adds it at the end. */
function writeSection(text: string): void {
  const before = readFileSync(RESULTS, 'utf8');
  const sections = before.split(/^(?=## )/m).filter((section) => !section.startsWith(`## ${HEADING}\n`));
  writeFileSync(RESULTS, `${sections.map((section) => section.trimEnd()).join('\n\n')}\n\n## ${HEADING}\n\n${text}`);
}

await main();
