/** Simplification of every arc for all zooms at once (Douglas and Peucker 1973). Each arc is simplified once, whoever uses it. */
import type { ArcTable } from '../../geometry/arcs.ts';

/** Not kept at any zoom. */
export const NEVER = 255;

/**
 * For each arc vertex the first zoom that keeps it. `tolerance` is in tile units of the zoom (1/4096 of a tile), one for all zooms or one
 * for each; in steps of the grid it may not grow from zoom to zoom.
 * The kept sets nest: what a zoom keeps, every deeper zoom keeps too. End vertices are always kept.
 */
export function firstZooms(
  { count, offsets, x, y }: Pick<ArcTable, 'count' | 'offsets' | 'x' | 'y'>,
  maxZoom: number,
  tolerance: number | ((zoom: number) => number),
): Uint8Array {
  const zooms = new Uint8Array(x.length);
  const limits = Float64Array.from(
    { length: maxZoom + 1 },
    (_, zoom) => ((typeof tolerance === 'number' ? tolerance : tolerance(zoom)) * 2 ** (maxZoom - zoom)) ** 2,
  );
  let stack = new Int32Array(3 << 12);
  for (let arc = 0; arc < count; arc++) {
    const start = offsets[arc]!;
    const end = offsets[arc + 1]! - 1;
    if (end - start < 2) continue;
    stack[0] = start;
    stack[1] = end;
    stack[2] = 0;
    let depth = 3;
    while (depth > 0) {
      const parentZoom = stack[--depth]!;
      const last = stack[--depth]!;
      const first = stack[--depth]!;
      const x0 = x[first]!;
      const y0 = y[first]!;
      const dx = x[last]! - x0;
      const dy = y[last]! - y0;
      const squared = dx * dx + dy * dy;
      const middle = (first + last) >> 1;
      let farthest = -1;
      let far = first;
      let fromMiddle = last - first;
      for (let v = first + 1; v < last; v++) {
        const u = x[v]! - x0;
        const w = y[v]! - y0;
        const along = u * dx + w * dy;
        let distance: number;
        if (along <= 0) distance = u * u + w * w;
        else if (along >= squared) distance = (u - dx) * (u - dx) + (w - dy) * (w - dy);
        else {
          const cross = u * dy - w * dx;
          distance = (cross * cross) / squared;
        }
        if (distance > farthest) {
          farthest = distance;
          far = v;
          fromMiddle = v > middle ? v - middle : middle - v;
        } else if (distance === farthest) {
          // Of equals the middle one, so that a straight run of points does not make a lopsided tree.
          const away = v > middle ? v - middle : middle - v;
          if (away < fromMiddle) {
            far = v;
            fromMiddle = away;
          }
        }
      }
      let zoom = parentZoom;
      while (zoom <= maxZoom && farthest <= limits[zoom]!) zoom++;
      if (zoom > maxZoom) {
        zooms.fill(NEVER, first + 1, last);
        continue;
      }
      zooms[far] = zoom;
      if (depth + 6 > stack.length) {
        const grown = new Int32Array(stack.length * 2);
        grown.set(stack);
        stack = grown;
      }
      if (far - first > 1) {
        stack[depth++] = first;
        stack[depth++] = far;
        stack[depth++] = zoom;
      }
      if (last - far > 1) {
        stack[depth++] = far;
        stack[depth++] = last;
        stack[depth++] = zoom;
      }
    }
  }
  return zooms;
}
