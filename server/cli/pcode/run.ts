/** `codmap pcode`: a table on this machine gets P-codes from the boundaries in this store. */
import { createLookup } from '../../lookup/service.ts';
import { formerOf, createGround, createOutlines } from '../../lookup/ground.ts';
import { codeFile, type TableMade } from '../../lookup/table/file.ts';
import { createChanges } from '../../boundaries/changesService.ts';
import { createFindStep } from '../../boundaries/changesStore.ts';
import { createPopulation } from '../../population/service.ts';
import { createResults } from '../../store/results.ts';
import { readGeometry } from '../../catalogue/geometry.ts';
import { toBoundariesId, type Iso3, type VersionTag } from '../../contract/ids.ts';
import type { Lang } from '../../contract/languages.ts';
import type { SaidPlaceColumn } from '../../contract/lookup/table.ts';
import { InputError } from '../../errors.ts';
import type { UploadFile } from '../../formats/raw.ts';
import { problemText } from '../../words/problems.ts';
import type { Store } from '../../app/store.ts';

export interface PcodeOptions {
  country: Iso3;
  version: VersionTag | 'current';
  lang: Lang;
  sheet?: string;
  said: SaidPlaceColumn[];
  /** Only how it would be read. */
  dry: boolean;
}

/** @throws InputError, NotFoundError, TooLargeError as the lookup of tables over HTTP */
export async function pcodeTable(
  { datasets }: Pick<Store, 'datasets'>,
  file: UploadFile,
  { country, version: ref, dry, ...asked }: PcodeOptions,
): Promise<TableMade & { version: VersionTag }> {
  const version = await datasets.getVersion(toBoundariesId(country), ref);
  const tables = await readGeometry(version, datasets.readArtifact);
  if (!tables) throw new InputError('lookup.no-outlines', problemText('lookup.no-outlines'));
  const results = createResults();
  const changes = createChanges({ datasets, population: createPopulation(datasets), findStep: createFindStep({ datasets, results }), results });
  const steps = await createLookup({ datasets, changes }).steps(version);
  const levels = tables.map(({ level, units }) => ({ level, units })).toSorted((a, b) => a.level - b.level);
  const made = await codeFile(file, createGround(country, levels, formerOf(steps, levels)), createOutlines(tables), {
    ...asked,
    wanted: dry ? 'summary' : 'file',
  });
  return { ...made, version: version.version };
}

/** For people: what was read as what, and what became of the rows. */
export function formatSummary({
  summary: { sheet, columns, rows, placed, doubtful, disagree },
  version,
}: Pick<TableMade, 'summary'> & { version: VersionTag }): string {
  const read = columns.filter(({ role }) => role !== 'none').map(({ heading, role, level, from, found, total }) => `  ${heading || '(no heading)'}: ${role}${level === null ? '' : ` of adm${level}`} (${from}, ${found} of ${total} cells)`); // prettier-ignore
  return [
    `${sheet}, on ${version}`,
    ...(read.length > 0 ? read : ['  No column says where the rows are. Say it with --column NUMBER=ROLE[:LEVEL], columns counted from 1.']),
    `${placed.toLocaleString('en')} of ${rows.toLocaleString('en')} rows placed, ${doubtful.toLocaleString('en')} with a note${disagree.map((each) => `, ${each.rows} whose coordinates lie in another adm${each.level} than they state`).join('')}`,
  ].join('\n');
}
