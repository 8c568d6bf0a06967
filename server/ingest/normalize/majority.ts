/**
 * Which parent a unit mostly lies in, by area. Horizontal scan lines cut child and parent into intervals; the overlap of intervals, summed over
 * the lines, is the shared area in plate carrée, which is exact along each line whatever the rings do (self-crossing rings of quantised TopoJSON
 * break polygon clipping). More lines are drawn until the answer is beyond doubt. Even-odd rule: holes and islands need no care.
 */
import Flatbush from 'flatbush';
import type { GeometryColumn } from '../../contract/admin.ts';

/** The group of parent rows that holds most of a child, and how much of the child's area: 0.93. -1 and 0 where none overlaps it. */
export interface Majority {
  group: Int32Array;
  share: Float64Array;
}

const FIRST_LINES = 24;
const MOST_LINES = 384;
/** A leader this far ahead of the second after the first lines cannot change any more. */
const CLEAR_LEAD = 0.5;

/**
 * Work grows with vertices of children and with the parents' edges near them: n log n over a country.
 */
export function majorityParents(children: GeometryColumn, wanted: Iterable<number>, parents: GeometryColumn, groupOf: Int32Array): Majority {
  const count = children.kinds.length;
  const result: Majority = { group: new Int32Array(count).fill(-1), share: new Float64Array(count) };
  const edges = Array.from(parents.kinds, (_, row) => (parents.rows[row] === parents.rows[row + 1] ? null : new ScanEdges(parents, row)));
  const present = edges.flatMap((entry, row) => (entry ? [row] : []));
  if (present.length === 0) return result;
  const index = new Flatbush(present.length);
  for (const row of present) {
    const { west, south, east, north } = edges[row]!;
    index.add(west, south, east, north);
  }
  index.finish();

  for (const child of wanted) {
    if (children.rows[child] === children.rows[child + 1]) continue;
    const own = new ScanEdges(children, child);
    const candidates = index
      .search(own.west, own.south, own.east, own.north)
      .map((found) => present[found]!)
      .sort((a, b) => a - b);
    if (candidates.length === 0) continue;
    for (let lines = FIRST_LINES; ; lines *= 4) {
      const { area, shared } = overlaps(own, candidates, edges, lines);
      const byGroup = new Map<number, number>();
      candidates.forEach((row, c) => byGroup.set(groupOf[row]!, (byGroup.get(groupOf[row]!) ?? 0) + shared[c]!));
      let [best, bestArea, second] = [-1, 0, 0];
      for (const [group, groupArea] of byGroup) {
        if (groupArea > bestArea) [best, bestArea, second] = [group, groupArea, bestArea];
        else if (groupArea > second) second = groupArea;
      }
      if (bestArea - second > CLEAR_LEAD * area || lines >= MOST_LINES) {
        result.group[child] = best;
        result.share[child] = area === 0 ? 0 : bestArea / area;
        break;
      }
    }
  }
  return result;
}

function overlaps(own: ScanEdges, candidates: number[], edges: (ScanEdges | null)[], lines: number): { area: number; shared: Float64Array } {
  const shared = new Float64Array(candidates.length);
  let area = 0;
  const step = (own.north - own.south) / lines;
  for (let line = 0; line < lines; line++) {
    const y = own.south + (line + 0.5) * step;
    const mine = own.crossings(y);
    for (let i = 0; i + 1 < mine.length; i += 2) area += mine[i + 1]! - mine[i]!;
    if (mine.length === 0) continue;
    for (const [c, row] of candidates.entries()) {
      const parent = edges[row]!;
      if (y < parent.south || y > parent.north) continue;
      shared[c]! += commonLength(mine, parent.crossings(y));
    }
  }
  return { area, shared };
}

/** Common length of two lists of intervals, each sorted: [from, to, from, to, …]. */
function commonLength(a: number[], b: number[]): number {
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
class ScanEdges {
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
