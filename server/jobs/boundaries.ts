/** The boundary pipeline as the job runner and the command line call it: compared with the version it follows. */
import { readGeometryFile } from '../ingest/export/geometryFile.ts';
import { countryName } from '../ingest/normalize/countries.ts';
import type { BoundaryOptions } from '../ingest/pipeline.ts';
import { judgeBoundaries, runBoundaryIngest } from '../ingest/pipeline.ts';
import type { NewArtifact } from '../service/ingest.ts';
import { findGdal } from './gdal.ts';
import type { Pipeline, PipelineInput } from './ingest.ts';
import type { Checker } from './pipelines.ts';

export const boundaryPipeline: Pipeline = async (input) => {
  const { country } = input;
  const { gazetteer, report, artifacts, levels, bbox, languages, metadata, statedVersion, diff } = await runBoundaryIngest(
    input.files,
    await toOptions(input),
    { outside: await findGdal() },
    input.onProgress,
  );
  const { errors, warnings, infos, accepted, publishable } = report;
  const reportFile: NewArtifact = {
    kind: 'report',
    file: 'report.json',
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(JSON.stringify(report)),
  };
  return {
    summary: {
      countryNames: Object.fromEntries(['en', 'fr', 'es', 'ar'].map((lang) => [lang, countryName(country, lang)])),
      levels,
      bbox,
      languages,
      metadata,
      statedVersion,
      report: { errors, warnings, infos, accepted, publishable },
      units: gazetteer.levels,
      diff,
    },
    artifacts: [...artifacts, reportFile],
  };
};

export const boundaryChecker: Checker = async (input) =>
  (await judgeBoundaries(input.files, await toOptions(input), { outside: await findGdal() }, input.onProgress)).report;

async function toOptions({ country, dataset, sha256, today, options, previous }: PipelineInput): Promise<BoundaryOptions> {
  const geometry = previous?.version.artifacts.find(({ kind }) => kind === 'geometry');
  return {
    country,
    dataset,
    sha256,
    today,
    encoding: options.encoding,
    crs: options.crs,
    minZoom: options.minZoom,
    maxZoom: options.maxZoom,
    previous: previous && geometry ? { version: previous.version.version, tables: readGeometryFile(await previous.readArtifact(geometry)) } : null,
  };
}
