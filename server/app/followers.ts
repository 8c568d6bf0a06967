/** What follows the current version of a dataset: said before it is rolled back, and looked up nowhere else. */
import type { FindFollowers } from '../catalogue/life/routes.ts';
import { isBoundaries, toDatasetKind, toIso3, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { orNull } from '../errors.ts';
import { datasetsOf, peopleOf, type MapSpec } from '../contract/maps/map.ts';
import { createMapStore } from '../maps/store.ts';
import type { Store } from './store.ts';

/** Maps that are named. */
const SOME = 5;

export function openFollowers({ db, datasets }: Pick<Store, 'db' | 'datasets'>): FindFollowers {
  const maps = createMapStore(db);
  return async (dataset) => {
    const following = (await maps.listMaps()).filter(({ spec }) => follows(spec, dataset));
    return {
      maps: {
        follow: following.length,
        embeds: await maps.countEmbeds(following.map(({ id }) => id)),
        some: following.slice(0, SOME).map(({ id, spec }) => ({ id, title: spec.title })),
      },
      data: isBoundaries(dataset) ? await listPlaced(datasets, dataset) : [],
    };
  };
}

/** Whether a map shows whatever is current of a dataset. */
function follows(spec: MapSpec, dataset: DatasetId): boolean {
  if (!datasetsOf(spec).includes(dataset)) return false;
  const refs = [spec.boundary, ...(spec.data.kind === 'boundaries' ? [] : [spec.data]), peopleOf(spec.data)];
  return refs.some((ref) => ref !== null && 'version' in ref && ref.dataset === dataset && ref.version === 'current');
}

/** Current data of other kinds of the country, with the boundaries that they say they were placed on; else those that were current when they were read. */
async function listPlaced(datasets: Store['datasets'], dataset: DatasetId) {
  const own = toDatasetKind(dataset);
  const others = (await datasets.listDatasets()).filter(({ id }) => toDatasetKind(id) !== own && toIso3(id) === toIso3(dataset));
  const placed = await Promise.all(
    others.map(async ({ id }) => {
      const found = await orNull(datasets.getVersion(id, 'current'));
      if (!found) return [];
      const said = (found.join as { dataset?: string; version?: VersionTag } | null | undefined)?.version;
      const boundaries = said ?? (await datasets.findCurrentAt(dataset, found.createdAt));
      return boundaries ? [{ dataset: id, version: found.version, boundaries, asOf: said === undefined }] : [];
    }),
  );
  return placed.flat();
}
