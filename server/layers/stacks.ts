/** Points that lie on one spot in numbers: centres of units that stand for places, as a rule. Pure. */
import type { GeometryColumn } from '../contract/admin.ts';
import { rowVertices } from '../geometry/ring.ts';

/** More than this at one place are told. */
const MANY = 20;
const MOST_PLACES = 200;

export function stacksOf(geometry: GeometryColumn): { count: number; rows: number[]; places: { at: [number, number]; count: number }[] } {
  const spots = new Map<string, number[]>();
  for (let row = 0; row < geometry.kinds.length; row++) {
    const [start, end] = rowVertices(geometry, row);
    if (end - start !== 1) continue;
    const key = `${geometry.coords[2 * start]},${geometry.coords[2 * start + 1]}`;
    const own = spots.get(key);
    if (own) own.push(row);
    else spots.set(key, [row]);
  }
  const many = [...spots].filter(([, rows]) => rows.length > MANY).toSorted(([, a], [, b]) => b.length - a.length);
  return {
    count: many.reduce((sum, [, rows]) => sum + rows.length, 0),
    rows: many.flatMap(([, rows]) => rows).toSorted((a, b) => a - b),
    places: many.slice(0, MOST_PLACES).map(([key, rows]) => ({ at: key.split(',').map(Number) as [number, number], count: rows.length })),
  };
}
