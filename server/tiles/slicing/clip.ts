/** Cuts polygons at the sides of tiles so that what comes out is valid again. */
import { mend, nest } from './mend.ts';
import { ringArea2, Shape } from './shape.ts';

export interface Rect {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/**
 * Clips polygons to rectangles. Crossings are rounded to the grid in the same way from both sides of a shared edge, and always from the
 * original edge, so neighbours stay matched in every tile.
 */
export class Clipper {
  /** Scratch for the results of the four sides. */
  readonly #scratch = [new Shape(), new Shape(), new Shape(), new Shape()];

  /**
   * Gives `emit` the parts of `polygon` within `rect`, each a shell with its holes. The polygon may be folded far outside (trim in
   * slice.ts leaves it so), because nothing is judged before all four sides are cut.
   */
  clip(polygon: Shape, rect: Rect, emit: (polygon: Shape) => void): void {
    let shape = polygon;
    // Once a cut has parted or joined rings, which of them are shells is open until the end.
    let isBag = polygon.isMany;
    for (let side = 0; side < 4; side++) {
      // West, east, north, south. `sign` turns "below the maximum" and "above the minimum" into one test.
      const horizontal = side < 2;
      const sign = side & 1 ? 1 : -1;
      const limit = sign * (side === 0 ? rect.minX : side === 1 ? rect.maxX : side === 2 ? rect.minY : rect.maxY);
      if (isWithin(shape, horizontal, sign, limit)) continue;
      const out = this.#scratch[side]!;
      if (isBag || !cutSimple(shape, horizontal, sign, limit, out)) {
        cutFully(shape, horizontal, sign, limit, out);
        isBag = true;
      }
      if (out.ends.length === 0) return;
      shape = out;
    }
    if (!isBag || shape === polygon) emit(shape);
    else for (const part of sortOut(shape)) emit(part);
  }
}

function isWithin(shape: Shape, horizontal: boolean, sign: number, limit: number): boolean {
  const across = horizontal ? shape.x : shape.y;
  for (let i = 0; i < shape.length; i++) if (sign * across[i]! > limit) return false;
  return true;
}

/** Polygons from rings in any order. */
function sortOut(shape: Shape): Shape[] {
  if (hasRepeats(shape)) return mend(shape).map(toShape);
  const rings = shape.ends.map((end, ring) => {
    const start = shape.ringStart(ring);
    return { ring: { x: shape.x.slice(start, end), y: shape.y.slice(start, end) }, area: ringArea2(shape.x, shape.y, start, end) };
  });
  return nest(
    rings.filter(({ area }) => area > 0),
    rings.filter(({ area }) => area < 0),
  ).map(toShape);
}

/** Where the edge between two vertices crosses the line, rounded; the same whichever way the edge is walked. */
function crossing(ca: number, oa: number, cb: number, ob: number, at: number): number {
  return ca < cb ? oa + Math.round(((ob - oa) * (at - ca)) / (cb - ca)) : ob + Math.round(((oa - ob) * (at - cb)) / (ca - cb));
}

/**
 * The usual case: the line is crossed twice at most, and by the shell (Sutherland and Hodgman). Answers false where it is not.
 * Vertices on the line count as outside, so that a ring which only touches it is parted there.
 */
function cutSimple(polygon: Shape, horizontal: boolean, sign: number, limit: number, out: Shape): boolean {
  const across = horizontal ? polygon.x : polygon.y;
  const along = horizontal ? polygon.y : polygon.x;
  out.clear();
  out.reserve(polygon.length + 4);
  const at = sign * limit;
  let crossings = 0;
  for (let ring = 0; ring < polygon.ends.length; ring++) {
    const start = polygon.ringStart(ring);
    const end = polygon.ends[ring]!;
    let c = across[end - 1]!;
    let o = along[end - 1]!;
    let inside = sign * c < limit;
    for (let i = start; i < end; i++) {
      const nextC = across[i]!;
      const nextO = along[i]!;
      const nextInside = sign * nextC < limit;
      if (nextInside !== inside) {
        if (++crossings > 2 || ring > 0) return false;
        const crossed = crossing(c, o, nextC, nextO, at);
        put(out, horizontal, at, crossed);
      }
      if (nextInside) put(out, horizontal, nextC, nextO);
      c = nextC;
      o = nextO;
      inside = nextInside;
    }
    closeOpen(out);
    // Without its shell a polygon is gone; holes beyond the line are gone alone.
    if (out.length - out.openStart >= 3) out.endRing();
    else {
      out.dropOpen();
      if (ring === 0) return true;
    }
  }
  return true;
}

function put(out: Shape, horizontal: boolean, c: number, o: number): void {
  const x = horizontal ? c : o;
  const y = horizontal ? o : c;
  const last = out.length - 1;
  if (last >= out.openStart && out.x[last] === x && out.y[last] === y) return;
  out.add(x, y);
}

/** Takes the last vertex of the open ring away where it repeats the first. */
function closeOpen(out: Shape): void {
  const first = out.openStart;
  const last = out.length - 1;
  if (last > first && out.x[first] === out.x[last] && out.y[first] === out.y[last]) out.length--;
}

/** A run of vertices within, from where the boundary comes in to where it goes out. */
interface Chain {
  x: number[];
  y: number[];
  next: Chain | null;
  done: boolean;
}

interface End {
  chain: Chain;
  entry: boolean;
  /** Exact place on the line, and how it changes towards the inside: it orders ends that share a vertex on the line. */
  exact: number;
  lean: number;
}

/** Any number of crossings, by any ring: the ends of the runs are paired along the line, so that each pair spans interior. */
function cutFully(polygon: Shape, horizontal: boolean, sign: number, limit: number, out: Shape): void {
  out.clear();
  const ends: End[] = [];
  for (let ring = 0; ring < polygon.ends.length; ring++) collectChains(polygon, ring, horizontal, sign, limit, out, ends);
  ends.sort((a, b) => a.exact - b.exact || a.lean - b.lean);
  // Ends alternate where the polygon is a proper one. Where it is folded (outside the tile, or by a fault of the source), what does not
  // pair with its neighbour pairs with the nearest that is left: such joints stay where the fold is.
  const left: End[] = [];
  for (let i = 0; i + 1 < ends.length; i += 2) {
    for (const end of join(ends[i]!, ends[i + 1]!) ? [] : [ends[i]!, ends[i + 1]!]) {
      if (left.length > 0 && join(left.at(-1)!, end)) left.pop();
      else left.push(end);
    }
  }
  for (const { chain: first } of ends) {
    if (first.done) continue;
    for (let chain: Chain | null = first; chain && !chain.done; chain = chain.next) {
      chain.done = true;
      for (let i = 0; i < chain.x.length; i++) put(out, true, chain.x[i]!, chain.y[i]!);
    }
    closeOpen(out);
    if (out.length - out.openStart >= 3) out.endRing();
    else out.dropOpen();
  }
}

/** The run that goes out continues with the one that comes in; false where both go the same way. */
function join(a: End, b: End): boolean {
  if (a.entry === b.entry) return false;
  if (a.entry) b.chain.next = a.chain;
  else a.chain.next = b.chain;
  return true;
}

function collectChains(polygon: Shape, ring: number, horizontal: boolean, sign: number, limit: number, whole: Shape, ends: End[]): void {
  const across = horizontal ? polygon.x : polygon.y;
  const along = horizontal ? polygon.y : polygon.x;
  const at = sign * limit;
  const start = polygon.ringStart(ring);
  const length = polygon.ends[ring]! - start;
  const inside = (i: number) => sign * across[start + (i % length)]! < limit;
  let first = 0;
  while (first < length && !(inside(first) && !inside(first + length - 1))) first++;
  if (first === length) {
    if (inside(0)) whole.copyRing(polygon, ring);
    return;
  }
  let chain: Chain | null = null;
  for (let step = 0; step < length; step++) {
    const i = start + ((first + step) % length);
    const before = start + ((first + step + length - 1) % length);
    const [c, o, cb, ob] = [across[i]!, along[i]!, across[before]!, along[before]!];
    const isInside = sign * c < limit;
    if (isInside === sign * cb < limit) {
      if (isInside) addTo(chain!, horizontal, c, o);
      continue;
    }
    const entry = isInside;
    if (entry) chain = { x: [], y: [], next: null, done: false };
    addTo(chain!, horizontal, at, crossing(cb, ob, c, o, at));
    const [innerC, innerO, outerC, outerO] = entry ? [c, o, cb, ob] : [cb, ob, c, o];
    const slope = (outerO - innerO) / (outerC - innerC);
    ends.push({ chain: chain!, entry, exact: innerO + slope * (at - innerC), lean: -sign * slope });
    if (entry) addTo(chain!, horizontal, c, o);
  }
}

function addTo(chain: Chain, horizontal: boolean, c: number, o: number): void {
  chain.x.push(horizontal ? c : o);
  chain.y.push(horizontal ? o : c);
}

/** Does any vertex come twice, in one ring or in two? */
export function hasRepeats(shape: Shape): boolean {
  const seen = new Set<number>();
  const length = shape.ends.at(-1) ?? 0;
  for (let i = 0; i < length; i++) seen.add(shape.x[i]! * 2 ** 26 + shape.y[i]!);
  return seen.size < length;
}

export function toShape(rings: { x: Int32Array; y: Int32Array }[]): Shape {
  const shape = new Shape(rings.reduce((sum, { x }) => sum + x.length, 0));
  for (const { x, y } of rings) {
    shape.x.set(x, shape.length);
    shape.y.set(y, shape.length);
    shape.length += x.length;
    shape.endRing();
  }
  return shape;
}
