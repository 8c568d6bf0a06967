/** A population upload from bytes to report and files: read → normalize → join → check → export. Pure: no clock, no disk, no catalogue. */
import type { AdminUnit, FeatureTable } from '../contract/admin.ts';
import type { LevelCount, Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException, ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../contract/ids.ts';
import type { PopulationJoinCounts } from '../contract/population/population.ts';
import { applyExceptions } from '../checks/exceptions.ts';
import { populationChecks } from './checks/population.ts';
import type { PopulationContext } from './checks/context.ts';
import { runChecks, toReport } from '../checks/run.ts';
import { writePopulationArtifacts } from './files.ts';
import type { PopulationArtifact, PublishedPopulation } from './files.ts';
import { indexPcodes } from '../matching/pcodes.ts';
import { normalizePopulation } from './normalize/population.ts';
import type { SaidColumns } from './normalize/roles.ts';
import { columnsFile } from './columns.ts';
import { joinLevel, publishLevel } from './normalize/join.ts';
import type { LevelJoin, NormalizedPopulation, PopulationLevel } from './normalize/model.ts';
import type { UploadFile } from '../formats/raw.ts';
import type { RawTable } from '../formats/tables/rawTable.ts';
import { readTables } from '../formats/tables/table.ts';

export interface PopulationOptions {
  country: Iso3;
  dataset: DatasetId | null;
  /** Of the uploaded bytes, in the order of file names. */
  sha256: string;
  /** ISO date of the run. */
  today: string;
  /** The boundaries to join to, and which version they are. `geometry` is needed for the GeoJSON files only. */
  boundaries: { dataset: DatasetId; version: VersionTag; levels: { level: AdminLevel; units: AdminUnit[] }[]; geometry?: FeatureTable[] | undefined } | null;
  encoding?: string | undefined;
  metadata?: Partial<Metadata> | null;
  /** Of the version before; what the files say goes before it. */
  carried?: Partial<Metadata>;
  /** Faults that a person accepted in an earlier version. */
  exceptions?: FindingException[] | undefined;
  /** What people said of the columns: now, and of the version before. */
  said?: SaidColumns | undefined;
  /** Totals of the version before, one a level. */
  knownTotals?: number[] | undefined;
  /** Population of the country from another source, for check Q12. */
  reference?: PopulationContext['reference'];
}

export interface PopulationIngest {
  population: NormalizedPopulation;
  joins: LevelJoin[];
  /** Each level as it will be published. */
  published: PublishedPopulation[];
  report: ValidationReport;
  levels: LevelCount[];
  join: PopulationJoinCounts[];
  /** What the file says of itself, over it what the person said. */
  metadata: Partial<Metadata>;
  artifacts: PopulationArtifact[];
}

export type OnProgress = (stage: string, done: number, total: number) => void;

/**
 * Reads, joins and judges without writing files: `artifacts` is empty. For `codmap check` and previews.
 * @throws InputError where a file is unreadable or holds no population of the country
 */
export async function checkPopulation(files: UploadFile[], options: PopulationOptions, onProgress: OnProgress = () => {}): Promise<PopulationIngest> {
  const tables: RawTable[] = [];
  for (const [i, file] of files.entries()) {
    onProgress('read', i, files.length);
    // Names are labels here and the join is by code, so an encoding that nothing tells is assumed, and the report says so.
    tables.push(...(await readTables(file, { encoding: options.encoding, onUnknownEncoding: 'assume' })));
  }
  onProgress('read', files.length, files.length);
  onProgress('normalize', 0, 1);
  const { boundaries } = options;
  const index = boundaries ? indexPcodes(boundaries.levels, options.country) : null;
  const population = normalizePopulation(tables, {
    country: options.country,
    today: options.today,
    index,
    said: options.said,
    knownTotals: options.knownTotals,
  });
  const joins: LevelJoin[] = [];
  for (const level of population.levels) {
    const units = boundaries?.levels.find((entry) => entry.level === level.level)?.units;
    if (units && index) joins.push(joinLevel(level, units, index));
  }
  onProgress('normalize', 1, 1);
  const metadata = { ...options.carried, ...statedMetadata(population), ...options.metadata };
  const context: PopulationContext = {
    population,
    boundaries,
    units: new Map(boundaries?.levels.map(({ level, units }) => [level, new Map(units.map((unit) => [unit.pcode as string, unit]))])),
    joins,
    metadata,
    today: options.today,
    reference: options.reference ?? null,
  };
  const results = await runChecks(populationChecks, context, (done, total) => onProgress('check', done, total));
  const published = population.levels.map((level) => publish(level, joins.find((join) => join.level === level.level) ?? null));
  const levels = published.map(({ population: { level }, pcodes, total }): LevelCount => ({
    level,
    units: pcodes.length,
    ...(total === null ? {} : { total }),
  }));
  return {
    population,
    joins,
    published,
    report: toReport(applyExceptions(results, options.exceptions ?? []), {
      dataset: options.dataset,
      sha256: options.sha256,
      levels: levels.map(({ level, units }) => ({ level, units })),
      questions: population.questions,
    }),
    levels,
    join: joins.map(({ level, matched, repaired, unknown, missing }) => ({
      level,
      matched,
      repaired: repaired.length,
      unknownInPopulation: unknown.length,
      missingInPopulation: missing.length,
    })),
    metadata,
    artifacts: [],
  };
}

/** The same, with the files of the version to be. */
export async function runPopulationIngest(files: UploadFile[], options: PopulationOptions, onProgress: OnProgress = () => {}): Promise<PopulationIngest> {
  const judged = await checkPopulation(files, options, onProgress);
  const { published, metadata } = judged;
  const { boundaries } = options;
  const drawn = published.filter(({ population }) => boundaries?.geometry?.some(({ level }) => level === population.level)).length;
  const total = published.length * 4 + drawn + (published.length > 1 ? 1 : 0) + 1;
  const artifacts: PopulationArtifact[] = [];
  for (const artifact of writePopulationArtifacts(options.country, published, metadata.source ?? '', boundaries)) {
    artifacts.push(artifact);
    onProgress('export', artifacts.length, total);
  }
  artifacts.push(columnsFile(judged.population.columns, judged.population.questions, options.said));
  onProgress('export', artifacts.length, total);
  return { ...judged, artifacts };
}

function publish(population: PopulationLevel, join: LevelJoin | null): PublishedPopulation {
  const merged = publishLevel(population, join);
  const first = merged.rows;
  return {
    population,
    pcodes: merged.pcodes,
    values: merged.values,
    total: merged.total,
    names: first.map((unit) => population.names[unit]!),
    parents: population.parents.map(({ level, codes }) => ({ level, codes: first.map((unit) => codes[unit]!) })),
  };
}

/** From metadata sheets and source columns. */
function statedMetadata({ stated, levels }: NormalizedPopulation): Partial<Metadata> {
  const find = (pattern: RegExp) => [...stated].find(([key]) => pattern.test(key))?.[1];
  const said = {
    source: find(/^sources?\b/) ?? levels.map((level) => level.source).find(Boolean),
    contributor: find(/^contributor/),
    methodology: find(/^m[eé]thodolog/),
    caveats: find(/^(caveat|comment)/),
    license: find(/^licen/),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<Metadata>;
}
