/**
 * Lines and areas of a layer in tiles: found by their boxes, thinned by the weight of each vertex, clipped. All that is held is the place and the weight
 * of each vertex, so that a layer takes no more memory however many of its tiles are asked for. Each ring is thinned by itself, which is right
 * for layers and forbidden for boundaries (decision 0014). Pure.
 */
import Flatbush from 'flatbush';
import { GEOMETRY_KIND, type GeometryColumn } from '../contract/admin.ts';
import { LAYER_MAX_ZOOM } from '../contract/overlays/layer.ts';
import { area2Of, clipLine, clipRing, shareInside, wound } from './clip.ts';
import type { TileShape } from './coarsen.ts';
import { shareX, shareY } from './mercator.ts';

export interface ShapeOptions {
  extent: number;
  /** Positions beyond the edge that are drawn too: strokes are wide. */
  buffer: number;
  /** Positions by which a line may be off; none at the deepest zoom. */
  tolerance: number;
}

export interface Slice {
  /** In the order of rows. */
  shapes: TileShape[];
  /** How many lie there that are smaller than what can be drawn. */
  hidden: number;
}

/** Steps from west to east of the Earth: 16 for a position at the deepest zoom. */
const WORLD = 2 ** 30;
type Box = readonly [west: number, north: number, east: number, south: number];

export function openShapes(geometry: GeometryColumn, { extent, buffer, tolerance }: ShapeOptions) {
  const { coords, rings, polygons, rows, kinds } = geometry;
  const isLine = kinds[0] === GEOMETRY_KIND.line;
  const at = project(coords);
  const [firstRing, endRing] = [(row: number) => polygons[rows[row]!]!, (row: number) => polygons[rows[row + 1]!]!];
  const tree = new Flatbush(kinds.length, 16, Int32Array);
  for (let row = 0; row < kinds.length; row++) tree.add(...boxOf(at, rings[firstRing(row)]!, rings[endRing(row)]!));
  tree.finish();
  const weights = new Float32Array(coords.length / 2);
  const sizes = new Float32Array(rings.length - 1);
  const finest = (tolerance * WORLD) / (extent * 2 ** (LAYER_MAX_ZOOM - 1));
  for (let ring = 0; ring < sizes.length; ring++) {
    weigh(at, weights, rings[ring]!, rings[ring + 1]!, finest);
    sizes[ring] = sizeOf(at, rings[ring]!, rings[ring + 1]!, isLine);
  }
  const shells = new Uint8Array(sizes.length);
  for (let polygon = 0; polygon + 1 < polygons.length; polygon++) shells[polygons[polygon]!] = 1;

  /** A ring or line as far as it is seen at this coarseness, in positions of the tile. */
  function pathOf(ring: number, unit: number, least: number, x: number, y: number): number[] {
    const [from, to] = [rings[ring]!, rings[ring + 1]!];
    const path: number[] = [];
    const add = (v: number) => path.push(Math.round(at[2 * v]! / unit) - x * extent, Math.round(at[2 * v + 1]! / unit) - y * extent);
    for (let v = from; v < to; v++) if (weights[v]! > least) add(v);
    if (isLine || path.length >= 8) return path;
    // An area that is narrower than the tolerance keeps three corners.
    path.length = 0;
    for (const share of [0, 1 / 3, 2 / 3, 0]) add(from + Math.floor((to - 1 - from) * share));
    return path;
  }

  function shapeOf(row: number, z: number, x: number, y: number): TileShape | null {
    const unit = WORLD / (extent * 2 ** z);
    const least = z === LAYER_MAX_ZOOM ? -1 : tolerance * unit;
    const drawn: Int32Array[] = [];
    for (let ring = firstRing(row); ring < endRing(row); ring++) {
      if (sizes[ring]! < least) continue;
      const path = pathOf(ring, unit, least, x, y);
      if (isLine) drawn.push(...clipLine(path, -buffer, extent + buffer));
      else {
        const clipped = clipRing(path, -buffer, extent + buffer);
        if (clipped) drawn.push(wound(clipped, shells[ring] === 1));
      }
    }
    return drawn.length > 0 ? { row, type: isLine ? 2 : 3, parts: drawn } : null;
  }

  /** Whether some of it lies in the box: too small to be drawn, or off its edge once it is thinned. */
  function meets(row: number, box: Box): boolean {
    for (let ring = firstRing(row); ring < endRing(row); ring++) for (let v = rings[ring]! + 1; v < rings[ring + 1]!; v++) if (crosses(at, v, box)) return true;
    return false;
  }

  return {
    bytes: [at, weights, sizes, shells, rings, polygons, rows].reduce((sum, { byteLength }) => sum + byteLength, tree.data.byteLength),
    /** null where nothing lies. */
    slice(z: number, x: number, y: number): Slice | null {
      const side = WORLD / 2 ** z;
      const reach = (side * buffer) / extent;
      const box: Box = [x * side - reach, y * side - reach, (x + 1) * side + reach, (y + 1) * side + reach];
      const slice: Slice = { shapes: [], hidden: 0 };
      for (const row of tree.search(...box).sort((a, b) => a - b)) {
        const shape = shapeOf(row, z, x, y);
        if (shape) slice.shapes.push(shape);
        else if (meets(row, box)) slice.hidden++;
      }
      return slice.shapes.length + slice.hidden > 0 ? slice : null;
    },
  };
}

function project(coords: Float64Array): Int32Array {
  const at = new Int32Array(coords.length);
  for (let i = 0; i < coords.length; i += 2) {
    at[i] = Math.round(shareX(coords[i]!) * WORLD);
    at[i + 1] = Math.round(shareY(coords[i + 1]!) * WORLD);
  }
  return at;
}

function boxOf(at: Int32Array, from: number, to: number): Box {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let v = from; v < to; v++) {
    const [x, y] = [at[2 * v]!, at[2 * v + 1]!];
    [west, north, east, south] = [Math.min(west, x), Math.min(north, y), Math.max(east, x), Math.max(south, y)];
  }
  return [west, north, east, south];
}

/** Of a line its length; of an area the side of a square that is as large. */
function sizeOf(at: Int32Array, from: number, to: number, isLine: boolean): number {
  if (!isLine) return Math.sqrt(Math.abs(area2Of(at, from, to)) / 2);
  let length = 0;
  for (let v = from + 1; v < to; v++) length += Math.hypot(at[2 * v]! - at[2 * v - 2]!, at[2 * v + 1]! - at[2 * v - 1]!);
  return length;
}

/**
 * How far a line would be off without each vertex (Douglas and Peucker), never more than without the one that it was found beside: who takes all
 * above a tolerance has the line of that tolerance. Its ends always stay; what is below the finest is nought.
 */
function weigh(at: Int32Array, weights: Float32Array, from: number, to: number, finest: number): void {
  if (to <= from) return;
  weights[from] = weights[to - 1] = Infinity;
  const stack: (readonly [number, number, number])[] = [[from, to - 1, Infinity]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last, most] = span;
    let [far, farthest] = [finest * finest, -1];
    for (let v = first + 1; v < last; v++) {
      const distance = squareDistance(at, v, first, last);
      if (distance > far) [far, farthest] = [distance, v];
    }
    if (farthest < 0) continue;
    const weight = Math.min(most, Math.sqrt(far));
    weights[farthest] = weight;
    stack.push([first, farthest, weight], [farthest, last, weight]);
  }
}

/** Whether the way to a vertex has a point in the box. */
function crosses(at: Int32Array, v: number, [west, north, east, south]: Box): boolean {
  // The box as a square, which it is.
  const [ax, ay, bx, by] = [at[2 * v - 2]! - west, at[2 * v - 1]! - north, at[2 * v]! - west, at[2 * v + 1]! - north];
  const side = Math.max(east - west, south - north);
  return shareInside(ax, ay, bx, by, 0, side) !== null;
}

function squareDistance(at: Int32Array, v: number, a: number, b: number): number {
  const [ax, ay, px, py] = [at[2 * a]!, at[2 * a + 1]!, at[2 * v]!, at[2 * v + 1]!];
  const [dx, dy] = [at[2 * b]! - ax, at[2 * b + 1]! - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return (px - ax - share * dx) ** 2 + (py - ay - share * dy) ** 2;
}
