/** `codmap export`: a stored version, or one level of it, as a file. */
import { createChanges } from '../../boundaries/changesService.ts';
import { createFindStep } from '../../boundaries/changesStore.ts';
import { toBoundariesId, toDatasetKind, toIso3, type AdminLevel, type DatasetId, type VersionTag } from '../../contract/ids.ts';
import { InputError, NotFoundError } from '../../errors.ts';
import { writeShownCsv } from '../../population/carry/table.ts';
import { createPopulation } from '../../population/service.ts';
import { createResults } from '../../store/results.ts';
import { problemText } from '../../words/problems.ts';
import { createKinds } from '../../app/kinds.ts';
import type { Store } from '../../app/store.ts';
import { EXPORT_FORMATS } from '../formats.ts';

/** Whether versions of this dataset are written as JSON. */
export const writesJson = (dataset: DatasetId): boolean => createKinds(undefined)[toDatasetKind(dataset)].exportsJson === true;

export interface ExportOptions {
  /** `json`: of kinds that say so. */
  format: (typeof EXPORT_FORMATS)[number] | 'json';
  level?: number;
}

/** A population carried over to another version of the boundaries: one level, the deepest where none is said. */
export async function exportPopulationOn(
  { datasets }: Pick<Store, 'datasets'>,
  dataset: DatasetId,
  ref: VersionTag | 'current',
  { format, level, on }: ExportOptions & { on: VersionTag | 'current' },
): Promise<Uint8Array> {
  if (format !== 'csv') throw new InputError('population.on-others', problemText('population.on-others'));
  const [version, to] = [await datasets.getVersion(dataset, ref), await datasets.getVersion(toBoundariesId(toIso3(dataset)), on)];
  const [population, results] = [createPopulation(datasets), createResults()];
  const { weighLevels } = createChanges({ datasets, population, findStep: createFindStep({ datasets, results }), results });
  const query = level === undefined ? {} : { level: level as AdminLevel };
  const shown = await population.getPopulationOn(version, to, query, { findFrom: datasets.getVersion, weigh: weighLevels, goOn: () => {} });
  return writeShownCsv(shown);
}

/** Without a level all of them, in one file. Population is exported as the files it was published with, a 3W as its records. */
export async function exportVersion(
  { datasets }: Pick<Store, 'datasets'>,
  dataset: DatasetId,
  ref: VersionTag | 'current',
  { format, level }: ExportOptions,
): Promise<Uint8Array> {
  const version = await datasets.getVersion(dataset, ref);
  const find = (test: (artifact: (typeof version.artifacts)[number]) => boolean) => version.artifacts.find(test);
  const own = createKinds(undefined)[toDatasetKind(dataset)];
  const written = await own.exportAs?.({ version, format, level: (level ?? null) as AdminLevel | null, readArtifact: datasets.readArtifact });
  if (written) return written;
  const artifact =
    find((entry) => entry.kind !== 'source' && entry.file.endsWith(`.${format}`) && entry.level === level) ??
    find((entry) => entry.kind !== 'source' && entry.file.endsWith(`.${format}`) && level === undefined);
  if (artifact) return datasets.readArtifact(artifact);
  const name = `${dataset} ${version.version}`;
  const files = version.artifacts.filter(({ kind }) => kind !== 'source' && kind !== 'report');
  const formats = EXPORT_FORMATS.filter((each) => files.some(({ file }) => file.endsWith(`.${each}`)));
  const levels = version.levels.map((entry) => entry.level).join(', ');
  throw new NotFoundError(
    'file.unknown',
    own.exportAs !== undefined || (formats as readonly string[]).includes(format)
      ? `${name} has nothing to write as ${format}${level === undefined ? '' : ` at level ${level}`}. Its levels are ${levels}.`
      : `${name} is exported as ${formats.join(', ')}, not as ${format}.`,
  );
}
