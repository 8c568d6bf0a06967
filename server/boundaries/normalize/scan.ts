/** Areas along horizontal scan lines: exact on each line whatever the rings do, so that self-crossing rings need no repair first. */
import type { GeometryColumn } from '../../contract/admin.ts';

/** Common length of two lists of intervals, each sorted: [from, to, from, to, …]. */
export function commonLength(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i + 1 < a.length && j + 1 < b.length;) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (to > from) sum += to - from;
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return sum;
}

/** The edges of one row in horizontal bands, so that a scan line meets few of them. */
export class ScanEdges {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly #coords: Float64Array;
  readonly #bands: number;
  /** Band b holds edges `#order[#starts[b]] … #order[#starts[b+1]]`; an edge is named by its first vertex. */
  readonly #starts: Uint32Array;
  readonly #order: Uint32Array;

  constructor(geometry: GeometryColumn, row: number) {
    const { coords, rings, polygons, rows } = geometry;
    this.#coords = coords;
    const [firstRing, lastRing] = [polygons[rows[row]!]!, polygons[rows[row + 1]!]!];
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let v = rings[firstRing]!; v < rings[lastRing]!; v++) {
      const [x, y] = [coords[2 * v]!, coords[2 * v + 1]!];
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    [this.west, this.south, this.east, this.north] = [west, south, east, north];
    const edgeCount = Math.max(1, rings[lastRing]! - rings[firstRing]!);
    this.#bands = Math.max(1, Math.min(2048, edgeCount >> 2));
    const counts = new Uint32Array(this.#bands + 1);
    const eachBand = (visit: (edge: number, band: number) => void) => {
      for (let ring = firstRing; ring < lastRing; ring++) {
        for (let v = rings[ring]!; v < rings[ring + 1]! - 1; v++) {
          const [a, b] = [coords[2 * v + 1]!, coords[2 * v + 3]!];
          if (a === b) continue;
          const to = this.#bandOf(Math.max(a, b));
          for (let band = this.#bandOf(Math.min(a, b)); band <= to; band++) visit(v, band);
        }
      }
    };
    eachBand((_, band) => counts[band + 1]!++);
    for (let band = 0; band < this.#bands; band++) counts[band + 1]! += counts[band]!;
    this.#starts = counts;
    this.#order = new Uint32Array(counts[this.#bands]!);
    const next = counts.slice();
    eachBand((edge, band) => {
      this.#order[next[band]!++] = edge;
    });
  }

  /** Where the line at this latitude enters and leaves, from west to east. An edge holds its lower end and not its upper, so the count is even. */
  crossings(y: number): number[] {
    const found: number[] = [];
    const coords = this.#coords;
    const band = this.#bandOf(y);
    for (let i = this.#starts[band]!; i < this.#starts[band + 1]!; i++) {
      const v = 2 * this.#order[i]!;
      const [ay, by] = [coords[v + 1]!, coords[v + 3]!];
      if (ay > y === by > y) continue;
      found.push(coords[v]! + ((y - ay) / (by - ay)) * (coords[v + 2]! - coords[v]!));
    }
    return found.sort((a, b) => a - b);
  }

  #bandOf(y: number): number {
    const band = Math.floor(((y - this.south) / (this.north - this.south || 1)) * this.#bands);
    return band < 0 ? 0 : band >= this.#bands ? this.#bands - 1 : band;
  }
}

/**
 * Intersection over union of two rows, from 0 (apart) to 1 (the same area), in the plane of their coordinates.
 * `lines` scan lines over the common height: 256 tell 0.99 from 1 for any shape of an admin unit.
 */
export function intersectionOverUnion(a: ScanEdges, b: ScanEdges, lines = 256): number {
  if (a.west > b.east || b.west > a.east || a.south > b.north || b.south > a.north) return 0;
  const [south, north] = [Math.min(a.south, b.south), Math.max(a.north, b.north)];
  const step = (north - south) / lines;
  let [areaA, areaB, shared] = [0, 0, 0];
  for (let line = 0; line < lines; line++) {
    const y = south + (line + 0.5) * step;
    const [inA, inB] = [a.crossings(y), b.crossings(y)];
    areaA += lengthOf(inA);
    areaB += lengthOf(inB);
    shared += commonLength(inA, inB);
  }
  const union = areaA + areaB - shared;
  return union > 0 ? shared / union : 0;
}

/** The share of a row's area that lies in another row, 0 … 1, along `lines` scan lines over the row's own height. */
export function shareInside(row: ScanEdges, other: ScanEdges, lines = 256): number {
  if (row.west > other.east || other.west > row.east || row.south > other.north || other.south > row.north) return 0;
  const step = (row.north - row.south) / lines;
  let [area, shared] = [0, 0];
  for (let line = 0; line < lines; line++) {
    const y = row.south + (line + 0.5) * step;
    const own = row.crossings(y);
    area += lengthOf(own);
    shared += commonLength(own, other.crossings(y));
  }
  return area > 0 ? shared / area : 0;
}

/** Total length of intervals [from, to, from, to, …]. */
export function lengthOf(intervals: number[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < intervals.length; i += 2) sum += intervals[i + 1]! - intervals[i]!;
  return sum;
}
