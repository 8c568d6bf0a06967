/** From cells to lines: fractal borders, each stored once, and rings and arcs that read them. */
import { cornerEdges, edgeEnds, type Corner, type Edge, type Mesh } from './mesh.ts';
import { hash } from './random.ts';

/** Millionths of a degree: what six decimals can say. Neighbours share the integers, so they match exactly. */
export type Micro = number;

export interface Projection {
  /** Kilometres of the mesh → millionths of a degree. */
  lon(x: number): Micro;
  lat(y: number): Micro;
}

export interface BorderNet {
  corner(corner: Corner): [Micro, Micro];
  /** Appends the vertices of the way along `edge` that starts at `from`: without `from`, with the end. */
  walk(edge: Edge, from: Corner, out: Micro[]): void;
}

/**
 * Noisy edges: the border between two cells stays inside the kite of their two centres and its two corners, and the kites tile the
 * plane, so no two borders can ever meet except at corners. Halving kite and line `depth` times gives a fractal of 2^depth pieces.
 */
export function createBorderNet(
  mesh: Mesh,
  of: Int32Array,
  river: Float32Array,
  projection: Projection,
  depth: { coast: number; inland: number },
  seed: number,
): BorderNet {
  const cells = new Int32Array(4);
  const starts = new Int32Array(3 * mesh.cells).fill(-1);
  let points = new Int32Array(1 << 16);
  let used = 0;
  const cornerX = (corner: Corner) => centroid(mesh, mesh.x, corner);
  const cornerY = (corner: Corner) => centroid(mesh, mesh.y, corner);
  let bits = 1;
  const random = () => {
    bits = (Math.imul(bits, 1664525) + 1013904223) | 0;
    return (bits >>> 8) / 0x1000000;
  };
  // a and b: ends of the line; p and q: the sides it must stay between.
  const halve = (ax: number, ay: number, px: number, py: number, bx: number, by: number, qx: number, qy: number, left: number, spread: number): void => {
    // The sum of two keeps most turns gentle.
    const t = 0.5 + ((random() + random()) / 2 - 0.5) * spread;
    const mx = px + (qx - px) * t;
    const my = py + (qy - py) * t;
    if (left > 1) halve(ax, ay, (ax + px) / 2, (ay + py) / 2, mx, my, (ax + qx) / 2, (ay + qy) / 2, left - 1, spread);
    points[used++] = projection.lon(mx);
    points[used++] = projection.lat(my);
    if (left > 1) halve(mx, my, (px + bx) / 2, (py + by) / 2, bx, by, (qx + bx) / 2, (qy + by) / 2, left - 1, spread);
  };
  const depthOf = (edge: Edge) => {
    edgeEnds(mesh, edge, cells);
    return of[cells[0]!] === -1 || of[cells[1]!] === -1 ? depth.coast : depth.inland;
  };
  const make = (edge: Edge): number => {
    const pieces = depthOf(edge);
    if (used + 2 ** (pieces + 1) > points.length) {
      const larger = new Int32Array(2 * points.length);
      larger.set(points);
      points = larger;
    }
    const [a, b, left, right] = cells as unknown as [number, number, number, number];
    bits = hash(seed, edge, 17);
    starts[edge] = used;
    const spread = river[edge]! > 0 ? 0.8 : 0.66;
    if (pieces > 0) halve(cornerX(left), cornerY(left), mesh.x[a]!, mesh.y[a]!, cornerX(right), cornerY(right), mesh.x[b]!, mesh.y[b]!, pieces, spread);
    return starts[edge]!;
  };
  const corner = (at: Corner): [Micro, Micro] => [projection.lon(cornerX(at)), projection.lat(cornerY(at))];
  return {
    corner,
    walk(edge, from, out) {
      const start = starts[edge] === -1 ? make(edge) : starts[edge]!;
      const count = 2 ** depthOf(edge) - 1;
      const forward = cells[2] === from;
      const end = forward ? cells[3]! : cells[2]!;
      for (let i = 0; i < count; i++) {
        const at = start + 2 * (forward ? i : count - 1 - i);
        out.push(points[at]!, points[at + 1]!);
      }
      out.push(...corner(end));
    },
  };
}

function centroid(mesh: Mesh, values: Float64Array, corner: Corner): number {
  const cell = corner >> 1;
  const odd = Math.floor(cell / mesh.columns) & 1;
  const upRight = cell + mesh.columns + odd;
  return (values[cell]! + values[upRight]! + values[corner % 2 === 0 ? upRight - 1 : cell + 1]!) / 3;
}

/** Closed rings of one level: ring r belongs to `unit[r]` and owns vertices `offsets[r] … offsets[r + 1]` (pairs) of `coords`. */
export interface Rings {
  unit: number[];
  offsets: number[];
  coords: Int32Array;
}

/** Outlines of all units, counter-clockwise around the unit and clockwise around its holes, by following edges with the unit on the left. */
export function traceRings(mesh: Mesh, of: Int32Array, net: BorderNet): Rings {
  const visited = new Uint8Array(3 * mesh.cells);
  const ends = new Int32Array(4);
  const fan = new Int32Array(3);
  const unit: number[] = [];
  const offsets = [0];
  let coords = new Int32Array(1 << 18);
  let used = 0;
  const margin = 3 * (mesh.columns + 2);
  for (let first = margin; first < 3 * mesh.cells - margin; first++) {
    for (let side = 0; side < 2; side++) {
      edgeEnds(mesh, first, ends);
      const owner = of[ends[side]!]!;
      if (owner === -1 || owner === of[ends[1 - side]!] || visited[first]! & (1 << side)) continue;
      const ring: number[] = [];
      let edge = first;
      let bit = side;
      let from = ends[3 - side]!;
      ring.push(...net.corner(from));
      do {
        visited[edge]! |= 1 << bit;
        net.walk(edge, from, ring);
        edgeEnds(mesh, edge, ends);
        from = ends[2] === from ? ends[3]! : ends[2]!;
        cornerEdges(mesh, from, fan);
        const last = edge;
        for (const next of fan) {
          if (next === last) continue;
          edgeEnds(mesh, next, ends);
          const a = of[ends[0]!] === owner;
          if (a === (of[ends[1]!] === owner)) continue;
          edge = next;
          bit = a ? 0 : 1;
          break;
        }
      } while (edge !== first || bit !== side);
      if (used + ring.length > coords.length) {
        const larger = new Int32Array(Math.max(2 * coords.length, used + ring.length));
        larger.set(coords);
        coords = larger;
      }
      coords.set(ring, used);
      used += ring.length;
      unit.push(owner);
      offsets.push(used / 2);
    }
  }
  return { unit, offsets, coords: coords.subarray(0, used) };
}

export interface Arc {
  /** Deepest-level units; -1 is water. */
  left: number;
  right: number;
  coords: Micro[];
}

/** Each border between two units of the deepest level once, from node to node; closed where it meets no other. */
export function traceArcs(mesh: Mesh, of: Int32Array, net: BorderNet): Arc[] {
  const visited = new Uint8Array(3 * mesh.cells);
  const ends = new Int32Array(4);
  const fan = new Int32Array(3);
  const arcs: Arc[] = [];
  const isBorder = (edge: Edge) => {
    edgeEnds(mesh, edge, ends);
    return of[ends[0]!] !== of[ends[1]!];
  };
  const isNode = (corner: Corner) => {
    cornerEdges(mesh, corner, fan);
    return fan.every((edge) => isBorder(edge));
  };
  const follow = (start: Edge, from: Corner) => {
    edgeEnds(mesh, start, ends);
    // Walking from the right corner to the left one has the first cell on the left.
    const [a, b] = ends[3] === from ? [ends[0]!, ends[1]!] : [ends[1]!, ends[0]!];
    const arc: Arc = { left: of[a]!, right: of[b]!, coords: [...net.corner(from)] };
    let edge = start;
    let at = from;
    for (;;) {
      visited[edge] = 1;
      net.walk(edge, at, arc.coords);
      edgeEnds(mesh, edge, ends);
      at = ends[2] === at ? ends[3]! : ends[2]!;
      if (at === from || isNode(at)) break;
      cornerEdges(mesh, at, fan);
      const last = edge;
      edge = [...fan].find((next) => next !== last && isBorder(next))!;
    }
    arcs.push(arc);
  };
  const margin = 3 * (mesh.columns + 2);
  for (const wantNode of [true, false]) {
    for (let edge = margin; edge < 3 * mesh.cells - margin; edge++) {
      if (visited[edge] || !isBorder(edge)) continue;
      const [left, right] = [ends[2]!, ends[3]!];
      if (!wantNode) follow(edge, right);
      else if (isNode(right)) follow(edge, right);
      else if (isNode(left)) follow(edge, left);
    }
  }
  return arcs;
}
