/** A country with boundaries, population and 3W in a store, what is heavy of it, and many who ask at once while others ask for tiles and health. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { withFiles } from '../../server/cli/files.ts';
import { ingestFiles } from '../../server/cli/ingest.ts';
import type { Config } from '../../server/config.ts';
import { openStore } from '../../server/app/store.ts';
import type { DatasetId, DatasetKind, Iso3 } from '../../server/contract/ids.ts';
import type { RouteName } from '../../server/contract/paths.ts';
import { DEFAULT_DEFINITION } from '../../server/contract/presence/presence.ts';
import { writeSample } from '../../server/sample/write.ts';
import type { WatcherData } from './watcher.ts';

/** @param options.cells fewer for plainer borders (`SampleOptions`) */
export async function makeCountry(config: Config, options: { units: number; cells?: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'codmap-heavy-'));
  try {
    const { boundaries, population, presence } = await writeSample(folder, options);
    const parts: [DatasetKind, string[]][] = [
      ['cod-ab', boundaries],
      ['cod-ps', population],
      ['3w', [presence]],
    ];
    for (const [kind, names] of parts) {
      await withFiles(
        names.map((name) => join(folder, name)),
        { hash: true },
        (files) =>
          ingestFiles(config, {
            files,
            kind,
            country: 'XNV' as Iso3,
            publish: true,
            accept: 'a test',
            options: {},
            onProgress: () => undefined,
            onNotice: () => undefined,
          }),
      );
      if (kind === 'cod-ab') await addEdition(config);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same boundaries once more, as a version that what changed can be asked of. */
async function addEdition(config: Config): Promise<void> {
  const store = await openStore(config);
  try {
    const { datasets, catalog } = store;
    const id = 'cod-ab-xnv' as DatasetId;
    const version = await datasets.getVersion(id, 'current');
    const { countryNames, country } = await datasets.getDataset(id);
    const more = { kind: 'cod-ab' as const, country, countryNames, statedVersion: null, units: await catalog.listGazetteer(id, version.version), diff: null };
    const made = await datasets.recordVersion({ ...version, ...more, sourceSha256: 'e'.repeat(64) }, { by: 'bench' });
    await datasets.publishVersion(id, made.version, { by: 'bench', reason: 'a test' });
  } finally {
    await store.close();
  }
}

const DATA = {
  boundaries: { kind: 'boundaries' },
  population: { kind: 'population', dataset: 'cod-ps-xnv', version: 'current', measure: 'people', sex: 't', age: 'all' },
  presence: {
    kind: 'presence',
    dataset: '3w-xnv',
    version: 'current',
    definition: DEFAULT_DEFINITION,
    measure: { is: 'count' },
    split: 'none',
  },
};

/** Of a map that is not stored. */
export function previewOf(ending: string, kind: keyof typeof DATA = 'population', level = 1): string {
  const spec = {
    spec: 1,
    title: 'A map',
    lang: 'en',
    status: 'draft',
    boundary: { dataset: 'cod-ab-xnv', version: 'current', level },
    data: DATA[kind],
    classes: { method: 'manual', breaks: kind === 'boundaries' ? [] : [0, 10, 1000, 100_000] },
    labels: { show: 'names', lang: 'en' },
    view: null,
    selected: null,
  };
  return `/preview.${ending}?spec=${encodeURIComponent(JSON.stringify(spec))}`;
}

const AB = '/api/v1/datasets/cod-ab-xnv/versions/v01';
const PRESENCE = '/api/v1/presence/3w-xnv';

/** Routes that anybody may ask and that cost much, with an address of each. */
export const HEAVY = {
  getRecordsCsv: `${PRESENCE}/records.csv`,
  getHapiCsv: `${PRESENCE}/hapi.csv`,
  getPresenceColumns: `${PRESENCE}/columns`,
  getPresenceMatrix: `${PRESENCE}/matrix?level=2`,
  getPresence: PRESENCE,
  getReport: `${AB}/report`,
  getReportHtml: `${AB}/report.html`,
  getReportCsv: `${AB}/report.csv`,
  getReportGeojson: `${AB}/report.geojson`,
  getChecklistXlsx: `${AB}/checklist.xlsx`,
  listUnits: `${AB}/units?level=3&q=a`,
  getPopulation: '/api/v1/datasets/cod-ps-xnv/versions/v01/population',
  getCountrySvg: '/countries/XNV.svg',
  previewSvg: previewOf('svg'),
  previewPng: previewOf('png'),
  previewGeojson: previewOf('geojson'),
  previewCsv: previewOf('csv'),
  getChanges: '/api/v1/datasets/cod-ab-xnv/changes?from=v01&to=v02&f=csv',
  getUnitHistory: '/api/v1/datasets/cod-ab-xnv/units/XN01/history',
  getOpenApi: '/openapi.json',
} satisfies Partial<Record<RouteName, string>>;

export interface Times {
  p50: number;
  p99: number;
  worst: number;
  count: number;
}

export interface Asked extends Times {
  /** By status. */
  statuses: Record<number, number>;
  bytes: number;
}

function timesOf(ms: number[]): Times {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Infinity;
  return { p50: at(0.5), p99: at(0.99), worst: sorted.at(-1) ?? Infinity, count: sorted.length };
}

/** One request; the body is read and dropped. */
function once(url: string, path: string, agent: Agent, headers: Record<string, string> = {}): Promise<{ status: number; ms: number; bytes: number }> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    request(url + path, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => (bytes += part.length));
      response.on('end', () => resolve({ status: response.statusCode!, ms: performance.now() - begun, bytes }));
      response.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
}

/** The tiles of a published version that are asked for beside. */
async function tileOf(url: string): Promise<string> {
  const { tiles, center } = (await (await fetch(`${url}/tiles/cod-ab-xnv/current.json`)).json()) as { tiles: string[]; center: [number, number, number] };
  const [lon, lat, z] = center;
  const n = 2 ** z;
  const x = Math.floor(((lon + 180) / 360) * n);
  const y = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * n);
  return new URL(tiles[0]!.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y))).pathname;
}

/** Tiles and health, each asked by one in a thread apart. Resolves once they are asked; `stop` gives what was found. */
async function watch(url: string): Promise<{ stop: () => Promise<{ tile: Times; health: Times }> }> {
  const addresses = [url + (await tileOf(url)), `${url}/healthz`];
  const worker = new Worker(new URL('./watcher.ts', import.meta.url), { workerData: { addresses } satisfies WatcherData });
  const found = new Promise<number[][]>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', (message: 'ready' | number[][]) => message !== 'ready' && resolve(message));
  });
  found.catch(() => undefined);
  let ready = 0;
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: unknown) => message === 'ready' && ++ready === addresses.length && resolve());
    found.catch(reject);
  });
  return {
    async stop() {
      worker.postMessage('stop');
      const [tile, health] = await found;
      return { tile: timesOf(tile!), health: timesOf(health!) };
    },
  };
}

/** Tiles and health with nothing beside them. */
export async function quiet(url: string, ms: number): Promise<{ tile: Times; health: Times }> {
  const { stop } = await watch(url);
  await sleep(ms);
  return stop();
}

/** @param path asked by each connection again and again; a function gives each request an address of its own. */
export async function storm(
  url: string,
  path: string | ((n: number) => string),
  { connections, ms, headers = {} }: { connections: number; ms: number; headers?: Record<string, string> },
): Promise<Asked & { beside: { tile: Times; health: Times } }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { stop } = await watch(url);
  const end = performance.now() + ms;
  const statuses: Record<number, number> = {};
  const times: number[] = [];
  let [bytes, n] = [0, 0];
  const ask = async () => {
    while (performance.now() < end) {
      const answer = await once(url, typeof path === 'string' ? path : path(n++), agent, { 'accept-encoding': 'br', ...headers });
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      bytes += answer.bytes;
      times.push(answer.ms);
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  const watched = await stop();
  agent.destroy();
  return { ...timesOf(times), statuses, bytes, beside: watched };
}

/** Memory of a process in MB: now, and at its highest since it began or `forgetPeak`. 0 where the system does not say. */
export function memoryOf(pid: number): { now: number; peak: number } {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mb = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) / 1000);
    return { now: mb('VmRSS'), peak: mb('VmHWM') };
  } catch {
    return { now: 0, peak: 0 };
  }
}

/** From here on the highest is counted anew; Linux only. */
export function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // The peak then counts from the start.
  }
}

/** The largest picture that strangers may have, of a size of its own each time, so that none is made already. */
export const largestPicture = (n: number, kind: keyof typeof DATA = 'population', level = 3): string =>
  `${previewOf('png', kind, level)}&width=${3508 - (n % 1000)}&height=2480&dark=${n % 2}&lang=${['en', 'fr', 'es', 'ar'][n % 4]}`;

export interface MainThread {
  /** Milliseconds in which it ran since the process began. */
  ran: number;
  /** In which it could have run and others of the machine did. */
  waited: number;
}
/** Of the thread that serves. A machine that others use makes an answer late, but not its work more. 0 where the system does not say. */
export function mainThreadOf(pid: number): MainThread {
  try {
    const [ran, waited] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ').map(Number);
    return { ran: ran! / 1e6, waited: waited! / 1e6 };
  } catch {
    return { ran: 0, waited: 0 };
  }
}
