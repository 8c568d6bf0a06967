/** Which rows cover a place, before and after. */
import Flatbush from 'flatbush';
import type { GeometryColumn } from '../../contract/admin.ts';

export class PlaceFinder {
  readonly #before: Cover;
  readonly #after: Cover;

  constructor(before: GeometryColumn, after: GeometryColumn) {
    this.#before = new Cover(before);
    this.#after = new Cover(after);
  }

  before([x, y]: [number, number]): number[] {
    return this.#before.at(x, y);
  }

  after([x, y]: [number, number]): number[] {
    return this.#after.at(x, y);
  }
}

class Cover {
  readonly #geometry: GeometryColumn;
  readonly #tree: Flatbush | null;
  /** Row of each polygon. */
  readonly #rows: number[] = [];

  constructor(geometry: GeometryColumn) {
    this.#geometry = geometry;
    const { coords, rings, polygons, rows, kinds } = geometry;
    const count = polygons.length - 1;
    this.#tree = count > 0 ? new Flatbush(count) : null;
    for (let row = 0; row < kinds.length; row++) {
      for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
        const box = [Infinity, Infinity, -Infinity, -Infinity];
        const shell = polygons[polygon]!;
        for (let v = rings[shell]!; v < rings[shell + 1]!; v++) {
          box[0] = Math.min(box[0]!, coords[2 * v]!);
          box[1] = Math.min(box[1]!, coords[2 * v + 1]!);
          box[2] = Math.max(box[2]!, coords[2 * v]!);
          box[3] = Math.max(box[3]!, coords[2 * v + 1]!);
        }
        this.#tree!.add(box[0]!, box[1]!, box[2]!, box[3]!);
        this.#rows.push(row);
      }
    }
    this.#tree?.finish();
  }

  /** By winding: a place in a lobe that an outline crosses over is covered all the same. */
  at(x: number, y: number): number[] {
    const found = new Set<number>();
    const { rings, polygons } = this.#geometry;
    for (const polygon of this.#tree?.search(x, y, x, y) ?? []) {
      const shell = polygons[polygon]!;
      if (this.#winding(shell, x, y) === 0) continue;
      let inHole = false;
      for (let ring = shell + 1; ring < polygons[polygon + 1]! && !inHole; ring++) inHole = rings[ring + 1]! > rings[ring]! && this.#winding(ring, x, y) !== 0;
      if (!inHole) found.add(this.#rows[polygon]!);
    }
    return [...found].sort((p, q) => p - q);
  }

  #winding(ring: number, x: number, y: number): number {
    const { coords, rings } = this.#geometry;
    let winding = 0;
    for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) {
      const [ax, ay, bx, by] = [coords[2 * v - 2]!, coords[2 * v - 1]!, coords[2 * v]!, coords[2 * v + 1]!];
      if (ay <= y === by <= y) continue;
      const left = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
      if (ay <= y && left > 0) winding += 1;
      else if (ay > y && left < 0) winding -= 1;
    }
    return winding;
  }
}

/** The rows and all whose boxes meet theirs. */
export function nearRows({ coords, rings, polygons, rows, kinds }: GeometryColumn, of: number[]): Set<number> {
  const near = new Set(of);
  if (of.length === 0) return near;
  const tree = new Flatbush(kinds.length);
  const boxes = Array.from(kinds, (_, row): [number, number, number, number] => {
    const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let v = rings[polygons[rows[row]!]!]!; v < rings[polygons[rows[row + 1]!]!]!; v++) {
      box[0] = Math.min(box[0], coords[2 * v]!);
      box[1] = Math.min(box[1], coords[2 * v + 1]!);
      box[2] = Math.max(box[2], coords[2 * v]!);
      box[3] = Math.max(box[3], coords[2 * v + 1]!);
    }
    tree.add(...box);
    return box;
  });
  tree.finish();
  for (const row of of) for (const other of tree.search(...boxes[row]!)) near.add(other);
  return near;
}
