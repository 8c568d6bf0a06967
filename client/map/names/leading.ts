/** Names that MapLibre has no room for: beside their unit at a line, as on pictures (server/maps/render/labels.ts), or on it. Pure. */
import { placeLeader, runsThrough, type Rect, type Segment } from '../../../server/contract/maps/leaders.ts';
import { OVER, SHORT } from './room.ts';

export interface NameLine {
  text: string;
  strong: boolean;
}

export interface UnnamedUnit {
  pcode: string;
  lines: readonly NameLine[];
  /** Where it lies, in pixels. */
  x: number;
  y: number;
  /** Of its name, in pixels. */
  width: number;
  height: number;
  /** About its radius, in pixels. */
  room: number;
}

export interface LedName {
  pcode: string;
  lines: readonly NameLine[];
  /** Middle of the name. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** From its unit to the name; null where it stands on it. */
  line: Segment | null;
}

export interface Sight {
  /** What no panel covers. */
  frame: Rect;
  /** Of letters. */
  size: number;
  /** Whether something that is read is in the box already. */
  isTaken: (box: Rect) => boolean;
  /** Whether a unit of the country is at a place. */
  isLand: (x: number, y: number) => boolean;
}

/** Pixels kept free around a name. */
export const CLEAR = 3;
/** Square pixels of a map for each name at a line, as on pictures. */
const LED = 45_000;
/** Of a line, looked at in boxes of this length. */
const STEP = 12;

/**
 * The largest first. Stops after each unit: whoever asks goes on when there is time, because a map that is dragged may not wait.
 * @returns names that meet neither each other nor what is there
 */
export function* leadNames(unnamed: readonly UnnamedUnit[], { frame, size, isTaken, isLand }: Sight): Generator<void, LedName[]> {
  const [left, top, right, bottom] = frame;
  const named: LedName[] = [];
  const lines: Segment[] = [];
  const most = Math.round((Math.max(0, right - left) * Math.max(0, bottom - top)) / LED);
  const isOwn = ([x1, y1, x2, y2]: Rect) => named.some(({ x, y, width, height }) => x1 < x + width / 2 && x2 > x - width / 2 && y1 < y + height / 2 && y2 > y - height / 2); // prettier-ignore
  const isFree = (box: Rect) =>
    box[0] >= left && box[1] >= top && box[2] <= right && box[3] <= bottom && !isOwn(box) && !lines.some((line) => runsThrough(line, box)) && !isTaken(box);
  const meets = (line: Segment) => named.some(({ x, y, width, height }) => runsThrough(line, [x - width / 2, y - height / 2, x + width / 2, y + height / 2])) || boxesOf(line).some(isTaken); // prettier-ignore
  let tries = 0;
  for (const unit of unnamed) {
    const { pcode, x, y, width, height, room } = unit;
    if (x < left || x > right || y < top || y > bottom) continue;
    const put = (at: { x: number; y: number; line: Segment | null }) => {
      named.push({ pcode, lines: unit.lines, width, height, ...at });
      if (at.line) lines.push(at.line);
    };
    const own: Rect = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    const dot: Rect = [x - 1, y - 1, x + 1, y + 1];
    if (width <= Math.max(room * OVER, size * SHORT) && isFree(own)) put({ x, y, line: null });
    else if (width > room * 2) {
      const isSeen = lines.length < most && tries < 4 * most && isFree(dot);
      if (isSeen) tries++;
      const leader = isSeen ? placeLeader({ x, y, width, height, size, isFree, lines, meets, isLand }) : null;
      if (leader) put(leader);
      else if (isFree(own)) put({ x, y, line: null });
    }
    yield;
  }
  return named;
}

/** Along the line, without its end, where its own name begins. */
function boxesOf([x1, y1, x2, y2]: Segment): Rect[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / STEP));
  return Array.from({ length: steps }, (_, i): Rect => {
    const [ax, ay] = [x1 + ((x2 - x1) * i) / steps, y1 + ((y2 - y1) * i) / steps];
    const [bx, by] = [x1 + ((x2 - x1) * (i + 1)) / steps, y1 + ((y2 - y1) * (i + 1)) / steps];
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
  });
}

/** Words of a name in lines of about the same width as MapLibre breaks them. @param widest in the measure of `measure` */
export function breakName(text: string, widest: number, measure: (text: string) => number): string[] {
  const broken: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = broken.length > 0 ? `${broken.at(-1)} ${word}` : word;
    if (broken.length > 0 && measure(longer) <= widest) broken[broken.length - 1] = longer;
    else broken.push(word);
  }
  return broken;
}
