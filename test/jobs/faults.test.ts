/** ENOSPC and EIO at every write of ingest, publish, upload and save: nothing half-made is visible afterwards, and nothing of a failed ingest stays. */
import { createAudit } from '../../server/catalogue/audit.ts';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Iso3, VersionTag } from '../../server/contract/ids.ts';
import type { MapSpec } from '../../server/contract/maps/map.ts';
import { toStorageFull } from '../../server/errors.ts';
import { bytesSource } from '../../server/formats/raw.ts';
import { toProblem } from '../../server/http/problem.ts';
import { runIngest } from '../../server/jobs/ingest.ts';
import { dropParts, type Part } from '../../server/jobs/parts.ts';
import type { IngestFile } from '../../server/jobs/source.ts';
import type { Kinds } from '../../server/kinds/kind.ts';
import { createMaps } from '../../server/maps/service.ts';
import { createMapStore } from '../../server/maps/store.ts';
import { createDrafts } from '../../server/catalogue/drafts.ts';
import { createUploads } from '../../server/uploads/service.ts';
import { openStore, type Store } from '../../server/app/store.ts';
import { recordSample, temporaryConfig } from '../helpers/app.ts';
import { failingAt, type FaultCode } from '../helpers/attack/faults.ts';
import { SLE } from '../helpers/stores.ts';
import { fakeSummary } from '../helpers/units.ts';

vi.mock('node:fs/promises', async (original) => (await import('../helpers/attack/faults.ts')).faultyFiles(await original()));
vi.mock('node:sqlite', async (original) => (await import('../helpers/attack/faults.ts')).faultyDatabase(await original()));

const { config, remove } = temporaryConfig();
let store: Store;
beforeAll(async () => {
  store = await openStore(config);
  await recordSample(store);
  await store.datasets.publishVersion(SLE, 'v01' as VersionTag, { by: 'tester', reason: 'a test' });
});
afterAll(async () => {
  await store.close();
  remove();
});

/** What is noted of files beside what is done, and may be noted later. */
const NOTES = ['store_identity', 'object_check'];
/** All that the database says, and the name and checksum of every file. */
async function snapshot(): Promise<unknown> {
  const { rows: known } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(store.db);
  const tables = known.map(({ name }) => name).filter((name) => !NOTES.includes(name));
  const rows = await Promise.all(tables.map(async (table) => [table, (await sql.raw(`select * from "${table}"`).execute(store.db)).rows]));
  const files = readdirSync(config.objects.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]);
  return { rows, files: files.toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1)) };
}

let round = 0;
const text = (words: string) => new TextEncoder().encode(words);

/** An ingest of any kind once its pipeline has accepted the upload. */
async function ingest(): Promise<void> {
  const n = round;
  const artifacts = ['a.geojson', 'b.pmtiles', 'report.json'].map((file) => ({
    kind: 'geojson' as const,
    file,
    mediaType: 'text/plain',
    bytes: text(`${file} ${n}`),
  }));
  const kinds = { 'cod-ab': { pipeline: async () => ({ summary: fakeSummary([]), artifacts }) } } as unknown as Kinds;
  const bytes = text(`source ${n}`);
  const file = {
    name: 's.zip',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    source: { ...bytesSource(bytes), close: () => {} },
  } as unknown as IngestFile;
  const parts: Part[] = [];
  try {
    const summary = await runIngest({
      kinds, files: [file], kind: 'cod-ab', country: 'SLE' as Iso3, options: {}, today: '2026-01-01',
      catalog: store.catalog, objects: store.objects, onProgress: () => {}, onStored: (part) => void parts.push(part),
    }); // prettier-ignore
    await store.datasets.recordVersion(summary, { by: 'tester' });
  } catch (error) {
    await dropParts(parts, store.objects, (key) => store.names.isFree(key));
    throw error;
  }
}

const now = () => new Date('2026-01-01T00:00:00Z');
const newId = () => crypto.randomUUID();
const maps = () =>
  createMaps({
    store: createMapStore(store.db),
    check: async (spec) => spec,
    findTag: async () => null,
    audit: createAudit({ now, newId }),
    now,
    random: (n) => Math.floor(Math.random() * n),
  });
const drafts = () => createDrafts({ store: store.drafts, datasets: store.datasets, objects: store.objects, remember: store.identity.remember, now, newId });

/** Makes a version to publish or to change, without faults. */
async function draft(): Promise<VersionTag> {
  round++;
  await ingest();
  return (await store.catalog.listVersionTags(SLE)).at(-1)!;
}

interface Operation {
  prepare?: () => Promise<VersionTag>;
  run: (tag: VersionTag) => Promise<unknown>;
  /** Files that nothing names may stay: an upload is sent again, and what nobody names is collected. */
  leaves?: true;
}
const OPERATIONS: Record<string, Operation> = {
  ingest: { run: ingest },
  publish: { prepare: draft, run: (tag) => store.datasets.publishVersion(SLE, tag, { by: 'tester', reason: 'a test' }) },
  withdraw: { prepare: draft, run: (tag) => store.datasets.withdrawVersion(SLE, tag, { by: 'tester', reason: 'a test' }) },
  upload: {
    leaves: true,
    run: async () => {
      const uploads = createUploads({ datasets: store.datasets, jobs: store.jobs, objects: store.objects, detect: async () => ({ kind: 'cod-ab', country: null }), maxBytes: 1e6 });
      const n = round;
      const stream = async function* () {
        yield text(`upload ${n} `);
        yield text('second part');
      };
      const { key, sha256, bytes } = await uploads.store(stream(), 1e6);
      await uploads.start([{ name: 'a.zip', key, sha256, bytes }], { kind: 'cod-ab', country: 'SLE' as Iso3 }, 'tester', async () => undefined);
    },
  },
  'save of metadata': { prepare: draft, run: (tag) => drafts().changeMetadata(SLE, tag, { title: `Title ${round}` }, 'tester') },
  'save of a map': {
    run: () => maps().createMap({ spec: 1, title: `Map ${round}`, boundary: { dataset: SLE, version: 'v01', level: 1 }, data: { kind: 'boundaries' } } as unknown as MapSpec, 'tester'),
  },
}; // prettier-ignore

describe.each(['ENOSPC', 'EIO'] satisfies FaultCode[])('%s', (code) => {
  test.each(Object.entries(OPERATIONS))('%s', async (name, { prepare, run, leaves }) => {
    let faults = 0;
    for (let n = 1; n < 500; n++) {
      const tag = prepare ? await prepare() : ('v01' as VersionTag);
      round++;
      const before = (await snapshot()) as { rows: unknown; files: unknown };
      const { error, struck } = await failingAt(n, code, () => run(tag));
      const after = (await snapshot()) as { rows: unknown; files: unknown[] };
      if (!struck) {
        // It came through, and only then is anything changed.
        expect(error).toBeUndefined();
        expect(after.rows).not.toEqual(before.rows);
        break;
      }
      faults++;
      if (error === undefined) {
        // What is remembered beside the act itself may fail; the act was whole then.
        expect(after.rows, `${name}: write ${n}`).not.toEqual(before.rows);
        continue;
      }
      if (!leaves) expect(after, `${name}: write ${n}`).toEqual(before);
      else expect(after.rows, `${name}: write ${n}`).toEqual(before.rows);
      expect(JSON.stringify(after.files)).not.toContain('.tmp-');
      // Said as what it is.
      expect(toStorageFull(error)?.code).toBe(code === 'ENOSPC' ? 'store.full' : undefined);
      expect(toProblem(error, 'id').status).toBe(code === 'ENOSPC' ? 507 : 500);
    }
    expect(faults).toBeGreaterThan(0);
    // And what was published is served as before.
    for (const artifact of (await store.datasets.getVersion(SLE, 'current')).artifacts)
      expect((await store.datasets.readArtifact(artifact)).length).toBe(artifact.bytes);
  });
});
