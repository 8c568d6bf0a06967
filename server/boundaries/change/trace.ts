/**
 * The pieces into which the borders of two versions cut the ground: each lies in one old unit and in one new unit, or in none of a version.
 * Signed areas of their outlines and holes add up to the ground that two units share.
 */
import type { FeatureTable } from '../../contract/admin.ts';
import type { VertexTable } from '../../geometry/overlay/edges.ts';
import { pointInside } from '../../geometry/overlay/faces.ts';
import { byAngle, linkHalves } from '../../geometry/overlay/halves.ts';
import { UnitLocator } from '../../geometry/overlay/locate.ts';
import { CHANGE_GRID, type LabelledEdges } from './edges.ts';

const RADIANS = Math.PI / 180;
const SEMI_MAJOR_M = 6_378_137;
const ECCENTRICITY = Math.sqrt(0.006_694_379_990_14);
/** Smaller pieces in doubt, in m², are rounding: it does not matter whose they are. */
const DOUBT_M2 = 1;
/** Overlaps with units that did not change are said from this size, in m². */
const LEAST_TWICE_M2 = 10_000;

/** No edge of the version lies on the piece. */
const UNKNOWN = -2;

/** What the edges around a piece say of the unit that it lies in: the one that most of the length says. */
class Vote {
  label = UNKNOWN;
  #weight = 0;
  isTorn = false;

  clear(): void {
    this.label = UNKNOWN;
    this.#weight = 0;
    this.isTorn = false;
  }

  add(label: number, length: number): void {
    if (this.label === UNKNOWN) this.label = label;
    if (this.label === label) {
      this.#weight += length;
      return;
    }
    this.isTorn = true;
    this.#weight -= length;
    if (this.#weight >= 0) return;
    this.label = label;
    this.#weight = -this.#weight;
  }
}

/** Outlines (area > 0) and holes (area < 0) of pieces. */
export interface Cycles {
  count: number;
  /** m², equal-area (EPSG:6933). */
  area: Float64Array;
  /** Metres, near enough. */
  length: Float64Array;
  old: Int32Array;
  now: Int32Array;
  /** Closed ring in steps of the grid. */
  ring(cycle: number): Float64Array;
}

export interface Traced {
  cycles: Cycles;
  /** Ground that several units of a version claim, m². */
  overlapM2: { before: number; after: number };
  /** Pieces about which their edges disagree, m². */
  tornM2: number;
}

export function traceCycles(vertices: VertexTable, edges: LabelledEdges, before: FeatureTable, after: FeatureTable): Traced {
  const halves = { tail: edges.lo, head: edges.hi, count: edges.count, vertexCount: vertices.count };
  const next = linkHalves(halves, byAngle(halves, vertices), (e) => edges.isAlive(e));
  const q = authalicOf(vertices);
  const { x, y } = vertices;
  const { lo, hi, labels, count } = edges;
  const seen = new Uint8Array(2 * count);
  const store = new CycleStore(count / 4 + 16);
  const starts: number[] = [];
  const doubtful: number[] = [];
  const votes = [new Vote(), new Vote()] as const;
  for (let start = 0; start < 2 * count; start++) {
    if (seen[start] || !edges.isAlive(start >> 1)) continue;
    votes[0].clear();
    votes[1].clear();
    let area = 0;
    let length = 0;
    const origin = start & 1 ? hi[start >> 1]! : lo[start >> 1]!;
    const ox = x[origin]!;
    const oq = q[origin]!;
    for (let half = start; !seen[half]; half = next[half]!) {
      seen[half] = 1;
      const e = half >> 1;
      const turned = half & 1;
      const a = turned ? hi[e]! : lo[e]!;
      const b = turned ? lo[e]! : hi[e]!;
      area += (x[a]! - ox) * (q[b]! - oq) - (x[b]! - ox) * (q[a]! - oq);
      const long = Math.hypot((x[a]! - x[b]!) * Math.cos((y[a]! / CHANGE_GRID) * RADIANS), y[a]! - y[b]!);
      length += long;
      if (edges.isDrawn(e, 0)) votes[0].add(labels[4 * e + turned]!, long);
      if (edges.isDrawn(e, 1)) votes[1].add(labels[4 * e + 2 + turned]!, long);
    }
    const areaM2 = ((area / CHANGE_GRID) * RADIANS * SEMI_MAJOR_M * SEMI_MAJOR_M) / 4;
    const cycle = store.add(areaM2, (length / CHANGE_GRID) * 111_195, votes[0].label, votes[1].label);
    starts.push(start);
    const isTorn = votes[0].isTorn || votes[1].isTorn;
    if (isTorn || votes[0].label === UNKNOWN || votes[1].label === UNKNOWN) doubtful.push(cycle, isTorn ? 1 : 0);
  }
  const ring = (cycle: number) => ringFrom(starts[cycle]!, next, edges, vertices);
  const cycles: Cycles = { ...store.finish(), ring };
  return { cycles, ...settle(cycles, doubtful, before, after) };
}

function ringFrom(start: number, next: Int32Array, { lo, hi }: LabelledEdges, { x, y }: VertexTable): Float64Array {
  const ring: number[] = [];
  let half = start;
  do {
    const v = half & 1 ? hi[half >> 1]! : lo[half >> 1]!;
    ring.push(x[v]!, y[v]!);
    half = next[half]!;
  } while (half !== start);
  ring.push(ring[0]!, ring[1]!);
  return Float64Array.from(ring);
}

/**
 * What the edges around a piece do not tell is looked up at a place: a ring that touches no line of the other version, and ground that
 * several units of one version claim, or that their edges disagree about.
 */
function settle(cycles: Cycles, doubtful: number[], before: FeatureTable, after: FeatureTable): Omit<Traced, 'cycles'> {
  const overlapM2 = { before: 0, after: 0 };
  let tornM2 = 0;
  let locators: [UnitLocator, UnitLocator] | null = null;
  for (let i = 0; i < doubtful.length; i += 2) {
    const cycle = doubtful[i]!;
    const conflict = doubtful[i + 1] === 1;
    const area = cycles.area[cycle]!;
    if (conflict && area > DOUBT_M2) {
      locators ??= [new UnitLocator(before), new UnitLocator(after)];
      tornM2 += area;
      const [x, y] = pointInside([cycles.ring(cycle)]);
      const olds = locators[0].at(x / CHANGE_GRID, y / CHANGE_GRID);
      const news = locators[1].at(x / CHANGE_GRID, y / CHANGE_GRID);
      if (olds.length > 1) overlapM2.before += area;
      if (news.length > 1) overlapM2.after += area;
      cycles.old[cycle] = olds[0] ?? -1;
      cycles.now[cycle] = news[0] ?? -1;
      continue;
    }
    if (cycles.old[cycle] !== UNKNOWN && cycles.now[cycle] !== UNKNOWN) continue;
    locators ??= [new UnitLocator(before), new UnitLocator(after)];
    const ring = cycles.ring(cycle);
    // The middle of an edge: no line of the other version comes near it, though one may end at a vertex.
    const [lon, lat] = [(ring[0]! + ring[2]!) / 2 / CHANGE_GRID, (ring[1]! + ring[3]!) / 2 / CHANGE_GRID];
    if (cycles.old[cycle] === UNKNOWN) cycles.old[cycle] = locators[0].at(lon, lat)[0] ?? -1;
    if (cycles.now[cycle] === UNKNOWN) cycles.now[cycle] = locators[1].at(lon, lat)[0] ?? -1;
  }
  return { overlapM2, tornM2 };
}

/** Ground that only one version seems to cover, though a unit that was left out of the edges because it did not change covers it too. */
export function coveredTwice(cycles: Cycles, before: FeatureTable, after: FeatureTable): Traced['overlapM2'] {
  const twice = { before: 0, after: 0 };
  let locators: [UnitLocator, UnitLocator] | null = null;
  for (let cycle = 0; cycle < cycles.count; cycle++) {
    const area = cycles.area[cycle]!;
    if (area < LEAST_TWICE_M2 || cycles.old[cycle]! < 0 === cycles.now[cycle]! < 0) continue;
    locators ??= [new UnitLocator(before), new UnitLocator(after)];
    const [x, y] = pointInside([cycles.ring(cycle)]);
    const [version, locator] = cycles.old[cycle]! < 0 ? (['after', locators[1]] as const) : (['before', locators[0]] as const);
    if (locator.at(x / CHANGE_GRID, y / CHANGE_GRID).length > 1) twice[version] += area;
  }
  return twice;
}

/** Of each vertex, in the units of longitude: the height at which equal areas are equal (Snyder 1987, equation 3-12). */
function authalicOf({ y, count }: VertexTable): Float64Array {
  const q = new Float64Array(count);
  const es2 = ECCENTRICITY * ECCENTRICITY;
  for (let v = 0; v < count; v++) {
    const s = Math.sin((y[v]! / CHANGE_GRID) * RADIANS);
    const es = ECCENTRICITY * s;
    q[v] = (1 - es2) * (s / (1 - es * es) - Math.log((1 - es) / (1 + es)) / (2 * ECCENTRICITY));
  }
  return q;
}

class CycleStore {
  #area: Float64Array;
  #length: Float64Array;
  #old: Int32Array;
  #now: Int32Array;
  #count = 0;

  constructor(expected: number) {
    const size = Math.max(16, Math.ceil(expected));
    this.#area = new Float64Array(size);
    this.#length = new Float64Array(size);
    this.#old = new Int32Array(size);
    this.#now = new Int32Array(size);
  }

  add(area: number, length: number, old: number, now: number): number {
    if (this.#count === this.#area.length) {
      const grow = <T extends Float64Array | Int32Array>(from: T, to: T): T => {
        to.set(from);
        return to;
      };
      const size = 2 * this.#count;
      this.#area = grow(this.#area, new Float64Array(size));
      this.#length = grow(this.#length, new Float64Array(size));
      this.#old = grow(this.#old, new Int32Array(size));
      this.#now = grow(this.#now, new Int32Array(size));
    }
    const at = this.#count++;
    this.#area[at] = area;
    this.#length[at] = length;
    this.#old[at] = old;
    this.#now[at] = now;
    return at;
  }

  finish(): Omit<Cycles, 'ring'> {
    return { count: this.#count, area: this.#area, length: this.#length, old: this.#old, now: this.#now };
  }
}
