/** `codmap` on a disk that is full at each of its writes: exit code 3, the sentence that says it, and nothing half-made (docs/running.md, “Limits”). */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { country } from '../checks/recipes/squares.ts';
import type { DatasetId } from '../../server/contract/ids.ts';
import { loadConfig } from '../../server/config.ts';
import { failingAt } from '../helpers/attack/faults.ts';
import { codmap, withStore, type Run } from '../helpers/stores.ts';

vi.mock('node:fs/promises', async (original) => (await import('../helpers/attack/faults.ts')).faultyFiles(await original()));
vi.mock('node:sqlite', async (original) => (await import('../helpers/attack/faults.ts')).faultyDatabase(await original()));

const ID = 'cod-ab-xnv' as DatasetId;
let folder: string;
let data: string;
let files: string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'codmap-full-'));
  data = join(folder, 'var');
  mkdirSync(join(folder, 'in'));
  files = Object.entries(country()).map(([layer, features]) => {
    const path = join(folder, 'in', `xnv_${layer}.geojson`);
    writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
    return path;
  });
  expect((await codmap(['ingest', ...files, '--country', 'XNV', '--publish', '--accept', 'a test'], data)).code).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const listed = () => readdirSync(join(data, 'objects'), { recursive: true, encoding: 'utf8' }).filter((name) => /tmp|part/.test(name));
const versions = () =>
  withStore(loadConfig({ CODMAP_DATA: data }), async ({ datasets }) =>
    (await datasets.getDataset(ID)).versions.map(({ version, status }) => [version, status]),
  );
/** Writes at which the disk becomes full: the first ones, then ever fewer, until a run comes through. */
const WRITES = [1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 50, 64, 80, 100, 128, 160, 200, 400];

test('ingest', async () => {
  const known = await versions();
  const metadata = join(folder, 'metadata.json');
  writeFileSync(metadata, JSON.stringify({ source: 'Another' }));
  let faults = 0;
  for (const n of WRITES) {
    const before = listed();
    let run: Run | undefined;
    const { struck } = await failingAt(n, 'ENOSPC', async () => {
      run = await codmap(['ingest', ...files, '--country', 'XNV', '--metadata', metadata], data);
    });
    if (!struck) {
      expect(run!.code).toBe(0);
      break;
    }
    faults++;
    expect([n, run!.code, run!.err]).toEqual([n, 3, expect.stringMatching(/disk.*\[store\.full\]/s)]);
    expect(run!.err).not.toMatch(/\n\s+at /);
    expect([n, await versions()]).toEqual([n, known]);
    // What could not be taken away, because nothing can be written, is collected later; there is never more than that.
    expect(listed()).toEqual(before);
  }
  expect(faults).toBeGreaterThan(5);
  expect((await versions()).length).toBe(known.length + 1);
}, 240_000);

test('backup', async () => {
  const run = { at: undefined as Run | undefined };
  const { struck } = await failingAt(2, 'ENOSPC', async () => {
    run.at = await codmap(['backup', join(folder, 'backup')], data);
  });
  expect([struck, run.at!.code, run.at!.err]).toEqual([true, 3, expect.stringContaining('[store.full]')]);
  expect((await codmap(['backup', join(folder, 'backup')], data)).code).toBe(0);
}, 120_000);
