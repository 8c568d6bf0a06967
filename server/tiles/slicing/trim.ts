/** Narrowing a polygon down to some tiles before the exact cut. */
import type { Rect } from './clip.ts';
import type { Shape } from './shape.ts';

/**
 * Drops the vertices that lie beyond a line together with both their neighbours: what is left is the same on this side of the line, and
 * no vertex is new, so that the exact cut at the tile's own side can come last.
 */
export function trim(polygon: Shape, horizontal: boolean, sign: number, limit: number, out: Shape): void {
  const across = horizontal ? polygon.x : polygon.y;
  const bound = sign * limit;
  out.clear();
  out.isMany = polygon.isMany;
  out.reserve(polygon.length);
  for (let ring = 0; ring < polygon.ends.length; ring++) {
    const start = polygon.ringStart(ring);
    const end = polygon.ends[ring]!;
    let any = false;
    let before = sign * across[end - 1]! < bound;
    let here = sign * across[start]! < bound;
    for (let i = start; i < end; i++) {
      const after = sign * across[i + 1 < end ? i + 1 : start]! < bound;
      if (here || before || after) {
        out.x[out.length] = polygon.x[i]!;
        out.y[out.length++] = polygon.y[i]!;
        any ||= here;
      }
      before = here;
      here = after;
    }
    if (any) out.endRing();
    else {
      out.dropOpen();
      if (ring === 0 && !polygon.isMany) return;
    }
  }
}

/** False only where the edge surely misses the rectangle. */
export function mayTouch(ax: number, ay: number, bx: number, by: number, { minX, minY, maxX, maxY }: Rect): boolean {
  if ((ax <= minX && bx <= minX) || (ax >= maxX && bx >= maxX) || (ay <= minY && by <= minY) || (ay >= maxY && by >= maxY)) return false;
  const dx = bx - ax;
  const dy = by - ay;
  const a = dx * (minY - ay) - dy * (minX - ax);
  const b = dx * (minY - ay) - dy * (maxX - ax);
  const c = dx * (maxY - ay) - dy * (minX - ax);
  const d = dx * (maxY - ay) - dy * (maxX - ax);
  return !((a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0));
}
