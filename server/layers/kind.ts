/** The pipeline of layers as the job runner and the command line call it: on the current boundaries, with what was said of the version before. */
import { gzipSync } from 'node:zlib';
import { titleOfSlug, toSlug, type AdminLevel } from '../contract/ids.ts';
import { layerColumnAnswer, layerSaid, type LayerColumnAnswer, type LayerSaid } from '../contract/overlays/layer.ts';
import { z } from 'zod';
import { NotFoundError } from '../errors.ts';
import type { ExportRequest, Kind, PipelineInput, PipelineResult, Previous } from '../kinds/kind.ts';
import { carriedMetadata, NO_METADATA, type NewArtifact } from '../kinds/summary.ts';
import { countryName } from '../matching/countries.ts';
import { findGdal } from '../outside/gdal.ts';
import { refuseFaults } from '../words/faults.ts';
import { inEach } from '../words/words.ts';
import { columnsFile, mergeSaid, parseColumnsFile, toRemember } from './columns.ts';
import { layerArtifact, parseFacts, parseTable, type LayerFacts } from './facts.ts';
import type { LayerIngest, LayerOptions } from './pipeline.ts';

/** Larger layers are given to maps as tiles. In bytes, compressed as the web does. */
const MOST_GEOJSON = 1_000_000;
/** What is larger than this before it is compressed is not compressed only to find that out. */
const MOST_TEXT = 16_000_000;

export const layerKind: Kind = {
  approval: 'own',
  mayClose: true,
  toJson: ({ join, rows }) => ({ boundaries: join ?? null, ...(rows === undefined ? {} : { rows }) }),
  exportAs,
  isStale: ({ join }, boundaries) => Promise.resolve(((join as Join | null | undefined)?.version ?? null) !== boundaries),
  pipeline: ingest,
  async checker(input) {
    const { runLayerIngest } = await import('./pipeline.ts');
    const { report, columns } = await runLayerIngest(input.files, await toOptions(input), input.onProgress);
    return { ...report, columns };
  },
};

interface Join {
  dataset: string;
  version: string;
}

/** All its features, or with a level the table of units. @throws NotFoundError `file.unknown` */
async function exportAs({ version, format, level, readArtifact }: ExportRequest): Promise<Uint8Array> {
  const read = async (kind: 'layer' | 'layer-features' | 'layer-units') => readArtifact(layerArtifact(version, kind));
  const { toGeojson, toKml, toTable, unitsTable } = await import('./files.ts');
  const { readFeatures } = await import('./features.ts');
  if (format === 'csv' && level !== null && version.artifacts.some(({ kind }) => kind === 'layer-units')) {
    const { unitsOf } = await import('./table.ts');
    const units = unitsOf(version, parseFacts(await read('layer')), parseTable(await read('layer-units')), level);
    if (units) return unitsTable(units);
  }
  const { title } = version.metadata;
  if (level === null) {
    if (format === 'csv') return toTable(readFeatures(await read('layer-features')));
    if (format === 'geojson') return toGeojson(readFeatures(await read('layer-features')), title);
    if (format === 'kml') return toKml(readFeatures(await read('layer-features')), title);
  }
  throw new NotFoundError(
    'file.unknown',
    `${version.dataset} ${version.version} can be exported as geojson, kml or csv, and with --level as csv for its counts by unit; not as ${format}${level === null ? '' : ` of level ${level}`}.`,
  );
}

async function ingest(input: PipelineInput): Promise<PipelineResult> {
  const [{ runLayerIngest }, { toSummary }, { toGeojson }, { writeFeatures }] = await Promise.all([
    import('./pipeline.ts'),
    import('../checks/run.ts'),
    import('./files.ts'),
    import('./features.ts'),
  ]);
  const { country, dataset, files, onProgress } = input;
  const options = await toOptions(input);
  const made = await runLayerIngest(files, options, onProgress);
  onProgress('export', 0, 1);
  const geojson = toGeojson(made.features, options.metadata.title);
  const isSmall = geojson.length <= MOST_TEXT && gzipSync(geojson).length <= MOST_GEOJSON;
  const facts: LayerFacts = { ...made.facts, served: isSmall ? 'geojson' : 'tiles' };
  const { said, remembered } = options.columns;
  const artifacts: NewArtifact[] = [
    { kind: 'layer', file: `${dataset}.layer.json`, mediaType: 'application/json', bytes: toJson(facts) },
    { kind: 'layer-features', file: `${dataset}.features`, mediaType: 'application/octet-stream', bytes: writeFeatures(made.features) },
    ...(made.table ? [{ kind: 'layer-units' as const, file: `${dataset}.units.json`, mediaType: 'application/json', bytes: toJson(made.table) }] : []),
    columnsFile(made.columns, made.questions, { columns: mergeSaid({ remembered, asked: said }), overlay: options.said }),
    { kind: 'report', file: 'report.json', mediaType: 'application/json', bytes: toJson(made.report) },
  ];
  return {
    summary: {
      countryNames: inEach((lang) => countryName(country, lang)),
      levels: levelsOf(made),
      bbox: made.facts.bbox,
      languages: [],
      metadata: { ...NO_METADATA, ...carriedMetadata(input.previous), ...input.metadata, title: options.metadata.title },
      statedVersion: null,
      report: toSummary(made.report),
      units: [],
      diff: null,
      join: made.facts.join.boundary,
      rows: { ...made.facts.ledger, totals: made.facts.totals },
    },
    artifacts,
  };
}

const toJson = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Units with features, by level. */
function levelsOf({ table }: LayerIngest): { level: AdminLevel; units: number }[] {
  return (table?.levels ?? []).map(({ level, rows }) => ({ level, units: rows.filter(({ features }) => features !== null && features > 0).length }));
}

const answers = z.object({ overlay: layerSaid.optional(), columns: z.array(layerColumnAnswer).max(20_000).optional() });

/** @throws InputError `layer.answers` */
function toAnswers(options: PipelineInput['options']): { overlay: LayerSaid; columns: LayerColumnAnswer[] } {
  const parsed = answers.safeParse({ overlay: options['overlay'], columns: options['columns'] });
  if (!parsed.success) throw refuseFaults('layer.answers', 'answers', parsed.error);
  return { overlay: parsed.data.overlay ?? {}, columns: parsed.data.columns ?? [] };
}

async function toOptions(input: PipelineInput): Promise<LayerOptions> {
  const { country, dataset, sha256, boundaries, previous, exceptions, options, metadata } = input;
  const { overlay, columns } = toAnswers(options);
  const before = await readBefore(previous);
  // What was said of the version before holds where nothing else is said; mistakes of a file are its own.
  const said: LayerSaid = { ...toRemember(before?.overlay ?? {}), ...overlay };
  const title =
    metadata?.title ?? said.titles?.en ?? Object.values(said.titles ?? {})[0] ?? previous?.version.metadata.title ?? titleOfSlug(toSlug(dataset) ?? dataset);
  const { source = '', license = '' } = { ...carriedMetadata(previous), ...metadata };
  return {
    country,
    dataset,
    sha256,
    ground: boundaries && (await openGround(boundaries)),
    encoding: options.encoding,
    crs: options.crs,
    said,
    columns: { said: columns, remembered: before?.columns ?? [] },
    metadata: { title, source, license },
    exceptions,
    outside: await findGdal(),
    geos: async () => (await import('../geometry/overlay/geos.ts')).Geos.create(),
  };
}

async function readBefore(previous: Previous | null): Promise<{ overlay: LayerSaid; columns: LayerColumnAnswer[] } | null> {
  const artifact = previous?.version.artifacts.find(({ kind }) => kind === 'columns');
  return artifact ? parseColumnsFile(await previous!.readArtifact(artifact)).said : null;
}

/** The deepest level that covers the whole country: below a partial one there would be no unit for most features. */
async function openGround({ version, gazetteer, readArtifact }: Previous): Promise<LayerOptions['ground']> {
  const [{ readGeometry }, { indexUnits }] = await Promise.all([import('../catalogue/geometry.ts'), import('./join/units.ts')]);
  const tables = await readGeometry(version, readArtifact);
  const whole = new Set(version.levels.filter(({ partial }) => partial !== true).map(({ level }) => level));
  const table = tables?.filter(({ level }) => whole.has(level)).toSorted((a, b) => b.level - a.level)[0];
  if (!table) return null;
  return {
    dataset: version.dataset,
    version: version.version,
    level: table.level,
    box: version.bbox,
    units: table.units,
    geometry: table.geometry,
    index: indexUnits(table),
    levels: gazetteer,
  };
}
