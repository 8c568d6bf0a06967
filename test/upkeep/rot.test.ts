/** What a disk, a slip or an intruder does to the files of a served store: no wrong byte goes out, and it is said. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  openSync,
  closeSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemDetails, readyAnswer } from '../../server/contract/datasets/api.ts';
import type { DatasetVersion } from '../../server/contract/datasets/dataset.ts';
import { startServer } from '../../server/app/main.ts';
import { createLog } from '../../server/log.ts';
import { METRICS, recordSample, startTestServer, type TestServer } from '../helpers/app.ts';
import { codmap, SLE } from '../helpers/stores.ts';

const TILE = '/tiles/cod-ab-sle/v01/3/3/3.mvt';
const OTHER_TILE = '/tiles/cod-ab-sle/v01/5/14/15.mvt';
const DOWNLOADS = '/api/v1/datasets/cod-ab-sle/versions/v01/download';
let server: TestServer;
let version: DatasetVersion;
const backups = new Map<string, Buffer>();

const artifact = (kind: string) => version.artifacts.find((each) => each.kind === kind)!;
const pathOf = (kind: string) => join(server.config.objects.root, artifact(kind).key);
const download = (kind: string) => `${DOWNLOADS}/${encodeURIComponent(artifact(kind).file)}`;
const REPORT = '/api/v1/datasets/cod-ab-sle/versions/v01/report?lang=en';

beforeAll(async () => {
  server = await startTestServer({}, { CODMAP_SCRUB_MB_PER_SECOND: '0' });
  await recordSample(server.store);
  version = await server.store.datasets.publishVersion(SLE, 'v01' as never, { by: null, reason: null });
  for (const { kind } of version.artifacts) backups.set(kind, readFileSync(pathOf(kind)));
});
afterAll(() => server.close());

/** Puts everything back as it was stored. */
function mend(): void {
  for (const [kind, bytes] of backups) writeFileSync(pathOf(kind), bytes);
}

const flip = (path: string, at = Math.floor(statSync(path).size / 2)) => {
  const { atime, mtime } = statSync(path);
  const file = openSync(path, 'r+');
  const byte = Buffer.alloc(1);
  readSync(file, byte, 0, 1, at);
  writeSync(file, Buffer.from([byte[0]! ^ 0x20]), 0, 1, at);
  closeSync(file);
  // As if it had not been touched.
  utimesSync(path, atime, mtime);
};

const ATTACKS: [name: string, attack: (path: string, other: string) => void, status: 'damaged' | 'missing'][] = [
  ['a bit is flipped', (path) => flip(path), 'damaged'],
  ['the first byte is another', (path) => flip(path, 0), 'damaged'],
  ['it is cut', (path) => truncateSync(path, Math.floor(statSync(path).size / 2)), 'damaged'],
  ['it is emptied', (path) => truncateSync(path, 0), 'damaged'],
  ['it is replaced by zeros of its size', (path) => writeFileSync(path, Buffer.alloc(statSync(path).size)), 'damaged'],
  [
    'it is swapped with another',
    (path, other) => {
      renameSync(path, `${path}.x`);
      renameSync(other, path);
      renameSync(`${path}.x`, other);
    },
    'damaged',
  ],
  ['another is copied over it', (path, other) => copyFileSync(other, path), 'damaged'],
  ['it is deleted', (path) => rmSync(path), 'missing'],
];

async function expectRefused(path: string, status: string, init: RequestInit = {}): Promise<void> {
  const answer = await fetch(server.url + path, init);
  expect(answer.status, path).toBe(503);
  expect(answer.headers.get('cache-control'), path).toBe('no-store');
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  if (init.method === 'HEAD') return;
  expect(problemDetails.parse(await answer.json())).toMatchObject({ type: `/problems/object.${status}`, details: { status } });
}

const statusOf = async (path: string) => {
  const answer = await fetch(server.url + path);
  await answer.arrayBuffer();
  return answer.status;
};

describe.each(ATTACKS)('%s', (_name, attack, status) => {
  test.each(['pmtiles', 'geojson', 'report'])('%s: 503 on every way to it, the rest is served, mended it is back', async (kind) => {
    mend();
    for (const path of [TILE, download(kind), REPORT]) expect(await statusOf(path), path).toBe(200);
    attack(pathOf(kind), pathOf('source'));
    await expectRefused(download(kind), status);
    await expectRefused(download(kind), status, { method: 'HEAD' });
    await expectRefused(download(kind), status, { headers: { range: 'bytes=0-3' } });
    await expectRefused(download(kind), status, { headers: { 'accept-encoding': 'gzip' } });
    if (kind === 'report') await expectRefused(REPORT, status);
    else expect(await statusOf(TILE)).toBe(200);
    mend();
    expect([await statusOf(download(kind)), await statusOf(REPORT), await statusOf(TILE)]).toEqual([200, 200, 200]);
  });

  test('tiles that are not in memory, and the archive of a server that starts anew', async () => {
    mend();
    const spoiled = (url: string) => fetch(url + OTHER_TILE);
    attack(pathOf('pmtiles'), pathOf('source'));
    const lines: string[] = [];
    const next = await startServer({ ...server.config, port: 0 }, createLog('info', { write: (line) => void lines.push(line) }));
    try {
      for (const path of [OTHER_TILE, '/tiles/cod-ab-sle/v01.json']) {
        const answer = await fetch(next.url + path);
        expect([answer.status, answer.headers.get('cache-control')], path).toEqual([503, 'no-store']);
        expect(problemDetails.parse(await answer.json())).toMatchObject({ type: `/problems/object.${status}` });
      }
      expect(lines.filter((line) => line.includes('Object:Faulty') && line.includes(artifact('pmtiles').key))).toHaveLength(1);
      mend();
      expect((await spoiled(next.url)).status).toBe(200);
    } finally {
      await next.close();
    }
  });
});

describe('what runs the server', () => {
  test('learns of it from /readyz and /metrics, without which file', async () => {
    mend();
    const ready = async () => {
      // An answer holds for a second.
      await new Promise((resume) => setTimeout(resume, 1100));
      const answer = await fetch(`${server.url}/readyz`);
      return { code: answer.status, ...readyAnswer.parse(await answer.json()) };
    };
    for (const { kind } of version.artifacts) await statusOf(download(kind));
    expect((await fetch(`${server.url}/metrics`, { headers: METRICS }).then((answer) => answer.text())).match(/codmap_objects\{.*/g)).toEqual([
      'codmap_objects{state="sound"} 4',
      'codmap_objects{state="missing"} 0',
      'codmap_objects{state="damaged"} 0',
      'codmap_objects{state="unchecked"} 0',
    ]);
    expect(await ready()).toMatchObject({ code: 200, checks: { database: 'ok', identity: 'ok', objects: 'ok', files: 'ok' } });
    rmSync(pathOf('geojson'));
    truncateSync(pathOf('source'), 1);
    expect(await ready()).toMatchObject({ code: 200, status: 'degraded', checks: { files: 'some missing or damaged' } });
    const metrics = await (await fetch(`${server.url}/metrics`, { headers: METRICS })).text();
    expect(metrics).toContain('codmap_objects{state="missing"} 1');
    expect(metrics).toContain('codmap_objects{state="damaged"} 1');
    for (const { kind } of version.artifacts) rmSync(pathOf(kind), { force: true });
    expect(await ready()).toMatchObject({ code: 503, status: 'not ready', checks: { files: 'fails', database: 'ok' } });
    mend();
  });
});

describe('codmap verify', () => {
  const run = async (...args: string[]) => {
    const { code, out } = await codmap(['verify', '--json', ...args], server.config.data);
    return {
      code,
      ...(JSON.parse(out) as {
        faults: { file: string; fault: string; detail: string }[];
        tiles: number;
        archives: number;
        objects: number;
        database: string[];
      }),
    };
  };

  test('finds nothing where all is well', async () => {
    mend();
    expect(await run()).toMatchObject({ code: 0, objects: 4, archives: 1, tiles: 0, faults: [], database: [] });
    expect(await run('--deep')).toMatchObject({ code: 0, tiles: 3, faults: [] });
    expect((await codmap(['verify'], server.config.data)).out).toContain('All is well.');
  });

  test('names every file that is not, with what is wrong, and ends with 1', async () => {
    rmSync(pathOf('geojson'));
    flip(pathOf('report'));
    const found = await run();
    expect(found.code).toBe(1);
    expect(found.faults.map(({ file, fault }) => [file, fault])).toEqual([
      ['report.json', 'damaged'],
      ['sle_admin2.geojson', 'missing'],
    ]);
    expect((await codmap(['verify'], server.config.data)).out).toContain(artifact('report').key);
    mend();
  });

  test('judges the rows too, and an archive that is stored as it was made and cannot be read', async () => {
    const { db, objects } = server.store;
    const { file } = artifact('geojson');
    await db.updateTable('artifact').set({ bytes: 1 }).where('file', '=', file).execute();
    expect((await run()).faults).toMatchObject([{ file, fault: 'row' }]);
    await expectRefused(download('geojson'), 'damaged');
    await db
      .updateTable('artifact')
      .set({ bytes: artifact('geojson').bytes })
      .where('file', '=', file)
      .execute();
    // Right by its checksum, yet one of its tiles is not gzip.
    const bytes = Buffer.from(backups.get('pmtiles')!);
    const data = Number(bytes.readBigUInt64LE(56));
    bytes.fill(0, data, data + 20);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = `datasets/cod-ab-sle/${sha256}/sle.pmtiles`;
    await objects.put(key, bytes);
    await db.updateTable('artifact').set({ object_key: key, sha256 }).where('kind', '=', 'pmtiles').execute();
    expect((await run()).faults).toEqual([]);
    expect((await run('--deep')).faults).toMatchObject([
      { file: 'sle.pmtiles', fault: 'tile', detail: expect.stringMatching(/^Tile \d+\/\d+\/\d+ cannot be unpacked/) },
    ]);
    await db
      .updateTable('artifact')
      .set({ object_key: artifact('pmtiles').key, sha256: artifact('pmtiles').sha256 })
      .where('kind', '=', 'pmtiles')
      .execute();
  });
});
