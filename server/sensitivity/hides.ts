/** What a change takes from the public, said before it is saved: data, maps and embeds by name. */
import { isPublic } from '../contract/datasets/dataset.ts';
import { datasetsOf } from '../contract/maps/map.ts';
import type { Hides, Sensitivity } from '../contract/sensitivity/sensitivity.ts';
import type { DatasetId } from '../contract/ids.ts';
import type { SensitivityDeps } from './deps.ts';
import { isCountsOnly, isLower } from './order.ts';

export interface Change {
  dataset: DatasetId;
  before: Sensitivity;
  after: Sensitivity;
}

/** null: nothing that is public now. */
export async function findHides(
  deps: Pick<SensitivityDeps, 'listVersions' | 'listMaps' | 'listEmbeds' | 'wouldClose'>,
  changes: readonly Change[],
): Promise<Hides | null> {
  const hides: Hides = { datasets: [], maps: [], embeds: [] };
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
  if (hides.datasets.length === 0) return null;
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
