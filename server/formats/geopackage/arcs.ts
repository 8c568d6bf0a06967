/** Arcs of circles drawn out as straight lines, the way GDAL does: a vertex for each four degrees. */
import type { GeometryWriter } from '../builder.ts';

/** Degrees of the circle from one vertex to the next: the line is at most 0.06 % of the radius away from the arc. */
export const ARC_DEGREES = 4;

/** Adds the arc from (x0, y0) over (x1, y1) to (x2, y2), without its first vertex. Three points on a line give that line; where first and last are one, the circle with the second opposite (ISO 13249-3 §7.3). */
export function addArc(builder: GeometryWriter, [x0, y0, x1, y1, x2, y2]: number[]): void {
  const circle = findCircle(x0!, y0!, x1!, y1!, x2!, y2!);
  if (!circle) {
    builder.vertex(x1!, y1!);
    builder.vertex(x2!, y2!);
    return;
  }
  const { x, y, radius } = circle;
  const from = Math.atan2(y0! - y, x0! - x);
  const over = Math.atan2(y1! - y, x1! - x);
  const to = Math.atan2(y2! - y, x2! - x);
  const whole = 2 * Math.PI;
  const turn = (angle: number) => ((angle % whole) + whole) % whole;
  const isClosed = x0 === x2 && y0 === y2;
  // Counterclockwise where the second point comes before the third that way round.
  const isLeft = isClosed || turn(over - from) < turn(to - from);
  const sweep = isClosed ? whole : isLeft ? turn(to - from) : turn(to - from) - whole;
  const steps = Math.max(1, Math.ceil(Math.abs(sweep) / ((ARC_DEGREES * Math.PI) / 180)));
  for (let i = 1; i < steps; i++) {
    const angle = from + (sweep * i) / steps;
    builder.vertex(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  builder.vertex(x2!, y2!);
}

function findCircle(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): { x: number; y: number; radius: number } | null {
  if (x0 === x2 && y0 === y2) {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    const radius = Math.hypot(x - x0, y - y0);
    return radius > 0 ? { x, y, radius } : null;
  }
  // Relative to the first point, which keeps the digits of projected coordinates.
  const [ax, ay, bx, by] = [x1 - x0, y1 - y0, x2 - x0, y2 - y0];
  const cross = 2 * (ax * by - ay * bx);
  const [a, b] = [ax * ax + ay * ay, bx * bx + by * by];
  // Straight, but for the last digits.
  if (!(Math.abs(cross) > 1e-12 * (a + b))) return null;
  const [ux, uy] = [(by * a - ay * b) / cross, (ax * b - bx * a) / cross];
  return { x: x0 + ux, y: y0 + uy, radius: Math.hypot(ux, uy) };
}
