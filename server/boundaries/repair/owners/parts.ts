/**
 * Islands and mainlands stay whole: a part that a ruling line would swallow is given back, and a crumb that it cuts off goes to the
 * neighbour that surrounds it most.
 */
import type { Arrangement } from '../ground/arrange.ts';
import type { Cells } from './cells.ts';
import { eachCellBorder } from './cells.ts';
import type { Rulers } from './rulers.ts';

/** A crumb has less than this share of its part; more would be a part of its own. */
const CRUMB_SHARE = 0.05;
/** Mending one part may cut another; real files need two rounds. */
const MAX_ROUNDS = 6;

/** Parts as drawn: connected faces that one row covers. Node n is a row on a face. */
export interface DrawnParts {
  /** First node of each face; nodes follow the rows of its cover. */
  starts: Int32Array;
  root: Int32Array;
  /** How many faces the part of a root has. */
  faces: Int32Array;
}

/** Changes owners of `cells` where parts would be lost or broken; `order` decides between equals. */
export function keepParts(arrangement: Arrangement, drawn: DrawnParts, cells: Cells, { order, outside }: Pick<Rulers, 'order' | 'outside'>): void {
  const givenBack = new Set<number>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (giveBack(arrangement, cells, drawn, order, givenBack)) continue;
    if (!sweepCrumbs(arrangement, cells, drawn, connectCells(arrangement, cells), order, outside)) return;
  }
}

export function drawnParts({ faces, covers, lines }: Arrangement): DrawnParts {
  const starts = new Int32Array(faces.count + 1);
  for (let face = 0; face < faces.count; face++) starts[face + 1] = starts[face]! + covers[face]!.rows.length;
  const up = Int32Array.from({ length: starts[faces.count]! }, (_, node) => node);
  for (let e = 0; e < lines.count; e++) {
    const [left, right] = [faces.of[2 * e]!, faces.of[2 * e + 1]!];
    const [p, q] = [covers[left]!.rows, covers[right]!.rows];
    for (let i = 0; i < p.length; i++) {
      const j = q.indexOf(p[i]!);
      if (j >= 0) up[rootOf(up, starts[left]! + i)] = rootOf(up, starts[right]! + j);
    }
  }
  const size = new Int32Array(up.length);
  for (let node = 0; node < up.length; node++) size[(up[node] = rootOf(up, node))]! += 1;
  return { starts, root: up, faces: size };
}

function rootOf(up: Int32Array, node: number): number {
  let at = node;
  while (up[at] !== at) at = up[at] = up[up[at]!]!;
  return at;
}

/** Pieces as they are now: connected cells of one owner. Node n is an owner of a cell; a cell that is still an overlap holds the pieces of each owner together. */
interface Pieces {
  /** First node of each cell; nodes follow its owners. */
  starts: Int32Array;
  root: Int32Array;
}

function connectCells(arrangement: Arrangement, cells: Cells): Pieces {
  const { rows } = cells;
  const starts = new Int32Array(rows.length + 1);
  for (let cell = 0; cell < rows.length; cell++) starts[cell + 1] = starts[cell]! + rows[cell]!.length;
  const root = Int32Array.from({ length: starts[rows.length]! }, (_, node) => node);
  eachCellBorder(arrangement, cells, (_from, _to, left, right) => {
    const [p, q] = [rows[left]!, rows[right]!];
    for (let i = 0; i < p.length; i++) {
      const j = q.indexOf(p[i]!);
      if (j >= 0) root[rootOf(root, starts[left]! + i)] = rootOf(root, starts[right]! + j);
    }
  });
  for (let node = 0; node < root.length; node++) root[node] = rootOf(root, node);
  return { starts, root };
}

/** Parts of which nothing is left take their ground back, once. */
function giveBack({ faces, covers }: Arrangement, cells: Cells, drawn: DrawnParts, order: Int32Array, givenBack: Set<number>): boolean {
  const alive = new Set<number>();
  const facesOf = new Map<number, { face: number; row: number }[]>();
  for (let face = 1; face < faces.count; face++) {
    const { rows } = covers[face]!;
    for (let i = 0; i < rows.length; i++) {
      const root = drawn.root[drawn.starts[face]! + i]!;
      if (cells.rows[face]!.includes(rows[i]!)) alive.add(root);
      else {
        const known = facesOf.get(root);
        if (known) known.push({ face, row: rows[i]! });
        else facesOf.set(root, [{ face, row: rows[i]! }]);
      }
    }
  }
  const lost = [...facesOf].filter(([root]) => !alive.has(root) && !givenBack.has(root));
  // The ruling ones first, and each once: two parts on the very same ground cannot both stay.
  lost.sort(([, p], [, q]) => order[p[0]!.row]! - order[q[0]!.row]! || p[0]!.face - q[0]!.face);
  let changed = false;
  for (const [root, own] of lost) {
    // Another part that lies within this one would be lost in its place.
    const held = new Map<number, number>();
    for (const { face } of own) {
      covers[face]!.rows.forEach((row, i) => {
        const other = drawn.root[drawn.starts[face]! + i]!;
        if (cells.rows[face]!.includes(row)) held.set(other, (held.get(other) ?? 0) + 1);
      });
    }
    const swallows = [...held].some(([other, count]) => count === drawn.faces[other]);
    givenBack.add(root);
    if (swallows) continue;
    for (const { face, row } of own) cells.rows[face] = [row];
    changed = true;
  }
  return changed;
}

function sweepCrumbs(arrangement: Arrangement, cells: Cells, drawn: DrawnParts, { starts, root }: Pieces, order: Int32Array, outside: number): boolean {
  const { faces, covers } = arrangement;
  const { areas, rows } = cells;
  const size = new Float64Array(root.length);
  /** Pieces with ground that others have too: nothing has cut them yet. */
  const mixed = new Set<number>();
  for (let cell = 1; cell < rows.length; cell++) {
    for (let node = starts[cell]!; node < starts[cell + 1]!; node++) {
      size[root[node]!]! += areas[cell]!;
      if (rows[cell]!.length > 1) mixed.add(root[node]!);
    }
  }
  /** Pieces that each drawn part has come to lie in, and parts that lie in each piece. */
  const piecesOf = new Map<number, Set<number>>();
  const partsIn = new Map<number, Set<number>>();
  const link = (map: Map<number, Set<number>>, key: number, value: number) => (map.get(key) ?? map.set(key, new Set()).get(key)!).add(value);
  for (let face = 1; face < faces.count; face++) {
    rows[face]!.forEach((row, at) => {
      const i = covers[face]!.rows.indexOf(row);
      if (i < 0) return;
      const part = drawn.root[drawn.starts[face]! + i]!;
      const piece = root[starts[face]! + at]!;
      link(piecesOf, part, piece);
      link(partsIn, piece, part);
    });
  }
  const main = new Map<number, number>();
  for (const [part, pieces] of piecesOf)
    main.set(
      part,
      [...pieces].reduce((best, piece) => (size[piece]! > size[best]! ? piece : best)),
    );
  const crumbs = new Set<number>();
  for (const [part, pieces] of piecesOf) {
    for (const piece of pieces) {
      const whole = [...partsIn.get(piece)!].every((other) => main.get(other) !== piece);
      if (piece !== main.get(part) && whole && !mixed.has(piece) && size[piece]! < CRUMB_SHARE * size[main.get(part)!]!) crumbs.add(piece);
    }
  }
  // What was given to a unit but touches none of its ground.
  for (let cell = faces.count; cell < rows.length; cell++) if (rows[cell]!.length === 1 && !partsIn.has(root[starts[cell]!]!)) crumbs.add(root[starts[cell]!]!);
  if (crumbs.size === 0) return false;
  /** The piece of a cell with one owner; −1 for others. */
  const pieceOf = Int32Array.from(rows, (own, cell) => (own.length === 1 ? root[starts[cell]!]! : -1));
  const takers = longestNeighbour(arrangement, cells, pieceOf, crumbs, order, outside);
  let changed = false;
  for (let cell = 1; cell < rows.length; cell++) {
    const taker = takers.get(pieceOf[cell]!);
    if (taker === undefined) continue;
    rows[cell] = [taker];
    changed = true;
  }
  return changed;
}

function longestNeighbour(
  arrangement: Arrangement,
  cells: Cells,
  pieceOf: Int32Array,
  crumbs: Set<number>,
  order: Int32Array,
  outside: number,
): Map<number, number> {
  const { x, y } = arrangement.vertices;
  const lengths = new Map<number, Map<number, number>>();
  const count = (own: number, other: number, from: number, to: number) => {
    const crumb = pieceOf[own]!;
    const piece = pieceOf[other]!;
    if (!crumbs.has(crumb) || piece < 0 || crumbs.has(piece) || cells.rows[other]![0]! < 0 || cells.rows[other]![0] === outside) return;
    const known = lengths.get(crumb) ?? lengths.set(crumb, new Map()).get(crumb)!;
    const row = cells.rows[other]![0]!;
    known.set(row, (known.get(row) ?? 0) + Math.hypot(x[from]! - x[to]!, y[from]! - y[to]!));
  };
  eachCellBorder(arrangement, cells, (from, to, left, right) => {
    count(left, right, from, to);
    count(right, left, from, to);
  });
  const best = new Map<number, number>();
  for (const [crumb, known] of lengths) best.set(crumb, [...known].sort((p, q) => q[1] - p[1] || order[p[0]]! - order[q[0]]!)[0]![0]);
  return best;
}
