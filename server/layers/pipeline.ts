/** A layer from bytes to features, tables and report: read → which part → columns → places → doubts → draw and join → check. Pure: no clock, no disk, no catalogue. */
import { applyExceptions } from '../checks/exceptions.ts';
import { runChecks, toReport } from '../checks/run.ts';
import type { AdminUnit } from '../contract/admin.ts';
import type { Metadata } from '../contract/datasets/dataset.ts';
import type { FindingException, ValidationReport } from '../contract/finding.ts';
import type { AdminLevel, DatasetId, Iso3, VersionTag } from '../contract/ids.ts';
import type { LayerColumn, LayerColumnAnswer, LayerJoin, LayerSaid, LayerShape } from '../contract/overlays/layer.ts';
import { QuestionError } from '../errors.ts';
import type { UploadFile } from '../formats/raw.ts';
import type { OutsideTools } from '../formats/reader.ts';
import { findNumberStyle, parseNumber } from '../formats/tables/numbers.ts';
import { cellText } from '../formats/tables/rawTable.ts';
import type { Geos } from '../geometry/overlay/geos.ts';
import { problemText } from '../words/problems.ts';
import { boxOfAll, drawFeatures, ledgerOf, toRows, type Drawn, type Ground } from './build.ts';
import { layerChecks, type Disagreement, type LayerContext } from './checks.ts';
import type { LayerFacts, LayerTable } from './facts.ts';
import { featuresFile, namesOf, type FeatureRow } from './features.ts';
import { NEAR_M } from './join/shares.ts';
import { chainOf, tableOf } from './join/table.ts';
import { isKept } from './kept.ts';
import { guessTheme, legendOf } from './legend.ts';
import { askDoubt, type LayerQuestion } from './questions.ts';
import { choosePart } from './read/choose.ts';
import { columnOf, PLACES, readLayerColumns } from './read/columns.ts';
import { textsOf } from './read/texts.ts';
import { readParts, refuseNothing, type Part } from './read/parts.ts';
import { statedUnits } from './read/stated.ts';
import { readPlaces, readShapes, type Country, type Places } from './read/places.ts';
import { stacksOf } from './stacks.ts';

export interface LayerOptions {
  country: Iso3;
  dataset: DatasetId;
  sha256: string;
  ground: (Ground & { dataset: DatasetId; version: VersionTag; level: AdminLevel; box: [number, number, number, number] | null }) | null;
  encoding?: string | undefined;
  crs?: string | undefined;
  said: LayerSaid;
  columns: { said: readonly LayerColumnAnswer[]; remembered: readonly LayerColumnAnswer[] };
  metadata: Pick<Metadata, 'source' | 'license' | 'title'>;
  exceptions?: FindingException[] | undefined;
  outside: OutsideTools | undefined;
  geos: () => Promise<Geos>;
}

export interface LayerIngest {
  facts: Omit<LayerFacts, 'served'>;
  table: LayerTable | null;
  features: FeatureRow;
  columns: LayerColumn[];
  questions: LayerQuestion[];
  report: ValidationReport;
}

export type OnProgress = (stage: string, done: number, total: number) => void;

/**
 * @throws InputError `layer.nothing`, `layer.part` and what the readers refuse; QuestionError `layer.no-coordinates` with the columns as they were read,
 * `read.crs`, `read.encoding`
 */
export async function runLayerIngest(files: UploadFile[], options: LayerOptions, onProgress: OnProgress = () => {}): Promise<LayerIngest> {
  const { ground, said } = options;
  const { parts, ignored } = await readParts(files, { ...options, onProgress: (done, total) => onProgress('read', done, total) });
  refuseNothing(parts);
  onProgress('normalize', 0, 1);
  const country: Country | null = ground && {
    holds: (lon, lat) => ground.index.at(lon, lat) >= 0 || ground.index.nearest(lon, lat, NEAR_M) !== null,
    box: ground.box ?? [-180, -90, 180, 90],
  };
  const read = (part: Part) => {
    const columns = readLayerColumns(part, { levels: ground?.levels ?? [], ...options.columns });
    const asked = { mends: said.mends ?? {}, crs: said.crs ?? options.crs };
    return { columns, places: part.geometry ? readShapes(part.geometry, asked, country) : readPlaces(part, columns, asked, country) };
  };
  const { part, shape, columns, places, questions: asked } = choosePart(parts, said.part, read);
  if (!places || !shape) throw new QuestionError('layer.no-coordinates', problemText('layer.no-coordinates'), { details: { columns } });
  const placed = part.rows - places.without.length;
  const questions = [...asked, ...places.doubts.map((doubt) => askDoubt(doubt, placed))];
  const sizes = sizesOf(part, columns);
  const drawn = await drawFeatures({
    shape,
    geometry: places.geometry,
    without: places.without,
    zero: places.zero,
    sizes: sizes?.values ?? null,
    ground,
    geos: options.geos,
    onProgress: (done, total) => onProgress('normalize', done, total),
  });
  return finish({ options, part, shape, columns, places, questions, sizes, drawn, ignored }, onProgress);
}

interface Built {
  options: LayerOptions;
  part: Part;
  shape: LayerShape;
  columns: LayerColumn[];
  places: Places;
  questions: LayerQuestion[];
  sizes: { column: string; values: (number | null)[] } | null;
  drawn: Drawn;
  ignored: LayerContext['ignored'];
}

async function finish({ options, part, shape, columns, places, questions, sizes, drawn, ignored }: Built, onProgress: OnProgress): Promise<LayerIngest> {
  const { ground, said } = options;
  const unitOf = drawn.shares.map(({ units }) => [...units].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? -1);
  const theme = said.theme ?? guessTheme([options.metadata.title, part.file, part.sheet, ...part.columns.map(({ name }) => name)]);
  const classColumn = columnOf(columns, 'class');
  const classes = classColumn < 0 ? null : drawn.rows.map((row) => cellText(part.columns[classColumn]!.cells[row] ?? null));
  const legend = legendOf(classes, drawn.rows.length, shape, theme, said.legend);
  const drawnSizes = sizes && drawn.rows.map((row) => sizes.values[row] ?? null);
  const disagree = disagreements(part, columns, drawn, unitOf, ground);
  const near = drawn.shares.flatMap((shares, i) =>
    [...shares.near.keys()].length > 0 && ground ? [{ row: drawn.rows[i]!, unit: ground.units[[...shares.near.keys()][0]!]! }] : [],
  );
  const stacked = shape === 'points' ? stacksOf(drawn.geometry) : { count: 0, rows: [], places: [] };
  const join: LayerJoin = {
    boundary: ground && { dataset: ground.dataset, version: ground.version, level: ground.level },
    inside: ground ? drawn.shares.filter(({ near: own, units }) => [...units.keys()].some((unit) => !own.has(unit))).length : 0,
    near: toRows(
      near.map(({ row }) => row),
      part.rowNumber,
    ),
    disagree: toRows(
      disagree.map(({ row }) => row),
      part.rowNumber,
    ),
    stacked: { ...stacked, rows: stacked.rows.slice(0, 1000).map((i) => part.rowNumber(drawn.rows[i]!)) },
  };
  const table: LayerTable | null = ground && {
    levels: tableOf({
      shape,
      units: ground.units,
      levels: ground.levels,
      shares: drawn.shares,
      sizes: drawnSizes,
      classes: classes && { of: legend.of, count: legend.entries.length },
      covered: drawn.covered,
    }),
  };
  const report = await judge({ options, part, places, drawn, join, near, disagree, ignored, columns, questions, table }, onProgress);
  const sum = drawnSizes?.reduce<number>((all, value) => all + (value ?? 0), 0) ?? null;
  const titles = namesOf(columns);
  const facts: LayerIngest['facts'] = {
    spec: 1,
    shape,
    theme,
    base: said.base ?? false,
    titles: said.titles ?? {},
    validUntil: said.validUntil ?? null,
    minZoom: said.minZoom ?? 0,
    legend: { column: classColumn < 0 ? null : part.columns[classColumn]!.name, entries: legend.entries },
    size: sizes && { column: sizes.column, max: largestOf(drawnSizes!) },
    columns: columns.flatMap(({ role: { is } }, i) => (isKept(is) ? [{ name: titles[i]!, role: is }] : [])),
    totals: {
      features: drawn.rows.length,
      sum,
      lengthKm: shape === 'lines' ? drawn.extents.reduce((all, metres) => all + metres, 0) / 1000 : null,
      areaKm2: shape === 'areas' ? drawn.extents.reduce((all, km2) => all + km2, 0) : null,
    },
    bbox: boxOfAll(drawn.geometry),
    ledger: ledgerOf(part.rows, drawn, places.without, part.rowNumber),
    join,
    said,
    mended: places.mended,
  };
  const features = featuresFile({
    part,
    columns,
    drawn,
    entries: legend.of,
    sizes: drawnSizes,
    pcodes: unitOf.map((unit) => (unit < 0 || !ground ? null : ground.units[unit]!.pcode)),
  });
  return { facts, table, features, columns, questions, report };
}

const largestOf = (values: readonly (number | null)[]): number => values.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);

function sizesOf(part: Part, columns: readonly LayerColumn[]): Built['sizes'] {
  const column = columnOf(columns, 'size');
  if (column < 0) return null;
  const { name, cells } = part.columns[column]!;
  const style = findNumberStyle(cells.slice(0, 5000));
  const values = cells.map((cell) => {
    const parsed = parseNumber(cell, style);
    return parsed.is === 'number' ? parsed.value : null;
  });
  return { column: name, values };
}

/** Features whose stated unit holds no part of them. */
function disagreements(part: Part, columns: readonly LayerColumn[], drawn: Drawn, unitOf: readonly number[], ground: Ground | null): Disagreement[] {
  const column = columnOf(columns, 'pcode');
  if (column < 0 || !ground) return [];
  const find = statedUnits(ground.levels, part.columns[column]!, textsOf(part.columns[column]!));
  const byCode = new Map(ground.levels.map(({ level, units }) => [level, new Map(units.map((unit) => [unit.pcode as string, unit]))]));
  const chains = new Map<number, AdminUnit[]>();
  const chain = (unit: number) => {
    let own = chains.get(unit);
    if (!own) chains.set(unit, (own = chainOf(ground.units[unit]!, byCode)));
    return own;
  };
  return drawn.rows.flatMap((row, i) => {
    const text = cellText(part.columns[column]!.cells[row] ?? null);
    const stated = text === '' ? [] : find(text);
    if (stated.length === 0 || unitOf[i]! < 0) return [];
    // Of several units with the name any may be meant; where the feature lies in one of them it is that one.
    const isHeld = [...drawn.shares[i]!.units.keys()].some((unit) =>
      chain(unit).some(({ pcode, level }) => stated.some((each) => each.pcode === pcode && each.level === level)),
    );
    // A unit below those of the join is neither confirmed nor denied.
    return isHeld || stated.some(({ level }) => level > ground.units[0]!.level) ? [] : [{ row, stated: text, unit: ground.units[unitOf[i]!]! }];
  });
}

type Judged = Omit<LayerContext, 'ground' | 'written' | 'metadata' | 'dataset'> & {
  options: LayerOptions;
  columns: LayerColumn[];
  questions: LayerQuestion[];
  table: LayerTable | null;
};

async function judge({ options, columns, questions, table, ...context }: Judged, onProgress: OnProgress): Promise<ValidationReport> {
  const at = PLACES.map((is) => columnOf(columns, is)).filter((column) => column >= 0);
  const written = (row: number) =>
    at
      .map((column) => cellText(context.part.columns[column]!.cells[row] ?? null).slice(0, 80))
      .filter(Boolean)
      .join(', ');
  const { ground, metadata, dataset } = options;
  const results = await runChecks(layerChecks, { ...context, ground, metadata, dataset, written }, (done, total) => onProgress('check', done, total));
  const levels = (table?.levels ?? []).map(({ level, rows }) => ({ level, units: rows.filter(({ features }) => (features ?? 0) > 0).length }));
  return toReport(applyExceptions(results, options.exceptions ?? []), { dataset, sha256: options.sha256, levels, questions });
}
