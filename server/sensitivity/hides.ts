/** What a change takes from the public, said before it is saved: data, maps and embeds by name. */
import { isPublic } from '../contract/datasets/dataset.ts';
import { datasetsOf } from '../contract/maps/map.ts';
import type { Classification, DataType, Hides, Sensitivity } from '../contract/sensitivity/sensitivity.ts';
import { PRESENCE, toDatasetKind, type DatasetId } from '../contract/ids.ts';
import type { SensitivityDeps } from './deps.ts';
import { rowOf } from './holdings.ts';
import { isCountsOnly, isLower } from './order.ts';

/** Of what is no dataset: the rows of the table that holds and of the one that will. */
export interface TableChange {
  scope: string;
  before: Classification | undefined;
  after: Classification;
}

export interface Change {
  dataset: DatasetId;
  before: Sensitivity;
  after: Sensitivity;
}

/** null: nothing that is public now. */
export async function findHides(
  deps: Pick<SensitivityDeps, 'listVersions' | 'listMaps' | 'listEmbeds' | 'wouldClose' | 'listOpenMinutes'>,
  changes: readonly Change[],
  table?: TableChange,
): Promise<Hides | null> {
  const hides: Hides = { datasets: [], maps: [], embeds: [], documents: [], sources: [] };
  const gone = new Set<DatasetId>();
  const counted = new Map<DatasetId, Sensitivity>();
  for (const { dataset, before, after } of changes) {
    if (before.audience !== 'public') continue;
    const open = ((await deps.listVersions(dataset)) ?? []).filter(isPublic);
    if (open.length === 0) continue;
    if (after.audience !== 'public') {
      gone.add(dataset);
      hides.datasets.push({ dataset, versions: open.length, counts: false });
    } else if (isCountsOnly(after) && isLower(before, after)) {
      counted.set(dataset, after);
      // Of counts only the current version is public (decision 0028).
      hides.datasets.push({
        dataset,
        versions: isCountsOnly(before) ? 0 : open.length - open.filter(({ status }) => status === 'current').length,
        counts: true,
      });
    }
  }
  const closes = (dataType: DataType) => table !== undefined && isOpen(table.before, dataType) && !isOpen(table.after, dataType);
  if (closes('minutes')) hides.documents.push(...(await deps.listOpenMinutes(table!.scope)));
  if (closes('source-files'))
    for (const { dataset, after } of changes) if (after.audience === 'public' && (await hasOpenSource(deps, dataset))) hides.sources.push(dataset);
  if ([hides.datasets, hides.documents, hides.sources].every((each) => each.length === 0)) return null;
  for (const map of await deps.listMaps()) {
    const used = datasetsOf(map.spec);
    const limits = used.flatMap((dataset) => counted.get(dataset) ?? [])[0];
    const isGone = used.some((dataset) => gone.has(dataset)) || (limits !== undefined && (await deps.wouldClose(map, limits)));
    if (!isGone) continue;
    const { title } = map.spec;
    hides.maps.push({ id: map.id, title });
    for (const { id, spec } of await deps.listEmbeds(map.id)) hides.embeds.push({ id, map: map.id, title, hosts: spec.hosts });
  }
  return hides;
}

const isOpen = (table: Classification | undefined, dataType: DataType): boolean => (rowOf(table, dataType)?.audience ?? 'public') === 'public';

/** Workbooks of a 3W are for members whatever the table says (presence/routes). */
const hasOpenSource = async ({ listVersions }: Pick<SensitivityDeps, 'listVersions'>, dataset: DatasetId): Promise<boolean> =>
  toDatasetKind(dataset) !== PRESENCE &&
  ((await listVersions(dataset)) ?? []).some((version) => isPublic(version) && version.artifacts.some(({ kind }) => kind === 'source'));
