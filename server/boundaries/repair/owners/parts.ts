/**
 * Islands and mainlands stay whole: a part that a ruling line would swallow is given back, and a crumb that it cuts off goes to the
 * neighbour that surrounds it most.
 */
import type { Arrangement } from '../ground/arrange.ts';
import type { Cells } from './cells.ts';
import { eachCellBorder } from './cells.ts';

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
export function keepParts(arrangement: Arrangement, drawn: DrawnParts, cells: Cells, order: Int32Array): void {
  const givenBack = new Set<number>();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (giveBack(arrangement, cells, drawn, order, givenBack)) continue;
    if (!sweepCrumbs(arrangement, cells, drawn, connectCells(arrangement, cells), order)) return;
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

/** Connected cells of one owner: the root of each cell. */
function connectCells(arrangement: Arrangement, cells: Cells): Int32Array {
  const up = Int32Array.from({ length: cells.rows.length }, (_, cell) => cell);
  eachCellBorder(arrangement, cells, (_from, _to, left, right) => {
    const [p, q] = [cells.rows[left]!, cells.rows[right]!];
    if (p.length === 1 && q.length === 1 && p[0] === q[0]) up[rootOf(up, left)] = rootOf(up, right);
  });
  for (let cell = 0; cell < up.length; cell++) up[cell] = rootOf(up, cell);
  return up;
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

function sweepCrumbs(arrangement: Arrangement, cells: Cells, drawn: DrawnParts, now: Int32Array, order: Int32Array): boolean {
  const { faces, covers } = arrangement;
  const { areas } = cells;
  const size = new Float64Array(now.length);
  for (let cell = 1; cell < now.length; cell++) size[now[cell]!]! += areas[cell]!;
  /** Pieces that each drawn part has come to lie in, and parts that lie in each piece. */
  const piecesOf = new Map<number, Set<number>>();
  const partsIn = new Map<number, Set<number>>();
  const link = (map: Map<number, Set<number>>, key: number, value: number) => (map.get(key) ?? map.set(key, new Set()).get(key)!).add(value);
  for (let face = 1; face < faces.count; face++) {
    const owners = cells.rows[face]!;
    const i = owners.length === 1 ? covers[face]!.rows.indexOf(owners[0]!) : -1;
    if (i < 0) continue;
    const part = drawn.root[drawn.starts[face]! + i]!;
    link(piecesOf, part, now[face]!);
    link(partsIn, now[face]!, part);
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
      if (piece !== main.get(part) && whole && size[piece]! < CRUMB_SHARE * size[main.get(part)!]!) crumbs.add(piece);
    }
  }
  // What was given to a unit but touches none of its ground.
  for (let cell = faces.count; cell < now.length; cell++) if (cells.rows[cell]!.length === 1 && !partsIn.has(now[cell]!)) crumbs.add(now[cell]!);
  if (crumbs.size === 0) return false;
  const takers = longestNeighbour(arrangement, cells, now, crumbs, order);
  let changed = false;
  for (let cell = 1; cell < now.length; cell++) {
    const taker = takers.get(now[cell]!);
    if (taker === undefined) continue;
    cells.rows[cell] = [taker];
    changed = true;
  }
  return changed;
}

function longestNeighbour(arrangement: Arrangement, cells: Cells, now: Int32Array, crumbs: Set<number>, order: Int32Array): Map<number, number> {
  const { x, y } = arrangement.vertices;
  const lengths = new Map<number, Map<number, number>>();
  eachCellBorder(arrangement, cells, (from, to, left, right) => {
    for (const [own, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const crumb = now[own]!;
      const rows = cells.rows[other]!;
      if (!crumbs.has(crumb) || now[other] === crumb || crumbs.has(now[other]!) || rows.length !== 1 || rows[0]! < 0) continue;
      const known = lengths.get(crumb) ?? lengths.set(crumb, new Map()).get(crumb)!;
      known.set(rows[0]!, (known.get(rows[0]!) ?? 0) + Math.hypot(x[from]! - x[to]!, y[from]! - y[to]!));
    }
  });
  const best = new Map<number, number>();
  for (const [crumb, known] of lengths) best.set(crumb, [...known].sort((p, q) => q[1] - p[1] || order[p[0]]! - order[q[0]]!)[0]![0]);
  return best;
}
