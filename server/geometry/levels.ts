/**
 * Upper levels from the arcs of the deepest one. No overlay: a line belongs to the outline of a unit where that unit lies on one side only,
 * so an outline is what remains of its children's arcs after those used in both directions cancel out.
 */
import { GrowingUint32 } from './growing.ts';
import type { ArcTable } from './arcs.ts';
import { nest } from './nest.ts';
import { Work } from './work.ts';

/** Polygons of units as signed arcs; rings, polygons and rows nest as in GeometryColumn. Shells counter-clockwise, holes clockwise. */
export interface ArcPolygons {
  arcs: Uint32Array;
  rings: Uint32Array;
  polygons: Uint32Array;
  rows: Uint32Array;
}

/**
 * Unites the rows of `base` that have the same unit; `unitOfBase[row]` is −1 for rows that belong to none.
 * Clean input gives simple rings that touch in nodes at most. Where children overlap or leave gaps, their parent keeps the overlap as
 * overlapping parts and the gaps as holes: they are faults of the source, shown as they are.
 */
export function dissolve(table: ArcTable, base: ArcPolygons, unitOfBase: Int32Array, units: number): ArcPolygons {
  const out = new PolygonWriter(table);
  for (const rings of outlines(table, base, unitOfBase, units)) out.writeRow(rings);
  return out.finish();
}

/** The rings of each unit as signed arcs, interior to the left, shells and holes side by side. */
export function* outlines(table: ArcTable, base: ArcPolygons, unitOfBase: Int32Array, units: number): Generator<number[][]> {
  const children = groupRows(unitOfBase, units);
  const outline = new Outline(table);
  for (let unit = 0; unit < units; unit++) {
    for (let i = children.offsets[unit]!; i < children.offsets[unit + 1]!; i++) {
      const row = children.rows[i]!;
      const first = base.rings[base.polygons[base.rows[row]!]!]!;
      const last = base.rings[base.polygons[base.rows[row + 1]!]!]!;
      for (let k = first; k < last; k++) outline.add(base.arcs[k]!);
    }
    yield outline.takeRings();
  }
}

/** Rows by unit, in row order. */
function groupRows(unitOfBase: Int32Array, units: number): { offsets: Uint32Array; rows: Uint32Array } {
  const offsets = new Uint32Array(units + 1);
  for (const unit of unitOfBase) if (unit >= 0) offsets[unit + 1]!++;
  for (let unit = 0; unit < units; unit++) offsets[unit + 1]! += offsets[unit]!;
  const rows = new Uint32Array(offsets[units]!);
  const next = offsets.slice();
  for (let row = 0; row < unitOfBase.length; row++) {
    const unit = unitOfBase[row]!;
    if (unit >= 0) rows[next[unit]!++] = row;
  }
  return { offsets, rows };
}

/** Gathers signed arcs of one unit and links what remains of them into rings. Used for one unit after another. */
class Outline {
  readonly #table: ArcTable;
  /** How often each signed arc was added for the present unit. */
  readonly #uses: Uint16Array;
  readonly #added = new GrowingUint32();
  /** First remaining arc that leaves a vertex (index into #remaining, plus one), and the next one there. */
  readonly #leaving: Int32Array;
  #nextLeaving = new Int32Array(64);
  /** Place of a vertex on the path being walked, plus one. */
  readonly #onPath: Int32Array;
  readonly #work: Work;

  constructor(table: ArcTable) {
    this.#table = table;
    this.#work = new Work('Putting upper levels together', table.x.length, 64);
    this.#uses = new Uint16Array(2 * table.count);
    this.#leaving = new Int32Array(table.vertices);
    this.#onPath = new Int32Array(table.vertices);
  }

  add(signed: number): void {
    if (this.#uses[signed]!++ === 0) this.#added.push(signed);
  }

  /** The rings of what was added, interior to the left; forgets everything for the next unit. */
  takeRings(): number[][] {
    const remaining = this.#cancel();
    this.#index(remaining);
    const rings: number[][] = [];
    for (let i = 0; i < remaining.length; i++) if (remaining[i]! >= 0) this.#walk(remaining, i, rings);
    for (let i = 0; i < this.#added.length; i++) {
      const signed = this.#added.array[i]!;
      this.#uses[signed] = 0;
      this.#leaving[this.#start(signed)] = 0;
    }
    this.#added.length = 0;
    return rings;
  }

  #cancel(): number[] {
    const remaining: number[] = [];
    for (let i = 0; i < this.#added.length; i++) {
      const signed = this.#added.array[i]!;
      // Overlapping children use an arc more than once in one direction; each use is a line of its own, or rings would not close.
      for (let n = this.#uses[signed]! - this.#uses[signed ^ 1]!; n > 0; n--) remaining.push(signed);
    }
    return remaining;
  }

  #index(remaining: number[]): void {
    if (remaining.length > this.#nextLeaving.length) this.#nextLeaving = new Int32Array(remaining.length * 2);
    // From the back, so that arcs leave a vertex in the order in which they were added.
    for (let i = remaining.length - 1; i >= 0; i--) {
      const vertex = this.#start(remaining[i]!);
      this.#nextLeaving[i] = this.#leaving[vertex]!;
      this.#leaving[vertex] = i + 1;
    }
  }

  /** Walks from arc to arc until the path is used up; whenever it meets a vertex again, the loop since then is a ring of its own. */
  #walk(remaining: number[], first: number, rings: number[][]): void {
    const path: number[] = [];
    const starts: number[] = [];
    let at = first;
    for (;;) {
      const signed = remaining[at]!;
      this.#take(remaining, at);
      const start = this.#start(signed);
      path.push(signed);
      starts.push(start);
      this.#onPath[start] = path.length;
      const end = this.#end(signed);
      const seen = this.#onPath[end]!;
      if (seen > 0) {
        rings.push(path.splice(seen - 1));
        for (const vertex of starts.splice(seen - 1)) this.#onPath[vertex] = 0;
        if (path.length === 0) return;
      }
      at = this.#leftmost(remaining, path.at(-1)!, end);
      if (at < 0) {
        // Cannot happen while rings are closed; a broken input loses this path and nothing else.
        for (const vertex of starts) this.#onPath[vertex] = 0;
        return;
      }
    }
  }

  #take(remaining: number[], index: number): void {
    const vertex = this.#start(remaining[index]!);
    let at = this.#leaving[vertex]! - 1;
    if (at === index) this.#leaving[vertex] = this.#nextLeaving[index]!;
    else {
      for (; this.#nextLeaving[at]! - 1 !== index; at = this.#nextLeaving[at]! - 1) this.#work.spend(1);
      this.#nextLeaving[at] = this.#nextLeaving[index]!;
    }
    remaining[index] = -1;
  }

  /** Of the arcs that leave `vertex`, the one that turns most to the left of `arriving`: it keeps to the same piece of the interior. */
  #leftmost(remaining: number[], arriving: number, vertex: number): number {
    let best = this.#leaving[vertex]! - 1;
    if (best < 0 || this.#nextLeaving[best] === 0) return best;
    const [inX, inY] = this.#direction(arriving ^ 1);
    let bestTurn = Infinity;
    for (let at = best; at >= 0; at = this.#nextLeaving[at]! - 1) {
      this.#work.spend(1);
      const [outX, outY] = this.#direction(remaining[at]!);
      // Clockwise angle from the way back, in (0, 2π]: the smallest is the sharpest turn to the left.
      let turn = Math.atan2(inX * -outY + inY * outX, inX * outX + inY * outY);
      if (turn <= 0) turn += 2 * Math.PI;
      if (turn < bestTurn) {
        bestTurn = turn;
        best = at;
      }
    }
    return best;
  }

  /** First step of a signed arc. */
  #direction(signed: number): [x: number, y: number] {
    const { offsets, x, y } = this.#table;
    const arc = signed >>> 1;
    const reversed = (signed & 1) === 1;
    const v = reversed ? offsets[arc + 1]! - 1 : offsets[arc]!;
    const next = reversed ? v - 1 : v + 1;
    return [x[next]! - x[v]!, y[next]! - y[v]!];
  }

  #start(signed: number): number {
    return (signed & 1 ? this.#table.to : this.#table.from)[signed >>> 1]!;
  }

  #end(signed: number): number {
    return (signed & 1 ? this.#table.from : this.#table.to)[signed >>> 1]!;
  }
}

/** Writes rings of units, holes put into their shells. */
class PolygonWriter {
  readonly #table: ArcTable;
  readonly #arcs = new GrowingUint32();
  readonly #rings = new GrowingUint32();
  readonly #polygons = new GrowingUint32();
  readonly #rows = new GrowingUint32();

  constructor(table: ArcTable) {
    this.#table = table;
    for (const offsets of [this.#rings, this.#polygons, this.#rows]) offsets.push(0);
  }

  writeRow(rings: number[][]): void {
    for (const polygon of nest(this.#table, rings)) {
      for (const ring of polygon) {
        for (const signed of ring) this.#arcs.push(signed);
        this.#rings.push(this.#arcs.length);
      }
      this.#polygons.push(this.#rings.length - 1);
    }
    this.#rows.push(this.#polygons.length - 1);
  }

  finish(): ArcPolygons {
    return { arcs: this.#arcs.finish(), rings: this.#rings.finish(), polygons: this.#polygons.finish(), rows: this.#rows.finish() };
  }
}
