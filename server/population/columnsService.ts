/** The columns of a stored population: as they were read, and read once more with what people say of them. */
import { z } from 'zod';
import type { ColumnsOfKind } from '../catalogue/columnRoutes.ts';
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { populationColumnAnswer } from '../contract/population/columns.ts';
import { NotFoundError } from '../errors.ts';
import { importAgain, type AgainDeps } from '../jobs/again.ts';
import { mergeSaid, parseColumnsFile, type PopulationColumnsFile } from './columns.ts';
import { refuseFaults } from '../words/faults.ts';

export interface PopulationColumnsDeps extends AgainDeps {
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  };
}

const answers = z.array(populationColumnAnswer);

/** Columns of a population, with questions that wait. Throws NotFoundError `columns.none` for versions older than the list of columns. */
export function createPopulationColumns({ datasets, ...again }: PopulationColumnsDeps): ColumnsOfKind {
  async function open({ dataset, version, artifacts }: DatasetVersion): Promise<PopulationColumnsFile> {
    const artifact = artifacts.find(({ kind }) => kind === 'columns');
    if (!artifact) throw new NotFoundError('columns.none', `${dataset} ${version} was stored before columns were recorded. Upload its files again.`);
    return parseColumnsFile(await datasets.readArtifact(artifact));
  }
  return {
    async read(version) {
      const { columns, questions = [] } = await open(version);
      return { columns, questions };
    },
    async say({ dataset, version: ref, columns, remember, by }) {
      const parsed = answers.safeParse(columns);
      if (!parsed.success) throw refuseFaults('request.invalid', 'columns', parsed.error);
      const version = await datasets.getVersion(dataset, ref);
      const said = mergeSaid({ remembered: (await open(version)).said, asked: parsed.data });
      return importAgain(again, version, { columns: said, ...(remember ? {} : { remember }) }, by);
    },
  };
}
