/** The population pipeline as the job runner and the command line call it: with the current boundaries to join to. */
import { defaultTitle } from '../contract/given.ts';
import type { PopulationAnswers, PopulationColumnAnswer } from '../contract/population/columns.ts';
import { populationAnswers } from '../contract/population/columns.ts';
import { countryName } from '../matching/countries.ts';
import { parseColumnsFile } from './columns.ts';
import type { PopulationOptions } from './pipeline.ts';
import type { FeatureTable } from '../contract/admin.ts';
import { carriedMetadata, NO_METADATA } from '../kinds/summary.ts';
import type { NewArtifact } from '../kinds/summary.ts';
import type { Checker, Kind, Pipeline, PipelineInput } from '../kinds/kind.ts';
import { inEach } from '../words/words.ts';
import { refuseFaults } from '../words/faults.ts';

const pipeline: Pipeline = async (input) => {
  const { boundaries, country } = input;
  const [{ runPopulationIngest }, { toSummary }, { readGeometry }] = await Promise.all([
    import('./pipeline.ts'),
    import('../checks/run.ts'),
    import('../catalogue/geometry.ts'),
  ]);
  const geometry = boundaries ? await readGeometry(boundaries.version, boundaries.readArtifact) : undefined;
  const result = await runPopulationIngest(input.files, await toOptions(input, geometry), input.onProgress);
  const report: NewArtifact = {
    kind: 'report',
    file: 'report.json',
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(JSON.stringify(result.report)),
  };
  return {
    summary: {
      countryNames: inEach((lang) => countryName(country, lang)),
      levels: result.levels,
      bbox: boundaries?.version.bbox ?? null,
      languages: [],
      metadata: { ...NO_METADATA, title: defaultTitle('population', countryName(country, 'en')), ...result.metadata },
      statedVersion: null,
      report: toSummary(result.report),
      units: [],
      diff: null,
      join: result.join,
    },
    artifacts: [...result.artifacts, report],
  };
};

const checker: Checker = async (input) => {
  const { checkPopulation } = await import('./pipeline.ts');
  const { report, population } = await checkPopulation(input.files, await toOptions(input, undefined), input.onProgress);
  // What `--columns` takes is what `check --format json` gives.
  return { ...report, columns: population.columns };
};

export const populationKind: Kind = {
  approval: 'four eyes',
  mayClose: false,
  pipeline,
  checker,
  toJson: ({ join }) => (join === undefined ? {} : { join }),
};

/** What the person says with the upload. @throws InputError `population.answers` */
function toAnswers(options: PipelineInput['options']): PopulationAnswers {
  const parsed = populationAnswers.safeParse(options);
  if (parsed.success) return parsed.data;
  throw refuseFaults('population.answers', 'answers', parsed.error);
}

/** What was said of the columns of the version before. */
async function readSaid(previous: PipelineInput['previous']): Promise<PopulationColumnAnswer[]> {
  const artifact = previous?.version.artifacts.find(({ kind }) => kind === 'columns');
  if (!previous || !artifact) return [];
  const { said, remember = true } = parseColumnsFile(await previous.readArtifact(artifact));
  return remember ? said : [];
}

async function toOptions(
  { country, dataset, sha256, today, boundaries, previous, exceptions, options, metadata }: PipelineInput,
  geometry: FeatureTable[] | undefined,
): Promise<PopulationOptions> {
  const { columns = [], remember } = toAnswers(options);
  return {
    said: { asked: columns, remembered: await readSaid(previous), remember },
    knownTotals: previous?.version.levels.flatMap(({ total }) => total ?? []) ?? [],
    country,
    dataset,
    sha256,
    today,
    exceptions,
    carried: carriedMetadata(previous),
    metadata: metadata ?? {},
    encoding: options.encoding,
    boundaries: boundaries && { dataset: boundaries.version.dataset, version: boundaries.version.version, levels: boundaries.gazetteer, geometry },
  };
}
