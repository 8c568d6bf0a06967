/**
 * Faces of noded lines. Line e has two sides: half 2e runs lo → hi, half 2e + 1 back; a face lies left of its halves.
 * Face 0 is the endless one.
 */
import Flatbush from 'flatbush';
import type { Lines } from './lineSet.ts';
import type { Places } from './side.ts';
import { linkHalves, type SortSpokes } from '../../../geometry/overlay/halves.ts';
import { isBefore, sideOf } from './side.ts';

export interface Faces {
  count: number;
  /** Face left of each half. */
  of: Int32Array;
  /** The half that follows on the same outline. */
  next: Int32Array;
  /** Halves of face f: `halves[starts[f] … starts[f + 1]]`. */
  starts: Int32Array;
  halves: Int32Array;
  /** First half of each closed walk (outline or hole), and the face it belongs to. */
  walks: { half: number; face: number; isHole: boolean }[];
}

/** More lines at one vertex than this are sorted by the engine. */
const MANY_SPOKES = 16;
/** How far below a hole the line next to it is looked for at first, in grid steps (about a kilometre), and how much further each time after. */
const BELOW = 1e6;
const FURTHER = 8;

export const tailOf = ({ lo, hi }: Lines, half: number) => (half & 1 ? hi[half >> 1]! : lo[half >> 1]!);
export const headOf = ({ lo, hi }: Lines, half: number) => (half & 1 ? lo[half >> 1]! : hi[half >> 1]!);

export function traceFaces(places: Places, lines: Lines, vertexCount: number): Faces {
  const next = linkHalves({ tail: lines.lo, head: lines.hi, count: lines.count, vertexCount }, exactly(places, lines));
  const component = componentsOf(lines, vertexCount);
  const walkOf = new Int32Array(2 * lines.count).fill(-1);
  const walks: { half: number; isHole: boolean }[] = [];
  for (let start = 0; start < walkOf.length; start++) {
    if (walkOf[start]! >= 0) continue;
    let least = start;
    for (let half = start; walkOf[half] === -1; half = next[half]!) {
      walkOf[half] = walks.length;
      if (isBefore(places, tailOf(lines, half), tailOf(lines, least))) least = half;
    }
    walks.push({ half: least, isHole: !isOutline(places, lines, next, start) });
  }
  const faceOfWalk = new Int32Array(walks.length);
  let count = 1;
  walks.forEach(({ isHole }, walk) => {
    if (!isHole) faceOfWalk[walk] = count++;
  });
  placeHoles(places, lines, walks, walkOf, component, faceOfWalk);
  const of = new Int32Array(walkOf.length);
  for (let half = 0; half < of.length; half++) of[half] = faceOfWalk[walkOf[half]!]!;
  const starts = new Int32Array(count + 1);
  for (const face of of) starts[face + 1]! += 1;
  for (let face = 0; face < count; face++) starts[face + 1]! += starts[face]!;
  const fill = starts.slice();
  const halves = new Int32Array(of.length);
  for (let half = 0; half < of.length; half++) halves[fill[of[half]!]!++] = half;
  return { count, of, next, starts, halves, walks: walks.map((walk, i) => ({ ...walk, face: faceOfWalk[i]! })) };
}

/** Exactly: at a vertex of a repair edges may leave in nearly the same direction. By insertion, as at nearly all vertices three or four lines meet. */
const exactly =
  (places: Places, lines: Lines): SortSpokes =>
  (v, spokes) => {
    if (spokes.length > MANY_SPOKES) {
      spokes.sort((p, q) => compareSpokes(places, v, headOf(lines, p), headOf(lines, q)));
      return;
    }
    for (let i = 1; i < spokes.length; i++) {
      const half = spokes[i]!;
      const head = headOf(lines, half);
      let at = i;
      for (; at > 0 && compareSpokes(places, v, headOf(lines, spokes[at - 1]!), head) > 0; at--) spokes[at] = spokes[at - 1]!;
      spokes[at] = half;
    }
  };

/** Counter-clockwise from the east, exactly. */
function compareSpokes(places: Places, v: number, p: number, q: number): number {
  const upP = isUpper(places, v, p);
  const upQ = isUpper(places, v, q);
  if (upP !== upQ) return upP ? -1 : 1;
  return -sideOf(places, v, p, q);
}

function isUpper({ x, y }: Places, v: number, to: number): boolean {
  return y[to]! > y[v]! || (y[to] === y[v] && x[to]! > x[v]!);
}

function componentsOf({ lo, hi, count }: Lines, vertexCount: number): Int32Array {
  const up = Int32Array.from({ length: vertexCount }, (_, v) => v);
  const root = (v: number) => {
    let at = v;
    while (up[at] !== at) at = up[at] = up[up[at]!]!;
    return at;
  };
  for (let e = 0; e < count; e++) up[root(lo[e]!)] = root(hi[e]!);
  for (let v = 0; v < vertexCount; v++) up[v] = root(v);
  return up;
}

/** Does the walk go round its face counter-clockwise? In numbers of any length, where doubles cannot tell. */
function isOutline({ x, y }: Places, lines: Lines, next: Int32Array, start: number): boolean {
  const origin = tailOf(lines, start);
  const ox = x[origin]!;
  const oy = y[origin]!;
  let sum = 0;
  let size = 0;
  let half = start;
  do {
    const p = tailOf(lines, half);
    const q = headOf(lines, half);
    const plus = (x[p]! - ox) * (y[q]! - oy);
    const minus = (x[q]! - ox) * (y[p]! - oy);
    sum += plus - minus;
    size += Math.abs(plus) + Math.abs(minus);
    half = next[half]!;
  } while (half !== start);
  if (Math.abs(sum) > size * 1e-9) return sum > 0;
  let exact = 0n;
  do {
    const p = tailOf(lines, half);
    const q = headOf(lines, half);
    exact += BigInt(x[p]! - ox) * BigInt(y[q]! - oy) - BigInt(x[q]! - ox) * BigInt(y[p]! - oy);
    half = next[half]!;
  } while (half !== start);
  return exact > 0n;
}

/**
 * Each group of connected lines has one walk around it. It is a hole of the face in which its first vertex lies: the one above the
 * line next below that vertex, or the endless face where nothing is below.
 */
function placeHoles(
  places: Places,
  lines: Lines,
  walks: { half: number; isHole: boolean }[],
  walkOf: Int32Array,
  component: Int32Array,
  faceOfWalk: Int32Array,
): void {
  const { x, y } = places;
  const holes = [...walks.keys()].filter((walk) => walks[walk]!.isHole);
  if (holes.length < 2) return;
  const tree = new Flatbush(lines.count);
  let south = Infinity;
  for (let e = 0; e < lines.count; e++) {
    const a = lines.lo[e]!;
    const b = lines.hi[e]!;
    const low = Math.min(y[a]!, y[b]!);
    south = Math.min(south, low);
    tree.add(Math.min(x[a]!, x[b]!), low, Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!));
  }
  tree.finish();
  /** The walk in whose face a hole lies may itself be a hole, of the same face then. */
  const above = new Int32Array(walks.length).fill(-1);
  for (const walk of holes) {
    const v = tailOf(lines, walks[walk]!.half);
    let best = -1;
    const look = (e: number) => {
      if (component[lines.lo[e]!] === component[v]) return false;
      const west = isBefore(places, lines.lo[e]!, lines.hi[e]!) ? 2 * e : 2 * e + 1;
      const a = tailOf(lines, west);
      const b = headOf(lines, west);
      // Half open, so that one of two lines that meet below the vertex counts; upright lines are seen by their neighbours.
      if (!(x[a]! <= x[v]! && x[v]! < x[b]!) || sideOf(places, a, b, v) <= 0) return false;
      if (best < 0 || isAbove(places, lines, west, best, x[v]!)) best = west;
      return false;
    };
    // A line that passes within what was searched is above all that was not: most holes need not look through a whole country.
    for (let reach = BELOW, top = y[v]!; top >= south; reach *= FURTHER) {
      const low = Math.max(south, y[v]! - reach);
      tree.search(x[v]!, low, x[v]!, top, look);
      if (low === south || (best >= 0 && heightOf(places, lines, best, x[v]!) > low + 1)) break;
      top = low;
    }
    if (best >= 0) above[walk] = walkOf[best]!;
  }
  for (const walk of holes) {
    let at = walk;
    while (at >= 0 && walks[at]!.isHole) at = above[at]!;
    faceOfWalk[walk] = at < 0 ? 0 : faceOfWalk[at]!;
  }
}

function heightOf({ x, y }: Places, lines: Lines, half: number, at: number): number {
  const a = tailOf(lines, half);
  const b = headOf(lines, half);
  return y[a]! + ((y[b]! - y[a]!) * (at - x[a]!)) / (x[b]! - x[a]!);
}

/** Of two lines that run from west to east and both pass `x`, is p above q there? Lines do not cross, so any place that both pass tells. */
function isAbove(places: Places, lines: Lines, p: number, q: number, at: number): boolean {
  const { x } = places;
  const difference = heightOf(places, lines, p, at) - heightOf(places, lines, q, at);
  if (Math.abs(difference) > 1e-3) return difference > 0;
  const [pa, pb, qa, qb] = [tailOf(lines, p), headOf(lines, p), tailOf(lines, q), headOf(lines, q)];
  if (pa !== qa) return x[pa]! >= x[qa]! ? sideOf(places, qa, qb, pa) > 0 : sideOf(places, pa, pb, qa) < 0;
  return x[pb]! <= x[qb]! ? sideOf(places, qa, qb, pb) > 0 : sideOf(places, pa, pb, qb) < 0;
}
