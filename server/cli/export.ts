/** `codmap export`: a stored version as a file. */
import type { AdminLevel, DatasetId, VersionTag } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import type { Store } from '../main.ts';

export const EXPORT_FORMATS = ['geojson', 'gpkg', 'shp', 'fgb', 'csv', 'xlsx', 'pmtiles'] as const;

export async function exportVersion(
  { datasets }: Pick<Store, 'datasets'>,
  dataset: DatasetId,
  ref: VersionTag | 'current',
  { format, level }: { format: (typeof EXPORT_FORMATS)[number]; level?: number },
): Promise<Uint8Array> {
  const version = await datasets.getVersion(dataset, ref);
  const wanted = (level ?? version.levels.at(-1)?.level ?? 0) as AdminLevel;
  const artifact = version.artifacts.find((entry) => entry.file.endsWith(`.${format}`) && (entry.level === undefined || entry.level === wanted));
  if (!artifact) throw new NotFoundError('file.unknown', `${dataset} ${version.version} has nothing to write as ${format} at level ${wanted}.`);
  return datasets.readArtifact(artifact);
}
