/** Names on a printed map: as many as have room, some of the smallest beside their unit at a line, then numbers; every name without room stands in a list. */
import type { Palette } from '../../contract/maps/palette.ts';
import { isRightToLeft, type Fill } from '../render/drawing.ts';
import { inkFor } from '../render/names.ts';
import type { SheetFonts, TextAt } from './fonts.ts';
import type { GroundLabel } from './ground.ts';
import { placeLeader, runsThrough, type Rect, type Segment } from '../../contract/maps/leaders.ts';

export interface LabelWanted {
  pcode: string;
  text: string;
  /** A second line: the number of the unit; '' for none. */
  value: string;
  /** Centre of the largest circle inside the unit, in points of the frame. */
  x: number;
  y: number;
  /** Radius of that circle, or nearly: how much room there is. */
  room: number;
  areaSqKm: number;
}

export interface SheetLabel {
  pcode: string;
  text: string;
  value: string;
  /** Middle of the label. */
  x: number;
  y: number;
  width: number;
  height: number;
  size: number;
  /** In the place of a name that has no room: it stands in the list. */
  isNumber: boolean;
  /** From the unit to a name that stands beside it. */
  leader?: Segment;
}

export interface PlacedLabels {
  labels: SheetLabel[];
  /** What each number stands for, in their order; last those that have no room for a number either. */
  list: { n: number | null; pcode: string; text: string; value: string }[];
  /** Numbers of units that have no name here and no room. */
  without: string[];
}

export interface PlaceOptions {
  width: number;
  height: number;
  /** Points, the largest first; none below 6. */
  sizes: readonly number[];
  measure: (text: string, size: number) => number;
  /** Boxes that are taken already: scale bar, insets. */
  taken?: readonly Rect[];
  /** Symbols of layers: a name stands beside them where it can. */
  symbols?: readonly Rect[];
  /** With more than this without room it is given up: names of another level are tried. */
  mostLost?: number;
  /** As many numbers as their list has room for; the rest is in the table. */
  most: number;
}

const LINE = 1.15;
/** Points kept free around a label. */
const CLEAR = 1;
/** Where a label may stand, in its own widths and heights from the centre: there, then beside. */
const PLACES = [
  [0, 0],
  [0, -0.75],
  [0, 0.75],
  [0.6, 0],
  [-0.6, 0],
  [0.55, -0.7],
  [-0.55, -0.7],
  [0.55, 0.7],
  [-0.55, 0.7],
] as const;
/** Beside the symbols of a layer, further off. */
const ROOMY = [...PLACES, [0, -1.3], [0, 1.3], [0.9, 0], [-0.9, 0]] as const;
/** A number takes little room, and may stand a little further off. */
const NEAR_NUMBER = [...PLACES, [1.2, 0], [-1.2, 0], [0, 1.3], [0, -1.3], [1.1, 1.1], [-1.1, 1.1], [1.1, -1.1], [-1.1, -1.1]] as const;

/**
 * Largest area first, so that what has room keeps it; horizontal always. A label may leave its unit by no more than its own width lets it, so
 * that it is never nearer to another's centre than to its own.
 */
export function placeSheetLabels(wanted: readonly LabelWanted[], options: PlaceOptions): PlacedLabels {
  const { width, height, sizes, measure, most } = options;
  const grid = new Boxes(width, height);
  for (const box of options.taken ?? []) grid.add(box);
  const symbols = new Boxes(width, height);
  for (const box of options.symbols ?? []) symbols.add(box);
  const hasSymbols = (options.symbols ?? []).length > 0;
  const inside = ([x1, y1, x2, y2]: Rect) => x1 >= 0 && y1 >= 0 && x2 <= width && y2 <= height;
  const shown = wanted.filter(({ x, y, text, value }) => (text || value) && x >= 0 && y >= 0 && x <= width && y <= height);
  const order = shown.toSorted((a, b) => b.areaSqKm - a.areaSqKm || (a.pcode < b.pcode ? -1 : 1));
  const labels: SheetLabel[] = [];
  const leaders: Segment[] = [];
  const isFree = (box: Rect) => inside(box) && !grid.meets(box) && !leaders.some((line) => runsThrough(line, box));
  const later: LabelWanted[] = [];
  const tryAt = (
    each: LabelWanted,
    lines: string[],
    size: number,
    places: readonly (readonly [number, number])[],
    { least = 0, clear = false } = {},
  ): boolean => {
    const isNumber = least > 0;
    const wide = Math.max(least, ...lines.map((line) => measure(line, size)));
    const tall = size * LINE * lines.length;
    for (const [dx, dy] of places) {
      const [x, y] = [each.x + dx * wide, each.y + dy * tall];
      const box: Rect = [x - wide / 2 - CLEAR, y - tall / 2 - CLEAR, x + wide / 2 + CLEAR, y + tall / 2 + CLEAR];
      if (!isFree(box) || (clear && symbols.meets(box))) continue;
      grid.add(box);
      const [text, value] = isNumber || each.text ? [lines[0]!, lines[1] ?? ''] : ['', lines[0]!];
      labels.push({ pcode: each.pcode, text, value, x, y, width: wide, height: tall, size, isNumber });
      return true;
    }
    return false;
  };
  for (const each of order) {
    const lines = [each.text, each.value].filter(Boolean);
    const fitsAt = (clear: boolean) =>
      sizes.some((size) => {
        const wide = Math.max(...lines.map((line) => measure(line, size)));
        // Far wider than its unit a name says nothing of where it is.
        if (wide > Math.max(each.room * 4.5, size * 3)) return false;
        return tryAt(each, lines, size, each.room * 2.4 >= wide ? (clear ? ROOMY : PLACES) : PLACES.slice(0, 3), { clear });
      });
    const fits = (hasSymbols && fitsAt(true)) || fitsAt(false);
    if (!fits) later.push(each);
  }
  const smallest = sizes.at(-1)!;
  const isLand = (x: number, y: number) => wanted.some((other) => Math.hypot(other.x - x, other.y - y) < other.room * 1.2);
  const meets = (line: Segment) => labels.some((label) => runsThrough(line, boxOf(label)));
  const tryLeader = ({ pcode, text, value, x, y, room }: LabelWanted, least: number, isNumber: boolean): boolean => {
    const lines = [text, value].filter(Boolean);
    const label = { width: Math.max(least, ...lines.map((line) => measure(line, smallest))), height: smallest * LINE * lines.length };
    if ((!isNumber && label.width < room * 2) || grid.meets([x - 1, y - 1, x + 1, y + 1])) return false;
    const place = { x, y, width: label.width + 2 * CLEAR, height: label.height + 2 * CLEAR, size: smallest };
    const found = placeLeader({ ...place, isFree, lines: leaders, meets, isLand });
    if (!found) return false;
    labels.push({ pcode, text: lines[0]!, value: lines[1] ?? '', ...label, x: found.x, y: found.y, size: smallest, isNumber, leader: found.line });
    grid.add(boxOf(labels.at(-1)!));
    leaders.push(found.line);
    return true;
  };
  const led = new Set<LabelWanted>();
  const mostLed = Math.round((width * height) / LED);
  if (later.length - mostLed > (options.mostLost ?? Infinity)) return { labels: [], list: [], without: later.map(({ pcode }) => pcode) };
  for (const each of later.slice(0, 4 * mostLed)) {
    if (led.size >= mostLed) break;
    if (tryLeader(each, 0, false)) led.add(each);
  }
  // Numbers in reading order over the map, so that they are found.
  const candidates = later
    .filter((each) => !led.has(each))
    .toSorted((a, b) => Math.floor(a.y / 40) - Math.floor(b.y / 40) || a.x - b.x || (a.pcode < b.pcode ? -1 : 1));
  const list: PlacedLabels['list'] = [];
  const without: string[] = [];
  // Each has the room of the widest.
  const widest = measure('8'.repeat(String(Math.min(most, candidates.length)).length), smallest);
  const loose: PlacedLabels['list'] = [];
  for (const each of candidates) {
    const { pcode, text, value } = each;
    const n = list.length + 1;
    const number = { ...each, text: String(n), value: '' };
    if (!text) without.push(pcode);
    else if (n <= most && (tryAt(number, [String(n)], smallest, NEAR_NUMBER, { least: widest }) || tryLeader(number, widest, true)))
      list.push({ n, pcode, text, value });
    else loose.push({ n: null, pcode, text, value });
  }
  list.push(...loose);
  return { labels, list, without };
}

/** Square points of a map for each name at a line. */
const LED = 22_000;
const boxOf = ({ x, y, width, height }: SheetLabel): Rect => [x - width / 2 - CLEAR, y - height / 2 - CLEAR, x + width / 2 + CLEAR, y + height / 2 + CLEAR];

/** From the middle of a line to where its letters stand, by size. */
const ASCENT = 0.35;

/**
 * Names as the template takes them, each in an ink that is read on what its unit is painted in, which is its halo too; letters below them as outlines.
 * @param painted undefined where nothing is, or another level is named
 */
export function lettersOf(
  { labels }: PlacedLabels,
  around: readonly GroundLabel[],
  painted: (pcode: string) => Fill | undefined,
  palette: Palette,
  { outline }: SheetFonts,
) {
  const under = new Map<string, TextAt[]>([[palette.mapLand, around.map(({ text, size, weight, x, y }) => ({ text, size, weight, x, y: y + size * ASCENT }))]]);
  const data = labels.map(({ pcode, text, value, x, y, width, height, size, isNumber, leader }) => {
    const { fill, halo } = inkFor(leader ? undefined : painted(pcode), palette);
    const lines = [...(text ? [{ text, weight: isNumber ? (600 as const) : (400 as const) }] : []), ...(value ? [{ text: value, weight: 600 as const }] : [])];
    const own = lines.map((line, at) => ({ ...line, size, x, y: y - height / 2 + (height / lines.length) * (at + 0.5) + size * ASCENT }));
    under.set(halo, [...(under.get(halo) ?? []), ...own]);
    return { x, y, width, height, size, colour: fill, lines: lines.map((line) => ({ ...line, rtl: isRightToLeft(line.text) })) };
  });
  const halos = new Map([...under].map(([colour, texts]) => [colour, outline(texts)]));
  return { labels: data, halos, leaders: labels.flatMap(({ leader }) => (leader ? [leader] : [])) };
}

const CELL = 24;

/** Boxes by the squares they touch. */
class Boxes {
  readonly #columns: number;
  readonly #cells = new Map<number, Rect[]>();
  constructor(width: number, _height: number) {
    this.#columns = Math.ceil(width / CELL) + 2;
  }
  #around([x1, y1, x2, y2]: Rect): number[] {
    const cells: number[] = [];
    for (let row = Math.floor(y1 / CELL); row <= Math.floor(y2 / CELL); row++)
      for (let column = Math.floor(x1 / CELL); column <= Math.floor(x2 / CELL); column++) cells.push(row * this.#columns + column);
    return cells;
  }
  meets(box: Rect): boolean {
    return this.#around(box).some((cell) =>
      this.#cells.get(cell)?.some((other) => other[0] < box[2] && other[2] > box[0] && other[1] < box[3] && other[3] > box[1]),
    );
  }
  add(box: Rect): void {
    for (const cell of this.#around(box)) {
      const own = this.#cells.get(cell);
      if (own) own.push(box);
      else this.#cells.set(cell, [box]);
    }
  }
}
