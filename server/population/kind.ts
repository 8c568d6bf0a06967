/** The population pipeline as the job runner and the command line call it: with the current boundaries to join to. */
import { countryName } from '../matching/countries.ts';
import { checkPopulation, runPopulationIngest } from './pipeline.ts';
import { toSummary } from '../checks/run.ts';
import type { PopulationOptions } from './pipeline.ts';
import { readGeometry } from '../catalogue/geometry.ts';
import { NO_METADATA } from '../kinds/summary.ts';
import type { NewArtifact } from '../kinds/summary.ts';
import type { Checker, Kind, Pipeline, PipelineInput } from '../kinds/kind.ts';

const pipeline: Pipeline = async (input) => {
  const { boundaries, country } = input;
  const geometry = boundaries ? await readGeometry(boundaries.version, boundaries.readArtifact) : undefined;
  const result = await runPopulationIngest(input.files, toOptions(input, geometry), input.onProgress);
  const report: NewArtifact = {
    kind: 'report',
    file: 'report.json',
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(JSON.stringify(result.report)),
  };
  return {
    summary: {
      countryNames: Object.fromEntries(['en', 'fr', 'es', 'ar'].map((lang) => [lang, countryName(country, lang)])),
      levels: result.levels,
      bbox: boundaries?.version.bbox ?? null,
      languages: [],
      metadata: { ...NO_METADATA, title: `${countryName(country, 'en')}: subnational population statistics`, ...result.metadata },
      statedVersion: null,
      report: toSummary(result.report),
      units: [],
      diff: null,
      join: result.join,
    },
    artifacts: [...result.artifacts, report],
  };
};

const checker: Checker = async (input) => (await checkPopulation(input.files, toOptions(input, undefined), input.onProgress)).report;

export const populationKind: Kind = { pipeline, checker };

function toOptions(
  { country, dataset, sha256, today, boundaries, exceptions, options, metadata }: PipelineInput,
  geometry: Awaited<ReturnType<typeof readGeometry>>,
): PopulationOptions {
  return {
    country,
    dataset,
    sha256,
    today,
    exceptions,
    metadata: metadata ?? {},
    encoding: options.encoding,
    boundaries: boundaries && { dataset: boundaries.version.dataset, version: boundaries.version.version, levels: boundaries.gazetteer, geometry },
  };
}
