/** What became of each unit from one stored version to another: found once for each pair and kept, since versions never change. */
import { isPublic, type DatasetVersion } from '../contract/datasets/dataset.ts';
import type { VersionChanges } from '../contract/boundaries/changes.ts';
import type { Datasets } from '../catalogue/datasets.ts';
import { findGeometry, readGeometry } from '../catalogue/geometry.ts';
import { createKept } from '../kept.ts';
import type { Results } from '../store/results.ts';

/** As it was stored with the newer version, else both drawings laid over each other; null where either drawing is not stored. @throws TooLargeError where outlines were made to be slow */
export type FindStep = (from: DatasetVersion, to: DatasetVersion) => Promise<VersionChanges | null>;

/** Of changes in memory, in numbers of relations. */
const RELATIONS_KEPT = 200_000;

export function createFindStep({ datasets, results }: { datasets: Pick<Datasets, 'readArtifact'>; results: Results }): FindStep {
  const kept = createKept<VersionChanges>(RELATIONS_KEPT, ({ levels }) => levels.reduce((sum, { relations }) => sum + relations.length, 0));
  const tablesOf = async (version: DatasetVersion) => (await readGeometry(version, datasets.readArtifact))!;

  /** The changes that were stored with a version, where they are those from this one. */
  async function readSealed(from: DatasetVersion, to: DatasetVersion): Promise<VersionChanges | null> {
    const artifact = to.artifacts.find(({ kind }) => kind === 'changes');
    if (!artifact) return null;
    const read = async () => JSON.parse(Buffer.from(await datasets.readArtifact(artifact)).toString('utf8')) as VersionChanges;
    const sealed = await kept.get(artifact.sha256, read);
    return sealed.from === from.version ? { ...sealed, to: to.version } : null;
  }

  return async (from, to) => {
    const [old, now] = [findGeometry(from), findGeometry(to)];
    const sealed = await readSealed(from, to);
    if (sealed || !old || !now) return sealed;
    const key = ['changes', old.sha256, now.sha256];
    const made = await kept.get(key.join(' '), async () => {
      const compute = async () => {
        const { compareVersions } = await import('./change/compare.ts');
        return JSON.stringify(compareVersions(await tablesOf(from), await tablesOf(to), { from: from.version, to: to.version }));
      };
      return JSON.parse(await results.get(key, isPublic(from) && isPublic(to), compute)) as VersionChanges;
    });
    return { ...made, from: from.version, to: to.version };
  };
}
