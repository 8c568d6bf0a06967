/** Small geometry for planted defects: borders in degrees, moved by metres. */
import type { Position } from 'geojson';
import type { Arc } from './borders.ts';
import { ringsOf, type SampleFeature } from './draft.ts';

export const METRES_PER_DEGREE = 111_195;
export const toDegrees = (metres: number) => metres / METRES_PER_DEGREE;
export const round = (value: number) => Math.round(value * 1e9) / 1e9;
export const keyOf = ([x, y]: Position) => `${Math.round(x! * 1e6)},${Math.round(y! * 1e6)}`;

/** Positions of an arc, in degrees. */
export function positions({ coords }: Arc): Position[] {
  const out: Position[] = [];
  for (let v = 0; v < coords.length; v += 2) out.push([coords[v]! / 1e6, coords[v + 1]! / 1e6]);
  return out;
}

export const lengthM = (line: Position[]) =>
  line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x! - line[i]![0]!, y! - line[i]![1]!), 0) * METRES_PER_DEGREE;

/** Replaces vertices of a feature, found by their old place; a ring that starts and ends there stays closed. */
export function moveVertices(feature: SampleFeature, moves: Map<string, Position>): void {
  for (const ring of ringsOf(feature)) {
    ring.forEach((at, i) => {
      const to = moves.get(keyOf(at));
      if (to) ring[i] = to;
    });
  }
}

/** Direction square to the line at vertex i, to its left, of length 1. */
export function leftNormal(line: Position[], i: number): [number, number] {
  const unit = (a: Position, b: Position): [number, number] => {
    const d = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
    return [(b[0]! - a[0]!) / d, (b[1]! - a[1]!) / d];
  };
  const [ax, ay] = unit(line[i - 1]!, line[i]!);
  const [bx, by] = unit(line[i]!, line[i + 1]!);
  const d = Math.hypot(ax + bx, ay + by);
  return d < 1e-6 ? [-ay, ax] : [-(ay + by) / d, (ax + bx) / d];
}

/** Vertices of about `metres` in the middle of a line, offset to the left by `widthM` (to the right where negative). */
export function offsetMiddle(line: Position[], metres: number, widthM: number): { moves: Map<string, Position>; lengthM: number; where: [number, number] } {
  let [first, last] = [Math.floor(line.length / 2), Math.floor(line.length / 2)];
  while (lengthM(line.slice(first - 1, last + 2)) < metres && first > 2 && last < line.length - 3) [first, last] = [first - 1, last + 1];
  const moves = new Map<string, Position>();
  for (let i = first; i <= last; i++) {
    const [nx, ny] = leftNormal(line, i);
    moves.set(keyOf(line[i]!), [round(line[i]![0]! + nx * toDegrees(widthM)), round(line[i]![1]! + ny * toDegrees(widthM))]);
  }
  return { moves, lengthM: lengthM(line.slice(first - 1, last + 2)), where: line[first]! as [number, number] };
}

/** Whether a line crosses one of the `fixed` segments; asked where a border is moved far. */
export function crossesAny(line: Position[], fixed: [Position, Position][]): boolean {
  const side = (a: Position, b: Position, c: Position) => (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    if (fixed.some(([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0)) return true;
  }
  return false;
}
