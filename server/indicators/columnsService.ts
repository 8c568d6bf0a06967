/** The columns of stored indicators: as they were read, and read once more with what people say of them. */
import { z } from 'zod';
import type { ColumnsOfKind } from '../catalogue/columnRoutes.ts';
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { indicatorColumnAnswer } from '../contract/indicators/columns.ts';
import { NotFoundError } from '../errors.ts';
import { importAgain, type AgainDeps } from '../jobs/again.ts';
import { refuseFaults } from '../words/faults.ts';
import { mergeSaid, parseColumnsFile, type IndicatorColumnsFile } from './columnsFile.ts';

export interface IndicatorColumnsDeps extends AgainDeps {
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  };
}

const answers = z.array(indicatorColumnAnswer);

/** Columns of indicators, with questions that wait. */
export function createIndicatorColumns({ datasets, ...again }: IndicatorColumnsDeps): ColumnsOfKind {
  async function open({ dataset, version, artifacts }: DatasetVersion): Promise<IndicatorColumnsFile> {
    const artifact = artifacts.find(({ kind }) => kind === 'columns');
    if (!artifact) throw new NotFoundError('columns.none', `${dataset} ${version} has no columns that could be said.`);
    return parseColumnsFile(await datasets.readArtifact(artifact));
  }
  return {
    async read(version) {
      const { columnsRead, columnQuestions } = await open(version);
      return { columns: columnsRead, questions: columnQuestions };
    },
    async say({ dataset, version: ref, columns, remember, by }) {
      const parsed = answers.safeParse(columns);
      if (!parsed.success) throw refuseFaults('request.invalid', 'columns', parsed.error);
      const version = await datasets.getVersion(dataset, ref);
      const { said } = await open(version);
      const all = { ...said, columns: mergeSaid(said.columns ?? [], parsed.data), ...(remember ? {} : { remember }) };
      return importAgain(again, version, all, by);
    },
  };
}
