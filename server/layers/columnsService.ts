/** The columns of a stored layer: as they were read, and read once more with what people say of them and of the layer. */
import { z } from 'zod';
import type { ColumnsOfKind } from '../catalogue/columnRoutes.ts';
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { DatasetId, VersionTag } from '../contract/ids.ts';
import { layerColumnAnswer, mergeOverlay } from '../contract/overlays/layer.ts';
import { NotFoundError } from '../errors.ts';
import { importAgain, type AgainDeps } from '../jobs/again.ts';
import { refuseFaults } from '../words/faults.ts';
import { mergeSaid, parseColumnsFile, type LayerColumnsFile } from './columns.ts';

export interface LayerColumnsDeps extends AgainDeps {
  datasets: {
    getVersion: (id: DatasetId, ref: VersionTag | 'current') => Promise<DatasetVersion>;
    readArtifact: (artifact: Artifact) => Promise<Uint8Array>;
  };
}

const answers = z.array(layerColumnAnswer);

/** Columns of a layer, with questions that wait. */
export function createLayerColumns({ datasets, ...again }: LayerColumnsDeps): ColumnsOfKind {
  async function open({ dataset, version, artifacts }: DatasetVersion): Promise<LayerColumnsFile> {
    const artifact = artifacts.find(({ kind }) => kind === 'columns');
    if (!artifact) throw new NotFoundError('columns.none', `${dataset} ${version} has no columns that could be said.`);
    return parseColumnsFile(await datasets.readArtifact(artifact));
  }
  return {
    hasOverlay: true,
    async read(version) {
      const { columns, questions, said } = await open(version);
      return { columns, questions, overlay: said.overlay };
    },
    async say({ dataset, version: ref, columns, overlay = {}, by }) {
      const parsed = answers.safeParse(columns);
      if (!parsed.success) throw refuseFaults('request.invalid', 'columns', parsed.error);
      const version = await datasets.getVersion(dataset, ref);
      const { said } = await open(version);
      const all = { columns: mergeSaid({ remembered: said.columns, asked: parsed.data }), overlay: mergeOverlay(said.overlay, overlay) };
      return importAgain(again, version, all, by);
    },
  };
}
