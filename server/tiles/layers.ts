/** The layers of an archive: units of each level, boundary lines, labels (docs/map.md, Tiles). Attributes are P-codes and names only. */
import type { FeatureTable } from '../contract/admin.ts';
import type { AdminLevel } from '../contract/ids.ts';
import type { GroundLine } from '../contract/maps/ground.ts';
import { arcRingArea, type ArcTable, type RingArcs } from '../geometry/arcs.ts';
import { findSides } from '../geometry/coverage.ts';
import type { ArcPolygons } from '../geometry/levels.ts';
import type { InternedRings } from '../geometry/vertices.ts';
import { emptyBox, polygonFacts, sharedInt32, widen } from './slicing/boxes.ts';
import { NearArcs } from './slicing/coincide.ts';
import type { ValueBuilder } from './encode.ts';
import type { TileGrid } from './grid.ts';
import { namesByLanguage } from './names.ts';
import type { TileLayer } from './slicing/slice.ts';
import { shared } from './slicing/snap.ts';

/** A layer whose zooms are not decided yet. */
export interface Draft extends Omit<TileLayer, 'minZoom' | 'maxZoom' | 'rowMinZooms'> {
  /** Level of each row, with which it begins, where rows of one layer differ; empty where they do not. */
  rowLevels: AdminLevel[];
}

/** Rows of tags as (column, value) pairs; null and empty values are left out. */
export interface Column {
  key: string;
  values: ArrayLike<string | number | boolean | null>;
}

export function tagRows(columns: Column[], rows: number, values: ValueBuilder): { keys: string[]; tags: Uint32Array; tagOffsets: Uint32Array } {
  const tags = new Uint32Array(2 * columns.length * rows);
  const tagOffsets = new Uint32Array(rows + 1);
  let length = 0;
  for (let row = 0; row < rows; row++) {
    for (let key = 0; key < columns.length; key++) {
      const value = columns[key]!.values[row];
      if (value === null || value === undefined || value === '') continue;
      tags[length++] = key;
      tags[length++] = values.id(value);
    }
    tagOffsets[row + 1] = length;
  }
  return { keys: columns.map(({ key }) => key), tags: shared(tags, length), tagOffsets: shared(tagOffsets) };
}

/** A polygon layer. */
export function polygonLayer(name: string, table: ArcTable, boxes: Int32Array, polygons: ArcPolygons, columns: Column[], values: ValueBuilder): Draft {
  return {
    name,
    geometry: 'polygon',
    ...tagRows(columns, polygons.rows.length - 1, values),
    ...polygonFacts(table, boxes, polygons),
    arcs: shared(polygons.arcs),
    rings: shared(polygons.rings),
    polygons: shared(polygons.polygons),
    rows: shared(polygons.rows),
    keepsTiny: true,
    rowLevels: [],
  };
}

/** `admN_pcode`, `admN_name`, `admN_name1`… (one for each of `languages`, see nameColumns) and the parents' codes. */
export function unitColumns(tables: Map<AdminLevel, FeatureTable>, level: AdminLevel, languages: string[]): Column[] {
  const { units } = tables.get(level)!;
  const columns: Column[] = [{ key: `adm${level}_pcode`, values: units.map(({ pcode }) => pcode) }];
  for (const { column, values } of namesByLanguage(units, languages)) columns.push({ key: `adm${level}_name${column || ''}`, values });
  let codes: (string | null)[] = units.map(({ parentPcode }) => parentPcode);
  for (let parent = level - 1; parent >= 0; parent--) {
    columns.push({ key: `adm${parent}_pcode`, values: codes });
    const table = tables.get(parent as AdminLevel);
    if (!table) break;
    const grand = new Map(table.units.map(({ pcode, parentPcode }) => [pcode as string, parentPcode as string | null]));
    codes = codes.map((code) => (code === null ? null : (grand.get(code) ?? null)));
  }
  return columns;
}

/** Which row of `upper` each row of `base` belongs to, by the chain of parent codes; null where any row finds none. */
export function findParents(tables: Map<AdminLevel, FeatureTable>, base: AdminLevel, upper: AdminLevel): Int32Array | null {
  let codes: (string | null)[] = tables.get(base)!.units.map(({ parentPcode }) => parentPcode);
  for (let level = base - 1; level > upper; level--) {
    const between = tables.get(level as AdminLevel);
    if (!between) return null;
    const parents = new Map(between.units.map(({ pcode, parentPcode }) => [pcode as string, parentPcode as string | null]));
    codes = codes.map((code) => (code === null ? null : (parents.get(code) ?? null)));
  }
  const rowOf = new Map(tables.get(upper)!.units.map(({ pcode }, row) => [pcode as string, row]));
  const rows = Int32Array.from(codes, (code) => (code === null ? -1 : (rowOf.get(code) ?? -1)));
  return rows.includes(-1) ? null : rows;
}

/** Rows `first … first+count` of all interned rows, as polygons of their own. */
export function ownPolygons(interned: InternedRings, { arcs, offsets }: RingArcs, first: number, count: number): ArcPolygons {
  const polygon0 = interned.rows[first]!;
  const polygon1 = interned.rows[first + count]!;
  const ring0 = interned.polygons[polygon0]!;
  const ring1 = interned.polygons[polygon1]!;
  const arc0 = offsets[ring0]!;
  const from = (array: Uint32Array, start: number, end: number, less: number) => array.slice(start, end + 1).map((value) => value - less);
  return {
    arcs: arcs.slice(arc0, offsets[ring1]!),
    rings: from(offsets, ring0, ring1, arc0),
    polygons: from(interned.polygons, polygon0, polygon1, ring0),
    rows: from(interned.rows, first, first + count, polygon0),
  };
}

/** The units of one level, and whether they cover the country. */
export interface LevelPolygons {
  level: AdminLevel;
  partial: boolean;
  polygons: ArcPolygons;
  /** Code of each row's parent. */
  parents: (string | null)[];
}

/**
 * Each boundary once. `level` is the highest level it bounds; `outer` marks what has no unit on its other side: the coast and the border
 * of the country, which boundaries of one country alone cannot tell apart; `edge` says which, where its surroundings are known. Lines of one kind are joined where only two of them meet,
 * so that dashes run on.
 * `levels` shallowest first; each with the arcs of its outlines. Holes of the first one narrower than `sliverWidth` grid steps are gaps
 * between neighbours that do not quite meet: their lines are drawn as lines of their deepest level, not as a border of the country.
 * Where the country is laid out across the antimeridian, `seam` is its place there: the parts of a unit that meet along it have no border between.
 * A partial level ends where its data end, which is no border of anything above it: its lines have its own number and are never outer.
 */
export function lineLayer(
  table: ArcTable,
  boxes: Int32Array,
  levels: LevelPolygons[],
  { sliverWidth, seam, edges }: { sliverWidth: number; seam: number | null; edges: ReadonlyMap<number, GroundLine> },
  values: ValueBuilder,
): Draft {
  const complete = levels.filter(({ partial }) => !partial);
  const levelOf = new Int8Array(table.count).fill(-1);
  const deepest = new Int8Array(table.count);
  const sides = new Uint8Array(table.count);
  for (const { level, polygons } of complete) {
    const { left, right } = findSides(table.count, polygons);
    for (const signed of polygons.arcs) {
      const arc = signed >>> 1;
      if (left[arc] === right[arc] && isAlong(table, arc, seam)) continue;
      if (levelOf[arc] === -1) levelOf[arc] = level;
      deepest[arc] = level;
      sides[arc] = sides[arc]! | (signed & 1 ? 2 : 1);
    }
  }
  const slivers = complete[0] ? sliverArcs(table, complete[0].polygons, sliverWidth) : new Uint8Array(table.count);
  const kinds = new Map<string, { level: AdminLevel; outer: boolean; edge: GroundLine | null; arcs: number[] }>();
  const add = (level: AdminLevel, outer: boolean, arc: number) => {
    const edge = outer ? (edges.get(arc) ?? null) : null;
    const key = `${level}${outer}${edge}`;
    const kind = kinds.get(key) ?? { level, outer, edge, arcs: [] };
    kinds.set(key, kind);
    kind.arcs.push(arc);
  };
  for (let arc = 0; arc < table.count; arc++) {
    if (levelOf[arc] === -1) continue;
    const outer = sides[arc] !== 3 && slivers[arc] === 0;
    // What has nothing on its other side bounds the country, whichever levels are there.
    add((outer ? 0 : slivers[arc] ? deepest[arc]! : levelOf[arc]!) as AdminLevel, outer, arc);
  }
  for (const { level, partial, polygons, parents } of levels) {
    if (!partial) continue;
    // Made from another drawing of the same borders, so its edges may run along lines that are there, vertex for vertex beside them.
    const near = new NearArcs(table, sliverWidth);
    for (let arc = 0; arc < table.count; arc++) if (levelOf[arc] !== -1) near.add(arc);
    const { left, right } = findSides(table.count, polygons);
    const parentOf = (row: number) => (row === -1 ? null : parents[row]);
    for (let arc = 0; arc < table.count; arc++) {
      if (levelOf[arc] !== -1 || (left[arc] === -1 && right[arc] === -1)) continue;
      // Lines between units of one parent are the level's own, however near to others they run.
      if (parentOf(left[arc]!) === parentOf(right[arc]!) || !near.isAlong(arc)) add(level, false, arc);
      levelOf[arc] = level;
    }
  }
  const rows = [...kinds.values()].sort((a, b) => a.level - b.level || Number(b.outer) - Number(a.outer) || ((a.edge ?? '') < (b.edge ?? '') ? -1 : 1));
  const chains = rows.map(({ arcs }) => joinArcs(table, arcs));
  const lines = chains.flat();
  const rings = new Uint32Array(new SharedArrayBuffer(4 * (lines.length + 1)));
  lines.forEach((line, i) => (rings[i + 1] = rings[i]! + line.length));
  const ends = new Uint32Array(new SharedArrayBuffer(4 * (rows.length + 1)));
  chains.forEach((list, i) => (ends[i + 1] = ends[i]! + list.length));
  const ringBoxes = sharedInt32(4 * lines.length);
  lines.forEach((line, i) => {
    emptyBox(ringBoxes, i);
    for (const signed of line) widen(ringBoxes, i, boxes, signed >>> 1);
  });
  const rowBoxes = sharedInt32(4 * rows.length);
  rows.forEach((_, row) => {
    emptyBox(rowBoxes, row);
    for (let i = ends[row]!; i < ends[row + 1]!; i++) widen(rowBoxes, row, ringBoxes, i);
  });
  const columns = [
    { key: 'level', values: rows.map(({ level }) => level) },
    { key: 'outer', values: rows.map(({ outer }) => outer) },
    ...(edges.size > 0 ? [{ key: 'edge', values: rows.map(({ edge }) => edge) }] : []),
  ];
  return {
    name: 'lines',
    geometry: 'line',
    ...tagRows(columns, rows.length, values),
    arcs: shared(Uint32Array.from(lines.flat())),
    rings,
    polygons: shared(Uint32Array.from({ length: lines.length + 1 }, (_, i) => i)),
    rows: ends,
    ringBoxes,
    rowBoxes,
    lonely: new Uint8Array(0),
    mainRings: new Uint32Array(0),
    keepsTiny: true,
    rowLevels: rows.map(({ level }) => level),
  };
}

/** Does the arc run north or south at this x? */
function isAlong({ offsets, x }: ArcTable, arc: number, at: number | null): boolean {
  for (let v = offsets[arc]!; v < offsets[arc + 1]!; v++) if (x[v] !== at) return false;
  return true;
}

/** 1 for the arcs of holes that are narrower than `width`. */
function sliverArcs(table: ArcTable, { arcs, rings, polygons }: ArcPolygons, width: number): Uint8Array {
  const slivers = new Uint8Array(table.count);
  for (let polygon = 0; polygon < polygons.length - 1; polygon++) {
    for (let ring = polygons[polygon]! + 1; ring < polygons[polygon + 1]!; ring++) {
      const list = arcs.subarray(rings[ring]!, rings[ring + 1]!);
      // Of a long thin ring, twice the area by the length around is its width.
      const area2 = Math.abs(arcRingArea(table, list, 0, list.length));
      if (area2 / arcsLength(table, list) < width) for (const signed of list) slivers[signed >>> 1] = 1;
    }
  }
  return slivers;
}

function arcsLength({ offsets, x, y }: ArcTable, arcs: Uint32Array): number {
  let length = 0;
  for (const signed of arcs) {
    for (let v = offsets[signed >>> 1]! + 1; v < offsets[(signed >>> 1) + 1]!; v++) length += Math.hypot(x[v]! - x[v - 1]!, y[v]! - y[v - 1]!);
  }
  return length;
}

/** Lists of signed arcs, joined end to end at vertices where just two of the given arcs end. */
function joinArcs({ from, to }: ArcTable, arcs: number[]): number[][] {
  const endings = new Map<number, number[]>();
  const ending = (vertex: number, signed: number) => {
    const list = endings.get(vertex);
    if (list) list.push(signed);
    else endings.set(vertex, [signed]);
  };
  for (const arc of arcs) {
    ending(from[arc]!, arc << 1);
    ending(to[arc]!, (arc << 1) | 1);
  }
  const used = new Set<number>();
  const end = (signed: number) => (signed & 1 ? from : to)[signed >>> 1]!;
  /** The arc that goes on from the end of this one, leaving it in its own direction. */
  const next = (signed: number): number | undefined => {
    const leaving = endings.get(end(signed))!;
    if (leaving.length !== 2) return undefined;
    const other = leaving[0] === (signed ^ 1) ? leaving[1]! : leaving[0]!;
    return used.has(other >>> 1) ? undefined : other;
  };
  const lines: number[][] = [];
  for (const arc of arcs) {
    if (used.has(arc)) continue;
    used.add(arc);
    const line = [arc << 1];
    for (let on = next(line.at(-1)!); on !== undefined; on = next(line.at(-1)!)) {
      line.push(on);
      used.add(on >>> 1);
    }
    const back = [(arc << 1) | 1];
    for (let on = next(back.at(-1)!); on !== undefined; on = next(back.at(-1)!)) {
      back.push(on);
      used.add(on >>> 1);
    }
    lines.push([
      ...back
        .slice(1)
        .reverse()
        .map((signed) => signed ^ 1),
      ...line,
    ]);
  }
  return lines;
}

/** Halvings of the Earth's land and sea that give a unit of this area: 0 the whole Earth, one more for each half. Small is important. */
const EARTH_KM2 = 510_065_622;

/** One point for each unit, where its inscribed circle has its centre. `rank` sorts labels: the smaller, the larger the unit. */
export function labelLayer(tables: FeatureTable[], languages: string[], grid: TileGrid, values: ValueBuilder): Draft {
  const units = tables.flatMap(({ units }) => units);
  const columns: Column[] = [
    { key: 'level', values: units.map(({ level }) => level) },
    { key: 'pcode', values: units.map(({ pcode }) => pcode) },
  ];
  for (const { column, values } of namesByLanguage(units, languages)) columns.push({ key: `name${column || ''}`, values });
  columns.push({ key: 'rank', values: units.map(({ areaSqKm }) => Math.round(Math.log2(EARTH_KM2 / Math.max(areaSqKm, 1e-3)))) });
  const rowBoxes = sharedInt32(4 * units.length);
  units.forEach(({ center: [lon, lat] }, row) => {
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) return emptyBox(rowBoxes, row);
    const x = grid.toX(lon);
    const y = grid.size - grid.toY(lat);
    rowBoxes.set([x, y, x, y], 4 * row);
  });
  return {
    name: 'labels',
    geometry: 'point',
    ...tagRows(columns, units.length, values),
    rowBoxes,
    arcs: new Uint32Array(0),
    rings: new Uint32Array(0),
    polygons: new Uint32Array(0),
    rows: new Uint32Array(0),
    ringBoxes: new Int32Array(0),
    lonely: new Uint8Array(0),
    mainRings: new Uint32Array(0),
    keepsTiny: true,
    rowLevels: units.map(({ level }) => level),
  };
}
