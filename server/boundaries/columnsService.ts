/** Layers and columns of stored boundaries: as they were read, and read once more with what people say of them. */
import { z } from 'zod';
import type { ColumnsOfKind } from '../catalogue/columnRoutes.ts';
import { boundaryColumnAnswer } from '../contract/boundaries/columns.ts';
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import { importAgain, type AgainDeps } from '../jobs/again.ts';
import { mergeSaid, parseColumnsFile, type BoundaryColumnsFile } from './columns/file.ts';
import { refuseFaults } from '../words/faults.ts';

export interface BoundaryColumnsDeps extends AgainDeps {
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  };
}

const answers = z.array(boundaryColumnAnswer);

/** Throws NotFoundError `columns.none` for versions older than the list of columns. Until the files are read anew, the draft stays as it is. */
export function createBoundaryColumns({ datasets, ...again }: BoundaryColumnsDeps): ColumnsOfKind {
  async function open({ dataset, version, artifacts }: DatasetVersion): Promise<BoundaryColumnsFile> {
    const artifact = artifacts.find(({ kind }) => kind === 'columns');
    if (!artifact) throw new NotFoundError('columns.none', `${dataset} ${version} was stored before columns were written down. Upload its files again.`);
    return parseColumnsFile(await datasets.readArtifact(artifact));
  }
  return {
    hasLayers: true,
    async read(version) {
      const { columns, layers } = await open(version);
      return { columns, layers, questions: [] };
    },
    async say({ dataset, version: ref, columns, layers, remember, by }) {
      const parsed = answers.safeParse(columns);
      if (!parsed.success) throw refuseFaults('request.invalid', 'columns', parsed.error);
      const version = await datasets.getVersion(dataset, ref);
      const { said, options, files } = await open(version);
      const all = mergeSaid(said, { columns: parsed.data, layers });
      return importAgain(again, version, { ...options, ...all, ...(remember ? {} : { remember }) }, by, { names: files });
    },
  };
}
