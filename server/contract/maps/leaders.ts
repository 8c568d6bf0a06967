/** Names that stand beside their unit, at the end of a line, where there is room for one: on the live map, on pictures and on sheets alike. Pure. */
export type Rect = readonly [left: number, top: number, right: number, bottom: number];
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

export interface Leader {
  /** Middle of the label. */
  x: number;
  y: number;
  /** From the unit to the edge of the label. */
  line: Segment;
}

export interface LeaderOptions {
  /** The unit's own place, and the size of its label with the room it is given. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of letters: how far off a label may stand is counted in these. */
  size: number;
  isFree: (box: Rect) => boolean;
  /** Lines of other labels, which none crosses. */
  lines: readonly Segment[];
  /** Boxes that the line itself may not run through. */
  meets: (line: Segment) => boolean;
  /** Whether another unit of the country is at a place: beside the country is better. */
  isLand: (x: number, y: number) => boolean;
}

const DISTANCES = [1.6, 2.6, 4, 5.6, 7.5] as const;
const DIRECTIONS = 16;
/** A place over other units costs as much as so many sizes of letters further off. */
const ON_LAND = 10;

/** The nearest place, beside the country before over it; null where there is none. */
export function placeLeader({ x, y, width, height, size, isFree, lines, meets, isLand }: LeaderOptions): Leader | null {
  let best: { leader: Leader; cost: number } | null = null;
  for (const distance of DISTANCES)
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = (2 * Math.PI * i) / DIRECTIONS;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const [cx, cy] = [x + dx * (distance * size + width / 2), y + dy * (distance * size + height / 2)];
      // Sideways reads best.
      const near = distance + Math.abs(dy) * 0.8;
      if (best && near >= best.cost) continue;
      const box: Rect = [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2];
      if (!isFree(box)) continue;
      const line: Segment = [x, y, ...edgeOf(x, y, cx, cy, width, height)];
      if (meets(line) || lines.some((other) => crosses(line, other))) continue;
      const cost = near + (ON_LAND * corners(box).filter(([px, py]) => isLand(px, py)).length) / 5;
      if (!best || cost < best.cost) best = { leader: { x: cx, y: cy, line }, cost };
    }
  return best?.leader ?? null;
}

const corners = ([x1, y1, x2, y2]: Rect) =>
  [
    [x1, y1],
    [x2, y1],
    [x1, y2],
    [x2, y2],
    [(x1 + x2) / 2, (y1 + y2) / 2],
  ] as const;

/** Where the way to the middle of a box enters it. */
function edgeOf(x: number, y: number, cx: number, cy: number, width: number, height: number): [number, number] {
  const [dx, dy] = [cx - x, cy - y];
  const share = Math.max(0, 1 - Math.min(width / 2 / Math.max(1e-9, Math.abs(dx)), height / 2 / Math.max(1e-9, Math.abs(dy))));
  return [x + dx * share, y + dy * share];
}

function crosses([ax, ay, bx, by]: Segment, [cx, cy, dx, dy]: Segment): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) => Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) && side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by);
}

/** Whether a line runs through a box. */
export function runsThrough([x1, y1, x2, y2]: Segment, [left, top, right, bottom]: Rect): boolean {
  // Liang and Barsky: the part of the line that lies between each pair of sides.
  let [from, to] = [0, 1];
  for (const [start, step, low, high] of [
    [x1, x2 - x1, left, right],
    [y1, y2 - y1, top, bottom],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [a, b] = [(low - start) / step, (high - start) / step];
    [from, to] = [Math.max(from, Math.min(a, b)), Math.min(to, Math.max(a, b))];
  }
  return from < to;
}
