/** Area, greatest width and a place for a small piece of the map, and its outline for display. */
import type { Geometry } from 'geojson';
import type { Frame } from './frame.ts';
import { frameAt, toX, toY } from './frame.ts';
import type { FlatPolygons } from './geos.ts';

export interface Measured {
  areaM2: number;
  /** Diameter of the greatest circle inside: how wide the piece gets, to 5 %. */
  widthM: number;
  /** Round the outlines, holes included. */
  perimeterM: number;
  /** Centre of that circle. */
  at: [lon: number, lat: number];
  bbox: [west: number, south: number, east: number, north: number];
}

/** Without `width` only the area, perimeter and box are measured. Fewer `cells` find the width faster and, in one shape of a hundred, less exactly. */
export function measure(polygons: FlatPolygons, withWidth = true, cells = MAX_CELLS): Measured {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const rings of polygons) {
    const outline = rings[0]!;
    for (let i = 0; i < outline.length; i += 2) {
      west = Math.min(west, outline[i]!);
      south = Math.min(south, outline[i + 1]!);
      east = Math.max(east, outline[i]!);
      north = Math.max(north, outline[i + 1]!);
    }
  }
  const bbox: Measured['bbox'] = [west, south, east, north];
  const frame = frameAt((bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2);
  const parts = polygons.map((rings) => {
    const local = rings.map((ring) => toLocal(frame, ring));
    const areas = local.map((ring) => Math.abs(ringArea(ring)));
    return { local, area: areas.slice(1).reduce((sum, area) => sum - area, areas[0]!), perimeter: local.reduce((sum, ring) => sum + ringLength(ring), 0) };
  });
  parts.sort((a, b) => b.area - a.area);
  let width = 0;
  let at: [number, number] = [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2];
  for (const part of withWidth ? parts : []) {
    // A circle of this width would need more area than the part has.
    if (2 * Math.sqrt(part.area / Math.PI) <= width) break;
    const circle = inscribedCircle(part.local, width / 2, cells);
    if (2 * circle.radius > width) {
      width = 2 * circle.radius;
      at = fromLocal(frame, circle.x, circle.y);
    }
  }
  return {
    areaM2: parts.reduce((sum, part) => sum + part.area, 0),
    widthM: width,
    perimeterM: parts.reduce((sum, part) => sum + part.perimeter, 0),
    at,
    bbox,
  };
}

function toLocal(frame: Frame, ring: Float64Array): Float64Array {
  const local = new Float64Array(ring.length);
  for (let i = 0; i < ring.length; i += 2) {
    local[i] = toX(frame, ring[i]!);
    local[i + 1] = toY(frame, ring[i + 1]!);
  }
  return local;
}

/** Back to degrees; the area function has no closed inverse, and one step of Newton from the scale at the place is exact enough. */
function fromLocal(frame: Frame, x: number, y: number): [number, number] {
  let lat = frame.lat;
  for (let i = 0; i < 4; i++) {
    const slope = (toY(frame, lat + 1e-5) - toY(frame, lat - 1e-5)) / 2e-5;
    lat += (y - toY(frame, lat)) / slope;
  }
  return [frame.lon + x / frame.kx, lat];
}

export function ringArea(ring: Float64Array): number {
  let sum = 0;
  const ox = ring[0]!;
  const oy = ring[1]!;
  for (let i = 2; i < ring.length; i += 2) sum += (ring[i - 2]! - ox) * (ring[i + 1]! - oy) - (ring[i]! - ox) * (ring[i - 1]! - oy);
  return sum / 2;
}

function ringLength(ring: Float64Array): number {
  let sum = 0;
  for (let i = 2; i < ring.length; i += 2) sum += Math.hypot(ring[i]! - ring[i - 2]!, ring[i + 1]! - ring[i - 1]!);
  return sum;
}

/** How precise: widths decide between classes a factor of ten apart. */
const PRECISION = 0.05;
/** A sliver of 20 km by 1 m would need as many cells; the best circle so far is nearly as wide then. */
const MAX_CELLS = 2000;
const MAX_WORK = 3_000_000;

/**
 * Greatest inscribed circle by quartering cells (the method of polylabel), started from the middles of level and upright cuts
 * because cells find slivers late. Rings in metres; circles no wider than `atLeast` are not looked for.
 */
export function inscribedCircle(rings: Float64Array[], atLeast = 0, mostCells = MAX_CELLS): { x: number; y: number; radius: number } {
  const outline = rings[0]!;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < outline.length; i += 2) {
    west = Math.min(west, outline[i]!);
    south = Math.min(south, outline[i + 1]!);
    east = Math.max(east, outline[i]!);
    north = Math.max(north, outline[i + 1]!);
  }
  const vertices = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
  const best = new Best(rings, outline[0]!, outline[1]!, atLeast, Math.min(mostCells, Math.max(64, Math.ceil(MAX_WORK / vertices))));
  for (const upright of [0, 1]) {
    for (let k = 1; k < 16; k++) {
      const level = upright ? west + ((east - west) * (k + 0.137)) / 16.3 : south + ((north - south) * (k + 0.137)) / 16.3;
      for (const middle of cutMiddles(rings, level, upright))
        if (upright) best.probe(level, middle, 0);
        else best.probe(middle, level, 0);
    }
  }
  const size = Math.max(Math.min(east - west, north - south), Math.max(east - west, north - south) / 16);
  if (!(size > 0)) return best;
  const cells = CELLS;
  cells.count = 0;
  const push = (x: number, y: number, half: number) => {
    const bound = best.probe(x, y, half * Math.SQRT2) + half * Math.SQRT2;
    if (bound > best.radius * (1 + PRECISION)) cells.insert(x, y, half, bound);
  };
  for (let x = west; x < east; x += size) for (let y = south; y < north; y += size) push(x + size / 2, y + size / 2, size / 2);
  while (cells.count > 0 && best.left > 0) {
    cells.pop();
    if (cells.bound <= best.radius * (1 + PRECISION)) break;
    const { x, y } = cells;
    const half = cells.half / 2;
    push(x - half, y - half, half);
    push(x - half, y + half, half);
    push(x + half, y - half, half);
    push(x + half, y + half, half);
  }
  return { x: best.x, y: best.y, radius: best.radius };
}

/** The greatest circle so far, and how many more may be tried. */
class Best {
  readonly #rings: Float64Array[];
  x: number;
  y: number;
  radius: number;
  left: number;

  constructor(rings: Float64Array[], x: number, y: number, radius: number, left: number) {
    this.#rings = rings;
    this.x = x;
    this.y = y;
    this.radius = radius;
    this.left = left;
  }

  /** @returns the distance of the place from the nearest edge, negative outside; where no place within `around` of it can be better, whatever says so. */
  probe(x: number, y: number, around: number): number {
    this.left -= 1;
    const least = Math.min(this.radius, this.radius * (1 + PRECISION) - around);
    // Well below what would count, so that rounding has no part in it.
    const enough = least > 1e-6 * this.radius ? least * least * (1 - 1e-9) : -1;
    const distance = signedDistance(this.#rings, x, y, enough);
    if (distance > this.radius) {
      this.x = x;
      this.y = y;
      this.radius = distance;
    }
    return distance;
  }
}

/** Cells sorted by their bound, the most promising last: four numbers each in one array, because there are millions of them. */
class Cells {
  #list = new Float64Array(4 * 64);
  count = 0;
  /** The cell taken last. */
  x = 0;
  y = 0;
  half = 0;
  bound = 0;

  insert(x: number, y: number, half: number, bound: number): void {
    if (4 * this.count === this.#list.length) {
      const grown = new Float64Array(2 * this.#list.length);
      grown.set(this.#list);
      this.#list = grown;
    }
    const list = this.#list;
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[4 * middle + 3]! < bound) low = middle + 1;
      else high = middle;
    }
    const at = 4 * low;
    list.copyWithin(at + 4, at, 4 * this.count);
    list[at] = x;
    list[at + 1] = y;
    list[at + 2] = half;
    list[at + 3] = bound;
    this.count += 1;
  }

  pop(): void {
    const at = 4 * --this.count;
    this.x = this.#list[at]!;
    this.y = this.#list[at + 1]!;
    this.half = this.#list[at + 2]!;
    this.bound = this.#list[at + 3]!;
  }
}

/** Emptied by whoever looks for a circle: there are ten thousand circles in a repair. */
const CELLS = new Cells();

function cutMiddles(rings: Float64Array[], level: number, upright: number): number[] {
  const cuts: number[] = [];
  for (const ring of rings) {
    for (let i = 2; i < ring.length; i += 2) {
      const from = ring[i - 1 - upright]!;
      const to = ring[i + 1 - upright]!;
      if (from > level !== to > level) {
        const p = ring[i - 2 + upright]!;
        cuts.push(p + ((level - from) / (to - from)) * (ring[i + upright]! - p));
      }
    }
  }
  if (cuts.length > 2) cuts.sort((a, b) => a - b);
  else if (cuts[0]! > cuts[1]!) cuts.reverse();
  const middles: number[] = [];
  for (let i = 1; i < cuts.length && middles.length < 8; i += 2) middles.push((cuts[i]! + cuts[i - 1]!) / 2);
  return middles;
}

/** Distance to the nearest edge, negative outside; −∞ as soon as its square is known to be below `enough`. */
function signedDistance(rings: Float64Array[], x: number, y: number, enough: number): number {
  let inside = false;
  let least = Infinity;
  for (const ring of rings) {
    let ax = ring[0]! - x;
    let ay = ring[1]! - y;
    for (let i = 2; i < ring.length; i += 2) {
      const bx = ring[i]! - x;
      const by = ring[i + 1]! - y;
      if (ay > 0 !== by > 0 && ax + (ay / (ay - by)) * (bx - ax) > 0) inside = !inside;
      const dx = bx - ax;
      const dy = by - ay;
      const square = dx * dx + dy * dy;
      const t = square > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square)) : 0;
      const px = ax + t * dx;
      const py = ay + t * dy;
      const far = px * px + py * py;
      if (far < least) {
        least = far;
        if (least < enough) return -Infinity;
      }
      ax = bx;
      ay = by;
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(least);
}

/** For display only; the measures are taken before. */
const MAX_OVERLAY_VERTICES = 300;

/** The piece as GeoJSON with at most a few hundred vertices: the greatest parts, their vertices thinned. */
export function toOverlay(polygons: FlatPolygons): Geometry {
  const parts = polygons.toSorted((a, b) => Math.abs(ringArea(b[0]!)) - Math.abs(ringArea(a[0]!))).slice(0, 40);
  const total = parts.reduce((sum, rings) => sum + rings.reduce((n, ring) => n + ring.length / 2, 0), 0);
  const step = Math.max(1, Math.ceil(total / MAX_OVERLAY_VERTICES));
  const coordinates = parts.map((rings) => {
    const kept = rings.filter((ring, i) => i === 0 || ring.length / 2 > 4 * step);
    return kept.slice(0, 40).map((ring) => thin(ring, step));
  });
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0]! } : { type: 'MultiPolygon', coordinates };
}

function thin(ring: Float64Array, step: number): number[][] {
  const count = ring.length / 2 - 1;
  const every = Math.max(1, Math.min(step, Math.floor(count / 4)));
  const points: number[][] = [];
  for (let i = 0; i < count; i += every) points.push([round(ring[2 * i]!), round(ring[2 * i + 1]!)]);
  points.push(points[0]!.slice());
  return points;
}

const round = (degrees: number) => Math.round(degrees * 1e8) / 1e8;
