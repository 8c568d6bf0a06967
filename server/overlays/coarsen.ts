/** Lines and rings of a tile drawn with fewer vertices: those that lie nearer to the line than the tolerance go. Pure. */

export interface TileShape {
  /** Row of the layer, which is its rank. */
  row: number;
  type: 1 | 2 | 3;
  /** Positions of a tile, x and y in turn. */
  parts: Int32Array[];
}

/** A ring keeps enough to be one: an area never goes by being drawn coarsely. */
export function coarsen(shape: TileShape, tolerance: number): TileShape {
  return { ...shape, parts: shape.parts.map((part) => simplify(part, tolerance, shape.type === 3)) };
}

function simplify(part: Int32Array, tolerance: number, isRing: boolean): Int32Array {
  const count = part.length / 2;
  if (count <= (isRing ? 5 : 2)) return part;
  const kept = new Uint8Array(count);
  kept[0] = kept[count - 1] = 1;
  const square = tolerance * tolerance;
  const stack = isRing ? halves(part, count, kept) : [[0, count - 1] as const];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last] = span;
    let [most, at] = [square, -1];
    for (let i = first + 1; i < last; i++) {
      const far = squareDistance(part, i, first, last);
      if (far > most) [most, at] = [far, i];
    }
    if (at < 0) continue;
    kept[at] = 1;
    stack.push([first, at], [at, last]);
  }
  const left = kept.reduce((sum, is) => sum + is, 0);
  if (isRing && left < 4) return part.length <= 10 ? part : cornersOf(part, count);
  const out = new Int32Array(2 * left);
  for (let i = 0, w = 0; i < count; i++) if (kept[i]) out.set([part[2 * i]!, part[2 * i + 1]!], 2 * w++);
  return out;
}

/** A ring begins where it ends, so it is cut at the vertex that is farthest from there. */
function halves(part: Int32Array, count: number, kept: Uint8Array): (readonly [number, number])[] {
  let [most, at] = [-1, 0];
  for (let i = 1; i < count - 1; i++) {
    const far = (part[2 * i]! - part[0]!) ** 2 + (part[2 * i + 1]! - part[1]!) ** 2;
    if (far > most) [most, at] = [far, i];
  }
  kept[at] = 1;
  return [
    [0, at],
    [at, count - 1],
  ];
}

/** A third of the ring each: what is left of one that is narrower than the tolerance. */
function cornersOf(part: Int32Array, count: number): Int32Array {
  const at = [0, Math.floor(count / 3), Math.floor((2 * count) / 3), 0];
  return Int32Array.from(at.flatMap((i) => [part[2 * i]!, part[2 * i + 1]!]));
}

function squareDistance(part: Int32Array, i: number, a: number, b: number): number {
  const [ax, ay, px, py] = [part[2 * a]!, part[2 * a + 1]!, part[2 * i]!, part[2 * i + 1]!];
  const [dx, dy] = [part[2 * b]! - ax, part[2 * b + 1]! - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return (px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2;
}
