/**
 * Faces: the pieces into which free edges cut the plane. Each lies in a constant number of units: none (outside, or a gap),
 * one, or more (an overlap).
 */
import Flatbush from 'flatbush';
import { Work } from '../work.ts';
import type { Arrangement } from './node.ts';
import { byAngle, linkHalves } from './halves.ts';

export interface Face {
  /** Closed rings in grid units, x, y, x, y, …: the outline, then what lies in it as separate pieces. */
  rings: Float64Array[];
  /** In square grid units; positive. */
  area: number;
  /** Rows whose interior is not in the face but whose border is. */
  around: number[];
  /** A point strictly inside, in grid units. */
  inside: [number, number];
  /** Edges that have the face on their right, so their owners outside of it. */
  borders: () => number[];
}

export interface Faces {
  /** All faces but the endless one. */
  bounded: Face[];
  /** Per edge: whether the side right of it is the endless outside. */
  outside: Uint8Array;
}

interface Cycle {
  half: number;
  length: number;
  area: number;
  component: number;
}

export function traceFaces(arrangement: Arrangement): Faces {
  const { count, tail, head } = arrangement;
  const nextHalf = linkHalves(arrangement, byAngle(arrangement, arrangement));
  const components = componentsOf(arrangement);
  const outside = new Uint8Array(count);
  const seen = new Uint8Array(2 * count);
  const positive: Cycle[] = [];
  const negative: Cycle[] = [];
  for (let start = 0; start < 2 * count; start++) {
    if (seen[start]) continue;
    let area = 0;
    let length = 0;
    const origin = vertexOf(start);
    const ox = arrangement.x[origin]!;
    const oy = arrangement.y[origin]!;
    for (let half = start; !seen[half]; half = nextHalf[half]!) {
      seen[half] = 1;
      length += 1;
      const p = vertexOf(half);
      const q = vertexOf(half ^ 1);
      area += (arrangement.x[p]! - ox) * (arrangement.y[q]! - oy) - (arrangement.x[q]! - ox) * (arrangement.y[p]! - oy);
    }
    (area > 0 ? positive : negative).push({ half: start, length, area: area / 2, component: components[origin]! });
  }
  const holes = nest(positive, negative);
  const bounded = positive.map((cycle, i) => toFace(cycle, holes.inner[i]!));
  for (const cycle of holes.endless) walk(cycle, (half) => (outside[half >> 1] = half & 1 ? 1 : outside[half >> 1]!));
  return { bounded, outside };

  function vertexOf(half: number): number {
    return half & 1 ? head[half >> 1]! : tail[half >> 1]!;
  }

  function walk(cycle: Cycle, visit: (half: number) => void): void {
    let half = cycle.half;
    for (let i = 0; i < cycle.length; i++) {
      visit(half);
      half = nextHalf[half]!;
    }
  }

  function ringOf(cycle: Cycle): Float64Array {
    const ring = new Float64Array(2 * cycle.length + 2);
    let at = 0;
    walk(cycle, (half) => {
      ring[at++] = arrangement.x[vertexOf(half)]!;
      ring[at++] = arrangement.y[vertexOf(half)]!;
    });
    ring[at] = ring[0]!;
    ring[at + 1] = ring[1]!;
    return ring;
  }

  function toFace(cycle: Cycle, inner: Cycle[]): Face {
    const around = new Set<number>();
    for (const part of [cycle, ...inner]) {
      walk(part, (half) => {
        if (half & 1) around.add(arrangement.owner[half >> 1]!);
      });
    }
    const rings = [cycle, ...inner].map(ringOf);
    const area = inner.reduce((sum, part) => sum + part.area, cycle.area);
    const borders = () => {
      const edges: number[] = [];
      for (const part of [cycle, ...inner]) walk(part, (half) => half & 1 && edges.push(half >> 1));
      return edges;
    };
    return { rings, area, around: [...around].sort((a, b) => a - b), inside: pointInside(rings), borders };
  }

  /** Pieces that lie in a face without touching its outline are its holes. */
  function nest(outer: Cycle[], pieces: Cycle[]): { inner: Cycle[][]; endless: Cycle[] } {
    const inner: Cycle[][] = outer.map(() => []);
    const endless: Cycle[] = [];
    if (outer.length === 0) return { inner, endless: pieces };
    const cyclesAt = new Flatbush(outer.length);
    for (const cycle of outer) {
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      walk(cycle, (half) => {
        const v = vertexOf(half);
        box[0] = Math.min(box[0]!, arrangement.x[v]!);
        box[1] = Math.min(box[1]!, arrangement.y[v]!);
        box[2] = Math.max(box[2]!, arrangement.x[v]!);
        box[3] = Math.max(box[3]!, arrangement.y[v]!);
      });
      cyclesAt.add(box[0]!, box[1]!, box[2]!, box[3]!);
    }
    cyclesAt.finish();
    const locators = new Map<number, RingLocator>();
    const work = new Work('Finding gaps', count, 200);
    for (const piece of pieces) {
      const v = vertexOf(piece.half);
      const x = arrangement.x[v]!;
      const y = arrangement.y[v]!;
      let best = -1;
      const around = cyclesAt.search(x, y, x, y);
      work.spend(around.length);
      for (const i of around) {
        const cycle = outer[i]!;
        if (cycle.component === piece.component || (best >= 0 && outer[best]!.area <= cycle.area)) continue;
        let locator = locators.get(i);
        if (!locator) locators.set(i, (locator = new RingLocator([ringOf(cycle)])));
        work.spend(16);
        if (locator.contains(x, y)) best = i;
      }
      if (best >= 0) inner[best]!.push(piece);
      else endless.push(piece);
    }
    return { inner, endless };
  }
}

function componentsOf({ tail, head, count, vertexCount }: Arrangement): Int32Array {
  const up = Int32Array.from({ length: vertexCount }, (_, i) => i);
  const root = (id: number) => {
    let at = id;
    while (up[at] !== at) at = up[at] = up[up[at]!]!;
    return at;
  };
  for (let e = 0; e < count; e++) up[root(tail[e]!)] = root(head[e]!);
  for (let v = 0; v < vertexCount; v++) up[v] = root(v);
  return up;
}

/** The middle of the widest of a few level cuts: inside even in a sliver, and away from its border. */
export function pointInside(rings: Float64Array[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  const outline = rings[0]!;
  for (let i = 1; i < outline.length; i += 2) {
    low = Math.min(low, outline[i]!);
    high = Math.max(high, outline[i]!);
  }
  let widest = -1;
  let best: [number, number] = [outline[0]!, outline[1]!];
  for (const share of [0.5137, 0.3371, 0.7093, 0.1471, 0.8893]) {
    const y = low + (high - low) * share;
    const cuts: number[] = [];
    for (const ring of rings) {
      for (let i = 3; i < ring.length; i += 2) {
        const y0 = ring[i - 2]!;
        const y1 = ring[i]!;
        if (y0 > y !== y1 > y) cuts.push(ring[i - 3]! + ((y - y0) / (y1 - y0)) * (ring[i - 1]! - ring[i - 3]!));
      }
    }
    cuts.sort((a, b) => a - b);
    for (let i = 1; i < cuts.length; i += 2) {
      const width = cuts[i]! - cuts[i - 1]!;
      if (width > widest) {
        widest = width;
        best = [(cuts[i]! + cuts[i - 1]!) / 2, y];
      }
    }
  }
  return best;
}

/** Point in rings by the even-odd rule; the edges are sorted into level strips, so long rings are asked quickly. */
export class RingLocator {
  #low = Infinity;
  #high = -Infinity;
  #strips: number;
  #starts: Uint32Array;
  /** x0, y0, x1, y1 for each edge of each strip. */
  #edges: Float64Array;

  constructor(rings: Float64Array[]) {
    let total = 0;
    let climb = 0;
    for (const ring of rings) {
      total += ring.length / 2;
      for (let i = 1; i < ring.length; i += 2) {
        this.#low = Math.min(this.#low, ring[i]!);
        this.#high = Math.max(this.#high, ring[i]!);
        if (i > 1) climb += Math.abs(ring[i]! - ring[i - 2]!);
      }
    }
    // A zigzag over the full height would fill every strip with every edge; so the strips are few where edges are long.
    const few = climb > 0 ? (3 * total * (this.#high - this.#low)) / climb : 1;
    this.#strips = Math.max(1, Math.floor(Math.min(4096, total / 16, few)));
    this.#starts = new Uint32Array(this.#strips + 1);
    const each = (visit: (strip: number, ring: Float64Array, i: number) => void) => {
      for (const ring of rings) {
        for (let i = 2; i < ring.length; i += 2) {
          const a = this.#stripOf(ring[i - 1]!);
          const b = this.#stripOf(ring[i + 1]!);
          for (let strip = Math.min(a, b); strip <= Math.max(a, b); strip++) visit(strip, ring, i);
        }
      }
    };
    each((strip) => (this.#starts[strip + 1]! += 1));
    for (let s = 0; s < this.#strips; s++) this.#starts[s + 1]! += this.#starts[s]!;
    const fill = this.#starts.slice();
    this.#edges = new Float64Array(4 * this.#starts[this.#strips]!);
    each((strip, ring, i) => {
      const at = 4 * fill[strip]!++;
      this.#edges[at] = ring[i - 2]!;
      this.#edges[at + 1] = ring[i - 1]!;
      this.#edges[at + 2] = ring[i]!;
      this.#edges[at + 3] = ring[i + 1]!;
    });
  }

  #stripOf(y: number): number {
    const height = this.#high - this.#low;
    return height > 0 ? Math.min(this.#strips - 1, Math.floor(((y - this.#low) / height) * this.#strips)) : 0;
  }

  contains(x: number, y: number): boolean {
    if (!(y >= this.#low && y <= this.#high)) return false;
    const strip = this.#stripOf(y);
    const edges = this.#edges;
    let inside = false;
    for (let i = 4 * this.#starts[strip]!; i < 4 * this.#starts[strip + 1]!; i += 4) {
      const y0 = edges[i + 1]!;
      const y1 = edges[i + 3]!;
      if (y0 > y !== y1 > y && x < edges[i]! + ((y - y0) / (y1 - y0)) * (edges[i + 2]! - edges[i]!)) inside = !inside;
    }
    return inside;
  }
}
