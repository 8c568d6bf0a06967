/**
 * A plan as places on a map: ground that changes hands, and outlines before and after. From the faces of the repair, on its grid; what a
 * proof says of them it measures itself.
 */
import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import type { GeometryColumn } from '../../contract/admin.ts';
import type { RepairOperation } from '../../contract/boundaries/repair.ts';
import { GRID } from '../../geometry/overlay/edges.ts';
import { accept, NO_DECISIONS } from './decide.ts';
import type { LevelRepair } from './level.ts';
import { nestRings } from './outlines/nest.ts';
import { RingLinker } from './outlines/rings.ts';
import type { Cells } from './owners/cells.ts';
import type { OpenRepair } from './repair.ts';
import type { LevelSession } from './session.ts';

/** All ground of one operation that goes from one unit to another. */
export interface RepairPiece {
  geometry: MultiPolygon;
  properties: {
    op: string;
    level: number;
    /** `filled` was nobody's; `cut` is taken from a unit. */
    what: 'filled' | 'cut';
    /** Keys of units; empty for nobody. */
    from: string;
    to: string;
    /** 1 for what the operation does where the other unit's line rules. */
    turned: 0 | 1;
  };
}

/** All lines of one unit. */
export interface RepairOutline {
  geometry: MultiLineString;
  properties: { key: string; level: number };
}

export interface RepairOutlines {
  before: RepairOutline[];
  after: RepairOutline[];
}

export interface RepairPieces extends RepairOutlines {
  pieces: RepairPiece[];
}

/**
 * Pieces of every operation and offer of the plan, each as if all that is proposed were accepted (offers: as if they were too), once with
 * the proposed lines and, where an operation can be turned, once with all of them turned. Outlines of every unit that an operation names:
 * as drawn, and as everything proposed makes them. Degrees; two numbers for each vertex.
 */
export function repairPieces({ sessions }: OpenRepair): RepairPieces {
  const found: RepairPieces = { pieces: [], before: [], after: [] };
  for (const session of sessions) {
    const { operations, offers, level } = session.plan;
    if (operations.length + offers.length === 0) continue;
    found.pieces.push(...piecesOfParts(session), ...(session.repair ? piecesOfGroups(session, session.repair) : []));
    const rowOf = new Map(session.keys.map((key, row) => [key, row]));
    const rows = new Set([...operations, ...offers].flatMap(({ units }) => units.map((key) => rowOf.get(key)!)));
    const all = accept(operations, NO_DECISIONS, { by: '', at: '' });
    const after = session.apply(all).geometry;
    for (const row of [...rows].sort((p, q) => p - q)) {
      found.before.push(outlineOf(session.table.geometry, row, session.keys[row]!, level));
      found.after.push(outlineOf(after, row, session.keys[row]!, level));
    }
  }
  return found;
}

/** Outlines of the units whose keys are given, of a level before and after; for what people decided. */
export function repairOutlines(levels: { level: number; keys: string[]; before: GeometryColumn; after: GeometryColumn }[], keys: Set<string>): RepairOutlines {
  const found: RepairOutlines = { before: [], after: [] };
  for (const level of levels) {
    level.keys.forEach((key, row) => {
      if (!keys.has(key)) return;
      found.before.push(outlineOf(level.before, row, key, level.level));
      found.after.push(outlineOf(level.after, row, key, level.level));
    });
  }
  return found;
}

function outlineOf({ coords, rings, polygons, rows }: GeometryColumn, row: number, key: string, level: number): RepairOutline {
  const coordinates: Position[][] = [];
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
    const line: Position[] = [];
    for (let v = rings[ring]!; v < rings[ring + 1]!; v++) line.push([coords[2 * v]!, coords[2 * v + 1]!]);
    coordinates.push(line);
  }
  return { geometry: { type: 'MultiLineString', coordinates }, properties: { key, level } };
}

/** Crumbs that may be left out, as they are drawn. */
function piecesOfParts({ parts, table: { geometry, level } }: LevelSession): RepairPiece[] {
  const { coords, rings, polygons } = geometry;
  return parts.map(({ polygon, operation: { id, units } }) => {
    const own: Position[][] = [];
    for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++)
      own.push(Array.from({ length: rings[ring + 1]! - rings[ring]! }, (_, i) => [coords[2 * (rings[ring]! + i)]!, coords[2 * (rings[ring]! + i) + 1]!]));
    return {
      geometry: { type: 'MultiPolygon', coordinates: [own] },
      properties: { op: id, level, what: 'cut', from: units[0]!, to: '', turned: 0 },
    };
  });
}

function piecesOfGroups(session: LevelSession, repair: LevelRepair): RepairPiece[] {
  const { list } = repair.groups;
  const operations = new Map([...session.plan.operations, ...session.plan.offers].map((operation) => [operation.id, operation]));
  const of = (index: number) => operations.get(list[index]!.id)!;
  const isOffer = new Set(session.plan.offers.map(({ id }) => id));
  const choose = (all: boolean, turned: boolean) => list.map(({ id }, index) => ({ accepted: all || !isOffer.has(id), turned: turned && of(index).turnable }));
  const runs = [{ cells: session.proposed!, turned: 0 as const, takes: (operation: RepairOperation) => !isOffer.has(operation.id) }];
  if (list.some(({ id }) => isOffer.has(id))) runs.push({ cells: repair.resolver.resolve(choose(true, false)), turned: 0, takes: ({ id }) => isOffer.has(id) });
  const pieces = runs.flatMap(({ cells, turned, takes }) => piecesOfRun(session, repair, cells, turned, (index) => takes(of(index))));
  const isTurnable = list.some((_, index) => of(index).turnable);
  if (!isTurnable) return pieces;
  return [...pieces, ...piecesOfRun(session, repair, repair.resolver.resolve(choose(true, true)), 1, (index) => of(index).turnable)];
}

function piecesOfRun(
  { keys, plan: { level } }: LevelSession,
  repair: LevelRepair,
  cells: Cells,
  turned: 0 | 1,
  takes: (group: number) => boolean,
): RepairPiece[] {
  const { covers } = repair.prepared.arrangement;
  const { outside } = repair.rulers;
  const polygonOf = cellPolygons(repair, cells);
  const found: RepairPiece[] = [];
  repair.groups.list.forEach(({ id }, index) => {
    if (!takes(index)) return;
    const byMove = new Map<string, RepairPiece>();
    for (const { cell, face } of cells.ofGroup[index]!) {
      const owners = cells.rows[cell]!;
      const to = owners[0];
      if (to === undefined || to < 0 || owners.length > 1) continue;
      const drawn = covers[face]!.rows;
      const label = to === outside ? '' : keys[to]!;
      for (const from of drawn.length === 0 ? [''] : drawn.filter((row) => row !== to && row !== outside).map((row) => keys[row]!)) {
        const name = `${from}\n${to}`;
        let piece = byMove.get(name);
        if (!piece) {
          const what = drawn.length === 0 ? 'filled' : 'cut';
          piece = { geometry: { type: 'MultiPolygon', coordinates: [] }, properties: { op: id, level, what, from, to: label, turned } };
          byMove.set(name, piece);
          found.push(piece);
        }
        piece.geometry.coordinates.push(...polygonOf(cell, face));
      }
    }
  });
  return found;
}

/** Polygons of a cell: a face as it is, or a piece of a gap from its triangles. */
function cellPolygons({ prepared: { arrangement, shapes } }: LevelRepair, cells: Cells): (cell: number, face: number) => Position[][][] {
  const { vertices, faces } = arrangement;
  const { x, y } = vertices;
  const toRing = (ids: number[]): Position[] => [...ids, ids[0]!].map((id) => [x[id]! / GRID, y[id]! / GRID]);
  const base = faces.count;
  const from: number[][] = Array.from({ length: cells.rows.length - base }, () => []);
  const to: number[][] = from.map(() => []);
  for (const { cell, face, piece } of cells.ofGroup.flat()) {
    if (piece < 0) continue;
    const { triangles, pieceOf } = cells.shares.get(face)!;
    const { corners, across } = triangles;
    for (let t = 0; t < triangles.count; t++) {
      if (pieceOf[t] !== piece) continue;
      for (let side = 3 * t; side < 3 * t + 3; side++) {
        if (across[side]! >= 0 && pieceOf[across[side]!] === piece) continue;
        from[cell - base]!.push(corners[side]!);
        to[cell - base]!.push(corners[side % 3 === 2 ? side - 2 : side + 1]!);
      }
    }
  }
  const starts = new Int32Array(from.length + 1);
  from.forEach((own, i) => (starts[i + 1] = starts[i]! + own.length));
  const linker = new RingLinker(vertices, vertices.count, { starts, from: Int32Array.from(from.flat()), to: Int32Array.from(to.flat()) });
  return (cell, face) =>
    cell < base ? [shapes.walks(face).map(toRing)] : nestRings(vertices, linker.rings(cell - base)).map((polygon) => polygon.map(toRing));
}
