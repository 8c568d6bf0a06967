/**
 * How features of a layer look: on the live map, in legends, on pictures, in embeds and on sheets. Imports types and pure functions only: the
 * client bundles it.
 */
import type { LayerSymbol } from '../overlays/layer.ts';
import { roundBelow } from './circles.ts';

/** Layers of a picture, an embed or a sheet: more than three say nothing together. */
export const MAX_LAYERS = 3;

export type PointSymbol = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'star';
const POINTS: readonly string[] = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'] satisfies PointSymbol[];
/** A symbol said for lines says nothing of points. */
export const toPoint = (symbol: LayerSymbol): PointSymbol => (POINTS.includes(symbol) ? (symbol as PointSymbol) : 'circle');

/** Lengths of line and gap, by the width of the line; empty: whole. */
export const dashOf = (symbol: LayerSymbol): readonly number[] => (symbol === 'dashed' ? [3.2, 1.8] : symbol === 'dotted' ? [1, 1.5] : []);
/** Of what is past its last day. */
export const OLD_DASH = [1.6, 1.6] as const;

/** Widths of lines, in CSS pixels at the size of a picture: the line, the land around it by which it is seen on any class, and what is left free in a double one. */
export const LINE = { line: 1.8, edge: 3.6, free: 1 } as const;
/** A line of this symbol: its width, lengths of its dashes by that width, and whether its middle is free. */
export const lineLook = (symbol: LayerSymbol, isOld: boolean) => ({
  width: symbol === 'double' ? LINE.line * 1.7 : LINE.line,
  dash: isOld ? OLD_DASH : dashOf(symbol),
  isDouble: symbol === 'double',
});

/** How much of a filled area hides what is below. */
export const FILLED = 0.4;
/** Width of the line around an area. */
export const OUTLINE = 1.3;
/** The pattern of an area; null: it is filled, or only outlined. */
export const hatchOf = (symbol: LayerSymbol, isOld: boolean): 'hatched' | 'dotted' | null =>
  isOld || symbol === 'hatched' ? 'hatched' : symbol === 'dotted' ? 'dotted' : null;

/** How strongly base layers are drawn: they are read less than the map that they lie on. */
export const BASE_OPACITY = 0.55;

/** Corners of a symbol around its middle that covers about as much as a circle with radius 1, clockwise. */
const CORNERS: Record<Exclude<PointSymbol, 'circle'>, readonly (readonly [number, number])[]> = {
  square: around(4, [1.25], 45),
  triangle: around(3, [1.5], -90),
  diamond: around(4, [1.28], 0),
  cross: [[-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]], // prettier-ignore
  star: around(10, [1.55, 0.68], -90),
};

/** @param radii of the corners, in turn */
function around(corners: number, radii: readonly number[], from: number): [number, number][] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = ((from + (360 * i) / corners) * Math.PI) / 180;
    const radius = radii[i % radii.length]!;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

const tenth = (value: number) => String(Math.round(value * 10) / 10);

/** SVG path of a symbol around a place. */
export function symbolPath(symbol: PointSymbol, x: number, y: number, radius: number): string {
  if (symbol === 'circle') {
    const [r, across] = [tenth(radius), tenth(radius * 2)];
    return `M${tenth(x - radius)} ${tenth(y)}a${r} ${r} 0 1 1 ${across} 0a${r} ${r} 0 1 1-${across} 0Z`;
  }
  const [first, ...others] = CORNERS[symbol].map(([dx, dy]) => `${tenth(x + dx * radius)} ${tenth(y + dy * radius)}`);
  return `M${first}L${others.join(' ')}Z`;
}

/** Whether a place lies in a symbol around nought: for painters that have only pixels. */
export function isInSymbol(symbol: PointSymbol, x: number, y: number, radius: number): boolean {
  if (symbol === 'circle') return Math.hypot(x, y) <= radius;
  const corners = CORNERS[symbol];
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [x1, y1, x2, y2] = [...corners[i]!, ...corners[j]!].map((each) => each * radius) as [number, number, number, number];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** As many people as the circle is large: the area says it, not the width. @param most of all features @param largest radius of that */
export const radiusOf = (size: number, most: number, largest: number): number =>
  Math.max(LEAST_RADIUS, most > 0 ? largest * Math.sqrt(Math.max(0, Math.min(size, most)) / most) : 0);
/** Smaller is not seen, nor met by a finger. */
export const LEAST_RADIUS = 1.4;

/** Round numbers that a legend shows circles of: at most the largest, and a tenth of it or so. */
export function sizeSteps(most: number): number[] {
  if (!(most > 0)) return [];
  const top = roundBelow(most);
  return [top, top / 10].filter((step) => step >= 1).map(Math.round);
}
