/** `codmap export`: a stored version, or one level of it, as a file. */
import { toIso3, toDatasetKind, type AdminLevel, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import { exportLevels, type ExportFormat } from '../ingest/export/formats.ts';
import type { Store } from '../main.ts';
import { readGeometry } from '../service/geometry.ts';
import type { EXPORT_FORMATS } from './formats.ts';

/** Without a level all of them, in one file. Other kinds than boundaries are exported as the files they were published with. */
export async function exportVersion(
  { datasets }: Pick<Store, 'datasets'>,
  dataset: DatasetId,
  ref: VersionTag | 'current',
  { format, level }: { format: (typeof EXPORT_FORMATS)[number]; level?: number },
): Promise<Uint8Array> {
  const version = await datasets.getVersion(dataset, ref);
  const find = (test: (artifact: (typeof version.artifacts)[number]) => boolean) => version.artifacts.find(test);
  const tables = format !== 'pmtiles' && toDatasetKind(dataset) === 'cod-ab' ? await readGeometry(version, datasets.readArtifact) : undefined;
  if (format !== 'pmtiles' && tables) {
    const options = { country: toIso3(dataset), version: version.version };
    return (await exportLevels(format satisfies ExportFormat, tables, (level ?? null) as AdminLevel | null, options)).bytes;
  }
  const artifact =
    find((entry) => entry.kind !== 'source' && entry.file.endsWith(`.${format}`) && entry.level === level) ??
    find((entry) => entry.kind !== 'source' && entry.file.endsWith(`.${format}`) && level === undefined);
  if (!artifact)
    throw new NotFoundError(
      'file.unknown',
      `${dataset} ${version.version} has nothing to write as ${format}${level === undefined ? '' : ` at level ${level}`}.`,
    );
  return datasets.readArtifact(artifact);
}
