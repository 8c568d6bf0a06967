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

/** The side of a triangle after one, and before one. */
export const nextSide = (side: number) => (side % 3 === 2 ? side - 2 : side + 1);

/** The outline of a face by numbers of its vertices in the order of places: from a to each of `ends[starts[a] … starts[a + 1]]`, ascending. */
interface Border {
  starts: Int32Array;
  ends: Int32Array;
}

/** Cuts one face after another of the same vertices. */
export class Triangulator {
  readonly #places: Places;
  /** Of the face at hand: number of each of its vertices. */
  readonly #numberOf: Int32Array;

  constructor(places: Places, vertexCount: number) {
    this.#places = places;
    this.#numberOf = new Int32Array(vertexCount);
  }

  /** `walks` are the outline and holes of a face, not closed, with the face on their left. The same triangles come out whatever led to the walks. */
  triangulate(walks: number[][]): Triangles {
    const ids = this.#inOrder(walks);
    ids.forEach((id, number) => (this.#numberOf[id] = number));
    const border = this.#borderOf(walks, ids.length);
    const sides: [number, number][] = [];
    for (let a = 0; a < ids.length; a++) for (let i = border.starts[a]!; i < border.starts[a + 1]!; i++) sides.push([a, border.ends[i]!]);
    const net = new Delaunator(toPlane(this.#places, ids));
    new Constrainautor(net, sides).delaunify(true);
    return inside(net, ids, border);
  }

  /** All vertices, each once, by x, then y. */
  #inOrder(walks: number[][]): Int32Array {
    const { x, y } = this.#places;
    const all = Int32Array.from(walks.length === 1 ? walks[0]! : walks.flat());
    all.sort((p, q) => x[p]! - x[q]! || y[p]! - y[q]!);
    let count = 0;
    for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[count++] = all[i]!;
    return all.subarray(0, count);
  }

  #borderOf(walks: number[][], count: number): Border {
    const starts = new Int32Array(count + 1);
    for (const walk of walks) for (const id of walk) starts[this.#numberOf[id]! + 1]! += 1;
    for (let a = 0; a < count; a++) starts[a + 1]! += starts[a]!;
    const fill = starts.slice(0, count);
    const ends = new Int32Array(starts[count]!);
    for (const walk of walks) {
      let a = this.#numberOf[walk.at(-1)!]!;
      for (const id of walk) {
        const b = this.#numberOf[id]!;
        // At nearly all vertices one line goes on.
        let at = fill[a]!++;
        for (; at > starts[a]! && ends[at - 1]! > b; at--) ends[at] = ends[at - 1]!;
        ends[at] = b;
        a = b;
      }
    }
    return { starts, ends };
  }
}

/**
 * Whole numbers again, so that the sides of points stay exact: eastwards in 1/1024 of a step, stretched to the latitude. Delaunay's
 * circles are round on the ground then.
 */
function toPlane({ x, y }: Places, ids: Int32Array): Float64Array {
  const first = ids[0]!;
  const scale = Math.max(1, Math.round(1024 * Math.cos((y[first]! / GRID) * (Math.PI / 180))));
  const points = new Float64Array(2 * ids.length);
  for (let i = 0; i < ids.length; i++) {
    points[2 * i] = (x[ids[i]!]! - x[first]!) * scale;
    points[2 * i + 1] = (y[ids[i]!]! - y[first]!) * 1024;
  }
  return points;
}

/** The triangles left of the border, and those that are reached from them without going over it. */
function inside(net: Delaunator<Float64Array>, ids: Int32Array, { starts, ends }: Border): Triangles {
  const { triangles, halfedges } = net;
  const runs = (a: number, b: number) => {
    for (let i = starts[a]!; i < starts[a + 1]!; i++) if (ends[i] === b) return true;
    return false;
  };
  // The package turns clockwise where y points up: a side as it has it runs against the face's.
  const onBorder = (side: number) => runs(triangles[nextSide(side)]!, triangles[side]!);
  const isWall = (side: number) => onBorder(side) || runs(triangles[side]!, triangles[nextSide(side)]!);
  const number = new Int32Array(triangles.length / 3).fill(-1);
  const queue = new Int32Array(number.length);
  let count = 0;
  const take = (triangle: number) => {
    if (number[triangle] !== -1) return;
    number[triangle] = count;
    queue[count++] = triangle;
  };
  for (let side = 0; side < triangles.length; side++) if (onBorder(side)) take((side / 3) | 0);
  for (let at = 0; at < count; at++) {
    for (let side = 3 * queue[at]!; side < 3 * queue[at]! + 3; side++) {
      const other = halfedges[side]!;
      if (other >= 0 && !isWall(side)) take((other / 3) | 0);
    }
  }
  const corners = new Int32Array(3 * count);
  const across = new Int32Array(3 * count);
  for (let t = 0; t < count; t++) {
    // Turned round: corners 0, 2, 1; side 0 is then the package's side 2, backwards.
    const first = 3 * queue[t]!;
    corners[3 * t] = ids[triangles[first]!]!;
    corners[3 * t + 1] = ids[triangles[first + 2]!]!;
    corners[3 * t + 2] = ids[triangles[first + 1]!]!;
    for (let i = 0; i < 3; i++) {
      const side = first + 2 - i;
      const other = halfedges[side]!;
      across[3 * t + i] = other < 0 || isWall(side) ? -1 : number[(other / 3) | 0]!;
    }
  }
  return { count, corners, across };
}
