/** Half edges: each edge has two, there (edge × 2) and back (+ 1). Around each vertex they are put in order, so that faces can be walked. */

export interface HalfEdges {
  /** Vertices at which each edge begins and ends. */
  tail: ArrayLike<number>;
  head: ArrayLike<number>;
  count: number;
  vertexCount: number;
}

/** Puts the halves that leave a vertex into the order counter-clockwise, from whichever direction. */
export type SortSpokes = (vertex: number, spokes: Int32Array) => void;

/**
 * For each half the one that follows on the face to its left.
 * @param isAlive edges that take part; all where nothing is said
 */
export function linkHalves({ tail, head, count, vertexCount }: HalfEdges, sort: SortSpokes, isAlive: (edge: number) => boolean = () => true): Int32Array {
  const starts = new Int32Array(vertexCount + 1);
  for (let e = 0; e < count; e++) {
    if (!isAlive(e)) continue;
    starts[tail[e]! + 1]! += 1;
    starts[head[e]! + 1]! += 1;
  }
  for (let v = 0; v < vertexCount; v++) starts[v + 1]! += starts[v]!;
  const fill = starts.slice();
  const out = new Int32Array(2 * count);
  for (let e = 0; e < count; e++) {
    if (!isAlive(e)) continue;
    out[fill[tail[e]!]!++] = 2 * e;
    out[fill[head[e]!]!++] = 2 * e + 1;
  }
  const next = new Int32Array(2 * count);
  for (let v = 0; v < vertexCount; v++) {
    const [first, end] = [starts[v]!, starts[v + 1]!];
    // Two spokes are in order as they are.
    if (end - first > 2) sort(v, out.subarray(first, end));
    // Arriving by the twin of a spoke, the face on the left goes on with the next spoke clockwise.
    for (let i = first; i < end; i++) next[out[i]! ^ 1] = out[i === first ? end - 1 : i - 1]!;
  }
  return next;
}

/** By angles in doubles: for vertices that lie apart by far more than doubles err, as on a grid. */
export function byAngle({ tail, head }: Pick<HalfEdges, 'tail' | 'head'>, { x, y }: { x: ArrayLike<number>; y: ArrayLike<number> }): SortSpokes {
  const angles = new Map<number, number>();
  return (v, spokes) => {
    angles.clear();
    for (const half of spokes) {
      const to = half & 1 ? tail[half >> 1]! : head[half >> 1]!;
      angles.set(half, Math.atan2(y[to]! - y[v]!, x[to]! - x[v]!));
    }
    spokes.sort((p, q) => angles.get(p)! - angles.get(q)! || p - q);
  };
}
