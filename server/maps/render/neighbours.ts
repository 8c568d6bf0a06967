/** Where the name of a neighbour stands: at its own place, or where that is beyond the frame or taken, in the middle of what is seen of its land. */
import { arcsOf, polygonsOf, type Ground, type Position } from '../../contract/maps/ground.ts';
import type { Rect } from '../../contract/maps/leaders.ts';
import { drawBack } from '../../ground/clip.ts';

export interface NeighbourOptions {
  /** Of degrees, in units of the drawing. */
  place: (lon: number, lat: number) => Position;
  frame: Rect;
  /** What the name covers, about its middle. */
  size: { width: number; height: number };
  /** Whether nothing else stands there; asked of boxes within the frame. */
  isFree: (box: Rect) => boolean;
}

/** Steps across the frame between places that are tried. */
const STEPS = 36;

/** The middle of a name, or null where there is no room. @param own the place that the ground has for it, in degrees */
export function placeOfNeighbour(ground: Ground, own: Position, { place, frame, size, isFree }: NeighbourOptions): Position | null {
  const boxAt = ([x, y]: Position): Rect => [x - size.width / 2, y - size.height / 2, x + size.width / 2, y + size.height / 2];
  const fits = (box: Rect) => box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3] && isFree(box);
  const first = place(...own);
  if (fits(boxAt(first))) return first;
  const rings = seenOf(ground, own, place, frame);
  if (rings.length === 0) return null;
  const step = Math.max(frame[2] - frame[0], frame[3] - frame[1]) / STEPS;
  const free: Position[] = [];
  for (let y = frame[1] + size.height / 2; y <= frame[3] - size.height / 2; y += step / 2)
    for (let x = frame[0] + size.width / 2; x <= frame[2] - size.width / 2; x += step) {
      const box = boxAt([x, y]);
      if (edgeOf(box).every((at) => isInside(rings, at)) && fits(box)) free.push([x, y]);
    }
  if (free.length === 0) return null;
  const mean = free.reduce<Position>(([sx, sy], [x, y]) => [sx + x / free.length, sy + y / free.length], [0, 0]);
  const far = ([x, y]: Position) => (x - mean[0]) ** 2 + (y - mean[1]) ** 2;
  return free.reduce((best, each) => (far(each) < far(best) ? each : best));
}

/** Corners and middles of the sides. */
function edgeOf([left, top, right, bottom]: Rect): Position[] {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [[left, top], [x, top], [right, top], [left, y], [right, y], [left, bottom], [x, bottom], [right, bottom]]; // prettier-ignore
}

/** Rings of the land that holds the place, as far as they are in the frame. */
function seenOf(ground: Ground, own: Position, place: NeighbourOptions['place'], frame: Rect): Position[][] {
  const arcs = arcsOf(ground);
  for (const part of ground.objects.land.geometries) {
    const rings = polygonsOf([part], arcs).flat();
    if (!isInside(rings, own)) continue;
    return rings.map((ring) => drawBack(ring.map(([lon, lat]) => place(lon, lat)), [...frame])).filter((ring) => ring.length > 3); // prettier-ignore
  }
  return [];
}

/** By crossings of a ray to the east; holes are rings too. */
function isInside(rings: readonly (readonly Position[])[], [x, y]: Position): boolean {
  let inside = false;
  for (const ring of rings)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[j]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  return inside;
}
