/**
 * How a unit without a number looks, on the live map, in its legend, on pictures and in embeds. Imports types only: the client bundles it.
 * A pattern is a list of strokes in one square, so that every painter draws the same one.
 */
import type { Unsettled } from './ground.ts';
import type { Emptiness } from '../presence/measure.ts';
import type { MapSpec } from './map.ts';
import type { Token } from './palette.ts';

export type Look = 'zero' | 'not-reported' | 'above' | 'possible' | 'partial' | 'not-placed' | 'no-data' | 'withheld';
/** Looks that are drawn as a pattern: all but `zero`, which is plain land. Plain grey would be taken for the land of neighbours. `withheld`: of a
 * sensitive 3W, too small to be given. `possible` and `partial` are drawn over a class: that is what is certain, or of a part of the unit only. */
export const PATTERNS = ['not-reported', 'above', 'possible', 'partial', 'not-placed', 'no-data', 'withheld'] as const;
export type PatternLook = (typeof PATTERNS)[number];
/** Of areas of an overlay, without any ground: what lies below is seen through them. */
export const HATCHES = ['hatched', 'dotted'] as const;
export type Hatch = (typeof HATCHES)[number];
export type Pattern = PatternLook | Hatch;

/** Of a unit without a number. */
export type EmptyLook = Exclude<Look, 'partial'>;

const LOOKS: Record<Emptiness, EmptyLook> = {
  zero: 'zero',
  notReported: 'not-reported',
  aboveOnly: 'above',
  possible: 'possible',
  notPlaced: 'not-placed',
  noData: 'no-data',
  withheld: 'withheld',
};

/** Of a 3W, not reported is one thing and a number that cannot be said another; a population knows only units with and without a number. */
export function lookOf(reason: Emptiness, kind: MapSpec['data']['kind'] = 'presence'): EmptyLook {
  return kind === 'population' && reason !== 'zero' ? 'not-reported' : LOOKS[reason];
}

export const isPattern = (look: Look): look is PatternLook => (PATTERNS as readonly Look[]).includes(look);

/** The line of a pattern, and an edge around it where it has to be seen on any class. */
export const inkOf = (look: PatternLook): Token => (look === 'possible' || look === 'partial' ? 'ink' : 'mapHatch');
export const edgeOf = (look: PatternLook): Token | null => (look === 'possible' || look === 'partial' ? 'mapLand' : null);

/** What lies below the pattern, or alone. */
export const groundOf = (look: Look): Token => (look === 'zero' ? 'mapLand' : 'mapEmpty');

/** Side of the square that repeats, in pixels: a power of two, so that tiles of the live map meet without a seam. */
export const CELL = 8;

type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

const RISING: readonly Stroke[] = [
  [-1, 9, 9, -1],
  [-1, 1, 1, -1],
  [7, 9, 9, 7],
];
const FALLING = RISING.map(([x1, y1, x2, y2]): Stroke => [x1, CELL - y1, x2, CELL - y2]);

/** Longer, since their edge is wider than they are. */
const LONG: readonly Stroke[] = [
  [-2, -2, 10, 10],
  [-2, 6, 2, 10],
  [6, -2, 10, 2],
];

/** Strokes with round ends, drawn beyond the square where they go on in the next one. One without length is a dot. */
const STROKES: Record<Pattern, { width: number; edge?: number; strokes: readonly Stroke[] }> = {
  // The most frequent by far, so the quietest: short strokes, in every second row between those of the first, each in the middle of a row of
  // pixels, which it fills.
  'not-reported': {
    width: 1,
    strokes: [
      [1, 2.5, 3.5, 2.5],
      [5, 6.5, 7.5, 6.5],
    ],
  },
  above: { width: 1.7, strokes: RISING },
  possible: { width: 1, edge: 2, strokes: LONG },
  // The other way, so that the two are never taken for each other.
  partial: { width: 1, edge: 2, strokes: LONG.map(([x1, y1, x2, y2]): Stroke => [x1, CELL - y1, x2, CELL - y2]) },
  'not-placed': {
    width: 2.6,
    strokes: [
      [2, 2, 2, 2],
      [6, 6, 6, 6],
    ],
  },
  'no-data': {
    width: 0.9,
    strokes: [
      [4, -1, 4, 9],
      [-1, 4, 9, 4],
    ],
  },
  withheld: { width: 0.9, strokes: [...RISING, ...FALLING] },
  hatched: { width: 1.4, strokes: RISING },
  dotted: { width: 2.4, strokes: [[4, 4, 4, 4]] },
};

/** The pattern as an SVG path to be stroked with round ends, over `columns` × `rows` squares. */
export function patternPath(look: Pattern, columns = 1, rows = 1): { d: string; width: number; edge: number | null } {
  const { width, edge = null, strokes } = STROKES[look];
  let d = '';
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (const [x1, y1, x2, y2] of strokes) d += `M${x1 + column * CELL} ${y1 + row * CELL}L${x2 + column * CELL} ${y2 + row * CELL}`;
  return { d, width, edge };
}

/** How much of a small square around a place of the cell is painted, 0 to 1: for painters that have only pixels. @param size of the square, in pixels of the cell @param part the line, or its edge with it */
export function patternCover(look: Pattern, x: number, y: number, size: number, part: 'line' | 'edge' = 'line'): number {
  const { width: line, edge = 0, strokes } = STROKES[look];
  const width = part === 'edge' ? edge : line;
  const samples = 4;
  let inside = 0;
  for (let i = 0; i < samples; i++) {
    for (let j = 0; j < samples; j++) {
      const [px, py] = [x + ((i + 0.5) / samples) * size, y + ((j + 0.5) / samples) * size];
      if (strokes.some((stroke) => distance(px, py, stroke) <= width / 2)) inside++;
    }
  }
  return inside / samples ** 2;
}

function distance(x: number, y: number, [x1, y1, x2, y2]: Stroke): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** Widths of the outline of a chosen unit, in CSS pixels: its line, and the edge around that by which it is seen on any class. */
export const CHOSEN_LINE = { line: 2.4, edge: 4.4 };
/** The outline of a country, in CSS pixels, at the size of a picture; a live map makes it thinner and thicker by zoom. */
export const OUTLINE_WIDTH = 1.1;

/** Lines of the ground, in CSS pixels at the size of a picture: lighter than those of the country. */
export const GROUND_WIDTHS = { coast: 0.7, border: 0.9 } as const;
/** Of the ground too: dots of a hairline are none. */
export const UNSETTLED_WIDTH = 1.2;
/** Of the outline of a country: its coast, and its land border, which is told from that by weight and colour. */
export const EDGE_WIDTHS = { coast: 1, border: 2, disputed: 2, control: 2, ceasefire: 2 } as const;
/** Of borders that are not agreed on, in pixels: long dashes where one is not determined, dots of a line of control, short dashes of a ceasefire line. */
export function unsettledDash(kind: Unsettled, width: number): [number, number] {
  const dot = Math.max(1, width);
  return kind === 'disputed' ? [9, 4] : kind === 'ceasefire' ? [4, 2.5] : [dot, 1.6 * dot];
}
/** Borders of deep levels are told from those above by dashes; null: a whole line. */
export const borderDash = (level: number): readonly [number, number] | null => (level >= 3 ? [3, 1.6] : null);

/** Weight of the borders of a level, in CSS pixels at the size of a picture: the deeper, the lighter, and never too thin to be seen. */
export const borderWidth = (level: number): number => [1.6, 1.25, 0.7][level] ?? 0.6;
