/** Boundaries → one PMTiles archive. Pure: threads, if there are to be any, are handed in. */
import type { FeatureTable, GeometryColumn } from '../contract/admin.ts';
import type { AdminLevel } from '../contract/ids.ts';
import { buildArcs, type ArcTable } from '../geometry/arcs.ts';
import { dissolve, type ArcPolygons } from '../geometry/levels.ts';
import { release } from '../geometry/release.ts';
import type { EdgeAt } from '../ground/edges.ts';
import { internVertices } from '../geometry/vertices.ts';
import { ArchiveWriter, type ArchiveSummary, type Sink } from './archive.ts';
import { arcBoxes } from './slicing/boxes.ts';
import { ValueBuilder, type ValueTable } from './encode.ts';
import { EXTENT, findCut, MAX_ZOOM, tileGrid, type TileGrid } from './grid.ts';
import { findParents, labelLayer, lineLayer, ownPolygons, polygonLayer, unitColumns, type Column, type Draft } from './layers.ts';
import { nameColumns } from './names.ts';
import { sortOutline } from './outline.ts';
import { chooseMaxZoom, FIRST_VIEW_BYTES, fitZoom, MAX_TILE_BYTES, planMinZooms, type ZoomPlan } from './plan.ts';
import { firstZooms } from './slicing/simplify.ts';
import type { SliceOptions, TileLayer } from './slicing/slice.ts';
import { moved, shared, type ZoomArcs } from './slicing/snap.ts';
import { BlockCutter, listBlocks, runSnapTasks, type SliceJob, type SnapJob, type TilePack } from './tasks.ts';

/** Levels of one country, shallowest first, as they are published. */
export interface TileLevel {
  table: FeatureTable;
  /** Does not cover the country (CAF adm4): tiled for itself, and nothing is dissolved from it. */
  partial?: boolean;
}

export interface TileOptions {
  minZoom?: number;
  /** Chosen from the spacing of the vertices where it is not given. */
  maxZoom?: number;
  name?: string;
  attribution?: string;
  version?: string;
  /** What the outline is at a place (`edge` of its lines); nothing is said of it where this is left out. */
  edgeAt?: EdgeAt | undefined;
  /** Where the tasks run; on this thread where it is left out. */
  runner?: TaskRunner;
  /** The coordinates given are not needed afterwards: their memory is given back as soon as they are read. */
  consume?: boolean;
  onProgress?: (stage: 'arcs' | 'simplify' | 'tiles' | 'write', done: number, total: number) => void;
}

/** Runs tasks on any number of threads; results may come in any order. */
export interface TaskRunner {
  /** Zooms that are worth having in hand at once. */
  threads: number;
  snap(job: SnapJob, zooms: Uint8Array): Promise<ZoomArcs[]>;
  cut(job: SliceJob, arcs: ZoomArcs[], blocks: Int32Array, done: (pack: TilePack) => void): Promise<void>;
}

export interface TileSummary extends ArchiveSummary {
  minZoom: number;
  maxZoom: number;
  layers: { name: string; features: number; minZoom: number; maxZoom: number }[];
  /** Largest tile before compression, in bytes. */
  largestTile: number;
}

/**
 * Deviation allowed to simplified lines, in tile units. Two are a quarter of a screen pixel at 512 pixels a tile, half of one where the tile
 * is drawn twice as large. At the deepest zoom, which is drawn larger still, one.
 */
const TOLERANCE = 2;
const DEEPEST_TOLERANCE = 1;
/** Where the first view would be too large with the level that most maps are made of, the zooms up to it are drawn this rough at most: half a screen pixel. */
const ROUGHEST = 4;
const MAIN_LEVEL = 2;
/** What a tile holds beyond its sides: 4 screen pixels, so that lines up to 8 wide are not cut at tile borders. */
const BUFFER = 32;
/** Least area of an island in squares of a tile unit, before the deepest zoom: half a screen pixel where the tile is drawn largest. */
const LEAST_ISLAND = 8;
/** Of a single layer as general tile makers have it. */
const SINGLE = { tolerance: 1, buffer: 64, leastIsland: 1 };

/** Gaps narrower than this are faults of drawing, no lakes (at the equator; nearer the poles a little less). */
const SLIVER_M = 150;
const EARTH_M = 40_075_017;

/** Everything before the zooms are decided. */
interface Prepared {
  table: ArcTable;
  boxes: Int32Array;
  grid: TileGrid;
  drafts: Draft[];
  values: ValueTable;
  /** Level of each layer; null for those that go with all zooms. */
  levels: (AdminLevel | null)[];
  /** Language of each name column. */
  languages: string[];
}

/** Layers `adm0`…`admN`, `lines`, `labels`. */
export async function writeTiles(levels: TileLevel[], options: TileOptions, sink: Sink): Promise<TileSummary> {
  const maxZoom = checkZoom(options.maxZoom ?? chooseMaxZoom(levels.map(({ table }) => table.geometry)), options.minZoom ?? 0);
  options.onProgress?.('arcs', 0, 1);
  return finish(prepareLevels(levels, maxZoom, options.edgeAt), options, sink);
}

/**
 * One layer with whatever attributes there are: no lines, no labels, all zooms. For layers that are no levels, and for comparison with
 * general tile makers; like those it leaves out what is smaller than a tile unit.
 */
export async function writeLayer(layer: { name: string; geometry: GeometryColumn; columns: Column[] }, options: TileOptions, sink: Sink): Promise<TileSummary> {
  const maxZoom = checkZoom(options.maxZoom ?? chooseMaxZoom([layer.geometry]), options.minZoom ?? 0);
  return finish(prepareLayer(layer, maxZoom, options.consume ?? false), options, sink);
}

function checkZoom(maxZoom: number, minZoom: number): number {
  if (!Number.isInteger(maxZoom) || !Number.isInteger(minZoom) || minZoom < 0 || maxZoom > MAX_ZOOM || minZoom > maxZoom)
    throw new RangeError(`Zooms must be whole numbers with 0 ≤ min ≤ max ≤ ${MAX_ZOOM}`);
  return maxZoom;
}

function prepareLevels(levels: TileLevel[], maxZoom: number, edgeAt: EdgeAt | undefined): Prepared {
  const grid = tileGrid(maxZoom, findCut(levels.map(({ table }) => table.geometry)));
  const tables = new Map(levels.map(({ table }) => [table.level, table]));
  const base = levels.findLast(({ partial }) => !partial)?.table.level ?? null;
  const parents = new Map(
    levels.flatMap(({ table, partial }) => {
      const rows = base === null || partial || table.level >= base ? null : findParents(tables, base, table.level);
      return rows ? [[table.level, rows] as const] : [];
    }),
  );
  // Only what cannot be dissolved brings its own rings.
  const own = levels.filter(({ table }) => !parents.has(table.level)).map(({ table }) => table);
  const interned = internVertices(
    own.map(({ geometry }) => geometry),
    grid,
  );
  const built = buildArcs(interned);
  const { table, rings, edges } = sortOutline(built.table, built.rings, grid, edgeAt);
  const polygons = new Map<AdminLevel, ArcPolygons>();
  let first = 0;
  for (const { level, units } of own) {
    polygons.set(level, ownPolygons(interned, rings, first, units.length));
    first += units.length;
  }
  for (const [level, rows] of parents) polygons.set(level, dissolve(table, polygons.get(base!)!, rows, tables.get(level)!.units.length));
  const boxes = arcBoxes(table, grid.size);
  const values = new ValueBuilder();
  const languages = nameColumns(levels.map(({ table }) => table));
  const sorted = levels.map(({ table: { level, units }, partial = false }) => ({
    level,
    partial,
    polygons: polygons.get(level)!,
    parents: units.map(({ parentPcode }) => parentPcode),
  }));
  const drafts = sorted.map(({ level, polygons }) => polygonLayer(`adm${level}`, table, boxes, polygons, unitColumns(tables, level, languages), values));
  drafts.push(lineLayer(table, boxes, sorted, { sliverWidth: (SLIVER_M * grid.size) / EARTH_M, seam: grid.cut === -180 ? null : grid.size, edges }, values));
  drafts.push(
    labelLayer(
      levels.map(({ table }) => table),
      languages,
      grid,
      values,
    ),
  );
  return { table, boxes, grid, drafts, values: values.finish(), levels: [...sorted.map(({ level }) => level), null, null], languages };
}

function prepareLayer({ name, geometry, columns }: { name: string; geometry: GeometryColumn; columns: Column[] }, maxZoom: number, consume: boolean): Prepared {
  const grid = tileGrid(maxZoom, findCut([geometry]));
  const values = new ValueBuilder();
  const interned = internVertices([geometry], grid);
  const { table, rings } = buildArcs(interned);
  if (consume) release(geometry.coords);
  release(interned.ids, interned.x, interned.y);
  const polygons: ArcPolygons = { arcs: rings.arcs, rings: rings.offsets, polygons: interned.polygons, rows: interned.rows };
  const boxes = arcBoxes(table, grid.size);
  return {
    table,
    boxes,
    grid,
    drafts: [{ ...polygonLayer(name, table, boxes, polygons, columns, values), keepsTiny: false }],
    values: values.finish(),
    levels: [null],
    languages: [],
  };
}

async function finish({ table, boxes, grid, drafts, values, levels, languages }: Prepared, options: TileOptions, sink: Sink): Promise<TileSummary> {
  const { maxZoom } = grid;
  const minZoom = options.minZoom ?? 0;
  const runner = options.runner ?? ON_THIS_THREAD;
  options.onProgress?.('simplify', 0, 1);
  const extent = worldBox(drafts);
  const fit = Math.max(minZoom, Math.min(maxZoom, fitZoom(extent, grid.size)));
  const isSingle = levels.every((level) => level === null);
  const lines = shareTable(table);
  const simplify = (rough: number): Uint8Array =>
    moved(firstZooms(lines, maxZoom, isSingle ? SINGLE.tolerance : (zoom) => (zoom === maxZoom ? DEEPEST_TOLERANCE : zoom <= fit ? rough : TOLERANCE)));
  const plan = (zooms: Uint8Array) => planMinZooms(drafts, levels, { minZoom, maxZoom, fit, boxes, kept: (zoom) => keptCounts(lines, zooms, zoom) });
  const { zooms: kept, minZooms } = chooseRoughness((rough) => {
    const zooms = simplify(rough);
    return { zooms, ...plan(zooms) };
  });
  const layersFrom = (starts: number[]): TileLayer[] => {
    const startOf = new Map(levels.map((level, i) => [level, starts[i]!]));
    return drafts.map(({ rowLevels, ...draft }, i) => ({
      ...draft,
      minZoom: starts[i]!,
      maxZoom,
      rowMinZooms: shared(Uint8Array.from(rowLevels, (level) => startOf.get(level) ?? minZoom)),
    }));
  };
  const slice: SliceOptions = {
    maxZoom,
    buffer: isSingle ? SINGLE.buffer : BUFFER,
    leastIsland: isSingle ? SINGLE.leastIsland : LEAST_ISLAND,
    worlds: grid.cut === -180 ? 1 : 2,
  };
  const shares = { values: { bytes: shared(values.bytes), offsets: shared(values.offsets) }, options: slice };
  let layers = layersFrom(minZooms);
  /** The deepest level at a zoom that may begin later. */
  const deepestAt = (zoom: number): AdminLevel | null =>
    levels.reduce<AdminLevel | null>(
      (deepest, level, i) => (zoom < maxZoom && (level ?? 0) > Math.max(1, deepest ?? 0) && minZooms[i]! <= zoom ? level : deepest),
      null,
    );
  const count = listBlocks(layers, minZoom, slice).length / 4;
  const writer = new ArchiveWriter();
  let largestTile = 0;
  let done = 0;
  const cut = async (zooms: Uint8Array): Promise<TilePack[]> => {
    const job: SnapJob = { table: lines, zooms: kept, arcZooms: firstZoomOfArcs(lines.count, layers), maxZoom };
    const packs: TilePack[] = [];
    const blocks = blocksOf(listBlocks(layers, minZoom, slice), zooms);
    await runner.cut({ layers, ...shares }, await runner.snap(job, zooms), blocks, (pack) => {
      packs.push(pack);
      options.onProgress?.('tiles', Math.min(++done, count), count);
    });
    return packs;
  };
  const largestOf = (packs: TilePack[]) => packs.reduce((most, { largest }) => Math.max(most, largest), 0);
  // Few zooms at a time, so that the lines of all zooms are never in memory together.
  for (let zoom = maxZoom; zoom >= minZoom; zoom -= runner.threads) {
    const group = Uint8Array.from({ length: Math.min(runner.threads, zoom - minZoom + 1) }, (_, i) => zoom - i);
    let packs = await cut(group);
    for (const one of group) {
      // What the plan could not foresee (lines of levels drawn apart gain vertices where they are snapped together): the deepest level waits.
      const own = () => packs.filter((pack) => pack.zoom === one);
      for (let late = deepestAt(one); late !== null && largestOf(own()) > MAX_TILE_BYTES; late = deepestAt(one)) {
        minZooms[levels.indexOf(late)] = one + 1;
        layers = layersFrom(minZooms);
        packs = [...packs.filter((pack) => pack.zoom !== one), ...(await cut(Uint8Array.of(one)))];
      }
    }
    for (const pack of packs) writer.add(pack.ids, pack.lengths, pack.bytes);
    largestTile = Math.max(largestTile, largestOf(packs));
  }
  options.onProgress?.('write', 0, 1);
  const summary = await writer.write(archiveHeader(extent, grid, minZoom, fit), metadata(options, layers, languages), sink);
  const described = layers.map(({ name, tagOffsets, minZoom, maxZoom }) => ({ name, features: tagOffsets.length - 1, minZoom, maxZoom }));
  return { ...summary, minZoom, maxZoom, largestTile, layers: described };
}

/**
 * The finest lines with which the first view holds the main level; where even the roughest are too much for that, the finest with which
 * adm0 and adm1 fit; else the roughest (a country of islands and fjords).
 */
function chooseRoughness<T extends Pick<ZoomPlan, 'firstView'>>(draw: (rough: number) => T): T {
  const fits = ({ firstView }: T, deepest: number) => [...firstView].every(([level, bytes]) => level > deepest || bytes <= FIRST_VIEW_BYTES);
  const tries: T[] = [];
  for (let rough = TOLERANCE; rough <= ROUGHEST; rough++) {
    const drawn = draw(rough);
    if (fits(drawn, MAIN_LEVEL)) return drawn;
    tries.push(drawn);
  }
  return tries.find((drawn) => fits(drawn, 1)) ?? tries.at(-1)!;
}

function shareTable({ count, vertices, offsets, x, y, from, to }: ArcTable): ArcTable {
  release(from, to);
  return { count, vertices, offsets: moved(offsets), x: moved(x), y: moved(y), from: new Int32Array(0), to: new Int32Array(0) };
}

/** The blocks of some zooms. */
function blocksOf(blocks: Int32Array, zooms: Uint8Array): Int32Array {
  const out: number[] = [];
  for (let i = 0; i < blocks.length; i += 4) if (zooms.includes(blocks[i]!)) out.push(...blocks.subarray(i, i + 4));
  return Int32Array.from(out);
}

/** The first zoom at which a layer draws each arc. */
function firstZoomOfArcs(count: number, layers: TileLayer[]): Uint8Array {
  const first = shared(new Uint8Array(count).fill(255));
  for (const { arcs, rings, polygons, rows, minZoom, rowMinZooms } of layers) {
    for (let row = 0; row < rows.length - 1; row++) {
      const zoom = rowMinZooms[row] ?? minZoom;
      const end = rings[polygons[rows[row + 1]!]!]!;
      for (let i = rings[polygons[rows[row]!]!]!; i < end; i++) if (zoom < first[arcs[i]! >>> 1]!) first[arcs[i]! >>> 1] = zoom;
    }
  }
  return first;
}

/** How many vertices of each arc a zoom keeps. */
function keptCounts({ count, offsets }: ArcTable, zooms: Uint8Array, zoom: number): Uint32Array {
  const kept = new Uint32Array(count);
  for (let arc = 0; arc < count; arc++) for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) if (zooms[v]! <= zoom) kept[arc]!++;
  return kept;
}

/** west, north, east, south of all rows, in grid steps, y to the south. */
function worldBox(layers: Draft[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { rowBoxes } of layers) {
    for (let i = 0; i < rowBoxes.length; i += 4) {
      if (rowBoxes[i + 2]! < rowBoxes[i]!) continue;
      box[0] = Math.min(box[0], rowBoxes[i]!);
      box[1] = Math.min(box[1], rowBoxes[i + 1]!);
      box[2] = Math.max(box[2], rowBoxes[i + 2]!);
      box[3] = Math.max(box[3], rowBoxes[i + 3]!);
    }
  }
  return box[0] > box[2] ? [0, 0, 0, 0] : box;
}

function archiveHeader([west, north, east, south]: [number, number, number, number], grid: TileGrid, minZoom: number, fit: number) {
  const crosses = east > grid.size;
  const center: [number, number, number] = [grid.toLon((west + east) / 2), grid.toLat(grid.size - (north + south) / 2), fit];
  // Readers know no box that crosses the antimeridian; such a country is said to reach around.
  const bounds: [number, number, number, number] = [
    crosses ? -180 : grid.toLon(west),
    grid.toLat(grid.size - south),
    crosses ? 180 : grid.toLon(east),
    grid.toLat(grid.size - north),
  ];
  return { minZoom, maxZoom: grid.maxZoom, bounds, center };
}

const NUMBERS = new Set(['level', 'rank']);

function metadata(options: TileOptions, layers: TileLayer[], languages: string[]): object {
  const fieldType = (key: string) => (NUMBERS.has(key) ? 'Number' : key === 'outer' ? 'Boolean' : 'String');
  return {
    name: options.name ?? 'boundaries',
    ...(options.version ? { version: options.version } : {}),
    ...(options.attribution ? { attribution: options.attribution } : {}),
    type: 'overlay',
    format: 'pbf',
    generator: 'codmap',
    vector_layers: layers.map(({ name, minZoom, maxZoom, keys }) => ({
      id: name,
      minzoom: minZoom,
      maxzoom: maxZoom,
      fields: Object.fromEntries(keys.map((key) => [key, fieldType(key)])),
    })),
    // Language of `name`, `name1`, …, in this order.
    ...(languages.length > 0 ? { languages } : {}),
    extent: EXTENT,
  };
}

/** One task after another. */
export const ON_THIS_THREAD: TaskRunner = {
  threads: 1,
  async snap(job, zooms) {
    const arcs: ZoomArcs[] = [];
    let next = 0;
    runSnapTasks(
      job,
      zooms,
      () => next++,
      (one) => arcs.push(one),
    );
    return arcs;
  },
  async cut(job, arcs, blocks, done) {
    const cutter = new BlockCutter(job, arcs);
    for (let task = 0; task < blocks.length / 4; task++) done(cutter.cut(blocks, task));
  },
};
