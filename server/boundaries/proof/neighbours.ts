/** Which units share a border. */
import type { GeometryColumn } from '../../contract/admin.ts';
import { Outline } from './displacement.ts';
import type { PlaceFinder } from './places.ts';

/** Coordinates that agree to this many places are the same vertex. */
const GRID = 1e8;

export interface Pairs {
  /** `row row`, the lesser first → vertices of their common border, x, y, x, y, … */
  shared: Map<string, number[]>;
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
            const known = shared.get(pair);
            if (known) known.push(coords[2 * v]!, coords[2 * v + 1]!);
            else shared.set(pair, [coords[2 * v]!, coords[2 * v + 1]!]);
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
 * Neighbours before are those with a common line, and those who were both there where they have a common line now: within `reachM` of its
 * outline or inside it, so across a gap or an overlap, at any vertex of that line.
 */
export function compareNeighbours(
  before: GeometryColumn,
  after: GeometryColumn,
  finder: PlaceFinder,
  reachM: (a: number, b: number) => number,
): NeighbourChange {
  const [old, now] = [sharedBorders(before), sharedBorders(after)];
  const outlines = new Map<number, Outline>();
  const isAt = (row: number, x: number, y: number, reach: number) => {
    let outline = outlines.get(row);
    if (!outline) outlines.set(row, (outline = new Outline(before, row)));
    return outline.count > 0 && (outline.distance(x, y) <= reach || finder.before([x, y]).includes(row));
  };
  const metBefore = (a: number, b: number, places: number[]) => {
    for (let i = 0; i < places.length; i += 2)
      if (isAt(a, places[i]!, places[i + 1]!, reachM(a, b)) && isAt(b, places[i]!, places[i + 1]!, reachM(a, b))) return true;
    return false;
  };
  const change: NeighbourChange = { kept: 0, gained: [], lost: [] };
  for (const [pair, places] of now.shared) {
    const [a, b] = pair.split(' ').map(Number) as [number, number];
    if (old.shared.has(pair) || metBefore(a, b, places)) change.kept += 1;
    else change.gained.push([a, b]);
  }
  for (const pair of old.shared.keys()) if (!now.shared.has(pair)) change.lost.push(pair.split(' ').map(Number) as [number, number]);
  return change;
}
