/**
 * Layers at their largest: 200,000 points as CSV, and 40,000 roads as GeoJSON of 50 MB, on the invented country. Time from files to the published
 * version, memory of the process that reads and of the server that cuts tiles, bytes and times of tiles, and whether what tiles say is not shown is
 * what brute force finds.
 *
 *   node scripts/bench/overlays/layers.ts [UNITS]     1,000 units where nothing is said; the largest file takes a minute
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

const folder = mkdtempSync(join(tmpdir(), 'codmap-layers-'));
const store = join(folder, 'store');
const BIN = new URL('../../../server/bin.js', import.meta.url).pathname;
const PORT = 18_733;
const PAGE = `http://127.0.0.1:${PORT}`;
type Place = [lon: number, lat: number];

let state = 7;
const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** Runs a command and measures it: seconds, seconds of a processor, and the most memory it had. */
function run(...args: string[]): { seconds: number; cpu: number; mb: number } {
  const start = performance.now();
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', process.execPath, BIN, ...args, '--data', store], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr.slice(-2000)}`);
  const [user, system, kb] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number) as [number, number, number];
  return { seconds: Number(((performance.now() - start) / 1000).toFixed(1)), cpu: Number((user + system).toFixed(1)), mb: Math.round(kb / 1000) };
}

async function write(file: string, parts: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const part of parts) if (!stream.write(part)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}

const toX = (lon: number) => lon / 360 + 0.5;
const toY = (lat: number) => 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);

interface Served {
  bytes: number;
  ms: number;
  shown: number;
  hidden: number;
}

async function tile(id: string, z: number, x: number, y: number): Promise<Served> {
  const start = performance.now();
  const response = await fetch(`${PAGE}/api/v1/layers/${id}/versions/current/tiles/${z}/${x}/${y}.mvt`, { headers: { 'accept-encoding': 'identity' } });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const ms = performance.now() - start;
  if (response.status === 204) return { bytes: 0, ms, shown: 0, hidden: 0 };
  if (response.status !== 200) throw new Error(`${response.status} ${new TextDecoder().decode(bytes)}`);
  const { layers } = new VectorTile(new PbfReader(bytes) as never);
  const told = layers['told']?.feature(0).properties['hidden'];
  return { bytes: bytes.length, ms, shown: layers['features']!.length, hidden: typeof told === 'number' ? told : 0 };
}

/** Whether a way, in tiles of a zoom, has a point in the box. */
function meets(ax: number, ay: number, bx: number, by: number, west: number, north: number, east: number, south: number): boolean {
  let [from, to] = [0, 1];
  for (const [p, d, low, high] of [
    [ax, bx - ax, west, east],
    [ay, by - ay, north, south],
  ] as const) {
    if (d === 0) {
      if (p < low || p > high) return false;
      continue;
    }
    const [t1, t2] = [(low - p) / d, (high - p) / d];
    from = Math.max(from, Math.min(t1, t2));
    to = Math.min(to, Math.max(t1, t2));
  }
  return from <= to;
}

const quantile = (values: number[], share: number) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
const peak = (server: ChildProcess) => Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))![1]) / 1000);

/** Every tile of the layer down to a zoom, then some of each deeper one; twice, of which the second is warm. */
async function measure(id: string, all: Place[][], isLines: boolean, server: ChildProcess): Promise<void> {
  // What lies outside the country is not drawn; the first column says the row, and rows of a table begin below its heading.
  const table = join(folder, `${id}.csv`);
  run('export', id, '--format', 'csv', '--out', table);
  const drawn = new Set(readFileSync(table, 'utf8').split('\r\n').slice(1).map((line) => Number.parseInt(line, 10))); // prettier-ignore
  const places = all.filter((_, i) => drawn.has(i + (isLines ? 1 : 2)));
  const paths = places.map((line) => line.map(([lon, lat]) => [toX(lon), toY(lat)] as const));
  const asked: [number, number, number][] = [];
  for (let z = 3; z <= 14; z++) {
    const known = new Set<string>();
    for (const path of paths) {
      const [x, y] = path[0]!;
      known.add(`${Math.floor(x * 2 ** z)}/${Math.floor(y * 2 ** z)}`);
      if (known.size >= (z <= 9 ? 400 : 60)) break;
    }
    for (const key of known) asked.push([z, ...(key.split('/').map(Number) as [number, number])]);
  }
  const times: number[][] = [[], []];
  let [most, wrong, compared] = [0, 0, 0];
  for (const round of [0, 1])
    for (const [z, x, y] of asked) {
      const served = await tile(id, z, x, y);
      times[round]!.push(served.ms);
      most = Math.max(most, served.bytes);
      if (round === 1 || (isLines && z > 9)) continue;
      const side = 2 ** z;
      const buffer = isLines ? 64 / 4096 : 0;
      const count = isLines
        ? paths.filter((path) =>
            path.some(
              ([ax, ay], i) =>
                i > 0 && meets(path[i - 1]![0] * side, path[i - 1]![1] * side, ax * side, ay * side, x - buffer, y - buffer, x + 1 + buffer, y + 1 + buffer),
            ),
          ).length
        : paths.filter(([[px, py] = [0, 0]]) => Math.floor(px * side) === x && Math.floor(py * side) === y).length;
      compared++;
      // A line that only touches the edge of a tile within a step of it is one or the other.
      if (Math.abs(count - served.shown - served.hidden) > (isLines ? 0.001 * count + 1 : 0)) wrong++;
    }
  say({
    layer: id,
    drawn: places.length,
    tiles: asked.length,
    'largest tile, kB': Number((most / 1000).toFixed(1)),
    'cold ms, median, p99, most': [0.5, 0.99, 1].map((share) => Number(quantile(times[0]!, share).toFixed(1))),
    'warm ms, median, p99, most': [0.5, 0.99, 1].map((share) => Number(quantile(times[1]!, share).toFixed(1))),
    'not shown, compared with brute force': `${wrong} wrong of ${compared}`,
    'most memory of the server, MB': peak(server),
  });
}

try {
  spawnSync(process.execPath, [BIN, 'sample', join(folder, 'sample'), '--units', process.argv[2] ?? '1000']);
  say({
    boundaries: run(
      'ingest',
      ...[0, 1, 2, 3].map((level) => join(folder, 'sample', `xnv_admin${level}.geojson`)),
      '--country',
      'XNV',
      '--publish',
      '--accept',
      'a test',
      '--keep-personal',
    ),
  });
  const listed = spawnSync(process.execPath, [
    BIN,
    'export',
    'cod-ab-xnv',
    '--format',
    'geojson',
    '--level',
    '0',
    '--out',
    join(folder, 'adm0.geojson'),
    '--data',
    store,
  ]);
  if (listed.status !== 0) throw new Error(listed.stderr.toString());
  const [west, south, east, north] = (JSON.parse(readFileSync(join(folder, 'adm0.geojson'), 'utf8')) as { bbox: [number, number, number, number] }).bbox;
  // The middle of the box, so that all of it is in the country or near it.
  const at = (): Place => [west + (0.3 + 0.4 * random()) * (east - west), south + (0.3 + 0.4 * random()) * (north - south)];
  const points = Array.from({ length: 200_000 }, (): Place => at().map((value) => Number(value.toFixed(6))) as Place);
  await write(
    join(folder, 'points.csv'),
    (function* () {
      yield 'name,type,latitude,longitude,people\n';
      for (const [i, [lon, lat]] of points.entries())
        yield `Settlement number ${i},${['village', 'town', 'camp'][i % 3]},${lat},${lon},${Math.floor(random() ** 4 * 20_000)}\n`;
    })(),
  );
  const roads = Array.from({ length: 40_000 }, (): Place[] => {
    let [x, y] = at();
    let turn = random() * 2 * Math.PI;
    return Array.from({ length: 40 }, (): Place => {
      turn += (random() - 0.5) * 0.6;
      [x, y] = [x + 0.0012 * Math.cos(turn), y + 0.0012 * Math.sin(turn)];
      return [Number(x.toFixed(7)), Number(y.toFixed(7))];
    });
  });
  await write(
    join(folder, 'roads.geojson'),
    (function* () {
      yield '{"type":"FeatureCollection","features":[\n';
      for (const [i, line] of roads.entries()) {
        const properties = {
          osm_id: 1_000_000 + i,
          name: `Road number ${i}`,
          highway: ['primary', 'secondary', 'track'][i % 3],
          surface: 'unpaved',
          condition: 'difficult',
        };
        yield `${i === 0 ? '' : ',\n'}${JSON.stringify({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line } })}`;
      }
      yield '\n]}\n';
    })(),
  );
  const about = join(folder, 'about.json');
  await write(about, [JSON.stringify({ source: 'Bench', license: 'CC0' })]);
  for (const [slug, file] of [
    ['points', 'points.csv'],
    ['roads', 'roads.geojson'],
  ] as const)
    say({
      file,
      MB: Math.round(statSync(join(folder, file)).size / 1e6),
      'read, joined, published': run(
        'ingest',
        join(folder, file),
        '--kind',
        'layer',
        '--layer',
        slug,
        '--country',
        'XNV',
        '--metadata',
        about,
        '--publish',
        '--keep-personal',
      ),
    });
  const server = spawn(process.execPath, ['--max-semi-space-size=8', BIN.replace('bin.js', 'cli/main.ts'), 'serve'], {
    env: { ...process.env, CODMAP_DATA: store, CODMAP_PORT: String(PORT), CODMAP_INGEST_WORKERS: '0' },
    stdio: 'ignore',
  });
  try {
    for (let tries = 0; tries < 600 && !(await fetch(`${PAGE}/healthz`).catch(() => null)); tries++) await sleep(300);
    say({ 'server at rest, MB': peak(server) });
    await measure('layer-xnv-points', points.map((place) => [place]), false, server); // prettier-ignore
    await measure('layer-xnv-roads', roads, true, server);
  } finally {
    server.kill();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
