/** Rings of a .shp record as polygons. */

/**
 * Which rings are shells and which shell owns each hole. The format says shells run clockwise, and some writers ignore it, so
 * winding alone is not believed: a counter-clockwise ring inside no other ring is a shell (an orphan), and a hole goes to the
 * smallest shell that holds it, so an island in a lake's island keeps its own.
 */
export function groupRings(pairs: Float64Array, starts: Uint32Array): { shells: number[][]; orphans: number } {
  const count = starts.length - 1;
  if (count === 1) return { shells: [[0]], orphans: 0 };
  const boxes = new Float64Array(4 * count);
  const areas = new Float64Array(count);
  for (let r = 0; r < count; r++) measure(pairs, starts[r]!, starts[r + 1]!, r, boxes, areas);
  // Twice the signed area, positive when counter-clockwise; a ring without area is kept where it was, as a shell.
  const shellRings: number[] = [];
  const holes: number[] = [];
  for (let r = 0; r < count; r++) (areas[r]! > 0 ? holes : shellRings).push(r);
  if (!holes.length) return { shells: shellRings.map((ring) => [ring]), orphans: 0 };
  const rings = new Map(shellRings.map((ring) => [ring, [ring]]));
  const bySize = [...shellRings].sort((a, b) => Math.abs(areas[a]!) - Math.abs(areas[b]!));
  let orphans = 0;
  for (const hole of holes) {
    const owner = bySize.find((shell) => Math.abs(areas[shell]!) >= areas[hole]! && boxHolds(boxes, shell, hole) && ringHolds(pairs, starts, shell, hole));
    if (owner !== undefined) rings.get(owner)!.push(hole);
    else {
      orphans++;
      rings.set(hole, [hole]);
    }
  }
  return { shells: [...rings.keys()].sort((a, b) => a - b).map((ring) => rings.get(ring)!), orphans };
}

function measure(pairs: Float64Array, from: number, to: number, ring: number, boxes: Float64Array, areas: Float64Array): void {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  let area = 0;
  // Relative to the first vertex: a small ring far from the origin would lose its area to rounding.
  const x0 = pairs[2 * from] ?? 0;
  const y0 = pairs[2 * from + 1] ?? 0;
  for (let v = from, previous = to - 1; v < to; previous = v++) {
    const x = pairs[2 * v]!;
    const y = pairs[2 * v + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
    area += (pairs[2 * previous]! - x0) * (y - y0) - (x - x0) * (pairs[2 * previous + 1]! - y0);
  }
  boxes.set([west, south, east, north], 4 * ring);
  areas[ring] = area;
}

function boxHolds(boxes: Float64Array, outer: number, inner: number): boolean {
  const o = 4 * outer;
  const i = 4 * inner;
  return boxes[o]! <= boxes[i]! && boxes[o + 1]! <= boxes[i + 1]! && boxes[o + 2]! >= boxes[i + 2]! && boxes[o + 3]! >= boxes[i + 3]!;
}

/** Decided by the first vertex of the inner ring that is not on the outer one; rings that coincide hold each other. */
function ringHolds(pairs: Float64Array, starts: Uint32Array, outer: number, inner: number): boolean {
  for (let v = starts[inner]!; v < starts[inner + 1]!; v++) {
    const side = sideOf(pairs, starts[outer]!, starts[outer + 1]!, pairs[2 * v]!, pairs[2 * v + 1]!);
    if (side !== 0) return side > 0;
  }
  return true;
}

/** 1 inside, -1 outside, 0 on the ring. */
function sideOf(pairs: Float64Array, from: number, to: number, x: number, y: number): number {
  let inside = false;
  for (let v = from, u = to - 1; v < to; u = v++) {
    const vx = pairs[2 * v]!;
    const vy = pairs[2 * v + 1]!;
    const ux = pairs[2 * u]!;
    const uy = pairs[2 * u + 1]!;
    const cross = (vx - ux) * (y - uy) - (vy - uy) * (x - ux);
    if (cross === 0 && Math.min(ux, vx) <= x && x <= Math.max(ux, vx) && Math.min(uy, vy) <= y && y <= Math.max(uy, vy)) return 0;
    if (vy > y !== uy > y && x < ((ux - vx) * (y - vy)) / (uy - vy) + vx) inside = !inside;
  }
  return inside ? 1 : -1;
}
