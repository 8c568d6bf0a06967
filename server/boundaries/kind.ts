/**
 * The boundary pipeline as the job runner and the command line call it: compared with the version it follows.
 * It is loaded when it runs, so that a table does not wait for readers of shapes, tiles and topology.
 */
import type { Gazetteer } from '../contract/admin.ts';
import type { ValidationReport } from '../contract/finding.ts';
import { NO_COUNTRY, toIso3, type Iso3 } from '../contract/ids.ts';
import { countryName } from '../matching/countries.ts';
import type { BoundaryOptions } from './judgement.ts';
import { carriedMetadata, type NewArtifact } from '../kinds/summary.ts';
import { findGdal } from '../outside/gdal.ts';
import type { ExportRequest, Kind, PipelineInput, PipelineResult, TableKind } from '../kinds/kind.ts';
import { inEach } from '../words/words.ts';

/** `otherKinds`: those that a table beside the boundaries may be of. */
export const boundaryKind = (otherKinds: TableKind[]): Kind => ({
  approval: 'four eyes',
  mayClose: false,
  exportAs,
  pipeline: (input) => ingest(input, otherKinds),
  checker: (input) => check(input, otherKinds),
  async detectCountry(files) {
    const [{ detectOneCountry }, { readUpload }] = await Promise.all([import('./normalize/detectCountry.ts'), import('../formats/upload.ts')]);
    return detectOneCountry((await readUpload(files, { outside: await findGdal(), attributesOnly: true })).layers);
  },
});

/** All levels, or one, in any format of boundaries; archives of tiles are published files. */
async function exportAs({ version, format, level, readArtifact }: ExportRequest): Promise<Uint8Array | null> {
  const [{ exportLevels, isExportFormat }, { readGeometry }] = await Promise.all([import('./files/formats.ts'), import('../catalogue/geometry.ts')]);
  const tables = isExportFormat(format) ? await readGeometry(version, readArtifact) : undefined;
  if (!tables || !isExportFormat(format)) return null;
  return (await exportLevels(format, tables, level, { country: toIso3(version.dataset), version: version.version })).bytes;
}

async function ingest(input: PipelineInput, otherKinds: TableKind[]): Promise<PipelineResult> {
  const [{ runBoundaryIngest }, { toSummary }] = await Promise.all([import('./pipeline.ts'), import('../checks/run.ts')]);
  const { country } = input;
  const { gazetteer, report, artifacts, levels, bbox, languages, metadata, statedVersion, diff } = await runBoundaryIngest(
    input.files,
    await toOptions(input),
    { outside: await findGdal(), otherKinds },
    input.onProgress,
  );
  const reportFile: NewArtifact = {
    kind: 'report',
    file: 'report.json',
    mediaType: 'application/json',
    bytes: new TextEncoder().encode(JSON.stringify(report)),
  };
  return {
    summary: {
      countryNames: toCountryNames(country, gazetteer),
      levels,
      bbox,
      languages,
      metadata,
      statedVersion,
      report: toSummary(report),
      units: gazetteer.levels,
      diff,
    },
    artifacts: [...artifacts, reportFile],
  };
}

/** What the country is called: as ISO 3166 has it, else as its own adm0 unit says, which is all there is for an invented country. */
function toCountryNames(country: Iso3, { levels }: Gazetteer): Record<string, string> {
  const names = levels.find(({ level }) => level === 0)?.units[0]?.names ?? [];
  const own = (lang: string) => names.find((name) => name.lang === lang)?.name ?? names[0]?.name ?? country;
  const listed = (lang: string) => countryName(country, lang);
  return inEach((lang) => (listed(lang) === country ? own(lang) : listed(lang)));
}

/** `codmap check` without a country calls it XXX; the files may tell. */
async function check(input: PipelineInput, otherKinds: TableKind[]): Promise<ValidationReport> {
  const { judgeBoundaries } = await import('./pipeline.ts');
  const options = await toOptions(input);
  const asked = input.country === NO_COUNTRY ? { ...options, country: null, dataset: null } : options;
  return (await judgeBoundaries(input.files, asked, { outside: await findGdal(), otherKinds }, input.onProgress)).report;
}

async function toOptions({ country, dataset, sha256, today, options, previous, exceptions = [], metadata }: PipelineInput): Promise<BoundaryOptions> {
  const tables = previous && (await (await import('../catalogue/geometry.ts')).readGeometry(previous.version, previous.readArtifact));
  return {
    country,
    dataset,
    sha256,
    today,
    exceptions,
    metadata: metadata ?? {},
    carried: carriedMetadata(previous),
    encoding: options.encoding,
    crs: options.crs,
    minZoom: options.minZoom,
    maxZoom: options.maxZoom,
    previous: previous && tables ? { version: previous.version.version, tables } : null,
  };
}
