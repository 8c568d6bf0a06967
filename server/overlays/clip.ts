/** Lines and rings cut at the square that a tile draws. Positions are whole numbers, x and y in turn. Pure. */

/** The parts of a line inside; a new one begins wherever it comes back in. */
export function clipLine(path: readonly number[], low: number, high: number): Int32Array[] {
  const parts: Int32Array[] = [];
  let part: number[] = [];
  const end = () => {
    if (part.length >= 4) parts.push(Int32Array.from(part));
    part = [];
  };
  const add = (x: number, y: number) => {
    if (part.length > 0 && part.at(-2) === x && part.at(-1) === y) return;
    part.push(x, y);
  };
  for (let i = 2; i < path.length; i += 2) {
    const [ax, ay, bx, by] = [path[i - 2]!, path[i - 1]!, path[i]!, path[i + 1]!];
    const inside = shareInside(ax, ay, bx, by, low, high);
    if (!inside) {
      end();
      continue;
    }
    const [from, to] = inside;
    if (from > 0) end();
    add(Math.round(ax + (bx - ax) * from), Math.round(ay + (by - ay) * from));
    add(Math.round(ax + (bx - ax) * to), Math.round(ay + (by - ay) * to));
    if (to < 1) end();
  }
  end();
  return parts;
}

/** From and to which share of its length a way is inside; null where it is not (Liang and Barsky). */
export function shareInside(ax: number, ay: number, bx: number, by: number, low: number, high: number): readonly [number, number] | null {
  let [from, to] = [0, 1];
  for (const [at, step] of [
    [ax, bx - ax],
    [ay, by - ay],
  ] as const) {
    if (step === 0) {
      if (at < low || at > high) return null;
      continue;
    }
    const [a, b] = [(low - at) / step, (high - at) / step];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from <= to ? [from, to] : null;
}

/** A closed ring, closed again where it was cut along the edges; null where nothing of it is inside (Sutherland and Hodgman). */
export function clipRing(path: readonly number[], low: number, high: number): Int32Array | null {
  let ring = path.slice(0, -2);
  for (const [axis, limit, sign] of [
    [0, low, 1],
    [0, high, -1],
    [1, low, 1],
    [1, high, -1],
  ] as const) {
    const cut: number[] = [];
    for (let i = 0; i < ring.length; i += 2) {
      const before = (i + ring.length - 2) % ring.length;
      const [ax, ay, bx, by] = [ring[before]!, ring[before + 1]!, ring[i]!, ring[i + 1]!];
      const [a, b] = axis === 0 ? [ax, bx] : [ay, by];
      const [isIn, wasIn] = [(b - limit) * sign >= 0, (a - limit) * sign >= 0];
      if (isIn !== wasIn) {
        const share = (limit - a) / (b - a);
        cut.push(axis === 0 ? limit : Math.round(ax + (bx - ax) * share), axis === 0 ? Math.round(ay + (by - ay) * share) : limit);
      }
      if (isIn) cut.push(bx, by);
    }
    ring = cut;
    if (ring.length < 6) return null;
  }
  const closed = Int32Array.from([...ring, ring[0]!, ring[1]!]);
  return closed;
}

/** Shells one way round and holes the other, as tiles ask for it; y grows downwards. */
export function wound(ring: Int32Array, isShell: boolean): Int32Array {
  if (area2Of(ring, 0, ring.length / 2) > 0 === isShell) return ring;
  const turned = new Int32Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    turned[i] = ring[ring.length - 2 - i]!;
    turned[i + 1] = ring[ring.length - 1 - i]!;
  }
  return turned;
}

/** Twice the area between vertices `from` and `to` (not included); signed. */
export function area2Of(at: Int32Array, from: number, to: number): number {
  let sum = 0;
  // Counted from the first vertex: products of whole places would not be exact.
  const [x0, y0] = [at[2 * from]!, at[2 * from + 1]!];
  for (let v = from + 1; v < to; v++) {
    const [ax, ay, bx, by] = [at[2 * v - 2]! - x0, at[2 * v - 1]! - y0, at[2 * v]! - x0, at[2 * v + 1]! - y0];
    sum += ax * by - bx * ay;
  }
  return sum;
}
