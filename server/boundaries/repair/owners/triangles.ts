/** A face cut into triangles between its vertices (constrained Delaunay). */
import Constrainautor from '@kninnug/constrainautor';
import Delaunator from 'delaunator';
import { GRID } from '../../../geometry/overlay/edges.ts';
import type { Places } from '../ground/side.ts';

/** Triangle t has corners `corners[3t … 3t + 2]`, counter-clockwise; side i runs from corner i to the next. */
export interface Triangles {
  count: number;
  /** Vertices of the arrangement. */
  corners: Int32Array;
  /** Triangle on the other side of each side; −1 where that side is on the outline. */
  across: Int32Array;
}

/** `walks` are the outline and holes of a face, not closed, with the face on their left. The same triangles come out whatever led to the walks. */
export function triangulate(places: Places, walks: number[][]): Triangles {
  const ids = [...new Set(walks.flat())].sort((p, q) => places.x[p]! - places.x[q]! || places.y[p]! - places.y[q]!);
  const numberOf = new Map(ids.map((id, i) => [id, i]));
  const points = toPlane(places, ids);
  const sides: [number, number][] = [];
  const isBorder = new Set<number>();
  for (const walk of walks) {
    for (let i = 0; i < walk.length; i++) {
      const a = numberOf.get(walk[i]!)!;
      const b = numberOf.get(walk[(i + 1) % walk.length]!)!;
      sides.push([a, b]);
      isBorder.add(a * ids.length + b);
    }
  }
  sides.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const net = new Delaunator(points);
  new Constrainautor(net, sides).delaunify(true);
  return inside(net, ids, isBorder);
}

/**
 * Whole numbers again, so that the sides of points stay exact: eastwards in 1/1024 of a step, stretched to the latitude. Delaunay's
 * circles are round on the ground then.
 */
function toPlane({ x, y }: Places, ids: number[]): Float64Array {
  const [first] = ids;
  const scale = Math.max(1, Math.round(1024 * Math.cos((y[first!]! / GRID) * (Math.PI / 180))));
  const points = new Float64Array(2 * ids.length);
  ids.forEach((id, i) => {
    points[2 * i] = (x[id]! - x[first!]!) * scale;
    points[2 * i + 1] = (y[id]! - y[first!]!) * 1024;
  });
  return points;
}

/** The triangles left of the border, and those that are reached from them without going over it. */
function inside(net: Delaunator<Float64Array>, ids: number[], isBorder: Set<number>): Triangles {
  const { triangles, halfedges } = net;
  const n = ids.length;
  const from = (side: number) => triangles[side]!;
  const to = (side: number) => triangles[side % 3 === 2 ? side - 2 : side + 1]!;
  // The package turns clockwise where y points up: a side as it has it runs against the face's.
  const onBorder = (side: number) => isBorder.has(to(side) * n + from(side));
  const isWall = (side: number) => onBorder(side) || isBorder.has(from(side) * n + to(side));
  const number = new Int32Array(triangles.length / 3).fill(-1);
  const queue: number[] = [];
  const take = (triangle: number) => {
    if (number[triangle] !== -1) return;
    number[triangle] = queue.length;
    queue.push(triangle);
  };
  for (let side = 0; side < triangles.length; side++) if (onBorder(side)) take((side / 3) | 0);
  for (let at = 0; at < queue.length; at++) {
    for (let side = 3 * queue[at]!; side < 3 * queue[at]! + 3; side++) {
      const other = halfedges[side]!;
      if (other >= 0 && !isWall(side)) take((other / 3) | 0);
    }
  }
  const corners = new Int32Array(3 * queue.length);
  const across = new Int32Array(3 * queue.length);
  queue.forEach((triangle, t) => {
    // Turned round: corners 0, 2, 1; side 0 is then the package's side 2, backwards.
    [0, 2, 1].forEach((corner, i) => (corners[3 * t + i] = ids[from(3 * triangle + corner)]!));
    [2, 1, 0].forEach((own, i) => {
      const side = 3 * triangle + own;
      const other = halfedges[side]!;
      across[3 * t + i] = other < 0 || isWall(side) ? -1 : number[(other / 3) | 0]!;
    });
  });
  return { count: queue.length, corners, across };
}
