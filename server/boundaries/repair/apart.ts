/** How far lines lie from other lines, looked at every 50 m: at vertices alone a long straight line would seem nearer than it is (docs/repair.md). */
import Flatbush from 'flatbush';
import type { GeometryColumn } from '../../contract/admin.ts';

const STEP_M = 50;
/** So few lines are asked one by one. */
const FEW = 24;
/** Half the side of the first box in which the nearest line is looked for, in degrees. */
const FIRST_REACH = 1e-4;

const A = 6_378_137;
const E2 = 0.006_694_379_990_141_316;
const RAD = Math.PI / 180;

/** Pieces of outlines: ax, ay, bx, by of each, in degrees. */
export type Lines = number[];

/** Metres from the furthest place of `from` to the nearest of `to`, which is not empty. */
export function furthest(from: Lines, to: Lines): number {
  const target = new Target(to);
  let most = 0;
  for (let i = 0; i < from.length; i += 4) most = Math.max(most, alongLine(target, from[i]!, from[i + 1]!, from[i + 2]!, from[i + 3]!, most));
  return most;
}

/**
 * Halves the line until its pieces are short, or no place between their ends can be further than what is known: from one line the distance is
 * greatest at an end, and along a piece it grows by no more than its length.
 */
function alongLine(target: Target, ax: number, ay: number, bx: number, by: number, known: number): number {
  const [kx, ky] = scaleAt(ay);
  const ask = (t: number): Asked => {
    const metres = target.distance(ax + (bx - ax) * t, ay + (by - ay) * t, kx, ky, most);
    return { t, metres, line: target.nearest };
  };
  const length = Math.hypot((bx - ax) * kx, (by - ay) * ky);
  let most = known;
  const first = ask(0);
  if (first.metres + length <= most) return most;
  most = Math.max(most, first.metres);
  const last = ask(1);
  most = Math.max(most, last.metres);
  const open: [Asked, Asked][] = [[first, last]];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const [p, q] = piece;
    const own = length * (q.t - p.t);
    if (own <= STEP_M || p.line === q.line || (p.metres + q.metres + own) / 2 <= most) continue;
    const middle = ask((p.t + q.t) / 2);
    most = Math.max(most, middle.metres);
    open.push([p, middle], [middle, q]);
  }
  return most;
}

interface Asked {
  /** Share of the way along the line. */
  t: number;
  metres: number;
  /** The line that is nearest. */
  line: number;
}

/** The greater of both directions between the outlines of a row before and after; 0 where one of them is empty. */
export function rowsApart(before: GeometryColumn, after: GeometryColumn, row: number): number {
  const [old, now] = [linesOf(before, row), linesOf(after, row)];
  if (old.length === 0 || now.length === 0) return 0;
  return Math.max(furthest(without(now, old), old), furthest(without(old, now), now));
}

function linesOf({ coords, rings, polygons, rows }: GeometryColumn, row: number): Lines {
  const lines: Lines = [];
  for (let ring = polygons[rows[row]!]!; ring < polygons[rows[row + 1]!]!; ring++)
    for (let v = rings[ring]!; v + 1 < rings[ring + 1]!; v++) lines.push(coords[2 * v]!, coords[2 * v + 1]!, coords[2 * v + 2]!, coords[2 * v + 3]!);
  return lines;
}

/** Lines that the other does not have, in either direction. */
function without(lines: Lines, others: Lines): Lines {
  const known = new Set<string>();
  for (let i = 0; i < others.length; i += 4) {
    const [ax, ay, bx, by] = [others[i]!, others[i + 1]!, others[i + 2]!, others[i + 3]!];
    known.add(`${ax} ${ay} ${bx} ${by}`).add(`${bx} ${by} ${ax} ${ay}`);
  }
  const left: Lines = [];
  for (let i = 0; i < lines.length; i += 4) if (!known.has(lines.slice(i, i + 4).join(' '))) left.push(...lines.slice(i, i + 4));
  return left;
}

/** Lines that places are asked about. */
class Target {
  /** Of the last answer. */
  nearest = 0;
  readonly #lines: Lines;
  readonly #index: Flatbush | null;

  constructor(lines: Lines) {
    this.#lines = lines;
    const count = lines.length / 4;
    this.#index = count > FEW ? new Flatbush(count) : null;
    if (!this.#index) return;
    for (let i = 0; i < lines.length; i += 4) {
      const [ax, ay, bx, by] = [lines[i]!, lines[i + 1]!, lines[i + 2]!, lines[i + 3]!];
      this.#index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    this.#index.finish();
  }

  /** Metres to the nearest line, with so many metres for a degree each way; `about` is where to look first. */
  distance(x: number, y: number, kx: number, ky: number, about: number): number {
    const lines = this.#lines;
    let least = Infinity;
    const look = (line: number) => {
      const i = 4 * line;
      const [px, py] = [(lines[i]! - x) * kx, (lines[i + 1]! - y) * ky];
      const [dx, dy] = [(lines[i + 2]! - x) * kx - px, (lines[i + 3]! - y) * ky - py];
      const square = dx * dx + dy * dy;
      const t = square > 0 ? Math.max(0, Math.min(1, -(px * dx + py * dy) / square)) : 0;
      const found = (px + t * dx) ** 2 + (py + t * dy) ** 2;
      if (found < least) {
        least = found;
        this.nearest = line;
      }
      return false;
    };
    if (!this.#index) {
      for (let line = 0; 4 * line < lines.length; line++) look(line);
      return Math.sqrt(least);
    }
    for (let reach = Math.max(FIRST_REACH, about / kx); ; reach *= 8) {
      this.#index.search(x - reach, y - reach, x + reach, y + reach, look);
      // A line outside the box is no nearer than the nearer of its sides.
      if (least <= (reach * Math.min(kx, ky)) ** 2 || reach > 720) return Math.sqrt(least);
    }
  }
}

/** Metres for a degree of longitude and of latitude: the radii of the ellipsoid. */
function scaleAt(lat: number): [kx: number, ky: number] {
  const sin = Math.sin(lat * RAD);
  const w = Math.sqrt(1 - E2 * sin * sin);
  return [(A / w) * Math.cos(lat * RAD) * RAD, ((A * (1 - E2)) / w ** 3) * RAD];
}
