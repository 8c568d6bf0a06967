/** What became of each unit between two stored versions of boundaries, by laying their geometries on each other; kept, since versions never change. */
import type { FindChanges } from '../presence/carry/carrier.ts';
import type { VersionChanges } from '../contract/boundaries/changes.ts';
import { readGeometry } from '../catalogue/geometry.ts';
import { TooLargeError } from '../errors.ts';
import { createKept } from '../kept.ts';
import type { Store } from './store.ts';

/** Pairs of versions that are kept. */
const KEPT = 6;

/** null where a geometry is not stored, or where outlines were made to be slow. */
export function createChangesBetween({ datasets }: Pick<Store, 'datasets'>): FindChanges {
  const kept = createKept<Awaited<ReturnType<FindChanges>>>(KEPT);
  return (from, to) => {
    // By their bytes: a draft that is read again keeps its tag.
    const key = [from, to].map(({ artifacts }) => artifacts.find(({ kind }) => kind === 'geometry')?.sha256 ?? '').join(' ');
    return kept.get(`${from.dataset} ${from.version} ${to.version} ${key}`, async () => {
      const stored = to.artifacts.find(({ kind }) => kind === 'changes');
      const changes = stored && (JSON.parse(Buffer.from(await datasets.readArtifact(stored)).toString('utf8')) as VersionChanges);
      if (changes?.from === from.version) return changes;
      const [before, after] = await Promise.all([from, to].map((version) => readGeometry(version, (artifact) => datasets.readArtifact(artifact))));
      if (!before || !after) return null;
      const { compareVersions } = await import('../boundaries/change/compare.ts');
      try {
        return compareVersions(before, after, { from: from.version, to: to.version });
      } catch (error) {
        if (error instanceof TooLargeError) return null;
        throw error;
      }
    });
  };
}
