/** The values of a version as they are kept. */
import type { Artifact, DatasetVersion } from '../contract/datasets/dataset.ts';
import type { IndicatorData } from '../contract/indicators/data.ts';
import { NotFoundError } from '../errors.ts';

/** @throws NotFoundError `file.unknown` where the version has none */
export async function readIndicators(
  { dataset, version, artifacts }: Pick<DatasetVersion, 'dataset' | 'version' | 'artifacts'>,
  readArtifact: (artifact: Artifact) => Promise<Uint8Array>,
): Promise<IndicatorData> {
  const artifact = artifacts.find(({ kind }) => kind === 'indicators');
  if (!artifact) throw new NotFoundError('file.unknown', `${dataset} ${version} has no values of indicators.`);
  return JSON.parse(Buffer.from(await readArtifact(artifact)).toString('utf8')) as IndicatorData;
}
