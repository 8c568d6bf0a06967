/**
 * Which parent a unit mostly lies in, by area. Horizontal scan lines cut child and parent into intervals; the overlap of intervals, summed over
 * the lines, is the shared area in plate carrée, which is exact along each line whatever the rings do (self-crossing rings of quantised TopoJSON
 * break polygon clipping). More lines are drawn until the answer is beyond doubt. Even-odd rule: holes and islands need no care.
 */
import Flatbush from 'flatbush';
import type { GeometryColumn } from '../../contract/admin.ts';
import { commonLength, lengthOf, ScanEdges } from './scan.ts';

/** The group of parent rows that holds most of a child, and how much of the child's area: 0.93. -1 and 0 where none overlaps it. */
export interface Majority {
  group: Int32Array;
  share: Float64Array;
}

const FIRST_LINES = 24;
const MOST_LINES = 384;
/** A unit with this much of itself in one parent needs no more lines: below it the share is told to a person, so it is made exact. */
const CLEAR_SHARE = 0.92;

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
      let [best, bestArea] = [-1, 0];
      for (const [group, groupArea] of byGroup) if (groupArea > bestArea) [best, bestArea] = [group, groupArea];
      if (bestArea >= CLEAR_SHARE * area || lines >= MOST_LINES) {
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
    area += lengthOf(mine);
    if (mine.length === 0) continue;
    for (const [c, row] of candidates.entries()) {
      const parent = edges[row]!;
      if (y < parent.south || y > parent.north) continue;
      shared[c]! += commonLength(mine, parent.crossings(y));
    }
  }
  return { area, shared };
}
