/** The stages of a boundary upload composed: read → normalize → topology → check → tile → export. Bytes in, bytes out. */
import type { FeatureTable, Gazetteer } from '../contract/admin.ts';
import type { LevelCount, Metadata, VersionDiff } from '../contract/datasets/dataset.ts';
import type { ValidationReport } from '../contract/finding.ts';
import { NO_COUNTRY, toBoundariesId, type Iso3, type VersionTag } from '../contract/ids.ts';
import { CHECKS } from './checks/all.ts';
import type { BoundaryJudgement, BoundaryOptions, OnProgress } from './judgement.ts';
import type { TableKind } from '../kinds/kind.ts';
import type { NewArtifact } from '../kinds/summary.ts';
import { applyExceptions } from '../checks/exceptions.ts';
import { runChecks, toReport } from '../checks/run.ts';
import { readUploadTables } from './uploadTables.ts';
import { compareVersions } from './change/compare.ts';
import { toVersionDiff } from './change/diff.ts';
import { changesFile } from './change/file.ts';
import { groundFile, writeArtifacts, writeTileArtifact } from './files/artifacts.ts';
import { toRemember } from './columns/memory.ts';
import { columnFindings, readColumns, readLayers } from './columns/readings.ts';
import { toReadSaid } from './columns/reading.ts';
import { requireNames, resolveSaid, type BoundarySaid } from './columns/said.ts';
import { detectOneCountry } from './normalize/detectCountry.ts';
import { normalizeBoundaries } from './normalize/boundaries.ts';
import type { NormalizedBoundaries } from './normalize/model.ts';
import { joinBoxes } from '../geometry/box.ts';
import { toMetadata } from './normalize/metadata.ts';
import { planLevels } from './normalize/plan.ts';
import { publishLevels, upperLevels } from './normalize/publish.ts';
import type { Limits } from '../formats/limits.ts';
import type { RawLayer, UploadFile } from '../formats/raw.ts';
import type { CarriedOut } from './repairing/carryOut.ts';
import type { OutsideTools } from '../formats/reader.ts';
import { readUpload } from '../formats/upload.ts';
import { mendBase, mendLevels, mendedFinding } from './published/mended.ts';
import { askDrawings, keepDrawings } from './published/drawn.ts';
import { drawingsOf, findLevelShifts, shiftFindings } from './published/shift.ts';
import { judgePublished, tellPublished } from './published/judge.ts';
import type { Surroundings } from '../ground/surroundings.ts';
import { Geos } from '../geometry/overlay/geos.ts';
import { languagesByUse } from '../tiles/names.ts';
import type { TaskRunner } from '../tiles/write.ts';
import { buildCoverage } from '../geometry/coverage.ts';

const NOTHING_SAID: BoundarySaid = { columns: [], layers: [] };

export interface JudgeOptions extends Omit<BoundaryOptions, 'country'> {
  /** null: the files tell. */
  country: Iso3 | null;
}

export interface BoundaryDeps {
  /** Kinds that a table beside the boundaries may be of; without them none is told from a document. */
  otherKinds?: TableKind[];
  outside?: OutsideTools;
  limits?: Partial<Limits>;
  /** Threads for the tiles; one thread where it is left out. */
  runner?: TaskRunner;
  /** What lies around a country, by its box; null where it is on no map. */
  findSurroundings?: (country: Iso3, box: [number, number, number, number]) => Surroundings | null;
}

export interface BoundaryResult extends Pick<BoundaryJudgement, 'columns' | 'layers' | 'toRemember' | 'repaired'> {
  levels: LevelCount[];
  bbox: [number, number, number, number] | null;
  languages: string[];
  statedVersion: string | null;
  metadata: Metadata;
  report: ValidationReport;
  gazetteer: Gazetteer;
  diff: VersionDiff | null;
  artifacts: NewArtifact[];
}

/**
 * Reads and judges an upload; makes no files. Bad data is in the report; only what cannot be read throws
 * (InputError, QuestionError, TooLargeError).
 */
export async function judgeBoundaries(
  files: UploadFile[],
  options: JudgeOptions,
  deps: BoundaryDeps = {},
  onProgress: OnProgress = () => {},
): Promise<BoundaryJudgement> {
  const { encoding, crs, said = NOTHING_SAID, remembered = [], previous, exceptions, reference, today } = options;
  onProgress('read', 0, 1);
  const upload = await readUpload(files, {
    encoding,
    crs,
    said: toReadSaid(said, remembered),
    limits: deps.limits,
    outside: deps.outside,
    onProgress: (done, total) => onProgress('read', done, total),
  });
  const country = options.country ?? detectOneCountry(upload.layers) ?? NO_COUNTRY;
  const repaired = await repairLayers(upload.layers, country, options, onProgress);
  const layers = repaired?.layers ?? upload.layers;
  onProgress('normalize', 0, 1);
  const resolved = resolveSaid(layers, said, remembered);
  const boundaries = normalizeBoundaries(layers, { country, said: resolved });
  requireNames(boundaries.layersRead);
  askDrawings(boundaries, options.keepDrawing ?? []);
  const columns = readColumns(boundaries.layersRead, resolved);
  boundaries.findings.unshift(...columnFindings(columns, boundaries.layersRead, resolved));
  const tables = await readUploadTables(upload, deps.otherKinds ?? []);
  boundaries.findings.unshift(...tables.findings);
  const plan = planLevels(boundaries);
  boundaries.findings.push(...plan.findings);
  onProgress('normalize', 1, 1);

  const { coverage, published, shifts, kept } = await drawLevels(boundaries, plan, onProgress);

  const metadata = { ...toMetadata(boundaries, options.carried), ...options.metadata };
  const context = {
    boundaries,
    coverage,
    published,
    previous: previous?.tables ?? null,
    metadata,
    today,
    reference: reference ?? null,
    gazetteers: tables.gazetteers,
  };
  const results = await runChecks(CHECKS, context, (done, total) => onProgress('check', done, total));
  const levels = boundaries.levels.map(({ level, table }) => ({ level, units: table.units.length }));
  const report = toReport(applyExceptions(results, exceptions ?? []), {
    dataset: options.dataset ?? (country === NO_COUNTRY ? null : toBoundariesId(country)),
    sha256: options.sha256,
    levels,
  });
  return {
    boundaries,
    plan,
    coverage,
    published,
    drawings: drawingsOf(shifts, boundaries.deepestComplete, kept),
    report,
    metadata,
    columns,
    layers: readLayers(boundaries.layersRead, resolved, boundaries.deepestComplete, kept),
    toRemember: toRemember(boundaries, resolved, said, today),
    repaired,
    ignored: upload.ignored,
  };
}

/** Loaded where there is a repair: it and its proof are more code than the rest of an upload needs. */
async function repairLayers(
  layers: RawLayer[],
  country: Iso3,
  { repair, outline, said = NOTHING_SAID, remembered = [] }: JudgeOptions,
  onProgress: OnProgress,
): Promise<CarriedOut | null> {
  if (!repair) return null;
  onProgress('repair', 0, 1);
  const { carryOut } = await import('./repairing/carryOut.ts');
  const repaired = await carryOut(layers, { ...repair, outline }, { country, said: resolveSaid(layers, said, remembered) });
  onProgress('repair', 1, 1);
  return repaired;
}

/** Levels as they are published, and how far that is from what was uploaded; what was mended or kept is added to the findings. */
async function drawLevels(boundaries: NormalizedBoundaries, plan: ReturnType<typeof planLevels>, onProgress: OnProgress) {
  onProgress('topology', 0, 3);
  const geos = await Geos.create();
  const base = mendBase(plan, geos);
  onProgress('topology', 1, 3);
  const coverage = buildCoverage(plan.base, upperLevels(plan));
  onProgress('topology', 2, 3);
  const joined = publishLevels(plan, coverage);
  const drawn = keepDrawings(joined, plan, boundaries, geos);
  const { published, mended } = mendLevels(drawn.published, plan.base.level, geos);
  const shifts = findLevelShifts(
    boundaries,
    published.map((table, at) => (drawn.kept.has(table.level) ? joined[at]! : table)),
  );
  boundaries.findings.push(...[base, ...mended].flatMap(mendedFinding), ...drawn.findings, ...shiftFindings(shifts, boundaries.deepestComplete, drawn.kept));
  onProgress('topology', 3, 3);
  return { coverage, published, shifts, kept: drawn.kept };
}

/** The whole way from uploaded files to the files of a version. */
export async function runBoundaryIngest(
  files: UploadFile[],
  options: BoundaryOptions,
  deps: BoundaryDeps = {},
  onProgress: OnProgress = () => {},
): Promise<BoundaryResult> {
  const judgement = await judgeBoundaries(files, options, deps, onProgress);
  const { boundaries, published, drawings, metadata, plan, columns, layers, toRemember, repaired } = judgement;
  const { country, exceptions = [], previous, today, reference } = options;
  onProgress('judge', 0, 1);
  const still = await judgePublished(
    published,
    {
      country,
      version: options.version ?? boundaries.statedVersion,
      exceptions,
      previous: previous?.tables ?? null,
      metadata,
      today,
      reference: reference ?? null,
    },
    (done, total) => onProgress('judge', done, total),
  );
  const report = tellPublished(judgement.report, still);
  const bbox = bboxOf(published);
  const around = bbox && (deps.findSurroundings?.(country, bbox) ?? null);
  const tiles = await writeTileArtifact(judgement, options, { runner: deps.runner, edgeAt: around?.edgeAt }, onProgress);
  const artifacts = await writeArtifacts(judgement, options, onProgress);
  const changes = previous ? compareVersions(previous.tables, published, { from: previous.version, to: (options.version ?? null) as VersionTag | null }) : null;
  const partial = new Set(plan.partial.map(({ level }) => level));
  return {
    levels: published.map(({ level, units }) => ({
      level,
      units: units.length,
      ...(partial.has(level) ? { partial: true } : {}),
      ...(drawings.has(level) ? { drawing: drawings.get(level)! } : {}),
    })),
    bbox,
    languages: languagesByUse(published),
    statedVersion: boundaries.statedVersion,
    metadata,
    report,
    gazetteer: artifacts.gazetteer,
    diff: changes && previous ? toVersionDiff(changes, previous.tables) : null,
    artifacts: [tiles, ...artifacts.files, ...(around ? [groundFile(around.ground)] : []), ...(changes ? [changesFile(changes)] : [])],
    columns,
    layers,
    toRemember,
    repaired,
  };
}

function bboxOf(tables: FeatureTable[]): BoundaryResult['bbox'] {
  return joinBoxes(tables.flatMap(({ units, geometry }) => units.filter((_, row) => geometry.rows[row] !== geometry.rows[row + 1]).map(({ bbox }) => bbox)));
}
