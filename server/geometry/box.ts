export type Box = [west: number, south: number, east: number, north: number];

/** Box of the vertices `start … end` of `coords` (x, y in turn). Without vertices it is inside out: infinite. */
export function boxOf(coords: Float64Array, start: number, end: number): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let v = start; v < end; v++) {
    const x = coords[2 * v]!;
    const y = coords[2 * v + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

/**
 * The narrowest box that holds all of these, as RFC 7946 §5.2 has it: where that one reaches over the antimeridian, west > east.
 * null where there are none.
 */
export function joinBoxes(boxes: Iterable<Box>): Box | null {
  let [south, north] = [Infinity, -Infinity];
  const arcs: [west: number, east: number][] = [];
  for (const [west, s, east, n] of boxes) {
    if (s < south) south = s;
    if (n > north) north = n;
    arcs.push([west, east < west ? east + 360 : east]);
  }
  if (arcs.length === 0) return null;
  arcs.sort((a, b) => a[0] - b[0]);
  // The widest gap stays outside, the one that holds ±180 where none is wider. What ends last comes around from the turn before.
  let last = arcs.reduce((most, [, end]) => Math.max(most, end), -Infinity);
  let reach = last - 360;
  let [gap, west, east] = [0, -180, 180];
  for (const [start, end] of arcs) {
    if (start - reach > gap) [gap, west, east] = [start - reach, start, last];
    if (end > reach) reach = last = end;
  }
  return [west, south, east > 180 ? Math.round((east - 360) * 1e9) / 1e9 : east, north];
}

/** The box with west ≤ east, reaching beyond 180 where it crosses the antimeridian. */
export function unroll([west, south, east, north]: Box): Box {
  return [west, south, east < west ? east + 360 : east, north];
}

/** The box as parts with west ≤ east within ±180, for an index or a comparison that knows no other. */
export function parts(box: Box): Box[] {
  const [west, south, east, north] = box;
  return east < west
    ? [
        [west, south, 180, north],
        [-180, south, east, north],
      ]
    : [box];
}

/** Do the boxes share any place? */
export function touch(a: Box, b: Box): boolean {
  return parts(a).some((one) => parts(b).some((other) => one[0] <= other[2] && one[2] >= other[0] && one[1] <= other[3] && one[3] >= other[1]));
}
