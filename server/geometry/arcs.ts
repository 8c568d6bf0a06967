/**
 * Rings → shared arcs, each stored once. A vertex is a node where two visits of it have different neighbours: there three or more
 * lines meet, or a line begins to be shared. Between nodes a line is shared as a whole or not at all.
 * The idea is TopoJSON's (Bostock), on typed arrays.
 */
import { GrowingUint32 } from './growing.ts';
import { release } from './release.ts';
import type { InternedRings } from './vertices.ts';
import { Work } from './work.ts';

/** Arc a owns vertices `offsets[a] … offsets[a+1]` of `x`, `y`, both end nodes included; a ring without nodes is one closed arc. */
export interface ArcTable {
  count: number;
  offsets: Uint32Array;
  x: Int32Array;
  y: Int32Array;
  /** Vertex ids of both ends. */
  from: Int32Array;
  to: Int32Array;
  /** Number of vertex ids in use. */
  vertices: number;
}

/** Rings as signed arcs, `arc << 1 | reversed`: ring r owns `arcs[offsets[r] … offsets[r+1]]`. The interior lies to the left. */
export interface RingArcs {
  arcs: Uint32Array;
  offsets: Uint32Array;
}

export function buildArcs(interned: InternedRings): { table: ArcTable; rings: RingArcs } {
  const isNode = findNodes(interned);
  const builder = new ArcBuilder(interned);
  const { ids, rings } = interned;
  const arcs = new GrowingUint32();
  const offsets = new GrowingUint32();
  offsets.push(0);
  for (let ring = 0; ring < rings.length - 1; ring++) {
    const start = rings[ring]!;
    const end = rings[ring + 1]!;
    let first = start;
    while (first < end && isNode[ids[first]!] === 0) first++;
    if (first === end) arcs.push(builder.closed(start, end));
    else {
      // From node to node, once around.
      let at = first;
      do {
        let next = at + 1 === end ? start : at + 1;
        let steps = 1;
        while (isNode[ids[next]!] === 0) {
          next = next + 1 === end ? start : next + 1;
          steps++;
        }
        arcs.push(builder.between(start, end, at, steps));
        at = next;
      } while (at !== first);
    }
    offsets.push(arcs.length);
  }
  const table = builder.finish();
  release(isNode);
  const ringArcs = { arcs: arcs.finish(), offsets: offsets.finish() };
  orient(table, ringArcs, interned);
  return { table, rings: ringArcs };
}

function findNodes({ ids, rings, count }: InternedRings): Uint8Array {
  const isNode = new Uint8Array(count);
  const before = new Int32Array(count).fill(-1);
  const after = new Int32Array(count);
  for (let ring = 0; ring < rings.length - 1; ring++) {
    const start = rings[ring]!;
    const end = rings[ring + 1]!;
    let previous = ids[end - 1]!;
    let id = ids[start]!;
    for (let i = start; i < end; i++) {
      const next = ids[i + 1 < end ? i + 1 : start]!;
      const a = before[id]!;
      if (a === -1) {
        before[id] = previous;
        after[id] = next;
      } else {
        const b = after[id]!;
        if (!((a === previous && b === next) || (a === next && b === previous))) isNode[id] = 1;
      }
      // A spike (there and back on itself) turns at a node, so that both ways are one arc.
      if (previous === next) isNode[id] = 1;
      previous = id;
      id = next;
    }
  }
  release(before, after);
  return isNode;
}

class ArcBuilder {
  readonly #interned: InternedRings;
  #count = 0;
  /** First edge of each arc in its stored direction: it identifies the arc, because no two arcs leave a node by the same edge. */
  #edgeFrom = new Int32Array(1 << 12);
  #edgeTo = new Int32Array(1 << 12);
  #slots = new Int32Array(1 << 14);
  readonly #offsets = new GrowingUint32();
  #ids: Int32Array;
  #length = 0;
  readonly #work: Work;

  constructor(interned: InternedRings) {
    this.#interned = interned;
    this.#work = new Work('Finding shared lines', interned.ids.length, 64);
    this.#ids = new Int32Array(Math.ceil(interned.count * 1.25) + 1024);
    this.#offsets.push(0);
  }

  /** The arc of a whole ring without nodes, begun at its smallest vertex id so that both neighbours name the same arc. */
  closed(start: number, end: number): number {
    const { ids } = this.#interned;
    let least = start;
    for (let i = start + 1; i < end; i++) if (ids[i]! < ids[least]!) least = i;
    const next = ids[least + 1 === end ? start : least + 1]!;
    const previous = ids[least === start ? end - 1 : least - 1]!;
    const reversed = previous < next;
    return this.#arc(start, end, least, end - start, reversed, ids[least]!, reversed ? previous : next);
  }

  /** The arc of `steps` edges from the node at `at`. */
  between(start: number, end: number, at: number, steps: number): number {
    const { ids } = this.#interned;
    const length = end - start;
    const last = at + steps >= end ? at + steps - length : at + steps;
    const from = ids[at]!;
    const to = ids[last]!;
    const second = ids[at + 1 === end ? start : at + 1]!;
    const beforeLast = ids[last === start ? end - 1 : last - 1]!;
    const reversed = from > to || (from === to && second > beforeLast);
    return this.#arc(start, end, at, steps, reversed, reversed ? to : from, reversed ? beforeLast : second);
  }

  #arc(start: number, end: number, at: number, steps: number, reversed: boolean, edgeFrom: number, edgeTo: number): number {
    const mask = this.#slots.length - 1;
    let slot = edgeHash(edgeFrom, edgeTo) & mask;
    for (;;) {
      const arc = this.#slots[slot]! - 1;
      if (arc < 0) break;
      if (this.#edgeFrom[arc] === edgeFrom && this.#edgeTo[arc] === edgeTo) return (arc << 1) | (reversed ? 1 : 0);
      slot = (slot + 1) & mask;
      this.#work.spend(1);
    }
    const arc = this.#add(slot, edgeFrom, edgeTo);
    this.#reserve(steps + 1);
    const { ids } = this.#interned;
    const length = end - start;
    for (let step = 0; step <= steps; step++) {
      const i = at + (reversed ? steps - step : step);
      this.#ids[this.#length++] = ids[i >= end ? i - length : i]!;
    }
    this.#offsets.push(this.#length);
    return (arc << 1) | (reversed ? 1 : 0);
  }

  #add(slot: number, edgeFrom: number, edgeTo: number): number {
    if (this.#count === this.#edgeFrom.length) {
      this.#edgeFrom = doubled(this.#edgeFrom);
      this.#edgeTo = doubled(this.#edgeTo);
    }
    const arc = this.#count++;
    this.#edgeFrom[arc] = edgeFrom;
    this.#edgeTo[arc] = edgeTo;
    this.#slots[slot] = arc + 1;
    if (this.#count * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 2);
      const mask = this.#slots.length - 1;
      for (let i = 0; i < this.#count; i++) {
        let free = edgeHash(this.#edgeFrom[i]!, this.#edgeTo[i]!) & mask;
        while (this.#slots[free] !== 0) free = (free + 1) & mask;
        this.#slots[free] = i + 1;
      }
    }
    return arc;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#ids.length) return;
    const grown = new Int32Array(Math.max(Math.ceil(this.#ids.length * 1.5), this.#length + more));
    grown.set(this.#ids);
    this.#ids = grown;
  }

  finish(): ArcTable {
    const { x, y, count: vertices } = this.#interned;
    const ids = this.#ids;
    const offsets = this.#offsets.finish();
    const arcX = new Int32Array(this.#length);
    const arcY = new Int32Array(this.#length);
    for (let i = 0; i < this.#length; i++) {
      arcX[i] = x[ids[i]!]!;
      arcY[i] = y[ids[i]!]!;
    }
    const from = new Int32Array(this.#count);
    const to = new Int32Array(this.#count);
    for (let arc = 0; arc < this.#count; arc++) {
      from[arc] = ids[offsets[arc]!]!;
      to[arc] = ids[offsets[arc + 1]! - 1]!;
    }
    release(ids, this.#slots, this.#edgeFrom, this.#edgeTo);
    return { count: this.#count, offsets, x: arcX, y: arcY, from, to, vertices };
  }
}

/** Turns rings so that each has its unit on the left: shells counter-clockwise, holes clockwise, where y grows to the north. */
function orient(table: ArcTable, { arcs, offsets }: RingArcs, { polygons }: InternedRings): void {
  for (let polygon = 0; polygon < polygons.length - 1; polygon++) {
    const shell = polygons[polygon]!;
    for (let ring = shell; ring < polygons[polygon + 1]!; ring++) {
      const start = offsets[ring]!;
      const end = offsets[ring + 1]!;
      if (arcRingArea(table, arcs, start, end) >= 0 === (ring === shell)) continue;
      for (let i = start, j = end - 1; i <= j; i++, j--) {
        const swap = arcs[i]! ^ 1;
        arcs[i] = arcs[j]! ^ 1;
        arcs[j] = swap;
      }
    }
  }
}

/** Twice the signed area of the ring made of signed arcs `start … end`, in square grid units. */
export function arcRingArea({ offsets, x, y }: ArcTable, arcs: ArrayLike<number>, start: number, end: number): number {
  let sum = 0;
  let originX = 0;
  let originY = 0;
  let px = 0;
  let py = 0;
  for (let i = start; i < end; i++) {
    const arc = arcs[i]! >>> 1;
    const reversed = (arcs[i]! & 1) === 1;
    const first = offsets[arc]!;
    const last = offsets[arc + 1]! - 1;
    const step = reversed ? -1 : 1;
    let v = reversed ? last : first;
    if (i === start) {
      originX = x[v]!;
      originY = y[v]!;
    }
    // The first vertex of an arc is the last of the one before.
    for (let left = last - first; left > 0; left--) {
      v += step;
      const nx = x[v]! - originX;
      const ny = y[v]! - originY;
      sum += px * ny - nx * py;
      px = nx;
      py = ny;
    }
  }
  return sum;
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2);
  grown.set(array);
  return grown;
}

function edgeHash(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
