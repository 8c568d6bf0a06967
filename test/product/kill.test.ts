/** Kill -9 at random moments: what was published stays served, and nothing half-made is ever visible. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSample } from '../../server/sample/write.ts';
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

const child = (args: string[]): ChildProcess =>
  spawn(process.execPath, [CLI, ...args, '--data', data], { stdio: 'ignore', env: { ...process.env, CODMAP_LOG_LEVEL: 'silent' } });
const ended = (process: ChildProcess) => new Promise<number | null>((resolve) => process.on('exit', resolve));
const config = () => loadConfig({ CODMAP_DATA: data });
const ingest = (paths: string[]) => child(['ingest', ...paths, '--country', 'XNV', '--publish', '--accept', 'a test']);

/** Every version that can be seen is whole: its files are there, with the checksums that it states. */
async function assertWhole(store: Store): Promise<void> {
  const { versions } = await store.datasets.getDataset(DATASET);
  expect(versions.filter(({ status }) => status === 'current')).toHaveLength(1);
  for (const { version } of versions) {
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
  }
}

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(config());
  return work(store).finally(() => store.close());
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-kill-'));
  data = join(folder, 'var');
  const first = await writeSample(join(folder, 'a'), { units: 40, levels: 2 });
  const second = await writeSample(join(folder, 'b'), { units: 60, levels: 2, seed: 5 });
  files = first.boundaries.map((name) => join(folder, 'a', name));
  others = second.boundaries.map((name) => join(folder, 'b', name));
  expect(await ended(ingest(files))).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('kill -9', () => {
  test(
    'during `codmap ingest --publish`',
    async () => {
      const start = performance.now();
      expect(await ended(child(['check', ...others, '--country', 'XNV']))).not.toBeNull();
      const usual = performance.now() - start;
      const random = seededRandom(Number(process.env['SEED'] ?? 1));
      for (let i = 0; i < KILLS; i++) {
        const process = ingest(others);
        const exit = ended(process);
        // From the first instant to a little beyond the end of the work.
        await Promise.race([sleep(random(Math.ceil(usual * 1.3))), exit]);
        process.kill('SIGKILL');
        await exit;
        await withStore(assertWhole);
      }
      expect(await ended(ingest(others))).toBe(0);
      await withStore(async (store) => {
        await assertWhole(store);
        expect((await store.datasets.getVersion(DATASET, 'current')).levels.at(-1)!.units).toBe(60);
      });
    },
    120_000 + KILLS * 20_000,
  );

  /** The files under other names, so that each round is an upload of its own. */
  const upload = (round: number) =>
    withStore(async (store) => {
      const stored = await Promise.all(
        files.map(async (path) => ({
          name: `${round}/${path.split('/').at(-1)!}`,
          ...(await store.objects.putStream('uploads', createReadStream(path), 1e9)),
        })),
      );
      return (await store.datasets.registerUpload(DATASET, stored, {}, null)).id;
    });

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
