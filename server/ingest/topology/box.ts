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
