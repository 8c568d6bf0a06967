/**
 * Centre of the maximum inscribed circle: the point of a unit farthest from its boundary, so always inside, where a label sits best.
 * Quadtree search, best cell first (the idea of polylabel), over runs of segments with boxes, so that a coast of 100,000 vertices costs little.
 */
import type { GeometryColumn } from '../contract/admin.ts';
import { boxOf } from './box.ts';

/** Tolerance of the OCHA boundary cleaner for the radius, in degrees. */
const TOLERANCE = 1e-6;
/** Cells tried before the search settles: a long even strip has countless equally good centres, and any of them serves. */
const MAX_CELLS = 2000;
/** Segments in one run. */
const RUN = 24;

/** Centre of the largest circle in any part of the row, in the plane of its coordinates; null where the row has no area. */
export function inscribedCenter(geometry: GeometryColumn, row: number): [lon: number, lat: number] | null {
  const { coords, rings, polygons, rows } = geometry;
  const parts: { polygon: number; box: [number, number, number, number]; bound: number }[] = [];
  for (let polygon = rows[row]!; polygon < rows[row + 1]!; polygon++) {
    const shell = polygons[polygon]!;
    if (shell === polygons[polygon + 1]!) continue;
    const box = boxOf(coords, rings[shell]!, rings[shell + 1]!);
    const bound = Math.min(box[2] - box[0], box[3] - box[1]) / 2;
    if (bound > 0) parts.push({ polygon, box, bound });
  }
  // A circle is no wider than its part's box: most islands fall out by this alone.
  parts.sort((a, b) => b.bound - a.bound);
  let best: Circle | null = null;
  for (const { polygon, box, bound } of parts) {
    if (best && bound <= best.radius + TOLERANCE) break;
    const found = search(new Boundary(geometry, polygon), box, best?.radius ?? 0);
    if (found && (!best || found.radius > best.radius)) best = found;
  }
  if (best) return [best.x, best.y];
  return null;
}

/** The inscribed centre, or what comes nearest where the row has no area: its first vertex. */
export function labelPoint(geometry: GeometryColumn, row: number): [lon: number, lat: number] | null {
  const center = inscribedCenter(geometry, row);
  if (center) return center;
  const { coords, rings, polygons, rows } = geometry;
  if (rows[row] === rows[row + 1]) return null;
  const first = rings[polygons[rows[row]!]!]!;
  return 2 * first < coords.length ? [coords[2 * first]!, coords[2 * first + 1]!] : null;
}

interface Circle {
  x: number;
  y: number;
  /** Distance to the boundary, negative outside. */
  radius: number;
}

interface Cell extends Circle {
  /** Half the side. */
  half: number;
  /** No circle with its centre in this cell can be larger. */
  bound: number;
}

function search(boundary: Boundary, [west, south, east, north]: [number, number, number, number], atLeast: number): Circle | null {
  const size = Math.min(east - west, north - south);
  const half = size / 2;
  let best: Circle = { x: 0, y: 0, radius: atLeast };
  let found = false;
  const consider = (circle: Circle) => {
    if (circle.radius <= best.radius) return;
    best = { x: circle.x, y: circle.y, radius: circle.radius };
    found = true;
  };
  const queue = new CellQueue();
  const cell = (x: number, y: number, side: number): void => {
    const radius = boundary.distance(x, y);
    const made = { x, y, half: side, radius, bound: radius + side * Math.SQRT2 };
    consider(made);
    if (made.bound > best.radius + TOLERANCE) queue.push(made);
  };
  const columns = Math.ceil((east - west) / size);
  const rows = Math.ceil((north - south) / size);
  // A needle of a polygon would need thousands of squares; a few dozen along it are enough to start from.
  const columnStep = Math.max(1, columns / 64);
  const rowStep = Math.max(1, rows / 64);
  for (let c = 0; c < columns; c += columnStep) {
    for (let r = 0; r < rows; r += rowStep) cell(west + half + c * size, south + half + r * size, half * Math.max(columnStep, rowStep));
  }
  let cells = 0;
  for (let next = queue.pop(); next && next.bound > best.radius + TOLERANCE && cells < MAX_CELLS; next = queue.pop()) {
    const quarter = next.half / 2;
    cell(next.x - quarter, next.y - quarter, quarter);
    cell(next.x + quarter, next.y - quarter, quarter);
    cell(next.x - quarter, next.y + quarter, quarter);
    cell(next.x + quarter, next.y + quarter, quarter);
    cells += 4;
  }
  return found ? best : null;
}

/** All segments of one polygon, in runs with boxes. */
class Boundary {
  readonly #coords: Float64Array;
  /** First vertex of each run and its last. */
  readonly #runs: Uint32Array;
  /** west, south, east, north of each run. */
  readonly #boxes: Float64Array;
  /** The run that was nearest last time: neighbouring points have neighbouring nearest segments. */
  #nearest = 0;

  constructor({ coords, rings, polygons }: GeometryColumn, polygon: number) {
    this.#coords = coords;
    const runs: number[] = [];
    for (let ring = polygons[polygon]!; ring < polygons[polygon + 1]!; ring++) {
      const last = rings[ring + 1]! - 1;
      for (let v = rings[ring]!; v < last; v += RUN) runs.push(v, Math.min(v + RUN, last));
    }
    this.#runs = Uint32Array.from(runs);
    this.#boxes = new Float64Array(runs.length * 2);
    for (let i = 0; i < runs.length; i += 2) this.#boxes.set(boxOf(coords, runs[i]!, runs[i + 1]! + 1), 2 * i);
  }

  /** Distance to the nearest segment; negative where the point is outside the polygon. */
  distance(x: number, y: number): number {
    const runs = this.#runs;
    const boxes = this.#boxes;
    const count = runs.length / 2;
    let inside = false;
    let best = this.#runDistance(this.#nearest, x, y, Infinity);
    for (let run = 0; run < count; run++) {
      const west = boxes[4 * run]!;
      const south = boxes[4 * run + 1]!;
      const east = boxes[4 * run + 2]!;
      const north = boxes[4 * run + 3]!;
      if (y >= south && y <= north && x <= east && this.#crossings(run, x, y)) inside = !inside;
      const dx = x < west ? west - x : x > east ? x - east : 0;
      const dy = y < south ? south - y : y > north ? y - north : 0;
      if (dx * dx + dy * dy < best) {
        const distance = this.#runDistance(run, x, y, best);
        if (distance < best) {
          best = distance;
          this.#nearest = run;
        }
      }
    }
    return inside ? Math.sqrt(best) : -Math.sqrt(best);
  }

  /** Is the number of crossings of the ray to the east odd? */
  #crossings(run: number, x: number, y: number): boolean {
    const coords = this.#coords;
    const end = this.#runs[2 * run + 1]!;
    let v = this.#runs[2 * run]!;
    let odd = false;
    let ax = coords[2 * v]!;
    let ay = coords[2 * v + 1]!;
    while (v < end) {
      v++;
      const bx = coords[2 * v]!;
      const by = coords[2 * v + 1]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
      ax = bx;
      ay = by;
    }
    return odd;
  }

  /** Least squared distance to the segments of a run, or `best` where that is less. */
  #runDistance(run: number, x: number, y: number, best: number): number {
    const coords = this.#coords;
    const end = this.#runs[2 * run + 1]!;
    let v = this.#runs[2 * run]!;
    let ax = coords[2 * v]! - x;
    let ay = coords[2 * v + 1]! - y;
    while (v < end) {
      v++;
      const bx = coords[2 * v]! - x;
      const by = coords[2 * v + 1]! - y;
      const dx = bx - ax;
      const dy = by - ay;
      const along = -(ax * dx + ay * dy);
      const squared = dx * dx + dy * dy;
      let distance: number;
      if (along <= 0) distance = ax * ax + ay * ay;
      else if (along >= squared) distance = bx * bx + by * by;
      else {
        const cross = ax * dy - ay * dx;
        distance = (cross * cross) / squared;
      }
      if (distance < best) best = distance;
      ax = bx;
      ay = by;
    }
    return best;
  }
}

/** Binary heap, largest bound first. */
class CellQueue {
  readonly #cells: Cell[] = [];

  push(cell: Cell): void {
    const cells = this.#cells;
    let at = cells.push(cell) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (cells[parent]!.bound >= cell.bound) break;
      cells[at] = cells[parent]!;
      at = parent;
    }
    cells[at] = cell;
  }

  pop(): Cell | undefined {
    const cells = this.#cells;
    const top = cells[0];
    const last = cells.pop();
    if (!top || !last || cells.length === 0) return top;
    let at = 0;
    for (let child = 1; child < cells.length; child = 2 * at + 1) {
      if (child + 1 < cells.length && cells[child + 1]!.bound > cells[child]!.bound) child++;
      if (cells[child]!.bound <= last.bound) break;
      cells[at] = cells[child]!;
      at = child;
    }
    cells[at] = last;
    return top;
  }
}
