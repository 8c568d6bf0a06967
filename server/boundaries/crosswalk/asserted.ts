/** What became of units where a version has no drawing: told by codes, names and counts alone, asserted, without shares (versions.md §2 step 8). */
import type { AdminUnit, FeatureTable } from '../../contract/admin.ts';
import type { VersionChanges } from '../../contract/boundaries/changes.ts';
import type { DatasetVersion } from '../../contract/datasets/dataset.ts';

/** The units of a version, level by level, on no ground at all: ground that one version has alone tells nothing of where the other lies. */
export function bareTables(units: readonly AdminUnit[]): FeatureTable[] {
  const levels = [...Map.groupBy(units, ({ level }) => level)].toSorted(([a], [b]) => a - b);
  return levels.map(([level, own]) => ({
    level,
    units: own,
    geometry: {
      kinds: new Uint8Array(own.length),
      coords: new Float64Array(0),
      rings: new Uint32Array(1),
      polygons: new Uint32Array(1),
      rows: new Uint32Array(own.length + 1),
    },
    extra: [],
    source: { file: '', layer: '', rowNumber: Uint32Array.from(own, (_, row) => row + 1) },
  }));
}

/** All relations are asserted, and have no shares. */
export async function assertChanges(
  before: readonly AdminUnit[],
  after: readonly AdminUnit[],
  { from, to }: Pick<VersionChanges, 'from' | 'to'>,
): Promise<VersionChanges> {
  const { compareVersions } = await import('../change/compare.ts');
  return compareVersions(bareTables(before), bareTables(after), { from, to });
}

export interface WaysDeps {
  /** By drawings, or as it was stored; null where neither leads there. */
  findStep: (from: DatasetVersion, to: DatasetVersion) => Promise<VersionChanges | null>;
  assertStep: (from: DatasetVersion, to: DatasetVersion) => Promise<VersionChanges>;
  hasDrawing: (version: DatasetVersion) => boolean;
}

/**
 * Steps that lead from the first version to the last where drawings alone do not: codes and names lead only as far as the nearest version with a
 * drawing, because from there on the ground speaks. @param versions in the order of the way, two at least
 */
export async function findAsserted(versions: readonly DatasetVersion[], { findStep, assertStep, hasDrawing }: WaysDeps): Promise<VersionChanges[]> {
  const [from, to] = [versions[0]!, versions.at(-1)!];
  const between = versions.slice(1, -1);
  if (!hasDrawing(from) && hasDrawing(to)) {
    for (const next of between) {
      const step = await findStep(next, to);
      if (step) return [await assertStep(from, next), step];
    }
  }
  if (hasDrawing(from) && !hasDrawing(to)) {
    for (const last of between.toReversed()) {
      const step = await findStep(from, last);
      if (step) return [step, await assertStep(last, to)];
    }
  }
  return [await assertStep(from, to)];
}
