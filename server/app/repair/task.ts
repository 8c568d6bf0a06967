/** Tasks of a repair in the process of an ingest: the kept files opened, the plan or the proof made, and what came of it stored and told. */
import { createLayoutStore } from '../../boundaries/layoutStore.ts';
import { keptOutline } from '../../boundaries/repairing/outline.ts';
import type { PlanTold } from '../../boundaries/repairService.ts';
import { createRepairStore, type Planned, type Proved, type RepairRecord } from '../../boundaries/repairStore.ts';
import { createCatalog } from '../../catalogue/store.ts';
import type { BoundaryAnswers } from '../../contract/boundaries/columns.ts';
import type { RepairPlan, StoredRepair } from '../../contract/boundaries/repair.ts';
import type { Artifact, DatasetVersion, JobTask } from '../../contract/datasets/dataset.ts';
import { toBoundariesId, type VersionTag } from '../../contract/ids.ts';
import { ConflictError } from '../../errors.ts';
import type { WorkerData } from '../../jobs/ingest.ts';
import { tellingParts } from '../../jobs/parts.ts';
import type { IngestMessage } from '../../jobs/runner.ts';
import { answerFaults, postProgress } from '../../jobs/worker.ts';
import { findGdal } from '../../outside/gdal.ts';
import { readWhole } from '../../store/objects/checked.ts';
import { putFile, type ObjectStore } from '../../store/objects/objects.ts';
import type { OpenedPlace } from '../../store/place.ts';
import { findOutline, type Led } from './outline.ts';

/** What such a job is told beside how its files are read. */
interface TaskOptions extends BoundaryAnswers, Partial<PlanTold> {
  version: VersionTag;
  basis: string;
  encoding?: string;
  crs?: string;
}

export async function workOnRepair(
  data: WorkerData & { task: JobTask },
  { db, objects }: Pick<OpenedPlace, 'db' | 'objects'>,
  post: (message: IngestMessage) => void,
): Promise<void> {
  const options = data.options as unknown as TaskOptions;
  const dataset = toBoundariesId(data.country);
  const files = await Promise.all(data.files.map(async ({ name, key }) => ({ name, source: await objects.openSource(key) })));
  const { planUpload, proveUpload } = await import('../../boundaries/repairing/work.ts');
  const onProgress = postProgress(post);
  const parts = tellingParts(objects, (part) => post({ kind: 'stored', part }));
  const put = (file: string, value: unknown) => putFile(parts, dataset, file, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
  const putOutline = (geojson: Uint8Array) => putFile(parts, dataset, 'outline.geojson', geojson);
  const record = await createRepairStore(db).find(dataset, options.version);
  const reading = {
    files,
    country: data.country,
    encoding: options.encoding,
    crs: options.crs,
    said: { columns: options.columns ?? [], layers: options.layers ?? [] },
    remembered: await createLayoutStore(db).list(dataset),
    outside: await findGdal(),
  };
  try {
    await answerFaults(post, async () => {
      if (data.task === 'repair-plan') {
        const asked = options.repair ?? {};
        const earlier = (await ownRepair(objects, record)) ?? (await findEarlier({ db, objects }, data, options.version));
        const { enclosed } = data;
        const outline = await findOutline(options.outline ?? 'kept', {
          dataset,
          enclosed,
          earlier,
          objects,
          catalog: createCatalog(db),
          put: putOutline,
          outside: reading.outside,
        });
        const made = await planUpload({ ...reading, outline: outline?.given }, asked, earlier, onProgress);
        onProgress('store', 0, 2);
        const objectsMade = { plan: await put('repair-plan.json', made.plan), pieces: await put('repair-pieces.json', made.layers), ...outline?.kept };
        post({
          kind: 'result',
          result: { basis: options.basis, options: asked, decisions: made.decisions, carried: made.carried, objects: objectsMade } satisfies Planned,
        });
      } else {
        const { plan, decisions, revision, outline } = await requirePlan(objects, record);
        const made = await proveUpload({ ...reading, outline }, { plan, decisions }, onProgress);
        onProgress('store', 0, 4);
        const objectsMade = {
          outcome: await put('repair-outcome.json', made.outcome),
          proof: await put('proof.json', made.proof),
          ground: await put('proof.geojson', made.geojson),
          after: await put('repair-after.json', made.layers),
        };
        post({ kind: 'result', result: { revision, objects: objectsMade } satisfies Proved });
      }
    });
  } finally {
    for (const { source } of files) source.close();
  }
}

const readJson = async <T>(objects: Pick<ObjectStore, 'read'>, key: string): Promise<T> =>
  JSON.parse(Buffer.from(await readWhole(objects, key)).toString('utf8')) as T;

/** The repair in progress, which a new plan carries on; null where nothing was planned. */
async function ownRepair(objects: Pick<ObjectStore, 'read'>, record: RepairRecord | undefined) {
  if (!record?.objects.plan) return null;
  const { plan, outline, 'outline-file': file } = record.objects;
  return { plan: await readJson<RepairPlan>(objects, plan.key), decisions: record.decisions, from: null, outline, file } satisfies StoredRepair &
    Led & { from: null };
}

/** It may have been dropped since the job was queued. */
async function requirePlan(objects: Pick<ObjectStore, 'read'>, record: RepairRecord | undefined) {
  const own = await ownRepair(objects, record);
  if (!own) throw new ConflictError('repair.none', 'The repair was dropped in the meantime. Look for repairs again.');
  const { plan, decisions, outline } = own;
  const given = outline && plan.outline ? await keptOutline(await readWhole(objects, outline.key), plan.outline) : undefined;
  return { plan, decisions, revision: record!.revision, outline: given };
}

/** The repair that this version was made by; else that of the current version, of which this is the next upload. */
async function findEarlier({ db, objects }: Pick<OpenedPlace, 'db' | 'objects'>, { country }: Pick<WorkerData, 'country'>, version: VersionTag) {
  const catalog = createCatalog(db);
  for (const ref of [version, 'current' as const]) {
    const found: DatasetVersion | undefined = await catalog.findVersion(toBoundariesId(country), ref);
    const find = (kind: Artifact['kind']) => found?.artifacts.find((artifact) => artifact.kind === kind);
    const file = find('repair');
    if (file) return { ...(await readJson<StoredRepair>(objects, file.key)), from: found!.version, outline: find('outline'), file: undefined };
  }
  return null;
}
