/** The one exact question put to coordinates. */
import { orient2d } from 'robust-predicates';

export interface Places {
  x: Float64Array;
  y: Float64Array;
}

/** Twice the area of the triangle a, b, c: positive where c lies left of a → b. Its sign is exact. */
export function sideOf({ x, y }: Places, a: number, b: number, c: number): number {
  // The package counts with y downwards.
  return -orient2d(x[a]!, y[a]!, x[b]!, y[b]!, x[c]!, y[c]!);
}

/** Is vertex a before vertex b: by x, then y? The order that decides wherever an order is needed. */
export function isBefore({ x, y }: Places, a: number, b: number): boolean {
  return x[a]! < x[b]! || (x[a] === x[b] && y[a]! < y[b]!);
}
