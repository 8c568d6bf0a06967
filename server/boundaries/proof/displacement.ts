/** How far an outline is from what it was, looked at every 50 m: on vertices alone it would be understated. */
import Flatbush from 'flatbush';
import type { GeometryColumn } from '../../contract/admin.ts';
import { scaleAt } from './measure.ts';

const SAMPLE_M = 50;
/** A line longer than 50 km is looked at less closely; nothing turns on it. */
const MAX_SAMPLES = 1000;

export interface Displacement {
  metres: number;
  at: [number, number] | null;
}

/** The greater of both directions: new outline to old, old to new. */
export function displacement(before: GeometryColumn, after: GeometryColumn, row: number): Displacement {
  const old = new Outline(before, row);
  const now = new Outline(after, row);
  if (old.count === 0 || now.count === 0) return { metres: 0, at: null };
  const [there, back] = [now.furthestFrom(old), old.furthestFrom(now)];
  return there.metres >= back.metres ? there : back;
}

export class Outline {
  /** ax, ay, bx, by of each line, in degrees. */
  readonly #lines: Float64Array;
  readonly count: number;
  readonly #known = new Set<string>();
  readonly #tree: Flatbush | null;

  constructor({ coords, rings, polygons, rows }: GeometryColumn, row: number) {
    const lines: number[] = [];
    for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++) {
      for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) {
        const [ax, ay, bx, by] = [coords[2 * v - 2]!, coords[2 * v - 1]!, coords[2 * v]!, coords[2 * v + 1]!];
        lines.push(ax, ay, bx, by);
        this.#known.add(nameOf(ax, ay, bx, by));
      }
    }
    this.#lines = Float64Array.from(lines);
    this.count = lines.length / 4;
    this.#tree = this.count > 0 ? new Flatbush(this.count) : null;
    for (let i = 0; i < lines.length; i += 4)
      this.#tree!.add(
        Math.min(lines[i]!, lines[i + 2]!),
        Math.min(lines[i + 1]!, lines[i + 3]!),
        Math.max(lines[i]!, lines[i + 2]!),
        Math.max(lines[i + 1]!, lines[i + 3]!),
      );
    this.#tree?.finish();
  }

  /** Only lines that the other does not have can be away from it. */
  furthestFrom(other: Outline): Displacement {
    let furthest: Displacement = { metres: 0, at: null };
    for (let i = 0; i < this.#lines.length; i += 4) {
      const [ax, ay, bx, by] = [this.#lines[i]!, this.#lines[i + 1]!, this.#lines[i + 2]!, this.#lines[i + 3]!];
      if (other.#known.has(nameOf(ax, ay, bx, by))) continue;
      const [perLon, perLat] = scaleAt(ay);
      const length = Math.hypot((bx - ax) * perLon, (by - ay) * perLat);
      const samples = Math.min(MAX_SAMPLES, Math.max(1, Math.ceil(length / SAMPLE_M)));
      for (let k = 0; k < samples; k++) {
        const [x, y] = [ax + ((bx - ax) * k) / samples, ay + ((by - ay) * k) / samples];
        const metres = other.distance(x, y);
        if (metres > furthest.metres) furthest = { metres, at: [x, y] };
      }
    }
    return furthest;
  }

  /** To the nearest line: boxes around the place, each twice as wide, until one holds a line that is nearer than its edge. */
  distance(x: number, y: number): number {
    const [perLon, perLat] = scaleAt(y);
    for (let reach = SAMPLE_M; ; reach *= 4) {
      let least = Infinity;
      this.#tree!.search(x - reach / perLon, y - reach / perLat, x + reach / perLon, y + reach / perLat, (line) => {
        const i = 4 * line;
        const [px, py] = [(this.#lines[i]! - x) * perLon, (this.#lines[i + 1]! - y) * perLat];
        const [dx, dy] = [(this.#lines[i + 2]! - x) * perLon - px, (this.#lines[i + 3]! - y) * perLat - py];
        const square = dx * dx + dy * dy;
        const t = square > 0 ? Math.max(0, Math.min(1, -(px * dx + py * dy) / square)) : 0;
        least = Math.min(least, Math.hypot(px + t * dx, py + t * dy));
        return false;
      });
      if (least <= reach || reach > 5e7) return least;
    }
  }
}

const nameOf = (ax: number, ay: number, bx: number, by: number) => (ax < bx || (ax === bx && ay < by) ? `${ax} ${ay} ${bx} ${by}` : `${bx} ${by} ${ax} ${ay}`);
