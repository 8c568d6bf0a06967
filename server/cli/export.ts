/** `codmap export`: a stored version, or one level of it, as a file. */
import { toIso3, toDatasetKind, type AdminLevel, type DatasetId, type VersionTag } from '../contract/ids.ts';
import { NotFoundError } from '../errors.ts';
import type { PresenceData } from '../contract/presence/presence.ts';
import { exportLevels, type ExportFormat } from '../boundaries/files/formats.ts';
import { writeRecordsCsv } from '../presence/files.ts';
import type { Store } from '../app/main.ts';
import { readGeometry } from '../catalogue/geometry.ts';
import { EXPORT_FORMATS } from './formats.ts';

/** Without a level all of them, in one file. Population is exported as the files it was published with, a 3W as its records. */
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
  const presence = find(({ kind }) => kind === 'presence');
  if (presence && format === 'csv' && level === undefined) {
    const data = JSON.parse(Buffer.from(await datasets.readArtifact(presence)).toString('utf8')) as PresenceData;
    return writeRecordsCsv(data, null);
  }
  const artifact =
    find((entry) => entry.kind !== 'source' && entry.file.endsWith(`.${format}`) && entry.level === level) ??
    find((entry) => entry.kind !== 'source' && entry.file.endsWith(`.${format}`) && level === undefined);
  if (artifact) return datasets.readArtifact(artifact);
  const name = `${dataset} ${version.version}`;
  if (presence) throw new NotFoundError('file.unknown', `${name} is exported as csv, with all its records and without --level. There is no ${format} of it.`);
  const own = version.artifacts.filter(({ kind }) => kind !== 'source' && kind !== 'report');
  const formats = EXPORT_FORMATS.filter((each) => own.some(({ file }) => file.endsWith(`.${each}`)));
  const levels = version.levels.map((entry) => entry.level).join(', ');
  throw new NotFoundError(
    'file.unknown',
    toDatasetKind(dataset) === 'cod-ab' || formats.includes(format)
      ? `${name} has nothing to write as ${format}${level === undefined ? '' : ` at level ${level}`}. Its levels are ${levels}.`
      : `${name} is exported as ${formats.join(', ')}, not as ${format}.`,
  );
}
