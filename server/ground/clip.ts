/** Lines drawn back onto a box: what lies outside comes to lie on its edge, so that rings stay rings and neighbours keep sharing their borders. */
import type { Ground, Position } from '../contract/maps/ground.ts';

type Box = Ground['box'];

/**
 * Each point goes to the nearest one of the box. Where a line passes from one side to another it gets a point first, so no new line runs
 * through the inside. Of what runs along an edge only the turns stay.
 */
export function drawBack(line: readonly Position[], box: Box): Position[] {
  const [west, south, east, north] = box;
  const clamp = ([x, y]: Position): Position => [Math.min(east, Math.max(west, x)), Math.min(north, Math.max(south, y))];
  const out: Position[] = [];
  const push = (point: Position) => {
    const last = out.at(-1);
    if (last && last[0] === point[0] && last[1] === point[1]) return;
    const before = out.at(-2);
    if (before && last && isAlongEdge(before, last, point, box)) out[out.length - 1] = point;
    else out.push(point);
  };
  line.forEach((point, i) => {
    const last = line[i - 1];
    if (last) for (const share of crossings(last, point, box)) push(clamp([last[0] + (point[0] - last[0]) * share, last[1] + (point[1] - last[1]) * share]));
    push(clamp(point));
  });
  // An arc has two ends, though they fall together.
  if (out.length === 1) out.push([...out[0]!]);
  return out;
}

/** Where a step meets the lines of the box's sides, from its start to its end. */
function crossings([ax, ay]: Position, [bx, by]: Position, [west, south, east, north]: Box): number[] {
  const shares: number[] = [];
  for (const x of [west, east]) if ((ax - x) * (bx - x) < 0) shares.push((x - ax) / (bx - ax));
  for (const y of [south, north]) if ((ay - y) * (by - y) < 0) shares.push((y - ay) / (by - ay));
  return shares.length > 1 ? shares.sort((a, b) => a - b) : shares;
}

function isAlongEdge([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position, [west, south, east, north]: Box): boolean {
  return (ax === bx && bx === cx && (ax === west || ax === east)) || (ay === by && by === cy && (ay === south || ay === north));
}

/** Leaves out points that lie nearer to the line between those that stay than `tolerance` (Douglas and Peucker). Both ends stay. */
export function simplify(line: readonly Position[], tolerance: number): Position[] {
  if (line.length < 3) return [...line];
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const [start, end] = [line[0]!, line.at(-1)!];
  const stack: [number, number][] = [];
  // A closed line is two: to the point that is farthest from its end, and back.
  if (start[0] === end[0] && start[1] === end[1]) {
    let [far, most] = [0, 0];
    line.forEach(([x, y], i) => {
      const distance = Math.hypot(x - start[0], y - start[1]);
      if (distance > most) [far, most] = [i, distance];
    });
    if (far === 0) return [start, end];
    keep[far] = 1;
    stack.push([0, far], [far, line.length - 1]);
  } else stack.push([0, line.length - 1]);
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [from, to] = span;
    let [far, most] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const distance = toSegment(line[i]!, line[from]!, line[to]!);
      if (distance > most) [far, most] = [i, distance];
    }
    if (far < 0) continue;
    keep[far] = 1;
    stack.push([from, far], [far, to]);
  }
  return line.filter((_, i) => keep[i]);
}

/** Distance of a point from a segment, in the plane of their coordinates. */
export function toSegment([px, py]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

/** Twice the area of a ring, whichever way it turns. */
export function area2(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1]![0] * ring[i]![1] - ring[i]![0] * ring[i - 1]![1];
  return Math.abs(sum);
}
