/**
 * Tiles per second of this server beside raw node:http that sends the same bytes, and beside tileserver-gl-light where it is given:
 *   node scripts/bench/serving.ts ARCHIVE.pmtiles [--rounds 5] [--seconds 4] [--tileserver FOLDER] [--write]
 * FOLDER holds node_modules/tileserver-gl-light, installed by whoever benches. Needs wrk. Paired rounds, medians; `--write` puts the
 * table under the heading "Serving" of bench/RESULTS.md.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadConfig } from '../../server/config.ts';
import type { Iso3 } from '../../server/contract/ids.ts';
import { openStore } from '../../server/app/main.ts';
import { NO_METADATA } from '../../server/kinds/summary.ts';
import { createArchives } from '../../server/tiles/archives.ts';
import { objectsAt } from '../../server/store/place.ts';

const RESULTS = fileURLToPath(new URL('../../bench/RESULTS.md', import.meta.url));
const CLI = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));
const CONNECTIONS = 50;
/** Tiles asked for, at random among those the archive holds. */
const MAX_TILES = 5000;

interface Peer {
  name: string;
  url: string;
  path: (z: number, x: number, y: number) => string;
  child: ChildProcess | null;
}

interface Round {
  rate: number;
  p50: number;
  p99: number;
  errors: number;
}

/** The same bytes and headers from a map in memory: what node:http itself can do. Runs as a process of its own. */
async function serveRaw(archive: string, port: number): Promise<void> {
  const archives = createArchives({ objects: objectsAt({ driver: 'file', root: dirname(archive) }), cacheBytes: 1e9, prepare: (bytes) => ({ bytes }) });
  const opened = await archives.open(archive.split('/').at(-1)!);
  const answers = new Map<string, { headers: string[]; bytes: Uint8Array }>();
  for (const [z, x, y] of listTiles(opened)) {
    const { bytes } = await archives.tile(opened, opened.find(z, x, y));
    const headers = [
      'Content-Type',
      'application/vnd.mapbox-vector-tile',
      'Content-Encoding',
      'gzip',
      'Content-Length',
      String(bytes.length),
      'ETag',
      `"${z}-${x}-${y}"`,
    ];
    headers.push('Cache-Control', 'public, max-age=31536000, immutable', 'Vary', 'Accept-Encoding', 'Access-Control-Allow-Origin', '*');
    answers.set(`/${z}/${x}/${y}`, { headers, bytes });
  }
  createServer((request, response) => {
    const { headers, bytes } = answers.get(request.url!)!;
    response.writeHead(200, headers);
    response.end(bytes);
  }).listen(port, '127.0.0.1');
}

/** Tiles that exist, from the deepest zooms up, as many as are asked for. */
function listTiles(archive: {
  info: { minZoom: number; maxZoom: number; bounds: readonly number[] };
  find(z: number, x: number, y: number): number;
}): [number, number, number][] {
  const tiles: [number, number, number][] = [];
  const { minZoom, maxZoom, bounds } = archive.info;
  const [west, south, east, north] = bounds as [number, number, number, number];
  for (let z = minZoom; z <= maxZoom && tiles.length < MAX_TILES; z++) {
    const column = (lon: number) => Math.floor(((lon + 180) / 360) * 2 ** z);
    const row = (lat: number) => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
    for (let x = column(west); x <= column(east); x++)
      for (let y = row(north); y <= row(south) && tiles.length < MAX_TILES; y++) if (archive.find(z, x, y) >= 0) tiles.push([z, x, y]);
  }
  return tiles;
}

async function startOurs(folder: string, archive: string, port: number): Promise<Peer> {
  const config = loadConfig({ CODMAP_DATA: folder });
  const bytes = readFileSync(archive);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const store = await openStore(config);
  const key = `datasets/cod-ab-xnv/${sha256}/bench.pmtiles`;
  await store.objects.put(key, bytes);
  const version = await store.datasets.recordVersion(
    {
      kind: 'cod-ab',
      country: 'XNV' as Iso3,
      countryNames: {},
      levels: [],
      bbox: null,
      languages: [],
      metadata: NO_METADATA,
      sourceSha256: sha256,
      statedVersion: null,
      report: { errors: 0, warnings: 0, infos: 0, accepted: 0, publishable: true },
      units: [],
      diff: null,
      artifacts: [{ kind: 'pmtiles', file: 'bench.pmtiles', key, sha256, bytes: bytes.length, mediaType: 'application/vnd.pmtiles' }],
    },
    { by: null },
  );
  await store.datasets.publishVersion(version.dataset, version.version, { by: null, reason: null });
  await store.close();
  const child = spawn(process.execPath, [CLI, 'serve', '--port', String(port), '--data', folder], {
    stdio: 'ignore',
    env: { ...process.env, CODMAP_LOG_LEVEL: 'info' },
  });
  return { name: 'codmap', url: `http://127.0.0.1:${port}`, path: (z, x, y) => `/tiles/${version.dataset}/${version.version}/${z}/${x}/${y}.mvt`, child };
}

function startTileserver(folder: string, work: string, archive: string, port: number): Peer {
  const place = join(work, 'tileserver');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'config.json'), JSON.stringify({ options: { paths: { root: '', pmtiles: '' } }, data: { bench: { pmtiles: archive } } }));
  const main = resolve(folder, 'node_modules/tileserver-gl-light/src/main.js');
  const child = spawn(process.execPath, [main, '--config', 'config.json', '--port', String(port), '--silent'], { stdio: 'ignore', cwd: place });
  return { name: 'tileserver-gl-light', url: `http://127.0.0.1:${port}`, path: (z, x, y) => `/data/bench/${z}/${x}/${y}.pbf`, child };
}

function measure(peer: Peer, tiles: [number, number, number][], seconds: number, work: string): Round {
  const script = join(work, `${peer.name.replaceAll(/\W/g, '')}.lua`);
  const paths = tiles.map(([z, x, y]) => `"${peer.path(z, x, y)}"`).join(',');
  writeFileSync(
    script,
    `local paths = {${paths}}
math.randomseed(7)
request = function() return wrk.format("GET", paths[math.random(#paths)]) end
done = function(summary, latency) io.write(string.format("RESULT %d %d %f %f %d\\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout)) end
`,
  );
  const { stdout, stderr } = spawnSync('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-H', 'Accept-Encoding: gzip', '-s', script, peer.url], {
    encoding: 'utf8',
  });
  const match = /RESULT (\d+) (\d+) ([\d.]+) ([\d.]+) (\d+)/.exec(stdout);
  if (!match) throw new Error(`wrk gave no result: ${stdout} ${stderr}`);
  const [requests, duration, p50, p99, errors] = match.slice(1).map(Number) as [number, number, number, number, number];
  return { rate: (requests * 1e6) / duration, p50: p50 / 1000, p99: p99 / 1000, errors };
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

async function waitFor(peer: Peer, [z, x, y]: [number, number, number]): Promise<number> {
  for (let i = 0; i < 300; i++) {
    const answer = await fetch(peer.url + peer.path(z, x, y)).catch(() => null);
    if (answer?.ok) return (await answer.arrayBuffer()).byteLength;
    await sleep(100);
  }
  throw new Error(`${peer.name} does not answer`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      tileserver: { type: 'string' },
      write: { type: 'boolean', default: false },
      raw: { type: 'string' },
    },
  });
  if (!positionals[0]) throw new Error('Which archive?');
  const given = resolve(positionals[0]);
  if (values.raw) return serveRaw(given, Number(values.raw));
  const work = mkdtempSync(join(tmpdir(), 'codmap-bench-'));
  const peers: Peer[] = [];
  try {
    const archive = join(work, 'bench.pmtiles');
    writeFileSync(archive, readFileSync(given));
    const archives = createArchives({ objects: objectsAt({ driver: 'file', root: work }), cacheBytes: 1e9, prepare: (bytes) => ({ bytes }) });
    const opened = await archives.open('bench.pmtiles');
    const tiles = listTiles(opened);
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const raw = spawn(process.execPath, [fileURLToPath(import.meta.url), archive, '--raw', String(port)], { stdio: 'inherit' });
    peers.push({ name: 'node:http, same bytes', url: `http://127.0.0.1:${port}`, path: (z, x, y) => `/${z}/${x}/${y}`, child: raw });
    peers.push(await startOurs(join(work, 'var'), archive, port + 1));
    if (values.tileserver) peers.push(startTileserver(values.tileserver, work, archive, port + 2));
    for (const peer of peers) await waitFor(peer, tiles[0]!);
    // All caches warm, all code compiled.
    for (const peer of peers) measure(peer, tiles, 2, work);
    const rounds: Round[][] = [];
    for (let i = 0; i < Number(values.rounds); i++) rounds.push(peers.map((peer) => measure(peer, tiles, Number(values.seconds), work)));
    const table = toTable(peers, rounds, tiles.length, opened.info.entries, values.seconds);
    process.stdout.write(table);
    if (values.write) writeSection(table);
  } finally {
    for (const { child } of peers) child?.kill();
    rmSync(work, { recursive: true, force: true });
  }
}

function toTable(peers: Peer[], rounds: Round[][], tiles: number, entries: number, seconds: string): string {
  const rows = peers.map((peer, at) => {
    const own = rounds.map((round) => round[at]!);
    const ratio = (other: number) => median(rounds.map((round) => round[at]!.rate / round[other]!.rate)).toFixed(2);
    return `| ${peer.name} | ${Math.round(median(own.map(({ rate }) => rate))).toLocaleString('en')} | ${median(own.map(({ p50 }) => p50)).toFixed(2)} | ${median(own.map(({ p99 }) => p99)).toFixed(1)} | ${ratio(0)} | ${peers[2] ? ratio(2) : '–'} | ${own.reduce((sum, { errors }) => sum + errors, 0)} |`;
  });
  return `${tiles} tiles of an archive of ${entries} entries, requested at random, Accept-Encoding gzip. wrk -t1 -c${CONNECTIONS} on loopback, on the same ${cpus().length} cores; ${rounds.length} rounds of ${seconds} s, in each of which the servers are measured one after the other; medians, with ratios computed per round. Node ${process.version}; load average of the machine ${loadavg()[1]!.toFixed(1)}.

| server | tiles/s | p50 ms | p99 ms | ÷ node:http | ÷ tileserver-gl-light | errors |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

/** Replaces the section under its heading, or adds it at the end. */
function writeSection(text: string): void {
  mkdirSync(dirname(RESULTS), { recursive: true });
  const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : '# Measured\n';
  const section = `## Serving\n\n${text}`;
  const at = before.search(/^## Serving$/m);
  if (at < 0) return writeFileSync(RESULTS, `${before.trimEnd()}\n\n${section}`);
  const end = before.slice(at + 3).search(/^## /m);
  writeFileSync(RESULTS, before.slice(0, at) + section + (end < 0 ? '' : `\n${before.slice(at + 3 + end)}`));
}

await main();
