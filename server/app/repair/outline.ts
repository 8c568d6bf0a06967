/** The outline that a plan leads units to, in the process of its job: sent with it, published, or kept from the repair before. */
import type { Catalog } from '../../catalogue/store.ts';
import { readGeometry } from '../../catalogue/geometry.ts';
import { keptOutline, publishedOutline, readOutline, type GivenOutline } from '../../boundaries/repairing/outline.ts';
import type { PlanTold } from '../../boundaries/repairService.ts';
import type { RepairObjects } from '../../boundaries/repairStore.ts';
import type { RepairPlan } from '../../contract/boundaries/repair.ts';
import { ConflictError } from '../../errors.ts';
import type { DatasetId } from '../../contract/ids.ts';
import type { OutsideTools } from '../../formats/reader.ts';
import type { EnclosedObject } from '../../jobs/queue.ts';
import { readWhole } from '../../store/objects/checked.ts';
import type { ObjectStore, StoredObject } from '../../store/objects/objects.ts';
import { problemText } from '../../words/problems.ts';

/** A plan of an earlier repair, with its outline as it is stored. */
export interface Led {
  plan: RepairPlan;
  outline?: StoredObject | undefined;
  file?: StoredObject | undefined;
}

export interface OutlineDeps {
  dataset: DatasetId;
  enclosed: Record<string, EnclosedObject>;
  earlier: Led | null;
  catalog: Pick<Catalog, 'findVersion'>;
  objects: Pick<ObjectStore, 'read' | 'openSource'>;
  /** Stores the GeoJSON of an outline. */
  put: (geojson: Uint8Array) => Promise<StoredObject>;
  outside: OutsideTools | undefined;
}

/** The outline and the objects that it is kept as; null where none is wanted. @throws InputError as readOutline, ConflictError `repair.outline-unpublished` */
export async function findOutline(
  asked: PlanTold['outline'],
  { dataset, enclosed, earlier, catalog, objects, put, outside }: OutlineDeps,
): Promise<{ given: GivenOutline; kept: Pick<RepairObjects, 'outline' | 'outline-file'> } | null> {
  if (asked === 'none') return null;
  if (asked === 'kept') {
    if (!earlier?.outline || !earlier.plan.outline) return null;
    const { outline, file, plan } = earlier;
    const given = await keptOutline(await readWhole(objects, outline.key), plan.outline!);
    return { given, kept: { outline, ...(file ? { 'outline-file': file } : {}) } };
  }
  if (asked === 'published') {
    const version = await catalog.findVersion(dataset, 'current');
    const tables = version && (await readGeometry(version, ({ key }) => readWhole(objects, key)));
    if (!tables) throw new ConflictError('repair.outline-unpublished', problemText('repair.outline-unpublished'));
    const given = await publishedOutline(tables, version.version);
    return { given, kept: { outline: await put(given.geojson) } };
  }
  const file = enclosed['outline']!;
  const source = await objects.openSource(file.key);
  try {
    const given = await readOutline([{ name: asked.file, source }], outside);
    return { given, kept: { outline: await put(given.geojson), 'outline-file': file } };
  } finally {
    source.close();
  }
}
