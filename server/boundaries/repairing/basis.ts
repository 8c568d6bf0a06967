/** What a repair is planned from: the files of a version, and what was said of how to read them. */
import { createHash } from 'node:crypto';
import type { Artifact, DatasetVersion } from '../../contract/datasets/dataset.ts';
import { NotFoundError } from '../../errors.ts';
import { parseColumnsFile, type BoundaryColumnsFile } from '../columns/file.ts';

export interface RepairBasis extends Pick<BoundaryColumnsFile, 'said' | 'options' | 'files'> {
  /** Another where files or answers are others, so that a plan for these is none for those. */
  hash: string;
}

/** @throws NotFoundError `columns.none` for versions older than the list of columns */
export async function readBasis(version: DatasetVersion, readArtifact: (artifact: Artifact) => Promise<Uint8Array>): Promise<RepairBasis> {
  const artifact = version.artifacts.find(({ kind }) => kind === 'columns');
  if (!artifact)
    throw new NotFoundError('columns.none', `${version.dataset} ${version.version} was stored before columns were written down. Upload its files again.`);
  const { said, options, files } = parseColumnsFile(await readArtifact(artifact));
  const sources = version.artifacts.flatMap(({ kind, sha256 }) => (kind === 'source' ? [sha256] : [])).toSorted();
  return {
    said,
    options,
    files,
    hash: createHash('sha256')
      .update(JSON.stringify([sources, said, options.encoding, options.crs]))
      .digest('hex'),
  };
}
