/** Ground that units of two drawings share, measured along lines of latitude: slow, and by nothing that the comparison is made of. */
import type { FeatureTable } from '../../../server/contract/admin.ts';

/** Lines over the source: an error of a share well below a hundredth of a percentage point. */
const LINES = 4000;

/** For each target row the ground that it shares with a source row, in one unknown unit of area. */
export function scanShared(before: FeatureTable, source: number, after: FeatureTable, targets: readonly number[]): number[] {
  const edges = edgesOf(before, source);
  let [south, north] = [Infinity, -Infinity];
  for (let i = 1; i < edges.length; i += 2) {
    south = Math.min(south, edges[i]!);
    north = Math.max(north, edges[i]!);
  }
  const own = crossings(edges, south, north);
  return targets.map((row) => {
    const theirs = crossings(edgesOf(after, row), south, north);
    let sum = 0;
    for (let line = 0; line < LINES; line++) {
      const lat = south + ((line + 0.5) * (north - south)) / LINES;
      sum += common(own[line]!, theirs[line]!) * Math.cos((lat * Math.PI) / 180);
    }
    return sum;
  });
}

/** x, y of both ends, one edge after the other. */
function edgesOf({ geometry: { coords, rings, polygons, rows } }: FeatureTable, row: number): number[] {
  const edges: number[] = [];
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++)
    for (let v = rings[ring]!; v + 1 < rings[ring + 1]!; v++) edges.push(coords[2 * v]!, coords[2 * v + 1]!, coords[2 * v + 2]!, coords[2 * v + 3]!);
  return edges;
}

/** Where each line enters and leaves, from west to east. */
function crossings(edges: readonly number[], south: number, north: number): number[][] {
  const lines = Array.from({ length: LINES }, (): number[] => []);
  const step = (north - south) / LINES;
  for (let i = 0; i < edges.length; i += 4) {
    const [x1, y1, x2, y2] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!];
    const from = Math.max(0, Math.ceil((Math.min(y1, y2) - south) / step - 0.5));
    for (let line = from; line < LINES; line++) {
      const lat = south + (line + 0.5) * step;
      if (lat >= Math.max(y1, y2)) break;
      lines[line]!.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  return lines.map((xs) => xs.sort((a, b) => a - b));
}

function common(one: readonly number[], two: readonly number[]): number {
  let [sum, i, k] = [0, 0, 0];
  while (i + 1 < one.length && k + 1 < two.length) {
    const overlap = Math.min(one[i + 1]!, two[k + 1]!) - Math.max(one[i]!, two[k]!);
    if (overlap > 0) sum += overlap;
    if (one[i + 1]! < two[k + 1]!) i += 2;
    else k += 2;
  }
  return sum;
}
