/**
 * The boundary pipeline as the job runner and the command line call it: compared with the version it follows.
 * It is loaded when it runs, so that a table does not wait for readers of shapes, tiles and topology.
 */
import { boundaryAnswers, type BoundaryAnswers } from '../contract/boundaries/columns.ts';
import type { StoredRepair } from '../contract/boundaries/repair.ts';
import type { Gazetteer } from '../contract/admin.ts';
import type { ValidationReport } from '../contract/finding.ts';
import { NO_COUNTRY, toIso3, type Iso3 } from '../contract/ids.ts';
import { openAtlas } from '../ground/atlas.ts';
import { surroundingsOf, type Surroundings } from '../ground/surroundings.ts';
import { countryName, regionOf } from '../matching/countries.ts';
import { columnsFile } from './columns/file.ts';
import type { RememberedLayer } from './columns/said.ts';
import type { LayoutStore } from './layoutStore.ts';
import type { BoundaryOptions } from './judgement.ts';
import { carriedMetadata, type NewArtifact } from '../kinds/summary.ts';
import { findGdal } from '../outside/gdal.ts';
import type { ExportRequest, Kind, PipelineInput, PipelineResult, TableKind } from '../kinds/kind.ts';
import { inEach } from '../words/words.ts';
import { refuseFaults } from '../words/faults.ts';

/** `otherKinds`: those that a table beside the boundaries may be of. `layouts`: what people said of earlier uploads; undefined where there is no store yet. */
export const boundaryKind = (otherKinds: TableKind[], layouts?: LayoutStore): Kind => ({
  approval: 'four eyes',
  mayClose: false,
  exportAs,
  pipeline: (input) => ingest(input, otherKinds, layouts),
  checker: (input) => check(input, otherKinds, layouts),
  remember: async (dataset, said) => layouts?.remember(dataset, said as RememberedLayer[]),
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

async function ingest(input: PipelineInput, otherKinds: TableKind[], layouts: LayoutStore | undefined): Promise<PipelineResult> {
  const [{ runBoundaryIngest }, { toSummary }] = await Promise.all([import('./pipeline.ts'), import('../checks/run.ts')]);
  const { country, files } = input;
  const { columns: said = [], layers: saidOfLayers = [], keepDrawing, remember = true } = toAnswers(input.options);
  const { gazetteer, report, artifacts, levels, bbox, languages, metadata, statedVersion, diff, columns, layers, toRemember, repaired } =
    await runBoundaryIngest(files, await toOptions(input, layouts), { outside: await findGdal(), otherKinds, findSurroundings }, input.onProgress);
  const { encoding, crs, minZoom, maxZoom } = input.options;
  const columnsRead = columnsFile({
    columns,
    layers,
    said: { columns: said, layers: saidOfLayers },
    options: {
      ...(encoding === undefined ? {} : { encoding }),
      ...(crs === undefined ? {} : { crs }),
      ...(minZoom === undefined ? {} : { minZoom }),
      ...(maxZoom === undefined ? {} : { maxZoom }),
      ...(keepDrawing === undefined ? {} : { keepDrawing }),
    },
    files: files.map(({ name, sha256 = '' }) => ({ name, sha256 })),
  });
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
      ...(repaired ? { repair: repaired.summary } : {}),
    },
    artifacts: [...artifacts, columnsRead, reportFile, ...(repaired ? (await import('./repairing/carryOut.ts')).repairFiles(repaired) : [])],
    ...(remember && toRemember.length > 0 ? { remember: toRemember } : {}),
  };
}

function findSurroundings(country: Iso3, box: [number, number, number, number]): Surroundings | null {
  return surroundingsOf(openAtlas(), { country, box, regionOf });
}

/** What the country is called: as ISO 3166 has it, else as its own adm0 unit says, which is all there is for an invented country. */
function toCountryNames(country: Iso3, { levels }: Gazetteer): Record<string, string> {
  const names = levels.find(({ level }) => level === 0)?.units[0]?.names ?? [];
  const own = (lang: string) => names.find((name) => name.lang === lang)?.name ?? names[0]?.name ?? country;
  const listed = (lang: string) => countryName(country, lang);
  return inEach((lang) => (listed(lang) === country ? own(lang) : listed(lang)));
}

/** `codmap check` without a country calls it XXX; the files may tell. */
async function check(input: PipelineInput, otherKinds: TableKind[], layouts: LayoutStore | undefined): Promise<ValidationReport> {
  const { judgeBoundaries } = await import('./pipeline.ts');
  const options = await toOptions(input, layouts);
  const asked = input.country === NO_COUNTRY ? { ...options, country: null, dataset: null } : options;
  const { report, columns, layers } = await judgeBoundaries(input.files, asked, { outside: await findGdal(), otherKinds }, input.onProgress);
  return { ...report, columns, layers };
}

/** What the person says with the upload. @throws InputError `boundaries.answers` */
function toAnswers(options: PipelineInput['options']): BoundaryAnswers {
  const parsed = boundaryAnswers.safeParse(options);
  if (parsed.success) return parsed.data;
  throw refuseFaults('boundaries.answers', 'answers', parsed.error);
}

/** A repair as a file of a version; or plan and decisions as they are kept while people decide. */
function enclosedRepair({ repair, plan, decisions }: NonNullable<PipelineInput['enclosed']>): StoredRepair | undefined {
  const parse = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));
  if (plan && decisions) return { plan: parse(plan), decisions: parse(decisions) } as StoredRepair;
  return repair && (parse(repair) as StoredRepair);
}

async function toOptions(
  { country, dataset, sha256, today, options, previous, exceptions = [], metadata, enclosed = {} }: PipelineInput,
  layouts: LayoutStore | undefined,
): Promise<BoundaryOptions> {
  const { columns = [], layers = [], keepDrawing } = toAnswers(options);
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
    said: { columns, layers },
    keepDrawing,
    remembered: await layouts?.list(dataset),
    minZoom: options.minZoom,
    maxZoom: options.maxZoom,
    repair: enclosedRepair(enclosed),
    outline: enclosed['outline'],
    previous: previous && tables ? { version: previous.version.version, tables } : null,
  };
}
