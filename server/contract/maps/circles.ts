/**
 * Numbers as circles whose area is the number: for counts, where a colour over a large empty unit would say more than its number does. The same on
 * pictures, sheets, the live map and its legends. Imports nothing: the client bundles it.
 */
/** Of a map's data the part that says whether they are counts. */
type Shown =
  | { kind: 'boundaries' }
  | { kind: 'population'; measure: 'people' | 'density' }
  | { kind: 'presence'; measure: { is: string }; split: string }
  | { kind: 'coverage' }
  | { kind: 'indicators'; measure: { is: string }; split: string; counts: boolean };

/** A count can be seen as a size; a rate, a difference, and what stands in small maps or a table cannot. */
export const canBeCircles = (data: Shown): boolean =>
  (data.kind === 'population' && data.measure === 'people') ||
  (data.kind === 'presence' && data.measure.is === 'count' && data.split === 'none') ||
  (data.kind === 'indicators' && data.counts && data.measure.is === 'value' && data.split === 'none');

export const hasCircles = ({ symbols, data }: { symbols?: 'circles' | undefined; data: Shown }): boolean => symbols === 'circles' && canBeCircles(data);

/** A twentieth of the side of a map, within what is seen and what leaves room for others. */
const SHARE = 0.05;
const [LEAST, MOST] = [6, 42];
/** As much of the map as all circles together may take. */
const INK = 0.1;

/** Radius of the largest number on a map of this size, in its own units: smaller where many numbers are nearly as large. */
export function mostRadius(values: Iterable<number | string>, width: number, height: number): { most: number; radius: number } | null {
  const numbers = [...values].filter((value): value is number => typeof value === 'number' && value > 0);
  const most = numbers.reduce((greatest, value) => Math.max(greatest, value), 0);
  if (most === 0) return null;
  const area = numbers.reduce((sum, value) => sum + value, 0) / most;
  const crowded = Math.sqrt((INK * width * height) / (Math.PI * area));
  return { most, radius: Math.max(LEAST, Math.min(MOST, Math.sqrt(width * height) * SHARE, crowded)) };
}

/** Area is the number: four times as many have twice the radius. */
export const radiusOf = (value: number, most: number, radius: number): number => (most > 0 && value > 0 ? radius * Math.sqrt(value / most) : 0);

/** The largest first, so that none is hidden by another; by P-code where they are equal, so that a map is always the same. */
export const inOrder = (a: { value: number; pcode: string }, b: { value: number; pcode: string }): number => b.value - a.value || (a.pcode < b.pcode ? -1 : 1);

/** The round number of 1, 2 and 5 at or below. */
export function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return power * ([5, 2, 1].find((step) => step * power <= value * (1 + 1e-9)) ?? 1);
}

export interface CircleKey {
  width: number;
  height: number;
  /** Nested, all on one ground; the largest first. `top` is where the line to its number begins. */
  circles: { value: number; r: number; cx: number; cy: number; top: number }[];
  /** Where those lines end and the numbers begin. */
  reach: number;
}

/** Pixels from number to number. */
const ROW = 13;
/** Part of the number before. */
const STEPS = [1, 4, 20] as const;

/** Circles of round numbers, nested, at the scale of the map; null where there is none. @param most the number of the largest circle on the map, `radius` its own @param row from number to number */
export function circleKey(most: number, radius: number, row = ROW): CircleKey | null {
  if (!(most > 0)) return null;
  // A count has no parts: below one there is nothing.
  const values = [...new Set(STEPS.map((step) => roundBelow(Math.max(most >= 1 ? 1 : most, most / step))))];
  const largest = radiusOf(values[0]!, most, radius);
  const ground = 2 * largest + 1;
  const circles: CircleKey['circles'] = [];
  for (const value of values) {
    const r = radiusOf(value, most, radius);
    const top = ground - 2 * r;
    // Numbers may not meet.
    if (circles.length > 0 && top - circles.at(-1)!.top < row) continue;
    circles.push({ value, r, cx: largest + 1, cy: ground - r, top });
  }
  return { width: 2 * largest + 2, height: Math.max(ROW, ground + 1), circles, reach: 2 * largest + 8 };
}
