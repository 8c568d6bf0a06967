/** Which units share a border. */
import type { GeometryColumn } from '../../contract/admin.ts';
import { Outline } from './displacement.ts';

/** Coordinates that agree to this many places are the same vertex. */
const GRID = 1e8;

export interface Pairs {
  /** `row row`, the lesser first → a vertex of their common border. */
  shared: Map<string, [number, number]>;
}

/** Pairs of rows with a common line. */
export function sharedBorders({ coords, rings, polygons, rows, kinds }: GeometryColumn): Pairs {
  const first = new Map<string, number>();
  const shared: Pairs['shared'] = new Map();
  for (let row = 0; row < kinds.length; row++) {
    for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
      let before = '';
      for (let v = rings[ring]!; v < rings[ring + 1]!; v++) {
        const here = `${Math.round(coords[2 * v]! * GRID)},${Math.round(coords[2 * v + 1]! * GRID)}`;
        if (before !== '' && here !== before) {
          const line = before < here ? `${before} ${here}` : `${here} ${before}`;
          const other = first.get(line);
          if (other === undefined) first.set(line, row);
          else if (other !== row) {
            const pair = `${other} ${row}`;
            if (!shared.has(pair)) shared.set(pair, [coords[2 * v]!, coords[2 * v + 1]!]);
          }
        }
        before = here;
      }
    }
  }
  return { shared };
}

export interface NeighbourChange {
  kept: number;
  gained: [number, number][];
  lost: [number, number][];
}

/**
 * Neighbours before are those with a common line, and those whose outlines run within `reachM` of each other where they have a common line
 * now: across an overlap or a gap.
 */
export function compareNeighbours(before: GeometryColumn, after: GeometryColumn, reachM: number): NeighbourChange {
  const [old, now] = [sharedBorders(before), sharedBorders(after)];
  const outlines = new Map<number, Outline>();
  const outlineOf = (row: number) => {
    let found = outlines.get(row);
    if (!found) outlines.set(row, (found = new Outline(before, row)));
    return found;
  };
  const change: NeighbourChange = { kept: 0, gained: [], lost: [] };
  for (const [pair, [x, y]] of now.shared) {
    const [a, b] = pair.split(' ').map(Number) as [number, number];
    if (old.shared.has(pair) || (outlineOf(a).distance(x, y) <= reachM && outlineOf(b).distance(x, y) <= reachM)) change.kept += 1;
    else change.gained.push([a, b]);
  }
  for (const pair of old.shared.keys()) if (!now.shared.has(pair)) change.lost.push(pair.split(' ').map(Number) as [number, number]);
  return change;
}
