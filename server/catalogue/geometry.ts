/** The stored geometry of a boundary version: all levels as they were published. */
import type { FeatureTable } from '../contract/admin.ts';
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import { readGeometryFile } from '../formats/geometryFile.ts';

/** Versions of other kinds, and the oldest ones, have none. */
export function findGeometry({ artifacts }: Pick<DatasetVersion, 'artifacts'>): Artifact | undefined {
  return artifacts.find(({ kind }) => kind === 'geometry');
}

export async function readGeometry(
  version: Pick<DatasetVersion, 'artifacts'>,
  readArtifact: (artifact: Artifact) => Promise<Uint8Array>,
): Promise<FeatureTable[] | undefined> {
  const artifact = findGeometry(version);
  return artifact && readGeometryFile(await readArtifact(artifact));
}
