/** A real server on port 0 with a temporary store, and one boundary version in it. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '../../server/config.ts';
import type { Artifact, ArtifactKind, DatasetVersion } from '../../server/contract/datasets/dataset.ts';
import type { Beside } from '../../server/app/beside.ts';
import type { AppDeps } from '../../server/app/http.ts';
import { createLog, type Log } from '../../server/log.ts';
import { databaseAt } from '../../server/store/place.ts';
import { migrate } from '../../server/store/schema.ts';
import { openStore, startServer, type RunningServer, type Store } from '../../server/app/main.ts';
import { KEPT } from './beside/beside.ts';
import { writePlainArchive, type PlainTile } from './pmtiles.ts';
import { fakeSummary } from './units.ts';

export interface TestServer {
  url: string;
  store: Store;
  config: Config;
  lines: string[];
  /** Makes the first administrator. */
  firstLink: string | null;
  port: number;
  close(): Promise<void>;
}

/** Reads the metrics of a test server. */
export const METRICS = { authorization: 'Bearer metrics-of-the-tests' };

export function temporaryConfig(env: Record<string, string> = {}): { config: Config; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'codmap-'));
  const config = loadConfig({
    CODMAP_DATA: folder,
    CODMAP_HOST: '127.0.0.1',
    CODMAP_PORT: '0',
    CODMAP_INGEST_WORKERS: '0',
    CODMAP_METRICS_TOKEN: 'metrics-of-the-tests',
    ...env,
  });
  return { config, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

let migrated: Promise<Config['database']> | undefined;
/** A database with every table, nothing in them and no identity, made once in each process: to make the tables is half of opening a store. */
const emptyDatabase = (): Promise<Config['database']> =>
  (migrated ??= (async () => {
    const { config, remove } = temporaryConfig();
    process.once('exit', remove);
    const db = databaseAt(config.database).open();
    await migrate(db);
    await db.destroy();
    return config.database;
  })());

/**
 * @param onDeps is shown what the application is made of.
 * @param beside absent: threads and processes are those of the server before this one. Give `BESIDE` where they are what is tested.
 */
export async function startTestServer(
  overrides: Partial<AppDeps> = {},
  env: Record<string, string> = {},
  onDeps?: (deps: AppDeps) => void,
  beside?: Beside,
): Promise<TestServer> {
  const { config, remove } = temporaryConfig(env);
  const lines: string[] = [];
  const log: Log = createLog('debug', { write: (line) => void lines.push(line) });
  if (!existsSync(config.database.path)) copyFileSync((await emptyDatabase()).path, config.database.path);
  const store = await openStore(config);
  const running: RunningServer = await startServer(config, log, overrides, onDeps, beside ?? KEPT);
  return {
    url: running.url,
    store,
    config,
    lines,
    firstLink: running.firstLink,
    port: running.port,
    async close() {
      await running.close();
      await store.close();
      remove();
    },
  };
}

/** Stores bytes as the pipeline's artifacts are stored. */
export async function putArtifact(store: Store, kind: ArtifactKind, file: string, mediaType: string, bytes: Uint8Array): Promise<Artifact> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `datasets/cod-ab-sle/${sha256}/${file.replace(/[^\w.-]/g, '_')}`;
  await store.objects.put(key, bytes);
  return { kind, file, key, sha256, bytes: bytes.length, mediaType };
}

export const TILES: PlainTile[] = [
  { z: 3, x: 3, y: 3, bytes: Buffer.from('tile 3/3/3 '.repeat(40)) },
  { z: 4, x: 7, y: 7, bytes: Buffer.from('tile 4/7/7 '.repeat(40)) },
  { z: 5, x: 14, y: 15, bytes: Buffer.from('tile 5/14/15 '.repeat(40)) },
];

export const VECTOR_LAYERS = [{ id: 'adm2', minzoom: 3, maxzoom: 5, fields: { adm2_pcode: 'String' } }];

/** A boundary version as an ingest leaves it. */
export async function recordSample(store: Store, override: Parameters<typeof fakeSummary>[1] = {}, by = 'tester'): Promise<DatasetVersion> {
  const report = {
    dataset: 'cod-ab-sle',
    sha256: 'a'.repeat(64),
    levels: [{ level: 2, units: 3 }],
    results: [{ check: 'P1', label: 'P-codes', spec: 'Codes', status: 'passed', findings: [], ms: 1 }],
    errors: 0,
    warnings: 1,
    infos: 2,
    accepted: 0,
    publishable: true,
  };
  const artifacts = [
    await putArtifact(
      store,
      'pmtiles',
      'sle.pmtiles',
      'application/vnd.pmtiles',
      writePlainArchive(TILES, { name: 'SLE', attribution: 'SSL', vector_layers: VECTOR_LAYERS }),
    ),
    await putArtifact(
      store,
      'geojson',
      'sle_admin2.geojson',
      'application/geo+json',
      Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [], note: 'x'.repeat(5000) })),
    ),
    await putArtifact(store, 'source', 'Frontières n°1 «été».zip', 'application/zip', Buffer.from('source')),
    await putArtifact(store, 'report', 'report.json', 'application/json', Buffer.from(JSON.stringify(report))),
  ];
  return store.datasets.recordVersion(fakeSummary(artifacts, override), { by });
}

/** A request whose path is sent as it stands: fetch would resolve `..` before sending. */
export async function rawGet(url: string, path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { request } = await import('node:http');
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode!, body }));
    })
      .on('error', reject)
      .end();
  });
}
