/** Kill -9 at random moments: what was published stays served, and nothing half-made is ever visible. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { add, country, polygon, box, type Layers } from '../checks/recipes/squares.ts';
import { loadConfig } from '../../server/config.ts';
import type { DatasetId } from '../../server/contract/ids.ts';
import { openStore, type Store } from '../../server/app/main.ts';
import { seededRandom } from '../helpers/random.ts';

const DATASET = 'cod-ab-xnv' as DatasetId;
const CLI = join(import.meta.dirname, '../../server/cli/main.ts');
/** `npm run test:attack -- --long` kills a thousand times. */
const KILLS = Number(process.env['KILLS'] ?? 5);
let folder: string;
let data: string;
let files: string[];
let others: string[];
/** Versions that were found whole: they do not change, so the last look at all of them is after the last kill. */
const whole = new Set<string>();

const child = (args: string[]): ChildProcess =>
  spawn(process.execPath, [CLI, ...args, '--data', data], {
    stdio: 'ignore',
    env: { ...process.env, CODMAP_LOG_LEVEL: 'silent', NODE_COMPILE_CACHE: join(folder, 'compiled') },
  });
const ended = (process: ChildProcess) => new Promise<number | null>((resolve) => process.on('exit', resolve));
/** Seconds of processor that it has used; of the clock, where the system does not say. A machine that others use makes only the second longer. */
function usedBy({ pid }: ChildProcess, begun: number): number {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13).map(Number);
    return (user! + system!) / 100;
  } catch {
    return (performance.now() - begun) / 1000;
  }
}
/** Kills it once it has used so much, or waits for its end. @returns what it had used, and whether it had not ended by itself */
async function killAt(process: ChildProcess, seconds: number): Promise<{ used: number; isKilled: boolean }> {
  const begun = performance.now();
  let used = 0;
  const exit = ended(process).then(() => true);
  while (used < seconds) {
    const isOver = await Promise.race([exit, sleep(5, false)]);
    if (isOver) return { used, isKilled: false };
    used = usedBy(process, begun);
  }
  process.kill('SIGKILL');
  await exit;
  return { used, isKilled: true };
}
const config = () => loadConfig({ CODMAP_DATA: data });
/** The round makes them other metadata: the same bytes with the same metadata are made only once. */
function ingest(paths: string[], round: number): ChildProcess {
  const metadata = join(folder, 'metadata.json');
  writeFileSync(metadata, JSON.stringify({ source: `Round ${round}` }));
  return child(['ingest', ...paths, '--country', 'XNV', '--publish', '--accept', 'a test', '--metadata', metadata]);
}

/** Small files, so that much of the time is spent with writing. */
function writeLayers(name: string, layers: Layers): string[] {
  mkdirSync(join(folder, name));
  return Object.entries(layers).map(([layer, features]) => {
    const path = join(folder, name, `xnv_${layer}.geojson`);
    writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
    return path;
  });
}

/** Every version that can be seen is whole: its files are there, with the checksums that it states. */
async function assertWhole(store: Store): Promise<void> {
  const { versions } = await store.datasets.getDataset(DATASET);
  expect(versions.filter(({ status }) => status === 'current')).toHaveLength(1);
  for (const { version } of versions) {
    if (whole.has(version)) continue;
    const { artifacts, levels } = await store.datasets.getVersion(DATASET, version);
    for (const artifact of artifacts)
      expect(
        createHash('sha256')
          .update(await store.datasets.readArtifact(artifact))
          .digest('hex'),
        artifact.file,
      ).toBe(artifact.sha256);
    const { total } = await store.datasets.listUnits(DATASET, version, { limit: 1, offset: 0 });
    expect(total).toBe(levels.reduce((sum, { units }) => sum + units, 0));
    whole.add(version);
  }
}

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(config());
  return work(store).finally(() => store.close());
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-kill-'));
  data = join(folder, 'var');
  files = writeLayers('a', country());
  const more = country();
  add('admin2', 'XN0203', polygon(box(20.2, 5, 20.3, 5.1)))(more);
  others = writeLayers('b', more);
  expect(await ended(ingest(files, 0))).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seen = async (store: Store) => {
  const { versions } = await store.datasets.getDataset(DATASET);
  return { versions: versions.length, current: versions.find(({ status }) => status === 'current')?.version };
};
type Seen = Awaited<ReturnType<typeof seen>>;
const leftBy = (before: Seen, after: Seen) => (after.current !== before.current ? 'published' : after.versions > before.versions ? 'draft' : 'nothing');

describe('kill -9', () => {
  /** The files under other names, so that each round is an upload of its own. */
  const upload = (round: number | string) =>
    withStore(async (store) => {
      const stored = await Promise.all(
        files.map(async (path) => ({
          name: `${round}/${path.split('/').at(-1)!}`,
          ...(await store.objects.putStream('uploads', createReadStream(path), 1e9)),
        })),
      );
      return (await store.datasets.registerUpload(DATASET, stored, {}, null)).id;
    });

  test(
    'during `codmap ingest --publish`',
    async () => {
      let usual = (await killAt(ingest(others, 0), Infinity)).used;
      const random = seededRandom(Number(process.env['SEED'] ?? 1));
      const counts = { nothing: 0, draft: 0, published: 0 };
      for (let i = 1; i <= KILLS; i++) {
        const before = await withStore(seen);
        // Every tenth is a server at work on an upload.
        const isServer = i % 10 === 0;
        if (isServer) await upload(`long${i}`);
        // From the first instant to a little beyond the end of the work.
        const limit = (usual * random(130)) / 100;
        const { used, isKilled } = await killAt(isServer ? child(['serve', '--port', '0']) : ingest(others, i), limit);
        // A busy machine makes the same work longer, by processor time too.
        if (!isKilled) usual = (usual + used) / 2;
        else if (limit > usual && !isServer) usual *= 1.1;
        await withStore(assertWhole);
        counts[leftBy(before, await withStore(seen))]++;
        if (i % 50 === 0)
          console.log(`kills: ${i}; ${counts.nothing} left nothing, ${counts.draft} a draft, ${counts.published} a published version, all whole`);
      }
      expect(await ended(ingest(others, -1))).toBe(0);
      whole.clear();
      await withStore(async (store) => {
        await assertWhole(store);
        expect((await store.datasets.getVersion(DATASET, 'current')).levels.at(-1)!.units).toBe(5);
      });
    },
    120_000 + KILLS * 20_000,
  );

  test.each([
    [1, ['succeeded']],
    // Its server died twice at work: not a third time, unless it had been finished before.
    [2, ['succeeded', 'failed']],
  ])(
    'of a server at work on an upload, %i times: the job is taken up again once, then fails with a reason',
    async (kills, states) => {
      const random = seededRandom(kills);
      const id = await upload(kills);
      for (let i = 0; i < kills; i++) {
        const server = child(['serve', '--port', '0']);
        const exit = ended(server);
        await sleep(500 + random(1500));
        server.kill('SIGKILL');
        await exit;
        await withStore(assertWhole);
      }
      const server = child(['serve', '--port', '0']);
      const exit = ended(server);
      const job = await withStore(async (store) => {
        for (let i = 0; i < 1200; i++) {
          const found = (await store.jobs.find(id))!;
          if (found.state === 'succeeded' || found.state === 'failed') return found;
          await sleep(100);
        }
        return (await store.jobs.find(id))!;
      });
      // It may still be starting.
      await sleep(500);
      server.kill('SIGTERM');
      expect(await exit).toBe(0);
      expect(states).toContain(job.state);
      expect([job.error?.code, job.version === null]).toEqual(job.state === 'failed' ? ['job.crashed', true] : [undefined, false]);
      await withStore(assertWhole);
    },
    240_000,
  );
});
